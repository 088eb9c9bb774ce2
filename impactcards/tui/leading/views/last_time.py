"""What was left open last time: the actions, each done, moved or dropped by one key, and the parking lot."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from impactcards.strategy.sessions.actions import Action
from impactcards.strategy.sessions.asides import actions_of
from impactcards.tui.leading.actions import who_and_when
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.views.view import View, paragraphs
from impactcards.tui.widgets.rows.wrap import cut
from impactcards.words import N_

#: What can become of an action, with the sign it has then.
STATES = {
    "open": ("○", N_("open")),
    "done": ("✓", N_("done")),
    "moved": ("→", N_("moved")),
    "dropped": ("×", N_("dropped")),
}


class LastTimeView(View):
    """The open actions of earlier sessions."""

    step: ClassVar[str] = "last-time"
    timed: ClassVar[bool] = False
    bar: ClassVar[tuple[str, ...]] = (
        "action-done", "action-moved", "action-dropped", "other-entry", "next-step", "back-step", "undo",
    )  # fmt: skip

    _at = 0
    _shown: tuple[Action, ...] = ()

    def opened(self) -> None:
        self._shown = self.session.open_actions()

    def draw(self, width: int, height: int) -> Drawn:
        say, session = self.say, self.session
        lines, keep = [], 0
        actions = self._now()
        if actions:
            lines += [Content.styled(say("What became of the actions?"), "bold")]
        for n, action in enumerate(actions):
            sign, word = STATES.get(action.state, STATES["open"])
            here = n == self._at
            tail = f"{who_and_when(action, session, say)} · {say(word)}"
            text = cut(action.text, max(10, width - Content(tail).cell_length - 8))
            gap = " " * max(2, width - 5 - Content(text).cell_length - Content(tail).cell_length)
            keep = len(lines) if here else keep
            style = "bold" if here else "$quiet" if action.state != "open" else ""
            lines.append(
                Content.assemble(
                    ("▸ " if here else "  ", "$primary bold"),
                    (f"{sign} ", "bold"),
                    (text, style),
                    (gap + tail, "$quiet"),
                )
            )
        parked = session.parked()
        if parked:
            lines += [Content()] if lines else []
            lines.append(Content.styled(say("The parking lot"), "bold"))
            lines += paragraphs(width, *((each.text, "") for each in parked), hanging="  · ")
        if not lines:
            lines = paragraphs(width, (say("Nothing is open from last time."), "$quiet"))
        return Drawn(lines, keep)

    def _now(self) -> list[Action]:
        """The actions that were open when this was opened, as they stand now."""
        by_id = {action.id: action for action in actions_of(self.session.strategy)}
        return [by_id.get(action.id, action) for action in self._shown]

    def key(self, key: str) -> bool:
        actions = self._now()
        if not actions:
            return False
        if key in ("up", "down"):
            self._at = max(0, min(self._at + (1 if key == "down" else -1), len(actions) - 1))
            self.screen.show_all()
            return True
        action = actions[max(0, min(self._at, len(actions) - 1))]
        if key == "d":
            self._set(action, "open" if action.state == "done" else "done")
        elif key == "x":
            self._set(action, "open" if action.state == "dropped" else "dropped")
        elif key == "m":
            self._ask_when(action)
        else:
            return False
        return True

    def _set(self, action: Action, state: str) -> None:
        self.session.set_action_state(action.id, state)
        self.screen.done(f"‹{action.text}›: {self.say(STATES[state][1])}")
        self._at = min(self._at + (state != "open"), len(self._shown) - 1)
        self.screen.show_all()

    def _ask_when(self, action: Action) -> None:
        def take(text: str) -> None:
            self.session.set_action_state(action.id, "moved", until=text)
            moved = next((each for each in self._now() if each.id == action.id), action)
            self.screen.done(f"‹{action.text}›: {who_and_when(moved, self.session, self.say)}")

        self.screen.typing.ask(self.say("until when"), take, value=action.until, ghost=self.say("next Friday"))
