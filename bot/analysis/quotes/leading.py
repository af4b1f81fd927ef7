"""a passage -> who is named before a quoted stretch: Roe said that "..."."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import BESIDE, Attribution
from bot.analysis.quotes.claims import Claims
from bot.analysis.quotes.colons import Colons
from bot.analysis.quotes.detours import Detours
from bot.analysis.quotes.nonfinites import Nonfinites
from bot.analysis.quotes.papers import Papers
from bot.analysis.quotes.sources import Sources
from bot.analysis.quotes.subjects import Subjects
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.clauses import ends_said, is_reported
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.tokens import Token

OPENING = frozenset(("began", "begin", "begins", "begun", "opened", "start", "started", "starts"))
"""English verbs that are of saying only before a comma or a colon: Roe began: "..."."""
VIEWING = frozenset(("considered", "considers", "deemed", "deems", "feel", "feels", "felt"))
VIEWING |= {"hope", "hoped", "hopes", "regarded", "regards", "reject", "rejected", "rejects"}
VIEWING |= {"responded", "responds", "seek", "seeking", "seeks", "sought"}
VIEWING |= {"view", "viewed", "viewing", "views"}
"""English verbs of what somebody thinks or does, in the words of whoever tells it."""
SUBORDINATING = frozenset(("aunque", "cuando", "mientras", "si"))
UNSETTLED = frozenset(("cuando", "donde"))
"""Spanish words behind which a verb without a subject may have any."""
IMPERSONAL = frozenset(("había", "hay", "hubo", "se"))
"""Spanish words of clauses in which nobody speaks: Se oían quejas: «...»."""
LEADING = 7
"""So many tokens may stand between a verb and the comma or colon that leads to its stretch."""


@dataclass(slots=True)
class Leading:
    """Reads what stands before the stretches of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    verbs: Verbs
    sources: Sources

    @property
    def subjects(self) -> Subjects:
        """Whose verb it is where the reader of subjects alone cannot tell."""
        return Subjects(self.tokens, self.grammar, self.reader, self.verbs)

    @property
    def detours(self) -> Detours:
        """Which verbs of the passage lead to something else."""
        return Detours(self.tokens, self.grammar, self.verbs)

    @property
    def papers(self) -> Papers:
        """The documents that the passage cites."""
        return Papers(self.tokens, self.grammar, self.reader)

    def find(self, place: int, previous: int) -> Attribution | None:
        """The attribution that stands before the stretch, behind the stretch ``previous``."""
        unread: int | None = None
        claims = Claims(self.tokens, self.grammar, self.reader)
        if known := claims.find(place, previous):
            return known
        nonfinites = Nonfinites(self.tokens, self.grammar, self.reader, self.sources)
        if again := nonfinites.again(place, previous):
            return again
        colons = Colons(self.tokens, self.grammar, self.reader)
        colon = place > 0 and self.tokens[place - 1].text == ":"
        moved = (colons.moved(place - 1) or colons.saying(previous + 1, place)) if colon else None
        if moved:
            return Attribution(moved, None)
        if colon and self.grammar.language == "de" and (author := colons.author(place - 1)):
            return Attribution(author, None)
        begin, detours = max(previous, self._clause_end(place)), self.detours
        for verb in range(place - 1, begin, -1):
            if self.grammar.drops_subjects and (bare := nonfinites.read(verb)):
                return bare
            led = self.tokens[place - 1].text in ",:" and self.grammar.language == "en"
            supposed = self.verbs.is_supposed(verb) and not led
            supposed = supposed or self.tokens[verb].lower in VIEWING
            over = self.verbs.is_stance(verb) and self._is_over(verb, place)
            if (supposed or over) and detours.is_reported(verb, -1 if over else previous):
                continue
            beside = led or self.grammar.language != "en" or verb == place - 1
            if not self.verbs.utters(verb, near=beside and place - verb <= BESIDE):
                continue
            opens = self.tokens[verb].lower in OPENING and self.tokens[place - 1].word
            if opens or detours.leads_off(verb, place, previous):
                continue
            if self.subjects.is_left(verb, place):
                continue
            if attribution := self._by_verb(verb, place, previous):
                return attribution
            if place - verb <= LEADING and not self.subjects.is_apposed(verb):
                unread = verb
        if view := self.sources.view(place, previous):
            return view
        if colon:
            if source := self.sources.before_colon(place, previous):
                return source
            label = colons.label(previous + 1, place - 1)
            label = label or colons.possessed(previous + 1, place - 1)
            if author := label or colons.author(place - 1) or colons.owner(previous + 1):
                return Attribution(author, None)
            if colons.quotes_another(place - 1):
                return Attribution(None, None)
            subject = self.reader.first(place)
            nobody = subject is None or self.tokens[subject.start].lower in self.grammar.anybody
            if nobody or (subject and self.subjects.is_nobody(subject)):
                subject = colons.only_name(previous, place) or subject
            if subject and self.subjects.is_nobody(subject):
                subject = None  # Man müsse sparen: „...“
            if unread is not None and subject and colons.moves(subject, unread):
                return Attribution(subject, None)
            if unread is not None and self.grammar.inverts:
                goes_on = self._is_coordinated(unread)  # ... sagte Roe und fügte hinzu: „...“
                return Attribution(None, unread, chained=goes_on)  # else a name would be a guess
            if subject and colons.announces(subject):
                return Attribution(subject, None)
            told = any(is_reported(t, self.grammar) for t in self.tokens[previous + 1 : place])
            drops = self.grammar.drops_subjects and subject is None and previous < 0
            clause = {token.lower for token in self.tokens[:place]}
            drops = drops and place > BESIDE and IMPERSONAL.isdisjoint(clause)
            if told or drops:  # Pero tampoco lo ve claro: «...»
                return Attribution(None, None, strong=False, chained=True, dropped=drops)
        return None

    def _clause_end(self, place: int) -> int:
        """The comma behind the clause that opens a Spanish sentence: Si todos lo dicen, Roca"""
        opens = self.grammar.drops_subjects and self.tokens[0].lower in SUBORDINATING
        commas = (n for n in range(1, place - 1) if self.tokens[n].text == ",")
        return next(commas, -1) if opens else -1

    def _is_coordinated(self, verb: int) -> bool:
        """Whether an "and" stands before the verb: its subject is that of the verb before."""
        return verb > 0 and self.tokens[verb - 1].lower in self.grammar.coordinators

    def _by_verb(self, verb: int, place: int, previous: int) -> Attribution | None:
        """The attribution that a verb before the stretch makes."""
        asks = self.grammar.language == "fr" and self.tokens[verb].lower in self.grammar.askings
        if asks and self.tokens[verb + 1].lower == "par":
            return None  # Interrogée par l'AFP, la BRM n'a « rien dit »
        if verb == 1 and self.tokens[0].text == "Qui":
            return Attribution(None, verb, chained=True)  # Qui poursuit :
        if known := self.papers.read(verb, place) or self.subjects.by_agent(verb, place):
            return known
        judged = self.grammar.language == "fr" and place - verb <= BESIDE
        judged = judged and self.verbs.is_passive(verb)
        if judged or self.papers.is_hearsay(verb):
            return Attribution(None, verb)
        if self.subjects.is_bare(verb):
            return None
        subject = self.reader.before(verb) or self.subjects.several(verb)
        subject = self.subjects.in_sentence(subject, verb)
        if subject and self.tokens[subject.start].lower in self.grammar.unheard:
            subject = self.sources.among() or subject
        if subject is None:
            subject = self.subjects.told(verb, place)
        french = self.grammar.language == "fr"
        if subject is None and (french or not self.detours.is_reported(verb, previous)):
            subject = self.subjects.plain(verb, place)
        if subject is not None and self.subjects.is_let(subject):
            return None
        joined = self.grammar.language == "en" and self._is_coordinated(verb)
        joined = joined and not self.detours.is_reported(verb, previous)
        if subject is not None and (subject.end > previous or joined):
            quoted = self.papers.quoted(verb, place)
            return Attribution(quoted or subject, verb)
        if subject is not None and self.grammar.inverts:
            return Attribution(subject, verb)  # what follows is an object
        if self.verbs.is_passive(verb):
            stands = self.verbs.is_stance(verb) and not self._is_over(verb, place)
            english = self.grammar.language == "en"
            alone = not any(self.verbs.utters(index) for index in range(verb + 1, place))
            if english and stands and alone and self.detours.is_reported(verb, previous):
                return None  # Roe said Finn was hailed as a "great cook"
            told = english and self.tokens[verb + 1].lower == "that"
            told = told and self.tokens[verb].lower in self.grammar.addressing
            return Attribution(None, verb) if told or stands else None
        if self.verbs.is_participle(verb):
            outer = self.subjects.outer(verb)
            return Attribution(outer, verb) if outer else None
        if self.tokens[verb].lower in self.grammar.addressing:
            return None
        if self.grammar.drops_subjects and self.tokens[verb - 1].lower in UNSETTLED:
            return Attribution(None, verb)  # citó a la corte cuando pidió «...»
        if self.grammar.drops_subjects and self.tokens[verb - 1].lower == "que":
            named = verb > 1 and self.tokens[verb - 2].lower == "lo"  # lo que llamó «ruina»
            outer = self.reader.first(verb) if named and self.verbs.is_stance(verb) else None
            # la ley que defienden los liberales: «...»
            return Attribution(outer, verb) if outer else None
        subject = self.reader.after(verb + 1)
        if subject and self.subjects.is_object(subject, verb, place):
            subject = self.reader.first(verb)
            return Attribution(subject, verb) if subject else None
        if subject is None or subject.end >= place + self.grammar.inverts:
            if self.tokens[verb - 1].text == ";" and (first := self.reader.first(verb)):
                return Attribution(first, verb)  # Roca calla; dice que «...»
            drops = self._leads_on(verb, place) and self.drops_subject(verb)
            return Attribution(None, verb, chained=True, dropped=True) if drops else None
        marks = all(token.text in ",:" for token in self.tokens[subject.end : place])
        return Attribution(subject, verb) if marks or self.grammar.inverts else None

    def _leads_on(self, verb: int, place: int) -> bool:
        """Whether a verb stands near, or nothing but words and a colon stand between."""
        between = self.tokens[verb + 1 : place]
        if self.verbs.opens_clause(verb) or self.verbs.is_finite(verb):
            return True
        colon = bool(between) and between[-1].text == ":"
        if place - verb <= LEADING:
            return True
        opens = not self.reader.gaps.subject_end(verb) + 1 and place - verb <= 2 * LEADING
        return (colon or opens) and all(token.word for token in between[: -1 if colon else None])

    def _is_over(self, verb: int, place: int) -> bool:
        """Whether the clause of the verb ends before the one that leads to the stretch.

        A German one with a comma, an English one where "and" leads on: he hit a bell and "all" ran;
        or a comma, far from the verb.
        """
        if self.grammar.language == "en":
            parted = self.tokens[place - 1].text == "," and place - verb > BESIDE + 1
            return parted or self.tokens[place - 1].lower in self.grammar.coordinators
        commas = (token.text == "," for token in self.tokens[verb:place])
        return self.grammar.language == "de" and any(commas)

    def drops_subject(self, verb: int) -> bool:
        """Whether the clause of a Spanish verb has no noun before it: Y concluye; Ayer dijo."""
        tokens, grammar = self.tokens, self.grammar
        if not grammar.drops_subjects:
            return False
        start = verb
        while start and tokens[start - 1].word:
            start -= 1
        small = (grammar.auxiliaries, grammar.coordinators, grammar.prepositions, grammar.openers)
        lower = tokens[start].lower
        opens = lower not in grammar.determiners and any(lower in words for words in small)
        return start == verb or opens

    def leads(self, attribution: Attribution, place: int) -> bool:
        """Whether only a few small words stand between the verb and the stretch."""
        cue = attribution.cue
        between = () if cue is None else self.tokens[cue + 1 : place]
        if not between:
            return True
        if cue is not None and ends_said(self.tokens, cue, place, self.grammar):
            return True
        last = between[-1].lower
        return last in self.grammar.complementizers or (last in ",:" and len(between) < LEADING)
