"""The newest articles -> a card."""

from collections.abc import Iterator

from bot.queries import (
    ArticleRef,
    HeadlineAnswer,
    HeadlineQuery,
    Page,
    Scope,
    SummaryQuery,
)
from bot.render.card import (
    MOST_OPTION,
    MOST_PLACEHOLDER,
    Card,
    Choose,
    Control,
    Kind,
    Line,
    Option,
    Style,
    Words,
    block,
    turning,
)
from bot.render.fit import fit
from bot.render.questions import about
from bot.render.receipts import (
    also_in,
    counted,
    headline,
    mark,
    outlets,
    small,
    title_of,
    titled,
    when,
)
from bot.render.words import count, label, whole


def headlines_card(query: HeadlineQuery, page: Page[HeadlineAnswer]) -> Card:
    """The newest articles, numbered through all pages; a menu opens one."""

    def draw(room: int) -> Card:
        head = block(
            Line(Style.HEADING, (Words(about("Headlines", query)),)),
            small(counted(page.total, "article")),
        )
        first = (page.number - 1) * page.size + 1
        blocks = [
            block(_numbered(number, titled(answer), room), _found(answer, room))
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
        mark(article),
        also_in(article, answer.also, room),
        whole(count(answer.quotes, "quote")) if answer.quotes else None,
        whole(count(answer.figures, "figure")) if answer.figures else None,
    )


def _headline_rows(
    query: HeadlineQuery, page: Page[HeadlineAnswer]
) -> Iterator[tuple[Control, ...]]:
    if page.items:
        options = tuple(_summary_option(query.scope, titled(answer)) for answer in page.items)
        yield (Choose(label("Read the summary of …", MOST_PLACEHOLDER), options),)
    yield from turning(query, page.pages)


def _summary_option(scope: Scope, article: ArticleRef) -> Option:
    return Option(
        label=label(title_of(article), MOST_OPTION),
        query=SummaryQuery(article.key, scope),
        description=label(article.outlet or "", MOST_OPTION) or None,
    )
