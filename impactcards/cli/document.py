"""The document of a strategy, as a file or on standard output."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_strategy, require_language
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, put_text, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.strategy.state import Note

#: The formats a document can be had in.
FORMATS = ("md",)


@command(
    "document",
    N_(
        "Write the document of a strategy.\n\n"
        "Without -o the document in the strategy's own folder is brought up to date. A file that somebody else wrote,"
        " or has changed since, is not replaced unless --force is given."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@option("--to", "file_format", type=click.Choice(FORMATS), default="md", help=N_("The format: md is Markdown."))
@option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file; - is standard output."))
@option("--lang", metavar=N_("TAG"), default="", help=N_("In another language of the deck."))
@option("--force", is_flag=True, help=N_("Replace the file, whoever wrote it."))
@click.pass_obj
def document(
    surroundings: Surroundings,
    name: str,
    file_format: str,  # noqa: ARG001 - one format so far
    output: str | None,
    lang: str,
    force: bool,
) -> int:
    """Write the document and say where it is. ``file_format`` is one of :data:`FORMATS`."""
    from impactcards.document import document_of, strategy_markdown
    from impactcards.strategy import folder
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.document_copy import DOCUMENT_FILE
    from impactcards.strategy.state import Note

    if lang and output is None:
        raise UserError(Message(N_("With --lang say where to write, with -o FILE. (-o - is standard output.)")))
    opened = folder.open_strategy(
        surroundings.home, surroundings.library, name, language=lang or None, read_only=output is not None
    )
    require_language(opened.deck, lang)
    for fault in opened.faults:
        tell(fault.worded(spoken()))
    if output is None:
        saved = opened.save(document_of(opened.folder))
        problem = saved.error or saved.document_problem
        if problem is not None:
            raise UserError(problem)
        if saved.moved_document is not None:
            tell(say("Somebody had edited the document; it was moved to {file}", file=saved.moved_document))
        put(str(opened.folder / DOCUMENT_FILE))
        return 0
    text = strategy_markdown(opened.strategy, today=local_today(), folder=opened.folder)
    if output == "-":
        put_text(text)
        return 0
    target = Path(output)
    write(target, text, Note(surroundings.home.state, opened.folder), force=force)
    put(str(target))
    return 0


def write(target: Path, text: str, note: Note, *, force: bool) -> None:
    """Write a document outside the strategy's folder. Unless forced, what is not as the program left it stays."""
    from hashlib import sha256

    from impactcards.disk import write_whole

    data = text.encode("utf-8", "replace")
    key = f"document {target.absolute()}"
    if target.is_dir():
        raise UserError(Message(N_("{file} is a folder, not a file."), file=target))
    if target.exists() and not force:
        found = target.read_bytes()
        if found != data and sha256(found).hexdigest() != note.get(key):
            raise UserError(
                Message(
                    N_("{file} is not as this program wrote it, or not written by it at all. Replace it with --force."),
                    file=target,
                )
            )
    write_whole(target, data)
    note.put(**{key: sha256(data).hexdigest()})
