"""Opening and beginning strategies from the shelf, with every trouble said in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.faults import UserError
from impactcards.strategy.folder import create, open_strategy, open_version
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.recovery import DamagedStrategy

if TYPE_CHECKING:
    from impactcards.deck.model import Card
    from impactcards.strategy.reviews import Review
    from impactcards.tui.app import ImpactCardsApp
    from impactcards.tui.recipes import Offer
    from impactcards.words import Words


def open_folder(app: ImpactCardsApp, folder: Path) -> None:
    """Open the strategy in a folder, or say why it cannot be opened and offer its newest version that reads."""
    open_safely(app, lambda: open_strategy(app.home, app.library, str(folder)))


def review_folder(app: ImpactCardsApp, folder: Path) -> None:
    """Begin or go on with the review of the strategy in a folder; with nothing to review, say when there will be."""
    open_safely(app, lambda: open_strategy(app.home, app.library, str(folder)), review=True)


def begin(app: ImpactCardsApp, offer: Offer, name: str) -> None:
    """Create a strategy for a recipe of the shelf and put its first card on the table."""

    def make() -> OpenStrategy:
        return create(app.home, name, offer.deck_path, language=app.deck_language, recipe=offer.recipe)

    open_safely(app, make)


def open_demo(app: ImpactCardsApp) -> None:
    """Look around in the example."""
    if app.make_demo is not None:
        open_safely(app, app.make_demo)


def open_safely(app: ImpactCardsApp, make: Callable[[], OpenStrategy], *, review: bool = False) -> None:
    """Play what ``make`` opens, or its review; what goes wrong is said on the shelf."""
    try:
        opened = make()
        begun = _begin_review(app, opened) if review else None
    except DamagedStrategy as damaged:
        _offer_version(app, damaged)
        return
    except UserError as error:
        app.notify(error.worded(app.say), markup=False, severity="warning", timeout=12)
        return
    if begun is not None or not review:
        app.play(opened, review=begun)


def _begin_review(app: ImpactCardsApp, opened: OpenStrategy) -> Review | None:
    """The review, if it deals any card; otherwise the day of the next one is said."""
    from impactcards.strategy import reviews
    from impactcards.strategy.dates import local_today, show_date
    from impactcards.strategy.due import next_review

    if reviews.running(opened.strategy) is not None or reviews.would_deal(opened):
        return reviews.begin(opened)
    say, day = app.say, next_review(opened.strategy, local_today())
    if day is None:
        text = say("There is nothing to review, and no answer that ages.")
    else:
        text = say(
            "There is nothing to review yet. Next time: {date}.",
            date=show_date(day, say.language, long=True, weekday=True),
        )
    app.notify(text, markup=False)
    return None


def _offer_version(app: ImpactCardsApp, damaged: DamagedStrategy) -> None:
    from impactcards.tui.screens.dialogs import Question

    say, version = app.say, damaged.newest_readable_version
    text = damaged.worded(say)
    if version is None:
        app.notify(text, markup=False, severity="warning", timeout=12)
        return
    question = (
        text + "\n\n" + say("Open the version {name} to read it? The damaged file stays as it is.", name=version.stem)
    )

    def answer(yes: bool | None) -> None:
        if yes:
            open_safely(app, lambda: open_version(app.home, app.library, damaged.folder, version))

    app.push_screen(Question(question, say, yes=say("Open it"), no=say("Not now")), answer)


def offer_newer_deck(app: ImpactCardsApp, opened: OpenStrategy) -> None:
    """Ask whether a newer edition of the deck should be played from now on."""
    from impactcards.tui.screens.dialogs import Question

    say = app.say
    text = "\n\n".join(
        [
            say("There is a newer edition of this deck."),
            *_what_changes(app, opened),
            say("Play it from now on? No answer is lost either way."),
        ]
    )

    def answer(yes: bool | None) -> None:
        if not yes:
            return
        try:
            opened.take_newer_deck()
        except UserError as error:
            app.notify(error.worded(say), markup=False, severity="warning", timeout=12)
            return
        app.play_again(opened)

    app.push_screen(Question(text, say, yes=say("Play the newer one"), no=say("Stay with this one")), answer)


def _what_changes(app: ImpactCardsApp, opened: OpenStrategy) -> list[str]:
    """What the newer edition does to the cards, a line for each kind of change."""
    from impactcards.deck.compare import compare
    from impactcards.deck.loader import load_deck

    if opened.newer_deck is None:
        return []
    try:
        newer = load_deck(opened.newer_deck, language=opened.deck.language, max_bytes=app.library.max_bytes).deck
    except UserError:
        return []
    say, changes = app.say, compare(opened.deck, newer)
    lines = []
    if changes.new:
        titles = _titles(changes.new, say)
        lines.append(
            say.plural("{n} card is new: {titles}", "{n} cards are new: {titles}", len(changes.new), titles=titles)
        )
    if changes.changed:
        titles = _titles(changes.changed, say)
        lines.append(
            say.plural(
                "{n} card has changed: {titles}",
                "{n} cards have changed: {titles}",
                len(changes.changed),
                titles=titles,
            )
        )
    if changes.gone:
        titles = _titles(changes.gone, say)
        lines.append(
            say.plural(
                "{n} card is gone, its answer is kept: {titles}",
                "{n} cards are gone, their answers are kept: {titles}",
                len(changes.gone),
                titles=titles,
            )
        )
    return ["\n".join(lines)] if lines else []


def _titles(cards: tuple[Card, ...], say: Words) -> str:
    return ", ".join(say.quoted(card.title) for card in cards[:3]) + (" …" if len(cards) > 3 else "")
