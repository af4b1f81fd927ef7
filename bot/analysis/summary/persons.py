"""A sentence's own words -> whether its pronouns stand for somebody whom it does not name."""

import re
from functools import cache
from itertools import pairwise

from bot.analysis.summary.names import find_names
from bot.analysis.summary.phrases import fold, read_set
from bot.analysis.summary.somebody import PLURAL, SMALL, fold_words, may_be_person

WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?+")
SINGULAR = frozenset({"as", "has", "his", "is", "its", "this", "was"})
CLITICS = frozenset({"es", "fr"})  # languages that set "him" before the verb
HE_IS_A_PERSON = frozenset({"en"})  # languages whose he and she are never things

OBJECTS = frozenset({"him", "ihm", "ihn", "them"})
# "Volunteers brought them blankets", "Die Polizei nahm ihn fest": the object is somebody else.
OBJECT_FIRST = re.compile(
    r"""
    \W* (?! (?: After | As | Before | If | Once | That | What | When | Where | While | Who ) \b )
    [\w'’-]+
    (?: \ (?! (?: and | as | if | or | that | what | when | where | while | who | whom ) \b )
        [\w'’-]+ ){1,4}?
    \ (?: him | them | ihn | ihm ) \b
    """,
    re.VERBOSE,
)

# "Few had seen it.", "A shop replaced it and paid.": nothing stands before it that may be it.
THING_LAST = re.compile(
    r"""
    \W* (?: (?: An? | The )\  )? [\w'’-]+
    (?: \ (?! (?: an? | as | her | his | if | its | my | one | our | something | than | that | the
            | their | this | when | where | which | who | your )\b ) [a-z][\w'’-]* ){1,8}?
    \ it (?: [.,;] | \ (?: after | and | as | at | because | before | but | for | from | in | into
        | on | to | when | with )\b )
    """,
    re.VERBOSE,
)

# "La policía la detuvo", "La police l'a entendu": whom they seized or heard is named before.
CLITIC_FIRST = re.compile(
    r"""
    (?: (?: El | La | Las | Le | Les | Los ) \  | L['’] ) [a-zß-ÿ]+
    \ (?: (?: la | las | le | les | lo | los ) \ (?! más\b | menos\b | moins\b | plus\b )
        | lui\b | l['’](?:a|avait|avaient|ont)\b )
    | (?: [A-ZÀ-Þ][\w’'-]+ \  ){1,3}          # "Ada Roe lo aprovechó", "Ada Roe les a vus"
    (?: lo \ [a-zß-ÿ]+ó
      | l[eo]s? \ (?: a | avait | avaient | ha | había | habían | han | ont ) ) \b
    (?! .* \ (?: a | al | au | aux | à ) \  )
    """,
    re.VERBOSE,
)

