"""A session of 60 cards and 30 people with 200 ideas on the card in hand, for measuring what each deed costs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kept import DECK, deck_file

from impactcards.home import Home
from impactcards.strategy.folder import create
from impactcards.strategy.sessions import RoomFile, begin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CARDS, PEOPLE, IDEAS = 60, 30, 200

_CARD = "  - {{id: c{n}, suit: all, title: C{n}, prompt: P, minutes: 2, answer: {{kind: list}}}}\n"


def deeds(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each deed, with a saver at work behind it as the program has one."""
    home = Home.at(folder)
    deck = DECK.partition("cards:\n")[0] + "cards:\n" + "".join(_CARD.format(n=n) for n in range(CARDS))
    opened = create(home, "Many", deck_file(home, deck))
    session = begin(opened, people=PEOPLE, minutes=10_000)
    session.arrive(", ".join(f"Person {n}" for n in range(PEOPLE)))
    who = [person.id for person in session.participants()]
    saver = opened.saver(None, lambda _: None)
    opened.strategy.listen(saver.changed)
    file = RoomFile(session)
    session.next_card()
    session.to_step("collect")

    def measured(deed: Callable[[int], object], times: int) -> list[float]:
        taken = []
        for n in range(times):
            begun = time.perf_counter()
            deed(n)
            taken.append(1000 * (time.perf_counter() - begun))
        return taken

    found = {
        "an idea": measured(lambda n: session.add_idea(f"Win {n} leads a quarter", who[n % PEOPLE]), IDEAS),
        "one idea under another": measured(lambda n: session.merge([n + 1, n + 100]), 50),
        "a vote": measured(lambda n: session.vote_on(n + 100, 3), 50),
        "taking back": measured(lambda _: session.undo(), 50),
        "another step": measured(lambda n: session.to_step(("decide", "vote")[n % 2]), 20),
        "writing session.json": measured(lambda _: file.update(at_once=True), 20),
    }
    saver.close(30)
    return found


__all__ = ["CARDS", "IDEAS", "PEOPLE", "deeds"]
