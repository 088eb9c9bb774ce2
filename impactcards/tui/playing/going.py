"""Going from card to card: leaving the one on the table, putting another there, and what can wait until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.model import Card

if TYPE_CHECKING:
    from impactcards.tui.playing.screen import PlayingScreen

#: Seconds after a change until the hand is dealt anew; nobody waits for it.
SETTLE = 0.3


class Going:
    """Moves the screen's sitting on."""

    def __init__(self, screen: PlayingScreen) -> None:
        self._screen = screen
        self._settling = False

    def go_to(self, card: Card, *, focus: bool) -> None:
        """Leave the card on the table and put another one there, with the cursor in its answer or not."""
        screen = self._screen
        left = screen.sitting.card
        loose = self.leave_card()
        self._put(card, focus=focus)
        if loose and left.id != card.id and not screen.showing.notice.has_class("-said"):
            text = screen.say.plural(
                "“{title}” leaves one thing open. It stands on that card.",
                "“{title}” leaves {n} things open. They stand on that card.",
                loose,
                title=left.title,
            )
            screen.say_once(text)

    def _put(self, card: Card, *, focus: bool) -> None:
        self._screen.sitting.go_to(card)
        self.settle_soon()
        self._screen.show_card(focus=focus)

    def leave_card(self) -> int:
        """Take in the last of what was typed; returns how many findings the card has, the first time it is left."""
        screen = self._screen
        screen.editor.flush()
        loose = screen.sitting.leave_card()
        screen.card_left(screen.sitting.card)
        return loose

    def next(self, *, focus: bool) -> None:
        """The next card, or the end of the hand."""
        screen = self._screen
        screen.editor.flush()
        card = screen.sitting.neighbour(1)
        if card is not None:
            self.go_to(card, focus=focus)
        else:
            self.leave_card()
            screen.showing.show_progress()
            screen.show_end()

    def back(self, *, focus: bool) -> None:
        """The card before."""
        screen = self._screen
        card = screen.sitting.neighbour(-1)
        if card is not None:
            self.go_to(card, focus=focus)
        else:
            screen.say_once(screen.say("This is the first card."))

    def put_off(self, how: str) -> None:
        """Put the card on the table off (``later``) or skip it (``skipped``) and go on, or take that back."""
        screen, say = self._screen, self._screen.say
        sitting = screen.sitting
        if sitting.read_only:
            return
        screen.editor.flush()
        if sitting.strategy.answer(sitting.card.id).put_off == how:
            sitting.put_off(None)
            screen.showing.show_how()
            screen.showing.show_progress()
            return
        title = sitting.card.title
        sitting.put_off("later" if how == "later" else "skipped")
        screen.card_left(sitting.card)
        card = sitting.neighbour(1)
        if card is None:
            screen.showing.show_how()
            screen.showing.show_progress()
            screen.show_end()
            return
        sitting.deal_again()
        self._put(card, focus=screen.focused is not None)
        said = say("“{title}” is put off; the map keeps it for you.", title=title)
        if how != "later":
            said = say("“{title}” is skipped on purpose; the document says so.", title=title)
        screen.say_once(said)

    # -- what can wait ----------------------------------------------------------------------------------------------

    def settle_soon(self) -> None:
        """Deal anew and look for findings in a moment. Cheap: called on every key press."""
        if not self._settling:
            self._settling = True
            self._screen.set_timer(SETTLE, self._settle)

    def _settle(self) -> None:
        self._settling = False
        screen, sitting = self._screen, self._screen.sitting
        if not screen.is_attached:
            return
        came = sitting.settle()
        screen.showing.show_progress()
        screen.showing.notice.keep_findings([sitting.worded(f) for f in sitting.findings_of(sitting.card)])
        screen.showing.show_how()
        if came:
            titles = ", ".join(screen.say.quoted(card.title) for card in came)
            screen.say_once(
                screen.say.plural(
                    "Your answer adds a card: {titles}.",
                    "Your answer adds {n} cards: {titles}.",
                    len(came),
                    titles=titles,
                )
            )
