"""What can be done in a review: its own deeds, beside those of every card. See ``tui/keys``."""

from __future__ import annotations

from impactcards.tui.keys import CARD_DEEDS, Deed
from impactcards.words import N_

#: What can be done in a review only.
REVIEW_DEEDS: tuple[Deed, ...] = (
    Deed("still-true", N_("still true"), N_("Say that the answer is still true, or take that back."), (), ("y",)),
    Deed("why", N_("why"), N_("Say why the answer changed, or why it stays."), (), ("w",)),
    Deed("drop", N_("drop"), N_("Empty the answer: it is no longer true. The version keeps it."), (), ("x", "delete")),
    Deed(
        "compare",
        N_("last time"),
        N_("See the whole of last time's answer beside the new one."),
        (),
        ("equals_sign",),
    ),
    Deed(
        "end", N_("end the review"), N_("End the review. Cards that are not settled come back next time."), (), ("E",)
    ),
)

#: All of them. A review deals its own cards, so there is no other recipe to go on with; and it has its own comparison.
ALL_DEEDS = (*REVIEW_DEEDS, *(deed for deed in CARD_DEEDS if deed.id not in ("recipe", "versions")))

#: The order in which the key bar of a review names its deeds.
REVIEW_BAR = ("still-true", "next", "why", "drop", "compare", "turn", "map", "document", "help")
