"""A card of a session, step by step, as a facilitator types and presses."""

from __future__ import annotations

import json

import pytest
from textual import events

from impactcards.strategy.values import Item
from impactcards.tui.leading.input_line import InputLine
from impactcards.tui.widgets.key_bar import KeyBar

ALL_STEPS = ("read", "write", "collect", "merge", "vote", "decide", "act")


@pytest.mark.slow
async def test_a_whole_list_card(led, again) -> None:
    """From the arrival to the next card: people, ideas, a group, votes, winners, an action; all of it saved."""
    async with led(people=0) as table:
        session = table.session
        await table.type("Anna Ben Cem\n")
        assert "Anna, Ben, Cem" in table.said
        await table.press("pagedown")
        assert "What for" in table.area
        await table.press("pagedown")
        assert session.card.id == "aim"
        await table.press("ctrl+n")
        assert (session.card.id, session.step) == ("goals", "read")
        assert table.screen.focused is None
        await table.press("pagedown", "pagedown")
        assert isinstance(table.screen.focused, InputLine)
        await table.type("more leads\na name\nfewer posts\nbetter posts\n=1\n")
        assert "×2" in table.said
        await table.press("pagedown")
        await table.type("3+4 fewer, better posts\n")
        assert "Together: 5" in table.said
        await table.press("pagedown")
        assert table.screen.focused is None
        await table.press("3", "2", "1")
        assert "6 of 9 votes" in table.area
        await table.press("pagedown")
        assert "PgDn makes what is ticked the answer" in table.area
        await table.press("w")
        await table.type("the fair is in May\n")
        await table.press("pagedown")
        assert "Decided" in table.said
        await table.type("Anna: ask Sales by 5.12.2027\n")
        assert "Anna · by Sun 5 Dec 2027" in table.said
        await table.press("pagedown")
        assert session.card.id == "mood"
    strategy = again().strategy
    texts = [item.text for item in strategy.answer("goals").value if isinstance(item, Item)]
    assert texts == ["more leads", "a name", "fewer, better posts"]
    round_ = next(each for each in strategy.lists["sessions"][0]["rounds"] if each["card"] == "goals")
    assert round_["decision"]["why"] == "the fair is in May"
    assert len(round_["ideas"]) == 5
    assert strategy.lists["actions"][0]["until"] == "2027-12-05"
    assert [person["name"] for person in strategy.lists["participants"]] == ["Anna", "Ben", "Cem"]


@pytest.mark.slow
async def test_every_step_names_its_keys_and_shows_something(led) -> None:
    async with led() as table:
        shown = set()
        for step in ALL_STEPS:
            await table.to("goals", step)
            assert table.screen.view.step == step
            assert table.area.strip(), step
            bar = str(table.screen.query_one(KeyBar).render())
            assert "next step" in bar, step
            shown.add(bar)
        assert len(shown) > 3


@pytest.mark.slow
async def test_ideas_have_authors_by_one_key_or_none(led) -> None:
    async with led(people=0) as table:
        await table.type("Anna Ben\n")
        await table.to("goals", "collect")
        await table.type("nobody's\n")
        await table.press("tab")
        await table.type("hers\n")
        assert "· Anna" in table.said
        await table.type("b")
        await table.press("tab")
        await table.type("his\n")
        ideas = table.session.ideas()
        names = [table.session.name_of(idea.by) for idea in ideas]
        assert names == ["", "Anna", "Ben"]


async def test_several_pasted_lines_are_several_ideas(led) -> None:
    async with led() as table:
        await table.to("goals", "collect")
        from textual import events

        table.screen.typing.line.post_message(events.Paste("one\rtwo\r\nthree"))
        await table.wait()
        assert table.ideas == ["one", "two"]
        assert table.line == "three"


@pytest.mark.slow
async def test_votes_move_on_by_themselves_and_can_be_corrected(led) -> None:
    async with led(people=8) as table:
        await table.to("goals", "collect")
        await table.type("a\nbb\ncc\n")
        await table.press("pagedown", "pagedown", "5", "4", "up", "3")
        assert [idea.votes for idea in table.session.ideas()] == [5, 3, None]
        assert table.session.asked == 3
        await table.press("ctrl+z")
        assert [idea.votes for idea in table.session.ideas()] == [5, 4, None]


@pytest.mark.slow
async def test_more_than_nine_people_need_enter(led) -> None:
    async with led(people=24) as table:
        await table.to("goals", "collect")
        await table.type("a\nbb\n")
        await table.press("pagedown", "pagedown", "1", "2")
        assert table.session.ideas()[0].votes is None
        await table.press("enter")
        assert table.session.ideas()[0].votes == 12
        assert "12 of 72 votes" in table.area


@pytest.mark.slow
async def test_winners_can_be_chosen_ordered_and_edited(led) -> None:
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\nbb\ncc\ndd\n")
        await table.press("pagedown", "pagedown", "3", "3", "2", "1", "pagedown")
        await table.press("down", "space")  # the second is no longer ticked
        assert [item.text for item in table.session.strategy.answer("goals").value] == ["a", "cc"]
        await table.press("up", "up", "shift+down")
        assert [item.text for item in table.session.strategy.answer("goals").value] == ["cc", "a"]
        await table.press("ctrl+z")
        assert [item.text for item in table.session.strategy.answer("goals").value] == ["a", "cc"]
        await table.press("enter")
        assert table.screen.has_class("-answering")
        await table.press("up", "end", "exclamation_mark", "escape")
        assert not table.screen.has_class("-answering")
        assert [item.text for item in table.session.strategy.answer("goals").value] == ["a", "cc!"]
        assert table.session.decision.value[1]["text"] == "cc!"


