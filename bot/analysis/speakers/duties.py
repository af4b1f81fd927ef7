"""Words beside a name -> whether they are those of a role, and which of them."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import is_given
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.tokens import Token

PAST = ("ó", "aron", "ieron")
"""Endings of Spanish verbs that no noun has."""
FINITE = {
    "es": frozenset(("era", "es", "fue", "ha", "han", "había", "le", "lo", "no", "se")),
    "fr": frozenset(("a", "avait", "est", "n'", "ne", "ont", "s'", "se", "sont", "était")),
}
"""French and Spanish words with which a clause begins or goes on, and no apposition."""
GOING_ON = frozenset(("can", "could", "had", "has", "have", "will", "would"))
"""English words with which a clause goes on, and no apposition."""
ORDINALS = frozenset(("premier", "première", "primer", "primera"))
"""French and Spanish words for "first": roles only before a minister."""


def is_clause(words: Sequence[Token], grammar: Grammar) -> bool:
    """Whether what follows a French or Spanish name and a comma is its verb."""
    first, finite = words[0].lower, FINITE.get(grammar.language, frozenset())
    return first.endswith(PAST) or (first in finite and not words[0].capital)


def goes_on(tokens: Sequence[Token], end: int, grammar: Grammar) -> bool:
    """Whether what seems an apposition has a verb of its own behind it.

    According to the mayor, Roe | had left; según la edil, Roca | cree.
    """
    if end >= len(tokens) or tokens[end].lower in grammar.auxiliaries:
        return end < len(tokens)
    if not grammar.drops_subjects or not tokens[end].text.islower():
        return False
    small = (grammar.prepositions, grammar.conjunctions, grammar.relatives, grammar.times)
    tying = (grammar.linkers, grammar.coordinators, grammar.determiners)
    lower = tokens[end].lower
    return tokens[end].word and not any(lower in words for words in (*small, *tying))


def is_role(token: Token, grammar: Grammar) -> bool:
    """Whether the word tells what one person is; an age does not, nor does a plural."""
    titled = token.lower in grammar.titles and token.lower not in grammar.courtesies
    known = token.lower in grammar.roles or titled
    several = token.lower.endswith("s") and token.lower[:-1] in grammar.roles
    if grammar.language == "de":
        known, several = known or several, False  # des Landrats
    return known and not several and not token.text[0].isdigit()


def without_small_words(words: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """The words of a role without what only leads to it: also the | deputy leader."""
    start = 0
    while start < len(words) and _is_small(words[start].lower, grammar):
        start += 1
    return words[start:]


def _is_small(word: str, grammar: Grammar) -> bool:
    if word in grammar.auxiliaries or word == "'s":
        return word not in ("first", "former")
    small = (grammar.determiners, grammar.conjunctions, grammar.prepositions, grammar.times)
    return any(word in words for words in small)


def is_ranked(rank: Token, noun: Token, grammar: Grammar) -> bool:
    """Whether the noun stands between a rank and an office: chief fire | officer Jane Roe."""
    verb = noun.lower in grammar.verbs or noun.lower.endswith(("ed", "s"))
    return rank.lower in grammar.ranks and not verb and noun.lower not in grammar.closed


def from_office(words: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """The words before a name and a comma, from its office on: una nota de | la edil; else none.

    In Spanish the office may stand behind the first noun, if that is no human being.
    """
    while words:
        head = next((i for i, t in enumerate(words) if t.lower in grammar.linkers), len(words))
        nouns = [word.lower for word in words[:head]]
        if grammar.language not in ("es", "fr"):  # where adjectives follow: la portavoz jurídica
            nouns = nouns[-1:]
        if any(noun in grammar.roles and not is_plural(noun) for noun in nouns):
            return words
        things = grammar.media | grammar.bodies
        human = any(noun in grammar.speakers and noun not in things for noun in nouns)
        words = () if human or not grammar.drops_subjects else words[head + 1 :]
        words = words[1:] if words and words[0].lower in grammar.definites else words
    return ()


def names_another(words: Sequence[Token], grammar: Grammar) -> bool:
    """Whether an English list goes on with the next name: Roe, the painter Ida Lind and others."""
    for index in range(len(words) - 2):
        if words[index].lower in grammar.linkers or grammar.language != "en":
            return False  # the father of Ida Lind
        large = words[index + 1].capital and words[index + 2].capital
        if large and is_role(words[index], grammar):
            return is_given(words[index + 1].text, grammar)
    return False


def goes_on_finite(words: Sequence[Token], after: Sequence[Token], grammar: Grammar) -> bool:
    """Whether an English noun with its article is the subject of a clause of its own."""
    if words[0].lower not in grammar.definites and words[0].lower not in grammar.possessives:
        return False
    finite = any(token.lower in GOING_ON for token in words)
    return finite or any(token.lower in grammar.passives for token in after)


def is_first_to(words: Sequence[Token]) -> bool:
    """Whether somebody is only the first in doing something: Premier à réagir, Roc."""
    return words[0].lower in ORDINALS and [word.lower for word in words[1:2]] in (["a"], ["à"])


def is_inner_article(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether an article ties an office to its body: la jefa de | la Cámara de Pesca Ana Luna."""
    tied = index > 0 and tokens[index - 1].lower in grammar.linkers
    return tied and grammar.inverts and tokens[index].lower in grammar.definites
