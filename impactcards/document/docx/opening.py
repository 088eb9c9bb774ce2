"""What a Word document begins as: nothing but our styles, or a template of the person's."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactcards.document.docx.looks import Looks, own_looks, template_looks
from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from docx.document import Document

#: A template may be this large when it is unpacked, in bytes.
LARGEST_TEMPLATE = 200_000_000

_CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"

#: Parts of python-docx's own empty document that a document of ours has no use for.
_UNUSED = ("stylesWithEffects", "customXml", "webSettings", "fontTable", "thumbnail", "extended-properties")


def open_own() -> tuple[Document, Looks]:
    """An empty document with our styles, on A4."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED]:
            del rels[key]
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True
    _be_of_today(document)
    return document, own_looks(document)


def _be_of_today(document: Document) -> None:
    """Word opens a document as one of 2010 that does not say it is newer, and python-docx's own does not."""
    settings = document.settings.element
    for name in ("zoom", "proofState", "savePreviewPicture", "rsids"):
        for element in settings.findall(f"{{*}}{name}"):
            settings.remove(element)
    for element in settings.findall("{*}compat/{*}useFELayout"):
        element.getparent().remove(element)
    for element in settings.findall("{*}compat/{*}compatSetting"):
        if _attribute(element, "name") == "compatibilityMode":
            element.set(next(key for key in element.attrib if key.endswith("}val")), "15")


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.endswith("}" + name)), "")


def open_template(file: Path) -> tuple[Document, Looks]:
    """A template without what it says: its styles, page, headers and footers. Raises :class:`UserError`.

    Its text is dropped, also a cover: nobody could tell which of it is meant to stay.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(_as_document(file)))
        looks = template_looks(document)
        body = document.element.body
        for child in list(body)[: -1 if body.sectPr is not None else None]:
            body.remove(child)
    except UserError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(Message(N_("{file} cannot be read: {problem}."), file=file, problem=reason)) from error
    except Exception as error:
        raise UserError(
            Message(N_("“{file}” is no Word file, or a damaged one. A template ends in .docx or .dotx."), file=file)
        ) from error
    _forget_its_own_template(document)
    return document, looks


def _as_document(file: Path) -> bytes:
    """The bytes of a template (.dotx) as those of a document (.docx): the same but for what it says it is."""
    data = file.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_TEMPLATE:
            raise UserError(Message(N_("“{file}” is too large for a template."), file=file))
        types = archive.read(_CONTENT_TYPES)
        if _TEMPLATE_TYPE not in types:
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
            for entry in archive.infolist():
                known = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
                copy.writestr(entry.filename, known if entry.filename == _CONTENT_TYPES else archive.read(entry))
        return made.getvalue()


def _forget_its_own_template(document: Document) -> None:
    """A Word file may name the template it was made from, by a path that nobody else has: that is left out."""
    settings = document.settings
    for element in settings.element.findall("{*}attachedTemplate"):
        settings.element.remove(element)
    for part in (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/settings")):
        for key in [key for key, rel in part.rels.items() if rel.is_external]:
            del part.rels[key]


__all__ = ["LARGEST_TEMPLATE", "open_own", "open_template"]
