"""What a shell completes."""

from __future__ import annotations

import pytest

#: Left out of the quick run: real processes, or thousands of inputs.
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(run_program, shell: str) -> None:
    done = run_program("completion", shell)
    assert done.returncode == 0
    assert "_IMPACTCARDS_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("impactcards do", "document"),
        ("impactcards deck sch", "schema"),
        ("impactcards check ac", "Acme 2027"),
        ("impactcards deck show fir", "first-steps"),
        ("impactcards document x --fo", "--force"),
        ("impactcards new x --deck soc", "social-media-strategy"),
    ],
)
def test_commands_names_and_options_are_completed(run_program, words: str, completed: str) -> None:
    run_program("new", "Acme 2027", "--no-open")
    done = run_program(_IMPACTCARDS_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(len(words.split()) - 1))
    assert done.stderr == ""
    assert f"plain,{completed}" in done.stdout.splitlines()
