"""the Norwegian leader, the Liberal minister, the ex-Owls coach -> of whom it is said."""

from collections.abc import Sequence
from itertools import chain

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.people import Person
from bot.analysis.speakers.resolve.memory import DEPTH, Memory
from bot.analysis.speakers.resolve.offices import has_office
from bot.analysis.speakers.tokens import Token

RULING = frozenset(("chancellor", "emperor", "king", "leader", "premier", "president", "prime"))
RULING |= {"queen", "ruler", "sultan", "taoiseach"}
"""Words in the role of whoever leads a country."""
SITTING = frozenset(("legislator", "lawmaker", "mep", "mla", "mp", "parliamentarian", "politician"))
SITTING |= {"td"}
"""What somebody who governs may be as well."""
GOVERNING = frozenset(("chancellor", "leader", "minister", "secretary", "speaker", "treasurer"))


def is_described(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether an English phrase tells of one human being by a name beside a noun: the Owls coach.

    Not: the Halden coroner, whom a story has not told of so far.
    """
    head = tokens[-1].lower
    if grammar.language != "en" or len(tokens) == 1 or head in grammar.strangers:
        return False
    human = head in grammar.roles or head in grammar.epithets or head in SITTING
    plain = any(token.lower in grammar.linkers or token.lower == "'s" for token in tokens)
    named = any(token.text != token.lower for token in tokens[:-1])
    return human and named and not plain and not is_plural(head)


def find_described(
    memory: Memory, tokens: Sequence[Token], place: int, grammar: Grammar
) -> Person | None:
    """The one person who fits: by the country, or whom the passage before is about."""
    head = tokens[-1].lower
    countries = {token.lower for token in tokens[:-1] if token.lower in grammar.countries}
    if countries:
        return _from(memory, countries, head, grammar)
    person = memory.subject_before(place) or memory.alone_before(place)
    sits = head in SITTING or head in grammar.parties
    if person is None and sits and memory.last and memory.last_place >= place - 1:
        person = memory.last.person  # Labour leader Roe said ... The Brae Moor MP added ...
    if head in grammar.parties:
        named = {notice.person for notice in memory.notices[-DEPTH:] if notice.place == place - 1}
        person = person or (named.pop() if len(named) == 1 else None)
        return person if person and has_office(person, grammar) else None
    if person is None:
        return None
    if head in person.role_words:  # not: Brae manager Roe left. The Owls manager stayed.
        party = any(token.lower in grammar.parties for token in tokens[:-1])
        return person if party or len(person.role_words) == 1 else None
    if head in SITTING:
        return person if not GOVERNING.isdisjoint(person.role_words) else None
    return None


def _from(memory: Memory, peoples: set[str], head: str, grammar: Grammar) -> Person | None:
    """The one person of late of whom the text tells that country or people."""
    told = peoples.union(chain.from_iterable(grammar.countries[one] for one in peoples))
    found = {
        notice.person
        for notice in memory.notices[-DEPTH:]
        if notice.person.sure and not told.isdisjoint(notice.person.role_words)
    }
    if head in grammar.epithets_named:
        found = {
            one for one in found if not has_office(one, grammar) or _leads(one.role_words, head)
        }
    return found.pop() if len(found) == 1 else None


def _leads(role: frozenset[str], head: str) -> bool:
    return head in role or not RULING.isdisjoint(role)
