"""passages -> the people of whom a French text gives one word alone: the singer Marbo."""

from collections import defaultdict
from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token

PLACING = frozenset(("au", "aux", "chez", "dans", "du", "en", "vers", "à"))
"""French prepositions before places and bodies."""
OPENING = 2
"""The subject of a sentence begins at this token or before."""
FEWEST = 2
"""A name that stands fewer times is not known well enough."""


def find_mononyms(
    passages: Sequence[Passage],
    names: Sequence[Sequence[Name]],
    known: People,
    grammar: Grammar,
) -> list[Person]:
    """Those whose name stands alone, without an article, for which "il" or "elle" stands as well.

    ``names`` are those of each passage, ``known`` the people named in full.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.names import find_names
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> grammar = read_grammar("fr")
    >>> def found(text: str) -> list[tuple[str, str]]:
    ...     passages = split_passages(text, [Span(0, len(text))], [], grammar)
    ...     names = [list(find_names(passage, grammar, frozenset())) for passage in passages]
    ...     people = find_mononyms(passages, names, People(), grammar)
    ...     return [(person.name[0], person.gender.value) for person in people]
    >>> found("Marbo repart. Il chantera. Hier, Marbo a ri.")
    [('Marbo', 'm')]
    >>> found("Brae repart. Il chantera. À Brae, on a ri.")
    []
    """
    if grammar.language != "fr":
        return []
    counts: defaultdict[str, int] = defaultdict(int)
    genders: defaultdict[str, set[Gender]] = defaultdict(set)
    barred: set[str] = set()
    for number, (passage, found) in enumerate(zip(passages, names, strict=True)):
        tokens = passage.tokens
        for name in found:
            words = name.words(tokens)
            before = tokens[name.start - 1].lower if name.start else ""
            placed = before in PLACING or before in grammar.determiners
            if len(words) > 1 or placed or words[0].isupper() or name.first > name.start:
                barred.update(words)
                continue
            counts[words[0]] += 1
            behind = passages[number + 1].tokens if number + 1 < len(passages) else ()
            if behind and (behind[0].quote == NO_QUOTE or names[number + 1]):
                behind = behind[:1]  # Marbo a parlé. « On tient », a-t-il dit.
            behind = behind if len(found) == 1 else ()
            if name is found[0] and (gender := _meant(tokens, name, behind, grammar)):
                genders[words[0]].add(gender)
    return [
        Person((word,), gender=min(genders[word]))
        for word, count in counts.items()
        if count >= FEWEST and len(genders[word]) == 1 and word not in barred
        if not known.called((word,)) and word.lower() not in grammar.speakers
    ]


def _meant(
    tokens: Sequence[Token], name: Name, behind: Sequence[Token], grammar: Grammar
) -> Gender | None:
    """The gender of the pronoun that means a subject: Marbo sort. Il rit; Quand Marbo sort, il rit.

    ``behind``: how the next passage begins.
    """
    acts = name.start <= OPENING and name.end < len(tokens) and tokens[name.end].text.islower()
    tied = name.end < len(tokens) and tokens[name.end].lower in grammar.prepositions
    if not acts or tied:
        return None
    commas = [n for n in range(name.end, len(tokens) - 1) if tokens[n].text == ","]
    here = [tokens[comma + 1] for comma in commas[:1]] if name.start == 1 else []
    for token in (*here, *behind):
        if token.lower in grammar.masculine:
            return Gender.MASCULINE
        if token.lower in grammar.feminine:
            return Gender.FEMININE
    return None
