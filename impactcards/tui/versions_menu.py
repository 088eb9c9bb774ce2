"""Versions from the table: keep one, see what changed since, go back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.faults import UserError

if TYPE_CHECKING:
    from impactcards.strategy.versions import Version
    from impactcards.tui.screens.card import CardScreen
    from impactcards.words import Words


def show_versions(screen: CardScreen) -> None:
    """Keep a version or choose one."""
    from impactcards.strategy.versions import list_versions
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, folder = screen.say, screen.sitting.opened.folder
    versions = {version.name: version for version in list_versions(folder)}
    choices = []
    if not screen.sitting.read_only:
        choices.append(Choice("+", say("Keep a version now"), say("The whole strategy as it stands, under a name.")))
    choices += [Choice(name, version.label or name, "", _day(version, say)) for name, version in versions.items()]

    def take(chosen: str | None) -> None:
        if chosen == "+":
            _keep(screen)
        elif chosen in versions:
            _about(screen, versions[chosen])

    title = say("Versions of “{name}”", name=screen.sitting.strategy.name)
    screen.app.push_screen(Choose(title, choices, say), take)


def _day(version: Version, say: Words) -> str:
    from impactcards.strategy.dates import show_date

    return show_date(version.day, say.language) if version.day is not None else ""


def _keep(screen: CardScreen) -> None:
    from impactcards.strategy.versions import keep_version
    from impactcards.tui.screens.dialogs import AskLine

    say = screen.say

    def take(label: str | None) -> None:
        if label is None:
            return
        try:
            kept = keep_version(screen.sitting.opened, label)
        except UserError as error:
            screen.say_once(error.worded(say), trouble=True)
            return
        screen.say_once(say("Kept as “{name}”.", name=kept.label or kept.name))

    hint = say("A word by which you find it again, such as “handed to the board”. Enter keeps it, Esc does not.")
    screen.app.push_screen(AskLine(say("Name of the version"), say, hint=hint), take)


def _about(screen: CardScreen, version: Version) -> None:
    from impactcards.tui.screens.dialogs import Choice, Choose

    say = screen.say
    choices = [Choice("compare", say("See what changed since then"), say("Card by card, then and now."))]
    if not screen.sitting.read_only:
        choices.append(
            Choice("restore", say("Go back to it"), say("What stands now is kept as a version first; nothing is lost."))
        )

    def take(chosen: str | None) -> None:
        if chosen == "compare":
            _compare(screen, version)
        elif chosen == "restore":
            _restore(screen, version)

    shown = " · ".join(filter(None, (version.label, _day(version, say)))) or version.name
    screen.app.push_screen(Choose(shown, choices, say), take)


def _compare(screen: CardScreen, version: Version) -> None:
    from impactcards.strategy.versions import read_version
    from impactcards.tui.comparing import show_comparison

    try:
        older = read_version(version, screen.sitting.deck)
    except UserError as error:
        screen.say_once(error.worded(screen.say), trouble=True)
        return
    show_comparison(screen, older, version=version, at=screen.sitting.card.title)


def _restore(screen: CardScreen, version: Version) -> None:
    from impactcards.strategy.versions import restore_version

    say = screen.say
    try:
        before = restore_version(screen.sitting.opened, version)
    except UserError as error:
        screen.say_once(error.worded(say), trouble=True)
        return
    screen.showing.show_title()
    screen.show_card(focus=False)
    if before is not None:
        screen.say_once(
            say("Gone back. What stood here before is kept as a version: {name}.", name=before.label or before.name)
        )
