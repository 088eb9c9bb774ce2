"""Draws the pictures of the documentation: the real program, driven by keys, as SVG.

Run it as ``python docs/pictures/draw.py`` in an environment in which the program is installed.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from impactcards.deck.library import Library, bundled_folder
from impactcards.home import Home
from impactcards.settings import Settings
from impactcards.strategy.folder import create
from impactcards.strategy.opened import OpenStrategy
from impactcards.tui.app import ImpactCardsApp
from impactcards.words import words

HERE = Path(__file__).parent

GOALS = (
    "Planned in early: landscape architects ask us before the tender",
    "Eight apprentices who know what they are in for",
)


async def picture(
    name: str, opened: OpenStrategy | None, home: Home, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """Drive the program with ``keys`` and save what it shows."""
    library = Library(home.decks, 1_000_000)
    app = ImpactCardsApp(opened, home=home, library=library, settings=Settings(theme="light"), say=words("en"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        await pilot.press(*keys)
        await pilot.pause(0.4)
        drawn = app.export_screenshot(title="impactcards")
    # The fonts would be fetched from elsewhere; every reader has a monospaced one.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"<!--.*?-->\s*", "", drawn, flags=re.DOTALL).replace("Fira Code", "ui-monospace")
    (HERE / f"{name}.svg").write_text(drawn, encoding="utf-8")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Home.at(Path(folder))
        await picture("shelf", None, home, (), (92, 26))
        deck = bundled_folder() / "social-media-strategy.yaml"
        opened = create(home, "Wipfel & Tau 2027", deck, language="en", recipe="sprint")
        for goal in GOALS:
            opened.strategy.add_item("goals", goal)
        opened.save()
        await picture("card", opened, home, ("pageup", "f2"), (92, 26))


if __name__ == "__main__":
    asyncio.run(main())
