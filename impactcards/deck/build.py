"""A valid tree made into a deck. It trusts the tree: everything was checked by :mod:`impactcards.deck.format`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.deck.build_checks import build_checks, where_of
from impactcards.deck.build_parts import condition, each, flag, inner, number, references, text, texts, whole, words
from impactcards.deck.kinds import (
    AnswerKind,
    CellKind,
    ChoiceAnswer,
    Column,
    DateAnswer,
    ListAnswer,
    NumberAnswer,
    Option,
    RankAnswer,
    Row,
    RowsOf,
    ScaleAnswer,
    TableAnswer,
    TextAnswer,
)
from impactcards.deck.model import (
    Card,
    Deal,
    Deck,
    DocumentPlan,
    Fact,
    Joker,
    LooseEnd,
    OnePagePart,
    Picture,
    Recipe,
    Section,
    Stress,
    Suit,
)
from impactcards.deck.spans import parse_span
from impactcards.yamltext import ListNode, MapNode, Node, as_int

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_USUAL_MINUTES = 5.0


def build_deck(root: MapNode, language: str, languages: tuple[str, ...]) -> Deck:
    """The deck of a valid tree, its words in ``language``."""
    stress = root.value.get("stress")
    return Deck(
        id=text(root, "id"),
        language=language,
        title=text(root, "title"),
        version=text(root, "version"),
        license=text(root, "license"),
        about=text(root, "about"),
        suits=each(root, "suits", _suit),
        cards=each(root, "cards", _card),
        recipes=each(root, "recipes", _recipe),
        checks=build_checks(root),
        profile=_profile(root.value.get("profile")),
        document=_document(root.value.get("document")),
        jokers=each(root, "jokers", lambda node: Joker(text(node, "id"), text(node, "text"))),
        stress=Stress(texts(stress, "remove"), references(stress, "halve"))
        if isinstance(stress, MapNode)
        else Stress(),
        languages=languages,
        next_review=text(root, "next_review"),
    )


def _profile(node: Node | None) -> dict[Any, str]:
    if not isinstance(node, MapNode):
        return {}
    return {mistake: words(entry) for mistake, entry in node.value.items() if not mistake.startswith("x-")}


def _suit(node: MapNode) -> Suit:
    return Suit(text(node, "id"), text(node, "title"), text(node, "symbol"), text(node, "color"), text(node, "about"))


def _card(node: MapNode) -> Card:
    when = node.value.get("when")
    return Card(
        id=text(node, "id"),
        suit=text(node, "suit"),
        title=text(node, "title"),
        prompt=text(node, "prompt"),
        answer=_answer(inner(node, "answer")),
        why=text(node, "why"),
        hints=texts(node, "hints"),
        example=text(node, "example"),
        pitfall=text(node, "pitfall"),
        facilitation=text(node, "facilitation"),
        facts=each(node, "facts", _fact),
        minutes=float(number(node, "minutes") or _USUAL_MINUTES),
        core=flag(node, "core"),
        counters=texts(node, "counters"),  # type: ignore[arg-type]
        fresh_for=parse_span(text(node, "fresh_for")),
        sealed=bool(text(node, "seal")),
        when=condition(when) if isinstance(when, MapNode) else None,
    )


def _fact(node: MapNode) -> Fact:
    return Fact(text(node, "text"), text(node, "place"), text(node, "as_of"), text(node, "source"))


def _text_answer(node: MapNode) -> TextAnswer:
    return TextAnswer(whole(node, "lines") or TextAnswer().lines)


def _list_answer(node: MapNode) -> ListAnswer:
    return ListAnswer(whole(node, "at_least"), whole(node, "at_most"))


def _choice(node: MapNode) -> ChoiceAnswer:
    return ChoiceAnswer(
        each(node, "options", _option), text(node, "from"), flag(node, "several"), whole(node, "at_most")
    )


def _option(node: MapNode) -> Option:
    return Option(text(node, "id"), text(node, "title"), text(node, "about"), flag(node, "alone"))


def _rank(node: MapNode) -> RankAnswer:
    return RankAnswer(each(node, "options", _option), text(node, "from"))


def _scale(node: MapNode) -> ScaleAnswer:
    low, high, labels = whole(node, "from"), whole(node, "to"), node.value.get("labels")
    said = (
        {int(step): words(word) for step, word in labels.value.items() if not step.startswith("x-")}
        if isinstance(labels, MapNode)
        else {}
    )
    usual = ScaleAnswer()
    return ScaleAnswer(usual.low if low is None else low, usual.high if high is None else high, said)


def _number_answer(node: MapNode) -> NumberAnswer:
    return NumberAnswer(text(node, "unit"), number(node, "minimum"), number(node, "maximum"))


def _date(_: MapNode) -> DateAnswer:
    return DateAnswer()


def _table(node: MapNode) -> TableAnswer:
    rows = node.value.get("rows")
    if isinstance(rows, MapNode):
        fixed: tuple[Row, ...] | RowsOf | None = RowsOf(text(rows, "each"))
    elif isinstance(rows, ListNode):
        fixed = each(node, "rows", lambda row: Row(text(row, "id"), text(row, "title")))
    else:
        fixed = None
    return TableAnswer(each(node, "columns", _column), fixed, whole(node, "at_least"), whole(node, "at_most"))


def _column(node: MapNode) -> Column:
    return Column(
        text(node, "id"),
        text(node, "title"),
        _CELLS[text(node, "kind")](node),
        text(node, "about"),
        flag(node, "required"),
        flag(node, "cover"),
        text(node, "missing"),
        text(node, "uncovered"),
    )


_CELLS: Mapping[str, Callable[[MapNode], CellKind]] = {
    "text": _text_answer,
    "number": _number_answer,
    "date": _date,
    "choice": _choice,
    "scale": _scale,
}
_ANSWERS: Mapping[str, Callable[[MapNode], AnswerKind]] = {
    **_CELLS,
    "list": _list_answer,
    "rank": _rank,
    "table": _table,
}


def _answer(node: MapNode) -> AnswerKind:
    return _ANSWERS[text(node, "kind")](node)


def _recipe(node: MapNode) -> Recipe:
    people = node.value.get("people")
    numbers = [as_int(entry) or 1 for entry in people.value] if isinstance(people, ListNode) else []
    return Recipe(
        id=text(node, "id"),
        title=text(node, "title"),
        deals=each(node, "cards", _deal),
        about=text(node, "about"),
        audience=text(node, "for"),
        people=(numbers[0], numbers[1]) if numbers else None,
        minutes=float(number(node, "minutes") or 0),
        builds_on=texts(node, "builds_on"),
        review=flag(node, "review"),
    )


def _deal(node: Node) -> Deal:
    if isinstance(node, MapNode):
        return Deal(text(node, "card"), text(node, "gives"), float(number(node, "break") or 0))
    return Deal(words(node))


def _document(node: Node | None) -> DocumentPlan:
    if not isinstance(node, MapNode):
        return DocumentPlan()
    return DocumentPlan(
        sections=each(node, "sections", _section),
        one_page=each(node, "one_page", _one_page_part),
        loose_ends=each(node, "loose_ends", lambda end: LooseEnd(text(end, "card"), where_of(end.value["where"]))),
        pictures=each(node, "pictures", _picture),
    )


def _section(node: MapNode) -> Section:
    suits, cards = texts(node, "suits"), texts(node, "cards")
    return Section(text(node, "id"), text(node, "title"), suits, cards, flag(node, "profile"))


def _one_page_part(node: MapNode) -> OnePagePart:
    place: Any = text(node, "place") or "left"
    return OnePagePart(text(node, "card"), texts(node, "columns"), place, text(node, "beside"))


def _picture(node: MapNode) -> Picture:
    form: Any = text(node, "form")
    return Picture(text(node, "id"), text(node, "title"), form, references(node, "of"))
