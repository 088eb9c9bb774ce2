"""The minutes of a session: everything that was said stands there, nobody is named who did not want to be."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from running import run_python
from small_deck import CARDS, card, deck_of, items, play

from impactcards.deck.kinds import ListAnswer
from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.document import strategy_markdown
from impactcards.document.markdown import to_markdown
from impactcards.document.minutes import minutes_outline
from impactcards.document.minutes_finding import find_session, held_sessions, minutes_file
from impactcards.faults import UserError
from impactcards.strategy.file import contents, parse
from impactcards.strategy.sessions import actions_of, parked_in
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.units import copied, strategy_in

HERE = Path(__file__).parent
LANGUAGES = pytest.mark.parametrize("tag", ["en", "de"])


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Moments are shown as the clock on the wall says, so that has to be the same everywhere."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@cache
def _example(tag: str) -> Strategy:
    folder = bundled_folder()
    deck = load_deck(folder / "social-media-strategy.yaml", language=tag).deck
    data = (folder / "demo" / tag / "strategy.yaml").read_bytes()
    return strategy_in(contents(parse(data), deck).units, deck)


def example(tag: str = "en") -> Strategy:
    """The example company's strategy, to be changed at will."""
    held = _example(tag)
    made = Strategy(held.name, held.deck, held.language, held.created, answers=dict(held.answers))
    made.lists = {name: copied(entries) for name, entries in held.lists.items()}
    return made


def minutes(strategy: Strategy, day: str = "") -> str:
    return to_markdown(minutes_outline(strategy, find_session(strategy, day)))


