"""words in marks -> whether they are written as titles of works and names of bodies are."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar

TITLE_SHARE = 0.75
"""From this share of capitalised words on, a stretch is written like a title."""


def is_german_title(words: Sequence[str], shown: str) -> bool:
    """Whether the words are written like a title in a language that writes all nouns large.

    >>> is_german_title(["Haldener", "Tagblatt"], "Haldener Tagblatt")
    True
    >>> is_german_title(["Lug", "und", "Trug"], "Lug und Trug")
    False
    """
    capital = sum(word[0].isupper() for word in words)
    return len(words) > 1 and shown[-1] not in ".?!…," and capital >= TITLE_SHARE * len(words)


def is_english_title(words: Sequence[str], shown: str) -> bool:
    """Whether the words are written like the title of a work.

    >>> is_english_title(["The", "Bridge", "at", "Halden"], "The Bridge at Halden")
    True
    >>> is_english_title(["We", "will", "win"], "We will win")
    False
    >>> is_english_title(["BEST", "TEAM", "here", "Today"], "BEST TEAM here Today")
    False
    """
    long = [word for word in words if len(word) > 3] or words
    if shown[-1] in "?!…," or (shown[-1] == "." and not shown.isupper()) or len(words) < 2:
        return False
    capital = sum(word[0].isupper() for word in long)
    if 0 < sum(map(str.isupper, long)) < capital < len(long):
        return False  # somebody shouts
    return words[0][0].isupper() and capital >= TITLE_SHARE * len(long)


def is_german_name(words: Sequence[str], shown: str) -> bool:
    """Whether the words begin with an adjective written large, as names do: Oberster Rat für ..."""
    if len(words) < 2 or shown[-1] in ".?!…":
        return False
    adjective = words[0].endswith(("e", "er", "es", "en"))
    return adjective and words[0][0].isupper() and words[1][0].isupper()


def is_title(words: Sequence[str], shown: str, grammar: Grammar) -> bool:
    """Whether the words are written like a title in the language of the grammar."""
    if grammar.language == "de":
        return is_german_title(words, shown)
    if grammar.language in ("es", "fr") and sum(word[0].isupper() for word in words) < 2:
        return False  # Esto es
    return is_english_title(words, shown)
