"""Exporting from the document: the format, the place, what is never written over, and the clipboard."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from textual.widgets import Input

from impactcards.document import formats
from impactcards.document.formats import FORMATS, format_named
from impactcards.strategy.values import Item
from impactcards.tui import exporting
from impactcards.tui.screens.dialogs import AskLine, Choose, Question
from impactcards.tui.screens.document import DocumentScreen

pytestmark = pytest.mark.slow

SIZE = (100, 30)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder a person keeps documents in."""
    folder = tmp_path / "My documents"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(folder))
    return folder


@pytest.fixture
def told(make_app, opened, documents):
    """Press keys on the document (``place:X`` types a place), wait for the file, and give what is said."""
    opened.strategy.set_value("goals", (Item("gaaa", "=1+1"), Item("gbbb", "Wärme")))

    async def run(*keys: str, see=None) -> str:
        app = make_app(opened)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.1)
            await pilot.press("f4")
            await pilot.pause(0.1)
            for key in keys:
                if key.startswith("place:"):
                    app.screen.query_one(Input).value = key.removeprefix("place:")
                else:
                    await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause(0.05)
            said = app.screen.query_one("#told").text if isinstance(app.screen, DocumentScreen) else ""
            if see is not None:
                see(app)
            return said

    return run


def files(folder: Path, ending: str = "") -> list[Path]:
    return [path for path in folder.iterdir() if path.name.endswith(ending)]


def downs(name: str) -> list[str]:
    """The keys that lead to a format in the list."""
    order = [wish.id for wish in exporting._wishes(one_page=False)]
    return ["x", *["down"] * order.index(name), "enter"]


async def test_the_proposed_place_is_the_folder_of_documents_and_one_is_told(told, documents: Path) -> None:
    said = await told(*downs("html"), "enter")
    (written,) = files(documents)
    assert written.suffix == ".html"
    assert written.name in said
    assert written.read_text(encoding="utf-8").startswith("<!doctype html>")


async def test_every_format_can_be_had(told, documents: Path) -> None:
    wanted = [known for known in FORMATS if not formats.is_missing(known)]
    for known in wanted:
        assert known.ending in await told(*downs(known.name), "enter"), known.name
    assert {path.suffix for path in files(documents)} == {known.ending for known in wanted}
    (packed,) = files(documents, ".zip")
    with zipfile.ZipFile(io.BytesIO(packed.read_bytes())) as archive:
        assert archive.read("goals.csv").decode("utf-8-sig").splitlines()[1:] == ["'=1+1", "Wärme"]


async def test_a_file_of_somebody_elses_is_replaced_only_when_one_says_so(told, documents: Path) -> None:
    await told(*downs("md"), "enter")
    (target,) = files(documents)
    await told(*downs("md"), "enter")
    target.write_text("mine")

    def asked(app) -> None:
        assert isinstance(app.screen, Question)

    await told(*downs("md"), "enter", see=asked)
    assert target.name in await told(*downs("md"), "enter", "n")
    assert target.read_text() == "mine"
    await told(*downs("md"), "enter", "y")
    assert target.read_text(encoding="utf-8").startswith("# ")


async def test_esc_leaves_everything_as_it_was(told, documents: Path) -> None:
    assert await told(*downs("html"), "escape") == ""
    assert await told("x", "escape") == ""
    assert not files(documents)


async def test_a_place_that_is_not_there_is_said(told, documents: Path) -> None:
    said = await told(*downs("html"), f"place:{documents / 'none' / 'all'}", "enter")
    assert "all.html" in said
    assert not files(documents)


async def test_a_missing_package_is_said_in_the_list_and_when_chosen(
    told, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _: None)

    def listed(app) -> None:
        assert isinstance(app.screen, Choose)
        asides = {choice.id: choice.aside for choice in app.screen._choices}
        assert {name for name, aside in asides.items() if aside} == {"docx", "pdf"}

    await told("x", see=listed)
    assert 'install ".[pdf]"' in await told(*downs("pdf"))


async def test_the_document_is_copied_as_markdown(told) -> None:
    copied = []
    said = await told("c", see=lambda app: copied.append(app.clipboard))
    assert copied[0].startswith("# ")
    assert "Copied" in said


async def test_what_is_said_goes_when_one_reads_on(told) -> None:
    assert await told("c", "pagedown") == ""


async def test_the_place_can_be_typed(told, documents: Path, tmp_path: Path) -> None:
    def proposed(app) -> None:
        assert isinstance(app.screen, AskLine)

    await told(*downs("html"), see=proposed)
    await told(*downs("html"), f"place:{tmp_path / 'plan'}", "enter")
    assert (tmp_path / "plan.html").is_file()


@pytest.mark.parametrize(
    ("typed", "file"),
    [("a/plan", "a/plan.html"), ("plan.HTM", "plan.HTM"), ("plan.v2", "plan.v2.html"), (".", "own.html")],
)
def test_what_is_typed_means_a_file(typed: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = exporting.target_of(typed, format_named("html"), "own.html").absolute()
    assert found == tmp_path / file


def test_a_tilde_is_ones_own_folder() -> None:
    assert exporting.target_of("~/x.pdf", format_named("pdf"), "own.pdf") == Path.home() / "x.pdf"
    assert exporting.target_of("~nobody-of-this-name/x.pdf", format_named("pdf"), "own.pdf").name == "x.pdf"


def test_every_format_says_what_it_is_good_for() -> None:
    assert {known.name for known in FORMATS} == set(exporting._GOOD_FOR) == set(exporting._ORDER)
