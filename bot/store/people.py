"""One person's names made one, and two people of one surname kept apart."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.resources import files

NAME_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def read_words(name: str) -> frozenset[str]:
    """The words of a list in ``lexicon/``: one a line, ``#`` begins a comment.

    >>> "mrs" in read_words("courtesies")
    True
    """
    text = files("bot.store").joinpath("lexicon", f"{name}.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


COURTESIES = read_words("courtesies")
TITLES = COURTESIES | read_words("titles")
ORGANISATIONS = read_words("organisations")
PARTICLES = read_words("particles")

WHOLE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart into a plain one and an accent."""


def fold(text: str) -> str:
    """The text with case and accents folded.

    >>> fold("Émile Ñandú"), fold("ØRSTED"), fold("STRASSE") == fold("Straße")
    ('emile nandu', 'orsted', True)
    """
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.casefold().translate(WHOLE_LETTERS)


def name_words(name: str) -> tuple[str, ...]:
    """The words that tell one name from another: no case, accents, courtesies, middle initials.

    >>> name_words("Antonia J. Verhoeven"), name_words("Mr Verhoeven"), name_words("J.K. O’Neill")
    (('antonia', 'verhoeven'), ('verhoeven',), ('j', "o'neill"))
    >>> name_words("...")
    ()
    """
    words = [word.replace("’", "'") for word in NAME_WORD.findall(fold(name))]
    while len(words) > 1 and words[0] in COURTESIES:
        words = words[1:]
    middle = [word for word in words[1:-1] if len(word) > 1]
    return tuple(words[:1] + middle + words[1:][-1:])


def surname(name: str) -> str:
    """The last word of a name, folded; empty where it has none.

    >>> surname("Antonia J. Verhoeven"), surname("")
    ('verhoeven', '')
    """
    return (name_words(name) or ("",))[-1]


def is_same_person(longer: str, shorter: str) -> bool:
    """Whether two full names are one person's, written with a title or without.

    >>> is_same_person("Secretary of State Antonia Verhoeven", "Antonia J. Verhoeven")
    True
    >>> is_same_person("Bram Verhoeven", "Antonia Verhoeven")
    False
    >>> is_same_person("Halden health ministry", "health ministry")  # which country's?
    False
    >>> is_same_person("Antonia Verhoeven", "Verhoeven")  # a surname alone may be anybody's
    False
    """
    long, short = name_words(longer), name_words(shorter)
    if long == short:
        return True
    before = long[: len(long) - len(short)]
    return len(short) > 1 and long[len(before) :] == short and not TITLES.isdisjoint(before)


def is_personal(name: str) -> bool:
    """Whether a name may be a person's: capitals throughout, and no word of an organisation.

    >>> is_personal("Antonia Verhoeven"), is_personal("Verhoeven"), is_personal("Halden Police")
    (True, True, False)
    >>> is_personal("a spokeswoman"), is_personal("")
    (False, False)
    """
    words = NAME_WORD.findall(name)
    capital = all(word[0].isupper() or fold(word) in PARTICLES for word in words)
    return bool(words) and capital and ORGANISATIONS.isdisjoint(name_words(name))


def merge_names(names: Mapping[str, int]) -> dict[str, str]:
    """Every name, and the name by which its person is to be called.

    ``names`` says how often each is used; of a person's full names the plainest is chosen, and of
    equally plain ones the one that is used most. A surname alone joins a full name only where a
    single person bears it.

    >>> merged = merge_names({"Antonia Verhoeven": 3, "Antonia J. Verhoeven": 1, "Verhoeven": 9})
    >>> sorted(set(merged.values()))
    ['Antonia Verhoeven']
    >>> merge_names({"Antonia Verhoeven": 3, "Bram Verhoeven": 1, "Verhoeven": 9})["Verhoeven"]
    'Verhoeven'
    """
    chosen: dict[str, str] = {}
    for alike in _by_surname(names).values():
        plainest = sorted(
            alike, key=lambda name: (len(name_words(name)), -names[name], len(name), name)
        )
        full = [name for name in plainest if len(name_words(name)) > 1]
        people: list[str] = []
        for name in full:
            same = (person for person in people if is_same_person(name, person))
            chosen[name] = next(same, name)
            people = list(dict.fromkeys((*people, chosen[name])))
        bare = [name for name in plainest if len(name_words(name)) < 2]
        only = people[0] if len(people) == 1 and is_personal(people[0]) else None
        for name in bare:
            chosen[name] = only if only and is_personal(name) else bare[0]
    return chosen


def _by_surname(names: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(surname(name), []).append(name)
    return groups
