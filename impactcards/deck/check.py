"""``deck check``: everything that is wrong with a deck and its translations, and what their authors might mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from impactcards.deck.author.astray import translations_astray
from impactcards.deck.author.lookup import maps_in, minutes_of
from impactcards.deck.author.missing_words import missing_words
from impactcards.deck.author.remarks import author_remarks, word_remarks
from impactcards.deck.build_parts import flag
from impactcards.deck.format.lookup import list_in, text_in
from impactcards.deck.format.validate import in_file_order, validate
from impactcards.deck.loader import check_base, lay_file_over, overlays_beside, read_bytes, wanted_overlays
from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.words import N_, Message
from impactcards.yamltext import MAX_BYTES, MapNode, Node, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Report(NamedTuple):
    """What was found, and how much was looked at.

    ``counts`` says how many suits, cards, recipes, checks and languages there are, and is empty where no deck could be
    read; ``core`` is how many cards are core, ``minutes`` how long all cards take. ``translated`` is how much of the
    deck stands in each language, in whole percent, its own first; None is for a translation with faults.
    """

    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    counts: Mapping[str, int]
    core: int = 0
    minutes: float = 0.0
    translated: Mapping[str, int | None] = {}


class _Checked(NamedTuple):
    """What was found in one translation; ``percent`` is None where it has faults."""

    faults: list[Fault]
    remarks: list[Fault]
    percent: int | None


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
    found = {tag: _check_overlay(data, path, overlays, tag, max_bytes) for tag in overlays}
    cards = maps_in(base, "cards")
    counts = {name: len(list_in(base, name)) for name in ("suits", "cards", "recipes", "checks")}
    return Report(
        faults=tuple(fault for checked in found.values() for fault in checked.faults),
        remarks=(
            *in_file_order([*remarks, *author_remarks(base, str(path))]),
            *(remark for checked in found.values() for remark in checked.remarks),
            *translations_astray(path, text_in(base, "id"), (path, *overlays.values()), max_bytes),
        ),
        counts={**counts, "languages": 1 + len(overlays)},
        core=sum(flag(card, "core") for card in cards),
        minutes=sum(minutes_of(card) for card in cards),
        translated={text_in(base, "language"): 100, **{tag: checked.percent for tag, checked in found.items()}},
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
    checked = _check_overlay(data, base, {**overlays_beside(base), tag: path}, tag, max_bytes)
    return Report(tuple(checked.faults), tuple(checked.remarks), {}, translated={tag: checked.percent})


def _check_overlay(data: bytes, path: Path, overlays: Mapping[str, Path], tag: str, max_bytes: int) -> _Checked:
    """The faults of one translation, what its words might do better, and those that nobody translated."""
    base, _ = check_base(data, path, max_bytes)
    original, _ = check_base(data, path, max_bytes)
    language = text_in(base, "language")
    words: list[Node] = []
    tags = wanted_overlays(tag, language, overlays) or [tag]
    for layer in tags[:-1]:
        words.extend(lay_file_over(base, overlays[layer], layer, max_bytes).words)
    before = validate(base, str(path))[1]
    laid = lay_file_over(base, overlays[tag], tag, max_bytes)
    if laid.faults or laid.root is None:
        return _Checked(list(laid.faults), [], None)
    file = str(overlays[tag])
    known = {(remark.line, remark.column, str(remark.message)) for remark in before}
    after = [
        remark for remark in validate(base, file)[1] if (remark.line, remark.column, str(remark.message)) not in known
    ]
    remarks = in_file_order([*after, *word_remarks(base, laid.root.source, original, tag, file)])
    translated = missing_words(base, laid.root, [*words, *laid.words], file)
    if tag.lower() == language.lower():
        message = Message(N_("The deck itself is in “{language}”, so this translation is never read."), language=tag)
        return _Checked([], [Fault(file, 0, 0, message)], 100)
    if tag.lower().startswith(f"{language.lower()}-"):  # what it leaves out is right as the deck says it
        return _Checked([], remarks, 100)
    if len(tags) == 1:  # else it changes some words of a more general one, which is remarked by itself
        remarks.extend(translated.remarks)
    return _Checked([], remarks, translated.percent)


def _unreadable(overlays: Mapping[str, Path], max_bytes: int) -> list[Fault]:
    """What can be said of translations while their deck is faulty: whether they can be read, and are YAML."""
    faults: list[Fault] = []
    for path in overlays.values():
        try:
            faults.extend(parse(read_bytes(path, max_bytes), str(path), max_bytes=max_bytes).faults)
        except UserError as error:
            faults.append(Fault(str(path), 0, 0, error.message))
    return faults
