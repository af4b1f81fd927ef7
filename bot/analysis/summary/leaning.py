"""A sentence -> whether it leans on the one before it, and would dangle alone."""

import re

from bot.analysis.summary.beginnings import takes_as_told
from bot.analysis.summary.english import compares_with_told, points_to_noun, tells_whose_kin
from bot.analysis.summary.german import has_bare_that, takes_up
from bot.analysis.summary.persons import has_thing_first, lacks_somebody
from bot.analysis.summary.phrases import fold, read_phrases, read_set
from bot.analysis.summary.romance import ROMANCE, lacks_sayer, takes_up_in_romance
from bot.analysis.summary.speaking import goes_on_speaking

OPENING = "“„«‹「『\"'‘(¿¡… \u00a0\u202f"
WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?+")
BEGINNING = 100  # characters, more than a phrase has that points back
# In a phrase that points back, what it points to is nowhere else.
PRONOUNS = frozenset({"cela", "elle", "elles", "ella", "ellas", "ello", "ellos", "eso", "eux"})
PRONOUNS |= {"her", "him", "ihm", "ihnen", "ihr", "lui", "that", "them", "él"}
TIMELESS = frozenset({"it", "it's"})  # what stands for nobody where a time follows
PHRASE = 4  # words from which what stands before a comma may be a clause
ITEM = re.compile(r"-\ |(?:[•*·▪►‣]|\(?(?:[a-z]|\d{1,2})[).])\ ")  # of a list
LABEL = re.compile(r"(?:[QAFR]|[A-Z][A-Z.’' -]{2,40}):\s+")  # who speaks, in a transcript
# Where the first clause of a sentence ends; what points back behind it may point into it.
CLAUSE_END = re.compile(r"[ ,;:—–(](?:(?<! )|(?:and|but|und|aber|et|mais|y|pero) )")
BRACKETED = re.compile(r"\([^()]{1,300}\)")
TWO_WORDS = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?+.*?[^\W\d_]", re.DOTALL)
# What looks like a first person and is none: World War I, nuestro país.
NOBODY = re.compile(
    r"""
    \b (?: War | Act | Charles | Division | Elizabeth | George | James | Level | Part | Phase
         | Type )\ I \b
    | \b (?: nuestro\ país | notre\ pays )\b
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
    >>> leans_back("b) the pier of Halden.", "b) the pier of Halden.", "en")
    True
    """
    start = _without_label(sentence).lstrip(OPENING).replace("’", "'")
    own_words = _without_label(own_words)
    language = language or "en"
    return (
        (not sentence[:1].isupper() and ITEM.match(sentence) is not None)
        or read_phrases(language, "pointers_back").begin(start[:BEGINNING].casefold())
        or takes_as_told(start)
        or (start != sentence and has_thing_first(start, language))
        or _goes_on_with_owner(sentence, own_words, language)
        or lacks_somebody(own_words, fold(own_words)[1], language)
        or _points_back_within(own_words, language)
        or goes_on_speaking(own_words, language)
        or (language == "de" and takes_up(own_words))
        or (language == "en" and _leans_in_english(sentence, own_words))
        or (language in ROMANCE and takes_up_in_romance(own_words, language))
    )


def _leans_in_english(sentence: str, own_words: str) -> bool:
    return points_to_noun(own_words) or tells_whose_kin(own_words) or compares_with_told(sentence)


def dangles_first(sentence: str, language: str | None) -> bool:
    """Whether a sentence that leans back does so even as the first of its text.

    There nothing stands before it, so that what points back elsewhere points to what all know.

    >>> dangles_first("He sold it.", "en"), dangles_first("In a letter, she refused.", "en")
    (True, True)
    >>> dangles_first("Another pier was shut.", "en"), dangles_first("The next day is dry.", "en")
    (False, False)
    >>> dangles_first("The pier, however, held.", "en")
    True
    >>> dangles_first("Despite that, it held.", "en"), dangles_first("Por eso se fue.", "es")
    (True, True)
    >>> [dangles_first(start, "es") for start in ("De esta forma cae.", "En esta ciudad cae.")]
    [True, False]
    >>> dangles_first("It was a cold morning.", "en"), dangles_first("It was cold.", "en")
    (False, True)
    """
    language = language or "en"
    start = _without_label(sentence).lstrip(OPENING).replace("’", "'")
    if _has_aside(start, language):
        return True
    if language == "de" and (has_bare_that(start) or _has_in_clause(start, language, "asides")):
        return True
    if language == "es" and lacks_sayer(start):
        return True
    found = read_phrases(language, "pointers_back").pattern.match(start[:BEGINNING].casefold())
    if found and found[0] in TIMELESS and _tells_time(start, language):
        return False
    words = found[0].split() if found else []
    if len(words) == 1:
        return words[0] not in read_set(language, "beginnings")
    if not PRONOUNS.isdisjoint(words):
        return True
    if len(words) > 2 and not read_set(language, "demonstratives").isdisjoint(words):
        return True  # "de esta forma", where "en esta" may be "en esta ciudad"
    second = WORD.findall(start[:80].casefold())[1:2]
    pronouns = read_set(language, "personal_pronouns")
    return not pronouns.isdisjoint(second) or has_thing_first(start, language)


def _tells_time(start: str, language: str) -> bool:
    """Whether "it" stands for the time: "It was a cold morning", not "It's the time he fears"."""
    words = [word.casefold() for word in WORD.findall(start[:BEGINNING])[1:6]]
    return "the" not in words[:2] and not read_set(language, "times", "seasons").isdisjoint(words)


def goes_on(own_words: str, language: str | None, *, first: bool = False) -> bool:
    """Whether a sentence adds to something, so that it cannot come first: "Roe also said".

    ``first``: of its text, where less does.

    >>> goes_on("Roe also saw the pier.", "en"), goes_on("Roe saw it, and Lind also did.", "en")
    (True, False)
    >>> goes_on("Roe fell again.", "en"), goes_on("Roe fell again.", "en", first=True)
    (True, False)
    """
    found = _has_in_clause(own_words, language or "en", "additions")
    found = found or _adds_behind_insertion(own_words, language or "en")
    return found is not None and not (
        first and found[0] in read_set(language or "en", "beginnings")
    )


def speaks_as_we(own_words: str, language: str | None) -> bool:
    """Whether somebody speaks in a sentence of whom its own words do not tell.

    >>> speaks_as_we("We never saw the pier.", "en"), speaks_as_we(" she said.", "en")
    (True, False)
    >>> speaks_as_we("The pier fell in World War I.", "en")
    False
    """
    phrases = read_phrases(language or "en", "first_person")
    found = phrases.find(*fold(own_words))
    if found and NOBODY.search(own_words):
        found = phrases.pattern.search(NOBODY.sub(" ", own_words).casefold())
    return found is not None


def has_voice(own_words: str) -> bool:
    """Whether a sentence has words of its own around what it quotes.

    >>> has_voice(" Roe said."), has_voice(" . ")
    (True, False)
    """
    return bool(TWO_WORDS.search(own_words))


def _without_label(sentence: str) -> str:
    """
    >>> _without_label("MS. ROE: He fell."), _without_label("He fell.")
    ('He fell.', 'He fell.')
    """
    label = LABEL.match(sentence)
    return sentence[label.end() :] if label else sentence


def _has_in_clause(own_words: str, language: str, name: str) -> re.Match[str] | None:
    """The first phrase of a list in the first clause."""
    phrases = read_phrases(language, name)
    _, words = fold(own_words)
    if phrases.longest.isdisjoint(words):
        return None
    return phrases.pattern.search(_first_clause(own_words))


def _first_clause(own_words: str) -> str:
    """The words before the first comma or the like; a short phrase there is not counted.

    >>> _first_clause("Roe’s pier fell, and so did he.")
    "roe's pier fell"
    >>> _first_clause("On Monday, these planks were sold, Roe said.")
    'on monday these planks were sold'
    """
    outside = BRACKETED.sub("", own_words) if "(" in own_words else own_words
    outside = outside.replace("’", "'")
    first, *others = CLAUSE_END.split(outside, maxsplit=2)
    return f"{first}{others[0]}".casefold() if _is_phrase(first) and others else first.casefold()


def _adds_behind_insertion(own_words: str, language: str) -> re.Match[str] | None:
    """What adds right behind what stands between commas: Roe, who fell, | also saw the pier.

    >>> _adds_behind_insertion("Roe, who fell, was also ill.", "en")[0]
    'also'
    >>> _adds_behind_insertion("Roe fell, Lind fled, and also left.", "en") is None
    True
    """
    phrases = read_phrases(language, "additions")
    _, *insertion = own_words.split(", ", 2)
    behind = insertion[1].casefold().split(maxsplit=2)[:2] if len(insertion) > 1 else []
    if not behind or behind[0] in read_set(language, "coordinators"):
        return None
    return phrases.pattern.search(" ".join(behind))


def _is_phrase(words: str) -> bool:
    return len(words.split()) < PHRASE


def _goes_on_with_owner(sentence: str, own_words: str, language: str) -> bool:
    """Whether "his" or the like comes first behind a quotation, whose speaker is not told.

    >>> sentence = "“It fell.” Their pier was new."
    >>> _goes_on_with_owner(sentence, " Their pier was new.", "en")
    True
    """
    return own_words[:1] == " " != sentence[:1] and not read_set(
        language, "possessives"
    ).isdisjoint(WORD.findall(own_words[:20].casefold())[:1])


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
    if _has_aside(own_words, language):
        return True
    if not (found := _has_in_clause(own_words, language, "pointers_within")):
        return False
    behind = WORD.findall(found.string[found.end() :])
    if len(behind) < 2 and GERMAN_AHEAD.search(own_words):
        return False
    return not behind or behind[0] not in read_set(language, "times", "seasons")


def _has_aside(words: str, language: str) -> bool:
    """Whether a phrase behind a comma points back: ", however,", ", though."."""
    if read_phrases(language, "asides").longest.isdisjoint(fold(words)[1]):
        return False
    asides = read_set(language, "asides")
    return any(part.strip(" .!?") in asides for part in words.split(",")[1:])
