"""Leading a session: the facilitator's screen, one file for each step or subject. See ``tui/screens/lead``."""
