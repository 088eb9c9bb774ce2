"""What is promised to start quickly loads nothing heavy: proven in fresh interpreters."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import ROOT, run_python

HEAVY = (
    "textual",
    "rich",
    "markdown_it",
    "pydantic",
    "jsonschema",
    "babel",
    "asyncio",
    "importlib.metadata",
    "icalendar",
)

_RUN = """
import sys
from impactcards.cli.entry import run
status = run({arguments!r})
loaded = sorted({{name for name in {heavy!r} if name in sys.modules}})
print("status", status, "heavy", loaded, file=sys.stderr)
"""


def loaded_of(watched: tuple[str, ...], home: Path, arguments: list[str]) -> str:
    """Run a command in a fresh interpreter; its exit status, and which of the watched modules it has loaded."""
    code = _RUN.format(arguments=["--home", str(home), *arguments], heavy=watched)
    return run_python("-c", code).stderr.splitlines()[-1]


@pytest.fixture(scope="module")
def home_with_strategy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds one strategy."""
    home = tmp_path_factory.mktemp("imports") / "home"
    made = run_python("-m", "impactcards", "--home", str(home), "new", "Acme", "--no-open")
    assert made.returncode == 0, made.stderr
    return home


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--help"], 0),
        (["list"], 0),
        (["check", "Acme"], 1),
        (["document", "Acme", "--to", "md", "-o", "-"], 0),
        (["deck", "check", "first-steps"], 0),
        (["deck", "list"], 0),
        (["no-such-command"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_quick_command_loads_nothing_heavy(home_with_strategy: Path, arguments: list[str], status: int) -> None:
    assert loaded_of(HEAVY, home_with_strategy, arguments) == f"status {status} heavy []"


def test_reading_commands_do_not_load_the_lock(home_with_strategy: Path) -> None:
    """The lock's package is half of what start-up may cost, and only writing needs it."""
    for arguments in (["check", "Acme"], ["document", "Acme", "-o", "-"]):
        assert loaded_of(("filelock", "platformdirs"), home_with_strategy, arguments).endswith("heavy []")


def test_nothing_outside_the_screens_names_textual() -> None:
    naming = [
        path
        for path in (ROOT / "impactcards").rglob("*.py")
        if "tui" not in path.parts
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("import textual", "from textual", "import rich", "from rich"))
    ]
    assert naming == []
