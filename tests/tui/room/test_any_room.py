"""Whatever a file holds, the wall draws something, and never what is still hidden."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from tui.room.rooms import HIDDEN, NOW, STEPS

from impactcards.tui.room.data import read_room_data, understood
from impactcards.tui.room.picture import draw
from impactcards.words import words

text = st.one_of(
    st.text(max_size=60), st.sampled_from(["[b]x[/x]", "\x1b[31m", "漢字" * 30, "👩‍👩‍👧" * 20, "a" * 300, "$error"])
)
number = st.one_of(st.integers(-5, 60), st.floats(), st.just(10**400), st.none(), st.text(max_size=2))
junk = st.recursive(
    st.one_of(st.none(), st.booleans(), number, text),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(text, inner, max_size=3)),
    max_leaves=6,
)


def or_junk(wanted):
    return st.one_of(wanted, wanted, wanted, junk)


idea = st.fixed_dictionaries(
    {"number": number, "text": text},
    optional={
        "voices": number,
        "votes": number,
        "mark": st.sampled_from(["", "asked", "chosen", "tied", "new"]),
        "parts": st.lists(number, max_size=3),
        "by": st.just(HIDDEN),
    },
)
clock = st.fixed_dictionaries({"left": number, "running": st.booleans(), "changed": number})
rooms = st.fixed_dictionaries(
    {
        "v": st.just(1),
        "name": or_junk(text),
        "suit": or_junk(st.fixed_dictionaries({"symbol": text, "title": text, "color": text})),
        "card_title": or_junk(text),
        "prompt": or_junk(text),
        "place": or_junk(st.fixed_dictionaries({"at": number, "of": number})),
        "step": or_junk(st.sampled_from([*STEPS, "", "another"])),
        "steps": or_junk(st.just(STEPS)),
        "blank": st.booleans(),
        "hints": or_junk(st.lists(text, max_size=4)),
        "ideas": or_junk(st.lists(or_junk(idea), max_size=30)),
        "decision": or_junk(st.fixed_dictionaries({"lines": st.lists(text, max_size=5), "note": text})),
        "ratings": or_junk(
            st.fixed_dictionaries(
                {
                    "values": st.lists(number, max_size=30),
                    "low": number,
                    "high": number,
                    "labels": st.dictionaries(text, text, max_size=3),
                }
            )
        ),
        "votes": or_junk(st.fixed_dictionaries({"cast": number, "all": number})),
        "clock": or_junk(clock),
        "behind": number,
        "parked": number,
        "actions": number,
        "session_over": st.booleans(),
        "break": st.one_of(st.none(), st.none(), number),
        "joker": st.one_of(st.none(), st.none(), text),
    },
    optional={"notes": st.just(HIDDEN), "back": st.just(HIDDEN), "participants": st.just([HIDDEN])},
)
sizes = st.one_of(st.sampled_from([(60, 18), (80, 24), (120, 30)]), st.tuples(st.integers(1, 210), st.integers(1, 62)))


@given(data=rooms, size=sizes, language=st.sampled_from(["en", "de"]))
@settings(max_examples=40, deadline=None)
def test_any_room_is_drawn_within_the_wall(data, size, language) -> None:
    width, height = size
    lines = draw(read_room_data(data), words(language), width, height, NOW)
    assert len(lines) == height
    for line in lines:
        assert line.cell_length <= width
        assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in line.plain)
        assert HIDDEN not in line.plain


@given(data=rooms, step=st.sampled_from(["read", "write", "", "another"]), secret=st.sampled_from([HIDDEN]))
@settings(max_examples=20, deadline=None)
def test_before_they_are_collected_no_idea_and_no_figure_is_drawn(data, step, secret) -> None:
    hidden = {
        **data,
        "step": step,
        "ideas": [{"number": 1, "text": secret, "votes": 3}],
        "ratings": {"values": [77777.0], "low": 0, "high": 1, "labels": {"1": secret}},
    }
    drawn = "\n".join(line.plain for line in draw(read_room_data(hidden), words("en"), 120, 30, NOW))
    assert secret not in drawn


@given(data=st.one_of(junk, st.dictionaries(st.sampled_from(["v", "room"]), junk)))
@settings(max_examples=40, deadline=None)
def test_what_is_no_room_is_recognised(data) -> None:
    assert not understood(data) or data["v"] == 1