def chapter(strategy: Strategy) -> str:
    """The chapter of the strategy's document; empty where there is none."""
    text = strategy_markdown(strategy, today=date(2026, 11, 20))
    found = re.search(r"^## (?:Minutes|Protokoll)\n\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def session(**entry: Any) -> dict[str, Any]:
    """A session of the small deck, from its keys."""
    return {"id": "s222", "started": "2026-05-01T12:00:00Z", "ended": "2026-05-01T13:00:00Z", **entry}


def told(*rounds: dict[str, Any], known: Any = (), **more: Any) -> Strategy:
    strategy = play()
    strategy.lists["sessions"] = [session(rounds=list(rounds), **more)]
    strategy.lists["participants"] = list(known)
    return strategy


ANNA = {"id": "anna", "name": "Anna Berg", "role": "sales"}
NAMELESS = {"id": "name"}


# -- the example ------------------------------------------------------------------------------------------------------


@LANGUAGES
def test_the_example_reads_as_something_to_send(tag: str) -> None:
    assert minutes(example(tag)) == (HERE / f"minutes.{tag}.md").read_text(encoding="utf-8")


@LANGUAGES
def test_everything_that_was_said_stands_in_the_minutes(tag: str) -> None:
    strategy = example(tag)
    (held,) = strategy.lists["sessions"]
    text = minutes(strategy).replace("\\", "")
    said = [idea["text"] for each in held["rounds"] for idea in each.get("ideas", ())]
    said += [each["decision"]["why"] for each in held["rounds"]]
    said += [one["text"] for each in held["rounds"] for one in each["decision"].get("dissent", ())]
    said += [one["text"] for each in held["rounds"] for one in each.get("quotes", ())]
    said += [entry["text"] for entry in strategy.lists["parking_lot"]]
    said += [entry["text"] for entry in strategy.lists["actions"] if entry.get("session")]
    said += [person["name"] for person in strategy.lists["participants"]]
    assert len(said) > 40
    assert [words for words in said if words not in text] == []


@LANGUAGES
def test_no_id_is_shown(tag: str) -> None:
    strategy = example(tag)
    ids = set(re.findall(r"\b(?:id|by|into|who|led_by|session)': '([a-z][a-z2-7]{3})'", repr(strategy.lists)))
    assert len(ids) > 30
    shown = set(re.findall(r"\b[a-z][a-z2-7]{3}\b", minutes(strategy) + chapter(strategy)))
    assert ids & shown == set()


@LANGUAGES
def test_the_strategys_document_says_nothing_twice(tag: str) -> None:
    strategy = example(tag)
    text = strategy_markdown(strategy, today=date(2026, 11, 20))
    once = [entry["text"] for entry in strategy.lists["parking_lot"]]
    once += [entry["text"] for entry in strategy.lists["actions"] if entry["state"] in ("open", "moved")]
    once += [row["signs"] for row in strategy.lists["sessions"][0]["rounds"][3]["decision"]["value"]]
    assert {words: text.count(words) for words in once} == dict.fromkeys(once, 1)


@LANGUAGES
def test_loose_ends_say_what_the_next_session_opens_with(tag: str) -> None:
    strategy = example(tag)
    waiting = [action.text for action in actions_of(strategy) if action.state in ("open", "moved")]
    lines = re.findall(
        r"^- (.*?)(?: \([^()]*\))?$", strategy_markdown(strategy, today=date(2026, 11, 20)), re.MULTILINE
    )
    assert [line for line in lines if line in waiting] == waiting
    parked = [line.text for line in parked_in(strategy)]
    assert [line for line in lines if line in parked] == parked


def test_what_was_noted_twice_is_said_once() -> None:
    strategy = example()
    for name in ("actions", "parking_lot"):
        strategy.lists[name] += [{**entry, "id": f"y{n:03}"} for n, entry in enumerate(strategy.lists[name])]
    ends = strategy_markdown(strategy, today=date(2026, 11, 20)).split("## What is still open")[1]
    assert ends.count("Give Jule a number") == 1
    assert ends.count("county fair") == 1


# -- people -----------------------------------------------------------------------------------------------------------


def test_anonymous_stays_anonymous() -> None:
    round_ = {
        "card": "goals",
        "ideas": [{"id": "i222", "text": "More", "by": "anna", "votes": 2}, {"id": "i333", "text": "Less", "votes": 1}],
        "decision": {"value": items("More"), "dissent": [{"text": "Not me."}, {"text": "Nor me.", "by": "gone"}]},
        "quotes": [{"text": "Well."}, {"text": "Hm.", "by": "name"}],
    }
    text = minutes(told(round_, known=[ANNA, NAMELESS]))
    assert "**Somebody disagreed:** Not me." in text
    assert "**Somebody disagreed:** Nor me." in text
    assert text.count("> **Somebody:**") == 2
    assert re.search(r"\| More +\| █+ 2 +\| Anna Berg +\|\n\| Less +\| █+ 1 +\| +\|", text)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"present": ["anna"], "people": 1}, "Anna Berg (sales)."),
        ({"present": ["anna", "name"], "people": 2}, "Anna Berg (sales) and 1 more."),
        ({"present": ["anna"], "people": 8}, "Anna Berg (sales) and 7 more."),
        ({"present": ["anna"], "left": ["anna"], "people": 0}, "Anna Berg (sales)."),
        ({"present": ["anna", "name"], "left": ["name"], "people": 6}, "Anna Berg (sales) and 6 more."),
        ({"people": 8}, "8 people were there."),
        ({"people": 1}, "1 person was there."),
        ({"led_by": "anna"}, "Anna Berg (sales)."),
        ({}, ""),
    ],
)
def test_who_was_there(entry: dict[str, Any], said: str) -> None:
    text = minutes(told({"card": "words", "decision": {"value": "Near"}}, known=[ANNA, NAMELESS], **entry))
    assert ("## Who was there\n\n" in text) is bool(said)
    assert not said or f"\n\n{said}\n\n" in text


@pytest.mark.parametrize(
    ("led_by", "said"), [("anna", " · led by Anna Berg"), ("Jo", " · led by Jo"), ("zzzz", ""), (None, "")]
)
def test_who_led(led_by: Any, said: str) -> None:
    text = minutes(told({"card": "words", "decision": {"value": "Near"}}, known=[ANNA], led_by=led_by))
    assert f"Friday 1 May 2026 · 12:00 to 13:00{said}\n" in text


