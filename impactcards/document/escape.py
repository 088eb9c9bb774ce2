"""Text from people stays text in Markdown: what CommonMark, GFM tables or HTML would read as markup is escaped.

Only what would be read as markup gets a backslash, so that the file reads well as it stands: `snake_case`, `C:\\Users`,
`3 * 4`, `#hashtag` and `5 < 6` need none.
"""

from __future__ import annotations

import re

_INLINE = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~]|$)        # a backslash that would escape something, or break the line
    | [`\[|]                         # code, links, table cells
    | (?<!\s)\*|\*(?!\s)|^\*         # emphasis: an asterisk with space on both sides is none
    | (?<![^\W_])_|_(?![^\W_])       # emphasis: an underscore inside a word is none
    | (?<=\S)~|~(?![^\W_])           # strikethrough and fences: "~5" can open one, but nothing closes it
    | <(?=[A-Za-z/!?])               # tags, comments, autolinks
    | &(?=\#?\w+;)                   # entities
    """,
    re.VERBOSE,
)

_LINE_START = re.compile(
    r"""
      \#{1,6}(?=\s|$)                # a heading
    | [-+](?=\s|$)                   # a bullet
    | >                              # a quote
    | (?=-[-\s]*$|=+\s*$|:?-+:?\s*$) # a line under a heading, a break, a table's second line
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_TILDE = re.compile(r"(?<!\\)~")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=\s))#+$")


def inline(text: str) -> str:
    """One line of text, escaped for a place where no block can begin: a table cell, emphasis, the middle of a line."""
    return _INLINE.sub(lambda found: "\\" + found[0], text)


def struck(text: str) -> str:
    """One line of text, escaped for a place between two pairs of tildes: none of its own may open or close them."""
    return _TILDE.sub(r"\\~", inline(text))


def line(text: str) -> str:
    """One line of text, escaped for the beginning of a line, where a block could begin. No space may lead it."""
    if number := _NUMBERED.match(text):
        return f"{number[1]}\\{number[2]}{inline(text[number.end() :])}"
    if _LINE_START.match(text):
        return "\\" + text[0] + inline(text[1:])
    return inline(text)


def heading(text: str) -> str:
    """One line of text, escaped for a heading: hashes at its end would be taken as the end of it."""
    return _CLOSING_HASHES.sub(lambda found: "\\" + found[0], inline(text))


__all__ = ["heading", "inline", "line", "struck"]
