"""settings.yaml: the few things a person may want otherwise. Nothing in it keeps the program from starting."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from impactcards.disk import write_whole
from impactcards.faults import Fault, UserError
from impactcards.home import Home
from impactcards.records import field, record
from impactcards.text import clean, closest
from impactcards.words import N_, Message
from impactcards.yamltext import MapNode, Node, Scalar, dump, is_null, parse, to_data

THEMES = ("auto", "dark", "light")

_FIRST_LINE = "# The settings of Impact Cards. You can edit this file, but comments are not kept.\n"
_KEYS = ("theme", "language", "keys", "editor")


@record
class Settings:
    """A person's settings.

    ``theme`` is one of :data:`THEMES`; ``language`` is the interface's BCP 47 tag, or empty: as the system says;
    ``keys`` holds the keys of a deed by its id, as Textual names them, parted by commas; ``editor`` is a command, or
    empty: the system's own.
    """

    theme: str = "auto"
    language: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    editor: str = ""


def load_settings(home: Home) -> tuple[Settings, list[Fault]]:
    """The settings as far as they can be read, and what is wrong in their file. Without a file: the usual ones."""
    file = str(home.settings)
    try:
        data = home.settings.read_bytes()
    except FileNotFoundError:
        return Settings(), []
    except OSError as error:
        problem = Message(N_("The settings cannot be read: {problem}."), problem=error.strerror or str(error))
        return Settings(), [Fault(file, 0, 0, problem)]
    document = parse(data, file)
    faults = list(document.faults)
    root = document.root
    if root is None or is_null(root):
        return Settings(), faults
    if not isinstance(root, MapNode):
        faults.append(
            Fault(file, root.line, root.column, Message(N_("Settings are written as “theme: dark”, one a line.")))
        )
        return Settings(), faults
    return _Reading(file, faults).settings(root), faults


def save_settings(home: Home, settings: Settings) -> None:
    """Write the settings; keys of the file that this program does not know are kept.

    Raises :class:`UserError` if the file cannot be written, or is damaged and would be lost.
    """
    held = _held(home.settings)
    wanted: dict[str, Any] = {
        "theme": settings.theme if settings.theme != "auto" else None,
        "language": settings.language,
        "keys": dict(settings.keys),
        "editor": settings.editor,
    }
    data = {**held, **wanted}
    data = {key: value for key, value in data.items() if key not in _KEYS or value}
    text = _FIRST_LINE + (dump(data) if data else "")
    try:
        home.settings.parent.mkdir(parents=True, exist_ok=True)
        write_whole(home.settings, text.encode("utf-8"))
    except OSError as error:
        raise UserError(
            Message(
                N_("The settings cannot be written to {file}: {problem}."),
                file=home.settings,
                problem=error.strerror or str(error),
            )
        ) from error


def _held(path: Path) -> dict[str, Any]:
    """What the file holds now."""
    try:
        document = parse(path.read_bytes(), str(path))
    except OSError:
        return {}
    if document.root is None or document.faults:
        fault = document.faults[0]
        raise UserError(
            Message(
                N_("{file} cannot be read at {line}:{column}. Mend or delete it; then settings can be kept again."),
                file=path,
                line=fault.line,
                column=fault.column,
            )
        )
    data = to_data(document.root)
    return data if isinstance(data, dict) else {}


class _Reading:
    """Reads the known keys and notes what is wrong."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults

    def fault(self, node: Node, message: Message) -> None:
        self.faults.append(Fault(self.file, node.line, node.column, message))

    def settings(self, root: MapNode) -> Settings:
        for key, place in root.keys.items():
            if key not in _KEYS:
                self.fault(place, _unknown(key))
        held = root.value
        theme = self.text(held, "theme")
        if theme and theme not in THEMES:
            self.fault(held["theme"], Message(N_("The theme is auto, dark or light.")))
            theme = ""
        return Settings(theme or "auto", self.text(held, "language"), self.keys(held), self.text(held, "editor"))

    def text(self, held: Mapping[str, Node], key: str) -> str:
        node = held.get(key)
        if node is None or is_null(node):
            return ""
        if not isinstance(node, Scalar):
            self.fault(node, Message(N_("“{key}” is a text."), key=key))
            return ""
        return " ".join(clean(node.value).split())

    def keys(self, held: Mapping[str, Node]) -> dict[str, str]:
        node = held.get("keys")
        if node is None or is_null(node):
            return {}
        if not isinstance(node, MapNode):
            self.fault(node, Message(N_("“keys” holds a key for each deed, such as “next: f7”.")))
            return {}
        return {deed: keys for deed in node.value if (keys := self.text(node.value, deed))}


def _unknown(key: str) -> Message:
    guess = closest(key, _KEYS)
    if guess is not None:
        return Message(N_("There is no setting “{key}”. Did you mean “{guess}”?"), key=key, guess=guess)
    return Message(N_("There is no setting “{key}”. There are: {known}."), key=key, known=", ".join(_KEYS))