# -- cards ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("card_id", "decided", "on_top", "below"),
    [
        ("goals", items("Leads", "Graduates"), "Leads · Graduates", "**Decided:**\n\n1. Leads\n2. Graduates"),
        ("words", "Near\nand dear", "Near and dear", "**Decided:** Near  \nand dear"),
        ("situation", ["ads"], "Paid ads", "**Decided:** Paid ads"),
        ("mirror", 3, "3 of 5: About half", "**Decided:** 3 of 5: About half"),
        ("budget", 1200, "1200 €", "**Decided:** 1200 €"),
        ("review", "2027-03-05", "Friday 5 March 2027", "**Decided:** Friday 5 March 2027"),
        ("channels", [{"id": "c222", "channel": "Blog", "posts": 3}], "Blog", "**Decided:**\n\n**Blog**\n\n- Posts: 3"),
        ("rules", [{"id": "blame", "reaction": ["team"]}], "Blame: A team, of sorts", "A team, of sorts"),
        ("gone-card", ["Old"], "Old", "**Decided:**\n\n- Old"),
        ("gone-card", "Old", "Old", "**Decided:** Old"),
        ("words", ["no", "text"], "", "Nothing was decided."),
        ("words", None, "", "Nothing was decided."),
    ],
)
def test_a_decision_of_each_kind(card_id: str, decided: Any, on_top: str, below: str) -> None:
    text = minutes(told({"card": card_id, "decision": {"value": decided, "why": "So."}}))
    title = card_id.replace("-", " ").capitalize()
    assert (f"- **{title}**: {on_top}" in text) is bool(on_top), text
    assert below in text.split("## Card by card")[1]


def test_ratings_show_their_spread_and_not_whose_they_are() -> None:
    ratings = [{"by": "anna", "value": 5}, {"value": 2}, {"value": 2}, {"value": 4}]
    text = minutes(told({"card": "mirror", "ratings": ratings, "decision": {"value": 3}}, known=[ANNA]))
    assert "**Everybody’s figures:** 2 2 4 5; the middle is 3." in text
    text = minutes(told({"card": "budget", "ratings": [{"value": 1500.5}, {"value": 12000}]}))
    assert "1500.5 · 12,000; the middle is 6750.25 €." in text


def test_ideas_without_any_vote_are_a_list() -> None:
    ideas = [{"id": "i222", "text": "A", "voices": 3}, {"id": "i333", "text": "B", "by": "anna"}]
    text = minutes(told({"card": "goals", "ideas": ideas}, known=[ANNA]))
    assert "**Ideas:**\n\n- A (said by 3)\n- B (Anna Berg)" in text
    assert "Votes" not in text


