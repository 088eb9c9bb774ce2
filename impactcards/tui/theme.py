"""The two themes, and each suit colour as a pair that keeps 4.5:1 against the surface it stands on.

Colour is never the only sign: suits have symbols, findings have a mark, and states have glyphs. Red and yellow stay
free for faults and findings.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

DARK, LIGHT = "impact-dark", "impact-light"

#: colour name of a deck -> (on the dark surface, on the light surface)
SUIT_COLORS: Mapping[str, tuple[str, str]] = {
    "slate": ("#a9b4c2", "#4c5866"),
    "blue": ("#7fb2f0", "#1f5da8"),
    "rose": ("#f09bb5", "#a8325c"),
    "green": ("#86c98f", "#2c6e3a"),
    "amber": ("#e0b35f", "#825608"),
    "coral": ("#f2a083", "#a8452a"),
    "violet": ("#bba3f0", "#6340b0"),
    "brown": ("#cfaa8a", "#76502f"),
    "cyan": ("#74c7d1", "#166672"),
}


def _suits(which: int) -> dict[str, str]:
    return {f"suit-{name}": pair[which] for name, pair in SUIT_COLORS.items()}


THEMES = (
    Theme(
        name=DARK,
        dark=True,
        primary="#8fb6e6",
        secondary="#a9b4c2",
        accent="#e0b35f",
        warning="#e6c15c",
        error="#f08a86",
        success="#86c98f",
        foreground="#e4e6ea",
        background="#15181d",
        surface="#1c2027",
        panel="#272d36",
        variables={
            **_suits(0),
            "quiet": "#98a2af",
            "line": "#3a424e",
            "input-selection-background": "#8fb6e6 30%",
            "block-cursor-background": "#8fb6e6",
            "block-cursor-foreground": "#15181d",
            "block-cursor-text-style": "none",
        },
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#1f5da8",
        secondary="#4c5866",
        accent="#825608",
        warning="#855600",
        error="#a3262a",
        success="#2c6e3a",
        foreground="#1d2126",
        background="#f3f1ec",
        surface="#fdfcfa",
        panel="#e6e3dc",
        variables={
            **_suits(1),
            "quiet": "#5c6570",
            "line": "#c9c4ba",
            "input-selection-background": "#1f5da8 25%",
            "block-cursor-background": "#1f5da8",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-text-style": "none",
        },
    ),
)


def theme_name(wanted: str, environ: Mapping[str, str]) -> str:
    """The theme for the setting ``wanted`` (auto, dark or light). ``auto`` follows what the terminal says of itself.

    COLORFGBG is ``FOREGROUND;BACKGROUND`` in the 16 ANSI colours, set by rxvt, Konsole and others; 7 and 9 to 15 are
    light.
    """
    if wanted in ("dark", "light"):
        return DARK if wanted == "dark" else LIGHT
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if background.isdigit() and (int(background) == 7 or int(background) >= 9) else DARK
