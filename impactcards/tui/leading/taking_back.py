"""Going back to what was typed: wording an idea otherwise, and taking back the last deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import record
from impactcards.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.tui.leading.screen import LeadingScreen


@record
class Taken:
    """The last line, if it was taken as a command: its words, and what takes back what it did."""

    line: str
    back: Callable[[], object]


def recall(screen: LeadingScreen, step: int) -> None:
    """Put the idea before (or after) into the line, to be worded otherwise."""
    if screen.session.step not in ("collect", "merge", "vote") or screen.hot_seat is not None or screen.typing.wanted:
        return
    listed = [idea for idea in screen.session.ideas() if idea.text]
    if (screen.view.step == "vote" and screen.view.types) or not listed:
        return
    numbers = [idea.number for idea in listed]
    at = numbers.index(screen.editing) if screen.editing in numbers else len(numbers)
    at = max(0, at + step)
    if at >= len(numbers):
        stop_editing(screen)
        return
    screen.editing = numbers[at]
    screen.typing.line.put(listed[at].text)
    screen.show_all()


def stop_editing(screen: LeadingScreen) -> bool:
    """Let the idea be as it was. False if none was being worded."""
    if not screen.editing:
        return False
    screen.editing = 0
    screen.typing.line.put("")
    screen.show_all()
    return True


def reword(screen: LeadingScreen, text: str) -> None:
    number, screen.editing = screen.editing, 0
    if text and screen.session.edit_idea(number, text):
        screen.done(f"{number} ‹{text}›")
    else:
        screen.done(screen.say("{number} stays as it was.", number=number))


#: What a deed is called when it is taken back.
UNDONE = {
    "idea": N_("Taken back: idea {number} ‹{text}›"),
    "same": N_("Taken back: one more voice for {number} ‹{text}›"),
    "edit": N_("{number} reads again: ‹{text}›"),
    "merge": N_("Apart again: ‹{text}›"),
    "split": N_("Together again: ‹{text}›"),
    "vote": N_("Taken back: {text} for {number}"),
    "votes each": N_("Taken back: {text} votes each"),
    "order": N_("Taken back: the order"),
    "rating": N_("Taken back: the last figure"),
    "decision": N_("Taken back: the decision"),
    "why": N_("Taken back: the reason"),
    "dissent": N_("Taken back: “{text}”"),
    "park": N_("Taken back: parked ‹{text}›"),
    "unpark": N_("In the parking lot again: ‹{text}›"),
    "action": N_("Taken back: the action ‹{text}›"),
    "quote": N_("Taken back: “{text}”"),
}


def undo(screen: LeadingScreen) -> None:
    """Take back what was done last. A line that was taken as a command comes back into the line as plain words."""
    say, session = screen.say, screen.session
    if screen.has_class("-answering"):
        screen.editor.flush()
        if screen.sitting.step_back() is not None:
            screen.editor.refresh_answer()
            session.follow_answer()
            screen.done(say("Taken back."))
            return
    line = screen.typing.line
    if line.value.strip() and line.value != screen.plain_words:
        screen.emptied = screen.typing.take_out()
        stop_editing(screen)
        screen.done(say("The line is empty. {key} brings it back.", key=screen.shown_key("redo")))
        return
    taken, screen.taken = screen.taken, None
    if taken is not None:
        taken.back()
        line.put(taken.line)
        screen.plain_words = taken.line
        screen.typing.begin()
        screen.done(say("Taken back. Enter makes “{line}” an idea; Esc drops it.", line=taken.line))
        return
    line.put("")
    undone = session.undo()
    if undone is None:
        screen.done(say("There is nothing to take back on this card."))
        return
    if screen.has_class("-answering"):
        screen.editor.refresh_answer()
    screen.done(say(UNDONE.get(undone.what, N_("Taken back.")), number=undone.number, text=undone.text))


def redo(screen: LeadingScreen) -> None:
    """Bring back a line that was emptied, or in the answer what was taken back last."""
    if screen.emptied and not screen.has_class("-answering"):
        screen.typing.line.put(screen.emptied)
        screen.emptied = ""
        screen.typing.begin()
        screen.show_all()
    elif screen.has_class("-answering") and screen.sitting.step_again():
        screen.editor.refresh_answer()
        screen.session.follow_answer()
        screen.show_all()
    else:
        screen.done(screen.say("There is nothing to do again."))
