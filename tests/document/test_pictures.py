"""The profile and the deck's pictures in the document: what they say in words, where they stand, what is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_deck import card, deck_of

from impactcards.deck.kinds import (
    ChoiceAnswer,
    Column,
    ListAnswer,
    NumberAnswer,
    Option,
    RowsOf,
    ScaleAnswer,
    TableAnswer,
    TextAnswer,
)
from impactcards.deck.library import Library, bundled_folder
from impactcards.deck.model import Deck, DocumentPlan, Picture, Reference, Section
from impactcards.document import strategy_markdown
from impactcards.document.blocks import Bars, Chapter, Lines
from impactcards.document.blocks import Picture as Flow
from impactcards.document.outline import build
from impactcards.home import Home
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.folder import open_strategy
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow

DAY = date(2026, 11, 16)
WRITTEN = "2026-11-01T12:00:00Z"


def demo(language: str) -> str:
    folder = bundled_folder() / "demo" / language
    strategy = open_strategy(Home.at(folder / "nowhere"), Library(), folder, read_only=True).strategy
    return strategy_markdown(strategy, today=DAY, folder=folder)


PROFILE = {
    "en": """\
| Mistake                           | We say       | We decided | Still loose | So far                   |
| --------------------------------- | ------------ | ---------- | ----------: | ------------------------ |
| Content without a strategy        | ●●○○○ 2 of 5 | 10 of 10   |           1 | nearly there             |
| Decisions from the gut            | ●●○○○ 2 of 5 | 3 of 3     |           1 | nearly there             |
| Nobody answers                    | ●●●○○ 3 of 5 | 4 of 4     |           5 | nearly there             |
| Chasing the algorithm             | ●●○○○ 2 of 5 | 3 of 3     |           0 | out of the loop, for now |
| “We have always done it this way” | ●●○○○ 2 of 5 | 6 of 6     |           3 | nearly there             |

- **Chasing the algorithm**: On paper this is solved, but you rate it 2. """,
    "de": """\
| Fehler                                 | Wir sagen     | Entschieden | Noch lose | Stand                          |
| -------------------------------------- | ------------- | ----------- | --------: | ------------------------------ |
| Inhalte ohne Strategie                 | ●●○○○ 2 von 5 | 10 von 10   |         1 | fast rund                      |
| Entscheidungen aus dem Bauch           | ●●○○○ 2 von 5 | 3 von 3     |         1 | fast rund                      |
| Niemand antwortet                      | ●●●○○ 3 von 5 | 4 von 4     |         5 | fast rund                      |
| Dem Algorithmus hinterher              | ●●○○○ 2 von 5 | 3 von 3     |         0 | raus aus der Schleife, vorerst |
| „Das haben wir schon immer so gemacht“ | ●●○○○ 2 von 5 | 6 von 6     |         3 | fast rund                      |