# "In a statement, he said", "Born in Halden, she", "A cooper by trade, he": the subject that
# follows is named before.
THING_FIRST = {
    "en": re.compile(
        r"""
        (?: (?: In | At | On | From | During | For | With | By | Within | Under | Throughout | To
              | After | Before | Despite | Without | Over | Until | Besides )
            \ [^,A-Z“"]{1,120} ,\ (?: he | she | they )
          | (?: [A-Z][a-z]+(?:ed|ing) | Born | Built | Hidden | Known | Seen | Set ) \ [^“"]{1,120}
            ,\ (?: he | she | they | it )
          | An?\ [^,A-Z“"]{1,60} ,\ (?: he | she | they | it )
          | (?: Alongside | Like | Unlike ) \ [^,“"]{1,80} ,\ (?: he | she | they | it )
        ) \b
        """,
        re.VERBOSE,
    ),
    "de": re.compile(
        r"""
        (?: Ab | Als | Am | An | Auf | Aus | Bei | Beim | Bis | Dank | Durch | Erst | Für | Gegen
          | I[mn] | Ins | Laut | Mit | Nach | Noch | Ohne | Schon | Seit | Statt | Trotz | Um
          | Unter | Vo[mnr] | Wegen | Während | Zu[mr]? | Zwischen | Über )
        \ [^,;:„“"»«–]{1,100}? (?: \ zu \ [a-zäöüß]+ , )? \ [a-zäöüß]+ \ (?: er | sie ) \b
        """,
        re.VERBOSE,
    ),
    "fr": re.compile(
        r"""
        (?: (?: [AÀ] | Au | Aux | Après | Avant | Avec | Chez | D['’] | Dans | De | Depuis | Dès
              | En | Face | Lors | Malgré | Par | Pendant | Pour | Sans | Selon | Sous | Sur )
            \b [^,A-ZÀ-Ý«“"]{1,120} ,
          | (?: [A-ZÀ-Þ][a-zà-ÿ]*é (?: e | s | es )? | Originaires? | Nati(?:f|ve)s? )
            \ [^«“"]{1,120} ,
          | (?! (?: Mais | Moins | Plus | Près | Tout )\b ) [A-ZÀ-Þ][a-zà-ÿ]+
            \ d (?: ['’] | (?: es? | u )\  ) [^A-ZÀ-Ý«“";:]{1,160} ,   # "Fille de pêcheur, elle"
          | (?: L[ae] | Ce (?:tte)? ) \ (?: journée | matin | nuit | soir | soirée ) ,? )
        \ (?: elles? | ils | il (?! \ (?: a\ fallu | convient
            | (?: est | était ) \ [^,.]* \ (?: de\ | d['’] | que\ | qu['’] )
            | faudra | faut | ne\ faut | n['’]y | paraît | reste | semble | s['’]agi | vaut | y )) )
        \b
        """,
        re.VERBOSE,
    ),
}


def has_thing_first(own_words: str, language: str) -> bool:
    """Whether a sentence begins with what he or she did it, instead of with who.

    >>> has_thing_first("In a letter, she refused.", "en")
    True
    >>> has_thing_first("Nach der Probe verließ er den Saal.", "de")
    True
    >>> has_thing_first("Um wieder zu schlafen, verließ er den Saal.", "de")
    True
    >>> has_thing_first("Dans une lettre, elle refuse.", "fr")
    True
    >>> has_thing_first("À la barre, il est seul.", "fr")
    True
    >>> has_thing_first("Fille de pêcheurs, elle dort.", "fr")
    True
    >>> has_thing_first("La nuit elles dorment.", "fr"), has_thing_first("Né à Rom, il vit.", "fr")
    (True, True)
    >>> has_thing_first("Dans une telle affaire, il est difficile de juger.", "fr")
    False
    """
    pattern = THING_FIRST.get(language)
    return bool(pattern and pattern.match(own_words))


def lacks_somebody(own_words: str, folded_words: frozenset[str], language: str) -> bool:
    """Whether a pronoun stands for somebody who was named before.

    >>> lacks_somebody("In a letter, she refused.", frozenset({"she", "refused"}), "en")
    True
    >>> lacks_somebody("People never saw it.", frozenset({"it"}), "en")
    True
    >>> lacks_somebody("A woman died when she fell.", frozenset({"she", "fell"}), "en")
    False
    >>> lacks_somebody("Ada Roe lo anunció.", frozenset(), "es")
    True
    >>> lacks_somebody("Ada Roe le ha escrito al club.", frozenset(), "es")
    False
    """
    if language in CLITICS and CLITIC_FIRST.match(own_words):
        return True
    if "sie" in folded_words and has_thing_first(own_words, language):
        return True
    if read_set(language, "personal_pronouns").isdisjoint(folded_words):
        return False
    if not OBJECTS.isdisjoint(folded_words) and OBJECT_FIRST.match(own_words):
        return True
    if "it" in folded_words and THING_LAST.match(own_words):
        return True
    words = WORD.findall(own_words)
    return (
        has_thing_first(own_words, language)
        or _has_pronoun_first(own_words, words, language)
        or (
            not _read_echoes(language).isdisjoint(folded_words)
            and _lacks_its_person(words, language)
        )
        or ("them" in folded_words and _lacks_its_people(words))
    )


@cache
def _read_echoes(language: str) -> frozenset[str]:
    """The pronouns for one person, also with a verb in them.

    >>> {"he", "she'd"} <= _read_echoes("en"), "they" in _read_echoes("en")
    (True, False)
    """
    echoes = read_set(language, "echoes_masculine", "echoes_feminine")
    pronouns = read_set(language, "personal_pronouns")
    return echoes.union(word for word in pronouns if word.partition("'")[0] in echoes)


