"""The commands. Whatever is heavy is imported inside the command that needs it; what starts quickly stays quick."""

from impactcards.cli.start import main

__all__ = ["main"]
