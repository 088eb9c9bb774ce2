"""strategy.yaml read: its header, its answers, its lists, what is wrong in it, and the pieces its text is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from impactcards.deck.model import Deck
from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.records import record
from impactcards.strategy.answer_data import clean_data, read_answer
from impactcards.strategy.slices import Slices, cut
from impactcards.strategy.strategy import LISTS
from impactcards.strategy.units import ANSWERS, FORMAT, Key, identified
from impactcards.words import N_, Message
from impactcards.yamltext import ListNode, MapNode, is_null, read

#: The name of the file in every strategy folder.
STRATEGY_FILE = "strategy.yaml"

#: The folder of its versions: ``YYYY-MM-DDTHHMMSSZ LABEL.yaml``.
VERSIONS = "versions"

#: A strategy grows for years, and it is a person's own file; this only keeps a wrong file from filling the memory.
MAX_BYTES = 64_000_000

# What git leaves in a file that it could not merge; no line that this program writes begins so.
_UNMERGED = re.compile(rb"\n<{7} ")

_TEXTS = ("name", "deck", "deck_version", "language", "created", "recipe")


class NewerFormat(UserError):
    """The file was written by a newer program. It is neither opened nor overwritten."""


@record
class Parsed:
    """A file that is YAML and a strategy; its answers are not read yet, because that takes the deck.

    ``header`` holds the known texts that stand before the answers, ``extra`` every key this program does not know.
    """

    file: str
    root: MapNode
    slices: Slices
    header: Mapping[str, str]
    extra: Mapping[str, Any]


@record
class Contents:
    """What a file says: its units, and the slices that hold exactly these units.

    ``faults`` lists what is kept raw. ``unwritable`` is set if the file must not be written at all.
    """

    units: Mapping[Key, Any]
    slices: Slices
    faults: tuple[Fault, ...] = ()
    unwritable: Message | None = None


def parse(data: bytes, file: str = STRATEGY_FILE) -> Parsed:
    """Read a file as far as it can be read without its deck.

    Raises :class:`FaultyFile` if it is damaged, and :class:`NewerFormat`.
    """
    unmerged = _UNMERGED.search(b"\n" + data)
    if unmerged:
        line = data.count(b"\n", 0, unmerged.start()) + 1
        raise FaultyFile([Fault(file, line, 1, Message(N_("Git could not merge what follows. Keep one side of it.")))])
    document = read(data, file, max_bytes=MAX_BYTES)
    root = document.root
    if not isinstance(root, MapNode):
        raise FaultyFile(
            [Fault(file, 1, 1, Message(N_("This file is no strategy: it should begin with “format: 1”.")))]
        )
    _check_format(root, file)
    header: dict[str, str] = {}
    faults = []
    extra = {}
    for name, node in root.value.items():
        if name in _TEXTS:
            if not isinstance(node.value, str):
                faults.append(Fault(file, node.line, node.column, Message(N_("“{key}” is a text."), key=name)))
            elif node.value and not is_null(node):
                header[name] = str(clean_text(node.value))
        elif name not in LISTS and name not in (ANSWERS, "format"):
            extra[name] = clean_data(node)
    if faults:
        raise FaultyFile(faults)
    return Parsed(file, root, cut(document.text, root), header, extra)


def clean_text(text: str) -> str:
    """A text of the header: cleaned, on one line."""
    from impactcards.strategy.names import one_line

    return one_line(text)


def _check_format(root: MapNode, file: str) -> None:
    node = root.value.get("format")
    number = clean_data(node) if node is not None else None
    if isinstance(number, int) and number > FORMAT:
        raise NewerFormat(
            Message(
                N_("{file} is from a newer Impact Cards (format {format}) and was left as it is. Update the program."),
                file=file,
                format=number,
            )
        )
    if number != FORMAT or isinstance(number, bool):
        line, column = (node.line, node.column) if node is not None else (1, 1)
        raise FaultyFile(
            [Fault(file, line, column, Message(N_("This file is no strategy: it should begin with “format: 1”.")))]
        )


def contents(parsed: Parsed, deck: Deck) -> Contents:
    """Everything the file says, with the answers read as ``deck`` asks for them. Never raises."""
    units: dict[Key, Any] = {("format", ""): FORMAT}
    units.update(((name, ""), parsed.header[name]) for name in _TEXTS if name in parsed.header)
    faults: list[Fault] = []
    unwritable = _read_answers(parsed, deck, units, faults)
    for section in LISTS:
        node = parsed.root.value.get(section)
        if node is None or is_null(node):
            continue
        if not isinstance(node, ListNode) or not all(isinstance(entry, MapNode) for entry in node.value):
            faults.append(
                Fault(
                    parsed.file,
                    node.line,
                    node.column,
                    Message(N_("“{key}” is a list of entries with keys."), key=section),
                )
            )
            unwritable = True
            continue
        units.update(((section, unit), entry) for unit, entry in identified(section, clean_data(node)))
    units.update(((name, ""), value) for name, value in parsed.extra.items())
    reason = None
    if unwritable:
        reason = Message(
            N_("Part of {file} cannot be read ({fault}). Mend it there; until then nothing here can be changed."),
            file=parsed.file,
            fault=f"{faults[-1].line}:{faults[-1].column}",
        )
    return Contents(units, parsed.slices, tuple(faults), reason)


def _read_answers(parsed: Parsed, deck: Deck, units: dict[Key, Any], faults: list[Fault]) -> bool:
    node = parsed.root.value.get(ANSWERS)
    if node is None or is_null(node):
        return False
    if not isinstance(node, MapNode):
        faults.append(
            Fault(parsed.file, node.line, node.column, Message(N_("“answers” holds an entry for each card's id.")))
        )
        return True
    for card_id, entry in node.value.items():
        answer, found = read_answer(deck.card(card_id), entry, parsed.file)
        faults += found
        if not answer.blank:  # the place of a card without an answer
            units[ANSWERS, card_id] = answer
    return False
