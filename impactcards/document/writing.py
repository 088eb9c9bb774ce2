"""The document of a strategy in one step, as it is written beside the answers on every saving."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from impactcards.document.markdown import to_markdown
from impactcards.document.outline import build, last_change
from impactcards.strategy.strategy import Strategy


def strategy_markdown(strategy: Strategy, *, today: date | None = None, titles: Mapping[str, str] | None = None) -> str:
    """The document as Markdown; without ``today`` as of the last change, so that it changes only with the answers."""
    return to_markdown(build(strategy, today=today or last_change(strategy), titles=titles))


__all__ = ["strategy_markdown"]
