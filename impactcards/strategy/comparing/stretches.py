"""Two texts compared word by word, within bounds: what is too long is compared paragraph by paragraph first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from impactcards.strategy.comparing.change import Stretch

#: So many words of a side are compared one by one; a page has some 400.
MOST_WORDS = 3_000

#: Below this share of common words a text counts as written anew: islands of "the" and "and" help nobody.
_LEAST_ALIKE = 0.3

# So few unchanged words between two changes are read with them.
_ISLAND = 2

# Words, line ends, and single signs of scripts that put no space between words.
_TOKEN = re.compile(r"\n|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")

_How = Literal["same", "gone", "come"]


class _Piece(NamedTuple):
    how: _How
    text: str
    words: int


class _Tokens(NamedTuple):
    """A text and its words, each with where it begins and ends."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]

    def piece(self, how: _How, start: int, end: int) -> _Piece:
        text = self.text[self.spans[start][0] : self.spans[end - 1][1]]
        return _Piece(how, text, sum(word != "\n" for word in self.words[start:end]))


def stretches(before: str, after: str) -> tuple[Stretch, ...]:
    """The words that stayed, went and came; nothing where no word differs. Spaces and line breaks alone do not count.

    Takes well under a second for texts of any length: where words are too many, whole paragraphs go and come.
    """
    if before.split() == after.split():
        return ()
    return tuple(Stretch(piece.text, piece.how) for piece in _tidied(_compared(_tokens(before), _tokens(after))))


def _tokens(text: str) -> _Tokens:
    found = list(_TOKEN.finditer(text.strip()))
    return _Tokens(text.strip(), [token[0] for token in found], [token.span() for token in found])


def _compared(old: _Tokens, new: _Tokens) -> list[_Piece]:
    if max(len(old.words), len(new.words)) <= MOST_WORDS:
        return _by_words(old, new)
    return _by_paragraphs(old.text, new.text)


def _by_words(old: _Tokens, new: _Tokens) -> list[_Piece]:
    codes = list(_codes(old.words, new.words))
    same = sum(end - start for how, start, end, _, _ in codes if how == "equal")
    if old.words and new.words and same < _LEAST_ALIKE * min(len(old.words), len(new.words)):
        return [old.piece("gone", 0, len(old.words)), new.piece("come", 0, len(new.words))]
    pieces = []
    for how, start, end, new_start, new_end in codes:
        if how == "equal":
            pieces.append(new.piece("same", new_start, new_end))
            continue
        if end > start:
            pieces.append(old.piece("gone", start, end))
        if new_end > new_start:
            pieces.append(new.piece("come", new_start, new_end))
    return pieces


def _by_paragraphs(before: str, after: str) -> list[_Piece]:
    old, new = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    pieces: list[_Piece] = []
    for how, start, end, new_start, new_end in _codes(old, new):
        if how == "equal":
            pieces += _whole("same", new[new_start:new_end])
        elif end - start == new_end - new_start:
            for was, now in zip(old[start:end], new[new_start:new_end], strict=True):
                pieces += _paragraph(_tokens(was), _tokens(now))
        else:
            pieces += [*_whole("gone", old[start:end]), *_whole("come", new[new_start:new_end])]
    return pieces


def _whole(how: _How, lines: Sequence[str]) -> list[_Piece]:
    """Paragraphs that share a fate; the line feed at their end parts them from what follows."""
    return [_Piece(how, "\n".join(lines) + "\n", sum(len(line.split()) for line in lines))] if lines else []


def _paragraph(old: _Tokens, new: _Tokens) -> list[_Piece]:
    if max(len(old.words), len(new.words)) > MOST_WORDS:
        return [*_whole("gone", [old.text]), *_whole("come", [new.text])]
    pieces = _by_words(old, new)
    return [*pieces[:-1], pieces[-1]._replace(text=pieces[-1].text + "\n")] if pieces else []


def _codes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """difflib's operations; the beginning and end that are the same on both sides are cut off before."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    if head:
        yield "equal", 0, head, 0, head
    middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(middle), len(new_middle)) > MOST_WORDS:
        yield "replace", head, len(old) - tail, head, len(new) - tail
    elif middle or new_middle:
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(None, middle, new_middle)
        for how, start, end, new_start, new_end in matcher.get_opcodes():
            yield how, start + head, end + head, new_start + head, new_end + head
    if tail:
        yield "equal", len(old) - tail, len(old), len(new) - tail, len(new)


def _tidied(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Line breaks alone are no change, small islands are read with what surrounds them, neighbours are put together."""
    gone: list[_Piece] = []
    come: list[_Piece] = []
    calm = [piece._replace(how="same") if not piece.words and piece.how == "come" else piece for piece in pieces]
    calm = [piece for piece in calm if piece.words or piece.how == "same"]
    for at, piece in enumerate(calm):
        if piece.how == "gone":
            gone.append(piece)
        elif piece.how == "come":
            come.append(piece)
        elif _is_island(piece, (*gone, *come), calm[at + 1 : at + 3]):
            gone.append(piece)
            come.append(piece)
        else:
            yield from _flushed(gone, come)
            yield piece
    yield from _flushed(gone, come)


def _is_island(piece: _Piece, before: Sequence[_Piece], after: Sequence[_Piece]) -> bool:
    """Whether an unchanged stretch is short, and shorter than the changes on both its sides."""
    left = sum(other.words for other in before)
    right = 0
    for other in after:
        if other.how == "same":
            break
        right += other.words
    return piece.words <= _ISLAND and "\n" not in piece.text and piece.words < min(left, right)


def _flushed(gone: list[_Piece], come: list[_Piece]) -> Iterator[_Piece]:
    for how, pieces in (("gone", gone), ("come", come)):
        if pieces:
            text = _joined([piece.text for piece in pieces])
            yield _Piece(how, text, sum(piece.words for piece in pieces))  # type: ignore[arg-type]
        pieces.clear()


def _joined(texts: Sequence[str]) -> str:
    joined = ""
    for text in texts:
        joined += text if not joined or joined.endswith("\n") or text.startswith("\n") else f" {text}"
    return joined


__all__ = ["MOST_WORDS", "stretches"]
