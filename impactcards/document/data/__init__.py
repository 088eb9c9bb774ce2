"""A strategy for other programs: its answers as JSON, its tables as CSV."""
