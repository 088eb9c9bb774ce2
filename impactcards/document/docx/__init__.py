"""The document as a Word file (Office Open XML), made to be edited further in Word or LibreOffice.

Everything is a style: headings, lists, notes, tables. Whoever changes a style changes the document.
"""

from impactcards.document.docx.writing import write

__all__ = ["write"]
