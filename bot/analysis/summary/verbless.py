"""A sentence -> whether it has a verb, or only names what somebody may look at."""

import re
from functools import cache

from bot.analysis.lexicon import read_words
from bot.analysis.summary import german
from bot.analysis.summary.phrases import fold, read_set

LONGEST = 110  # characters of a sentence in which a verb is missed
WORD = re.compile(r"[^\W\d_]++(?:['-][^\W\d_]++)*+")
SHORT_VERB = re.compile(r"\b(?:I|(?i:it|he|she|that|there|they|we|who|you))['’][dlmrsv]|n['’]t\b")
ADJECTIVES = ("able", "al", "ary", "ful", "ible", "ive", "ous")  # their endings
NO_PASTS = frozenset({"hundred", "naked", "red", "sacred"})
# "Ada Roe in Halden - where she rowed.": what tells more of somebody, to the end.
RELATIVE = re.compile(r"(?:,| [-–—]) (?:where|which|who|whose)\b[^,]*$")
NO_FINITES = frozenset({"be", "been", "being", "having"})
NOUNS = ("er", "ion", "ism", "ist", "ity", "ment", "ness", "or", "ship")  # their endings
SUBJECTS = frozenset({"he", "i", "it", "she", "that", "they", "this", "we", "who", "you"})


def lacks_verb(sentence: str, language: str | None) -> bool:
    """Whether a sentence names somebody or something, and has no verb.

    >>> lacks_verb("The old pier of Halden.", "en"), lacks_verb("Zu Gast im Hafen.", "de")
    (True, True)
    """
    if language == "de":
        return german.lacks_verb(sentence)
    return language == "en" and _lacks_english_verb(sentence)


def _lacks_english_verb(sentence: str) -> bool:
    """
    >>> sentences = ("Ada Roe on the pier, where she rowed.", "Swimming in the harbour of Halden.")
    >>> [_lacks_english_verb(sentence) for sentence in sentences]
    [True, True]
    >>> sentences = ("The old pier fell.", "The gulls zork at noon.", "Take the tram to the pier.")
    >>> [_lacks_english_verb(sentence) for sentence in sentences]
    [False, False, False]
    """
    if len(sentence) > LONGEST or not _read_pasts().isdisjoint(fold(sentence)[1]):
        return False
    told = RELATIVE.sub("", sentence)
    return has_no_verb(told) and _names_something(WORD.findall(told))


def has_no_verb(text: str) -> bool:
    """Whether none of the words of a text may be the verb of a sentence.

    What begins with a capital is none, but for the first, nor is what follows an article, a
    preposition or an adjective. What ends in s before a small word may be one, or what follows a
    plural.

    >>> has_no_verb("The piers of Halden"), has_no_verb("The piers zork"), has_no_verb("He's ill")
    (True, False, False)
    """
    words = WORD.findall(text.replace("’", "'"))
    small = read_set("en", "small_words", "prepositions", "coordinators")
    leading = read_set("en", "definites", "possessives", "prepositions")
    before = ""
    for word, after in zip(words, [*words[1:], ""], strict=True):
        folded = word.casefold()
        known = (
            _read_pasts() if before in leading or before.endswith(ADJECTIVES) else _read_finites()
        )
        if (word.islower() or not before) and folded in known:
            return False
        if before and word.islower() and folded not in small:
            if (folded.endswith("ed") and folded not in NO_PASTS) or before in SUBJECTS:
                return False
            if folded.endswith("s") and after in small - {"and", "of", "or"}:
                return False
            plural = before.endswith("s") and before not in small
            if plural and not folded.endswith(("ing", *NOUNS)):
                return False
        before = folded
    return not SHORT_VERB.search(text)


def _names_something(words: list[str]) -> bool:
    """Whether words begin as a thing is named, or name somebody: not "Stir the soup".

    >>> _names_something(["Stir", "the", "soup"]), _names_something(["Ada", "Roe"])
    (False, True)
    """
    first = words[0].casefold() if words else ""
    return (
        first in read_set("en", "determiners", "articles")
        or first.endswith("ing")
        or any(word[0].isupper() for word in words[1:])
    )


@cache
def _read_pasts() -> frozenset[str]:
    """What is always the verb of a sentence, or nearly so: auxiliaries and irregular pasts.

    >>> {"was", "gave"} <= _read_pasts()
    True
    """
    pasts = {row.split()[1] for row in read_words("en", "grammar_irregular_verbs")}
    return read_set("en", "grammar_auxiliaries") - NO_FINITES | pasts


@cache
def _read_finites() -> frozenset[str]:
    """These, and the forms of verbs in the present, of which many are nouns too.

    >>> {"was", "see", "sees", "tries", "says"} <= _read_finites()
    True
    """
    bases = {row.split()[0] for row in read_words("en", "grammar_irregular_verbs")}
    bases |= read_set("en", "grammar_pure_verbs", "grammar_verbs", "sentence_verbs")
    others = {f"{base}{ending}" for base in bases for ending in ("s", "es")}
    others |= {f"{base[:-1]}ies" for base in bases if base.endswith("y")}
    said = {word for word in read_set("en", "cues") if not word.endswith("ing")}
    small = read_set("en", "openers", "small_words", "prepositions")  # last, like
    return frozenset((bases | others | said) - small | _read_pasts())
