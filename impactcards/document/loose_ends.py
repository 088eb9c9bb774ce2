"""The chapter that says what is still open: gaps, findings, what was put off, parked lines and open actions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from impactcards.deck.model import Card
from impactcards.document.blocks import Block, Chapter, Heading, Listing, Paragraph, plain
from impactcards.document.chapters import ChapterPlan
from impactcards.document.material import Material
from impactcards.document.set_aside import set_aside_lines
from impactcards.strategy.findings import Look
from impactcards.strategy.hand import CardState, card_state
from impactcards.words import N_

#: The rule of the finding that a core card has no answer: such cards are named together, not one sentence each.
UNANSWERED = "unanswered"


def loose_ends(material: Material, plans: Sequence[ChapterPlan]) -> Chapter | None:
    """The chapter, or None where nothing is open."""
    said = {plan.anchor for plan in plans if any(material.is_told(card) for card in plan.cards)}
    silent = [plan for plan in plans if plan.anchor not in said and any(_is_asked(material, c) for c in plan.cards)]
    blocks: list[Block] = []
    if not said:
        blocks.append(Paragraph(plain(material.say("Nothing has been answered yet."))))
    elif silent:
        titles = quoted(material, (plan.title for plan in silent))
        blocks.append(Paragraph(plain(material.say("Nothing has been answered yet in {chapters}.", chapters=titles))))
    for plan in plans:
        lines = _of_chapter(material, plan.cards, named=plan.anchor in said)
        if lines:
            blocks += [Heading(3, plan.title), Listing(tuple(plain(line) for line in lines))]
    known = {card.id for plan in plans for card in plan.cards}
    general = [finding.worded(material.say) for finding in material.findings if finding.card not in known]
    blocks += _section(material.say("In general"), general)
    blocks += _section(material.say("Seen and left as it is"), set_aside_lines(material))
    blocks += _section(material.say("Parked"), _parked(material))
    blocks += _section(material.say("For a complete strategy"), _beyond_the_recipe(material, plans))
    blocks += _section(material.say("Agreed and not done yet"), _actions(material))
    return Chapter(material.say("What is still open"), "loose-ends", tuple(blocks), "loose-ends") if blocks else None


def _is_asked(material: Material, card: Card) -> bool:
    """Whether a card belongs to the strategy so far and was not left out on purpose."""
    return material.shows(card) and material.is_dealt(card) and _put_off(material, card) != "skipped"


def quoted(material: Material, titles: Iterable[str]) -> str:
    """Titles in quotation marks, parted by commas."""
    return ", ".join(material.say("“{title}”", title=title) for title in titles)


def _section(title: str, lines: Sequence[str]) -> tuple[Block, ...]:
    return (Heading(3, title), Listing(tuple(plain(line) for line in lines))) if lines else ()


def _of_chapter(material: Material, cards: Sequence[Card], *, named: bool) -> list[str]:
    """What is open about the cards of a chapter. ``named``: its unanswered cards are still to be named."""
    own = {card.id for card in cards}
    findings = [finding for finding in material.findings if finding.card in own]
    gaps = {finding.card for finding in findings if finding.rule == UNANSWERED}
    shown = [card for card in cards if material.shows(card)]
    unanswered = [
        card
        for card in shown
        if material.is_dealt(card) and (card.id in gaps or _waits(material, card)) and not _put_off(material, card)
    ]
    lines = _together(material, N_("Still unanswered: {cards}."), unanswered) if named else []
    lines += [finding.worded(material.say) for finding in findings if finding.rule != UNANSWERED]
    checks = {check.id for check in material.deck.checks}
    said = {(finding.card, finding.row) for finding in findings if finding.rule in checks}
    for card in shown:
        lines += _declared_rows(material, card, said)
    for how, sentence, together in (
        ("later", N_("“{title}” waits for later: {why}"), N_("Left for later: {cards}.")),
        ("skipped", N_("“{title}” is left out on purpose: {why}"), N_("Left out on purpose: {cards}.")),
    ):
        lines += _put_off_lines(
            material, [card for card in shown if _put_off(material, card) == how], sentence, together
        )
    for card in shown:
        if material.strategy.answer(card.id).raw is not None:
            sentence = N_("The answer to “{title}” cannot be read. It stands in the file as it was.")
            lines.append(material.say(sentence, title=card.title))
    return lines


def _declared_rows(material: Material, card: Card, said: Container[tuple[str, str]]) -> list[str]:
    """Rows of a table that the deck counts among the loose ends, but for those of which a check speaks already."""
    ends = [end for end in material.deck.document.loose_ends if end.card == card.id]
    answer = material.strategy.answer(card.id)
    if not ends or answer.raw is not None or _put_off(material, card) or material.is_sealed(card):
        return []
    from impactcards.strategy.checks.where import where_test  # most decks name no such rows

    look = Look(material.strategy, material.today)
    tests = [where_test(end.where, material.today) for end in ends]
    rows = [row for row in look.rows(card) if (card.id, row.id) not in said and any(meant(row) for meant in tests)]
    return [f"{card.title}: {quoted(material, [look.row_name(card, row)])}" for row in rows]


def _put_off(material: Material, card: Card) -> str:
    """How an unanswered card was put off; empty if it was not."""
    answer = material.strategy.answer(card.id)
    return "" if answer.answered else answer.put_off or ""


def _put_off_lines(material: Material, cards: Sequence[Card], sentence: str, together: str) -> list[str]:
    """A sentence for each card whose note says why, and one for all others."""
    notes = {card.id: " ".join(material.strategy.answer(card.id).note.split()) for card in cards}
    lines = [material.say(sentence, title=card.title, why=notes[card.id]) for card in cards if notes[card.id]]
    return lines + _together(material, together, [card for card in cards if not notes[card.id]])


def _together(material: Material, sentence: str, cards: Sequence[Card]) -> list[str]:
    """One sentence that names all of ``cards``, if there are any."""
    return [material.say(sentence, cards=quoted(material, (card.title for card in cards)))] if cards else []


def _waits(material: Material, card: Card) -> bool:
    """Whether a core card cannot be answered yet, because it asks about the items of a card that has none."""
    return card.core and card_state(card, material.strategy) is CardState.BLOCKED


def _beyond_the_recipe(material: Material, plans: Sequence[ChapterPlan]) -> list[str]:
    """The core cards that the recipe played so far does not deal, in one sentence: no gap, but what could come next."""
    cards = {card.id: card for plan in plans for card in plan.cards}
    beyond = [card for card in cards.values() if card.core and material.shows(card) and not material.is_dealt(card)]
    return _together(material, N_("These cards would come next: {cards}."), beyond)


def _parked(material: Material) -> list[str]:
    if not material.strategy.lists.get("parking_lot"):
        return []
    from impactcards.document.agreed import parked  # only where something was
    from impactcards.document.minutes_people import People

    return list(dict.fromkeys(held.text for held in parked(material.strategy, People(material.strategy))))


def _actions(material: Material) -> list[str]:
    """The actions that are still to be done. One that was noted twice in the same words is one."""
    if not material.strategy.lists.get("actions"):
        return []
    from impactcards.document.agreed import actions, in_one_line
    from impactcards.document.minutes_people import People

    agreed = actions(material.strategy, People(material.strategy))
    language = material.strategy.language
    return list(dict.fromkeys(in_one_line(action, language) for action in agreed if action.open))


__all__ = ["loose_ends", "quoted"]
