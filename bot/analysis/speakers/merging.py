"""the sightings of an article -> one person for all the sightings of one name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.analysis.speakers.compounds import other_names
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import is_given
from bot.analysis.speakers.people import Gender, Person, ends_with, same_given, surname_in
from bot.analysis.speakers.sightings import Sighting
from bot.analysis.speakers.tokens import Token
from bot.model import Span

LONGEST_INITIALS = 3
KNIGHTS = frozenset(("dame", "sir"))
LONGEST_UNTOLD = 3
"""A name of more words, particles apart, is a person's only where something tells so."""
SURNAMES = 2
"""So many words has a Spanish name of one given name and a surname, or of two surnames."""
GIVEN = 2
"""So many words are a title and a given name."""


def merge_sightings(seen: Sequence[Sighting], grammar: Grammar) -> list[Person]:
    """One person for all the sightings of one name."""
    for gender in Gender if grammar.language == "en" else ():
        seen = _of_family(seen, gender)
    counts = Counter([sighting.words for sighting in seen])
    trimmed = {words: _trimmed(words, counts, grammar) for words in counts}
    groups: list[list[Sighting]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    given: defaultdict[str, list[int]] = defaultdict(list)
    ordered = sorted(seen, key=lambda sighting: -len(sighting.words))
    for sighting in ordered:
        words = trimmed[sighting.words]
        surname = surname_in(words).lower().replace("’", "'")
        group = _group_of(sighting, words, groups, index[surname], grammar)
        if group is None and len(words) == 1 and len(given[surname]) == 1:
            group = given[surname][0]
        if group is None and len(words) == GIVEN and words[0].lower() in KNIGHTS:
            knights = given[words[1].lower()]  # Sir Tom, of Sir Tom Roe
            group = knights[0] if len(knights) == 1 else None
        if group is None and grammar.drops_subjects and len(words) == SURNAMES:
            group = _with_second_surname(words, groups, index, grammar)
        if group is None and len(words) > 1:
            group = next((n for n in given[words[0].lower()] if _begins(groups[n], words)), None)
        if group is None and sighting.evidence < 0 and len(words) == 1:
            continue  # Norway, the champion
        if group is None:
            given[words[0].lower()].append(len(groups))
            index[surname].append(len(groups))
            groups.append([sighting])
        else:
            groups[group].append(sighting)
    persons = []
    for group_sightings in groups:
        if person := _person(group_sightings, trimmed, grammar):
            persons.append((group_sightings[0].passage, person))
    known = {person.surname for _, person in persons if person.sure}
    return [person for _, person in persons if person.sure or person.surname not in known]


def _of_family(seen: Sequence[Sighting], gender: Gender) -> Sequence[Sighting]:
    """The sightings, the one relative of a gender with the surname that only a title goes with.

    Tom Roe fell. His mum, Ida, wept. Ms Roe said ...
    """
    told = [s for s in seen if s.gender is gender]
    relatives = {s.words for s in told if len(s.words) == 1 and s.kin is not None}
    titled = {s.words for s in told if len(s.words) == 1 and s.name.start < s.name.first}
    if len(relatives) != 1 or not titled:
        return seen
    full = [s for s in seen if len(s.words) > 1]
    others = {s.words[-1:] for s in full if s.gender not in (gender, None)}
    alone = titled & others - {s.words[-1:] for s in full if s.gender in (gender, None)}
    if len(alone) != 1:
        return seen
    given, surname = relatives.pop(), alone.pop()
    return [replace(s, words=given + surname) if s.words == given else s for s in seen]


def _with_second_surname(
    words: tuple[str, ...],
    groups: list[list[Sighting]],
    index: Mapping[str, list[int]],
    grammar: Grammar,
) -> int | None:
    """The group of the one person whose surname the Spanish name begins with: Roca Luz."""
    same = index.get(words[0].lower(), [])
    if len(same) != 1 or is_given(words[0], grammar):
        return None
    head = groups[same[0]][0]
    named = len(head.words) == SURNAMES and is_given(head.words[0], grammar)
    return same[0] if named else None


def _begins(group: Sequence[Sighting], words: tuple[str, ...]) -> bool:
    """Whether the name of the group begins with these words: Ana Rosa, of Ana Rosa Luz."""
    head = group[0]
    return len(head.words) == len(words) + 1 and head.words[:-1] == words and head.evidence > 0


def _trimmed(
    words: tuple[str, ...], counts: Counter[tuple[str, ...]], grammar: Grammar
) -> tuple[str, ...]:
    """The name without words before it, where the article also has it without them."""
    for start in range(len(words) - 2, 0, -1):
        if _is_particle(words[start], grammar):
            continue
        if counts[words[start:]] > counts[words]:
            return words[start:]
    return words


def _is_particle(word: str, grammar: Grammar) -> bool:
    return word.lower() in grammar.particles or word.lower() in grammar.particles_large


def _group_of(
    sighting: Sighting,
    words: tuple[str, ...],
    groups: list[list[Sighting]],
    same: list[int],
    grammar: Grammar,
) -> int | None:
    if len(words) == 1 or _is_particle(words[0], grammar):
        told = sighting.gender
        alike = [number for number in same if told and groups[number][0].gender == told]
        fitting = [number for number in same if not (told and groups[number][0].gender)]
        return next(iter(alike or fitting), None)
    for number in same:
        head = groups[number][0]
        ends = sighting.kin is None and ends_with(head.words, words)
        if same_given(words[0], head.words[0]) or ends:
            return number
    return None


def _is_genitive(role: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a role stands in the German genitive: das Haus des Landrats | Roe."""
    last = role[-1].lower
    return grammar.language == "de" and last.endswith("s") and last not in grammar.roles


def _initials(role: Sequence[Token]) -> Iterator[str]:
    """The letters that may stand for an office: of Chief Minister, cm; Chief of Police, cp."""
    office = takewhile(lambda token: token.capital or token.lower in ("of", "the"), role)
    large = [token.lower for token in office if token.capital]
    for count in range(2, min(len(large), LONGEST_INITIALS) + 1):
        yield "".join(word[0] for word in large[-count:])


def _person(
    group: list[Sighting], trimmed: Mapping[tuple[str, ...], tuple[str, ...]], grammar: Grammar
) -> Person | None:
    names = Counter([trimmed[sighting.words] for sighting in group])
    name = max(
        names,
        key=lambda words: (
            words[0].lower() not in KNIGHTS,
            min(len(words), 4),
            len(words) == SURNAMES and grammar.drops_subjects and is_given(words[0], grammar),
            names[words],
        ),
    )
    evidence = max(sighting.evidence for sighting in group)
    long = sum(word.lower() not in grammar.particles for word in name) > LONGEST_UNTOLD
    if evidence <= 0 and long:
        return None
    genders = Counter([sighting.gender for sighting in group if sighting.gender])
    gender = genders.most_common(1)[0][0] if genders else None
    roles = [sighting.role for sighting in group if sighting.role]
    shown = [role for role in roles if not _is_genitive(role, grammar)][:1]
    role = Span(shown[0][0].start, shown[0][-1].end) if shown else None
    words = {token.lower for one in group for token in (*one.role, *one.title)}
    words |= {sighting.epithet for sighting in group if sighting.epithet}
    words |= set(other_names(tuple(words), grammar))
    initials = frozenset(short for tokens in roles for short in _initials(tokens))
    kin = min(group, key=lambda sighting: (sighting.passage, sighting.name.start)).kin
    return Person(name, gender, role, evidence > 0, frozenset(words), kin, initials)
