"""The YAML parser's complaints in plain words, with what would be right."""

from __future__ import annotations

from impactcards.text import shortened
from impactcards.words import N_, Message

# A part of the parser's sentence, and what to say for it. The first that fits is taken.
_IN_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        N_(
            "A colon followed by a space stands inside a text here, or the line is indented too far. "
            "Put quotes around a text with a colon."
        ),
    ),
    (
        "cannot start any token",
        N_(
            "A text cannot begin with this character, and a line cannot be indented with tabs. "
            "Use spaces, or put quotes around the text."
        ),
    ),
    ("found a tab character", N_("A tab stands where only spaces are read. Use spaces.")),
    (
        "did not find expected key",
        N_(
            "This line does not fit its surroundings: check its indentation, "
            "and put quotes around a text with quotes in it."
        ),
    ),
    (
        "expected <block end>",
        N_(
            "This line does not fit its surroundings: check its indentation, "
            "and put quotes around a text with quotes in it."
        ),
    ),
    (
        "did not find expected '-' indicator",
        N_("Every entry of this list begins with a dash, at the same indentation."),
    ),
    ("could not find expected ':'", N_("A key and its value are parted by a colon and a space, as in “title: Goals”.")),
    (
        "did not find expected ',' or",
        N_("A comma or the closing bracket is missing before this; or a text with a bracket or comma needs quotes."),
    ),
    (
        "expected ',' or",
        N_("A comma or the closing bracket is missing before this; or a text with a bracket or comma needs quotes."),
    ),
    ("did not find expected node content", N_("Something is missing before this character.")),
    (
        "found unexpected end of stream",
        N_("The file ends inside a text that begins with a quotation mark. Add the closing one."),
    ),
    (
        "found unexpected document indicator",
        N_("A line “---” or “...” stands inside a text in quotation marks. Indent it."),
    ),
    (
        "did not find expected <document start>",
        N_("This line does not belong to what stands above it. Indent it, or put a key before it."),
    ),
    (
        "expected '<document start>'",
        N_("This line does not belong to what stands above it. Indent it, or put a key before it."),
    ),
    (
        "found unknown escape character",
        N_(
            "A backslash inside double quotation marks has a meaning of its own. "
            "Use single quotation marks, or write it twice."
        ),
    ),
    (
        "found invalid Unicode character escape code",
        N_("This escape stands for no character. Type the character itself."),
    ),
    (
        "sequence entries are not allowed",
        N_("A list cannot begin on the line of its key. Put the dash on a line of its own."),
    ),
)


def plain_words(problem: str, context: str) -> Message:
    """A message for the parser's ``problem``, met while ``context``."""
    for part, sentence in _IN_PLAIN_WORDS:
        if part in problem:
            return Message(sentence)
    said = f"{context}: {problem}" if context else problem
    return Message(N_("This is not valid YAML: {problem}."), problem=shortened(said, 120))
