"""text -> the stretches that stand in quotation marks, whatever the style of the marks.

Doubt is local: marks pair inside their paragraph, and a mark without a partner costs its
paragraph alone. A quotation of several paragraphs opens each of them and closes only the last.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model import Span

MARK = re.compile(
    r"""
    ["'“”„‟«»‹›‘’‚「」『』`]
    (?: (?<=["'“”„‘’«»]) ["'“”„‘’«»]{4,}   # an ornament
      | (?<=') ' | (?<=’) ’ | (?<=‘) ‘ | (?<=`) `
      | (?<! `)                            # one alone is no mark
    )
    """,
    re.VERBOSE,
)
OUTER = re.compile(
    r"""
    ["'“”„‟«»‹›‘’‚「」『』`]
    (?: (?<!['‘’]) | (?<!\w['‘’]) | (?!\w) )  # no apostrophe inside a word
    """,
    re.VERBOSE,
)
CLOSERS = {
    '"': '"”“',
    "''": '"',
    "``": '"',
    "‘‘": '"',
    "’’": '"',
    "“": '”"',
    "”": '”"',  # Swedish and Finnish, or a mistyped opener
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",  # German and Danish books
    "‹": "›",
    "「": "」",
    "『": "』",
}
STRAIGHT = ('"', "''", "``", "‘‘", "’’")
SINGLES = "'‘’"
SINGLE = re.compile("['‘’]")
OPENING_SINGLE = re.compile(r"['‘’](?<![^\s(\[—–/-].)(?!\s)")

LONGEST_MARK = 2
"""A row of more marks is an ornament."""
DOUBTFUL_LENGTH = 15
"""An opened quotation without an end is kept when it has more characters than this."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between two marks: ``inner`` without them, ``outer`` with them.

    ``closed`` is False where the paragraph ended first; ``continues`` is True where the next
    paragraph carries the quotation on; ``single`` tells British single marks, ``turn`` the Q or
    A before a turn of an interview; ``resumes`` is True behind an inserted clause.
    """

    inner: Span
    outer: Span
    paragraph: int
    closed: bool = True
    continues: bool = False
    single: bool = False
    turn: str | None = None
    resumes: bool = False


@dataclass(frozen=True, slots=True)
class _Opening:
    mark: str
    outer: int
    inner: int
    closers: str
    end: int | None = None  # of a single mark, whose partner is known from the start
    single: bool = False


def find_stretches(text: str, paragraphs: tuple[Span, ...]) -> tuple[Stretch, ...]:
    """Every stretch in quotation marks, in order; what is quoted inside one belongs to it.

    >>> from bot.analysis.quotes.paragraphs import split_paragraphs
    >>> text = "“We won,” he said. “It’s the ‘best’ day.”"
    >>> [stretch.inner.of(text) for stretch in find_stretches(text, split_paragraphs(text))]
    ['We won,', 'It’s the ‘best’ day.']
    >>> text = 'The 12" pipe burst.'
    >>> find_stretches(text, split_paragraphs(text))
    ()
    """
    found: list[Stretch] = []
    carried = ""
    for number, place in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        inside = tuple(_paragraph_stretches(text, place, number, carried, following))
        found += inside
        carried = ""
        if inside and not inside[-1].closed:
            opener = text[inside[-1].outer.start]
            carried = _closers(opener) or carried
    return tuple(found)


def _closers(mark: str) -> str:
    return "’'" if mark in SINGLES else CLOSERS.get(mark, "")


def _paragraph_stretches(
    text: str, place: Span, number: int, carried: str, following: Span | None
) -> Iterator[Stretch]:
    """The stretches of one paragraph.

    ``carried`` are the marks that would end a quotation left open by the paragraph before.
    """
    if not carried and not OUTER.search(text, place.start, place.end):
        return
    opening = _carried_opening(text, place, carried)
    goes_on = bool(following and _opens_paragraph(text, following))
    singles = OPENING_SINGLE.search(text, place.start, place.end)
    ends = single_ends(text, place) if singles else {}
    if goes_on and (start := _last_single(text, place)) is not None:
        ends.setdefault(start, place.end)
    opened = text.count("«", place.start, place.end) + ("»" in carried)
    paired = 1 < opened == text.count("»", place.start, place.end)
    depth = 0  # of guillemets inside guillemets, where each has its partner
    for match in MARK.finditer(text, place.start, place.end):
        mark, (start, end) = match[0], match.span()
        if len(mark) > LONGEST_MARK:
            continue
        if opening is None:
            opening = _open(text, place, mark, start, ends)
        elif paired and opening.closers == "»" and (mark == "«" or (mark == "»" and depth)):
            depth += 1 if mark == "«" else -1
        elif _closes(text, place, opening, mark, start):
            if stretch := _stretch(text, opening, start, end, number):
                yield stretch
            opening = None
        elif not opening.single and mark == opening.mark and _only_opens(text, place, start):
            opening = _open(text, place, mark, start, ends)  # the first of the two was never closed
    if opening:
        long = place.end - opening.inner > DOUBTFUL_LENGTH
        if goes_on or (long and not opening.single):
            unclosed = _stretch(text, opening, place.end, place.end, number, False, goes_on)
            if unclosed:
                yield unclosed


def _last_single(text: str, place: Span) -> int | None:
    """The single mark that opens a quotation up to the paragraph's end: He wrote: 'It is late."""
    for match in reversed(tuple(SINGLE.finditer(text, place.start, place.end))):
        before, after = _neighbours(text, place, match.start(), match.end())
        if _is_blank(before) and after.isupper():
            head = text[place.start : match.start()].rstrip()
            return match.start() if not head or head[-1] in ":," else None
    return None


def _stretch(
    text: str,
    opening: _Opening,
    end: int,
    outer_end: int,
    number: int,
    closed: bool = True,
    continues: bool = False,
) -> Stretch | None:
    words = text[opening.inner : end]
    start = opening.inner + len(words) - len(words.lstrip())
    end = opening.inner + len(words.rstrip())
    if end <= start or not any(map(str.isalnum, words)):
        return None
    outer = Span(opening.outer, outer_end)
    return Stretch(Span(start, end), outer, number, closed, continues, opening.single)


def _carried_opening(text: str, place: Span, carried: str) -> _Opening | None:
    """The paragraph goes on with a quotation, without a new mark, if its first mark closes one."""
    first = MARK.search(text, place.start, place.end) if carried else None
    while first and first[0] in SINGLES and '"' in carried:
        first = MARK.search(text, first.end(), place.end)
    if first is None or first[0] not in carried or first.start() == place.start:
        return None
    if _only_opens(text, place, first.start()):
        return None
    return _Opening("", place.start, place.start, carried)


def _neighbours(text: str, place: Span, start: int, end: int) -> tuple[str, str]:
    before = text[start - 1] if start > place.start else ""
    after = text[end] if end < place.end else ""
    return before, after


def _is_blank(character: str) -> bool:
    return not character or character.isspace()


def _only_opens(text: str, place: Span, start: int) -> bool:
    before, after = _neighbours(text, place, start, start + 1)
    return (_is_blank(before) or before in "([—–-:") and after.isalnum()


def _opens_paragraph(text: str, place: Span) -> bool:
    head = text[place.start : place.end].lstrip()[:1]
    return head in CLOSERS or head in SINGLES


def _open(text: str, place: Span, mark: str, start: int, ends: dict[int, int]) -> _Opening | None:
    """The opening that this mark makes where no quotation is open; None where it makes none."""
    end = start + len(mark)
    before, after = _neighbours(text, place, start, end)
    if mark in SINGLES:
        return _open_single(text, place, mark, start, ends)
    if mark not in CLOSERS or not after:
        return None
    if mark in STRAIGHT and (before.isalnum() or (_is_blank(after) and not _is_blank(before))):
        return None  # inch marks, and the end of something that we did not see begin
    if mark in "”»" and not (_is_blank(before) or before in "([—–-"):
        return None
    if mark in "”»" and _is_blank(after):
        return None
    return _Opening(mark, start, end, CLOSERS[mark])


def _closes(text: str, place: Span, opening: _Opening, mark: str, start: int) -> bool:
    if opening.single:
        return start == opening.end
    if mark in SINGLES:
        return mark in opening.closers
    straight = '"' if mark in STRAIGHT else mark
    before, after = _neighbours(text, place, start, start + len(mark))
    alone = after in ",.;:" or (after.isspace() and not _is_blank(before))
    if mark == opening.mark and mark in "“«" and alone:
        return True  # a mistyped closer
    if straight not in opening.closers:
        return False
    if straight == '"':
        goes_on = after.isalnum() and not _is_syllable(after)
        return not _only_opens(text, place, start) and not goes_on
    if straight == "“" and opening.closers == CLOSERS['"']:
        return not _only_opens(text, place, start)
    return True


def _is_syllable(character: str) -> bool:
    """Whether it is a Korean particle that follows a closing mark at once."""
    return "가" <= character <= "힣"


def _open_single(
    text: str, place: Span, mark: str, start: int, ends: dict[int, int]
) -> _Opening | None:
    before, after = _neighbours(text, place, start, start + 1)
    if not (_is_blank(before) or before in "([—–-/") or _is_blank(after):
        return None
    if mark == "’" and not _is_blank(before):
        return None
    end = ends.get(start)
    if end is None and (mark != "‘" or not _is_blank(before)):
        return None
    return _Opening(mark, start, start + 1, "’'", end, single=True)


def single_ends(text: str, place: Span) -> dict[int, int]:
    """Where each single mark of a paragraph would be closed, if it opens a quotation.

    An apostrophe inside a word closes nothing; one after the s of a plural does only when no
    mark after punctuation follows. One pass, from the last mark to the first.

    >>> text = "'It's the players' fault,' he said."
    >>> single_ends(text, Span(0, len(text)))[0]
    25
    >>> text = "the '90s and rock 'n roll"
    >>> 4 in single_ends(text, Span(0, len(text)))
    False
    """
    ends: dict[int, int] = {}
    end: int | None = None  # the next mark that closes
    sure: int | None = None  # the next mark that closes even if the one before could be possessive
    for match in reversed(tuple(SINGLE.finditer(text, place.start, place.end))):
        position = match.start()
        if end is not None:
            ends[position] = end
        before, after = _neighbours(text, place, position, position + 1)
        if text[position] == "‘" or (_is_blank(before) and not _is_blank(after)):
            sure = None
        elif before and not before.isspace() and not after.isalnum():
            if before == "s" and after == " ":
                end = position if sure is None else sure
            else:
                end = position
                sure = None if before.isalnum() else position
    return ends
