"""words -> whom a sentence names as its source, in languages of whose verbs we know only a few."""

from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.numerals import opening_words

_TIES = ("de", "d'", "del", "des", "du", "der", "von", "vom", "für")
"""What ties an owner to a noun: "Sprecherin des Amts", "ministère de la Santé"."""

_PARTICLES = {
    "de": ("von", "van", "zu", "zur", "de"),
    "es": ("de", "del", "la", "las", "los", "y", "von", "van", "der"),
    "fr": ("de", "d'", "du", "des", "la", "le", "l'", "et", "von", "van", "der"),
}
"""Small words inside a name: "Banco de la Villa"; German "der" only behind another."""

_MOST_ADJECTIVES = 2

_PARTICIPLES = {
    "es": ("ada", "adas", "ado", "ados", "ida", "idas", "ido", "idos"),
    "fr": ("é", "ée", "ées", "és"),
}
"""How words end that describe no source: "un batelier cité par la gazette"."""


def read_reporter(
    passage: Passage, tags: list[Tag], start: int, language: str
) -> tuple[str, int] | None:
    """Who is named from a word on, without article, and the word behind; None for nobody.

    What anybody may have said ("initial findings") names nobody, but whose it is does.

    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> def reporter(text, language):
    ...     passage = read_passage(text)
    ...     found = read_reporter(passage, tag_plainly(passage.words, language), 0, language)
    ...     return found and found[0]
    >>> reporter("une source policière ce matin", "fr"), reporter("la ministre Ada Roe", "fr")
    ('source policière', 'Ada Roe')
    >>> reporter("der Sprecherin des Amts für Bau", "de"), reporter("Ada Roe der Zeitung", "de")
    ('Sprecherin des Amts für Bau', 'Ada Roe')
    >>> reporter("los primeros datos", "es"), reporter("datos del Ministerio de Salud", "es")
    (None, 'Ministerio de Salud')
    >>> reporter("M. Roe hier", "fr"), reporter("Frau Roe", "de")
    ('Roe', 'Roe')
    >>> reporter("elle", "fr"), reporter("zitiert ihn", "de")
    (None, None)
    """
    first = _past_openers(passage, start, language)
    if passage.lower(first) in word_set(language, "courtesies"):
        first += 1 + (passage.lower(first + 1) == ".")  # "M. Roe"
    last = _end_of_noun(passage, tags, first, language)
    if last is None or passage.lower(last - 1) in word_set(language, "times"):
        return None
    if passage.lower(_head(first, last, language)) in word_set(language, "figure_standards"):
        return None
    tied = _tied(passage, tags, last, language)
    if passage.lower(_head(first, last, language)) in word_set(language, "figure_unsourced"):
        owned = tags[last + 1 : last + 2] != [Tag.NOUN] or passage.lower(last) not in ("de", "d'")
        return read_reporter(passage, tags, last + 1, language) if tied and owned else None
    named = _named(passage, tags, first, last, language)
    if named is not None:
        return passage.slice(named, last), last
    alone = last - first == 1 or tags[last - 1] is Tag.NOUN
    while tied and alone:
        last = tied
        tied = _tied(passage, tags, last, language)
    return passage.slice(first, last), last


def _past_openers(passage: Passage, index: int, language: str) -> int:
    """The word behind articles, numbers and adjectives: "deux autres", "plusieurs", "den drei"."""
    openers = word_set(language, "figure_determiners") | word_set(language, "determiners")
    openers |= word_set(language, "figure_adjectives_before") | opening_words(language)
    while passage.lower(index) in openers and passage.words[index].text[0].isalnum():
        index += 1
    return index


def _end_of_noun(passage: Passage, tags: list[Tag], first: int, language: str) -> int | None:
    """Where a noun with its adjectives, or a name, ends that begins at a word."""
    last = first
    ends = _PARTICIPLES.get(language, ())
    while last < len(tags) and tags[last] is Tag.NOUN and last - first < _MOST_ADJECTIVES:
        if last > first and passage.lower(last).endswith(ends):
            break
        last += 1
    names = _past_names(passage, tags, last, language)
    if names == first or (language == "de" and names == last):
        return None  # German nouns have capitals
    return names


def _past_names(passage: Passage, tags: list[Tag], index: int, language: str) -> int:
    """The word behind capitals in a row with the hyphens and small words inside them."""
    last = index
    while last < len(tags):
        place = last
        if last > index and passage.glued(last) and passage.lower(last) in ("-", "‑", "&"):
            place += 1
        elif last > index and passage.lower(last) in _PARTICLES.get(language, ()):
            place += 1 + (passage.lower(last + 1) in ("der", "la", "las", "los", "l'"))
        if place >= len(tags) or tags[place] is not Tag.NAME:
            break
        last = place + 1
    return last


def _tied(passage: Passage, tags: list[Tag], index: int, language: str) -> int | None:
    """Where the noun ends that a small word ties to the one before it."""
    if passage.lower(index) not in _TIES:
        return None
    return _end_of_noun(passage, tags, _past_openers(passage, index + 1, language), language)


def _head(first: int, last: int, language: str) -> int:
    """The noun of a phrase: German puts its adjectives before it, the others behind."""
    return last - 1 if language == "de" else first


def _named(passage: Passage, tags: list[Tag], first: int, last: int, language: str) -> int | None:
    """Where a person's name begins behind a role: "la ministre Ada Roe"."""
    name = first
    while name < last and tags[name] is Tag.NOUN:
        name += 1
    roles = word_set(language, "roles")
    while language == "de" and name < last - 2 and passage.lower(name) in roles:
        name += 1
    known = passage.lower(first) in roles or language == "de"
    return name if first < name < last - 1 and known and tags[name] in NOMINAL else None
