"""tokens around a verb of saying -> the words that name its subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import People
from bot.analysis.speakers.tokens import NO_QUOTE, Token

LONGEST = 16
"""A subject has at most this many words."""
FARTHEST = 45
"""How far, in tokens, a subject may stand from its verb, appositions included."""


class MentionKind(StrEnum):
    """How a speaker is named."""

    PRONOUN = "pronoun"
    NAME = "name"
    PHRASE = "phrase"  # a police spokeswoman; the Gaza health ministry


@dataclass(frozen=True, slots=True)
class Mention:
    """The tokens ``start`` to ``end`` that name a speaker; of a name, ``name_start`` on."""

    kind: MentionKind
    start: int
    end: int
    name_start: int = 0
    name_end: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads mentions in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    people: People

    def before(self, verb: int) -> Mention | None:
        """The subject that stands before the verb of saying at ``verb``.

        Auxiliaries and adverbs are skipped, an apposition between commas too.
        """
        tokens, grammar = self.tokens, self.grammar
        index = verb - 1
        infinitive = relative = False
        while index >= 0 and self._is_auxiliary(index):
            infinitive |= tokens[index].lower in grammar.infinitives
            relative |= tokens[index].lower in grammar.relatives
            if tokens[index].lower in grammar.passives and not self._is_progressive(verb, index):
                return None
            index -= 1
        if index < 0 or tokens[index].quote != NO_QUOTE:
            return None
        if grammar.language == "de" and self._is_inverted(verb):
            return None
        if tokens[index].lower == "as" and index and tokens[index - 1].lower == "quoted":
            return self._quoted_as_saying(index - 1)
        token = tokens[index]
        if token.lower in grammar.pronouns:
            return Mention(MentionKind.PRONOUN, index, index + 1)
        participle = tokens[verb].lower.endswith("ing") and grammar.language == "en"
        if not token.word:
            if relative and token.text == ",":
                return self._ending_at(index)
            return None if participle and token.text == "," else self._before_apposition(index)
        if participle and (token.lower in grammar.media or token.lower in grammar.occasions):
            return None
        if token.lower in grammar.conjunctions and not token.capital:
            return self.first(index) if token.lower in ("and", "but", "then", "or") else None
        if token.capital and participle and index == verb - 1:
            return self._name_before(verb)
        mention = self._ending_at(index + 1)
        if mention and grammar.inverts and self._follows_preposition(mention.start):
            return None
        if mention and infinitive and mention.kind == MentionKind.PHRASE:
            return self.first(index)
        return mention

    def after(self, start: int, sure: bool = False) -> Mention | None:
        """The subject that begins at ``start``, behind the verb: said Jane Roe, the mayor.

        Where it is ``sure`` that a subject follows, any noun will do.
        """
        tokens, grammar = self.tokens, self.grammar
        while start < len(tokens) and self._is_auxiliary(start):
            start += 1
        if start >= len(tokens) or not tokens[start].word:
            return None
        if tokens[start].lower in grammar.pronouns:
            return Mention(MentionKind.PRONOUN, start, start + 1)
        end = self._phrase_end(start)
        if end == start:
            return None
        mention = self._read(start, end)
        if mention is None and sure and tokens[start].lower in grammar.determiners:
            mention = Mention(MentionKind.PHRASE, start, end)
        return mention and (self._named_apposition(mention) or mention)

    def first(self, limit: int) -> Mention | None:
        """The subject of the clause that begins the passage, before token ``limit``."""
        tokens, grammar = self.tokens, self.grammar
        start = self._skip_introduction(limit)
        if start >= limit:
            return None
        if tokens[start].lower in grammar.pronouns:
            return Mention(MentionKind.PRONOUN, start, start + 1)
        end = self._phrase_end(start)
        if end <= start or end > limit:
            return None
        mention = self._read(start, self._noun_end(start, end))
        return mention and (self._named_apposition(mention) or mention)

    def _is_inverted(self, verb: int) -> bool:
        """Whether a German clause begins with something else, so that its subject follows."""
        tokens, grammar = self.tokens, self.grammar
        start = verb
        while start and tokens[start - 1].word and tokens[start - 1].quote == NO_QUOTE:
            start -= 1
        first = tokens[start].lower
        if first in grammar.prepositions or first == "als":
            return True
        return first in grammar.openers and first not in grammar.conjunctions | grammar.pronouns

    def _quoted_as_saying(self, participle: int) -> Mention | None:
        """The subject of "was quoted as saying"."""
        index = participle
        while index > 0 and self._is_auxiliary(index - 1):
            index -= 1
        if index and self.tokens[index - 1].lower in self.grammar.pronouns:
            return Mention(MentionKind.PRONOUN, index - 1, index)
        return self._ending_at(index) if index else None

    # -- how far a noun phrase reaches

    def _is_auxiliary(self, index: int) -> bool:
        token = self.tokens[index]
        lower, grammar = token.lower, self.grammar
        if token.capital or not token.text[0].isalpha():
            return lower in grammar.times or lower == "'s"
        if lower in grammar.auxiliaries or lower in grammar.times:
            return True
        return lower.endswith("ly") and lower not in grammar.roles

    def _is_progressive(self, verb: int, auxiliary: int) -> bool:
        return self.tokens[verb].lower.endswith("ing")

    def _ending_at(self, end: int) -> Mention | None:
        """The noun phrase whose last token is the one before ``end``."""
        tokens, grammar = self.tokens, self.grammar
        start = end
        while start > 0 and end - start < LONGEST:
            token = tokens[start - 1]
            if token.quote != NO_QUOTE or token.lower in grammar.pronouns:
                break
            if not token.word:
                if token.text == "&" or self._parts_adjectives(start - 1):
                    start -= 1
                    continue
                break
            if token.lower in grammar.conjunctions and not self._joins(start - 1, end):
                break
            if token.lower in grammar.determiners:
                start -= 1
                if start and tokens[start - 1].lower in grammar.linkers and start > 1:
                    start -= 1
                    continue
                if start and tokens[start - 1].lower in grammar.determiners:
                    continue
                break
            if self._is_verb(start - 1):
                break
            start -= 1
        while start < end and (
            tokens[start].lower in grammar.prepositions
            or tokens[start].lower in grammar.conjunctions
            or tokens[start].lower in ("'s",)
        ):
            start += 1
        return self._read(start, end) if start < end else None

    def _follows_preposition(self, start: int) -> bool:
        before = self.tokens[start - 1] if start else None
        return before is not None and before.lower in self.grammar.prepositions

    def _parts_adjectives(self, index: int) -> bool:
        """Whether the comma stands between two adjectives: the tall, quiet woman."""
        tokens = self.tokens
        return (
            tokens[index].text == ","
            and index >= 2
            and tokens[index - 1].word
            and not tokens[index - 1].capital
            and not tokens[index + 1].capital
            and tokens[index - 2].lower in self.grammar.determiners
        )

    def _name_before(self, end: int) -> Mention | None:
        start = end
        while start > 0 and self.tokens[start - 1].word and self.tokens[start - 1].capital:
            start -= 1
        return self._read(start, end)

    def _joins(self, index: int, end: int) -> bool:
        """Whether the "and" at ``index`` joins two names or two adjectives of one subject."""
        tokens = self.tokens
        if tokens[index].lower not in ("and", "und", "et", "y", "e") or index == 0:
            return False
        left, right = tokens[index - 1], tokens[index + 1]
        if right.lower in self.grammar.determiners or not left.word:
            return False
        if left.capital and right.capital:
            return True
        if left.capital or right.capital:
            return False
        return index <= 2 or any(
            t.lower in self.grammar.roles or t.capital for t in tokens[index + 2 : index + 4]
        )

    def _is_verb(self, index: int) -> bool:
        token, grammar = self.tokens[index], self.grammar
        if token.capital or token.lower in ("'s",):
            return False
        return token.lower in grammar.passives or (
            token.lower in grammar.auxiliaries and token.lower not in grammar.times
        )

    def _phrase_end(self, start: int) -> int:
        """Where the noun phrase that begins at ``start`` ends."""
        tokens, grammar = self.tokens, self.grammar
        index = start
        while index < len(tokens) and index - start < LONGEST:
            token = tokens[index]
            if token.quote != NO_QUOTE:
                break
            if not token.word:
                if token.text == "&":
                    index += 1
                    continue
                break
            if token.lower in ("'s",):
                index += 1
                continue
            if index > start and token.lower in grammar.pronouns:
                break
            if index > start and self._leaves_name(index):
                break
            if token.lower in grammar.conjunctions and not self._joins(index, index + 2):
                break
            if token.lower in grammar.prepositions and not self._links(start, index):
                break
            if token.lower in grammar.times and index > start:
                break
            if index > start and (
                self._is_verb(index)
                or (
                    token.lower in grammar.verbs
                    and not token.capital
                    and tokens[index - 1].lower not in grammar.determiners
                )
            ):
                break
            if (
                index > start
                and token.lower in grammar.determiners - grammar.linkers
                and not (
                    tokens[index - 1].lower in grammar.linkers
                    or tokens[index - 1].lower in grammar.determiners
                )
            ):
                break
            index += 1
        while index > start and tokens[index - 1].lower in grammar.linkers:
            index -= 1
        return index

    def _noun_end(self, start: int, end: int) -> int:
        """Where the first noun that can speak ends: The mayor | brought up."""
        tokens, speakers = self.tokens, self.grammar.speakers
        for index in range(start, end - 1):
            small = not tokens[index].capital and not tokens[index + 1].capital
            if small and tokens[index].lower in speakers:
                follows = tokens[index + 1].lower
                if follows not in speakers and follows not in self.grammar.linkers:
                    return index + 1
        return end

    def _leaves_name(self, index: int) -> bool:
        """Whether a name ends before this word: Roe shook his head; not: Roe campaign aides."""
        tokens, grammar = self.tokens, self.grammar
        token = tokens[index]
        if not tokens[index - 1].capital or token.capital:
            return False
        if token.lower in grammar.linkers or token.lower in grammar.particles:
            return False
        if token.lower in grammar.conjunctions:
            return False
        for near in tokens[index : index + 3]:
            if not near.word or near.lower in grammar.prepositions:
                return True
            if near.capital or near.lower in grammar.speakers:
                return False
        return True

    def _links(self, start: int, index: int) -> bool:
        """Whether the preposition at ``index`` ties another noun to the phrase."""
        tokens, grammar = self.tokens, self.grammar
        if tokens[index].lower not in grammar.linkers or index == start:
            return False
        near = tokens[index + 1 : index + 4]
        if not near or not near[0].word:
            return False
        if any(t.lower in grammar.occasions or t.lower in grammar.times for t in near[:3]):
            return False
        return not self._name_between(start, index)

    def _name_between(self, start: int, end: int) -> bool:
        words = tuple(token.text for token in self.tokens[start:end] if token.capital)
        return (
            bool(words)
            and self.tokens[end - 1].capital
            and any(person.sure for person in self.people.called(words[-2:] or words))
        )

    def _skip_introduction(self, limit: int, start: int = 0) -> int:
        """Where the main clause of the passage begins, behind "On Monday," and the like."""
        tokens, grammar = self.tokens, self.grammar
        while start < limit and (
            not tokens[start].word
            or (
                tokens[start].lower in grammar.conjunctions
                and tokens[start].lower in ("and", "but", "yet", "so", "or")
            )
        ):
            start += 1
        introduces = start < limit and (
            tokens[start].lower in grammar.prepositions
            or tokens[start].lower in grammar.conjunctions
            or tokens[start].lower in grammar.openers
            or tokens[start].lower.endswith(("ing", "ly"))
            or tokens[start].lower in grammar.times
        )
        if not introduces:
            return start
        if grammar.inverts:
            return limit
        for index in range(start, limit):
            if tokens[index].text == "," and index + 1 < limit:
                return self._skip_introduction(limit, self._skip_place(index + 1, limit))
            if index > start and tokens[index].lower in grammar.masculine | grammar.feminine:
                return index
        return limit

    def _skip_place(self, start: int, limit: int) -> int:
        """Behind a place between commas: at a rally in Halden, Oregon, Roe said."""
        end = start
        while end < limit and self.tokens[end].word and self.tokens[end].capital:
            end += 1
        words = tuple(token.text for token in self.tokens[start:end])
        if start < end < limit and self.tokens[end].text == "," and not self.people.called(words):
            return end + 1
        return start

    # -- appositions

    def _before_apposition(self, comma: int) -> Mention | None:
        """The subject before an apposition that ends at ``comma``."""
        tokens = self.tokens
        if tokens[comma].text not in ",)—–-":
            return None
        if comma and tokens[comma - 1].text == ")":
            comma -= 1
        between = self._pure_name(comma)
        if between:
            return between
        lowest = max(0, comma - FARTHEST)
        nearest: Mention | None = None
        opener = {")": "("}.get(tokens[comma].text, tokens[comma].text)
        for index in range(comma - 1, lowest, -1):
            if tokens[index].quote != NO_QUOTE:
                return nearest
            if tokens[index].text != opener or not self._apposes(index + 1, comma):
                continue
            before = tokens[index - 1]
            if before.lower in self.grammar.pronouns:
                return nearest or Mention(MentionKind.PRONOUN, index - 1, index)
            if not before.word:
                return nearest
            mention = self._ending_at(index)
            if mention and mention.kind == MentionKind.NAME:
                return mention
            nearest = nearest or mention
        return nearest

    def _pure_name(self, comma: int) -> Mention | None:
        """A known person's name that is all there is between two commas."""
        tokens = self.tokens
        start = comma
        while (
            start > 0
            and tokens[start - 1].word
            and (tokens[start - 1].capital or tokens[start - 1].lower in self.grammar.particles)
        ):
            start -= 1
        if start == comma or not start or tokens[start - 1].text != ",":
            return None
        mention = self._read(start, comma)
        if mention is None or mention.kind != MentionKind.NAME or comma - mention.name_start < 2:
            return None
        words = tuple(t.text for t in tokens[mention.name_start : mention.name_end])
        return mention if any(p.sure for p in self.people.called(words)) else None

    def _apposes(self, start: int, end: int) -> bool:
        """Whether what stands between two commas tells more of the name before them."""
        if start >= end:
            return False
        token, grammar = self.tokens[start], self.grammar
        if token.lower in grammar.determiners or token.lower in ("who", "whose", "which", "of"):
            return True
        if token.lower in grammar.conjunctions:
            return False
        return token.lower not in grammar.pronouns

    def _named_apposition(self, mention: Mention) -> Mention | None:
        """The name that follows a role: said the mayor, Jane Roe."""
        tokens = self.tokens
        if mention.kind != MentionKind.PHRASE:
            return None
        start = mention.end
        if start + 1 >= len(tokens) or tokens[start].text != ",":
            return None
        if not any(t.lower in self.grammar.roles for t in tokens[mention.start : mention.end]):
            return None
        end = start + 1
        while (
            end < len(tokens)
            and tokens[end].word
            and (tokens[end].capital or tokens[end].lower in self.grammar.particles)
        ):
            end += 1
        if end - start < 2:
            return None
        named = self._read(start + 1, end)
        if named is None:
            return None
        if named.kind == MentionKind.NAME:
            words = tuple(t.text for t in tokens[named.name_start : named.name_end])
            if any(person.sure for person in self.people.called(words)):
                return Mention(
                    MentionKind.NAME, mention.start, named.end, named.name_start, named.name_end
                )
        elif end - start == 2 and end < len(tokens) and tokens[end].text == ".":
            return Mention(MentionKind.NAME, mention.start, end, start + 1, end)
        return None

    # -- what a noun phrase is

    def _can_speak(self, start: int, head: int) -> bool:
        """Whether the noun that ends at ``head`` is one that can say something."""
        tokens, grammar = self.tokens, self.grammar
        last = tokens[head - 1]
        if last.capital:
            return last.lower not in grammar.closed and last.lower not in grammar.times
        return any(
            not token.capital
            and (
                token.lower in grammar.speakers
                or token.lower.rpartition("-")[2] in grammar.speakers
            )
            for token in tokens[start:head]
        )

    def _read(self, start: int, end: int) -> Mention | None:
        """The phrase as a mention: a name if a name is its head."""
        tokens, grammar = self.tokens, self.grammar
        while start < end - 1 and not tokens[start].word:
            start += 1
        head = end
        for index in range(start + 1, end):
            token = tokens[index]
            ties = token.lower not in grammar.particles or tokens[index - 1].lower in grammar.roles
            if token.lower in grammar.linkers and ties:
                head = index
                break
        name_end = head
        while name_end > start and tokens[name_end - 1].lower in grammar.times:
            name_end -= 1
        name_start = name_end
        while name_start > start and self._belongs_to_name(name_start - 1, name_end):
            name_start -= 1
        while (
            name_start < name_end
            and tokens[name_start].lower in grammar.particles | grammar.closed
            and not tokens[name_start].capital
        ):
            name_start += 1
        found = self._name_in(name_start, name_end)
        if found is None or self._is_joint(start, found):
            return Mention(MentionKind.PHRASE, start, end) if self._can_speak(start, head) else None
        return Mention(MentionKind.NAME, start, head, found, name_end)

    def _is_joint(self, start: int, name_start: int) -> bool:
        return name_start > start and self.tokens[name_start - 1].lower in ("and", "und", "et", "y")

    def _belongs_to_name(self, index: int, end: int) -> bool:
        token = self.tokens[index]
        if not token.word:
            return False
        return (token.capital and token.lower not in self.grammar.determiners) or (
            index + 1 < end and token.lower in self.grammar.particles
        )

    def _name_in(self, start: int, end: int) -> int | None:
        """Where the name in a run of capitalised words begins; None where it names nobody."""
        tokens, grammar = self.tokens, self.grammar
        for first in range(start, end):
            words = tuple(token.text for token in tokens[first:end])
            if len(words) > 1 and tokens[first].lower in grammar.titles:
                continue
            known = self.people.called(words)
            if any(
                words[0].lower() == person.name[0].lower() or len(words) == 1 for person in known
            ):
                if len(words) == 1 and first > start and not self._titled(start, first):
                    return None
                return first
        return None

    def _titled(self, start: int, end: int) -> bool:
        return (
            all(
                token.lower in self.grammar.titles or token.lower in self.grammar.roles
                for token in self.tokens[start:end]
            )
            or self.tokens[end - 1].lower in self.grammar.titles
        )
