"""he, she, it, they -> the speaker."""

from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender
from bot.analysis.speakers.resolve.genders import noun_gender
from bot.analysis.speakers.resolve.heads import is_several
from bot.analysis.speakers.resolve.memory import EMBEDDED, SUBJECT, Memory
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_of

WHOEVER = {"celle": Gender.FEMININE, "celui": Gender.MASCULINE}
HIM = "lui"
FRESH = 2
"""So many passages after a body spoke, "they" may still mean it."""


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Resolves pronouns by what is remembered."""

    memory: Memory
    grammar: Grammar

    def resolve(self, word: str, place: int, *, goes_on: bool = False) -> Speaker | None:
        """Whom the pronoun means in the passage ``place``.

        Who ``goes_on`` spoke last, as far as the verb tells.
        """
        if goes_on and self._goes_on(word):
            return self.memory.last
        if word in WHOEVER:
            return self._whoever(WHOEVER[word], place)
        male = word in self.grammar.masculine or word == HIM
        if male or word in self.grammar.possessives_masculine:
            return self.human(Gender.MASCULINE, place)
        if word in self.grammar.feminine or word in self.grammar.possessives_feminine:
            return self.human(Gender.FEMININE, place)
        if word not in self.grammar.things:
            return None
        if self.grammar.language != "en":
            return self.memory.theme_before(place) or self._body()
        if word == "they":
            return self.memory.theme_before(place, several=True) or self._several(place)
        topic = self.memory.topic_before(place) or self.memory.theme_before(place)
        last = self._body()
        return topic or (None if last and is_several(last, self.grammar) else last)

    def latter(self, word: str, place: int) -> Speaker | None:
        """Whom "celui-ci" or "este" means: of whoever fits, the one named last just before.

        The Spanish "aquel" means the other than whoever spoke last.
        """
        word = word.removesuffix("-ci")
        if word.endswith(("s", "x")):
            return self.memory.theme_before(place, several=True)
        gender = Gender.FEMININE if word.endswith(("a", "elle", "ère")) else Gender.MASCULINE
        last = self.memory.last.person if self.memory.last else None
        if word.startswith("aqu"):
            one = self.memory.latest(lambda one: one is not last and one.gender is gender)
            return speaker_of(one) if one else None
        for near in (place, place - 1):
            if named := self.memory.named_at(near, gender):
                return speaker_of(named[-1]) if named[-1].sure else None
        return self.memory.theme_before(place, gender)

    def _goes_on(self, word: str) -> bool:
        """Whether whoever spoke last is of the pronoun's gender, and no other has acted since."""
        last, grammar = self.memory.last, self.grammar
        if grammar.language != "fr" or last is None or last.person is None:
            return False
        words = grammar.masculine if last.person.gender is Gender.MASCULINE else grammar.feminine
        return word in words and not self.memory.newer(SUBJECT)

    def _whoever(self, gender: Gender, place: int) -> Speaker | None:
        """Whom a French "celui qui" means: whoever spoke last, if no other acts since."""
        last, others = self.memory.last, self.memory.newer(EMBEDDED)
        told = last is not None and last.person is not None and last.person.gender is gender
        return last if told and not others else self.human(gender, place)

    def _several(self, place: int) -> Speaker | None:
        """Whoever spoke last, if it is a body or several people, or spoke a moment ago."""
        nameless = self.memory.last
        human = nameless is not None and nameless.is_one_human(self.grammar)
        if nameless and human and noun_gender(nameless.phrase, self.grammar) is None:
            return nameless if self.memory.last_place >= place - FRESH else None
        last = self._body()
        fresh = self.memory.last_place >= place - FRESH
        fits = last and (fresh or last.is_body(self.grammar) or is_several(last, self.grammar))
        return last if fits else None

    def human(self, gender: Gender, place: int) -> Speaker | None:
        """Whom "he" or "she" means: whoever spoke last, or the foremost of this gender."""
        memory, last = self.memory, self.memory.last
        here = memory.noted_at(place) if self.grammar.language == "en" else None
        passed = here is not None and here.gender is gender
        if (nameless := memory.theme_before(place, gender)) and not passed:
            named = memory.introduced(place - 1, gender) if self.grammar.language == "fr" else None
            return speaker_of(named) if named else nameless
        goes_on = not memory.has_newer(gender)
        one = last is not None and goes_on and last.is_one_human(self.grammar)
        if last and one and self._last_gender(last) in (gender, None):
            return last
        if last and goes_on and self._is_body_of(gender, place):
            return last
        if last and goes_on and self._is_surname(last, gender):
            return last
        person = memory.foremost(gender, place)
        return speaker_of(person) if person else None

    def _is_surname(self, last: Speaker, gender: Gender) -> bool:
        """Whether whoever spoke last has a surname only: „Ja“, sagte Roe. Er lachte."""
        if self.grammar.language != "de" or " " in last.name or last.name.isupper():
            return False
        if last.person:
            return not last.person.sure and last.person.gender in (gender, None)
        word = last.name.lower()
        return word not in self.grammar.speakers and self.memory.last_article == word

    def _last_gender(self, last: Speaker) -> Gender | None:
        """The gender that the noun or the article of whoever spoke last tells."""
        grammar, article = self.grammar, self.memory.last_article
        gender = noun_gender(last.phrase, grammar)
        if gender or grammar.language not in ("es", "fr"):
            return gender
        if article in grammar.definites_masculine or article in ("un", "uno"):
            return Gender.MASCULINE
        feminine = article in grammar.definites_feminine or article in ("una", "une")
        return Gender.FEMININE if feminine else None

    def _is_body_of(self, gender: Gender, place: int) -> bool:
        """Whether a French body, for which "il" and "elle" stand too, has just spoken."""
        memory, grammar = self.memory, self.grammar
        article, last = memory.last_article, memory.last
        if grammar.language != "fr" or last is None or memory.last_place < place - 1:
            return False
        if last.person or last.is_one_human(grammar) or last.is_surely_human(grammar):
            return False
        he = gender is Gender.MASCULINE
        same = grammar.definites_masculine if he else grammar.definites_feminine
        return article in same or article == "l'"

    def _body(self) -> Speaker | None:
        """Whoever spoke last, human beings apart."""
        last = self.memory.last
        return None if last and last.is_surely_human(self.grammar) else last
