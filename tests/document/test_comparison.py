"""What changed, as a document: read by people, escaped as the rest, in the strategy's language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from garden import planted
from markdown_it import MarkdownIt
from small_deck import items, play

from impactcards.document.comparison import comparison_markdown
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import TableRow
from impactcards.strategy.versions import version_at

TODAY = date(2027, 3, 10)


def told(older: Strategy, newer: Strategy) -> str:
    return comparison_markdown(older, newer, since=version_at(Path("2027-01-01T120000Z spring.yaml")), today=TODAY)


def card_of(text: str, title: str) -> str:
    """What stands below the heading of a card."""
    return text.partition(f"### {title}\n\n")[2].partition("\n## ")[0].partition("\n### ")[0].strip()


def test_it_begins_with_what_one_wants_to_know_first() -> None:
    older, newer = play(words="Old words here.", budget=1), play(words="New words here.", goals=items("More"))
    newer.set_note("mirror", "ask")
    head = told(older, newer).partition("### ")[0]
    assert head == (
        "# What changed: Acme\n\nFrom 1 January 2027 (spring) to 10 March 2027 (now)\n\n## At a glance\n\n"
        "4 cards changed: 1 newly answered, 1 answered differently, 1 no longer answered, 1 only in notes or marks.\n\n"
        "- **All**: Goals (new), Words, Mirror, Budget\n\n## All\n\n"
    )


def test_nothing_changed_is_said() -> None:
    text = told(play(words="x"), play(words="x"))
    assert text.endswith("## At a glance\n\nNothing changed.\n")


def test_each_kind_is_told_in_the_form_that_reads_best() -> None:
    goals = items("One goal", "Another goal", "A third")
    older = play(
        goals=goals,
        words="We answer within two days.\n\nThat stays.\n\nNobody reads this.",
        main_goal=["a222"],
        order=["a222", "b222"],
        mirror=1,
        situation=["ads"],
        channels=[
            {"id": "r222", "channel": "Letters", "posts": 3, "goals": ["a222"]},
            {"id": "r333", "channel": "Talks", "posts": 1},
            {"id": "r444", "channel": "Fairs", "posts": 2, "start": "2027-01-31"},
        ],
    )
    newer = play(
        goals=[
            {"id": "b222", "text": "Another great goal"},
            {"id": "a222", "text": "One goal"},
            *items("", "", "", "New")[3:],
        ],
        words="We answer within one day.\n\nThat stays.\n\nEverybody looks at pictures.",
        main_goal=["b222"],
        order=["b222", "a222"],
        mirror=3,
        situation=["team"],
        channels=[
            {"id": "r222", "channel": "Letters", "posts": 4, "goals": ["a222"]},
            {"id": "r333", "channel": "Long talks", "posts": 1, "goals": ["b222"]},
            {"id": "r555", "channel": "Films", "fit": 5},
        ],
        budget=5,
    )
    newer.set_note("mirror", "Ada doubts it.")
    newer.put_off("review", "skipped")
    text = told(older, newer)
    assert card_of(text, "Goals") == (
        "- Gone: ~~A third~~\n- Reworded: Another **great** goal (from place 2 to place 1)\n- New: **New**"
    )
    assert card_of(text, "Words") == (
        "We answer within ~~two days.~~ **one day.**\n\n…\n\n~~Nobody reads this.~~ **Everybody looks at pictures.**"
    )
    assert card_of(text, "Aim") == "~~One goal~~ → **Another great goal**"
    assert card_of(text, "Situation") == "~~Paid ads~~ → **A team, of sorts**"
    assert card_of(text, "Order") == "- Moved: Another great goal (from place 2 to place 1)"
    assert card_of(text, "Mirror") == "~~1 of 5: Never~~ → **3 of 5: About half**\n\n> **New note:** Ada doubts it."
    assert card_of(text, "Budget") == "*Newly answered.*\n\n5 €"
    assert card_of(text, "Review") == "Now left out on purpose."
    assert card_of(text, "Channels") == (
        "- ~~Fairs~~ (gone): Posts: 2 a week; Start: 31 Jan 2027\n- **Letters** – Posts: ~~3 a week~~ → **4 a week**\n"
        "- ~~Talks~~ → **Long talks** – Serves: **Another great goal**\n\n"
        "**Films** (new)\n\n- Fit: 5 of 5: Made for it"
    )


def test_text_stays_text() -> None:
    nasty = "~5 ~~x~~ **b** [a](b) <script> `c` | _i_ &amp; \\ ~"
    older = play(words=nasty, goals=items(nasty), channels=[{"id": "r222", "channel": nasty}], budget=nasty)
    newer = play(
        words="~ # plain", goals=items("~~ other ~~ ~"), channels=[{"id": "r222", "channel": "- x ~~"}], budget="~1"
    )
    older.set_note("budget", nasty)
    html = MarkdownIt("gfm-like", {"linkify": False}).render(told(older, newer))
    for tag in ("<script", "<a ", "<code", "<em>i", "<h1>plain"):
        assert tag not in html
    text = MarkdownIt("gfm-like", {"linkify": False}).parse(told(older, newer))
    said = " ".join(
        "".join(child.content for child in token.children or []) for token in text if token.type == "inline"
    )
    assert said.count(nasty.strip()) == 5
    assert said.count("~~ other ~~ ~") == 1
    assert "\\~" not in said


def test_a_whole_answer_reads_as_in_the_document_and_a_lost_one_is_not_lost() -> None:
    empty, full = planted(), planted()
    empty.answers = {}
    empty.lists = {}
    there, back = told(empty, full), told(full, empty)
    assert "*Newly answered.*" in there
    assert "*No longer answered. Before, it said:*" in back
    assert "| Roots" in there
    for text in ("Roots", "Rubble", "six households", "one", "two"):
        assert text.lower() in there.lower(), text
        assert text.lower() in back.lower(), text
    assert there.rpartition("\n## ")[2].startswith("Cards that the deck no longer has")


def test_waived_findings_are_told_in_their_own_words() -> None:
    older, newer = play(), play()
    newer.put("mirror", Answer(9))
    older.put("mirror", Answer(9))
    newer.lists["waived"] = [
        {"finding": "outside/mirror//", "reason": "Off the scale."},
        {"finding": "gone/mirror//", "reason": "Long ago."},
    ]
    text = card_of(told(older, newer), "Mirror")
    assert text.startswith(
        "Seen and left as it is: “Mirror”: 9 is outside 1 to 5. Typed on purpose? Why: Off the scale."
    )
    assert "Seen and left as it is: a finding that is no longer there. Why: Long ago." in text


def test_it_speaks_the_language_of_the_strategy() -> None:
    older, newer = play(language="de", words="Alt."), play(language="de", words="Neu.", budget=1)
    text = told(older, newer)
    assert text.startswith("# Was sich geändert hat: Acme\n\nVom 1. Januar 2027 (spring) bis 10. März 2027 (jetzt)\n")
    assert "2 Karten sind anders: 1 neu beantwortet, 1 anders beantwortet." in text


def test_only_what_is_picked_from_a_list_is_named_in_short() -> None:
    long = "More households know each other by name, and say so when they are asked about it in the street"
    older = play(goals=items(long, "b"), main_goal=["b222"])
    newer = play(
        goals=items(long, "b"), main_goal=["a222"], channels=[{"id": "r222", "channel": long, "goals": ["a222"]}]
    )
    older.put("channels", Answer((TableRow("r333", {"channel": "x"}),)))
    text = told(older, newer)
    assert "…**" in card_of(text, "Aim")
    assert f"**{long}** (new)" in card_of(text, "Channels")
    assert "- Serves: More households know" in card_of(text, "Channels")
    assert long not in card_of(text, "Channels").partition("Serves")[2]
