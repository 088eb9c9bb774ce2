"""Remembered findings: always what a fresh look finds, with only what a change can have altered worked out again."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from generated_data import DATA
from hypothesis import given, settings
from hypothesis import strategies as st
from running import run_python
from small_deck import DECK, card, deck_of, items, play, put
from strategy.checks.bundled_cases import SOCIAL

from impactcards.deck.kinds import RowsOf, TableAnswer, TextAnswer
from impactcards.deck.library import Library, bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Card, Check, Condition, Deck, Reference, Span
from impactcards.home import Home
from impactcards.records import replace
from impactcards.strategy import kinds
from impactcards.strategy.answer import NOTHING, Answer
from impactcards.strategy.findings import Kept, find
from impactcards.strategy.findings.search import Search
from impactcards.strategy.folder import open_strategy
from impactcards.strategy.hand import Hand
from impactcards.strategy.strategy import Strategy
from impactcards.words import words

TODAY = date(2026, 11, 16)


def same(kept: Kept, strategy: Strategy, past: Any = None) -> None:
    """What is remembered is what a fresh look finds: of all cards, of each alone, and with the waived ones."""
    fresh = find(strategy, today=kept.today, past=past)
    assert kept.all() == fresh
    assert [found for held in strategy.deck.cards for found in kept.of(held)] == fresh
    assert kept.all(waived=True) == find(strategy, today=kept.today, past=past, waived=True)


# -- any changes, in small decks --------------------------------------------------------------------------------------

IDS = [held.id for held in DECK.cards]
FIGURES = ("channels.posts", "channels.fit", "promise.hours", "budget", "mirror")


def _reference(text: str) -> Reference:
    held, _, column = text.partition(".")
    return Reference(held, column)


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """A condition over the first cards of the small deck."""
    plain = st.one_of(
        st.builds(Condition, st.just("answered"), st.sampled_from(("words", "goals", "mirror")), st.booleans()),
        st.just(Condition("has", "situation", "ads")),
        st.builds(Condition, st.sampled_from(("below", "above")), st.just("mirror"), st.integers(1, 5)),
    )
    parts = st.lists(plain, min_size=1, max_size=2).map(tuple)
    group = st.builds(lambda test, parts: Condition(test, parts=parts), st.sampled_from(("all", "any", "not")), parts)
    return draw(st.one_of(plain, group))


@st.composite
def checks(draw: st.DrawFn, number: int) -> Check:
    """A check of any form over the cards of the small deck."""
    form = draw(st.sampled_from(("sum", "each", "rows", "none", "alone", "needs", "cards", "dates", "unchanged")))
    compare = draw(st.sampled_from(("above", "below", "at_most", "not_equal")))
    when = draw(st.one_of(st.none(), conditions()))
    more: dict[str, Any] = {"when": when}
    of: tuple[Reference, ...] = (_reference(draw(st.sampled_from(FIGURES))),)
    if form in ("sum", "each"):
        to = draw(st.one_of(st.integers(0, 5), st.sampled_from(FIGURES).map(_reference)))
        more |= {"compare": compare, "to": to}
    elif form in ("rows", "none"):
        of = (Reference("channels", draw(st.sampled_from(("", "goals", "posts")))),)
        more |= {"where": draw(st.sampled_from(({"posts": {"below": 3}}, {"goals": {"empty": False}})))}
        more |= {"by": "goals"} if form == "rows" and draw(st.booleans()) else {}
    elif form == "alone":
        of = (Reference("channels", "goals"),)
    elif form == "dates":
        of, more = (Reference("channels", "start"),), {**more, "compare": compare, "to": Reference("review")}
    else:
        names = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True))
        of, more = tuple(map(Reference, names)), {"when": when or Condition("answered", "words", True), "to": 1}
    bind = {"x": Reference("channels", "goals"), "y": Reference("main-goal")} if draw(st.booleans()) else {}
    return Check(f"check-{number}", form, of, "{row} {item} {a} {b} {n} {x} {y}", bind=bind, **more)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """The small deck with conditions (none leads back), core cards, ages, and checks."""
    cards: list[Card] = []
    for held in DECK.cards:
        free = held.id not in ("words", "goals", "mirror", "situation")
        when = draw(st.one_of(st.none(), conditions())) if free or held.id == "situation" else None
        if held.id == "situation" and when is not None:
            when = Condition("answered", "words", draw(st.booleans()))
        fresh_for = draw(st.sampled_from((None, Span(6, "months"))))
        cards.append(replace(held, when=when, core=draw(st.booleans()), fresh_for=fresh_for))
    count = draw(st.integers(0, 4))
    return replace(deck_of(*cards), checks=tuple(draw(checks(number)) for number in range(count)))


def change(data: st.DataObject, strategy: Strategy) -> None:
    """Any one change a person can make."""
    held = data.draw(st.sampled_from(strategy.deck.cards))
    deed = data.draw(st.sampled_from(("put", "put", "put", "put", "off", "raw", "gone", "confirm", "waive", "review")))
    if deed == "put":
        put(strategy, held.id, data.draw(DATA[held.answer.kind]))
    elif deed == "off":
        strategy.put_off(held.id, data.draw(st.sampled_from((None, "later", "skipped"))))
    elif deed == "raw":
        strategy.put(held.id, Answer(raw=["?"]))
    elif deed == "gone":
        strategy.put(held.id, NOTHING)
    elif deed == "confirm":
        strategy.put(held.id, strategy.answer(held.id).with_(confirmed="2026-11-01T12:00:00Z"))
    elif deed == "waive":
        found = find(strategy, today=TODAY)
        if found:
            strategy.lists["waived"] = [{"finding": data.draw(st.sampled_from(found)).id}]
            strategy.touch()
    else:
        ended = {"started": "2026-06-01T10:00:00Z", "ended": "2026-06-01T11:00:00Z", "version": "v1"}
        strategy.lists["reviews"] = [{"id": "r222", **ended}]
        strategy.touch()


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_it_is_always_what_a_fresh_look_finds(data: st.DataObject) -> None:
    strategy = play(data.draw(decks()))
    past = {"v1": {"words": Answer(value="x"), "mirror": Answer(value=2)}}
    kept = Kept(strategy, TODAY, past)
    for _ in range(data.draw(st.integers(1, 8))):
        for _ in range(data.draw(st.integers(1, 2))):
            change(data, strategy)
        if data.draw(st.booleans()):
            same(kept, strategy, past)
    same(kept, strategy, past)


# -- the example company ----------------------------------------------------------------------------------------------


@cache
def demo() -> Strategy:
    folder = bundled_folder() / "demo" / "en"
    return open_strategy(Home.at(folder / "nowhere"), Library(), folder, read_only=True).strategy


def fresh_demo() -> Strategy:
    held = demo()
    return Strategy(
        held.name,
        held.deck,
        held.language,
        answers=dict(held.answers),
        lists={**held.lists},
        clock=lambda: "2026-11-16",
    )


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_it_is_so_in_the_example_too(data: st.DataObject) -> None:
    strategy = fresh_demo()
    kept = Kept(strategy, TODAY)
    same(kept, strategy)
    for _ in range(data.draw(st.integers(1, 5))):
        if data.draw(st.booleans()):
            change(data, strategy)
        else:
            case = SOCIAL[data.draw(st.sampled_from(list(SOCIAL)))]
            for name, answer in (case.broken | data.draw(st.sampled_from((case.fine, {})))).items():
                put(strategy, name.replace("_", "-"), answer)
        same(kept, strategy)


@pytest.mark.parametrize("check", list(SOCIAL))
def test_a_check_is_heard_and_falls_silent(check: str) -> None:
    """Card by card, in the real deck: whatever a check reads, changing it is noticed."""
    strategy = play(_social())
    kept = Kept(strategy, TODAY)
    assert kept.all() == []
    case = SOCIAL[check]
    for answers in (case.broken, case.fine, case.broken, dict.fromkeys(case.broken)):
        for name, answer in answers.items():
            put(strategy, name.replace("_", "-"), answer)
            assert kept.all() == find(strategy, today=TODAY)


@cache
def _social() -> Deck:
    deck = load_deck(bundled_folder() / "social-media-strategy.yaml").deck
    return replace(deck, cards=tuple(replace(held, core=False) for held in deck.cards))


# -- what is worked out again -----------------------------------------------------------------------------------------


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is worked out, as CARD or CARD CHECK."""
    seen: list[str] = []
    derived, declared = Search.derived, Search.declared

    def see_derived(self: Search, held: Card) -> Any:
        seen.append(held.id)
        return derived(self, held)

    def see_declared(self: Search, held: Card, speaking: Any) -> Any:
        speaking = list(speaking)
        seen.extend(f"{held.id} {check.id}" for check in speaking)
        return declared(self, held, speaking)

    monkeypatch.setattr(Search, "derived", see_derived)
    monkeypatch.setattr(Search, "declared", see_declared)
    return seen


