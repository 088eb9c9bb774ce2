"""stub"""
from __future__ import annotations
from impactcards.tui.widgets.rows.lines import LineView


class Menu(LineView):
    def filter(self, text: str) -> None: ...
    def height_of(self, index: int) -> int: return 1
