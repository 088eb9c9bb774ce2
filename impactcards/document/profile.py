"""The mistakes a deck works against, as part of a chapter: three facts about each, and how their ratings moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from impactcards.document.blocks import Bar, Bars, Block, Heading, Lines, Listing, Paragraph, Run, Series, plain
from impactcards.document.material import Material
from impactcards.records import replace
from impactcards.strategy.dates import show_date
from impactcards.strategy.profile import NAMES, ProfileLine, over_time, profile
from impactcards.strategy.strategy import Strategy

#: So many moments fit beside the name of a mistake.
MOST_MOMENTS = 6

_FIVE = 5


def profile_blocks(material: Material, versions: Sequence[tuple[date, Strategy]]) -> tuple[Block, ...]:
    """The profile; nothing while no mistake is rated and nothing is decided against any."""
    lines = [
        replace(line, rating=None) if _is_sealed(material, line) else line
        for line in profile(material.strategy, today=material.today, findings=material.findings)
    ]
    if not any(line.decided or line.rating is not None for line in lines):
        return ()
    say = material.say
    title = say("The five mistakes") if len(lines) == _FIVE else say("The mistakes")
    lead = say(
        "Mistakes that come back every year: what we say of ourselves, what we have decided against each, "
        "and what is still loose."
    )
    blocks: list[Block] = [Heading(3, title, "mistakes"), Paragraph(plain(lead), "question"), _bars(material, lines)]
    remarks = [(line, remark) for line in lines if (remark := line.remark)]
    if remarks:
        named = [(Run(say(NAMES[line.mistake]), "strong"), Run(f": {say(remark)}")) for line, remark in remarks]
        blocks.append(Listing(tuple(named)))
    return (*blocks, *_lines(material, lines, versions))


def _is_sealed(material: Material, line: ProfileLine) -> bool:
    card = material.deck.card(line.card)
    return card is not None and material.is_sealed(card)


def _bars(material: Material, lines: Sequence[ProfileLine]) -> Bars:
    say = material.say
    heads = (say("Mistake"), say("We say"), say("We decided"), say("Still loose"), say("So far"))
    rows = []
    for line in lines:
        base = line.low if line.low > 0 else line.low + 1  # a scale from 0 begins with an empty bar
        said = say("not rated") if line.rating is None else say("{n} of {highest}", n=line.rating, highest=line.top)
        facts = (say("{n} of {m}", n=line.decided, m=line.of), str(line.loose), say(line.word))
        value = None if line.rating is None else line.rating - base + 1
        rows.append(Bar(say(NAMES[line.mistake]), value, line.top - base + 1, said, facts))
    return Bars("", heads, tuple(rows), steps=True)


def _lines(
    material: Material, lines: Sequence[ProfileLine], versions: Sequence[tuple[date, Strategy]]
) -> tuple[Block, ...]:
    """The ratings over time; nothing before the first review, or where there was nothing to follow."""
    moved = over_time(material.strategy, versions[-(MOST_MOMENTS - 1) :], today=material.today)
    shown = [line for line in lines if line.rating is not None or not _is_sealed(material, line)]
    series = [
        Series(material.say(NAMES[line.mistake]), tuple(point.rating for point in moved[line.mistake]))
        for line in shown
    ]
    before = [value for line in series for value in line.values[:-1]]
    if not versions or all(value is None for value in before):
        return ()
    days = [point.day for point in next(iter(moved.values()))[:-1]]
    moments = (*(show_date(day, material.strategy.language) for day in days), material.say("now"))
    title = material.say("How we rated ourselves before each review")
    return (Lines(title, moments, tuple(series), min(line.low for line in lines), max(line.top for line in lines)),)


__all__ = ["profile_blocks"]
