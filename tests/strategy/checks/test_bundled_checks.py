"""Each check of the bundled decks: a strategy that breaks it, with the sentence it says, and one that does not."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple

import pytest
from small_deck import play

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck
from impactcards.strategy.answer import Answer
from impactcards.strategy.findings import Finding, find
from impactcards.words import fill_in, words

TODAY = date(2026, 11, 16)

Data = dict[str, Any]


class Case(NamedTuple):
    """``broken`` answers break the check; with ``fine`` on top of them it is silent.

    ``card`` and ``rows`` are where its findings are, and ``values`` what each puts into the deck's sentence; names of
    the deck's own rows and options are looked up there. The clock of the answers stands at 1 May 2026.
    """

    broken: Data
    fine: Data
    card: str
    rows: list[str]
    values: list[dict[str, str]]


@cache
def deck(name: str, language: str = "en") -> Deck:
    return load_deck(bundled_folder() / f"{name}.yaml", language=language).deck


def listed(*ids: str) -> list[Data]:
    """Items named by their ids."""
    return [{"id": item_id, "text": item_id.title()} for item_id in ids]


def one(row_id: str, **cells: Any) -> list[Data]:
    """A table of one row; an underscore in a column's name stands for a hyphen."""
    return [{"id": row_id, **{name.replace("_", "-"): cell for name, cell in cells.items()}}]


def one_more(first: list[Data], **cells: Any) -> list[Data]:
    return [*first, *one("twoo", **cells)]


CHANNEL = one("blog", channel="Blog")
PROFILE = one("prof", profile="Our page")
MEASURE = one("meas", measure="Orders")
PERSON = one("jule", person="Jule")
PILLARS = listed("care")
GOALS = listed("grow", "hire")

