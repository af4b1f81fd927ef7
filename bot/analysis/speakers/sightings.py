"""a name where it stands -> what tells that it is a person's: a title, a role, a given name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.commons import is_common
from bot.analysis.speakers.compounds import find_gender
from bot.analysis.speakers.duties import ORDINALS
from bot.analysis.speakers.evidence import (
    given_gender,
    is_followed_like_a_person,
    is_titled,
    is_two_syllables,
    names_a_body,
    title_gender,
)
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name, is_given
from bot.analysis.speakers.people import Gender
from bot.analysis.speakers.roles import (
    find_introduction,
    find_role,
    has_role_after,
    role_before,
)
from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token

SHARED = 4
"""So many tokens behind a given name tell whether it shares the surname of the next."""
CALLED = frozenset(
    ("chez", "comme", "dénommé", "dénommée", "nommé", "nommée", "prénommé", "prénommée")
)
"""French words before somebody's given name."""
SITED = ("bât", "entour", "fond", "nich", "perch", "peupl", "situ")
"""Beginnings of French participles that tell of places."""
SHORTEST_GERUND = 6
LONGEST_NAME = 6
"""A name has at most this many words."""

HELPING = frozenset(("a", "avait", "doit", "est", "s'", "ha", "había", "se"))
"""French and Spanish verbs and pronouns that follow a subject."""
WITHIN = frozenset(("aus", "in"))
"""German prepositions before places rather than persons."""
PLACED = ("at", "in", "near")
"""English prepositions before places."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One name where it stands."""

    words: tuple[str, ...]
    passage: int
    name: Name
    evidence: int
    gender: Gender | None
    role: tuple[Token, ...]
    kin: str | None = None  # whose relative it is
    epithet: str = ""  # the word before it by which the bearer may be meant later: the Czech
    title: tuple[Token, ...] = ()  # the role before it, if another follows: Mayor Roe, a baker


def sight_name(passage: Passage, number: int, name: Name, grammar: Grammar) -> Sighting | None:
    """The name as a sighting; None where it cannot be a person's. ``number``: of the passage."""
    tokens = passage.tokens
    if tokens[name.first].lower in grammar.particles and not tokens[name.first].capital:
        return None
    words = name.words(tokens)
    if not words or len(words) > LONGEST_NAME:
        return None
    if grammar.drops_subjects and _joins_people(words, grammar):
        return None
    words = _shared_surname(tokens, name, grammar) or words
    titles = [token.lower for token in tokens[name.start : name.first]]
    before = tokens[name.start - 1].lower if name.start else ""
    if len(words) == 1 and titles and titles[-1] in grammar.bodies:
        return None  # Autobauer Brevo
    if len(words) == 1 and not ORDINALS.isdisjoint((*titles[-1:], before)):
        return None  # la Primera División
    given = is_given(words[0], grammar)
    introduction = find_introduction(tokens, name, grammar)
    led = _is_role_before(tokens, name.start, grammar)
    introduced = led or bool(introduction)
    introduced = introduced or (given and _acts(tokens, name, grammar))
    if len(words) == 1 and not titles and before in PLACED and grammar.language == "en":
        return None  # in Minna, the mayor said
    if len(words) == 1 and not (titles or introduced):
        told = _has_role_behind(tokens, name, grammar)
        role = find_role(tokens, name, grammar) if told else ()
        return Sighting(words, number, name, -1, None, role, None, "") if role else None
    if len(words) == 1 and words[0].isupper() and grammar.language == "fr" and not titles:
        return None  # le représentant SUD
    numbered = name.end < len(tokens) and tokens[name.end].text.isdigit()
    if len(words) == 1 and numbered and grammar.language == "en":
        return None  # the rebel Studio 12
    german = grammar.language == "de" and "-" in words[-1]
    if german and any(word.endswith("s") for word in words[1:-1]):
        return None  # Ida Lunds Ruder-Team
    several = words[0].endswith("s") and words[0][:-1].lower() in grammar.demonyms
    if len(words) == 1 and several:
        return None  # four fellow Danes
    titled = words[-1].lower() in grammar.titles and words[-1].lower() not in grammar.surnames
    if titled and (words[-1].isupper() or not given):
        return None  # Halden MP; US Secretary
    if all(token.quote == NO_QUOTE and not token.text.islower() for token in tokens):
        return None  # a heading
    named = given and bool(titles or led)
    if len(words) > 1 and not named and names_a_body(words, grammar):
        return None
    if len(words) == 1 and grammar.language == "de" and is_common(tokens, name, grammar):
        return None
    gender = title_gender([*titles, before], grammar)
    evidence = bool(titles) + (led and before not in grammar.organisations)
    evidence += (given or is_two_syllables(words)) * 2
    evidence += grammar.drops_subjects and _are_initials(words)
    evidence += is_followed_like_a_person(tokens, name, grammar)
    evidence += _is_said_by(tokens, name, grammar)
    body = grammar.language == "en" and before in grammar.bodies  # the newspaper Halden Nyt
    if (before in grammar.determiners or body) and not titles:
        evidence -= 2
    if grammar.language == "de" and before in WITHIN and not titles:
        evidence -= 2  # in San Halden
    if gender is None and (len(words) > 1 or grammar.inverts):
        gender = given_gender(words[0], grammar)
    role = find_role(tokens, name, grammar)
    if len(words) == 1 and titles and titles[-1] in grammar.regal:
        words = (tokens[name.first - 1].text, *words)
    elif len(words) == 1 and not introduced and not is_titled(titles, words[0], gender, grammar):
        return None
    if gender is None and introduced:
        gender = title_gender([*_own_words(introduction), *_own_words(role)], grammar)
    if gender is None and grammar.language == "de":
        gender = find_gender([token.lower for token in role], grammar)
    evidence += bool(role or introduction)
    if evidence <= 0 and grammar.language == "en" and _is_gerund(words[0]):
        return None  # Dancing Queen
    kin = _kin(tokens, name, grammar)
    epithet = _epithet(tokens, name, grammar)
    title = role_before(tokens, name, grammar) if role else ()
    return Sighting(words, number, name, evidence, gender, role, kin, epithet, title)


