"""How every screen looks, at 80x24 and 120x40, in both themes and both languages. After a change that is meant:

pytest tests/tui/test_looks.py --snapshot-update
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from impactcards.deck.library import Library, bundled_folder
from impactcards.settings import Settings
from impactcards.strategy import reviews
from impactcards.strategy.fill import fill
from impactcards.strategy.folder import create
from impactcards.tui.app import ImpactCardsApp
from impactcards.words import words

ANSWERS = {
    "en": """
goals:
  - Win 40 qualified leads a quarter from trade-fair visitors and the people who read the newsletter
  - Be the first name that graduates think of
  - Keep the team
audiences: [Planners in small offices, School leavers nearby]
channels:
  - channel: Newsletter
    job: One repair and one drawing a month
    goals: [Keep the team]
    audiences: [Planners in small offices]
  - channel: Trade-fair blog
    job: Answers that are found for years
    audiences: [Planners in small offices, School leavers nearby]
review-date: 2027-02-24
""",
    "de": """
goals:
  - 40 gute Anfragen im Quartal von Menschen, die uns auf der Messe oder im Newsletter begegnet sind
  - Die erste Adresse für Auszubildende sein
  - Das Team halten
audiences: [Planungsbüros, Jugendliche in der Nähe]
channels:
  - channel: Newsletter
    job: Jeden Monat eine Reparatur und ein Plan
    goals: [Das Team halten]
    audiences: [Planungsbüros]
  - channel: Messeblog
    job: Antworten, die über Jahre gefunden werden
    audiences: [Planungsbüros, Jugendliche in der Nähe]
review-date: 2027-02-24
""",
}

SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "list": ("goals", ()),
    "back": ("goals", ("f2",)),
    "table": ("channels", ()),
    "pick": ("channels", ("tab", "tab", "enter")),
    "text": ("one-sentence", ()),
    "date": ("review-date", ()),
    "scale": ("mirror-strategy", ()),
    "finding": ("channels", ("escape", "k")),
    "mistakes": ("goals", ("escape", "5")),
    "map": ("goals", ("ctrl+o",)),
    "document": ("goals", ("f4",)),
    "help": ("goals", ("f1",)),
    "menu": ("goals", ("f10",)),
    "settings": ("goals", ("escape", "comma")),
}


@pytest.fixture
def app_at(home, tmp_path, monkeypatch):
    """The app on a card of a strategy that always looks the same: no day, no time and no folder of this machine."""
    monkeypatch.setattr(
        "impactcards.tui.saving.shown_path", lambda path: f"~/Documents/Impact Cards/acme/{Path(path).name}"
    )

    def make(card: str, *, language: str, theme: str, review: bool = False) -> ImpactCardsApp:
        library = Library(home.decks, 1_000_000)
        recipe = "taster" if card.startswith("mirror") else "sprint"
        deck = bundled_folder() / "social-media-strategy.yaml"
        opened = create(home, "Acme 2027", deck, language=language, recipe=recipe)
        opened.strategy.clock = lambda: "2026-11-24T14:03:05Z"
        fill(opened.strategy, ANSWERS[language], file="answers.yaml", today=date(2026, 11, 24))
        opened.save()
        opened.remember_place(card, recipe)
        return ImpactCardsApp(
            opened,
            home=home,
            library=library,
            settings=Settings(theme=theme),
            say=words(language),
            review=reviews.begin(opened, recipe="sprint") if review else None,
        )

    return make


async def _settled(pilot) -> None:
    """Let the screen come to rest; a cursor that blinks would look different each time."""
    from textual.widgets import Input, TextArea

    await pilot.pause(0.2)
    for field in pilot.app.screen.query("Input, TextArea"):
        if isinstance(field, Input | TextArea):
            field.cursor_blink = False
    await pilot.pause(0.1)


@pytest.mark.parametrize(
    ("size", "theme", "language"),
    [((80, 24), "dark", "de"), ((80, 24), "light", "en"), ((120, 40), "dark", "en"), ((120, 40), "light", "de")],
    ids=["80x24-dark-de", "80x24-light-en", "120x40-dark-en", "120x40-light-de"],
)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.slow
def test_screen(snap_compare, app_at, screen, size, theme, language) -> None:
    card, keys = SCREENS[screen]
    app = app_at(card, language=language, theme=theme)
    assert snap_compare(app, press=keys, terminal_size=size, run_before=_settled)


@pytest.mark.parametrize(
    ("size", "theme", "language"),
    [((80, 24), "light", "de"), ((120, 40), "dark", "en")],
    ids=["80x24-light-de", "120x40-dark-en"],
)
@pytest.mark.slow
def test_review(snap_compare, app_at, size, theme, language) -> None:
    """The third card of a review, its answer changed."""
    app = app_at("goals", language=language, theme=theme, review=True)
    keys = ("n", "n", "enter", "exclamation_mark", "escape", "wait:400")
    assert snap_compare(app, press=keys, terminal_size=size, run_before=_settled)


@pytest.mark.parametrize(
    ("size", "theme", "language"),
    [((80, 24), "dark", "en"), ((120, 40), "light", "de")],
    ids=["80x24-dark-en", "120x40-light-de"],
)
@pytest.mark.slow
def test_shelf(snap_compare, home, size, theme, language) -> None:
    """The shelf of a newcomer."""
    library = Library(home.decks, 1_000_000)
    app = ImpactCardsApp(None, home=home, library=library, settings=Settings(theme=theme), say=words(language))
    assert snap_compare(app, terminal_size=size, run_before=_settled)
