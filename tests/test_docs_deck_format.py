"""The page for authors tells the truth: its decks are right, its parts load, no key is missing, its output is real."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import RunProgram

from impactcards.deck.author import limits
from impactcards.deck.check import check_deck
from impactcards.deck.format.checks import CHECK, COMPARISONS
from impactcards.deck.format.context import MOST_FAULTS
from impactcards.deck.format.entries import DealSpec, RowsSpec
from impactcards.deck.format.maps import Kinds, ListOf, Map, MapOf
from impactcards.deck.format.references import ConditionSpec
from impactcards.deck.format.specs import OneOf, Spec
from impactcards.deck.format.table import DECK
from impactcards.deck.format.where import CELL_TESTS, RESERVED_COLUMNS, WhereSpec
from impactcards.deck.loader import load_deck
from impactcards.deck.translatable import HEAD
from impactcards.yamltext import MAX_BYTES, parse, to_data
from impactcards.yamltext.bounds import MAX_DEPTH

PAGE = (Path(__file__).parent.parent / "docs" / "deck-format.md").read_text(encoding="utf-8")
WHOLE = "### The whole deck"
REFERENCE = "## Writing YAML without surprises"
_FILE = re.compile(r"# ([\w.-]+\.yaml)\n")

Data = dict[str, object]


@dataclass(frozen=True)
class Fenced:
    """A block of the page with the language it is marked as; ``line`` is where it begins."""

    language: str
    text: str
    line: int
    heading: str

    @property
    def file(self) -> str:
        """The file that a reader is to write it to, or an empty string."""
        found = _FILE.match(self.text)
        return found[1] if found else ""

    @property
    def data(self) -> Data:
        document = parse(self.text, f"deck-format.md:{self.line}")
        assert not document.faults, document.faults
        assert document.root is not None
        data = to_data(document.root)
        assert isinstance(data, dict)
        return data

    @property
    def is_deck(self) -> bool:
        return self.language == "yaml" and "format" in self.data

    @property
    def is_part(self) -> bool:
        return self.language == "yaml" and not self.file


def blocks() -> Iterator[Fenced]:
    """The fenced blocks of the page, in order."""
    heading = language = ""
    lines: list[str] | None = None
    begin = 0
    for number, line in enumerate(PAGE.splitlines(), 1):
        if line.startswith("```"):
            if lines is None:
                language, lines, begin = line[3:], [], number + 1
            else:
                yield Fenced(language, "\n".join([*lines, ""]), begin, heading)
                lines = None
        elif lines is not None:
            lines.append(line)
        elif line.startswith("#"):
            heading = line


BLOCKS = list(blocks())
PARTS = [block for block in BLOCKS if block.is_part]
CONSOLES = [block for block in BLOCKS if block.language == "console"]


def merged(deck: Data, part: Data) -> Data:
    """A deck with a part put into it: entries take the place of those with their id, or come last."""
    result = dict(deck)
    for key, value in part.items():
        before = result.get(key)
        if isinstance(value, list) and isinstance(before, list):
            places = {entry["id"]: entry for entry in [*before, *value]}
            result[key] = list(places.values())
        else:
            result[key] = value
    return result


def written(folder: Path, data: Data) -> Path:
    path = folder / "deck.yaml"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")  # JSON is YAML, and quickly written
    return path


def the_deck(heading: str) -> Data:
    return next(block.data for block in BLOCKS if block.is_deck and block.heading == heading)


def parts_before(reference: bool) -> list[Fenced]:
    start = PAGE[: PAGE.index(REFERENCE)].count("\n")
    return [block for block in PARTS if (block.line > start) is reference]


def test_every_block_is_of_a_kind_that_is_tested() -> None:
    assert {block.language for block in BLOCKS} == {"yaml", "console"}
    assert len(PARTS) > 30
    assert len(CONSOLES) > 4


def test_the_steps_lead_to_the_whole_deck(tmp_path: Path) -> None:
    """And each step is a deck that can be checked and played."""
    deck = the_deck("### Step 1: one card")
    for block in parts_before(reference=False):
        deck = merged(deck, block.data)
        report = check_deck(written(tmp_path, deck))
        assert (report.faults, report.remarks) == ((), ()), block.line
    assert deck == the_deck(WHOLE)


def test_every_part_fits_into_the_deck(tmp_path: Path) -> None:
    """One after the other, as somebody who reads on would put them in."""
    deck = the_deck(WHOLE)
    for block in parts_before(reference=True):
        deck = merged(deck, block.data)
        loaded = load_deck(written(tmp_path, deck))
        assert loaded.remarks == (), block.line


def test_whole_decks_are_right_in_every_language(tmp_path: Path) -> None:
    """Those of the tour; the others show faults and remarks, which a console block beside them names."""
    consoles = "".join(block.text for block in CONSOLES)
    for block in BLOCKS:
        if block.file:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
    for name in sorted({block.file for block in BLOCKS if block.is_deck}):
        if f"{name}:" in consoles.replace(f"{name}: nothing wrong.", ""):
            continue
        report = check_deck(tmp_path / name)
        assert (report.faults, report.remarks) == ((), ())
        assert set(report.translated.values()) == {100}
        assert set(report.translated) == {"en", "de"}


@pytest.mark.parametrize("console", CONSOLES, ids=lambda block: block.text.partition("\n")[0])
def test_a_console_shows_what_the_program_prints(tmp_path: Path, run_program: RunProgram, console: Fenced) -> None:
    """With the files that stand above it on the page."""
    for block in BLOCKS:
        if block.file and block.line < console.line:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
    command, _, shown = console.text.partition("\n")
    assert command.startswith("$ impactcards ")
    done = run_program(*shlex.split(command)[2:], cwd=tmp_path)
    assert done.stdout + done.stderr == shown


def reachable(spec: Spec) -> Iterator[Map]:
    """Every map of the format, variants of kinds aside."""
    if isinstance(spec, Map):
        yield spec
        for key in spec.keys.values():
            yield from reachable(key.spec)
    elif isinstance(spec, ListOf):
        yield from reachable(spec.entry)
    elif isinstance(spec, Kinds):
        for variant in spec.variants.values():
            yield from (found for found in reachable(variant) if found is not variant)
    elif isinstance(spec, RowsSpec):
        yield from (*reachable(spec.fixed), *reachable(spec.each))
    elif isinstance(spec, DealSpec):
        yield from (spec.card, spec.pause)


def inside(spec: Spec, *keys: str) -> Spec:
    """What stands under keys of the format; of a list, its entries."""
    for key in keys:
        assert isinstance(spec, Map)
        spec = spec.keys[key].spec
        spec = spec.entry if isinstance(spec, ListOf) else spec
    return spec


def kinds(spec: Spec) -> Kinds:
    assert isinstance(spec, Kinds)
    return spec


ANSWER = kinds(inside(DECK, "cards", "answer"))
COLUMN = kinds(inside(ANSWER.variants["table"], "columns"))


def key_tables() -> list[tuple[str, dict[str, bool]]]:
    """The page's tables of keys with their headings: each key, and whether it is needed."""
    found: list[tuple[str, dict[str, bool]]] = []
    heading = ""
    for line in PAGE.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("| key |"):
            found.append((heading, {}))
        elif (row := re.match(r"\| `([a-z_]+)` \| (needed )?\| ", line)) is not None:
            found[-1][1][row[1]] = row[2] is not None
    return found


