"""Reading the names of options and items that a person typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.strategy.kinds.base import NotUnderstood, Place
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NUMBER = re.compile(r"[0-9]{1,4}\.?")


def find_name(name: str, names: Mapping[str, str]) -> str | None:
    """The id whose text is ``name``: exactly, else letter case and spaces aside. ``names`` is id -> text."""
    for option_id, text in names.items():
        if text == name:
            return option_id
    folded = fold(name)
    return next((option_id for option_id, text in names.items() if fold(text) == folded), None)


def fold(text: str) -> str:
    """A text for comparing: letter case, spaces at the ends and runs of spaces aside."""
    return " ".join(text.casefold().split())


def quoted(names: Sequence[str]) -> Message:
    """Names parted by commas, each in the quotation marks of the language in which it is said."""
    said = {f"n{n}": Message(N_("“{name}”"), name=name) for n, name in enumerate(names)}
    return Message(", ".join(f"{{{key}}}" for key in said), **said)


def parse_names(text: str, place: Place) -> tuple[str, ...]:
    """The ids of what was typed: numbers as listed, names, or ids, parted by commas, semicolons or lines.

    A name may itself contain a comma. Raises :class:`NotUnderstood` with every name that is none.
    """
    names = {option_id: option.title for option_id, option in place.options.items()}
    known: dict[str, None] = {}
    unknown: list[str] = []
    parts = [part.strip() for part in re.split(r"[\n;]" if re.search(r"[\n;]", text) else r",", text)]
    parts = [part for part in parts if part]
    while parts:
        for length in range(len(parts), 0, -1):
            found = _find(", ".join(parts[:length]), names)
            if found is not None:
                known[found] = None
                parts = parts[length:]
                break
        else:
            unknown.append(parts.pop(0))
    if unknown:
        message = Message(N_("{names}: not among what can be chosen here."), names=quoted(unknown))
        raise NotUnderstood(message, tuple(known), tuple(unknown))
    return tuple(known)


def _find(typed: str, names: Mapping[str, str]) -> str | None:
    found = find_name(typed, names)
    if found is None and typed in names:
        return typed
    if found is None and _NUMBER.fullmatch(typed):
        index = int(typed.rstrip(".")) - 1
        return list(names)[index] if 0 <= index < len(names) else None
    return found
