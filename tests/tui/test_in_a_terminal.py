"""The real program on a real pseudo-terminal: from nothing to an answered card, killed in the middle, and going on."""

from __future__ import annotations

import sys
import time

import pytest
import yaml

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from running import program_environment
from terminal import Terminal

#: Left out of the quick run: real processes, or thousands of inputs.
pytestmark = pytest.mark.slow

PROGRAM = (sys.executable, "-m", "impactcards")


_started: list[Terminal] = []


def start(*arguments: str, rows: int = 24, columns: int = 80, **environ: str) -> Terminal:
    terminal = Terminal([*PROGRAM, *arguments], program_environment(environ), rows=rows, columns=columns)
    _started.append(terminal)
    return terminal


@pytest.fixture(autouse=True)
def _nothing_goes_on_running():
    yield
    while _started:
        _started.pop().end()


def test_a_terminal_that_goes_away_ends_the_program(home, run_program) -> None:
    """No signal is sent to a session of its own: the program notices by itself, and what was typed is there."""
    run_program("new", "Acme", "--deck", "first-steps", "--no-open")
    terminal = start("open", "Acme")
    terminal.wait_for("card 1 of 3")
    terminal.press("last words")
    terminal.wait_for("last words")
    assert terminal.hang_up() == 0
    held = yaml.safe_load((home.strategies / "acme" / "strategy.yaml").read_text(encoding="utf-8"))
    assert held["answers"]["say-it"]["value"] == "last words"


@pytest.mark.parametrize("deck", ["first-steps", "social-media-strategy"])
def test_what_is_typed_before_the_first_card_stands_there_goes_into_its_answer(home, run_program, deck) -> None:
    """Letters are keys where no cursor stands; whoever types ahead means the answer (here a text, and a list)."""
    recipe = ("--recipe", "sprint") if deck == "social-media-strategy" else ()
    run_program("new", "Acme", "--deck", deck, *recipe, "--no-open")
    terminal = start("open", "Acme")
    terminal.wait_for("Your answer")
    terminal.press("nothing quits")  # n and q would be keys
    terminal.wait_for("nothing quits")
    assert terminal.close() == 0


def test_a_newcomer_gets_from_the_shelf_to_a_document(home) -> None:
    """One command, the first recipe, three cards, and the document is there."""
    terminal = start()
    terminal.wait_for("Two minutes")
    assert "card by card" in terminal.text()
    terminal.settle()
    terminal.press("\r")
    terminal.wait_for("What is this strategy for?")
    terminal.settle()
    terminal.press("Acme\r")
    terminal.wait_for("Type and go on")
    terminal.press("That we answer")
    terminal.wait_for("That we answer")
    terminal.press("\x1b[6~")  # Page Down
    terminal.wait_for("Turn me over")
    terminal.press("At the baker's\rOn the train\r")
    terminal.wait_for("On the train")
    terminal.press("\x1bOQ")  # F2
    terminal.wait_for("Ways in")
    terminal.press("\x0e")  # ctrl+n
    terminal.wait_for("Order, and look")
    assert terminal.close() == 0
    document = (home.strategies / "acme" / "strategy.md").read_text(encoding="utf-8")
    assert "That we answer" in document
    assert "At the baker" in document


