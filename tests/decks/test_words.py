"""How the bundled decks are worded: short enough to be played, in plain words, and sure of what they claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.model import Card, Deck

ReadDeck = Callable[..., Deck]

BUNDLED = ("crisis-drill", "first-steps", "social-media-strategy")
BOTH = pytest.mark.parametrize(("name", "language"), [(name, tag) for name in BUNDLED for tag in ("en", "de")])
ENGLISH = pytest.mark.parametrize("name", BUNDLED)

#: Words that sell, belittle or need explaining; as whole words, letter case aside in English.
FORBIDDEN = {
    "en": ("just", "simply", "engagement", "content is king", "viral", "touchpoint", "stakeholder", "low-hanging"),
    "de": ("Content", "Posting", "Engagement", "User", "Follower-Power", "Mehrwert", "zeitnah"),
}

#: A card that names a platform is out of date first, and takes sides.
PLATFORMS = re.compile(
    r"\b(?:Bluesky|Discord|Facebook|Flickr|Fediverse|Google|Instagram|LinkedIn|Mastodon|Medium|Messenger|"
    r"Nextdoor|Patreon|Pinterest|Reddit|Signal|Slack|Snapchat|Spotify|Substack|Telegram|Threads|"
    r"TikTok|Tumblr|Twitch|Twitter|Vimeo|WeChat|WhatsApp|Wikipedia|X|Xing|YouTube|ChatGPT|Claude|"
    r"Copilot|Gemini|Perplexity)\b"
)

_STEP = re.compile(r"(?:^|(?<=[.;?] ))(\d+) (minutes?|seconds|Minuten?|Sekunden)\b")
_MARKDOWN = re.compile(r"[*_`]|\]\(|^\s*(?:#|>|[-+] )|<[a-z/!]", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.?…][”“]?(?: (?![a-z])|$)")


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def seconds(facilitation: str) -> list[int]:
    """How long each step of a facilitation takes."""
    return [int(count) * (60 if unit.startswith(("min", "Min")) else 1) for count, unit in _STEP.findall(facilitation)]


def texts(card: Card) -> Iterator[str]:
    """Everything that a card says on its front and back."""
    yield from (card.title, card.prompt, card.why, *card.hints, card.example, card.pitfall, card.facilitation)
    yield from (fact.text for fact in card.facts)
    for column in card.answer.columns if isinstance(card.answer, TableAnswer) else ():
        yield from (column.title, column.missing, column.uncovered)


@ENGLISH
def test_cards_keep_to_the_limits_of_their_words(read_deck: ReadDeck, name: str) -> None:
    for card in read_deck(name).cards:
        assert 2 <= words(card.title) <= 8, card.id
        assert len(card.title) <= 34, card.id
        assert words(card.prompt) <= 30, card.id
        assert words(card.why) <= 45, card.id
        assert 2 <= len(card.hints) <= 4, card.id
        assert all(words(hint) <= 16 for hint in card.hints), card.id
        assert words(card.example) <= (75 if isinstance(card.answer, TableAnswer) else 60), card.id
        assert words(card.pitfall) <= 30, card.id


@ENGLISH
def test_a_why_is_two_sentences(read_deck: ReadDeck, name: str) -> None:
    for card in read_deck(name).cards:
        unquoted = re.sub("“[^”]*”", "“…”", card.why.strip())
        assert len(_SENTENCE_END.findall(unquoted)) == 2, card.id


@BOTH
def test_titles_fit_a_card_in_every_language(read_deck: ReadDeck, name: str, language: str) -> None:
    assert [card.title for card in read_deck(name, language).cards if len(card.title) > 34] == []


@BOTH
def test_three_steps_fill_a_cards_minutes_and_the_last_one_parks(read_deck: ReadDeck, name: str, language: str) -> None:
    for card in read_deck(name, language).cards:
        steps = seconds(card.facilitation)
        assert (len(steps), sum(steps)) == (3, card.minutes * 60), card.id
        assert {"en": "ark ", "de": "Parkplatz"}[language] in card.facilitation, card.id


@BOTH
def test_a_pitfall_quotes_the_usual_bad_answer(read_deck: ReadDeck, name: str, language: str) -> None:
    quoted = {"en": "“[^”]+”", "de": "„[^“]+“"}[language]
    assert [card.id for card in read_deck(name, language).cards if not re.search(quoted, card.pitfall)] == []


@BOTH
def test_a_prompt_is_free_of_brackets_and_of_platforms(read_deck: ReadDeck, name: str, language: str) -> None:
    for card in read_deck(name, language).cards:
        assert not re.search(r"[()\[\]]", card.prompt), card.id
        assert not PLATFORMS.search(card.prompt), card.id


@BOTH
def test_no_text_is_markup_or_shouts(read_deck: ReadDeck, name: str, language: str) -> None:
    for card in read_deck(name, language).cards:
        for text in texts(card):
            assert not _MARKDOWN.search(text), (card.id, text)
            assert "!" not in text, (card.id, text)


@BOTH
def test_no_text_uses_a_word_that_sells_or_needs_explaining(read_deck: ReadDeck, name: str, language: str) -> None:
    forbidden = re.compile(
        rf"\b(?:{'|'.join(FORBIDDEN[language])})\b", re.IGNORECASE if language == "en" else re.NOFLAG
    )
    deck = read_deck(name, language)
    said = [text for card in deck.cards for text in texts(card)]
    said += [part for recipe in deck.recipes for part in (recipe.title, recipe.about, recipe.audience)]
    said += [step.gives for recipe in deck.recipes for step in recipe.deals]
    said += [check.says for check in deck.checks]
    assert [text for text in said if forbidden.search(text)] == []


@BOTH
def test_quotation_marks_are_those_of_the_language(read_deck: ReadDeck, name: str, language: str) -> None:
    deck = read_deck(name, language)
    for text in [*(text for card in deck.cards for text in texts(card)), *(check.says for check in deck.checks)]:
        assert not re.search("[\"'´`]", text), text
        opened, closed = ("“", "”") if language == "en" else ("„", "“")
        assert text.count(opened) == text.count(closed), text


@BOTH
def test_a_fact_has_a_place_a_date_and_a_source(read_deck: ReadDeck, name: str, language: str) -> None:
    for card in read_deck(name, language).cards:
        for fact in card.facts:
            assert fact.place, card.id
            assert fact.source, card.id
            assert re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", fact.as_of), card.id


def test_only_these_cards_state_what_the_law_says(social: Deck) -> None:
    assert {card.id for card in social.cards if card.facts} == {
        "raw-material",
        "voices",
        "ads",
        "legal-signs",
        "ai-use",
        "access",
    }
    assert "legal advice" in social.about


@ENGLISH
def test_cards_point_to_cards_by_their_title(read_deck: ReadDeck, name: str) -> None:
    for language, pointing in (("en", "cards? “([^”]+)”"), ("de", "Karten? „([^“]+)“")):
        deck = read_deck(name, language)
        titles = {card.title for card in deck.cards}
        for card in deck.cards:
            for text in texts(card):
                assert {named.rstrip(",") for named in re.findall(pointing, text)} <= titles, (card.id, text)
