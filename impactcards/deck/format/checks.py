"""The part of the format that describes checks: for each form its keys, and the rule that sees what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format import check_rules as rules
from impactcards.deck.format.maps import Key, Kinds, ListOf, Map, MapOf
from impactcards.deck.format.references import CardRef, ConditionSpec, ReferenceSpec
from impactcards.deck.format.specs import Id, Int, Number, OneOf, Schema, SpanSpec, Spec, Text
from impactcards.deck.format.where import WhereSpec
from impactcards.deck.model import MISTAKES

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.deck.format.maps import Rule
    from impactcards.yamltext import Node

COMPARISONS = ("above", "below", "at_least", "at_most", "equal", "not_equal")
FORMS = ("sum", "each", "rows", "none", "dates", "alone", "needs", "unchanged", "cards")


class _Looked(Spec):
    """A reference that the rule of the form looks up, because a bare column is meant inside the card of ``of``."""

    def __init__(self, *, several: bool = False) -> None:
        self.several = several

    def check(self, node: Node, context: Context, key: str) -> None:
        """Nothing: see :mod:`impactcards.deck.format.check_rules`."""

    def schema(self) -> Schema:
        one = ReferenceSpec().schema()
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]} if self.several else one


class _To(_Looked):
    """What is compared with: a number or a reference; for dates also {written: SPAN} or {earliest: CARD.COLUMN}."""

    def __init__(self, *, dates: bool = False) -> None:
        super().__init__()
        self.dates = dates

    def schema(self) -> Schema:
        one = ReferenceSpec().schema()
        if not self.dates:
            return {"anyOf": [one, {"type": "number"}]}
        written, earliest = ({"written": SpanSpec().schema()}, {"earliest": one})
        closed: Schema = {"type": "object", "patternProperties": {"^x-": {}}, "additionalProperties": False}
        maps = [{**closed, "properties": keys, "required": list(keys)} for keys in (written, earliest)]
        return {"anyOf": [one, *maps]}


_SHARED = {
    "id": Key(Id(), "The id of the check, a part of its finding's id.", required=True),
    "form": Key(OneOf(FORMS), "What kind of rule it is.", required=True),
    "says": Key(Text(), "The sentence of its finding.", required=True, word=True),
    "counters": Key(OneOf(MISTAKES), "The mistake that it works against."),
    "when": Key(ConditionSpec(), "The check is silent unless this holds."),
    "with": Key(MapOf(Id(), _Looked()), "Names for cells that the sentence mentions."),
}
_WHERE = {"where": Key(WhereSpec(), "Which rows are meant.")}
_OF = {"of": Key(_Looked(), "What is looked at: CARD or CARD.COLUMN.", required=True)}
_OF_SOME = {"of": Key(_Looked(several=True), "What is looked at: one card, or a list of them.", required=True)}
_COMPARE = {"compare": Key(OneOf(COMPARISONS), "How it is compared.", required=True)}
_TO = {"to": Key(_To(), "What it is compared with: a number or CARD.COLUMN.", required=True)}
_TO_DATE = {"to": Key(_To(dates=True), "today, a date, {written: SPAN} or {earliest: CARD.COLUMN}.", required=True)}
_PAIR = ListOf(_Looked(), 2)

_FORM_KEYS: dict[str, tuple[dict[str, Key], Rule]] = {
    "sum": ({**_OF, **_COMPARE, **_TO, **_WHERE}, rules.sums),
    "each": (
        {
            **_OF,
            **_COMPARE,
            **_TO,
            **_WHERE,
            "times": Key(_PAIR, "Two columns whose product is compared."),
            "direction": Key(_PAIR, "Two columns: where the second is below the first, the comparison turns round."),
        },
        rules.row_by_row,
    ),
    "rows": (
        {
            **_OF,
            "where": Key(WhereSpec(), "Which rows are found.", required=True),
            "by": Key(_Looked(), "A column that picks: one finding for an item all of whose rows are found."),
        },
        rules.rows,
    ),
    "none": (
        {**_OF, "where": Key(WhereSpec(), "What at least one row should be.", required=True)},
        rules.no_row,
    ),
    "dates": ({**_OF, **_COMPARE, **_TO_DATE, **_WHERE}, rules.dates),
    "alone": (
        {
            **_OF,
            **_WHERE,
            "share_above": Key(Number(0, 1), "The share of items above which one row carries too many, such as 0.5."),
            "of_at_least": Key(Int(1, 1000), "The number of items from which on the check speaks."),
        },
        rules.alone,
    ),
    "needs": (
        {
            "of": Key(CardRef(), "The card that is asked for.", required=True),
            "when": Key(ConditionSpec(), "When it is asked for.", required=True),
        },
        rules.one,
    ),
    "unchanged": (
        {**_OF_SOME, "to": Key(Int(2, 100), "In how many reviews in a row, such as 3.", required=True)},
        rules.some,
    ),
    "cards": (
        {**_OF_SOME, "when": Key(ConditionSpec(), "The condition that makes the finding.", required=True)},
        rules.some,
    ),
}
_ALL_KEYS = frozenset(key for keys, _ in _FORM_KEYS.values() for key in keys)

CHECK = Kinds("form", {form: Map({**_SHARED, **keys}, (rule,), _ALL_KEYS) for form, (keys, rule) in _FORM_KEYS.items()})
