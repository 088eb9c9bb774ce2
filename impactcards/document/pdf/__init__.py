"""The document as a PDF for the hand (or, one page, for the wall), tagged as PDF/UA-1 asks.

typst sets it. What people wrote goes in as data, the fonts are those in this folder and no others, and nothing is
fetched from anywhere.
"""

from impactcards.document.pdf.writing import write

__all__ = ["write"]
