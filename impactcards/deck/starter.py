"""A commented deck to begin with, for authors: five cards that show several kinds of answers, a recipe and a check."""

from __future__ import annotations

import os
from pathlib import Path

from impactcards.deck.format.specs import id_from, is_id
from impactcards.deck.loader import DECK_SUFFIXES
from impactcards.faults import UserError
from impactcards.text import clean, shortened
from impactcards.words import N_, Message, closest_language
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


def begin(file_or_id: str, folder: Path, *, language: str = "en") -> Path:
    """Write a starter deck to a new file, or under an id into the user's ``folder`` of decks; the path of the file."""
    path = Path(os.path.expanduser(file_or_id))  # noqa: PTH111 (unlike the method of Path, it takes any text)
    if path.suffix not in DECK_SUFFIXES and path.name == file_or_id:
        if not is_id(file_or_id):
            message = N_("“{word}” cannot be an id. Ids are lower-case words joined by hyphens, such as “{guess}”.")
            raise UserError(Message(message, word=shortened(file_or_id), guess=id_from(file_or_id)))
        path = folder / f"{file_or_id}.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(starter_deck(id_from(path.stem), language=language))
    except FileExistsError:
        raise UserError(Message(N_("{file} is already there. Choose another name."), file=path)) from None
    except (OSError, ValueError) as error:
        message = N_("{file} cannot be written: {problem}.")
        raise UserError(Message(message, file=path, problem=getattr(error, "strerror", None) or error)) from None
    return path