SOCIAL: dict[str, Case] = {
    "hours-over-capacity": Case(
        {"channels": CHANNEL, "effort": one("blog", hours=120.5), "people": one("jule", person="Jule", hours=40)},
        {"effort": one("blog", hours=40)},
        "effort",
        [""],
        [{"a": "120.5", "b": "40"}],
    ),
    "rhythm-over-effort": Case(
        {"channels": CHANNEL, "rhythm": one("blog", posts=8, hours_each=2.5), "effort": one("blog", hours=12)},
        {"effort": one("blog", hours=20)},
        "rhythm",
        ["blog"],
        [{"item": "Blog", "a": "20", "b": "12"}],
    ),
    "no-time-to-answer": Case(
        {"channels": CHANNEL, "rhythm": one("blog", posts=3, hours_each=0.1), "effort": one("blog", hours=0.3)},
        {"effort": one("blog", hours=0.4)},
        "rhythm",
        ["blog"],
        [{"item": "Blog", "a": "0.3", "b": "0.3"}],
    ),
    "nobody-answers": Case(
        {"people": one("jule", person="Jule", part=["makes", "measures"])},
        {"people": one("jule", person="Jule", part=["makes", "answers"])},
        "people",
        [""],
        [{}],
    ),
    "nobody-measures": Case(
        {"people": one("jule", person="Jule", part=["makes"])},
        {"people": one_more(one("jule", person="Jule", part=["makes"]), person="Emre", part=["measures"])},
        "people",
        [""],
        [{}],
    ),
    "stand-in-is-same": Case(
        {
            "people": PERSON,
            "channels": CHANNEL,
            "answer_promise": one("blog", answers=["jule"], stand_in=["jule"], within=4),
        },
        {"answer_promise": one("blog", answers=["jule"], stand_in=["emre"])},
        "answer-promise",
        ["blog"],
        [{"row": "Blog", "person": "Jule"}],
    ),
    "silent-on-questions": Case(
        {"house_rules": [*one("question", reaction=["silence"]), *one("praise", reaction=["silence"])]},
        {"house_rules": one("question", reaction=["thank", "private"])},
        "house-rules",
        ["question"],
        [{}],
    ),
    "hidden-criticism": Case(
        {"house_rules": [*one("criticism", reaction=["hide"]), *one("insult", reaction=["hide"])]},
        {"house_rules": one("criticism", reaction=["answer"])},
        "house-rules",
        ["criticism"],
        [{}],
    ),
    "crisis-gap": Case(
        {"crisis_kit": [*one("pause", state=["partly"]), *one("reach", state=["ready"])]},
        {"crisis_kit": one("pause", state=["ready"])},
        "crisis-kit",
        ["pause"],
        [{}],
    ),
    "label-unclear": Case(
        {"voices": one("miaa", voice="Mia", label=["unclear"])},
        {"voices": one("miaa", voice="Mia", label=["no-need"])},
        "voices",
        ["miaa"],
        [{"row": "Mia"}],
    ),
    "only-own-output": Case(
        {"goals": GOALS, "measures": one("meas", measure="Posts", goal=["grow"], step=["made"])},
        {
            "measures": one_more(
                one("meas", measure="Posts", goal=["grow"], step=["made"]),
                measure="Orders",
                goal=["grow"],
                step=["effect"],
            )
        },
        "measures",
        ["grow"],
        [{"item": "Grow", "n": "1", "m": "2"}],
    ),
    "target-is-today": Case(
        {"measures": MEASURE, "targets": one("meas", today=12000, target=12000)},
        {"targets": one("meas", today=12000, target=12001)},
        "targets",
        ["meas"],
        [{"row": "Orders", "a": "12,000", "b": "12,000"}],
    ),
    "target-date-past": Case(
        {"measures": MEASURE, "targets": one("meas", target=1, by="2026-11-15")},
        {"targets": one("meas", target=1, by="2026-11-16")},
        "targets",
        ["meas"],
        [{"row": "Orders", "date": "15 Nov 2026"}],
    ),
    "line-crossed": Case(
        {
            "measures": one_more(MEASURE, measure="Complaints"),
            "targets": [*one("meas", today=10, target=20), *one("twoo", today=9, target=3)],
            "bet": [*one("meas", line=12, then="Stop the ads"), *one("twoo", line=8)],
            "readings": [*one("meas", now=12), *one("twoo", now=8)],
        },
        {"readings": [*one("meas", now=13), *one("twoo", now=7)]},
        "readings",
        ["meas", "twoo"],
        [
            {"item": "Orders", "a": "12", "b": "12", "then": "Stop the ads"},
            {"item": "Complaints", "a": "8", "b": "8", "then": "…"},
        ],
    ),
    "weak-number": Case(
        {"measures": MEASURE, "data_gaps": one("meas", trust=["platform"])},
        {"data_gaps": one("meas", trust=["platform"], cross_check="We ask at the door")},
        "data-gaps",
        ["meas"],
        [{"row": "Orders", "trust": "platform"}],
    ),
    "goal-on-belief": Case(
        {
            "goals": GOALS,
            "assumptions": one("assu", assumption="They read", basis=["believed"], goals=["grow", "hire"]),
        },
        {"assumptions": one("assu", assumption="They read", basis=["believed"])},
        "assumptions",
        ["assu"],
        [{"row": "They read", "goal": "Grow, Hire"}],
    ),
    "unsaid-promise": Case(
        {"ambition": ["win-support"]},
        {"ambition": ["be-found"]},
        "initiative",
        [""],
        [{}],
    ),
    "one-leg": Case(
        {"goals": GOALS, "channels": one_more(one("blog", channel="Blog", goals=["grow", "hire"]), channel="Shop")},
        {"owned": one("news", way="Newsletter", contacts=300)},
        "channels",
        ["blog"],
        [{"item": "Blog", "n": "2", "m": "2"}],
    ),
    "nothing-owned": Case(
        {"owned": one("news", way="Newsletter", contacts=0)},
        {"owned": one("news", way="Newsletter", contacts=1)},
        "owned",
        [""],
        [{"a": "0", "b": "0"}],
    ),
    "owned-not-saved": Case(
        {"owned": one("news", way="Newsletter", exported="2026-05-15")},
        {"owned": one("news", way="Newsletter", exported="2026-05-16")},
        "owned",
        ["news"],
        [{"row": "Newsletter", "saved": "15 May 2026"}],
    ),
    "unloved-theme": Case(
        {"pillars": PILLARS, "no_reward": one("care", publish=2)},
        {"no_reward": one("care", publish=3)},
        "no-reward",
        ["care"],
        [{"row": "Care"}],
    ),
    "poor-bargain": Case(
        {"channels": CHANNEL, "effort": one("blog", hours=12, worth=1)},
        {"effort": one("blog", hours=12, worth=3)},
        "effort",
        ["blog"],
        [{"row": "Blog", "a": "12"}],
    ),
    "shares-not-whole": Case(
        {"content_mix": [{"id": row, "share": 20} for row in ("answers", "series", "moments", "timely")]},
        {"content_mix": [{"id": row, "share": 20} for row in ("answers", "series", "moments")]},
        "content-mix",
        [""],
        [{"a": "80"}],
    ),
    "ads-over-budget": Case(
        {
            "budget": [*one("ads", amount=6000), *one("tools", amount=9000)],
            "ads": [*one("aaaa", job="A", amount=4000), *one("bbbb", job="B", amount=2500)],
        },
        {"ads": one("aaaa", job="A", amount=6000)},
        "ads",
        [""],
        [{"a": "6500", "b": "6000"}],
    ),
    "nothing-leaves": Case(
        {"inventory": PROFILE, "profile_decisions": one("prof", decision=["keep"])},
        {"profile_decisions": one("prof", decision=["leave"])},
        "profile-decisions",
        [""],
        [{}],
    ),
    "test-overdue": Case(
        {"experiments": one("test", test="Long texts", ends="2026-11-15", verdict=["running"])},
        {"experiments": one("test", test="Long texts", ends="2026-11-15", verdict=["drop"])},
        "experiments",
        ["test"],
        [{"row": "Long texts", "date": "15 Nov 2026"}],
    ),
    "change-overdue": Case(
        {"changes": one("chan", change="New law", look_again="2026-11-01")},
        {"changes": one("chan", change="New law", look_again="soon")},
        "changes",
        ["chan"],
        [{"row": "New law", "date": "1 Nov 2026"}],
    ),
    "act-without-channel": Case(
        {"changes": one("chan", change="New law", response=["act"])},
        {"channels": CHANNEL, "changes": one("chan", change="New law", response=["act"], channels=["blog"])},
        "changes",
        ["chan"],
        [{"row": "New law"}],
    ),
    "channel-date-overdue": Case(
        {"new_channel": one("cand", candidate="Podcast", decide_on="2026-11-15")},
        {"new_channel": one("cand", candidate="Podcast", decide_on="2027-01-15")},
        "new-channel",
        ["cand"],
        [{"row": "Podcast", "date": "15 Nov 2026"}],
    ),
    "review-past": Case(
        {"review_date": "2026-11-15"},
        {"review_date": "2026-11-16"},
        "review-date",
        [""],
        [{"date": "15 Nov 2026"}],
    ),
    "review-far": Case(
        {"review_date": "2026-11-02"},
        {"review_date": "2026-11-01"},
        "review-date",
        [""],
        [{"date": "2 Nov 2026"}],
    ),
    "review-after-target": Case(
        {
            "measures": one_more(MEASURE, measure="Calls"),
            "targets": [*one("meas", target=1, by="2026-11-15"), *one("twoo", target=1, by="2027-01-31")],
            "review_date": "2027-02-24",
        },
        {"review_date": "2027-01-31"},
        "review-date",
        [""],
        [{"row": "Calls", "b": "31 Jan 2027", "a": "24 Feb 2027"}],
    ),
    "step-overdue": Case(
        {"people": PERSON, "next_steps": one("step", step="Call Heike", person=["jule"], by="2026-11-15")},
        {"next_steps": one("step", step="Call Heike", person=["jule"], by="2026-11-16")},
        "next-steps",
        ["step"],
        [{"row": "Call Heike", "person": "Jule", "date": "15 Nov 2026"}],
    ),
    "rights-unclear": Case(
        {"raw_material": one("phot", source="Photos", rights=["unclear"])},
        {"raw_material": one("phot", source="Photos", rights=["agreed"])},
        "raw-material",
        ["phot"],
        [{"row": "Photos"}],
    ),
    "sign-missing": Case(
        {"inventory": PROFILE, "legal_signs": one("prof", imprint=["in-order"], privacy=["unsure"])},
        {"legal_signs": one("prof", imprint=["in-order"], privacy=["not-needed"])},
        "legal-signs",
        ["prof"],
        [{"row": "Our page"}],
    ),
    "signs-old": Case(
        {"inventory": PROFILE, "legal_signs": one("prof", checked="2025-11-15")},
        {"legal_signs": one("prof", checked="2025-11-16")},
        "legal-signs",
        ["prof"],
        [{"row": "Our page", "looked": "15 Nov 2025"}],
    ),
    "one-key": Case(
        {"people": PERSON, "inventory": PROFILE, "keys": one("prof", owner=["jule"], second=["jule"])},
        {"keys": one("prof", owner=["jule"])},
        "keys",
        ["prof"],
        [{"row": "Our page", "person": "Jule"}],
    ),
    "weak-lock": Case(
        {"inventory": PROFILE, "keys": one("prof", two_factor=["switched-on"], recovery=["unknown"])},
        {"keys": one("prof", two_factor=["switched-on"])},
        "keys",
        ["prof"],
        [{"row": "Our page"}],
    ),
    "machine-unlabelled": Case(
        {"ai_use": one("text", use="First drafts", label=["unsure"])},
        {"ai_use": one("text", use="First drafts", label=["never"])},
        "ai-use",
        ["text"],
        [{"row": "First drafts"}],
    ),
    "access-owed": Case(
        {"situation": ["public-body", "ads"]},
        {"access": one("captions", state=["often"])},
        "access",
        [""],
        [{}],
    ),
    "wrong-about-us": Case(
        {"found": one("ropp", question="Where is rope?", result=["us-wrong"])},
        {"found": one("ropp", question="Where is rope?", result=["us"])},
        "found",
        ["ropp"],
        [{"row": "Where is rope?"}],
    ),
}

