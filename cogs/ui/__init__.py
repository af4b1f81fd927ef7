"""How answers look and behave in Discord."""
