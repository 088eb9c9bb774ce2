"""The room view: what a group sees of its session, on the wall or in place of the facilitator's own screen."""
