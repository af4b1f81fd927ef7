"""The own words of a French or Spanish sentence -> whether they take up what was told before it."""

import re

from bot.analysis.summary.phrases import read_set

ROMANCE = frozenset({"es", "fr"})
CLAUSE = 2  # words behind "qui" among which its verb is
STEM = 5  # letters by which a noun is known again

# "de cette tragique nuit", "según esa comisión": a noun told of before, in the sentence or not.
POINTED = {
    "fr": re.compile(
        r"""
        \b [Cc]e (?: s | t | tte )? \ (?! (?: serait | sera | sont | soit | furent )\b )
        (?: [a-zà-ÿ-]+\ )? (?P<noun> [a-zà-ÿ]{4,}+ )
        (?! \ (?: dont | où | que | qui )\b | \ qu['’] )
        """,
        re.VERBOSE,
    ),
    "es": re.compile(
        r"""
        \b (?: [Ee]s[ae]s? | [Ee]sos | [Ee]st[ae]s? | [Ee]stos | [Aa]quel | [Aa]quell[ao]s?
            | [Dd]ich[ao]s? )
        \ (?: [a-zà-ÿ-]+\ )? (?P<noun> [a-zà-ÿ]{4,}+ )
        (?! \ (?: cuy[ao]s? | donde | que )\b )
        """,
        re.VERBOSE,
    ),
}

# "Une décision qui fâche.", "Un dato con el que nadie contaba.": more about the sentence before.
APPOSED = {
    "fr": re.compile(
        r"""
        (?: Une? | Des ) \ (?: [a-zà-ÿ]+\ )? (?P<noun> [a-zà-ÿ]+ ) (?: \ [a-zà-ÿ-]+ ){0,2}?
        \ {1,3} (?: , | à\ laquelle | auquel | censée? | contre | dont | où | pour | qu['’]
            | qualifiée? | que | qui ) (?!\w)
        """,
        re.VERBOSE,
    ),
    "es": re.compile(
        r"""
        Un(?:as?|os)? \ (?P<noun> [a-zà-ÿ]+ ) (?: \ [a-zà-ÿ-]+ ){0,2}?
        \ {1,3} (?: , | al\ que | calificad[ao] | con\ (?:el|la)\ que | cuy[ao]s?
            | en\ (?:el|la)\ que | para | que ) (?!\w)
        """,
        re.VERBOSE,
    ),
}
# "De la neige, et parfois du grésil, qui gênent les bateaux.": no verb but that of the clause.
NOMINAL = {
    "fr": re.compile(
        r"""
        (?: Une? | Des | De\ la | De\ l['’] | Du ) \b
        (?P<noun> [^.;:«"]{3,80}? ) \ (?: qui | que | dont | où | qu['’] ) (?!\w) (?P<clause> .* )
        """,
        re.VERBOSE,
    ),
    "es": re.compile(
        r"""
        (?: Un(?:as?|os)? ) \b
        (?P<noun> [^.;:«"]{3,80}? ) \ (?: que | cuy[ao]s? | donde ) \b (?P<clause> .* )
        """,
        re.VERBOSE,
    ),
}
# A verb of saying that opens a sentence, or follows a quotation, and no subject behind it.
SAID_FIRST = re.compile(r"(?P<verb>[A-ZÀ-Þ][a-zà-ÿ]+) (?:también )?que\b")
SAID_BEHIND = re.compile(
    r"""
    \W* , \ (?P<verb> [a-zà-ÿ]+ ) (?: \ [a-zà-ÿ]+ndo )?
    (?: \W* $ | \ (?: al | ante | antes | ayer | con | durante | en | este | hoy | por | tras )\b )
    """,
    re.VERBOSE,
)
PARTICIPLES = ("do", "ndo")
NAME = re.compile(r"(?<=[^.!?…] )[A-ZÀ-Þ][\w’'-]+")
WORD = re.compile(r"[^\W\d_]++")


def takes_up_in_romance(own_words: str, language: str) -> bool:
    """Whether a noun, or the speaker, of a sentence is told of before it.

    >>> takes_up_in_romance("Dans la rue, on parle de cette grue.", "fr")
    True
    >>> takes_up_in_romance("Une grue est tombée ce matin, et cette grue était vieille.", "fr")
    False
    >>> takes_up_in_romance("Una decisión que nadie esperaba.", "es")
    True
    >>> takes_up_in_romance("Des propos  , a jugé Roe.", "fr")  # a quotation left out
    True
    >>> takes_up_in_romance("Une grue qui tombe souvent.", "fr")
    True
    >>> takes_up_in_romance("Une grue est tombée sur le quai qui mène au port.", "fr")
    False
    >>> takes_up_in_romance("Cuenta que la grúa cayó.", "es")
    True
    >>> takes_up_in_romance("Cuenta Ada Roe que la grúa cayó.", "es")
    False
    """
    return (
        _points_to_noun(own_words, language)
        or _is_apposed(own_words, language)
        or _lacks_verb(own_words, language)
        or (language == "es" and lacks_sayer(own_words))
    )


def _points_to_noun(own_words: str, language: str) -> bool:
    """Whether "cette" or "esa" points to a noun that the sentence has not told of; times need none.

    >>> _points_to_noun("Esa noche llovió.", "es")
    False
    >>> _points_to_noun("Esa grúa cayó.", "es")
    True
    """
    times = read_set(language, "times", "seasons")
    for found in POINTED[language].finditer(own_words):
        before = own_words[: found.start()].casefold()
        _, *words = WORD.findall(found[0].casefold())
        told = any(word[:STEM] in before for word in words)
        if not told and times.isdisjoint(_singulars(words)):
            return True
    return False


def _singulars(words: list[str]) -> set[str]:
    """
    >>> sorted(_singulars(["meses", "años"]))
    ['año', 'años', 'mes', 'mese', 'meses']
    """
    return {word.removesuffix(ending) for word in words for ending in ("", "s", "es")}


def _is_apposed(own_words: str, language: str) -> bool:
    found = APPOSED[language].match(own_words)
    return found is not None and not read_set(language, "appositions").isdisjoint(
        WORD.findall(found[0])
    )


def _lacks_verb(own_words: str, language: str) -> bool:
    """Whether a sentence is a noun and a clause about it, without a verb before or behind that.

    >>> _lacks_verb("Un movimiento que sorprendió a todos.", "es")
    True
    >>> _lacks_verb("Una grúa ha caído, lo que sorprendió a todos.", "es")
    False
    >>> _lacks_verb("Una grúa que nadie quería se vende.", "es")
    False
    """
    if not (found := NOMINAL[language].match(own_words)):
        return False
    outside = WORD.findall(found["noun"]) + WORD.findall(found["clause"])[CLAUSE:]
    verbs = read_set(language, "auxiliaries", "beings", "passives", "cues")
    return verbs.isdisjoint(outside)


def lacks_sayer(own_words: str) -> bool:
    """Whether somebody says something in a Spanish sentence, and no name or noun says who.

    >>> lacks_sayer(" , señaló en rueda de prensa."), lacks_sayer(" , señaló el alcalde.")
    (True, False)
    >>> lacks_sayer("Señaló que el muelle de Halden cayó.")
    True
    """
    first = SAID_FIRST.match(own_words)
    said = first or SAID_BEHIND.match(own_words)
    return (
        said is not None
        and said["verb"].casefold() in read_set("es", "cues")
        and not said["verb"].endswith(PARTICIPLES)
        and (said is first or not NAME.search(own_words))
    )
