"""A sentence -> whether it is the caption of a picture, and tells what is seen instead of news."""

import re
from functools import cache
from itertools import groupby
from typing import NamedTuple

from bot.analysis.lexicon import read_words
from bot.analysis.summary.phrases import fold, read_set
from bot.analysis.summary.somebody import describes_person
from bot.analysis.summary.verbless import has_no_verb

# What only a caption says: "WATCH Roe swim", "Pictured is the pier".
CAPTION = re.compile(
    r"""
      (?:VIDEO|WATCH|PHOTOS?|GALLERY|IMAGES?|INTERACTIVE) \ [A-Z]
    | [Ii]n\ this\ .{0,40} \b (?:photo|photograph|picture|image) \b
    | The\ [a-z]+\ (?: bars? | curves? | dots? | lines? ) \ (?: are | is | represents? | shows? )\b
    | (?: Above | Below | Inset | Pictured ) (?: [,:] | \ (?: are | below | here | is )\b )
    """,
    re.VERBOSE,
)
# "Storm: Ada Roe at the pier", also behind what somebody says: "'We swam.' Storm: Ada Roe".
TITLED_CAPTION = re.compile(
    r"""
    (?: ^ | .{20,}? ['’”"]\  )
    ['‘"“]? (?P<title> [A-ZÀ-Þ][\w’'-]+ (?:\ [\w’'-]+){0,7} ) ["”]? (?<!said)(?<!says) :\ [A-ZÀ-Þ]
    """,
    re.VERBOSE,
)
SHORT_TITLE = 3  # words, that a caption has before its colon, whatever they are
# "Divers are seen in Halden on May 4, 2018.": told as it is, with a full date behind.
DATED_CAPTION = re.compile(
    r"""
    .{0,200} \b
    (?: (?: is | are ) \ (?: pictured | seen | shown ) | arrives? | attends? | gestures? | holds?
      | looks?\ on | poses? | speaks? | stands? | walks? | waves? ) \b
    .{0,120} \ (?: [A-Z][a-z]{2,8}\.?\ \d{1,2},? | \d{1,2}\ [A-Z][a-z]{2,8} ) \ \d{4} \W* $
    """,
    re.VERBOSE,
)
# "A boat is shown near Halden on Monday."
SHOWN_CAPTION = re.compile(
    r"\b(?:is|are) (?:pictured|seen|shown) (?:at|here|in|near|on|with)\b.*day\W*$"
)
# "Ada Roe (left)", "(Ada Roe / Halden Courier)".
BRACKETED_CAPTION = re.compile(
    r"""
    \( (?: (?: above | below | left | right | middle | cent(?:er|re) | far\ (?:left|right)
             | above\ [a-z]+ing\b [^)]{0,60} | (?:not\ )? pictured\ [^)]{1,30}
             | file\ (?:photo|picture|image)
             | (?:from\ )? L\ ?-\ ?R | from\ left | (?:from\ )? left\ to\ right
             | links | rechts | im\ Bild | à\ (?:gauche|droite) | (?:a\ la\ )? (?:izquierda|derecha)
           ) \)
         | \ ? [A-ZÀ-Þ][^()/]{2,40} / [^()/]{2,40} \)
       )
    """,
    re.VERBOSE,
)
# "Ada Roe, left, and Bo Lind".
PLACED_CAPTION = re.compile(
    r",\ (?:from\ |(?:far|second|third|top|bottom)\ (?:from\ )?)?(?:left|right|cent(?:er|re)),"
)
YEAR = re.compile(r" \d{4}\b")
WORD = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+")
OF_MANY = frozenset({"", "on"})  # behind English verbs of which many are told to do: they look on
FEW = 5  # words behind a verb by which it is told
BEING = frozenset({"are", "is"})
NO_CAPTION = re.compile(r"(?:of|was|were|had|said|has|will|is)\b")  # behind what looks like a verb
JOINING = ("prepositions", "articles", "contractions", "coordinators", "possessives")


class _Verb(NamedTuple):
    """A form of what somebody is seen doing, and one of the words behind it; "" for any."""

    behind: tuple[str, ...]
    of_many: bool = False
    done_to: bool = False


def is_caption(sentence: str, language: str) -> bool:
    """Whether a sentence has what only captions have.

    >>> captions = ("Storm: Ada Roe runs.", "Ada Roe (left) runs.", "Ada Roe, left, runs.")
    >>> [is_caption(caption, "en") for caption in captions]
    [True, True, True]
    >>> is_caption("A boat is shown near Halden on Monday.", "en")
    True
    >>> captions = ("Divers are seen in Halden on May 4, 2018.", "Roe stands in Halden in 2018.")
    >>> [is_caption(caption, "en") for caption in captions]
    [True, False]
    """
    return bool(
        CAPTION.match(sentence)
        or (": " in sentence and _has_title(sentence, language))
        or ("(" in sentence and BRACKETED_CAPTION.search(sentence))
        or (", " in sentence and PLACED_CAPTION.search(sentence))
        or ("day" in sentence[-6:] and SHOWN_CAPTION.search(sentence))
        or (YEAR.search(sentence[-12:]) and DATED_CAPTION.match(sentence))
    )


