"""Text is cleaned once; what stays survives everything that follows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactcards.text import clean, closest, first_line, shortened

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("Grüße 😀 „so“", "Grüße 😀 „so“"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\n\rb", "a\n\nb"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("\ufeffa\ufeff", "a"),
        ("a\ufffe\uffffb", "ab"),
        ("a\ud800b", "ab"),
        ("\x1b[31mred", "[31mred"),
        ("[bold]markup[/x]", "[bold]markup[/x]"),
    ],
)
def test_clean(typed: str, kept: str) -> None:
    """Line ends become line feeds, tabs spaces; control characters and what YAML cannot carry go."""
    assert clean(typed) == kept


def test_clean_can_keep_a_tab_apart() -> None:
    """A table takes a tab as the step to the next cell."""
    assert clean("a\tb\r\n", tab="\x00") == "a\x00b\n"


def test_clean_returns_the_very_text_if_nothing_is_to_be_done() -> None:
    """A clean text costs one look."""
    text = "nothing to do\nhere"
    assert clean(text) is text


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What was cleaned is clean: no control character but the line feed, and nothing that UTF-8 refuses."""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") for c in cleaned)
    assert cleaned.encode().decode() == cleaned


@pytest.mark.parametrize(("text", "line"), [("a\nb", "a"), ("\n  \n b \nc", "b"), ("", ""), ("\n", "")])
def test_first_line(text: str, line: str) -> None:
    """Blank lines are passed over."""
    assert first_line(text) == line


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("promt", "prompt"),
        ("Prompt", "prompt"),
        ("fresh for", "fresh_for"),
        ("fresh-for", "fresh_for"),
        ("zebra", None),
        ("", None),
        ("p" * 1000, None),
    ],
)
def test_closest(word: str, meant: str | None) -> None:
    """The nearest word is suggested only if it is near."""
    assert closest(word, ["prompt", "fresh_for", "title"]) == meant


def test_shortened() -> None:
    """What is quoted in a fault stays on one line."""
    assert shortened("a\nb\x1b") == "a b"
    assert shortened("x" * 100, 10) == "xxxxxxxxx…"
    assert shortened("") == ""
