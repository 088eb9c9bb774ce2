"""The words of the interface: gettext catalogues, asked late and in a language that is passed in.

A sentence is written in English where it is needed and marked for translation by the function that carries it:
``say("Next card")``, ``say.plural("{n} card", "{n} cards", n)`` or ``Message(N_("…"), …)``. A room that knows no
language (a deck's fault, a strategy's finding) makes a :class:`Message`; whoever shows it turns it into words.

Placeholders are ``{name}`` and are replaced once: what a person typed is never read as a placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from impactcards.records import record

LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "impactcards"

#: The languages the interface is written in; the first is the source.
INTERFACE_LANGUAGES = ("en", "de")

_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_-]*)\}")


def N_(text: str) -> str:
    """Mark a sentence for translation without translating it here."""
    return text


def fill_in(text: str, params: Mapping[str, object]) -> str:
    """Replace each ``{name}`` of ``text`` that ``params`` knows, once; anything else stays as it is."""
    return _PLACEHOLDER.sub(lambda found: str(params.get(found[1], found[0])), text)


@record
class Message:
    """A sentence that is not in any language yet: its English text and what to put into it."""

    text: str
    params: Mapping[str, object]

    def __init__(self, text: str, **params: object) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "params", params)

    def __str__(self) -> str:
        return fill_in(self.text, self.params)


class _Catalogue(Protocol):
    """What of gettext's catalogues is used here."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, one: str, many: str, n: int, /) -> str: ...


class _Source:
    """English: the sentences as they stand in the source. gettext is loaded only for another language."""

    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        return one if n == 1 else many


class Words:
    """The interface's sentences in one language. Call it with an English sentence or a :class:`Message`."""

    def __init__(self, language: str, catalogue: _Catalogue) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str | Message, /, **params: object) -> str:
        text, values = (
            (message.text, {**message.params, **params}) if isinstance(message, Message) else (message, params)
        )
        said = self._catalogue.gettext(text) if text else ""
        return fill_in(said, {name: self._word(value) for name, value in values.items()}) if values else said

    def plural(self, one: str, many: str, n: int, /, **params: object) -> str:
        """The form of a sentence for ``n`` things; ``{n}`` in it is the number."""
        values = {"n": n, **{name: self._word(value) for name, value in params.items()}}
        return fill_in(self._catalogue.ngettext(one, many, n), values)

    def quoted(self, text: str) -> str:
        """A title or a word of somebody's, in the language's quotation marks."""
        return self("“{words}”", words=text)

    def _word(self, value: object) -> object:
        return self(value) if isinstance(value, Message) else value


def closest_language(wanted: str, available: tuple[str, ...] | list[str]) -> str | None:
    """The best of ``available`` for the BCP 47 tag ``wanted``, falling back tag by tag (de-x-sie, de); None if none."""
    by_folded = {tag.replace("_", "-").lower(): tag for tag in available}
    parts = wanted.replace("_", "-").lower().split("-")
    while parts:
        found = by_folded.get("-".join(parts))
        if found is not None:
            return found
        parts.pop()
    return None


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    """The interface in ``language`` (a BCP 47 tag), or in English where it is not translated."""
    tag = closest_language(language, INTERFACE_LANGUAGES) or INTERFACE_LANGUAGES[0]
    if tag == INTERFACE_LANGUAGES[0]:
        return Words(tag, _Source())
    import gettext

    return Words(tag, gettext.translation(DOMAIN, LOCALE_FOLDER, [tag.replace("-", "_")], fallback=True))
