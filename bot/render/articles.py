"""Headlines, a summary, the sentences that have certain words -> cards."""

from collections.abc import Iterator

from bot.model import Length, Span
from bot.queries import (
    ArticleRef,
    FigureQuery,
    HeadlineAnswer,
    HeadlineQuery,
    Page,
    QuoteQuery,
    Scope,
    SearchAnswer,
    SearchQuery,
    SummaryAnswer,
    SummaryLine,
    SummaryQuery,
)
from bot.render.card import (
    MOST_OPTION,
    MOST_PLACEHOLDER,
    Ask,
    Block,
    Card,
    Choose,
    Control,
    Kind,
    Line,
    Open,
    Option,
    Style,
    Words,
    block,
    turning,
)
from bot.render.fit import fit
from bot.render.markup import sentence_link, web_link
from bot.render.questions import about
from bot.render.receipts import headline, in_its_place, outlets, small, when
from bot.render.words import count, shorten

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def headlines_card(query: HeadlineQuery, page: Page[HeadlineAnswer]) -> Card:
    """The newest articles, numbered through all pages; a menu opens one."""

    def draw(room: int) -> Card:
        head = block(Line(Style.HEADING, (Words(about("Headlines", query)),)))
        first = (page.number - 1) * page.size + 1
        blocks = [
            block(_numbered(number, answer.article, room), _found(answer, room))
            for number, answer in enumerate(page.items, first)
        ]
        return Card(Kind.NEWS, (head, *blocks), tuple(_headline_rows(query, page)))

    return fit(draw)


def _numbered(number: int, article: ArticleRef, room: int) -> Line:
    title = headline(article, room)
    return Line(Style.BODY, (Words(f"{number}. ", bold=True), title))


def _found(answer: HeadlineAnswer, room: int) -> Line:
    article = answer.article
    return small(
        outlets(article, room),
        when(article),
        count(answer.quotes, "quote") if answer.quotes else None,
        count(answer.figures, "figure") if answer.figures else None,
    )


def _headline_rows(
    query: HeadlineQuery, page: Page[HeadlineAnswer]
) -> Iterator[tuple[Control, ...]]:
    if page.items:
        options = tuple(_summary_option(query.scope, answer.article) for answer in page.items)
        yield (Choose(shorten("Read the summary of …", MOST_PLACEHOLDER), options),)
    yield from turning(query, page.pages)


def _summary_option(scope: Scope, article: ArticleRef) -> Option:
    return Option(
        label=shorten(article.title, MOST_OPTION),
        query=SummaryQuery(article.id, scope),
        description=shorten(article.outlet, MOST_OPTION) if article.outlet else None,
    )


def summary_card(query: SummaryQuery, answer: SummaryAnswer) -> Card:
    """The few sentences that tell an article, each linked to its place, figures bold."""
    article = answer.article

    def draw(room: int) -> Card:
        title = Line(Style.TITLE, (_plain(headline(article, room)),))
        share = f"{len(answer.lines)} of {count(answer.sentences, 'sentence')}, word for word"
        head = block(title, small(outlets(article, room), when(article), share))
        blocks = [
            block(_sentence(number, line, article, room))
            for number, line in enumerate(answer.lines, 1)
        ]
        return Card(Kind.NEWS, (head, *blocks), (_summary_row(query, answer),))

    return fit(draw)


def _plain(words: Words) -> Words:
    """A title is set large already."""
    return Words(words.text, link=words.link)


def _sentence(number: int, line: SummaryLine, article: ArticleRef, room: int) -> Line:
    runs = list(bold_at(line.text, line.figures, room))
    link = sentence_link(article.url, line.text)
    if link:
        runs += [Words(" "), Words(str(number).translate(_SUPERSCRIPT), link=link)]
    return Line(Style.BODY, tuple(runs))


def bold_at(text: str, places: tuple[Span, ...], room: int) -> Iterator[Words]:
    """The words of a text with some places bold, cut to the room.

    >>> [(w.text, w.bold) for w in bold_at("Some 40 died.", (Span(5, 7),), 99)]
    [('Some ', False), ('40', True), (' died.', False)]
    """
    shown = shorten(text, room)
    whole = len(shown) if shown == text else len(shown) - 1
    done = 0
    for place in sorted(places):
        if done <= place.start and place.end <= whole:
            yield from (Words(shown[done : place.start]),) if place.start > done else ()
            yield Words(place.of(shown), bold=True)
            done = place.end
    if done < len(shown):
        yield Words(shown[done:])


def _summary_row(query: SummaryQuery, answer: SummaryAnswer) -> tuple[Control, ...]:
    article, scope = answer.article, query.scope
    row: list[Control] = []
    if answer.quotes:
        asked = QuoteQuery(scope, article=article.id)
        row.append(Ask(f"Quotes · {answer.quotes}", asked, primary=True))
    if answer.figures:
        counted = FigureQuery(scope, article=article.id)
        row.append(Ask(f"Figures · {answer.figures}", counted, primary=True))
    if query.length is not Length.LONG and len(answer.lines) < answer.sentences:
        row.append(Ask("Longer", SummaryQuery(article.id, scope, Length.LONG)))
    if link := web_link(article.url):
        row.append(Open("Open", link))
    return tuple(row)


def search_card(query: SearchQuery, page: Page[SearchAnswer]) -> Card:
    """The sentences that have the words, the words bold."""

    def draw(room: int) -> Card:
        head = block(Line(Style.HEADING, (Words(about("Search", query)),)))
        blocks = [_hit(answer, room) for answer in page.items]
        return Card(Kind.NEWS, (head, *blocks), turning(query, page.pages))

    return fit(draw)


def _hit(answer: SearchAnswer, room: int) -> Block:
    article = answer.article
    return block(
        Line(Style.BODY, (headline(article, room),)),
        Line(Style.BODY, tuple(bold_at(answer.sentence, answer.hits, room))),
        small(outlets(article, room), when(article), in_its_place(article, answer.sentence)),
    )
