"""A deck on paper: its cards to cut out, or the sheets a group writes its answers on."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from impactcards.cli.choosing import complete_deck, recipe_of, require_language
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, put_bytes, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.faults import UserError
from impactcards.words import N_, Message


@command(
    "print",
    N_(
        "Print the cards of a deck as a PDF.\n\n"
        "Eight cards to a sheet of A4, fronts and backs by turns, with marks to cut along. With --sheets, the sheets a"
        " group writes its answers on instead. DECK is an id or a file."
    ),
)
@argument("deck", N_("DECK"), shell_complete=complete_deck)
@option("--recipe", metavar=N_("ID"), default="", help=N_("Only the cards of this recipe, in its order."))
@option("--lang", metavar=N_("TAG"), default="", help=N_("In another language of the deck."))
@option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file; - is standard output."))
@option(
    "--edge",
    type=click.Choice(("long", "short")),
    default="long",
    help=N_("The edge your printer turns the paper over on when it prints both sides; without it, the long one."),
)
@option("--sheets", is_flag=True, help=N_("The answer sheets for a group instead of the cards."))
@option("--force", is_flag=True, help=N_("Replace the file, whoever wrote it."))
@click.pass_obj
def print_(
    surroundings: Surroundings,
    deck: str,
    recipe: str,
    lang: str,
    output: str | None,
    edge: str,
    sheets: bool,
    force: bool,
) -> int:
    """Write the PDF and say where it is; without ``output`` it is named after what it holds, in the present folder."""
    from impactcards.document.formats import Options, format_named, require
    from impactcards.strategy.dates import local_today

    pdf = format_named("pdf")
    if output == "-" and sys.stdout.isatty():
        raise UserError(
            Message(N_("{title} is not for reading in a terminal. Say where with -o FILE."), title=pdf.title)
        )
    if output not in (None, "-") and Path(output or "").suffix.lower() != pdf.ending:
        raise UserError(Message(N_("Cards are printed as a PDF: give the file a name that ends in .pdf.")))
    path = surroundings.library.find(deck)
    loaded = surroundings.library.load(deck, lang or spoken().language)
    for fault in loaded.overlay_faults:
        tell(fault.worded(spoken()))
    tag = require_language(loaded.deck, lang)
    chosen = recipe_of(loaded.deck, recipe)
    require(pdf, Options())
    from impactcards.document.cards_on_paper import Print, print_cards, print_sheets
    from impactcards.document.files import write_file
    from impactcards.strategy.state import Note

    what = Print(
        loaded.deck,
        chosen,
        local_today().isoformat(),
        lambda remark: tell(say(remark)),
        "short" if edge == "short" else "long",
    )
    if not what.cards:
        raise UserError(Message(N_("There is no card to print.")))
    data = print_sheets(what) if sheets else print_cards(what)
    if output == "-":
        put_bytes(data)
        return 0
    target = Path(output) if output is not None else Path(_file_name(loaded.deck.id, recipe, tag, sheets=sheets))
    write_file(target, data, Note(surroundings.home.state, path), force=force)
    put(str(target))
    return 0


def _file_name(deck: str, recipe: str, tag: str, *, sheets: bool) -> str:
    """``crisis-drill-cards.pdf``, ``social-media-strategy-sprint-sheets.de.pdf``."""
    parts = "-".join(filter(None, (deck, recipe, "sheets" if sheets else "cards")))
    return f"{parts}{f'.{tag}' if tag else ''}.pdf"
