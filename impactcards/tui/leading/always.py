"""What is one key away in every step. Each deed says what it did; each can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen


def park(screen: LeadingScreen) -> None:
    """Put what stands in the line into the parking lot; from an empty line, ask for a line to park."""
    say, typing = screen.say, screen.typing

    def take(text: str) -> None:
        if screen.session.park(text, screen.author or None) is not None:
            n = len(screen.session.parked())
            screen.done(
                say.plural(
                    "Parked: ‹{text}›. {n} in the parking lot.",
                    "Parked: ‹{text}›. {n} in the parking lot.",
                    n,
                    text=text,
                )
            )

    if typing.wanted is None and typing.line.value.strip():
        take(typing.take_out())
    elif typing.wanted is None:
        typing.ask(say("park"), take, ghost=say("what will be talked about later"))
    else:
        text = typing.take_out()
        typing.give_up()
        if text:
            take(text)


def action(screen: LeadingScreen) -> None:
    """Ask for an action."""
    from impactcards.tui.leading.actions import note_action

    say = screen.say
    screen.typing.ask(
        say("action"), lambda text: note_action(screen, text), ghost=say("Anna: call the printer by Friday")
    )


def quote(screen: LeadingScreen) -> None:
    """Ask for a sentence somebody said."""
    say = screen.say
    if screen.session.card is None:
        screen.done(say("A quote belongs to a card; there is none in hand."))
        return

    def take(text: str) -> None:
        words, by = said_by(screen, text)
        if screen.session.quote(words, by or None):
            screen.done(say("Quoted: “{text}”", text=words) + _of(screen, by))

    screen.typing.ask(say("quote"), take, ghost=say("Ben: word for word"))


def why(screen: LeadingScreen) -> None:
    """Ask why it was decided like this."""
    say, session = screen.say, screen.session
    if session.card is None:
        screen.done(say("A reason belongs to a card; there is none in hand."))
        return

    def take(text: str) -> None:
        session.set_why(text)
        screen.done(say("Why: {why}", why=text) if text else say("The reason is taken out."))

    held = session.decision.why if session.decision else ""
    screen.typing.ask(say("why"), take, value=held, ghost=say("one sentence for the minutes"), empty_too=True)


def dissent(screen: LeadingScreen) -> None:
    """Ask who disagrees, and with what."""
    say, session = screen.say, screen.session
    if session.card is None:
        screen.done(say("One disagrees on a card; there is none in hand."))
        return

    def take(text: str) -> None:
        words, by = said_by(screen, text)
        if session.add_dissent(words, by or None):
            screen.done(
                say(
                    "Written down that {who} disagrees: {text}",
                    who=session.name_of(by) if by else say("somebody"),
                    text=words,
                )
            )

    screen.typing.ask(say("disagree"), take, ghost=say("Ben: too early for that"))


def said_by(screen: LeadingScreen, text: str) -> tuple[str, str]:
    """The words and the participant's id of ``Ben: too early``; the author in hand, or nobody, without a name."""
    from impactcards.strategy.sessions.people import known_as

    name, colon, words = text.partition(":")
    person = known_as(name, screen.session.participants()) if colon and words.strip() else None
    return (words.strip(), person.id) if person is not None else (text, screen.author)


def _of(screen: LeadingScreen, by: str) -> str:
    return f" · {screen.session.name_of(by)}" if by else ""


def joker(screen: LeadingScreen) -> None:
    """Draw a joker and show it on the wall; the same key puts it away."""
    session, say = screen.session, screen.say
    if session.joker:
        session.put_away_joker()
        screen.done(say("The joker is put away."))
        return
    drawn = session.draw_joker()
    screen.done(say("Joker: {text}", text=drawn) if drawn else say("This deck has no jokers."))


def hints(screen: LeadingScreen) -> None:
    """The hints on the wall, or off it."""
    session, say = screen.session, screen.say
    card = session.card
    if card is None or not card.hints:
        screen.done(say("There are no hints here."))
        return
    session.show_hints(not session.hints_shown)
    screen.done(say("The hints are on the wall.") if session.hints_shown else say("The hints are off the wall."))


def blank(screen: LeadingScreen) -> None:
    """The wall dark, or back."""
    session, say = screen.session, screen.say
    session.set_blank(not session.blank)
    screen.done(say("The wall is dark. The same key brings it back.") if session.blank else say("The wall is back."))


def pause(screen: LeadingScreen) -> None:
    """Stop the clocks, or let them run."""
    say = screen.say
    runs = screen.session.toggle_pause()
    screen.done(say("The clock runs.") if runs else say("The clock stands. The same key lets it run."))


def minutes(screen: LeadingScreen, by: int) -> None:
    """A minute more or less for the step."""
    screen.session.add_minutes(by)
    screen.done(screen.say("One minute more.") if by > 0 else screen.say("One minute less."))


def note(screen: LeadingScreen) -> None:
    """A note to the card."""
    say, strategy = screen.say, screen.sitting.strategy
    card = screen.session.card
    if card is None:
        screen.done(say("A note belongs to a card; there is none in hand."))
        return

    def take(text: str) -> None:
        strategy.set_note(card.id, text)
        screen.done(say("Note: {note}", note=text) if text else say("The note is taken out."))

    screen.typing.ask(say("note"), take, value=strategy.answer(card.id).note, empty_too=True)


def votes_each(screen: LeadingScreen) -> None:
    """How many votes each person has on the card in hand."""
    say, session = screen.say, screen.session
    if session.card is None:
        screen.done(say("Votes belong to a card; there is none in hand."))
        return

    def take(text: str) -> None:
        if not text.isdecimal() or not 0 < int(text[:4]) < 100:
            screen.done(say("How many votes has each person? A number, such as 3."))
            return
        session.set_votes_each(int(text[:4]))
        screen.done(say.plural("{n} vote each", "{n} votes each", session.votes_each))

    screen.typing.ask(say("votes each"), take, ghost=say("{n} now", n=session.votes_each))


def people(screen: LeadingScreen) -> None:
    """Somebody comes or leaves."""
    from impactcards.tui.leading.people import take_people

    say = screen.say
    screen.typing.ask(
        "@", lambda text: take_people(screen, text), ghost=say("Anna comes · -Ben leaves · or how many are here")
    )
