"""The decision: winners become the answer of the card, in its own kind; why, and who disagreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.deck.kinds import ChoiceAnswer, RankAnswer
from impactcards.strategy import kinds
from impactcards.strategy.sessions.core import line, prose
from impactcards.strategy.sessions.proposal import Proposal, propose_figure, propose_winners
from impactcards.strategy.sessions.reading import Decision, Said
from impactcards.strategy.sessions.steps import ACT, DECIDE, VOTE, rates
from impactcards.strategy.sessions.undo import Undone
from impactcards.strategy.sessions.voting import Voting
from impactcards.strategy.sessions.winners import reworded, value_of
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from impactcards.deck.model import Card
    from impactcards.strategy.answer import Answer
    from impactcards.strategy.sessions.ideas import Write
    from impactcards.strategy.sessions.reading import Idea
    from impactcards.strategy.values import Value


class Deciding(Voting):
    """The answer is written through the strategy's own requests, as anybody's. The decision says what it was then."""

    def proposal(self) -> Proposal:
        """What the votes (or everybody's figures) say, with ties in words. Nothing is changed."""
        card = self.card
        if card is None:
            return Proposal()
        if rates(card):
            return propose_figure(card, self.spread())
        found = propose_winners(card, self.groups())
        cast, possible = self.votes_cast(), self.votes_all()
        if found.note is None and cast > possible > 0 and VOTE in self.steps:
            note = Message(N_("{cast} votes were counted, of at most {all}."), cast=cast, all=possible)
            return Proposal(found.winners, found.ordered, found.tied, found.value, note)
        return found

    @property
    def decision(self) -> Decision | None:
        """What was decided on the card in hand, or only why, or who disagrees; or None."""
        return self.round.decision

    @property
    def decided(self) -> bool:
        """Whether the card in hand has a decision: a reason that is noted beforehand is none yet."""
        return self.decision is not None and self.decision.value is not None

    @property
    def can_decide(self) -> bool:
        """Whether the card in hand can be answered here: not without a card, nor where its answer cannot be read."""
        card = self.card
        readable = card is not None and self.strategy.answer(card.id).raw is None
        return readable and self.opened.read_only_reason is None and not self.ended

    def winners(self) -> tuple[int, ...]:
        """The numbers of the ideas that were picked, in the order in which they were."""
        picked = (self.decision or Decision()).picked
        numbers = {idea.id: idea.number for idea in self.ideas()}
        return tuple(numbers[one] for one in picked if one in numbers)

    def pick_winners(self, numbers: Sequence[int]) -> bool:
        """Let these ideas be the answer, in this order. The same again changes nothing that was edited since.

        On a card that takes no ideas (a date, a table whose rows are given, a figure) nothing happens.
        """
        card = self.card
        if card is None or not self.can_decide:
            return False
        listed = self.ideas()
        chosen = [listed[n - 1] for n in dict.fromkeys(numbers) if 0 < n <= len(listed)]
        picked = [idea.id for idea in chosen]
        answer = self.strategy.answer(card.id)
        if rates(card) or (answer.answered and picked == list((self.decision or Decision()).picked)):
            return False
        value = value_of(card, chosen, answer)
        if value is None and chosen:
            return False
        return self._decide(card, value, (("decision", "picked"), picked or None))

    def decide(self, value: Value = None, why: str = "", dissent: Iterable[tuple[str, str | None]] = ()) -> bool:
        """Write the answer: ``value`` in the card's own kind, or without one the answer as it stands.

        ``dissent`` are pairs of a sentence and a participant's id (None: nobody's). An answer that stood there already
        and is decided on is confirmed: it is fresh again. False where nothing can be written.
        """
        card = self.card
        if card is None or not self.can_decide:
            return False
        stands = self.strategy.answer(card.id).value
        extra: list[Write] = []
        if prose(why):
            extra.append((("decision", "why"), prose(why)))
        done = self._decide(card, stands if value is None else value, *extra)
        for text, by in dissent:
            done |= self.add_dissent(text, by)
        return done

    def set_why(self, text: str) -> bool:
        """Note why; an empty text takes it out."""
        return self._do(Undone("why", 0, prose(text)), (("decision", "why"), prose(text) or None))

    def add_dissent(self, text: str, by: str | None = None) -> bool:
        """Write down that somebody, or nobody by name, disagrees."""
        if not prose(text):
            return False
        said = {"id": self._new_id(), **({"by": by} if by else {}), "text": prose(text)}
        return self._do(Undone("dissent", 0, prose(text)), (("decision", "dissent", said["id"]), said))

    def dissent(self) -> tuple[Said, ...]:
        """Who disagreed, in order."""
        return (self.decision or Decision()).dissent

    def undo(self) -> Undone | None:
        """Take back the last deed of the card in hand; see :meth:`Core.undo`. What was edited since stays decided."""
        done = super().undo()
        self.follow_answer()
        return done

    # -- inside -----------------------------------------------------------------------------------------------------

    def _decide(self, card: Card, value: Value, *more: Write) -> bool:
        """Answer the card, and note what was decided, as one deed."""
        before = self.strategy.answer(card.id)
        self._deciding = True
        try:
            self.strategy.set_value(card.id, value)
            after = self.strategy.answer(card.id)
            if after == before and after.answered and max(after.updated, after.confirmed) < self.started:
                after = after.with_(confirmed=self.strategy.clock(), put_off=None)
                self.strategy.put(card.id, after)
        finally:
            self._deciding = False
        data = kinds.to_data(card, after.value) if after.answered else None
        return self._do(Undone("decision", 0, line(_in_short(data))), (("decision", "value"), data), *more, was=before)

    _deciding = False

    def follow_answer(self) -> None:
        """Note the answer as it stands as what was decided, if it was edited on the card in hand in *decide* or *act*.

        Called whenever the answer changes, and when a step is left.
        """
        card = self.card
        if card is None or self._deciding or self.ended or self.step not in (DECIDE, ACT):
            return
        answer = self.strategy.answer(card.id)
        decided = self.decision
        if answer.raw is not None or (decided is None and answer.updated < self.started):
            return
        data = kinds.to_data(card, answer.value) if answer.answered else None
        held = decided.value if decided is not None else None
        if data != held and (data is not None or decided is not None):
            self._write(("decision", "value"), data)
            self._changed()

    def _reword(self, idea: Idea, words: str) -> Answer | None:
        card = self.card
        if card is None or isinstance(card.answer, ChoiceAnswer | RankAnswer) or self.decision is None:
            return None
        answer = self.strategy.answer(card.id)
        self.strategy.set_value(card.id, reworded(card, answer.value, idea, words))
        return answer


def _in_short(data: Any) -> str:
    """The first words of a decision, for saying what was taken back."""
    first = data[0] if isinstance(data, list) and data else data
    if isinstance(first, dict):
        first = next((value for key, value in first.items() if key != "id" and isinstance(value, str)), "")
    return "" if first is None else str(first)


__all__ = ["Deciding"]
