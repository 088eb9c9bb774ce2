"""Every colour that carries words keeps a contrast of 4.5:1 against what it stands on, in both themes."""

import pytest
from textual.color import Color

from impactcards.deck.model import COLORS
from impactcards.tui.theme import DARK, LIGHT, SUIT_COLORS, THEMES, theme_name


def luminance(color: Color) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [c / 255 for c in (color.r, color.g, color.b)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_deck_colour_has_a_pair() -> None:
    assert set(SUIT_COLORS) == set(COLORS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_can_be_read(theme) -> None:
    which = 0 if theme.dark else 1
    words = {f"suit {name}": pair[which] for name, pair in SUIT_COLORS.items()}
    words |= {
        "quiet": theme.variables["quiet"],
        "warning": theme.warning,
        "error": theme.error,
        "primary": theme.primary,
    }
    words |= {"success": theme.success, "foreground": theme.foreground}
    assert words
    for name, color in words.items():
        for ground in (theme.surface, theme.background, theme.panel):
            assert contrast(color, ground) >= 4.5, (name, ground, round(contrast(color, ground), 2))


@pytest.mark.parametrize(
    ("wanted", "environ", "name"),
    [
        ("dark", {"COLORFGBG": "0;15"}, DARK),
        ("light", {}, LIGHT),
        ("auto", {}, DARK),
        ("auto", {"COLORFGBG": "0;15"}, LIGHT),
        ("auto", {"COLORFGBG": "15;default;0"}, DARK),
        ("auto", {"COLORFGBG": "rubbish"}, DARK),
    ],
)
def test_the_theme_follows_the_setting_then_the_terminal(wanted, environ, name) -> None:
    assert theme_name(wanted, environ) == name
