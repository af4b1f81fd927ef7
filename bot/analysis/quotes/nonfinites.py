"""a gerund or an infinitive of saying -> its subject: Roca calló, al señalar que «...»."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.quotes.infinitives import says_infinitive
from bot.analysis.quotes.sources import Sources
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

GERUND = "ndo"
LEADING = frozenset(("a", "al", "de", "en", "para", "por", "sin", "tras"))
"""Prepositions before such an infinitive."""
JOINING = frozenset(("avant", "et", "puis"))
"""What joins a French infinitive: Et d'ajouter."""
NEAR = 7
"""Before so many tokens of a sentence stands such an infinitive."""
PAST = ("ó", "ía", "aba", "iera", "hizo", "tuvo", "puso", "pudo", "quiso", "dijo", "vino")
"""Endings of the finite verbs behind a subject."""


@dataclass(slots=True)
class Nonfinites:
    """Reads the gerunds and the infinitives of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    sources: Sources

    def read(self, verb: int) -> Attribution | None:
        """The attribution that such a Spanish verb makes.

        Without a subject it is that of whoever spoke last.
        """
        if verb < 1:
            return None
        if self._is_gerund(verb):
            subject = self._written(verb) or self._nearest(verb) or self._subject(verb)
        elif self._is_infinitive(verb):
            subject = self._subject(verb)
        else:
            return None
        alone = subject is None
        return Attribution(subject, verb, chained=alone, dropped=alone)

    def again(self, place: int, previous: int) -> Attribution | None:
        """A French infinitive by which whoever spoke last goes on: Et d'ajouter que « ... »."""
        tokens = self.tokens
        for verb in range(previous + 3, min(place, previous + NEAR)):
            joined = tokens[verb - 1].lower in ("de", "d'") and tokens[verb - 2].lower in JOINING
            if joined and tokens[verb].lower in self.grammar.continuations:
                return Attribution(None, verb, chained=True)
        return None

    def _subject(self, verb: int) -> Mention | None:
        """Whom the sentence names as its source, or whom it is about."""
        source = self.sources.at(0)
        return source.mention if source else self.reader.first(verb)

    def _is_gerund(self, verb: int) -> bool:
        lower = self.tokens[verb].lower
        return lower.endswith(GERUND) and lower in self.grammar.verbs

    def _is_infinitive(self, verb: int) -> bool:
        """Whether a preposition stands before the infinitive, and "that" behind it."""
        before, after = self.tokens[verb - 1].lower, self.tokens[verb + 1 : verb + 2]
        led = before in LEADING and bool(after) and (before == "al" or after[0].lower == "que")
        return led and says_infinitive(self.tokens[verb].lower, self.grammar)

    def _written(self, verb: int) -> Mention | None:
        """Whose words a gerund tells of: oyó la respuesta de | Roca | pidiendo que ..."""
        tokens, kinds = self.tokens, self.grammar.sayings | self.grammar.media
        for link in range(self.reader.phrases.start_before(verb) + 1, verb - 1):
            if tokens[link].lower in self.grammar.owning and tokens[link - 1].lower in kinds:
                return self.reader.phrases.read(link + 1, verb)
        return None

    def _nearest(self, verb: int) -> Mention | None:
        """The last name before the gerund that has a verb of its own: cuando Roca vino, diciendo"""
        for index in range(verb - 1, 0, -1):
            token = self.tokens[index]
            finite = token.lower.endswith(PAST) or token.lower in self.grammar.auxiliaries
            if finite and token.text.islower():
                name = self.reader.before(index)
                if name and name.kind is MentionKind.NAME:
                    return name
        return None
