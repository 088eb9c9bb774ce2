"""Longer writing in one's own editor and back: prose as it is, a list as one item a line."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from impactcards.deck.kinds import ListAnswer, TextAnswer
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, Value
from impactcards.text import clean

if TYPE_CHECKING:
    from impactcards.tui.app import ImpactCardsApp
    from impactcards.tui.screens.card import CardScreen

#: Tried in this order where neither the settings nor VISUAL or EDITOR name one: editors that anybody can leave again.
FALLBACKS = ("nano", "notepad")


def editor_command(wanted: str) -> list[str] | None:
    """The editor's command line, or None if no editor is there."""
    for command in (wanted, os.environ.get("VISUAL", ""), os.environ.get("EDITOR", "")):
        if command.strip():
            return shlex.split(command, posix=os.name != "nt")
    return next(([found] for name in FALLBACKS if (found := shutil.which(name))), None)


def edit_answer(app: ImpactCardsApp, screen: CardScreen) -> None:
    """Open the answer on the table in the editor; what comes back is the answer."""
    say, sitting = app.say, screen.sitting
    card = sitting.card
    if not isinstance(card.answer, TextAnswer | ListAnswer):
        screen.say_once(say("Prose and lists can be written in an editor; this card is answered here."))
        return
    if sitting.read_only:
        return
    command = editor_command(app.settings.editor)
    if command is None:
        screen.say_once(say("No editor was found. Name one in the settings."), trouble=True)
        return
    screen.editor.flush()
    before = _as_text(sitting.strategy.answer(card.id).value)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{card.id}.txt")
        path.write_text(before, encoding="utf-8")
        try:
            with app.suspend():
                subprocess.run([*command, str(path)], check=False)
        except (OSError, SuspendNotSupported):
            screen.say_once(
                say("The editor “{command}” could not be started.", command=" ".join(command)), trouble=True
            )
            return
        after = clean(path.read_text(encoding="utf-8", errors="replace")).rstrip("\n")
    app.refresh(layout=True)
    if after != before:
        sitting.answer(card, _as_value(after, card.answer, sitting.strategy, card.id))
        screen.editor.refresh_answer()


def _as_text(value: Value) -> str:
    if isinstance(value, tuple):
        return "\n".join(item.text for item in value if isinstance(item, Item))
    return value if isinstance(value, str) else ""


def _as_value(text: str, kind: TextAnswer | ListAnswer, strategy: Strategy, card_id: str) -> Value:
    """Read the text back. A line that an item had keeps that item; else it takes the item in whose place it stands."""
    if isinstance(kind, TextAnswer):
        return text
    held = list(strategy.items(card_id))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    by_text = {item.text: item for item in held}
    kept = {line for line in lines if line in by_text}
    spare = [item for item in held if item.text not in kept]
    items: list[Item] = []
    used: set[str] = set()
    for place, line in enumerate(lines):
        known = by_text.get(line)
        if known is None and place < len(held) and held[place] in spare:
            known = held[place]
        if known is None or known.id in used:
            items.append(Item(strategy.make_id(), line))
        else:
            items.append(Item(known.id, line))
            used.add(known.id)
    return tuple(items)
