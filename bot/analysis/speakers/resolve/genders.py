"""words of a phrase -> the gender that the form of its noun tells: eine Zeugin, una vecina."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender


def noun_gender(words: Sequence[str], grammar: Grammar) -> Gender | None:
    """The gender of the first word that tells what somebody is; None where its form tells none.

    A noun tells its gender where the language has another form for the other one.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> noun_gender(("zeugin",), read_grammar("de")).value
    'f'
    >>> noun_gender(("vecino", "de", "halden"), read_grammar("es")).value
    'm'
    >>> noun_gender(("journaliste",), read_grammar("fr")) is None
    True
    >>> noun_gender(("police", "spokeswoman"), read_grammar("en")).value
    'f'
    """
    roles = grammar.roles
    noun = next((word for word in words if word in roles), "")
    if noun in grammar.titles_masculine:
        return Gender.MASCULINE
    if noun in grammar.titles_feminine:
        return Gender.FEMININE
    for masculine, feminine in FORMS.get(grammar.language, ()) if noun else ():
        if noun.endswith(feminine) and noun.removesuffix(feminine) + masculine in roles:
            return Gender.FEMININE
        if noun.endswith(masculine) and noun.removesuffix(masculine) + feminine in roles:
            return Gender.MASCULINE
    return None


FORMS = {
    "de": (("", "in"), ("e", "in")),
    "en": (("man", "woman"),),
    "es": (("o", "a"), ("or", "ora"), ("e", "a"), ("n", "na")),
    "fr": (("eur", "euse"), ("teur", "trice"), ("er", "ère"), ("en", "enne"), ("", "e")),
}
"""The endings of men and of women."""
