"""tokens -> how far the noun phrases among them reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.commons import begins_object
from bot.analysis.speakers.duties import PAST
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.hearers import tells_paper
from bot.analysis.speakers.larges import leads_to_name
from bot.analysis.speakers.lists import Words
from bot.analysis.speakers.names import is_english_name, names_thing, parts_adjectives
from bot.analysis.speakers.people import People
from bot.analysis.speakers.portfolios import adds_field, joins_field
from bot.analysis.speakers.tokens import NO_QUOTE, Token

LONGEST = 16
"""A noun phrase has at most this many tokens."""
ANDS = frozenset(("and", "und", "et", "y", "e"))
MANNERS = frozenset(("air", "coup", "geste", "seul", "sourire", "ton", "trait", "voix"))
"""French nouns for how something is said: d'une voix lasse."""


@dataclass(slots=True)
class Reaches:
    """Finds where noun phrases begin and end in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    people: People

    def start_before(self, end: int) -> int:
        """Where the noun phrase begins whose last token is the one before ``end``."""
        tokens, grammar = self.tokens, self.grammar
        start = end
        while start > 0 and end - start < LONGEST and self._reaches_back(start - 1):
            start -= 1
            if tokens[start].lower in grammar.determiners and start:
                before = tokens[start - 1]
                romance = grammar.language in ("es", "fr") and before.lower not in grammar.closed
                genitive = before.word and tokens[start].lower in grammar.linkers
                genitive = genitive and (before.capital or romance)
                genitive = genitive and before.lower not in grammar.openers  # Auch | der Rat
                genitive = genitive or adds_field(tokens, start, grammar)
                tied = before.lower in grammar.linkers and start > 1
                inside = self._is_inside(start)
                if not (genitive or tied or inside or before.lower in grammar.determiners):
                    break
        while start < end and (
            tokens[start].lower in grammar.prepositions
            or tokens[start].lower in grammar.conjunctions
            or (grammar.inverts and tokens[start].lower in grammar.coordinators)
            or tokens[start].lower == "'s"
            or leads_to_name(tokens, start, end, self._is_person, grammar)
        ):
            start += 1
        return start

    def _reaches_back(self, index: int) -> bool:
        """Whether the token belongs to the phrase that goes on behind it."""
        token, grammar = self.tokens[index], self.grammar
        if token.quote != NO_QUOTE:
            return names_thing(self.tokens, index, grammar) or self._tells_of(index)
        if token.lower in grammar.pronouns or self._governs(index):
            return False
        if not token.word:
            return token.text == "&" or parts_adjectives(self.tokens, index, self.grammar)
        if grammar.drops_subjects and token.text.islower() and token.text.endswith(PAST):
            return False  # el edil contestó | al sindicato
        if token.lower in grammar.determiners:
            return True
        if token.lower in grammar.conjunctions:
            return self._joins(index)
        return not self.is_verb(index) or self._is_inside(index)

    def _tells_of(self, index: int) -> bool:
        """Whether English words in marks tell which star or player it is: the "Low Tide" | star."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "en" or not 0 < index < len(tokens) - 1:
            return False
        before, noun = tokens[index - 1].lower, tokens[index + 1].lower
        led = before in grammar.definites or before.endswith("-year-old")
        return led and noun in grammar.epithets

    def _is_inside(self, index: int) -> bool:
        """Whether an English small word stands inside a name: Save | the Children."""
        if self.grammar.language != "en" or self.tokens[index].text not in ("on", "the"):
            return False
        around = self.tokens[max(0, index - 1) : index + 2 : 2]
        return len(around) == 2 and all(
            token.capital and token.word and token.lower not in self.grammar.times
            for token in around
        )

    def _governs(self, index: int) -> bool:
        """Whether an English verb of saying stands here: denied it citing | a study.

        Also behind a comma or "and": the service, Roe's, claimed | experts agree.
        """
        token, grammar = self.tokens[index], self.grammar
        known = token.lower in grammar.cues and token.lower not in grammar.roles
        if not index or grammar.language != "en" or token.capital or not known:
            return False
        before = self.tokens[index - 1]
        if token.lower.endswith("ing"):
            return before.lower not in grammar.determiners  # not: the ruling parties
        joined = token.lower.endswith("ed") and before.lower in grammar.coordinators
        return joined or before.text == ","

    def end_from(self, start: int) -> int:
        """Where the noun phrase that begins at ``start`` ends; ``start`` if there is none."""
        tokens = self.tokens
        index = start
        while index < len(tokens) and index - start < LONGEST and self._reaches_on(start, index):
            index += 1
        while index > start and tokens[index - 1].lower in self.grammar.linkers:
            index -= 1
        return index

    def _reaches_on(self, start: int, index: int) -> bool:
        """Whether the token belongs to the phrase that began at ``start``."""
        token, grammar = self.tokens[index], self.grammar
        if grammar.language == "de" and self._is_elided(start, index):
            return True
        inside = token.lower == "en" and start < index < len(self.tokens) - 3
        if inside and self.tokens[index + 1].capital and self._is_named(index + 2):
            return True  # le délégué en Haute-Brème Jean Roc
        if not token.word:
            thing = index > start and names_thing(self.tokens, index, grammar)
            return token.text == "&" or thing or (index > start and self._tells_of(index))
        if token.lower == "'s":
            return True
        if index == start and token.capital and is_english_name(self.tokens, index, grammar):
            return True  # said | Per Lund
        if token.lower in grammar.conjunctions and not (token.text.isupper() and index > start):
            return self._joins(index)  # der OB is no "ob"
        if token.lower in grammar.prepositions and not self._links(start, index):
            return False
        if index == start:
            return True
        before = self.tokens[index - 1].lower
        if token.lower in grammar.pronouns or token.lower in grammar.times:
            return False
        if token.lower == "antes":
            return False  # dijo el cura | antes de irse
        if token.lower in grammar.determiners and token.lower not in grammar.linkers:
            return before in grammar.linkers or before in grammar.determiners
        if self.is_verb(index) or self._leaves_name(index):
            return False
        if grammar.language == "de" and _ends_noun(self.tokens, index - 1, grammar):
            return self.tokens[start + 1].lower in grammar.prepositions  # schien der Wirt | ratlos
        if grammar.drops_subjects and token.text.islower() and token.text.endswith(PAST):
            return False  # el asturiano | estalló
        following = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        does = token.lower in grammar.verbs or token.lower in grammar.finites
        says = does and not token.capital
        noun = following in grammar.roles and grammar.language != "de"  # charge nurse Roe
        says = says and token.lower not in grammar.roles and not noun
        return not says or before in grammar.determiners

    def _is_elided(self, start: int, index: int) -> bool:
        """Whether a German noun shares its end with a later one: der Bau-, Forst- und Parkleiter.

        True for its hyphen, and for the comma or the "und" behind that.
        """
        tokens = self.tokens
        if index <= start or index + 1 >= len(tokens):
            return False
        if tokens[index].text == "-":
            return (
                tokens[index - 1].end == tokens[index].start
                and not tokens[index - 1].text.islower()
            )
        joins = tokens[index].text == "," or tokens[index].lower in ANDS
        return joins and tokens[index - 1].text == "-" and tokens[index + 1].capital

    def noun_end(self, start: int, end: int) -> int:
        """Where the first noun that can speak ends: The mayor | brought up."""
        tokens, grammar = self.tokens, self.grammar
        for index in range(start, end - 1):
            small = not tokens[index].capital and not tokens[index + 1].capital
            if grammar.language == "de" and _ends_noun(tokens, index, grammar):
                return index + 1
            if small and tokens[index].lower in grammar.speakers:
                follows = tokens[index + 1].lower
                goes_on = follows in grammar.speakers or follows in grammar.linkers
                goes_on = goes_on or follows == "'s"  # The firm's boss | left
                if not goes_on and not self._joins(index + 1):
                    return index + 1
        return end

    def is_verb(self, index: int) -> bool:
        """Whether the token is an auxiliary, which no noun phrase holds."""
        token, grammar = self.tokens[index], self.grammar
        if token.capital or token.lower == "'s":
            return False
        if index and self.tokens[index - 1].lower in grammar.articles:
            return False  # the first minister
        helps = token.lower in grammar.auxiliaries and token.lower not in grammar.times
        return helps or token.lower in grammar.passives

    def _joins(self, index: int) -> bool:
        """Whether an "and" joins two names, or two words of one subject: oil and gas workers."""
        tokens, grammar = self.tokens, self.grammar
        if tokens[index].lower not in ANDS or not 0 < index < len(tokens) - 1:
            return False
        if joins_field(tokens, index, grammar):
            return True
        left, right = tokens[index - 1], tokens[index + 1]
        if left.lower == "'s" and index > 1:
            left = tokens[index - 2]  # the Nurses' and Carers' Union
        if right.lower in grammar.determiners or not left.word:
            return False
        if left.lower in grammar.roles and right.lower in grammar.roles:
            return True  # Halden co-founder and CEO Jane Roe
        if left.capital != right.capital and index > 1:
            return False
        near = any(t.capital or t.lower in grammar.roles for t in tokens[index + 2 : index + 4])
        return left.capital or index <= 2 or near

    def _links(self, start: int, index: int) -> bool:
        """Whether a preposition ties another noun to the phrase: a spokesman for the union."""
        tokens, grammar = self.tokens, self.grammar
        near = tokens[index + 1 : index + 4]
        if tokens[index].lower not in grammar.linkers or index == start:
            return False
        if not near or not near[0].word or tells_paper(tokens, index, grammar):
            return False
        if any(t.lower in grammar.occasions or t.lower in grammar.times for t in near):
            return False
        if tokens[index].lower == "d'" and len(near) > 1 and near[1].lower in MANNERS:
            return False  # dit le maire | d'une voix lasse
        hears = tokens[index].lower in grammar.hearings
        if hears and (self._is_named(index + 1) or (grammar.drops_subjects and near[0].capital)):
            return False  # espetó el panadero a Ana Roca; contó la vecina a Radio Ulla
        bare = grammar.language == "de" and index == start + 1 and tokens[start].capital
        if bare and tokens[index].lower not in grammar.determiners:
            return tokens[start].lower in grammar.speakers  # strahlt Roe | im Ziel
        return not (tokens[index - 1].capital and self._is_person(start, index))

    def _is_named(self, start: int) -> bool:
        """Whether the name of a person begins here."""
        return self.tokens[start].capital and self._is_person(start, start + 2)

    def _is_person(self, start: int, end: int) -> bool:
        words = tuple(token.text for token in self.tokens[start:end] if token.capital)
        return any(person.sure for person in self.people.called(words[-2:]))

    @property
    def _owned(self) -> Words:
        """English words with which an object begins."""
        return self.grammar.determiners if self.grammar.language == "en" else frozenset()

    def _leaves_name(self, index: int) -> bool:
        """Whether a name ends before this word: Roe shook his head; not: Roe campaign aides."""
        tokens, grammar = self.tokens, self.grammar
        token = tokens[index]
        before = tokens[index - 1]
        if token.capital and before.capital and grammar.language == "de":
            return begins_object(before, token, self.people, grammar)
        if (
            not before.capital
            or token.capital
            or (grammar.inverts and before.lower in grammar.possessives)
            or (grammar.language == "fr" and before.lower in grammar.determiners)
        ):
            return False
        if token.lower in grammar.linkers or token.lower in grammar.particles:
            return False
        first = index - 1
        closed = grammar.closed if grammar.inverts else ()  # Laut Roe läuft es
        while first and tokens[first - 1].capital and tokens[first - 1].lower not in closed:
            first -= 1
        if first and tokens[first - 1].lower in grammar.determiners:
            return False
        if grammar.language == "fr" and index - first > 1 and self._is_person(first, index):
            return True  # Ida Roc motive son équipe
        for near in tokens[index : index + 3]:
            if not near.word or near.lower in grammar.prepositions:
                return True
            if near is not token and near.lower in self._owned:
                return True  # Roe gave | her players
            if near.lower in grammar.speakers:
                return False
            if near.capital:
                return self._is_person(first, index)  # Roe met Holm
        return True


def _ends_noun(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a German noun, written large, ends its phrase here: Die Stadt | zeigte."""
    token, after = tokens[index], tokens[index + 1]
    ties = after.lower in grammar.linkers or after.lower in grammar.particles
    ties = ties or (token.lower == "jahre" and after.lower.startswith("alt"))
    small = after.word and not after.capital and not ties
    return small and token.capital and token.lower not in grammar.determiners
