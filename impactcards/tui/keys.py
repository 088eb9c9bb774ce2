"""Every deed of the card screen, said once: its keys, its letter, its words. Bindings, key bar, menu and help read it.

``keys`` work while somebody types; they are priority bindings of the screen, never of the app, because the app's would
also fire under a dialog. ``letters`` work where no field has the focus. Each letter also has ``alt+letter``, because a
terminal that sees Esc and a letter quickly after it reports exactly that: "Esc, letter" works everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding, BindingType

from impactcards.records import record
from impactcards.words import N_


@record
class Deed:
    """Something a person can do on a screen. ``about`` is the sentence of the help."""

    id: str
    label: str
    about: str
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    by_letter: str = ""  # the action of the letters, where it differs

    @property
    def action(self) -> str:
        """The name of the screen's action."""
        return self.id.replace("-", "_")


CARD_DEEDS: tuple[Deed, ...] = (
    Deed(
        "next",
        N_("next"),
        N_("Go to the next card."),
        ("pagedown", "ctrl+n", "ctrl+enter", "ctrl+j"),
        ("n", "right"),
        by_letter="walk(1)",
    ),
    Deed("turn", N_("turn"), N_("Turn the card over: ways in and an example."), ("f2", "ctrl+t"), ("t", "space")),
    Deed("map", N_("map"), N_("See all cards and jump to one."), ("ctrl+o", "f3"), ("m", "o")),
    Deed("later", N_("later"), N_("Put the card off: leave it for later."), ("f8", "ctrl+l"), ("l",)),
    Deed("document", N_("document"), N_("Read the strategy document as it stands."), ("f4",), ("d",)),
    Deed("help", N_("help"), N_("Show this help."), ("f1",), ("h", "question_mark")),
    Deed("skip", N_("skip"), N_("Skip the card on purpose. The document says so."), ("f9",), ("s",)),
    Deed(
        "back", N_("back"), N_("Go back to the card before."), ("pageup", "ctrl+r"), ("p", "left"), by_letter="walk(-1)"
    ),
    Deed("undo", N_("undo"), N_("Take back the last change on this card."), ("ctrl+z",), ("u",)),
    Deed("redo", N_("redo"), N_("Do again what was taken back."), ("ctrl+y",), ("U",)),
    Deed("note", N_("note"), N_("Write a note to this card."), (), ("c",)),
    Deed("editor", N_("editor"), N_("Write the answer in your own editor and come back."), ("ctrl+g", "f12"), ("e",)),
    Deed(
        "recipe", N_("other recipe"), N_("Go on with another recipe. Nothing you answered is asked again."), (), ("r",)
    ),
    Deed("findings", N_("next finding"), N_("Show the next finding of this card."), (), ("j",)),
    Deed(
        "finding",
        N_("this finding"),
        N_("Say why a finding is there, go to its cards, or waive it with a reason."),
        (),
        ("k",),
    ),
    Deed(
        "mistakes", N_("mistakes"), N_("See how you stand with the five mistakes, and how that has moved."), (), ("5",)
    ),
    Deed(
        "versions",
        N_("versions"),
        N_("Keep a version, see what changed since one, or go back to it."),
        (),
        ("equals_sign",),
    ),
    Deed("saved", N_("saved?"), N_("Say when and where your answers were saved."), ("ctrl+s",), ()),
    Deed("settings", N_("settings"), N_("Theme, language, keys and editor."), (), ("comma",)),
    Deed("menu", N_("all keys"), N_("Choose any of these from a list."), ("ctrl+p", "f10"), ("colon",)),
    Deed("leave", N_("leave"), N_("Leave the strategy. Everything is saved."), (), ("q",)),
    Deed("quit", N_("quit"), N_("Close the program. Everything is saved."), ("ctrl+q",), ()),
)

#: The order in which the key bar of the card names its deeds; from its end they are dropped where room is short.
CARD_BAR = ("next", "turn", "map", "later", "document", "help", "skip", "back")

#: What can be done on the shelf; where room is short, the key bar drops deeds from the end.
SHELF_DEEDS: tuple[Deed, ...] = (
    Deed("open", N_("open"), N_("Open what is marked."), ("enter",), ()),
    Deed("review", N_("review"), N_("Review the marked strategy: its aged cards once more."), ("f5",), ("v",)),
    Deed("rename", N_("rename"), N_("Give the marked strategy another name."), ("f2",), ("r",)),
    Deed("archive", N_("archive"), N_("Put the marked strategy into the archive, or bring it back."), ("f8",), ("a",)),
    Deed("help", N_("help"), N_("Show this help."), ("f1",), ("h", "question_mark")),
    Deed("quit", N_("quit"), N_("Close the program. Everything is saved."), ("ctrl+q",), ("q",)),
    Deed("settings", N_("settings"), N_("Theme, language, keys and editor."), (), ("comma",)),
)

_SHOWN = {
    "pagedown": N_("PgDn"), "pageup": N_("PgUp"), "enter": N_("Enter"), "escape": "Esc", "space": N_("Space"),
    "question_mark": "?", "colon": ":", "comma": ",", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "delete": N_("Del"), "tab": N_("Tab"), "plus": "+", "minus": "−", "full_stop": ".", "at": "@", "equals_sign": "=",
}  # fmt: skip


def shown_key(key: str) -> str:
    """A key as the bar shows it: ``^O``, ``F2``, ``PgDn`` (to be worded), ``n``."""
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return f"^{rest.upper()}" if len(rest) == 1 else f"Ctrl+{shown_key(rest)}"
    if key in _SHOWN:
        return _SHOWN[key]
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


def keys_of(deed: Deed, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a deed that work while typing, as the settings have them."""
    chosen = keymap.get(deed.id)
    return tuple(key.strip() for key in chosen.split(",") if key.strip()) if chosen else deed.keys


def bindings(deeds: tuple[Deed, ...]) -> list[BindingType]:
    """The bindings of a screen for these deeds. Their ids are what the settings' ``keys`` name."""
    return list(_bindings(deeds))


def _bindings(deeds: tuple[Deed, ...]) -> Iterator[Binding]:
    for deed in deeds:
        if deed.keys:
            yield Binding(",".join(deed.keys), deed.action, deed.label, priority=True, show=False, id=deed.id)
        if deed.letters:
            action = deed.by_letter or deed.action
            yield Binding(",".join(deed.letters), action, deed.label, show=False)
            aliases = [f"alt+{letter}" for letter in deed.letters if len(letter) == 1]
            if aliases:
                yield Binding(",".join(aliases), action, deed.label, priority=True, show=False)
