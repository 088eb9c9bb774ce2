"""The screen of the mistakes, alone: what it shows in little room and in much, and where its keys lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.app import App

from impactcards.deck.library import Library, bundled_folder
from impactcards.home import Home
from impactcards.strategy.folder import open_strategy
from impactcards.strategy.profile import reviewed_versions
from impactcards.tui.screens.profile import ProfileScreen
from impactcards.tui.theme import THEMES
from impactcards.words import words

DAY = date(2026, 11, 16)


class Alone(App[None]):
    """Nothing but the screen. ``gone_to`` is what it returned."""

    CSS_PATH = str(Path(__file__).parents[2] / "impactcards" / "tui" / "app.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: ProfileScreen, theme: str) -> None:
        super().__init__()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        self.opened = screen
        self.gone_to: list[str | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.opened, self.gone_to.append)


MakeApp = Callable[..., Alone]


@pytest.fixture
def app() -> MakeApp:
    def make(language: str = "en", *, theme: str = "impact-dark", **more: object) -> Alone:
        folder = bundled_folder() / "demo" / language
        strategy = open_strategy(Home.at(folder / "nowhere"), Library(), folder, read_only=True).strategy
        for card_id, value in more.items():
            strategy.set_value(card_id.replace("_", "-"), value)  # type: ignore[arg-type]
        versions = reviewed_versions(folder, strategy)
        return Alone(ProfileScreen(strategy, words(language), today=DAY, versions=versions), theme)

    return make


def text_of(app: Alone) -> list[str]:
    """The lines of the screen as they are painted."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.slow
async def test_five_mistakes_fit_into_a_small_terminal(app: MakeApp, language: str, theme: str) -> None:
    made = app(language, theme=theme)
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = text_of(made)
        text = "\n".join(lines)
        say = words(language)
        assert text.count("●") == 2 + 2 + 3 + 2 + 2
        assert text.count("→ 2 → 2") == 4
        assert sum(text.count(say(word)) for word in ("nearly there", "out of the loop, for now")) == 5
        assert say("You say") in text
        assert lines[-1].strip().endswith(("back", "zurück"))
        assert max(map(len, lines)) <= 80


@pytest.mark.slow
async def test_a_large_terminal_shows_days_and_what_the_ends_mean(app: MakeApp) -> None:
    made = app()
    async with made.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        text = "\n".join(text_of(made))
        assert "1 (17 Aug 2026) → 2 (16 Nov 2026) → 2 (now)" in text
        assert "1 None … 5 All ten" in text
        assert "What is missing between the paper and the day?" in text


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_it_is_left_without_going_anywhere(app: MakeApp, key: str) -> None:
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert made.gone_to == [None]


async def test_a_mistake_with_nothing_loose_leads_to_its_rating(app: MakeApp) -> None:
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "n", "j", "enter")
        assert made.gone_to == ["mirror-relations"]


@pytest.mark.slow
async def test_a_mistake_with_loose_ends_lists_its_cards(app: MakeApp) -> None:
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        text = "\n".join(text_of(made))
        assert "Nobody answers" in text
        assert "Mia, on her own profile" in text
        assert text.count("Not ready yet for the first hour") == 4
        await pilot.resize_terminal(120, 40)
        await pilot.press("down", "enter")
        assert made.gone_to == ["crisis-kit"]


@pytest.mark.slow
async def test_the_list_of_cards_leads_back_to_the_mistake(app: MakeApp) -> None:
    made = app()
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter", "up")
        assert made.opened.listing
        await pilot.press("escape")
        assert not made.opened.listing
        assert made.gone_to == []
        await pilot.press("enter", "up", "enter")
        assert made.gone_to == ["mirror-evidence"]


@pytest.mark.slow
async def test_what_nobody_rated_shows_the_scale(app: MakeApp) -> None:
    made = app(mirror_strategy=None)
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = next(line for line in text_of(made) if "not rated" in line)
        assert "○○○○○" in line


@pytest.mark.slow
async def test_a_label_is_text_whatever_it_looks_like(app: MakeApp) -> None:
    from impactcards.deck.kinds import ScaleAnswer
    from impactcards.records import replace

    made = app()
    strategy = made.opened.strategy
    odd = ScaleAnswer(labels={2: "[/x] [b]half", 5: "{n}"})
    cards = tuple(replace(card, answer=odd) if card.id == "mirror-strategy" else card for card in strategy.deck.cards)
    strategy.deck = replace(strategy.deck, cards=cards)
    made.opened = ProfileScreen(strategy, words("en"), today=DAY)
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[/x] [b]half" in "\n".join(text_of(made))


@pytest.mark.slow
@pytest.mark.parametrize("size", [(40, 10), (60, 16), (200, 60)])
async def test_it_can_be_shown_in_any_room(app: MakeApp, size: tuple[int, int]) -> None:
    made = app()
    async with made.run_test(size=size) as pilot:
        await pilot.press("down", "enter", "escape", "up")
        assert "Content without" in "\n".join(text_of(made))
