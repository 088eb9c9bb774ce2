"""One editor for each kind of answer. To add a kind, write its editor beside these and name it in ``_EDITORS``.

An editor's module is imported when the first card of its kind is shown, so that the first card of all comes at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from impactcards.deck.kinds import AnswerKind
from impactcards.tui.editors.base import Editor
from impactcards.words import Words

#: kind -> the class in the module of the same name.
_EDITORS = {
    "choice": "ChoiceEditor",
    "date": "DateEditor",
    "list": "ListEditor",
    "number": "NumberEditor",
    "rank": "RankEditor",
    "scale": "ScaleEditor",
    "table": "TableEditor",
    "text": "TextEditor",
}


def editor_for(answer: AnswerKind, say: Words) -> Editor:
    """A new editor for answers of this kind; it serves every card that asks for the same kind."""
    module = import_module(f"{__name__}.{answer.kind}")
    made = cast("type[Editor]", getattr(module, _EDITORS[answer.kind]))
    return made(say)


__all__ = ["Editor", "editor_for"]
