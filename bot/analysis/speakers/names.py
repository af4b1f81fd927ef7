"""a passage -> the capitalised names in it, with the titles before them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.larges import is_large
from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token

GENITIVES = frozenset(("den", "der", "zu", "zur"))
"""German particles that more often stand before any noun."""
PLURALS = ("ces", "ds", "es", "gs", "ks", "ls", "ms", "ns", "ps", "rs", "ths", "ts", "ys")
"""Endings of English nouns that no adjective has."""
AGE = 3
"""So many words tell a German age before its noun: 35 Jahre alte."""
WHOLE = 3
"""So many words has a name with the surname first."""
ABSTRACT = ("heit", "ität", "keit", "nis", "schaft", "tion", "ung")
"""Endings of German nouns for what nobody is called."""


class Name(NamedTuple):
    """A capitalised name in a passage: tokens ``start`` to ``end``, titles before it included.

    The name itself begins at ``first``.
    """

    start: int
    first: int
    end: int

    def words(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The words of the name, titles left out, in the tokens of its passage."""
        return tuple([token.text for token in tokens[self.first : self.end]])


def common_words(passages: Sequence[Passage]) -> frozenset[str]:
    """The words that the passages write small somewhere."""
    words = {token.text for passage in passages for token in passage.tokens}
    return frozenset(filter(str.islower, words))


def find_names(passage: Passage, grammar: Grammar, common: frozenset[str]) -> Iterator[Name]:
    """The capitalised names of a passage; ``common`` are words that the article writes small.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "Then Mayor Jane de la Roe met the police in Oslo."
    >>> grammar = read_grammar("en")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> [tuple(name) for name in find_names(passage, grammar, frozenset())]
    [(1, 2, 6), (10, 10, 11)]
    """
    tokens = passage.tokens
    verbs = grammar.verbs if passage.headline else frozenset(())
    end = 0
    for start in [index for index, token in enumerate(tokens) if token.capital]:
        if start < end or tokens[start].lower in verbs:
            continue
        if not _names(tokens, start, grammar, common):
            continue
        end = start + 1
        while end < len(tokens) and tokens[end].lower not in verbs:
            if tokens[end].capital and _names(tokens, end, grammar, common):
                end += 1
            elif bridges(tokens, start, end, grammar):
                end += 1
                while end < len(tokens) and tokens[end].lower in grammar.particles:
                    end += 1
            else:
                break
        last = name_end(tokens, start, end, grammar)
        yield Name(start, start + _count_titles(tokens[start:last], grammar), last)


