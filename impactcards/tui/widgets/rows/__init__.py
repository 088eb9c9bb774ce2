"""Rows: one widget for lists and tables, drawn whole, with one field floating over the current cell."""

from impactcards.tui.widgets.rows.rows import Rows

__all__ = ["Rows"]
