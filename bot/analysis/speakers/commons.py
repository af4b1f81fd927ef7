"""German common nouns, all written large -> whether one stands behind a role or before an owner."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import ABSTRACT, Name, is_given
from bot.analysis.speakers.people import People
from bot.analysis.speakers.tokens import Token

RELATED = (
    *("bruder", "frau", "gegner", "gegnerin", "herausforderer", "herausforderin", "mann"),
    *("mutter", "nachfolger", "nachfolgerin", "neffe", "nichte", "partner", "partnerin"),
    *("schwester", "sohn", "tochter", "vater", "vertraute", "vertrauter", "vorgänger"),
    *("vorgängerin", "witwe", "witwer"),
)
"""Ends of German nouns for what somebody is to another."""


def is_common(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether the one word is a noun: forderte der Wirt | Senkung; warf der Wirtin | Fehler vor."""
    before = tokens[name.first - 1].lower if name.first else ""
    generic = before in grammar.generic - grammar.courtesies
    generic = generic and not is_given(tokens[name.first].text, grammar)  # hat der Mann | Pech
    return generic or _is_abstract(tokens, name, grammar) or _is_owed(tokens, name, grammar)


def _is_abstract(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether a German noun like "Senkung" stands there, of which more is told."""
    after = tokens[name.end].lower if name.end < len(tokens) else ""
    tells = after in grammar.linkers or after in grammar.prepositions
    return tells and tokens[name.first].lower.endswith(ABSTRACT)


def _is_owed(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether a German noun is what somebody has or gets: der Wirtin | Fehler; dem Rat | Mut."""
    role = name.first - 1
    if role < 1 or tokens[role].lower in grammar.courtesies:
        return False
    article, noun = tokens[role - 1].lower, tokens[role].lower
    given = article == "dem" or (article == "der" and noun.endswith("in"))
    return given and noun in grammar.roles


def is_genitive(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether a German name only tells whose a thing is: die Rede | Ida Roes."""
    if grammar.language != "de" or not start or not tokens[end - 1].text.endswith("s"):
        return False
    noun = tokens[start - 1]
    if start > 1 and end - start > 1 and noun.lower.endswith(RELATED):
        return tokens[start - 2].lower in grammar.determiners  # die Tochter | Ida Roes
    person = noun.lower in grammar.speakers or noun.lower in grammar.titles
    return noun.capital and noun.lower not in grammar.closed and not person


def begins_object(before: Token, noun: Token, people: People, grammar: Grammar) -> bool:
    """Whether a German noun stands beside a name or a role, and is no part of it.

    Laut Roe | Ruhe bringen; hat der Mann | Anzeige erstattet; not: der Mann Ida Roe.
    """
    known = people.called((before.text,))
    if any(one.sure and one.surname == before.text for one in known):
        return not any(one.sure for one in people.called((before.text, noun.text)))
    named = is_given(noun.text, grammar) or noun.text.isupper() or noun.lower in grammar.speakers
    named = named or noun.lower in grammar.abbreviations  # Abgeordneter | Mag. Roe
    return before.lower in grammar.roles and not named and not people.called((noun.text,))
