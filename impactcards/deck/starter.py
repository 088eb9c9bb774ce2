"""A commented deck to begin with, for authors: five cards that show several kinds of answers, a recipe and a check."""

from __future__ import annotations

from pathlib import Path

from impactcards.text import clean
from impactcards.words import closest_language
from impactcards.yamltext import dump

_TEMPLATES = Path(__file__).parent / "templates"
_LANGUAGES = ("en", "de")
_ID_LINE = "id: my-deck\n"


def starter_deck(deck_id: str = "my-deck", title: str = "", language: str = "en") -> str:
    """The text of a starter deck with this id and title, in ``language`` if it is written in that, else in English."""
    tag = closest_language(language, _LANGUAGES) or _LANGUAGES[0]
    text = (_TEMPLATES / f"starter.{tag}.yaml").read_text(encoding="utf-8")
    text = text.replace("\n" + _ID_LINE, "\n" + dump({"id": deck_id}), 1)
    if title := " ".join(clean(title).split()):
        before, _, after = text.partition("\ntitle: ")
        text = before + "\n" + dump({"title": title}) + after.partition("\n")[2]
    return text
