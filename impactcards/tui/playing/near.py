"""Painting only what has changed: a compositor that leaves out what no changed line touches or shows.

Textual's own asks every widget of the screen for its lines at each partial update, those that lie behind another too,
and then throws most of them away: a fifth and more of the time from a key to its picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class NearCompositor(Compositor):
    """Paints as its parent does; where that works differently in another version, nothing is left out."""

    _near: Region | None = None

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        _ = self.cuts  # worked out from all widgets, and remembered
        self._near = crop
        try:
            return super()._render_chops(crop, is_rendered_line)
        finally:
            self._near = None

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        found = super().visible_widgets
        near = self._near
        if near is None:
            return found
        touched: dict[Widget, tuple[Region, Region]] = {}
        for widget, (region, clip) in found.items():  # from front to back
            if near.overlaps(region):
                touched[widget] = region, clip
                if region.intersection(clip).contains_region(near):
                    break  # whatever lies behind it is not seen
        return touched
