"""a passage -> who is named behind a quoted stretch: "...," said Roe."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import CLOSING, Attribution, is_unfinished
from bot.analysis.quotes.closings import Closings
from bot.analysis.quotes.headings import HEADLINE
from bot.analysis.quotes.inversions import Inversions
from bot.analysis.quotes.sources import Sources
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.names import holds_speaker
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

BEARING = frozenset(("heißen", "heißt", "hieß", "hießen"))
"""German verbs of bearing a name; with "es" before or behind them, they are verbs of saying."""
VERBAL = ("a", "e", "ó", "an", "en", "aron", "ieron")
"""Endings of Spanish verbs of the third person."""
SPANS = frozenset(("afternoon", "day", "evening", "morning", "night", "time", "week", "year"))
"""What "that" tells the time of: Roe asked that night."""
ADVERBIAL = ("ment", "mente")
"""Endings of French and Spanish adverbs: a sobrement commenté."""
HEADED = 7
"""A heading that ends with its source has at most so many tokens, the quotation as one."""
REACH = 40
"""How far behind a stretch, in tokens, its verb may stand."""


@dataclass(slots=True)
class Behind:
    """Reads what follows the stretches of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    verbs: Verbs
    sources: Sources

    @property
    def closings(self) -> Closings:
        """How the German clauses of the passage close."""
        return Closings(self.tokens, self.grammar, self.reader, self.verbs)

    @property
    def inversions(self) -> Inversions:
        """The French and Spanish clauses whose verb comes first."""
        return Inversions(self.tokens, self.grammar, self.reader, self.verbs)

    def find(self, place: int, following: int) -> Attribution | None:
        index, parted = place + 1, is_unfinished(self.tokens[place].text)
        while index < following and self.tokens[index].text in ",—–-)'’\"”":
            index, parted = index + 1, True
        closings = self.closings
        if place == 0 and index < following == len(self.tokens) and self.tokens[1].text == ":":
            headed = self._headed() or self.inversions.headed() or closings.told_of(place)
            return headed or self.inversions.worded(2)
        if told := closings.told_of(place) or closings.bracketed(place):
            return told
        if index >= following or not self.tokens[index].word:
            return None
        if signed := self._signed(place, index, following):
            return signed
        helped = self.grammar.language == "fr" and self.tokens[index].lower in ("a", "ont")
        return (
            self.sources.at(index)
            or (None if parted else closings.closing_verb(index, place))
            or self._verb_first(index, following, parted)
            or (self.inversions.infinitive(index, following) if parted or helped else None)
            or self.inversions.summed(index, following, parted)
            or self._subject_first(index, place, following, parted)
            or (closings.moved(index, following) if parted else None)
            or (self._unlisted_verb(index, following) if parted else None)
            or self._dropped(index, parted)
            or (self.inversions.worded(index) if parted else None)
            or (self.inversions.unread(index, following) if parted else None)
        )

    def _signed(self, place: int, index: int, following: int) -> Attribution | None:
        """Who signs a quotation that is over: "We won." - Jane Roe, coach.

        In English also one that is all of its line: "We won" - Jane Roe after the match.
        """
        tokens = self.tokens
        if self.grammar.language == "fr" and index == place + 1:
            caption = self._captioned() if place == 0 else None
            return caption or self._viewed(place)
        if index != place + 2 or tokens[place + 1].text not in "—–-":
            return None
        alone = place == 0 and self.grammar.language in ("en", "es", "fr")
        if not alone and tokens[place].text.rstrip(CLOSING)[-1:] not in ".?!":
            return None
        name = self.reader.after(index)
        if name is None or name.kind is not MentionKind.NAME:
            return None
        over = name.end == following or tokens[name.end].text in ",."
        over = over or (alone and tokens[name.end].lower in ("(", "after", "before", "on"))
        return Attribution(name, None) if over else None

    def _captioned(self) -> Attribution | None:
        """Who is named right behind a French quotation set apart: « On tient » Ana Roc, meunière"""
        name = self.reader.after(1)
        if name is None or name.kind is not MentionKind.NAME or name.start != name.name_start:
            return None
        rest = range(name.end, len(self.tokens))
        told = any(self.verbs.utters(index) for index in rest)
        over = name.end == len(self.tokens) or self.tokens[name.end].text in ",.("
        return Attribution(name, None) if over and not told else None

    def _viewed(self, place: int) -> Attribution | None:
        """In whose eyes a French headline tells it: Une loi « bancale » pour Roc"""
        tokens = self.tokens
        ends = tokens[-1].word and tokens[-1].capital and len(tokens) <= HEADLINE
        if not ends or tokens[place + 1].lower not in self.grammar.views:
            return None
        name = self.reader.after(place + 2)
        called = name and name.kind is MentionKind.NAME and name.end == len(tokens)
        return Attribution(name, place + 1, strong=False) if called else None

    def _headed(self) -> Attribution | None:
        """Whose words a heading says they are: 'No rain till May': Brae Weather.

        Or 'It rained': Jane Roe on her youth; in Spanish «Llueve»: alcaldesa Ana Roca.
        """
        tokens = self.tokens
        if self.grammar.language not in ("en", "es") or len(tokens) < 3:
            return None
        source = self.reader.after(2)
        if self.grammar.drops_subjects and source:
            office = tokens[source.start].lower in self.grammar.roles
            named = source.kind is MentionKind.NAME or office
            return Attribution(source, None) if named else None
        on = source is not None and source.kind is MentionKind.NAME and source.end < len(tokens)
        if source and on and tokens[source.end].lower == "on":
            return Attribution(source, None)
        names = all(token.word and token.capital for token in tokens[2:])
        whole = len(tokens) <= HEADED and names and source and source.end == len(tokens)
        return Attribution(source, None) if whole else None

    def _verb_first(self, index: int, following: int, parted: bool) -> Attribution | None:
        """ "...," said Roe; « ... », a dit Roe; « ... », a-t-il dit."""
        tokens, grammar = self.tokens, self.grammar
        cue = index
        while grammar.inverts and cue + 1 < following and not self.verbs.utters(cue, True):
            helps = tokens[cue].lower in grammar.auxiliaries
            helps = helps or (cue > index and tokens[cue].lower.endswith(ADVERBIAL))
            if cue > index and (behind := self.reader.gaps.behind_interruption(cue)) > cue:
                cue = behind
                continue
            if not helps and (cue == index or tokens[cue].lower not in grammar.pronouns):
                return self.inversions.pronoun_first(index, cue) if parted else None
            cue += 1
        if not self.verbs.utters(cue, True) or self.verbs.is_participle(cue):
            return None
        hears = grammar.language == "fr" and tokens[index].lower == "nous"  # nous confie Roc
        if cue > index + hears and tokens[cue - 1].lower in grammar.pronouns:
            return Attribution(Mention(MentionKind.PRONOUN, cue - 1, cue), cue)
        after = tokens[cue + 1].lower if cue + 1 < following else ""
        if tokens[cue].lower in BEARING and after != "es":
            return None  # „Wolke“, so heißt das Projekt
        if after in grammar.unheard and (body := self.sources.within(cue + 2)):
            return Attribution(body, cue)
        if name := self.inversions.behind_own(cue):
            return Attribution(name, cue)
        start = self.reader.gaps.skip_hearer(cue + 1) if grammar.inverts else cue + 1
        parts = start < following and tokens[start].lower not in grammar.pronouns
        if grammar.language == "fr" and parts:
            start = self.reader.gaps.behind_interruption(start)
        subject = self.reader.after(start, sure=parted) or self.inversions.behind_adjunct(
            start, following
        )
        fits = subject is not None and subject.end <= following
        return Attribution(subject, cue, strong=parted) if fits else None

    def _subject_first(
        self, index: int, place: int, following: int, parted: bool
    ) -> Attribution | None:
        """ "...," Roe said; "...," Roe, the mayor of Halden, told the court."""
        whole = self.tokens[place].text.rstrip(CLOSING)[-1:] in ".?!"
        opening, article = self.tokens[index], self.tokens[index].lower
        noun = opening.capital or article in self.grammar.determiners
        if self.grammar.language == "de" and noun:
            return None  # „Ja“, sagt Roe; „Ja“, | der Rat sagte nichts
        for verb in range(index + 1, min(following, index + REACH)):
            if not (self.verbs.utters(verb, True) if parted else self.verbs.utters(verb)):
                continue
            if whole and self._says_more(verb, following):
                return None
            if self.verbs.leads_on(verb, following) or self.verbs.is_sourced(index, verb):
                return None
            if parted and (quoted := self._quoted(verb, following)):
                return Attribution(quoted, verb)
            subject = self.reader.before(verb)
            if subject is None and parted and self.verbs.leads_up(index, verb):
                subject = Mention(MentionKind.PHRASE, index, verb)
            if parted and subject and subject.start > index + 1:
                subject = self._named_with_office(index, subject.start) or subject
            if subject and subject.start >= index:
                first = self.tokens[index].lower
                joins = first in self.grammar.conjunctions or first in self.grammar.prepositions
                begins = subject.start == index or (subject.start == index + 1 and not joins)
                begins = begins or (parted and self._is_office(index, subject))
                return Attribution(subject, verb, strong=parted) if begins else None
        return None

    def _is_office(self, index: int, name: Mention) -> bool:
        """Whether only another office stands before: a poet | and Brae Mills head Jane Roe said."""
        tokens, grammar, joint = self.tokens, self.grammar, name.start - 1
        if grammar.language != "en" or name.name_start == name.start:
            return False
        office = index < joint and tokens[joint].lower in grammar.coordinators
        anybody = office and tokens[index].lower in grammar.indefinites
        return anybody and tokens[joint - 1].lower in grammar.roles

    def _quoted(self, verb: int, following: int) -> Mention | None:
        """Whom an English paper quotes: "...," the Gazette quotes Roe as saying."""
        saying = next((n for n in range(verb + 2, following) if self.verbs.says(n)), 0)
        if not saying or self.tokens[saying - 1].lower != "as":
            return None
        quotings = self.reader.quotings
        return quotings.speaker(verb, saying - 1) if quotings.find(saying - 1) == verb else None

    def _named_with_office(self, index: int, phrase: int) -> Mention | None:
        """The English name that opens a clause, and of whom all up to the verb only tells more.

        "...," Roe, head of Brae Maps, a printer in Halden told the court. No comma closes it.
        """
        tokens = self.tokens
        if self.grammar.language != "en" or tokens[phrase - 1].text != ",":
            return None
        name = self.reader.after(index)
        if name is None or name.kind is not MentionKind.NAME or tokens[name.end].text != ",":
            return None
        told = tokens[name.end + 1].lower
        return None if told in self.grammar.conjunctions else name

    def _says_more(self, verb: int, following: int) -> bool:
        """Whether the verb has words of its own: "Why?" Roe told the court that he had left."""
        for index in range(verb + 1, min(following - 1, verb + REACH)):
            token = self.tokens[index]
            if not token.word:
                return False
            if token.lower == "that":
                return self.tokens[index + 1].lower not in SPANS
        return False

    def _unlisted_verb(self, index: int, following: int) -> Attribution | None:
        """Any verb between a quotation and its speaker: "...," she trilled; «...», trinó Roe."""
        tokens, grammar = self.tokens, self.grammar
        if grammar.inverts:
            return self._unlisted_inversion(index, following)
        human = tokens[index].lower in grammar.masculine or tokens[index].lower in grammar.feminine
        if human and index + 1 < following and tokens[index + 1].lower.endswith("ed"):
            return Attribution(Mention(MentionKind.PRONOUN, index, index + 1), index + 1)
        trilled = tokens[index].text.islower() and tokens[index].lower.endswith("ed")
        return self._unlisted_inversion(index, following) if trilled else None

    def _unlisted_inversion(self, verb: int, following: int) -> Attribution | None:
        """A word in small letters that a person or a body follows at once."""
        tokens, grammar = self.tokens, self.grammar
        while verb + 1 < following and tokens[verb].lower in grammar.auxiliaries:
            verb += 1
        if not tokens[verb].text.islower() or tokens[verb].lower in grammar.closed:
            return None
        subject = self.reader.after(verb + 1, sure=True)
        if subject is None or subject.end > following:
            return None
        if subject.kind is MentionKind.PRONOUN:
            word = tokens[subject.start].lower
            human = word in grammar.masculine or word in grammar.feminine
            does = grammar.language == "de" and tokens[verb].lower.endswith(("t", "te"))
            return Attribution(subject, verb) if human and does else None
        speaks = holds_speaker(tokens[subject.start : subject.end], grammar)
        named = subject.kind is MentionKind.NAME
        return Attribution(subject, verb) if named or speaks else None

    def _is_lone_verb(self, index: int) -> bool:
        """Whether one word ends the sentence that looks like a verb: «...», calcula."""
        token, after = self.tokens[index], self.tokens[index + 1 : index + 2]
        verbal = token.text.islower() and token.lower.endswith(VERBAL)
        return (
            verbal and token.lower not in self.grammar.closed and all(t.text in ".," for t in after)
        )

    def _dropped(self, index: int, parted: bool) -> Attribution | None:
        """A Spanish verb that leaves its subject out: «...», añadió."""
        tokens, grammar = self.tokens, self.grammar
        while index + 1 < len(tokens) and tokens[index].lower in grammar.auxiliaries:
            index += 1
        drops = parted and grammar.drops_subjects
        if not drops or self.verbs.is_participle(index):
            return None
        if not self.verbs.utters(index, True) and not self._is_lone_verb(index):
            return None
        if body := self.sources.within(index + 1):
            return Attribution(body, index)
        return Attribution(None, index, chained=True, dropped=True)