def quotes_on_another(sentence: str, own_words: str, language: str) -> bool:
    """Whether a quotation tells of him or her, and nobody but its speaker is named.

    >>> sentence = "“The pier made him rich,” Ada Roe said."
    >>> quotes_on_another(sentence, " Ada Roe said.", "en")
    True
    >>> sentence = "“A man came, and he fell,” Ada Roe said."
    >>> quotes_on_another(sentence, " Ada Roe said.", "en")
    False
    >>> sentence = "“He fell,” Ada Roe said of Bo Lind."
    >>> quotes_on_another(sentence, " Ada Roe said of Bo Lind.", "en")
    False
    """
    if _read_echoes(language).isdisjoint(fold(sentence)[1]):
        return False
    own = set(WORD.findall(own_words))
    quoted = [word for word in WORD.findall(sentence) if word not in own]
    return _lacks_its_person(quoted, language) and len([*find_names(own_words, language)]) < 2


def _has_pronoun_first(own_words: str, words: list[str], language: str) -> bool:
    """Whether a personal pronoun comes before any name or noun with an article.

    >>> sentences = (" he said to Ms Roe.", "Yesterday he closed it.", "A woman fell, he said.")
    >>> [_has_pronoun_first(sentence, sentence.split(), "en") for sentence in sentences]
    [True, True, False]
    """
    pronouns = read_set(language, "personal_pronouns")
    articles = read_set(language, "articles")
    if not pronouns or not articles:
        return False
    for position, word in enumerate(words):
        folded = word.casefold().replace("’", "'")
        if folded in pronouns:
            if folded in read_set(language, "possessives"):
                return not _opens_with_noun(words, language)
            return position < 2 or not _opens_with_speakers(own_words, words, language)
        if folded in articles or (position and word[0].isupper() and word != "I"):
            return False
    return False


def _opens_with_noun(words: list[str], language: str) -> bool:
    """Whether a sentence begins with a noun of its own: "Voters", not "For" or "Asked".

    >>> [_opens_with_noun([word, "pier"], "en") for word in ("Voters", "For", "Asked")]
    [True, False, False]
    """
    first = words[0].casefold()
    return not (first.endswith(("ed", "ing")) or first in read_set(language, *SMALL))


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
        and first not in read_set(language, "times")
        and not first.endswith("ly")
        and (first.endswith("s") or words[1].casefold() in read_set(language, "cues"))
    )


def _lacks_its_people(words: list[str]) -> bool:
    """Whether "them" comes before any plural, or two things joined.

    >>> _lacks_its_people("Ada Roe, a painter, made them in St Agnes".split())
    True
    >>> _lacks_its_people("Ada Roe sells them".split())
    True
    >>> _lacks_its_people("Ada Roe found boats and sold them".split())
    False
    """
    if "them" not in words:
        return False
    before = words[: max(0, words.index("them") - 1)]  # behind which their verb is
    return not any(
        word in PLURAL or (word.endswith("s") and (word.islower() or article == "the"))
        for article, word in pairwise(["the", *before])
        if word not in SINGULAR
    )


def _lacks_its_person(words: list[str], language: str) -> bool:
    """Whether he or she comes before anybody who may be meant, where things are never he or she.

    >>> sentences = ("Police told him to wait.", "In Halden the court gave her a year.")
    >>> [_lacks_its_person(sentence.split(), "en") for sentence in sentences]
    [True, True]
    >>> sentences = ("The skipper lost his boat.", "Roe lost her boat.", "Lind, he lost his boat.")
    >>> [_lacks_its_person(sentence.split(), "en") for sentence in sentences]
    [False, False, False]
    """
    if language not in HE_IS_A_PERSON:
        return False
    echoes = read_set(language, "echoes_masculine", "echoes_feminine")
    folded = fold_words(words)
    if echoes.isdisjoint(folded):
        return False
    first = next(place for place, word in enumerate(folded) if word in echoes)
    return not any(may_be_person(words, folded, place, language) for place in range(first))
