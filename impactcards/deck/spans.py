"""Lengths of calendar time as decks write them: ``10 days``, ``2 weeks``, ``6 months``, ``1 year``."""

from __future__ import annotations

import re
from typing import Any

from impactcards.deck.model import Span

_SPAN = re.compile(r"([1-9][0-9]{0,3}) (day|week|month|year)s?\Z")


def parse_span(text: str) -> Span | None:
    """The span that ``text`` says, or None."""
    found = _SPAN.match(text)
    if found is None:
        return None
    unit: Any = found[2] + "s"
    return Span(int(found[1]), unit)
