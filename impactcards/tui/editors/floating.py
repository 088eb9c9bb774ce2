"""What the editors for choosing, ranking and rating share: drawn entries, and a field beside the current one.

The field has the focus throughout. It is a mark of one cell, or lies over the line on which one can add an item.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Offset

from impactcards.tui.editors.base import Editor
from impactcards.tui.widgets.rows.late_field import LateField
from impactcards.tui.widgets.rows.lines import MARK
from impactcards.tui.widgets.rows.options import LEFT, Entry, Options
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.tui.widgets.rows.field import Field


class FloatingEditor(Editor):
    """Entries with a current one. Subclasses say which entries there are and what keys do."""

    DEFAULT_CSS = """
    FloatingEditor {
        layers: drawn floating;
        & > Options { layer: drawn; }
        & > Field {
            layer: floating; position: absolute; background: $surface;
            &.-mark, &.-mark:focus { background: transparent; }
        }
    }
    """

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self.options = Options(self.more)
        self.options.resized = self._set_field
        self._late = LateField(self, self, self._field_made)
        self.at = 0
        self._typing = False

    def compose(self) -> ComposeResult:
        yield self.options
        yield from self._late.compose()

    @property
    def field(self) -> Field:
        """Where one types, or a mark; made when it is first asked for."""
        return self._late.get()

    def _field_made(self) -> None:
        self._typing = False
        self._set_field()

    def on_mount(self) -> None:
        self.watch(self.options, "scroll_y", self._place_field, init=False)

    def take_focus(self, *, last: bool = False) -> None:
        self.field.take_focus()

    @property
    def part(self) -> tuple[str, str]:
        entries = self.options.entries
        return entries[self.at].id if self.at < len(entries) else "", ""

    def focus_part(self, part: str, column: str = "") -> None:
        at = next((at for at, entry in enumerate(self.options.entries) if entry.id == part and part), None)
        if at is not None:
            self.go(at)
        self.take_focus()

    # -- what subclasses say ----------------------------------------------------------------------------------------

    def entries(self) -> Sequence[Entry]:
        """What there is to see, from top to bottom."""
        raise NotImplementedError

    def is_typed(self, index: int) -> bool:
        """Whether one types on this entry."""
        return False

    def act_on_key(self, key: str, character: str | None) -> bool:
        """What a key does on the current entry; True if it does anything."""
        raise NotImplementedError

    def keep_typed(self) -> None:
        """Take what is typed into the field and not taken yet: the cursor is about to leave it."""

    def ghost(self) -> str:
        """What stands in the empty field of a typed entry."""
        return ""

    # -- showing ----------------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Show the entries as they are now."""
        entries = self.entries()
        self.at = max(0, min(self.at, len(entries) - 1))
        self.options.show(entries, self.at)
        self._set_field()

    def go(self, index: int) -> None:
        """Make another entry the current one."""
        self.keep_typed()
        self.at = index
        self.redraw()

    def step(self, by: int) -> None:
        """Go to the next entry (or the one before) that is no heading, if there is one."""
        entries = self.options.entries
        index = self.at + by
        while 0 <= index < len(entries) and entries[index].heading:
            index += by
        if 0 <= index < len(entries):
            self.go(index)

    def _set_field(self) -> None:
        typed = bool(self.options.entries) and self.is_typed(self.at) and not self.read_only
        if not self._late.here:
            return
        if typed and (self.field.mark or not self._typing):
            self.field.show_text("", ghost=self.ghost())
        elif not typed:
            self.field.show_mark(MARK)
        self._typing = typed
        self._place_field()
        if self.options.count and self.field.is_attached:
            self.options.reveal(self.options.top_of(self.at), self.options.height_of(self.at))

    def _place_field(self) -> None:
        options = self.options
        if not options.count or self.at >= options.count or not (self._late.here and self.field.is_attached):
            return
        y = options.top_of(self.at) - options.scroll_offset.y
        if self._typing:
            x, width = options.text_x(self.at), options.text_width(self.at) + 1
            height = self.field.lines_in(width - 1)
        else:
            x, width, height = LEFT - 1, 1, 1
        self.field.lie(Offset(x, y), width, height)

    # -- what the field tells ---------------------------------------------------------------------------------------

    def field_key(self, key: str, character: str | None) -> bool:
        if key in ("tab", "shift+tab", "escape"):
            self.leave({"tab": 1, "shift+tab": -1, "escape": 0}[key])
            return True
        if key in ("up", "down"):
            self.step(-1 if key == "up" else 1)
            return True
        if key in ("home", "end") and not self._typing:
            self.go(0 if key == "home" else len(self.options.entries) - 1)
            return True
        return not self.read_only and self.act_on_key(key, character)

    def field_edited(self) -> None:
        self._place_field()

    def field_pasted(self, text: str) -> bool:
        return False

    def field_moved(self) -> None:
        """One line of text is always in sight."""

    def flush(self) -> Editor.Changed | None:
        self.keep_typed()
        return None

    def field_focus(self, focused: bool) -> None:
        if not focused:
            self.keep_typed()
        self.options.set_live(focused)
