"""What the keys of a map have to do with each other: limits, scales, tables, recipes, and circles of waiting cards."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from impactcards.deck.format.check_rules import FINDING_PLACEHOLDERS, unknown_placeholders
from impactcards.deck.format.index import MOST_STEPS
from impactcards.deck.format.lookup import absent, list_in, map_in, number_in, scalar_in, text_in
from impactcards.deck.format.references import cards_in_condition, find_column
from impactcards.words import N_
from impactcards.yamltext import MapNode, Scalar, as_bool, plain_value

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.deck.format.maps import Rule

PROGRESS_GLYPHS = "●◉○"


def limits_in_order(low: str, high: str) -> Rule:
    """A rule: the number under ``low`` is not above the one under ``high``."""

    def rule(node: MapNode, context: Context) -> None:
        least, most = number_in(node, low), number_in(node, high)
        if least is not None and most is not None and least > most:
            context.fault(
                node.value[high],
                N_("“{low}” ({least}) is above “{high}” ({most}). Swap them."),
                low=low,
                least=least,
                high=high,
                most=most,
            )

    return rule


def options_or_source(node: MapNode, context: Context) -> None:
    """A choice or rank has either options of its own or the items of another card."""
    has_options, has_source = not absent(node.value.get("options")), not absent(node.value.get("from"))
    if has_options and has_source:
        context.fault(node.keys["from"], N_("“options” and “from” cannot both stand here. Keep one of them."))
    elif not has_options and not has_source:
        context.fault(node, N_("“options” is missing here, or “from” with a card to pick from."))


def limit_of_one_choice(node: MapNode, context: Context) -> None:
    """Of a single choice ``at_most`` says nothing, and no option needs to stand alone."""
    several = node.value.get("several")
    if several is not None and as_bool(several):
        return
    if "at_most" in node.value:
        context.remark(
            node.keys["at_most"],
            N_("“at_most” says nothing here, because only one can be chosen. Add “several: true”."),
        )
    for option in list_in(node, "options"):
        if isinstance(option, MapNode) and "alone" in option.value:
            context.remark(
                option.keys["alone"],
                N_("“alone” says nothing here, because only one can be chosen. Add “several: true”."),
            )
            return


def scale_steps(node: MapNode, context: Context) -> None:
    """A scale rises, has at most eleven steps, and its labels name steps of it."""
    low, high = number_in(node, "from"), number_in(node, "to")
    low, high = 1 if low is None else low, 5 if high is None else high
    place = node.value.get("to") or node.value.get("from") or node
    if low >= high:
        context.fault(place, N_("A scale rises: “from” ({low}) has to be below “to” ({high})."), low=low, high=high)
    elif high - low + 1 > MOST_STEPS:
        context.fault(
            place,
            N_("A scale has at most {limit} steps; from {low} to {high} there are {n}."),
            limit=MOST_STEPS,
            low=low,
            high=high,
            n=high - low + 1,
        )
    else:
        labels = map_in(node, "labels")
        for name in labels.keys.values() if labels is not None else ():
            step = plain_value(name.value)
            if isinstance(step, int) and not low <= step <= high:
                context.fault(
                    name,
                    N_("The label {step} stands outside the scale, which goes from {low} to {high}."),
                    step=step,
                    low=low,
                    high=high,
                )


def table_limits(node: MapNode, context: Context) -> None:
    """Only free rows can be too few or too many."""
    if not absent(node.value.get("rows")):
        for name in ("at_least", "at_most"):
            if name in node.value:
                context.fault(
                    node.keys[name],
                    N_("“{key}” is for tables with free rows; here “rows” says which rows there are."),
                    key=name,
                )


def column_words(node: MapNode, context: Context) -> None:
    """A column's sentences for findings go with what makes the findings."""
    cover, required = node.value.get("cover"), node.value.get("required")
    covers = cover is not None and bool(as_bool(cover))
    if covers and cover is not None and not text_in(node, "from"):
        context.fault(
            node.keys["cover"], N_("“cover” is for a choice with “from”: only then are there items to cover.")
        )
    if "uncovered" in node.value and not covers:
        context.remark(node.keys["uncovered"], N_("“uncovered” is never said without “cover: true”."))
    for name in ("missing", "uncovered"):
        unknown_placeholders(node, name, FINDING_PLACEHOLDERS, context)
    if "missing" in node.value and not (required is not None and as_bool(required)):
        context.remark(node.keys["missing"], N_("“missing” is never said without “required: true”."))