@pytest.mark.slow
async def test_figures_are_hidden_until_the_vote_is_closed(led) -> None:
    async with led(people=5) as table:
        await table.to("mood", "vote")
        await table.type("3 4\n9\n")
        assert "not on this scale" in table.said
        assert table.line == "9"
        await table.press("backspace")
        await table.type("4 2 5\n")
        assert "5 of 5 figures" in table.said
        assert "4" not in table.area.replace("5 of 5", "")
        await table.press("pagedown")
        assert "4  ● ●" in table.area
        assert "PgDn makes the middle one the answer: 4" in table.area
        await table.press("3", "pagedown")
        assert table.session.strategy.answer("mood").value == 3


async def test_a_card_can_be_decided_directly(led) -> None:
    """ctrl+n from collect takes the ideas as they stand."""
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\nbb\n")
        await table.press("ctrl+n")
        assert table.session.card.id == "mood"
        assert "Decided" in table.said
        assert [item.text for item in table.session.strategy.answer("goals").value] == ["a", "bb"]


@pytest.mark.slow
async def test_the_table_of_a_card_is_written_in_its_own_editor(led) -> None:
    async with led() as table:
        await table.to("who", "decide")
        await table.press("enter")
        await table.keys("Anna")
        await table.press("pagedown")
        assert table.session.step == "act"
        assert table.session.strategy.answer("who").value[0].cells == {"person": "Anna"}


@pytest.mark.slow
async def test_what_the_wall_shows_is_written_as_it_happens(led, opened) -> None:
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\n")
        table.clock[0] += 1
        await table.wait(0.2)
        room = json.loads((opened.folder / "session.json").read_text(encoding="utf-8"))["room"]
        assert [idea["text"] for idea in room["ideas"]] == ["a"]


@pytest.mark.slow
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
async def test_every_size_shows_the_line_and_the_keys(led, size) -> None:
    async with led(size=size) as table:
        await table.to("goals", "collect")
        for n in range(40):
            table.session.add_idea(f"idea number {n}")
        table.screen.show_all()
        await table.wait()
        line = table.screen.typing.line
        assert line.region.height == 1
        assert line.region.bottom < size[1]
        assert line.region.width >= 30
        assert table.screen.query_one(KeyBar).region.bottom == size[1]


async def test_what_is_typed_at_one_go_after_a_letter_belongs_into_the_line_it_opens(led) -> None:
    async with led() as table:
        await table.to("goals", "read")
        for sign in "what for":
            table.screen.app.post_message(events.Key(sign if sign != " " else "space", sign))
        await table.wait(0.2)
        assert table.line == "hat for"
        assert table.screen.typing.wanted is not None
        assert not table.session.hints_shown


@pytest.mark.slow
async def test_the_agenda_says_what_is_still_open_and_where_the_plan_was_shortened_both_count_alike(led) -> None:
    async with led() as table:
        session = table.session
        await table.to("goals", "collect")
        await table.press("ctrl+n")
        await table.press("m")
        shown = [choice.aside for choice in table.pilot.app.screen._choices]
        assert shown[0].startswith("○")
        await table.press("escape")
        session.set_minutes_left(3)
        session.set_agenda(session.shorter().agenda)
        table.screen.sitting.take_agenda()
        assert [card.id for card in table.screen.sitting.hand.cards] == list(session.agenda.cards)
        assert any(entry.left_out for entry in session.agenda.entries)


async def test_closing_the_answer_takes_what_was_said_of_it_away(led) -> None:
    async with led() as table:
        await table.to("goals", "decide")
        await table.press("enter")
        assert "Esc is done" in table.said
        assert table.screen.typing.line.placeholder == ""
        await table.press("escape")
        assert table.said == ""
        assert table.screen.typing.line.placeholder == "i: type here"


@pytest.mark.slow
async def test_why_and_dissent_that_are_noted_first_do_not_stand_in_the_way_of_the_decision(led) -> None:
    async with led() as table:
        await table.to("mood", "vote")
        await table.press("enter")
        await table.type("3 4 3 2\n")
        await table.press("pagedown")
        assert table.session.step == "decide"
        await table.press("w")
        await table.type("we looked at the calls\n")
        assert "makes the middle one the answer: 3" in table.area
        await table.press("d")
        await table.type("too kind\n")
        await table.press("pagedown")
        assert "Decided: 3" in table.said
        assert table.session.strategy.answer("mood").value == 3
        await table.to("goals", "collect")
        await table.type("more leads\n")
        await table.press("escape", "w")
        await table.type("nothing else helps\n")
        await table.press("escape", "N")
        assert "Decided: ‹more leads›" in table.said
        answer = table.session.strategy.answer("goals").value
        assert [item.text for item in answer if isinstance(item, Item)] == ["more leads"]
