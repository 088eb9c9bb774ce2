"""Deck format 1, as one table: every key of every map, what it wants, and what it is for.

Validation, translations and the JSON Schema all come from here. To add a key, add its line here and its field to the
model and to :mod:`impactcards.deck.build`.
"""

from __future__ import annotations

from impactcards.deck.format import rules
from impactcards.deck.format.checks import CHECK
from impactcards.deck.format.contrary import checks_agree
from impactcards.deck.format.entries import LOOSE_END, DealSpec, RowsSpec, StepNumber
from impactcards.deck.format.maps import Key, Kinds, ListOf, Map, MapOf, Pair
from impactcards.deck.format.references import CardRef, ConditionSpec, DateCardRef, ItemsRef, ReferenceSpec, SuitRef
from impactcards.deck.format.specs import Bool, Id, Int, LanguageTag, Number, OneOf, SpanSpec, Text
from impactcards.deck.format.where import RESERVED_COLUMNS
from impactcards.deck.model import COLORS, MISTAKES
from impactcards.words import N_

FORMAT = 1
_LINE = Text(lines=False)
_LIMIT = Int(1, 1000)
_MINUTES = Number(0.5, 1000, step=0.5)


def _title(about: str) -> Key:
    return Key(_LINE, about, required=True, word=True)


_OPTION = Map(
    {
        "id": Key(Id(), "What is stored when it is chosen.", required=True),
        "title": _title("The words to choose."),
        "about": Key(Text(), "A line that explains it.", word=True),
        "alone": Key(Bool(), "Choosing it unticks the others."),
    }
)
_ROW = Map({"id": Key(Id(), "What is stored for the row.", required=True), "title": _title("The words of the row.")})
_CHOICE = {
    "options": Key(ListOf(_OPTION, at_least=1), "What can be chosen."),
    "from": Key(ItemsRef(), "The card whose items can be chosen."),
}

# The keys of each kind of answer, without what a card or a column adds.
_TEXT = {"lines": Key(Int(1, 100), "How many lines are expected.")}
_LIST = {
    "at_least": Key(_LIMIT, "From how many items on it is complete."),
    "at_most": Key(_LIMIT, "Above how many items it is remarked."),
}
_SEVERAL = {
    **_CHOICE,
    "several": Key(Bool(), "Whether more than one can be chosen."),
    "at_most": Key(_LIMIT, "How many can be chosen."),
}
_SCALE = {
    "from": Key(Int(-1000, 1000), "The lowest step."),
    "to": Key(Int(-1000, 1000), "The highest step, at most ten above the lowest."),
    "labels": Key(MapOf(StepNumber(), _LINE), "Words for some steps or all.", word=True),
}
_NUMBER = {
    "unit": Key(_LINE, "What the figure counts, such as h or %.", word=True),
    "minimum": Key(Number(), "Below it, it is remarked."),
    "maximum": Key(Number(), "Above it, it is remarked."),
}
_AT_LEAST_AT_MOST = rules.limits_in_order("at_least", "at_most")
_MINIMUM_MAXIMUM = rules.limits_in_order("minimum", "maximum")
_RULES = {
    "list": (_AT_LEAST_AT_MOST,),
    "choice": (rules.options_or_source, rules.limit_of_one_choice),
    "rank": (rules.options_or_source,),
    "scale": (rules.scale_steps,),
    "number": (_MINIMUM_MAXIMUM,),
    "table": (_AT_LEAST_AT_MOST, rules.table_limits),
}
_CELLS = {"text": _TEXT, "number": _NUMBER, "date": {}, "choice": _SEVERAL, "scale": _SCALE}
_ANSWER_KEYS = frozenset(
    (
        "lines",
        "at_least",
        "at_most",
        "options",
        "from",
        "several",
        "to",
        "labels",
        "unit",
        "minimum",
        "maximum",
        "columns",
        "rows",
        "cover",
        "alone",
    )
)
_NO_COLUMN_KIND = N_("A column cannot be of kind {word}. It is one of: {known}.")


