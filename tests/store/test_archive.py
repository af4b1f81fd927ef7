"""Questions get the answers that are in scope, and no others."""

from bot.queries import (
    FigureQuery,
    HeadlineQuery,
    QuoteQuery,
    SearchQuery,
    SummaryQuery,
)
from tests.store.builders import make_article, make_figure, make_quote
from tests.store.conftest import Room


async def test_an_article_goes_in_and_every_answer_comes_out(room: Room) -> None:
    article = make_article(outlet="Harbour Times", url="https://harbour.example/tide")
    kept = await room.read(
        article,
        (
            make_quote(
                article, "We will rebuild the quay,", "Antonia Verhoeven", role="mayor of Halden"
            ),
        ),
        (make_figure(article, "At least 248 ferries", "248", "ferries moved"),),
    )
    (headline,) = (await room.archive.headlines(HeadlineQuery())).items
    assert (headline.article.id, headline.quotes, headline.figures) == (kept.id, 1, 1)
    assert headline.gist == article.text.splitlines()[0]

    summary = await room.archive.summary(SummaryQuery(kept.id))
    assert summary.lines[0].text == article.text.splitlines()[0]
    assert (summary.lines[0].before, summary.sentences) == (None, 3)
    assert summary.lines[0].after == article.text.splitlines()[2].partition(". ")[0] + "."

    (quote,) = (await room.archive.quotes(QuoteQuery())).items
    assert quote.words == "We will rebuild the quay,"
    assert quote.place.of(quote.sentence) == quote.words
    assert (quote.quote.speaker, quote.role) == ("Antonia Verhoeven", "mayor of Halden")

    (figure,) = (await room.archive.figures(FigureQuery())).items
    assert figure.surface == "At least 248 ferries"
    assert figure.place.of(figure.sentence) == figure.surface
    assert figure.sentence == "At least 248 ferries were moved."

    (found,) = (await room.archive.search(SearchQuery("ferry"))).items
    assert found.sentence == "At least 248 ferries were moved."
    assert [hit.of(found.sentence) for hit in found.hits] == ["ferries"]
