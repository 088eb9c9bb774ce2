"""What all tests share: no home, language or terminal of whoever runs them, and compiled catalogues."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import catalogue
import pytest
from running import run_python

from impactcards.home import Home

#: Variables that would let the machine decide what a test sees.
_PERSONAL = (
    "IMPACTCARDS_LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "LANGUAGE",
    "EDITOR",
    "VISUAL",
    "NO_COLOR",
    "COLORFGBG",
)

RunProgram = Callable[..., subprocess.CompletedProcess[str]]


def pytest_configure(config: pytest.Config) -> None:
    """Compile stale catalogues once, in the process that starts the others."""
    if not hasattr(config, "workerinput"):
        catalogue.compile_stale()


@pytest.fixture(autouse=True)
def _neutral_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in _PERSONAL:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("IMPACTCARDS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home of this test's own; the program finds the same one by the environment."""
    return Home.at(tmp_path / "home")


@pytest.fixture
def run_program(tmp_path: Path) -> RunProgram:
    """Run the real program in a process of its own, without a terminal: ``run_program("check", "Acme", stdin="…")``.

    Keyword arguments in capitals are variables of its environment.
    """

    def run(
        *arguments: str, stdin: str | bytes = "", cwd: Path | None = None, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        return run_python("-m", "impactcards", *arguments, stdin=stdin, cwd=cwd or tmp_path, environ=environ)

    return run
