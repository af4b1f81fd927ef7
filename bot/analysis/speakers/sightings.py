"""passages -> the people whom an article names, read outside its quotations."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name, is_given
from bot.analysis.speakers.people import Gender, People, Person, register_people, same_given
from bot.analysis.speakers.roles import find_role, has_role_after, is_introduced
from bot.analysis.speakers.tokens import Passage, Token
from bot.model import Span

SHARED = 4
"""So many tokens behind a given name tell whether it shares the surname of the next."""
LONGEST_NAME = 6
"""A name has at most this many words."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One name where it stands."""

    words: tuple[str, ...]
    passage: int
    name: Name
    evidence: int
    gender: Gender | None
    role: tuple[Token, ...]


def find_people(
    passages: Sequence[Passage], names: Sequence[Sequence[Name]], grammar: Grammar
) -> People:
    """The people whom the passages name, outside all quotations; ``names`` are those of each.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.names import find_names
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> text = "Mr. Smith left. Mayor Jane Roe of Halden stayed. John Smith laughed."
    >>> grammar = read_grammar("en")
    >>> passages = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> names = [list(find_names(passage, grammar, frozenset())) for passage in passages]
    >>> people = find_people(passages, names, grammar)
    >>> [(" ".join(person.name), person.gender.value) for person in people.persons]
    [('Jane Roe', 'f'), ('John Smith', 'm')]
    """
    seen = [
        sighting
        for number, passage in enumerate(passages)
        for name in names[number]
        if (sighting := _sight(passage, number, name, grammar))
    ]
    if grammar.language == "de":  # where two capitals in a row are often no name
        seen = [sighting for sighting in seen if sighting.evidence > 0]
    people = register_people(_merge(seen, grammar))
    return _learn(people, passages, names, grammar)


def _learn(
    people: People,
    passages: Sequence[Passage],
    names: Sequence[Sequence[Name]],
    grammar: Grammar,
) -> People:
    """The register with what later mentions tell: a verb of saying, "he" or "she" behind a name."""
    genders: defaultdict[Person, Counter[Gender]] = defaultdict(Counter)
    sure: set[Person] = set()
    subject: Person | None = None
    for passage, found in zip(passages, names, strict=True):
        tokens = passage.tokens
        first = _pronoun_from(tokens, 0, grammar)
        if subject and first and not found:
            genders[subject][first] += 1
        subject = None
        for name in found:
            called = people.called(tuple(t.text for t in tokens[name.first : name.end]))
            if len(called) != 1:
                continue
            if _is_followed_like_a_person(tokens, name, grammar) or has_role_after(
                tokens, name, grammar
            ):
                sure.add(called[0])
            if len(found) == 1:
                subject = called[0]
                if gender := _pronoun_from(tokens, name.end, grammar):
                    genders[subject][gender] += 1
    return register_people(
        [
            replace(
                person,
                gender=person.gender
                or (_commonest(genders[person]) if person.sure or person in sure else None),
                sure=person.sure or person in sure,
            )
            for person in people.persons
        ]
    )


def _pronoun_from(tokens: Sequence[Token], start: int, grammar: Grammar) -> Gender | None:
    """The gender of the first pronoun from a token on."""
    for token in tokens[start:]:
        if token.lower in grammar.his:
            return Gender.MASCULINE
        if token.lower in grammar.hers:
            return Gender.FEMININE
    return None


def _commonest(genders: Counter[Gender]) -> Gender | None:
    ranked = genders.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _sight(passage: Passage, number: int, name: Name, grammar: Grammar) -> _Sighting | None:
    tokens = passage.tokens
    words = tuple(token.text for token in tokens[name.first : name.end])
    if tokens[name.first].lower in grammar.particles and not tokens[name.first].capital:
        return None
    if not words or len(words) > LONGEST_NAME:
        return None
    words = _shared_surname(tokens, name, grammar) or words
    if words[-1].isupper() and words[-1].lower() in grammar.titles:
        return None  # Halden MP
    colon = name.end < len(tokens) and tokens[name.end].text == ":"
    if not colon and not any(token.text.islower() for token in tokens):
        return None  # a heading
    if len(words) > 1 and _names_a_body(words, grammar):
        return None
    titles = [token.lower for token in tokens[name.start : name.first]]
    before = tokens[name.start - 1].lower if name.start else ""
    gender = _title_gender([*titles, before], grammar)
    evidence = bool(titles) + (before in grammar.roles and before not in grammar.organisations)
    evidence += (is_given(words[0], grammar) or _is_two_syllables(words)) * 2
    evidence += _is_followed_like_a_person(tokens, name, grammar) + (before in grammar.cues)
    if before in grammar.determiners and not titles:
        evidence -= 2
    if gender is None and len(words) > 1:
        gender = _given_gender(words[0], grammar)
    role = find_role(tokens, name, grammar)
    introduced = before in grammar.roles or is_introduced(tokens, name, grammar)
    if len(words) == 1 and not (gender and titles) and not introduced:
        return None
    gender = gender or (_title_gender([t.lower for t in role], grammar) if introduced else None)
    return _Sighting(words, number, name, evidence + bool(role), gender, role)


