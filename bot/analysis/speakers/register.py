"""passages -> the register of the people whom an article names, read outside its quotations."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from bot.analysis.speakers.evidence import is_followed_like_a_person
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.merging import merge_sightings
from bot.analysis.speakers.mononyms import find_mononyms
from bot.analysis.speakers.names import Name, is_given
from bot.analysis.speakers.people import (
    Gender,
    People,
    Person,
    register_people,
)
from bot.analysis.speakers.predicates import predicate_gender
from bot.analysis.speakers.roles import has_role_after
from bot.analysis.speakers.sightings import Sighting, sight_name
from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token

OUTRIGHT = 2
"""So many pronouns count for less than that somebody is called a woman."""
PLACING = frozenset(("at", "in", "near", "on", "outside"))
"""English prepositions before places and papers rather than people."""
SUBJECT = 2
"""The subject of a sentence begins at this token or before."""


def find_people(
    passages: Sequence[Passage], names: Sequence[Sequence[Name]], grammar: Grammar
) -> People:
    """The people whom the passages name, outside all quotations; ``names`` are those of each.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.names import find_names
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
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
        if (sighting := sight_name(passage, number, name, grammar))
    ]
    if grammar.language == "de":  # where two capitals in a row are often no name
        surnames = {
            name.words(passage.tokens)[-1]
            for passage, found in zip(passages, names, strict=True)
            for name in found
        }
        seen = [_without_case(sighting, surnames) for sighting in seen if sighting.evidence > 0]
    plain = {sighting.words for sighting in seen if not passages[sighting.passage].headline}
    seen = [
        sighting
        for sighting in seen
        if sighting.words in plain
        or (is_given(sighting.words[0], grammar) and sighting.words[:2] not in plain)
        or not passages[sighting.passage].headline
    ]
    people = register_people(merge_sightings(seen, grammar), two_surnames=grammar.drops_subjects)
    if alone := find_mononyms(passages, names, people, grammar):
        people = register_people((*people.persons, *alone))
    return _learn(people, passages, names, grammar)


def _without_case(sighting: Sighting, surnames: Set[str]) -> Sighting:
    """The sighting without the "s" of a German genitive: die Rede Ida Roes; of Ida Roe."""
    surname = sighting.words[-1].removesuffix("s")
    owns = len(sighting.words) > 1 and surname != sighting.words[-1] and surname in surnames
    return replace(sighting, words=(*sighting.words[:-1], surname)) if owns else sighting


def _learn(
    people: People,
    passages: Sequence[Passage],
    names: Sequence[Sequence[Name]],
    grammar: Grammar,
) -> People:
    """The register with what later mentions tell: a verb of saying, "he" or "she" behind a name."""
    genders: defaultdict[Person, Counter[Gender]] = defaultdict(Counter)
    sure: set[Person] = set()
    speaking: set[Person] = set()
    introduced: set[Person] = set()
    foreign: set[Person] = set()  # Halden, which stands alone before the Halden Arms
    subject: Person | None = None
    opened = False  # whether the passage before began with the full name of its subject
    for number, (passage, found) in enumerate(zip(passages, names, strict=True)):
        tokens = passage.tokens
        opens = grammar.language == "en" and _opens_with_pronoun(tokens, grammar)
        if subject and (opens or not found) and (gender := _pronoun_from(tokens, 0, grammar)):
            genders[subject][gender] += 1
            if opened and _opens_with_pronoun(tokens, grammar):
                sure.add(subject)  # Grazier Tom Roe is angry. "Why?" he asked.
        subject, opened = None, False
        named = [people.called(name.words(tokens)) for name in found]
        alone = sum(map(bool, named)) == 1
        for name, called in zip(found, named, strict=True):
            if len(called) != 1 or tokens[name.end - 1].text not in called[0].name[-2:]:
                continue
            if not called[0].sure and tokens[name.end - 1].text == called[0].name[0]:
                continue  # Edmonton, of the Edmonton Owls
            if name.end - name.start > 1:
                introduced.add(called[0])
            elif number and called[0] not in introduced and not called[0].sure:
                foreign.add(called[0])
            person = called[0]
            if not person.sure and person not in sure and _is_shown(tokens, name, grammar):
                sure.add(person)
            if person not in speaking and _speaks(tokens, name, grammar):
                speaking.add(person)
            if alone:
                subject, opened = person, name.start == 0 and name.end > name.first + 1
                if told := predicate_gender(tokens[name.end :], grammar):
                    genders[subject][told] += OUTRIGHT
                if gender := told or _pronoun_from(tokens, name.end, grammar):
                    genders[subject][gender] += 1
                    apart = _has_article(tokens, name, grammar)
                    apart = apart or _is_in_adjunct(tokens, name, grammar)
                    if len(subject.name) > 1 and not apart:
                        sure.add(subject)
    return register_people(
        [
            _with_learnt(person, genders.get(person), person in sure, person in speaking)
            for person in people.persons
            if grammar.language != "en" or person not in foreign
        ],
        two_surnames=grammar.drops_subjects,
    )