def _has_title(sentence: str, language: str) -> bool:
    """Whether a label without a verb stands before a colon.

    >>> _has_title("Keeper of the pier of Halden for life: Ada Roe shut it on Friday.", "en")
    True
    >>> _has_title("The council of Halden has a plan: Shut the pier.", "en")
    False
    """
    if not (found := TITLED_CAPTION.match(sentence)):
        return False
    first, *others = found["title"].split()
    if len(others) <= SHORT_TITLE and (len(others) < SHORT_TITLE or all(map(str.islower, others))):
        return True
    return (
        language == "en"
        and first.casefold() not in read_set("en", "determiners", "prepositions")
        and has_no_verb(found["title"])
    )


def shows_picture(sentence: str, language: str) -> bool:
    """Whether a sentence tells in the present what somebody is seen doing.

    In a text told in the past that is a caption.

    >>> shows_picture("Keeper Ada Roe smiles at the pier.", "en")
    True
    >>> shows_picture("Ada Roe and Bo Lind look on as the pier falls.", "en")
    True
    >>> shows_picture("Ready: Ada Roe is congratulated by Bo Lind.", "en")
    True
    >>> shows_picture("The Halden dance was shut.", "en"), shows_picture("Halden waves.", "xx")
    (False, False)
    """
    verbs, forms = _read_verbs(language)
    if forms.isdisjoint(fold(sentence)[1]):
        return False
    tokens = sentence.rpartition(": ")[2].split()
    place = next((place for place, token in enumerate(tokens) if token in verbs), 0)
    behind = " ".join(tokens[place + 1 : place + FEW])
    verb = verbs.get(tokens[place]) if tokens else None
    if not (place and verb) or NO_CAPTION.match(behind) or not behind.startswith(verb.behind):
        return False
    *who, last = WORD.findall(" ".join(tokens[:place])) or [""]
    if verb.done_to:
        return last in BEING and _are_named(who, language)
    who.append(last)
    return _are_named(who, language) and (not verb.of_many or _are_many(who))


def _are_named(words: list[str], language: str) -> bool:
    """Whether words name somebody, and tell no more than who that is.

    >>> texts = ("The skipper Ada Roe", "Halden players", "Ada Roe fell and Bo", "When Roe")
    >>> [_are_named(text.split(), "en") for text in texts]
    [True, True, False, False]
    """
    small = read_set(language, *JOINING)
    others = [word for word in words if word and word.casefold() not in small]
    named = [word for word in others if not _describes(word.casefold(), language)]
    return (
        bool(named and words)
        and words[-1] is others[-1]
        and all(word[0].isupper() for word in named)
        and read_set(language, "small_words").isdisjoint(map(str.casefold, named))
    )


def _are_many(words: list[str]) -> bool:
    """
    >>> _are_many(["Halden", "players"]), _are_many("Ada and Bo".split()), _are_many(["Ada’s"])
    (True, True, False)
    """
    last = words[-1]
    plural = last.endswith(("s", "men", "people")) and not last.endswith(("'s", "’s"))
    return plural or "and" in words


def _describes(folded: str, language: str) -> bool:
    """Whether a word is a noun for one person or more.

    >>> _describes("skipper", "en"), _describes("skippers", "en")
    (True, True)
    """
    return describes_person(folded, language) or describes_person(
        folded.removesuffix("s"), language
    )


@cache
def _read_verbs(language: str) -> tuple[dict[str, _Verb], frozenset[str]]:
    """The forms of what somebody is seen doing; elsewhere than in English all are in the list.

    >>> verbs, _ = _read_verbs("en")
    >>> verbs["hug"].of_many, verbs["hugged"].done_to, "on" in verbs["looks"].behind
    (True, True, True)
    """
    verbs: dict[str, _Verb] = {}
    rows = [row.partition(" ") for row in read_words(language, "picturing")]
    for base, group in groupby(rows, key=lambda row: row[0]):
        behind = tuple(row[2] for row in group)
        if language == "en":
            verbs |= {f"{base}{ending}": _Verb(behind) for ending in ("s", "es")}
        if language == "en" and "" in behind:
            done = ("d", "ed", f"{base[-1]}ed")
            verbs |= {f"{base}{ending}": _Verb(behind, done_to=True) for ending in done}
        if language != "en" or not OF_MANY.isdisjoint(behind):
            verbs[base] = _Verb(behind, of_many=language == "en")
    return verbs, frozenset(verbs)
