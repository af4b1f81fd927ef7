"""la dirigente de la cofradía, el líder priista -> whom the text has named by another office."""

from collections.abc import Collection, Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.people import Gender, Person
from bot.analysis.speakers.resolve.heads import find_head
from bot.analysis.speakers.resolve.memory import Memory

SHARED = 2
"""So many words behind the noun tell that two offices are one."""
EPICENE = frozenset(("autoridad", "autorité", "figura", "figure"))
"""Nouns of one gender for men and women."""
SHORTEST = 4
"""A word that tells what an office is over has at least so many letters."""


def find_other_office(
    known: Collection[Person], words: Sequence[str], gender: Gender | None, grammar: Grammar
) -> Person | None:
    """The one person of those ``known`` whose office is over the same thing as that of the words.

    In other words than before: la presidenta de la Cofradía de Brea, Ana Roca; later: la dirigente
    de la cofradía. Of a longer office two words behind its noun must be the same.
    """
    head = find_head(words, grammar)
    told = [word for word in words if word not in grammar.closed and len(word) >= SHORTEST]
    told = [word for word in told if word != head and word not in grammar.linkers]
    if not told or is_plural(head):
        return None

    def fits(person: Person) -> bool:
        if not person.sure or not _fits(person, gender):
            return False
        shared = len(person.role_words.intersection(told))
        same = head in person.role_words and shared >= min(len(told), SHARED)
        leads = head in grammar.notables and shared > 0
        return same or leads

    met = [person for person in known if fits(person)]
    return met[0] if len(met) == 1 else None


def find_leader(
    memory: Memory, words: Sequence[str], gender: Gender | None, grammar: Grammar
) -> Person | None:
    """Whoever has an office and spoke last: Ana Roca, coordinadora de Acción; la líder liberal.

    None where somebody of the gender came up since.
    """
    last = memory.last.person if memory.last else None
    head = find_head(words, grammar)
    gender = None if head in EPICENE else gender
    if last is None or head not in grammar.notables or not _fits(last, gender):
        return None
    held = any(word in grammar.roles for word in last.role_words)
    rivals = [one for one in memory.newer() if _fits(one, gender)]
    return last if held and last.sure and not rivals else None


def _fits(person: Person, gender: Gender | None) -> bool:
    """Whether the person may be of the gender; where none is told, of any."""
    return gender is None or person.gender in (gender, None)
