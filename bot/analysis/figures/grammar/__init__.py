"""English, as far as word lists and neighbours settle it: words, tags, phrases, clauses."""
