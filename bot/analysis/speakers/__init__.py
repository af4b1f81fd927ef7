"""passages -> who is named in them, and who is meant: tokens, names, people, phrases, speakers."""
