"""Moving a strategy's folder: another name, into the archive, and back. What is noted about it moves along."""

from __future__ import annotations

from pathlib import Path

from impactcards.disk import flush_folder, read_with_stamp, write_whole
from impactcards.disk import replace as move
from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy import names
from impactcards.strategy.file import STRATEGY_FILE, parse
from impactcards.strategy.listing import shelf
from impactcards.strategy.lock import locked
from impactcards.strategy.lookup import find
from impactcards.strategy.slices import with_text
from impactcards.strategy.state import Note
from impactcards.words import N_, Message


def rename(home: Home, name: str | Path, new: str) -> Path:
    """Give a strategy another name, in its file and as its folder. Returns the folder.

    Raises :class:`UserError` if the name is empty or taken, or the folder cannot be written to.
    """
    folder = find(home, name)
    new = names.one_line(new)
    if not new:
        raise UserError(Message(N_("A strategy needs a name, such as “Acme 2027”.")))
    for entry in shelf(home):
        if not entry.archived and names.same(entry.name, new) and not _is(entry.folder, folder):
            raise UserError(Message(N_("There is already a strategy “{name}”. Choose another name."), name=entry.name))
    path = folder / STRATEGY_FILE
    try:
        with locked(folder):
            data, read = read_with_stamp(path)
            parsed = parse(data)
            if parsed.header.get("name") != new:
                write_whole(path, with_text(parsed.slices, parsed.root, "name", new).encode("utf-8"), expected=read)
        wanted = names.slug(new)
        return folder if folder.name == wanted else _move(home, folder, folder.parent / wanted)
    except OSError as error:
        raise _cannot(folder, error) from error


def archive(home: Home, name: str | Path) -> Path:
    """Put a strategy away: its folder moves to the archive. Returns where it stands now."""
    return _move_into(home, find(home, name), home.archive)


def unarchive(home: Home, name: str | Path) -> Path:
    """Take a strategy out of the archive. Returns where it stands now.

    Raises :class:`UserError` if another one at work has its name.
    """
    folder = find(home, name)
    entries = shelf(home)
    own = next((entry.name for entry in entries if _is(entry.folder, folder)), folder.name)
    for entry in entries:
        if not entry.archived and names.same(entry.name, own) and not _is(entry.folder, folder):
            raise UserError(
                Message(
                    N_("There is already a strategy “{name}” at work. Rename one of the two first."), name=entry.name
                )
            )
    return _move_into(home, folder, home.strategies)


def _move_into(home: Home, folder: Path, parent: Path) -> Path:
    if _is(folder.parent, parent):
        return folder
    try:
        parent.mkdir(parents=True, exist_ok=True)
        return _move(home, folder, parent / folder.name)
    except OSError as error:
        raise _cannot(folder, error) from error


def _move(home: Home, folder: Path, target: Path) -> Path:
    taken = [entry.name for entry in target.parent.iterdir() if not _is(entry, folder)]
    target = target.with_name(names.free(target.name, taken))
    note = Note(home.state, folder)
    move(folder, target)
    flush_folder(target.parent)
    flush_folder(folder.parent)
    note.move(home.state, target)
    return target


def _is(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, however they are written."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _cannot(folder: Path, error: OSError) -> UserError:
    return UserError(
        Message(
            N_("{folder} cannot be renamed or moved: {problem}."), folder=folder, problem=error.strerror or str(error)
        )
    )
