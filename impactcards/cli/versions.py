"""Versions on the command line: listed, kept, compared, restored."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from impactcards.cli.choosing import complete_strategy
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, put_json, put_rows, put_text, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.strategy.folder import OpenStrategy
    from impactcards.strategy.strategy import Strategy
    from impactcards.strategy.versions import Version

#: What can be done with versions; without any, they are listed.
DEEDS = ("keep", "compare", "restore")


def _complete_version(ctx: click.Context, _param: Any, incomplete: str) -> list[str]:
    """The names and labels of versions for a shell to complete."""
    from impactcards.strategy.shelf import find
    from impactcards.strategy.versions import list_versions

    if ctx.params.get("deed") not in ("compare", "restore"):
        return []
    home = Surroundings(ctx.find_root().params.get("home")).home
    try:
        versions = list_versions(find(home, ctx.params.get("name") or ""))
    except UserError:
        return []
    begun = incomplete.lower()
    labels = [version.label for version in versions if version.label.lower().startswith(begun)]
    names = [version.name for version in versions if version.name.lower().startswith(begun)]
    return names if begun[:1].isdigit() else labels or names


@command(
    "versions",
    N_(
        "List the versions of a strategy, keep one, compare, restore.\n\n"
        "A version is the whole strategy as it stood at a moment. It is named by the beginning of its day or its"
        " label.\n\n"
        "\b\n"
        "    impactcards versions NAME                    list them\n"
        "    impactcards versions NAME keep LABEL         keep the present as one\n"
        "    impactcards versions NAME compare A [B]      what changed from A to B, or to now\n"
        "    impactcards versions NAME restore A          go back to A; the present is kept first"
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@argument("deed", "[keep|compare|restore]", required=False, type=click.Choice(DEEDS))
@argument("given", N_("[LABEL or VERSION]…"), nargs=-1, shell_complete=_complete_version)
@option(
    "-o", "--output", metavar=N_("FILE"), help=N_("Write what changed to this file, as Markdown; - is standard output.")
)
@option("--force", is_flag=True, help=N_("Replace the file, whoever wrote it."))
@option("--json", "as_json", is_flag=True, help=N_("The list as JSON, for another program."))
@click.pass_obj
def versions(
    surroundings: Surroundings,
    name: str,
    deed: str | None,
    given: tuple[str, ...],
    output: str | None,
    force: bool,
    as_json: bool,
) -> int:
    """Do one of :data:`DEEDS`, or list what there is."""
    if output is not None and deed != "compare":
        raise UserError(Message(N_("-o belongs to compare: impactcards versions NAME compare A -o FILE")))
    match deed:
        case "keep":
            return _keep(surroundings, name, " ".join(given))
        case "compare":
            return _compare(surroundings, name, given, output, force=force)
        case "restore":
            return _restore(surroundings, name, given)
    return _list(surroundings, name, as_json=as_json)


# -- listing ----------------------------------------------------------------------------------------------------------


def _list(surroundings: Surroundings, name: str, *, as_json: bool) -> int:
    from impactcards.strategy.shelf import find
    from impactcards.strategy.versions import count_answers, list_versions

    folder = find(surroundings.home, name)
    found = [(version, *count_answers(version)) for version in list_versions(folder)]
    if as_json:
        put_json([_as_data(*entry) for entry in found])
        return 0
    if not found:
        tell(say("There is no version yet. Keep one with: impactcards versions NAME keep LABEL"))
    put_rows([_as_row(*entry) for entry in found])
    return 0


def _as_row(version: Version, answered: int, problem: Message | None) -> tuple[str, ...]:
    day = f"{version.moment:%Y-%m-%d %H:%M}" if version.moment else ""
    return day, version.label, say(problem) if problem else spoken().plural("{n} answer", "{n} answers", answered)


def _as_data(version: Version, answered: int, problem: Message | None) -> dict[str, object]:
    return {
        "name": version.name,
        "file": str(version.path),
        "when": version.when,
        "label": version.label,
        "answered": answered,
        "fault": say(problem) if problem else None,
    }


# -- keeping and restoring --------------------------------------------------------------------------------------------


def _keep(surroundings: Surroundings, name: str, label: str) -> int:
    from impactcards.document import document_of
    from impactcards.strategy import folder
    from impactcards.strategy.versions import keep_version

    opened = folder.open_strategy(surroundings.home, surroundings.library, name)
    version = keep_version(opened, label, document=document_of(opened.folder))
    put(str(version.path))
    return 0


def _restore(surroundings: Surroundings, name: str, given: tuple[str, ...]) -> int:
    from impactcards.strategy import folder
    from impactcards.strategy.shelf import find
    from impactcards.strategy.versions import find_version, restore_version

    if not given:
        raise UserError(Message(N_("Say which version to restore: impactcards versions NAME restore VERSION")))
    at = find(surroundings.home, name)
    version = find_version(at, " ".join(given))
    try:
        opened = folder.open_strategy(surroundings.home, surroundings.library, at)
    except folder.DamagedStrategy as damaged:
        tell(damaged.worded(spoken()).partition("\n")[0])
        before = restore_version(at, version)
    else:
        before = restore_version(opened if opened.read_only_reason is None else at, version)
    tell(say("Restored: {version}", version=version.title))
    if before is not None:
        tell(say("What stood there before is kept as {file}", file=before.path))
    _bring_document_up_to_date(surroundings, at)
    put(str(at))
    return 0


def _bring_document_up_to_date(surroundings: Surroundings, at: Path) -> None:
    from impactcards.document import document_of
    from impactcards.strategy import folder

    saved = folder.open_strategy(surroundings.home, surroundings.library, at).save(document_of(at))
    if saved.moved_document is not None:
        tell(say("Somebody had edited the document; it was moved to {file}", file=saved.moved_document))


# -- comparing --------------------------------------------------------------------------------------------------------


def _compare(surroundings: Surroundings, name: str, given: tuple[str, ...], output: str | None, *, force: bool) -> int:
    from impactcards.strategy.shelf import find
    from impactcards.strategy.versions import find_version

    if not given:
        raise UserError(Message(N_("Say which version to compare with now: impactcards versions NAME compare VERSION")))
    at = find(surroundings.home, name)
    wanted = given if len(given) <= 2 else (" ".join(given),)  # a label typed without quotation marks
    ends = sorted((find_version(at, text) for text in wanted), key=lambda version: version.when)
    since, until = ends[0], ends[1] if len(ends) > 1 else None
    opened = _opened(surroundings, at, until)
    older = _read(since, opened)
    if output is None:
        _print(older, opened.strategy, since, until)
        return 0
    from impactcards.document.comparison import comparison_markdown
    from impactcards.strategy.dates import local_today

    text = comparison_markdown(older, opened.strategy, since=since, until=until, today=None if until else local_today())
    if output == "-":
        put_text(text)
        return 0
    from impactcards.document.files import write_file
    from impactcards.strategy.state import Note

    write_file(Path(output), text.encode("utf-8", "replace"), Note(surroundings.home.state, at), force=force)
    put(output)
    return 0


def _opened(surroundings: Surroundings, at: Path, until: Version | None) -> OpenStrategy:
    """The newer of two states, opened to look at only."""
    from impactcards.strategy import folder
    from impactcards.strategy.versions import parse_version

    if until is None:
        return folder.open_strategy(surroundings.home, surroundings.library, at, read_only=True)
    parse_version(until)  # says what is wrong in a line
    return folder.open_version(surroundings.home, surroundings.library, at, until.path)


def _read(version: Version, opened: OpenStrategy) -> Strategy:
    from impactcards.strategy.versions import read_version

    return read_version(version, opened.deck)


def _print(older: Strategy, newer: Strategy, since: Version, until: Version | None) -> None:
    import shutil

    from impactcards.cli.comparison import lines
    from impactcards.strategy.comparing import compare
    from impactcards.words import words

    words_of_strategy = words(newer.language)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    for line in lines(compare(older, newer), words_of_strategy, since=since, until=until, width=width):
        put(line)