WITH_CHECKS = replace(
    DECK,
    checks=(
        Check("poor", "rows", (Reference("channels", "fit"),), "{row}", where={"fit": {"below": 3}}),
        Check("dear", "sum", (Reference("channels", "posts"),), "{a}", compare="above", to=Reference("budget")),
        Check("same", "unchanged", (Reference("words"), Reference("mirror")), "{title}", to=2),
    ),
)


def test_only_what_a_change_can_alter_is_worked_out_again(looked: list[str]) -> None:
    strategy = play(WITH_CHECKS, goals=items("Leads"), channels=[{"id": "c222", "channel": "Blog", "posts": 2}])
    kept = Kept(strategy, TODAY)
    kept.all()
    looked.clear()
    kept.all()
    assert looked == []
    for answered, worked_out in (
        ({"words": "x"}, {"words", "words same"}),
        ({"budget": 1}, {"budget", "channels dear"}),
        (
            {"goals": items("Leads", "Fame")},
            {"goals", "main-goal", "order", "channels", "channels poor", "channels dear"},
        ),
        ({"rules": [{"id": "praise", "reaction": ["ads"]}]}, {"rules"}),
    ):
        for name, answer in answered.items():
            put(strategy, name, answer)
        assert looked == []  # nothing on the path of the key
        kept.all()
        assert set(looked) == worked_out
        looked.clear()
    strategy.touch()
    kept.all()
    assert set(looked) == {"words same", "mirror same"}


