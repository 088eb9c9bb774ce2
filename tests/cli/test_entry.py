"""From a command line to an exit status: global options anywhere, and never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from running import program_environment

from impactcards.cli import entry, program
from impactcards.home import Home


@pytest.mark.parametrize(
    ("given", "ordered"),
    [
        (["check", "Acme", "--home", "x"], ["--home", "x", "check", "Acme"]),
        (["check", "--home=x", "Acme"], ["--home=x", "check", "Acme"]),
        (
            ["--interface", "de", "deck", "check", "--max-deck", "3"],
            ["--interface", "de", "--max-deck", "3", "deck", "check"],
        ),
        (["new", "--", "--home", "x"], ["new", "--", "--home", "x"]),
        (["new", "--home"], ["new", "--home"]),
        ([], []),
    ],
)
def test_global_options_move_to_the_front(given: list[str], ordered: list[str]) -> None:
    assert entry.global_options_first(given) == ordered


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        (["--home", "x", "list"], "x"),
        (["--home=x", "list"], "x"),
        (["--interface", "de", "--home", "x", "list"], "x"),
        (["--home", "x", "--home", "y", "list"], "y"),
        (["list", "--home"], None),
        (["new", "--", "--home", "x"], None),
        ([], None),
    ],
)
def test_a_global_option_is_known_before_click_reads_the_line(arguments: list[str], value: str | None) -> None:
    assert entry.value_of("--home", arguments) == value


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["new"],
        ["new", "Acme", "--no-such-option"],
        ["new", "Acme", "--minutes", "soon"],
        ["new", "Acme", "--minutes", "-3"],
        ["new", "Acme", "--deck", "no-such-deck"],
        ["new", "Acme", "--recipe", "no-such-recipe"],
        ["new", "Acme", "--lang", "tlh"],
        ["open", "no such strategy"],
        ["document", "no such strategy"],
        ["completion", "tcsh"],
        ["--home"],
        ["--interface", "tlh", "list"],
        ["--max-deck", "0", "list"],
        ["deck", "show", "first-steps", "no-such-card"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_two_lines_at_most_and_status_2(cards, arguments: list[str]) -> None:
    done = cards(*arguments)
    assert done.status == 2
    assert done.data == ""
    assert 1 <= len(done.words.splitlines()) <= 2
    assert "Traceback" not in done.words
    assert "went wrong" not in done.words


def test_a_misspelt_command_is_guessed(cards) -> None:
    assert "document" in cards("documnt", "Acme").words


def test_the_version_is_said_on_standard_output(cards) -> None:
    from impactcards import __version__

    assert cards("--version").data == f"impactcards {__version__}\n"


def _fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    @click.command("list")
    def failing() -> None:
        raise error

    monkeypatch.setattr(program.program, "get_command", lambda *_: failing)


def test_an_error_of_the_program_is_one_line_and_a_report(cards, monkeypatch, home: Home) -> None:
    _fail_with(monkeypatch, RuntimeError("[b]bold[/b] \x1b[31m"))
    done = cards("list")
    assert done.status == 2
    assert len(done.words.splitlines()) == 1
    (report,) = (home.state / "reports").iterdir()
    assert str(report) in done.words
    assert "RuntimeError: [b]bold[/b]" in report.read_text(encoding="utf-8")


def test_without_a_place_for_the_report_the_error_is_named(cards, monkeypatch, home: Home) -> None:
    home.state.parent.mkdir(parents=True)
    home.state.write_text("a file where a folder should be")
    _fail_with(monkeypatch, RuntimeError("odd \x1b[31m"))
    done = cards("list")
    assert done.status == 2
    assert "RuntimeError" in done.words
    assert "\x1b" not in done.words


def test_a_file_that_may_not_be_read_is_said_in_a_line(cards, monkeypatch) -> None:
    _fail_with(monkeypatch, PermissionError(13, "Permission denied", "answers.yaml"))
    done = cards("list")
    assert (done.status, done.words) == (2, "answers.yaml: Permission denied\n")


def test_ctrl_c_is_quiet(cards, monkeypatch) -> None:
    _fail_with(monkeypatch, KeyboardInterrupt())
    done = cards("list")
    assert (done.status, done.words) == (130, "")


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "impactcards", "deck", "show", "social-media-strategy"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program_environment({"PYTHONUNBUFFERED": "1"}),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() in (0, 141)


def test_output_that_the_terminal_cannot_spell_does_not_fail(run_program) -> None:
    done = run_program("deck", "show", "social-media-strategy", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == ""


def test_what_goes_to_a_pipe_is_utf_8_everywhere(run_program) -> None:
    done = run_program("deck", "show", "social-media-strategy", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "▲ Compass" in done.stdout


def test_a_file_name_cannot_send_escapes_to_the_terminal(cards, tmp_path: Path) -> None:
    done = cards("deck", "check", str(tmp_path / "\x1b[31mred.yaml"))
    assert done.status == 2
    assert "\x1b" not in done.words


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(tmp_path: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m impactcards deck list {closed}'
    done = subprocess.run(["sh", "-c", command], env=program_environment({}), cwd=tmp_path, check=False)
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text there")
def test_a_name_that_is_no_text_is_taken_as_far_as_it_is(run_program) -> None:
    assert run_program("new", "Caf\udce9 2027", "--no-open").returncode == 0
    assert "Caf 2027" in run_program("list").stdout
