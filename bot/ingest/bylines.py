"""line -> who wrote it, where the line is a byline."""

import re

from bot.ingest.characters import fold
from bot.ingest.lexicon import read_choice, read_words
from bot.ingest.paragraphs import ends_sentence

LONGEST = 25  # words; longer lines are prose
OPENING = re.compile(r"[(\[]?" + read_choice("bylines") + r"(?!\w)[.:]?\s*", re.IGNORECASE)
AUTHORS = re.compile(  # of an article; others worked on it
    r"""
    (?: (?: by | von | par | por | di | door | av | (?:written|posted|words|story|text)\sby ) \b
        [.:]? \s+
      | (?: author | autor(?:in|a)? | auteur | autore | автор | بقلم | 作者 | 记者 | 記者 | 文 )
        \s? (?: [:：/／] | (?=\s) ) \s*
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORD = re.compile(r"[^\s,;:|()/–—&+]+")
AFTER_NAMES = re.compile(r"\s(?:in|aus|à|en|for|für|pour|at)\s|[,;|–—(]|\s-\s|\s(?=@)")
JOINERS = {
    *("and", "und", "et", "y", "e", "ed", "en", "i", "och", "og", "и", "с", "و", "和", "with"),
    *("mit", "avec", "con", "com", "met", "by", "von", "par", "por", "di", "door", "av"),
}
CASELESS_WORDS, CASELESS_LENGTH = 5, 30
"""Most of a byline in a script without capitals, where a name is not to be told by its letters."""
SIGNATURES = {"staff", "redaktion", "rédaction", "redacción"}  # of one word, as an agency is


def is_byline(line: str) -> bool:
    """Whether a line says who wrote, and nothing else.

    After "By" come names, places, roles and dates: no word that only a sentence has.

    >>> is_byline("By MARA LIND, political correspondent"), is_byline("Von Mara Lind und Tor Ek")
    (True, True)
    >>> is_byline("By Halden standards it was warm"), is_byline("By Friday")
    (False, False)
    """
    opening = OPENING.match(line)
    if not opening or line.count(" ") > LONGEST:
        return False
    words = WORD.findall(line, opening.end())
    if words and all(map(_is_caseless, words)):
        rest = len(line) - opening.end()
        if " " not in opening[0].strip() and ends_sentence(line):
            return False
        return len(words) <= CASELESS_WORDS and rest <= CASELESS_LENGTH
    names = [word for word in words if _is_name(word)]
    signed = fold(line[opening.end() :]).rstrip(".") in read_words("agencies") | SIGNATURES
    titled = not line.endswith(".") and any(word in read_words("titles") for word in words)
    known = all(_is_name(word) or _goes_with_names(word) for word in words)
    from_place = " " in opening[0].strip() and not ends_sentence(line)  # "Reporting from Halden"
    return signed or (known and (len(names) > 1 or titled or (from_place and len(names) > 0)))


def find_author(line: str) -> str | None:
    """The names that a byline gives, as they are written.

    >>> find_author("By Mara Lind and Tor Ek in Halden"), find_author("Von Mara Lind, Halden")
    ('Mara Lind and Tor Ek', 'Mara Lind')
    >>> find_author("Additional reporting by Tor Ek"), find_author("By Friday")
    (None, None)
    """
    opening = AUTHORS.match(line)
    if not opening or not is_byline(line):
        return None
    names = AFTER_NAMES.split(line[opening.end() :], maxsplit=1)[0].strip(" .")
    kin = JOINERS | read_words("particles")
    named = all(_is_name(word) or _is_caseless(word) or word in kin for word in names.split())
    return names if names and named else None


def is_role(line: str) -> bool:
    """Whether a line says what those who wrote are, as it stands below their names.

    >>> is_role("Political editor, Halden Post"), is_role("The river rose")
    (True, False)
    """
    words = WORD.findall(line)
    named = any(word.casefold() in read_words("roles") for word in words)
    return named and len(words) < LONGEST and all(_is_name(w) or _goes_with_names(w) for w in words)


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.casefold().rstrip(".") not in read_words("dates")


def _is_caseless(word: str) -> bool:
    """Whether a word is of a script that has no capitals.

    >>> _is_caseless("林晓梅"), _is_caseless("Lind"), _is_caseless("2026")
    (True, False, False)
    """
    return word[0].isalpha() and word[0].lower() == word[0].upper()


def _goes_with_names(word: str) -> bool:
    small = word.casefold().rstrip(".")
    lists = ("roles", "particles", "dates")
    return (
        small in JOINERS
        or any(small in read_words(name) for name in lists)
        or word.startswith("@")
        or not any(character.isalpha() for character in word)
    )
