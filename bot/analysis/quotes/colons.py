"""a clause that ends with a colon -> whose words it leads to: a quote by poet Ana Roe: "..."."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import CLOSING
from bot.analysis.speakers.duties import PAST
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.names import holds_speaker
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Token

ABSTRACT = ("heit", "ik", "ismus", "ität", "keit", "nis", "schaft", "tion", "tum", "ung", "zug")
"""Endings of German nouns for what never speaks: Kritik: „...“; Begründung: „...“."""
VIEWS = ("appell", "deckung", "forderung", "kritik", "lob", "spott", "stützung", "trost", "warnung")
"""Ends of German nouns for what somebody says of others: Kritik von Ida Roe: „...“"""
SAID = ("aussage", "botschaft", "satz", "spruch", "wort", "worte", "worten", "zitat")
"""Ends of German nouns for what somebody says."""
HEARING = frozenset(("auprès", "avec", "chez", "contre", "pour", "sur", "vers", "à"))
"""French prepositions before the name of somebody who does not speak."""

EPITHETS = frozenset(("ancien", "ancienne", "nouveau", "nouvel", "nouvelle", "vieille", "vieux"))
"""French adjectives before a noun that has no article."""
MAKING = frozenset(("faire", "faisaient", "faisait", "fait", "fera", "font"))
INFINITIVES = ("er", "ir", "re")
CITING = frozenset(("citait", "citant", "cite", "paraphrasant"))
PARTICIPLES = ("is", "ies", "its", "ites", "us", "ues", "és", "ées")
"""Endings of French participles of several."""
REACTING = 14
"""So many tokens before a French colon it is told who reacts: ce qui fait dire à Roc :"""
ASKING = frozenset(("que", "qué"))
"""Spanish words before what somebody says: lo que dijo Roca; qué dijo Roca."""
HEAD = 5
"""So many tokens may stand before the colon of a headline, which is one of them."""
LONGEST_LABEL = 5
"""A name as a label has fewer words than this."""


@dataclass(slots=True)
class Colons:
    """Reads what stands before the colons of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader

    def author(self, colon: int) -> Mention | None:
        """Whose words a colon leads to: a quote by poet Ana Roe: "..."; Lob von Ida Roe: „...“"""
        tokens, start = self.tokens, colon
        while start and (
            tokens[start - 1].capital or tokens[start - 1].lower in self.grammar.roles
        ):
            start -= 1
        by = tokens[start - 1].lower if start > 1 and start < colon else ""
        if self.grammar.language == "de":
            told = by == "von" and tokens[start - 2].lower.endswith(VIEWS + SAID)
            return self.reader.phrases.read(start, colon) if told else None
        if by not in ("by", "from", "of") or tokens[start - 2].lower not in self.grammar.sayings:
            return None
        return self.reader.phrases.read(start, colon)

    def possessed(self, start: int, colon: int) -> Mention | None:
        """Whose German wish or the like a colon ends: | Seine Forderung an den Rat: „Mehr Geld.“"""
        tokens, grammar = self.tokens, self.grammar
        owners = grammar.possessives_masculine | grammar.possessives_feminine
        if colon < start + 2 or tokens[start].lower not in owners:
            return None
        noun = tokens[start + 1]
        thing = noun.capital and (noun.lower in grammar.media or noun.lower not in grammar.speakers)
        tied = colon == start + 2 or tokens[start + 2].lower in grammar.prepositions
        verbless = not any(self.reader.phrases.is_verb(index) for index in range(start, colon))
        told = grammar.language == "de" and thing and tied and verbless
        return Mention(MentionKind.PRONOUN, start, start + 1) if told else None

    def quotes_another(self, colon: int) -> bool:
        """Whether a colon ends words of somebody without a name: ein Satz des Ministers: „...“"""
        tokens, grammar, start = self.tokens, self.grammar, colon - 1
        while start and tokens[start].word and tokens[start].lower not in ("der", "des"):
            start -= 1
        word = tokens[start - 1].lower if start else ""
        return grammar.language == "de" and word.endswith(SAID) and tokens[start].word

    def saying(self, start: int, limit: int) -> Mention | None:
        """Whose words a Spanish headline gives: «...»: | la dura frase de Ana Roca; qué dijo Roca.

        The noun or the verb stands near ``start``, before ``limit``.
        """
        tokens, grammar = self.tokens, self.grammar
        near = range(start, min(start + HEAD, limit - 1)) if grammar.drops_subjects else ()
        if near and tokens[start].lower in grammar.prepositions:
            return None  # Tras la queja de Roca, el alcalde fue claro
        for index in near:
            if not tokens[index].word or (tokens[index].capital and index > start):
                break
            link = index + 1 + (tokens[index + 1].lower not in grammar.linkers)
            said = tokens[index].lower in grammar.sayings and link < limit
            if said and tokens[link].lower in grammar.owning:
                who = self.reader.after(link + 1)
                if who is None or any(t.lower.endswith(PAST) for t in tokens[who.end : limit]):
                    return None  # la queja de Roca irritó al alcalde
                speaks = holds_speaker(tokens[who.start : who.end], grammar)
                return who if speaks or who.kind is MentionKind.NAME else None
            if tokens[index].lower in grammar.cues and tokens[index - 1].lower in ASKING:
                return self.reader.after(index + 1)
        return None

    def owner(self, start: int) -> Mention | None:
        """Whose the subject of an English sentence is: Roe's line was plain: "...".

        Not: Brae Mills' Tom Roe knows why: "...".
        """
        tokens, end = self.tokens, start
        while end < len(tokens) and tokens[end].word and tokens[end].capital:
            end += 1
        if self.grammar.language != "en" or not start < end < len(tokens):
            return None
        owns = tokens[end].lower == "'s" and not tokens[end + 1].capital
        name = self.reader.phrases.read(start, end) if owns else None
        return name if name and name.kind is MentionKind.NAME else None

    def only_name(self, previous: int, colon: int) -> Mention | None:
        """The one person whom a German clause names in full: Auch kam Ida Roe zu Wort: „...“

        Or a French one, if no preposition makes a hearer of that person: la joie d'Ida Roc :
        """
        tokens = self.tokens
        if self.grammar.language not in ("de", "fr"):
            return None
        found = [n for n in range(previous + 1, colon - 1) if self._is_full_name(n)]
        if len(found) != 1 or (found[0] and tokens[found[0] - 1].lower in HEARING):
            return None
        name = self.reader.after(found[0])
        return name if name and name.kind is MentionKind.NAME else None

    def _is_full_name(self, index: int) -> bool:
        """Whether somebody's given name stands here, and the surname behind it: Ida de la Roe."""
        tokens, end = self.tokens, index + 1
        while tokens[end].lower in self.grammar.particles and not tokens[end].capital:
            end += 1
        if not (tokens[index].capital and tokens[end].capital):
            return False
        words = tuple(token.text for token in tokens[index : end + 1])
        return any(one.sure for one in self.reader.people.called(words))

    def moved(self, colon: int) -> Mention | None:
        """Whom something makes speak in French: ce qui fait bondir | le maire : « ... »

        Or whom somebody cites by name: en citant | Ida Roc, la peintre : « ... » In German whose
        turn it is then: Ida Roe rief ihn, und | er daraufhin: „...“
        """
        tokens = self.tokens
        if self.grammar.language == "de" and colon > 2:
            turn = colon - 1 - (tokens[colon - 1].lower in self.grammar.openers)
            he = tokens[turn].lower in self.grammar.masculine | self.grammar.feminine
            then = tokens[turn - 1].lower in self.grammar.coordinators
            return Mention(MentionKind.PRONOUN, turn, turn + 1) if he and then else None
        if self.grammar.language != "fr":
            return None
        for index in range(max(0, colon - REACTING), colon - 1):
            if tokens[index].lower in MAKING and tokens[index + 1].lower.endswith(INFINITIVES):
                start = index + 2 + (tokens[index + 2].lower in HEARING)
                who = self.reader.after(start)
                return who if who and who.end == colon else None
            if tokens[index].lower in CITING:
                who = self.reader.after(index + 1)
                return who if who and who.kind is MentionKind.NAME else None
        return None

    def label(self, start: int, colon: int) -> Mention | None:
        """A name and what is told of it in brackets, as a label: Ida Roe (Wirtin): „...“"""
        tokens, end = self.tokens, start
        while end < colon and tokens[end].word and tokens[end].capital:
            end += 1
        told = tokens[end].text == "(" and tokens[colon - 1].text == ")"
        if self.grammar.language != "de" or start or not told or not 1 < end < LONGEST_LABEL:
            return None
        read = self.reader.phrases.read(0, end)
        named = read is not None and read.kind is MentionKind.NAME
        return read if named else Mention(MentionKind.NAME, 0, end, 0, end)

    def heading(self) -> Mention | None:
        """Who opens a German headline: Roe: Plan für Halden „völlig verfehlt“.

        Or a French one, by name: Roc : le plan de Brae est « trop cher ».
        """
        tokens = self.tokens
        last = tokens[-1].text.rstrip(CLOSING)[-1:]
        if self.grammar.language not in ("de", "fr") or not last.isalnum():
            return None
        colon = next((n for n, token in enumerate(tokens[:HEAD]) if token.text == ":"), 0)
        mention = self.reader.phrases.read(0, colon) if colon else None
        tied = any(token.lower in self.grammar.prepositions for token in tokens[:colon])
        if mention is None or mention.end != colon or tied:
            return None
        named = mention.kind is MentionKind.NAME
        if self.grammar.language == "fr":
            words = tuple(token.text for token in tokens[:colon])
            named = named and any(one.sure for one in self.reader.people.called(words))
            return mention if named else None
        speaks = named or holds_speaker(tokens[:colon], self.grammar)
        return mention if speaks else None

    def moves(self, subject: Mention, verb: int) -> bool:
        """Whether a French sentence only tells how somebody is: Ida Roc est sortie rassurée :"""
        feels = self.tokens[verb].lower.endswith(("é", "ée"))
        named = subject.start == 0 and subject.kind is MentionKind.NAME
        return self.grammar.language == "fr" and feels and named

    def announces(self, subject: Mention) -> bool:
        """Whether the subject of a clause that ends with a colon is one that speaks.

        Not: The hall is plain: "..."; It is plain: "...". In German every noun is written large.
        """
        tokens, grammar = self.tokens, self.grammar
        words = tokens[subject.start : subject.end]
        ties = (n for n, word in enumerate(words) if word.lower in grammar.prepositions)
        if grammar.language in ("de", "fr"):
            words = words[: next(ties, None)]  # Kritik | an der Regierung; Grève | à la RTB
        if grammar.language == "en" and subject.kind is not MentionKind.NAME:
            human = words[0].lower in grammar.masculine or words[0].lower in grammar.feminine
            return human or holds_speaker(words, grammar)
        if grammar.language in ("es", "fr") and subject.kind is MentionKind.PHRASE:
            small = not words[0].capital  # not: Incendie à Brae: ...
            if not small and self._befalls(subject):
                return False
            if grammar.language == "fr" and words[0].lower not in grammar.closed:
                words = words[: 1 + (words[0].lower in EPITHETS)]  # not: Précarité | étudiante
            return small or holds_speaker(words, grammar)
        if grammar.language != "de" or subject.kind is not MentionKind.PHRASE:
            return True
        if holds_speaker(words, grammar):
            return True
        if self._is_heading():
            return bool(self.reader.people.called((words[0].text,)))
        apart = tokens[subject.end].text != ":" if subject.end < len(tokens) else False
        if apart and not self.reader.people.called((words[0].text,)):
            return False  # Auch fielen Namen wie dieser: „...“
        small = words[0].lower in grammar.determiners or words[0].lower in grammar.openers
        abstract = words[0].lower.endswith(ABSTRACT) or words[0].lower in grammar.mute
        return len(words) == 1 and not small and not abstract

    def _befalls(self, subject: Mention) -> bool:
        """Whether a French headline tells what befell somebody: Pêcheurs | blessés à Brae : « »"""
        bare = self.tokens[subject.start].lower not in self.grammar.closed
        behind = [token.lower for token in self.tokens[subject.end : subject.end + 2]]
        if self.grammar.language != "fr" or not bare or len(behind) < 2:
            return False
        return behind[0].endswith(PARTICIPLES) and behind[1] in self.grammar.prepositions

    def _is_heading(self) -> bool:
        """Whether the passage is a line that ends with what is quoted: Bad: „Teuer und schön“."""
        last = self.tokens[-1]
        return last.quote != NO_QUOTE and last.text.rstrip(CLOSING)[-1:].isalnum()
