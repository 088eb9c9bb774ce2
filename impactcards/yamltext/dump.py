"""Plain data written as YAML in block style, so that a person can read it and a tool can compare and merge it.

The pure Python emitter is used on purpose: the C one writes emoji as escapes. Every cleaned text comes back as the same
text from :func:`impactcards.yamltext.read`, and none comes back as a number, a truth or a date.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from impactcards.yamltext.values import plain_value

WIDTH = 100

_END_MARKER = "...\n"


@cache
def _dumper() -> Any:
    """PyYAML's dumper with lists indented under their key, no aliases, and long texts as blocks."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

        def ignore_aliases(self, data: object) -> bool:
            return True

    Dumper.add_representer(str, _represent_text)
    return Dumper


def _represent_text(dumper: Any, text: str) -> Any:
    """A text: as a block where it has several lines, and quoted where it would otherwise be read as something else."""
    style = None
    if "\n" in text:
        # A block keeps at most one line feed at its end, so that it means the same wherever it is put.
        style = '"' if text.endswith("\n\n") or not text.strip("\n") else "|"
    elif not isinstance(plain_value(text), str):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def dump(data: object, *, indent: int = 0) -> str:
    """``data`` as YAML, ending in a line feed, each line indented by ``indent`` spaces.

    A slice made with ``indent`` can stand under a key: ``"answers:\\n" + dump({"goals": …}, indent=2)``.
    """
    stream = io.StringIO()
    dumper = _dumper()(stream, allow_unicode=True, sort_keys=False, width=WIDTH - indent, default_flow_style=False)
    try:
        dumper.open()
        dumper.represent(data)
        dumper.close()
    finally:
        dumper.dispose()
    text = stream.getvalue()
    if text.endswith("\n" + _END_MARKER):
        text = text[: -len(_END_MARKER)]
    if not indent:
        return text
    margin = " " * indent
    return "".join(margin + line if line != "\n" else line for line in text.splitlines(keepends=True))
