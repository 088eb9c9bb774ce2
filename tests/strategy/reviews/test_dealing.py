"""Which cards a review deals, in which order, and every reason why."""

from __future__ import annotations

from datetime import date

import pytest
from strategy.reviews.reviewed import DECK, SPRING, SUMMER, acme, again, begun, card_of, dealt, hours, resumed, set_day

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item

NO_RECIPE = DECK.replace("review: true, ", "")


def _rename(strategy: Strategy, item_id: str, text: str) -> None:
    value = strategy.answer("goals").value
    assert isinstance(value, tuple)
    held = tuple(entry for entry in value if isinstance(entry, Item))
    strategy.set_value("goals", tuple(Item(e.id, text) if e.id == item_id else e for e in held))


def test_what_aged_and_what_the_recipe_names_in_deck_order(home: Home) -> None:
    review = begun(acme(home))
    assert dealt(review) == {
        "words": ["The answer was fresh until 2 May 2026."],
        "mirror": ["“Look again” asks for it."],
        "aim": ["“Look again” builds on it."],
        "effort": ["“Look again” asks for it."],
    }
    hand = review.hand()
    assert hand.recipe is not None
    assert hand.recipe.id == "look"
    assert [card.id for card in hand.dealt_first] == ["aim"]
    assert review.progress() == (0, 4, 9.0)


def test_without_a_recipe_of_its_own_a_deck_deals_what_is_due(home: Home) -> None:
    review = begun(acme(home, NO_RECIPE))
    assert list(dealt(review)) == ["words"]
    assert review.hand().recipe is None
    assert "recipe" not in review.entry


def test_nothing_due_is_an_empty_hand(home: Home) -> None:
    review = begun(acme(home, NO_RECIPE), SPRING)
    assert review.hand().cards == ()
    assert review.progress() == (0, 0, 0)


def test_another_recipe(home: Home) -> None:
    review = begun(acme(home), recipe="other")
    assert dealt(review)["rest"] == ["“Something else” asks for it."]
    assert list(dealt(review)) == ["words", "rest"]
    with pytest.raises(UserError, match=r"no recipe “none”\. It has: short, look, other"):
        begun(review.opened, recipe="none")


def test_another_recipe_midway_adds_its_cards_and_takes_none_away(home: Home) -> None:
    opened = acme(home)
    first = begun(opened)
    before = [card.id for card in first.hand().cards]
    review = begun(opened, recipe="other")
    assert review.id == first.id
    assert set(dealt(review)) >= {"rest", "words"}
    first.choose_recipe("other")
    assert [card.id for card in first.hand().cards] == [*before, "rest"]


def test_an_item_that_was_reworded(home: Home) -> None:
    opened = acme(home, NO_RECIPE, words=None, aim=("a222",))
    opened = again(opened, home, date(2026, 4, 1))
    _rename(opened.strategy, "a222", "Meet people")
    assert opened.save().ok
    review = begun(opened)
    assert dealt(review) == {"aim": ["“Meet people” has been reworded since."]}


def test_findings_waived_ones_not_counted(home: Home) -> None:
    opened = acme(home, NO_RECIPE, goals=None, words=None, budget=900)
    review = begun(opened)
    assert {card: len(why) for card, why in dealt(review).items()} == {"goals": 1, "budget": 1}
    assert all(why[0].startswith("Worth a look: ") for why in dealt(review).values())
    review.end()
    waived = [{"finding": f"{rule}//", "reason": "so it is", "date": "2026-05-01"} for rule in _found(opened.strategy)]
    opened.strategy.lists["waived"] = waived
    assert begun(opened).hand().cards == ()


def _found(strategy: Strategy) -> list[str]:
    from impactcards.strategy.findings import find

    return [finding.id.removesuffix("//") for finding in find(strategy, today=SUMMER)]


def test_hidden_and_skipped_cards_are_not_dealt_unless_the_recipe_names_the_skipped(home: Home) -> None:
    opened = acme(home, mirror=None)
    for card in ("words", "mirror", "goals"):
        opened.strategy.put_off(card, "skipped")
    assert list(dealt(begun(opened))) == ["mirror", "aim", "effort"]


def test_a_card_that_an_answer_shows_comes_in_and_one_that_it_hides_goes(home: Home) -> None:
    review = begun(acme(home))
    review.strategy.set_value("mirror", 5)
    assert "secret" in dealt(review)
    review.strategy.set_value("mirror", 1)
    assert "secret" not in dealt(review)
    assert [card.id for card in review.hand().hidden] == ["secret"]


