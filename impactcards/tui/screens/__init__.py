"""What one looks at as a whole: the shelf, the card, the map, the document, help, settings and small dialogs."""
