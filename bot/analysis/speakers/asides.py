"""tokens before a verb -> whether a phrase there is its subject, or only tells more of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token

WHOEVER, FOLLOWING = frozenset(("celle", "celui")), frozenset(("dont", "qu'", "que", "qui"))
"""French words that together mean whoever the text is about: celui qui."""
HIM = "Lui"
"""The French word that is a subject only where it opens a sentence: Lui refuse."""
THESE = frozenset(("ce", "ces", "cette", "esta", "estas", "este", "estos"))
LATTER = frozenset(("dernier", "derniers", "dernière", "dernières"))
LATTER |= {"última", "últimas", "último", "últimos"}
THIS_ONE = frozenset(("aquel", "aquella", "aquél", "aquélla", "esta", "este", "ésta", "éste"))
THIS_ONE |= {"celle-ci", "celles-ci", "celui-ci", "ceux-ci"}
LONGEST = 30
"""What tells in which statement somebody speaks has fewer tokens."""
CLAUSE_ENDS = frozenset(",;:.()—–-")
DASHES = frozenset("—–-")
PARTING = DASHES | {","}
"""What parts an aside from the verb behind it."""


def is_latter(words: Sequence[Token]) -> bool:
    """Whether words mean whoever was named last: cette dernière; este último; alone, éste."""
    if len(words) == 1:
        return words[0].lower in THIS_ONE
    return len(words) == 2 and words[1].lower in LATTER and words[0].lower in THESE


@dataclass(slots=True)
class Asides:
    """Reads what stands between a subject and its verb in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar

    def follows_preposition(self, start: int) -> bool:
        """Whether a preposition stands right before the token."""
        return start > 0 and self.tokens[start - 1].lower in self.grammar.prepositions

    def is_oblique(self, start: int) -> bool:
        """Whether a German case or preposition tells that a phrase is no subject: seinen Hof."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de":
            return False
        cased = tokens[start].lower in grammar.accusatives
        return cased or self.follows_preposition(start)

    def is_adjunct(self, start: int, verb: int) -> bool:
        """Whether a preposition makes an adjunct of what seems the subject: A Roe le molesta.

        A body from which people speak is none: Desde la Federación aclaran que ...; En la junta
        creen que ...
        """
        tokens, grammar = self.tokens, self.grammar
        if self.is_done(start):
            return True
        if not self.follows_preposition(start):
            return False
        opens = start == 1 or not tokens[start - 2].word
        spoken = (tokens[start - 1].lower,) in grammar.withins.get("desde", ())
        if grammar.drops_subjects and tokens[start - 1].lower == "en":
            nouns = [t.lower for t in tokens[start:verb] if t.lower in grammar.speakers]
            spoken = bool(nouns) and not any(noun in grammar.roles for noun in nouns)
        several = tokens[verb].lower.endswith("n") or tokens[verb - 1].lower in grammar.reflexives
        return not (opens and spoken and several)

    def is_done(self, start: int) -> bool:
        """Whether a phrase is the object of a Spanish infinitive: Tras ver | la obra dijo ..."""
        led = start > 1 and self.tokens[start - 1].lower.endswith(("ar", "er", "ir"))
        return self.grammar.drops_subjects and led and self.follows_preposition(start - 1)

    def is_tied(self, start: int) -> bool:
        """Whether the phrase ends another: a source close to the pilot."""
        tokens, grammar = self.tokens, self.grammar
        tied = start > 2 and tokens[start - 1].lower in grammar.prepositions
        return tied and tokens[start - 2].lower in grammar.ties

    def is_aside(self, start: int) -> bool:
        """Whether the phrase tells where the subject is: a banner outside the station."""
        linked = start > 0 and self.tokens[start - 1].lower in self.grammar.linkers
        told = start > 1 and self.tokens[start - 2].word
        clause = start > 0 and self.tokens[start - 1].lower in self.grammar.conjunctions
        return told and self.follows_preposition(start) and not linked and not clause

    def is_place(self, start: int, end: int) -> bool:
        """Whether the words only tell where a place is: Roe of Halden County, West Virginia."""
        tokens = self.tokens
        if self.grammar.inverts or start < 3 or tokens[start - 1].text != ",":
            return False
        before = start - 2
        while before and tokens[before].capital:
            before -= 1
        large = all(token.capital for token in tokens[start:end])
        return large and before < start - 2 and tokens[before].lower in self.grammar.prepositions

    def relative_before(self, start: int) -> int:
        """Where a "who" without an end stands before what seems the subject, or 0.

        The man who called the police said.
        """
        index = start - 1
        while index > 0 and self.tokens[index].text not in CLAUSE_ENDS:
            if self.tokens[index].lower == "who":
                return index if index + 1 < start else 0  # the man who Roe said was ill
            index -= 1
        return 0

    def relates_before(self, index: int) -> int:
        """Where a French "qui" stands whose clause ends at the token: la juge | qui rit de | tout.

        0 where it is not behind a noun, or the clause has but one word or a mark.
        """
        start = index
        while start > 1 and (self.tokens[start].word or self.tokens[start].quote != NO_QUOTE):
            if self.tokens[start].lower == "qui":
                return start if start < index - 1 and self.tokens[start - 1].word else 0
            start -= 1
        return 0

    def goes_on(self, comma: int) -> bool:
        """Whether an aside behind an "and" ends here: Roe left but, on Monday, called it bad."""
        if self.grammar.language != "en":
            return False
        start = comma - 1
        while start > 1 and self.tokens[start].word:
            start -= 1
        return self.tokens[start].text == "," and (
            self.tokens[start - 1].lower in self.grammar.coordinators
        )

    def told_in(self, comma: int) -> int:
        """The comma behind who speaks by another: Roe, in a note by his aide, Tom Lind |, said.

        Or the dash behind whom another parts from the verb: Roe – calm as ever | – said. 0 if there
        is none, or in another language than English.
        """
        tokens, grammar = self.tokens, self.grammar
        near = range(comma - 1, max(0, comma - LONGEST), -1) if grammar.language == "en" else ()
        if tokens[comma].text in DASHES:
            return next((n for n in near if tokens[n].text in DASHES), 0)
        for index in near:
            if tokens[index].text == "," and tokens[index + 1].lower in ("in", "through"):
                words = {token.lower for token in tokens[index + 2 : index + 5]}
                told = not words.isdisjoint(grammar.media | grammar.occasions)
                return index if told or tokens[index + 1].lower == "through" else 0
        return 0

    def is_anybody(self, index: int) -> bool:
        """Whether a pronoun that names nobody stands alone: another said; not: another man."""
        tokens, grammar = self.tokens, self.grammar
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if after in FOLLOWING and tokens[index].lower in WHOEVER:
            return True  # dit celle qui part
        if index < len(tokens) and tokens[index].lower in THIS_ONE and grammar.drops_subjects:
            return index + 1 == len(tokens) or not tokens[index + 1].word  # dijo este.
        if index >= len(tokens):
            return False
        if tokens[index].text == HIM and grammar.language == "fr":
            return True
        if tokens[index].lower not in grammar.anybody:
            return False
        if index + 1 == len(tokens):
            return True
        if not tokens[index + 1].word:
            return tokens[index + 1].quote == NO_QUOTE  # not: llamó una «locura» al plan
        if grammar.language != "de" and tokens[index + 1].lower in grammar.owning:
            nouns = tokens[index + 2 : index + 4]
            return not any(t.lower in grammar.speakers for t in nouns)  # uno de ellos
        follows = tokens[index + 1].lower
        return follows in grammar.auxiliaries or follows in grammar.verbs
