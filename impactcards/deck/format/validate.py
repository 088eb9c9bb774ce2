"""Checking a whole deck file against the table: every fault at once, in file order."""

from __future__ import annotations

import contextlib

from impactcards.deck.format.context import Context, TooManyFaultsError
from impactcards.deck.format.index import Index
from impactcards.deck.format.lookup import absent, text_in
from impactcards.deck.format.table import DECK, FORMAT
from impactcards.faults import Fault
from impactcards.words import N_, Message
from impactcards.yamltext import MapNode, Node, Scalar, as_int


def validate(root: Node, file: str) -> tuple[list[Fault], list[Fault]]:
    """The faults and the remarks of a deck's tree. A tree without faults can be built into a deck."""
    if newer := newer_format(root, file):
        return [newer], []
    if isinstance(root, Scalar) and absent(root):
        return [
            Fault(file, 1, 1, Message(N_("The file is empty. “impactcards deck new” writes a deck to begin with.")))
        ], []
    if isinstance(root, MapNode) and "translates" in root.value and "cards" not in root.value:
        place = root.keys["translates"]
        message = N_("This is a translation of “{deck}”. Name the file of the deck itself.")
        return [Fault(file, place.line, place.column, Message(message, deck=text_in(root, "translates")))], []
    context = Context(file, Index.of(root))
    with contextlib.suppress(TooManyFaultsError):
        DECK.check(root, context, "deck")
    return in_file_order(context.faults), in_file_order(context.remarks)


def newer_format(root: Node, file: str) -> Fault | None:
    """The one fault of a file that this program is too old for."""
    node = root.value.get("format") if isinstance(root, MapNode) else None
    number = as_int(node) if node is not None else None
    if node is None or number is None or number <= FORMAT:
        return None
    return Fault(
        file,
        node.line,
        node.column,
        Message(
            N_(
                "This deck is written in format {format} and needs a newer Impact Cards; this one reads format {known}."
            ),
            format=number,
            known=FORMAT,
        ),
    )


def in_file_order(faults: list[Fault]) -> list[Fault]:
    """Sorted by place; what has no place comes last."""
    return sorted(faults, key=lambda fault: (not fault.line, fault.line, fault.column))
