"""An open strategy: the live answers, the folder they are saved to, and the road between the two."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck
from impactcards.disk import unused, write_whole
from impactcards.faults import Fault, UserError
from impactcards.home import Home
from impactcards.records import record
from impactcards.strategy.answer_data import read_again
from impactcards.strategy.deck_copy import replace_copy
from impactcards.strategy.document_copy import write_document
from impactcards.strategy.names import slug
from impactcards.strategy.results import SaveResult, Seen, plain_error
from impactcards.strategy.saver import Saver
from impactcards.strategy.state import CARD, DECK, RECIPE, Note
from impactcards.strategy.strategy import LISTS, Strategy
from impactcards.strategy.sync import StrategyFile, Synced, whole_text
from impactcards.strategy.taking import apply
from impactcards.strategy.units import ANSWERS, Key, Units, answers_in, copy_of, extra_in, list_in, units_of
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.strategy.reviews import Past

DocumentOf = Callable[[Strategy], str]


@record
class Snapshot:
    """The strategy at one moment, and what it had taken over from outside by then. Nobody changes it."""

    strategy: Strategy
    seen: Mapping[Key, Any]


class OpenStrategy:
    """A strategy and its folder.

    ``strategy`` is live and belongs to the thread of whoever shows it; so do all methods but :meth:`write`. ``faults``
    lists what is kept as it is and cannot be changed here. With ``read_only_reason`` nothing is ever written.
    """

    def __init__(
        self,
        strategy: Strategy,
        home: Home,
        file: StrategyFile,
        *,
        faults: list[Fault] | None = None,
        read_only_reason: Message | None = None,
        newer_deck: Path | None = None,
        max_bytes: int,
    ) -> None:
        self.strategy = strategy
        strategy.past = self.past
        self._past: Past | None = None
        self.faults = faults or []
        self.read_only_reason = read_only_reason
        self.newer_deck = newer_deck
        self._home = home
        self._file = file
        self._max_bytes = max_bytes
        self._seen = Seen()
        self._writing = threading.Lock()
        self._noted = file.folder, Note(home.state, file.folder)

    @property
    def folder(self) -> Path:
        """Where the strategy is kept; it moves along when another window renames it."""
        return self._file.folder

    @property
    def _note(self) -> Note:
        if self._noted[0] != self.folder:
            self._noted = self.folder, Note(self._home.state, self.folder)
        return self._noted[1]

    @property
    def deck(self) -> Deck:
        return self.strategy.deck

    # -- saving -----------------------------------------------------------------------------------------------------

    def save(self, document: DocumentOf | None = None) -> SaveResult:
        """Save now, and take over what others changed. Never raises."""
        result = self.write(self.snapshot(), document)
        apply(result, self.strategy)
        return result

    def saver(self, document: DocumentOf | None, report: Callable[[SaveResult], None]) -> Saver:
        """A thread that saves behind one's back. ``report`` is called in that thread; see :func:`apply`."""
        return Saver(self, document, report)

    def snapshot(self, earlier: Snapshot | None = None) -> Snapshot:
        """The strategy as it stands, for :meth:`write`. Cheap, above all if only answers changed since ``earlier``."""
        return Snapshot(copy_of(self.strategy, earlier.strategy if earlier else None), self._seen.units)

    def write(self, snapshot: Snapshot, document: DocumentOf | None = None) -> SaveResult:
        """Merge ``snapshot`` with the file, write strategy.yaml and strategy.md. For any thread. Never raises."""
        at = datetime.now(UTC)
        if self.read_only_reason is not None:
            return SaveResult(False, at, self.read_only_reason)
        with self._writing:
            strategy = snapshot.strategy
            try:
                synced = self._file.save(units_of(strategy), snapshot.seen, strategy.deck)
            except Exception as error:  # noqa: BLE001  whatever it is, the person is told and it is tried again
                return SaveResult(False, at, plain_error(error, self.folder))
            moved, problem = self._write_document(strategy, synced, document)
            return SaveResult(
                True,
                at,
                taken=synced.taken,
                conflicts=tuple(unit for section, unit in (c.key for c in synced.conflicts) if section == ANSWERS),
                kept_aside=synced.kept_aside,
                moved_document=moved,
                document_problem=problem,
                seen=self._seen,
            )

    def _write_document(
        self, strategy: Strategy, synced: Synced, document: DocumentOf | None
    ) -> tuple[Path | None, Message | None]:
        if document is None:
            return None, None
        try:
            text = document(_with_units(strategy, synced.units))
            before = synced.units_before
            return write_document(self.folder, text, self._note, lambda: document(_with_units(strategy, before))), None
        except Exception as error:  # noqa: BLE001  the answers are saved; the document can be written again
            problem = error.strerror if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
            return None, Message(N_("Saved, but the document could not be written ({problem})."), problem=problem)

    def rescue(self, snapshot: Snapshot) -> Path | None:
        """Write a snapshot that cannot be saved beside the program's own notes. Returns where, or None if nowhere."""
        from tempfile import gettempdir

        strategy = snapshot.strategy
        name = f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ} {slug(strategy.name)}.yaml"
        text = whole_text(units_of(strategy), strategy.deck)
        for folder in (self._home.state / "unsaved", Path(gettempdir())):
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
                path = unused(folder / name)
                write_whole(path, text.encode("utf-8"))
                return path
        return None

    # -- its past ---------------------------------------------------------------------------------------------------

    def past(self) -> Past:
        """The answers of the versions that reviews name, each read when it is first asked for."""
        if self._past is None:
            from impactcards.strategy.reviews.past import Past

            self._past = Past(self, self.strategy)
        return self._past

    @property
    def version_faults(self) -> list[UserError]:
        """What is wrong with the versions that were asked for so far."""
        return self._past.faults if self._past is not None else []

    # -- the deck ---------------------------------------------------------------------------------------------------

    def take_newer_deck(self) -> None:
        """Play the newer deck from now on, and keep a copy of it. Answers to cards it lacks are kept.

        Which cards are new or changed is written down in the list ``deck_changes``, so that the next review deals them.
        Raises :class:`UserError` if it cannot be read or copied.
        """
        if self.newer_deck is None:
            return
        if self.read_only_reason is not None:
            raise UserError(self.read_only_reason)
        loaded = load_deck(self.newer_deck, language=self.strategy.language, max_bytes=self._max_bytes)
        with self._writing:
            try:
                replace_copy(self.folder, loaded)
            except OSError as error:
                raise UserError(plain_error(error, self.folder)) from error
        before, self.strategy.deck = self.deck, loaded.deck
        for card_id, answer in list(self.strategy.answers.items()):
            again = read_again(before.card(card_id), loaded.deck.card(card_id), answer)
            if again != answer:
                self.strategy.put(card_id, again)
        self._note_changes(before, loaded.deck)
        self.newer_deck = None
        self.strategy.touch()

    def _note_changes(self, older: Deck, newer: Deck) -> None:
        from impactcards.deck.compare import compare

        changes = compare(older, newer)
        known = {card.id for card in (*changes.new, *changes.changed)}
        if known:
            entry = {"id": self.strategy.make_id(), "date": self.strategy.clock(), "from": older.version}
            cards = [card.id for card in newer.cards if card.id in known]
            self.strategy.lists.setdefault("deck_changes", []).append({**entry, "to": newer.version, "cards": cards})

    # -- where one was ----------------------------------------------------------------------------------------------

    def place(self) -> str:
        """The card one left, or an empty string."""
        return self._note.get(CARD)

    def remember_place(self, card_id: str, recipe_id: str) -> None:
        """Remember the card one is at and the recipe one plays."""
        self._note.put(**{CARD: card_id, RECIPE: recipe_id})

    def remember_deck(self, path: Path | None) -> None:
        """Remember a deck file outside the library, so that its changes are offered."""
        self._note.put(**{DECK: str(path) if path is not None else ""})


def _with_units(strategy: Strategy, units: Units) -> Strategy:
    """``strategy`` as ``units`` have it."""
    texts = {name: units.get((name, ""), "") for name in ("name", "language", "created", "recipe")}
    lists = {section: list_in(units, section) for section in LISTS}
    return replace(strategy, answers=answers_in(units), lists=lists, extra=extra_in(units), **texts)
