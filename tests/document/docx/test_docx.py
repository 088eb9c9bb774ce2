"""Word files, read back with the standard library: neither python-docx nor lxml looks at what they wrote."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import every_block
import garden
import pytest
from hypothesis import given, settings

from impactcards.document.blocks import Heading, Listing, Outline, Paragraph, Run, Table, TableColumn, plain
from impactcards.document.formats import FORMATS, Options, format_named, write
from impactcards.document.outline import build
from impactcards.faults import UserError

pytest.importorskip("docx", reason="python-docx is not installed: pip install '.[docx]'")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCX = format_named("docx")


class Read:
    """A Word file as what its parts say."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: ET.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))
        }
        self.body = self.trees["word/document.xml"][0]
        self.styles = {
            style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
            for style in self.trees["word/styles.xml"].iter(f"{W}style")
        }

    def paragraphs(self) -> list[tuple[str, str]]:
        """(the name of its style, its text) of each paragraph, those in tables too."""
        return [(self.style(found), text_of(found)) for found in self.body.iter(f"{W}p")]

    def style(self, paragraph: ET.Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        assert found is not None
        return str(self.styles[found.get(f"{W}val")])

    def texts(self, style: str) -> list[str]:
        return [text for name, text in self.paragraphs() if name == style]


def text_of(element: ET.Element) -> str:
    pieces = []
    for found in element.iter():
        if found.tag == f"{W}t":
            pieces.append(found.text or "")
        elif found.tag in (f"{W}br", f"{W}tab") and found.tag != f"{W}tabs":
            pieces.append("\n" if found.tag == f"{W}br" else "\t")
    return "".join(pieces)


def read(outline: Outline, options: Options | None = None) -> Read:
    return Read(write(DOCX, outline, options or Options()))


def garden_read(language: str = "en") -> Read:
    return read(build(garden.planted(language), today=garden_day(), say=garden.words_for(language)))


def garden_day() -> date:
    return date(2027, 3, 8)


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("de", "de-DE")])
def test_a_document_has_real_headings_and_its_language(language: str, tag: str) -> None:
    found = garden_read(language)
    outline = build(garden.planted(language), today=garden_day(), say=garden.words_for(language))
    assert found.texts("Title") == ["Our street"]
    titles = [chapter.title for chapter in outline.chapters]
    assert outline.one_page is not None
    assert found.texts("heading 1") == [outline.one_page.title, *titles]
    cards = [block.text for chapter in outline.chapters for block in chapter.blocks if isinstance(block, Heading)]
    assert set(cards) <= set(found.texts("heading 2")) | set(found.texts("heading 3"))
    assert cards
    languages = {found.get(f"{W}val") for found in found.trees["word/styles.xml"].iter(f"{W}lang")}
    assert languages == {tag}
    assert not list(found.body.iter(f"{W}lang"))


def test_the_contents_are_there_before_word_fills_them_in() -> None:
    found = garden_read()
    named = found.texts("toc 1")
    assert [line.rstrip("\t") for line in named] == found.texts("heading 1")
    bookmarks = {mark.get(f"{W}name") for mark in found.body.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for link in found.body.iter(f"{W}hyperlink")]
    assert links
    assert bookmarks >= set(links)
    codes = "".join(code.text or "" for code in found.body.iter(f"{W}instrText"))
    assert 'TOC \\o "1-2"' in codes
    kinds = [mark.get(f"{W}fldCharType") for mark in found.body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(links) + 1


def test_tables_repeat_their_heads_and_say_what_they_are() -> None:
    columns = (TableColumn("What"), TableColumn("How many", "number"))
    found = read(every_block.document_of(Table(columns, (("Beds", "12"), ("Trees", "3")))))
    (table,) = found.body.iter(f"{W}tbl")
    head, *others = table.findall(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in others)
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert look.get(f"{W}firstRow") == "1"
    styles = [[found.style(p) for p in row.iter(f"{W}p")] for row in (head, others[0])]
    assert styles == [["Table Head", "Table Head Figure"], ["Table Text", "Table Figure"]]


def test_lists_are_lists_and_each_numbered_one_begins_at_one() -> None:
    one, two = (Listing((plain("a"), plain("b")), numbered=True) for _ in range(2))
    found = read(every_block.document_of(one, two, Listing((plain("c"),))))
    numbers = [p.find(f"{W}pPr/{W}numPr/{W}numId") for p in found.body.iter(f"{W}p") if found.style(p) == "List Number"]
    used = [number.get(f"{W}val") for number in numbers if number is not None]
    assert len(used) == 4
    assert len(set(used)) == 2
    overrides = {
        n.get(f"{W}numId"): n.find(f"{W}lvlOverride/{W}startOverride") is not None
        for n in found.trees["word/numbering.xml"].iter(f"{W}num")
    }
    assert all(overrides[n] for n in used if n)
    assert found.texts("List Bullet") == ["c"]


def test_nothing_is_formatted_but_by_styles() -> None:
    found = read(every_block.document_with("Text"))
    direct = {e.tag.removeprefix(W) for p in found.body.iter(f"{W}pPr") for e in p}
    assert direct <= {"pStyle", "numPr", "sectPr"}
    assert {e.tag.removeprefix(W) for r in found.body.iter(f"{W}rPr") for e in r} <= {"rStyle"}
    used = {e.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for e in found.body.iter(W + tag)}
    assert used
    assert used <= set(found.styles)


def test_pages_are_numbered_but_for_the_title_page() -> None:
    found = garden_read()
    footers = [tree for name, tree in found.trees.items() if name.startswith("word/footer")]
    assert [code.text.strip() for tree in footers for code in tree.iter(f"{W}instrText") if code.text] == ["PAGE"]
    sections = list(found.body.iter(f"{W}sectPr"))
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True]


