"""A sentence -> whether it goes on with what somebody said in the one before."""

import re
from functools import cache

from bot.analysis.lexicon import read_words
from bot.analysis.summary.names import CAPITAL_NOUNS, GIVEN_NAMES
from bot.analysis.summary.persons import HE_IS_A_PERSON
from bot.analysis.summary.phrases import fold, read_phrases, read_set

WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?+")
NAME = r"[A-ZÀ-Þ][\w’'-]+"
# Behind a clause that these open, "he said" tells of whom the clause does.
SUBORDINATE = re.compile(
    r"""
    \W* (?: After | Although | As | Because | Before | If | Once | Since | Though | Unless | Until
         | When | Where | While | Als | Bevor | Da | Damit | Falls | Nachdem | Ob | Obwohl | Seit
         | Sobald | Solange | Was | Weil | Wenn | Wer | Wie | Wo | Während ) \b
    """,
    re.VERBOSE,
)
# How a pronoun stands beside a verb, which may be one of saying.
SAID_BESIDE = {
    "de": re.compile(r", ([a-zäöüß]+) (?:er|sie)\b"),
    "en": re.compile(r", (?:he|she|they) ([a-z]+)\b(?! that\b)"),
    "fr": re.compile(
        r", (?:([a-zà-ÿ]+)-(?:t-)?(?:ils?|elles?)|(?:a|ont)-t-(?:ils?|elles?) ([a-zà-ÿ]+))\b"
    ),
}


def goes_on_speaking(own_words: str, language: str) -> bool:
    """Whether a sentence goes on with what somebody said before: "Roe added", ", she said".

    >>> goes_on_speaking("The piles are sound, she said.", "en")
    True
    >>> goes_on_speaking("Ada Roe knew the piles, she said.", "en")
    False
    >>> goes_on_speaking("Mr Roe added that the piles were sound.", "en")
    True
    >>> goes_on_speaking("The council added three piles.", "en")
    False
    """
    if found := _find_said_by_pronoun(own_words, language):
        return not _names_in_full(own_words[: found.start()], language)
    _, words = fold(own_words)
    added = _added(language)
    return bool(
        added
        and not read_phrases(language, "addings").firsts.isdisjoint(words)
        and added.search(own_words)
    )


def wants_person(own_words: str, language: str | None) -> bool:
    """Whether a sentence that leans back does so on one person: "…, he said".

    >>> wants_person("The piles are sound, she said.", "en"), wants_person("It fell.", "en")
    (True, False)
    >>> wants_person("Er sagte, die Pfähle hielten.", "de"), wants_person("Er fiel um.", "de")
    (True, False)
    """
    language = language or "en"
    words = WORD.findall(own_words.casefold())
    pronouns = read_set(language, "echoes_masculine", "echoes_feminine")
    if language in HE_IS_A_PERSON:
        return not pronouns.isdisjoint(words)
    said = _said_by_pronoun(language)
    return (
        bool(said and said.search(own_words))
        or (
            words[:1] != ["sie"]  # things, and many, as often
            and not pronouns.isdisjoint(words[:1])
            and not read_set(language, "cues").isdisjoint(words[1:3])
        )
    )


def _names_in_full(words: str, language: str) -> bool:
    """Whether words name somebody by more than a surname.

    >>> _names_in_full("Ada Roe knew the piles", "en")
    True
    >>> _names_in_full("Das Urteil Haldens", "de"), _names_in_full("Das Urteil Ada Roes", "de")
    (False, True)
    """
    firsts = re.findall(rf"({NAME}) (?={NAME})", words)
    if language in CAPITAL_NOUNS:
        return not read_set("any", *GIVEN_NAMES).isdisjoint(firsts)
    return bool(firsts)


def _find_said_by_pronoun(own_words: str, language: str) -> re.Match[str] | None:
    """Where a sentence says ", he said": a phrase of a list, or a verb of saying by a pronoun.

    >>> sentences = ("It held, she lamented.", "Es hielt, klagte er.", "It held, she fell.")
    >>> [bool(_find_said_by_pronoun(s, l)) for s, l in zip(sentences, ("en", "de", "en"))]
    [True, True, False]
    >>> _find_said_by_pronoun("Als Ada kam, klagte sie.", "de")
    >>> bool(_find_said_by_pronoun("If it falls, they say, it rains.", "en"))
    True
    """
    listed = _said_by_pronoun(language)
    if listed and (found := listed.search(own_words)):
        return found
    beside = SAID_BESIDE.get(language)
    for found in beside.finditer(own_words) if beside else ():
        inserted = own_words[found.end() :].startswith(",")  # "If it falls, they say, it rains"
        if found[found.lastindex or 0] in read_set(language, "cues") and (
            inserted or not SUBORDINATE.match(own_words)
        ):
            return found
    return None


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