- **Dem Algorithmus hinterher**: Auf dem Papier ist das gelöst, aber ihr bewertet es mit 2. """,
}
MOVED = {
    "en": "| How we rated ourselves before each review | 17 Aug 2026 | 16 Nov 2026 | now |",
    "de": "| So haben wir uns vor jedem Review bewertet | 17. Aug. 2026 | 16. Nov. 2026 | jetzt |",
}
CHAIN = {
    "en": "- Planners → **Professional network page** → Planned in early → Enquiries before the tender\n",
    "de": "- Planungsbüros → **Seite im Berufsnetzwerk** → Früh eingeplant → Anfragen vor der Ausschreibung\n",
}


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_example_shows_its_mistakes_and_its_chain(language: str) -> None:
    found = demo(language)
    for part in (PROFILE, MOVED, CHAIN):
        assert found.count(part[language]) == 1
    first_chapter = found.index("\n## ", found.index("\n## ") + 1)
    assert first_chapter < found.index(PROFILE[language]) < found.index("### ", found.index(PROFILE[language]))


# -- the profile of a small deck --------------------------------------------------------------------------------------

RATED = card("rated", ScaleAnswer(low=0, high=4), core=True, counters=("no-evidence",))
COUNTED = card("counted", TextAnswer(), core=True, counters=("no-evidence",))


def profiled(**answers: object) -> Strategy:
    sections = (Section("mirror", "Mirror", profile=True), Section("rest", "Rest", suits=("all",)))
    deck = replace(deck_of(RATED, COUNTED), profile={"no-evidence": "rated"}, document=DocumentPlan(sections=sections))
    return held(deck, answers)


def held(deck: Deck, answers: dict[str, object]) -> Strategy:
    return Strategy("x", deck, "en", answers={k: Answer(value=v, updated=WRITTEN) for k, v in answers.items()})  # type: ignore[arg-type]


def chapter(strategy: Strategy, title: str, **more: object) -> Chapter | None:
    return next((c for c in build(strategy, today=DAY, **more).chapters if c.title == title), None)  # type: ignore[arg-type]


def test_a_section_may_show_the_profile_alone_and_is_left_out_while_there_is_none() -> None:
    assert chapter(profiled(), "Mirror") is None
    shown = chapter(profiled(rated=3), "Mirror")
    assert shown is not None
    (bars,) = [block for block in shown.blocks if isinstance(block, Bars)]
    assert [(bar.value, bar.top, bar.said, bar.facts) for bar in bars.rows] == [
        (3, 4, "3 of 4", ("0 of 1", "0", "untouched"))
    ]
    assert chapter(profiled(counted="yes"), "Mirror") is not None


def test_a_rating_that_is_sealed_is_not_told() -> None:
    strategy = profiled(rated=3, counted="yes")
    strategy.deck = replace(strategy.deck, cards=(replace(RATED, sealed=True), COUNTED))
    before = ((date(2026, 10, 1), profiled(rated=1)),)
    shown = chapter(strategy, "Mirror", versions=before)
    assert shown is not None
    assert [bar.said for block in shown.blocks if isinstance(block, Bars) for bar in block.rows] == ["not rated"]
    assert not any(isinstance(block, Lines) for block in shown.blocks)


def test_lines_hold_the_latest_moments() -> None:
    versions = [(date(2026, month, 1), profiled(rated=month % 5)) for month in range(1, 10)]
    shown = chapter(profiled(rated=4), "Mirror", versions=versions)
    assert shown is not None
    (lines,) = [block for block in shown.blocks if isinstance(block, Lines)]
    assert lines.moments == ("1 May 2026", "1 Jun 2026", "1 Jul 2026", "1 Aug 2026", "1 Sep 2026", "now")
    assert lines.series[0].values == (0, 1, 2, 3, 4, 4)


# -- flows and bars ---------------------------------------------------------------------------------------------------

PEOPLE = card("people", ListAnswer())
AIMS = card("aims", ListAnswer())
PLACES = card(
    "places",
    TableAnswer(
        columns=(
            Column("place", "Place", TextAnswer()),
            Column("people", "For", ChoiceAnswer(source="people", several=True)),
            Column("aims", "Towards", ChoiceAnswer(source="aims", several=True)),
            Column("state", "State", ChoiceAnswer(options=(Option("new", "New"), Option("old", "Old")))),
            Column("hours", "Hours", NumberAnswer(unit="h")),
            Column("worth", "Worth", ScaleAnswer(low=1, high=5)),
        )
    ),
)
COSTS = card("costs", TableAnswer(rows=RowsOf("places"), columns=(Column("money", "Money", NumberAnswer(unit="EUR")),)))
SIZE = card("size", NumberAnswer(unit="people"))
ANSWERS: dict[str, object] = {
    "people": (Item("p222", "Ada, the *first*"), Item("p333", "Bo"), Item("p444", "Cy")),
    "aims": (Item("a222", "Meet"), Item("a333", "Eat")),
    "places": (
        TableRow(
            "r222", {"place": "Gate", "people": ("p222", "p333"), "aims": ("a222",), "hours": 10, "state": ("new",)}
        ),
        TableRow("r333", {"place": "Fence", "people": ("p333", "gone"), "hours": 2.5, "worth": 4}),
        TableRow("r444", {"place": "Pond", "hours": "some"}),
    ),
    "costs": (TableRow("r222", {"money": -3}), TableRow("r333", {"money": 40})),
    "size": 120,
}  # fmt: skip


def drawn(form: str, *of: str, **answers: object) -> list[object]:
    references = tuple(Reference(*name.split(".")) for name in of)
    plan = DocumentPlan(pictures=(Picture("picture", "A picture", form, references),))  # type: ignore[arg-type]
    deck = replace(deck_of(PEOPLE, AIMS, PLACES, COSTS, SIZE), document=plan)
    told = chapter(held(deck, {**ANSWERS, **answers}), "All")
    assert told is not None
    return [block for block in told.blocks if isinstance(block, Flow | Bars)]


def flow(*of: str, **answers: object) -> Flow:
    (found,) = drawn("flow", *of, **answers)
    assert isinstance(found, Flow)
    return found


def said(found: Flow) -> list[str]:
    return ["".join(run.text for run in item) for block in found.twin for item in block.items]  # type: ignore[union-attr]


def test_references_are_strung_together_where_they_share_a_card() -> None:
    found = flow("places.people", "places.aims")
    assert found.layers == (("Ada, the *first*", "Bo", "Cy"), ("Gate", "Fence", "Pond"), ("Meet", "Eat"))
    assert found.links == ((0, 0, 0), (0, 1, 0), (0, 1, 1), (1, 0, 0))
    assert said(found) == [
        "Ada, the *first*; Bo → Gate → Meet",
        "Bo → Fence → ?",
        "? → Pond → ?",
        "Cy → ?",
        "? → Eat",
    ]


@pytest.mark.parametrize(
    ("of", "layers"),
    [
        (("places.aims",), ["places", "aims"]),
        (("places.aims", "places"), ["aims", "places"]),
        (("places.aims", "aims"), ["places", "aims"]),
        (("places.aims", "places.people"), ["aims", "places", "people"]),
        (("places.state", "places.aims"), ["state", "places", "aims"]),
        (("places.aims", "costs.money", "size"), ["places", "aims"]),
    ],
)
def test_where_a_flow_begins(of: tuple[str, ...], layers: list[str]) -> None:
    first = {"places": "Gate", "aims": "Meet", "people": "Ada, the *first*", "state": "New"}
    assert [layer[0] for layer in flow(*of).layers] == [first[name] for name in layers]


@pytest.mark.parametrize(
    "empty", [{"places": None}, {"aims": None}, {"places": (TableRow("r222", {"place": "Gate"}),)}]
)
def test_a_flow_in_which_nothing_leads_anywhere_is_left_out(empty: dict[str, object]) -> None:
    assert drawn("flow", "places.aims", **empty) == []


def test_bars_are_measured_against_the_largest_or_the_end_of_the_scale() -> None:
    hours, worth = drawn("bars", "places.hours", "places.worth")
    assert isinstance(hours, Bars)
    assert isinstance(worth, Bars)
    assert (hours.title, hours.heads, worth.title) == ("A picture", ("Place", "Hours"), "")
    assert [(bar.label, bar.value, bar.top, bar.said) for bar in hours.rows] == [
        ("Gate", 10, 10, "10 h"),
        ("Fence", 2.5, 10, "2.5 h"),
    ]
    assert [(bar.label, bar.value, bar.top) for bar in worth.rows] == [("Fence", 4, 5)]


def test_rows_that_follow_another_table_are_called_as_there() -> None:
    (bars,) = drawn("bars", "costs.money")
    assert isinstance(bars, Bars)
    assert (bars.heads, [bar.label for bar in bars.rows]) == (("Place", "Money"), ["Gate", "Fence"])


def test_bars_without_a_figure_are_left_out() -> None:
    assert drawn("bars", "places.hours", places=(TableRow("r222", {"place": "Gate", "hours": "some"}),)) == []
    assert drawn("bars", "size", size="many") == []
    assert len(drawn("bars", "size")) == 1


def test_bars_in_a_page_of_text(tmp_path: Path) -> None:
    plan = DocumentPlan(pictures=(Picture("hours", "Hours *each*", "bars", (Reference("places", "hours"),)),))
    text = strategy_markdown(held(replace(deck_of(PEOPLE, AIMS, PLACES), document=plan), ANSWERS), today=DAY)
    assert (
        """\
### Hours \\*each\\*

| Place | Hours             |
| ----- | ----------------- |
| Gate  | ████████████ 10 h |
| Fence | ███ 2.5 h         |
"""
        in text
    )


def test_the_pictures_of_the_page_for_authors_are_drawn() -> None:
    """The forms that docs/deck-format.md tells of: a column read from its rows, and read the other way round."""
    page = (Path(__file__).parents[2] / "docs" / "deck-format.md").read_text(encoding="utf-8")
    assert "`[stations.guests, stations]`" in page
    assert [layer[0] for layer in flow("places.people").layers] == ["Gate", "Ada, the *first*"]
    assert [layer[0] for layer in flow("places.people", "places").layers] == ["Ada, the *first*", "Gate"]
    example = (
        "`[channels.audiences, channels.goals, measures.goal]` goes from audiences over channels and goals to measures"
    )
    assert example in " ".join(page.split())
    assert "→ **Professional network page** →" in demo("en")
