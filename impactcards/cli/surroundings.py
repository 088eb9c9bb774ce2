"""What every command stands on: the home, the decks at hand, the settings."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from impactcards import home as homes
from impactcards.faults import Fault, UserError
from impactcards.home import Home

if TYPE_CHECKING:
    from impactcards.deck.library import Library
    from impactcards.settings import Settings

#: How large a deck may be, in megabytes, unless --max-deck says otherwise.
MAX_DECK_MB = 1.0


class Surroundings:
    """Found once, when they are first needed. ``max_bytes`` is the size a deck may have."""

    def __init__(self, home_folder: str | None = None) -> None:
        self._home_folder = home_folder
        self.max_bytes = int(MAX_DECK_MB * 1_000_000)
        self.settings_faults: tuple[Fault, ...] = ()

    @cached_property
    def home(self) -> Home:
        """Where strategies, decks and settings are kept."""
        return homes.find(self._home_folder, os.environ)

    @cached_property
    def library(self) -> Library:
        """The decks: the user's own and the bundled ones."""
        from impactcards.deck.library import Library

        return Library(self.home.decks, self.max_bytes, cache=self.home.cache / "decks")

    @cached_property
    def settings(self) -> Settings:
        """The settings; what is wrong in their file goes to ``settings_faults``."""
        from impactcards.settings import load_settings

        settings, faults = load_settings(self.home)
        self.settings_faults = tuple(faults)
        return settings

    def interface_setting(self) -> str:
        """The interface language of the settings, or an empty string, also where no home can be had."""
        try:
            return self.settings.language
        except (UserError, OSError):
            return ""
