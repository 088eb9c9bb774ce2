"""Reading a version: the strategy it holds, as a deck reads its answers."""

from __future__ import annotations

from impactcards.deck.model import Deck
from impactcards.disk import read_with_stamp
from impactcards.faults import FaultyFile, UserError
from impactcards.strategy.file import Parsed, contents, parse
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.units import ANSWERS, strategy_in
from impactcards.strategy.versions.version import Version
from impactcards.words import N_, Message
from impactcards.yamltext import MapNode, is_null


def read_version(version: Version, deck: Deck) -> Strategy:
    """The whole strategy as it stood, its answers read as ``deck`` asks for them. An answer it cannot read stays raw.

    Raises :class:`UserError` that names the version and the place, or ``NewerFormat``.
    """
    _, parsed = parse_version(version)
    return strategy_in(contents(parsed, deck).units, deck)


def count_answers(version: Version) -> tuple[int, Message | None]:
    """How many cards a version answers, and what is wrong with it if it cannot be read. Needs no deck; never raises."""
    try:
        _, parsed = parse_version(version)
    except UserError as error:
        return 0, error.message
    answers = parsed.root.value.get(ANSWERS)
    entries = answers.value.values() if isinstance(answers, MapNode) else ()
    values = [entry.value.get("value") for entry in entries if isinstance(entry, MapNode)]
    return sum(bool(value.value) and not is_null(value) for value in values if value is not None), None


def parse_version(version: Version) -> tuple[bytes, Parsed]:
    """The bytes of a version, and what they say without its deck. Raises as :func:`read_version` does."""
    try:
        data, _ = read_with_stamp(version.path)
        return data, parse(data, version.path.name)
    except OSError as error:
        raise UserError(
            Message(
                N_("The version “{version}” cannot be read: {problem}."),
                version=version.name,
                problem=error.strerror or str(error),
            )
        ) from error
    except FaultyFile as faulty:
        fault = faulty.faults[0]
        raise UserError(
            Message(
                N_("The version “{version}” is damaged at {line}:{column}. The others can still be used. ({problem})"),
                version=version.name,
                line=fault.line,
                column=fault.column,
                problem=fault.message,
            )
        ) from faulty
