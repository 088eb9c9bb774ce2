"""The result of a vote as lines: options by votes, figures by their spread, the answer, why, who disagrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from impactcards.strategy.kinds import as_lines
from impactcards.strategy.numbers import show_number
from impactcards.strategy.sessions import Idea
from impactcards.strategy.sessions.proposal import most
from impactcards.tui.leading.spread import spread_lines
from impactcards.tui.leading.views.view import paragraphs
from impactcards.tui.widgets.rows.wrap import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.tui.leading.screen import LeadingScreen


def option_lines(ideas: Sequence[Idea], picked: tuple[int, ...], *, at: int, width: int) -> list[Content]:
    """A line for each idea, the one with the mark being the one at place ``at``."""
    top = max((idea.votes or 0 for idea in ideas), default=0)
    longest = max((Content(idea.text).cell_length + 4 * len(idea.parts) for idea in ideas), default=0)
    bar = 20 if width >= 96 else 10
    room = min(width, longest + 24 + bar)
    return [_option(idea, picked, here=n == at, width=room, bar=bar, top=top) for n, idea in enumerate(ideas)]


def _option(idea: Idea, picked: tuple[int, ...], *, here: bool, width: int, bar: int, top: int) -> Content:
    """``▸☑ 1  3  Win 40 leads   ██████ 9``; ``top`` are the votes of the first one, 0 where nobody voted."""
    ticked = idea.number in picked
    place = f"{picked.index(idea.number) + 1}" if ticked and len(picked) > 1 else ""
    bar = bar if top else 0
    filled = round(bar * (idea.votes or 0) / top) if top else 0
    votes = "" if idea.votes is None else str(idea.votes)
    tail = f"  ({' + '.join(map(str, idea.parts))})" if idea.parts else ""
    room = max(8, width - 14 - (bar + 5 if top else 0) - len(tail))
    text = cut(idea.text, room)
    return Content.assemble(
        ("▸" if here else " ", "$primary bold"), ("☑" if ticked else "☐", "$success bold" if ticked else "$quiet"),
        (f"{place:>2} ", "$success bold"), (f"{idea.number:>3}  ", "$primary bold" if here else "$quiet"),
        (text, "bold" if ticked else ""), (tail, "$quiet"), " " * max(1, room - Content(text).cell_length + 1),
        ("█" * filled + " " * (bar - filled), "$success" if ticked else "$quiet"),
        (f" {votes:>3}" if top else "", "bold"),
    )  # fmt: skip


def vote_lines(screen: LeadingScreen, picked: tuple[int, ...], width: int) -> list[Content]:
    """What the vote says, a tie in words, and what the next key does with it."""
    say, session = screen.say, screen.session
    cast = session.votes_cast()
    decided = session.decision is not None and bool(session.winners())
    note = session.proposal().note
    parts = []
    if cast and cast == session.votes_all():
        parts.append(say("All {n} votes are in.", n=cast))
    elif cast:
        parts.append(say.plural("{n} vote was counted.", "{n} votes were counted.", cast))
    if note is not None and not decided:
        parts.append(say(note))
    limit = most(screen.sitting.card)
    if limit is not None and len(picked) > limit:
        parts.append(say("{n} are ticked; the card asks for {most} at most.", n=len(picked), most=limit))
    if decided:
        parts.append(say("What is ticked is the answer now."))
    elif picked:
        parts.append(say("{key} makes what is ticked the answer.", key=screen.shown_key("next-step")))
    return [*paragraphs(width, (" ".join(parts), "bold")), Content()] if parts else []


def figure_lines(screen: LeadingScreen, width: int) -> list[Content]:
    """Everybody's figures as they lie, and what the next key does with them; or the answer."""
    say, session, card = screen.say, screen.session, screen.sitting.card
    values = [rating.value for rating in session.ratings()]
    proposal = session.proposal()
    lines: list[Content] = []
    if values:
        agree = len(values) > 1 and min(values) == max(values)
        text = say("All say the same.") if agree else say.plural("{n} figure", "{n} figures", len(values))
        lines = [Content.styled(text, "bold"), *spread_lines(card, values, width, session.strategy.language)]
        lines += paragraphs(width, (say(proposal.note), "$quiet")) if proposal.note is not None else []
        lines.append(Content())
    if session.decided or proposal.value is None:
        return [*lines, *answer_lines(screen, width)]
    words = {"key": screen.shown_key("next-step"), "value": show_number(proposal.value, session.strategy.language)}
    text = say("{key} makes the middle one the answer: {value}. Enter writes another.", **words)
    if card.answer.kind == "scale":
        text = say("{key} makes the middle one the answer: {value}. A digit says another.", **words)
    return [*lines, *paragraphs(width, (text, "bold"))]


def answer_lines(screen: LeadingScreen, width: int) -> list[Content]:
    """The answer as it stands, or how to write it."""
    say, sitting = screen.say, screen.sitting
    held = as_lines(sitting.card, sitting.strategy, sitting.speak)
    if not held:
        return paragraphs(width, (say("Nothing is decided yet. Enter writes the answer."), ""))
    said = paragraphs(width, *((line, "bold $success") for line in held), hanging="  ")
    return [Content.styled(say("The answer"), "bold"), *said]


def said_lines(screen: LeadingScreen, width: int) -> list[Content]:
    """Why, and who disagrees."""
    say, decision = screen.say, screen.session.decision
    if decision is None:
        return []
    lines = paragraphs(width, (say("Why: {why}", why=decision.why), "")) if decision.why else []
    for said in decision.dissent:
        who = screen.session.name_of(said.by) if said.by else say("somebody")
        lines += paragraphs(width, (say("{who} disagrees: {text}", who=who, text=said.text), "$quiet"))
    return [Content(), *lines] if lines else []
