"""a verb before a quoted stretch -> its subject, where the clause alone does not tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from bot.analysis.quotes.attributions import BESIDE, Attribution
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.clauses import is_reported
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.names import holds_speaker
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

FARTHEST = 60
"""How far before a participle, in tokens, the verb of its clause may stand."""
PLACED = 10
"""Fewer words tell where and when it was before they tell who said it."""
AGENTS = frozenset(("by", "par", "por"))
"""Prepositions before whoever did what a participle tells."""
LETTING = frozenset(("help", "helped", "helping", "helps", "let", "lets", "letting", "make"))
"""English verbs whose object does something: let readers mark typos."""
ANEW = frozenset(product(("alors", "tandis"), ("qu'", "que")))
ANEW |= set(product(("ce",), ("dont", "qu'", "que", "qui")))
"""French words behind a comma with which whoever writes a text goes on."""
HELPING = frozenset(("a", "avait", "avaient", "ont"))
ADVERBIAL = "ment"
PARTICIPLES = ("é", "ée", "ées", "és")
"""Endings of French participles."""


@dataclass(slots=True)
class Subjects:
    """Reads the subjects of verbs in one passage by its other clauses, and its agents."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    verbs: Verbs

    def outer(self, verb: int) -> Mention | None:
        """The subject of the clause to which a participle ("adding", "calling") belongs."""
        for outer in range(verb - 1, max(-1, verb - FARTHEST), -1):
            says = self.verbs.says(outer)
            judges = self.grammar.language == "en" and self.verbs.is_stance(outer)
            if not (says or judges) or self.verbs.is_participle(outer):
                continue
            if self.verbs.is_supposed(outer):
                continue  # he said Roe should explain it, calling it "odd"
            subject = self.reader.before(outer)
            if subject is None and outer and self.tokens[outer - 1].text == ",":
                subject = self.reader.after(self.reader.gaps.skip_hearer(outer + 1))
            if subject and (says or subject.kind is MentionKind.NAME):
                return subject
        return self.reader.first(verb)

    def is_left(self, verb: int, place: int) -> bool:
        """Whether a French text itself goes on: a dit Ana Roc, ce qui a « tout changé ».

        ``verb`` may be any token before it.
        """
        words = [token.lower for token in self.tokens[verb:place]]
        commas = (n for n, word in enumerate(words[:-2]) if word == ",")
        left = any((words[n + 1], words[n + 2]) in ANEW for n in commas)
        return left and self.grammar.language == "fr"

    def is_apposed(self, index: int) -> bool:
        """Whether a French participle only tells more of a noun: le tube, certifié d'or :"""
        parted = index > 0 and self.tokens[index - 1].text == ","
        french = self.grammar.language == "fr"
        return french and parted and self.tokens[index].lower.endswith(PARTICIPLES)

    def in_sentence(self, subject: Mention | None, verb: int) -> Mention | None:
        """The subject; or that of the sentence, where only that can be meant.

        Some bakers protested at what they called "waste". In German and French:
        Les élus protestent contre ce qu'ils nomment « ... »; Roc parle aux élus, demandant « ... »;
        La mairie écrit aux voisins demandant « ... »; Roc a visité l'usine, qualifiée d'« ... ».
        """
        if self.grammar.language == "de":
            return self._doing_again(subject, verb) or subject
        if self.grammar.language != "fr":
            they = subject is not None and self.tokens[subject.start].lower == "they"
            whole = self.reader.first(subject.start) if subject and they else None
            noun = self.tokens[whole.end - 1].lower if whole else ""
            return whole if noun in self.grammar.speakers and is_plural(noun) else subject
        if subject is None:
            judged = self.tokens[verb - 1].text == "," and self.verbs.is_stance(verb)
            judged = judged and self.tokens[verb].lower.endswith(PARTICIPLES)
            whole = self.reader.first(verb) if judged else None
            return whole if whole and whole.kind is MentionKind.NAME else None
        if self.verbs.is_participle(verb) and (told := self._told_between(subject.end, verb)):
            return told
        several = self.tokens[subject.start].lower in ("elles", "ils")
        bound = self.verbs.is_participle(verb) and subject.kind is MentionKind.PHRASE
        bound = bound and self.tokens[subject.start - 1].word
        whole = self.reader.first(subject.start) if several or bound else None
        if whole is None or whole.kind is MentionKind.PRONOUN:
            return subject
        plural = self.tokens[whole.start].lower in self.grammar.plurals
        return whole if bound or plural else subject

    def several(self, verb: int) -> Mention | None:
        """Some people of whom English text tells what they call it: a tax that objectors termed."""
        before, noun = self.tokens[max(0, verb - 2) : verb - 1], self.tokens[verb - 1]
        judged = self.grammar.language == "en" and before and self.verbs.is_stance(verb)
        led = judged and before[0].lower in self.grammar.conjunctions
        people = led and noun.text.islower() and noun.text.endswith("ors")
        return Mention(MentionKind.PHRASE, verb - 1, verb) if people else None

    def _told_between(self, start: int, verb: int) -> Mention | None:
        """Who says what stands before: Un âne, « vieux », a fui, | dit Roc, notant « ... »"""
        tokens, grammar = self.tokens, self.grammar
        human = grammar.masculine | grammar.feminine
        for said in range(verb - 2, start, -1):
            first = said
            while tokens[first - 1].lower in grammar.auxiliaries | human:
                first -= 1
            if tokens[first - 1].text == "," and self.verbs.says(said):
                if tokens[said - 1].lower in human:
                    return Mention(MentionKind.PRONOUN, said - 1, said)
                return self.reader.after(self.reader.gaps.skip_hearer(said + 1))
        return None

    def _doing_again(self, subject: Mention | None, verb: int) -> Mention | None:
        """Who does one thing more, behind a German comma: Roe lobt den Rat, nennt ihn „klug“."""
        tokens, grammar = self.tokens, self.grammar
        named = subject is not None and subject.kind is not MentionKind.PHRASE
        if named or not verb or tokens[verb - 1].text != ",":
            return None
        first = self.reader.first(verb - 1)
        if first is None or first.kind is MentionKind.PRONOUN or first.end >= verb - 1:
            return None
        does = tokens[first.end]
        if not does.word or does.capital or any(is_reported(t, grammar) for t in tokens[:verb]):
            return None  # Der Plan sei gut, sagt Roe
        behind = self.reader.after(verb + 1)
        if behind is None:
            return first
        speaks = holds_speaker(tokens[behind.start : behind.end], grammar)
        return None if speaks or behind.kind is not MentionKind.PHRASE else first

    def plain(self, verb: int, place: int) -> Mention | None:
        """An article and a noun or two right before a verb that leads to the stretch."""
        clauses = self.reader.clauses
        moved = clauses.has_subject_behind(verb) or clauses.has_object_before(verb)
        if self.verbs.is_participle(verb) or moved:
            return None  # Die Rede nannte er
        end, french = verb, self.grammar.language == "fr"
        while french and self.tokens[end - 1].lower in HELPING:
            end -= 1  # le garde a crié
        for start in range(end - 2, max(-1, end - 5), -1):
            if self.verbs.leads_up(start, end) and not self._is_linked(start):
                if self.tokens[start].lower in self.grammar.accusatives:
                    return None  # Den Neubau nannte Roe
                opens = start == 0 or not self.tokens[start - 1].word
                says = self.grammar.inverts or self.tokens[verb].lower in self.grammar.bare
                near = place - verb <= BESIDE or (opens and says)
                return Mention(MentionKind.PHRASE, start, end) if near else None
        return None

    def told(self, verb: int, place: int) -> Mention | None:
        """Who is reported in German to have said what follows: Roe habe gesagt, sie sei „müde“."""
        tokens, index = self.tokens, verb - 1
        clause = tokens[verb + 1 : place]
        if self.grammar.language != "de" or not clause or clause[0].text != ",":
            return None
        if not any(is_reported(token, self.grammar) for token in clause):
            return None
        while index > 0 and tokens[index].word and not is_reported(tokens[index], self.grammar):
            index -= 1
        told = index > 0 and tokens[index].lower in ("habe", "hätte", "haben")
        return self.reader.before(index) if told else None

    def _is_linked(self, start: int) -> bool:
        """Whether the phrase only tells more: a banner outside the hall; Auf dem Platz rief."""
        tokens, grammar = self.tokens, self.grammar
        before = tokens[start - 1].lower if start else ""
        done = self.reader.asides.is_done(start)
        owned = grammar.language == "de" and start and tokens[start - 1].capital
        if done or owned or (grammar.inverts and before in grammar.prepositions):
            return True  # ein Brief des Vereins
        return start > 1 and before in grammar.linkers and tokens[start - 2].word

    def is_object(self, subject: Mention, verb: int, place: int) -> bool:
        """Whether what follows a French verb is its object: Ana, hier, a raillé le conseil."""
        helped = self.tokens[verb - 1].lower in self.grammar.auxiliaries or (
            self.tokens[verb - 1].lower.endswith(ADVERBIAL)
        )
        judges = self.grammar.language == "fr" and self.verbs.is_stance(verb)
        return judges and helped and subject.end == place and subject.kind is MentionKind.PHRASE

    def is_bare(self, verb: int) -> bool:
        """Whether a French participle tells of a noun what somebody else did: des vœux jugés."""
        before = self.tokens[verb - 1].lower if verb else ""
        helped = before in self.grammar.auxiliaries or before in self.grammar.passives
        several = self.tokens[verb].lower.endswith(("ites", "its", "ues", "us", "ées", "és"))
        return self.grammar.language == "fr" and several and not helped

    def by_agent(self, verb: int, place: int) -> Attribution | None:
        """Whoever a participle says it was: described by Roe as "..."; or behind, by Roe."""
        agent, after = verb + 1, self.tokens[place + 1 : place + 2]
        done = self.tokens[verb].lower.endswith("ed")
        termed = self.tokens[verb - 1].lower in self.grammar.pronouns  # as they termed it
        if done and not termed and (by := self._by(place + 1)):
            subject = self.reader.after(by + 1) if self.verbs.is_stance(verb) else None
            named = subject and (by == place + 1 or subject.kind is MentionKind.NAME)
            return Attribution(subject, verb) if named else None
        behind = self.grammar.inverts and self.verbs.is_stance(verb)
        if behind and after and after[0].lower in AGENTS and place - verb <= BESIDE:
            subject = self.reader.after(place + 2)  # qualifiée d'« absurde » par Roc
            return Attribution(subject, verb) if subject else None
        if agent >= place or self.tokens[agent].lower not in AGENTS:
            return None
        subject = self.reader.after(agent + 1)
        if subject is None or subject.end >= place or self._changes(subject.end, place):
            return None
        return Attribution(subject, verb)

    def _by(self, start: int) -> int:
        """Where a "by" stands behind where and when it was, or 0: | in Halden on Friday by Roe."""
        tokens, prepositions = self.tokens, self.grammar.prepositions
        for index in range(start, min(start + PLACED, len(tokens))):
            if tokens[index].lower == "by":
                last = tokens[index - 1]
                placed = index == start or last.capital or last.lower in self.grammar.times
                return index if placed else 0  # not: a book read | by Roe
            if not tokens[index].word or tokens[start].lower not in prepositions:
                return 0
        return 0

    def _changes(self, start: int, end: int) -> bool:
        """Whether another English clause begins in between: ..., although Roe sought "more"."""
        words = {token.lower for token in self.tokens[start + 1 : end]}
        clauses = words & self.grammar.conjunctions
        return self.grammar.language == "en" and not clauses <= self.grammar.complementizers

    def is_nobody(self, subject: Mention) -> bool:
        """Whether a German pronoun there stands for nobody who speaks: man, es."""
        word = self.tokens[subject.start].lower
        return self.grammar.language == "de" and word in {"es", *self.grammar.unheard}

    def is_let(self, subject: Mention) -> bool:
        """Whether somebody is only let or made to do it: a button to let readers mark typos."""
        return self.tokens[subject.start].lower in LETTING
