"""German compounds -> the office in them: whose it is, and what else it may be called."""

from collections.abc import Iterable, Iterator

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import People, Person

SHORTEST_BASE = 5
"""A noun of fewer letters is no base: die Kauffrau is not any Frau Roe."""


def find_holder(head: str, people: People, grammar: Grammar) -> Person | None:
    """The one person of the article whose plain role is the end of a German compound.

    None where another has a role with the same end, and where the compound begins like one that
    tells of somebody else: der Vizepräsident is not Präsident Roe.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.people import register_people
    >>> grammar = read_grammar("de")
    >>> roe = Person(("Ida", "Roe"), role_words=frozenset(("präsidentin",)))
    >>> people = register_people([roe])
    >>> find_holder("tagungspräsidentin", people, grammar) is roe
    True
    >>> find_holder("vizepräsidentin", people, grammar) is None
    True
    """
    if grammar.language != "de" or "-" in head or head in grammar.others:
        return None
    for start in range(2, len(head) - SHORTEST_BASE + 1):
        base = head[start:]
        bearers = [one for one in people.persons if _bears(one, base)]
        if not bearers or base not in grammar.roles:
            continue
        plain = len(bearers) == 1 and base in bearers[0].role_words
        return bearers[0] if plain and head[:start] not in grammar.others else None
    return None


def _bears(person: Person, base: str) -> bool:
    return any(word.endswith(base) for word in person.role_words)


def other_names(words: Iterable[str], grammar: Grammar) -> Iterator[str]:
    """What else the text may call whoever has these roles: of trainer, coach.

    In German also at the end of a compound; elsewhere also by an ending: of -logist, scientist.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> sorted(other_names(["geologist"], read_grammar("en")))
    ['researcher', 'scientist', 'specialist']
    >>> sorted(other_names(["interimstrainer"], read_grammar("de")))
    ['interimscoach', 'interimsübungsleiter']
    >>> list(other_names(["gärtner"], read_grammar("de")))
    []
    """
    for word in words:
        if word in grammar.offices:
            yield from grammar.offices[word]
        elif ending := next(filter(word.endswith, grammar.office_endings), None):
            yield from grammar.offices[f"-{ending}"]
        elif grammar.language == "de":
            for start in range(2, len(word) - SHORTEST_BASE + 1):
                yield from (word[:start] + name for name in grammar.offices.get(word[start:], ()))