def symbol_is_one_cell(node: MapNode, context: Context) -> None:
    """A suit's symbol is one cell wide and no mark of progress."""
    symbol = scalar_in(node, "symbol")
    if symbol is None:
        return
    if symbol.value in PROGRESS_GLYPHS:
        context.fault(
            symbol, N_("“{word}” shows how far a card is, so a suit needs another symbol."), word=symbol.value
        )
    elif not _one_cell(symbol.value):
        context.fault(symbol, N_("A symbol is one character that is one cell wide, such as ▲, ■ or ∞."))


def _one_cell(text: str) -> bool:
    return (
        len(text) == 1 and unicodedata.east_asian_width(text) not in "WF" and unicodedata.category(text)[0] not in "CMZ"
    )


def recipe_once(node: MapNode, context: Context) -> None:
    """A recipe deals no card twice."""
    seen: set[str] = set()
    for entry in list_in(node, "cards"):
        card = entry if isinstance(entry, Scalar) else scalar_in(entry, "card")
        if card is not None:
            if card.value in seen:
                context.fault(
                    card, N_("The card “{word}” is dealt twice in this recipe. Once is enough."), word=card.value
                )
            seen.add(card.value)


def one_review_recipe(node: MapNode, context: Context) -> None:
    """At most one recipe is what a review takes by default."""
    reviews = [
        recipe.keys["review"]
        for recipe in list_in(node, "recipes")
        if isinstance(recipe, MapNode) and "review" in recipe.value and as_bool(recipe.value["review"])
    ]
    for name in reviews[1:]:
        context.fault(
            name,
            N_("Only one recipe can be the one that a review takes by default; the first is in line {line}."),
            line=reviews[0].line,
        )


def profile_cards_are_scales(node: MapNode, context: Context) -> None:
    """A mistake is rated on a card with a scale."""
    profile = map_in(node, "profile")
    for entry in profile.value.values() if profile is not None else ():
        card = context.index.cards.get(entry.value) if isinstance(entry, Scalar) else None
        if card is not None and card.kind and card.kind != "scale":
            context.fault(
                entry,
                N_("A mistake is rated on a card of kind scale; “{card}” is of kind {kind}."),
                card=card.id,
                kind=card.kind,
            )


def section_has_one_source(node: MapNode, context: Context) -> None:
    """A section takes suits or cards, or only shows the profile."""
    suits, cards = not absent(node.value.get("suits")), not absent(node.value.get("cards"))
    if suits and cards:
        context.fault(node.keys["cards"], N_("“suits” and “cards” cannot both stand here. Keep one of them."))
    elif not suits and not cards and "profile" not in node.value:
        context.fault(node, N_("“suits” or “cards” is missing here: what does this section print?"))


def columns_of_the_card(node: MapNode, context: Context) -> None:
    """The columns of a part of the one page belong to its card."""
    card = context.index.cards.get(text_in(node, "card"))
    for entry in list_in(node, "columns"):
        if card is not None and isinstance(entry, Scalar):
            find_column(entry, entry.value, card, context)


def beside_is_on_the_page(node: MapNode, context: Context) -> None:
    """A part of the one page stands beside another part of it."""
    parts = {text_in(part, "card") for part in list_in(node, "one_page")}
    for part in list_in(node, "one_page"):
        beside = scalar_in(part, "beside")
        if beside is not None and beside.value in context.index.cards and beside.value not in parts:
            context.fault(
                beside,
                N_("The card “{word}” is not on the one page, so nothing can stand beside it."),
                word=beside.value,
            )


def no_circles(_: MapNode, context: Context) -> None:
    """Cards do not wait for each other by ``when``, ``from`` and ``each``."""
    waits = {card_id: _waits_for(card.node) for card_id, card in context.index.cards.items()}
    done: set[str] = set()
    for first in waits:
        trail: dict[str, None] = {}
        stack: list[tuple[str, int]] = [(first, 0)]
        while stack:
            card_id, position = stack.pop()
            if position == 0:
                if card_id in done:
                    continue
                trail[card_id] = None
            places = waits.get(card_id, [])
            if position < len(places):
                stack.append((card_id, position + 1))
                place = places[position]
                if place.value in trail:
                    way = list(trail)
                    circle = [*way[way.index(place.value) :], place.value]
                    context.fault(
                        place,
                        N_("These cards wait for each other: {circle}. Take one of “when”, “from” or “each” away."),
                        circle=" → ".join(circle),
                    )
                elif place.value in waits:
                    stack.append((place.value, 0))
            else:
                done.add(card_id)
                del trail[card_id]


def _waits_for(card: MapNode) -> list[Scalar]:
    answer = map_in(card, "answer")
    found: list[Scalar | None] = list(cards_in_condition(card.value.get("when")))
    found.append(scalar_in(map_in(answer, "rows"), "each"))
    found.extend(
        scalar_in(cell, "from") for cell in (answer, *list_in(answer, "columns")) if text_in(cell, "kind") != "scale"
    )
    return [place for place in found if place is not None]
