"""Which language the interface speaks."""

from __future__ import annotations

import pytest

from impactcards.cli import language
from impactcards.faults import UserError
from impactcards.home import Home


@pytest.mark.parametrize(
    ("environ", "tag"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "de_AT@euro"}, "de-AT"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8", "LC_ALL": "C"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LC_ALL": "", "LANG": "de"}, "de"),
        ({"LANG": "German_Germany.1252"}, "de"),
    ],
)
def test_the_language_of_the_system(environ: dict[str, str], tag: str) -> None:
    assert language.system_language(environ) == tag


@pytest.mark.parametrize(
    ("option", "environ", "setting", "spoken"),
    [
        ("de", {"IMPACTCARDS_LANG": "en"}, "en", "de"),
        (None, {"IMPACTCARDS_LANG": "de-CH"}, "en", "de"),
        (None, {"LANG": "en_GB"}, "de", "de"),
        (None, {"LANG": "de_DE.UTF-8"}, "", "de"),
        (None, {"LANG": "fr_FR.UTF-8"}, "", "en"),
        (None, {"IMPACTCARDS_LANG": "fr", "LANG": "de_DE"}, "", "de"),
        (None, {}, "", "en"),
    ],
)
def test_the_first_that_decides_is_taken(
    option: str | None, environ: dict[str, str], setting: str, spoken: str
) -> None:
    assert language.choose(option, environ, lambda: setting).language == spoken


def test_a_language_asked_for_has_to_be_there() -> None:
    with pytest.raises(UserError, match="en, de"):
        language.choose("fr", {}, lambda: "")


def test_help_is_german_to_the_last_word(run_program) -> None:
    done = run_program("--interface", "de", "new", "--help")
    assert done.returncode == 0
    for english in ("Usage", "Options", "Show this message", "The deck", "Begin", "Deal", "Only"):
        assert english not in done.stdout
    for german in ("Aufruf:", "Optionen:", "Stapel", "NAME"):
        assert german in done.stdout


def test_the_list_of_commands_is_german(run_program) -> None:
    done = run_program("--help", IMPACTCARDS_LANG="de")
    assert "Befehle:" in done.stdout
    assert "Commands" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "german"),
    [
        (["new"], "Argument"),
        (["nwe", "Acme"], "Befehl"),
        (["new", "Acme", "--no-such-option"], "Option"),
        (["completion", "tcsh"], "bash"),
        (["new", "a", "b"], "Argument"),
    ],
)
def test_wrong_use_is_told_in_german(run_program, arguments: list[str], german: str) -> None:
    done = run_program(*arguments, IMPACTCARDS_LANG="de")
    assert done.returncode == 2
    assert german in done.stderr
    for english in ("Missing", "No such", "Got", "is not", "Did you mean", "tells how"):
        assert english not in done.stderr


def test_the_settings_choose_the_language(run_program, home: Home) -> None:
    home.settings.parent.mkdir(parents=True)
    home.settings.write_text("language: de\n")
    assert "Befehle:" in run_program("--help").stdout


def test_what_is_wrong_in_the_settings_is_told_and_the_command_still_runs(run_program, home: Home) -> None:
    home.settings.parent.mkdir(parents=True)
    home.settings.write_text("langauge: de\n")
    done = run_program("deck", "list")
    assert done.returncode == 0
    assert "settings.yaml:1:1" in done.stderr
    assert "first-steps" in done.stdout
