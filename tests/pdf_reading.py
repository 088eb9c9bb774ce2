"""What PDF/UA-1 asks of a file and pypdf can see: tags, language, title, pictures with words, fonts inside.

This is no full validation (veraPDF is that, and is no Python package); it is what goes wrong first.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject


class Tagged:
    """A PDF as its structure says."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(data), strict=True)
        self.catalog: Any = self.reader.trailer["/Root"]
        self.elements = list(_elements(self.catalog["/StructTreeRoot"]))
        self.roles = Counter(str(element["/S"]).removeprefix("/") for element in self.elements)

    @property
    def text(self) -> str:
        """All that can be read, on one line."""
        return " ".join(" ".join(page.extract_text() for page in self.reader.pages).split())

    def check(self) -> None:
        """Assert what can be asserted of any document of ours."""
        catalog = self.catalog
        assert catalog["/MarkInfo"]["/Marked"]
        assert catalog["/Lang"]
        assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
        assert self.reader.metadata is not None
        assert self.reader.metadata.title
        meta = catalog["/Metadata"].get_data().decode("utf-8")
        assert "<pdfuaid:part>1</pdfuaid:part>" in meta or 'pdfuaid:part="1"' in meta
        assert not self.reader.is_encrypted
        assert "/StructParents" in self.reader.pages[0]
        for page in self.reader.pages:
            if "/StructParents" in page:  # a page without is one of running heads alone
                assert page["/Tabs"] == "/S"
            for font in page.get("/Resources", {}).get("/Font", {}).values():
                _check_font(font.get_object())
        for element in self.elements:
            if element["/S"] == "/Figure":
                assert element["/Alt"], element
        levels = [
            int(role[1:]) for role in (str(e["/S"])[1:] for e in self.elements) if role[0] == "H" and role[1:].isdigit()
        ]
        for before, after in zip([0, *levels], levels, strict=False):
            assert after <= before + 1, levels

    def links(self) -> list[Any]:
        """What leads out of the file, or would start something."""
        found = [key for key in ("/OpenAction", "/AA", "/Names") if key in self.catalog and key != "/Names"]
        for page in self.reader.pages:
            for annotation in page.get("/Annots", []):
                action = annotation.get_object().get("/A")
                if action is not None and action.get_object()["/S"] != "/GoTo":
                    found.append(action)
        return found


def _elements(node: Any) -> Iterator[DictionaryObject]:
    """Structure elements in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found
            yield from _elements(found)


def _check_font(font: Any) -> None:
    """Its letters are inside, and can be copied as text."""
    assert "/ToUnicode" in font, font
    for descendant in font.get("/DescendantFonts", [font]):
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")), font
