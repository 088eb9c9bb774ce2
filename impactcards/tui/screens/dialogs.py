"""Small dialogs: a question with two answers, one line to type, one thing to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option as ListedOption

from impactcards.records import record
from impactcards.text import clean
from impactcards.tui.widgets.line import Block, Line
from impactcards.words import Words

Answered = TypeVar("Answered")

#: Cells that a line of a list has at 80 columns, beside the frame and the scroll bar.
ROOM = 66


class Dialog(ModalScreen[Answered]):
    """A dialog that is answered once: a second Enter that is on its way already means nothing."""

    def action_answer(self, answer: Answered | None) -> None:
        self.answer_with(answer)

    def answer_with(self, answer: Answered | None) -> None:
        """Close the dialog with an answer, unless it is closed."""
        if self.is_current:
            self.dismiss(answer)


class Question(Dialog[bool]):
    """Asks something that is answered with one of two words. Esc is no."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [("escape", "answer(False)"), ("y,j", "answer(True)"), ("n", "answer(False)")]

    def __init__(self, text: str, say: Words, *, yes: str, no: str) -> None:
        super().__init__()
        self._text, self._say, self._yes, self._no = text, say, yes, no

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Block(self._text)
            with Horizontal(classes="buttons"):
                yield Button(Content(self._yes), id="yes", variant="primary")
                yield Button(Content(self._no), id="no")

    @on(Button.Pressed)
    def answer(self, event: Button.Pressed) -> None:
        self.answer_with(event.button.id == "yes")


class AskLine(Dialog[str | None]):
    """Asks for one line. Enter takes it; Esc leaves everything as it was, or takes it too where ``keep`` says so."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [("escape", "leave")]

    def __init__(self, title: str, say: Words, *, value: str = "", hint: str = "", keep: bool = False) -> None:
        super().__init__()
        self._title, self._say, self._value, self._hint, self._keep = title, say, value, hint, keep

    def action_leave(self) -> None:
        self.answer_with(clean(self.query_one(Input).value).strip() if self._keep else None)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Line(Content.styled(self._title, "bold"))
            yield Input(self._value, select_on_focus=False)
            yield Block(Content.styled(self._hint or self._say("Enter takes it, Esc leaves it as it was."), "$quiet"))

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        self.answer_with(clean(event.value).strip())


@record
class Choice:
    """One thing to choose: its id, what it is called, and a quieter word on the right or below."""

    id: str
    title: str
    about: str = ""
    aside: str = ""


class Choose(Dialog[str | None]):
    """Chooses one of several things; with ``filter`` one types to find it. Esc chooses nothing."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [
        ("escape", "answer(None)"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("pagedown", "move(8)"),
        ("pageup", "move(-8)"),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], say: Words, *, filter: bool = False, at: str = ""
    ) -> None:
        super().__init__()
        self._title, self._choices, self._say, self._filter, self._at = title, tuple(choices), say, filter, at
        widest = max((Content(choice.title).cell_length for choice in choices if choice.aside), default=0)
        longest = max((Content(choice.aside).cell_length for choice in choices), default=0)
        self._widest = max(10, min(widest, ROOM - longest - 2))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Block(Content.styled(self._title, "bold"))
            if self._filter:
                yield Input(placeholder=self._say("type to find"), select_on_focus=False)
            options = OptionList(*self._options(""), markup=False)
            options.can_focus = not self._filter
            yield options
            yield Line(Content.styled(self._say("↑ ↓ and Enter choose, Esc goes back."), "$quiet"))

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        shown = [choice.id for choice in self._choices]
        options.highlighted = shown.index(self._at) if self._at in shown else 0 if shown else None

    def _options(self, wanted: str) -> list[ListedOption]:
        folded = wanted.casefold()
        return [
            ListedOption(self._prompt(choice), id=choice.id)
            for choice in self._choices
            if folded in f"{choice.title} {choice.about} {choice.aside}".casefold()
        ]

    def _prompt(self, choice: Choice) -> Content:
        title = Content.styled(choice.title, "bold" if choice.about else "")
        if choice.aside:
            title = title.truncate(self._widest, ellipsis=True)
        gap = " " * (2 + max(0, self._widest - title.cell_length))
        line = Content.assemble(title, gap, (choice.aside, "$quiet")) if choice.aside else title
        return Content.assemble(line, "\n", (choice.about, "$quiet")) if choice.about else line

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._options(event.value.strip()))
        options.highlighted = 0 if options.option_count else None

    @on(Input.Submitted)
    def take_highlighted(self) -> None:
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        self.answer_with(event.option.id)

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if abs(step) > 1 and options.option_count <= abs(step):
            return  # a page further than a short list goes: a key meant for what lies below it
        if options.option_count:
            at = (options.highlighted or 0) + step
            options.highlighted = (
                max(0, min(options.option_count - 1, at)) if abs(step) > 1 else at % options.option_count
            )
