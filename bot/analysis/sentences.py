"""text -> sentences with their spans.

sentencex proposes where sentences may end; ``stops`` then mends what news is full of: several
sentences in one quotation, initials, titles, times, ordinals.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

import sentencex

from bot.analysis.stops import CLOSING, OPENING, ends_sentence, opens_sentence
from bot.model import Sentence, Span

PROPOSED_LANGUAGE = "en"  # whose rules sentencex follows where the language is not known
MARKS = frozenset(OPENING + CLOSING)

# sentencex holds a quotation together and looks for its end anew at each mark: not what we want,
# and quadratic where marks never close. It is given the text without them, at the same length;
# and without surrogates, which cannot be encoded.
UNHEARD = re.compile(
    rf"""
    [{re.escape("".join(MARKS))}`\n\0\u2028\ud800-\udfff]
    (?: (?<!['’]) | (?<!\w['’]) | (?!\w) )  # no apostrophe inside a word
    """,
    re.VERBOSE,
)

BRACKETED = re.compile(r"\([^()]{1,300}\)|\[[^\[\]]{1,300}\]|（[^（）]{1,300}）")

# The closing marks that belong to the stop before them, and the space that follows.
TAIL = re.compile(
    rf"""
    (?: (?!“\w) [{re.escape(CLOSING)}]      # right behind the stop: .”  .)  and German .“
      | [\u00a0\u202f\u0020][»”](?=\s|$)    # or after the space that French sets: . »
    )*
    \s*
    """,
    re.VERBOSE,
)

# A stop that sentencex may let pass: closing marks behind it, a space, and a capital. Or one that
# a number follows, behind a word that is no abbreviation's: "Er ging. 200 blieben."
PASSED_STOP = re.compile(
    rf"""
    [.!?…]
    (?: (?P<closing> [{re.escape(CLOSING)}]* )
        \s+
        (?= [{re.escape(OPENING)}]* [A-ZÀ-ÖØ-ÞΑ-ΩА-Я] )
      | (?<= [^\W\d_]{{3}}. )
        \s+
        (?= (?P<number> [§\d] ) )
    )
    """,
    re.VERBOSE,
)


def split_sentences(text: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; none crosses a paragraph.

    ``language`` is ISO 639-1. Spans have no white space at their ends. Linear in the text's length.

    >>> text = "“It held. We slept,” said Ms. Roe.\\n\\nShe moved in on Jan. 5."
    >>> [sentence.span.of(text) for sentence in split_sentences(text, "en")]
    ['“It held.', 'We slept,” said Ms. Roe.', 'She moved in on Jan. 5.']
    >>> split_sentences("", None)
    ()
    """
    masked = _mask(text)
    return tuple(
        Sentence(span, number)
        for number, paragraph in enumerate(_find_paragraphs(text))
        for span in _split_paragraph(text, masked, paragraph, language or PROPOSED_LANGUAGE)
    )


def _find_paragraphs(text: str) -> Iterator[Span]:
    """The lines that have words; a line broken in mid-sentence goes on in the next.

    >>> text = "The harbour of Halden was closed for the whole\\nof Friday.\\nIt opened again."
    >>> [span.of(text) for span in _find_paragraphs(text)][1]
    'It opened again.'
    """
    start = end = -1
    for line in re.finditer(r"[^\n]+", text):
        if not line.group().strip():
            continue
        wrapped = (
            start >= 0
            and line.start() == end + 1
            and end - start >= 40
            and text[end - 1] not in ".!?…:;" + CLOSING
            and line.group().lstrip()[0].islower()
        )
        if start >= 0 and not wrapped:
            yield Span(start, end)
        start, end = (start if wrapped else line.start()), line.end()
    if start >= 0:
        yield Span(start, end)


def _split_paragraph(text: str, masked: str, paragraph: Span, language: str) -> Iterator[Span]:
    words = paragraph.of(text)
    start = 0
    for end, following in _find_boundaries(words, paragraph.of(masked), language):
        if ends_sentence(words, start, end, following, language):
            yield Span(paragraph.start + start, paragraph.start + end)
            start = following
    last = words[start:]
    start += len(last) - len(last.lstrip())
    yield Span(paragraph.start + start, paragraph.start + len(words.rstrip()))


def _find_boundaries(paragraph: str, masked: str, language: str) -> list[tuple[int, int]]:
    """Where a sentence may end and where the next would begin, in order; none is in brackets.

    >>> _find_boundaries("“Go.” He went.", " Go.  He went.", "en")
    [(5, 6)]
    """
    proposed = set(accumulate(map(len, sentencex.segment(language, masked))))
    for passed in PASSED_STOP.finditer(paragraph):
        place = passed.end()
        if place not in proposed and (
            passed["closing"]
            or passed["number"]
            or opens_sentence(paragraph[place : place + 20], language)
        ):
            proposed.add(place)
    boundaries: dict[int, int] = {}
    for place in proposed - {len(paragraph)}:
        stop = _find_stop(paragraph, place)
        tail = TAIL.match(paragraph, stop)
        following = tail.end() if tail else stop
        if stop > 0 and following < len(paragraph):
            boundaries[following] = stop + len(paragraph[stop:following].rstrip())
    for pair in BRACKETED.finditer(paragraph) if boundaries else ():
        for place in [place for place in boundaries if pair.start() < place < pair.end()]:
            del boundaries[place]
    return [(end, following) for following, end in sorted(boundaries.items())]


def _find_stop(paragraph: str, place: int) -> int:
    """The end of the last character before a place that is neither space nor mark."""
    while place > 0 and (paragraph[place - 1].isspace() or paragraph[place - 1] in MARKS):
        place -= 1
    return place


def _mask(text: str) -> str:
    """The text without quotation marks and brackets, at the same length.

    >>> _mask("“Go,” (he) said. 'Don’t.'")
    " Go,   he  said.  Don't. "
    """
    return UNHEARD.sub(" ", text).replace("’", "'")
