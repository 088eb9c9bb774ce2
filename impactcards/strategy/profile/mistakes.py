"""What people call the mistakes: a name, and what it looks like from inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from impactcards.deck.model import Mistake

NAMES: Mapping[Mistake, str] = {
    "no-strategy": N_("Content without a strategy"),
    "no-evidence": N_("Decisions from the gut"),
    "no-conversation": N_("Nobody answers"),
    "algorithm-chasing": N_("Chasing the algorithm"),
    "no-adaptation": N_("“We have always done it this way”"),
}

ABOUT: Mapping[Mistake, str] = {
    "no-strategy": N_("quantity over quality, no audience, no aim"),
    "no-evidence": N_("data lies unused"),
    "no-conversation": N_("the community is an afterthought"),
    "algorithm-chasing": N_("tricks for the platform instead of relations with people"),
    "no-adaptation": N_("platforms change, we do not"),
}
