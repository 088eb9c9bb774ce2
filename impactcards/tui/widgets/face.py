"""The card on the table: its front with the prompt, its back with the ways in.

The card is drawn in its suit's colour. Turning it never takes the focus and never covers the answer. Where the back is
longer than its room, turning goes on page by page and then shows the front again. It is one widget that draws lines:
the first card has to be on the screen fast.
"""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.visual import VisualType
from textual.widget import Widget

from impactcards.deck.model import Card, Deck, Mistake
from impactcards.tui.widgets.rows.wrap import wrapped
from impactcards.words import N_, Words

MISTAKE_NAMES: dict[Mistake, str] = {
    "no-strategy": N_("no strategy"),
    "no-evidence": N_("data unused"),
    "no-conversation": N_("nobody answers"),
    "algorithm-chasing": N_("chasing the algorithm"),
    "no-adaptation": N_("always done it this way"),
}


class Face(Widget):
    """Shows one side of a card, as much of it as there is room for; the rest is a page further."""

    DEFAULT_CSS = """
    Face {
        height: auto; padding: 0 1; border: round $line; background: $surface;
        border-title-style: bold; border-subtitle-color: $quiet;
    }
    """

    class Turned(Message):
        """The card was clicked to be turned."""

    def __init__(
        self, say: Words, *, id: str | None = None, classes: str | None = None, back_only: bool = False
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._say = say
        self._back_only = back_only
        self._card: Card | None = None
        self._turn_hint = ""
        self._suit_title = ""
        self._lines: list[Content] = []
        self._drawn: tuple[int, bool] | None = None
        self._top = 0
        self.turned = back_only

    def show(self, card: Card, deck: Deck, *, turn_hint: str = "") -> None:
        """Show the front of a card, or its back if the face is only that. ``turn_hint`` is the key that turns it."""
        suit = deck.suit_of(card)
        self._card, self._turn_hint = card, turn_hint
        self.turned = self._back_only
        for name in [name for name in self.classes if name.startswith("suit-")]:
            self.remove_class(name, update=False)
        self.add_class(f"suit-{suit.color}", update=self.is_attached)
        if self._back_only:
            self.border_title = Content(self._say("the back of the card"))
        else:
            self._suit_title = f"{suit.symbol} {suit.title.upper()}"
            self._name_frame()
        self._draw()

    def turn(self) -> None:
        """Show the next page of the back, or the other side."""
        if self.turned and self.scroll_text(max(1, self.content_size.height - 1)):
            return
        self.turned = not self.turned
        self._draw()

    def scroll_text(self, step: int) -> bool:
        """Move the text by some lines. False if there is nothing more in that direction."""
        top = max(0, min(self._top + step, len(self._lines) - self.content_size.height))
        if top == self._top:
            return False
        self._top = top
        self._hint()
        self.refresh()
        return True

    @property
    def text(self) -> str:
        """The whole side that is shown, as plain text."""
        return "\n".join(line.plain for line in self._lines)

    def _draw(self) -> None:
        self.set_class(self.turned, "-turned", update=self.is_attached)
        self._drawn, self._top = None, 0
        self.refresh(layout=True)
        self.call_after_refresh(self._hint)

    def _hint(self) -> None:
        if not self._turn_hint:
            self.border_subtitle = None
            return
        say = self._say
        more = self.turned and self._top + self.content_size.height < len(self._lines)
        word = say("more") if more else say("front") if self.turned else say("turn")
        self.border_subtitle = Content(f"{word} {self._turn_hint} ↺")

    def _lay_out(self, width: int) -> list[Content]:
        """The lines of the side that is shown, broken at ``width`` cells."""
        narrow = self.screen.has_class("-narrow")
        if self._drawn != (width, narrow):
            self._drawn = (width, narrow)
            if self._card is None:
                self._lines = []
            elif self.turned:
                self._lines = back_of(self._card, self._say, width)
            else:
                self._lines = front_of(self._card, self._say, width, narrow=narrow)
        return self._lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lay_out(width)))

    def render(self) -> VisualType:
        lines = self._lay_out(self.content_size.width)
        return Content("\n").join(lines[self._top : self._top + max(1, self.content_size.height)])

    def on_resize(self) -> None:
        if self._card is not None and not self._back_only:
            self._name_frame()
        self._hint()

    def _name_frame(self) -> None:
        """Name the suit in the frame, and the card too where it is not written below."""
        if self._card is None:
            return
        laid_out = self.is_attached and self.content_size.width > 0
        upright = laid_out and self.content_size.width < UPRIGHT and not self.screen.has_class("-narrow")
        self.border_title = Content(self._suit_title if upright else f"{self._suit_title} · {self._card.title}")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_text(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_text(-2)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Turned())


#: Narrower than this, the card stands beside the answer and is taller than it is wide.
UPRIGHT = 50


def front_of(card: Card, say: Words, width: int, *, narrow: bool = False) -> list[Content]:
    """The front of a card: its prompt, and below it how long it takes and what it works against."""
    lines = [Content.styled(line, "bold") for line in wrapped(card.prompt, width)]
    if narrow:
        return lines
    foot = minutes_in_words(card.minutes, say)
    if card.counters:
        foot += " · " + say("against: {mistake}", mistake=say(MISTAKE_NAMES[card.counters[0]]))
    gap = []
    if width < UPRIGHT:  # upright, the title stands on the card itself: the frame has no room for it
        gap = [Content()]
        lines = [*(Content.styled(line, "$quiet bold") for line in wrapped(card.title, width)), Content(), *lines]
    return [*lines, *gap, *(Content.styled(line, "$quiet") for line in wrapped(foot, width))]


def back_of(card: Card, say: Words, width: int) -> list[Content]:
    """The back of a card: ways in, an example, why it matters, how it goes wrong, and dated facts last."""
    lines: list[Content] = []

    def add(title: str, *texts: str, hanging: str = "") -> None:
        if not any(texts):
            return
        lines.extend([Content()] if lines else [])
        lines.append(Content.styled(title, "$quiet bold"))
        for text in texts:
            for at, line in enumerate(wrapped(text, width - len(hanging))):
                lines.append(Content((hanging if at == 0 else " " * len(hanging)) + line))

    add(say("Ways in"), *card.hints, hanging="· ")
    add(say("For example"), card.example)
    add(say("Why it pays"), card.why)
    add(say("How it goes wrong"), card.pitfall)
    for fact in card.facts:
        source = say(
            "{place}, as of {day}. Source: {source}. Not legal advice.",
            place=fact.place, day=fact.as_of, source=fact.source,
        )  # fmt: skip
        add(say("Good to know"), fact.text, source)
    if not lines:
        lines.append(Content.styled(say("Nothing is written on the back of this card."), "$quiet"))
    return lines


def minutes_in_words(minutes: float, say: Words) -> str:
    """``10 min``, ``half a minute``, ``1.5 min``."""
    if minutes == 0.5:
        return say("half a minute")
    shown = f"{minutes:g}".replace(".", "," if say.language == "de" else ".")
    return say("{n} min", n=shown)
