"""The ideas of a round: typed as they are called out, seconded, put together, taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.deck.kinds import ChoiceAnswer, RankAnswer
from impactcards.strategy.sessions import reading
from impactcards.strategy.sessions.core import Core, line
from impactcards.strategy.sessions.reading import Idea
from impactcards.strategy.sessions.undo import Undone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.strategy.answer import Answer

Write = tuple[tuple[str, ...], Any]


class Ideas(Core):
    """Ideas have numbers from 1, and keep them: what is put under another is still there."""

    def ideas(self) -> tuple[Idea, ...]:
        """The ideas of the card in hand, in order. On a choice or a rank: what can be chosen, as the deck has it."""
        listed = self._ideas()
        card = self.card
        if card is None or not isinstance(card.answer, ChoiceAnswer | RankAnswer):
            return listed
        held = {idea.id: idea for idea in listed}
        options = [(option.id, option.title) for option in self.strategy.options(card)]
        known = {option for option, _ in options}
        options += [(idea.id, idea.text) for idea in listed if idea.id not in known]
        return tuple(
            Idea(n, one, text, votes=held[one].votes if one in held else None)
            for n, (one, text) in enumerate(options, 1)
        )

    def groups(self) -> tuple[Idea, ...]:
        """The ideas that stand for themselves, each with the numbers of its ``parts``."""
        return tuple(idea for idea in self.ideas() if not idea.into)

    def idea(self, number: int) -> Idea | None:
        """The idea with a number, or None."""
        listed = self.ideas()
        return listed[number - 1] if 0 < number <= len(listed) else None

    def voices(self, number: int) -> int:
        """How many said it, with all that was put under it."""
        listed = self.ideas()
        if not 0 < number <= len(listed):
            return 0
        members = (listed[n - 1] for n in (number, *listed[number - 1].parts))
        return sum(0 if idea.made else idea.voices for idea in members)

    def add_idea(self, text: str, by: str | None = None) -> Idea | None:
        """Note an idea, of a participant or of nobody. None without a card or without words."""
        words = line(text)
        if not words or self.card is None or self.ended:
            return None
        made: dict[str, Any] = {"id": self._new_id(), "text": words}
        if by:
            made["by"] = by
        number = sum(1 for _ in reading.maps_in(self._round(make=False), "ideas")) + 1
        self._do(Undone("idea", number, words), (("ideas", made["id"]), made))
        return Idea(number, made["id"], words, by or "")

    def same_as(self, number: int) -> bool:
        """One more says the same as idea ``number``. False if there is no such idea."""
        idea = self._own(number)
        if idea is None:
            return False
        return self._do(Undone("same", number, idea.text), (("ideas", idea.id, "voices"), idea.voices + 1))

    def edit_idea(self, number: int, text: str) -> bool:
        """Word an idea otherwise. If it has become an item of the answer in its old words, that follows."""
        idea, words = self._own(number), line(text)
        if idea is None or not words or words == idea.text:
            return False
        return self._do(
            Undone("edit", number, idea.text),
            (("ideas", idea.id, "text"), words),
            was=self._reword(idea, words),
        )

    def merge(self, numbers: Sequence[int], text: str = "") -> bool:
        """Put like to like: all under the last of ``numbers``, or under a new wording. False if there is nothing to do.

        ``merge([5, 3])`` puts 5 under 3; ``merge([7, 9], text="fewer, better posts")`` puts both under a new line.
        """
        listed = self._ideas()
        chosen = [listed[n - 1] for n in dict.fromkeys(numbers) if 0 < n <= len(listed)]
        words = line(text)
        if len(chosen) < (1 if words else 2):
            return False
        if words:
            made = {"id": self._new_id(), "text": words, "made": True}
            writes: list[Write] = [(("ideas", str(made["id"])), made)]
            target, parts = str(made["id"]), chosen
        else:
            last = chosen[-1]
            top = listed[last.into - 1] if last.into else last
            parts = [idea for idea in chosen if idea.id not in (last.id, top.id)]
            writes = []
            if top.id != last.id and any(idea.id == top.id for idea in chosen):  # turned round: the part is the top now
                writes.append((("ideas", last.id, "into"), None))
                parts = [listed[n - 1] for n in top.parts if n != last.number] + [top] + parts
                top = last
            target = top.id
        writes += [(("ideas", idea.id, "into"), target) for idea in dict.fromkeys(parts)]
        return self._do(Undone("merge", chosen[-1].number, words or chosen[-1].text), *writes)

    def split(self, number: int) -> bool:
        """Take an idea out of its group; of the idea at the top, take the whole group apart.

        A wording that was only made for the group goes with it if it is the last in the round.
        """
        listed = self._ideas()
        idea = self._own(number)
        if idea is None or not (idea.into or idea.parts):
            return False
        freed = [idea] if idea.into else [listed[n - 1] for n in idea.parts]
        writes: list[Write] = [(("ideas", each.id, "into"), None) for each in freed]
        if idea.into:  # what is under the freed one stays where it was
            top = listed[idea.into - 1]
            under = [each for each in listed if each.into == top.number and self._above(each.id) == idea.id]
            writes += [(("ideas", each.id, "into"), top.id) for each in under]
        if idea.made and not idea.into and idea.number == len(listed):
            writes.append((("ideas", idea.id), None))
        return self._do(Undone("split", number, idea.text), *writes)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _ideas(self) -> tuple[Idea, ...]:
        """The ideas as the round has them."""
        return self.round.ideas

    def _own(self, number: int) -> Idea | None:
        listed = self._ideas()
        return listed[number - 1] if 0 < number <= len(listed) else None

    def _above(self, idea_id: str) -> str:
        listed = reading.maps_in(self._round(make=False), "ideas")
        return next((reading.text_of(held, "into") for held in listed if held.get("id") == idea_id), "")

    def _reword(self, idea: Idea, words: str) -> Answer | None:
        """Word the item this idea has become otherwise, unless it was edited there. Returns the answer as it was."""
        return None


__all__ = ["Ideas", "Write"]
