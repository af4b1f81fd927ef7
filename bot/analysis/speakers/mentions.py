"""tokens around a verb of saying -> the words that name its subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from bot.analysis.speakers.appositions import Appositions
from bot.analysis.speakers.asides import PARTING, Asides
from bot.analysis.speakers.clauses import Clauses, is_reported
from bot.analysis.speakers.gaps import Gaps
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import names_thing
from bot.analysis.speakers.openings import Openings
from bot.analysis.speakers.participles import Participles
from bot.analysis.speakers.people import People
from bot.analysis.speakers.phrases import Mention, MentionKind, Phrases
from bot.analysis.speakers.quotings import Quotings
from bot.analysis.speakers.relatives import Relatives
from bot.analysis.speakers.retellings import Retellings
from bot.analysis.speakers.tokens import NO_QUOTE, Token

OPENING = 16
"""A French opening without a verb ends with a comma before this token."""


@dataclass(slots=True)
class Reader:
    """Reads the subjects of verbs in the tokens of one passage.

    Like all that is made for each passage, it is not frozen: that takes four times as long.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text, grammar = "A spokesman for the union has also said", read_grammar("en")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> subject = Reader.of(passage.tokens, grammar, People()).before(7)
    >>> [token.text for token in passage.tokens[subject.start : subject.end]]
    ['A', 'spokesman', 'for', 'the', 'union']
    """

    tokens: Sequence[Token]
    grammar: Grammar
    people: People
    phrases: Phrases
    appositions: Appositions
    asides: Asides
    clauses: Clauses
    gaps: Gaps
    quotings: Quotings
    relatives: Relatives

    @classmethod
    def of(cls, tokens: Sequence[Token], grammar: Grammar, people: People) -> Self:
        """The reader of a passage."""
        passage = (tokens, grammar, people)
        phrases, gaps = Phrases(*passage), Gaps(tokens, grammar)
        appositions = Appositions(phrases)
        return cls(
            *passage,
            phrases,
            appositions,
            Asides(tokens, grammar),
            Clauses(*passage),
            gaps,
            Quotings(appositions, gaps),
            Relatives(appositions),
        )

    def before(self, verb: int) -> Mention | None:
        """The subject that stands before a verb: Roe, the mayor of Halden, has also said.

        None for the participle of a clause without a subject (..., adding that), for a passive,
        and where the clause begins with something else, as German ones may.
        """
        tokens, grammar = self.tokens, self.grammar
        index = self.gaps.subject_end(verb)
        if (bracket := self.clauses.bracket(index, verb)) is not None:
            return self.before(bracket) or self.after(bracket + 1)
        if (clause := self.clauses.closes(verb)) is not None:
            return self.after(clause)
        if comma := self.clauses.relates(verb):
            return self.phrases.ending_at(comma)
        if index < 0 or self.clauses.is_passive(index, verb):
            return None
        if grammar.language == "fr" and (who := self.asides.relates_before(index)):
            return self.phrases.ending_at(who)
        if tokens[index].quote != NO_QUOTE and not names_thing(tokens, index, grammar):
            return None
        if any(is_reported(token, grammar) for token in tokens[index + 1 : verb]):
            return None  # somebody says that he has said it
        token, skipped = tokens[index], {t.lower for t in tokens[index + 1 : verb]}
        if token.lower in grammar.coordinators and not token.capital:
            return self._of_sentence(index)
        if grammar.language == "de" and self.clauses.is_inverted(verb):
            return None
        if token.lower in grammar.pronouns or self.asides.is_anybody(index):
            return Mention(MentionKind.PRONOUN, index, index + 1)
        if token.lower == "as" and (quoted := self.quotings.find(index)):
            return self.quotings.speaker(quoted, index)
        if grammar.language == "en" and tokens[verb].lower.endswith("ing"):
            participles = Participles(self.appositions)
            led = participles.goes_on(index) or participles.tells_of_letter(index)
            return self.first(index) if led else participles.subject(index, verb)
        if moved := self.gaps.moved(index, verb):
            return self.phrases.read(moved, index + 1)
        if token.text == "," and tokens[verb].lower.endswith("ant") and grammar.language == "fr":
            return self.first(index)
        if token.text == "," and self.asides.goes_on(index):
            return self.first(index)
        aside = token.text == "," and self.gaps.interruption(index)
        if aside := aside or (token.text in PARTING and self.asides.told_in(index)):
            return self.phrases.ending_at(aside) or self.appositions.owner(aside)
        if not token.word and token.quote == NO_QUOTE:
            if token.text == "," and skipped & grammar.relatives:
                return self.relatives.antecedent(index)
            owner = self.appositions.owner(index)
            if owner and grammar.drops_subjects and tokens[owner.end].text == "(":
                owner = self.relatives.antecedent(owner.end)  # Roca, de Acción Local (AL), dijo
            if owner and (self._is_told_behind(owner, verb) or self.asides.is_oblique(owner.start)):
                return None
            if grammar.language == "de" and owner and (bearer := self.appositions.bearer(owner)):
                return bearer  # Roe, Chefin der Mühle (MH) sagte
            return owner
        if token.lower in ("cual", "cuales"):  # su discurso, en el cual pidió
            return None
        if self.relatives.is_object(index):
            return self.first(index)
        if token.lower == "que" and (noun := self.relatives.related(index)):
            return noun
        if token.lower in grammar.conjunctions and not token.capital:
            if token.lower in ("qui", "quien") and index and tokens[index - 1].word:
                return self.relatives.antecedent(index)
            apposed = index > 1 and tokens[index - 1].text == ","
            tells = apposed and grammar.inverts and token.lower in grammar.relatives
            owner = self.relatives.antecedent(index - 1) if tells else None
            named = owner and (token.lower != "que" or owner.kind is MentionKind.NAME)
            return owner if named else None
        mention, asides = self.phrases.ending_at(index + 1), self.asides
        if one := self.appositions.member(index):
            return one
        if mention and asides.is_oblique(mention.start):
            return None
        if who := asides.relative_before(mention.start if mention else index):
            end = who - (tokens[who - 1].text == ",")
            return self.phrases.ending_at(end) or self.appositions.owner(end)
        tied = mention.start if mention else self.phrases.start_before(index + 1)
        if asides.is_tied(tied) and (owner := self.phrases.ending_at(tied - 2)):
            return owner._replace(end=index + 1)
        if opener := self.appositions.opener(index + 1):
            return opener
        if mention is None or (grammar.inverts and asides.is_adjunct(mention.start, verb)):
            opener = self.first(index + 1) if grammar.drops_subjects else None
            return opener if opener and self.relatives.tells_of(opener, index + 1) else None
        romance = grammar.language in ("es", "fr")
        if romance and mention.start and tokens[mention.start].lower in grammar.owning:
            return None  # quien fue portavoz | de Ana Roca
        phrase = mention.kind is MentionKind.PHRASE
        if phrase and (leader := self.appositions.leader(mention.start)):
            return leader
        apposing = grammar.language in ("de", "en") or tokens[mention.start].lower in grammar.roles
        if phrase and apposing and (bearer := self.appositions.bearer(mention)):
            return bearer
        if phrase and asides.is_place(mention.start, mention.end):
            resident = self.first(index + 1)
            return resident if resident and resident.kind is MentionKind.NAME else mention
        if phrase and (asides.is_aside(mention.start) or skipped & grammar.infinitives):
            return self.first(index + 1)
        return mention

    def after(self, start: int, sure: bool = False) -> Mention | None:
        """The subject that begins at ``start``, behind the verb: said Jane Roe, the mayor.

        Where it is ``sure`` that a subject follows, any noun will do.
        """
        tokens, grammar, verb = self.tokens, self.grammar, start
        while start < len(tokens) and self.gaps.parts(start):
            start += 1
        if start < len(tokens) and tokens[start].lower in ("deren", "dessen"):
            start += 1  # erklärte dessen Präsidentin
        if start >= len(tokens) or not tokens[start].word or self.gaps.leads_off(start):
            return None
        if tokens[start].lower in grammar.pronouns or self.asides.is_anybody(start):
            one = Mention(MentionKind.PRONOUN, start, start + 1)
            return self.appositions.one_of(start) or one
        if [token.lower for token in tokens[start : start + 2]] in (["l'", "un"], ["l'", "une"]):
            end = max(start + 4, self.phrases.end_from(start))  # l'un d'eux
            return Mention(MentionKind.PHRASE, start, min(end, len(tokens)))
        led = start > verb and tokens[start - 1].lower in grammar.infinitives
        if led and tokens[start].text.islower() and tokens[start].lower not in grammar.determiners:
            return None  # decided to leave
        if particled := self.phrases.with_particles(start):
            return particled
        end = self.phrases.end_from(start)
        several = grammar.inverts and tokens[start].lower in grammar.anybody and end > start + 2
        if several and (tokens[start + 1].lower in grammar.owning or grammar.language == "fr"):
            return self.appositions.named(Mention(MentionKind.PHRASE, start, end))  # uno, Luis
        if end > start and (named := self.appositions.behind_bracket(start, end)):
            return named
        mention = self.phrases.read(start, end) if end > start else None
        counted = end > start + 1 and tokens[start].lower in grammar.determiners
        if mention is None and sure and counted:
            mention = Mention(MentionKind.PHRASE, start, end)
        return self.appositions.named(mention) if mention else None

    def first(self, limit: int) -> Mention | None:
        """The subject of the clause that begins the passage, before token ``limit``."""
        opening, behind = self._opening(limit), self._named_behind(limit)
        named = opening is not None and opening.kind is MentionKind.NAME and opening.end < limit
        if opening and named and self.clauses.is_object_of(opening.end):
            return self.after(opening.end + 1)  # Roe wirft er vor
        if behind and opening and opening.end == behind.start - 1:
            bare = self.tokens[opening.start].lower not in self.grammar.closed
            return behind if bare else opening  # Patronne du bac, Ida Roc sourit
        return opening or behind or self.relatives.acting(limit)

    def _named_behind(self, limit: int) -> Mention | None:
        """The name behind a French opening without a verb: Un peu plus loin, Roc sourit."""
        if self.grammar.language != "fr":
            return None
        comma = next((n for n in range(min(limit, OPENING)) if self.tokens[n].text in ",;:"), 0)
        verb = any(self.phrases.is_verb(n) for n in range(comma))
        if verb or not comma or self.tokens[comma].text != ",":
            return None
        name = self.phrases.read(comma + 1, self.phrases.end_from(comma + 1))
        return name if name and name.kind is MentionKind.NAME and name.end < limit else None

    def _opening(self, limit: int) -> Mention | None:
        """The subject, where nothing but small words and adjuncts stand before it."""
        tokens, phrases, grammar = self.tokens, self.phrases, self.grammar
        openings = Openings(tokens, grammar, self.people)
        start = openings.end(limit)
        if start >= limit:
            return self._before_first_verb(limit) if grammar.drops_subjects else None
        if openings.has_verb(start):
            return None  # Elogió a Roca al decir que ...
        if tokens[start].lower in grammar.pronouns or self.asides.is_anybody(start):
            return Mention(MentionKind.PRONOUN, start, start + 1)
        parted = grammar.inverts and start + 2 < limit and tokens[start + 1].text == ","
        if parted and grammar.language != "de" and tokens[start + 2].lower in grammar.pronouns:
            return Mention(MentionKind.PRONOUN, start + 2, start + 3)  # Inquiet, il a appelé
        end = phrases.end_from(start)
        end = min(end, limit) if grammar.language == "de" else end
        if not start < end <= limit:
            return None
        if grammar.inverts and (named := self.appositions.behind_noun(start, end)):
            return named
        whole = phrases.read(start, end) if grammar.inverts else None
        if whole and whole.kind is MentionKind.NAME and whole.end == end:
            return whole  # el base estadounidense Tom Roe
        mention = phrases.read(start, phrases.noun_end(start, end))
        if mention and mention.kind is MentionKind.PHRASE and openings.only_opens(mention):
            return None
        if mention is None and grammar.drops_subjects:
            return self._before_first_verb(limit)
        return self.appositions.named(mention) if mention else None

    def _before_first_verb(self, limit: int) -> Mention | None:
        """The Spanish subject behind an opening without a comma: En su turno la fiscal dijo."""
        tokens, grammar = self.tokens, self.grammar
        verb = next((n for n in range(1, limit) if tokens[n].lower in grammar.cues), 0)
        led = verb and tokens[verb - 1].word and tokens[verb - 1].lower not in grammar.coordinators
        return self.before(verb) if led else None

    def _of_sentence(self, limit: int) -> Mention | None:
        """The subject of the sentence in which a token stands: "Why?" Roe smiled and said.

        In English that begins behind a quotation that is over, in German behind a clause before
        the verb: Als es hell wurde, fror Roe und sagte.
        """
        if self.grammar.language == "de" and (verb := self.clauses.verb_of_main(limit)):
            return self.after(verb + 1)
        for index in range(limit - 1, 0, -1):
            quoted = self.tokens[index].quote != NO_QUOTE
            if quoted and self.grammar.language == "en" and self.tokens[index + 1].capital:
                return self.after(index + 1)
        where = next((n for n in range(limit - 1, 0, -1) if self.tokens[n].lower == "where"), limit)
        for verb in range(where + 1, limit):
            if self.tokens[verb].lower in self.grammar.cues and (who := self.before(verb)):
                return who  # At the fair, where Roe said it rained but denied
        first, retellings = self.first(limit), Retellings(self.tokens, self.grammar, self.people)
        told = (self.after(start) for start in retellings.starts(limit, first))
        return next(filter(retellings.is_subject, told), first)

    def _is_told_behind(self, owner: Mention, verb: int) -> bool:
        """Whether a name behind a German verb is its subject: Rat und Geld, sagte Roe, ..."""
        if self.grammar.language != "de" or owner.kind is not MentionKind.PHRASE:
            return False
        behind = self.after(verb + 1)
        return behind is not None and behind.kind is MentionKind.NAME
