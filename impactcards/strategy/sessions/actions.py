"""An action as it is typed: who, what, until when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.records import record
from impactcards.strategy.dates import parse_date
from impactcards.strategy.names import one_line
from impactcards.strategy.sessions.people import known_as
from impactcards.words import closest_language

if TYPE_CHECKING:
    from datetime import date

    from impactcards.strategy.sessions.people import Participant

#: The words that lead a day at the end of an action, by language.
_LEADS = {
    "en": ("by", "until", "till", "before", "on", "at the latest"),
    "de": ("bis zum", "bis zur", "bis", "am", "vor dem", "spätestens", "zum"),
}

# A day that needs no word before it: it can hardly be anything else.
_PLAIN_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}")

# Who nobody knows yet: one to three words, each with a capital, before a colon.
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}")
_MOST_WORDS = 5

# What stands between the names of several people.
_AND = re.compile(r"\s*[,;&+/]\s*|\s+(?:and|und)\s+")


@record
class Action:
    """What somebody will do.

    ``who`` is a participant's id, a name nobody knows yet or those of several, or empty; ``until`` is an ISO date, or
    empty. ``state`` is open, done, moved or dropped; ``card`` and ``session`` are ids of where it was agreed.
    """

    id: str
    text: str
    who: str = ""
    until: str = ""
    state: str = "open"
    card: str = ""
    session: str = ""


def read_action(
    text: str, people: tuple[Participant, ...], language: str, today: date, *, strangers: bool = False
) -> tuple[str, str, str]:
    """(who, text, until) of ``Anna: lead numbers from Sales by 5.12.``; what is not understood stays in the text.

    ``strangers``: a word with a capital before a colon is a name, though nobody knows it. Where people are known, it is
    rather a subject ("Newsletter: a new head").
    """
    words = one_line(text)
    who, rest = _who(words, people, strangers)
    what, until = _until(rest, language, today)
    return who, what, until


def _who(text: str, people: tuple[Participant, ...], strangers: bool) -> tuple[str, str]:
    before, colon, after = text.partition(":")
    name, rest = before.strip(), after.strip()
    if not colon or not rest:
        return "", text
    person = known_as(name, people)
    if person is not None:
        return person.id, rest
    several = [known_as(part.strip(), people) for part in _AND.split(name)]
    known = [one for one in several if one is not None]
    if len(known) == len(several) > 1:
        return ", ".join(dict.fromkeys(one.name for one in known)), rest
    is_name = strangers and _NAME.fullmatch(name) and all(word[0].isupper() for word in name.split())
    return (name, rest) if is_name else ("", text)


def _until(text: str, language: str, today: date) -> tuple[str, str]:
    words = text.rstrip(" ").split(" ")
    tag = closest_language(language, tuple(_LEADS)) or "en"
    leads = (*_LEADS[tag], *(_LEADS["en"] if tag != "en" else ()))
    for at in range(max(1, len(words) - _MOST_WORDS - 2), len(words)):
        tail = " ".join(words[at:])
        lead = next((lead for lead in leads if tail.casefold().startswith(f"{lead} ")), "")
        day_words = tail[len(lead) :].strip() if lead else tail
        if not lead and not _PLAIN_DAY.fullmatch(day_words.rstrip("!;,")):
            continue
        day = parse_date(day_words, language, today) or parse_date(day_words.rstrip(".!;,"), language, today)
        if day is not None:
            return " ".join(words[:at]).rstrip(" ,;"), day.isoformat()
    return text, ""


__all__ = ["Action", "read_action"]
