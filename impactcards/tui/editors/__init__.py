"""One editor for each kind of answer. To add a kind, write its editor beside these and name it in ``_EDITORS``."""

from __future__ import annotations

from impactcards.deck.kinds import AnswerKind
from impactcards.tui.editors.base import Editor
from impactcards.tui.editors.choice import ChoiceEditor
from impactcards.tui.editors.date import DateEditor
from impactcards.tui.editors.list import ListEditor
from impactcards.tui.editors.number import NumberEditor
from impactcards.tui.editors.rank import RankEditor
from impactcards.tui.editors.scale import ScaleEditor
from impactcards.tui.editors.table import TableEditor
from impactcards.tui.editors.text import TextEditor
from impactcards.words import Words

_EDITORS: dict[str, type[Editor]] = {
    editor.kind: editor for editor in (
        ChoiceEditor, DateEditor, ListEditor, NumberEditor, RankEditor, ScaleEditor, TableEditor, TextEditor,
    )
}


def editor_for(answer: AnswerKind, say: Words) -> Editor:
    """A new editor for answers of this kind; it serves every card that asks for the same kind."""
    return _EDITORS[answer.kind](say)


__all__ = ["Editor", "editor_for"]
