"""What a strategy's next review would be: what has aged, how long it takes, and when the next answer ages."""

from impactcards.strategy.due.days import Ages, Due, ageing, ages_of, due
from impactcards.strategy.due.glance import Glances
from impactcards.strategy.due.next_date import next_review
from impactcards.strategy.due.wording import due_words, whole_minutes

__all__ = ["Ages", "Due", "Glances", "ageing", "ages_of", "due", "due_words", "next_review", "whole_minutes"]
