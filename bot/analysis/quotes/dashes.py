"""text -> what is spoken in the paragraphs that a dash opens, as houses print dialogue."""

import re
from collections.abc import Iterator, Sequence

from bot.analysis.lexicon import read_words
from bot.analysis.quotes.incises import split_incises
from bot.analysis.quotes.stretches import Stretch
from bot.analysis.speakers.grammar import Grammar
from bot.model import Span

DASH = re.compile(r"\s*([—–-])[ \u00a0\u202f]?(?=[^\W\d_]|[¿¡])")
LONG_DASH = re.compile(r"\s*[—–][ \u00a0\u202f]?(?=[^\W\d_])")
INNER_DASH = re.compile(r"[ \u00a0\u202f][—–](?=\w)")
OUTER_DASH = re.compile(r"[—–](?=[\s.,;:?!…]|$)")
SPACED_DASH = re.compile(r"[ \u00a0\u202f,][—–][ \u00a0](?=[^\W\d_])")
CLAUSE = re.compile(r"[,?!…][ \u00a0]((?:[^\W\d_]+[ \u00a0.]?){1,3})")

ROMANCE = frozenset(("es", "fr"))
SPACED = frozenset(("be", "bg", "cs", "el", "hr", "hu", "it", "pl", "pt", "ro", "ru", "sk", "uk"))
"""Languages that set off the verb with dashes between spaces: – Nie – powiedział."""


def find_dashed(text: str, paragraphs: Sequence[Span], grammar: Grammar) -> Iterator[Stretch]:
    """What is spoken in the paragraphs that a dash opens.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> def said(text, language):
    ...     stretches = find_dashed(text, [Span(0, len(text))], read_grammar(language))
    ...     return [stretch.inner.of(text) for stretch in stretches]
    >>> said("—No iremos —dijo Ana Rey—. Es tarde.", "es")
    ['No iremos', 'Es tarde.']
    >>> said("– Nie wiem – powiedział. – Zobaczymy.", "pl")
    ['Nie wiem', 'Zobaczymy.']
    >>> said("– Vi väntar, säger Eva. Det är sent.", "sv")
    ['Vi väntar', 'Det är sent.']
    >>> said("– First item", "en")
    []
    """
    verbs = read_words(grammar.language, "incises")
    asked = _asked(text, paragraphs) if grammar.language in ROMANCE else frozenset[int]()
    for number, place in enumerate(paragraphs):
        if grammar.language in ROMANCE:
            if number not in asked:
                yield from _between_dashes(text, place, number, grammar)
        elif grammar.language in SPACED:
            led = number > 0 and text[paragraphs[number - 1].end - 1] == ":"
            yield from _between_spaced_dashes(text, place, number, led)
        elif verbs:
            yield from _before_verb(text, place, number, verbs)


def _asked(text: str, paragraphs: Sequence[Span]) -> frozenset[int]:
    """The paragraphs in which an interviewer speaks, every other one: —¿Duele? | —Nada.

    Another that asks nothing stands between two answers.
    """
    whole = {
        number
        for number, place in enumerate(paragraphs)
        if DASH.match(text, place.start, place.end)
        and not INNER_DASH.search(text, place.start + 1, place.end)
    }
    asked: set[int] = set()
    for number in sorted(whole):
        asks = text[paragraphs[number].end - 1] == "?" or number - 2 in asked
        if asks and number + 1 in whole and number - 1 not in asked:
            asked.add(number)
    return frozenset(asked)


def _between_dashes(text: str, place: Span, number: int, grammar: Grammar) -> Iterator[Stretch]:
    """Spanish and French: —No —dijo ella—. Es tarde."""
    opening = DASH.match(text, place.start, place.end)
    if opening is None:
        return
    start = opening.end()
    inserted = INNER_DASH.search(text, start, place.end)
    if inserted is None:
        whole = Stretch(Span(start, place.end), Span(place.start, place.end), number)
        yield from split_incises(text, whole, grammar)
        return
    yield Stretch(Span(start, inserted.start()), Span(place.start, inserted.start()), number)
    closing = OUTER_DASH.search(text, inserted.end(), place.end)
    if closing:
        yield from _rest(text, closing.end(), place, number)


def _between_spaced_dashes(text: str, place: Span, number: int, led: bool) -> Iterator[Stretch]:
    """The parts before and behind a clause in small letters: – Nie – powiedział. – Zobaczymy.

    Without one, it is a quotation where a colon has led to it, else an item of a list.
    """
    opening = LONG_DASH.match(text, place.start, place.end)
    if opening is None:
        return
    marks = tuple(SPACED_DASH.finditer(text, opening.end(), place.end))
    inserted = next((mark for mark in marks if text[mark.end()].islower()), None)
    if inserted is None:
        whole = Span(opening.end(), place.end)
        if led and text[opening.end()].isupper() and text[place.end - 1] in ".?!…":
            yield Stretch(whole, Span(place.start, place.end), number)
        return
    outer = Span(place.start, inserted.start())
    inner = text[opening.end() : inserted.start()].rstrip(" \u00a0,")
    yield Stretch(Span(opening.end(), opening.end() + len(inner)), outer, number)
    closing = next((mark for mark in marks if mark.start() > inserted.start()), None)
    if closing:
        yield from _rest(text, closing.end(), place, number)


def _before_verb(text: str, place: Span, number: int, verbs: Sequence[str]) -> Iterator[Stretch]:
    """The parts before and behind a clause with a verb of saying: – Vi väntar, säger Eva."""
    opening = LONG_DASH.match(text, place.start, place.end)
    if opening is None or text[place.end - 1] not in '.?!…”"':
        return
    start, known = opening.end(), frozenset(verbs)
    for clause in CLAUSE.finditer(text, start, place.end):
        if known.isdisjoint(clause[1].lower().replace(".", " ").split()):
            continue
        end = clause.start() + (text[clause.start()] != ",")
        yield Stretch(Span(start, end), Span(place.start, end), number)
        stop = text.find(". ", clause.end() - 1, place.end)
        if stop >= 0:
            yield from _rest(text, stop + 1, place, number)
        return
    yield Stretch(Span(start, place.end), Span(place.start, place.end), number)


def _rest(text: str, start: int, place: Span, number: int) -> Iterator[Stretch]:
    """What goes on behind an inserted clause."""
    rest = text[start : place.end].lstrip(" \u00a0.,;:…")
    if any(map(str.isalnum, rest)):
        begin = place.end - len(rest)
        whole = Span(begin, place.end)
        yield Stretch(whole, whole, number, resumes=True)
