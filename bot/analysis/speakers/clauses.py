"""tokens -> the order of a clause: where its subject stands, and whether behind the verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import People
from bot.analysis.speakers.tokens import NO_QUOTE, Token

ADVERBS = ("bar", "end", "gemäß", "haft", "ig", "isch", "lich", "los", "sam", "weise")
"""Endings of the German adverbs that begin a sentence, so that its subject follows the verb."""


def is_reported(token: Token, grammar: Grammar) -> bool:
    """Whether the token is a verb in the mood of reported speech: er habe, sie sei."""
    return token.lower in grammar.reported and not token.capital


@dataclass(frozen=True, slots=True)
class Clauses:
    """Reads the clauses in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    people: People

    def main_start(self, limit: int) -> int:
        """Where the main clause of the passage begins, behind "On Monday," and the like."""
        tokens, grammar = self.tokens, self.grammar
        start = 0
        while True:
            while start < limit and (
                not tokens[start].word or tokens[start].lower in grammar.coordinators
            ):
                start += 1
            if start + 2 < limit and tokens[start + 1].text == ":":
                start += 2  # a heading that runs into its text
                continue
            if start >= limit or not self._introduces(start):
                return start
            if grammar.inverts:
                return self._behind_verb(start, limit)
            start = self._introduction_end(start, limit)

    def _behind_verb(self, start: int, limit: int) -> int:
        """Where the subject of a sentence stands that begins with something else.

        Behind the verb: Am Abend zeigte sich Roe erfreut; or behind the comma: A su lado, Roe.
        """
        tokens, grammar = self.tokens, self.grammar
        for index in range(start + 1, limit - 1):
            token = tokens[index]
            if not token.word:
                behind = index + 1 if token.text == "," and grammar.language != "de" else limit
                return behind if behind < limit and not self._introduces(behind) else limit
            if grammar.language == "de" and (
                token.lower in grammar.verbs or token.lower in grammar.finites
            ):
                while index + 1 < limit and tokens[index + 1].lower in grammar.reflexives:
                    index += 1
                return index + 1
        return limit

    def _introduces(self, start: int) -> bool:
        lower, grammar = self.tokens[start].lower, self.grammar
        return (
            lower in grammar.prepositions
            or lower in grammar.conjunctions
            or (lower in grammar.openers and lower not in grammar.determiners)
            or lower in grammar.times
            or (grammar.language == "en" and lower.endswith(("ing", "ly")))
        )

    def _introduction_end(self, start: int, limit: int) -> int:
        """Behind the next comma, or before the next "he" or "she"."""
        tokens, grammar = self.tokens, self.grammar
        for index in range(start + 1, limit):
            if tokens[index].text == "," and index + 1 < limit:
                return self._skip_place(index + 1, limit)
            if tokens[index].lower in grammar.masculine or tokens[index].lower in grammar.feminine:
                return index
        return limit

    def _skip_place(self, start: int, limit: int) -> int:
        """Behind a place between commas: at a rally in Halden, Oregon, Roe said."""
        end = start
        while end < limit and self.tokens[end].word and self.tokens[end].capital:
            end += 1
        words = tuple(token.text for token in self.tokens[start:end])
        place = start < end < limit and self.tokens[end].text == ","
        return end + 1 if place and not self.people.called(words) else start

    # -- German clauses

    def bracket(self, index: int, verb: int) -> int | None:
        """The auxiliary far before a German participle that ends a clause: Roe hat ihn gewarnt.

        Who is quoted is the subject of a passive: Roe wird mit den Worten zitiert.
        ``index`` is the token before the verb and what goes with it.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or index != verb - 1:
            return None
        after = tokens[verb + 1] if verb + 1 < len(tokens) else None
        if after and after.word and after.lower not in grammar.auxiliaries:
            return None
        quoted = tokens[verb].lower == "zitiert"
        while index >= 0 and (tokens[index].word or tokens[index].quote != NO_QUOTE):
            helps = tokens[index].lower in grammar.brackets - grammar.reported
            if helps or (quoted and tokens[index].lower in grammar.passives):
                return index
            index -= 1
        return None

    def is_inverted(self, verb: int) -> bool:
        """Whether a German clause begins with something else, so that its subject follows."""
        tokens, grammar = self.tokens, self.grammar
        start = verb
        while start and tokens[start - 1].word:
            start -= 1
        first = tokens[start].lower
        follows = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
        if first in grammar.prepositions or first == "als" or follows in grammar.pronouns:
            return True
        if first in grammar.conjunctions or first in grammar.pronouns:
            return False
        adverb = start + 1 == verb and first.endswith(ADVERBS) and not self._is_somebody(start)
        return adverb or (first in grammar.openers and first not in grammar.determiners)

    def _is_somebody(self, index: int) -> bool:
        token = self.tokens[index]
        return token.lower in self.grammar.speakers or bool(self.people.called((token.text,)))
