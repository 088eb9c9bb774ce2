"""From the document on the screen to a file: which format, where to, and a word on where it went."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.document.formats import FORMATS, Format, Options, is_missing, require, write, write_data
from impactcards.faults import UserError
from impactcards.records import record
from impactcards.tui.saving import shown_path
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from impactcards.home import Home
    from impactcards.tui.screens.document import DocumentScreen
    from impactcards.tui.sitting import Sitting

#: What each format is good for, by its name.
_GOOD_FOR = {
    "html": N_("One page for the browser: to mail, to read on a phone, to print."),
    "docx": N_("To go on writing in Word or LibreOffice."),
    "pdf": N_("To hand in: title page, contents, page numbers."),
    "md": N_("Plain text with light marks, for wikis and notes."),
    "csv": N_("For a spreadsheet: tables, lists and actions, in one zip."),
    "json": N_("All the answers, for another program."),
}

#: The formats in the order in which they are offered; what is not named here comes last.
_ORDER = ("html", "docx", "pdf", "md", "csv", "json")


@record
class Wish:
    """What a person chose: a format, all of it or the one page."""

    chosen: Format
    one_page: bool = False

    @property
    def id(self) -> str:
        return f"{self.chosen.name}-one-page" if self.one_page else self.chosen.name


def export(screen: DocumentScreen, sitting: Sitting, home: Home) -> None:
    """Ask for the format and the place, write the file, and say on the screen where it is."""
    from impactcards.tui.screens.dialogs import Choice, Choose

    say = screen.say
    wishes = {wish.id: wish for wish in _wishes(one_page=bool(sitting.deck.document.one_page))}
    missing = say("needs one more package")
    choices = [
        Choice(wish.id, _title(wish, say), _about(wish, say), missing if is_missing(wish.chosen) else "")
        for wish in wishes.values()
    ]

    def take(wish_id: str | None) -> None:
        if wish_id in wishes:
            _Export(screen, sitting, home, wishes[wish_id]).ask()

    screen.app.push_screen(Choose(say("Write the document as"), choices, say), take)


def _wishes(*, one_page: bool) -> list[Wish]:
    rank = {name: n for n, name in enumerate(_ORDER)}
    formats = sorted(FORMATS, key=lambda known: rank.get(known.name, len(rank)))
    pages = [Wish(known, one_page=True) for known in formats if known.one_page and known.name != "md"]
    whole = [Wish(known) for known in formats]
    return [*whole[:3], *(pages if one_page else []), *whole[3:]]


def _title(wish: Wish, say: Words) -> str:
    return say("{title}, on one page", title=wish.chosen.title) if wish.one_page else wish.chosen.title


def _about(wish: Wish, say: Words) -> str:
    return say("To hang on a wall: A4 across, large letters.") if wish.one_page else say(_GOOD_FOR[wish.chosen.name])


class _Export:
    """One export on its way: first the place is asked for, then, if need be, whether a file may be replaced."""

    def __init__(self, screen: DocumentScreen, sitting: Sitting, home: Home, wish: Wish) -> None:
        self._screen, self._sitting, self._home, self._wish = screen, sitting, home, wish
        self._say = screen.say
        self._remarks: list[Message] = []
        self._options = Options(wish.one_page, remark=self._remarks.append)

    def ask(self) -> None:
        """Ask where to, with a proposal; before that, say what has to be installed."""
        from impactcards.tui.screens.dialogs import AskLine

        say = self._say
        try:
            require(self._wish.chosen, self._options)
        except UserError as error:
            self._tell(error.message, trouble=True)
            return

        def take(typed: str | None) -> None:
            if typed:
                self._go(typed, force=False)

        title = say("Where to? ({title})", title=_title(self._wish, say))
        hint = say("Enter writes it there, Esc does not.")
        proposed = shown_path(documents_folder() / self._file_name())
        self._screen.app.push_screen(AskLine(title, say, value=proposed, hint=hint), take)

    def _file_name(self) -> str:
        """The strategy's own folder name with the usual ending."""
        page = "-one-page" if self._wish.one_page else ""
        return f"{self._sitting.opened.folder.name}{page}{self._wish.chosen.ending}"

    def _go(self, typed: str, *, force: bool) -> None:
        target = target_of(typed, self._wish.chosen, self._file_name())
        self._tell(Message(N_("Writing {file} …"), file=shown_path(target)))
        self._screen.run_worker(self._write(target, typed, force=force), exclusive=True)

    async def _write(self, target: Path, typed: str, *, force: bool) -> None:
        from impactcards.document.files import NotOurs, write_file
        from impactcards.strategy.state import Note

        note = Note(self._home.state, self._sitting.opened.folder)
        self._remarks.clear()
        try:
            data = await self._made()
            await asyncio.to_thread(write_file, target, data, note, force=force)
        except NotOurs:
            self._ask_to_replace(target, typed)
        except UserError as error:
            self._tell(error.message, trouble=True)
        except OSError as error:
            problem = error.strerror or str(error)
            what = N_("{file} could not be written: {problem}. Try another place.")
            self._tell(Message(what, file=shown_path(target), problem=problem), trouble=True)
        else:
            self._tell(Message(N_("It is here: {file}"), file=shown_path(target)), *self._remarks)

    async def _made(self) -> bytes:
        """The file's bytes. What takes long is done in a thread, over an outline that nobody changes."""
        strategy, chosen = self._sitting.strategy, self._wish.chosen
        if chosen.data:
            return write_data(chosen, strategy, self._options)
        from impactcards.document import strategy_outline
        from impactcards.strategy.dates import local_today

        outline = strategy_outline(strategy, today=local_today(), folder=self._sitting.opened.folder)
        return await asyncio.to_thread(write, chosen, outline, self._options)

    def _ask_to_replace(self, target: Path, typed: str) -> None:
        from impactcards.tui.screens.dialogs import Question

        say = self._say
        self._tell()

        def take(replace: bool | None) -> None:
            if replace:
                self._go(typed, force=True)
            else:
                self._tell(Message(N_("{file} is as it was."), file=shown_path(target)))

        what = say("{file} is there already, and is not as this program wrote it. Replace it?", file=shown_path(target))
        self._screen.app.push_screen(Question(what, say, yes=say("Replace it"), no=say("Leave it")), take)

    def _tell(self, *messages: Message, trouble: bool = False) -> None:
        self._screen.tell("\n".join(self._say(message) for message in messages), trouble=trouble)


def documents_folder() -> Path:
    """Where a person looks for documents."""
    import platformdirs

    found = Path(platformdirs.user_documents_dir())
    return found if found.is_dir() else Path.home()


def target_of(typed: str, chosen: Format, name: str) -> Path:
    """The file a person means: ``~`` is their own folder, a folder means a file of that ``name`` in it, and a format's
    ending is added where it is missing."""
    try:
        path = Path(typed).expanduser()
    except RuntimeError:  # a tilde with a name that nobody has
        path = Path(typed)
    if path.is_dir():
        return path / name
    known = path.suffix.lower() in chosen.endings and path.suffix
    return path.absolute() if known else path.absolute().with_name(path.name + chosen.ending)


__all__ = ["documents_folder", "export", "target_of"]
