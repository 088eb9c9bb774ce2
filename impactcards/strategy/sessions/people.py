"""Who is in the room: participants by name, or just how many there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from impactcards.records import record
from impactcards.strategy.names import folded, one_line
from impactcards.strategy.sessions import reading
from impactcards.strategy.sessions.core import Core

if TYPE_CHECKING:
    from impactcards.strategy.strategy import Strategy

_WITH_ROLE = re.compile(r"^(?P<name>[^()]*)\((?P<role>[^()]*)\)?\s*$")
_WORD = re.compile(r"[^\s()]+(?:\s*\([^()]*\)?)?")


@record
class Participant:
    """A person of the strategy's list ``participants``. ``role`` may be empty."""

    id: str
    name: str
    role: str = ""


def participants_of(strategy: Strategy) -> tuple[Participant, ...]:
    """Everybody who ever took part."""
    return tuple(
        Participant(reading.text_of(entry, "id"), reading.text_of(entry, "name"), reading.text_of(entry, "role"))
        for entry in strategy.lists.get("participants", ())
        if reading.text_of(entry, "id")
    )


def names_in(text: str) -> tuple[tuple[str, str], ...]:
    """(name, role) of each person in what was typed: ``Anna Ben Cem``, or ``Anna Berg (sales), Ben``."""
    text = one_line(text)
    parts = text.split(",") if "," in text else _WORD.findall(text)
    found = []
    for part in parts:
        with_role = _WITH_ROLE.match(part)
        name, role = (with_role["name"], with_role["role"]) if with_role else (part, "")
        if name.strip():
            found.append((one_line(name), one_line(role)))
    return tuple(found)


def known_as(name: str, people: tuple[Participant, ...], *, cut: bool = True) -> Participant | None:
    """The person meant by ``name``: the whole name, or the first word of it if only one of them has that.

    With ``cut``, any word of it that only one has will do (Berg for Anna Berg), or a beginning: not where people come
    in, since Jo is not Jonas.
    """
    wanted = folded(name)
    if not wanted:
        return None
    exact = [person for person in people if folded(person.name) == wanted]
    first = [person for person in people if folded(person.name).split()[:1] == [wanted]]
    begin = [person for person in people if cut and folded(person.name).startswith(wanted)]
    word = [person for person in people if cut and wanted in folded(person.name).split()]
    for found in (exact[:1], first, begin, word):
        if len(found) == 1:
            return found[0]
    return None


class People(Core):
    """Those present. A person's contributions carry their id, or nobody's."""

    def participants(self) -> tuple[Participant, ...]:
        """Those who are present by name, in the order in which they came."""
        known = {person.id: person for person in participants_of(self.strategy)}
        gone = set(reading.texts_in(self.entry, "left"))
        present = reading.texts_in(self.entry, "present")
        return tuple(known[one] for one in present if one in known and one not in gone)

    @property
    def people(self) -> int:
        """How many are in the room, with or without a name."""
        held = reading.number_of(self.entry, "people")
        return max(held if isinstance(held, int) else 0, len(self.participants()))

    def set_people(self, number: int) -> None:
        """Say how many are in the room."""
        self._set(("people", max(0, number)))

    def arrive(self, names: str) -> tuple[Participant, ...]:
        """People come in: ``Anna Ben Cem``, or ``Anna Berg (sales), Ben``. Returns those who were named.

        Whoever took part before is known by the whole name or by its first word. Names fill the nameless seats first.
        """
        if self.ended:
            return ()
        came: list[Participant] = []
        present = list(reading.texts_in(self.entry, "present"))
        gone = [*reading.texts_in(self.entry, "left")]
        people = self.people
        listed = self.strategy.lists.setdefault("participants", [])
        for name, role in names_in(names):
            person = known_as(name, participants_of(self.strategy), cut=False)
            if person is None:
                person = Participant(self._new_id(), name, role)
                listed.append({"id": person.id, "name": name, **({"role": role} if role else {})})
            elif role and not person.role:
                next(held for held in listed if held.get("id") == person.id)["role"] = role
                person = Participant(person.id, person.name, role)
            if person.id in gone:
                gone.remove(person.id)
                people += 1
            if person.id not in present:
                present.append(person.id)
            if all(one.id != person.id for one in came):
                came.append(person)
        seats = len([one for one in present if one not in gone])
        self._set(("people", max(people, seats)), ("present", present or None), ("left", gone or None))
        return tuple(came)

    def leave(self, person_id: str) -> None:
        """Somebody goes. What they said stays theirs."""
        if all(person.id != person_id for person in self.participants()):
            return
        people = self.people
        gone = [*reading.texts_in(self.entry, "left"), person_id]
        self._set(("left", gone), ("people", max(0, people - 1)))

    def forget(self, person_id: str) -> None:
        """They never came: the line that named them was no names. One who is in no other session is known no more."""
        present = [one for one in reading.texts_in(self.entry, "present") if one != person_id]
        people = self.people
        elsewhere = (entry for entry in reading.entries(self.strategy) if entry.get("id") != self.id)
        if not any(person_id in (*reading.texts_in(entry, "present"), entry.get("led_by")) for entry in elsewhere):
            listed = self.strategy.lists.get("participants", [])
            listed[:] = [held for held in listed if held.get("id") != person_id]
        self._set(("present", present or None), ("people", max(0, people - 1)))

    def rename(self, person_id: str, name: str, role: str | None = None) -> None:
        """Write a name or a role otherwise; an empty name changes nothing."""
        held = next((each for each in self.strategy.lists.get("participants", ()) if each.get("id") == person_id), None)
        if held is None:
            return
        changes: dict[str, Any] = {"name": one_line(name) or held.get("name", "")}
        if role is not None:
            changes["role"] = one_line(role)
        held.update(changes)
        if not held.get("role"):
            held.pop("role", None)
        self._changed()

    def name_of(self, person_id: str) -> str:
        """The name of a participant of any session; an empty string for nobody. A name that is no id is a name."""
        known = {person.id: person.name for person in participants_of(self.strategy)}
        return known.get(person_id, person_id)

    def led_by(self, name: str) -> None:
        """Say who leads, by name; the facilitator is a participant of the strategy, and counted only if they arrive."""
        people = participants_of(self.strategy)
        person = known_as(name, people, cut=False)
        if person is None and one_line(name):
            person = Participant(self._new_id(), one_line(name))
            self.strategy.lists.setdefault("participants", []).append({"id": person.id, "name": person.name})
        self._set(("led_by", person.id if person is not None else None))


__all__ = ["Participant", "People", "known_as", "names_in", "participants_of"]
