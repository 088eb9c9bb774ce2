"""What is handed in: deck and strategy become an outline of blocks, and each file format writes that outline."""

from impactcards.document.writing import document_of, strategy_markdown, strategy_outline

__all__ = ["document_of", "strategy_markdown", "strategy_outline"]
