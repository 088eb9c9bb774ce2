"""For each check of the bundled decks but ``unchanged``: answers that break it, and what mends them."""

from __future__ import annotations

from typing import Any, NamedTuple

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
