"""German compounds -> the office in them: whose it is, and what else it may be called."""

from collections.abc import Iterable, Iterator, Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, People, Person

LED = frozenset(("amts", "bank", "behörden", "firmen", "gewerkschafts", "instituts", "klub"))
LED |= frozenset(("konzern", "partei", "ressort", "unternehmens", "verbands", "vereins"))
"""Whatever a German "-chef" leads by these words, the text has named before by its name."""
CHIEFS = ("chef", "direktor", "leiter", "präsident", "vorsitzende", "vorsitzender", "vorstand")
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
            starts = {*range(2, len(word) - SHORTEST_BASE + 1), word.rfind("-") + 1}
            for start in sorted(starts):
                yield from (word[:start] + name for name in grammar.offices.get(word[start:], ()))


def is_short(office: str, known: str) -> bool:
    """Whether an office is another with its party in fewer letters: SP-Chefin, of SPX-Chefin.

    Or with the mere word for it: Parteichefin.

    >>> is_short("sp-chefin", "spx-chefin"), is_short("parteichefin", "spx-chefin")
    (True, True)
    >>> is_short("ax-chefin", "spx-chefin"), is_short("sp-chef", "spx-chefin")
    (False, False)
    """
    party, _, base = known.rpartition("-")
    if not party:
        return False
    if office == f"partei{base}":
        return True
    short, _, same = office.rpartition("-")
    return len(short) > 1 and same == base and (short in party or party in short)


def find_gender(role: Sequence[str], grammar: Grammar) -> Gender | None:
    """The gender that the noun of a German role tells, by its ending; None: it tells neither.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> find_gender(("leiterin", "der", "halle"), read_grammar("de")).value
    'f'
    >>> find_gender(("wirt",), read_grammar("de")).value
    'm'
    >>> find_gender(("mitglied",), read_grammar("de")) is None
    True
    """
    noun = next((word for word in role if word in grammar.roles), "")
    if noun.endswith("frau") or noun in grammar.titles_feminine:
        return Gender.FEMININE
    if noun.endswith("in") and (noun[:-2] in grammar.roles or f"{noun[:-2]}e" in grammar.roles):
        return Gender.FEMININE
    bare = noun[:-1] if noun.endswith("e") else noun
    masculine = noun.endswith("mann") or (noun and f"{bare}in" in grammar.roles)
    return Gender.MASCULINE if masculine else None


def is_any_chief(office: str) -> tuple[str, ...]:
    """How the offices end of those of whom one may be meant: der Behördenchef; () if nobody is.

    >>> "präsidentin" in is_any_chief("behördenchefin"), is_any_chief("hafenchef")
    (True, ())
    """
    woman = office.endswith("chefin")
    led = office.removesuffix("in").removesuffix("chef")
    if led not in LED or led == office:
        return ()
    return (*(f"{chief}in" for chief in CHIEFS), "vorsitzende") if woman else CHIEFS
