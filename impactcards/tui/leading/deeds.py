"""What a facilitator can do, said once; and what the key bar names in each step. See ``tui/keys``.

Keys of a presenter's clicker are among them: Page Down and Page Up, F5 and Esc, the full stop and b. The letters work
while no field has the focus, and a card opens like that, so that a clicker never types.
"""

from __future__ import annotations

from impactcards.tui.keys import Deed
from impactcards.words import N_

LEAD_DEEDS: tuple[Deed, ...] = (
    Deed("next-step", N_("next step"), N_("Go on to the next step; after the last one to the next card."),
         ("pagedown",), ("n",)),
    Deed("back-step", N_("step back"), N_("Go back to the step before. Nothing is lost."),
         ("pageup", "ctrl+r"), ("p",)),
    Deed("next-card", N_("next card"), N_("Go on to the next card at once; the ideas stand as they are."),
         ("ctrl+n", "ctrl+enter", "ctrl+j"), ("N",)),
    Deed("undo", N_("undo"), N_("Take back what was done last on this card."), ("ctrl+z",), ("u",)),
    Deed("park", N_("park"), N_("Put the typed line into the parking lot; without one, type one."),
         ("f8", "ctrl+l"), ("l",)),
    Deed("note-action", N_("action"), N_("Note an action: “Anna: call the printer by Friday”."), (), ("a",)),
    Deed("quote", N_("quote"), N_("Note what somebody said, word for word."), (), ("g",)),
    Deed("why", N_("why"), N_("Note why it was decided like this."), (), ("w",)),
    Deed("dissent", N_("disagree"), N_("Write down who disagrees, and why."), (), ("d",)),
    Deed("hot-seat", N_("hand over"), N_("Hand the keyboard to somebody: what the others wrote is hidden."),
         (), ("k",)),
    Deed("joker", N_("joker"), N_("Draw a card when the group is stuck."), (), ("r",)),
    Deed("pass", N_("pass"), N_("Pass this card: it stays open, and the next one comes."), ("f9",), ("z", "s")),
    Deed("hints", N_("hints"), N_("Show the hints of the card on the wall, or take them away."),
         ("f2", "ctrl+t"), ("t",)),
    Deed("blank", N_("blank"), N_("Make the wall dark, or bring it back."), (), ("full_stop", "b")),
    Deed("room", N_("room view"), N_("Show here what the room may see. Esc or F5 ends it."), ("f5",), ("v",)),
    Deed("pause", N_("pause"), N_("Stop the clock, or let it run on."), (), ("space",), by_letter="step_key('space')"),
    Deed("more-time", N_("a minute more"), N_("Give the step a minute more."), (), ("plus",)),
    Deed("less-time", N_("a minute less"), N_("Give the step a minute less."), (), ("minus",)),
    Deed("votes-each", N_("votes each"), N_("Give each person more votes on this card, or fewer."), (), ("e",)),
    Deed("shorten", N_("shorten"), N_("Less time than planned: see what could be shortened, and do it."), (), ("x",)),
    Deed("people", N_("people"), N_("Somebody comes or leaves."), (), ("at",)),
    Deed("agenda", N_("agenda"), N_("See the agenda with its times and go to any card."), ("ctrl+o", "f3"), ("m", "o")),
    Deed("note", N_("note"), N_("Write a note to this card. It is never on the wall."), (), ("c",)),
    Deed("document", N_("document"), N_("Read the strategy document as it stands."), ("f4",), ()),
    Deed("redo", N_("redo"), N_("Do again what was taken back in the answer, or bring back an emptied line."),
         ("ctrl+y",), ("U",)),
    Deed("saved", N_("saved?"), N_("Say when and where your answers were saved."), ("ctrl+s",), ()),
    Deed("help", N_("help"), N_("Show this help."), ("f1",), ("h", "question_mark")),
    Deed("menu", N_("all keys"), N_("Choose any of these from a list."), ("ctrl+p", "f10"), ("colon",)),
    Deed("end", N_("end the session"), N_("End the session. You are asked."), (), ("E",)),
    Deed("leave", N_("leave"), N_("Leave the session, or end it. You are asked."), (), ("q",)),
    Deed("quit", N_("quit"), N_("Close the program. Everything is saved."), ("ctrl+q",), ()),
)  # fmt: skip

_BY_ID = {deed.id: deed for deed in LEAD_DEEDS}

#: What the key bar shows of a step beside the deeds above: keys that mean something in that step only.
STEP_KEYS: tuple[Deed, ...] = (
    Deed("type", N_("type"), "", ("enter",), ("enter",), by_letter="step_key('enter')"),
    Deed("take", N_("take it"), "", ("enter",), ("enter",)),
    Deed("author", N_("who"), "", ("tab",), ("tab",)),
    Deed("letters", N_("letters"), "", ("escape",), ("escape",)),
    Deed("edit-last", N_("edit"), "", ("up",), ("up",)),
    Deed("count", N_("hands"), "", ("0…9",), ("0…9",)),
    Deed("other-idea", N_("idea"), "", ("↑↓",), ("↑↓",)),
    Deed("other-entry", N_("card"), "", ("↑↓",), ("↑↓",)),
    Deed("tick", N_("tick"), "", ("space",), ("space",)),
    Deed("order", N_("order"), "", ("Shift+↑↓",), ("Shift+↑↓",)),
    Deed("wording", N_("edit the answer"), "", ("enter",), ("enter",)),
    Deed("back-to-list", N_("done"), "", ("escape",), ("escape",)),
    Deed("end-hot-seat", N_("give back"), "", ("escape",), ("escape",)),
    Deed("action-done", N_("done"), "", ("d",), ("d",), by_letter="step_key('d')"),
    Deed("action-moved", N_("moved"), "", ("m",), ("m",)),
    Deed("action-dropped", N_("dropped"), "", ("x",), ("x",)),
    Deed("begin", N_("begin"), "", ("pagedown",), ("pagedown",)),
    Deed("minutes", N_("minutes"), "", ("+ −",), ("+ −",)),
    Deed("read-on", N_("read on"), "", ("↑↓",), ("↑↓",)),
    Deed("end-session", N_("end the session"), "", ("E",), ("E",)),
    Deed("cancel", N_("leave it"), "", ("escape",), ("escape",)),
)
_BY_ID.update({deed.id: deed for deed in STEP_KEYS})


def named(*ids: str) -> tuple[Deed, ...]:
    """Deeds and step keys by their ids, for the key bar."""
    return tuple(_BY_ID[deed_id] for deed_id in ids)
