"""The one place where people type: a text area without frame, undo or keys of its own.

It has the focus all the time, also while it floats over something that is not typed (then it is one cell wide and shows
a mark). So every key passes through one queue and is handled in the order in which it was pressed, however fast.
"""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.document._document import Document, EditResult, Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.geometry import Offset, Region
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from impactcards.text import clean
from impactcards.tui.widgets.rows.flow import Flow, changed_sections
from impactcards.tui.widgets.rows.wrap import padded, wrapped

#: Modifiers that make a key no text, whatever character comes with it (an unbound alt+n would type an n).
_NO_TEXT = ("alt+", "ctrl+", "super+", "meta+", "hyper+")

#: What editing keys do: the name of a text area's action, and whether it selects.
_EDITING: dict[str, tuple[str, bool | None]] = {
    "left": ("cursor_left", False),
    "right": ("cursor_right", False),
    "up": ("cursor_up", False),
    "down": ("cursor_down", False),
    "home": ("cursor_line_start", False),
    "end": ("cursor_line_end", False),
    "ctrl+a": ("cursor_line_start", False),
    "ctrl+e": ("cursor_line_end", False),
    "ctrl+left": ("cursor_word_left", False),
    "ctrl+right": ("cursor_word_right", False),
    "shift+left": ("cursor_left", True),
    "shift+right": ("cursor_right", True),
    "shift+up": ("cursor_up", True),
    "shift+down": ("cursor_down", True),
    "shift+home": ("cursor_line_start", True),
    "shift+end": ("cursor_line_end", True),
    "ctrl+shift+left": ("cursor_word_left", True),
    "ctrl+shift+right": ("cursor_word_right", True),
    "f6": ("select_line", None),
    "f7": ("select_all", None),
    "backspace": ("delete_left", None),
    "delete": ("delete_right", None),
    "ctrl+d": ("delete_right", None),
    "ctrl+w": ("delete_word_left", None),
    "ctrl+backspace": ("delete_word_left", None),
    "alt+backspace": ("delete_word_left", None),
    "alt+delete": ("delete_word_right", None),
    "ctrl+u": ("delete_to_start_of_line", None),
    "super+backspace": ("delete_to_start_of_line", None),
    "ctrl+x": ("cut", None),
    "super+x": ("cut", None),
    "ctrl+c": ("copy", None),
    "super+c": ("copy", None),
    "ctrl+v": ("paste", None),
}


class FieldOwner(Protocol):
    """Who a field works for. Called at once, not by message, so that no key overtakes another."""

    def field_key(self, key: str, character: str | None) -> bool:
        """Offer a key before the field looks at it; True if it was taken."""

    def field_edited(self) -> None:
        """The text has changed by typing, cutting or pasting."""

    def field_pasted(self, text: str) -> bool:
        """Offer a pasted text (not cleaned) before the field takes it; True if it was taken."""

    def field_moved(self) -> None:
        """The cursor has moved within the text."""

    def field_focus(self, focused: bool) -> None:
        """The field has got or lost the focus."""