DRILL: dict[str, Case] = {
    "too-late": Case(
        {"spoken_at": 31, "gravity": 3},
        {"spoken_at": 30},
        "spoken-at",
        [""],
        [{"a": "31", "b": "…"}],
    ),
    "nobody-logs": Case(
        {"crew": one("jule", person="Jule", role=["leads"])},
        {"crew": one("jule", person="Jule", role=["leads", "logs"])},
        "crew",
        [""],
        [{}],
    ),
    "never-reached": Case(
        {"crew": one("jule", person="Jule", reached=["never"])},
        {"crew": one("jule", person="Jule", reached=["planned"])},
        "crew",
        ["jule"],
        [{"row": "Jule"}],
    ),
}

CASES = [
    pytest.param(name, check, case, id=check)
    for name, cases in (("social-media-strategy", SOCIAL), ("crisis-drill", DRILL))
    for check, case in cases.items()
]


def said(name: str, check: str, language: str = "en", **answers: Any) -> list[Finding]:
    strategy = play(deck(name, language), language, **answers)
    return [finding for finding in find(strategy, today=TODAY) if finding.rule == check]


def test_no_check_is_left_out() -> None:
    """``unchanged`` has its own tests, because it needs the past."""
    assert [check.id for check in deck("social-media-strategy").checks] == [*SOCIAL, "three-times-the-same"]
    assert [check.id for check in deck("crisis-drill").checks] == list(DRILL)


