"""A newer edition of a deck is offered with what it changes, and no answer is lost by taking it."""

from __future__ import annotations

from collections.abc import Callable

from impactcards.deck.compare import compare
from impactcards.deck.loader import load_deck
from impactcards.tui.screens.card import CardScreen
from impactcards.tui.screens.dialogs import Question
from impactcards.tui.widgets.line import Block

NEW_CARD = """\
  - id: fresh
    suit: start
    title: Fresh card
    prompt: What is new?
    minutes: 1
    answer: {kind: text, lines: 1}
recipes:
"""


def edited(text: str) -> str:
    """The next edition: one card more, one card less, one prompt in other words."""
    without = text[: text.index("  - id: mood")] + text[text.index("  - id: who") :]
    without = without.replace("    when: {card: mood, below: 3}\n", "").replace(
        "[aim, goals, mood, who", "[aim, goals, who"
    )
    other = without.replace("Which goals?", "Which goals, honestly?").replace("version: 1.0.0", "version: 1.1.0")
    return other.replace("recipes:\n", NEW_CARD, 1)


async def until(pilot, holds: Callable[[], bool]) -> None:
    """Wait until something holds; at most ten seconds."""
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came to hold")


def test_what_changes(deck_path) -> None:
    older = load_deck(deck_path).deck
    deck_path.write_text(edited(deck_path.read_text(encoding="utf-8")), encoding="utf-8")
    changes = compare(older, load_deck(deck_path).deck)
    assert [card.id for card in changes.new] == ["fresh"]
    assert [card.id for card in changes.gone] == ["mood"]
    assert [card.id for card in changes.changed] == ["goals", "extra"]
    assert compare(older, older).none


async def test_it_is_offered_and_taken(make_app, opened, again, deck_path) -> None:
    opened.strategy.set_value("mood", 2)
    opened.strategy.set_value("aim", "to be found")
    assert opened.save().ok
    deck_path.write_text(edited(deck_path.read_text(encoding="utf-8")), encoding="utf-8")
    app = make_app(again())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Question) and bool(app.screen.query(Block)))
        said = app.screen.query_one(Block).text
        assert "Fresh card" in said
        assert "Mood" in said
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, CardScreen))
        assert app.sitting.deck.card("fresh") is not None
        assert app.sitting.strategy.answer("aim").value == "to be found"
        await pilot.press("ctrl+q")
    text = (opened.folder / "strategy.yaml").read_text(encoding="utf-8")
    assert "mood" in text
    assert "version: 1.1.0" in (opened.folder / "deck.yaml").read_text(encoding="utf-8")
