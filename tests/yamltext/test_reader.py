"""Places are right to the character, and no file can do more than be wrong."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from impactcards.faults import FaultyFile
from impactcards.yamltext import Node, events, first_of, parse, read, to_data


@pytest.fixture(params=["C", "Python"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds with PyYAML's C half and without it."""
    if request.param == "Python":
        monkeypatch.setattr(events, "parser_class", events.PurePythonParser)


def pieces(text: str, node: Node) -> list[tuple[str, str]]:
    """Each scalar's value with what its marks cut out of the text."""
    if node.kind == "scalar":
        return [(node.value, text[node.start : node.end])]
    if node.kind == "list":
        return [piece for entry in node.value for piece in pieces(text, entry)]
    return [
        piece for key, entry in node.value.items() for piece in (*pieces(text, node.keys[key]), *pieces(text, entry))
    ]


@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encode", [True, False])
def test_marks_count_characters(begin: str, end: str, encode: bool) -> None:
    """Umlauts, emoji, a byte order mark and line ends of Windows move no mark."""
    text = end.join(["grüße: 😀😀 é", "b: ['ü', \"😀\", plain]", "c: {d: e}", "f:", "  - g", ""])
    document = read((begin + text).encode() if encode else begin + text)
    assert document.text == text
    assert document.root is not None
    assert pieces(text, document.root) == [
        ("grüße", "grüße"),
        ("😀😀 é", "😀😀 é"),
        ("b", "b"),
        ("ü", "'ü'"),
        ("😀", '"😀"'),
        ("plain", "plain"),
        ("c", "c"),
        ("d", "d"),
        ("e", "e"),
        ("f", "f"),
        ("g", "g"),
    ]


def test_lines_and_columns_count_from_one() -> None:
    """As editors do."""
    root = read("a: 1\nb:\n  - x\n  - c: 😀 z\n").root
    assert root is not None
    assert root.kind == "map"
    entries = root.value["b"]
    assert entries.kind == "list"
    inner = entries.value[1]
    assert inner.kind == "map"
    assert (inner.line, inner.column) == (4, 5)
    assert (inner.value["c"].line, inner.value["c"].column) == (4, 8)


def test_a_block_ends_with_its_last_entry() -> None:
    """What follows an entry, blank lines and comments, is no part of it; a flow ends with its bracket."""
    text = "a:\n  b: 1\n\n# about c\nc: {d: 1 }\ne: []\n"
    document = read(text)
    assert document.root is not None
    assert document.root.kind == "map"
    cut = {key: text[node.start : node.end] for key, node in document.root.value.items()}
    assert cut == {"a": "b: 1", "c": "{d: 1 }", "e": "[]"}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_an_empty_scalar(text: str) -> None:
    """Whoever reads it decides what that means."""
    document = read(text)
    assert document.root is not None
    assert document.root.kind == "scalar"
    assert (document.root.value, document.root.plain) == ("", True)


def test_text_stays_text() -> None:
    """Plain scalars keep what was typed."""
    root = read("[no, on, 012, 12:30, 2024-01-01, 1_000]").root
    assert root is not None
    assert root.kind == "list"
    assert [node.value for node in root.value] == ["no", "on", "012", "12:30", "2024-01-01", "1_000"]


COLON = "A colon followed by a space stands inside a text here, or the line is indented too far."
ANCHOR = "is a YAML anchor or alias, which is not read here. Put quotes around a text that begins with"


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        ("a: &x 1", "1:4", f"“&x” {ANCHOR} &."),
        ("a: *x", "1:4", f"“*x” {ANCHOR} *."),
        ("a: &x [b]\nc: *x", "1:4", "“&x” is a YAML anchor"),
        ("a: !!python/object:os.system x", "1:4", "“!!python/object:os.system” is a YAML tag, which is not read here."),
        ("a: !x y", "1:4", "“!x” is a YAML tag, which is not read here. Put quotes"),
        ("a: !!map {b: c}", "1:4", "“!!map” is a YAML tag"),
        ("a: 1\n---\nb: 2", "2:1", "A second document begins here. A file holds one: delete the line “---”."),
        ("a: 1\nb: 2\na: 3", "3:1", "“a” stands here a second time; it is already in line 1. Keep one of them."),
        ("{a: 1, 'a': 2}", "1:8", "“a” stands here a second time"),
        ("[a]: 1", "1:1", "A key must be a word. Put quotes around a text that begins with a bracket or a brace."),
        ("{a: 1}: 1", "1:1", "A key must be a word."),
        ("a: b: c", "1:5", COLON),
        ("a: x\n  b: 1", "2:4", COLON),
        ("a: [1, 2", "", "A comma or the closing bracket is missing before this;"),
        ("a: [1\nb: 2", "", ""),
        ("a: @x", "1:4", "A text cannot begin with this character"),
        ("a:\n\tb: 1", "2:1", ""),
        ("a: 'x", "", "The file ends inside a text that begins with a quotation mark. Add the closing one."),
        ('a: "\\q"', "", "A backslash inside double quotation marks has a meaning of its own."),
        ("a: - b", "1:4", "A list cannot begin on the line of its key. Put the dash on a line of its own."),
        ("- a\nb: 1", "2:1", ""),
        ("a: 1\nfoo\n", "3:1", "A key and its value are parted by a colon and a space, as in “title: Goals”."),
        ("a: |\n   x\n  y\n", "", ""),
        ("a: x\0y", "1:5", "An invisible character (U+0000) stands here. Delete it."),
        ("a: 1\nb: 😀\x1b", "2:5", "An invisible character (U+001B) stands here. Delete it."),
        ("a: \ud800", "1:4", "An invisible character (U+D800) stands here. Delete it."),
        ("a: \ufeffx", "1:4", "An invisible character (U+FEFF) stands here. Delete it."),
        (b"a: 1\nb: \xfc\xe9\n", "2:4", "This is not UTF-8 text (byte FC). Save the file as UTF-8."),
        ("a: ü".encode("latin-1"), "1:4", "This is not UTF-8 text (byte FC). Save the file as UTF-8."),
        ("a: 1".encode("utf-16"), "1:1", "The file is saved as UTF-16. Save it as UTF-8."),
        (b"\x7fELF\x02\x01\x01\x00\xff\xfe", "1:9", "This is not UTF-8 text (byte FF)."),
        (bytes(range(256)), "2:118", "This is not UTF-8 text (byte 80)."),
    ],
)
def test_a_fault_names_its_place(data: str | bytes, place: str, message: str) -> None:
    """One fault, where the mistake is, in words for people who do not program."""
    document = parse(data, "deck.yaml")
    assert len(document.faults) == 1
    fault = document.faults[0]
    assert fault.file == "deck.yaml"
    if place:
        assert f"{fault.line}:{fault.column}" == place
    assert str(fault.message).startswith(message)


