"""The card on the table: its front with the prompt, its back with the ways in.

The card is drawn in its suit's colour. Turning it never takes the focus and never covers the answer. Where the back is
longer than its room, turning goes on page by page and then shows the front again.
"""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from impactcards.deck.model import Card, Deck, Mistake
from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.rows.wrap import wrapped
from impactcards.words import N_, Words

MISTAKE_NAMES: dict[Mistake, str] = {
    "no-strategy": N_("no strategy"),
    "no-evidence": N_("data unused"),
    "no-conversation": N_("nobody answers"),
    "algorithm-chasing": N_("chasing the algorithm"),
    "no-adaptation": N_("always done it this way"),
}


class Block(Line):
    """A paragraph of a card: wrapped, as high as its text."""

    DEFAULT_CSS = """
    Block { height: auto; text-wrap: wrap; text-overflow: fold; }
    """


class Face(VerticalScroll, can_focus=False):
    """Shows one side of a card."""

    DEFAULT_CSS = """
    Face {
        height: auto; padding: 0 1; border: round $line; background: $surface;
        border-title-style: bold; border-subtitle-color: $quiet; scrollbar-size-vertical: 1;
    }
    Face > .foot { color: $quiet; margin-top: 0; }
    """

    class Turned(Message):
        """The card was clicked to be turned."""

    def __init__(self, say: Words, *, id: str | None = None, classes: str | None = None, back_only: bool = False) -> None:
        super().__init__(id=id, classes=classes)
        self._say = say
        self._back_only = back_only
        self._card: Card | None = None
        self._front = ""
        self._foot = ""
        self._turn_hint = ""
        self.turned = back_only
        self._text = Block()
        self._small = Block(classes="foot")

    def compose(self) -> ComposeResult:
        yield self._text
        yield self._small

    def show(self, card: Card, deck: Deck, *, turn_hint: str = "") -> None:
        """Show the front of a card (a face that is only a back shows the back)."""
        say, suit = self._say, deck.suit_of(card)
        self._card = card
        self.turned = self._back_only
        self._turn_hint = turn_hint
        self._front = card.prompt
        facts = [minutes_in_words(card.minutes, say)]
        if card.counters:
            facts.append(say("against: {mistake}", mistake=say(MISTAKE_NAMES[card.counters[0]])))
        self._foot = " · ".join(facts)
        for name in [name for name in self.classes if name.startswith("suit-")]:
            self.remove_class(name, update=False)
        self.add_class(f"suit-{suit.color}")
        title = Content.assemble(f"{suit.symbol} {suit.title.upper()} · ", card.title)
        self.border_title = Content(say("the back of the card")) if self._back_only else title
        self._draw()

    def turn(self) -> None:
        """Show the next page of the back, or the other side."""
        if self._back_only:
            return
        page = max(1, self.scrollable_content_region.height - 1)
        if self.turned and self.scroll_offset.y < self.max_scroll_y:
            self.scroll_to(y=min(self.max_scroll_y, self.scroll_offset.y + page), animate=False)
            self._hint()
            return
        self.turned = not self.turned
        self._draw()

    def _draw(self) -> None:
        self.set_class(self.turned, "-turned")
        if self.turned and self._card is not None:
            self._text.show(back_of(self._card, self._say, max(20, self.scrollable_content_region.width)))
        else:
            self._text.show(Content.styled(self._front, "bold"))
        self._small.show("" if self.turned else self._foot)
        self._small.display = not self.turned
        self.scroll_home(animate=False, force=True)
        self._hint()
        if self.turned:
            self.call_after_refresh(self._hint)

    def _hint(self) -> None:
        if self._back_only or not self._turn_hint:
            self.border_subtitle = None
            return
        say = self._say
        more = self.turned and self.scroll_offset.y < self.max_scroll_y
        word = say("more") if more else say("front") if self.turned else say("turn")
        self.border_subtitle = Content(f"{word} {self._turn_hint} ↺")

    def on_resize(self) -> None:
        if self.turned and self._card is not None:
            self._text.show(back_of(self._card, self._say, max(20, self.scrollable_content_region.width)))
        self._hint()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Turned())


def back_of(card: Card, say: Words, width: int) -> Content:
    """The back of a card: ways in, an example, why it matters, how it goes wrong, and dated facts last.

    The ways in hang from their dots, for which the text is broken at ``width`` cells.
    """
    parts: list[Content] = []

    def add(title: str, *lines: str) -> None:
        if any(lines):
            parts.append(Content.assemble((title, "$quiet bold"), "\n", "\n".join(lines)))

    add(say("Ways in"), *("\n  ".join(wrapped(f"· {hint}", width - 2)) for hint in card.hints))
    add(say("For example"), card.example)
    add(say("Why it pays"), card.why)
    add(say("How it goes wrong"), card.pitfall)
    for fact in card.facts:
        source = say("{place}, as of {day}. Source: {source}. Not legal advice.", place=fact.place, day=fact.as_of, source=fact.source)
        add(say("Good to know"), fact.text, source)
    if not parts:
        parts.append(Content.styled(say("Nothing is written on the back of this card."), "$quiet"))
    return Content("\n\n").join(parts)


def minutes_in_words(minutes: float, say: Words) -> str:
    """``10 min``, ``half a minute``, ``1.5 min``."""
    if minutes == 0.5:
        return say("half a minute")
    shown = f"{minutes:g}".replace(".", "," if say.language == "de" else ".")
    return say("{n} min", n=shown)
