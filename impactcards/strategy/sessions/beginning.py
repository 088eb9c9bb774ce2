"""Beginning a session, and going on with one that was not ended."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from impactcards.faults import UserError
from impactcards.strategy.recipes import require_recipe
from impactcards.strategy.sessions import agenda as agendas
from impactcards.strategy.sessions import reading
from impactcards.strategy.sessions.room_file import read_resume
from impactcards.strategy.sessions.session import Session
from impactcards.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.strategy.opened import OpenStrategy
    from impactcards.strategy.sessions.agenda import Agenda

#: What the version is called that a session keeps at its beginning, in the strategy's language.
LABEL = N_("before the session")


def begin(
    opened: OpenStrategy,
    *,
    recipe: str = "",
    people: int = 0,
    minutes: float | None = None,
    led_by: str = "",
    agenda: Agenda | None = None,
    now: Callable[[], float] = time.time,
) -> Session:
    """Begin a session: save, keep a version if anything was answered, and write the entry. It stands at the arrival.

    One that is running is gone on with instead. ``recipe`` is the id of a recipe (without one, the strategy's own);
    ``agenda`` is one that was proposed and changed before. ``led_by`` is the facilitator's name. Raises
    :class:`UserError` if there is no such recipe, or nothing can be written.
    """
    strategy = opened.strategy
    if opened.read_only_reason is not None:
        raise UserError(opened.read_only_reason)
    require_recipe(strategy.deck, recipe)
    _save(opened)  # another window may have begun one
    held = resume(opened, now=now)
    if held is not None:
        return held
    chosen = recipe or (strategy.recipe if strategy.deck.recipe(strategy.recipe) is not None else "")
    plan = agenda or agendas.propose(strategy, chosen, people=people, minutes=minutes)
    entry: dict[str, Any] = {"id": strategy.make_id(), "started": strategy.clock()}
    if any(answer.answered for answer in strategy.answers.values()):
        from impactcards.strategy.versions import keep_version
        from impactcards.words import words

        entry["version"] = keep_version(opened, words(strategy.language)(LABEL)).name
    if chosen:
        entry["recipe"] = chosen
    if people > 0:
        entry["people"] = people
    entry["minutes"] = plan.box
    entry["agenda"] = agendas.to_data(plan)
    if plan.left_out:
        entry["left_out"] = [card.id for card in plan.left_out]
    listed = strategy.lists.setdefault(reading.SESSIONS, [])
    listed.append(entry)
    session = Session(opened, entry["id"], now=now)
    if led_by.strip():
        session.led_by(led_by)
    strategy.touch()
    try:
        _save(opened)
    except UserError:
        listed[:] = [each for each in listed if each.get("id") != session.id]
        raise
    return session


def resume(opened: OpenStrategy, *, now: Callable[[], float] = time.time) -> Session | None:
    """The session that was begun last and not ended, where it stood; or None. Nothing is written."""
    entry = reading.running(opened.strategy)
    if entry is None:
        return None
    session = Session(opened, reading.text_of(entry, "id"), now=now)
    session.go_on(read_resume(opened.folder))
    return session


def _save(opened: OpenStrategy) -> None:
    result = opened.save()
    if result.error is not None:
        raise UserError(result.error)


__all__ = ["begin", "resume"]
