"""Parts of screens that know nothing of each other: attributes go down, messages go up."""
