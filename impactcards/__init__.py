"""Impact Cards: a social media strategy, card by card, in the terminal."""

__version__ = "0.1.0"
