"""phrases -> the names that an apposition belongs to, or that it gives."""

from dataclasses import dataclass

from bot.analysis.speakers.apposed import FARTHEST, Apposed
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE

BRACKET = 3
"""So many tokens has an abbreviation in brackets: (SPD)."""
PARTY = 6
"""So many at most have the letters of a party and a place: (R-Tenn.), (Labour, Brae)."""
MEMBERS = 5
"""What tells of one of several has fewer tokens: un des agents."""
HELPED = 4
"""Within so many tokens behind a comma ends an aside: ..., ha dicho, ..."""
RELATIVES = frozenset(("whose", "which", "que", "cuya", "cuyo", "quien", "dont", "où"))
"""Words behind the comma of a clause that tells more of a name."""
SENTENCE_ENDS = (".", "!", "?", "…")
OPENERS = {")": "(", ",": ",", "—": "—", "–": "–", "-": "-"}


@dataclass(slots=True)
class Appositions(Apposed):
    """Reads appositions in the tokens of one passage."""

    def owner(self, mark: int) -> Mention | None:
        """Whom the apposition tells of that ends at ``mark``: Roe, the mayor, said.

        The nearest name that a mark of the same kind follows; else the nearest noun phrase.
        """
        tokens, pronouns = self.phrases.tokens, self.phrases.grammar.pronouns
        if tokens[mark].text not in OPENERS:
            return None
        if tokens[mark].text == ")" and (named := self.opener(mark + 1)):
            return named
        if mark and tokens[mark - 1].text == ")":
            mark -= 1
        if name := self._lone_name(mark):
            return self._with_role(name)
        nearest: Mention | None = None
        opener = OPENERS[tokens[mark].text]
        for index in range(mark - 1, max(0, mark - FARTHEST), -1):
            if tokens[index].quote != NO_QUOTE:
                break
            if tokens[index].text != opener or not self._apposes(index + 1, mark):
                continue
            index = self._before_bracket(index)
            if not tokens[index - 1].word:
                break
            if tokens[index - 1].lower in pronouns:
                return nearest or Mention(MentionKind.PRONOUN, index - 1, index)
            mention = self.phrases.ending_at(index)
            if mention and mention.kind is MentionKind.NAME:
                return mention
            role = mention is not None and self._is_role(mention)
            noun = role or (self.phrases.grammar.inverts if mention is None else self._led(mention))
            if noun and (name := self._named_by(index + 1, mark)):
                return name._replace(start=mention.start if mention and role else name.start)
            nearest = nearest or mention
        return nearest or self._short_name(mark) or self._parted(mark)

    def behind_noun(self, start: int, end: int) -> Mention | None:
        """The name behind any noun at all that opens a sentence: Le placier, Jean Roc, sourit."""
        article, grammar = self.phrases.tokens[start].lower, self.phrases.grammar
        pointed = article in grammar.possessives or article in grammar.demonstratives
        if not pointed and article not in grammar.definites:
            return None
        named = self.named(Mention(MentionKind.PHRASE, start, end))
        return named if named.kind is MentionKind.NAME else None

    def member(self, last: int) -> Mention | None:
        """One of several that a French phrase tells of, which ends here: un des agents."""
        tokens = self.phrases.tokens
        for start in range(last - 1, max(-1, last - MEMBERS), -1):
            if self.phrases.grammar.language != "fr" or not tokens[start].word:
                return None
            if tokens[start].lower in ("un", "une") and tokens[start + 1].lower in ("d'", "des"):
                return Mention(MentionKind.PHRASE, start, last + 1)
        return None

    def _led(self, mention: Mention) -> bool:
        """Whether a French or Spanish phrase opens the sentence: Desde | el PAL, la edil Roca,"""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        opens = grammar.language in ("es", "fr") and mention.start == 1
        return opens and tokens[0].lower in grammar.prepositions

    def _parted(self, comma: int) -> Mention | None:
        """The French or Spanish subject that a comma parts from its verb: El edil, dijo que ...

        Not: Los vecinos, dijo, están mal.
        """
        romance = self.phrases.grammar.language in ("es", "fr")
        subject = self.phrases.ending_at(comma) if romance else None
        aside = any(token.text == "," for token in self.phrases.tokens[comma + 1 : comma + HELPED])
        if subject is None or subject.start or aside:
            return None
        return subject if self._is_known(subject) or self._is_role(subject) else None

    def _short_name(self, mark: int) -> Mention | None:
        """The letters in brackets for a French or Spanish body: le Conseil sur l'eau (CSE)."""
        tokens = self.phrases.tokens
        alone = mark > 1 and tokens[mark - 2].text == "(" and tokens[mark].text == ")"
        if not alone or not self.phrases.grammar.loose or not tokens[mark - 1].text.isupper():
            return None
        return Mention(MentionKind.PHRASE, mark - 1, mark)

    def behind_bracket(self, start: int, end: int) -> Mention | None:
        """The French name behind a body in brackets: le chef de l'Union (UDM) | Jean Roc."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        name = end + BRACKET
        closed = name < len(tokens) and tokens[end].text == "(" and tokens[name - 1].text == ")"
        if grammar.language != "fr" or not closed or tokens[start].lower in grammar.titles:
            return None
        name += not tokens[name].capital and "-" in tokens[name].text  # pro-Roc
        last = name
        while last < len(tokens) and tokens[last].word and tokens[last].capital:
            last += 1
        if last - name < 2:
            return None
        return Mention(MentionKind.NAME, start, last, name, last)

    def _before_bracket(self, index: int) -> int:
        """The token before which a noun ends that a bracket follows: Der Rat (HR) |, ...

        In English one that tells of a party or a place: Roe (R-Brae), the chairman.
        """
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if index < BRACKET or tokens[index - 1].text != ")":
            return index
        opening = index - BRACKET
        while grammar.language == "en" and opening > 1 and index - opening < PARTY:
            if tokens[opening].text == "(":
                break
            opening -= 1
        return opening if tokens[opening].text == "(" else index

    def bearer(self, role: Mention) -> Mention | None:
        """Who bears a role that no comma closes: Roe, former cook and steward of Brae said."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        comma = role.start - 1
        while comma > 0 and (
            tokens[comma].text.islower() or (grammar.inverts and tokens[comma].word)
        ):
            comma -= 1
        if comma < 1 or tokens[comma].text != "," or not self._is_role(role):
            return None
        if tokens[comma + 1].lower in grammar.determiners:
            return None  # Roe is late, the mayor said
        name = self.phrases.ending_at(comma)
        return name if name and self._is_known(name) and name.end == comma else None

    def opener(self, end: int) -> Mention | None:
        """The French or Spanish name that opens a sentence: Ida Roc, la patronne du four | dit.

        Behind it stand a comma and an apposition up to ``end``, which no comma closes.
        """
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        comma = end - 1
        while comma > 0 and tokens[comma].quote == NO_QUOTE and tokens[comma].text != ",":
            if not tokens[comma].word and tokens[comma].text not in "()":
                break
            comma -= 1
        if grammar.language not in ("es", "fr") or comma < 1 or tokens[comma].text != ",":
            return None
        told = tokens[comma + 1].lower
        if told not in grammar.definites and told not in grammar.roles:
            return None
        name = self.phrases.ending_at(comma)
        if name is None or name.kind is not MentionKind.NAME or name.end != comma:
            return None
        opens = not name.start or tokens[name.start - 1].text in SENTENCE_ENDS
        return name if opens and self._is_known(name) else None

    def leader(self, start: int) -> Mention | None:
        """The English name that speaks for those who are added: Roe and | his party have said."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        added = start > 1 and tokens[start - 1].lower in grammar.coordinators
        if grammar.language != "en" or not added or tokens[start].lower not in grammar.possessives:
            return None
        name = self.phrases.ending_at(start - 1)
        return name if name and self._is_known(name) else None

    def _lone_name(self, comma: int) -> Mention | None:
        """A known name that is all there is between two commas: The mayor, Jane Roe, said."""
        tokens = self.phrases.tokens
        start = comma
        while start > 0 and self._is_name_word(start - 1):
            start -= 1
        if start == comma or not start or tokens[start - 1].text != ",":
            return None
        name = self.phrases.read(start, comma)
        if name is None or not self._is_known(name):
            return None
        role = self.phrases.ending_at(start - 1) if comma - name.name_start < 2 else None
        whole = role is None or (role.kind is MentionKind.PHRASE and self._is_role(role))
        return name if whole and (role or comma - name.name_start >= 2) else None

    def _named_by(self, start: int, end: int) -> Mention | None:
        """The known name that is the head of an apposition: her brother, the painter Tom Roe."""
        name = self.phrases.read(start, end)
        if name is None or not self._is_known(name):
            return None
        tokens, linkers = self.phrases.tokens, self.phrases.grammar.linkers
        whole = name.end == end or (name.start == start and tokens[name.end].lower in linkers)
        return name if whole else None

    def _with_role(self, name: Mention) -> Mention:
        """The mention with the role before it: The mayor of Halden, Jane Roe, said."""
        role = self.phrases.ending_at(name.start - 1)
        if role is None or role.kind is not MentionKind.PHRASE or not self._is_role(role):
            return name
        return name._replace(start=role.start)

    def _apposes(self, start: int, end: int) -> bool:
        """Whether what stands between two marks tells more of the name before them."""
        if start >= end:
            return False
        lower, grammar = self.phrases.tokens[start].lower, self.phrases.grammar
        if lower in grammar.relatives or lower in RELATIVES:
            return True
        return lower not in grammar.conjunctions and lower not in grammar.pronouns
