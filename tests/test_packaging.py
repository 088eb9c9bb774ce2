"""The packages as users get them: what is inside, and that the program runs from them."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from running import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A source distribution of the tree, and the wheel built from what is in it."""
    folder = tmp_path_factory.mktemp("built")
    _build(ROOT, folder, "sdist")
    (source,) = folder.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    unpacked = source.with_name(source.name.removesuffix(".tar.gz"))
    _build(unpacked, folder, "wheel")
    (wheel,) = folder.glob("*.whl")
    return {"sdist": source, "wheel": wheel}


def _build(root: Path, target: Path, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_wheel_carries_the_decks_and_compiled_words(built: dict[str, Path]) -> None:
    names = set(zipfile.ZipFile(built["wheel"]).namelist())
    bundled = {
        f"impactcards/decks/{path.relative_to(ROOT / 'decks').as_posix()}" for path in (ROOT / "decks").rglob("*.yaml")
    }
    assert bundled
    assert bundled <= names
    assert "impactcards/decks/LICENSE" in names
    assert "impactcards/locale/de/LC_MESSAGES/impactcards.mo" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/")) or "__pycache__" in name]


def test_every_file_of_the_package_travels(built: dict[str, Path]) -> None:
    names = set(zipfile.ZipFile(built["wheel"]).namelist())
    package = ROOT / "impactcards"
    kept = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    missing = [path.name for path in kept if f"impactcards/{path.relative_to(package).as_posix()}" not in names]
    assert missing == []


def test_the_source_distribution_can_be_tested(built: dict[str, Path]) -> None:
    with tarfile.open(built["sdist"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for needed in (
        "decks/first-steps.yaml",
        "tests/conftest.py",
        "docs/files-and-safety.md",
        "hatch_build.py",
        "LICENSE",
    ):
        assert needed in names


def test_the_installed_wheel_runs_without_the_source_tree(built: dict[str, Path], tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(built["wheel"]) as wheel:
        wheel.extractall(site)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        code = f"import sys; sys.path.insert(0, {str(site)!r}); from impactcards.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-P", "-c", code, "--home", str(tmp_path / "home"), *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    checked = run("deck", "check")
    assert checked.returncode == 0
    assert str(site / "impactcards" / "decks") in checked.stderr
    assert run("new", "Acme", "--no-open").returncode == 0
    assert "Acme" in run("document", "Acme", "-o", "-").stdout
    assert "Befehle:" in run("--interface", "de", "--help").stdout
