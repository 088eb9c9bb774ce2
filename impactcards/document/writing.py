"""The document of a strategy in one step, as it is written beside the answers on every saving."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from impactcards.document.blocks import Outline
from impactcards.document.markdown import to_markdown
from impactcards.document.outline import build, last_change
from impactcards.strategy.strategy import Strategy


def strategy_outline(
    strategy: Strategy,
    *,
    today: date | None = None,
    titles: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Outline:
    """The document as an outline; without ``today`` as of the last change, so that it changes only with the answers.

    ``folder`` is the strategy's own: with it, the versions that reviews kept show how the ratings of its profile moved.
    """
    versions = _rated_versions(strategy, folder)
    return build(strategy, today=today or last_change(strategy), titles=titles, versions=versions)


def strategy_markdown(
    strategy: Strategy,
    *,
    today: date | None = None,
    titles: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> str:
    """The document as Markdown; see :func:`strategy_outline`."""
    return to_markdown(strategy_outline(strategy, today=today, titles=titles, folder=folder))


def document_of(folder: Path) -> Callable[[Strategy], str]:
    """What writes the document of the strategy in ``folder`` on every saving, as :meth:`OpenStrategy.save` asks it."""

    def document(strategy: Strategy) -> str:
        return strategy_markdown(strategy, folder=folder)

    return document


def _rated_versions(strategy: Strategy, folder: Path | None) -> Sequence[tuple[date, Strategy]]:
    """The versions whose ratings the document shows: none where the deck has no profile, or nothing was reviewed."""
    if folder is None or not strategy.deck.profile or not strategy.lists.get("reviews"):
        return ()
    from impactcards.strategy.profile import reviewed_versions

    return reviewed_versions(folder, strategy)


__all__ = ["document_of", "strategy_markdown", "strategy_outline"]
