"""A sentence -> whether it leans on the one before it, and would dangle alone."""

import re
from functools import cache

from bot.analysis.lexicon import read_words

OPENING = "“„«‹「『\"'‘(¿¡… "
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
PHRASE = 4  # words from which what stands before a comma may be a clause
LABEL = re.compile(r"^(?:[QAFR]|[A-Z][A-Z.’' -]{2,40}):\s+")  # who speaks, in a transcript
# Where the first clause of a sentence ends; what points back behind it may point into it.
CLAUSE_END = re.compile(r"[,;:—–(]|\ (?:and|but|und|aber|et|mais|y|pero)\ ")
BRACKETED = re.compile(r"\([^()]{1,300}\)")
NAME = r"[A-ZÀ-Þ][\w’'-]+"

# "On Monday the 34-year-old said": somebody named before.
AGED = re.compile(
    r"""
      [^,;:“"]{0,80}? \b
      (?: [Tt]he\ \d+-year-old\b (?!\ [a-z]+\ [A-Z])
        | (?:[Dd]er|[Dd]ie)\ \d+-[Jj]ährige\b (?!\ [A-Z]) )
    """,
    re.VERBOSE,
)

# "Das teilte die Polizei mit": no article, but what was told before.
GERMAN_THAT = re.compile(
    r"""
    Das
    \ (?! (?: a[mn] | auf | aus | bei | durch | für | i[mn] | mit | nach | über | vo[mnr] | zu )\b )
    [a-zäöüß]+
    \ (?: de[rmns] | die | das | eine?[mnrs]? | er | es | sie | man | sich | auch | nicht | laut )\b
    """,
    re.VERBOSE,
)

# "In a statement, he said", "Born in Halden, she": nobody is named for whom the pronoun stands.
THING_FIRST = re.compile(
    r"""
    (?: (?: In | At | On | From | During | For | With | By | Within | Under | Throughout )
        \ [^,A-Z“"]{1,60}
      | (?: [A-Z][a-z]+(?:ed|ing) | Born | Known | Seen ) \ [^,“"]{1,60} )
    ,\ (?: he | she | they ) \b
    """,
    re.VERBOSE,
)

# "The last, at the pier, was blue": one of several told of before.
ONE_OF_SEVERAL = re.compile(
    r"""
    The\ (?: first | last | latest | largest | biggest | smallest | oldest | youngest | newest
          | most\ recent | only\ other | remaining | others? )
    (?: , | \ (?:is|are|was|were|has|have|had|came|went|will|would)\b )
    """,
    re.VERBOSE,
)

