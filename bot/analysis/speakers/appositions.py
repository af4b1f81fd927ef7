"""phrases -> the names that an apposition belongs to, or that it gives."""

from dataclasses import dataclass

from bot.analysis.speakers.duties import goes_on
from bot.analysis.speakers.phrases import Mention, MentionKind, Phrases
from bot.analysis.speakers.portfolios import behind_fields
from bot.analysis.speakers.tokens import NO_QUOTE

LONGEST_COMPLEMENT = 6
"""What tells of an office behind "à" or "en" has fewer words than this, that word included."""
BRACKET = 3
"""So many tokens has an abbreviation in brackets: (SPD)."""
FARTHEST = 45
"""How far, in tokens, a name may stand from its verb, appositions included."""
CHILDREN = 6
"""So many tokens may stand between "their daughters" and the second of them."""
RELATIVES = frozenset(("whose", "which", "que", "cuya", "cuyo", "quien", "dont", "où"))
"""Words behind the comma of a clause that tells more of a name."""
SENTENCE_ENDS = (".", "!", "?", "…")
OPENERS = {")": "(", ",": ",", "—": "—", "–": "–", "-": "-"}


@dataclass(slots=True)
class Appositions:
    """Reads appositions in the tokens of one passage."""

    phrases: Phrases

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
            if mention and mention.kind is MentionKind.NAME and not self._is_led_to(mention):
                return mention
            noun = self._is_role(mention) if mention else self.phrases.grammar.inverts
            if noun and (name := self._named_by(index + 1, mark)):
                return name._replace(start=mention.start if mention else name.start)
            nearest = nearest or mention
        return nearest or self._short_name(mark)

    def _short_name(self, mark: int) -> Mention | None:
        """The letters in brackets for a French or Spanish body: le Conseil sur l'eau (CSE)."""
        tokens = self.phrases.tokens
        alone = mark > 1 and tokens[mark - 2].text == "(" and tokens[mark].text == ")"
        if not alone or not self.phrases.grammar.loose or not tokens[mark - 1].text.isupper():
            return None
        return Mention(MentionKind.PHRASE, mark - 1, mark)

    def _before_bracket(self, index: int) -> int:
        """The token before which a noun ends that a bracket follows: Der Rat (HR) |, ..."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if not grammar.inverts or index < BRACKET or tokens[index - 1].text != ")":
            return index
        opening = index - BRACKET
        return opening if tokens[opening].text == "(" else index

    def named(self, mention: Mention) -> Mention:
        """The mention with the name that an apposition gives: said the mayor, Jane Roe."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if mention.kind is not MentionKind.PHRASE:
            return mention
        start = self._behind_complement(mention.end)
        if grammar.loose and self._is_role(mention):
            start = behind_fields(tokens, start)
        if start + 1 >= len(tokens) or tokens[start].text != ",":
            return mention
        if tokens[start + 1].lower in grammar.definites and self._is_titled(start + 2):
            start += 1  # the vicar, the Rev Jane Roe
        end = self._name_end(self._role_end(start + 1))
        if end == start + 1 and tokens[end].lower in grammar.roles:
            end = self._name_end(start + 2)  # the author, chemist Jane Roe
        name = self.phrases.read(start + 1, end) if end > start + 1 else None
        if name is None or name.kind is not MentionKind.NAME:
            return self._named_later(mention, start) or mention
        if goes_on(tokens, end, grammar):
            return mention
        role, article = self._is_role(mention), tokens[mention.start].lower
        pointed = article in grammar.possessives or article in grammar.demonstratives
        definite = pointed or article in grammar.definites
        if (role or definite) and self._is_known(name):
            first, last = name.name_start, name.name_end
            return Mention(MentionKind.NAME, mention.start, name.end, first, last)
        if role and end == start + 2 and end < len(tokens) and tokens[end].text == ".":
            return Mention(MentionKind.NAME, mention.start, end, start + 1, end)
        return mention

    def apposed(self, mention: Mention | None) -> Mention | None:
        """The mention, or the name that it tells of: Jean Roc, un voisin | qui se dit ravi."""
        tokens = self.phrases.tokens
        if mention is None or mention.kind is not MentionKind.PHRASE or not mention.start:
            return mention
        if tokens[mention.start - 1].text != "," or not self._is_role(mention):
            return mention
        comma = start = mention.start - 1
        while start and self._is_name_word(start - 1):
            start -= 1
        name = self.phrases.read(start, comma) if start < comma else None
        return name if name and name.kind is MentionKind.NAME else mention

    def _named_later(self, mention: Mention, comma: int) -> Mention | None:
        """The mention with a name behind a second office: le chef, président de Brae, Jean Roc."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        begin = comma + 1
        if grammar.language not in ("es", "fr") or tokens[begin].lower not in grammar.roles:
            return None
        later = (n for n in range(begin, min(begin + FARTHEST, len(tokens))) if not tokens[n].word)
        end = next(later, begin)
        if tokens[end].text != "," or self._name_end(end + 1) == end + 1:
            return None
        name = self.phrases.read(end + 1, self._name_end(end + 1))
        if name is None or not self._is_known(name) or not self._is_role(mention):
            return None
        return name._replace(start=mention.start)

    def _is_titled(self, index: int) -> bool:
        """Whether a role or a title and a name begin here: Rev Jane; painter Tom."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if index + 1 >= len(tokens) or not tokens[index + 1].capital:
            return False
        return tokens[index].lower in grammar.titles or tokens[index].lower in grammar.roles

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

    def _is_led_to(self, name: Mention) -> bool:
        """Whether the name only tells more of another: Roe, with her daughters Ida, 5, and Una."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        joined = name.start > 0 and tokens[name.start - 1].lower in grammar.coordinators
        first = max(0, name.start - (CHILDREN if joined else 1))
        before = [token.lower for token in tokens[first : name.name_start]]
        several = any(word[:-1] in grammar.kin for word in before if word.endswith("s"))
        return several or self._accompanies(name.start - 1)

    def _accompanies(self, comma: int) -> bool:
        """Whether a relative stands before the comma who is only with somebody: with his wife,"""
        tokens, start = self.phrases.tokens, comma
        if (
            start < 1
            or tokens[start].text != ","
            or tokens[start - 1].lower not in (self.phrases.grammar.kin)
        ):
            return False
        while start and tokens[start - 1].word and tokens[start - 1].lower != "with":
            start -= 1
        return start > 0 and tokens[start - 1].lower == "with"

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

    def _behind_complement(self, start: int) -> int:
        """The comma behind what else tells of an office: l'adjoint | à la sécurité, Jean Roc."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if grammar.loose and start < len(tokens) and tokens[start].text == "(":
            near = range(start + 1, min(start + LONGEST_COMPLEMENT, len(tokens)))
            closed = (n + 1 for n in near if tokens[n].text == ")")
            start = next(closed, start)  # la portavoz de Acción Local (AL)
        if start >= len(tokens) or tokens[start].lower not in grammar.loose:
            return start
        stop = min(len(tokens), start + LONGEST_COMPLEMENT)
        end = next((i for i in range(start, stop) if not tokens[i].word), start)
        return end if tokens[end].text == "," else start

    def _role_end(self, start: int) -> int:
        """Behind an article and what it tells of, before a name: su rival, la alcaldesa | Roe."""
        tokens, grammar = self.phrases.tokens, self.phrases.grammar
        if not grammar.inverts or tokens[start].lower not in grammar.definites:
            return start
        end = start + 1
        while end < len(tokens) and tokens[end].text.islower() and self._describes(end):
            end += 1
        return end if end > start + 1 else start

    def _describes(self, index: int) -> bool:
        """Whether the word may tell what somebody is: el colombiano | Juan."""
        word, grammar = self.phrases.tokens[index].lower, self.phrases.grammar
        return word in grammar.roles or (word not in grammar.closed and word not in grammar.verbs)

    def _name_end(self, start: int) -> int:
        end = start
        while end < len(self.phrases.tokens) and self._is_name_word(end):
            end += 1
        return end

    def _is_name_word(self, index: int) -> bool:
        token = self.phrases.tokens[index]
        return token.word and (token.capital or token.lower in self.phrases.grammar.particles)

    def _is_known(self, name: Mention) -> bool:
        if name.kind is not MentionKind.NAME:
            return False
        words = tuple(t.text for t in self.phrases.tokens[name.name_start : name.name_end])
        return any(person.sure for person in self.phrases.people.called(words))

    def _is_role(self, mention: Mention) -> bool:
        words = self.phrases.tokens[mention.start : mention.end]
        return any(token.lower in self.phrases.grammar.roles for token in words)

    def _apposes(self, start: int, end: int) -> bool:
        """Whether what stands between two marks tells more of the name before them."""
        if start >= end:
            return False
        lower, grammar = self.phrases.tokens[start].lower, self.phrases.grammar
        if lower in grammar.relatives or lower in RELATIVES:
            return True
        return lower not in grammar.conjunctions and lower not in grammar.pronouns
