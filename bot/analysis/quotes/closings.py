"""a German stretch -> who closes its clause: Die Stadt hat den Plan als „verfrüht“ bezeichnet."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

CALLED = 12
"""So near behind a German thing it is told who calls it so."""
MOODS = frozenset(("dankbar", "einig", "froh", "glücklich", "ratlos", "sauer", "sicher", "stolz"))
MOODS |= frozenset(("traurig", "wütend", "zufrieden", "zuversichtlich"))
"""German adjectives for how somebody feels who says something."""
MOVED = ("ert", "zt", "cht", "scht", "ührt", "sst", "ört", "nnt", "gt")
"""Endings of German participles for the same."""


@dataclass(slots=True)
class Closings:
    """Reads the ends of the German clauses in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    verbs: Verbs

    def bracketed(self, place: int) -> Attribution | None:
        """Whose German words a bracket tells: Der Rat ist „sehr froh“ (Ida Roe).

        Not with a capital, as titles are: „Über Land“ (Ida Roe).
        """
        tokens, start = self.tokens, place + 2
        if next(filter(str.isalpha, tokens[place].text), "").isupper():
            return None
        if self.grammar.language != "de" or [t.text for t in tokens[place + 1 : start]] != ["("]:
            return None
        name = self.reader.after(start) if start < len(tokens) else None
        if name is None or name.kind is not MentionKind.NAME or name.end >= len(tokens):
            return None
        words = tuple(token.text for token in tokens[name.name_start : name.name_end])
        sure = any(one.sure for one in self.reader.people.called(words))
        return Attribution(name, None) if sure and tokens[name.end].text == ")" else None

    def closing_verb(self, verb: int, place: int) -> Attribution | None:
        """A German verb at the end: Die Stadt hat den Plan als „verfrüht“ bezeichnet."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or not self.verbs.utters(verb):
            return None
        if self.verbs.is_stance(verb) and place > 1 and tokens[place - 2].word:
            return self._verdict(verb, place)
        inverted = place == 1 or not tokens[place - 2].word  # Als „verfrüht“ bezeichnete Roe es
        subject = self.reader.after(verb + 1) if inverted else self.reader.before(verb)
        return Attribution(subject, verb, strong=False) if subject else None

    def _verdict(self, verb: int, place: int) -> Attribution | None:
        """The attribution by a verb that judges; its subject begins the clause."""
        tokens, grammar = self.tokens, self.grammar
        passive = any(t.lower in grammar.passives for t in tokens[max(0, place - 25) : verb + 2])
        for index in range(place - 2, -1, -1):
            if tokens[index].text == "," and tokens[index + 1].lower in grammar.definites:
                owner = self.reader.phrases.ending_at(index)  # Roe, der es „absurd“ nannte
                return Attribution(owner, verb, strong=False) if owner else None
            if passive and tokens[index].lower in ("von", "vom"):
                return Attribution(self.reader.after(index + 1), verb, strong=False)
            opens = tokens[index].lower in grammar.conjunctions
            opens = opens and (tokens[index].lower != "als" or index < place - 3)  # als reine „...“
            if opens and not passive and self._shares_subject(index, verb):
                return Attribution(self.reader.first(index), verb, strong=False)
            if not passive and (opens or index == 0):
                subject = self.reader.after(index + opens)
                return Attribution(subject, verb, strong=False) if subject else None
        return Attribution(self._outlet(verb), verb, strong=False)

    def _shares_subject(self, index: int, verb: int) -> bool:
        """Whether "and" joins two participles: Roe hat gelacht | und die Rede „öde“ genannt."""
        joins = self.tokens[index].lower in self.grammar.coordinators
        between = self.tokens[index + 1 : verb]
        helps = any(token.lower in self.grammar.brackets for token in between[1:])
        return joins and not helps and not self.tokens[verb].lower.endswith(("te", "ten"))

    def _outlet(self, verb: int) -> Mention | None:
        """Where a passive is read, if the sentence begins with it: In den Medien wird er ..."""
        tokens, grammar = self.tokens, self.grammar
        if tokens[0].lower not in grammar.prepositions:
            return None
        outlet = self.reader.after(1, sure=True)
        words = tokens[outlet.start : outlet.end] if outlet and outlet.end <= verb else ()
        return outlet if any(token.lower in grammar.media for token in words) else None

    def told_of(self, place: int) -> Attribution | None:
        """Of whom it is told behind a colon: „Genug“: Ida Roe ist müde; „Genug“: Das sagt Roe."""
        tokens, start = self.tokens, place + 2
        if self.grammar.language != "de" or [t.text for t in tokens[place + 1 : start]] != [":"]:
            return None
        if start + 1 < len(tokens) and tokens[start].lower == "das":
            says = tokens[start + 1].lower in self.grammar.cues
            subject = self.reader.after(start + 2) if says else None
            return Attribution(subject, start + 1) if subject else None
        name = self.reader.after(start) if not place else None
        named = name is not None and name.kind is MentionKind.NAME
        return Attribution(name, None) if named else None

    def moved(self, verb: int, following: int) -> Attribution | None:
        """Whom what is said moves: „Genug“, ist die Wirtin gerührt; „Ja“, war Ida Roe stolz."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "de" or tokens[verb].lower not in grammar.beings:
            return None
        end = verb + 1
        while end < following and tokens[end].word:
            end += 1
        mood = tokens[end - 1].text
        if mood not in MOODS and not mood.endswith(MOVED):
            return None
        noun = max((n for n in range(verb + 1, end) if tokens[n].capital), default=verb)
        subject = self.reader.phrases.read(verb + 1, noun + 1) if noun > verb else None
        subject = subject or self.reader.after(verb + 1)
        return Attribution(subject, verb) if subject else None
