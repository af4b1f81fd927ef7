"""One person's names made one, and two people of one surname kept apart."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

NAME_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

NameWords = tuple[str, ...]


def read_words(name: str) -> frozenset[str]:
    """The words of a list in ``lexicon/``: one a line, ``#`` begins a comment.

    >>> "mrs" in read_words("courtesies")
    True
    """
    text = files("bot.store").joinpath("lexicon", f"{name}.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


COURTESIES = read_words("courtesies")
ADDRESSES = read_words("addresses")
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


@lru_cache(maxsize=20_000)
def name_words(name: str) -> NameWords:
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


def plain_forms(words: NameWords) -> Iterator[NameWords]:
    """The words of a name, and those that are left without a title before it.

    >>> list(plain_forms(("secretary", "of", "state", "antonia", "verhoeven")))[-1]
    ('antonia', 'verhoeven')

    What stands before the name of an organisation tells which it is, and a surname alone may be
    anybody's.

    >>> list(plain_forms(("halden", "health", "ministry"))), list(plain_forms(("mayor", "roe")))
    ([('halden', 'health', 'ministry')], [('mayor', 'roe')])
    """
    yield words
    titled = False
    for number, word in enumerate(words[:-2], 1):
        titled = titled or word in TITLES
        if titled:
            yield words[number:]


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


def is_surname(name: str) -> bool:
    """Whether a name is a surname alone, perhaps with a title before it.

    >>> is_surname("Verhoeven"), is_surname("President Verhoeven"), is_surname("Antonia Verhoeven")
    (True, True, False)
    """
    *before, _ = name_words(name) or ("",)
    return ADDRESSES.issuperset(before)


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
        bare = [name for name in plainest if is_surname(name)]
        people: dict[NameWords, str] = {}
        for name in (name for name in plainest if not is_surname(name)):
            words = name_words(name)
            known = (people[form] for form in plain_forms(words) if form in people)
            chosen[name] = next(known, name)
            if chosen[name] == name:
                people[words] = name
        only = next(iter(people.values())) if len(people) == 1 else ""
        for name in bare:
            chosen[name] = only if is_personal(only) and is_personal(name) else bare[0]
    return chosen


def _by_surname(names: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(surname(name), []).append(name)
    return groups
