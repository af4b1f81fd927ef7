"""a name where it stands -> what its bearer is: mayor of Halden, head coach, spokeswoman."""

from collections.abc import Sequence
from itertools import pairwise

from bot.analysis.speakers.duties import (
    from_office,
    goes_on_finite,
    is_clause,
    is_first_to,
    is_inner_article,
    is_ranked,
    is_role,
    names_another,
    without_small_words,
)
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name, is_given
from bot.analysis.speakers.portfolios import before_fields
from bot.analysis.speakers.tokens import NO_QUOTE, Token

ROLE_WORDS, LONGEST_ASIDE = 14, 6
"""A role has at most about so many words, what else is told before the name about so many."""
CONTRACTED = frozenset(("al", "del"))
"""Spanish prepositions that hold the article of a role: anuncio del alcalde, Luis Roca."""
FIRST = 2
"""The subject of a sentence begins at this token or before."""


def find_role(tokens: Sequence[Token], name: Name, grammar: Grammar) -> tuple[Token, ...]:
    """The words that tell the role of a name's bearer, articles left out; empty if none do.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "The mayor of Halden, Jane Roe, said head coach Tom Lund left"
    >>> grammar = read_grammar("en")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> roe, lund = Name(5, 5, 7), Name(11, 11, 13)
    >>> [token.text for token in find_role(passage.tokens, roe, grammar)]
    ['mayor', 'of', 'Halden']
    >>> [token.text for token in find_role(passage.tokens, lund, grammar)]
    ['head', 'coach']
    """
    english = grammar.language == "en"
    return (
        (english and _role_apposed(tokens, name, grammar))
        or (() if _opens(tokens, name, grammar) else _role_after(tokens, name.end, grammar))
        or role_before(tokens, name, grammar)
        or (() if english else _role_apposed(tokens, name, grammar))
        or _role_taken(tokens, name, grammar)
    )


