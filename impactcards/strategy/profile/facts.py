"""Three plain facts about each mistake, side by side and never added up, with one word and sometimes a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from impactcards.deck.kinds import ScaleAnswer
from impactcards.records import record
from impactcards.strategy.ageing import has_aged
from impactcards.strategy.conditions import hidden_cards
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from impactcards.deck.model import Card, Mistake
    from impactcards.strategy.findings import Finding
    from impactcards.strategy.strategy import Strategy

#: What people call the mistakes.
NAMES: Mapping[Mistake, str] = {
    "no-strategy": N_("Content without a strategy"),
    "no-evidence": N_("Decisions from the gut"),
    "no-conversation": N_("Nobody answers"),
    "algorithm-chasing": N_("Chasing the algorithm"),
    "no-adaptation": N_("“We have always done it this way”"),
}

#: What each looks like from inside.
ABOUT: Mapping[Mistake, str] = {
    "no-strategy": N_("quantity over quality, no audience, no aim"),
    "no-evidence": N_("data lies unused"),
    "no-conversation": N_("the community is an afterthought"),
    "algorithm-chasing": N_("tricks for the platform instead of relations with people"),
    "no-adaptation": N_("platforms change, we do not"),
}

State = Literal["untouched", "begun", "nearly-there", "out", "ageing"]

WORDS: Mapping[State, str] = {
    "untouched": N_("untouched"),
    "begun": N_("begun"),
    "nearly-there": N_("nearly there"),
    "out": N_("out of the loop, for now"),
    "ageing": N_("ageing"),
}

#: From so many loose ends on, a good rating is answered with a remark.
MANY = 3

#: Rules of findings: the first is the second fact already, the other is what the word "ageing" says.
UNANSWERED, _AGED = "unanswered", "aged"


@record
class ProfileLine:
    """How one mistake stands.

    ``rating`` is that of the card ``card``, on its scale from ``low`` to ``top``; None where it is not rated.
    ``decided`` of ``of`` core cards against the mistake are answered. ``loose`` counts open findings;
    ``loose_cards`` are the cards where they are mended, in deck order.
    """

    mistake: Mistake
    card: str
    rating: int | None
    low: int
    top: int
    decided: int
    of: int
    loose: int
    loose_cards: tuple[str, ...]
    state: State

    @property
    def word(self) -> Message:
        """The one word for all of it."""
        return Message(WORDS[self.state])

    @property
    def remark(self) -> Message | None:
        """What rating and facts say against each other, or None where they agree."""
        if self.rating is None or self.top == self.low:
            return None
        share = (self.rating - self.low) / (self.top - self.low)
        if share >= 0.75 and self.loose >= MANY:
            return Message(
                N_("You rate yourselves {r}, yet {n} things are loose here. Worth ten minutes."),
                r=self.rating,
                n=self.loose,
            )
        if share >= 0.75 and self.state == "untouched":
            return Message(
                N_("You rate yourselves {r}, yet nothing is decided here. Worth ten minutes."), r=self.rating
            )
        if share <= 0.25 and self.state == "out":
            return Message(
                N_("On paper this is solved, but you rate it {r}. What is missing between the paper and the day?"),
                r=self.rating,
            )
        return None


def profile(strategy: Strategy, *, today: date, findings: Sequence[Finding] | None = None) -> tuple[ProfileLine, ...]:
    """A line for each mistake of the deck's ``profile``, in the deck's order; none for a deck without one.

    ``findings`` are all open ones of the strategy, without those that were waived; they are looked for where they are
    not given. A card that its condition hides is neither decided nor to be decided. One that is skipped on purpose
    is still to be decided: it belongs in every complete strategy.
    """
    deck = strategy.deck
    if not deck.profile:
        return ()
    if findings is None:
        from impactcards.strategy.findings import find

        findings = find(strategy, today=today)
    hidden = hidden_cards(strategy)
    shown = {card.id: card for card in deck.cards if card.id not in hidden}
    raters = set(deck.profile.values())
    loose: dict[str | None, list[Finding]] = {}
    for finding in findings:
        if finding.rule != UNANSWERED:
            loose.setdefault(finding.counters, []).append(finding)
    lines = []
    for mistake, card_id in deck.profile.items():
        against = [card for card in shown.values() if card.core and card.counters[:1] == (mistake,)]
        own = [card for card in against if card.id not in raters]
        lines.append(_line(strategy, mistake, shown.get(card_id), card_id, own, loose.get(mistake, ()), today))
    return tuple(lines)


def _line(
    strategy: Strategy,
    mistake: Mistake,
    rater: Card | None,
    card_id: str,
    own: Sequence[Card],
    loose: Sequence[Finding],
    today: date,
) -> ProfileLine:
    low, top = scale_of(strategy, card_id)
    decided = sum(strategy.answer(card.id).answered for card in own)
    core = [*own, rater] if rater is not None else own
    aged = {card.id for card in core if has_aged(card, strategy, today)}
    # An aged core card is told by the word; it must not look like something that was never brought to an end.
    ends = any(finding.rule != _AGED or finding.card not in aged for finding in loose)
    state: State = "untouched"
    if decided:
        state = "begun" if decided < len(own) else "nearly-there" if ends else "ageing" if aged else "out"
    return ProfileLine(
        mistake,
        card_id,
        rating_in(strategy, card_id) if rater is not None else None,
        low,
        top,
        decided,
        len(own),
        len(loose),
        tuple(dict.fromkeys(finding.card for finding in loose)),
        state,
    )


def scale_of(strategy: Strategy, card_id: str) -> tuple[int, int]:
    """The ends of a rating card's scale; (1, 5) for a card that has none."""
    card = strategy.deck.card(card_id)
    kind = card.answer if card is not None else None
    return (kind.low, kind.high) if isinstance(kind, ScaleAnswer) else (1, 5)


def rating_in(strategy: Strategy, card_id: str) -> int | None:
    """The step of its scale that a rating card was answered with; None for anything else."""
    value = strategy.answer(card_id).value
    low, top = scale_of(strategy, card_id)
    return value if isinstance(value, int) and low <= value <= top else None