def sentences(name: str, check: str, case: Case) -> list[str]:
    """What the deck says, with the expected values; a placeholder nobody expects stays one."""
    declared = next(declared for declared in deck(name).checks if declared.id == check)
    card = deck(name).card(case.card)
    assert card is not None
    own: dict[str, str] = {}
    if isinstance(card.answer, TableAnswer):
        own = {row.id: row.title for row in card.answer.rows} if isinstance(card.answer.rows, tuple) else {}
        for column in card.answer.columns:
            own |= {option.id: option.title for option in getattr(column.cell, "options", ())}
    expected = []
    for row, values in zip(case.rows, case.values, strict=True):
        params = {"title": card.title, "row": row, "item": row, **values}
        expected.append(fill_in(declared.says, {key: own.get(value, value) for key, value in params.items()}))
    return expected


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_what_breaks_a_check_is_said(name: str, check: str, case: Case) -> None:
    found = said(name, check, **case.broken)
    assert [finding.worded(words("en")) for finding in found] == sentences(name, check, case)
    assert [(finding.card, finding.row) for finding in found] == [(case.card, row) for row in case.rows]
    declared = next(declared for declared in deck(name).checks if declared.id == check)
    for finding in found:
        assert "{" not in finding.worded(words("en"))
        assert finding.id == f"{check}/{case.card}/{finding.row}/{finding.column}"
        assert finding.column == declared.of[0].column
        assert finding.counters == declared.counters
        assert finding.cards[0] == case.card


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_what_mends_it_is_not(name: str, check: str, case: Case) -> None:
    assert said(name, check, **{**case.broken, **case.fine}) == []


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_an_empty_strategy_breaks_nothing(name: str, check: str, case: Case) -> None:
    assert said(name, check) == []


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_nothing_is_said_about_a_card_that_is_skipped_or_not_read(name: str, check: str, case: Case) -> None:
    for change in ({"put_off": "skipped"}, {"raw": ["?"]}):
        strategy = play(deck(name), **case.broken)
        strategy.put(case.card, strategy.answer(case.card).with_(**change))
        assert check not in {finding.rule for finding in find(strategy, today=TODAY)}


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_it_is_said_in_german_too(name: str, check: str, case: Case) -> None:
    found = said(name, check, "de", **case.broken)
    assert [finding.row for finding in found] == case.rows
    for finding in found:
        sentence = finding.worded(words("de"))
        assert sentence not in sentences(name, check, case)
        assert "{" not in sentence


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_a_hidden_card_says_nothing(name: str, check: str, case: Case) -> None:
    """Cards with a condition of their own are hidden by an answer that does not name what they are for."""
    if case.card in ("ads", "ai-use"):
        assert said(name, check, situation=["none"], **case.broken) == []
    elif case.card == "readings":
        assert said(name, check, **{**case.broken, "targets": None}) == []


