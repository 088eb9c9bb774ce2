"""Regular expressions that are compiled when they are first asked, because compiling them all delays the first card."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern; each of its methods is fetched once."""

    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)  # the module keeps what it has compiled
        setattr(self, name, found)
        return found


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile(text, flags)`` gives, at the cost of a name until it is used."""
    return cast("re.Pattern[str]", _Late(text, flags))


__all__ = ["late"]
