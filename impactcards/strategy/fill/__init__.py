"""Filling a strategy from a YAML file that a person wrote: answers by card id, items and picks by their text."""

from impactcards.strategy.fill.desk import Added
from impactcards.strategy.fill.filling import FillResult, fill

__all__ = ["Added", "FillResult", "fill"]