# "Er wies darauf hin, dass": what points back elsewhere points ahead here.
GERMAN_AHEAD = re.compile(
    r"\bda\w+(?:\ [a-z]+)?,\ (?:dass|ob|w[aeio]\w+|um|d[ae][mnrs]|die|eine?[mnrs]?|sich|nicht)\b"
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
    start = LABEL.sub("", sentence).lstrip(OPENING).replace("’", "'")
    own_words = LABEL.sub("", own_words)
    language = language or "en"
    return (
        _begins_with(start.casefold(), language, "pointers_back")
        or any(pattern.match(start) for pattern in (AGED, ONE_OF_SEVERAL, GERMAN_THAT))
        or bool(THING_FIRST.match(own_words))
        or _has_pronoun_first(own_words, language)
        or _points_back_within(own_words, language)
        or _goes_on_speaking(own_words, language)
    )


def goes_on(own_words: str, language: str | None) -> bool:
    """Whether a sentence adds to something, so that it cannot come first: "Roe also said".

    >>> goes_on("Roe also saw the pier.", "en"), goes_on("Roe saw it, and Lind also did.", "en")
    (True, False)
    """
    more = _any_of(language or "en", "additions")
    return bool(more and more.search(_first_clause(own_words)))


def _begins_with(folded: str, language: str, name: str) -> bool:
    pattern = _any_of(language, name)
    return bool(pattern and pattern.match(folded))


def _first_clause(own_words: str) -> str:
    """The words before the first comma or the like; a short phrase there is not counted.

    >>> _first_clause("Roe’s pier fell, and so did he.")
    "roe's pier fell"
    >>> _first_clause("On Monday, these planks were sold, Roe said.")
    'on monday these planks were sold'
    """
    outside = BRACKETED.sub("", own_words).replace("’", "'")
    first, *others = CLAUSE_END.split(outside, maxsplit=2)
    return f"{first}{others[0]}".casefold() if _is_phrase(first) and others else first.casefold()


def _is_phrase(words: str) -> bool:
    return len(words.split()) < PHRASE


def _points_back_within(own_words: str, language: str) -> bool:
    """Whether a phrase in the first clause points back, or one between commas.

    >>> _points_back_within("Roe died the following day.", "en")
    True
    >>> _points_back_within("Roe fell ill on Monday and died the following day.", "en")
    False
    >>> _points_back_within("The shops, however, stayed open.", "en")
    True
    >>> _points_back_within("Roe will leave this week.", "en")
    False
    """
    asides = _any_of(language, "asides")
    if asides and any(asides.fullmatch(part.strip()) for part in own_words.split(",")[1:-1]):
        return True
    pointers = _any_of(language, "pointers_within")
    clause = _first_clause(own_words)
    if not pointers or not (found := pointers.search(clause)):
        return False
    behind = WORD.findall(clause[found.end() :])
    if len(behind) < 2 and GERMAN_AHEAD.search(own_words):
        return False
    return not behind or behind[0] not in read_words(language, "times")


def _goes_on_speaking(own_words: str, language: str) -> bool:
    """Whether a sentence goes on with what somebody said before: "Roe added", ", she said".

    >>> _goes_on_speaking("The piles are sound, she said.", "en")
    True
    >>> _goes_on_speaking("Ada Roe knew the piles, she said.", "en")
    False
    >>> _goes_on_speaking("Mr Roe added that the piles were sound.", "en")
    True
    >>> _goes_on_speaking("The council added three piles.", "en")
    False
    """
    said = _said_by_pronoun(language)
    if said and (found := said.search(own_words)):
        return not re.search(rf"{NAME} {NAME}", own_words[: found.start()])
    added = _added(language)
    return bool(added and added.search(own_words))


@cache
def _said_by_pronoun(language: str) -> re.Pattern[str] | None:
    phrases = "|".join(map(re.escape, read_words(language, "said_by_pronoun")))
    return re.compile(rf", (?:{phrases})(?!\w| that\b)") if phrases else None


@cache
def _added(language: str) -> re.Pattern[str] | None:
    """ "Roe added that", "Roe added:", and "Roe added" behind a quotation, which leaves a space."""
    verbs = "|".join(read_words(language, "addings"))
    if not verbs:
        return None
    return re.compile(rf"\b(?:{verbs})(?: that\b|:)|^ [^,.]{{2,60}}\b(?:{verbs})\b")


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


def _opens_with_speakers(own_words: str, words: list[str], language: str) -> bool:
    """Whether a sentence begins with people without an article, and what they say or do.

    >>> sentences = ("Voters fear they lost", "Skipper says he won", "In tears he won")
    >>> [_opens_with_speakers(words, words.split(), "en") for words in sentences]
    [True, True, False]
    """
    first = words[0].casefold()
    return (
        _opens_with_noun(words, language)
        and own_words.lstrip().startswith(f"{words[0]} {words[1]} ")
        and first not in read_words(language, "times")
        and not first.endswith("ly")
        and (first.endswith("s") or words[1].casefold() in read_words(language, "cues"))
    )


def _has_pronoun_first(own_words: str, language: str) -> bool:
    """Whether a personal pronoun comes before any name or noun with an article.

    >>> _has_pronoun_first(" he said to Ms Roe.", "en")
    True
    >>> _has_pronoun_first("A woman died when she fell.", "en")
    False
    >>> _has_pronoun_first("Voters in town kept their pier.", "en")
    False
    >>> _has_pronoun_first("Yesterday he closed it.", "en")
    True
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
            if possessives and possessives.fullmatch(folded):
                return not _opens_with_noun(words, language)
            return position < 2 or not _opens_with_speakers(own_words, words, language)
        if articles.fullmatch(folded) or (position and word[0].isupper() and word != "I"):
            return False
    return False
