"""What is typed on the one line, read as a command or as an idea."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactcards.strategy.sessions import STEPS, Typed, as_words, read_line


@pytest.mark.parametrize(
    ("text", "step", "expected"),
    [
        ("", "collect", Typed("nothing")),
        ("40 leads a quarter", "collect", Typed("idea", "40 leads a quarter")),
        ("@Anna Ben", "collect", Typed("arrive", "Anna Ben")),
        ("@Anna (sales), Ben", "", Typed("arrive", "Anna (sales), Ben")),
        ("@", "collect", Typed("idea", "@")),
        ("=3", "collect", Typed("same", numbers=(3,))),
        ("= 3", "merge", Typed("same", numbers=(3,))),
        ("=3 more", "collect", Typed("idea", "=3 more")),
        ("5=3", "merge", Typed("under", numbers=(5, 3))),
        ("7+9 fewer, better posts", "merge", Typed("together", "fewer, better posts", (7, 9))),
        ("7 + 9 + 11", "merge", Typed("together", "", (7, 9, 11))),
        ("2+2=5", "merge", Typed("idea", "2+2=5")),
        ("5=3", "write", Typed("idea", "5=3")),
        ("5", "vote", Typed("count", "5")),
        ("2,5", "vote", Typed("count", "2,5")),
        ("5", "collect", Typed("idea", "5")),
        ("5 more", "vote", Typed("idea", "5 more")),
        (".", "collect", Typed("blank")),
        ("b", "vote", Typed("blank")),
        ("B", "collect", Typed("idea", "B")),
        (" =3", "collect", Typed("idea", "=3")),
        (" b", "collect", Typed("idea", "b")),
        ("Anna: call", "act", Typed("action", "Anna: call")),
        ("a line", "", Typed("park", "a line")),
    ],
)
def test_a_line(text: str, step: str, expected: Typed) -> None:
    assert read_line(text, step) == expected


@given(st.text(), st.sampled_from([*STEPS, ""]))
def test_any_line_means_something_and_can_be_words(text: str, step: str) -> None:
    found = read_line(text, step)
    words = as_words(text, step)
    assert (found.what == "nothing") == (words.what == "nothing") == (not text.strip())
    assert words.what in ("idea", "action", "park", "nothing")
    assert words.text == text.strip()
    assert read_line(f" {text}", step) == words
