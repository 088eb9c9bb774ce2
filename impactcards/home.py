"""Where a person's strategies, decks, settings and the program's own notes live.

With a home folder (``--home DIR``, or ``IMPACTCARDS_HOME``) all of it is in one place. Without one, strategies are
where a person looks for documents, and the rest where the system keeps a program's data.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from impactcards.records import record

#: The variable of the environment that names the home folder.
VARIABLE = "IMPACTCARDS_HOME"

ARCHIVE = "Archive"


@record
class Home:
    """The folders and the settings file. None of them need exist; whoever writes into one makes it.

    Losing ``state`` (where one was in a hand, hashes of written documents) or ``cache`` does no harm.
    """

    strategies: Path
    archive: Path
    decks: Path
    settings: Path
    state: Path
    cache: Path

    @classmethod
    def at(cls, folder: Path) -> Home:
        """Everything under one folder."""
        return cls(
            strategies=folder / "strategies",
            archive=folder / "strategies" / ARCHIVE,
            decks=folder / "decks",
            settings=folder / "settings.yaml",
            state=folder / "state",
            cache=folder / "cache",
        )

    @classmethod
    def default(cls) -> Home:
        """The system's own places."""
        import platformdirs  # asks the system, which is not needed with a home folder

        places = platformdirs.PlatformDirs("impactcards", appauthor=False)
        strategies = Path(platformdirs.user_documents_dir()) / "Impact Cards"
        return cls(
            strategies=strategies,
            archive=strategies / ARCHIVE,
            decks=Path(places.user_data_dir) / "decks",
            settings=Path(places.user_config_dir) / "settings.yaml",
            state=Path(places.user_state_dir) / "state",
            cache=Path(places.user_cache_dir) / "cache",
        )


def find(option: str | None, environ: Mapping[str, str]) -> Home:
    """The home a person asked for: the option, then the environment, then the system's own places."""
    folder = option or environ.get(VARIABLE, "")
    if not folder:
        return Home.default()
    try:
        return Home.at(Path(folder).expanduser().absolute())
    except RuntimeError:  # a tilde with a name that nobody has
        return Home.at(Path(folder).absolute())