def has_role_after(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether an apposition tells the role of the name before it: Roe, a retired baker, left."""
    return not _opens(tokens, name, grammar) and bool(_role_after(tokens, name.end, grammar))


def _opens(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether a name only ends how a sentence opens: Para Radio Ulla, la alcaldesa mintió.

    In English no comma closes what follows: In a note to Roe, the clerk accused Lind.
    """
    english, before = grammar.language == "en", tokens[: name.start]
    if grammar.language == "de" or not before or before[0].lower not in grammar.prepositions:
        return False
    if not english and before[0].lower in grammar.sourcing:
        return False  # Selon Roc, le maire
    article = name.end + 1 < len(tokens) and tokens[name.end + 1].lower in grammar.definites
    stop = name.end + 2
    while english and article and stop < len(tokens) and _continues_role(tokens, stop, grammar):
        stop += 1
    acts = not english or (stop < len(tokens) and tokens[stop].lower in grammar.verbs)
    return article and acts and all(token.word for token in before)


def find_introduction(tokens: Sequence[Token], name: Name, grammar: Grammar) -> tuple[Token, ...]:
    """The role from which a comma parts a name: her husband, Tom, was late; empty if none does."""
    apart = name.end == len(tokens) or not tokens[name.end].word
    if apart and _one_of(tokens, name, grammar):
        return (tokens[name.start - 2],)
    role = _role_apposed(tokens, name, grammar) if apart else ()
    told = bool(role) and (grammar.inverts or role[-1].lower in grammar.roles)
    return role if told else ()


def _role_after(tokens: Sequence[Token], end: int, grammar: Grammar) -> tuple[Token, ...]:
    """The apposition after a name: Jane Roe, the mayor of Halden, said ...

    In Spanish also between dashes: Ana Roca -la alcaldesa de Brea- dijo ...
    """
    if end + 1 >= len(tokens):
        return ()
    dashed = grammar.drops_subjects and tokens[end + 1].lower in grammar.definites
    if tokens[end].text not in (",", *("-–—" if dashed else ())):
        return ()
    stop = end + 1
    while (
        stop < len(tokens) and stop - end <= ROLE_WORDS and _continues_role(tokens, stop, grammar)
    ):
        stop += 1
    words = tokens[end + 1 : stop]
    if words and (words[0].lower in grammar.conjunctions or words[0].lower.endswith("ing")):
        return ()
    english = grammar.language == "en"
    if words and words[0].lower in (grammar.prepositions if english else ("a", "à")):
        return ()  # Roe, in an interview with the Halden Star; Roca, a primera hora
    if words and english and goes_on_finite(words, tokens[stop : stop + 1], grammar):
        return ()  # in the Halden Star, the mayor had denied it
    if words and grammar.language in ("es", "fr"):
        follows = tokens[stop].lower if stop < len(tokens) else ""
        told = words[0].lower in grammar.definites and follows in grammar.verbs
        if told or is_clause(words, grammar) or is_given(words[0].text, grammar):
            return ()  # con Roca, el alcalde dijo; el Brea, afinó la última campana; Ana Luna vino
    words = without_small_words(words, grammar)
    if not any(is_role(token, grammar) for token in words) or names_another(words, grammar):
        return ()
    return tuple(words)


def _continues_role(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    token = tokens[index]
    if not token.word:
        return token.text in "&'’"
    lower = token.lower
    if lower == "'s":
        return True
    if lower in grammar.pronouns or lower in grammar.passives:
        return False
    if lower in grammar.relatives or lower == "whose":
        return False
    if lower not in grammar.verbs or token.capital:
        return True
    return lower in grammar.roles and tokens[index - 1].lower in grammar.determiners  # the judge


def role_before(tokens: Sequence[Token], name: Name, grammar: Grammar) -> tuple[Token, ...]:
    """The words before a name that tell what its bearer is: head coach Jane Roe."""
    start = name.first
    while (
        start and name.first - start < ROLE_WORDS and _precedes_name(tokens, start, name, grammar)
    ):
        start -= 1
    before = tokens[start - 1].lower if start else ""
    if before in grammar.pronouns or before in grammar.unheard:
        return ()  # you suspect Roe
    if grammar.language == "en" and before in grammar.indefinites:
        links = (n for n in range(name.first - 1, start, -1) if tokens[n].lower in grammar.linkers)
        start = next(links, start - 1) + 1  # a spokesman for | baker Jane Roe
    words = without_small_words(tokens[start : name.first], grammar)
    words = _without_another(words, grammar)
    words = words[: -1 if words and words[-1].lower in grammar.courtesies else None]
    if not words or words[-1].lower in grammar.linkers or words[-1].text[0].isdigit():
        return ()
    small = words[-1].lower not in grammar.roles and words[-1].text.islower()
    if small and not _tells_of_role(tokens, name.first - 1, grammar):
        return ()  # the former Halden Owls
    return tuple(words) if any(is_role(token, grammar) for token in words) else ()


def _without_another(words: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """The words without what stands before them: Jane Roe and | head coach; Haus des | Landrats."""
    if grammar.language == "de":
        for index in range(1, len(words) - 1):
            if words[index].lower in grammar.articles and not is_role(words[index - 1], grammar):
                return words[index + 1 :]
    for index in range(len(words) - 2, 1, -1):
        if words[index].lower in grammar.coordinators:
            named = [token for token in words[index - 2 : index] if token.capital]
            if len(named) > 1 and not any(is_role(token, grammar) for token in named):
                return words[index + 1 :]
    return words


def _role_apposed(tokens: Sequence[Token], name: Name, grammar: Grammar) -> tuple[Token, ...]:
    """The role that a name is put behind: The mayor of Halden, Jane Roe, said ..."""
    end = name.start - 1
    if grammar.language in ("es", "fr"):
        end = before_fields(tokens, _behind_role(tokens, end, grammar))
    if end < 1 or tokens[end].text != ",":
        return ()
    start = end = _before_bracket(tokens, end)
    while start and end - start < ROLE_WORDS and _continues_role(tokens, start - 1, grammar):
        start -= 1
        lower = tokens[start].lower
        owned = grammar.language == "en" and (lower in grammar.his or lower in grammar.hers)
        if owned or (lower in grammar.articles and not _is_tied(tokens, start, grammar)):
            break
    small = grammar.determiners | grammar.coordinators | CONTRACTED
    while start < end and tokens[start].lower in small:
        start += 1
    words = tokens[start:end]
    if not words or words[0].lower in grammar.prepositions or is_first_to(words):
        return ()
    return tuple(from_office(words, grammar))


def _before_bracket(tokens: Sequence[Token], end: int) -> int:
    """Where the words end before a bracket that stands before ``end``: of the board (Ports) |,"""
    if tokens[end - 1].text != ")":
        return end
    opening = (n for n in range(end - 2, max(0, end - LONGEST_ASIDE), -1) if tokens[n].text == "(")
    return next(opening, end)


def _one_of(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether an English name tells who one of several is: one of the victims, Ida Lind, left."""
    end = name.start - 1
    if end < 3 or tokens[end].text != "," or tokens[end - 1].lower not in grammar.roles:
        return False  # most names
    near = [token.lower for token in tokens[max(0, end - ROLE_WORDS) : end]]
    return ("one", "of") in pairwise(near)


def _behind_role(tokens: Sequence[Token], end: int, grammar: Grammar) -> int:
    """The comma before what else is told of the name: el alcalde, el liberal | Tomás Roca."""
    start = end
    while start > 1 and end - start < LONGEST_ASIDE and tokens[start].text.islower():
        start -= 1
    described = start < end and tokens[start + 1].lower in grammar.definites
    return start if described and tokens[start].text == "," else end


def _role_taken(tokens: Sequence[Token], name: Name, grammar: Grammar) -> tuple[Token, ...]:
    """The office that a subject holds or takes: Jane Roe won a third term as mayor of Halden.

    No other person may stand between the two: Jane Roe praised him as a leader.
    """
    if name.start > FIRST:
        return ()
    for index in range(name.end, min(name.end + ROLE_WORDS, len(tokens) - 1)):
        token = tokens[index]
        if not token.word or token.capital or token.lower in grammar.pronouns:
            return ()
        if token.lower in grammar.roles:
            start, end = index, index + 1
            while start > name.end and tokens[start - 1].lower not in grammar.becomings:
                start -= 1
            if start == name.end or not _is_plain(tokens[start:index], grammar):
                return ()
            if end < len(tokens) and tokens[end].lower in grammar.linkers:
                end = _name_end(tokens, end + 1, grammar)
            return tuple(tokens[start + (tokens[start].lower in grammar.determiners) : end])
    return ()


def _is_plain(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether nothing but an article and adjectives stands there."""
    small = grammar.prepositions | grammar.conjunctions | grammar.linkers
    return all(token.word and token.lower not in small for token in tokens)


def _name_end(tokens: Sequence[Token], start: int, grammar: Grammar) -> int:
    """Where the name of a place or a body that begins here ends; before ``start`` if none does."""
    end = start + (start < len(tokens) and tokens[start].lower in grammar.determiners)
    first = end
    while end < len(tokens) and tokens[end].word and tokens[end].capital:
        end += 1
    return end if end > first else start - 1


def _is_tied(tokens: Sequence[Token], article: int, grammar: Grammar) -> bool:
    """Whether an article stands inside a phrase: the head of the port, Chef der Stadt."""
    before = tokens[article - 1] if article else None
    if before is None or not before.word:
        return False
    if article > 1 and tokens[article - 2].lower in grammar.verbs:
        return False  # asked by the mayor
    held = before.capital or before.lower in grammar.roles  # le maire du bourg
    held = held or _tells_of_role(tokens, article - 1, grammar)
    return before.lower in grammar.linkers or (held and tokens[article].lower in grammar.linkers)


def _precedes_name(tokens: Sequence[Token], start: int, name: Name, grammar: Grammar) -> bool:
    token = tokens[start - 1]
    if not token.word or token.quote != NO_QUOTE:
        return False
    if start > name.start or token.capital:
        return token.lower not in grammar.closed or token.lower in grammar.linkers
    return (
        token.lower in grammar.roles
        or token.lower in grammar.titles
        or (start < name.first and (token.lower in grammar.linkers or token.lower == "and"))
        or (
            start < name.first and token.lower == "und" and tokens[start - 2].lower in grammar.roles
        )
        or (start < name.first and is_inner_article(tokens, start - 1, grammar))
        or (start == name.first and _tells_of_role(tokens, start - 1, grammar))
        or (start < name.first and start > 1 and is_ranked(tokens[start - 2], token, grammar))
    )


def _tells_of_role(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a French or Spanish adjective stands behind an office: la ciclista cubana | Ana."""
    token = tokens[index]
    if grammar.language not in ("es", "fr") or not index or not token.word or token.capital:
        return False
    plain = token.lower not in grammar.closed and token.lower not in grammar.verbs
    return plain and tokens[index - 1].lower in grammar.roles
