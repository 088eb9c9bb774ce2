"""Items that an answer adds to another card or takes away from others, and saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.tui.editors import Editor

if TYPE_CHECKING:
    from impactcards.tui.added import Added
    from impactcards.tui.playing.screen import PlayingScreen


def add_item(screen: PlayingScreen, wanted: Editor.AddItem) -> None:
    """Add the item to the card it is picked from, and pick it."""
    item = screen.sitting.add_item(wanted.card_id, wanted.text, wanted.then)
    source = screen.sitting.deck.card(wanted.card_id)
    if source is not None:
        screen.say_once(
            screen.say("“{item}” now also stands on the card “{title}”.", item=item.text, title=source.title)
        )


def tell_removed(screen: PlayingScreen, removed: Editor.Removed) -> None:
    """Say where an item that went is picked."""
    say = screen.say
    titles = dict.fromkeys(card.title for pick in removed.picks if (card := screen.sitting.deck.card(pick.card)))
    screen.say_once(
        say(
            "“{item}” was picked on: {titles}. There it now reads as removed; {key} brings it back.",
            item=removed.item_text,
            titles=", ".join(map(say.quoted, titles)),
            key=screen.shown_key("undo"),
        )
    )


def tell_stays(screen: PlayingScreen, stays: tuple[Added, ...]) -> None:
    """Say that what an undone change had added to another card stays there."""
    card = screen.sitting.deck.card(stays[0].card_id)
    screen.say_once(
        screen.say(
            "“{item}” stays on the card “{title}”, because it is used there or elsewhere by now.",
            item=stays[0].item.text,
            title=card.title if card else stays[0].card_id,
        )
    )
