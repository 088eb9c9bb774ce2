"""A small app around one editor at a time, which does what a card screen does; and a deck with a card for each kind.

Run it to try the editors by hand: ``python tests/tui/editors/editor_app.py [CARD] [--light]``; F8 and F9 turn cards.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from impactcards.deck.kinds import (
    AnswerKind,
    ChoiceAnswer,
    Column,
    DateAnswer,
    ListAnswer,
    NumberAnswer,
    Option,
    RankAnswer,
    Row,
    RowsOf,
    ScaleAnswer,
    TableAnswer,
    TextAnswer,
)  # fmt: skip
from impactcards.deck.model import Card, Deck, Suit
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow, Value
from impactcards.tui.editors import Editor, editor_for
from impactcards.tui.theme import DARK, LIGHT, THEMES
from impactcards.tui.widgets.line import Line
from impactcards.words import words

_EXAMPLE = "1 Planned in early: landscape architects ask us before the tender. 2 Eight apprentices. 3 Towns."
_SITUATION = (
    Option("alone", "One person does nearly everything"),
    Option("ads", "We pay for ads, or plan to", "Then the card on money is dealt."),
    Option("ai", "We use AI tools for words, pictures or answers"),
    Option("none", "None of these", alone=True),
)
_STEPS = (Option("made", "we made"), Option("noticed", "people noticed"), Option("did", "people did"))
_LABELS = {1: "None", 2: "One to three", 3: "About half", 4: "Seven to nine", 5: "All ten"}


def _card(card_id: str, answer: AnswerKind, example: str = "") -> Card:
    return Card(card_id, "compass", card_id.replace("-", " ").capitalize(), "What?", answer, example=example)


CARDS = (
    _card("vision", TextAnswer(lines=3), "We want to be found. And more."),
    _card("motto", TextAnswer(lines=1), "Everyone climbs."),
    _card("goals", ListAnswer(at_most=3), _EXAMPLE),
    _card("audiences", ListAnswer(at_least=2)),
    _card("situation", ChoiceAnswer(options=_SITUATION, several=True, at_most=2)),
    _card("one-step", ChoiceAnswer(options=_STEPS)),
    _card("main-goals", ChoiceAnswer(source="goals", several=True)),
    _card("order", RankAnswer(options=_STEPS)),
    _card("goal-order", RankAnswer(source="goals")),
    _card("reason", ScaleAnswer(1, 5, _LABELS)),
    _card("trust", ScaleAnswer(0, 10, {0: "not at all", 10: "fully"})),
    _card("hours", NumberAnswer("h", minimum=0, maximum=200)),
    _card("review", DateAnswer()),
    _card(
        "channels",
        TableAnswer(
            (
                Column("channel", "Channel", TextAnswer(), required=True),
                Column("goals", "Serves goals", ChoiceAnswer(source="goals", several=True), cover=True),
                Column("posts", "Posts a week", NumberAnswer()),
                Column("start", "Start", DateAnswer()),
                Column("fit", "Fit", ScaleAnswer(1, 5)),
            )
        ),
    ),
    _card(
        "people",
        TableAnswer(
            (
                Column("person", "Person or role", TextAnswer()),
                Column("part", "Part", ChoiceAnswer(options=_STEPS, several=True)),
                Column("hours", "Hours a month", NumberAnswer("h")),
            )
        ),
    ),
    _card(
        "promise",
        TableAnswer(
            (
                Column("within", "Within", NumberAnswer("h")),
                Column("times", "At which times", TextAnswer()),
                Column("answers", "Answers", ChoiceAnswer(source="people")),
            ),
            rows=RowsOf("channels"),
        ),
    ),
    _card(
        "quarters",
        TableAnswer(
            (Column("plan", "Plan", TextAnswer()), Column("load", "Load", ScaleAnswer(1, 5))),
            rows=(Row("q1", "First quarter"), Row("q2", "Second quarter")),
        ),
    ),
)

DECK = Deck("trial", "en", "Trial", "1", "", "", (Suit("compass", "Compass", "▲", "blue"),), CARDS)


def goals(*texts: str) -> tuple[Item, ...]:
    """Items with the ids aaaa, baaa, …"""
    return tuple(Item(f"{chr(97 + at)}aaa", text) for at, text in enumerate(texts))


def strategy_with(language: str = "en", **values: Value) -> Strategy:
    """A strategy with these answers; card ids have underscores for hyphens."""
    answers = {card_id.replace("_", "-"): Answer(value) for card_id, value in values.items()}
    return Strategy("Acme", DECK, language, answers=answers)


class EditorApp(App[None]):
    """Shows one card's editor below a line on it."""

    CSS = """
    Screen { background: $background; }
    #how { padding: 0 2; margin-bottom: 1; }
    #slot { height: 1fr; padding: 0 1; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+z", "undo"), ("ctrl+y", "redo"), ("f8", "turn(-1)"), ("f9", "turn(1)"),
    ]  # fmt: skip

    def __init__(self, card_id: str, strategy: Strategy, *, read_only: bool = False, theme: str = DARK) -> None:
        super().__init__()
        self.strategy = strategy
        self.card_id = card_id
        self.read_only = read_only
        self.said: list[Message] = []
        self.past: list[Answer] = []
        self.future: list[Answer] = []
        self.kinds: list[str] = []
        self._editors: dict[str, Editor] = {}
        for made in THEMES:
            self.register_theme(made)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield Line(id="how")
        yield Vertical(id="slot")

    def on_mount(self) -> None:
        self.turn_to(self.card_id)

    @property
    def card(self) -> Card:
        card = self.strategy.deck.card(self.card_id)
        assert card is not None
        return card

    @property
    def editor(self) -> Editor:
        return self._editors[self.card.answer.kind]

    @property
    def value(self) -> Value:
        """The answer to the card, as the strategy has it."""
        return self.strategy.answer(self.card_id).value

    def begin(self, strategy: Strategy) -> None:
        """Go on with another strategy, at the same card."""
        self.strategy = strategy
        self.said, self.past, self.future, self.kinds = [], [], [], []
        self.editor.load(self.card, strategy, read_only=self.read_only)

    def turn_to(self, card_id: str) -> None:
        """Show another card."""
        if self._editors:
            self.editor.flush()
        self.card_id = card_id
        kind = self.card.answer.kind
        if kind not in self._editors:
            self._editors[kind] = editor_for(self.card.answer, words("en"))
            self._editors[kind].on_change = self.take
            self._editors[kind].on_add = self.on_editor_add_item
            self.query_one("#slot").mount(self._editors[kind])
        for name, editor in self._editors.items():
            editor.display = name == kind
        self.editor.load(self.card, self.strategy, read_only=self.read_only)
        self.tell_how()
        self.call_later(self.editor.take_focus)

    def take(self, event: Editor.Changed) -> None:
        self.past.append(self.strategy.answer(event.card_id))
        self.kinds.append(event.kind)
        self.future.clear()
        self.strategy.set_value(event.card_id, event.value)

    def tell_how(self) -> None:
        say, editor = words("en"), self.editor
        how = editor.how_to if isinstance(editor.how_to, str) else say(editor.how_to)
        status = editor.status if isinstance(editor.status, str) else say(editor.status)
        self.query_one("#how", Line).show(
            Content.assemble((f"{self.card.title}", "bold"), (f" · {how}" if how else "", "$quiet"), f"   {status}")
        )

    def on_editor_status_changed(self, event: Editor.StatusChanged) -> None:
        if event.control is self.editor:
            self.tell_how()

    def on_editor_add_item(self, event: Editor.AddItem) -> None:
        self.said.append(event)
        event.then(self.strategy.add_item(event.card_id, event.text))

    def on_editor_removed(self, event: Editor.Removed) -> None:
        self.said.append(event)

    def on_editor_leave(self, event: Editor.Leave) -> None:
        self.said.append(event)

    def on_editor_jump(self, event: Editor.Jump) -> None:
        self.said.append(event)

    def action_undo(self) -> None:
        self._step(self.past, self.future)

    def action_redo(self) -> None:
        self._step(self.future, self.past)

    def _step(self, source: list[Answer], target: list[Answer]) -> None:
        self.editor.flush()
        if source:
            target.append(self.strategy.answer(self.card_id))
            self.strategy.put(self.card_id, source.pop())
            self.editor.refresh_answer()

    def action_turn(self, by: int) -> None:
        ids = [card.id for card in self.strategy.deck.cards]
        self.turn_to(ids[(ids.index(self.card_id) + by) % len(ids)])


def _channel(row_id: str, name: str, goals: tuple[str, ...], posts: int, start: str, fit: int) -> TableRow:
    return TableRow(row_id, {"channel": name, "goals": goals, "posts": posts, "start": start, "fit": fit})


def filled() -> Strategy:
    """A strategy to look at."""
    return strategy_with(
        vision="We want to be found by the people who plan playgrounds.\n\nNot by everybody.",
        goals=goals(
            "Win 40 qualified leads a quarter from trade-fair visitors and the people who read the newsletter",
            "Be the first name that graduates think of",
            "Keep the team",
        ),
        situation=("ads", "ai"),
        reason=3,
        order=("did",),
        hours=12500,
        review="2027-12-03",
        channels=(
            _channel("caaa", "LinkedIn", ("aaaa", "baaa"), 3, "2027-01-05", 4),
            _channel("cbaa", "Newsletter", ("baaa",), 1, "2027-02-01", 5),
            TableRow("ccaa", {"channel": "Trade-fair blog"}),
        ),
        people=(TableRow("paaa", {"person": "Jule Brandes, marketing", "part": ("made", "did"), "hours": 40}),),
    )


if __name__ == "__main__":
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")]
    EditorApp(wanted[0] if wanted else "goals", filled(), theme=LIGHT if "--light" in sys.argv else DARK).run()
