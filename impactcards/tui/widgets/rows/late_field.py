"""A field that is made when somebody first goes into the answer: the first card is on the screen before that.

A text area takes a tenth of the whole start to load. Until it is there, the cells are only drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from impactcards.tui.widgets.rows.field import Field, FieldOwner


class LateField:
    """The field of ``owner``, which floats over what ``widget`` shows. ``made`` is called once the field is there."""

    def __init__(self, widget: Widget, owner: FieldOwner, made: Callable[[], None]) -> None:
        self._widget = widget
        self._owner = owner
        self._made = made
        self._field: Field | None = None
        self._composed = False

    @property
    def here(self) -> bool:
        """Whether the field was made yet."""
        return self._field is not None

    @property
    def has_focus(self) -> bool:
        """Whether one types in it."""
        return self._field is not None and self._field.has_focus

    def get(self) -> Field:
        """The field; made and mounted now if it was not there yet."""
        if self._field is None:
            from impactcards.tui.widgets.rows.field import Field

            self._field = Field(self._owner)
            if self._composed:
                self._widget.mount(self._field)
            self._made()
        return self._field

    def compose(self) -> Iterator[Widget]:
        """For the widget's own ``compose``: the field, if it was asked for before the widget was on the screen."""
        self._composed = True
        if self._field is not None:
            yield self._field
