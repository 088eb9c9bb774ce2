"""What one card's answer adds to another: taken away with the change, unless it is used by then."""

from __future__ import annotations

import pytest

from impactcards.strategy.values import Item, TableRow
from impactcards.tui.added import add, bring_back, take_away


@pytest.fixture
def strategy(opened):
    return opened.strategy


def texts(strategy) -> list[str]:
    return [item.text for item in strategy.items("goals")]


def test_the_card_is_as_it_was_even_if_it_had_been_put_off(strategy) -> None:
    strategy.put_off("goals", "later")
    added = add(strategy, "goals", "one")
    assert take_away(strategy, added)
    assert strategy.answer("goals") == added.before
    assert strategy.answer("goals").put_off == "later"
    assert bring_back(strategy, added)
    assert strategy.answer("goals") == added.after
    assert not bring_back(strategy, added)


def test_what_came_meanwhile_stays_and_only_the_item_goes(strategy) -> None:
    added = add(strategy, "goals", "one")
    strategy.add_item("goals", "two")
    assert take_away(strategy, added)
    assert texts(strategy) == ["two"]
    assert bring_back(strategy, added)
    assert texts(strategy) == ["two", "one"]


def test_an_item_that_is_picked_stays(strategy) -> None:
    added = add(strategy, "goals", "one")
    strategy.set_value("who", (TableRow("rowa", {"person": "Bo", "goals": (added.item.id,)}),))
    assert not take_away(strategy, added)
    assert texts(strategy) == ["one"]


def test_an_item_that_was_changed_or_is_gone_is_left_alone(strategy) -> None:
    added = add(strategy, "goals", "one")
    strategy.set_value("goals", (Item(added.item.id, "one and a half"),))
    assert not take_away(strategy, added)
    strategy.set_value("goals", None)
    assert not take_away(strategy, added)
    assert texts(strategy) == []


def test_a_row_of_a_table_goes_and_comes_back(strategy) -> None:
    added = add(strategy, "who", "Anna")
    strategy.add_item("who", "Bo")
    assert take_away(strategy, added)
    assert [item.text for item in strategy.items("who")] == ["Bo"]
    assert bring_back(strategy, added)
    assert [item.text for item in strategy.items("who")] == ["Bo", "Anna"]
