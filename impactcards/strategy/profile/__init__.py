"""The profile: the mistakes a deck works against, each with three plain facts, and how their ratings moved."""

from impactcards.strategy.profile.facts import ABOUT, NAMES, UNANSWERED, WORDS, ProfileLine, profile
from impactcards.strategy.profile.past import Rating, over_time, reviewed_versions

__all__ = [
    "ABOUT",
    "NAMES",
    "UNANSWERED",
    "WORDS",
    "ProfileLine",
    "Rating",
    "over_time",
    "profile",
    "reviewed_versions",
]
