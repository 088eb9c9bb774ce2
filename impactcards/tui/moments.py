"""Moments as people say them: the time for today, the day for before."""

from __future__ import annotations

from datetime import datetime

from impactcards.strategy.dates import show_date
from impactcards.words import Words


def day_in_words(moment: str, say: Words) -> str:
    """``today 14:03`` or ``Fri 5 Dec 2027`` for a UTC time such as ``2026-11-24T14:03:05Z``; empty if it is none."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    if local.date() == datetime.now().astimezone().date():
        return say("today {time}", time=f"{local:%H:%M}")
    return show_date(local.date().isoformat(), say.language)