def test_ideas_in_a_circle_and_without_ids_are_all_there() -> None:
    ideas: list[dict[str, Any]] = [
        {"id": "i222", "text": "Aa", "into": "i333"},
        {"id": "i333", "text": "Bb", "into": "i222"},
        {"text": "Cc"},
        {"text": "Dd"},
        {"text": "Ee", "into": "nowhere"},
        {"id": "i444", "text": "", "votes": 2, "made": True},
        {"id": "i555", "text": "Ff", "into": "i444"},
    ]
    text = minutes(told({"card": "goals", "ideas": ideas}))
    assert [words for words in ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff") if words not in text] == []
    assert re.findall(r"“(\w+)” also stands for (.*)\.", text) == [("Aa", "“Bb”")]


@pytest.mark.parametrize("votes", [None, 0, 2])
def test_many_ideas_are_short_in_the_chapter_and_whole_in_the_minutes(votes: int | None) -> None:
    ideas = [{"id": f"i{n:03}", "text": f"Idea {n}.", "votes": votes} for n in range(40)]
    best = {"id": "iwin", "text": "Best", "votes": 3 if votes is not None else None}
    strategy = told({"card": "goals", "ideas": [best, *ideas]})
    assert all(f"Idea {n}." in minutes(strategy) for n in range(40))
    assert "more in the minutes" not in minutes(strategy)
    named = [n for n in range(40) if f"Idea {n}." in chapter(strategy)]
    assert named == list(range(len(named)))
    assert len(named) in (11, 12)
    assert f"{40 - len(named)} more in the minutes" in chapter(strategy)
    assert ("**Without votes (40):** Idea 0." in chapter(strategy)) is (votes == 0)


def test_a_sealed_answer_is_not_told() -> None:
    sealed = card("bet", ListAnswer(), sealed=True)
    strategy = play(deck_of(*CARDS, sealed), bet=items("Secret"))
    decided = {"card": "bet", "ideas": [{"text": "Secret"}], "decision": {"value": items("Secret"), "why": "Secret"}}
    strategy.lists["sessions"] = [session(rounds=[decided])]
    assert "Secret" not in minutes(strategy) + chapter(strategy)
    assert "- **Bet**: Answered, and sealed until the next review." in minutes(strategy)


def test_an_answer_that_has_changed_since_is_marked_in_the_chapter_only() -> None:
    strategy = told({"card": "words", "decision": {"value": "Near"}})
    strategy.set_value("words", "Far")
    assert "**Decided:** Near\n\nThe answer has changed since." in chapter(strategy)
    assert "changed since" not in minutes(strategy)
    strategy.set_value("words", "Near")
    assert "changed since" not in chapter(strategy)


# -- the agenda -------------------------------------------------------------------------------------------------------


def test_the_agenda_as_it_went() -> None:
    rounds = [
        {"card": "goals", "started": "2026-05-01T12:00:00Z", "ended": "2026-05-01T12:14:40Z"},
        {"card": "words", "started": "2026-05-01T12:25:00Z", "ended": "2026-05-01T12:30:00Z"},
        {"card": "mirror", "started": "2026-05-01T12:30:00Z", "ended": "2026-05-01T12:34:00Z"},
        {"card": "budget", "started": "2026-05-01T12:40:00Z", "ended": "2026-05-02T12:40:00Z", "passed": True},
    ]
    agenda = [
        {"card": "goals", "minutes": 10},
        {"break": True, "minutes": 10},
        {"card": "words", "minutes": 4, "planned": 5},
        {"card": "situation", "minutes": 5},
        {"card": "order", "minutes": 0, "planned": 5},
        {"card": "budget", "minutes": 5, "planned": 0},
    ]
    text = minutes(told(*rounds, agenda=agenda)).split("## The agenda\n\n")[1].split("\n\n## ")[0]
    table, *sentences = text.split("\n\n")
    assert [re.split(r" *\| *", line)[1:-1] for line in table.splitlines()[2:]] == [
        ["Goals", "10 min", "15 min", "5 min more"],
        ["Break", "10 min", "10 min", "as planned"],
        ["Words", "5 min", "5 min", "as planned"],
        ["Budget", "", "", "not planned"],
        ["Mirror", "", "4 min", "not planned"],
    ]
    assert sentences == [
        "60 minutes in all, 25 more than planned.",
        "Planned and not played: “Situation”.",
        "Left out on the way: “Order”.",
    ]


def test_a_session_that_stops_early_or_runs_names_what_is_left() -> None:
    agenda = [{"card": "goals", "minutes": 10}, {"break": True, "minutes": 5}, {"card": "words", "minutes": 5}]
    played = {"card": "goals", "started": "2026-05-01T12:00:00Z", "ended": "2026-05-01T12:12:00Z", "passed": True}
    text = minutes(told(played, agenda=agenda))
    assert "Break" not in text
    assert "Planned and not played: “Words”.\n" in text
    assert "Still to come: “Words”.\n" in minutes(told(played, agenda=agenda, ended=None))


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        ("2026-05-01T13:00:00Z", "Friday 1 May 2026 · 12:00 to 13:00\n"),
        ("2026-05-02T09:30:00Z", "Friday 1 May 2026 · 12:00 to 2 May 2026, 09:30\n"),
        (None, "Friday 1 May 2026 · from 12:00 · not over yet\n"),
        ("later", "Friday 1 May 2026 · from 12:00\n"),
    ],
)
def test_from_when_to_when(ended: Any, said: str) -> None:
    assert said in minutes(told({"card": "words", "decision": {"value": "Near"}}, ended=ended))