class Field(TextArea, inherit_bindings=False):
    """The floating text area. ``mark`` makes it one cell that shows a mark and types nothing."""

    BINDINGS: ClassVar[list[BindingType]] = []

    #: As a text area's, but moving the cursor paints the lines it was on and is on, not the whole text.
    selection: Reactive[Selection] = reactive(Selection(), init=False, always_update=True, repaint=False)

    DEFAULT_CSS = """
    Field {
        border: none !important;
        padding: 0;
        height: 1;
        background: $surface;
        color: $foreground;
        scrollbar-size: 0 0;
        overflow: hidden;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $quiet; text-style: italic; }
        &.-mark { color: $accent; background: transparent; pointer: default; }
        &.-scrolls { overflow-y: auto; scrollbar-size-vertical: 1; }
    }
    """

    #: How many lines of the text are out of sight above the field, which is then so much shorter than its text.
    skip: int = 0

    def __init__(self, owner: FieldOwner, *, scrolls: bool = False) -> None:
        """``scrolls``: the text scrolls within the field; otherwise the field is made as tall as its text."""
        super().__init__(max_checkpoints=0, highlight_cursor_line=False)
        self.disable_messages(TextArea.Changed, TextArea.SelectionChanged)  # the owner is told at once
        self.owner = owner
        self.ghost = ""
        self.mark = ""
        self._scrolls = scrolls
        self._wanted = False
        self._styled = False
        self._lies = (0, 0)
        self.set_class(scrolls, "-scrolls")

    def take_focus(self) -> None:
        """Take the focus, now or as soon as the field is on the screen."""
        self._wanted = not self.is_attached
        if self.is_attached:
            self.focus(scroll_visible=False)

    def on_mount(self) -> None:
        if self._wanted:
            self.take_focus()

    # -- what it shows ----------------------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Whether nothing is typed; does not join the lines of a long text."""
        return self.document.line_count == 1 and not self.document[0]

    @property
    def offset_in_text(self) -> int:
        """Where the cursor stands, as a position in ``text``."""
        return self.index_of(self.cursor_location)

    def index_of(self, location: Location) -> int:
        """A place in the document as a position in ``text``."""
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def show_text(self, text: str, *, at: int | None = None, ghost: str = "") -> None:
        """Type in ``text`` from now on, with the cursor ``at`` a position (the end by default)."""
        self.mark = ""
        self.remove_class("-mark")
        self.ghost = ghost
        self._take_in(clean(text))
        self.place(len(text) if at is None else at)

    def place(self, at: int) -> None:
        """Put the cursor at a position of the text."""
        self.move_cursor(self._location(at))

    def _location(self, at: int) -> Location:
        for row, line in enumerate(self.document.lines):
            if at <= len(line):
                return row, max(0, at)
            at -= len(line) + 1
        return self.document.end

    def show_mark(self, mark: str) -> None:
        """Stand beside something that is not typed, as a mark of one cell."""
        self.mark = mark
        self.ghost = ""
        self.add_class("-mark")
        if not self.empty:
            self._take_in("")
        self.refresh()

    def lie(self, offset: Offset, width: int, height: int, *, skip: int = 0) -> None:
        """Lie at ``offset`` of the parent, with the first ``skip`` lines of the text out of sight above the field."""
        if self._lies != (width, height):
            self._lies = (width, height)
            self.styles.width, self.styles.height = width, height
        if self.offset != offset:
            self.offset = offset
        if self.skip != skip:
            self.skip = skip
            self.refresh()

    def lines_in(self, width: int) -> int:
        """How many lines the text, or else its ghost, takes in ``width`` cells."""
        if self.empty:
            return len(wrapped(self.ghost, width)) if self.ghost else 1
        return sum(len(wrapped(line, width)) for line in self.document.lines)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if self.mark:
            return Strip([Segment(padded(self.mark if y == 0 else "", self.size.width), self.rich_style)])
        if self.ghost and self.empty:
            return self._ghost_line(y)
        base = self._theme.base_style or self.rich_style
        place = self._flow.place(y + self.skip + self.scroll_offset.y)
        if place is None:
            return Strip.blank(width, base)
        return Strip(self._segments(*place, base)).adjust_cell_length(width, base)

    def _segments(self, index: int, section: int, base: Style) -> list[Segment]:
        """A drawn line in parts: what is selected, the cursor, and the rest."""
        line = self.document[index]
        start, end = self._flow.section(index, section)
        text = line[start:end]
        row, column = self.cursor_location
        styles: list[tuple[int, int, Style | None]] = []
        if not self.selection.is_empty:
            (top_row, top), (bottom_row, bottom) = sorted(self.selection)
            if top_row <= index <= bottom_row:
                last = bottom if index == bottom_row else len(line) + 1
                styles.append((top if index == top_row else 0, last, self._theme.selection_style))
        if row == index and self._draw_cursor and (start <= column < end or column == end == len(line)):
            styles.append((column, column + 1, self._theme.cursor_style))
        if end == len(line) and any(last > end for _, last, _ in styles):
            text += " "
            end += 1
        cuts = sorted({start, end, *(min(max(at, start), end) for a, b, _ in styles for at in (a, b))})
        segments = []
        for begin, stop in pairwise(cuts):
            style = base
            for first, last, added in styles:
                if added is not None and first <= begin < last:
                    style += added
            segments.append(Segment(text[begin - start : stop - start], style))
        return segments

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region. Unlike a text area, asks the styles for colours only when these have changed."""
        if not self._styled:
            self._styled = True
            self._theme.apply_css(self)
        return ScrollView.render_lines(self, crop)

    def notify_style_update(self) -> None:
        self._styled = False
        super().notify_style_update()

    def _set_document(self, text: str, language: str | None) -> None:
        """What a text area does with a new text. ``language`` has no meaning for prose."""
        self._take_in(text)
        self.move_cursor((0, 0))

    def _take_in(self, text: str) -> None:
        """Make ``text`` the document, without moving the cursor for good: whoever calls this does."""
        self._highlight_query = None
        self.document = Document(text)
        self._flow = Flow(self.document, tab_width=1)
        self.wrapped_document = self._flow
        self.navigator = DocumentNavigator(self._flow)
        self.set_reactive(TextArea.selection, Selection.cursor((0, 0)))
        self._rewrap_and_refresh_virtual_size()
        self.refresh()

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Paint some lines of the text again."""
        first = max(0, y_start - self.skip)
        count = y_start + line_count - self.skip - first
        if count > 0:
            super().refresh_lines(first, count)

    def get_target_document_location(self, event: events.MouseEvent) -> Location:
        """The place in the text under the mouse."""
        x, y = event.x - self.gutter.left, event.y - self.gutter.top + self.skip + self.scroll_offset.y
        return self._flow.offset_to_location(Offset(max(0, x), max(0, y)))

    def _ghost_line(self, y: int) -> Strip:
        width = self.size.width
        lines = wrapped(self.ghost, self.wrap_width or width)
        style = self.rich_style + self.get_component_rich_style("text-area--placeholder", partial=True)
        line = padded(lines[y] if y < len(lines) else "", width)
        if y == 0 and self._draw_cursor and line:
            cursor = self.get_component_rich_style("text-area--cursor")
            return Strip([Segment(line[:1], style + cursor), Segment(line[1:], style)])
        return Strip([Segment(line, style)])

    # -- keys -------------------------------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        self._restart_blink()
        key, character = event.key, event.character
        if not event.is_printable or key.startswith(_NO_TEXT):
            character = None
        if self.owner.field_key(key, character):
            event.stop()
        elif self.mark:
            return
        elif character is not None:
            event.stop()
            self._insert(character)
        elif key in ("enter", "shift+enter"):
            event.stop()
            self._insert("\n")
        elif key in _EDITING:
            event.stop()
            self.act(key)

    def act(self, key: str) -> None:
        """Do what an editing key does in a text area."""
        name, select = _EDITING[key]
        if name == "copy" and not self.selected_text:
            return
        action = getattr(self, f"action_{name}")
        action() if select is None else action(select)

    def _insert(self, text: str) -> None:
        if not self.read_only:
            self.replace(text, *self.selection, maintain_selection_offset=False)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste(event.text)

    def paste(self, text: str) -> None:
        """Take a pasted text, unless the owner does."""
        if self.read_only or self.owner.field_pasted(text) or self.mark:
            return
        self._insert(clean(text))

    def action_paste(self) -> None:
        self.paste(self.app.clipboard)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        return not self.mark and super().check_consume_key(key, character)

    # -- what the text area tells -----------------------------------------------------------------------------------

    def edit(self, edit: Edit) -> EditResult:
        row, column = edit.top
        one_line, was_empty = edit.bottom[0] == row and "\n" not in edit.text, self.empty
        before, length = self._flow.get_offsets(row), len(self.document[row])
        result = super().edit(edit)
        if one_line and was_empty == self.empty:
            moved = len(self.document[row]) - length
            first, last = changed_sections(before, self._flow.get_offsets(row), column, moved)
            self.refresh_lines(self._flow.top_of(row) + first, last - first + 1)
        else:
            self.refresh()
        self.owner.field_edited()
        return result

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:
        super()._watch_selection(previous_selection, selection)
        lines = [self._flow.drawn_line(at) for at in (*previous_selection, *selection)]
        self.refresh_lines(min(lines), max(lines) - min(lines) + 1)

    def _watch_has_focus(self, focus: bool) -> None:
        super()._watch_has_focus(focus)
        self.owner.field_focus(focus)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Only a field that scrolls does so; a floating one is as tall as its text, and its owner scrolls."""
        if self._scrolls:
            return super().scroll_cursor_visible(center, animate)
        self._recompute_cursor_offset()  # type: ignore[no-untyped-call]
        self.owner.field_moved()
        return Offset(0, 0)

    @property
    def cursor_line(self) -> int:
        """The drawn line the cursor is on, counted from the first line of the text."""
        return int(self._cursor_offset[1])

    @property
    def on_first_line(self) -> bool:
        """Whether one more step up leaves the text."""
        return self.cursor_line == 0

    @property
    def on_last_line(self) -> bool:
        """Whether one more step down leaves the text."""
        return self.cursor_line >= self.wrapped_document.height - 1

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Prose has no matching brackets, and looking for them reads the whole text."""
        return None