def _column(kind: str) -> Map:
    return Map(
        {
            "id": Key(Id(RESERVED_COLUMNS), "What is stored for the column.", required=True),
            "title": _title("The words above the column."),
            "kind": Key(OneOf(tuple(_CELLS)), "What its cells ask for.", required=True),
            "about": Key(Text(), "A line that explains it.", word=True),
            "required": Key(Bool(), "Whether an empty cell is a finding."),
            "missing": Key(Text(), "The sentence of that finding.", word=True),
            "cover": Key(Bool(), "Whether an item that no row picks is a finding."),
            "uncovered": Key(Text(), "The sentence of that finding.", word=True),
            **_CELLS[kind],
        },
        rules=(*_RULES.get(kind, ()), rules.column_words),
        elsewhere=_ANSWER_KEYS,
    )


_COLUMN = Kinds(
    "kind", {kind: _column(kind) for kind in _CELLS}, dict.fromkeys(("list", "rank", "table"), _NO_COLUMN_KIND)
)
_ROWS_OF = Map({"each": Key(ItemsRef(), "The card whose items are the rows.", required=True)})
_ANSWERS: dict[str, dict[str, Key]] = {
    "text": _TEXT,
    "list": _LIST,
    "choice": _SEVERAL,
    "rank": _CHOICE,
    "scale": _SCALE,
    "number": _NUMBER,
    "date": {},
    "table": {
        "columns": Key(ListOf(_COLUMN, at_least=1), "Its columns.", required=True),
        "rows": Key(
            RowsSpec(ListOf(_ROW, at_least=1), _ROWS_OF),
            "Fixed rows, or one for each item of a card; without it, rows are free.",
        ),
        **_LIST,
    },
}
ANSWER = Kinds(
    "kind",
    {
        kind: Map(
            {"kind": Key(OneOf(tuple(_ANSWERS)), "What is asked for.", required=True), **keys},
            rules=_RULES.get(kind, ()),
            elsewhere=_ANSWER_KEYS,
        )
        for kind, keys in _ANSWERS.items()
    },
)

_FACT = Map(
    {
        "text": Key(Text(), "What holds.", required=True),
        "place": Key(_LINE, "Where it holds.", required=True),
        "as_of": Key(_LINE, "When that was looked up.", required=True),
        "source": Key(_LINE, "Where it can be read.", required=True),
    }
)

CARD = Map(
    {
        "id": Key(Id(), "What everything refers to; never changed once published.", required=True),
        "suit": Key(SuitRef(), "The suit it belongs to.", required=True),
        "title": _title("Its name, a few words."),
        "prompt": Key(Text(), "The question.", required=True, word=True),
        "answer": Key(ANSWER, "What is asked for.", required=True),
        "why": Key(Text(), "Why it pays to answer.", word=True),
        "hints": Key(ListOf(Text()), "Ways in, when stuck.", word=True),
        "example": Key(Text(), "A good answer of the example company.", word=True),
        "pitfall": Key(Text(), "How this card is usually answered badly.", word=True),
        "facilitation": Key(Text(), "How to play it with a group.", word=True),
        "facts": Key(ListOf(_FACT), "Dated statements with their source.", word=True),
        "minutes": Key(_MINUTES, "How long it takes, in steps of 0.5."),
        "core": Key(Bool(), "Whether it belongs in every complete strategy."),
        "counters": Key(ListOf(OneOf(MISTAKES), once=True), "The mistakes it works against, main one first."),
        "fresh_for": Key(SpanSpec(), "After which time the answer is looked at again."),
        "seal": Key(OneOf(("until-review",)), "Hidden from when the card is left until a review opens it."),
        "when": Key(ConditionSpec(), "The card is dealt only if this holds."),
    }
)

_SUIT = Map(
    {
        "id": Key(Id(), "What cards refer to.", required=True),
        "title": _title("Its name."),
        "symbol": Key(_LINE, "One character, one cell wide.", required=True),
        "color": Key(OneOf(COLORS), "Its colour.", required=True),
        "about": Key(Text(), "What its cards are about.", word=True),
    },
    rules=(rules.symbol_is_one_cell,),
)