TABLES = key_tables()


def needed(spec: Map) -> dict[str, bool]:
    return {name: key.required for name, key in spec.keys.items()}


def table_under(heading: str) -> dict[str, bool]:
    """The only table of keys under a heading; none is needed where a kind has no keys of its own."""
    return next((keys for where, keys in TABLES if where == heading), {})


def test_every_map_of_the_format_has_its_table() -> None:
    """With all its keys, and no others; and no table tells of keys that are none."""
    told = [keys for _, keys in TABLES]
    known = [needed(spec) for spec in reachable(DECK)]
    assert [keys for keys in known if keys not in told] == []
    of_kinds = [table_under(name) for name in (*ANSWER.variants, *CHECK.variants, "Checks")]
    of_column = next(keys for keys in told if "cover" in keys)
    assert [keys for keys in told if keys not in (*known, *of_kinds, of_column, dict.fromkeys(HEAD, True))] == []


@pytest.mark.parametrize("kind", list(ANSWER.variants))
def test_keys_of_each_kind_of_answer(kind: str) -> None:
    """``kind`` itself is told once for all."""
    assert {"kind": True, **table_under(kind)} == needed(ANSWER.variants[kind])


@pytest.mark.parametrize("kind", list(COLUMN.variants))
def test_keys_of_each_kind_of_column(kind: str) -> None:
    """Those of every column, and those of the kind."""
    of_column = next(keys for _, keys in TABLES if "cover" in keys)
    assert {**of_column, **table_under(kind)} == needed(COLUMN.variants[kind])