# -- several sessions -------------------------------------------------------------------------------------------------


def several() -> Strategy:
    """The example after a second session, in which little was said, and a third that has just begun."""
    strategy = example()
    (first,) = strategy.lists["sessions"]
    second = deepcopy(first) | {"id": "s222", "started": "2027-05-10T08:00:00Z", "ended": "2027-05-10T08:20:00Z"}
    second |= {"rounds": first["rounds"][:1], "people": 3}
    third = {"id": "s333", "started": "2027-05-10T14:00:00Z", "rounds": [{"card": "goals"}]}
    strategy.lists["sessions"] = [third, first, second]
    return strategy


def test_only_the_last_session_stands_in_full() -> None:
    text = chapter(several())
    full, short = text.split("### Earlier sessions\n\n")
    assert full.startswith("### Monday 10 May 2027\n\n08:00 to 08:20 · led by Jule Brandes\n\n")
    assert full.count("#### ") == 1
    assert short == (
        "**Monday 9 November 2026** · 12:00 to 13:14 · led by Jule Brandes. 6 people were there. Decided: “Questions"
        " that got an answer”, “What we leave to others”, “The one post that shows it all”, “Annoyance, storm, crisis”,"
        " “What we stop”. Not all agreed on “Questions that got an answer”, “What we leave to others”, “Annoyance,"
        " storm, crisis”, “What we stop”.\n\n"
    )


def test_a_session_is_found_by_its_day() -> None:
    strategy = several()
    assert [held.id for held in held_sessions(strategy)] == ["s222", "o6hy"]
    assert find_session(strategy).id == "s222"
    assert find_session(strategy, "2026-11").id == "o6hy"
    assert find_session(strategy, "2027-05-10T08").id == "s222"
    assert minutes_file(strategy, find_session(strategy), ".md") == "minutes 2027-05-10.md"
    with pytest.raises(UserError, match=r"no session on “1999”.*2027-05-10 08:00, 2026-11-09 12:00"):
        find_session(strategy, "1999")
    with pytest.raises(UserError, match=r"more than one session then\. Which one"):
        find_session(strategy, "20")
    with pytest.raises(UserError, match="There are no minutes yet"):
        find_session(play())


def test_two_sessions_of_a_day_have_files_of_their_own() -> None:
    strategy = several()
    strategy.lists["sessions"][0]["rounds"][0]["passed"] = True
    names = [minutes_file(strategy, held, ".docx") for held in held_sessions(strategy)]
    assert names == ["minutes 2027-05-10 1400.docx", "minutes 2027-05-10 0800.docx", "minutes 2026-11-09.docx"]


def test_the_last_minutes_remember_what_is_open_from_earlier() -> None:
    strategy = several()
    strategy.lists["actions"][3]["settled"] = "s222"
    strategy.lists["actions"][3]["state"] = "done"
    text = minutes(strategy).split("## Who does what\n\n")[1].split("\n\n## ")[0]
    assert text.startswith(
        "From earlier, no longer open:\n\n- Annika Roth: Give Jule a number for the weekends (done)\n\n"
        "From earlier, still open:\n\n- Jule Brandes: Ask the association"
    )
    assert "still open" not in minutes(strategy, "2026-11")


# -- whatever a file may hold -----------------------------------------------------------------------------------------


def test_a_session_that_left_nothing_is_not_told() -> None:
    strategy = told({"card": "words"})
    assert held_sessions(strategy) == []
    assert chapter(strategy) == ""


@pytest.mark.parametrize("key", ["id", "started", "ended", "led_by", "agenda", "rounds", "people", "present", "left"])
@pytest.mark.parametrize("odd", [None, "", "x", -1, 2.5, True, [], [None], ["x", 3], [{}], {}, {"card": []}, "9999-99"])
def test_odd_records_are_read_as_far_as_they_go(key: str, odd: Any) -> None:
    strategy = told({"card": "words", "decision": {"value": "Near"}})
    strategy.lists["sessions"][0][key] = odd
    strategy.lists["actions"] = [{"text": "Call", key: odd, "who": odd, "until": odd, "state": odd, "session": "s222"}]
    strategy.lists["parking_lot"] = [{"text": "Later", "by": odd, "session": odd}]
    assert "Nothing" not in chapter(strategy) or key == "rounds"
    assert "None" not in minutes(strategy) + strategy_markdown(strategy)


