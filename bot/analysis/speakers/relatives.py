"""relative clauses and sources -> the noun before them: Ana Roca, de Acción, quien dijo."""

from dataclasses import dataclass

from bot.analysis.speakers.appositions import Appositions
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import holds_speaker
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

CONTRACTED = frozenset(("al", "del"))
PARTICIPLES = tuple(f"{vowel}d{end}" for vowel in "ai" for end in ("a", "as", "o", "os"))
"""Endings of Spanish participles."""
THAT = 8
"""Before this token stands the French "that" of a sentence with no other verb."""
HELPED = 2
"""So many tokens open a relative clause with a helping verb: que ha."""


@dataclass(slots=True)
class Relatives:
    """Reads what stands before the relative clauses of one passage."""

    appositions: Appositions

    def antecedent(self, comma: int) -> Mention | None:
        """Of whom a relative clause behind a comma tells: Roe, leader of the left, | who said.

        In Spanish also before what a name belongs to: Ana Roca, de Acción Local, | quien dijo; in
        French also without a comma before the clause: Jean Roc, un voisin | qui se dit ravi.
        """
        phrases = self.appositions.phrases
        tokens, grammar, near = phrases.tokens, phrases.grammar, phrases.ending_at(comma)
        if near is None or near.start < 2:
            return near
        owning = near.start - 1
        while owning > 1 and grammar.drops_subjects and _describes(tokens[owning], grammar):
            owning -= 1  # del | opositor Acción Local
        owned = grammar.drops_subjects and tokens[owning].lower in grammar.owning
        if owned and tokens[owning - 1].text == ",":
            owner = phrases.ending_at(owning - 1)
        elif near.kind is MentionKind.PHRASE and tokens[near.start - 1].text == ",":
            marked = tokens[comma].text == ","
            owner = self.appositions.owner(comma) if marked else self._apposed(near)
        elif grammar.language == "fr" and self._serves(near):
            owner = self._apposed(near)  # Jean Roc, adjoint du maire Luc Sarde,
        else:
            return near
        return owner if owner and owner.kind is MentionKind.NAME else near

    def _serves(self, named: Mention) -> bool:
        """Whether a bare office behind a comma belongs to whoever is named in the same phrase."""
        tokens, grammar = self.appositions.phrases.tokens, self.appositions.phrases.grammar
        start = named.start
        office = tokens[start - 1].text == "," and tokens[start].lower in grammar.roles
        return office and tokens[start + 1].lower in grammar.linkers

    def _apposed(self, role: Mention) -> Mention | None:
        """The name before a comma and a role."""
        phrases, comma = self.appositions.phrases, role.start - 1
        start = comma
        while start and phrases.tokens[start - 1].word and phrases.tokens[start - 1].capital:
            start -= 1
        told = any(
            token.lower in phrases.grammar.roles for token in phrases.tokens[role.start : role.end]
        )
        return phrases.read(start, comma) if told and start < comma else None

    def is_object(self, index: int) -> bool:
        """Whether a Spanish relative is what is spoken of: Roca, a la que | ha llamado «ruin»."""
        tokens, grammar = self.appositions.phrases.tokens, self.appositions.phrases.grammar
        if not grammar.drops_subjects or tokens[index].lower not in ("que", "quien", "quienes"):
            return False
        led = index - 1 - (index > 1 and tokens[index - 1].lower in grammar.definites)
        contracted = led == index - 1 and tokens[led].lower in CONTRACTED
        apart = tokens[index].lower != "que" or led == index - 2 or contracted
        return led >= 0 and apart and tokens[led].lower in grammar.prepositions

    def related(self, index: int) -> Mention | None:
        """The Spanish noun of which a "that" tells more: los peritos | que sostienen que ..."""
        phrases = self.appositions.phrases
        tokens, grammar = phrases.tokens, phrases.grammar
        noun = tokens[index - 1] if index else None
        if noun is None or not grammar.drops_subjects or noun.lower in grammar.verbs:
            return None
        if noun.lower in grammar.owning:
            return None  # el mensaje de que ...
        if noun.text == "," and index > 1:
            near = self.antecedent(index - 1)
            named = near is not None and near.kind is MentionKind.NAME
            speaks = near is not None and holds_speaker(tokens[near.start : near.end], grammar)
            return near if named or speaks else None
        mention = phrases.ending_at(index) if noun.word else None
        whole = mention is not None and tokens[mention.start].lower in grammar.determiners
        return mention if whole else None

    def tells_of(self, subject: Mention, end: int) -> bool:
        """Whether all up to ``end`` tells of a Spanish noun: La gente | afectada por el vertido.

        Also: El hombre | que vive en el molino.
        """
        tokens, grammar = self.appositions.phrases.tokens, self.appositions.phrases.grammar
        if subject.kind is not MentionKind.PHRASE or subject.end >= end:
            return False
        if not holds_speaker(tokens[subject.start : subject.end], grammar):
            return False
        related = tokens[subject.end].lower == "que"
        rest = tokens[subject.end + HELPED * related : end]
        modified = tokens[subject.end - 1 : end]
        told = related or any(token.lower.endswith(PARTICIPLES) for token in modified)
        return told and not any(
            not token.word or token.lower in grammar.cues or token.lower in grammar.auxiliaries
            for token in rest
        )

    def acting(self, limit: int) -> Mention | None:
        """Who acts in a relative clause that is all that a French sentence tells."""
        return self._cleft(limit) or self._chosen(limit)

    def _chosen(self, limit: int) -> Mention | None:
        """Whose act a French sentence without a verb of its own tells: Un péage | que Roc défend.

        The subject may stand behind its verb: Un choix que regrette Roc.
        """
        phrases, reach = self.appositions.phrases, min(limit, len(self.appositions.phrases.tokens))
        tokens, grammar = phrases.tokens, phrases.grammar
        if grammar.language != "fr" or tokens[0].lower not in grammar.determiners:
            return None
        that = next((n for n in range(2, min(reach, THAT)) if tokens[n].lower in ("qu'", "que")), 0)
        if not that or any(t.lower in grammar.cues or not t.word for t in tokens[1:that]):
            return None
        if any(phrases.is_verb(n) for n in range(1, that)) or that + 2 >= reach:
            return None
        start = that + 1 + (tokens[that + 1].lower in grammar.verbs)
        who = phrases.read(start, phrases.end_from(start))
        return self.appositions.named(who) if who else None

    def _cleft(self, limit: int) -> Mention | None:
        """The name in a French cleft: Au bac, c'est le passeur, Jean Roc, qui a parlé."""
        phrases = self.appositions.phrases
        tokens = phrases.tokens
        if phrases.grammar.language != "fr" or all(t.lower != "c'" for t in tokens[:limit]):
            return None
        who = next((n for n in range(2, limit) if tokens[n].lower == "qui"), 0)
        name = phrases.ending_at(who - (tokens[who - 1].text == ",")) if who else None
        return name if name and name.kind is MentionKind.NAME else None


def _describes(token: Token, grammar: Grammar) -> bool:
    """Whether a Spanish word may be an adjective before a name."""
    return token.text.islower() and token.lower not in grammar.closed
