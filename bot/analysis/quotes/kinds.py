"""a stretch in marks -> direct, mixed, or no quotation at all (a title, a nickname, a slogan)."""

import re
from collections.abc import Sequence

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.quotes.stretches import Stretch
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token
from bot.model import QuoteKind

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SHORT = 4
"""A stretch of fewer words is a quotation only where somebody is said to say it."""
WHOLE = 8
"""A sentence of so many words in marks is a quotation even where nothing leads up to it."""
CLOSE, NEAR, FAR = 8, 12, 30
"""How far, in tokens, the verb may stand from a fragment of one word, of two, of more."""
TITLE_SHARE = 0.75
"""From this share of capitalised words on, a stretch is written like a title."""


def choose_kind(
    text: str,
    stretch: Stretch,
    attribution: Attribution | None,
    tokens: Sequence[Token],
    place: int,
    grammar: Grammar,
) -> QuoteKind | None:
    """What the stretch is; ``place`` is its token in its passage."""
    shown = stretch.inner.of(text)
    words = WORD.findall(shown)
    if not words:
        return None
    alone = all(
        not token.word or token.lower in grammar.openers or token.lower in ("and", "but")
        for i, token in enumerate(tokens)
        if i != place
    )
    if alone and not stretch.single:
        return QuoteKind.DIRECT if len(words) >= SHORT or shown[-1] in ",.?!…" else None
    whole = len(words) >= WHOLE and shown[-1] in ".?!…"
    opens = is_sentence_start(shown) and (whole or _is_free(tokens, place))
    led = attribution is not None and (
        attribution.cue == place - 1 or (place > 0 and tokens[place - 1].text == ":")
    )
    is_title = is_german_title if grammar.language == "de" else is_english_title
    bound = place > 0 and tokens[place - 1].word
    if not led:
        if attribution and attribution.strong and opens and not is_title(words, shown):
            return QuoteKind.DIRECT
        if _is_named_thing(tokens, place, grammar):
            return None
        if is_title(words, shown.rstrip(",.") if bound else shown):
            return None
        if len(words) == 1 and _is_attributive(tokens, place, grammar):
            return None
    if led and attribution and attribution.cue is not None:
        calling = tokens[attribution.cue].lower in grammar.callings
        if calling and all(word[0].isupper() for word in words):
            return None
    named = len(words) == 1 and shown[0].isupper() and (grammar.language == "de" or not led)
    if named and (place == 0 or tokens[place - 1].lower not in ("als", "as")):
        return None
    if opens and (len(words) >= SHORT or not grammar.cues):
        return QuoteKind.DIRECT
    if led and opens:
        return QuoteKind.DIRECT
    if attribution and _is_near(attribution, place, len(words)):
        return QuoteKind.MIXED
    return None


def _is_attributive(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether the word in marks tells more of a noun behind it: the "smart" city."""
    if place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    return after.word and after.lower not in grammar.closed | grammar.auxiliaries


def _is_near(attribution: Attribution, place: int, words: int) -> bool:
    """Whether the fragment stands near enough to its verb; a single word must be close."""
    if attribution.cue is None:
        return True
    if attribution.mention is None and words < 3:
        return False
    reach = FAR if words >= 3 else NEAR if words == 2 else CLOSE
    return abs(place - attribution.cue) <= reach


def is_sentence_start(shown: str) -> bool:
    """Whether the words begin like a sentence.

    >>> is_sentence_start("We won"), is_sentence_start("“never”"), is_sentence_start("... and so")
    (True, False, False)
    """
    first = next((character for character in shown if character.isalnum()), "")
    return first.isupper() or first.isdigit()


def is_german_title(words: Sequence[str], shown: str) -> bool:
    """Whether the words are written like a title in a language that writes all nouns large.

    >>> is_german_title(["Haldener", "Tagblatt"], "Haldener Tagblatt")
    True
    >>> is_german_title(["Lug", "und", "Trug"], "Lug und Trug")
    False
    """
    capital = sum(word[0].isupper() for word in words)
    return len(words) > 1 and shown[-1] not in ".?!…," and capital >= TITLE_SHARE * len(words)


def is_english_title(words: Sequence[str], shown: str) -> bool:
    """Whether the words are written like the title of a work.

    >>> is_english_title(["The", "Bridge", "at", "Halden"], "The Bridge at Halden")
    True
    >>> is_english_title(["We", "will", "win"], "We will win")
    False
    """
    if shown[-1] in ".?!…," or len(words) < 2:
        return False
    long = [word for word in words if len(word) > 3]
    if not long:
        return False
    capital = sum(word[0].isupper() for word in long)
    return words[0][0].isupper() and capital >= TITLE_SHARE * len(long)


def _is_free(tokens: Sequence[Token], place: int) -> bool:
    """Whether nothing binds the stretch to the words before it."""
    if place == 0:
        return True
    before = tokens[place - 1]
    return not before.word or before.quote != NO_QUOTE or before.lower in _SAYING


_SAYING = frozenset(("said", "says", "wrote", "tweeted", "added", "asked", "replied", "shouted"))


def _is_named_thing(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether the words before say that a name or a title follows: so-called, entitled."""
    before = [token.lower for token in tokens[max(0, place - 2) : place]]
    return any(word in grammar.namings for word in before)
