"""Settings: read as far as they can be, kept without losing what this program does not know."""

from __future__ import annotations

import pytest

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.settings import Settings, load_settings, save_settings


def _write(home: Home, text: str | bytes) -> None:
    home.settings.parent.mkdir(parents=True, exist_ok=True)
    home.settings.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_a_file_the_usual_settings_hold(home: Home) -> None:
    assert load_settings(home) == (Settings(), [])


def test_what_is_saved_is_read_again(home: Home) -> None:
    settings = Settings("dark", "de", {"next": "f7,ctrl+n", "undo": "no"}, 'code --wait "a: b"')
    save_settings(home, settings)
    assert load_settings(home) == (settings, [])
    save_settings(home, Settings())
    assert load_settings(home) == (Settings(), [])


@pytest.mark.parametrize(
    ("text", "settings", "said"),
    [
        (
            "them: dark\nlanguage: de\n",
            Settings(language="de"),
            "1:1: There is no setting “them”. Did you mean “theme”?",
        ),
        ("theme: pink\n", Settings(), "1:8: The theme is auto, dark or light."),
        ("theme: [dark]\neditor: vi\n", Settings(editor="vi"), "1:8: “theme” is a text."),
        ("keys: f7\n", Settings(), "1:7: “keys” holds a key for each deed, such as “next: f7”."),
        ("keys: {next: [f7], undo: f9}\n", Settings(keys={"undo": "f9"}), "1:14: “next” is a text."),
        ("- dark\n", Settings(), "1:1: Settings are written as “theme: dark”, one a line."),
        ("theme: dark\n  editor: x: y\n", Settings(), "2:9: "),
        (b"theme: \xff\xfe\n", Settings(), "1:8: "),
    ],
)
def test_what_is_wrong_is_named_and_the_rest_holds(
    home: Home, text: str | bytes, settings: Settings, said: str
) -> None:
    _write(home, text)
    read, faults = load_settings(home)
    assert read == settings
    assert [str(home.settings) in fault.file for fault in faults] == [True]
    place = f"{faults[0].line}:{faults[0].column}: {faults[0].message}"
    assert place.startswith(said)


@pytest.mark.parametrize("text", ["", "# nothing\n", "theme:\nkeys:\n"])
def test_an_empty_file_is_no_fault(home: Home, text: str) -> None:
    _write(home, text)
    assert load_settings(home) == (Settings(), [])


def test_keys_this_program_does_not_know_are_kept(home: Home) -> None:
    _write(home, "theme: dark\nlater: {a: [1, x]}\n")
    save_settings(home, Settings("light"))
    text = home.settings.read_text()
    assert "later:" in text
    assert "theme: light" in text
    assert load_settings(home)[0] == Settings("light")


def test_a_damaged_file_is_not_overwritten(home: Home) -> None:
    _write(home, "theme: 'dark\n")
    with pytest.raises(UserError, match="cannot be read at"):
        save_settings(home, Settings("light"))
    assert home.settings.read_text() == "theme: 'dark\n"


def test_settings_that_cannot_be_written_say_so(home: Home) -> None:
    home.settings.parent.mkdir(parents=True)
    home.settings.mkdir()
    assert len(load_settings(home)[1]) == 1
    with pytest.raises(UserError, match="cannot be written"):
        save_settings(home, Settings("light"))
