"""The editor for choosing one or several things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on

from impactcards.deck.kinds import ChoiceAnswer, Option
from impactcards.strategy.values import Item
from impactcards.tui.editors.floating import FloatingEditor
from impactcards.tui.editors.limits import counted
from impactcards.tui.widgets.rows.offer import SIGNS, with_pick
from impactcards.tui.widgets.rows.options import Entry, Options
from impactcards.words import N_, Message


class ChoiceEditor(FloatingEditor):
    """Options, or another card's items, with a box before each. Below another card's items one can add to them."""

    kind: ClassVar[str] = "choice"

    @property
    def _answer(self) -> ChoiceAnswer:
        return self.answer_as(ChoiceAnswer)

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        value = self.value
        return tuple(found for found in value if isinstance(found, str)) if isinstance(value, tuple) else ()

    @property
    def how_to(self) -> Message | str:
        if self.read_only or not self.loaded:
            return ""
        if self._answer.source and self.is_typed(self.at):
            return Message(N_("Enter: add and tick"))
        return Message(N_("Space: tick")) if self._answer.several else Message(N_("Space: choose"))

    @property
    def status(self) -> Message | str:
        if not self.loaded or self._answer.at_most is None:
            return ""
        return counted(len(self.picked), None, self._answer.at_most)

    # -- showing ----------------------------------------------------------------------------------------------------

    def _choosable(self) -> tuple[Option, ...]:
        """What can be ticked, and what is ticked though its item is gone."""
        return tuple(option for option in self.strategy.options(self.card) if option.title)

    def _gone(self, known: Sequence[Option]) -> list[tuple[str, str]]:
        ids = {option.id for option in known}
        source = self._answer.source
        return [(found, self.strategy.item_text(source, found) or found) for found in self.picked if found not in ids]

    @property
    def can_add(self) -> bool:
        """Whether another card can be given an item from here."""
        source = self.strategy.deck.card(self._answer.source) if self._answer.source else None
        return source is not None and source.answer.gives_items and not self.read_only

    def entries(self) -> Sequence[Entry]:
        options, several = self._choosable(), self._answer.several
        entries = [
            Entry(
                option.id, option.title, option.about,
                key=str(n) if n <= 9 else "", sign=SIGNS[several, option.id in self.picked],
                style="bold" if option.id in self.picked else "text",
            )
            for n, option in enumerate(options, 1)
        ]  # fmt: skip
        entries += [
            Entry(found, text, sign=SIGNS[several, True], note=self.say("removed"), style="warn")
            for found, text in self._gone(options)
        ]
        if self.can_add:
            entries.append(Entry("", self.ghost(), key="+", style="quiet"))
        return entries

    def ghost(self) -> str:
        source = self.strategy.deck.card(self._answer.source)
        return self.say("add to “{title}”", title=source.title if source else "")

    def is_typed(self, index: int) -> bool:
        return self.can_add and index == len(self.options.entries) - 1

    def show_answer(self, *, again: bool = False) -> None:
        if not again:
            ids = [option.id for option in self._choosable()]
            self.at = next((at for at, found in enumerate(ids) if found in self.picked), 0)
        self.redraw()

    # -- choosing ---------------------------------------------------------------------------------------------------

    def act_on_key(self, key: str, character: str | None) -> bool:
        if self.is_typed(self.at):
            if key in ("enter", "shift+enter"):
                self._add()
                return True
            return False
        if key in ("space", "enter", "shift+enter"):
            self.pick(self.at)
            return True
        if character is not None and character in "123456789":
            if int(character) <= len(self.options.entries) and not self.is_typed(int(character) - 1):
                self.go(int(character) - 1)
                self.pick(self.at)
            return True
        if key in ("backspace", "delete"):
            self._set(tuple(found for found in self.picked if found != self._entry_id(self.at)))
            return True
        return False

    def _entry_id(self, index: int) -> str:
        entries = self.options.entries
        return entries[index].id if 0 <= index < len(entries) else ""

    def pick(self, index: int) -> None:
        """Tick an entry, or untick it; where one is asked for it takes the place of the other."""
        chosen = self._entry_id(index)
        if not chosen or self.read_only:
            return
        picked = self.picked
        if chosen in picked:
            self._set(tuple(found for found in picked if found != chosen))
        elif not self._answer.several:
            self._set((chosen,))
        else:
            self._set(with_pick(picked, chosen, self._choosable()))

    def _set(self, picked: tuple[str, ...]) -> None:
        self.tell(picked, "deed")
        self.redraw()

    def keep_typed(self) -> None:
        self._add()

    def _add(self) -> None:
        if not self._late.here:
            return
        text = self.field.text.strip()
        if not text or not self.is_typed(self.at):
            return
        same = next((o for o in self._choosable() if o.title.casefold() == text.casefold()), None)
        self.field.show_text("", ghost=self.ghost())
        if same is None:
            card_id = self.card.id
            self.ask_to_add(self._answer.source, text, lambda item: self._added(card_id, item))
        elif same.id not in self.picked:
            self._set(with_pick(self.picked, same.id, ()) if self._answer.several else (same.id,))

    def _added(self, card_id: str, item: Item) -> None:
        """Tick an item that another card has got, if the card that wanted it is still in hand."""
        if self.card.id != card_id:
            return
        self._set((*self.picked, item.id) if self._answer.several else (item.id,))
        self.go(len(self.options.entries) - 1)

    @on(Options.Pressed)
    def press(self, event: Options.Pressed) -> None:
        """Tick what was clicked."""
        event.stop()
        self.go(event.index)
        self.take_focus()
        if not self.is_typed(event.index):
            self.pick(event.index)
