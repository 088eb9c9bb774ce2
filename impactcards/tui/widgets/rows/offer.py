"""What a choice cell offers, and what its picks become when one more is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from impactcards.deck.kinds import Option
from impactcards.records import record

#: (several can be picked, this one is picked) -> the sign before an option.
SIGNS = {(False, False): "○", (False, True): "●", (True, False): "☐", (True, True): "☑"}

#: The entry that adds what was typed.
ADD = "+"


@record
class Offer:
    """What a choice cell offers. ``notes`` are remarks on single options.

    ``add`` words the offer to add a text, where there is one; ``empty`` is said while there is nothing to choose.
    """

    options: Sequence[Option]
    several: bool
    notes: dict[str, str]
    add: Callable[[str], str] | None = None
    empty: str = ""


def with_pick(picked: tuple[str, ...], chosen: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The ids ticked once ``chosen`` is, in the order of ``options``. One that stands alone unticks the others."""
    alone = {option.id for option in options if option.alone}
    kept = () if chosen in alone else tuple(found for found in picked if found not in alone)
    order = {option.id: at for at, option in enumerate(options)}
    return tuple(sorted((*kept, chosen), key=lambda found: order.get(found, len(order))))
