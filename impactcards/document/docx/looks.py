"""The styles of a Word document: our own, or a template's, with ours for what it lacks.

A style is found by its name, as Word does: ids differ from language to language ("berschrift1"), the names of
built-in styles do not ("heading 1").
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_HERE = Path(__file__).parent
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: How wide the text is in styles.xml.
_TEXT_WIDTH = "9070"

#: Ours, for tables; a template's own takes its place.
TABLE_STYLE = "CardTable"


class Looks:
    """The ids of a document's styles, by our ids. ``decimal`` is the id of its numbered list, ``foreign`` says whether
    styles are a template's: then nothing is known of their page breaks and tabs."""

    def __init__(self, ids: dict[str, str], decimal: str, *, foreign: bool = False) -> None:
        self._ids = ids
        self.decimal = decimal
        self.foreign = foreign

    def __getitem__(self, style: str) -> str:
        return self._ids[style]


def own_looks(document: Document) -> Looks:
    """Give a new document our styles and no others."""
    styles, numbering = _ours("styles.xml"), _ours("numbering.xml")
    ids = [str(style.get(f"{_W}styleId")) for style in _styles(styles)]
    _replace_children(document.styles.element, styles)
    _replace_children(document.part.numbering_part.element, numbering)
    return Looks(dict(zip(ids, ids, strict=True)), "2")


def template_looks(document: Document) -> Looks:
    """Add what a template lacks of our styles. The style of the first table in it becomes that of all tables."""
    root = document.styles.element
    found = {(kind(style), name(style)): style.get(f"{_W}styleId") for style in _styles(root)}
    taken = set(found.values())
    ids: dict[str, str] = {}
    ours = list(_styles(_ours("styles.xml")))
    for style in ours:
        own = style.get(f"{_W}styleId")
        ids[own] = found.get((kind(style), name(style))) or (own if own not in taken else f"ImpactCards{own}")
    for known in _styles(root):  # the template's own standard, whatever it is called
        if known.get(f"{_W}default") in ("1", "true") and kind(known) == "paragraph":
            ids["Normal"] = known.get(f"{_W}styleId")
    lists = _add_lists(document, ids)
    for style in ours:
        if ids[style.get(f"{_W}styleId")] not in taken:
            root.append(_adapted(style, ids, lists))
    table = document.element.body.find(f".//{_W}tblPr/{_W}tblStyle")
    if table is not None and table.get(f"{_W}val") in taken:
        ids[TABLE_STYLE] = table.get(f"{_W}val")
        _without_color(root, ids["TableHead"])
    return Looks(ids, _decimal(document, ids) or lists["2"], foreign=True)


def _without_color(root: Any, style_id: str) -> None:
    """Leave the colour of a table's heads to the table's style, which may have set them on a dark ground."""
    for style in _styles(root):
        if style.get(f"{_W}styleId") == style_id:
            for color in style.findall(f"{_W}rPr/{_W}color"):
                color.getparent().remove(color)


def _adapted(style: Any, ids: dict[str, str], lists: dict[str, str]) -> Any:
    """A style of ours that refers to the template's ids."""
    made = deepcopy(style)
    made.set(f"{_W}styleId", ids[style.get(f"{_W}styleId")])
    if f"{_W}default" in made.attrib:
        del made.attrib[f"{_W}default"]
    for tag in ("basedOn", "next"):
        for reference in made.iterfind(f"{_W}{tag}"):
            reference.set(f"{_W}val", ids[reference.get(f"{_W}val")])
    for number in made.iter(f"{_W}numId"):
        number.set(f"{_W}val", lists[number.get(f"{_W}val")])
    return made


def _add_lists(document: Document, ids: dict[str, str]) -> dict[str, str]:
    """Add our two lists to a template's numbering; their new ids by our own."""
    root = numbering_of(document)
    ours = _ours("numbering.xml")
    kinds = _free(root, "abstractNum", "abstractNumId")
    numbers = _free(root, "num", "numId")
    lists: dict[str, str] = {}
    last = root.findall(f"{_W}abstractNum")
    at = root.index(last[-1]) + 1 if last else 0
    for n, form in enumerate(ours.findall(f"{_W}abstractNum")):
        form.set(f"{_W}abstractNumId", str(kinds + n))
        for style in form.iter(f"{_W}pStyle"):
            style.set(f"{_W}val", ids[style.get(f"{_W}val")])
        root.insert(at + n, form)
    for n, number in enumerate(ours.findall(f"{_W}num")):
        lists[number.get(f"{_W}numId")] = str(numbers + n)
        number.set(f"{_W}numId", str(numbers + n))
        number[0].set(f"{_W}val", str(kinds + n))
        root.append(number)
    return lists


