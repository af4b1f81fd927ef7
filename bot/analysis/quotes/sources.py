"""a passage -> the sources that it names without a verb of saying: according to Roe."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import CLOSING, Attribution
from bot.analysis.speakers.clauses import RELATIVES
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.names import holds_speaker
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Token

OWN = frozenset(("eigenem", "eigenen", "eigener"))
"""German words by which the subject is the source: Roe soll laut eigenen Angaben gehen."""
HIM = frozenset(("ihm", "ihnen", "ihr"))
BEHIND = "zufolge"
"""A German preposition that stands behind its source: dem Wirt zufolge."""
GIVEN = frozenset(("angaben", "aussage", "aussagen", "darstellung", "informationen", "worten"))
"""German nouns for what somebody says, before whose words they are."""
OF = frozenset(("der", "des", "einer", "eines", "von"))
BRACKET = 8
"""A bracket behind the name of a body has fewer tokens than this."""
TOLD = ("i", "ie", "is", "ies", "u", "ue", "us", "ues", "é", "ée", "és", "ées")
"""Endings of French participles."""
FARTHEST = 6
"""Before so many tokens behind such a word stands its verb."""


@dataclass(slots=True)
class Sources:
    """Reads the sources in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader

    def at(self, index: int) -> Attribution | None:
        """The source named from this token on: according to Roe; pour Roe, ..."""
        if self.tokens[index].lower not in self.grammar.sourcing:
            return None  # most tokens: it is asked of each
        if (said := self._compared(index)) is not None:
            return said
        if self.tokens[index].lower == BEHIND:
            return self._before(index)
        for end in self._ends(index, self.grammar.accordings):
            end += end < len(self.tokens) and self.tokens[end].lower == "von"
            if end < len(self.tokens) and self.tokens[end].lower in HIM:
                return None  # Laut ihm habe die Ampel gestanden
            own = end < len(self.tokens) and self.tokens[end].lower in OWN
            sure = self.tokens[index].lower == "selon"
            subject = self.reader.first(index) if own else self.reader.after(end, sure)
            if subject and (author := self._author(subject)):
                subject = author
            return Attribution(subject, index) if subject else None
        first = int(self.grammar.inverts and self.tokens[0].lower in self.grammar.coordinators)
        first += first and self.tokens[first].text == ","
        if self.grammar.language == "de" or index != first:
            return None
        subject = self._viewer(index)
        end = self._behind_more(self._behind_bracket(subject.end)) if subject else 0
        behind = self.tokens[end : end + 1] if subject else ()
        parted = any(self._ends_view(token) for token in behind)
        if subject and parted and self.tokens[subject.end].lower == "par":
            subject = subject._replace(end=subject.end - 1)  # un élu joint | par l'OPF
        return Attribution(subject, index) if parted else None

    def _before(self, index: int) -> Attribution | None:
        """The German source that stands before its preposition: Angaben der Stadt zufolge."""
        subject = self.reader.phrases.ending_at(index)
        if subject is None:
            return None
        words = self.tokens[subject.start : subject.end]
        of = next((n for n, word in enumerate(words[1:], 1) if word.lower in OF), 0)
        if of and words[of - 1].lower in GIVEN:
            whose = self.reader.phrases.read(subject.start + of, subject.end)
            return Attribution(whose, index) if whose else None
        return None if words[-1].lower in GIVEN else Attribution(subject, index)

    def beside(self, index: int, source: Mention) -> tuple[int, int]:
        """From where to where the words may reach that belong to the source named at a token."""
        if source.end == index and source.start > 1:
            return 0, source.start  # Es hat, | dem Wirt zufolge, ...
        if source.end == index:
            return index + 1, len(self.tokens)  # Dem Wirt zufolge | hat es
        if index > 1:
            return 0, index
        end = source.end
        if self.grammar.language == "de":
            return end, len(self.tokens)  # Laut Roe | kommt der Frost
        while end < len(self.tokens) and self.tokens[end].text != ",":
            end += 1
        return end + 1, len(self.tokens)

    def is_beside(self, index: int, place: int) -> bool:
        """Whether a German source is not that of the stretch, but of a relative clause.

        Or behind a dash: „Schlimm“ war, dass Roe, der laut Polizei schlief, ...; | - laut Polizei
        """
        tokens = self.tokens
        if self.grammar.language != "de" or tokens[index].lower not in self.grammar.sourcing:
            return False
        start = index
        while start and tokens[start - 1].word:
            start -= 1
        relative = start > 1 and tokens[start - 1].text == "," and start < index
        relative = relative and tokens[start].lower in RELATIVES
        dashed = any(token.text in "—–-" for token in tokens[place + 1 : index])
        return relative or dashed

    def before_colon(self, place: int, previous: int) -> Attribution | None:
        """Whose words a colon leads to: Selon Roc, le maire : « ... »; Es eile, so Roe: „...“

        In German behind a comma, elsewhere only where the sentence begins.
        """
        if self.grammar.language == "de":
            commas = (n for n in range(place - 3, previous, -1) if self.tokens[n].text == ",")
            return next((said for n in commas if (said := self.at(n + 1))), None)
        if self.grammar.language == "fr":
            near = range(max(previous + 1, place - BRACKET), place - 2)
            if told := next((told for n in near if (told := self._compared(n))), None):
                return told  # comme le confirme Roc :
        return self.at(0) if self.grammar.inverts and previous < 0 else None

    def _behind_bracket(self, start: int) -> int:
        """Behind a bracket that begins here: Pour l'Union des moulins (UDM / centre) | , ..."""
        tokens = self.tokens
        if start >= len(tokens) or tokens[start].text != "(":
            return start
        ends = (
            n + 1 for n in range(start, min(start + BRACKET, len(tokens))) if tokens[n].text == ")"
        )
        return next(ends, start)

    def _behind_more(self, start: int) -> int:
        """Behind what a French participle tells of a viewer: Pour un élu venu de Brae | , ..."""
        tokens, end = self.tokens, start
        if self.grammar.language != "fr" or not start < len(tokens):
            return start
        told = tokens[start].lower.endswith(TOLD) or tokens[start].lower == "par"
        while told and end < len(tokens) and tokens[end].word:
            end += 1
        return end if end < start + BRACKET + FARTHEST else start

    def among(self) -> Mention | None:
        """The body among whom "on" speaks in a French sentence: Chez les Verts, on estime ..."""
        body = self.within(0) if self.grammar.language == "fr" else None
        if body is None or not holds_speaker(self.tokens[body.start : body.end], self.grammar):
            return None
        return body

    def _author(self, document: Mention) -> Mention | None:
        """Who is told to have given a Spanish text: según el escrito presentado por Roca."""
        words = self.tokens[document.start : document.end]
        behind = self.tokens[document.end : document.end + 1]
        given = self.grammar.drops_subjects and any(t.lower in self.grammar.media for t in words)
        if not given or not behind or behind[0].lower != "por":
            return None
        return self.reader.after(document.end + 1)

    def _ends_view(self, token: Token) -> bool:
        """Whether a comma, a quotation or another noun ends "for Roe": Para Roca la ley

        In French also "this" and a noun: pour la SRB ce texte.
        """
        other = self.grammar.language != "de" and token.lower in self.grammar.definites
        other = other or (
            self.grammar.language == "fr" and token.lower in self.grammar.demonstratives
        )
        return other or token.text == "," or token.quote != NO_QUOTE

    def _compared(self, index: int) -> Attribution | None:
        """Who says it behind "as": comme l'explique Roc; como señala Roca; comme il le dit."""
        tokens, grammar = self.tokens, self.grammar
        if tokens[index].lower not in grammar.comparing:
            return None
        verb = index + 1
        pronoun: int | None = None
        while verb < min(len(tokens), index + FARTHEST) and tokens[verb].lower not in grammar.verbs:
            if tokens[verb].lower in grammar.masculine or tokens[verb].lower in grammar.feminine:
                pronoun = verb
            elif not self._comes_between(tokens[verb].lower):
                return None
            verb += 1
        if verb >= len(tokens) or tokens[verb].lower not in grammar.verbs:
            return None
        accords = tokens[index].lower in grammar.accordings
        if (
            accords
            and tokens[verb - 1].lower in grammar.definites
            and tokens[verb - 1].lower != "lo"
        ):
            return None  # según el escrito
        said = Mention(MentionKind.PRONOUN, pronoun, pronoun + 1) if pronoun is not None else None
        start = self.reader.gaps.skip_hearer(verb + 1)
        subject = said or self.reader.after(start, sure=True)
        if subject is None and accords:
            return Attribution(None, verb, strong=False, chained=True, dropped=True)
        return Attribution(subject, verb) if subject else None

    def is_apposed(self, speaker: Mention | None, place: int) -> bool:
        """Whether French words only tell what a speaker is: a dit Roc, chef des « Gris »."""
        between = self.tokens[speaker.end : place] if speaker else ()
        if self.grammar.language != "fr" or len(between) < 3 or between[0].text != ",":
            return False
        if any(token.text == "," or token.lower in self.grammar.verbs for token in between[1:]):
            return False
        return holds_speaker(between, self.grammar) and between[-1].lower in self.grammar.linkers

    def _comes_between(self, word: str) -> bool:
        """Whether a word may stand between "as" and its verb: comme | l'a dit Roc."""
        grammar = self.grammar
        return word in grammar.auxiliaries or word in grammar.definites or word == "que"

    def again(self, index: int) -> Attribution | None:
        """Whoever spoke last, named as a source from this token on: selon lui; a su juicio."""
        if self._ends(index, self.grammar.backings):
            return Attribution(None, index, strong=False, chained=True)
        return None

    def within(self, index: int) -> Mention | None:
        """The body among whom somebody speaks, from this token on: à la préfecture; en la lonja."""
        ends = self._ends(index, self.grammar.withins) if index < len(self.tokens) else []
        return self.reader.after(max(ends), sure=True) if ends else None

    def view(self, place: int, previous: int) -> Attribution | None:
        """In whose eyes a German sentence tells what a thing is: Für Roe ist das „...“."""
        if self.grammar.language != "de":
            return None
        led = self.tokens[place - 1].text == ":" if place else False
        for index in range(place - 1 - led, previous, -1):
            if not self.tokens[index].word:
                return None
            subject = self._viewer(index)
            if subject and (self._is_being(index, subject.end) or (led and self._heads(index))):
                return Attribution(subject, index, strong=False)
        return None

    def _heads(self, index: int) -> bool:
        """Whether a clause that needs no verb begins here: Für Roe kein Grund zur Klage: „...“."""
        if index and self.tokens[index - 1].word:
            return False
        subject = self.reader.after(index + 1)
        return subject is not None and subject.kind is MentionKind.NAME

    def _is_being(self, start: int, end: int) -> bool:
        """Whether "is" stands beside "for Roe"; or "what" before it, and then "is" far behind."""
        before = self.tokens[start - 1].lower if start else ""
        after = self.tokens[end].lower if end < len(self.tokens) else ""
        beings = self.grammar.beings
        return before in beings or after in beings or before == "was"

    def _viewer(self, index: int) -> Mention | None:
        """The person or body behind a "for" at this token."""
        tokens, grammar = self.tokens, self.grammar
        if tokens[index].lower not in grammar.views:
            return None
        subject = self.reader.after(index + 1)
        if subject is None or subject.kind is MentionKind.NAME:
            return subject
        words = tokens[subject.start : subject.end]
        named = grammar.language == "fr" and words[-1].capital  # pour le Snad
        return subject if named or holds_speaker(words, grammar) else None

    def _is_comma(self, token: Token) -> bool:
        """Whether the token is a comma, or what is quoted ends with one."""
        ended = token.quote != NO_QUOTE and token.text.rstrip(CLOSING).endswith(",")
        return ended or token.text == ","

    def _ends(self, index: int, known: Mapping[str, tuple[tuple[str, ...], ...]]) -> list[int]:
        """Where the known phrases that begin at this token end, a comma before it included."""
        tokens = self.tokens
        phrases = known.get(tokens[index].lower, ())
        if index and self._is_comma(tokens[index - 1]):
            phrases += tuple(phrase[1:] for phrase in known.get(",", ()))
        if not phrases:
            return []
        longest = max(map(len, phrases))
        words = tuple([token.lower for token in tokens[index : index + longest]])
        return [index + len(phrase) for phrase in phrases if words[: len(phrase)] == phrase]
