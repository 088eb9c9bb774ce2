"""click's commands and options, with help in the language the interface speaks, and groups that load commands late.

Help is written in English, marked with ``N_``, and becomes words only when it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, TypeVar

import click

from impactcards.cli.language import say
from impactcards.text import closest
from impactcards.words import N_

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = N_("[OPTIONS]")
_COMMAND = N_("COMMAND [ARGS]…")


def _worded(text: str | None) -> str | None:
    return say(text) if text else text


class Option(click.Option):
    """An option whose help and metavar are translated."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        english_help, english_metavar = self.help, self.metavar
        self.help, self.metavar = _worded(english_help), _worded(english_metavar)
        try:
            return super().get_help_record(ctx)
        finally:
            self.help, self.metavar = english_help, english_metavar


class Argument(click.Argument):
    """An argument whose metavar is translated, in usage lines and in errors."""

    @property
    def human_readable_name(self) -> str:
        return _worded(self.metavar) or super().human_readable_name

    def make_metavar(self, ctx: click.Context) -> str:
        metavar = _worded(self.metavar) or super().make_metavar(ctx)
        return metavar if self.required or metavar.startswith("[") else f"[{metavar}]"


class Command(click.Command):
    """A command whose help is translated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", _OPTIONS)
        super().__init__(*args, **kwargs)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, whole: a help text begins with a short one."""
        worded = _worded(self.help) or ""
        return worded.partition("\n\n")[0].rstrip(".")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_worded(self.help) or "")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_worded(piece) or piece for piece in super().collect_usage_pieces(ctx)]


class Commands(Command, click.Group):
    """A group whose commands stand in modules of their own: ``late`` maps a name to ``module:attribute``.

    A module is imported when its command is called, or listed with its help.
    """

    def __init__(self, *args: Any, late: Mapping[str, str] = {}, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", _COMMAND)
        super().__init__(*args, **kwargs)
        self._late = late

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self._late, *self.commands]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` begin with, or an error that guesses what was meant."""
        name = args[0]
        if self.get_command(ctx, name) is not None or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = closest(name, self.list_commands(ctx))
        if near is None:
            raise click.UsageError(say("There is no command “{name}”.", name=name), ctx)
        raise click.UsageError(say("There is no command “{name}”. Did you mean “{near}”?", name=name, near=near), ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._late:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self._late[cmd_name].partition(":")
        found = getattr(import_module(module), attribute)
        if not isinstance(found, click.Command):
            raise TypeError(f"{self._late[cmd_name]} is no command")
        return found


class Amount(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.5
    """A number above zero: whole, or with ``whole=False`` any."""

    name = "amount"

    def __init__(self, *, whole: bool = True) -> None:
        self._read: Callable[[Any], float] = int if whole else float

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number that was typed."""
        try:
            number = self._read(value)
        except (TypeError, ValueError):
            number = 0
        if not 0 < number < 1_000_000:
            self.fail(say("“{value}” is not a number above 0.", value=value), param, ctx)
        return number


def argument(name: str, metavar: str, **settings: Any) -> Callable[[F], F]:
    """Decorate a command with an argument; ``metavar`` is marked with ``N_``."""
    return click.argument(name, cls=Argument, metavar=metavar, **settings)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """Decorate a command with an option; ``help`` and ``metavar`` are marked with ``N_``."""
    return click.option(*names, cls=Option, **settings)


def command(name: str, help: str, **settings: Any) -> Callable[[Callable[..., Any]], Command]:  # noqa: A002 - click's own name for it
    """Make a function a command; ``help`` is marked with ``N_`` and begins with one short sentence."""
    return click.command(name, cls=Command, help=help, **settings)
