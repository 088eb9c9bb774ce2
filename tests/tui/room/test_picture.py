"""What stands on the wall in each step, from a mirrored laptop with large letters to a wide screen."""

from __future__ import annotations

import re
from itertools import product

import pytest
from tui.room.rooms import IDEAS, NOW, PROMPT, ROOMS, SIZES, ideas, room, voted, voting

from impactcards.tui.room.data import read_room_data
from impactcards.tui.room.picture import DOT, draw, draw_waiting
from impactcards.words import words


def picture(data: dict, size: tuple[int, int], language: str = "en", now: float = NOW) -> str:
    """The wall as text, each line without the spaces at its end."""
    lines = draw(read_room_data(data), words(language), *size, now)
    return "\n".join(line.plain.rstrip() for line in lines)


def flowing(text: str) -> str:
    """The words of a picture without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (20, 6), (8, 3), (1, 1)], ids=str)
def test_a_picture_fills_the_wall_and_stays_within_it(size) -> None:
    width, height = size
    for name, language in product(ROOMS, ("en", "de")):
        lines = draw(read_room_data(ROOMS[name]), words(language), width, height, NOW)
        assert len(lines) == height, name
        assert all(line.cell_length <= width for line in lines), name
        assert all("\n" not in line.plain for line in lines), name


SHOWN = {
    "beginning": ["Acme 2027", "9 cards"],
    "closing": ["That was the last card."],
    "read": ["Goals worth the effort", PROMPT, "4 of 9", "READ"],
    "write": [PROMPT, "██", "Each for yourself, in silence"],
    "last seconds": [PROMPT, "██"],
    "time is up": [PROMPT, "Time is up"],
    "hints": ["Ways in", "What would somebody outside notice in a year?", "2:41 left"],
    "nothing yet": ["Call out your ideas"],
    "collect": ["▸ 11 Recruit two apprentices", "11 ideas", "Better posts"],
    "many": ["▸ 40", "40 ideas"],
    "merge": ["Better posts", "16 ideas"],
    "vote": ["▶ 5 Answer every question within a day", "21 of 24 votes"],
    "decide": ["✓ 3 Win 40 qualified leads", "█ 9", "At most 3 goals."],
    "act": ["Decided", "✓ Win 40 leads", "✓ Fewer, better posts", "Who does what, and until when?"],
    "figures": ["How well do we answer", "5 of 8 votes"],
    "spread": ["●", "8 figures, from 1 to 4, 3 in the middle", "✓ 3"],
    "number": ["12.5", "5 figures, from 12 to 40, 15 in the middle"],
    "break": ["Break", "minutes left", "We go on at"],
    "joker": ["What would your strongest competitor do tomorrow?"],
    "blank": [DOT],
    "over": ["Acme 2027", "That was the session. Thank you."],
}


@pytest.mark.parametrize("name", ROOMS)
def test_what_matters_stands_there_at_every_size(name) -> None:
    for size in SIZES:
        text = flowing(picture(ROOMS[name], size))
        for wanted in SHOWN[name]:
            assert wanted in text, text


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_blank_wall_is_blank(size) -> None:
    assert picture(ROOMS["blank"], size).strip() == DOT


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_while_hands_are_counted_no_count_is_shown(size) -> None:
    shown = voting()
    for idea in shown:
        idea["votes"] = 7777
    text = picture(room("vote", ideas=shown, votes={"cast": 3, "all": 24}), size)
    assert "7777" not in text
    assert "█" not in text


def test_what_is_written_stays_with_whoever_wrote_it_until_it_is_called_out() -> None:
    for step in ("read", "write"):
        text = picture(
            room(step, ideas=ideas(3, text="a secret"), ratings={"values": [5], "low": 1, "high": 5}), (120, 30)
        )
        assert "a secret" not in text
        assert "●" not in text


def test_the_newest_idea_stands_on_top_and_the_others_keep_their_places() -> None:
    before = picture(room("collect", ideas=ideas(8)), (120, 30)).split("\n")
    after = picture(room("collect", ideas=ideas(9)), (120, 30)).split("\n")
    assert any(line.strip().startswith("▸  9") for line in after)
    places = {n: next(y for y, line in enumerate(before) if f"   {n}  {IDEAS[n - 1]}" in line) for n in range(1, 8)}
    assert places == {
        n: next(y for y, line in enumerate(after) if f"   {n}  {IDEAS[n - 1]}" in line) for n in range(1, 8)
    }


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("here", [1, 20, 40])
def test_the_idea_in_question_is_always_in_sight(size, here) -> None:
    text = picture(room("vote", ideas=voting(here, 40), votes={"cast": 0, "all": 24}), size)
    assert flowing(f"▶ {here} {IDEAS[(here - 1) % 12]}")[:24] in flowing(text)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("step", ["collect", "merge", "vote"])
def test_what_does_not_fit_is_counted(size, step) -> None:
    """Every idea either stands there, or is one of those that are counted."""
    text = picture(room(step, ideas=ideas(60)), size).partition("]")[2].rpartition("Parked")[0]
    shown = {n for n in range(1, 61) if f" {n}  " in text.replace("▸", " ")}
    counted = [int(found) for found in re.findall(r"(\d+) (?:more ideas?|ideas? before these)", text)]
    assert len(shown) + sum(counted) == 60


def test_ideas_without_votes_are_counted() -> None:
    assert "+  7 ideas without votes, kept in the minutes" in picture(room("decide", ideas=voted()), (120, 30))


def test_a_low_wall_shows_the_title_for_a_long_question() -> None:
    long = room("collect", prompt=f"{PROMPT} {PROMPT} {PROMPT}", ideas=ideas(3))
    assert "Goals worth the effort" in picture(long, (60, 18))
    assert PROMPT[:30] not in picture(long, (60, 18))
    assert PROMPT[:30] in picture(long, (120, 40))


def test_the_steps_in_full_where_there_is_room() -> None:
    assert "read · write · [ COLLECT ] · merge · vote · decide · act" in picture(ROOMS["collect"], (120, 30))
    assert "[ COLLECT ] 3 of 7" in picture(ROOMS["collect"], (60, 18))


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ({"left": 70, "running": True, "changed": NOW}, "1:10 left"),
        ({"left": 70, "running": True, "changed": NOW - 9.5}, "1:01 left"),
        ({"left": 70, "running": True, "changed": NOW + 3600}, "1:10 left"),
        ({"left": 70, "running": False, "changed": NOW - 50}, "1:10 left, paused"),
        ({"left": 3700, "running": True, "changed": NOW}, "1:01:40 left"),
        ({"left": 70, "running": True, "changed": NOW - 90}, "Time is up"),
        (None, "Parked 2 · Actions 3"),
    ],
)
def test_the_clock_counts_from_what_was_left_when_it_changed(clock, said) -> None:
    foot = picture(room("collect", clock=clock), (80, 24)).strip().split("\n")[-1]
    assert said in foot


def test_the_plan_says_when_it_is_behind() -> None:
    assert "the plan is 6 min behind" in picture(room("collect", behind=6), (120, 30))
    assert "behind" not in picture(room("collect", behind=0), (120, 30))
    assert "behind" not in picture(room("collect", behind=-4), (120, 30))


def test_a_break_counts_minutes_and_only_at_last_seconds() -> None:
    assert "minutes left" in picture(ROOMS["break"], (80, 24))
    assert "seconds left" in picture(ROOMS["break"], (80, 24), now=NOW + 420)
    assert "The break is over." in picture(ROOMS["break"], (80, 24), now=NOW + 441)


def test_the_room_is_spoken_to_in_its_language() -> None:
    assert "SAMMELN" in picture(ROOMS["collect"], (120, 30), "de")
    assert IDEAS[0] in picture(ROOMS["collect"], (120, 30), "de")


def test_waiting() -> None:
    lines = draw_waiting("Waiting for the session of Acme 2027 …", 60, 18)
    assert len(lines) == 18
    assert "Waiting for the session of Acme 2027 …" in "\n".join(line.plain for line in lines)


def test_while_somebody_types_alone_only_the_question_stands_there() -> None:
    text = picture(room("collect", hot_seat=True), (80, 24))
    assert "Call out" not in text
    assert "Goals worth the effort" in text


def test_a_question_alone_leaves_no_word_behind() -> None:
    """Its lines are about equally long, so that none holds a single word."""
    text = "What should be different in twelve months because we are active on social media?"
    lines = [line.strip() for line in picture(room("read", prompt=text), (120, 30)).split("\n") if line.strip()]
    asked = [line for line in lines if line in text]
    assert len(asked) == 1 or min(map(len, asked)) > 20
    assert " ".join(asked) == text
