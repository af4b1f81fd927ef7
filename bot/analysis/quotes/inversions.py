"""a French or Spanish clause with its verb first -> its subject far behind: ..., dit Roc."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.quotes.colons import Colons
from bot.analysis.quotes.infinitives import says_infinitive
from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.names import holds_speaker, is_tied
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Token

TO = frozenset(("a", "d'", "de", "en", "par", "à"))
"""French and Spanish prepositions before an infinitive: vient de, a fini par; acaba de."""
BEFORE_INFINITIVE = 5
"""Within so many tokens behind a stretch stands such an infinitive."""
SUMMING = 3
"""So many tokens at least lead from a French "voilà" to the verb behind its subject."""
ADJUNCT = 14
"""So many tokens may stand between a verb and its subject."""


@dataclass(slots=True)
class Inversions:
    """Reads the clauses of one passage whose subject stands somewhere behind their verb."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader
    verbs: Verbs

    def behind_adjunct(self, start: int, following: int) -> Mention | None:
        """A subject far behind its verb, in French: ..., détaille, en mairie, l'élu Roc.

        With its article, its office and its name, or behind what stands between two commas. In
        French any noun will do that can speak, as no second object follows such a verb: raconte
        de son côté un voisin.
        """
        tokens, grammar = self.tokens, self.grammar
        if not grammar.inverts or start >= following:
            return None
        if grammar.language == "de":
            return self._behind_german(start, following)
        inserted = tokens[start].text == ","
        for index in range(start + 1, min(following - 2, start + ADJUNCT)):
            if inserted and tokens[index].text == ",":
                return self.reader.after(index + 1)
            if not tokens[index].word:
                return self._behind_comma(index) if not inserted else None
            article = tokens[index].lower in grammar.definites
            tied = tokens[index - 1].lower in grammar.prepositions | grammar.owning
            article = article and not (tied and grammar.drops_subjects)
            if article and tokens[index + 1].lower in grammar.roles and tokens[index + 2].capital:
                return None if inserted else self.reader.after(index)
            if grammar.language == "fr" and not inserted and self._begins_speaker(index):
                return self.reader.after(index)
        return None

    def _behind_german(self, start: int, following: int) -> Mention | None:
        """Who is named behind where it was: sagte nach dem Spiel | der Trainer Tom Roe."""
        tokens, grammar = self.tokens, self.grammar
        led = grammar.prepositions | grammar.determiners
        if tokens[start].lower not in grammar.prepositions:
            return None
        for index in range(start + 2, min(following - 1, start + ADJUNCT)):
            if not tokens[index].word:
                return None
            before, token = tokens[index - 1], tokens[index]
            inside = before.lower in led or self.reader.people.called((before.text, token.text))
            name = None if inside else self.reader.after(index)
            if name and name.kind is MentionKind.NAME:
                return name
        return None

    def behind_own(self, cue: int) -> Mention | None:
        """Who is named behind French words that only tell how: dit « ravie du bal », Ida Roc."""
        if self.grammar.language != "fr":
            return None
        quoted, comma = self.tokens[cue + 1 : cue + 2], self.tokens[cue + 2 : cue + 3]
        if not (quoted and comma and quoted[0].quote != NO_QUOTE and comma[0].text == ","):
            return None
        name = self.reader.after(cue + 3)
        return name if name and name.kind is MentionKind.NAME else None

    def _behind_comma(self, comma: int) -> Mention | None:
        """A French subject behind an adjunct and a comma: a dit à Brae, le maire Jean Roc.

        Or a name that is all up to the next mark: explique dans Le Phare, Ida Roc, peintre.
        """
        if self.grammar.language != "fr" or self.tokens[comma].text != ",":
            return None
        who = self.reader.after(comma + 1)
        named = who is not None and who.kind is MentionKind.NAME
        alone = named and who and (who.end == len(self.tokens) or not self.tokens[who.end].word)
        return who if alone or self._begins_speaker(comma + 1) else None

    def _begins_speaker(self, index: int) -> bool:
        """Whether a French article and a noun that can speak begin here, and nothing ties them."""
        tokens, grammar = self.tokens, self.grammar
        if tokens[index].lower not in grammar.articles:
            return False
        return not is_tied(tokens, index, grammar) and tokens[index + 1].lower in grammar.speakers

    def unread(self, verb: int, following: int) -> Attribution | None:
        """A French verb of saying whose subject nobody can read: it is not who spoke before."""
        tokens, grammar = self.tokens, self.grammar
        while verb + 1 < following and tokens[verb].lower in grammar.auxiliaries:
            verb += 1
        if grammar.language != "fr" or verb + 1 >= following or not self.verbs.says(verb):
            return None
        return None if self.verbs.is_participle(verb) else Attribution(None, verb)

    def infinitive(self, index: int, following: int) -> Attribution | None:
        """A verb that leads to one of saying: « ... », vient de déclarer Roc; veut croire Roc.

        In Canada "de" alone does: « ... », de dire Roc.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language not in ("es", "fr") or not tokens[index].text.islower():
            return None
        for verb in range(index + 1, min(following, index + BEFORE_INFINITIVE)):
            reflexive = verb > index + 1 and tokens[verb - 1].lower in grammar.reflexives
            before = tokens[verb - 1 - reflexive].lower
            alone = grammar.language == "fr" and before in ("d'", "de")
            led = before in grammar.leaders or (before in TO and verb > index + 1) or alone
            if led and says_infinitive(tokens[verb].lower, grammar):
                gaps, start = self.reader.gaps, verb + 1
                start = gaps.behind_interruption(start) if start < following else start
                subject = self.pronoun_behind(index) or self.reader.after(gaps.skip_hearer(start))
                return Attribution(subject, verb) if subject else None
        return None

    def worded(self, index: int) -> Attribution | None:
        """Whose words a Spanish noun tells that they are: «...», la dura frase de Roca."""
        said = Colons(self.tokens, self.grammar, self.reader).saying(index, len(self.tokens))
        return Attribution(said, None, strong=False) if said else None

    def pronoun_behind(self, verb: int) -> Mention | None:
        """A French pronoun right behind its verb: veut | -t-il | croire."""
        word, human = self.tokens[verb + 1].lower, self.grammar.masculine | self.grammar.feminine
        french = self.grammar.language == "fr" and word in human
        return Mention(MentionKind.PRONOUN, verb + 1, verb + 2) if french else None

    def headed(self) -> Attribution | None:
        """The subject of a French sentence that a quotation opens: « Trop » : le maire s'en va."""
        tokens, grammar = self.tokens, self.grammar
        who = self.reader.after(2) if grammar.language == "fr" else None
        if who is None or who.start != 2 or who.end >= len(tokens):
            return None
        named, verb = who.kind is MentionKind.NAME, tokens[who.end].lower
        speaks = named or holds_speaker(tokens[2 : who.end], grammar)
        acts = verb not in grammar.prepositions and not verb.endswith(("é", "ée", "ées", "és"))
        return Attribution(who, None, strong=False) if speaks and acts and verb.isalpha() else None

    def summed(self, index: int, following: int, parted: bool) -> Attribution | None:
        """Who is told in French to put it so: « ... », voilà comment | Roc | résume la soirée.

        Or whose view it was: « ... ». C'est l'avis de | Roc.
        """
        if self.grammar.language != "fr" or not (parted or self.tokens[index].capital):
            return None
        opening = [token.lower for token in self.tokens[index : index + 2]]
        if opening[0] != "voilà" and opening != ["c'", "est"]:
            return None
        for verb in range(index + SUMMING, min(following, index + ADJUNCT)):
            before, word = (token.lower for token in self.tokens[verb - 1 : verb + 1])
            if before in self.grammar.sayings and word in self.grammar.linkers:
                return Attribution(self.reader.after(verb + 1), None)  # c'est l'avis de Roc
            if self.verbs.utters(verb, True):
                subject = self.reader.before(verb)
                told = subject is not None and subject.start >= index + SUMMING - 1
                return Attribution(subject, verb) if told else None
        return None

    def pronoun_first(self, index: int, end: int) -> Attribution | None:
        """A French pronoun behind its auxiliary: « ... », a-t-elle fini par murmurer."""
        for place in range(index + 1, end):
            word = self.tokens[place].lower
            if word in self.grammar.masculine or word in self.grammar.feminine:
                return Attribution(Mention(MentionKind.PRONOUN, place, place + 1), end)
        return None
