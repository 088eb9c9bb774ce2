"""A typed line: what it meant, what it did, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.numbers import parse_number, show_number
from impactcards.strategy.sessions import Typed, as_words, read_line
from impactcards.tui.leading import always
from impactcards.tui.leading.people import take_people
from impactcards.tui.leading.taking_back import Taken, reword

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen


def enter(screen: LeadingScreen, text: str) -> None:
    """Take a line that was typed for the step."""
    session, step = screen.session, screen.session.step
    typed = as_words(text, step) if screen.plain_words == text.strip() else read_line(text, step)
    screen.plain_words = ""
    screen.taken = None
    if screen.editing:
        reword(screen, text.strip())
    elif typed.what == "blank":
        always.blank(screen)
        screen.taken = Taken(text.strip(), lambda: session.set_blank(not session.blank))
    elif typed.what == "arrive":
        take_people(screen, typed.text)
    elif typed.what != "nothing":
        screen.view.entered(typed)


def enter_ideas(screen: LeadingScreen, typed: Typed) -> None:
    """A line in a step in which ideas are typed: an idea, or a command about ideas."""
    session, say = screen.session, screen.say
    if typed.what == "same":
        number = typed.numbers[0]
        idea = session.idea(number)
        if idea is None or not session.same_as(number):
            _no_idea(screen, number)
            return
        screen.taken = Taken(f"={number}", session.undo)
        screen.done(say("{number} ‹{text}› · ×{n}", number=number, text=idea.text, n=session.voices(number)))
    elif typed.what in ("under", "together"):
        merge_ideas(screen, typed.numbers, typed.text)
    else:
        idea = session.add_idea(typed.text, by=screen.author or None)
        if idea is not None:
            said = f"{idea.number} ‹{idea.text}›"
            screen.done(f"{said} · {screen.author_name}" if idea.by else said)


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
    sign = "+" if text or len(numbers) > 2 else "="
    screen.taken = Taken(f"{sign.join(map(str, numbers))} {text}".strip(), session.undo)
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
