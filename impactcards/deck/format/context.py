"""What one validation knows and collects: the file, the deck's ids, and every fault and remark found so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format.index import Index
from impactcards.faults import Fault
from impactcards.text import closest, shortened
from impactcards.words import N_, Message
from impactcards.yamltext import Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_FAULTS = 200
_MOST_COMPARISONS = 100_000  # looking for what was meant is quick for people's mistakes and bounded for hostile files

_FOUND = {"list": N_("a list"), "map": N_("a block of keys and values"), "scalar": N_("a text")}


class TooManyFaultsError(Exception):
    """Validation stops: nobody mends more than this at once."""


class Context:
    """Passed to every spec and rule."""

    def __init__(self, file: str, index: Index | None = None) -> None:
        self.file = file
        self.index = index or Index()
        self.faults: list[Fault] = []
        self.remarks: list[Fault] = []
        self._comparisons = 0

    def fault(self, node: Node, text: str, **params: object) -> None:
        """Note what is wrong at ``node``; ``text`` is marked with ``N_`` where it is written."""
        self.faults.append(Fault(self.file, node.line, node.column, Message(text, **params)))
        if len(self.faults) >= MOST_FAULTS:
            self.faults.append(Fault(self.file, 0, 0, Message(N_("There are more faults. Mend these first."))))
            raise TooManyFaultsError

    def remark(self, node: Node, text: str, **params: object) -> None:
        """Note what an author might mend at ``node``."""
        if len(self.remarks) < MOST_FAULTS:
            self.remarks.append(Fault(self.file, node.line, node.column, Message(text, **params)))

    def wrong_shape(self, node: Node, key: str, wanted: str) -> None:
        """Note that ``key`` wants something else than what stands at ``node``."""
        if isinstance(node, Scalar) and not node.value.strip():
            self.fault(node, N_("“{key}” is empty; it wants {wanted}."), key=key, wanted=Message(wanted))
        elif isinstance(node, Scalar):
            self.fault(
                node,
                N_("“{key}” wants {wanted}, not “{found}”."),
                key=key,
                wanted=Message(wanted),
                found=shortened(node.value),
            )
        else:
            self.fault(
                node,
                N_("“{key}” wants {wanted}, but {found} stands here."),
                key=key,
                wanted=Message(wanted),
                found=Message(_FOUND[node.kind]),
            )

    def suggest(self, word: str, candidates: Collection[str]) -> str | None:
        """The candidate that was probably meant, as long as looking for it stays cheap."""
        self._comparisons += len(candidates)
        return closest(word, candidates) if self._comparisons <= _MOST_COMPARISONS else None

    def unknown(
        self, node: Node, word: str, candidates: Collection[str], text: str, text_with_guess: str, **params: object
    ) -> None:
        """Note an unknown word, with what was probably meant where that can be told."""
        guess = self.suggest(word, candidates)
        if guess is None:
            self.fault(node, text, word=shortened(word), **params)
        else:
            self.fault(node, text_with_guess, word=shortened(word), guess=guess, **params)
