"""A document that has a text in every place there is, and texts that are hard on a file format."""

from __future__ import annotations

from hypothesis import strategies as st

from impactcards.document.blocks import (
    Bar,
    Bars,
    Block,
    Chapter,
    Definitions,
    Entry,
    Heading,
    Lines,
    Listing,
    Note,
    OnePage,
    Outline,
    Paragraph,
    Part,
    Picture,
    Run,
    Series,
    Table,
    TableColumn,
    plain,
)

PIECES = (
    "<script>alert(1)</script>",
    "</w:t></w:r>",
    "]]>",
    "&lt; &amp; &#60;",
    '#import "/etc/passwd"',
    '#read("x")',
    "$x^2$ *a* _b_ `c` @d <e> // \\u{1f600} [f]",
    "{ } %s {x}",
    "\x00\x07\x1b[31m\x9b",
    "\ufffe\uffff\ufdd0",
    "\u202eabc",
    "\u2067\u200f",
    "שלום",
    "العربية",
    "👩‍👩‍👧‍👦 🎉 😀",
    "e\u0301\u0489\u20dd",
    "你好，世界",
    "Ἀθῆναι",
    "Привет",
    "\r\n",
    "\n\n",
    "\t",
    "\ud800",
    " ",
    "\U000f1234\ue000",
    "x" * 300,
)
HOSTILE = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=4).map("".join))


def every_block(text: str) -> tuple[Block, ...]:
    """A block of every kind, with a text in each of its places."""
    runs = (Run(text), Run(text, "strong"), Run(text, "soft"), Run(text, "gone"))
    cells = (text, text, text)
    return (
        Heading(3, text, text),
        Paragraph(runs, "question"),
        Paragraph(runs),
        Paragraph(runs, "open"),
        Paragraph(runs, "lead"),
        Listing((runs, plain(text))),
        Listing((runs, plain(text)), numbered=True),
        Table((TableColumn(text), TableColumn(text, "number"), TableColumn(text)), (cells, cells)),
        Heading(6, text),
        Definitions((Entry(text, ((text, text), ("", text))),)),
        Note(text, text),
        Bars(text, (text, text, text), (Bar(text, 2.0, 3.0, text, (text,)), Bar(text, None, 3.0, text, (text,)))),
        Bars("", (text, text), (Bar(text, 2.0, 5.0, text),), steps=True),
        Bars("", ("", ""), (Bar(text, 2.0, 5.0, text),)),
        Lines(text, (text, text), (Series(text, (1, 3)), Series(text, (None, 2))), 1, 5),
        Picture("p", text, ((text, text), (text,)), ((0, 0, 0), (0, 1, 0)), (Listing((runs,)),)),
    )


def document_of(*blocks: Block, title: str = "Our street", language: str = "en") -> Outline:
    """A document of one chapter."""
    return Outline(title, "A garden · 8 March 2027", language, "2027-03-08", None, (Chapter("Soil", "soil", blocks),))


def document_with(text: str) -> Outline:
    """A document that has a text in every place there is."""
    blocks = every_block(text)
    parts = (Part(text, blocks[:6], "blue"), Part("", blocks[6:8]))
    page = OnePage(text, parts, parts, parts, (Part("", (Paragraph(plain(text)),)),))
    return Outline(
        text, text, "en", "2027-03-08", page, (Chapter(text, text, blocks), Chapter(text, text, (), "appendix"))
    )


def wide_table(columns: int = 12, rows: int = 3) -> Table:
    """A table of many columns."""
    heads = tuple(TableColumn(f"Column {n}", "number" if n % 3 == 2 else "text") for n in range(columns))
    return Table(heads, tuple(tuple(f"cell {r} {n}" for n in range(columns)) for r in range(rows)))


LONG_ANSWER = " ".join(f"word{n}" for n in range(10_000))
