"""Newsroom reads the news for a Discord server.

feed -> entry -> article -> analysis -> store -> query -> card -> channel

Feeds name entries, entries lead to articles, and an article is analysed once: its sentences, its
summary, who said what, and its figures, each a slice of the article's own text. All of it is kept
in the store; a query asks the store, and a card carries the answer to a terminal or a channel.
"""

__version__ = "0.1.0"