def _shared_surname(
    tokens: Sequence[Token], name: Name, grammar: Grammar
) -> tuple[str, ...] | None:
    """The name with the surname that it shares with the next: Tom and Ida Roe."""
    here, rest = tokens[name.first : name.end], tokens[name.end : name.end + SHARED]
    joined = len(here) == 1 and len(rest) > 2 and rest[0].lower in grammar.coordinators
    if not joined or not (is_given(here[0].text, grammar) and is_given(rest[1].text, grammar)):
        return None
    surname = [token.text for token in rest[2:] if token.word and token.capital][:1]
    return (here[0].text, *surname) if surname and rest[2].text == surname[0] else None


def _is_two_syllables(words: Sequence[str]) -> bool:
    """Whether the last word is a given name of two syllables: Lin Mei-hua, Park Ji-yeon."""
    first, _, second = words[-1].partition("-")
    return len(words) == 2 and first.istitle() and second.islower()


def _names_a_body(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether the words name no person: Halden University; but Ann Hall is one."""
    first, *rest = (word.lower() for word in words)
    if _is_two_syllables(words):
        return False
    if not is_given(words[0], grammar):
        return any(word in grammar.organisations for word in (first, *rest))
    if rest[-1] in grammar.surnames:
        rest.pop()
    return any(word in grammar.organisations for word in rest)


def _title_gender(titles: Sequence[str], grammar: Grammar) -> Gender | None:
    if any(title in grammar.titles_masculine for title in titles):
        return Gender.MASCULINE
    if any(title in grammar.titles_feminine for title in titles):
        return Gender.FEMININE
    return None


def _given_gender(word: str, grammar: Grammar) -> Gender | None:
    first = word.split("-")[0]
    if word in grammar.given_masculine or first in grammar.given_masculine:
        return Gender.MASCULINE
    if word in grammar.given_feminine or first in grammar.given_feminine:
        return Gender.FEMININE
    return None


def _is_followed_like_a_person(tokens: Sequence[Token], name: Name, grammar: Grammar) -> int:
    """1 where an age, a relative "who" or a verb of saying follows."""
    end = name.end
    if end >= len(tokens):
        return 0
    following = tokens[end].lower
    helped = grammar.inverts and following in grammar.auxiliaries and end + 1 < len(tokens)
    cue = end + helped
    if tokens[cue].lower in grammar.verbs and (helped or tokens[cue].lower in grammar.cues):
        return int(not tokens[cue].capital)
    if following == "," and end + 1 < len(tokens):
        after = tokens[end + 1]
        apposed = name.start == 0 or tokens[name.start - 1].text == ","
        if apposed and after.lower in grammar.cues and not after.capital:
            return 1
        return int(
            after.lower in ("who", "whose") or (after.text.isdigit() and len(after.text) == 2)
        )
    return 0


def _merge(seen: Sequence[_Sighting], grammar: Grammar) -> list[Person]:
    """One person for all the sightings of one name."""
    counts = Counter(sighting.words for sighting in seen)
    groups: list[list[_Sighting]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    ordered = sorted(seen, key=lambda sighting: -len(sighting.words))
    for sighting in ordered:
        words = _trimmed(sighting.words, counts, grammar)
        surname = Person(words).surname.lower()
        group = _group_of(sighting, words, groups, index[surname], grammar)
        if group is None:
            index[surname].append(len(groups))
            groups.append([sighting])
        else:
            groups[group].append(sighting)
    persons = []
    for group_sightings in groups:
        if person := _person(group_sightings, counts, grammar):
            persons.append((group_sightings[0].passage, person))
    known = {person.surname for _, person in persons if person.sure}
    return [person for _, person in persons if person.sure or person.surname not in known]


def _trimmed(
    words: tuple[str, ...], counts: Counter[tuple[str, ...]], grammar: Grammar
) -> tuple[str, ...]:
    """The name without words before it, where the article also has it without them."""
    for start in range(len(words) - 2, 0, -1):
        if words[start].lower() in grammar.particles | grammar.particles_large:
            continue
        if counts[words[start:]] > counts[words]:
            return words[start:]
    return words


def _group_of(
    sighting: _Sighting,
    words: tuple[str, ...],
    groups: list[list[_Sighting]],
    same: list[int],
    grammar: Grammar,
) -> int | None:
    particle = words[0].lower() in grammar.particles | grammar.particles_large
    for number in same:
        head = groups[number][0]
        if len(words) == 1 or particle:
            if sighting.gender is None or head.gender is None or sighting.gender == head.gender:
                return number
        elif same_given(words[0], head.words[0]):
            return number
    return None


def _person(
    group: list[_Sighting], counts: Counter[tuple[str, ...]], grammar: Grammar
) -> Person | None:
    names = Counter(_trimmed(sighting.words, counts, grammar) for sighting in group)
    name = max(names, key=lambda words: (min(len(words), 4), names[words]))
    evidence = max(sighting.evidence for sighting in group)
    if evidence <= 0 and len(name) > 3:
        return None
    genders = Counter(sighting.gender for sighting in group if sighting.gender)
    gender = genders.most_common(1)[0][0] if genders else None
    roles = [sighting.role for sighting in group if sighting.role]
    role = Span(roles[0][0].start, roles[0][-1].end) if roles else None
    words = {token.lower for tokens in roles for token in tokens}
    words = words.union(*(grammar.offices.get(word, ()) for word in words))
    return Person(name, gender, role, evidence > 0, frozenset(words))
