"""The strategy as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.document.data.content import content
from impactcards.strategy.strategy import Strategy

if TYPE_CHECKING:
    from impactcards.document.formats import Options


def write(strategy: Strategy, options: Options) -> str:  # noqa: ARG001 - every format is given them
    """The answers as a format of :mod:`impactcards.document.formats`; docs/strategy.schema.json describes the file."""
    import json

    return json.dumps(content(strategy), indent=2, ensure_ascii=False) + "\n"


__all__ = ["write"]
