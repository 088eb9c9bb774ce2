"""The editor for an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on

from impactcards.deck.kinds import RankAnswer
from impactcards.tui.editors.floating import FloatingEditor
from impactcards.tui.widgets.rows.options import Entry, Options
from impactcards.tui.widgets.rows.ranking import Ranking
from impactcards.words import N_, Message, Words

_MOVES = {
    "shift+up": -1, "alt+up": -1, "super+up": -1, "K": -1, "upper_k": -1,
    "shift+down": 1, "alt+down": 1, "super+down": 1, "J": 1, "upper_j": 1,
}  # fmt: skip

#: What can be clicked at the right end of a line.
_RANKED_TAIL, _REST_TAIL = "≡ ↑ ↓", "≡ ↑  "


class RankEditor(FloatingEditor):
    """The ranked ones on top, the rest below a line. Space lifts one, the arrows carry it, Space puts it down."""

    kind: ClassVar[str] = "rank"

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self.options.draggable = True
        self.lifted = False
        self._ranking = Ranking((), ())
        self._titles: dict[str, str] = {}

    @property
    def _answer(self) -> RankAnswer:
        return self.answer_as(RankAnswer)

    @property
    def how_to(self) -> Message | str:
        if self.read_only or not self._titles:
            return ""
        if self.lifted:
            return Message(N_("↑ ↓ carry it, Space puts it down"))
        return Message(N_("Space lifts, digits place"))

    @property
    def status(self) -> Message | str:
        if not self._titles:
            return ""
        return Message(N_("{n} of {all} ranked"), n=len(self._ranking.ranked), all=len(self._ranking.all))

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_answer(self, *, again: bool = False) -> None:
        current = self.current if again else None
        options = [option for option in self.strategy.options(self.card) if option.title]
        self._titles = {option.id: option.title for option in options}
        value = self.value if isinstance(self.value, tuple) else ()
        self._ranking = Ranking(list(self._titles), [found for found in value if isinstance(found, str)])
        self.lifted = False
        self.at = 0
        if current is not None and current in self._ranking.all:
            self.at = self._index_of(current)
        elif not again and self._ranking.rest:
            self.at = self._index_of(self._ranking.rest[0])
        self.redraw()

    @property
    def current(self) -> str | None:
        """The id of the current line."""
        entries = self.options.entries
        return entries[self.at].id or None if 0 <= self.at < len(entries) else None

    def _index_of(self, found: str) -> int:
        if found in self._ranking.ranked:
            return self._ranking.ranked.index(found)
        return len(self._ranking.ranked) + 1 + self._ranking.rest.index(found)

    def entries(self) -> Sequence[Entry]:
        if not self._titles and not self._ranking.ranked:
            return [Entry("", self._first_play(), sign="→", style="link")] if self._answer.source else []
        ranked, rest = self._ranking.ranked, self._ranking.rest
        tails = ("", "") if self.read_only else (_RANKED_TAIL, _REST_TAIL)
        entries = [self._entry(found, str(n), tails[0], self.at == n - 1) for n, found in enumerate(ranked, 1)]
        if rest:
            rule = self.say("not ranked yet")
            entries.append(Entry("", f"── {rule} ──", heading=True, style="quiet"))
            entries += [self._entry(found, "·", tails[1], self.at == len(entries) + n) for n, found in enumerate(rest)]
        return entries

    def _entry(self, found: str, key: str, tail: str, here: bool) -> Entry:
        title, lifted = self._titles.get(found), here and self.lifted
        if title is None:
            text = self.strategy.item_text(self._answer.source, found) or found
            return Entry(found, text, key=key, tail=tail, note=self.say("removed"), style="warn", lifted=lifted)
        return Entry(found, title, key=key, tail=tail, lifted=lifted)

    def _first_play(self) -> str:
        source = self.strategy.deck.card(self._answer.source)
        return self.say("First play “{title}”", title=source.title if source else "")

    # -- ranking ----------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        if self.lifted:
            self._carry(by)
        else:
            super().step(by)

    def field_key(self, key: str, character: str | None) -> bool:
        if self.lifted and key in ("tab", "shift+tab", "escape"):
            self.lifted = False
            self.redraw()
        return super().field_key(key, character)

    def act_on_key(self, key: str, character: str | None) -> bool:
        current = self.current
        if current is None:
            return self._jump(key)
        if key in _MOVES:
            self._carry(_MOVES[key])
        elif key == "space" or (key in ("enter", "shift+enter") and current in self._ranking.ranked):
            self.lifted = not self.lifted
            self.redraw()
            self.tell_status()
        elif key in ("enter", "shift+enter"):
            self._change(lambda ranking: ranking.place(current, len(ranking.ranked)))
        elif character is not None and character in "123456789":
            place = int(character) - 1
            self._change(lambda ranking: ranking.place(current, place))
        elif key in ("backspace", "delete", "x", "shift+delete"):
            self._change(lambda ranking: ranking.take_out(current))
        else:
            return False
        return True

    def _jump(self, key: str) -> bool:
        if key in ("space", "enter", "shift+enter") and self.options.entries:
            self.post_message(self.Jump(self._answer.source))
            return True
        return False

    def _carry(self, by: int) -> None:
        current = self.current
        if current is not None and not self.read_only:
            self._change(lambda ranking: ranking.move(current, by))

    def _change(self, change: Callable[[Ranking], None]) -> None:
        current = self.current
        change(self._ranking)
        if current is not None:
            self.at = self._index_of(current)
        self.tell(tuple(self._ranking.ranked), "deed")
        self.redraw()

    @on(Options.Pressed)
    def press(self, event: Options.Pressed) -> None:
        """Go to the line that was clicked, or carry it by its arrows."""
        event.stop()
        self.lifted = False
        self.go(event.index)
        self.take_focus()
        if self.current is None:
            self._jump("enter")
        elif not self.read_only and 2 <= event.tail <= 5:
            self._carry(-1 if event.tail >= 4 else 1)
        elif not self.read_only:
            self.lifted = True
            self.redraw()

    @on(Options.Dragged)
    def drag(self, event: Options.Dragged) -> None:
        """Carry the line that is held to where the mouse is."""
        event.stop()
        current = self.current
        if event.done or current is None or self.read_only or not self.lifted:
            self.lifted = False
            self.redraw()
        elif event.index != self.at:
            ranked = len(self._ranking.ranked)
            if event.index < ranked or (event.index == ranked and current not in self._ranking.ranked):
                self._change(lambda ranking: ranking.place(current, event.index))
            elif current in self._ranking.ranked:
                self._change(lambda ranking: ranking.take_out(current))
