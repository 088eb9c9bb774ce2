"""Undo and redo over one card: typing in runs, deeds one by one."""

from impactcards.strategy.answer import Answer
from impactcards.tui.history import PAUSE, History, Step


def test_typing_is_taken_back_in_runs() -> None:
    history = History()
    history.note(Answer(""), typing=True, now=0.0)
    history.note(Answer("a"), typing=True, now=0.2)
    history.note(Answer("ab"), typing=True, now=0.4 + PAUSE)
    assert history.undo(Answer("abc")) == Step(Answer("ab"))
    assert history.undo(Answer("ab")) == Step(Answer(""))
    assert history.undo(Answer("")) is None
    assert history.redo(Answer("")) == Step(Answer("ab"))
    assert history.redo(Answer("ab")) == Step(Answer("abc"))
    assert history.redo(Answer("abc")) is None


def test_a_deed_ends_a_run_and_a_change_forgets_what_was_undone() -> None:
    history = History()
    history.note(Answer("a"), typing=True, now=0.0)
    history.note(Answer("b"), typing=False, now=0.1)
    history.note(Answer("c"), typing=True, now=0.2)
    assert history.undo(Answer("d")) == Step(Answer("c"))
    assert history.undo(Answer("c")) == Step(Answer("b"))
    history.note(Answer("b"), typing=False, now=0.3)
    assert history.redo(Answer("e")) is None
    assert history.undo(Answer("e")) == Step(Answer("b"))
    assert history.undo(Answer("b")) == Step(Answer("a"))


def test_another_item_starts_a_new_run() -> None:
    history = History()
    history.note(Answer(""), typing=True, now=0.0, part="first")
    history.note(Answer("a"), typing=True, now=0.1, part="first")
    history.note(Answer("ab"), typing=True, now=0.2, part="second")
    assert history.steps == 2
    assert history.undo(Answer("abc")) == Step(Answer("ab"))
    assert history.undo(Answer("ab")) == Step(Answer(""))
