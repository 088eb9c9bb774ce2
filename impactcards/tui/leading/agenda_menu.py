"""The agenda over the screen: what was, what is, what comes and when; and going to any card."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen


def show_agenda(screen: LeadingScreen) -> None:
    """Choose where to go."""
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, session, deck = screen.say, screen.session, screen.sitting.deck
    now = datetime.fromtimestamp(screen.now()).astimezone()
    entries = session.agenda.entries
    at = now if session.at < 0 else now - timedelta(minutes=session.played())
    choices, on_agenda = [], set()

    def done(card_id: str) -> str:
        return "✓" if screen.sitting.strategy.answer(card_id).answered else "○"

    for n, entry in enumerate(entries):
        card = deck.card(entry.card)
        on_agenda.add(entry.card)
        if card is not None:
            time = say("left out") if entry.left_out else done(card.id) if n < session.at else f"{at:%H:%M}"
            title = f"{'▸' if n == session.at else ' '} {card.title}"
            choices.append(Choice(card.id, title, aside=f"{time}   " + say("{n} min", n=f"{entry.minutes:g}")))
        at += timedelta(minutes=entry.minutes)
    others = (card for card in deck.cards if card.id not in on_agenda)
    choices += [Choice(card.id, f"  {card.title}", aside=say("not on the agenda")) for card in others]

    def go(card_id: str | None) -> None:
        card = deck.card(card_id) if card_id else None
        if card is not None:
            screen.go_to(card, focus=False)
            screen.sitting.take_agenda()
            screen.show_all()

    current = session.card.id if session.card else ""
    screen.app.push_screen(Choose(say("Go to which card?"), choices, say, filter=True, at=current), go)
