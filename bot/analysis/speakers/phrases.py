"""tokens -> noun phrases: how far they reach, and whether a name is their head."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import (
    ANDS,
    bridges,
    ends_noun,
    is_adjective,
    is_tied,
    joins,
    name_end,
    names_thing,
    parts_adjectives,
    tells_paper,
)
from bot.analysis.speakers.people import People, ends_with
from bot.analysis.speakers.tokens import NO_QUOTE, Token

LONGEST = 16
"""A noun phrase has at most this many tokens."""


class MentionKind(StrEnum):
    """How a speaker is named."""

    PRONOUN = "pronoun"
    NAME = "name"
    PHRASE = "phrase"  # a police spokeswoman; the Gaza health ministry


@dataclass(frozen=True, slots=True)
class Mention:
    """The tokens ``start`` to ``end`` that name a speaker; a name is ``name_start`` on."""

    kind: MentionKind
    start: int
    end: int
    name_start: int = 0
    name_end: int = 0


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds the noun phrases in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    people: People

    # -- how far a phrase reaches

    def ending_at(self, end: int) -> Mention | None:
        """The noun phrase whose last token is the one before ``end``."""
        tokens, grammar = self.tokens, self.grammar
        start = end
        while start > 0 and end - start < LONGEST and self._reaches_back(start - 1):
            start -= 1
            if tokens[start].lower in grammar.determiners and start:
                before = tokens[start - 1]
                romance = grammar.language in ("es", "fr") and before.lower not in grammar.closed
                genitive = before.word and tokens[start].lower in grammar.linkers
                genitive = genitive and (before.capital or romance)
                tied = before.lower in grammar.linkers and start > 1
                if not (genitive or tied or before.lower in grammar.determiners):
                    break
        while start < end and (
            tokens[start].lower in grammar.prepositions
            or tokens[start].lower in grammar.conjunctions
            or tokens[start].lower == "'s"
        ):
            start += 1
        return self.read(start, end) if start < end else None

    def _reaches_back(self, index: int) -> bool:
        """Whether the token belongs to the phrase that goes on behind it."""
        token, grammar = self.tokens[index], self.grammar
        if token.quote != NO_QUOTE:
            return names_thing(self.tokens, index, grammar)
        if token.lower in grammar.pronouns:
            return False
        if not token.word:
            return token.text == "&" or parts_adjectives(self.tokens, index, self.grammar)
        if token.lower in grammar.determiners:
            return True
        if token.lower in grammar.conjunctions:
            return joins(self.tokens, index, grammar)
        return not self.is_verb(index)

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
        if not token.word:
            return token.text == "&" or (index > start and names_thing(self.tokens, index, grammar))
        if token.lower == "'s":
            return True
        if token.lower in grammar.conjunctions:
            return joins(self.tokens, index, grammar)
        if token.lower in grammar.prepositions and not self._links(start, index):
            return False
        if index == start:
            return True
        before = self.tokens[index - 1].lower
        if token.lower in grammar.pronouns or token.lower in grammar.times:
            return False
        if token.lower in grammar.determiners and token.lower not in grammar.linkers:
            return before in grammar.linkers or before in grammar.determiners
        if self.is_verb(index) or self._leaves_name(index):
            return False
        following = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        says = token.lower in grammar.verbs and not token.capital
        says = says and token.lower not in grammar.roles and following not in grammar.roles
        return not says or before in grammar.determiners

    def noun_end(self, start: int, end: int) -> int:
        """Where the first noun that can speak ends: The mayor | brought up."""
        tokens, grammar = self.tokens, self.grammar
        for index in range(start, end - 1):
            small = not tokens[index].capital and not tokens[index + 1].capital
            if grammar.language == "de" and ends_noun(tokens, index, grammar):
                return index + 1
            if small and tokens[index].lower in grammar.speakers:
                follows = tokens[index + 1].lower
                if follows not in grammar.speakers and follows not in grammar.linkers:
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

    def _links(self, start: int, index: int) -> bool:
        """Whether a preposition ties another noun to the phrase: a spokesman for the union."""
        tokens, grammar = self.tokens, self.grammar
        near = tokens[index + 1 : index + 4]
        if tokens[index].lower not in grammar.linkers or index == start:
            return False
        if not near or not near[0].word:
            return False
        timed = any(t.lower in grammar.occasions or t.lower in grammar.times for t in near)
        if timed or tells_paper(tokens, index, grammar):
            return False
        return not (tokens[index - 1].capital and self._is_person(start, index))

    def _is_person(self, start: int, end: int) -> bool:
        words = tuple(token.text for token in self.tokens[start:end] if token.capital)
        return any(person.sure for person in self.people.called(words[-2:]))

    def _leaves_name(self, index: int) -> bool:
        """Whether a name ends before this word: Roe shook his head; not: Roe campaign aides."""
        tokens, grammar = self.tokens, self.grammar
        token = tokens[index]
        if not tokens[index - 1].capital or token.capital:
            return False
        if token.lower in grammar.linkers or token.lower in grammar.particles:
            return False
        first = index - 1
        while first and tokens[first - 1].capital:
            first -= 1
        if first and tokens[first - 1].lower in grammar.determiners:
            return False
        for near in tokens[index : index + 3]:
            if not near.word or near.lower in grammar.prepositions:
                return True
            if near.lower in grammar.speakers:
                return False
            if near.capital:
                return self._is_person(first, index)  # Roe met Holm
        return True

    # -- what a phrase is

    def read(self, start: int, end: int) -> Mention | None:
        """The phrase as a mention; None where its noun is nothing that can speak."""
        while start < end - 1 and not self.tokens[start].word:
            start += 1
        while start < end - 1 and self.tokens[end - 1].lower in self.grammar.trailing:
            end -= 1  # a youth heard | shouting
        head = self._head_end(start, end)
        name_start, name_end = self._name_run(start, head)
        found = self._name_in(name_start, name_end)
        if found is not None and (found == start or self.tokens[found - 1].lower not in ANDS):
            return Mention(MentionKind.NAME, start, head, found, name_end)
        if named := self._named_behind(head, end):
            return Mention(MentionKind.NAME, start, end, *named)
        return Mention(MentionKind.PHRASE, start, end) if self._can_speak(start, head) else None

    def _named_behind(self, head: int, end: int) -> tuple[int, int] | None:
        """The name that ends a phrase: Secretary of State Ana Roe; le président de région Ana Roc.

        In English a person's own title tells that the phrase is another's: aide of Mayor Ana Roe.
        """
        tokens, grammar = self.tokens, self.grammar
        first, last = self._name_run(head, end)
        if first == last or last < end or grammar.language not in ("en", "es", "fr"):
            return None
        if grammar.language == "en":
            titles = [token.lower in grammar.titles for token in tokens[head - 1 : last]]
            if not titles[0] or any(titles[1:]) or tokens[head].lower != "of":
                return None
            first = max(first, head + 2)
        starts = (n for n in range(first, last - 1) if not is_tied(self.tokens, n, self.grammar))
        return next(((n, last) for n in starts if self._is_person(n, last)), None)

    def _head_end(self, start: int, end: int) -> int:
        """Where the head of the phrase ends, before "of", "for" and the like."""
        tokens, grammar = self.tokens, self.grammar
        for index in range(start + 1, end):
            links = tokens[index].lower in grammar.linkers
            if links and not bridges(tokens, start, index, grammar):
                return index
        return end

    def _name_run(self, start: int, end: int) -> tuple[int, int]:
        """The capitalised words at the end of a head."""
        tokens, grammar = self.tokens, self.grammar
        while end > start and tokens[end - 1].lower in grammar.times:
            if end - start > 1 and tokens[end - 2].lower in grammar.courtesies:
                break  # Dr June
            end -= 1
        end = name_end(tokens, start, end, grammar)
        first = end
        while first > start and self._belongs_to_name(first - 1, end):
            first -= 1
        while first < end and not tokens[first].capital:
            first += 1
        return first, end

    def _belongs_to_name(self, index: int, end: int) -> bool:
        token, grammar = self.tokens[index], self.grammar
        if token.capital:
            small = token.lower in grammar.determiners or is_adjective(token, grammar)
            return token.word and not small
        return index + 1 < end and token.lower in grammar.particles

    def _name_in(self, start: int, end: int) -> int | None:
        """Where a person's name begins in a run of capitalised words; None if there is none."""
        for first in range(start, end):
            words = tuple(token.text for token in self.tokens[first:end])
            if len(words) > 1 and self.tokens[first].lower in self.grammar.titles:
                continue
            known = self.people.called(words)
            if len(words) == 1:
                return first if known and (first == start or self._titled(start, first)) else None
            same = [person for person in known if words[0].lower() == person.name[0].lower()]
            if same and (first == start or same[0].sure):
                return first
            ends = bool(known) and ends_with(known[0].name, words)
            if ends and (first == start or self._titled(start, first)):
                return first  # Le Roc; M. Le Roc
        return None

    def _titled(self, start: int, end: int) -> bool:
        """Whether the words before a surname are titles: Foreign Minister Roe."""
        grammar, words = self.grammar, [token.lower for token in self.tokens[start:end]]
        return words[-1] in grammar.titles or all(word in grammar.roles for word in words)

    def _can_speak(self, start: int, head: int) -> bool:
        """Whether the noun that ends at ``head`` is one that can say something."""
        grammar, last = self.grammar, self.tokens[head - 1]
        if last.quote != NO_QUOTE and head - start > 1:  # der „Kurier“; le magazine « Nord »
            before = self.tokens[head - 2].lower
            return before in grammar.definites or before in grammar.speakers
        if last.capital:
            nobody = grammar.closed if head == 1 else grammar.determiners
            return last.lower not in nobody and last.lower not in grammar.times
        small = [token.lower for token in self.tokens[start:head] if not token.capital]
        nouns = small + [word.rpartition("-")[2] for word in small]
        return any(noun in grammar.speakers for noun in nouns)
