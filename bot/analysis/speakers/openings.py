"""a passage -> where its main clause begins, behind "On Monday," and the like."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.speakers.clauses import ADVERBS, focuses
from bot.analysis.speakers.duties import PAST
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import People
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.tokens import NO_QUOTE, Token

AGENCY = 7
"""A place and the agency of its report have at most so many tokens: HALDEN (AP) -."""
PARTICIPLES = ("ed", "born", "built", "given", "hit", "known", "made", "seen", "struck", "told")
"""Endings of English participles: Asked about it, Roe; Born in Halden, Roe."""

SPANISH_PARTICIPLES = ("ada", "adas", "ado", "ados", "ida", "idas", "ido", "idos")
SPANISH_SPANS = frozenset(("años", "días", "horas", "meses", "minutos", "semanas"))
LATER = frozenset(("antes", "atrás", "después", "más"))
"""Spanish words behind a span of time: horas después."""
SPANS = frozenset(("jahr", "jahre", "minuten", "monate", "sekunden", "stunden", "tage", "wochen"))
"""German nouns for a span of time."""

FRENCH_PARTICIPLES = ("is", "ise", "it", "ite", "u", "ue", "ues", "us", "é", "ée", "ées", "és")
"""Endings of French ones."""

MINDED = frozenset(("assuré", "assurée", "certain", "certaine", "confiant", "confiante"))
MINDED |= {"conscient", "consciente", "convaincu", "convaincue", "déçu", "déçue", "furieuse"}
MINDED |= {
    "furieux",
    "heureuse",
    "heureux",
    "persuadé",
    "persuadée",
    "ravi",
    "ravie",
    "sûr",
    "sûre",
}
"""French words for somebody's mind before "que": Convaincu que « ... », Roc."""

IMPERSONAL = frozenset(("es",))
"""What may stand between a German verb and its subject: So beschreibt es Roe."""


