"""Reviewing: what is different on the table when aged cards are played again."""