TEXTS = st.text(st.sampled_from("\\`*_{}[]()#+-.!|<>&;:=~$/ \n1aZä漢\x00\x1b\ud800\u2028“"), max_size=12)
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 10**18)
    | st.floats()
    | TEXTS
    | st.sampled_from(["anna", "i222", "goals"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "by", "value"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def either(expected: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return expected | expected | expected | ODD


def keyed(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


BY = either(st.sampled_from(["anna", "name", "gone"]))
SAID = either(st.lists(either(keyed(text=TEXTS, by=BY)), max_size=2))
MOMENT = either(
    st.sampled_from(["2026-05-01T12:00:00Z", "2026-05-01T13:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
)
IDEA = keyed(
    id=either(st.sampled_from(["i222", "i333", "i444"])),
    into=either(st.sampled_from(["i222", "i333", "i444"])),
    text=either(TEXTS),
    by=BY,
    voices=either(st.integers(0, 4)),
    votes=either(st.integers(0, 9)),
)
ROUND = keyed(
    card=either(st.sampled_from([each.id for each in CARDS] + ["gone"])),
    started=MOMENT,
    ended=MOMENT,
    ideas=either(st.lists(either(IDEA), max_size=4)),
    ratings=either(st.lists(either(keyed(value=either(st.integers(1, 5)), by=BY)), max_size=3)),
    decision=either(keyed(value=ODD, why=either(TEXTS), dissent=SAID)),
    quotes=SAID,
    passed=either(st.booleans()),
)
STEP = keyed(card=either(st.sampled_from(["goals", "words", "gone"])), minutes=ODD, planned=ODD)
SESSION = keyed(
    id=either(st.just("s222")),
    started=MOMENT,
    ended=MOMENT,
    led_by=BY | TEXTS,
    agenda=either(st.lists(either(STEP), max_size=3)),
    rounds=either(st.lists(either(ROUND), max_size=3)),
    people=ODD,
    present=either(st.lists(BY, max_size=3)),
)
LINE = keyed(id=ODD, text=either(TEXTS), who=BY, by=BY, until=ODD, state=ODD, session=either(st.just("s222")))
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.lists(SESSION, max_size=3), st.lists(LINE, max_size=3), st.lists(keyed(id=BY, name=ODD, role=ODD), max_size=2)
)
def test_any_record_makes_minutes_in_which_text_stays_text(
    entries: list[dict[str, Any]], lines: list[dict[str, Any]], people: list[dict[str, Any]]
) -> None:
    strategy = play()
    strategy.lists = {"sessions": entries, "actions": lines, "parking_lot": lines, "participants": people}
    written = strategy_markdown(strategy) + "".join(
        to_markdown(minutes_outline(strategy, held)) for held in held_sessions(strategy)
    )
    written.encode("utf-8")
    for token in RENDERER.parse(written):
        assert token.type not in ("html_block", "code_block", "fence", "hr")
        assert {child.type for child in token.children or ()} <= PLAIN


def test_minutes_load_nothing_that_leads_a_session() -> None:
    code = (
        "import sys; import impactcards.document.minutes;"
        "loaded = {name.rpartition('.')[2] for name in sys.modules if 'strategy.sessions.' in name};"
        "print('reading' in loaded, loaded & {'session', 'moving', 'room', 'voting', 'actions'})"
    )
    done = run_python("-c", code)
    assert done.stdout == "True set()\n", done.stderr


def test_a_strategy_without_sessions_loads_nothing_of_this() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); from small_deck import play;"
        "from impactcards.document import strategy_markdown; strategy_markdown(play(words='Near'));"
        "print([name for name in sys.modules if 'sessions' in name or 'minutes' in name or 'agreed' in name])"
    )
    done = run_python("-c", code)
    assert done.stdout == "[]\n", done.stderr
