"""The profile: how the strategy stands with each mistake, and the cards where something is loose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option as ListedOption

from impactcards.deck.kinds import ScaleAnswer
from impactcards.strategy.dates import show_date
from impactcards.strategy.findings import Finding, find
from impactcards.strategy.profile import NAMES, UNANSWERED, ProfileLine, over_time, profile
from impactcards.strategy.strategy import Strategy
from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.mistake import WIDE, Drawn, draw, indented
from impactcards.words import Words, words

_FIVE = 5

#: From this height on, there are rows to spare.
ROOMY = 30


class ProfileScreen(Screen[str | None]):
    """Returns the id of the card to go to, or None.

    ``findings`` are all open ones, ``versions`` those that reviews kept, with their days (``reviewed_versions``).
    """

    CSS_PATH = ["dialogs.tcss", "profile.tcss"]
    AUTO_FOCUS = "#mistakes"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "back"),
        ("n,j", "step(1)"),
        ("p,k", "step(-1)"),
    ]

    def __init__(
        self,
        strategy: Strategy,
        say: Words,
        *,
        today: date,
        findings: Sequence[Finding] | None = None,
        versions: Sequence[tuple[date, Strategy]] = (),
    ) -> None:
        super().__init__()
        self.strategy, self.say = strategy, say
        self._findings = list(findings) if findings is not None else find(strategy, today=today)
        self.lines = profile(strategy, today=today, findings=self._findings)
        moved = over_time(strategy, versions, today=today)
        self._drawn = [Drawn(line, self._labels(line), moved[line.mistake]) for line in self.lines]
        self._days = [point.day for point in next(iter(moved.values()), ())[:-1]]
        self._spoken = words(strategy.language)

    def _labels(self, line: ProfileLine) -> dict[int, str]:
        card = self.strategy.deck.card(line.card)
        return dict(card.answer.labels) if card is not None and isinstance(card.answer, ScaleAnswer) else {}

    def compose(self) -> ComposeResult:
        yield Line(id="standing", classes="title")
        yield OptionList(id="mistakes", markup=False)
        yield OptionList(id="loose", markup=False)
        yield Line(id="keys", classes="legend")

    def on_mount(self) -> None:
        self._fill()

    def on_resize(self) -> None:
        self.set_class(self.size.height >= ROOMY, "-roomy")
        self._fill()
        if self.listing:
            self._list_cards(self._chosen)

    # -- the mistakes -----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        options = self.query_one("#mistakes", OptionList)
        at = options.highlighted
        options.clear_options()
        for drawn in self._drawn:
            if options.option_count:
                options.add_option(ListedOption("", disabled=True))
            options.add_option(ListedOption(draw(drawn, self.say, self._room), id=drawn.line.mistake))
        options.highlighted = at or 0
        self._title()

    @property
    def _room(self) -> int:
        """How many cells a line of a list has: without the padding and the scroll bar."""
        return self.size.width - 4 - self.query_one("#mistakes").styles.scrollbar_size_vertical

    def _title(self) -> None:
        say = self.say
        if self.listing:
            left = Content.styled(say(NAMES[self._chosen.mistake]), "bold")
            keys = say("↑ ↓ choose a card, Enter goes there, Esc goes back")
            right = Content("")
        else:
            title = say("The five mistakes") if len(self.lines) == _FIVE else say("The mistakes")
            left = Content.assemble((title, "bold"), "  ", self.strategy.name)
            keys = say("↑ ↓ choose a mistake, Enter shows its cards, Esc goes back")
            days = [*(show_date(day, say.language) for day in self._days), say("now")]
            told = self._room >= WIDE or len(days) < 2  # then each mistake names them itself
            right = Content("") if told else Content.styled(" → ".join(days), "$quiet")
        width = self.size.width - 2
        left = left.truncate(max(8, width - right.cell_length - 2), ellipsis=True)
        gap = max(1, width - left.cell_length - right.cell_length)
        self.query_one("#standing", Line).show(Content.assemble(left, " " * gap, right))
        self.query_one("#keys", Line).show(Content.styled(keys, "$quiet"))

    @property
    def _chosen(self) -> ProfileLine:
        # Between two mistakes stands an empty line.
        return self.lines[(self.query_one("#mistakes", OptionList).highlighted or 0) // 2]

    # -- the cards of one of them -----------------------------------------------------------------------------------

    @property
    def listing(self) -> bool:
        """Whether the cards of a mistake are listed."""
        return self.has_class("-listing")

    def _list_cards(self, line: ProfileLine) -> None:
        """The rating card, and each card with something loose, below it what that is."""
        options = self.query_one("#loose", OptionList)
        at = options.highlighted if self.listing else None
        options.clear_options()
        deck = self.strategy.deck
        for card_id in dict.fromkeys((line.card, *line.loose_cards)):
            card = deck.card(card_id)
            if card is None:
                continue
            suit = deck.suit_of(card)
            own = [f for f in self._findings if f.card == card_id and f.counters == line.mistake]
            said = [finding.worded(self._spoken) for finding in own if finding.rule != UNANSWERED]
            if card_id == line.card:
                said.insert(0, self.say("Here you rate yourselves."))
            head = Content.assemble((f"{suit.symbol} ", f"$suit-{suit.color}"), (card.title, "bold"))
            lines = [row for sentence in said for row in indented(sentence, "$quiet", self._room)]
            if options.option_count:
                options.add_option(ListedOption("", disabled=True))
            options.add_option(ListedOption(Content("\n").join([head, *lines]), id=card_id))
        options.highlighted = min(2, options.option_count - 1) if at is None else at
        self.add_class("-listing")
        options.focus()
        self._title()

    # -- deeds ------------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Back to the mistakes, or to where one came from."""
        if not self.listing:
            self.dismiss(None)
            return
        self.remove_class("-listing")
        self.query_one("#mistakes", OptionList).focus()
        self._title()

    def action_step(self, step: int) -> None:
        options = self.query_one("#loose" if self.listing else "#mistakes", OptionList)
        options.action_cursor_down() if step > 0 else options.action_cursor_up()

    @on(OptionList.OptionSelected, "#mistakes")
    def open_mistake(self, event: OptionList.OptionSelected) -> None:
        line = self.lines[event.option_index // 2]
        if line.loose:
            self._list_cards(line)
        else:
            self.dismiss(line.card)

    @on(OptionList.OptionSelected, "#loose")
    def go(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
