"""Names are free; folders are names that every file system takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactcards.strategy import names


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Acme 2027", "acme-2027"),
        ("Grüne Bäckerei & Söhne", "grüne-bäckerei-söhne"),
        ("Wipfel/Tau: 50%", "wipfel-tau-50"),
        ("..", "strategy"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\\b", "a-b"),
        ("CON", "con-strategy"),
        ("com1", "com1-strategy"),
        ("COM¹", "com1-strategy"),
        ("nul.txt", "nul-txt"),
        ("Archive", "archive-strategy"),
        ("dots...  ", "dots"),
        ("🎉🎉", "strategy"),
        ("🎉 Fest", "fest"),
        ("Anna's plan", "annas-plan"),
        ("日本語", "日本語"),
        ("हिन्दी", "हिन्दी"),
        ("--", "strategy"),
        ("", "strategy"),
        ("x" * 300, "x" * 60),
        ("ｆｕｌｌ", "full"),
        ("-rf *", "rf"),
    ],
)
def test_a_folder_is_a_safe_slug_of_the_name(name: str, folder: str) -> None:
    assert names.slug(name) == folder


@given(st.text(max_size=300))
def test_any_text_makes_a_safe_folder(name: str) -> None:
    folder = names.slug(name)
    assert folder
    assert folder == names.slug(folder) or folder.endswith("-strategy")
    assert len(folder.encode("utf-8")) <= 200
    assert re.search(r'[\x00-\x2c./:;<=>?@\[\\\]^`{|}~"]', folder) is None
    assert folder.lower() == folder
    assert folder[0] != "-"


def test_a_name_that_is_taken_gets_a_number_letter_case_aside() -> None:
    assert names.free("acme", []) == "acme"
    assert names.free("acme", ["ACME", "acme-2"]) == "acme-3"
    assert names.free("grün", ["GRU\u0308N"]) == "grün-2"


@given(st.text(max_size=80))
def test_a_name_is_one_line(name: str) -> None:
    line = names.one_line(name)
    assert "\n" not in line
    assert line == line.strip()
    assert names.one_line(line) == line
