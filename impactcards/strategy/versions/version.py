"""One version, and its file's name: ``YYYY-MM-DDTHHMMSSZ LABEL.yaml``."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

from impactcards.records import record
from impactcards.strategy.names import one_line

#: The ending of every version's file.
ENDING = ".yaml"

# A label may be a sentence, but a path as a whole has to stay below what Windows and archives take.
_LONGEST = 80
_MOST_BYTES = 160

_NAME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z(?: (.*))?", re.DOTALL)
_STAMP = "%Y-%m-%dT%H%M%SZ"

# What some file system keeps for itself, and what says nearly the same.
_INSTEAD = str.maketrans({"/": "-", "\\": "-", "|": "-", ":": "-", '"': "'", "*": "", "?": "", "<": "", ">": ""})
_COLON = re.compile(r"\s*:(?:\s+|$)")

# Joiners inside emoji and words of some scripts; all other invisible characters, marks of direction too, are dropped.
_JOINERS = "\u200c\u200d"


@record
class Version:
    """A version by its file. ``when`` is UTC to the second (``2026-08-17T07:04:08Z``), empty if the name has none."""

    path: Path
    when: str
    label: str

    @property
    def name(self) -> str:
        """What the version is called in other files: its file's name without the ending."""
        return self.path.name.removesuffix(ENDING)

    @property
    def moment(self) -> datetime | None:
        """When it was kept, in local time."""
        try:
            return datetime.fromisoformat(self.when).astimezone()
        except ValueError:
            return None

    @property
    def day(self) -> date | None:
        """The local day on which it was kept."""
        return self.moment.date() if self.moment else None

    @property
    def title(self) -> str:
        """Day, minute and label as a list shows them: ``2026-08-17 09:04 before the first review``."""
        return f"{self.moment:%Y-%m-%d %H:%M} {self.label}".rstrip() if self.moment else self.label


def version_at(path: Path) -> Version:
    """The version a path leads to, by its name alone. A name without a moment is a label as a whole."""
    name = path.name.removesuffix(ENDING)
    found = _NAME.fullmatch(name)
    if found is None:
        return Version(path, "", unicodedata.normalize("NFC", name))
    day, hour, minute, second, label = found.groups()
    return Version(path, f"{day}T{hour}:{minute}:{second}Z", unicodedata.normalize("NFC", label or ""))


def file_name(when: datetime, label: str) -> str:
    """The name of a new version's file; ``label`` is clean."""
    return f"{stamp_of(when)} {label}".rstrip() + ENDING


def stamp_of(when: datetime) -> str:
    """The moment a name begins with."""
    return when.astimezone(UTC).strftime(_STAMP)


def clean_label(label: str) -> str:
    """What is left of a label in a file's name: one line that every file system takes; maybe nothing."""
    line = _COLON.sub(" – ", one_line(unicodedata.normalize("NFC", label))).translate(_INSTEAD)
    line = " ".join("".join(c for c in line if c in _JOINERS or unicodedata.category(c)[0] != "C").split())
    cut = line[:_LONGEST].encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore")
    if len(cut) < len(line) and " " in cut[_LONGEST // 2 :]:
        cut = cut.rpartition(" ")[0]
    return cut.strip(" .–-" + _JOINERS)