def _with_learnt(
    person: Person, genders: Counter[Gender] | None, sure: bool, speaks: bool
) -> Person:
    """The person with what was learnt; the genders are those that pronouns tell."""
    sure = person.sure or sure
    gender = person.gender or (_commonest(genders) if sure and genders else None)
    learnt = (gender, sure, speaks)
    if learnt == (person.gender, person.sure, person.speaks):
        return person
    return replace(person, gender=gender, sure=sure, speaks=speaks)


def _is_shown(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether what follows a name tells that it is a person's."""
    follows = is_followed_like_a_person(tokens, name, grammar)
    return bool(follows) or has_role_after(tokens, name, grammar)


def _speaks(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether a verb of saying stands beside the name: said Roe; Roe said; Roe, the mayor, said."""
    for token in (*tokens[: name.start][-1:], *tokens[name.end : name.end + 1]):
        if token.lower in grammar.cues and not token.capital:
            return True
    return False


def _has_article(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    return name.start > 0 and tokens[name.start - 1].lower in grammar.determiners


def _is_in_adjunct(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether the name is no subject in French or Spanish: il veut courir jusqu'à New Halden.

    In English one in which something is: published in Halden Letters.
    """
    if grammar.language == "en":
        return name.start > 0 and tokens[name.start - 1].lower in PLACING
    led = name.start > 0 and tokens[name.start - 1].lower in grammar.prepositions
    return grammar.language in ("es", "fr") and (name.start > SUBJECT or led)


def _opens_with_pronoun(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether "he" or "she" opens the passage, or stands behind what opens it in marks."""
    first = int(tokens[0].quote != NO_QUOTE)
    lower = tokens[first].lower if first < len(tokens) else ""
    return lower in grammar.masculine or lower in grammar.feminine


def _pronoun_from(tokens: Sequence[Token], start: int, grammar: Grammar) -> Gender | None:
    """The gender of the first pronoun from a token on.

    Not of one that closes what somebody says: The Owls need a coach, he said.
    """
    for index in range(start, len(tokens)):
        lower = tokens[index].lower
        if lower in grammar.his or lower in grammar.hers:
            if start and _closes(tokens, index, grammar):
                return None
            return Gender.MASCULINE if lower in grammar.his else Gender.FEMININE
    return None


def _closes(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether an English pronoun and its verb close a statement that no "when" opens."""
    parted = not tokens[index - 1].word and index + 1 < len(tokens)
    if grammar.language != "en" or not parted or tokens[index + 1].lower not in grammar.cues:
        return False
    opening = tokens[0].lower
    return opening not in grammar.conjunctions and opening not in grammar.prepositions


def _commonest(genders: Counter[Gender]) -> Gender | None:
    ranked = genders.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
