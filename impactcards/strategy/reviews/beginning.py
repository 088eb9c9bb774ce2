"""Beginning a review, and going on with one that was not ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.faults import UserError
from impactcards.strategy.dates import local_today
from impactcards.strategy.recipes import require_recipe
from impactcards.strategy.reviews.entries import REVIEWS, running, write
from impactcards.strategy.reviews.review import Review
from impactcards.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from impactcards.strategy.opened import OpenStrategy

#: What the version is called that a review keeps at its beginning, in the strategy's language.
LABEL = N_("before the review")


def begin(opened: OpenStrategy, *, recipe: str = "", today: Callable[[], date] = local_today) -> Review:
    """Begin a review: save, keep a version, and write the entry. One that is running is gone on with instead.

    ``recipe`` is the id of the recipe whose cards are dealt with the others; without one it is the deck's recipe with
    ``review: true``, if it has one. Raises :class:`UserError` if there is no such recipe, or nothing can be written.

    Killed at any moment, this leaves at most a version that no review names, which does no harm.
    """
    strategy = opened.strategy
    if opened.read_only_reason is not None:
        raise UserError(opened.read_only_reason)
    require_recipe(strategy.deck, recipe)
    _save(opened)  # another window may have begun one
    held = resume(opened, today=today)
    if held is not None:
        if recipe and recipe != held.entry.get("recipe"):
            held.choose_recipe(recipe)
            _save(opened)
        return held
    from impactcards.strategy.versions import keep_version
    from impactcards.words import words

    version = keep_version(opened, words(strategy.language)(LABEL))
    chosen = recipe or next((each.id for each in strategy.deck.recipes if each.review), "")
    entry = {"id": strategy.make_id(), "started": strategy.clock(), "version": version.name}
    if chosen:
        entry["recipe"] = chosen
    listed = strategy.lists.setdefault(REVIEWS, [])
    listed.append({**entry, "cards": {}})
    review = Review(opened, entry["id"], today=today)
    write(strategy, review.id, {card.id: {"did": None} for card in review.hand().cards})
    try:
        _save(opened)
    except UserError:
        listed[:] = [each for each in listed if each.get("id") != review.id]
        raise
    return review


def resume(opened: OpenStrategy, *, today: Callable[[], date] = local_today) -> Review | None:
    """The review that was begun and not ended, or None. Nothing is written."""
    entry = running(opened.strategy)
    if entry is None:
        return None
    return Review(opened, str(entry.get("id") or ""), today=today)


def would_deal(opened: OpenStrategy, *, recipe: str = "", today: Callable[[], date] = local_today) -> bool:
    """Whether a review would deal any card if it were begun now. Nothing is written."""
    from impactcards.strategy.reviews import dealing

    strategy = opened.strategy
    chosen = recipe or next((each.id for each in strategy.deck.recipes if each.review), "")
    return bool(dealing.reasons(strategy, strategy.deck.recipe(chosen), today(), opened.past()))


def _save(opened: OpenStrategy) -> None:
    result = opened.save()
    if result.error is not None:
        raise UserError(result.error)


__all__ = ["begin", "resume", "would_deal"]
