"""the roles that a text gives -> who alone can be meant by one, and who cannot."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.resolve.memory import DEPTH, Memory
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_of
from bot.analysis.speakers.tokens import Token

LONGEST_OFFICE = 3
"""The name of an office has at most so many small words: the then prime minister."""


def has_office(person: Person, grammar: Grammar) -> bool:
    """Whether the text tells what the person is.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> mayor = Person(("Jane", "Roe"), role_words=frozenset(("mayor", "halden")))
    >>> has_office(mayor, read_grammar("en")), has_office(Person(("Tom",)), read_grammar("en"))
    (True, False)
    """
    return any(word in grammar.roles for word in person.role_words)


def only_person(
    memory: Memory, words: Sequence[str], tokens: Sequence[Token], place: int, grammar: Grammar
) -> Person | None:
    """The only person of the text so far, whom a bare English role stands for: the author.

    An office of few may also be that of the one person of the sentence before, if that one has
    spoken or it is a former one: the then prime minister.
    """
    head, then = words[-1], words[0] == "then"
    leads = head in grammar.holders or head in grammar.epithets_named
    bare = len(words) == 1 or (leads and len(words) <= LONGEST_OFFICE)
    bare = bare and head in grammar.roles and not is_plural(head)
    named = any(token.capital for token in tokens)
    if grammar.inverts or not bare or head in grammar.strangers or named:
        return None
    met = [person for person in memory.met if person.sure]
    person = met[0] if len(met) == 1 else memory.alone_before(place) if leads else None
    past = person is not None and "former" in person.role_words  # which is not meant here
    fits = person is not None and (past or not has_office(person, grammar))
    alone = len(met) == 1 and len(words) == 1
    fits = fits and (alone or then or person in memory.spoken)
    return person if fits and memory.focus(place) is person else None


def find_relative(memory: Memory, people: People, kin: str, grammar: Grammar) -> Person | None:
    """The one person of whom the text has told that he is a father, a wife, ...: his father.

    In English also the one of whom it will tell so.
    """
    bearers = {n.person for n in memory.notices[-DEPTH:] if kin in n.person.role_words}
    if not bearers and grammar.language == "en":
        bearers = {person for person in people.persons if kin in person.role_words}
    return bearers.pop() if len(bearers) == 1 else None


def find_kinswoman(
    memory: Memory, people: People, words: Sequence[Token], gender: Gender | None, place: int
) -> Person | None:
    """Whose relative an English sentence tells of: Tom's mum, Ida, left. Tom's mum was sad.

    Or whom the one before names as of one surname: Ida Roe sang. Tom Roe's mum left.
    """
    owner, kin = tuple(token.text for token in words[:-2]), words[-1].lower
    lowers = {word.lower() for word in owner} | {""}
    told = [one for one in people.persons if kin in one.role_words]
    told = [one for one in told if one.kin in lowers or not lowers.isdisjoint(one.role_words)]
    if len(told) == 1:
        return told[0]
    owners = people.called(owner) if gender and words[-2].lower == "'s" else ()
    person = memory.subject_before(place) if len(owners) == 1 else None
    if person is None or person is owners[0] or person.gender not in (gender, None):
        return None
    return person if person.surname == owners[0].surname else None


def find_running(memory: Memory, head: str, grammar: Grammar) -> Speaker | None:
    """Who says in English what the paragraphs before left open: "...," the spokesman said."""
    last, human = memory.last, head in grammar.roles and not is_plural(head)
    goes_on = memory.running and human and grammar.language == "en"
    return last if goes_on and last and last.person else None


def find_source(memory: Memory, head: str, place: int, grammar: Grammar) -> Speaker | None:
    """The expert: whoever spoke last, if nobody came up since; else whom the text is about."""
    if memory.last and memory.last.person and not memory.has_newer():
        return memory.last
    met = [person for person in memory.met if person.sure]
    alone = met[0] if len(met) == 1 and met[0] in memory.spoken else None
    return speaker_of(alone) if alone and not has_office(alone, grammar) else None
