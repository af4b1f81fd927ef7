"""What is kept and looked up: the only SQL."""
