"""Rows: one widget for lists and tables, drawn whole, with one field floating over the current cell.

``rows`` is the widget, ``model`` what it edits, ``grid`` what draws it. ``options`` draws what one chooses, ranks or
rates.
"""