def test_a_wide_table_lies_across_with_page_numbers() -> None:
    found = read(
        every_block.document_of(Paragraph(plain("before")), every_block.wide_table(), Paragraph(plain("after")))
    )
    sections = list(found.body.iter(f"{W}sectPr"))
    sizes = [section.find(f"{W}pgSz") for section in sections]
    wide = [int(s.get(f"{W}w", "0")) > int(s.get(f"{W}h", "0")) for s in sizes if s is not None]
    assert wide == [False, True, False]
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True, False, False]
    assert all(section.find(f"{W}footerReference") is not None for section in sections)


def test_the_file_says_what_it_is_and_leads_nowhere() -> None:
    found = garden_read("de")
    core = {e.tag.rpartition("}")[2]: e.text or "" for e in found.trees["docProps/core.xml"]}
    assert core["title"] == "Our street"
    assert core["language"] == "de-DE"
    assert "python-docx" not in "".join(core.values())
    for name, tree in found.trees.items():
        if name.endswith(".rels"):
            assert not [e for e in tree if e.get("TargetMode") == "External"], name


def test_every_writing_system_stays() -> None:
    said = "Ἀθῆναι Привет 你好 👩‍👩‍👧‍👦 <b>&amp;</b> ]]>"
    found = read(every_block.document_of(Paragraph(plain(said)), Paragraph(plain("שלום, Ada"))))
    assert said in found.texts("Normal")
    (leftwards,) = [p for p in found.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert text_of(leftwards) == "שלום, Ada"
    assert leftwards.find(f"{W}r/{W}rPr/{W}rtl") is not None


def test_control_characters_and_halves_go_and_lines_stay() -> None:
    found = read(every_block.document_of(Paragraph((Run("a\x00b\x1b\ud800c\nd\ufffe"), Run("\x0b", "strong")))))
    assert found.texts("Normal") == ["abc\nd"]


def test_ten_thousand_words_are_an_answer_too() -> None:
    found = read(every_block.document_of(Paragraph(plain(every_block.LONG_ANSWER))))
    assert found.texts("Normal") == [every_block.LONG_ANSWER]


@pytest.mark.slow
@given(every_block.HOSTILE)
@settings(max_examples=25, deadline=None)
def test_no_text_breaks_the_file(text: str) -> None:
    found = read(every_block.document_with(text))
    assert len(list(found.body.iter(f"{W}tbl"))) > 3


# -- templates --------------------------------------------------------------------------------------------------------


def template(path: Path, *, named: bool = True) -> Path:
    """A template of somebody's: German ids, green headings, a table style, a header, a cover."""
    import docx
    from docx.shared import RGBColor

    document = docx.Document()
    document.add_paragraph("Our cover", "Title")
    document.add_table(1, 1, "Light Grid Accent 3")
    document.sections[0].header.paragraphs[0].text = "Letterhead"
    document.sections[0].footer.paragraphs[0].text = "Bank: 1234"
    heading = document.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0, 0x80, 0)
    heading.element.set(f"{W}styleId", "berschrift1")
    for name in ("List Number", "Title"):
        document.styles[name].delete()
    document.save(str(path))
    return path


