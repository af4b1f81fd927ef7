"""A summary, and why it is these sentences -> cards."""

from collections.abc import Iterator

from bot.model import ArticleKind, Length
from bot.queries import (
    ArticleRef,
    FigureQuery,
    QuoteQuery,
    SummaryAnswer,
    SummaryLine,
    SummaryQuery,
)
from bot.render.bold import bold_at
from bot.render.card import Ask, Block, Card, Closer, Control, Kind, Line, Open, Style, Words, block
from bot.render.fit import fit
from bot.render.markup import sentence_link, web_link
from bot.render.receipts import headline, mark, name, outlets, small, title_of, when
from bot.render.words import count, shorten

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_PLAIN_REASON = "shares the most with the rest of the article"
"""Of a sentence that was chosen for nothing but that."""

_MOST_ASIDE = 140
"""Characters of a neighbouring sentence: enough to see where we are."""


def summary_card(query: SummaryQuery, answer: SummaryAnswer) -> Card:
    """The few sentences that tell an article, each linked to its place, figures bold."""
    article = answer.article

    def draw(room: int) -> Card:
        title = Line(Style.TITLE, (_plain(headline(article, room)),))
        share = f"{len(answer.lines)} of {count(answer.sentences, 'sentence')}, word for word"
        told = None if article.kind is ArticleKind.TEASER else share
        head = block(title, small(outlets(article, room), when(article), mark(article), told))
        blocks = [
            block(_sentence(number, line, article, room))
            for number, line in enumerate(answer.lines, 1)
        ]
        why = (block(small(_why_none(answer))),) if article.kind is ArticleKind.TEASER else ()
        return Card(Kind.NEWS, (head, *blocks, *why), tuple(_rows(query, answer)))

    return fit(draw)


def _why_none(answer: SummaryAnswer) -> str:
    """Why there is no summary of an article whose page we may not or cannot read."""
    closed = "There is no summary: the site does not let us read the article."
    return f"{closed} This is what its feed says of it." if answer.lines else closed


def _plain(words: Words) -> Words:
    """A title is set large already."""
    return Words(words.text, link=words.link)


def _sentence(number: int, line: SummaryLine, article: ArticleRef, room: int) -> Line:
    runs = list(bold_at(line.text, line.figures, room))
    link = sentence_link(article.url, line.text)
    if link:
        # No space before it: the number alone on a line would look like a mistake.
        runs.append(Words(str(number).translate(_SUPERSCRIPT), link=link))
    return Line(Style.BODY, tuple(runs))


def _rows(query: SummaryQuery, answer: SummaryAnswer) -> Iterator[tuple[Control, ...]]:
    row = tuple(_buttons(query, answer))
    if row:
        yield row


def _buttons(query: SummaryQuery, answer: SummaryAnswer) -> Iterator[Control]:
    article, scope = answer.article, query.scope
    if answer.quotes:
        asked = QuoteQuery(scope, article=article.key)
        yield Ask(f"Quotes · {answer.quotes}", asked, primary=True)
    if answer.figures:
        counted = FigureQuery(scope, article=article.key)
        yield Ask(f"Figures · {answer.figures}", counted, primary=True)
    if answer.lines and article.kind is not ArticleKind.TEASER:
        yield Closer("Why these?", SummaryQuery(article.key, scope, query.length))
    if query.length is not Length.LONG and len(answer.lines) < answer.sentences:
        yield Ask("Longer", SummaryQuery(article.key, scope, Length.LONG))
    if link := web_link(article.url):
        yield Open("Open", link)


def why_card(query: SummaryQuery, answer: SummaryAnswer) -> Card:
    """Why a summary has these sentences: what earned each its place, and what stands around it."""
    article = answer.article

    def draw(room: int) -> Card:
        head = block(
            Line(Style.HEADING, (Words(_share(answer)),)),
            small(name(title_of(article), room), outlets(article, room)),
        )
        blocks = [
            _reasons(number, line, article, room) for number, line in enumerate(answer.lines, 1)
        ]
        return Card(Kind.NEWS, (head, *blocks))

    return fit(draw)


def _share(answer: SummaryAnswer) -> str:
    """The question that the card answers.

    >>> from bot.queries import ArticleRef
    >>> ref = ArticleRef(1, "T", None, None, None, None)
    >>> _share(SummaryAnswer(ref, (SummaryLine("It rose.", (), (), None, None),), 14, 0, 0))
    'Why this sentence of 14?'
    """
    chosen = len(answer.lines)
    these = "this sentence" if chosen == 1 else f"these {chosen} sentences"
    return f"Why {these} of {answer.sentences}?"


def _reasons(number: int, line: SummaryLine, article: ArticleRef, room: int) -> Block:
    why = " · ".join(line.reasons) or _PLAIN_REASON
    why = why[:1].upper() + why[1:]
    return block(
        Line(Style.BODY, (Words(f"{number}. {shorten(why, room)}", bold=True),)),
        small(_aside(line.before, room)),
        _sentence(number, line, article, room),
        small(_aside(line.after, room)),
    )


def _aside(neighbour: str | None, room: int) -> str | None:
    return neighbour and shorten(neighbour, min(room, _MOST_ASIDE))
