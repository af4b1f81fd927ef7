"""the words of a name and around it -> what tells that a person bears it, and of which gender."""

from collections.abc import Sequence
from itertools import pairwise

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name, is_given
from bot.analysis.speakers.people import Gender
from bot.analysis.speakers.tokens import Token

RANKING = frozenset(("acting", "assistant", "chief", "deputy", "former", "senior", "vice"))
"""English words that make one office of another: Chief Whip."""
YEARS = frozenset(("ans", "años", "jahre"))


def is_titled(titles: Sequence[str], word: str, gender: Gender | None, grammar: Grammar) -> bool:
    """Whether a title makes the one word behind it a person: Mr Roe, Mayor Roe; not: Home Shop."""
    if not titles or gender:
        return bool(titles)
    thing = word.lower() in grammar.organisations or word.lower() in grammar.titles
    thing = thing or (titles[-1] in RANKING and word.lower() in grammar.roles)
    return titles[-1] in grammar.roles and not thing


def is_two_syllables(words: Sequence[str]) -> bool:
    """Whether the last word is a given name of two syllables: Lin Mei-hua, Park Ji-yeon."""
    first, _, second = words[-1].partition("-")
    return len(words) == 2 and first.istitle() and second.islower()


def names_a_body(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether the words name no person: Halden University; but Ann Hall is one."""
    first, *rest = (word.lower() for word in words)
    if is_two_syllables(words):
        return False
    rest = [word for word in rest if word not in grammar.particles]  # Ana De La Roca
    if not is_given(words[0], grammar):
        return any(word in grammar.organisations for word in (first, *rest))
    if rest and rest[-1] in grammar.surnames:
        rest.pop()
    return any(word in grammar.organisations for word in rest)


def title_gender(titles: Sequence[str], grammar: Grammar) -> Gender | None:
    if any(title in grammar.titles_masculine for title in titles):
        return Gender.MASCULINE
    if any(title in grammar.titles_feminine for title in titles):
        return Gender.FEMININE
    return None


def given_gender(word: str, grammar: Grammar) -> Gender | None:
    first = word.split("-")[0]
    if word in grammar.given_masculine or first in grammar.given_masculine:
        return Gender.MASCULINE
    if word in grammar.given_feminine or first in grammar.given_feminine:
        return Gender.FEMININE
    return None


def is_followed_like_a_person(tokens: Sequence[Token], name: Name, grammar: Grammar) -> int:
    """1 where an age, a relative "who" or a verb of saying follows."""
    end = name.end
    if end >= len(tokens):
        return 0
    following = tokens[end].lower
    helped = grammar.inverts and following in grammar.auxiliaries and end + 1 < len(tokens)
    cue = end + helped
    if tokens[cue].lower in grammar.verbs and (helped or tokens[cue].lower in grammar.cues):
        several = grammar.language == "de" and tokens[cue].lower.endswith("en")
        return int(not tokens[cue].capital and not several)  # not: Haldener Bauern warnen
    if following == "(" and grammar.inverts and end + 2 < len(tokens):
        return int(tokens[end + 2].text == ")" and _is_age(tokens[end + 1]))
    if following == "," and end + 1 < len(tokens):
        after = tokens[end + 1]
        apposed = name.start == 0 or tokens[name.start - 1].text == ","
        if apposed and after.lower in grammar.cues and not after.capital:
            return 1
        if grammar.language in ("es", "fr") and _has_age(tokens[end + 1 : end + 5]):
            return 1
        if grammar.inverts and end + 2 < len(tokens) and tokens[end + 2].word:
            return int(_is_age(after) and tokens[end + 2].lower in YEARS)  # not: Halden, 12 mar
        from_there = after.lower == "from" and name.end - name.first > 1
        return int(after.lower in ("who", "whose") or _is_age(after) or from_there)
    return 0


def _has_age(tokens: Sequence[Token]) -> bool:
    """Whether an age in years begins or ends the words: de 16 años; senegalés de 20 años."""
    return any(after.lower in YEARS and _is_age(number) for number, after in pairwise(tokens))


def _is_age(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 2
