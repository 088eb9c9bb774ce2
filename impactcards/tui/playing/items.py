"""Items that an answer adds to another card or takes away from others, and saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.tui.editors import Editor

if TYPE_CHECKING:
    from impactcards.tui.playing.screen import PlayingScreen


def add_item(screen: PlayingScreen, wanted: Editor.AddItem) -> None:
    """Add the item to the card it is picked from, and pick it."""
    item = screen.sitting.strategy.add_item(wanted.card_id, wanted.text)
    wanted.then(item)
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
