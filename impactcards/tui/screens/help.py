"""Help for what has the focus: how this kind of answer is given, every key, the signs, and the words of the game."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from impactcards.tui.keys import Deed, keys_of, shown_key
from impactcards.tui.screens.map import STATES
from impactcards.tui.widgets.header import GLYPHS, HERE
from impactcards.tui.widgets.line import Block, Line
from impactcards.words import N_, Words

#: How each kind of answer is given.
ANSWERING = {
    "text": N_("Write as you speak. Enter begins a new line. The answer goes into the document as it stands."),
    "list": N_(
        "One item a line: Enter begins the next one, Backspace in an empty one takes it away. "
        "Shift with ↑ or ↓ moves an item. Five pasted lines become five items."
    ),
    "choice": N_(
        "↑ and ↓ go through the options, Space or Enter ticks one. A digit ticks the option with that number."
    ),
    "rank": N_("Space lifts an entry, ↑ and ↓ carry it, Space sets it down. A digit puts it at that place."),
    "scale": N_("A digit sets the rating at once, ← and → change it, Backspace takes it away."),
    "number": N_("Type a figure. What is no figure is kept as you typed it, and pointed out."),
    "date": N_(
        "Type a day as you would write it: “5 Dec”, “tomorrow”, “end of March”, “Q3 2027”. "
        "Below it stands how it was read."
    ),
    "table": N_(
        "Enter or Tab goes to the next cell, the arrows to any. Where something is chosen, Enter opens the list: "
        "type to find, Enter ticks, Tab goes on. Shift with ↑ or ↓ moves a row."
    ),
}

#: The words of the game, explained where a newcomer looks.
WORDS = (
    (N_("card"), N_("one question. Its back has ways in and an example.")),
    (N_("suit"), N_("a group of cards about one subject, with a colour and a sign.")),
    (N_("recipe"), N_("a choice of cards for one aim and the time you have.")),
    (N_("hand"), N_("the cards you play now: those of the recipe that apply to you.")),
    (N_("put off"), N_("left for later. The document names it among what is still open.")),
)


class HelpScreen(ModalScreen[None]):
    """Shows the help over the screen it explains."""

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,f1,h,q,enter", "dismiss(None)"),
        ("pagedown,space", "read(1)"),
        ("pageup", "read(-1)"),
    ]

    def __init__(
        self, say: Words, deeds: Sequence[Deed], keymap: Mapping[str, str], *, kind: str = "", intro: str = ""
    ) -> None:
        super().__init__()
        self.say, self._deeds, self._keymap, self._kind, self._intro = say, deeds, keymap, kind, intro

    def compose(self) -> ComposeResult:
        say = self.say
        with VerticalScroll(classes="dialog tall"):
            if self._intro:
                yield Block(self._intro)
            if self._kind in ANSWERING:
                yield Block(
                    Content.assemble((say("Answering this card"), "$primary bold"), "\n", say(ANSWERING[self._kind]))
                )
                yield Block(" ")
            yield Block(Content.styled(say("Keys"), "$primary bold"))
            yield Block(self._keys())
            yield Block(" ")
            yield Block(
                Content.styled(
                    say(
                        "Without a field in focus (after Esc), the letters work. "
                        "On any keyboard and in any terminal: Esc, then the letter."
                    ),
                    "$quiet",
                )
            )
            yield Block(" ")
            if self._kind:
                signs = [f"{HERE} {say('here')}", *(f"{GLYPHS[state]} {say(word)}" for state, word in STATES.items())]
                yield Block(Content.assemble((say("Signs"), "$primary bold"), "\n", "  ".join(signs)))
                yield Block(" ")
            yield Block(Content.styled(say("Words"), "$primary bold"))
            for word, meaning in WORDS:
                yield Block(Content.assemble((say(word), "bold"), ": ", say(meaning)))
            yield Block(" ")
            yield Line(Content.styled(say("Esc closes this."), "$quiet"))

    def _keys(self) -> Content:
        say = self.say
        lines = []
        for deed in self._deeds:
            keys = [say(shown_key(key)) for key in keys_of(deed, self._keymap)][:2]
            letter = say(shown_key(deed.letters[0])) if deed.letters else ""
            lines.append(Content.assemble((f"{' '.join(keys):<12}", "bold"), (f"{letter:<6}", "bold"), say(deed.about)))
        return Content("\n").join(lines)

    def action_read(self, step: int) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_page_down(animate=False) if step > 0 else scroll.scroll_page_up(animate=False)