def _decimal(document: Document, ids: dict[str, str]) -> str:
    """The list that the template's own style for numbered lists belongs to; empty where it has none."""
    for style in _styles(document.styles.element):
        if style.get(f"{_W}styleId") == ids["ListNumber"]:
            number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            return number.get(f"{_W}val") if number is not None else ""
    return ""


def restarts(document: Document, list_id: str) -> Iterator[str]:
    """Lists like another, but each beginning at 1: their ids, without end."""
    from docx.oxml import parse_xml

    root = numbering_of(document)
    forms = [n.find(f"{_W}abstractNumId") for n in root.findall(f"{_W}num") if n.get(f"{_W}numId") == list_id]
    form = forms[0].get(f"{_W}val") if forms else "0"
    for number in count(_free(root, "num", "numId")):
        root.append(
            parse_xml(
                f'<w:num xmlns:w="{_W[1:-1]}" w:numId="{number}"><w:abstractNumId w:val="{form}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        yield str(number)


def numbering_of(document: Document) -> Any:
    """The root of the document's numbering, made where a template has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.parts.numbering import NumberingPart

    part = document.part
    if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in part.rels.values()):
        root = parse_xml(f'<w:numbering xmlns:w="{_W[1:-1]}"/>')
        uri = PackURI("/word/numbering.xml")
        made = NumberingPart(uri, CONTENT_TYPE.WML_NUMBERING, root, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element


def set_language(document: Document, tag: str) -> None:
    """Make a language that of the whole document, so that its spelling is checked in it."""
    root = document.styles.element
    for language in list(root.iter(f"{_W}lang")):
        language.getparent().remove(language)
    defaults = _child(_child(_child(root, "docDefaults", 0), "rPrDefault", 0), "rPr", 0)
    _child(defaults, "lang").set(f"{_W}val", tag)
    for fonts in document.settings.element.findall(f"{_W}themeFontLang"):
        fonts.set(f"{_W}val", tag)


def set_tabs(document: Document, width: int) -> None:
    """Put the tabs at the right end of our styles where the text ends, in twentieths of a point."""
    for tab in document.styles.element.iter(f"{_W}tab"):
        if tab.get(f"{_W}pos") == _TEXT_WIDTH:
            tab.set(f"{_W}pos", str(width))


def _child(element: Any, tag: str, at: int | None = None) -> Any:
    found = element.find(f"{_W}{tag}")
    if found is None:
        found = element.makeelement(f"{_W}{tag}")
        element.insert(len(element) if at is None else at, found)
    return found


def _free(root: Any, tag: str, attribute: str) -> int:
    """The first number that no element of a kind has."""
    return 1 + max((int(e.get(f"{_W}{attribute}", "0")) for e in root.findall(f"{_W}{tag}")), default=0)


def _ours(file: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml((_HERE / file).read_bytes())


def _replace_children(root: Any, other: Any) -> None:
    for child in list(root):
        root.remove(child)
    for child in list(other):
        root.append(child)


def _styles(root: Any) -> Iterator[Any]:
    yield from root.findall(f"{_W}style")


def kind(style: Any) -> str:
    """What a style is for: ``paragraph``, ``character``, ``table`` or ``numbering``."""
    return str(style.get(f"{_W}type", "paragraph"))


def name(style: Any) -> str:
    """A style's name as it is compared: letter case aside."""
    found = style.find(f"{_W}name")
    return "" if found is None else str(found.get(f"{_W}val", "")).casefold()


__all__ = [
    "TABLE_STYLE",
    "Looks",
    "numbering_of",
    "own_looks",
    "restarts",
    "set_language",
    "set_tabs",
    "template_looks",
]