def test_a_table_without_rows_comes_with_the_card_that_gives_them(home: Home) -> None:
    opened = acme(home, goals=None)
    opened.strategy.put_off("goals", "skipped")
    review = begun(opened)
    assert dealt(review)["goals"] == ["“Effort” builds on it."]
    review.strategy.set_value("goals", (Item("a222", "Meet"),))
    assert "goals" in dealt(review)


def test_the_hand_never_shrinks_and_is_the_same_in_every_window(home: Home) -> None:
    opened = acme(home, budget=900)
    review = begun(opened)
    before = dealt(review)
    review.keep(card_of(review, "words"))
    review.strategy.set_value("budget", 1)
    review.strategy.set_value("aim", ("a222",))
    review.strategy.put_off("mirror", "skipped")
    opened.save()
    assert list(dealt(review)) == list(before)
    other = resumed(again(opened, home))
    assert dealt(other) == dealt(review)


def test_a_card_looked_at_outside_the_hand_belongs_to_it_from_then_on(home: Home) -> None:
    opened = acme(home)
    review = begun(opened)
    review.strategy.set_value("rest", "new")
    assert "rest" not in dealt(review)
    assert review.look(card_of(review, "rest")) == "changed"
    assert "rest" in dealt(review)


def test_kept_twice_is_a_reason_and_asks_one_more_question(home: Home) -> None:
    opened = acme(home)
    for day in (date(2026, 7, 1), date(2026, 10, 1)):
        review = begun(opened, day)
        assert not review.asks_more(card_of(review, "words"))
        assert review.keep(card_of(review, "words"))
        review.end()
    third = begun(opened, date(2026, 10, 2))
    words = card_of(third, "words")
    assert dealt(third)["words"] == [
        "Worth a look: “Words” is as ever.",
        "The answer was kept unchanged in the last 2 reviews.",
    ]
    assert third.asks_more(words)
    third.keep(words, "If nobody laughed any more")
    assert third.entry["cards"]["words"] == {"did": "kept", "why": "If nobody laughed any more"}
    third.strategy.set_value("words", "Other words")
    assert not third.asks_more(words)


def test_changed_in_between_is_not_unchanged(home: Home) -> None:
    opened = acme(home)
    for day, words in ((date(2026, 7, 1), "Hello"), (date(2026, 10, 1), "Changed between two reviews")):
        opened.strategy.set_value("words", words)
        review = begun(opened, day)
        assert review.keep(card_of(review, "words"))
        review.end()
    assert not begun(opened, date(2026, 11, 1)).asks_more(card_of(review, "words"))


def test_a_newer_deck_deals_what_it_changed_or_added_once(home: Home) -> None:
    opened = acme(home, NO_RECIPE, words=None, rest="as it was", budget=3)
    (home.decks / "small.yaml").write_text(
        NO_RECIPE.replace("version: 1.0.0", "version: 1.1.0")
        .replace("title: Rest, prompt: What?", "title: Rest, prompt: What else?")
        .replace("recipes:", "  - {id: new, suit: all, title: New, prompt: What?, answer: {kind: text}}\nrecipes:"),
        encoding="utf-8",
    )
    opened = again(opened, home, date(2026, 6, 1))
    assert opened.newer_deck is not None
    opened.take_newer_deck()
    assert opened.save().ok
    (change,) = again(opened, home).strategy.lists["deck_changes"]
    assert {name: change[name] for name in ("date", "from", "to", "cards")} == {
        "date": "2026-06-01T12:00:00Z",
        "from": "1.0.0",
        "to": "1.1.0",
        "cards": ["rest", "new"],
    }
    review = begun(opened)
    assert dealt(review) == {
        "rest": ["The card changed in the deck on 1 Jun 2026."],
        "new": ["New in the deck since 1 Jun 2026."],
    }
    review.keep(card_of(review, "rest"))
    review.strategy.set_value("new", "mine")
    review.look(card_of(review, "new"))
    review.end()
    assert begun(opened, date(2026, 7, 2)).hand().cards == ()


def test_reasons_are_worded_by_whoever_asks(home: Home) -> None:
    from impactcards.words import words

    review = begun(acme(home))
    (why,) = review.why_dealt(card_of(review, "mirror"))
    assert words("de")(why) == "„Look again“ fragt danach."


def test_hours_of_a_table_are_compared_too(home: Home) -> None:
    opened = acme(home, effort=hours(a222=3))
    review = begun(opened)
    effort = card_of(review, "effort")
    assert review.look(effort) == ""
    opened.strategy.set_value("effort", hours(a222=4))
    assert review.look(effort) == "changed"
    set_day(opened, SUMMER, "12:00:05")
    opened.strategy.set_value("effort", None)
    assert review.look(effort) == "dropped"
