"""Playing a hand: the screen a card lies on, showing a card, going from card to card, what the saver reports."""
