"""measures and changes -> what they tell of, in languages of whose verbs we know only a few."""

from bot.analysis.figures.grammar.phrases import Phrase
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity

_TIES = ("de", "d'", "del", "des", "du", "der", "von", "vom")
"""What ties a noun to the one before it."""

_ARTICLES_INSIDE = ("la", "l'", "los", "las", "les")

_OF = ("de", "d'", "von")
"""What ties a measure to its noun: "un recul de 5 %"."""

_JOINTS = ("und", "et", "y", "e")

_OPENERS = {
    "de": (
        *("das", "der", "die", "diese", "dieser", "ein", "eine", "ihr", "ihre", "seine"),
        *("den", "einen", "ihren", "seinen"),
    ),
    "es": ("el", "la", "las", "los", "su", "sus"),
}
"""Articles of what is behind its verb: "2023 lag die Quote bei 5 %", "subió los tipos un 5 %"."""

_ACCORDING = ("zufolge", "nach", "gemäß")

_VERB_ENDINGS = ("er", "é", "és", "ée", "ées", "ent")
"""How French words end that are more likely verbs than the noun before "de 5 %"."""

_ADVERB_ENDINGS = ("dings", "falls", "lich", "maßen", "mente", "ment", "stens", "weise")

_REACH = 9
"""Words between a measure and the verb that says of what it is one."""

_LONGEST = 6
"""Words that a subject may have."""


def find_measured_noun(
    passage: Passage, tags: list[Tag], quantity: Quantity, before: Quantity | None, language: str
) -> str | None:
    """What a figure tells of: "die Zahl der Toten stieg auf 26", "un recul de 5 %"; None if unsure.

    ``before`` is the figure before it.

    >>> from decimal import Decimal
    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> def noun(text, language):
    ...     passage = read_passage(text)
    ...     first = next(place for place, word in enumerate(passage.words) if word.is_digits)
    ...     share = Quantity(first, first, first + 2, Decimal(9), "percent")
    ...     tags = tag_plainly(passage.words, language)
    ...     return find_measured_noun(passage, tags, share, None, language)
    >>> noun("Der Umsatz in Korvia stieg um 9 %", "de"), noun("Im Mai lag die Quote bei 9 %", "de")
    ('Umsatz', 'Quote')
    >>> noun("une dette fixe de 9 %", "fr"), noun("Elle vise une hausse des ventes de 9 %", "fr")
    ('dette fixe', 'hausse des ventes')
    >>> noun("La tasa es del 9 %", "es"), noun("La tasa es baja en un 9 %", "es")
    ('tasa', None)
    >>> noun("Der Preis ist im Mai um 9 % gestiegen", "de")
    'Preis'
    """
    joint = _joint_between(passage, before, quantity)
    if joint is not None:
        return _listed_noun(passage, tags, joint, quantity, language)
    return _noun_of(passage, tags, quantity, language) or _noun_by_verb(
        passage, tags, quantity, language
    )


def _joint_between(passage: Passage, before: Quantity | None, quantity: Quantity) -> int | None:
    """Where "and" stands between two figures of one sort: "um 4 % und der Gewinn um 2 %"."""
    if before is None or before.unit != quantity.unit:
        return None
    between = range(before.last, quantity.first)
    return next((k for k in reversed(between) if passage.lower(k) in _JOINTS), None)


def _listed_noun(
    passage: Passage, tags: list[Tag], joint: int, quantity: Quantity, language: str
) -> str | None:
    """The noun of a list whose verb is not said again; None where another verb may stand there."""
    first, last = joint + 1, quantity.first
    while last > first and tags[last - 1] is Tag.PREPOSITION:
        last -= 1
    opened = passage.lower(first) in word_set(language, "figure_determiners")
    first += opened
    nominal = all(tags[place] in NOMINAL for place in range(first, last))
    if first >= last or not nominal or last - first > 3 or not (opened or language == "de"):
        return _noun_of(passage, tags, quantity, language)
    return passage.slice(first, last) if passage.words[last - 1].capital or opened else None


def _noun_of(passage: Passage, tags: list[Tag], quantity: Quantity, language: str) -> str | None:
    """The noun of which a measure is the size: "einen Umsatz von 5 Euro", "une amende de 5 €"."""
    last = quantity.first - 1
    if passage.lower(quantity.first) == "de":
        last += 1  # "des amendes de 5 à 9 euros": it opens the range
    fluid = passage.lower(quantity.last) == "auf"  # "von 3 auf 5"
    if not quantity.measured or quantity.age or passage.lower(last) not in _OF or fluid:
        return None
    first = _start_of_phrase(passage, tags, last)
    if first == last or last - first > _LONGEST:
        return None
    opener = passage.lower(first - 1)
    adjectives = word_set(language, "figure_adjectives_before")
    if passage.lower(first) in word_set(language, "figure_amounts") or (
        passage.lower(last - 1) in adjectives
    ):
        return None
    head = passage.lower(last - 1)
    if head in _verbs(language, measured=True) - word_set(language, "figure_change_nouns"):
        return None
    if language == "de":
        return passage.slice(first, last) if passage.words[last - 1].capital else None
    if opener not in word_set(language, "figure_determiners"):
        return None
    verbal = language == "fr" and head.endswith(_VERB_ENDINGS) and not head.endswith("ment")
    return None if verbal and last - first > 1 else passage.slice(first, last)