def _has_role_behind(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether English text tells of a surname alone what its bearer is: Roe, the prosecutor, left.

    Most names stand alone: Halden.
    """
    behind = [token.lower for token in tokens[name.end : name.end + 2]]
    parted = behind[:1] == [","] and not name.end - name.first - 1 and grammar.language == "en"
    return parted and behind[-1] in grammar.definites and has_role_after(tokens, name, grammar)


def _is_role_before(tokens: Sequence[Token], start: int, grammar: Grammar) -> bool:
    """Whether a role stands right before the name; none is small in German: 9-jährige Nele.

    Nor is one that tells more of a French body: le syndicat étudiant Cap.
    """
    several = grammar.drops_subjects and start > 0 and tokens[start - 1].lower.endswith("s")
    if not start or several or tokens[start - 1].lower not in grammar.roles:
        return False
    body = tokens[start - 2].lower if start > 1 and grammar.language == "fr" else ""
    if body in grammar.speakers and body not in grammar.roles:
        return False
    return grammar.language != "de" or tokens[start - 1].capital


def _epithet(tokens: Sequence[Token], name: Name, grammar: Grammar) -> str:
    """The word by which the bearer may be meant later: der Tscheche Roe; Norway's Ida Roe."""
    if grammar.language == "en" and name.start > 1 and tokens[name.start - 1].lower == "'s":
        word = tokens[name.start - 2].lower
        return word if word in grammar.lands else ""
    if grammar.language == "de" and name.start:
        people = tokens[name.start - 1].lower.rstrip("enmrs")  # der dänische | Koch Roe
        if people in grammar.countries:
            return people
    word = tokens[name.first - 1].lower if name.first and grammar.inverts else ""
    return word if word in grammar.epithets or word in grammar.offices else ""  # Me Roc


def _is_said_by(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether the name stands behind its verb of saying: ..., said Roe; not: told Brae News.

    In English whoever the verb has before it says something of the name: He said Brae would pay.
    """
    before = tokens[name.start - 1].lower if name.start else ""
    if before not in grammar.cues or before in grammar.addressing:
        return False
    if grammar.language != "en" or name.start < 2:
        return True
    subject = tokens[name.start - 2]
    helps = subject.lower in grammar.auxiliaries or subject.lower in grammar.conjunctions
    return helps or not subject.word


def _are_initials(words: Sequence[str]) -> bool:
    """Whether a Spanish court is told of somebody by initials alone: F. M. R."""
    return len(words) > 1 and all(len(word) == 2 and word[1] == "." for word in words)


def _joins_people(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether a Spanish "and" joins two people: Roca y Luz; not: Ana Roca y Luz."""
    lowers = [word.lower() for word in words[:-1]]
    first = lowers.index("y") if "y" in lowers else 0
    return first == 1 or (first > 1 and is_given(words[first + 1], grammar))


def _own_words(role: Sequence[Token]) -> list[str]:
    """The words of a role without whose it is: Mr Roe's | wife."""
    words = [token.lower for token in role]
    return words[words.index("'s") + 1 :] if "'s" in words else words


def _kin(tokens: Sequence[Token], name: Name, grammar: Grammar) -> str | None:
    """The word for whose relative the bearer is: her husband Tom; Roe's son, Tom; else None.

    Also behind an age: her son, eight-year-old Tom.
    """
    before = name.start - 1
    before -= before > 0 and tokens[before].lower.endswith("-year-old")
    before -= before > 0 and tokens[before].text == ","
    if before < 0 or tokens[before].lower not in grammar.kin:
        return None
    owned = before > 1 and tokens[before - 1].lower == "'s"
    return tokens[before - 2].lower if owned else ""


def _is_gerund(word: str) -> bool:
    """Whether a word ends like one that tells what is done; Ming does not."""
    return word.endswith("ing") and len(word) >= SHORTEST_GERUND


def _shared_surname(
    tokens: Sequence[Token], name: Name, grammar: Grammar
) -> tuple[str, ...] | None:
    """The name with the surname that it shares with the next: Tom and Ida Roe."""
    if name.end == len(tokens) or tokens[name.end].lower not in grammar.coordinators:
        return None
    here, rest = tokens[name.first : name.end], tokens[name.end : name.end + SHARED]
    if len(here) > 1 or len(rest) < 3:
        return None
    if not (is_given(here[0].text, grammar) and is_given(rest[1].text, grammar)):
        return None
    surname = [token.text for token in rest[2:] if token.word and token.capital][:1]
    return (here[0].text, *surname) if surname and rest[2].text == surname[0] else None


def _acts(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether the bearer speaks, or has an age or a role: says Ida; Ida, six; Ida, the elder."""
    before = tokens[name.start - 1].lower if name.start else ""
    if before in grammar.determiners:
        return False
    if grammar.language in ("es", "fr") and _opens_clause(tokens, name, grammar):
        return True
    if grammar.language in ("es", "fr") and _is_told_of(tokens, name, grammar):
        return True
    told = before in grammar.cues or is_followed_like_a_person(tokens, name, grammar)
    return bool(told) or has_role_after(tokens, name, grammar)


def _is_told_of(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether a given name alone is a person's: le cas de Zoé, qui; Ici, Zoé soupire; Ida vive.

    Where a relative clause follows, or the name opens a clause and its verb follows.
    """
    after = tokens[name.end : name.end + 2]
    if name.start and tokens[name.start - 1].lower in CALLED:
        return True
    behind = after[1:] if after and after[0].text == "," else after
    if behind and behind[0].lower in ("dont", "qui", "quien"):
        return True
    if len(after) > 1 and after[0].text == "," and after[1].lower in grammar.indefinites:
        return True  # Zoé, une étudiante
    if len(after) > 1 and after[0].text == "," and after[1].lower.endswith(("é", "ée", "i", "ie")):
        return not after[1].lower.startswith(SITED)  # Zoé, jugée hier
    around = (*tokens[max(0, name.start - 2) : name.start], *after[:1])
    if [token.text for token in around[-2:]] == [",", ","] and around[0].text.islower():
        return True  # La dernière arrivée, Zoé, sourit
    opens = name.start == 0 or not tokens[name.start - 1].word
    if not opens or not after or not after[0].text.islower():
        return False
    lower = after[0].lower
    if lower in grammar.pronouns:
        return True
    small = lower in grammar.closed or lower in grammar.linkers or lower in grammar.coordinators
    return not small


def _opens_clause(tokens: Sequence[Token], name: Name, grammar: Grammar) -> bool:
    """Whether a French or Spanish name opens its clause and a helping verb follows: Ida a fui."""
    opens = name.start == 0 or not tokens[name.start - 1].word
    return opens and name.end < len(tokens) and tokens[name.end].lower in HELPING
