"""What a build adds to the files of the repository: compiled catalogues, and the bundled decks inside the wheel.

The hook also runs for editable builds, so that ``pip install -e .`` speaks German. There the decks are read where they
stand in the source tree, and nothing is copied.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(locale_folder: Path) -> list[Path]:
    """Compile every ``LANG/LC_MESSAGES/*.po`` beside itself; returns the compiled files."""
    compiled = []
    for source in sorted(locale_folder.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        compiled.append(target)
    return compiled


class ImpactCardsBuildHook(BuildHookInterface[Any]):
    """Runs before each target is built."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """``version`` is ``standard`` or, for an editable wheel, ``editable``."""
        root = Path(self.root)
        if not compile_catalogues(root / "impactcards" / "locale"):
            raise FileNotFoundError("impactcards/locale holds no catalogue to compile")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"][str(root / "decks")] = "impactcards/decks"
