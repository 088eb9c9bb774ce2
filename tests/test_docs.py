"""README and the pages tell the truth: their commands run and print what they show, their links lead somewhere.

A console block is a session in one home: ``$ impactcards …`` runs the real program, and the lines below must be what it
prints; ``…`` on a line of its own stands for any lines, within a line for any characters.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from conftest import RunProgram

from impactcards.tui.keys import CARD_DEEDS, SHELF_DEEDS, shown_key
from impactcards.tui.leading.deeds import LEAD_DEEDS
from impactcards.tui.reviewing.deeds import REVIEW_DEEDS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TESTED_ELSEWHERE = {"deck-format.md"}
SESSIONS = [
    pytest.param(session, id=f"{page.name}-{number}")
    for page in PAGES
    if page.name not in TESTED_ELSEWHERE
    for number, session in enumerate(
        re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL), 1
    )
]


def steps(session: str) -> list[tuple[str, str]]:
    """The commands of a session with what each is said to print."""
    found = re.split(r"^\$ (.*)\n", session, flags=re.MULTILINE)
    return list(zip(found[1::2], found[2::2], strict=True))


def as_pattern(shown: str) -> re.Pattern[str]:
    parts = [
        "(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in shown.splitlines(keepends=True)
    ]
    return re.compile("".join(parts))


def test_there_is_something_to_check() -> None:
    assert SESSIONS


@pytest.mark.parametrize("session", SESSIONS)
def test_commands_print_what_the_page_shows(session: str, run_program: RunProgram) -> None:
    for command, shown in steps(session):
        words = shlex.split(command)
        assert words[0] == "impactcards", command
        done = run_program(*words[1:])
        printed = done.stdout + done.stderr
        assert "Traceback" not in printed
        assert as_pattern(shown).fullmatch(printed), f"$ {command}\n{printed}"


def test_links_lead_somewhere() -> None:
    checked = 0
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                checked += 1
                assert (page.parent / target).exists(), f"{page.name}: {target}"
    assert checked


def test_pictures_fetch_nothing() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.svg"))
    assert pictures
    for picture in pictures:
        addresses = set(re.findall(r"https?://[^\s\"'<>)]+", picture.read_text(encoding="utf-8")))
        assert addresses <= {"http://www.w3.org/2000/svg"}, picture.name


@pytest.mark.parametrize(
    "deeds", [CARD_DEEDS, REVIEW_DEEDS, LEAD_DEEDS, SHELF_DEEDS], ids=["card", "review", "lead", "shelf"]
)
def test_the_page_of_keys_names_every_key(deeds) -> None:
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    for deed in deeds:
        keys = ", ".join(f"`{shown_key(key)}`" for key in deed.keys) or "–"
        letters = ", ".join(f"`{shown_key(key)}`" for key in deed.letters) or "–"
        assert f"| {deed.about} | {keys} | {letters} | `{deed.id}` |" in page


@pytest.mark.slow
def test_the_two_commands_of_the_readme_work(tmp_path: Path) -> None:
    """A clone, a bare environment, the first command as written but for the program's own name: it says its version."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    readme = (clone / "README.md").read_text(encoding="utf-8")
    begin, test = re.findall(r"^(python3 -m venv .*)$", readme, re.MULTILINE)
    assert begin.endswith("&& .venv/bin/impactcards")
    assert test.endswith('.venv/bin/pytest -m "not slow"')
    done = subprocess.run(
        f"{begin} --version", shell=True, cwd=clone, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()
