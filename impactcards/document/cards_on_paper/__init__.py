"""The cards of a deck on paper, eight to a sheet, and the sheets a group writes its answers on.

typst sets both, as it does documents; what a deck says goes in as data, never as source.
"""

from impactcards.document.cards_on_paper.printing import Print, print_cards, print_sheets

__all__ = ["Print", "print_cards", "print_sheets"]