def name_end(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> int:
    """Where a name ends without what is behind it: Ann Roe | KC; kann Ida Roe | Hoffnung geben."""
    last = end
    german = grammar.language == "de" and last - start > 2
    if german and tokens[last - 1].lower.endswith(ABSTRACT):
        known = is_given(tokens[last - 3].text, grammar)
        last -= known and not is_given(tokens[last - 2].text, grammar)
    while last - start > 2 and tokens[last - 1].lower in grammar.postnominals:
        last -= 1
    return last


def _names(tokens: Sequence[Token], index: int, grammar: Grammar, common: frozenset[str]) -> bool:
    """Whether the capital of a word makes a name of it, or a part of one."""
    token, lower = tokens[index], tokens[index].lower
    if lower in grammar.closed and lower not in grammar.titles:
        german = grammar.language == "de" and _is_surname(tokens, index, grammar)
        return german or is_english_name(tokens, index, grammar)
    starts = not index or not tokens[index - 1].word  # what stands in marks is no word
    opens = starts and is_large(token, grammar) and not is_given(token.text, grammar)
    if token.text in grammar.helping or is_adjective(token, grammar) or opens:
        return False
    if not index and lower in grammar.modals and tokens[-1].text == "?":
        return False  # Will China come?
    if lower in grammar.times:
        addressed = index > 0 and tokens[index - 1].lower in grammar.courtesies  # Dr June
        if not addressed and not _is_first(tokens, index, grammar):
            return False
    if lower not in common or grammar.language == "de":
        return True
    if lower in grammar.particles and index + 1 < len(tokens) and tokens[index + 1].capital:
        return True
    return not starts or lower in grammar.titles or is_given(token.text, grammar)


def _is_surname(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a German small word is a surname, large inside a sentence: Tom Früher; Frau Bald."""
    if not index or tokens[index].lower not in grammar.openers:
        return False
    before, lower = tokens[index - 1], tokens[index].lower
    if not before.capital or lower in grammar.pronouns or lower in grammar.determiners:
        return False
    return is_given(before.text, grammar) or before.lower in grammar.titles


def is_english_name(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a small word is in an English name here: Karl M. Good; Tom Once; said Per Lund."""
    if not index or grammar.language != "en":
        return False
    before, after = tokens[index - 1], tokens[index + 1 : index + 2]
    if before.lower in grammar.cues and after and after[0].capital:
        return after[0].lower not in grammar.closed
    if tokens[index].lower not in grammar.openers:
        return False
    initial = len(before.text) == 2 and before.text[1] == "." and before.capital
    ends = not after or not after[0].capital
    return ends and (initial or is_given(before.text, grammar))


def _is_first(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a word for a time is a given name here: April Roe; not in English: April was wet."""
    if not is_given(tokens[index].text, grammar):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    named = after is not None and after.capital and after.lower not in grammar.times
    named = named or (index > 0 and is_given(tokens[index - 1].text, grammar))  # Ida May
    return named or grammar.language != "en"


def is_adjective(token: Token, grammar: Grammar) -> bool:
    """Whether an ending makes an adjective of a name: Halden-based."""
    return "-" in token.lower and token.lower.endswith(grammar.tails)


def behind_age(words: list[Token]) -> list[Token]:
    """The words behind a German age: der 35 Jahre alte | Maler; all of them if none is told."""
    aged = len(words) > AGE and words[0].lower.isdigit() and words[1].lower == "jahre"
    return words[AGE:] if aged and words[2].lower.startswith("alt") else words


def bridges(tokens: Sequence[Token], start: int, index: int, grammar: Grammar) -> bool:
    """Whether a small word joins two parts of the name that begins at ``start`` or later.

    Vera von der Aue is one name; in "Vera Roe von der Stadt" the name ends before "von".
    """
    if tokens[index].lower not in grammar.particles:
        return False
    behind_given = grammar.drops_subjects and _is_given_at(tokens, index, grammar)
    if tokens[index].capital and not behind_given:
        return False  # but: Ana De la Roca
    while index - 1 > start and tokens[index - 1].lower in grammar.particles:
        index -= 1  # von | der Aue
    rest = index + 1
    while rest < len(tokens) and rest < index + 3 and tokens[rest].lower in grammar.particles:
        rest += 1
    if rest == len(tokens) or not (tokens[rest].word and tokens[rest].capital):
        return False
    before = tokens[index - 1]
    if grammar.language == "en" and index - 1 > start:
        return before.capital  # Luis Roca y Gil, Ana Luz dos Santos
    office = before.lower in grammar.roles or before.lower in grammar.titles
    given = grammar.language == "en" and is_given(before.text, grammar)  # Dean van Roe
    if not before.capital or (office and not given):
        return False
    if grammar.language == "de":  # Ida zur Aue; not: zu Beginn der Haldener Tage
        office = tokens[rest].lower in grammar.speakers and not is_given(tokens[rest].text, grammar)
        if office or tokens[index].lower in GENITIVES:  # not: Ida Roe von der Stadt
            return not office and is_given(before.text, grammar)
    second = index - 1 > start and tokens[index - 2].capital
    titled = second and tokens[index - 2].lower in grammar.titles
    first = tokens[index - 2] if second and grammar.language == "fr" else before
    given = is_given(before.text, grammar) and is_given(first.text, grammar)
    return not second or titled or given  # Jean Luc de Roc; not: Ana Martin de Brae


def _is_given_at(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a given name stands before the token."""
    return index > 0 and is_given(tokens[index - 1].text, grammar)


def parts_adjectives(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether the comma stands between two adjectives: the tall, quiet woman."""
    return (
        tokens[index].text == ","
        and index >= 2
        and tokens[index - 1].word
        and not tokens[index - 1].capital
        and not tokens[index + 1].capital
        and tokens[index + 1].text[0].isalpha()
        and tokens[index - 1].lower not in grammar.speakers
        and tokens[index + 1].lower not in grammar.closed
        and tokens[index + 1].lower not in grammar.anybody
        and tokens[index - 2].lower in grammar.determiners
        and not (grammar.language == "en" and tokens[index - 1].lower.endswith(PLURALS))
    )


def holds_speaker(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a word for a person or a body is among them, or an abbreviation: die SPD."""
    return any(
        token.lower in grammar.speakers or (len(token.text) > 1 and token.text.isupper())
        for token in tokens
    )


def is_tied(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a small word ties what begins here to what stands before: the port of | Halden."""
    before = tokens[index - 1].lower if index else ""
    return before in grammar.closed or before in grammar.linkers


def names_thing(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether the words in marks at ``place`` name a thing: the film "Tides".

    Also where somebody has a role in it, or it is a paper that writes: die Regisseurin von „Flut“,
    der „Kurier“ schrieb. Not read in English.
    """
    if not place or tokens[place].quote == NO_QUOTE or not grammar.inverts:
        return False
    before = tokens[place - 1].lower
    letters = (letter for letter in tokens[place].text if letter.isalnum())
    large = next(letters, "").isupper()
    if before in grammar.namings:
        return large or before not in grammar.works or grammar.language == "de"
    if not large:
        return False
    if before in grammar.linkers and place > 1 and tokens[place - 2].lower in grammar.roles:
        return True
    if place + 1 < len(tokens) and tokens[place + 1].text == "-":
        return False  # der „Flut“-Star
    said = tokens[place - 2].lower if place > 1 else ""
    if said in grammar.cues and said not in grammar.stances and before in grammar.definites:
        return True  # schreibt die „Post“
    opens = place == 1 or not tokens[place - 2].word or tokens[place - 2].lower == "in"
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if after == "(" and place + 4 < len(tokens) and tokens[place + 3].text == ")":
        after = tokens[place + 4].lower  # Der „Bund für Halden“ (BfH) warnte
    acts = after in grammar.verbs or after in grammar.auxiliaries
    return opens and acts and before in grammar.definites


def is_given(word: str, grammar: Grammar) -> bool:
    if "-" in word and grammar.inverts:
        word = word.partition("-")[0]  # Lou-Ann
    return (
        word in grammar.given_masculine
        or word in grammar.given_feminine
        or word in grammar.given_either
    )


def _count_titles(tokens: Sequence[Token], grammar: Grammar) -> int:
    """How many of the words stand before the name itself.

    Titles and all before them ("US President"); and words before a known given name ("State Jane
    Roe", from Secretary of State Jane Roe).
    """
    titles = 0
    for index, token in enumerate(tokens[:-1]):
        title = token.lower in grammar.titles and not (
            is_given(token.text, grammar) and (index or token.lower not in grammar.titles.words)
        )
        named = index + 2 < len(tokens) or is_given(tokens[index + 1].text, grammar)
        named = named or (grammar.language == "de" and not is_given(token.text, grammar))
        role = token.lower in grammar.roles and not (index and is_given(token.text, grammar))
        if title or (role and named):
            titles = index + 1
        of_people = token.lower in grammar.demonyms
        if of_people and index + 2 < len(tokens) and not is_given(token.text, grammar):
            titles = index + 1  # the Dane Ida Lind
    if tokens[-1].lower in grammar.titles and len(tokens) - titles == 1:
        return titles if titles < len(tokens) else 0
    rest = len(tokens) - titles
    particle = tokens[titles].lower in grammar.particles
    if rest == WHOLE and tokens[titles].lower in grammar.surnames_first:
        return titles  # Wong Mei Fong
    if rest > 2 and not particle and not is_given(tokens[titles].text, grammar):
        for index in range(titles + 1, len(tokens) - 1):
            body = tokens[index - 1].lower in grammar.organisations and grammar.drops_subjects
            if is_given(tokens[index].text, grammar):
                return titles if body else index  # Hospital Ana Roca
    return titles
