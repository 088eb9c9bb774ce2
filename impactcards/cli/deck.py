"""The commands about decks, for those who choose one and for those who write one."""

from __future__ import annotations

import click

from impactcards.cli.language import say, spoken
from impactcards.cli.output import put_json, put_rows, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import Commands, command, option
from impactcards.words import N_

deck = click.group(
    "deck",
    cls=Commands,
    late={
        "list": f"{__name__}:list_",
        "show": "impactcards.cli.deck_show:show",
        "check": "impactcards.cli.deck_check:check",
        "new": "impactcards.cli.deck_new:new",
        "print": "impactcards.cli.deck_print:print_",
        "schema": f"{__name__}:schema",
    },
    help=N_("List, read, check, print and begin decks."),
)(lambda: None)


@command("list", N_("List the decks at hand: your own and those that come with the program."))
@option("--json", "as_json", is_flag=True, help=N_("As JSON, for another program."))
@click.pass_obj
def list_(surroundings: Surroundings, as_json: bool) -> int:
    """Print every deck with its languages; faulty ones are named on standard error."""
    entries = surroundings.library.list(spoken().language)
    if as_json:
        put_json(
            [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "path": str(entry.path),
                    "source": entry.source,
                    "version": entry.deck.version if entry.deck else None,
                    "cards": len(entry.deck.cards) if entry.deck else None,
                    "languages": list(entry.deck.languages) if entry.deck else [],
                    "faults": [fault.worded(spoken()) for fault in entry.faults],
                }
                for entry in entries
            ]
        )
        return 0
    put_rows(
        [
            (
                entry.id,
                entry.title,
                spoken().plural("{n} card", "{n} cards", len(entry.deck.cards)),
                " ".join(entry.deck.languages),
            )
            for entry in entries
            if entry.deck is not None
        ]
    )
    for entry in entries:
        if entry.deck is None:
            tell(say("{deck} cannot be played. See: impactcards deck check {deck}", deck=entry.id))
    return 0


@command("schema", N_("Print the JSON Schema of deck files, for editors that check while one types."))
def schema() -> int:
    """Print the schema that is made from the loader's own table."""
    from impactcards.deck.schema import json_schema

    put_json(json_schema())
    return 0
