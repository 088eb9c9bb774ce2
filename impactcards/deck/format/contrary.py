"""Comparisons that always come out the same, and checks that contradict each other: faults."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from impactcards.deck.format.lookup import list_in, text_in
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.deck.format.context import Context
    from impactcards.deck.format.references import Found

_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "above": operator.gt,
    "below": operator.lt,
    "at_least": operator.ge,
    "at_most": operator.le,
    "equal": operator.eq,
    "not_equal": operator.ne,
}
#: So many checks of the same thing are held against each other: enough for people, and bounded for hostile files.
_MOST_COMPARED = 20

_ITSELF_NEVER = N_("“of” and “to” are the same, so “{compare}” never holds. Name what it is compared with.")
_ITSELF_ALWAYS = N_("“of” and “to” are the same, so “{compare}” always holds. Name what it is compared with.")
_STEPS_NEVER = N_(
    "“{word}” goes from {low} to {high}, so “{compare}” never holds here. Compare with a step in between."
)
_STEPS_ALWAYS = N_(
    "“{word}” goes from {low} to {high}, so “{compare}” always holds here. Compare with a step in between."
)


def comparison_can_differ(node: MapNode, of: Found | None, to: Found | None, context: Context) -> None:
    """A fault where a comparison always comes out the same: with itself, or beyond the steps of a scale."""
    compare, against = text_in(node, "compare"), node.value.get("to")
    if compare not in _COMPARED or of is None or against is None or "times" in node.value:
        return
    compares, of_node = _COMPARED[compare], node.value["of"]
    if to is not None and to.cell is of.cell and _row(of_node) == _row(against):
        if text_in(node, "form") != "sum" or "where" not in node.value:
            context.fault(against, _ITSELF_ALWAYS if compares(0, 0) else _ITSELF_NEVER, compare=compare)
        return
    number, steps = as_number(against), of.cell.steps
    if text_in(node, "form") != "each" or steps is None or "direction" in node.value:
        return
    others = [number] if number is not None else _steps(to)
    outcomes = {compares(step, other) for step in range(steps[0], steps[1] + 1) for other in others}
    if len(outcomes) == 1:
        sentence = _STEPS_ALWAYS if outcomes == {True} else _STEPS_NEVER
        word = of_node.value if type(of_node) is Scalar else ""
        context.fault(against, sentence, word=word, low=steps[0], high=steps[1], compare=compare)


def _steps(found: Found | None) -> list[int]:
    if found is None or found.cell.steps is None:
        return []
    low, high = found.cell.steps
    return list(range(low, high + 1))


def _row(node: Node) -> str:
    return node.value.partition("[")[2] if type(node) is Scalar else ""


def checks_agree(root: MapNode, context: Context) -> None:
    """A fault for a check that speaks whenever an earlier one is silent: no answer could satisfy both."""
    compared: dict[object, list[tuple[MapNode, str, float]]] = {}
    chosen: dict[object, MapNode] = {}
    for check in list_in(root, "checks"):
        if type(check) is not MapNode:
            continue
        form, compare, to = text_in(check, "form"), text_in(check, "compare"), check.value.get("to")
        same = tuple(_plain(check.value.get(name)) for name in ("of", "where", "when", "times", "direction"))
        if form in ("rows", "none") and "by" not in check.value:
            first = chosen.setdefault(same, check)
            if text_in(first, "form") != form:
                _contrary(check, first, context)
        elif form in ("sum", "each", "dates") and compare in _COMPARED and to is not None:
            number = as_number(to)
            figure = 0.0 if number is None else float(number)
            earlier = compared.setdefault((form, same, _plain(to) if number is None else None), [])
            for other, its_compare, its_figure in earlier:
                if not _both_silent(compare, figure, its_compare, its_figure):
                    _contrary(check, other, context)
                    break
            if len(earlier) < _MOST_COMPARED:
                earlier.append((check, compare, figure))


def _both_silent(compare: str, figure: float, other: str, its_figure: float) -> bool:
    """Whether there is a figure about which neither of two checks speaks."""
    low, high = sorted((figure, its_figure))
    tried = (low - 1, low, (low + high) / 2, high, high + 1)
    return any(not _COMPARED[compare](n, figure) and not _COMPARED[other](n, its_figure) for n in tried)


def _contrary(check: MapNode, other: MapNode, context: Context) -> None:
    place = check.value.get("compare") or check.value.get("where") or check
    context.fault(
        place,
        N_("Whatever is answered, this check or “{other}” (line {line}) speaks. Change what one of them wants."),
        other=text_in(other, "id"),
        line=other.line,
    )


def _plain(node: Node | None) -> object:
    """What stands at a node without its place, to be compared."""
    if type(node) is MapNode:
        return frozenset((name, _plain(part)) for name, part in node.value.items())
    if type(node) is ListNode:
        return tuple(_plain(entry) for entry in node.value)
    return node.value if type(node) is Scalar else None


__all__ = ["checks_agree", "comparison_can_differ"]
