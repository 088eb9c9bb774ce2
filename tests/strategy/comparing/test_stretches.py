"""Texts compared word by word: no word is lost, nothing hangs, and what is shown can be read."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactcards.strategy.comparing import Stretch, stretches


def shown(before: str, after: str) -> str:
    """The stretches in one line: gone ones in [-…], new ones in [+…]."""
    marks = {"same": "{}", "gone": "[-{}]", "come": "[+{}]"}
    return " ".join(marks[stretch.how].format(stretch.text) for stretch in stretches(before, after))


def words_of(found: tuple[Stretch, ...], *hows: str) -> list[str]:
    return [word for stretch in found if stretch.how in hows for word in stretch.text.split()]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("We answer within two days.", "We answer within one day.", "We answer within [-two days.] [+one day.]"),
        ("We answer.", "We answer every comment.", "We [-answer.] [+answer every comment.]"),
        ("a b c", "a c", "a [-b] c"),
        ("a c", "a b c", "a [+b] c"),
        ("", "new words", "[+new words]"),
        ("old words", "", "[-old words]"),
        ("  a   b\n", "a b", ""),
        ("a\n\nb", "a b", ""),
        ("a b\nc", "a b\nd e", "a b\n [-c] [+d e]"),
        ("One plan for the year", "Nobody has read it at all", "[-One plan for the year] [+Nobody has read it at all]"),
        (
            "they post the photos every Monday at nine and archive them",
            "we write and edit long stories at last and archive them",
            "[-they post the photos every Monday at nine] [+we write and edit long stories at last] and archive them",
        ),
        ("図書館で本を読む", "図書館で紙を読む", "図書館で [-本] [+紙] を読む"),
    ],
)
def test_changed_words_stand_side_by_side(before: str, after: str, wanted: str) -> None:
    assert shown(before, after) == wanted


_TEXTS = st.text(st.sampled_from("ab .\n本"), max_size=40) | st.text(max_size=40)


@given(_TEXTS, _TEXTS)
def test_no_word_is_lost(before: str, after: str) -> None:
    found = stretches(before, after)
    if before.split() == after.split():
        assert found == ()
        return
    assert any(stretch.how != "same" and stretch.text.strip() for stretch in found)

    def letters(text: str) -> str:
        return "".join(text.split())

    assert letters("".join(words_of(found, "same", "gone"))) == letters(before)
    assert letters("".join(words_of(found, "same", "come"))) == letters(after)


def _prose(words: int, vocabulary: int, seed: int, line: int = 0) -> str:
    drawn = random.Random(seed)
    made = [f"w{drawn.randrange(vocabulary)}" for _ in range(words)]
    if not line:
        return " ".join(made)
    return "\n".join(" ".join(made[at : at + line]) for at in range(0, words, line))


@pytest.mark.slow
@pytest.mark.parametrize("vocabulary", [1, 2, 100, 5000])
@pytest.mark.parametrize("words", [2_900, 100_000])
@pytest.mark.parametrize("line", [0, 1, 80])
def test_long_texts_end(vocabulary: int, words: int, line: int) -> None:
    """The worst texts there are: any vocabulary, on one line and on many, with hardly anything in common."""
    before, after = _prose(words, vocabulary, 1, line), _prose(words - 7, vocabulary, 2, line)
    found = stretches(before, after)
    assert words_of(found, "same", "gone") == before.split()
    assert words_of(found, "same", "come") == after.split()


@pytest.mark.slow
def test_in_a_book_a_changed_word_is_found() -> None:
    before = "\n\n".join(f"Paragraph {n} says what it says about {n * 7}." for n in range(10_000))
    after = before.replace("Paragraph 4711 says", "Paragraph 4711 keeps")
    found = stretches(before, after)
    assert [(s.how, s.text) for s in found if s.how != "same"] == [("gone", "says"), ("come", "keeps")]
