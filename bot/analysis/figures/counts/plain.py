"""quantities -> what they count, in languages of whose verbs we know only a few."""

from bot.analysis.figures.counts.measured import find_measured_noun
from bot.analysis.figures.counts.nouns import find_noun_behind
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.lexicon import read_words

_JOINTS = ("und", "et", "y", "e")

_COMPARING = ("contre", "statt", "gegenüber", "frente")
"""Words before a figure that is set against the one before: "38 %, contre 31 %"."""

_SHARING = frozenset(
    {"a", "al", "bis", "de", "de las", "de los", "des", "o", "oder", "ou", "sur", "sur les"}
    | {"u", "von", "von den", "von insgesamt", "zu", "à"}
)
"""What stands between two numbers of the same things: "zwei oder drei", "17 von 29"."""


def choose_plain_counts(
    passage: Passage, tags: list[Tag], quantities: list[Quantity], language: str
) -> tuple[str | None, ...]:
    """The noun behind each quantity and what happened to it, that of which it is a part, or the
    subject of the verb before a measure; None for the rest.

    >>> from bot.analysis.figures.quantities.reading import find_quantities
    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def counts(text, language):
    ...     passage = Passage(text, split_words(text))
    ...     tags = tag_plainly(passage.words, language)
    ...     found = find_quantities(passage, tags, set(), language)
    ...     return choose_plain_counts(passage, tags, found, language)
    >>> counts("37 schwer verletzte Menschen und 12 Häuser", "de")
    ('schwer verletzte Menschen', 'Häuser')
    >>> counts("plus de 40 % des habitants, soit 300 personnes", "fr")
    ('habitants', 'personnes')
    >>> counts("Es wurden 14 Menschen getötet und 20 verletzt", "de")
    ('Menschen getötet', 'Menschen verletzt')
    >>> counts("Il a tué 9 personnes et en a blessé 17", "fr")
    ('personnes tué', 'personnes blessé')
    >>> counts("Las obras durarán seis horas", "es"), counts("Voy en 3 horas", "es")
    (('obras',), (None,))
    >>> counts("Der Umsatz in Korvia stieg um 9 %", "de"), counts("Im Mai waren es 9 °C", "de")
    (('Umsatz',), (None,))
    """
    told: list[str | None] = []
    head: str | None = None  # the noun that an event without one takes over
    for before, quantity in zip((None, *quantities), quantities, strict=False):
        if told and passage.lower(quantity.first - 1) in _COMPARING:
            told.append(told[-1])
            continue
        noun, behind = _noun_behind(passage, tags, quantity, language)
        event = _event(passage, tags, quantity, behind, language)
        if noun and noun.lower() not in read_words(language, "figure_event_verbs"):
            head = noun
        if event and not quantity.measured:
            told.append(" ".join(dict.fromkeys(word for word in (noun or head, event) if word)))
        else:
            told.append(noun or find_measured_noun(passage, tags, quantity, before, language))
    return _share_between(passage, quantities, told)


def _share_between(
    passage: Passage, quantities: list[Quantity], told: list[str | None]
) -> tuple[str | None, ...]:
    """What is counted, where two numbers share one noun: "un ou deux blessés"."""
    for index in range(len(told) - 2, -1, -1):
        low, high = quantities[index], quantities[index + 1]
        between = " ".join(passage.lower(place) for place in range(low.last, high.first))
        alike = low.unit == high.unit and between in _SHARING
        if told[index] is None and alike:
            told[index] = told[index + 1]
    return tuple(told)


def _noun_behind(
    passage: Passage, tags: list[Tag], quantity: Quantity, language: str
) -> tuple[str | None, int]:
    """The noun behind a quantity, and where what follows it begins.

    A participle such as "tuées" is no noun, though it ends like one; "blessés" may be one.
    """
    found = find_noun_behind(passage, tags, quantity, language)
    if not found:
        return None, quantity.last
    noun = passage.slice(*found)
    event = language != "de" and noun.lower() in read_words(language, "figure_event_verbs")
    if event and noun.lower() not in read_words(language, "figure_person_nouns"):
        return None, found[0]
    return noun, found[1]


def _event(
    passage: Passage, tags: list[Tag], quantity: Quantity, behind: int, language: str
) -> str | None:
    """What happened to the counted: "wurden getötet" behind them, "murieron" before them."""
    known = read_words(language, "figure_event_verbs")
    place = behind
    while place < len(tags) and tags[place] is Tag.PREPOSITION and place - behind < 4:
        if passage.lower(place) in _JOINTS:
            break  # what follows is told of others: "tué 9 personnes et blessé 17"
        place += 1
    for offset in range(2):  # "resultaron heridas", "sont portées disparues"
        if place + offset < len(tags) and passage.lower(place + offset) in known:
            return passage.slice(place + offset, place + offset + 1)
        if place + offset < len(tags) and tags[place + offset] is not Tag.NOUN:
            break
    before = quantity.first - 1
    if passage.lower(before) in read_words(language, "figure_object_verbs"):
        return passage.slice(before, before + 1)
    return None
