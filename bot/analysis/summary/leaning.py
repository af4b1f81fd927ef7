"""A sentence -> whether it leans on the one before it, and would dangle alone."""

import re
from functools import cache

from bot.analysis.lexicon import read_words

OPENING = "“„«‹「『\"'‘(¿¡… "
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# "The 34-year-old said": somebody named before.
AGED = re.compile(
    r"""
      [Tt]he\ \d+-year-old\b (?!\ [a-z]+\ [A-Z])
    | (?:[Dd]er|[Dd]ie)\ \d+-[Jj]ährige\b (?!\ [A-Z])
    """,
    re.VERBOSE,
)

# "In a statement, he said": a thing comes first, but nobody for whom the pronoun stands.
THING_FIRST = re.compile(
    r"""
    (?: In | At | On | From | During | For | With | By | Within | Under | Throughout )
    \ [^,A-Z“"]{1,60} ,
    \ (?: he | she | they ) \b
    """,
    re.VERBOSE,
)


def leans_back(sentence: str, own_words: str, language: str | None) -> bool:
    """Whether a sentence needs the one before it to be understood.

    Either it begins with a word that points back ("But", "This", "The two"), or the first person
    that its own words speak of, outside quotations, is a pronoun ("…," he said).

    >>> leans_back("But it was shut.", "But it was shut.", "en")
    True
    >>> leans_back("“We were cold,” she said.", " she said.", "en")
    True
    >>> leans_back("Ms Roe said she was cold.", "Ms Roe said she was cold.", "en")
    False
    """
    start = sentence.lstrip(OPENING).replace("’", "'")
    return (
        _begins_with(start.casefold(), language or "en", "pointers_back")
        or bool(AGED.match(start) or THING_FIRST.match(own_words))
        or _has_pronoun_first(own_words, language or "en")
    )


def _begins_with(folded: str, language: str, name: str) -> bool:
    pattern = _any_of(language, name)
    return bool(pattern and pattern.match(folded))


@cache
def _any_of(language: str, name: str) -> re.Pattern[str] | None:
    phrases = sorted(read_words(language, name), key=len, reverse=True)
    if not phrases:
        return None
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, phrases))})(?![\w'-])")


def speaks_as_we(own_words: str, language: str | None) -> bool:
    """Whether somebody speaks in a sentence of whom its own words do not tell.

    >>> speaks_as_we("We never saw the pier.", "en"), speaks_as_we(" she said.", "en")
    (True, False)
    """
    we = _any_of(language or "en", "first_person")
    return bool(we and we.search(own_words.casefold().replace("’", "'")))


def has_voice(own_words: str) -> bool:
    """Whether a sentence has words of its own around what it quotes.

    >>> has_voice(" Roe said."), has_voice(" . ")
    (True, False)
    """
    return len(WORD.findall(own_words)) > 1


def _opens_with_noun(words: list[str], language: str) -> bool:
    """Whether a sentence begins with a noun of its own: "Voters", not "For" or "Asked".

    >>> [_opens_with_noun([word, "pier"], "en") for word in ("Voters", "For", "Asked")]
    [True, False, False]
    """
    first = words[0].casefold()
    common = _any_of(language, "openers"), _any_of(language, "small_words")
    return not (
        first.endswith(("ed", "ing")) or any(known and known.fullmatch(first) for known in common)
    )


def _has_pronoun_first(own_words: str, language: str) -> bool:
    """Whether a personal pronoun comes before any name or noun with an article.

    >>> _has_pronoun_first(" he said to Ms Roe.", "en")
    True
    >>> _has_pronoun_first("A woman died when she fell.", "en")
    False
    >>> _has_pronoun_first("Voters in town kept their pier.", "en")
    False
    """
    pronouns = _any_of(language, "personal_pronouns")
    articles = _any_of(language, "articles")
    if not pronouns or not articles:
        return False
    possessives = _any_of(language, "possessives")
    words = WORD.findall(own_words)
    for position, word in enumerate(words):
        folded = word.casefold().replace("’", "'")
        if pronouns.fullmatch(folded):
            owned = possessives and possessives.fullmatch(folded)
            return not (owned and _opens_with_noun(words, language))
        if articles.fullmatch(folded) or (position and word[0].isupper() and word != "I"):
            return False
    return False
