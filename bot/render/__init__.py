"""answer -> card. Pure: the same card goes to a terminal and to a channel."""
