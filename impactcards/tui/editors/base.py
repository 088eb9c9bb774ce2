"""What all answer editors have in common.

A screen keeps one editor for each kind of answer and loads card after card into it. An editor shows the strategy and
sends requests; what it keeps for itself is only what is being typed. Deck and answer texts are drawn as text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal, TypeVar

from textual.message import Message as TextualMessage
from textual.widget import Widget

from impactcards.deck.kinds import AnswerKind
from impactcards.deck.model import Card
from impactcards.strategy.strategy import Pick, Strategy
from impactcards.strategy.values import Item, Value
from impactcards.words import Message, Words

Kind = Literal["typing", "deed"]

_Kind = TypeVar("_Kind", bound=AnswerKind)


class Told:
    """What an editor last told about one card. Messages under way share it, so that none brings an old value."""

    __slots__ = ("card_id", "value")

    def __init__(self, card_id: str, value: Value) -> None:
        self.card_id = card_id
        self.value = value


class Editor(Widget):
    """Shows and edits the answer to a card.

    ``on_change`` and ``on_add`` may be set to functions that are called at once with each :class:`Editor.Changed` and
    :class:`Editor.AddItem`; otherwise these are posted as messages, and come after whatever is being done now.
    """

    DEFAULT_CSS = """
    Editor { height: 1fr; width: 1fr; }
    """

    kind: ClassVar[str] = ""

    class Changed(TextualMessage):
        """The answer has changed. ``value`` is always the newest, ``kind`` is how it came about."""

        def __init__(self, editor: Editor, told: Told, kind: Kind) -> None:
            self.editor = editor
            self._told = told
            self.kind: Kind = kind
            super().__init__()

        @property
        def card_id(self) -> str:
            return self._told.card_id

        @property
        def value(self) -> Value:
            return self._told.value

        @property
        def control(self) -> Editor:
            return self.editor

    class AddItem(TextualMessage):
        """An item is picked that the card ``card_id`` does not have yet: add it there, then call ``then`` with it."""

        def __init__(self, card_id: str, text: str, then: Callable[[Item], None]) -> None:
            self.card_id, self.text, self.then = card_id, text, then
            super().__init__()

    class Removed(TextualMessage):
        """An item went that is picked in the places ``picks``."""

        def __init__(self, item_text: str, picks: tuple[Pick, ...]) -> None:
            self.item_text, self.picks = item_text, picks
            super().__init__()

    class Leave(TextualMessage):
        """Somebody went past the last cell (1) or before the first (-1), or out of the field by Esc (0)."""

        def __init__(self, direction: Literal[-1, 0, 1]) -> None:
            self.direction = direction
            super().__init__()

    class Jump(TextualMessage):
        """The card ``card_id`` should be played first, and somebody chose to go there."""

        def __init__(self, card_id: str) -> None:
            self.card_id = card_id
            super().__init__()

    class StatusChanged(TextualMessage):
        """``status`` or ``how_to`` read differently now."""

        def __init__(self, editor: Editor) -> None:
            self.editor = editor
            super().__init__()

        @property
        def control(self) -> Editor:
            return self.editor

    def __init__(self, say: Words) -> None:
        super().__init__()
        self.say = say
        self.on_change: Callable[[Editor.Changed], None] | None = None
        self.on_add: Callable[[Editor.AddItem], None] | None = None
        self._loaded: tuple[Card, Strategy] | None = None
        self.read_only = False
        self._told = Told("", None)
        self._said: tuple[str, str] = ("", "")

    @property
    def loaded(self) -> bool:
        """Whether a card was loaded yet."""
        return self._loaded is not None

    @property
    def card(self) -> Card:
        """The card in hand."""
        if self._loaded is None:
            raise RuntimeError("no card was loaded yet")
        return self._loaded[0]

    def answer_as(self, kind: type[_Kind]) -> _Kind:
        """The answer kind of the card in hand, which is known to be ``kind``."""
        answer = self.card.answer
        if not isinstance(answer, kind):
            raise TypeError(f"the card {self.card.id!r} does not ask for this kind of answer")
        return answer

    @property
    def strategy(self) -> Strategy:
        """The strategy the card is answered in."""
        if self._loaded is None:
            raise RuntimeError("no card was loaded yet")
        return self._loaded[1]

    # -- what a screen calls ----------------------------------------------------------------------------------------

    def load(self, card: Card, strategy: Strategy, *, read_only: bool = False) -> None:
        """Show a card's answer. What was typed before is told first."""
        if self.loaded:
            self.flush()
        self._loaded, self.read_only = (card, strategy), read_only
        self.set_class(read_only, "-read-only")
        self._told = Told(card.id, strategy.answer(card.id).value)
        self.show_answer()
        self.tell_status()

    def refresh_answer(self) -> None:
        """The strategy's answer changed elsewhere: show it, with the cursor as near to its place as possible."""
        if not self.loaded:
            return
        self.flush()
        self._told = Told(self.card.id, self.strategy.answer(self.card.id).value)
        self.show_answer(again=True)
        self.tell_status()

    def flush(self) -> Changed | None:
        """Tell now what was typed and not told yet. Returns the change, if there was one."""
        return None

    def take_focus(self, *, last: bool = False) -> None:
        """Put the cursor into the answer, or into its ``last`` part."""
        raise NotImplementedError

    @property
    def part(self) -> tuple[str, str]:
        """Where the cursor is: the id of an item, row or option, and of a column; empty where there is none."""
        return "", ""

    def focus_part(self, part: str, column: str = "") -> None:
        """Put the cursor on an item, row or option, and on a column of it; as near as there is one."""
        self.take_focus()

    def after_keys(self, call: Callable[[], None]) -> None:
        """Call a function once the keys pressed so far have been dealt with."""
        focused = self.screen.focused
        (focused if focused is not None and self in focused.ancestors else self).call_later(call)

    @property
    def status(self) -> Message | str:
        """A short remark on the answer as it stands, such as "2 of 3 at most"."""
        return ""

    @property
    def how_to(self) -> Message | str:
        """What the keys do here, in a few words."""
        return ""

    # -- for the editors themselves ---------------------------------------------------------------------------------

    def show_answer(self, *, again: bool = False) -> None:
        """Show the strategy's answer; ``again``: it is the same card, keep the cursor."""
        raise NotImplementedError

    @property
    def value(self) -> Value:
        """The answer as it was last told."""
        return self._told.value

    def tell(self, value: Value, kind: Kind) -> Changed | None:
        """Tell the screen a new value, unless it is the one that stands."""
        if self.read_only or value == self._told.value or (_blank(value) and _blank(self._told.value)):
            return None
        self._told.value = value
        changed = self.Changed(self, self._told, kind)
        if self.on_change is not None:
            self.on_change(changed)
        else:
            self.post_message(changed)
        self.tell_status()
        return changed

    def ask_to_add(self, card_id: str, text: str, then: Callable[[Item], None]) -> None:
        """Ask for an item that another card does not have yet; ``then`` is called with it."""
        wanted = self.AddItem(card_id, text, then)
        if self.on_add is not None:
            self.on_add(wanted)
        else:
            self.post_message(wanted)

    def tell_removed(self, gone: dict[str, str]) -> None:
        """Tell the screen which of the items that went (id -> text) are picked elsewhere."""
        for item_id, text in gone.items():
            if picks := self.strategy.who_picks(self.card.id, item_id):
                self.post_message(self.Removed(text, picks))

    def tell_status(self) -> None:
        """Tell the screen if the status or the words on the keys read differently now."""
        said = (self._worded(self.status), self._worded(self.how_to))
        if said != self._said:
            self._said = said
            self.post_message(self.StatusChanged(self))

    def _worded(self, text: Message | str) -> str:
        return self.say(text) if isinstance(text, Message) else text

    def leave(self, direction: int) -> None:
        """Tell the screen that somebody leaves the answer."""
        self.flush()
        self.post_message(self.Leave(-1 if direction < 0 else 1 if direction > 0 else 0))

    def more(self, arrow: str, n: int) -> str:
        """How many more there are out of sight."""
        return self.say.plural("{arrow} {n} more", "{arrow} {n} more", n, arrow=arrow)


def _blank(value: Value) -> bool:
    return value is None or value == "" or value == ()
