"""A sentence -> whether it leans on the one before it, and would dangle alone."""

import re
from functools import cache

from bot.analysis.lexicon import read_words

OPENING = "“„«‹「『\"'‘(¿¡… "
QUOTED = re.compile(r"“[^“”]*(?:”|$)|„[^„“”]*(?:[“”]|$)|«[^«»]*(?:»|$)|\"[^\"]*(?:\"|$)")

# "The 34-year-old said": somebody named before.
AGED = re.compile(
    r"""
      the\ \d+-year-old\b (?!\ [a-z]+\ [A-Z])
    | (?:der|die)\ \d+-jährige\b (?!\ [A-Z])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def leans_back(sentence: str, language: str | None) -> bool:
    """Whether a sentence needs the one before it to be understood.

    Either it begins with a word that points back ("But", "This", "The two"), or the first person
    that its own words speak of, outside quotations, is a pronoun ("…," he said).

    >>> leans_back("But the road was shut.", "en"), leans_back("The road was shut.", "en")
    (True, False)
    >>> leans_back("“We were cold,” she said.", "en"), leans_back("Ms Roe said she was cold.", "en")
    (True, False)
    """
    start = sentence.lstrip(OPENING).replace("’", "'")
    return (
        _begins_with(start.casefold(), language or "en", "pointers_back")
        or bool(AGED.match(start))
        or _has_pronoun_first(sentence, language or "en")
    )


def _begins_with(folded: str, language: str, name: str) -> bool:
    pattern = _any_of(language, name)
    return bool(pattern and pattern.match(folded))


@cache
def _any_of(language: str, name: str) -> re.Pattern[str] | None:
    phrases = sorted(read_words(language, name), key=len, reverse=True)
    if not phrases:
        return None
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w|-|')")


def _has_pronoun_first(sentence: str, language: str) -> bool:
    """Whether a personal pronoun comes before any name or noun with an article, quotations apart.

    >>> _has_pronoun_first("“No,” he said to Ms Roe.", "en")
    True
    >>> _has_pronoun_first("A woman died when she fell.", "en")
    False
    """
    pronouns = _any_of(language, "personal_pronouns")
    articles = _any_of(language, "articles")
    if not pronouns or not articles:
        return False
    own_words = QUOTED.sub(" ", sentence)
    for position, match in enumerate(re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", own_words)):
        word = match.group()
        folded = word.casefold().replace("’", "'")
        if pronouns.fullmatch(folded):
            return True
        if articles.fullmatch(folded) or (position and word[0].isupper() and word != "I"):
            return False
    return False
