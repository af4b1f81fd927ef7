"""text -> sentences with their spans.

sentencex proposes where sentences may end; ``stops`` then mends what news is full of: several
sentences in one quotation, initials, titles, times, ordinals.
"""

import re
from collections.abc import Iterator

import sentencex

from bot.analysis.stops import CLOSING, OPENING, ends_sentence, opens_sentence
from bot.model import Sentence, Span

PROPOSED_LANGUAGE = "en"  # whose rules sentencex follows where the language is not known
MARKS = frozenset(OPENING + CLOSING)

# sentencex holds a quotation together and looks for its end anew at each mark: not what we want,
# and quadratic where marks never close. It is given the text without them, at the same length.
MASK = str.maketrans(
    dict.fromkeys(MARKS - set("'’"), " ") | {"’": "'", "\n": " ", "\0": " ", "\u2028": " "}
)
SURROGATE = re.compile("[\ud800-\udfff]")  # cannot be encoded, so sentencex cannot take them
SINGLE_MARK = re.compile(r"(?<!\w)'|'(?!\w)")  # a quotation mark, or the apostrophe of a plural

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

# A stop that sentencex may let pass: closing marks behind it, a space, and a capital.
PASSED_STOP = re.compile(
    rf"""
    [.!?…]
    (?P<closing> [{re.escape(CLOSING)}]* )
    \s+
    (?=[{re.escape(OPENING)}]*[A-ZÀ-ÖØ-ÞΑ-ΩА-Я])
    """,
    re.VERBOSE,
)


# One that a number follows, behind a word that is no abbreviation's: "Er ging. 200 blieben."
NUMBER_BEHIND = re.compile(r"[^\W\d_]{3}[.!?…]\s+(?=[§\d])")


def split_sentences(text: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; none crosses a paragraph.

    ``language`` is ISO 639-1. Spans have no white space at their ends. Linear in the text's length.

    >>> text = "“It held. We slept,” said Ms. Roe.\\n\\nShe moved in on Jan. 5."
    >>> [sentence.span.of(text) for sentence in split_sentences(text, "en")]
    ['“It held.', 'We slept,” said Ms. Roe.', 'She moved in on Jan. 5.']
    >>> split_sentences("", None)
    ()
    """
    return tuple(
        Sentence(span, number)
        for number, paragraph in enumerate(_find_paragraphs(text))
        for span in _split_paragraph(text, paragraph, language or PROPOSED_LANGUAGE)
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


def _split_paragraph(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    words = paragraph.of(text)
    start = 0
    for end, following in _find_boundaries(words, language):
        if ends_sentence(words, start, end, following, language):
            yield Span(paragraph.start + start, paragraph.start + end)
            start = following
    last = words[start:]
    start += len(last) - len(last.lstrip())
    yield Span(paragraph.start + start, paragraph.start + len(words.rstrip()))


def _find_boundaries(paragraph: str, language: str) -> list[tuple[int, int]]:
    """Where a sentence may end and where the next would begin, in order; none is in brackets.

    >>> _find_boundaries("“Go.” He went.", "en")
    [(5, 6)]
    """
    proposed = {
        stop.end()
        for stop in PASSED_STOP.finditer(paragraph)
        if stop["closing"] or opens_sentence(paragraph[stop.end() : stop.end() + 20], language)
    }
    proposed |= {stop.end() for stop in NUMBER_BEHIND.finditer(paragraph)}
    place = 0
    for piece in sentencex.segment(language, _masked(paragraph)):
        place += len(piece)
        proposed.add(place)
    boundaries = {}
    for place in proposed:
        stop = _find_stop(paragraph, place)
        tail = TAIL.match(paragraph, stop)
        following = tail.end() if tail else stop
        if stop > 0 and following < len(paragraph):
            boundaries[following] = stop + len(paragraph[stop:following].rstrip())
    for pair in BRACKETED.finditer(paragraph):
        for place in [p for p in range(pair.start() + 1, pair.end()) if p in boundaries]:
            del boundaries[place]
    return [(end, following) for following, end in sorted(boundaries.items())]


def _find_stop(paragraph: str, place: int) -> int:
    """The end of the last character before a place that is neither space nor mark."""
    while place > 0 and (paragraph[place - 1].isspace() or paragraph[place - 1] in MARKS):
        place -= 1
    return place


def _masked(paragraph: str) -> str:
    """The paragraph without quotation marks and brackets, at the same length.

    >>> _masked("“Go,” (he) said. 'Don’t.'")
    " Go,   he  said.  Don't. "
    """
    return SINGLE_MARK.sub(" ", SURROGATE.sub("?", paragraph.translate(MASK)))