def test_a_template_brings_its_styles_and_page_and_keeps_none_of_its_text(tmp_path: Path) -> None:
    outline = build(garden.planted(), today=garden_day(), say=garden.words_for("en"))
    found = read(outline, Options(template=template(tmp_path / "ours.docx")))
    assert "Our cover" not in str(found.parts["word/document.xml"])
    assert found.styles["berschrift1"] == "heading 1"
    assert found.texts("heading 1")
    assert found.texts("Title") == ["Our street"]
    used = {style.get(f"{W}val") for style in found.body.iter(f"{W}tblStyle")}
    assert {found.styles[style] for style in used} == {"Light Grid Accent 3"}
    (head,) = [s for s in found.trees["word/styles.xml"] if s.get(f"{W}styleId") == "TableHead"]
    assert head.find(f"{W}rPr/{W}color") is None
    said = "".join(
        text_of(tree) for name, tree in found.trees.items() if name.startswith(("word/header", "word/footer"))
    )
    assert said == "LetterheadBank: 1234"
    known = {n.get(f"{W}numId") for n in found.trees["word/numbering.xml"].iter(f"{W}num")}
    numbered = {
        n.get(f"{W}val") for tree in (found.body, found.trees["word/styles.xml"]) for n in tree.iter(f"{W}numId")
    }
    assert numbered
    assert numbered <= known


def test_a_template_without_lists_gets_ours(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if rel.reltype.endswith("/numbering")]:
        del rels[key]
    for style in list(document.styles):
        if style.name not in ("Normal", "Heading 1"):
            style.delete()
    path = tmp_path / "bare.docx"
    document.save(str(path))
    found = read(every_block.document_with("Text"), Options(template=path))
    assert found.texts("List Number")
    assert len(list(found.trees["word/numbering.xml"].iter(f"{W}abstractNum"))) == 2


def test_a_dotx_is_a_template_too(tmp_path: Path) -> None:
    path = template(tmp_path / "ours.dotx")
    rewritten(path, "[Content_Types].xml", b".document.main+xml", b".template.main+xml")
    found = read(every_block.document_of(Paragraph(plain("Hello"))), Options(template=path))
    assert b".document.main+xml" in found.parts["[Content_Types].xml"]
    assert found.texts("Normal") == ["Hello"]


def test_a_template_with_a_template_of_its_own_forgets_it(tmp_path: Path) -> None:
    path = rewritten(
        template(tmp_path / "ours.docx"),
        "word/settings.xml",
        b"<w:defaultTabStop",
        f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/>'.encode() + b"<w:defaultTabStop",
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" '
            'Target="file:///C:/secret/ours.dotx" TargetMode="External"/></Relationships>',
        )
    found = read(every_block.document_of(Paragraph(plain("Hello"))), Options(template=path))
    assert not [name for name, part in found.parts.items() if b"secret" in part or b"attachedTemplate" in part]


def test_a_template_with_names_of_its_own_for_everything_is_one_line(tmp_path: Path) -> None:
    with zipfile.ZipFile(template(tmp_path / "ours.docx")) as archive:
        part = archive.read("word/document.xml")
    strange = (
        part.replace(b"<w:", b"<v0:")
        .replace(b"</w:", b"</v0:")
        .replace(b" w:", b" v0:")
        .replace(b"xmlns:w=", b"xmlns:v0=")
    )
    path = rewritten(tmp_path / "ours.docx", "word/document.xml", part, strange)
    with pytest.raises(UserError, match="Save it with Word again"):
        read(every_block.document_of(Paragraph(plain("Hello"))), Options(template=path))


def rewritten(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """A Word file in which a part says something else."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as archive:
        for entry, part in parts.items():
            archive.writestr(entry, part)
    return path


def test_a_damaged_template_is_one_line(tmp_path: Path) -> None:
    whole = template(tmp_path / "ours.docx").read_bytes()
    with_other = io.BytesIO()
    with zipfile.ZipFile(with_other, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    for n, data in enumerate((b"", b"no zip at all", whole[:3000], with_other.getvalue())):
        path = tmp_path / f"damaged-{n}.docx"
        path.write_bytes(data)
        with pytest.raises(UserError) as raised:
            read(every_block.document_of(), Options(template=path))
        assert "damaged" in str(raised.value)
        assert "\n" not in str(raised.value)


def test_only_word_takes_a_template() -> None:
    assert [known.name for known in FORMATS if known.template] == ["docx"]
