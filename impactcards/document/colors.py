"""The colours of suits in documents, each as a pair that keeps 4.5:1 against the paper it stands on.

Colour is never the only sign: whatever has one also has a title.
"""

from __future__ import annotations

from collections.abc import Mapping

#: colour name of a deck -> (on white paper, on the dark screen)
SUIT_COLORS: Mapping[str, tuple[str, str]] = {
    "slate": ("#4c5866", "#a9b4c2"),
    "blue": ("#1f5da8", "#7fb2f0"),
    "rose": ("#a8325c", "#f09bb5"),
    "green": ("#2c6e3a", "#86c98f"),
    "amber": ("#825608", "#e0b35f"),
    "coral": ("#a8452a", "#f2a083"),
    "violet": ("#6340b0", "#bba3f0"),
    "brown": ("#76502f", "#cfaa8a"),
    "cyan": ("#166672", "#74c7d1"),
}

#: What stands in for the colour of something that has none.
USUAL_COLOR = "slate"


def known_color(name: str) -> str:
    """The colour itself if there is one of that name, else the usual one."""
    return name if name in SUIT_COLORS else USUAL_COLOR


__all__ = ["SUIT_COLORS", "USUAL_COLOR", "known_color"]