_RECIPE = Map(
    {
        "id": Key(Id(), "What commands refer to.", required=True),
        "title": _title("Its name, such as “Strategy in 90 minutes”."),
        "cards": Key(ListOf(DealSpec(), at_least=1), "The cards it deals, in order, and breaks.", required=True),
        "about": Key(Text(), "Its aim.", word=True),
        "for": Key(_LINE, "For whom it is.", word=True),
        "people": Key(Pair(1), "For how many people, from and to."),
        "minutes": Key(_MINUTES, "The time box, with slack and breaks."),
        "builds_on": Key(ListOf(CardRef(), once=True), "Cards that should be answered before."),
        "review": Key(Bool(), "Whether a review takes it by default."),
    },
    rules=(rules.recipe_once,),
)

_DOCUMENT = Map(
    {
        "sections": Key(
            ListOf(
                Map(
                    {
                        "id": Key(Id(), "Its id.", required=True),
                        "title": _title("The heading."),
                        "suits": Key(ListOf(SuitRef(), at_least=1, once=True), "The suits whose cards it prints."),
                        "cards": Key(ListOf(CardRef(), at_least=1, once=True), "The cards it prints, in order."),
                        "profile": Key(Bool(), "Whether the five mistakes are shown here."),
                    },
                    rules=(rules.section_has_one_source,),
                )
            ),
            "The chapters; without them, each suit is one.",
        ),
        "one_page": Key(
            ListOf(
                Map(
                    {
                        "card": Key(CardRef(), "The card.", required=True),
                        "columns": Key(ListOf(Text(lines=False), at_least=1, once=True), "Only these of its columns."),
                        "place": Key(OneOf(("top", "left", "right", "foot")), "Where it stands."),
                        "beside": Key(CardRef(), "The card it stands beside."),
                    },
                    rules=(rules.columns_of_the_card,),
                )
            ),
            "The strategy on one page.",
        ),
        "loose_ends": Key(ListOf(LOOSE_END), "Rows that the document lists among its loose ends."),
        "pictures": Key(
            ListOf(
                Map(
                    {
                        "id": Key(Id(), "Its id.", required=True),
                        "title": _title("Its heading."),
                        "form": Key(OneOf(("flow", "bars")), "What kind of picture.", required=True),
                        "of": Key(
                            ListOf(ReferenceSpec(), at_least=1), "What it shows: CARD.COLUMN or CARD.", required=True
                        ),
                    }
                )
            ),
            "Pictures of the answers.",
        ),
    },
    rules=(rules.beside_is_on_the_page,),
)

DECK = Map(
    {
        "format": Key(Int(1, FORMAT), "The format of this file: 1.", required=True),
        "id": Key(Id(), "What strategies and commands refer to.", required=True),
        "language": Key(LanguageTag(), "The language it is written in.", required=True),
        "title": _title("Its name."),
        "version": Key(_LINE, "Its version, such as 1.0.0.", required=True),
        "license": Key(_LINE, "The licence of its words, such as CC-BY-4.0."),
        "about": Key(Text(), "What it is for.", word=True),
        "profile": Key(MapOf(OneOf(MISTAKES), CardRef()), "The rating card of each mistake."),
        "next_review": Key(DateCardRef(), "The card that says when to look at the strategy again."),
        "suits": Key(ListOf(_SUIT, at_least=1), "Groups of cards.", required=True),
        "cards": Key(ListOf(CARD, at_least=1), "The cards, in order.", required=True),
        "recipes": Key(ListOf(_RECIPE), "Choices of cards for one aim and one time box."),
        "checks": Key(ListOf(CHECK), "Rules over answers."),
        "document": Key(_DOCUMENT, "How the document is laid out.", flat=True),
        "jokers": Key(
            ListOf(
                Map(
                    {
                        "id": Key(Id(), "Its id.", required=True),
                        "text": Key(Text(), "What it says.", required=True, word=True),
                    }
                )
            ),
            "Short disturbances, drawn when somebody is stuck.",
        ),
        "stress": Key(
            Map(
                {
                    "remove": Key(ListOf(ItemsRef(), once=True), "Lists from which an item may be taken away."),
                    "halve": Key(ListOf(ReferenceSpec(numeric=True), once=True), "Figures that may be halved."),
                }
            ),
            "What the stress draw may take away.",
        ),
    },
    rules=(rules.profile_cards_are_scales, rules.one_review_recipe, rules.no_circles, checks_agree),
)
