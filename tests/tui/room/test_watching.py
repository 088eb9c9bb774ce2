"""The wall as an app: it waits, follows, lets its clock run, and says where the keys work."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from tui.room.rooms import NOW, ROOMS, SIZES, ideas, room

from impactcards.disk import write_whole
from impactcards.tui.room.view import RoomView
from impactcards.tui.room.watching import WatchApp
from impactcards.tui.screens.room import RoomScreen
from impactcards.tui.theme import THEMES
from impactcards.words import words

SAY = words("en")


def write(folder: Path, data: dict) -> None:
    write_whole(folder / "session.json", json.dumps({"room": data}).encode(), durable=False)


async def until(pilot, true: Callable[[], bool]) -> None:
    """Wait until something is true, or fail."""
    for _ in range(100):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come true")


async def test_it_waits_for_the_session_and_then_shows_it(tmp_path) -> None:
    app = WatchApp(tmp_path, "Acme 2027", SAY)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Waiting for the session of Acme 2027" in app.view.text
        write(tmp_path, ROOMS["collect"])
        await until(pilot, lambda: "Recruit two apprentices" in app.view.text)
        write(tmp_path, ROOMS["vote"])
        await until(pilot, lambda: "▶" in app.view.text)


async def test_any_key_says_where_the_keys_work_and_q_leaves(tmp_path) -> None:
    write(tmp_path, ROOMS["read"])
    app = WatchApp(tmp_path, "Acme 2027", SAY)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("x", "pagedown", "f5", "ctrl+p"):
            await pilot.press(key)
            assert app.is_running
            assert "This is the wall." in app.view.text.split("\n")[-1]
        assert list(tmp_path.iterdir()) == [tmp_path / "session.json"]
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_newer_session_is_said_and_the_picture_stays(tmp_path) -> None:
    write(tmp_path, ROOMS["collect"])
    app = WatchApp(tmp_path, "Acme 2027", SAY)
    async with app.run_test(size=(120, 30)) as pilot:
        write(tmp_path, {**ROOMS["vote"], "v": 99})
        await until(pilot, lambda: "newer Impact Cards" in app.view.text)
        assert "Recruit two apprentices" in app.view.text


class OneView(App[None]):
    """A view, whose clock a test turns."""

    def __init__(self) -> None:
        super().__init__()
        self.now = time.time()
        self.view = RoomView(SAY, clock=lambda: self.now)
        for theme in THEMES:
            self.register_theme(theme)

    def compose(self) -> ComposeResult:
        yield self.view


async def test_the_clock_runs_by_itself_and_only_its_line_is_painted(monkeypatch) -> None:
    app = OneView()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(room("collect", ideas=ideas(9), clock={"left": 100, "running": True, "changed": app.now}))
        await pilot.pause()
        assert "1:40 left" in app.view.text
        painted = []
        monkeypatch.setattr(app.view, "refresh", lambda *regions, **_: painted.extend(regions))
        app.now += 1.01
        app.view._draw()
        assert "1:39 left" in app.view.text
        assert [region.y for region in painted] == [23]


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_room_is_painted_and_follows_a_resize(size) -> None:
    app = OneView()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view._clock = lambda: NOW
        for name, data in ROOMS.items():
            app.view.show(data)
            await pilot.pause()
            assert app.view.text.strip(), name
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: len(app.view.text.split("\n")) == size[1])
        strips = [app.view.render_line(y) for y in range(size[1])]
        assert {strip.cell_length for strip in strips} == {size[0]}


class Host(App[None]):
    """A screen on which the room view is opened as in a session."""

    def __init__(self) -> None:
        super().__init__()
        self.data = ROOMS["read"]
        self.passed: list[str] = []
        for theme in THEMES:
            self.register_theme(theme)

    def take(self, key: str) -> bool:
        self.passed.append(key)
        if key == "pagedown":
            self.data = ROOMS["collect"]
        return key == "pagedown"

    def on_mount(self) -> None:
        self.push_screen(RoomScreen(lambda: self.data, SAY, passed_on=self.take, clock=lambda: NOW))


@pytest.mark.parametrize("key", ["f5", "escape"])
async def test_a_clicker_goes_on_in_the_room_view_and_leaves_it(key) -> None:
    app = Host()
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, RoomScreen)
        assert "Goals worth the effort" in screen.view.text
        await pilot.press("pagedown")
        assert "Recruit two apprentices" in screen.view.text
        await pilot.press("x")
        assert "This is what the room sees." in screen.view.text
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(app.screen, RoomScreen)
        assert app.passed == ["pagedown", "x"]


@pytest.mark.slow
async def test_the_room_view_follows_what_changes_without_a_key() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.data = ROOMS["vote"]
        await asyncio.sleep(RoomScreen.EVERY)
        await until(pilot, lambda: "▶" in app.screen.view.text)
