"""Versions: the whole strategy as it stood at a moment, kept as byte copies of strategy.yaml in ``versions/``."""

from impactcards.strategy.versions.finding import find_version, list_versions
from impactcards.strategy.versions.keeping import keep_version
from impactcards.strategy.versions.reading import count_answers, parse_version, read_version
from impactcards.strategy.versions.restoring import restore_version
from impactcards.strategy.versions.version import Version, clean_label, version_at

__all__ = [
    "Version",
    "clean_label",
    "count_answers",
    "find_version",
    "keep_version",
    "list_versions",
    "parse_version",
    "read_version",
    "restore_version",
    "version_at",
]
