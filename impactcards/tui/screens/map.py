"""The map: all cards of the hand by suit, with their state, to jump anywhere."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option as ListedOption

from impactcards.deck.model import Card
from impactcards.strategy.hand import CardState, blocked_by
from impactcards.strategy.kinds import as_line
from impactcards.text import first_line
from impactcards.tui.sitting import Sitting
from impactcards.tui.widgets.face import minutes_in_words
from impactcards.tui.widgets.header import GLYPHS, HERE
from impactcards.tui.widgets.line import Line
from impactcards.words import N_, Words

STATES = {
    CardState.ANSWERED: N_("answered"),
    CardState.BEGUN: N_("begun"),
    CardState.OPEN: N_("still open"),
    CardState.LATER: N_("put off"),
    CardState.SKIPPED: N_("skipped on purpose"),
}


class MapScreen(Screen[str | None]):
    """Returns the id of the card to go to, or None."""

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "OptionList"
    CSS = """
    MapScreen { background: $background; }
    MapScreen > .title { dock: top; background: $panel; padding: 0 1; }
    MapScreen > .legend { dock: bottom; background: $panel; padding: 0 1; }
    MapScreen > OptionList { height: 1fr; border: none; background: $background; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,m,o,q,f3,ctrl+o", "dismiss(None)"),
        ("n,j", "step(1)"),
        ("p,k", "step(-1)"),
    ]

    def __init__(self, sitting: Sitting, say: Words) -> None:
        super().__init__()
        self.sitting, self.say = sitting, say

    def compose(self) -> ComposeResult:
        say = self.say
        yield Line(id="standing", classes="title")
        yield OptionList(markup=False)
        legend = "  ".join(
            [f"{HERE} {say('here')}", *(f"{GLYPHS[state]} {say(word)}" for state, word in STATES.items())]
        )
        yield Line(Content.styled(legend, "$quiet"), classes="legend")

    def on_mount(self) -> None:
        self._fill()
        self._title()

    def on_resize(self) -> None:
        self._fill()
        self._title()

    def _title(self) -> None:
        """Name, how far along, and what the keys do here; the name gives way first."""
        say, sitting = self.say, self.sitting
        done = sitting.progress()
        words = [say("{done} of {all} done", done=done.done, all=done.total)]
        if done.minutes_left:
            words.append(say("about {minutes} minutes left", minutes=f"{done.minutes_left:.0f}"))
        keys = say("Enter goes there, Esc goes back")
        counted = Content(" · ".join(words))
        room = self.size.width - 2 - counted.cell_length - Content(keys).cell_length - 4
        name = Content.styled(sitting.strategy.name, "bold").truncate(max(8, room), ellipsis=True)
        line = Content.assemble(name, "  ", counted)
        gap = max(2, self.size.width - 2 - line.cell_length - Content(keys).cell_length)
        self.query_one("#standing", Line).show(Content.assemble(line, " " * gap, (keys, "$quiet")))

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        here = 0
        suit = ""
        loose: dict[str, int] = {}
        for finding in self.sitting.all_findings():
            loose[finding.card] = loose.get(finding.card, 0) + 1
        place = {suit.id: at for at, suit in enumerate(self.sitting.deck.suits)}
        cards = sorted((*self.sitting.hand.cards, *self.sitting.hand.hidden), key=lambda card: place[card.suit])
        for card in cards:
            hidden = card in self.sitting.hand.hidden
            if card.suit != suit:
                suit = card.suit
                shown = self.sitting.deck.suit_of(card)
                heading = Content.styled(f"{shown.symbol} {shown.title.upper()}", f"bold $suit-{shown.color}")
                options.add_option(ListedOption(heading, disabled=True))
            if card.id == self.sitting.card.id:
                here = options.option_count
            options.add_option(
                ListedOption(self._line(card, loose.get(card.id, 0), hidden), id=card.id, disabled=hidden)
            )
        options.highlighted = at if at is not None else here
        if at is None:
            self.call_after_refresh(options.scroll_to_highlight)

    def _line(self, card: Card, loose: int, hidden: bool) -> Content:
        say, sitting = self.say, self.sitting
        state = CardState.HIDDEN if hidden else sitting.state(card)
        here = card.id == sitting.card.id
        glyph = HERE if here else GLYPHS[state]
        width = max(20, self.size.width - 6)
        aside = minutes_in_words(card.minutes, say)
        if hidden:
            aside = say("not dealt: its condition does not hold")
        elif loose and state in (CardState.ANSWERED, CardState.BEGUN):
            aside = "⚠ " + say.plural("{n} thing open", "{n} things open", loose)
        elif state in STATES and state not in (CardState.OPEN, CardState.ANSWERED, CardState.BEGUN):
            aside = say(STATES[state])
        elif state is CardState.BLOCKED and (source := blocked_by(card, sitting.strategy)):
            aside = say("first play “{title}”", title=source.title)
        style = "$quiet" if state in (CardState.HIDDEN, CardState.SKIPPED) else "bold" if here else ""
        left = Content.assemble(
            (f"  {glyph} ", "$success" if state is CardState.ANSWERED else "$quiet"), (card.title, style)
        )
        said = first_line(as_line(card, sitting.strategy, say)) if not hidden else ""
        room = width - left.cell_length - Content(aside).cell_length - 5
        if said and room > 8:
            left = Content.assemble(left, "   ", Content.styled(said, "$quiet").truncate(room, ellipsis=True))
        gap = max(2, width - left.cell_length - Content(aside).cell_length)
        return Content.assemble(left, " " * gap, (aside, "$warning" if aside.startswith("⚠") else "$quiet"))

    def action_step(self, step: int) -> None:
        options = self.query_one(OptionList)
        options.action_cursor_down() if step > 0 else options.action_cursor_up()

    @on(OptionList.OptionSelected)
    def go(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