def test_figures_are_written_as_the_language_writes_them() -> None:
    broken = SOCIAL["hours-over-capacity"].broken
    (found,) = said("social-media-strategy", "hours-over-capacity", "de", **broken)
    assert "120,5" in found.worded(words("de"))
    broken = SOCIAL["step-overdue"].broken
    (found,) = said("social-media-strategy", "step-overdue", "de", **broken)
    assert "15. Nov" in found.worded(words("de"))


def test_all_cards_that_have_to_do_with_it_are_named() -> None:
    def cards(check: str) -> tuple[str, ...]:
        return said("social-media-strategy", check, **SOCIAL[check].broken)[0].cards

    assert cards("hours-over-capacity") == ("effort", "people")
    assert cards("line-crossed") == ("readings", "bet", "targets")
    assert cards("one-leg") == ("channels", "goals", "owned")
    assert cards("review-after-target") == ("review-date", "targets")
    assert cards("unsaid-promise") == ("initiative", "ambition")


# -- the same answer, review after review -----------------------------------------------------------------------------


def review(number: int, **more: Any) -> Data:
    moments = {"started": f"2026-0{number}-01T10:00:00Z", "ended": f"2026-0{number}-01T11:00:00Z"}
    return {"id": f"r{number}", **moments, "version": f"v{number}", **more}


def repeated(reviews: list[Data], past: dict[str, dict[str, Answer]] | None) -> list[str]:
    strategy = play(deck("social-media-strategy"), goals=GOALS, mirror_change=2)
    strategy.lists["reviews"] = reviews
    return [finding.id for finding in find(strategy, today=TODAY, past=past) if finding.rule == "three-times-the-same"]


GOALS_NOW = play(deck("social-media-strategy"), goals=GOALS).answers["goals"]
THE_SAME = {"goals": GOALS_NOW, "mirror-change": Answer(value=2)}
CHANGED = {"goals": GOALS_NOW, "mirror-change": Answer(value=1)}
FOUND_GOALS, FOUND_MIRROR = "three-times-the-same/goals//", "three-times-the-same/mirror-change//"


def test_the_same_answer_before_each_of_three_reviews_and_now() -> None:
    three = [review(number) for number in (3, 1, 2)]
    past = {"v1": THE_SAME, "v2": THE_SAME, "v3": THE_SAME}
    assert repeated(three, past) == [FOUND_MIRROR, FOUND_GOALS]
    assert repeated(three, {**past, "v2": CHANGED}) == [FOUND_GOALS]
    assert repeated([*three, review(4)], {**past, "v4": THE_SAME, "v1": CHANGED}) == [FOUND_MIRROR, FOUND_GOALS]


@pytest.mark.parametrize(
    ("reviews", "past"),
    [
        ([review(1), review(2)], {"v1": THE_SAME, "v2": THE_SAME}),
        ([review(1), review(2), review(3)], None),
        ([review(1), review(2), review(3)], {"v1": THE_SAME, "v2": THE_SAME}),
        ([review(1), review(2), review(3, ended="")], {f"v{n}": THE_SAME for n in (1, 2, 3)}),
        ([review(1), review(2), review(3, cards={"pillars": {}})], {f"v{n}": THE_SAME for n in (1, 2, 3)}),
        ([{}, {}, {"version": 3, "ended": True}], {}),
    ],
    ids=["two reviews", "no past", "a version is lost", "not over", "not looked at", "an odd file"],
)
def test_otherwise_nothing_is_said(reviews: list[Data], past: dict[str, dict[str, Answer]] | None) -> None:
    assert repeated(reviews, past) == []


def test_it_speaks_of_the_card() -> None:
    strategy = play(deck("social-media-strategy"), mirror_change=2)
    strategy.lists["reviews"] = [review(number) for number in (1, 2, 3)]
    past = {f"v{n}": THE_SAME for n in (1, 2, 3)}
    (found,) = (f for f in find(strategy, today=TODAY, past=past) if f.rule == "three-times-the-same")
    card = deck("social-media-strategy").card("mirror-change")
    assert card is not None
    assert card.title in found.worded(words("en"))
    assert found.counters == "no-adaptation"
    assert found.cards == ("mirror-change",)
