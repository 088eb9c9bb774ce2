"""Findings: what in a strategy does not hang together, each said in one plain sentence.

:class:`Kept` remembers them while somebody works; it is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING, Any

from impactcards.strategy.findings.finding import Finding, Look
from impactcards.strategy.findings.search import RULES, find

if TYPE_CHECKING:
    from impactcards.strategy.findings.kept import Kept


def __getattr__(name: str) -> Any:
    if name != "Kept":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from impactcards.strategy.findings.kept import Kept

    return Kept


__all__ = ["RULES", "Finding", "Kept", "Look", "find"]
