"""text with its quotations masked -> passages of tokens: the ground on which speakers are read.

A passage is a sentence in which every quoted stretch is one token, so that no word inside a
quotation can be taken for a word of the journalist's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.analysis.speakers.contractions import is_elided, split_word
from bot.analysis.speakers.grammar import Grammar
from bot.model import Span

TOKEN = re.compile(
    r"""
    (?=\S)(?:
      ([^\W_]++)(?![-'‘’&/_]|[.,:]\w)  # a plain word
    | ([^\w\s])\2*                   # a mark, however often it is repeated
    | (?:[^\W\d_]-)?(?:[^\W\d_]\.){2,}  # U.S., J.R.R., D-N.M.
    | [^\W\d_]\.[^\W\d_]{2,}        # e.Wheel
    | \w++\.(?:com|org|net|co|de|fr|uk|ca|gov|edu)\b
    | \d++(?:[.,:]\d++)+             # 1,900 and 3.5
    | [^\W_]++(?:[-'‘’&/][^\W_]++)*  # words, with what is written inside them
    )
    """,
    re.VERBOSE,
)

ENDINGS = frozenset(".!?…。！？")
LOW = re.compile(r"(?:a[dlnrstz]|ash|e[ls]|ul|bin|ibn|d|l|o)[-’'][^\W\d_]")
"""A name may begin so in small letters: al-Harthy, d'Arcy."""
NICKNAME = re.compile(r"[\"“”„‘’'«»]{1,2}[^\W\d_a-z][\w.’'-]*(?: [\w’'-]+)?[\"“”‘’'«»]{1,2}")
NAME_BEFORE = re.compile(r"\b[^\W\d_a-z][\w’'-]*\.? $")
NAME_BEHIND = re.compile(r" [^\W\d_a-z][^\W\d_]")
ROMAN = re.compile(r"[IVX]+")
"""German numerals of popes and kings, which a full stop follows."""

DASHES = frozenset("-–—")
LONGEST_DATELINE = 12
"""A dateline has at most so many tokens, its dash included."""
APOSTROPHES = frozenset("'’")
STRAIGHT = str.maketrans("’‘", "''")
NO_QUOTE = -1
MASKED = ""  # stands for the small letters of a quoted stretch
LONGEST_SENTENCE = 201
"""A sentence of more tokens is cut, so that no text costs more than its length."""
LONG, FEWEST_LONG, HEADLINE_SHARE = 3, 3, 0.8
"""A headline has some words of more letters than this, and this share of them is capitalised."""
WORDS_BEFORE_CUE = 20
"""How far behind a quotation that ends with "?" its verb of saying may stand, in tokens."""


@dataclass(slots=True)
class Token:
    """A word, a mark, or a whole quoted stretch (``quote`` is then its number).

    Not frozen: a long article has tens of thousands, and a frozen one takes four times as long
    to make, a tuple twice as long to read.
    """

    text: str
    lower: str
    start: int
    end: int
    word: bool
    capital: bool
    quote: int = NO_QUOTE


class Passage(NamedTuple):
    """One sentence with its quotations masked, and the number of its paragraph.

    ``words`` are its words and marks in small letters, MASKED for what is quoted; ``headline``
    tells that it Writes All Long Words With Capitals.
    """

    tokens: tuple[Token, ...]
    paragraph: int
    words: frozenset[str]
    headline: bool

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def split_passages(
    text: str, paragraphs: Sequence[Span], masks: Sequence[Span], grammar: Grammar
) -> tuple[Passage, ...]:
    """The passages of a text; ``masks`` are the places of its quotations, marks included.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> text = 'Mr. Roe left. "I am glad," he said.'
    >>> passages = split_passages(text, [Span(0, 35)], [Span(14, 26)], read_grammar("en"))
    >>> [[token.text for token in passage.tokens] for passage in passages]
    [['Mr.', 'Roe', 'left', '.'], ['"I am glad,"', 'he', 'said', '.']]
    """
    passages: list[Passage] = []
    next_mask = 0
    for number, place in enumerate(paragraphs):
        tokens: list[Token] = []
        position = place.start
        while next_mask < len(masks) and masks[next_mask].start < place.end:
            mask = masks[next_mask]
            tokens += _read_tokens(text, position, mask.start, grammar)
            if not _is_nickname(text, mask):
                shown = mask.of(text)
                tokens.append(Token(shown, MASKED, mask.start, mask.end, False, False, next_mask))
            position = mask.end
            next_mask += 1
        tokens += _read_tokens(text, position, place.end, grammar)
        begin = _dateline_end(tokens, grammar)
        passages += [
            Passage(part, number, frozenset([t.lower for t in part]), _is_headline(part, grammar))
            for half in (tokens[:begin], tokens[begin:])
            for part in _split_sentences(half, grammar)
        ]
    return tuple(passages)


def _dateline_end(tokens: Sequence[Token], grammar: Grammar) -> int:
    """Where a paragraph begins behind place, day and agency: PARIS (AFP) - | Der Rat ...

    0 where none stands there, and in English.
    """
    if not grammar.inverts or not tokens or not tokens[0].capital:
        return 0
    for index, token in enumerate(tokens[:LONGEST_DATELINE]):
        if token.quote != NO_QUOTE:
            return 0
        if token.text in DASHES:
            before = tokens[index - 1]
            marked = before.text in ").," or all(t.text.isupper() for t in tokens[:index])
            return index + 1 if marked else 0
        if token.text.islower() and tokens[index - 1].text != "(" and len(token.text) > LONG:
            return 0
    return 0


def _is_nickname(text: str, mask: Span) -> bool:
    """Whether the words in marks stand inside a name: Robert "Bob" Roe."""
    inside = NICKNAME.fullmatch(text, mask.start, mask.end)
    return bool(
        inside
        and NAME_BEFORE.search(text, max(0, mask.start - 20), mask.start)
        and NAME_BEHIND.match(text, mask.end)
    )


def _is_headline(tokens: Sequence[Token], grammar: Grammar) -> bool:
    if grammar.inverts or len(tokens) < FEWEST_LONG:
        return False  # only English writes its headlines so
    long = [token.capital for token in tokens if token.word and len(token.text) > LONG]
    if len(long) < FEWEST_LONG or sum(long) < HEADLINE_SHARE * len(long):
        return False
    small = [token.lower for token in tokens if token.text.islower() and token.lower != "'s"]
    verbs = (grammar.verbs, grammar.auxiliaries, grammar.passives)
    return all(words.isdisjoint(small) for words in verbs)


def _token(text: str, start: int) -> Token:
    low = text if text == "WHO" else text.lower().translate(STRAIGHT)  # the body, no pronoun
    return Token(text, low, start, start + len(text), True, text[0].isupper() or _is_low_name(text))


def _is_low_name(text: str) -> bool:
    """Whether the word is a name that begins in small letters: al-Harthy, d'Arcy."""
    begin = LOW.match(text)
    return begin is not None and begin[0][-1].isupper()


def _read_tokens(text: str, start: int, end: int, grammar: Grammar) -> list[Token]:
    tokens: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        if word := match[1]:
            lower = word if word == "WHO" else word.lower()
            tokens.append(Token(word, lower, begin, stop, True, word[0].isupper()))
        elif not (mark := match[2]):
            parts = split_word(match[0], french=grammar.language == "fr")
            tokens += [_token(part, begin + place) for part, place in parts]
        elif tokens and tokens[-1].end == begin and _belongs(mark, tokens[-1], grammar):
            tokens[-1] = _token(tokens[-1].text + mark, tokens[-1].start)
        else:
            owns = mark in APOSTROPHES and tokens and _owns(text, tokens[-1], begin, grammar)
            tokens.append(Token(mark, "'s" if owns else mark, begin, stop, bool(owns), False))
    return _bind_particles(tokens, grammar) if grammar.particles_large else tokens


def _belongs(mark: str, token: Token, grammar: Grammar) -> bool:
    """Whether a mark ends the word before it: Dr.; qu' before words in marks."""
    if mark in APOSTROPHES and grammar.language == "fr":
        return is_elided(token.text)
    return mark == "." and _abbreviates(token, grammar)


def _owns(text: str, token: Token, apostrophe: int, grammar: Grammar) -> bool:
    """Whether an English plural ends with the apostrophe, before what it owns: Farmers' Union."""
    plural = token.word and token.end == apostrophe and token.lower[-1] == "s"
    follows = text[apostrophe + 1 : apostrophe + 3]
    return plural and grammar.language == "en" and follows[:1] == " " and follows[1:].isalpha()


def _bind_particles(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """What else is a small word keeps its capital inside a name: Ana Le Roc; Julio Roca."""
    for index in range(len(tokens) - 1):
        token, after = tokens[index : index + 2]
        if not token.capital:
            continue
        if token.lower in grammar.times and token.text in grammar.given_masculine:
            tokens[index] = replace(token, lower=token.text if after.capital else token.lower)
        opens = not index or not tokens[index - 1].word
        if opens and token.text == "A" and grammar.language == "fr":
            tokens[index] = replace(token, lower="à")  # as most papers open a sentence
        if token.text[0] == "E" and f"é{token.lower[1:]}" in grammar.roles:
            tokens[index] = replace(token, lower=f"é{token.lower[1:]}")  # Eleveur
        if opens and token.text == "De" and _acts(tokens, index + 2, grammar):
            tokens[index] = replace(token, lower=token.text)  # De Roc a parlé
        before = tokens[index - 1]
        if index and token.lower in grammar.ranks and before.lower in grammar.roles:
            tokens[index] = replace(token, capital=False)  # le Secrétaire Exécutif du RM
        if not index or token.lower not in grammar.particles_large:
            continue
        if before.capital and after.capital and before.lower not in grammar.closed:
            tokens[index] = replace(token, lower=token.text)
    return tokens


def _acts(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether the verb of a French sentence stands at the token, or a colon behind a name."""
    if grammar.language != "fr" or index >= len(tokens) or not tokens[index - 1].capital:
        return False
    return tokens[index].lower in grammar.auxiliaries or tokens[index].text == ":"


def _abbreviates(token: Token, grammar: Grammar) -> bool:
    initial = len(token.text) == 1 and token.capital and token.text != "I"
    ordinal = grammar.language == "de" and ROMAN.fullmatch(token.text)
    return initial or bool(ordinal) or token.lower + "." in grammar.abbreviations


def _split_sentences(tokens: list[Token], grammar: Grammar) -> Iterator[tuple[Token, ...]]:
    stops = [n for n, t in enumerate(tokens[:-1]) if not t.word or t.text[-1] == "."]
    ends = [stop + 1 for stop in stops if _ends_sentence(tokens, stop, grammar)]
    start = 0
    for end in (*ends, len(tokens)):
        while start < end:
            cut = min(start + LONGEST_SENTENCE, end)
            yield tuple(tokens[start:cut])
            start = cut


def _ends_sentence(tokens: list[Token], index: int, grammar: Grammar) -> bool:
    token, following = tokens[index], tokens[index + 1]
    if token.word:
        if token.text[-1] != "." or token.lower in grammar.titles:
            return False
        quoted = following.quote != NO_QUOTE and following.text[1:2].isupper()
        return quoted or (following.capital and following.lower in grammar.closed)
    begins = following.capital or following.quote != NO_QUOTE or following.lower.isdigit()
    if token.quote == NO_QUOTE:
        if grammar.language == "de" and index and _is_ordinal(tokens[index - 1]):
            return False
        return token.text in ENDINGS and (begins or following.text in "([—–•*")
    ending = token.text.rstrip("\"”“’'»«›」』) \u00a0\u202f")[-1:]
    if ending not in ENDINGS or not begins:
        return False
    return not _goes_on(tokens, index, ending, grammar)


def _is_ordinal(token: Token) -> bool:
    """Whether a full stop behind the number makes it an ordinal: am 14. Mai."""
    return len(token.text) <= 2 and token.text.isdigit()


def _goes_on(tokens: list[Token], index: int, ending: str, grammar: Grammar) -> bool:
    """Whether a quotation that ends like a sentence is followed by its own verb of saying.

    "Why?" Roe asked. And, against the rules of most houses: "We won." Roe said.
    """
    if grammar.inverts and tokens[index + 1].capital:
        return False  # "Why?" The others, ...: a verb would be written small
    for place in range(index + 1, min(index + 1 + WORDS_BEFORE_CUE, len(tokens))):
        token = tokens[place]
        if token.quote != NO_QUOTE or token.text in ENDINGS:
            return False
        if ending == "." and token.text == ",":
            return False  # "We won." The others, Roe said, had no chance.
        if token.lower in grammar.cues and not token.capital:
            last = place + 1 == len(tokens) or tokens[place + 1].text in ".,"
            return ending != "." or (last and not grammar.inverts)
    return False
