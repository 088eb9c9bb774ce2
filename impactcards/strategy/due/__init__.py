"""What a strategy's next review would be: what has aged, how long it takes, and when the next answer ages."""

from impactcards.strategy.due.days import Ages, Due, ages_of, due
from impactcards.strategy.due.glance import Glances
from impactcards.strategy.due.next_date import next_review

__all__ = ["Ages", "Due", "Glances", "ages_of", "due", "next_review"]