@pytest.mark.parametrize("form", list(CHECK.variants))
def test_keys_of_each_form_of_check(form: str) -> None:
    """Those of every check, and those of the form."""
    assert {**table_under("Checks"), **table_under(form)} == needed(CHECK.variants[form])


class Used:
    """Which keys of the format the examples of the page use, and which words of conditions and ``where``."""

    def __init__(self) -> None:
        self.keys: set[tuple[Map, str]] = set()
        self.condition: set[str] = set()
        self.where: set[str] = set()
        for block in BLOCKS:
            if block.language == "yaml" and block.file != "broken.yaml":
                self.visit(DECK, block.data)

    def visit(self, spec: Spec, data: object) -> None:
        if isinstance(data, list):
            whole = spec.fixed if isinstance(spec, RowsSpec) else spec
            if isinstance(whole, ListOf):
                for entry in data:
                    self.visit(whole.entry, entry)
        elif isinstance(data, dict):
            self.map(spec, data)

    def map(self, spec: Spec, data: Data) -> None:
        if isinstance(spec, Kinds):
            spec = spec.variants[str(data[spec.by])]
        elif isinstance(spec, RowsSpec):
            spec = spec.each
        elif isinstance(spec, DealSpec):
            spec = spec.pause if "break" in data else spec.card
        if isinstance(spec, ConditionSpec):
            self.condition |= set(names_in(data))
        elif isinstance(spec, WhereSpec):
            self.where |= set(names_in(data))
        elif isinstance(spec, Map):
            for name, key in spec.keys.items():
                if name in data:
                    self.keys.add((spec, name))
                    self.visit(key.spec, data[name])


def names_in(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from names_in(inner)


def test_every_key_has_an_example() -> None:
    """In a block that is tested. What all kinds share needs one example, what one kind has needs its own."""
    used = Used()
    assert [name for spec in reachable(DECK) for name in spec.keys if (spec, name) not in used.keys] == []
    for spec in (ANSWER, COLUMN, CHECK):
        variants = spec.variants.values()
        shared = set.intersection(*(set(variant.keys) for variant in variants))
        for kind, variant in spec.variants.items():
            for name in variant.keys:
                among = variants if name in shared else [variant]
                assert any((one, name) in used.keys for one in among), (kind, name)
    assert used.condition >= {"card", "answered", "has", "below", "above", "all", "any", "not"}
    assert used.where >= {*CELL_TESTS, *RESERVED_COLUMNS}


def test_every_word_with_a_meaning_is_named() -> None:
    """Colours, mistakes, kinds, forms, comparisons, places."""

    def words(spec: Spec) -> Iterator[str]:
        if isinstance(spec, OneOf):
            yield from spec.words
        elif isinstance(spec, ListOf):
            yield from words(spec.entry)
        elif isinstance(spec, MapOf):
            yield from (*words(spec.key), *words(spec.entry))

    variants = [variant for spec in (ANSWER, COLUMN, CHECK) for variant in spec.variants.values()]
    named = {word for spec in (*reachable(DECK), *variants) for key in spec.keys.values() for word in words(key.spec)}
    assert {*COMPARISONS, "amber", "until-review", "no-strategy"} < named
    told = {*re.findall(r"`([^`\n]+)`", PAGE), *(where for where, _ in TABLES), "date"}
    assert named - told == set()
    assert set(CELL_TESTS) <= told


def test_limits_are_those_of_the_program() -> None:
    """The table of lengths, and what is refused of hostile files."""
    rows = dict(
        re.findall(r"^\| `(title|prompt|why|hints|example|pitfall)` \| ([^|]*\d[^|]*?) \|$", PAGE, re.MULTILINE)
    )
    most = limits.MOST_WORDS
    assert rows == {
        "title": f"{limits.LONGEST_TITLE} characters",
        "prompt": f"{most['prompt']} words",
        "why": f"{most['why']} words",
        "hints": f"{limits.FEWEST_HINTS} to {limits.MOST_HINTS}, each {most['hints']} words",
        "example": f"{most['example']} words; of a table, {limits.MOST_WORDS_OF_A_TABLE}",
        "pitfall": f"{most['pitfall']} words",
    }
    for sentence in (
        f"at most {MAX_BYTES // 1_000_000} MB.",
        f"at most {MAX_DEPTH} deep.",
        f"more than {MOST_FAULTS} faults",
        "15 % more",
    ):
        assert sentence in PAGE


def test_links_within_the_page_lead_somewhere() -> None:
    """A heading's anchor is its words, small, with hyphens."""
    anchors = {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in PAGE.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) - anchors == set()
