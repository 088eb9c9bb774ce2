"""``deck check``: everything that is wrong with a deck and its translations, and what their authors might mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from impactcards.deck.author_remarks import author_remarks
from impactcards.deck.format.lookup import list_in, text_in
from impactcards.deck.format.validate import in_file_order, validate
from impactcards.deck.loader import check_base, lay_file_over, overlays_beside, read_bytes, wanted_overlays
from impactcards.deck.missing_words import missing_words
from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.words import N_, Message
from impactcards.yamltext import MAX_BYTES, MapNode, Node, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Report(NamedTuple):
    """What was found: faults, remarks, and how many suits, cards, recipes, checks and languages there are."""

    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    counts: Mapping[str, int]


def check_deck(path: Path, *, max_bytes: int = MAX_BYTES) -> Report:
    """Check a deck with every translation beside it; or, where ``path`` is a translation, that one against its deck."""
    data = read_bytes(path, max_bytes)
    root = parse(data, str(path), max_bytes=max_bytes).root
    if isinstance(root, MapNode) and "translates" in root.value:
        return _check_translation(path, root, max_bytes)
    overlays = overlays_beside(path)
    try:
        base, remarks = check_base(data, path, max_bytes)
    except FaultyFile as error:
        return Report((*error.faults, *_unreadable(overlays, max_bytes)), (), {})
    found = [_check_overlay(data, path, overlays, tag, max_bytes) for tag in overlays]
    counts = {name: len(list_in(base, name)) for name in ("suits", "cards", "recipes", "checks")}
    return Report(
        tuple(fault for faults, _ in found for fault in faults),
        (
            *in_file_order([*remarks, *author_remarks(base, str(path))]),
            *(remark for _, missing in found for remark in missing),
        ),
        {**counts, "languages": 1 + len(overlays)},
    )


def _check_translation(path: Path, root: Node, max_bytes: int) -> Report:
    """A translation by itself: its deck is looked for beside it."""
    name, _, tag = path.stem.rpartition(".")
    base = next(
        (file for file in (path.with_name(name + suffix) for suffix in (".yaml", ".yml")) if file.is_file()), None
    )
    if base is None or not name:
        message = N_("This translates “{deck}”, but there is no {file} beside it.")
        where = root.value["translates"] if isinstance(root, MapNode) else root
        fault = Fault(
            str(path),
            where.line,
            where.column,
            Message(message, deck=text_in(root, "translates"), file=f"{name or text_in(root, 'translates')}.yaml"),
        )
        return Report((fault,), (), {})
    data = read_bytes(base, max_bytes)
    try:
        check_base(data, base, max_bytes)
    except FaultyFile as error:
        return Report(error.faults, (), {})
    faults, remarks = _check_overlay(data, base, {**overlays_beside(base), tag: path}, tag, max_bytes)
    return Report(tuple(faults), tuple(remarks), {})


def _check_overlay(
    data: bytes, path: Path, overlays: Mapping[str, Path], tag: str, max_bytes: int
) -> tuple[list[Fault], list[Fault]]:
    """The faults of one translation, and the words that it and the more general ones leave out."""
    base, _ = check_base(data, path, max_bytes)
    words: list[Node] = []
    tags = wanted_overlays(tag, text_in(base, "language"), overlays) or [tag]
    for layer in tags[:-1]:
        words.extend(lay_file_over(base, overlays[layer], layer, max_bytes).words)
    before = validate(base, str(path))[1]
    laid = lay_file_over(base, overlays[tag], tag, max_bytes)
    if laid.faults:
        return list(laid.faults), []
    file = str(overlays[tag])
    known = {(remark.line, remark.column, str(remark.message)) for remark in before}
    after = [
        remark for remark in validate(base, file)[1] if (remark.line, remark.column, str(remark.message)) not in known
    ]
    if len(tags) > 1:  # it only changes some words of a more general one, which is remarked by itself
        return [], after
    return [], [*after, *missing_words(base, laid.root, [*words, *laid.words], file)]


def _unreadable(overlays: Mapping[str, Path], max_bytes: int) -> list[Fault]:
    """What can be said of translations while their deck is faulty: whether they can be read, and are YAML."""
    faults: list[Fault] = []
    for path in overlays.values():
        try:
            faults.extend(parse(read_bytes(path, max_bytes), str(path), max_bytes=max_bytes).faults)
        except UserError as error:
            faults.append(Fault(str(path), 0, 0, error.message))
    return faults
