"""The saver saves behind one's back: soon, while one types on, through trouble, and at the end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from kept import made, opened, text_of

from impactcards.home import Home
from impactcards.strategy import saver as saving
from impactcards.strategy import sync
from impactcards.strategy.folder import OpenStrategy, Saver, SaveResult
from impactcards.strategy.strategy import Strategy


class Reports:
    """What a saver reported, and a way to wait for it."""

    def __init__(self) -> None:
        self.results: list[SaveResult] = []
        self._news = threading.Condition()

    def __call__(self, result: SaveResult) -> None:
        with self._news:
            self.results.append(result)
            self._news.notify_all()

    def wait(self, wanted: Callable[[list[SaveResult]], bool], timeout: float = 10.0) -> None:
        with self._news:
            assert self._news.wait_for(lambda: wanted(self.results), timeout)


def _saving(acme: OpenStrategy, document: Callable[[Strategy], str] | None = None) -> tuple[Saver, Reports]:
    reports = Reports()
    saver = acme.saver(document, reports)
    acme.strategy.listen(saver.changed)
    return saver, reports


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorter pauses, so that tests do not wait."""
    monkeypatch.setattr(saving, "GATHERING", 0.02)
    monkeypatch.setattr(saving, "_BACKOFF", (0.02, 0.05))


def test_a_change_is_on_the_disk_soon(home: Home) -> None:
    acme = made(home)
    saver, reports = _saving(acme)
    begun = time.monotonic()
    acme.strategy.set_value("words", "a")
    assert not saver.saved
    reports.wait(lambda results: bool(results))
    assert time.monotonic() - begun < 5
    assert [result.ok for result in reports.results] == [True]
    assert "value: a" in text_of(acme)
    assert saver.close()
    assert saver.saved


def test_while_one_types_on_it_is_saved_again_and_again(home: Home, fast: None) -> None:
    acme = made(home)
    saver, reports = _saving(acme)
    for number in range(40):
        acme.strategy.set_value("words", f"a{number}")
        time.sleep(0.005)
    assert saver.close()
    assert 2 <= len(reports.results) <= 40
    assert "value: a39" in text_of(acme)


def test_many_changes_are_one_save(home: Home) -> None:
    acme = made(home)
    saver, reports = _saving(acme)
    for number in range(500):
        acme.strategy.set_value("words", str(number))
    assert saver.flush()
    assert len(reports.results) == 1
    assert saver.close()


def test_the_document_is_always_written_at_the_end(home: Home, fast: None) -> None:
    acme = made(home)
    saver, _ = _saving(acme, lambda strategy: f"{strategy.answer('words').value}")
    for number in range(30):
        acme.strategy.set_value("words", f"a{number}")
        time.sleep(0.002)
    assert saver.close()
    assert (acme.folder / "strategy.md").read_text() == "a29"


def test_trouble_is_reported_and_tried_again(home: Home, fast: None, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = made(home)
    saver, reports = _saving(acme)
    with monkeypatch.context() as patch:

        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        patch.setattr(sync, "write_whole", full)
        acme.strategy.set_value("words", "a")
        reports.wait(lambda results: len(results) >= 3)
        assert not any(result.ok for result in reports.results)
        assert not saver.flush(1)
        acme.strategy.set_value("words", "b")
    reports.wait(lambda results: results[-1].ok)
    assert "value: b" in text_of(acme)
    assert saver.close()


def test_what_cannot_be_saved_is_rescued(home: Home, fast: None, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = made(home)
    saver, _ = _saving(acme)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sync, "write_whole", full)
    acme.strategy.set_value("words", "a")
    assert not saver.close()
    rescued = saver.rescue()
    assert rescued is not None
    assert rescued.parent == home.state / "unsaved"
    (acme.folder / "strategy.yaml").write_bytes(rescued.read_bytes())
    assert opened(home).strategy.answers == acme.strategy.answers


def test_what_another_window_wrote_reaches_the_live_strategy(home: Home, fast: None) -> None:
    acme, other = made(home), opened(home)
    saver, reports = _saving(acme)
    other.strategy.set_value("mirror", 4)
    other.save()
    acme.strategy.set_value("words", "a")
    reports.wait(lambda results: bool(results))
    from impactcards.strategy.folder import apply

    assert apply(reports.results[0], acme.strategy) == ("mirror",)
    assert saver.close()
    assert acme.strategy.answer("mirror").value == 4
    assert opened(home).strategy.answers == acme.strategy.answers


def test_a_report_that_fails_does_not_end_the_saving(home: Home, fast: None) -> None:
    acme = made(home)

    def report(result: SaveResult) -> None:
        raise RuntimeError("the screen is gone")

    saver = acme.saver(None, report)
    acme.strategy.listen(saver.changed)
    for text in ("a", "b"):
        acme.strategy.set_value("words", text)
        assert saver.flush()
        assert f"value: {text}" in text_of(acme)
    assert saver.close()


def test_a_saver_that_has_nothing_to_do_has_no_thread(home: Home) -> None:
    before = threading.active_count()
    saver, _ = _saving(made(home))
    assert threading.active_count() == before
    assert saver.flush(0)
    assert saver.close()
    assert saver.rescue() is None


def test_entries_beside_the_answers_are_saved_too(home: Home, fast: None) -> None:
    acme = made(home)
    saver, _ = _saving(acme)
    acme.strategy.set_value("words", "a")
    acme.strategy.lists["actions"] = [{"id": "a222", "text": "x"}]
    acme.strategy.touch()
    acme.strategy.set_value("words", "b")
    assert saver.close()
    assert opened(home).strategy.lists == {"actions": [{"id": "a222", "text": "x"}]}
