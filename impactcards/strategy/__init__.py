"""What was answered: values, the strategy, the hand, findings, and the folder on disk. Knows no screen."""