@pytest.mark.parametrize("part", ["[", "{a: ", "- ", "? "])
def test_depth_is_bounded(part: str) -> None:
    """Deep nesting neither crashes nor hangs."""
    document = parse(part * 50_000)
    assert document.root is None
    assert len(document.faults) == 1


@pytest.mark.parametrize(
    ("part", "times"), [("a", 1_000_001), ("😀", 250_001), (b"a", 1_000_001), (b"\xff", 5_000_000)]
)
def test_size_is_bounded(part: str | bytes, times: int) -> None:
    """Bytes count, not characters, and nothing is looked at before they are counted."""
    document = parse(part * times)
    assert [str(fault.message) for fault in document.faults] == ["The file is larger than 1 MB, so it was not read."]


def test_the_number_of_nodes_is_bounded() -> None:
    """A megabyte of commas is no deck."""
    with pytest.raises(events.RefusedError, match=r"The file holds too many entries: at most 100 are read\."):
        list(events.bounded_events("[" + "a," * 200 + "]", 40, 100))


def test_lone_surrogates_never_get_through() -> None:
    """Escaped in quotes, one is a fault, or it is cleaned away later; never a crash."""
    document = parse('a: "\\uD800"')
    assert document.faults or document.root is not None


def test_duplicate_keys_are_all_named() -> None:
    """The rest of the file is still read, and the first of each stays."""
    document = parse("a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert [(fault.line, fault.column) for fault in document.faults] == [(2, 1), (3, 11)]
    assert document.root is not None
    assert to_data(document.root) == {"a": 1, "b": {"c": 1}}


def test_the_number_of_duplicate_keys_is_bounded() -> None:
    """A hundred are enough to mend, and finding the place of each has its price."""
    document = parse("a: 1\n" * 100_000)
    assert len(document.faults) == 101
    assert str(document.faults[-1].message) == "More keys stand here twice. Mend these first."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("format: 1\nid: x\ntitle: [", ("id", "x")),
        ("a: {id: no}\nb: [id, no]\nid: yes\n", ("id", "yes")),
        ("translates: y\nid: x\n", ("translates", "y")),
        ("id: [x]\ntranslates: y\n", ("translates", "y")),
        ("a: id\n", None),
        ("- id\n- x\n", None),
        ("id", None),
        ("", None),
        ("[" * 50_000, None),
        ("a: &b c\nid: x\n", None),
        (b"\xff", None),
    ],
    ids=range(11),
)
def test_the_first_of_some_keys(text: str | bytes, found: tuple[str, str] | None) -> None:
    """A deck's id can be had without reading the deck."""
    assert first_of(text, ("id", "translates")) == found


def test_read_raises_all_faults() -> None:
    """For those who only want right files."""
    with pytest.raises(FaultyFile) as caught:
        read("a: 1\na: 2\na: 3\n", "f.yaml")
    assert len(caught.value.faults) == 2
    assert str(caught.value).startswith("f.yaml:2:1: ")


SIGNS = st.text(st.sampled_from("a:-[]{}#&*!|>'\"%@`, \n\t?"), max_size=40)


@given(st.one_of(st.binary(max_size=60), st.text(max_size=60), SIGNS))
def test_nothing_can_do_more_than_be_wrong(data: bytes | str) -> None:
    """Whatever the bytes: a tree, or faults, or both; never an exception."""
    document = parse(data)
    assert document.root is not None or document.faults


@given(st.text(st.sampled_from("ab:-[]{} \n'\"0é😀"), max_size=40))
def test_it_reads_what_yaml_reads(text: str) -> None:
    """Where nothing is wrong, the texts are those that PyYAML finds."""
    document = parse(text)
    if document.faults or document.root is None:
        return
    assert pieces_of(document.root) == list(scalars(yaml.compose(text, yaml.SafeLoader)))


def pieces_of(node: Node) -> list[str]:
    """The values of all scalars."""
    return [value for value, _ in pieces("", node)] if not (node.kind == "scalar" and not node.value) else []


def scalars(node: yaml.Node | None) -> list[str]:
    """The values of all scalars of PyYAML's own tree."""
    if isinstance(node, yaml.ScalarNode):
        return [node.value] if node.value else []
    if isinstance(node, yaml.SequenceNode):
        return [value for entry in node.value for value in all_scalars(entry)]
    if isinstance(node, yaml.MappingNode):
        return [value for pair in node.value for entry in pair for value in all_scalars(entry)]
    return []


def all_scalars(node: yaml.Node) -> list[str]:
    """Also empty ones."""
    return [node.value] if isinstance(node, yaml.ScalarNode) else scalars(node)