@dataclass(slots=True)
class Openings:
    """Reads how a passage opens.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "At a rally in Halden, Oregon, Roe spoke"
    >>> grammar = read_grammar("en")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> passage.tokens[Openings(passage.tokens, grammar, People()).end(9)].text
    'Roe'
    """

    tokens: Sequence[Token]
    grammar: Grammar
    people: People

    def end(self, limit: int) -> int:
        """Where the main clause of the passage begins, behind "On Monday," and the like."""
        tokens, grammar = self.tokens, self.grammar
        start = 0
        while True:
            while start < limit and (
                not tokens[start].word
                or tokens[start].lower in grammar.coordinators
                or tokens[start].lower == "however"
            ):
                start += 1
            if (text := self._behind_heading(start, limit)) > start:
                start = text
                continue
            if start + 1 < limit and focuses(tokens, start, grammar):
                start += 1
                continue
            if start >= limit or not self._introduces(start):
                return start
            if grammar.inverts:
                return self._behind_verb(start, limit)
            start = self._introduction_end(start, limit)

    def has_verb(self, start: int) -> bool:
        """Whether a Spanish verb of the past, and no name, is large for it opens the sentence."""
        word, drops = self.tokens[start].text, self.grammar.drops_subjects
        return drops and word.istitle() and word.endswith(PAST) and not self.people.called((word,))

    def only_opens(self, mention: Mention) -> bool:
        """Whether one word is large for it opens a sentence: Tiene tres hijos; Contactée, ..."""
        first = self.tokens[mention.start]
        alone = mention.end - mention.start == 1 and first.text.istitle()
        if self.grammar.language == "fr" and mention.start:
            alone = alone and self.tokens[mention.start - 1].text != ","  # Ici, Roc
        romance = self.grammar.language in ("es", "fr")
        return romance and alone and first.lower not in self.grammar.speakers

    def _behind_heading(self, start: int, limit: int) -> int:
        """Behind a heading or a place that runs into its text: Weather: Roe; NEW HALDEN: Roe.

        Also behind the agency of an English report: HALDEN (AP) - Roe.
        """
        end = start + 1
        dated = start == 0 and self.grammar.language == "en" and limit > AGENCY
        if dated and self.tokens[0].text.isupper() and self.tokens[1].text == "(":
            marks = [token.text for token in self.tokens[:AGENCY]]
            return marks.index(")") + 2 if ")" in marks[:-1] else start
        while (
            end < limit and self.tokens[end - 1].text.isupper() and self.tokens[end].text.isupper()
        ):
            end += 1
        if self.grammar.language == "de" and end < limit and self.tokens[end].capital:
            end += self.tokens[start].lower in self.grammar.definites  # Das Problem: Roe
        return end + 1 if end + 1 < limit and self.tokens[end].text == ":" else start

    def _behind_verb(self, start: int, limit: int) -> int:
        """Where the subject of a sentence stands that begins with something else.

        Behind the verb: Am Abend zeigte sich Roe erfreut; or behind the comma: A su lado, Roe.
        """
        tokens, grammar = self.tokens, self.grammar
        for index in range(start + 1, limit - 1):
            token = tokens[index]
            if token.quote != NO_QUOTE and grammar.language == "fr":
                continue  # Convaincu que « rien ne presse », Roc
            if not token.word:
                behind = index + 1 if token.text == "," and grammar.language != "de" else limit
                if behind < limit and tokens[behind].lower in grammar.prepositions:
                    continue  # Au fond du verger, près du puits, un âne attend
                return behind if behind < limit and not self._introduces(behind) else limit
            if grammar.language == "de" and (
                token.lower in grammar.verbs or token.lower in grammar.finites
            ):
                while index + 2 < limit and self._is_small(tokens[index + 1].lower):
                    index += 1
                return index + 1
        return limit

    def _is_small(self, word: str) -> bool:
        grammar = self.grammar
        return word in grammar.reflexives or word in grammar.auxiliaries or word in IMPERSONAL

    def _introduces(self, start: int) -> bool:
        lower, grammar = self.tokens[start].lower, self.grammar
        return (
            lower in grammar.prepositions
            or lower in grammar.conjunctions
            or (lower in grammar.openers and not self._is_determined(start))
            or (lower in grammar.times and not self._is_class(start))
            or lower in grammar.accusatives
            or (grammar.language == "en" and self._is_english_adjunct(start))
            or (grammar.language == "de" and self._is_german_adverb(start))
            or (grammar.language == "fr" and self._is_french_participle(start))
            or (grammar.drops_subjects and self._is_spanish_adjunct(start))
            or (grammar.language == "de" and self._is_german_span(start))
        )

    def _is_determined(self, start: int) -> bool:
        """Whether a small word is an article, or the surname of somebody known."""
        token = self.tokens[start]
        grammar = self.grammar
        small = token.lower in grammar.determiners or token.lower in grammar.pronouns
        follows = self.tokens[start + 1].lower if start + 1 < len(self.tokens) else ""
        small = small or (token.lower in grammar.anybody and follows in grammar.roles)
        return small or bool(self.people.called((token.text,)))

    def _is_spanish_adjunct(self, start: int) -> bool:
        """Whether a participle opens the passage: Acusado por la oposición, el edil dimitió.

        Or a span of time: Dos horas después, el edil dimitió.
        """
        token, after = self.tokens[start], self.tokens[start + 1 : start + 2]
        words = [token.lower for token in self.tokens[start : start + 3]]
        if any(one in SPANISH_SPANS and then in LATER for one, then in pairwise(words)):
            return True
        led = bool(after) and after[0].lower in self.grammar.prepositions
        return led and token.capital and token.lower.endswith(SPANISH_PARTICIPLES)

    def _is_german_adverb(self, start: int) -> bool:
        """Whether a German adverb opens the passage: Beruflich war Roe; Beispielsweise in Oslo."""
        lower, after = self.tokens[start].lower, self.tokens[start + 1 : start + 2]
        if not after or after[0].capital or not lower.endswith(ADVERBS):
            return False
        follows, grammar = after[0].lower, self.grammar
        verbal = follows in grammar.finites or follows in grammar.verbs
        return verbal or follows in grammar.prepositions or lower.endswith("weise")

    def _is_class(self, start: int) -> bool:
        """Whether a number and a role make a class of a word for a time: Year 11 pupil Roe."""
        behind = self.tokens[start + 1 : start + 3]
        numbered = len(behind) > 1 and behind[0].text.isdigit()
        return numbered and behind[1].lower in self.grammar.roles

    def _is_german_span(self, start: int) -> bool:
        """Whether a number of years or the like opens the passage: Neun Jahre danach war Roe."""
        after = self.tokens[start + 1 : start + 3]
        times = len(after) > 1 and after[0].lower in SPANS
        return times and after[1].lower in self.grammar.prepositions

    def _is_french_participle(self, start: int) -> bool:
        """Whether a participle opens the passage: Venu de Brae pour la foire, Roc sourit."""
        token, after = self.tokens[start], self.tokens[start + 1 : start + 2]
        bound = bool(after) and after[0].lower in self.grammar.prepositions
        if bool(after) and after[0].lower in self.grammar.complementizers:
            return token.lower.endswith("ant") or token.lower in MINDED
        opens = (
            token.lower.endswith(FRENCH_PARTICIPLES) and token.lower not in self.grammar.speakers
        )
        return bound and opens and token.text.istitle()

    def _is_english_adjunct(self, start: int) -> bool:
        """Whether an adverb or a participle opens the passage: Speaking in; Born in; Back in."""
        lower = self.tokens[start].lower
        after = self.tokens[start + 1].lower if start + 1 < len(self.tokens) else ""
        if lower.endswith(("ing", "ly")):
            return "-" not in lower and after not in self.grammar.roles  # Rowing coach Roe
        opens = lower.endswith(PARTICIPLES) or lower == "back"
        return opens and after in self.grammar.prepositions

    def _introduction_end(self, start: int, limit: int) -> int:
        """Behind the next comma, or before the next "he" or "she".

        Not before that of a question, if a comma ends it: Asked if he rows, Roe.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language == "en" and self._is_day(start, limit):
            return start + 2
        asked, within = tokens[start].lower in grammar.askings, limit
        for index in range(start + 1, limit):
            if tokens[index].text == "," and index + 1 < limit:
                return self._skip_place(index + 1, limit)
            if tokens[index].lower in grammar.masculine or tokens[index].lower in grammar.feminine:
                if not asked or tokens[index - 1].lower not in grammar.complementizers:
                    return min(index, within)
                within = min(index, within)
        kin = (n for n in range(start + 2, limit - 1) if self._is_kin(n))
        return next(kin, within)

    def _is_day(self, start: int, limit: int) -> bool:
        """Whether the English subject follows a time without a comma: On Monday | Roe left."""
        if start + 2 >= limit or self.tokens[start + 1].lower not in self.grammar.times:
            return False
        after = self.tokens[start + 2]
        begins = after.capital or after.lower in self.grammar.definites
        return after.word and begins and after.lower not in self.grammar.times

    def _is_kin(self, index: int) -> bool:
        """Whether a subject like "my father" begins here, without a comma before it."""
        tokens, grammar = self.tokens, self.grammar
        owned = tokens[index].lower in grammar.possessives
        tied = tokens[index - 1].lower in grammar.prepositions
        return owned and not tied and tokens[index + 1].lower in grammar.roles

    def _skip_place(self, start: int, limit: int) -> int:
        """Behind a place between commas: at a rally in Halden, Oregon, Roe said.

        Not behind a name with an office: in Halden, Mayor Jane Roe, D-Brae, said.
        """
        end = start
        while end < limit and self.tokens[end].word and self.tokens[end].capital:
            end += 1
        words = tuple(token.text for token in self.tokens[start:end])
        place = start < end < limit and self.tokens[end].text == ","
        known = any(self.people.called(words[first:]) for first in range(len(words)))
        return end + 1 if place and not known else start
