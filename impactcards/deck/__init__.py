"""What may be asked: the deck model, its loader, and the library of decks. Knows no answers."""
