"""``where`` and ``when`` that nothing can ever fulfil: faults, because an author never means them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format.lookup import text_in
from impactcards.deck.format.possible import Possible
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from impactcards.deck.format.context import Context
    from impactcards.deck.format.index import CardInfo

#: What is tested, the test, its operand, and whether it is turned round.
_Test = tuple[str, str, Node, bool]

_NO_CELL_LEFT = N_(
    "No cell of “{word}” can fulfil “{test}” beside what else stands here. Keep one of the tests, or put them under"
    " “any”."
)
_NO_ANSWER_LEFT = N_(
    "No answer to “{word}” can fulfil “{test}” beside what else is asked here. Keep one of the tests, or put them under"
    " “any”."
)
_SILENT_UNANSWERED = N_(
    "A check is silent while “{word}” has no answer, so it never speaks here. Use the form “needs”."
)
_ANSWERED_ALREADY = N_("This form speaks only while “{word}” has no answer, so never here. Ask for another card.")
_SILENT_WHERE_EMPTY = N_("A row is silent where “{word}” is empty, because “of” looks at it. Write “of: {card}”.")


def where_can_hold(where: Node, card: CardInfo, context: Context, of_column: str = "") -> None:
    """A fault for the first test that leaves no cell over. ``of_column`` is a column that has to be filled."""
    for branch in _branches(where):
        known: dict[str, Possible] = {}
        for name, test, operand, opposite in _together(branch, _cell_tests):
            cell = card.columns.get(name)
            if cell is None or (type(operand) is ListNode and not operand.value):
                continue  # a fault by itself
            if not known.setdefault(name, Possible(cell)).add(test, operand, opposite=opposite):
                context.fault(operand, _NO_CELL_LEFT, word=name, test=test)
                break
            if name == of_column and branch is where and not known[name].fill():
                context.fault(operand, _SILENT_WHERE_EMPTY, word=name, card=card.id)
                break


def when_can_hold(when: Node, context: Context, answered: Mapping[str, bool]) -> None:
    """The same for a condition. ``answered`` tells of a card whether it has an answer when the condition counts."""
    for branch in _branches(when):
        known: dict[str, Possible] = {}
        for name, test, operand, opposite in _together(branch, _card_tests):
            card = context.index.cards.get(name)
            if card is None:
                continue
            possible = known.setdefault(name, Possible(card.cell))
            if not possible.add(test, operand, opposite=opposite, fills=not opposite):
                context.fault(operand, _NO_ANSWER_LEFT, word=name, test=test)
                break
            if name in answered and not possible.fill(filled=answered[name]):
                sentence = _SILENT_UNANSWERED if answered[name] else _ANSWERED_ALREADY
                context.fault(operand, sentence, word=name)
                break


def _branches(node: Node) -> Iterator[Node]:
    """The whole, and every part of it that can hold without the rest: those of ``any``, and what ``not`` denies."""
    yield node
    for name, part in node.value.items() if type(node) is MapNode else ():
        if name in ("all", "any"):
            for entry in part.value if type(part) is ListNode else ():
                inner = _branches(entry)
                if name == "all":
                    next(inner)  # it holds together with the rest
                yield from inner
        elif name == "not":
            yield from _branches(part)


def _together(node: Node, tests: Callable[[MapNode], Iterator[tuple[str, str, Node]]]) -> Iterator[_Test]:
    """All tests that have to hold at once; of ``not`` only what is a single test."""
    if type(node) is not MapNode:
        return
    yield from ((name, test, operand, False) for name, test, operand in tests(node))
    for name, part in node.value.items():
        if name == "all" and type(part) is ListNode:
            for entry in part.value:
                yield from _together(entry, tests)
        elif name == "not" and type(part) is MapNode and not part.value.keys() & {"all", "any", "not", "row"}:
            inner = list(tests(part))
            if len(inner) == 1:
                yield (*inner[0], True)


def _cell_tests(node: MapNode) -> Iterator[tuple[str, str, Node]]:
    for name, part in node.value.items():
        if name not in ("all", "any", "not", "row") and type(part) is MapNode:
            yield from ((name, test, operand) for test, operand in part.value.items())


def _card_tests(node: MapNode) -> Iterator[tuple[str, str, Node]]:
    for test in ("answered", "has", "below", "above"):
        if test in node.value:
            yield text_in(node, "card"), test, node.value[test]


__all__ = ["when_can_hold", "where_can_hold"]
