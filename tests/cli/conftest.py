"""Running commands inside the test's own process: quick, with output and exit status at hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cli_types import Cards, Done

from impactcards.cli import entry, language
from impactcards.words import words


@pytest.fixture
def cards(capsys: pytest.CaptureFixture[str]) -> Iterator[Cards]:
    """Run a command: ``cards("new", "Acme", "--no-open")``."""

    def run(*arguments: str) -> Done:
        capsys.readouterr()
        status = entry.run(arguments)
        out, err = capsys.readouterr()
        return Done(status, out, err)

    yield run
    language.speak(words("en"))


@pytest.fixture
def acme(cards: Cards) -> str:
    """A strategy that was just begun; its name."""
    done = cards("new", "Acme 2027", "--no-open")
    assert done.status == 0, done.words
    return "Acme 2027"
