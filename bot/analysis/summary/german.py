"""The own words of a German sentence -> whether they take up what was told before it."""

import re

from bot.analysis.summary.phrases import read_set

# "meint das ernst –", "sei das verständlich,": no noun follows, and no clause that "das" opens.
THAT = re.compile(
    r"""
    (?<! , ) \ (?: das | dies )
    (?! \ heißt\b | \ [a-zäöüß]+e, )
    (?: \ [a-zäöüß]+ ){1,5} (?: [.;:!?] | ,(?!\ (?:was|dass|wo)\b) | \ [–—-] )
    """,
    re.VERBOSE,
)

# "Wer kommt, entscheidet nämlich der Wirt", which gives the reason of the sentence before.
REASON = re.compile(r"(?<!,) nämlich\b")

# "strich seine Tante", where no noun before it can be meant; not "In seiner Rede sagte Roe".
OWNER = re.compile(r" (?P<verb>[a-zäöüß]+) (?:seine?[mnrs]?|ihre?[mnrs]?) ")
NOUN = re.compile(r" [A-ZÄÖÜ][\wäöüß-]+")

# "fressen diese Eulen": the noun is told of before.
DEMONSTRATIVE = re.compile(r"\b(?:diese|jene)[mnrs]? (?:[a-zäöüß]+ )?(?P<noun>[A-ZÄÖÜ][\wäöüß-]+)")

# "Die Brücke sei sicher": somebody's words, though no verb of saying stands with them. A verb
# that ends its clause (ob sie sicher sei) is no sentence's own.
REPORTED = re.compile(
    r"""
    \b (?: sei | seien | habe | werde | könne | müsse | solle | wolle | dürfe | gebe | gehe | stehe
         | komme | bleibe | liege | lasse | mache | brauche | gelte | führe | bestehe | wisse )
    \ (?= [^\W\d_]{2} )
    """,
    re.VERBOSE,
)
TEASER = 15  # words that a sentence without a verb has at most
ADJECTIVES = ("e", "em", "en", "er", "es")  # their endings
SOURCES = frozenset({"laut", "zufolge", "angaben", "so", "heißt", "hieß", "ich", "wir"})
WORD = re.compile(r"[^\W\d_]++")


def takes_up(own_words: str) -> bool:
    """Whether a pronoun, a possessive, a "diese" or reported speech needs the sentence before.

    >>> takes_up("Der Müller meint das ernst – und backt."), takes_up("Das alte Haus steht.")
    (True, False)
    >>> takes_up("Vor zwei Monaten strich seine Tante den Kahn.")
    True
    >>> takes_up("In seiner Rede lobte Bürgermeister Jan Roe seine Stadt.")
    False
    >>> takes_up("Wie der Zoo vorrechnet, fressen diese Eulen viel.")
    True
    >>> takes_up("Die Brücke sei sicher genug."), takes_up("Die Brücke sei sicher, sagte Ada Roe.")
    (True, False)
    """
    return (
        has_bare_that(own_words)
        or REASON.search(own_words) is not None
        or _lacks_owner(own_words)
        or _lacks_noun(own_words)
        or _lacks_source(own_words)
    )


def has_bare_that(own_words: str) -> bool:
    """Whether "das" or "dies" stands for what was told, not before a noun.

    >>> has_bare_that("Die Müllers sehen das anders."), has_bare_that("Sie sehen das Boot.")
    (True, False)
    """
    return THAT.search(own_words) is not None


def _lacks_owner(own_words: str) -> bool:
    """Whether a possessive stands before any noun whose bearer may be meant."""
    if not (owner := OWNER.search(own_words)):
        return False
    if owner["verb"] in read_set("de", "prepositions", "conjunctions"):
        return False
    nouns = NOUN.findall(own_words, 0, owner.start())
    first = own_words[: owner.start()].split(" ", 1)[0].casefold()
    opens = first in read_set("de", "prepositions", "times", "openers", "small_words")
    return opens and all(_is_time(noun.strip()) for noun in nouns)


def _lacks_noun(own_words: str) -> bool:
    """Whether "diese" points to a noun that the sentence has not told of; times need none.

    >>> _lacks_noun("Mit diesen Eulen."), _lacks_noun("In diesem Jahr.")
    (True, False)
    """
    return any(
        not _is_time(found["noun"])
        and found["noun"][:4].casefold() not in own_words[: found.start()].casefold()
        for found in DEMONSTRATIVE.finditer(own_words)
    )


def _is_time(noun: str) -> bool:
    """
    >>> _is_time("Jahren"), _is_time("Tagung")
    (True, False)
    """
    times, folded = read_set("de", "times"), noun.casefold()
    return any(folded.removesuffix(ending) in times for ending in ("", "e", "en", "n", "s", "es"))


def _lacks_source(own_words: str) -> bool:
    """Whether a sentence is somebody's words, and does not say whose."""
    if not REPORTED.search(own_words):
        return False
    words = {word.casefold() for word in WORD.findall(own_words)}
    return words.isdisjoint(SOURCES) and words.isdisjoint(read_set("de", "cues"))


def lacks_verb(sentence: str) -> bool:
    """Whether no word of a sentence may be its verb: a teaser in a few nouns.

    >>> lacks_verb("Zu Besuch beim größten Schlachthof der Stadt Halden.")
    True
    >>> lacks_verb("Die Stadt Halden eröffnet einen Schlachthof."), lacks_verb("Kinder essen Brot.")
    (False, False)
    """
    words = WORD.findall(sentence)
    if not words or len(words) > TEASER:
        return False
    verbs = read_set("de", "finites", "cues", "beings", "passives", "auxiliaries")
    if any(word.casefold() in verbs for word in words):
        return False
    small = read_set("de", "grammar_function_words", "determiners", "prepositions") | {"nahe"}
    opened = False  # by a word behind which adjectives may stand
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word[0].isupper():
            opened = False
        elif word in small:
            opened = True
        elif not (opened and word.endswith(ADJECTIVES) and after[:1].isalpha()):
            return False
    return True
