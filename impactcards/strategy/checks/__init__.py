"""The checks a deck declares, looked at in a strategy: data become findings.

:func:`of_card` is the only way in. ``where`` chooses rows, ``view`` reads cells, ``sentence`` words a finding, and
``forms`` holds a module for each form of a check. Nothing here is loaded before a card has a check that could speak.

A check never guesses. What is empty, unread, hidden by a condition or skipped on purpose is not known, and where the
answer could still turn out otherwise, the check is silent. So is one whose references lead nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.checks.forms import FORMS
from impactcards.strategy.checks.view import Past, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.findings.finding import Finding


def of_card(view: View, card: Card, checks: Iterable[Check]) -> Iterator[Finding]:
    """What these checks, all of them about ``card``, have to say. Their ``when`` holds."""
    for check in checks:
        form = FORMS.get(check.form)
        if form is not None:
            yield from form(view, check, card)


__all__ = ["FORMS", "Past", "View", "of_card"]