@pytest.mark.parametrize(("language", "said"), [("en", "saved"), ("de", "gespeichert")])
def test_killed_in_the_middle_nothing_that_was_saved_is_missing(home, run_program, language, said) -> None:
    """kill -9 while somebody types: what stood there as saved is there again, on the card it was typed on."""
    done = run_program("--interface", language, "new", "Acme", "--deck", "first-steps", "--no-open")
    assert done.returncode == 0, done.stderr
    terminal = start("--interface", language, "open", "Acme")
    terminal.wait_for(said)
    terminal.press("Every word of this, äöü and 漢字")
    terminal.wait_for("äöü")
    time.sleep(0.7)
    terminal.wait_for(said)
    terminal.kill()
    held = yaml.safe_load((home.strategies / "acme" / "strategy.yaml").read_text(encoding="utf-8"))
    assert held["answers"]["say-it"]["value"] == "Every word of this, äöü and 漢字"
    again = start("--interface", language, "open", "Acme", rows=40, columns=120)
    again.wait_for("Every word of this, äöü and")
    again.press(", and more")
    again.wait_for("and more")
    assert again.close() == 0
    held = yaml.safe_load((home.strategies / "acme" / "strategy.yaml").read_text(encoding="utf-8"))
    assert held["answers"]["say-it"]["value"].endswith("漢字, and more")


def test_leaving_says_where_one_stands(home, run_program) -> None:
    run_program("new", "Acme", "--deck", "first-steps", "--no-open")
    terminal = start("open", "Acme")
    terminal.wait_for("card 1 of 3")
    terminal.press("One line")
    terminal.wait_for("One line")
    terminal.press("\x11")
    terminal.wait_for("1 of 3 cards done")
    terminal.close("")


def test_escape_and_a_letter_sent_at_once_still_work(home, run_program) -> None:
    """Some terminals send both in one piece; then it arrives as alt and the letter."""
    run_program("new", "Acme", "--deck", "first-steps", "--no-open")
    terminal = start("open", "Acme")
    terminal.wait_for("card 1 of 3")
    terminal.press("x")
    terminal.wait_for("x")
    terminal.press("\x1bn")
    terminal.wait_for("card 2 of 3")
    assert terminal.close() == 0


def test_without_colours(home, run_program) -> None:
    run_program("new", "Acme", "--deck", "first-steps", "--no-open")
    terminal = start("open", "Acme", NO_COLOR="1")
    terminal.wait_for("card 1 of 3")
    assert terminal.close() == 0


def test_a_pasted_escape_sequence_stays_harmless(home, run_program) -> None:
    """A bracketed paste of an escape sequence, NUL and five lines is text, and five items."""
    run_program("new", "Acme", "--deck", "first-steps", "--no-open")
    terminal = start("open", "Acme")
    terminal.wait_for("card 1 of 3")
    terminal.press("\x0e")
    terminal.wait_for("card 2 of 3")
    terminal.press("\x1b[200~one\rtwo\x00\r[b]three[/x]\rfour\rfive\x1b[201~")
    terminal.wait_for("five")
    assert "[b]three[/x]" in terminal.text()
    assert terminal.close() == 0
    held = yaml.safe_load((home.strategies / "acme" / "strategy.yaml").read_text(encoding="utf-8"))
    assert [item["text"] for item in held["answers"]["name-three"]["value"]] == [
        "one",
        "two",
        "[b]three[/x]",
        "four",
        "five",
    ]


CRASHING = """\
import sys
from impactcards.cli import main
from impactcards.tui.screens.card import CardScreen

def fails(self):
    raise RuntimeError("a fault of the program")

CardScreen.action_turn = fails
sys.argv = ["impactcards", "open", "Acme"]
main()
"""


def test_a_fault_of_the_program_is_one_line_and_loses_nothing(home, run_program) -> None:
    run_program("new", "Acme", "--deck", "first-steps", "--no-open")
    terminal = Terminal([sys.executable, "-c", CRASHING], program_environment({}))
    _started.append(terminal)
    terminal.wait_for("card 1 of 3")
    terminal.press("kept words")
    terminal.wait_for("kept words")
    terminal.press("\x1bOQ")  # F2
    terminal.wait_for("Something went wrong in the program")
    assert "Traceback" not in terminal.text()
    held = yaml.safe_load((home.strategies / "acme" / "strategy.yaml").read_text(encoding="utf-8"))
    assert held["answers"]["say-it"]["value"] == "kept words"
    assert list((home.state / "reports").glob("*.txt"))
