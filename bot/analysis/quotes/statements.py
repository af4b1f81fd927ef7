"""a passage -> what somebody is said to say in it without marks: Roe said that rates would hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.quotes.attributor import Attributor
from bot.analysis.speakers.clauses import is_reported
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Token

ENDS = frozenset(".,;:!?…—–-(")
WANTED = frozenset(("how", "what", "whether", "why"))
"""English words for what somebody is yet to tell: Roe should explain why."""
TELLING = frozenset(("he", "i", "she", "they", "we"))
"""English pronouns that begin a clause."""
FEWEST = 3
"""A statement has at least this many tokens."""
HEARER = 5
"""The name of whom somebody told it has fewer tokens than this: ..., Roe told the Gazette."""
FARTHEST_THAT = 14
"""How far behind its verb, in tokens, a "that" may stand: told the choir on Monday that ..."""


@dataclass(slots=True)
class Statements:
    """Finds the indirect statements of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    attributor: Attributor

    def find(self, direct: Sequence[int]) -> Iterator[Attribution]:
        """The statements, in order; ``direct`` are the tokens of direct quotations."""
        known, parted = self.grammar.cues, self.grammar.parted
        verbs = [n for n, t in enumerate(self.tokens) if t.lower in known or t.lower in parted]
        cues = [verb for verb in verbs if self._is_cue(verb)]
        opened = self.grammar.drops_subjects and self.attributor.sources.at(0)
        for number, verb in enumerate(() if opened else cues):  # Según Roca, el edil teme que ...
            following = cues[number + 1] if number + 1 < len(cues) else None
            if statement := self._of(verb, following, direct):
                yield statement
        sources = self.attributor.sources
        naming = self.grammar.sourcing & self.grammar.stating
        for index in [n for n, token in enumerate(self.tokens) if token.lower in naming]:
            source = None if sources.is_beside(index, 0) else sources.at(index)
            content = self._beside(index, source.mention, direct) if source else None
            if source and content:
                yield Attribution(source.mention, source.cue, content=content)

    def _is_cue(self, index: int) -> bool:
        before = self.tokens[index - 1].lower if index else ""
        if not self.attributor.verbs.says(index) or before in self.grammar.infinitives:
            return False
        after = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        return after not in WANTED or not self.attributor.verbs.is_supposed(index)

    def _of(self, verb: int, following: int | None, direct: Sequence[int]) -> Attribution | None:
        reader, tokens = self.attributor.reader, self.tokens
        if closing := self._closing(verb, direct):
            return closing
        subject = None if self.attributor.closing(verb) else reader.before(verb)
        if subject is None and self.attributor.verbs.is_participle(verb):
            subject = self.attributor.outer_subject(verb)
        if subject is None:
            return (
                self._inverted(verb, direct)
                or self._subject_behind(verb, following, direct)
                or self._dropped(verb, following, direct)
            )
        if tokens[subject.start].lower in self.grammar.unheard:
            return None
        content = self._behind(verb, following, direct)
        if content is None and self._closes(verb, direct):
            content = self._ahead(subject.start, direct)
        return Attribution(subject, verb, content=content) if content else None

    # -- behind the verb

    def _behind(
        self, verb: int, following: int | None, direct: Sequence[int]
    ) -> tuple[int, int] | None:
        """The clause behind the verb: said (that) rates would hold."""
        start = self._clause_start(verb)
        if start is None or self._is_relative(start):
            return None
        stop = next((place for place in direct if place >= start), len(self.tokens))
        if following is not None and start < following < stop:
            stop = self._parting(start, following) or stop
        stop = self._without_marks(start, stop)
        return (start, stop) if stop - start >= FEWEST else None

    def _clause_start(self, verb: int) -> int | None:
        tokens, grammar = self.tokens, self.grammar
        if grammar.language == "de":
            return self._german_start(verb)
        first = verb + 1
        while first < len(tokens) and tokens[first].lower in grammar.times:
            first += 1
        if first >= len(tokens) or not (tokens[first].word or tokens[first].quote != NO_QUOTE):
            return None
        if tokens[first].lower in grammar.complementizers and not self._contracts(first):
            return first + 1
        bare = tokens[verb].lower in grammar.bare and not self._is_adjunct(first)
        if bare or tokens[first].lower in grammar.pronouns or tokens[first].lower == "there":
            return first
        return self._after_that(verb)

    def _german_start(self, verb: int) -> int | None:
        """Where a German clause begins: behind a comma, with "dass" or in the mood of reports."""
        tokens, grammar = self.tokens, self.grammar
        comma = verb + 1
        while comma < min(len(tokens), verb + FARTHEST_THAT) and tokens[comma].word:
            comma += 1
        start = comma + 1
        if start >= len(tokens) or tokens[comma].text not in ",:":
            return None
        if tokens[start].lower in grammar.complementizers:
            return start + 1
        if tokens[start].lower in grammar.conjunctions or tokens[start].quote != NO_QUOTE:
            return None
        reported = any(is_reported(t, grammar) for t in tokens[start : start + FARTHEST_THAT])
        bare = tokens[verb].lower in grammar.bare and comma == verb + 1
        return start if reported or bare else None

    def _after_that(self, verb: int) -> int | None:
        tokens = self.tokens
        if tokens[verb].lower not in self.grammar.addressing and self._has_object(verb):
            return None
        for index in range(verb + 1, min(len(tokens), verb + FARTHEST_THAT)):
            if tokens[index].lower in self.grammar.complementizers and not self._contracts(index):
                nearer = self.grammar.language in ("es", "fr") and index > verb + 1
                other = nearer and tokens[index - 1].lower in self.grammar.cues
                return None if other else index + 1  # publicó la lista, explicó que ...
            if index > verb + 1 and tokens[index].lower in TELLING and self._tells(verb):
                return index
            if tokens[index].quote != NO_QUOTE or not (
                tokens[index].word or tokens[index].text == ","
            ):
                return None
        return None

    def _tells(self, verb: int) -> bool:
        """Whether a hearer follows the English verb, and no "that": told the Post he was ill."""
        addressing = self.tokens[verb].lower in self.grammar.addressing
        return self.grammar.language == "en" and addressing

    def _has_object(self, verb: int) -> bool:
        """Whether a number follows, so that "that" tells more of a thing: pledged 9 tons that."""
        return verb + 1 < len(self.tokens) and self.tokens[verb + 1].text[0].isdigit()

    def _is_adjunct(self, index: int) -> bool:
        """Whether an adjunct and no clause begins here: said in Oslo; said Monday."""
        token = self.tokens[index]
        return token.lower in self.grammar.prepositions or token.text[0].isdigit()

    def _is_relative(self, start: int) -> bool:
        """Whether a French or Spanish "that" means a noun: defendió su plan, que calificó de ..."""
        following = self.tokens[start].lower if start < len(self.tokens) else ""
        return self.grammar.language in ("es", "fr") and following in self.grammar.verbs

    def _contracts(self, index: int) -> bool:
        """Whether the word is a subject: that's."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return following is not None and following.lower in ("'s",)

    def _parting(self, start: int, verb: int) -> int | None:
        """Where a second attribution ends the clause: ..., adding that; ... but Roe says."""
        tokens, attributor = self.tokens, self.attributor
        if attributor.verbs.is_participle(verb) and tokens[verb - 1].text == ",":
            return verb - 1
        if tokens[verb - 1].lower in self.grammar.coordinators and verb - 1 > start:
            return verb - 1
        subject = attributor.reader.before(verb)
        if subject is None or subject.start <= start:
            return None
        before = tokens[subject.start - 1]
        joined = before.lower in self.grammar.conjunctions or before.text in ";—–"
        return subject.start - 1 if joined and before.lower not in ("that", "what") else None

    # -- before the verb, and beside "according to"

    def _closes(self, verb: int, direct: Sequence[int]) -> bool:
        """Whether nothing but an adjunct follows the verb."""
        tokens = self.tokens
        if any(place > verb for place in direct):
            return False
        if verb + 1 >= len(tokens):
            return True
        if not tokens[verb + 1].word:
            return tokens[verb + 1].quote == NO_QUOTE
        if self._is_adjunct(verb + 1) or tokens[verb + 1].lower in self.grammar.times:
            return True
        hearer = tokens[verb + 1 : verb + 1 + HEARER]
        rest = next((n for n, token in enumerate(hearer) if not token.word), len(hearer))
        addressed = tokens[verb].lower in self.grammar.addressing and rest < HEARER
        return addressed and all(token.capital for token in hearer[:rest])

    def _ahead(self, subject: int, direct: Sequence[int]) -> tuple[int, int] | None:
        """The clause before the subject: Rates would hold, Roe said."""
        if subject < FEWEST or self.tokens[subject - 1].text != "," or self.grammar.inverts:
            return None
        return self._whole(0, subject - 1, direct)

    def _inverted(self, verb: int, direct: Sequence[int]) -> Attribution | None:
        """The clause before a verb that precedes its subject: Rates would hold, said Roe."""
        if verb < FEWEST or self.tokens[verb - 1].text != ",":
            return None
        subject = self.attributor.reader.after(verb + 1)
        if subject is None:
            return None
        if subject.kind is MentionKind.PRONOUN and not self.grammar.inverts:
            return None
        content = self._whole(self._behind_colon(verb), verb - 1, direct)
        if content is None or self._is_condition(*content):
            return None
        return Attribution(subject, verb, content=content)

    def _closing(self, verb: int, direct: Sequence[int]) -> Attribution | None:
        """The clause before a verb and a name that end it: El joven, que huía, cayó, dijo Roca."""
        told = self._inverted(verb, direct) if self.grammar.language in ("es", "fr") else None
        name = told.mention if told and told.mention else None
        end = name.end if name and name.kind is MentionKind.NAME else 0
        return told if end == len(self.tokens) or (end and self.tokens[end].text in ".!?") else None

    def _is_condition(self, start: int, end: int) -> bool:
        """Whether the clause only leads to the verb: Als es kalt wurde, sagte Roe: Wir gehen.

        Not where a German main clause in the mood of reports follows: Wenn es friere, werde ...
        """
        tokens = self.tokens
        if tokens[start].lower not in self.grammar.conjunctions:
            return False
        mains = (n for n in range(start + 1, end) if tokens[n - 1].text == ",")
        reported = any(is_reported(tokens[n], self.grammar) for n in mains)
        return self.grammar.language != "de" or not reported

    def _behind_colon(self, verb: int) -> int:
        """Where a German clause begins behind a colon: Roe zweifelt: | Es werde kalt, sagt er."""
        if self.grammar.language != "de":
            return 0
        colons = (n + 1 for n in range(verb - 2, 0, -1) if self.tokens[n].text == ":")
        return next(colons, 0)

    def _subject_behind(
        self, verb: int, following: int | None, direct: Sequence[int]
    ) -> Attribution | None:
        """The clause behind a German verb and its subject: Gestern sagte Roe, es werde kalt."""
        if self.grammar.language != "de":
            return None
        subject = self.attributor.reader.after(verb + 1)
        content = self._behind(verb, following, direct) if subject else None
        return Attribution(subject, verb, content=content) if content else None

    def _dropped(
        self, verb: int, following: int | None, direct: Sequence[int]
    ) -> Attribution | None:
        """The clause behind a Spanish verb without a subject: Aseguró que no habrá cortes."""
        that = self.tokens[verb + 1 : verb + 2]
        led = bool(that) and that[0].lower in self.grammar.complementizers
        if not led or not self.attributor.leading.drops_subject(verb):
            return None
        content = self._behind(verb, following, direct)
        if content is None:
            return None
        return Attribution(None, verb, content=content, chained=True, dropped=True)

    def _beside(
        self, index: int, source: Mention | None, direct: Sequence[int]
    ) -> tuple[int, int] | None:
        """The clause beside "according to Roe"."""
        if source is None:
            return None
        start, end = self.attributor.sources.beside(index, source)
        whole = self._whole(start, end, direct)
        before = whole is not None and index > 1 and end == index
        return None if whole and before and self._is_cue(whole[1] - 1) else whole

    def _whole(self, start: int, end: int, direct: Sequence[int]) -> tuple[int, int] | None:
        """The clause between two tokens without what joins it to others."""
        tokens = self.tokens
        if any(start <= place < end for place in direct):
            return None
        end = self._without_marks(start, end)
        while start < end and (
            tokens[start].lower in ("and", "but", "so", "yet")
            or (not tokens[start].word and tokens[start].quote == NO_QUOTE)
        ):
            start += 1
        return (start, end) if end - start >= FEWEST else None

    def _without_marks(self, start: int, end: int) -> int:
        tokens = self.tokens
        while end > start and tokens[end - 1].text in ENDS:
            end -= 1
        return end