def test_one_card_can_be_asked_alone(looked: list[str]) -> None:
    strategy = play(WITH_CHECKS, mirror=7, budget=-5)
    kept = Kept(strategy, TODAY)
    (mirror,) = (held for held in DECK.cards if held.id == "mirror")
    assert [found.id for found in kept.of(mirror)] == ["outside/mirror//"]
    assert set(looked) == {"mirror", "mirror same"}
    (budget,) = (held for held in DECK.cards if held.id == "budget")
    assert [found.card for found in kept.all(Hand(None, (budget,)))] == ["budget"]


def test_waiving_needs_no_work(looked: list[str]) -> None:
    strategy = play(mirror=7, budget=-5)
    kept = Kept(strategy, TODAY)
    assert len(kept.all()) == 2
    looked.clear()
    strategy.lists["waived"] = [{"finding": "outside/mirror//"}]
    assert [found.card for found in kept.all()] == ["budget"]
    assert [found.card for found in kept.all(waived=True)] == ["mirror", "budget"]
    assert looked == []


def test_what_is_handed_out_can_be_changed_by_whoever_asked() -> None:
    kept = Kept(play(mirror=7), TODAY)
    mirror = next(held for held in DECK.cards if held.id == "mirror")
    kept.of(mirror, waived=True).clear()
    assert len(kept.of(mirror)) == 1


def test_a_chain_of_conditions_is_followed() -> None:
    """A card two conditions away is shown and hidden, and what reads it with it."""
    deck = deck_of(
        card("first", TextAnswer()),
        card("second", TextAnswer(), when=Condition("answered", "first", True)),
        card("third", TextAnswer(), core=True, when=Condition("answered", "second", True)),
        card("fourth", TextAnswer()),
    )
    check = Check("odd", "cards", (Reference("fourth"),), "{a}", when=Condition("answered", "second", True))
    strategy = play(replace(deck, checks=(check,)), second="kept", fourth="x")
    kept = Kept(strategy, TODAY)
    assert kept.all() == []
    put(strategy, "first", "x")
    assert [found.id for found in kept.all()] == ["unanswered/third//", "odd/fourth//"]
    put(strategy, "first", "")
    assert kept.all() == []
    assert strategy.answer("second").value == "kept"


def test_another_day_deck_or_language_is_another_look() -> None:
    ageing = replace(DECK, cards=tuple(replace(held, fresh_for=Span(6, "months")) for held in DECK.cards))
    strategy = play(ageing, words="x", budget=-5)
    kept = Kept(strategy, date(2026, 5, 2))
    assert [found.rule for found in kept.all()] == ["outside"]
    kept.today = TODAY
    assert [found.rule for found in kept.all()] == ["aged", "outside", "aged"]
    strategy.deck = DECK
    strategy.touch()
    assert [found.rule for found in kept.all()] == ["outside"]
    strategy.language = "de"
    strategy.touch()
    same(kept, strategy)


def test_the_past_can_come_later() -> None:
    strategy = play(WITH_CHECKS, words="x")
    ended = {"started": "2026-06-01T10:00:00Z", "ended": "2026-06-01T11:00:00Z"}
    strategy.lists["reviews"] = [{"id": f"r{n}", **ended, "version": "v"} for n in (1, 2)]
    kept = Kept(strategy, TODAY)
    assert kept.all() == []
    kept.past = {"v": dict(strategy.answers)}
    assert [found.id for found in kept.all()] == ["same/words//"]


def test_rows_that_follow_another_card_are_named_anew() -> None:
    follow = card("follow", TableAnswer(rows=RowsOf("goals"), columns=DECK.cards[9].answer.columns))  # type: ignore[union-attr]
    strategy = play(deck_of(DECK.cards[0], follow), goals=items("A", "B"), follow=[{"id": "a222", "hours": 1}])
    kept = Kept(strategy, TODAY)
    assert [found.worded(words("en")) for found in kept.all()] == ["“B” is not answered in “Follow” yet."]
    strategy.set_value("goals", kinds.from_data(DECK.cards[0], [*items("A"), {"id": "b222", "text": "C"}]))
    assert [found.worded(words("en")) for found in kept.all()] == ["“C” is not answered in “Follow” yet."]


_LOADED = """
import sys
from impactcards.strategy import findings
print("impactcards.strategy.findings.kept" in sys.modules, findings.Kept.__name__, hasattr(findings, "Other"))
"""


def test_it_is_not_loaded_before_it_is_asked_for() -> None:
    assert run_python("-c", _LOADED).stdout.split() == ["False", "Kept", "False"]
