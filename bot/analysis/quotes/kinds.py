"""a stretch in marks -> direct, mixed, or no quotation at all (a title, a nickname, a slogan)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.lexicon import read_words
from bot.analysis.quotes.attributions import BESIDE, Attribution
from bot.analysis.quotes.callings import Callings
from bot.analysis.quotes.headings import HEADLINE, is_half_quoted
from bot.analysis.quotes.inscriptions import is_inscription
from bot.analysis.quotes.labels import Labels
from bot.analysis.quotes.marks import choose_by_marks, is_caseless
from bot.analysis.quotes.verdicts import Case, Verdicts
from bot.analysis.quotes.works import is_german_name, is_title
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token
from bot.model import QuoteKind

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
FEWEST_SAID = 3
"""From so many words on, and so near before their verb, words like a title are a sentence."""
FEWEST_EQUATED = 2
"""So many tokens tell behind a stretch that it is a thing: ist das."""
SHORT = 4
"""A stretch of fewer words is a quotation only where somebody is said to say it."""
WHOLE = 8
"""A sentence of so many words in marks is a quotation even where nothing leads up to it."""
CLOSE, NEAR, FAR = 8, 12, 45
"""How far, in tokens, the verb may stand from a fragment of one word, of two, of more."""
FARTHER = 3
"""So many times as far in French and Spanish, whose papers mark every word of somebody else."""
HELPING = frozenset(("had", "has", "have", "having", "to"))
"""English words before a verb in marks: he had "ruined" parks."""


@dataclass(slots=True)
class Judge:
    """Judges the stretches of one passage; ``bare`` tells that it holds little but stretches."""

    tokens: Sequence[Token]
    grammar: Grammar
    bare: bool
    mixed: tuple[int, int | None] = (-1, None)  # the last fragment, and its verb

    @property
    def verdicts(self) -> Verdicts:
        """What the passage judges in marks."""
        return Verdicts(self.tokens, self.grammar)

    @property
    def callings(self) -> Callings:
        """What the passage is told to call somebody or something."""
        return Callings(self.tokens, self.grammar)

    def choose(
        self, shown: str, place: int, attribution: Attribution | None, single: bool
    ) -> QuoteKind | None:
        """What the words in marks are; ``single`` tells of single marks; None: no quotation."""
        words = WORD.findall(shown)
        if not words or shown.isdigit():
            return None
        if not self.grammar.cues and is_caseless(shown):
            return choose_by_marks(shown, words, place, self.tokens, self.grammar)
        if self.bare and (shown[-1] in ",.?!…" or not single):
            whole = shown[-1] in ",.?!…" or self._ends_sentence(place, words)
            return QuoteKind.DIRECT if len(words) >= SHORT or whole else None
        short = len(words) < SHORT and not self._is_led_in(shown, place, words)
        few = attribution is None and short
        if few and self.grammar.cues and self.grammar.language != "fr":
            return None
        if is_inscription(self.tokens, place, attribution, self.grammar) or self._is_joined(place):
            return None
        case = self._case(shown, words, place, attribution)
        if self._heads(case):
            return QuoteKind.DIRECT
        strong = attribution is not None and attribution.strong and case.opens and not case.led
        if strong and (self._is_followed(case) or not is_title(words, shown, self.grammar)):
            return QuoteKind.DIRECT
        if self._is_name(case):
            return None
        if case.opens and (case.led or not short or not self.grammar.cues):
            return QuoteKind.DIRECT
        if not self.grammar.cues:
            return choose_by_marks(shown, words, place, self.tokens, self.grammar)
        whole = self.grammar.language in ("es", "fr") and len(words) >= WHOLE
        whole = whole or self.verdicts.is_own(case)
        whole = whole or (self.grammar.language in ("de", "fr") and _runs_on(words))
        told = len(words) >= FEWEST_SAID and self.verdicts.is_told(case)
        far = FARTHER if self.grammar.language in ("es", "fr") or told else 1
        judged = self.verdicts.is_judged(case) or self._is_predicate(case)
        if whole or self._is_headed(case) or _is_near(case, judged, far) or self._goes_on(case):
            self.mixed = (place, attribution.cue if attribution else None)
            return QuoteKind.MIXED
        return None

    def _is_led_in(self, shown: str, place: int, words: Sequence[str]) -> bool:
        """Whether a German colon leads to a sentence that is short: Ihr Grund: „Es reicht.“"""
        colon = place > 0 and self.tokens[place - 1].text == ":" and shown[-1] in ".?!…"
        return colon and self.grammar.language == "de" and len(words) > 1

    def _heads(self, case: Case) -> bool:
        """Whether a colon follows words that open a French headline: « On rame » : le bac gèle."""
        after = self.tokens[case.place + 1].text if case.place + 1 < len(self.tokens) else ""
        first = self.grammar.language == "fr" and case.place == 0
        return first and after == ":" and case.opens and len(case.words) > 1

    def _is_headed(self, case: Case) -> bool:
        """Whether a French heading takes up some words: Un pont qui « ne tient plus »."""
        taken = len(case.words) >= FEWEST_SAID and case.words[0][0].islower()
        return taken and self.grammar.language == "fr" and is_half_quoted(self.tokens, HEADLINE)

    def _goes_on(self, case: Case) -> bool:
        """Whether English or Spanish text has just quoted the same person: es «vital» y «justo»."""
        before, cue = self.mixed
        if not case.attribution or case.attribution.cue is None:
            return False
        if self.grammar.drops_subjects:
            near = self.tokens[max(0, case.place - NEAR) : case.place]
            return any(token.quote != NO_QUOTE for token in near)
        just = before >= 0 and case.place - before <= NEAR and case.attribution.cue == cue
        return just and self.grammar.language == "en"

    def _is_joined(self, place: int) -> bool:
        """Whether a hyphen joins the German words to those before them: im Halden-„Boten“."""
        if place < 2 or self.grammar.language != "de":
            return False
        first, hyphen, token = self.tokens[place - 2 : place + 1]
        return first.word and hyphen.text == "-" and first.end == token.start - 1

    def _ends_sentence(self, place: int, words: Sequence[str]) -> bool:
        """Whether the words are a sentence with its full stop behind the marks: «En absoluto»."""
        after = self.tokens[place + 1].text if place + 1 < len(self.tokens) else ""
        return self.grammar.inverts and not place and after == "." and len(words) > 1

    def _case(
        self, shown: str, words: Sequence[str], place: int, attribution: Attribution | None
    ) -> Case:
        before = self.tokens[place - 1] if place else None
        led = attribution is not None and (
            attribution.cue == place - 1 or (before is not None and before.text == ":")
        )
        behind = self.tokens[place + 1 : place + 2]
        free = before is None or not before.word or before.quote != NO_QUOTE
        free = free or (self.grammar.language == "de" and [t.text for t in behind] == [":"])
        spoken = before is not None and before.lower in self.grammar.bare
        whole = len(words) >= WHOLE and shown[-1] in ".?!…"
        opens = _begins_sentence(shown) and (whole or free or spoken)
        return Case(shown, words, place, attribution, led, opens)

    def _is_name(self, case: Case) -> bool:
        """Whether the words are a name, a title or a word as such."""
        words, tokens, grammar = case.words, self.tokens, self.grammar
        behind = tokens[case.place + 1 : case.place + 2]
        if behind and behind[0].text == "-" and behind[0].start == tokens[case.place].end:
            return True  # der „Nah und Fern“-Laden
        before = tokens[case.place - 1].lower if case.place else ""
        capital = len(words) == 1 and words[0][0].isupper()
        if capital and before not in ("als", "as") and (not case.led or grammar.language == "de"):
            return not self.verdicts.is_verdict(case)
        labels = Labels(tokens, grammar, case.place, case.attribution)
        if grammar.language == "en" and labels.name(words, case.shown):
            return True
        if case.led:
            praised = (
                before != ":"
                and self.verdicts.judges(case)
                and is_title(words, case.shown, self.grammar)
            )
            return praised or self.callings.is_nickname(case) or self._names_subject(case)
        first = case.place
        if first > 2 and before in grammar.coordinators and tokens[first - 2].quote != NO_QUOTE:
            first -= 2  # the words "no" and "never"
        near = {token.lower for token in tokens[max(0, first - 2) : case.place]}
        if words[0][0].islower():
            near -= grammar.namings if self.verdicts.judges(case) else grammar.works
        if self._is_equated(case):
            return True
        is_said = before in grammar.beings  # le film est « une réussite »
        is_said = is_said or before in grammar.complementizers  # dijo a este diario que «no iría»
        is_said = is_said or (before == ":" and case.opens)  # Roe kam zu Wort: „Wir ...“
        if near & grammar.namings and not is_said:
            return True
        cue = case.attribution.cue if case.attribution else None
        near_cue = grammar.drops_subjects and cue is not None and 0 < case.place - cue <= BESIDE
        if len(words) == 1 and cue != case.place + 1 and self._is_attributive(case.place):
            return not near_cue and not labels.is_told() and not self.verdicts.is_judged(case)
        if len(words) < SHORT and self._labels(case.place):
            return True
        if self.callings.is_own(case):
            return True
        bound = case.place > 0 and tokens[case.place - 1].word
        beside = (*tokens[: case.place][-1:], *behind)
        bound = bound or any(token.quote != NO_QUOTE for token in beside)  # the hits "A," "B," "C"
        if bound and grammar.language == "de" and is_german_name(words, case.shown):
            return True
        return is_title(words, case.shown.rstrip(",.") if bound else case.shown, self.grammar)

    def _is_followed(self, case: Case) -> bool:
        """Whether a comma and its verb of saying follow a sentence: «Iré a Madrid», dijo Roe."""
        cue = case.attribution.cue if case.attribution else None
        tokens, place = self.tokens, case.place
        if not self.grammar.inverts or cue is None:
            return False
        german = self.grammar.language == "de" and cue == place + 2
        if len(case.words) < FEWEST_SAID and not german:
            return False
        return 0 < cue - place <= FEWEST_SAID and tokens[place + 1].text == ","

    def _is_equated(self, case: Case) -> bool:
        """Whether a German sentence tells what the words are: „Wir bleiben“ ist das erste Lied."""
        after = self.tokens[case.place + 1 : case.place + 3]
        if self.grammar.language != "de" or case.place or len(after) < FEWEST_EQUATED:
            return False
        equals = after[0].lower in ("ist", "war", "heißt", "hieß") and case.shown[-1].isalnum()
        lower = after[1].lower
        return equals and (lower in self.grammar.determiners or lower in self.grammar.possessives)

    def _names_subject(self, case: Case) -> bool:
        """Whether the words name what a clause is about: said "Roe's Law" would apply."""
        behind = self.tokens[case.place + 1].lower if case.place + 1 < len(self.tokens) else ""
        goes_on = behind in self.grammar.modals or behind in self.grammar.passives
        return goes_on and is_title(case.words, case.shown, self.grammar)

    def _is_predicate(self, case: Case) -> bool:
        """Whether English words in marks end what is said of something: she said it was "sad".

        An "and" may follow.
        """
        tokens, place = self.tokens, case.place
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        goes_on = after and after.word and after.lower not in ("and", "but")
        before = tokens[place - 1].lower if place else ""
        if self.grammar.language == "en" and before in self.grammar.modals | HELPING:
            return True  # she would "gladly" sign
        if self.grammar.language != "en" or goes_on:
            return False
        if before in self.grammar.indefinites and place > 1:
            before = tokens[place - 2].lower  # she said it was a "joy"
        return before in self.grammar.passives and (before != "'s" or after is None)

    def _is_attributive(self, place: int) -> bool:
        """Whether the word in marks tells more of a noun behind it: the "smart" city."""
        if place + 1 >= len(self.tokens):
            return False
        after, grammar = self.tokens[place + 1], self.grammar
        before = self.tokens[place - 1].lower if place else ""
        if before in grammar.modals or before in HELPING:
            return False  # she would "gladly" sign; he had "ruined" parks
        infinitive = after.lower.endswith(("ar", "er", "ir"))
        if grammar.drops_subjects and (before not in grammar.determiners or infinitive):
            return False  # es «posible», es un «gusto» llegar; not: la «gran» obra
        small = after.lower in grammar.closed or after.lower in grammar.auxiliaries
        small = small or (grammar.language == "de" and not after.capital)  # „arg“ schaden werde
        return after.word and not small

    def _labels(self, place: int) -> bool:
        """Whether the words are the name of the thing behind them: a "dry ink" feature."""
        after = self.tokens[place + 1].lower if place + 1 < len(self.tokens) else ""
        if place and self.tokens[place - 1].lower in self.grammar.modals:
            return False  # she would "gladly" sign
        return after in read_words(self.grammar.language, "labelled")


def _begins_sentence(shown: str) -> bool:
    first = next((character for character in shown if character.isalnum()), "")
    return first.isupper() or first.isdigit()


def _runs_on(words: Sequence[str]) -> bool:
    """Whether so many words go on with a sentence: Das Wehr „hat jetzt keinen Wert“."""
    return len(words) >= SHORT and words[0].islower()


def _is_near(case: Case, judged: bool, far: int) -> bool:
    """Whether a fragment stands near enough to its verb; a single word must be close.

    One that is ``judged`` need not be. ``far``: how many times as far it may stand.
    """
    attribution, count = case.attribution, len(case.words)
    if attribution is None:
        return False
    if attribution.mention is None and count < 3 and not attribution.chained:
        return False
    reach = FAR if count >= 3 or judged else NEAR if count == 2 else CLOSE
    return attribution.cue is None or abs(case.place - attribution.cue) <= far * reach
