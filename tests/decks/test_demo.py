"""The example company's strategy: whole in both languages, with nothing loose but what is left open on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from impactcards.cli import demo
from impactcards.cli.surroundings import Surroundings
from impactcards.deck.kinds import ChoiceAnswer, Column, RankAnswer, TableAnswer
from impactcards.deck.library import Library, bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Card, Deck
from impactcards.home import Home
from impactcards.strategy import file
from impactcards.strategy.answer_data import answer_data
from impactcards.strategy.file import contents
from impactcards.strategy.findings import find
from impactcards.strategy.folder import OpenStrategy, open_strategy
from impactcards.strategy.hand import CardState, card_state
from impactcards.strategy.strategy import LISTS, Strategy
from impactcards.strategy.units import answers_in, list_in
from impactcards.strategy.values import TableRow
from impactcards.words import words
from impactcards.yamltext import parse, to_data

LANGUAGES = pytest.mark.parametrize("tag", ["en", "de"])

#: Times at which somebody may run the example: just after its last change, days and years later, and before.
MOMENTS = pytest.mark.parametrize(
    "now", ["2026-11-16T09:55:34", "2026-11-23T09:55:33", "2028-02-29T12:00:00", "2026-01-01T00:00:00"]
)

#: What is left open on purpose, by the check that says it: the card and the rows or items it is about.
LEFT_OPEN = {
    "crisis-gap": ("crisis-kit", 4),
    "label-unclear": ("voices", 1),
    "goal-on-belief": ("assumptions", 1),
    "wrong-about-us": ("found", 1),
    "rights-unclear": ("raw-material", 1),
    "sign-missing": ("legal-signs", 1),
    "weak-lock": ("keys", 1),
}

#: Values with these keys are no words: they are the same in every language.
SAME_IN_EVERY_LANGUAGE = {
    *("format", "deck", "deck_version", "name", "created", "id", "updated", "confirmed", "put_off", "started", "ended"),
    *(
        "card",
        "who",
        "until",
        "state",
        "session",
        "by",
        "into",
        "votes",
        "voices",
        "minutes",
        "led_by",
        "finding",
    ),
}

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def folder(tag: str) -> Path:
    return bundled_folder() / "demo" / tag


def files(tag: str) -> list[Path]:
    """The strategy and its versions, oldest first."""
    return [*sorted((folder(tag) / "versions").glob("*.yaml")), folder(tag) / "strategy.yaml"]


@cache
def opened(tag: str, number: int = -1) -> OpenStrategy:
    """One of the files of the example, to look at only."""
    path = files(tag)[number]
    home = Home.at(bundled_folder() / "nowhere")
    return open_strategy(home, Library(), path if path.parent.name == "versions" else path.parent, read_only=True)


@cache
def data(tag: str, number: int = -1) -> Any:
    return to_data(parse(files(tag)[number].read_bytes(), "strategy.yaml").root)


class Copy(NamedTuple):
    """The example as it is copied at a moment (UTC), and the day of that moment."""

    folder: Path
    strategy: Strategy
    today: date


CopyAt = Callable[[str, str], Copy]


@cache
def deck(tag: str) -> Deck:
    return load_deck(bundled_folder() / "social-media-strategy.yaml", language=tag).deck


@pytest.fixture(scope="module")
def copy_at(tmp_path_factory: pytest.TempPathFactory) -> CopyAt:
    """Copy the example: ``copy_at("de", "2027-08-01T12:00:00")``; each copy is made once."""

    @cache
    def copy(tag: str, now: str) -> Copy:
        target = tmp_path_factory.mktemp("copy")
        moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
        demo.copy_moved(folder(tag), target, moment)
        held = contents(file.parse((target / "strategy.yaml").read_bytes()), deck(tag))
        assert held.faults == ()
        lists = {section: list_in(held.units, section) for section in LISTS}
        strategy = Strategy(demo.NAME, deck(tag), tag, answers=answers_in(held.units), lists=lists)
        return Copy(target, strategy, moment.date())

    return copy


# -- what it holds ----------------------------------------------------------------------------------------------------


@LANGUAGES
@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_strategy_and_its_versions_open_without_a_fault(tag: str, number: int) -> None:
    found = opened(tag, number)
    assert found.faults == []
    assert found.strategy.name == demo.NAME
    assert found.strategy.language == tag
    assert all(answer.raw is None and not answer.removed for answer in found.strategy.answers.values())


@LANGUAGES
def test_every_card_is_answered_but_the_one_that_waits(tag: str) -> None:
    strategy = opened(tag).strategy
    states = {card.id: card_state(card, strategy) for card in strategy.deck.cards}
    assert {card for card, state in states.items() if state is not CardState.ANSWERED} == {"own-card"}
    assert states["own-card"] is CardState.LATER
    assert [card for card, answer in strategy.answers.items() if answer.note] == ["channels", "crisis-kit", "own-card"]


@LANGUAGES
def test_its_versions_are_older_and_smaller(tag: str) -> None:
    counts = [sum(answer.answered for answer in opened(tag, number).strategy.answers.values()) for number in (0, 1)]
    assert counts == [28, 65]
    first, second, now = (opened(tag, number).strategy for number in range(3))
    assert len(first.items("channels")) < len(second.items("channels"))
    for earlier, later in ((first, second), (second, now)):
        changed = [card.id for card in now.deck.cards if earlier.answer(card.id).value != later.answer(card.id).value]
        assert len(changed) >= 12
    unchanged = next(check for check in now.deck.checks if check.form == "unchanged")
    for card in (reference.card for reference in unchanged.of):
        assert len({str(strategy.answer(card).value) for strategy in (first, second, now)}) > 1, card


def test_both_languages_tell_the_same_story() -> None:
    assert [path.name[:18] for path in files("en")] == [path.name[:18] for path in files("de")]
    for number in range(3):
        differing = set(_differing(data("en", number), data("de", number), ""))
        assert differing & SAME_IN_EVERY_LANGUAGE == set()
    assert {"text", "why", "reason", "note", "role"} <= differing
    for one, other in zip(data("en")["reviews"], data("de")["reviews"], strict=True):
        assert [card["did"] for card in one["cards"].values()] == [card["did"] for card in other["cards"].values()]


def _differing(one: Any, other: Any, key: str) -> Iterator[str]:
    """The keys at which two trees hold different words. Everything else has to be equal."""
    assert type(one) is type(other), key
    if isinstance(one, dict):
        assert list(one) == list(other), key
        for name, value in one.items():
            yield from _differing(value, other[name], name)
    elif isinstance(one, list):
        assert len(one) == len(other), key
        for entry, twin in zip(one, other, strict=True):
            assert not isinstance(entry, str) or entry == twin, key  # a list of texts is one of picked ids
            yield from _differing(entry, twin, key)
    elif one != other:
        assert isinstance(one, str), key
        assert not _DAY.fullmatch(one), key
        yield key


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_pick_and_every_row_leads_to_something(number: int) -> None:
    strategy = opened("en", number).strategy
    for card in strategy.deck.cards:
        value = strategy.answer(card.id).value
        rows = [entry for entry in value if isinstance(entry, TableRow)] if isinstance(value, tuple) else []
        if isinstance(card.answer, TableAnswer):
            titles = {row_id for row_id, _ in strategy.row_titles(card)}
            assert card.answer.rows is None or {row.id for row in rows} <= titles, card.id
            for column in card.answer.columns:
                for row in rows:
                    assert_picked(strategy, card, column, row.cells.get(column.id))
        elif isinstance(card.answer, ChoiceAnswer | RankAnswer):
            assert_picked(strategy, card, None, value)


def assert_picked(strategy: Strategy, card: Card, column: Column | None, picked: Any) -> None:
    kind = column.cell if column else card.answer
    if isinstance(kind, ChoiceAnswer | RankAnswer):
        known = {option.id for option in strategy.options(card, column.id if column else "")}
        assert set(picked or ()) <= known, (card.id, column)


def test_an_id_means_one_thing() -> None:
    strategy = opened("en").strategy
    ids = [
        entry["id"]
        for section in ("participants", "actions", "parking_lot", "sessions", "reviews")
        for entry in data("en")[section]
    ]
    ids += [
        idea["id"]
        for session in data("en")["sessions"]
        for round_ in session["rounds"]
        for idea in round_.get("ideas", ())
    ]
    ids += [item.id for card in strategy.deck.cards if card.answer.gives_items for item in strategy.items(card.id)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("[a-z][a-z2-7]{3}", found) for found in ids)


# -- its history ------------------------------------------------------------------------------------------------------


@LANGUAGES
def test_two_reviews_name_their_versions_and_what_became_of_each_card(tag: str) -> None:
    held = data(tag)
    assert [review["version"] for review in held["reviews"]] == [path.stem for path in files(tag)[:2]]
    answers, earlier = held["answers"], data(tag, 1)["answers"]
    for review in held["reviews"]:
        assert {entry["did"] for entry in review["cards"].values()} == {"kept", "changed", "dropped"}
        assert sum("why" in entry for entry in review["cards"].values()) >= 10
    last = held["reviews"][-1]
    for card, entry in last["cards"].items():
        during = {
            name: last["started"] < answers[card].get(name, "") < last["ended"] for name in ("updated", "confirmed")
        }
        if entry["did"] == "kept":
            assert during == {"updated": False, "confirmed": True}, card
            assert answers[card]["value"] == earlier[card]["value"]
        elif entry["did"] == "changed":
            assert during["updated"], card
            assert answers[card]["value"] != earlier[card]["value"]
        else:
            assert "value" not in answers[card], card


@LANGUAGES
def test_the_session_is_recorded_whole(tag: str) -> None:
    held, strategy = data(tag), opened(tag).strategy
    (session,) = held["sessions"]
    people = {person["id"] for person in held["participants"]}
    assert len(people) == 6
    assert session["led_by"] in people
    assert [step["card"] for step in session["agenda"] if "card" in step] == [r["card"] for r in session["rounds"]]
    at = session["started"]
    ideas = []
    for round_ in session["rounds"]:
        assert at < round_["started"] < round_["ended"] < session["ended"]
        at = round_["ended"]
        own = {idea["id"] for idea in round_.get("ideas", ())}
        assert {idea["into"] for idea in round_.get("ideas", ()) if "into" in idea} <= own
        ideas += round_.get("ideas", ())
        said = (
            *round_.get("ideas", ()),
            *round_.get("ratings", ()),
            *round_["decision"].get("dissent", ()),
            *round_.get("quotes", ()),
        )
        assert {entry["by"] for entry in said if "by" in entry} <= people
        assert round_["decision"]["why"]
        card = strategy.deck.card(round_["card"])
        assert round_["decision"]["value"] == answer_data(card, strategy.answer(card.id))["value"]
    assert any("into" in idea for idea in ideas)
    assert any(idea.get("votes") == 0 for idea in ideas)
    assert any("by" not in idea for idea in ideas)
    assert any("dissent" in round_["decision"] for round_ in session["rounds"])
    assert any("quotes" in round_ for round_ in session["rounds"])
    assert any(len(round_.get("ratings", ())) == 6 for round_ in session["rounds"])


@LANGUAGES
def test_actions_and_parked_lines_point_to_people_cards_and_the_session(tag: str) -> None:
    held, deck = data(tag), opened(tag).deck
    people = {person["id"] for person in held["participants"]}
    sessions = {session["id"] for session in held["sessions"]}
    assert {action["state"] for action in held["actions"]} == {"open", "done", "moved", "dropped"}
    for entry in (*held["actions"], *held["parking_lot"]):
        assert entry.get("who", entry.get("by", next(iter(people)))) in people
        assert deck.card(entry["card"]) is not None
        assert entry.get("session", next(iter(sessions))) in sessions


def test_moments_are_those_of_people_who_type() -> None:
    moments = [answer.updated for answer in opened("en").strategy.answers.values() if answer.updated]
    assert len(set(moments)) == len(moments)
    assert len({moment[:10] for moment in moments}) > 5


# -- what is loose ----------------------------------------------------------------------------------------------------


@LANGUAGES
@MOMENTS
def test_nothing_is_loose_but_what_is_left_open_on_purpose(tag: str, now: str, copy_at: CopyAt) -> None:
    _, strategy, today = copy_at(tag, now)
    found = find(strategy, today=today)
    declared = {check.id for check in strategy.deck.checks}
    assert [finding.worded(words("en")) for finding in found if finding.rule not in declared] == []
    by_check: dict[str, tuple[str, int]] = {}
    for finding in found:
        by_check[finding.rule] = (finding.card, by_check.get(finding.rule, ("", 0))[1] + 1)
    assert by_check == LEFT_OPEN


def test_what_is_left_open_stands_in_the_answers() -> None:
    strategy = opened("en").strategy

    def rows(card: str, **cells: tuple[str, ...]) -> list[str]:
        held = strategy.rows(strategy.deck.card(card))
        return [
            row.id for row in held if any(row.cells.get(name.replace("_", "-")) == cell for name, cell in cells.items())
        ]

    unready = [row for state in ("partly", "missing") for row in rows("crisis-kit", state=(state,))]
    assert sorted(unready) == ["lockout", "reach", "relief", "words"]
    assert len(rows("voices", label=("unclear",))) == 1
    assert len(rows("assumptions", basis=("believed",))) == 1
    assert len(rows("raw-material", rights=("unclear",))) == 1
    assert len(rows("found", result=("us-wrong",))) == 1
    old = [row.id for row in strategy.items("inventory")][-1:]
    assert rows("legal-signs", imprint=("missing",), privacy=("missing",), rights=("unsure",)) == old
    assert rows("keys", two_factor=("unsure",), recovery=("unknown",)) == old


def test_one_finding_is_waived_with_a_reason() -> None:
    (waived,) = data("en")["waived"]
    strategy = opened("en").strategy
    bare = Strategy(strategy.name, strategy.deck, "en", answers=strategy.answers)
    derived = [finding.id for finding in find(bare, today=date(2026, 11, 16)) if finding.card == "heard"]
    assert derived == [waived["finding"]]
    assert waived["reason"]


@LANGUAGES
def test_sums_agree_across_cards(tag: str) -> None:
    strategy = opened(tag).strategy

    def column(card: str, name: str) -> list[Any]:
        return [row.cells[name] for row in strategy.rows(strategy.deck.card(card)) if name in row.cells]

    assert column("effort", "hours") == [28, 34, 12, 16, 14]
    assert sum(column("people", "hours")) == 120
    assert sum(column("budget", "amount")) == 22500
    assert column("budget", "amount")[1] == sum(column("ads", "amount")) == 6000
    assert sum(column("content-mix", "share")) == 100
    making = [
        posts * each for posts, each in zip(column("rhythm", "posts"), column("rhythm", "hours-each"), strict=True)
    ]
    assert all(spent < planned for spent, planned in zip(making, column("effort", "hours"), strict=True))
    assert column("readings", "now") == column("targets", "today")


# -- its copy, moved to today -----------------------------------------------------------------------------------------


@MOMENTS
def test_everything_moves_by_the_same_whole_weeks_and_not_into_the_future(now: str, copy_at: CopyAt) -> None:
    target = copy_at("de", now).folder
    after = sorted((target / "versions").iterdir())
    distances = set()
    for before, path in zip(files("de"), [*after, target / "strategy.yaml"], strict=True):
        old, new = before.read_text(encoding="utf-8"), path.read_text(encoding="utf-8")
        assert _DAY.sub("", old) == _DAY.sub("", new)
        pairs = list(zip(_DAY.findall(before.name + old), _DAY.findall(path.name + new), strict=True))
        distances |= {date.fromisoformat(b) - date.fromisoformat(a) for a, b in pairs}
        assert max(re.findall(r"\d{4}-\d\d-\d\dT[\d:]{8}(?=Z)", new)) <= now
    (distance,) = distances
    assert distance % timedelta(weeks=1) == timedelta(0)


@LANGUAGES
@MOMENTS
def test_what_is_planned_lies_ahead_and_what_was_done_lies_behind(tag: str, now: str, copy_at: CopyAt) -> None:
    _, strategy, today = copy_at(tag, now)
    ahead = [strategy.answer("review-date").value]
    for card, name in (
        ("targets", "by"),
        ("next-steps", "by"),
        ("experiments", "ends"),
        ("changes", "look-again"),
        ("new-channel", "decide-on"),
        ("profile-decisions", "by"),
    ):
        ahead += [row.cells[name] for row in strategy.rows(strategy.deck.card(card)) if name in row.cells]
    ahead += [action["until"] for action in strategy.lists["actions"] if action["state"] in ("open", "moved")]
    assert min(str(day) for day in ahead) > today.isoformat()
    behind = []
    for card, name in (
        ("inventory", "last-used"),
        ("owned", "exported"),
        ("legal-signs", "checked"),
        ("crisis-kit", "tried"),
        ("heard", "heard-on"),
    ):
        behind += [
            row.cells[name]
            for row in strategy.rows(strategy.deck.card(card))
            if _DAY.match(str(row.cells.get(name, "")))
        ]
    behind += [waived["date"] for waived in strategy.lists["waived"]]
    assert max(str(day) for day in behind) <= today.isoformat()


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("    updated: '2026-11-16T08:05:11Z'", "    updated: '2026-11-30T08:05:11Z'"),
        ("        by: '2026-12-31'", "        by: '2027-01-14'"),
        ("      - since: 2026-12-31", "      - since: 2027-01-14"),
        ("    version: 2026-08-17T070408Z before the review", "    version: 2026-08-31T070408Z before the review"),
        ("        changed: Since 2026-09-01 it hangs higher", "        changed: Since 2026-09-01 it hangs higher"),
        ("        note: 2026-09-01 was a Tuesday", "        note: 2026-09-01 was a Tuesday"),
        ("2026-09-01", "2026-09-01"),
    ],
)
def test_only_values_move_and_not_what_somebody_said(line: str, after: str) -> None:
    assert demo.moved(line, 2) == after


@LANGUAGES
def test_the_demo_is_a_strategy_of_its_own_in_the_interfaces_language(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "spoken", lambda: words(f"{tag}-x-test" if tag == "de" else "fr"))
    made = demo.make_demo(Surroundings())
    assert made.strategy.language == tag
    assert made.newer_deck is None
    assert made.read_only_reason is None
    assert {path.name for path in made.folder.iterdir()} >= {
        "strategy.yaml",
        "strategy.md",
        "deck.yaml",
        "deck.de.yaml",
        "versions",
    }
    assert (made.folder / "strategy.md").read_text(encoding="utf-8").startswith("# Wipfel & Tau 2027\n")
    written = (made.folder / "strategy.yaml").read_text(encoding="utf-8")
    assert _DAY.sub("", written) == _DAY.sub("", files(tag)[-1].read_text(encoding="utf-8"))
