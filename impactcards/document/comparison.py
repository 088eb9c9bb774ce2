"""What changed between two states of a strategy, as a document of its own: for whoever wants to know what is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from impactcards.document.blocks import Block, Chapter, Heading, Listing, Outline, Paragraph, Run, plain
from impactcards.document.changes import ChangeBlocks
from impactcards.document.markdown import to_markdown
from impactcards.document.outline import last_change
from impactcards.strategy.comparing import CardChange, Comparison, compare
from impactcards.strategy.dates import show_date
from impactcards.strategy.strategy import Strategy
from impactcards.words import N_, Words, words

if TYPE_CHECKING:
    from impactcards.strategy.versions import Version

# What can become of a card, in the order in which it is counted; "{n} cards changed:" stands before it.
_COUNTED = {
    "answered": N_("{n} newly answered"),
    "changed": N_("{n} answered differently"),
    "emptied": N_("{n} no longer answered"),
    "beside": N_("{n} only in notes or marks"),
}


def comparison_markdown(
    older: Strategy,
    newer: Strategy,
    *,
    since: Version | None = None,
    until: Version | None = None,
    today: date | None = None,
) -> str:
    """What changed from ``older`` to ``newer`` as Markdown, in the newer strategy's language.

    ``since`` and ``until`` are the versions that hold them, None for the present; ``today`` is the present's day, the
    day of the last change where it is not given.
    """
    outline = build_comparison(compare(older, newer), since=since, until=until, today=today)
    return to_markdown(outline)


def build_comparison(
    comparison: Comparison, *, since: Version | None = None, until: Version | None = None, today: date | None = None
) -> Outline:
    """A comparison as an outline: at a glance, then a chapter for each suit. See :func:`comparison_markdown`."""
    newer = comparison.newer
    say = words(newer.language)
    at = today or last_change(newer)
    blocks = ChangeBlocks(comparison, say, at)
    return Outline(
        title=say("What changed: {name}", name=newer.name),
        byline=span(comparison, say, since=since, until=until, today=at),
        language=newer.language,
        day=at.isoformat(),
        one_page=None,
        chapters=tuple(_chapters(comparison, blocks, say)),
    )


def span(
    comparison: Comparison, say: Words, *, since: Version | None, until: Version | None, today: date | None = None
) -> str:
    """From when to when: the days in words, with the versions' labels."""
    ends = []
    for strategy, version in ((comparison.older, since), (comparison.newer, until)):
        day = version.day if version is not None else today or last_change(strategy)
        shown = show_date(day, comparison.newer.language, long=True) if day is not None else ""
        label = version.label if version is not None else say("now")
        ends.append(f"{shown} ({label})" if shown and label else shown or label)
    return say("From {older} to {newer}", older=ends[0], newer=ends[1])


def summary(comparison: Comparison, say: Words) -> str:
    """How many cards changed, and how, in a sentence."""
    total = len(comparison.cards)
    if not total:
        return say("Nothing changed.")
    parts = ", ".join(say(text, n=n) for how, text in _COUNTED.items() if (n := comparison.count(how)))
    return say.plural("{n} card changed: {parts}.", "{n} cards changed: {parts}.", total, parts=parts)


def by_suit(comparison: Comparison, say: Words) -> Iterator[tuple[str, list[CardChange]]]:
    """The changed cards of each suit with its title, in deck order; at the end those of cards that no deck has."""
    suits = {suit.id: suit.title for deck in (comparison.older.deck, comparison.newer.deck) for suit in deck.suits}
    order = dict.fromkeys(suit.id for deck in (comparison.newer.deck, comparison.older.deck) for suit in deck.suits)
    for suit_id in (*order, ""):
        cards = [change for change in comparison.cards if change.suit == suit_id]
        if cards:
            yield suits.get(suit_id, "") or say("Cards that the deck no longer has"), cards


def _chapters(comparison: Comparison, blocks: ChangeBlocks, say: Words) -> Iterator[Chapter]:
    suits = list(by_suit(comparison, say))
    glance: list[Block] = [Paragraph(plain(summary(comparison, say)))]
    if len(comparison.cards) > 1:
        lines = [(Run(title, "strong"), Run(": " + _titles(cards, say))) for title, cards in suits]
        glance.append(Listing(tuple(lines)))
    yield Chapter(say("At a glance"), "glance", tuple(glance))
    for number, (title, cards) in enumerate(suits, 1):
        told = [block for change in cards for block in (Heading(3, change.title, change.card), *blocks.of(change))]
        yield Chapter(title, f"suit-{number}", tuple(told))


def _titles(cards: list[CardChange], say: Words) -> str:
    titles = [say("{title} (new)", title=c.title) if c.how == "answered" else c.title for c in cards]
    return ("; " if any("," in title for title in titles) else ", ").join(titles)


__all__ = ["build_comparison", "by_suit", "comparison_markdown", "span", "summary"]