def _verbs(language: str, measured: bool) -> frozenset[str]:
    lists = ["figure_rises", "figure_falls", "figure_changes"]
    if measured:
        lists += ["figure_measuring_verbs", "figure_copulas"]
    return frozenset().union(*(word_set(language, name) for name in lists))


def _noun_by_verb(
    passage: Passage, tags: list[Tag], quantity: Quantity, language: str
) -> str | None:
    """The subject of the nearest verb before a figure, or the noun of a change before it."""
    verbs = _verbs(language, quantity.measured)
    nouns = word_set(language, "figure_change_nouns")
    for place in range(quantity.first - 1, max(-1, quantity.first - _REACH), -1):
        if tags[place] is Tag.MARK:
            return None
        opener = passage.lower(place - 1)
        if passage.lower(place) in nouns and opener in word_set(language, "figure_determiners"):
            return _change(passage, tags, place, quantity)
        if passage.lower(place) in verbs:
            moved = passage.lower(quantity.last) in _verbs(language, measured=False)
            if passage.lower(place) in word_set(language, "figure_copulas") and not moved:
                gap = {passage.lower(k) for k in range(place + 1, quantity.first)}
                if not gap.isdisjoint(word_set(language, "prepositions") - {"de", "d'", "del"}):
                    return None  # "stand nach 9 Tagen offen"
            if passage.lower(place) in nouns and opener in ("en", "im"):
                place -= 1  # "est en hausse"
            behind = language in _OPENERS and _noun_behind(passage, tags, place, quantity, language)
            return behind or _phrase_before(passage, tags, place, language)
    return None


def _noun_behind(
    passage: Passage, tags: list[Tag], verb: int, quantity: Quantity, language: str
) -> str | None:
    """Subject or object between a verb and its figures: "lag die Zahl der Kranken bei 5"."""
    first = verb + 1 + (passage.lower(verb + 1) == "sich")
    if passage.lower(first) not in _OPENERS[language]:
        return None
    first += 1
    last = first
    while last < quantity.first and (
        tags[last] in NOMINAL or (last > first and passage.lower(last) in ("der", "des", "del"))
    ):
        last += 1
    if last == first or passage.lower(last) in _ACCORDING:
        return None
    end = next((k for k in range(last, quantity.first) if tags[k] is Tag.NUMBER), quantity.first)
    if end == last < quantity.first:
        return None
    if any(tag not in (Tag.PREPOSITION, Tag.TIME) for tag in tags[last:end]):
        return None
    return _say(passage, tags, (first, last), language)


def _change(passage: Passage, tags: list[Tag], noun: int, quantity: Quantity) -> str:
    """The noun of a change with what belongs to it: "hausse des loyers" before "de 5 %"."""
    last = min(quantity.first, noun + _LONGEST)
    while last > noun + 1 and (
        tags[last - 1] not in NOMINAL or passage.lower(last - 1).endswith(("mente", "ement"))
    ):
        last -= 1
    return passage.slice(noun, last)


def _phrase_before(passage: Passage, tags: list[Tag], verb: int, language: str) -> str | None:
    """The noun phrase that ends before a verb and its helpers; None where it may be no noun.

    What a preposition opens is not what moved: "die Zahl der Toten in Korvia stieg".
    """
    last = verb
    while passage.lower(last - 1) in word_set(language, "figure_verb_helpers"):
        last -= 1  # "ha", "ont", "a été"
    first = _start_of_phrase(passage, tags, last)
    impersonal = language == "de" and passage.lower(verb + 1) == "es"
    if impersonal or (first == 0 and passage.lower(last - 1).endswith(_ADVERB_ENDINGS)):
        return None  # "Tatsächlich sind es 5 Prozent"
    opener = first - 1
    while passage.lower(opener) in word_set(language, "figure_determiners"):
        opener -= 1
    if first == last or passage.lower(opener) in word_set(language, "prepositions"):
        before = first < last and opener > 0
        joined = before and passage.lower(opener - 1) in _JOINTS
        opener -= joined  # "der Schaden am Haus und am Auto"
        if not before or tags[opener - 1] not in NOMINAL:
            return None
        return _phrase_before(passage, tags, opener, language)
    return _say(passage, tags, (first, last), language)


def _start_of_phrase(passage: Passage, tags: list[Tag], last: int) -> int:
    """Where the nouns begin that end before a word, with what "of" ties to them."""
    first = last
    while first > 0 and last - first < _LONGEST:
        linked = tags[first - 1] is Tag.PREPOSITION
        linked = linked and passage.lower(first - 1) in (*_TIES, *_ARTICLES_INSIDE)
        if tags[first - 1] not in NOMINAL and not (linked and first < last):
            break
        first -= 1
    while first < last and tags[first] is Tag.PREPOSITION:
        first += 1
    return first


def _say(passage: Passage, tags: list[Tag], phrase: Phrase, language: str) -> str | None:
    """The words of a phrase; of "the number of the dead" only whom it counts."""
    first, last = phrase
    if passage.lower(first) in word_set(language, "figure_counting_heads"):
        first += 1
        while first < last and tags[first] is Tag.PREPOSITION:
            first += 1
    return passage.slice(first, last) if first < last else None
