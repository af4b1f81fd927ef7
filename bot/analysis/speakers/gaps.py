"""tokens -> what may stand between a verb and its subject: has also, on Monday, to the BBC."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.circumstances import Circumstances
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.lights import light_verb
from bot.analysis.speakers.names import is_given
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.tokens import Token

HEARER = 6
"""The hearer between a verb and its subject has fewer words than this, its preposition included."""
INSERTED = 4
"""So many words may stand between a French auxiliary and its participle."""

PAST = frozenset(("pasada", "pasado", "propia", "propio", "última", "último"))
"""Spanish words before a time: dijo el pasado lunes."""
CAUSING = frozenset(("compelled", "drove", "forced", "inspired", "led", "moved", "prompted"))
"""English verbs whose object does what follows: This led Roe to say."""


@dataclass(slots=True)
class Gaps:
    """Reads the small words around the verbs of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar

    def subject_end(self, verb: int) -> int:
        """The last token of what stands before a verb and its auxiliaries: -1 if nothing does."""
        light = self.grammar.drops_subjects
        index = (light_verb(self.tokens, verb, self.grammar) if light else verb) - 1
        if index > 0 and self._is_object(index):
            index -= 1
        if self.grammar.language == "fr":
            index -= self._slipped_in(index)
        while index >= 0 and (
            self._is_auxiliary(index) or self._is_dated(index, verb) or self._leads(index)
        ):
            index -= 1
        return index - self._is_slip(index) if index > 1 else index

    def _slipped_in(self, index: int) -> int:
        """How many words stand between an auxiliary and its participle: a d'emblée | nié."""
        lowers = [token.lower for token in self.tokens[max(0, index - INSERTED) : index + 1]]
        sizes = range(1, len(lowers))
        helped = (n for n in sizes if lowers[-n - 1] in self.grammar.auxiliaries)
        return next((n for n in helped if " ".join(lowers[-n:]) in self.grammar.interruptions), 0)

    def _is_slip(self, comma: int) -> bool:
        """Whether a comma stands between a name that opens a sentence and its verb: Jane Roe, said.

        Only in English, and where nothing but the name and its title stands before it.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "en" or tokens[comma].text != "," or comma > HEARER:
            return False
        if not (tokens[comma - 1].capital and tokens[comma - 2].capital):
            return False
        leads = grammar.prepositions | grammar.conjunctions | grammar.times
        return all(token.word and token.lower not in leads for token in tokens[:comma])

    def _leads(self, index: int) -> bool:
        """Whether a verb leads to the infinitive behind it: Roe | liked to say; quiso | ver."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.drops_subjects:
            again = tokens[index].lower == "a" and tokens[index - 1].lower in grammar.leaders
            return again or tokens[index].lower in grammar.leaders
        led = grammar.language == "en" and tokens[index + 1].lower in grammar.infinitives
        return led and index > 0 and tokens[index].lower in grammar.leaders

    def _is_dated(self, index: int, verb: int) -> bool:
        """Whether the article of a time stands before a Spanish verb: que el domingo lo negó."""
        tokens, grammar = self.tokens, self.grammar
        dated = grammar.drops_subjects and tokens[index].lower in grammar.determiners
        return dated and index + 1 < verb and tokens[index + 1].lower in grammar.times

    def parts(self, index: int) -> bool:
        """Whether the word may stand between a verb and its subject: dijo este lunes Roe."""
        tokens, grammar = self.tokens, self.grammar
        if self._is_auxiliary(index):
            return tokens[index].lower not in grammar.definites
        if not grammar.inverts or index + 1 >= len(tokens):
            return False
        noun = index + 1 + (tokens[index + 1].lower in PAST and index + 2 < len(tokens))
        word = tokens[index].lower
        told = word in grammar.determiners or word in grammar.prepositions or word in PAST
        return told and tokens[noun].lower in grammar.times

    def skip_hearer(self, start: int) -> int:
        """Behind the hearer and the place between a verb and its subject.

        Dijo a este diario | Ana Roca; a dit lundi à Oslo | la maire.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language == "fr":
            told = Circumstances(tokens, grammar).end(start)
            if told > start:
                return told
        while start < len(tokens) and self.parts(start):
            start += 1
        if start >= len(tokens):
            return start
        if (place := self._place_end(start)) is not None:
            return place
        heard = tokens[start].lower in grammar.hearings
        if not heard and tokens[start].lower not in grammar.prepositions:
            return start
        end = start + 1
        while end < min(len(tokens), start + HEARER) and tokens[end].text.islower():
            tied = grammar.drops_subjects and tokens[end - 1].lower in grammar.owning
            if end > start + 1 and not tied and self._begins_speaker(end):
                return end
            if tokens[end].lower in grammar.times or self._leads_away(end):
                return start
            if self._is_auxiliary(end) and tokens[end].lower not in grammar.definites:
                return start
            end += 1
        if end == start + 1 and (name := self._behind_paper(start)):
            return name
        if not heard and end + 1 < len(tokens) and tokens[end + 1].capital:
            heard = is_given(tokens[end].text, grammar)  # dijo en la plaza | Ana Roca
        named = heard and end < len(tokens) and end > start + 1 and tokens[end].capital
        before = tokens[end - 1].lower  # ante la queja de Ana Roca, a la edil Ana Roca
        hers = before in grammar.owning or (before in grammar.roles and not is_plural(before))
        named = named and not (hers and grammar.drops_subjects)
        if named and grammar.drops_subjects and tokens[end - 1].lower in grammar.definites:
            places = range(end, len(tokens))
            last = next((n for n in places if not tokens[n].capital), len(tokens))
            given = (n for n in range(end + 1, last) if is_given(tokens[n].text, grammar))
            return next(given, start)  # dijo a la AFP | Ana Roca; not: remarcó a la Sala
        return self._behind_heard(end) if named else start

    def _behind_paper(self, start: int) -> int:
        """Where a given name begins behind a Spanish paper's: dijo a Diario Ulla | Ana Roca."""
        tokens, grammar = self.tokens, self.grammar
        if not grammar.drops_subjects or tokens[start].lower != "a":
            return 0
        for end in range(start + 1, min(len(tokens), start + HEARER)):
            if not tokens[end].capital and tokens[end].lower not in grammar.linkers:
                return 0
            if is_given(tokens[end].text, grammar):
                return end if end > start + 1 and tokens[end - 1].capital else 0
        return 0

    def _begins_speaker(self, index: int) -> bool:
        """Whether an article and a noun that can speak begin here: le maire; ces deux syndicats."""
        tokens, grammar, noun = self.tokens, self.grammar, index + 1
        pointed = tokens[index].lower in grammar.demonstratives
        if not pointed and not self._begins_subject(index):
            return False
        while noun + 1 < len(tokens) and tokens[noun].lower in grammar.determiners:
            noun += 1
        speaking = grammar.speakers if noun > index + 1 else grammar.roles
        return noun < len(tokens) and (tokens[noun].capital or tokens[noun].lower in speaking)

    def _behind_heard(self, name: int) -> int:
        """Behind the name of a body that hears it, if the subject follows: à l'AFP | le maire."""
        tokens, end = self.tokens, name
        if tokens[name - 1].lower not in self.grammar.definites:
            return name
        while end < len(tokens) and tokens[end].word and tokens[end].capital:
            end += 1
        follows = end < len(tokens) and tokens[end].lower in self.grammar.determiners
        return end if follows else name

    def _leads_away(self, index: int) -> bool:
        """Whether a Spanish place begins here, behind a hearer: ante los medios | desde Oslo."""
        grammar, word = self.grammar, self.tokens[index].lower
        away = word in grammar.prepositions and word not in grammar.owning
        return grammar.drops_subjects and away

    def interruption(self, comma: int) -> int | None:
        """The comma that opens the aside which ends at ``comma``: Roe, en cambio, lo niega."""
        tokens = self.tokens
        start = comma - 1
        while start > max(0, comma - HEARER) and tokens[start].word:
            start -= 1
        words = " ".join(token.lower for token in tokens[start + 1 : comma])
        return start if words in self.grammar.interruptions else None

    def behind_interruption(self, start: int) -> int:
        """Behind an aside between a helping verb and its participle: a, | de son côté, | dit.

        ``start`` where there is none.
        """
        tokens, comma = self.tokens, self.tokens[start].text == ","
        begin = start + comma
        for end in range(begin + 1, min(begin + HEARER, len(tokens) - comma)):
            words = " ".join([token.lower for token in tokens[begin:end]])
            if words in self.grammar.interruptions and (not comma or tokens[end].text == ","):
                return end + comma
        return start

    def leads_off(self, start: int) -> bool:
        """Whether a clause or an object begins here: noting that a bridge; nannte den Plan.

        Not: said that man.
        """
        tokens, grammar = self.tokens, self.grammar
        verb = tokens[start - 1].lower if start and grammar.language == "de" else ""
        if tokens[start].lower in grammar.accusatives and verb in grammar.cues:
            return not verb.startswith("zitier")  # whom a paper quotes
        if tokens[start].lower not in grammar.complementizers or start + 1 >= len(tokens):
            return False
        following = tokens[start + 1].lower
        return following in grammar.determiners or following in grammar.pronouns

    def moved(self, index: int, verb: int) -> int:
        """Where whoever is made to say it begins: This led | Roe to say; 0 if nobody is.

        ``index`` is the token before the verb and what goes with it.
        """
        if self.grammar.language != "en" or index == verb - 1:
            return 0
        skipped = {token.lower for token in self.tokens[index + 1 : verb]}
        if skipped.isdisjoint(self.grammar.infinitives):
            return 0
        near = range(index - 1, max(0, index - HEARER), -1)
        return next((n + 1 for n in near if self.tokens[n].lower in CAUSING), 0)

    def _place_end(self, start: int) -> int | None:
        """Where a preposition and a name end, if the subject follows them: à Oslo | la maire."""
        tokens, grammar = self.tokens, self.grammar
        end = start + 1
        while end < len(tokens) and tokens[end].word and tokens[end].capital:
            if tokens[end].lower in grammar.roles:
                break
            end += 1
            if tokens[end : end + 1] and tokens[end].lower in grammar.owning:
                end += len(tokens) > end + 1 and tokens[end + 1].capital  # Radio de Brea
        if tokens[start].lower not in grammar.prepositions or not start + 1 < end < len(tokens):
            return None
        if tokens[end].lower in grammar.roles or self._begins_subject(end):
            return end
        if grammar.language not in ("es", "fr"):
            return None
        names = (n for n in range(start + 2, end - 1) if is_given(tokens[n].text, grammar))
        return next(names, None)  # a dit sur Radio Brae | Ana Roc

    def _begins_subject(self, index: int) -> bool:
        """Whether an article stands here, or in Spanish "her": dijo a Radio Brea | su madre."""
        word, grammar = self.tokens[index].lower, self.grammar
        return word in grammar.articles or (grammar.drops_subjects and word in grammar.possessives)

    def _is_object(self, index: int) -> bool:
        """Whether a French or Spanish "the" stands right before a verb: Ana Roc la juge."""
        grammar = self.grammar
        articles = grammar.definites if grammar.language in ("es", "fr") else frozenset(())
        return self.tokens[index].lower in articles

    def _is_auxiliary(self, index: int) -> bool:
        """Whether the word may stand between a subject and its verb: has also, on Monday."""
        token, grammar = self.tokens[index], self.grammar
        if not index and grammar.drops_subjects and token.lower in grammar.auxiliaries:
            return True  # Ha cuestionado
        if token.capital or not token.text[0].isalpha():
            addressed = index > 0 and self.tokens[index - 1].lower in grammar.courtesies
            return token.lower == "'s" or (token.lower in grammar.times and not addressed)
        if token.lower in grammar.auxiliaries or token.lower in grammar.times:
            return True
        return token.lower.endswith("ly") and token.lower not in grammar.speakers
