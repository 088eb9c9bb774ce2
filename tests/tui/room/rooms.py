"""Rooms made by hand: one for each step and each thing the wall can show, as a session writes them."""

from __future__ import annotations

from typing import Any

#: The moment at which all of these are looked at: 2026-11-24, 14:32:05 UTC.
NOW = 1_795_530_725.0

SIZES = ((60, 18), (80, 24), (120, 30), (200, 60))

PROMPT = "What should social media change for the organisation in the next twelve months?"
IDEAS = (
    "Be the first name that graduates think of",
    "Win 20 leads at the fair",
    "Win 40 qualified leads a quarter",
    "Answer within a day",
    "Answer every question within a day",
    "Get the newsletter read",
    "Fewer posts",
    "Take part in the town festival",
    "Better posts",
    "Show the people behind the product, also those in the workshop",
    "Recruit two apprentices",
    "Fewer, better posts",
)
STEPS = ["read", "write", "collect", "merge", "vote", "decide", "act"]
SHORT_STEPS = ["read", "write", "vote", "decide", "act"]

#: What no picture may show: it stands where only the facilitator looks.
HIDDEN = "XHIDDENX"


def room(step: str, **changes: Any) -> dict[str, Any]:
    """The room of a card in a step."""
    return {
        "v": 1,
        "name": "Acme 2027",
        "suit": {"symbol": "▲", "title": "Compass", "color": "blue"},
        "card_title": "Goals worth the effort",
        "prompt": PROMPT,
        "place": {"at": 4, "of": 9},
        "step": step,
        "steps": STEPS,
        "blank": False,
        "hints": [],
        "ideas": [],
        "decision": {"lines": [], "note": ""},
        "ratings": None,
        "votes": None,
        "clock": {"left": 161, "running": True, "changed": NOW},
        "behind": 2,
        "parked": 2,
        "actions": 3,
        "session_over": False,
        "break": None,
        "joker": None,
        **changes,
    }


def ideas(count: int, **changes: Any) -> list[dict[str, Any]]:
    """So many ideas, numbered from 1."""
    return [
        {"number": n + 1, "text": IDEAS[n % len(IDEAS)], "voices": 1, "votes": None, "mark": "", **changes}
        for n in range(count)
    ]


def voted() -> list[dict[str, Any]]:
    """Twelve ideas after the vote, three of which have won."""
    found = ideas(12, votes=0)
    for number, votes, mark in ((3, 9, "chosen"), (1, 6, "chosen"), (12, 4, "chosen"), (5, 4, "tied"), (8, 2, "")):
        found[number - 1] |= {"votes": votes, "mark": mark}
    return found


def voting(here: int = 5, count: int = 12) -> list[dict[str, Any]]:
    """Ideas while hands are counted for one of them."""
    found = ideas(count)
    found[here - 1]["mark"] = "asked"
    return found


MIRROR = {
    "card_title": "Mirror: conversation",
    "prompt": "How well do we answer those who talk to us?",
    "steps": SHORT_STEPS,
}

ROOMS: dict[str, dict[str, Any]] = {
    "beginning": room("", card_title="", prompt="", suit=None, place={"at": 0, "of": 9}, steps=[], clock=None),
    "closing": room("", card_title="", prompt="", suit=None, place={"at": 9, "of": 9}, steps=[], phase="closing"),
    "read": room("read"),
    "write": room("write"),
    "last seconds": room("write", clock={"left": 8, "running": True, "changed": NOW}),
    "time is up": room("write", clock={"left": 8, "running": True, "changed": NOW - 60}),
    "hints": room(
        "write", hints=["What would somebody outside notice in a year?", "Which number would the board ask for?"]
    ),
    "nothing yet": room("collect"),
    "collect": room("collect", ideas=ideas(11)),
    "many": room("collect", ideas=ideas(40)),
    "merge": room("merge", ideas=ideas(16)),
    "vote": room("vote", ideas=voting(), votes={"cast": 21, "all": 24}),
    "decide": room("decide", ideas=voted(), decision={"lines": [], "note": "At most 3 goals."}),
    "act": room("act", ideas=voted(), decision={"lines": ["Win 40 leads", "Fewer, better posts"], "note": ""}),
    "figures": room("vote", votes={"cast": 5, "all": 8}, **MIRROR),
    "spread": room(
        "decide",
        ratings={
            "values": [3, 3, 2, 2, 3, 4, 1, 3],
            "low": 1,
            "high": 5,
            "labels": {"1": "hardly ever", "5": "always"},
        },
        decision={"lines": ["3"], "note": ""},
        **MIRROR,
    ),
    "number": room(
        "decide", ratings={"values": [12, 15, 15, 40, 12.5], "low": None, "high": None, "labels": {}}, **MIRROR
    ),
    "break": room("", **{"break": 10}, clock={"left": 440, "running": True, "changed": NOW}),
    "joker": room("collect", ideas=ideas(3), joker="What would your strongest competitor do tomorrow?"),
    "blank": room("decide", ideas=voted(), blank=True),
    "over": room("act", session_over=True),
}
