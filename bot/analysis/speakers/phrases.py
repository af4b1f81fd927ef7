"""tokens -> noun phrases: who or what they name, and whether a name is their head."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.analysis.speakers.asides import is_latter
from bot.analysis.speakers.commons import is_genitive
from bot.analysis.speakers.duties import ORDINALS
from bot.analysis.speakers.names import bridges, is_adjective, is_given, is_tied, name_end
from bot.analysis.speakers.people import ends_with
from bot.analysis.speakers.reaches import ANDS, Reaches
from bot.analysis.speakers.tokens import NO_QUOTE, Token

MINISTERS = frozenset(("adjoint", "adjointe", "edil", "ministra", "ministre", "ministro"))
"""What French and Spanish words for "first" make an office of: le premier ministre."""
EPITHET = 3
FEW = ("couple", "dozen", "handful", "number")
MANY = ("crowds", "dozens", "hundreds", "lots", "millions", "plenty", "scores", "tens", "thousands")
QUANTITIES = frozenset((*FEW, *MANY))
"""English nouns that count who speaks: dozens of residents said."""


class MentionKind(StrEnum):
    """How a speaker is named."""

    PRONOUN = "pronoun"
    NAME = "name"
    PHRASE = "phrase"  # a police spokeswoman; the Gaza health ministry


class Mention(NamedTuple):
    """The tokens ``start`` to ``end`` that name a speaker; a name is ``name_start`` on."""

    kind: MentionKind
    start: int
    end: int
    name_start: int = 0
    name_end: int = 0


AGENTS = frozenset(("par", "por"))
"""French and Spanish words before whoever does what is told of a noun."""
ADJECTIVES = frozenset(("científica", "científico", "fiscal", "general", "médica", "médico"))
ADJECTIVES |= {"oficial", "popular", "política", "político", "técnica", "técnico"}
"""Spanish nouns for people that behind another noun are adjectives."""
ENDED = ("ado", "ada", "ano", "ana", "ido", "ida", "oso", "osa")
BEFORE_NOUNS = (*ENDED, "al", "ble", "ven", "vo", "va")
"""Endings of Spanish adjectives that stand before a noun: el prestigioso médico."""


@dataclass(slots=True)
class Phrases(Reaches):
    """Finds the noun phrases in the tokens of one passage, and what they are."""

    def ending_at(self, end: int) -> Mention | None:
        """The noun phrase whose last token is the one before ``end``."""
        if self.grammar.drops_subjects and (surname := self._surname_before(end)):
            return surname
        start = self.start_before(end)
        return self.read(start, end) if start < end else None

    def _surname_before(self, end: int) -> Mention | None:
        """A known surname that begins its clause with a particle: De la Roca | dijo."""
        tokens, start = self.tokens, end - 1
        while start > 0 and tokens[start - 1].lower in self.grammar.particles:
            start -= 1
        if start == end - 1 or not tokens[end - 1].capital:
            return None
        words = tuple(token.text for token in tokens[start:end])
        apart = not start or not tokens[start - 1].word or tokens[start - 1].lower in ANDS
        known = apart and any(ends_with(one.name, words) for one in self.people.called(words))
        return Mention(MentionKind.NAME, start, end, start, end) if known else None

    def with_particles(self, start: int) -> Mention | None:
        """A known surname that begins in small letters: erklärte von der Heyde."""
        tokens, name = self.tokens, start
        while name < len(tokens) and tokens[name].lower in self.grammar.particles:
            name += 1
        if (
            name == start
            or tokens[start].capital
            or name == len(tokens)
            or not tokens[name].capital
        ):
            return None
        known = self.people.called(tuple(token.text for token in tokens[start : name + 1]))
        return Mention(MentionKind.NAME, start, name + 1, start, name + 1) if known else None

    def read(self, start: int, end: int) -> Mention | None:
        """The phrase as a mention; None where its noun is nothing that can speak."""
        while start < end - 1 and not self.tokens[start].word:
            start += 1
        while start < end - 1 and self.tokens[end - 1].lower in self.grammar.trailing:
            end -= 1  # a youth heard | shouting; the jockey commonly known
        if end - start == 1 and self.tokens[start].lower in self.grammar.indefinites:
            return None  # dubbed | a
        latter = end - start <= 2 and is_latter(self.tokens[start:end])
        if latter and (end - start == 2 or self.grammar.language == "fr"):
            return Mention(MentionKind.PRONOUN, start, end)
        head = self._head_end(start, end)
        name_start, name_end = self._name_run(start, head)
        found = self._name_in(name_start, name_end)
        if found and found > start and is_genitive(self.tokens, found, name_end, self.grammar):
            return Mention(MentionKind.PHRASE, start, end)
        if found is not None and self._is_member(start, found, end):
            return Mention(MentionKind.PHRASE, start, end)
        if found is not None and self._is_agent(start, found):
            return Mention(MentionKind.PHRASE, start, found - 2)
        if found is not None and (found == start or self.tokens[found - 1].lower not in ANDS):
            return Mention(MentionKind.NAME, start, head, found, name_end)
        named = self._named_behind(start, head, end)
        if named and not (self.grammar.inverts and self._is_owner(named[0])):
            return Mention(MentionKind.NAME, start, end, *named)
        return (
            Mention(MentionKind.PHRASE, start, end) if self._can_speak(start, head, end) else None
        )

    def _is_agent(self, start: int, found: int) -> bool:
        """Whether the name only tells whose deed it is: el partido fundado por | Ana Roca."""
        tokens = self.tokens
        led = found - start > 2 and tokens[found - 1].lower in AGENTS
        return led and tokens[start].lower in self.grammar.definites

    def _is_member(self, start: int, found: int, end: int) -> bool:
        """Whether an English phrase tells whose seat somebody has: the Halden Moor MP.

        Or of which party he is: the Ohio Democrat; in French too: l'élu Renaissance.
        """
        tokens, grammar = self.tokens, self.grammar
        last = tokens[end - 1].lower
        if grammar.language == "fr" and last in grammar.parties:
            return found == end - 1 and tokens[start].lower in grammar.definites
        sits = last in grammar.postnominals or last in grammar.parties
        if grammar.language != "en" or not sits:
            return False
        seat = last in grammar.roles and tokens[start].lower in grammar.definites
        return seat and not is_given(tokens[found].text, grammar)

    def _is_owner(self, index: int) -> bool:
        """Whether the name only tells whose it is: el Gobierno | de Ana Roca."""
        return self.tokens[index].lower in self.grammar.owning and not self.tokens[index].capital

    def _named_behind(self, start: int, head: int, end: int) -> tuple[int, int] | None:
        """The name that ends a phrase: Secretary of State Ana Roe; le président de région Ana Roc.

        In English a person's own title tells that the phrase is another's: aide of Mayor Ana Roe.
        So does an "a": a spokesman for baker Ana Roe.
        """
        tokens, grammar = self.tokens, self.grammar
        first, last = self._name_run(head, end)
        if grammar.language == "en" and tokens[start].lower in grammar.indefinites:
            return None
        if first == last or last < end or grammar.language == "de":
            return self._german_behind(first, last) if last == end else None
        if grammar.language == "en" and not self._is_office_of(start, head, first):
            titled = tokens[head - 1].lower in grammar.titles
            behind = (t.lower for t in tokens[head:last] if t.lower in grammar.titles)
            another = any(word in grammar.roles for word in behind)  # not: for Health Ana Roe
            if not titled or another or tokens[head].lower not in ("for", "of"):
                return None
            first = max(first, head + 2)
        if grammar.drops_subjects and self._is_thing(start, head):
            return None  # el despido del edil Juan Roca
        while first < last - 1 and tokens[first].lower in grammar.courtesies:
            first += 1  # Chair of judges Sir | Tom Roe
        while first < last - 1 and tokens[first].lower in grammar.owning:
            first += 1  # el Gobierno de | Ana Roca
        starts = [n for n in range(first, last - 1) if not is_tied(tokens, n, grammar)]
        starts = [n for n in starts if self._is_person(n, last)]
        if not starts or self._is_owner(starts[0]):
            return (starts[0], last) if starts else None
        known = (n for n in starts if self.people.called(tuple(t.text for t in tokens[n:last])))
        return next(known, starts[0]), last  # jefe de Corte Penal | Juan Roca

    def _german_behind(self, first: int, last: int) -> tuple[int, int] | None:
        """The name behind what its bearer leads: die Chefin des Vereins Ulm | Ana Roe."""
        for start in range(first + 1, last - 1):
            words = tuple([token.text for token in self.tokens[start:last]])
            whole = any(one.sure and one.name[0] == words[0] for one in self.people.called(words))
            if whole and self.tokens[start - 1].lower not in self.grammar.roles:
                return start, last  # not: die Sprecherin des Bürgermeisters Tom Roe
        return None

    def _is_thing(self, start: int, head: int) -> bool:
        """Whether a small noun that cannot speak is the head of a Spanish phrase."""
        speaks = any(token.lower in self.grammar.speakers for token in self.tokens[start:head])
        return self.tokens[head - 1].text.islower() and not speaks

    def _is_office_of(self, start: int, head: int, name: int) -> bool:
        """Whether the bearer of the name at ``name`` has the office that the words before tell.

        Bank of Halden governor | Ana Roe; head of sport | Ana Roe; not: brother of singer Ana Roe.
        """
        tokens, grammar = self.tokens, self.grammar
        between, before = tokens[head:name], tokens[name - 1]
        if len(between) < 2 or not before.text.islower():
            return False
        if any(token.lower in grammar.articles for token in between):
            return False
        office = before.lower in grammar.roles and before.lower[-1] != "s"
        noun = tokens[head - 1]
        if noun.lower in grammar.roles and noun.lower[-1] != "s":
            return not office and head == start + 1
        return office and noun.capital

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
            ends = ends or (bool(known) and known[0].surname == words[0])  # Roca Luz, of Ana Roca
            if ends and (first == start or self._titled(start, first)):
                return first  # Le Roc; M. Le Roc
        return None

    def _titled(self, start: int, end: int) -> bool:
        """Whether the words before a surname are titles: Foreign Minister Roe."""
        grammar, words = self.grammar, [token.lower for token in self.tokens[start:end]]
        return words[-1] in grammar.titles or all(word in grammar.roles for word in words)

    def _can_speak(self, start: int, head: int, end: int) -> bool:
        """Whether the noun that ends at ``head`` is one that can say something."""
        grammar, last = self.grammar, self.tokens[head - 1]
        if last.quote != NO_QUOTE and head - start > 1:  # der „Kurier“; le magazine « Nord »
            before = self.tokens[head - 2].lower
            return before in grammar.definites or before in grammar.speakers
        if last.lower in grammar.mute and not grammar.inverts:
            return False
        counted = last.lower in QUANTITIES and self.tokens[head - 1 : end][1:2]
        if counted and counted[0].lower == "of":
            return any(token.lower in grammar.speakers for token in self.tokens[head:end])
        if last.capital:
            nobody = grammar.closed if head == 1 else grammar.determiners
            if head == 1 and head < end and last.lower in grammar.anybody:
                noun = self.tokens[end - 1].lower  # One of the victims; not: One of the most
                return noun in grammar.speakers and noun not in grammar.determiners
            return last.lower not in nobody and last.lower not in grammar.times
        words = self.tokens[start:head]
        if grammar.drops_subjects and head - start == 1 and last.lower in grammar.anybody:
            return any(token.lower in grammar.speakers for token in self.tokens[head:end])
        romance = grammar.language in ("es", "fr")  # where an adjective may end a phrase
        led = romance and len(words) == 2 and words[0].lower in grammar.definites
        if led and last.lower in grammar.epithets:
            return True  # el valenciano
        if grammar.language == "fr" and self._is_epithet(words):
            return True  # le socialiste vaudois
        small = [token.lower for token in words if romance or not token.capital]
        nouns = small + [word.rpartition("-")[2] for word in small]
        if romance and ORDINALS.intersection(small) and MINISTERS.isdisjoint(small):
            nouns = [noun for noun in nouns if noun not in ORDINALS]  # ce premier tour
        if grammar.drops_subjects and len(small) == 3 and small[2] in ADJECTIVES:
            nouns = nouns if small[1].endswith(BEFORE_NOUNS) else small[:2]  # la huelga general
        return any(noun in grammar.speakers for noun in nouns)

    def _is_epithet(self, words: Sequence[Token]) -> bool:
        """Whether French words are an article, what somebody is, and where from."""
        definite = len(words) == EPITHET and words[0].lower in self.grammar.definites
        return definite and words[1].lower in self.grammar.epithets
