"""What a person typed is what a reader of the rendered document reads, whatever Markdown would make of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from impactcards.document.blocks import (
    Block,
    Chapter,
    Definitions,
    Entry,
    Heading,
    Listing,
    Note,
    Outline,
    Paragraph,
    Run,
    Table,
    TableColumn,
    plain,
)
from impactcards.document.markdown import to_markdown

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

MARKUP = "\\`*_{}[]()#+-.!|<>&;:=~$^\"'/@% \n1290aZäß漢–…\u00a0\u0301"
texts = st.one_of(
    st.text(st.sampled_from(MARKUP), max_size=30),
    st.text(st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n"), max_size=30),
    st.lists(
        st.sampled_from(
            [
                "# a",
                "---",
                "===",
                "- a",
                "+ a",
                "* a",
                "1. a",
                "2) b",
                "> a",
                "    code",
                "```",
                "~~~",
                "| a | b |",
                "|--|--|",
                ":-:",
                "<script>alert(1)</script>",
                "[x](http://y)",
                "![x](y)",
                "[a]: http://b",
                "*a*",
                "__a__",
                "~~a~~",
                "&amp;",
                "&#65;",
                "a\\",
                "\\",
                "a  ",
                "- [ ] a",
                "<!-- a",
                "<a@b.cc>",
                "http://a_b_c.de/*",
                "a_b_c",
                "3 * 4 * 5",
                "#tag",
                "C:\\new",
                "\\|",
                "",
            ]
        ),
        max_size=5,
    ).map("\n".join),
)


def document(*blocks: Block) -> str:
    return to_markdown(Outline("Title", "", "en", "", None, (Chapter("Chapter", "chapter", blocks),)))


def read(markdown: str) -> list[tuple[str, list[str]]]:
    """The blocks of rendered Markdown after the two headings: what each is, and its lines as text."""
    tokens = RENDERER.parse(markdown)
    found = []
    inside: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            inside.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "inline":
            found.append(("/".join(inside), inline_text(token)))
        else:
            found.append((token.type, [token.content]))
    return found[2:]


def inline_text(token: Token) -> list[str]:
    text = ""
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            text += "\n"
        else:
            assert child.type in ("text", "text_special", "strong_open", "strong_close", "em_open", "em_close"), child
            text += child.content
    return text.split("\n")


def typed(text: str) -> list[str]:
    """The lines a person typed that are not blank, without the space around them."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def one_line(text: str) -> str:
    return " ".join(typed(text))


@given(texts)
@example("a\n===")
@example("a\n:-")
@example("-- -")
@example("x\n1. y")
def test_a_paragraph_gives_its_text_back(text: str) -> None:
    expected = [("paragraph", typed(text))] if typed(text) else []
    assert read(document(Paragraph(plain(text)))) == expected


@given(texts)
def test_a_question_gives_its_text_back(text: str) -> None:
    expected = [("paragraph", typed(text))] if typed(text) else []
    assert read(document(Paragraph(plain(text), "question"))) == expected


@given(texts, texts)
def test_emphasis_stays_where_it_was_put(strong: str, after: str) -> None:
    assert read(document(Paragraph((Run("x" + strong + "x", "strong"), Run(" " + after))))) == [
        ("paragraph", typed("x" + strong + "x " + after))
    ]


@given(st.lists(texts.filter(str.strip), min_size=1, max_size=4), st.booleans())
def test_a_list_gives_its_items_back(items: list[str], numbered: bool) -> None:
    kind = "ordered_list" if numbered else "bullet_list"
    found = read(document(Listing(tuple(plain(item) for item in items), numbered)))
    assert found == [(f"{kind}/list_item/paragraph", typed(item)) for item in items]


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=3), texts, texts)
def test_a_table_gives_its_cells_back(rows: list[tuple[str, str]], left: str, right: str) -> None:
    table = Table((TableColumn(left), TableColumn(right, "number")), tuple(("x" + a, b) for a, b in rows))
    cells = [text for kind, (text,) in read(document(table)) if kind.endswith(("/th", "/td"))]
    assert cells == [one_line(t) for t in (left, right, *(t for a, b in rows for t in ("x" + a, b)))]


@given(texts.filter(str.strip))
def test_a_heading_gives_its_text_back(text: str) -> None:
    assert read(document(Heading(3, text))) == [("heading", [one_line(text)])]


@given(texts.filter(str.strip), texts.filter(str.strip))
def test_an_entry_gives_its_term_and_facts_back(term: str, fact: str) -> None:
    found = read(document(Definitions((Entry(term, (("Why", fact),)),))))
    assert found == [("paragraph", [one_line(term)]), ("bullet_list/list_item/paragraph", typed("Why: " + fact))]


@given(texts.filter(str.strip))
@settings(max_examples=60)
def test_a_note_gives_its_text_back(text: str) -> None:
    found = read(document(Note("Note:", text)))
    assert [kind for kind, _ in found] == ["blockquote/paragraph"] * len(found)
    lines = [line for _, some in found for line in some]
    assert lines[0].startswith("Note:")
    assert typed("\n".join([lines[0].removeprefix("Note:"), *lines[1:]])) == typed(text)


@pytest.mark.parametrize(
    "text",
    [
        "snake_case and C:\\Users",
        "3 * 4 = 12",
        "#hashtag, @name, ~5 hours",
        "5 < 6 > 4",
        "100 % & more",
        "Planners (3 to 15), a/b",
        "-5 °C",
    ],
)
def test_what_is_no_markup_is_not_escaped(text: str) -> None:
    assert text in document(Paragraph(plain(text)))


def test_two_lists_in_a_row_stay_two() -> None:
    markdown = document(Listing((plain("a"),)), Listing((plain("b"),)), Listing((plain("c"),), numbered=True))
    assert [token.type for token in RENDERER.parse(markdown) if token.type.endswith("list_open")] == [
        "bullet_list_open",
        "bullet_list_open",
        "ordered_list_open",
    ]
