"""A typed line: what it meant, what it did, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.numbers import parse_number, show_number
from impactcards.strategy.sessions import Typed, as_words, read_line
from impactcards.tui.leading import always
from impactcards.tui.leading.actions import note_action
from impactcards.tui.leading.people import take_people
from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen

#: A line is read as a command in these cases; then ctrl+z gives it back as plain words.
_COMMANDS = ("arrive", "same", "under", "together", "blank")


def enter(screen: LeadingScreen, text: str) -> None:
    """Take a line that was typed for the step."""
    step = screen.session.step
    typed = as_words(text, step) if screen.plain_words == text.strip() else read_line(text, step)
    screen.plain_words = ""
    screen.last_command = text.strip() if typed.what in _COMMANDS else ""
    if screen.editing:
        _reword(screen, text.strip())
    elif typed.what == "blank":
        always.blank(screen)
    elif typed.what == "arrive":
        take_people(screen, typed.text)
    elif typed.what != "nothing":
        screen.view.entered(text)


def enter_ideas(screen: LeadingScreen, text: str) -> None:
    """A line in a step in which ideas are typed: an idea, or a command about ideas."""
    session, say = screen.session, screen.say
    typed = _typed(screen, text)
    if typed.what == "same":
        number = typed.numbers[0]
        idea = session.idea(number)
        if idea is None or not session.same_as(number):
            _no_idea(screen, number)
            return
        screen.done(say("{number} ‹{text}› · ×{n}", number=number, text=idea.text, n=session.voices(number)))
    elif typed.what in ("under", "together"):
        merge_ideas(screen, typed.numbers, typed.text)
    else:
        idea = session.add_idea(typed.text or text.strip(), by=screen.author or None)
        if idea is not None:
            said = f"{idea.number} ‹{idea.text}›"
            screen.done(f"{said} · {screen.author_name}" if idea.by else said)


def _typed(screen: LeadingScreen, text: str) -> Typed:
    return (
        read_line(text, screen.session.step)
        if screen.last_command == text.strip()
        else as_words(text, screen.session.step)
    )


def merge_ideas(screen: LeadingScreen, numbers: tuple[int, ...], text: str) -> None:
    """Put like to like, and say what stands for it now."""
    session, say = screen.session, screen.say
    missing = next((number for number in numbers if session.idea(number) is None), None)
    if missing is not None:
        _no_idea(screen, missing)
        return
    if not session.merge(numbers, text):
        screen.done(say("They are together already."))
        return
    last = session.ideas()[-1] if text else session.idea(numbers[-1])
    top = session.idea(last.into) if last is not None and last.into else last
    if top is not None:
        parts = " + ".join(str(number) for number in top.parts)
        screen.done(say("Together: {number} ‹{text}› ({parts})", number=top.number, text=top.text, parts=parts))


def split_idea(screen: LeadingScreen, number: int) -> None:
    """Take an idea out of its group."""
    idea = screen.session.idea(number)
    if idea is None:
        _no_idea(screen, number)
    elif screen.session.split(number):
        screen.done(screen.say("Apart again: {number} ‹{text}›", number=number, text=idea.text))
    else:
        screen.done(screen.say("{number} stands alone already.", number=number))


def _no_idea(screen: LeadingScreen, number: int) -> None:
    screen.done(screen.say("There is no idea {number}.", number=number))


def rate(screen: LeadingScreen, text: str) -> None:
    """Everybody's figures, one or several in a line. What is no figure stays in the line."""
    session, say = screen.session, screen.say
    language = session.strategy.language
    words = text.replace(";", " ").split()
    figures = [parse_number(word, language) for word in words]
    wrong = [word for word, figure in zip(words, figures, strict=True) if figure is None]
    if wrong:
        screen.typing.line.put(text.strip())
        screen.done(say("“{word}” is no figure. Nothing was taken yet.", word=wrong[0]))
        return
    odd = [figure for figure in figures if figure is not None and not _possible(screen, figure)]
    if odd:
        screen.typing.line.put(text.strip())
        screen.done(say("{figure} is not on this scale. Nothing was taken yet.", figure=show_number(odd[0], language)))
        return
    for figure in figures:
        if figure is not None:
            session.rate(screen.author or None, figure)
            if screen.author and screen.hot_seat is None:
                _next_of_those_present(screen)
    given = len(session.ratings())
    text = (
        say("{n} of {all} figures", n=given, all=session.people)
        if session.people
        else say.plural("{n} figure", "{n} figures", given)
    )
    if session.people and given >= session.people:
        text += " · " + say("{key} shows them.", key=screen.shown_key("next-step"))
    screen.done(text)


def _possible(screen: LeadingScreen, figure: float) -> bool:
    kind = screen.sitting.card.answer
    low, high = getattr(kind, "low", None), getattr(kind, "high", None)
    return low is None or high is None or (low <= figure <= high and float(figure).is_integer())


def _next_of_those_present(screen: LeadingScreen) -> None:
    """The next participant says a figure, in the order in which they came."""
    ring = [person.id for person in screen.session.participants()]
    if screen.author in ring:
        at = ring.index(screen.author) + 1
        screen.author = ring[at] if at < len(ring) else ""


# -- what was typed before ---------------------------------------------------------------------------------------------


def recall(screen: LeadingScreen, step: int) -> None:
    """Put the idea before (or after) into the line, to be worded otherwise."""
    if screen.session.step not in ("collect", "merge", "vote") or screen.hot_seat is not None or screen.typing.wanted:
        return
    listed = [idea for idea in screen.session.ideas() if idea.text]
    if screen.view.step == "vote" and screen.view.types or not listed:
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


def _reword(screen: LeadingScreen, text: str) -> None:
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
    command, screen.last_command = screen.last_command, ""
    if command in (".", "b"):
        session.set_blank(not session.blank)
    elif command and not command.startswith("@"):
        session.undo()
    if command:
        screen.typing.line.put(command)
        screen.plain_words = command
        screen.typing.begin()
        screen.done(say("Taken back. Enter makes “{line}” an idea; Esc drops it.", line=command))
        return
    undone = session.undo()
    if undone is None:
        screen.done(say("There is nothing to take back on this card."))
        return
    if screen.has_class("-answering"):
        screen.editor.refresh_answer()
    screen.done(say(UNDONE.get(undone.what, N_("Taken back.")), number=undone.number, text=undone.text))
