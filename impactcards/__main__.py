"""Lets ``python -m impactcards`` do what ``impactcards`` does."""

from impactcards.cli import main

main()
