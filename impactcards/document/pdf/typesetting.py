"""Setting a page with typst: a template of this folder, data, and the shipped fonts. Nothing else goes in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from impactcards.document.pdf.coverage import FONTS

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent

#: PDF 1.7, tagged so that a screen reader can read it (ISO 14289-1).
_STANDARD: Literal["ua-1"] = "ua-1"


class Press:
    """A template with its data, ready to be set. Its files are held in memory: typst reads nothing from the disk."""

    def __init__(self, template: str | Path, data: dict[str, Any]) -> None:
        """``template`` is a file of this folder by its name, or one elsewhere, which may use what is in this folder."""
        main = TEMPLATES / template
        files = {path.name: path.read_bytes() for path in TEMPLATES.glob("*.typ") if path != main}
        files["main.typ"] = main.read_bytes()
        files["data.json"] = json.dumps(data).encode("ascii")
        self._files: Any = files  # typst's own annotation leaves out that its input can be files in memory

    def measured(self, label: str) -> Any:
        """The value of the metadata with this label, as it is once everything is set."""
        return json.loads(self._compiler().query(f"<{label}>", field="value", one=True))

    def pdf(self, day: str) -> bytes:
        """The PDF, the same bytes each time. ``day`` (ISO 8601) is given as that on which it was made."""
        moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
        made: Any = self._compiler().compile(format="pdf", pdf_standards=_STANDARD, timestamp=moment)
        return bytes(made)

    def _compiler(self) -> typst.Compiler:
        """One for each turn: a compiler forgets files in memory after the first (what it has set is remembered)."""
        import typst

        return typst.Compiler(self._files, font_paths=_fonts())


def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


__all__ = ["TEMPLATES", "Press"]
