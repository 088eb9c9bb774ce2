"""The outline of a document: a strategy, its deck and its findings, turned into blocks that every format can write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from impactcards.document.appendix import appendix
from impactcards.document.blocks import Chapter, Outline
from impactcards.document.chapters import chapter_plans, chapters
from impactcards.document.loose_ends import loose_ends
from impactcards.document.material import Material
from impactcards.document.one_page import one_page
from impactcards.strategy.dates import show_date
from impactcards.strategy.findings import Finding, find
from impactcards.strategy.strategy import Strategy
from impactcards.words import Words, words


def build(
    strategy: Strategy,
    *,
    today: date,
    findings: Sequence[Finding] | None = None,
    titles: Mapping[str, str] | None = None,
    say: Words | None = None,
    versions: Sequence[tuple[date, Strategy]] = (),
) -> Outline:
    """The whole document of a strategy, as of ``today``, in the strategy's language.

    ``findings`` are looked for where they are not given. ``titles`` are those of cards that the deck no longer has.
    ``versions`` are those that reviews kept, with their days: the ratings in them become lines over time.
    """
    if findings is None:
        findings = find(strategy, today=today)
    material = Material(strategy, findings, say or words(strategy.language), today)
    plans = chapter_plans(strategy.deck, material.say)
    day = show_date(today, strategy.language, long=True)
    ends = [_minutes(material, titles or {}), loose_ends(material, plans), appendix(material, titles or {})]
    return Outline(
        title=strategy.name,
        byline=" · ".join(part for part in (strategy.deck.title, day) if part),
        language=strategy.language,
        day=today.isoformat(),
        one_page=one_page(material, plans),
        chapters=(*chapters(material, plans, versions), *(chapter for chapter in ends if chapter)),
    )


def _minutes(material: Material, titles: Mapping[str, str]) -> Chapter | None:
    if not material.strategy.lists.get("sessions"):
        return None
    from impactcards.document.minutes import minutes_chapter  # most strategies are nobody's but one person's

    return minutes_chapter(material, titles)


def last_change(strategy: Strategy) -> date:
    """The local day on which an answer last changed; without answers, that on which the strategy was made."""
    moments = [moment for answer in strategy.answers.values() for moment in (answer.updated, answer.confirmed)]
    for moment in sorted([*moments, strategy.created], reverse=True):
        try:
            made = datetime.fromisoformat(moment)
        except ValueError:
            continue
        return (made if made.tzinfo else made.replace(tzinfo=UTC)).astimezone().date()
    return datetime.now(UTC).astimezone().date()


__all__ = ["build", "last_change"]
