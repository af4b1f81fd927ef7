"""Every card keeps Discord's limits and shows no life in an article's own markup."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import ArticleKind, FigureKind
from bot.queries import (
    FigureQuery,
    HeadlineQuery,
    QuoteQuery,
    SearchQuery,
    SummaryAnswer,
    SummaryQuery,
)
from bot.render.articles import headlines_card
from bot.render.card import (
    MOST_CHARACTERS,
    MOST_CHOICES,
    MOST_LABEL,
    MOST_OPTION,
    MOST_PLACEHOLDER,
    Ask,
    Card,
    Choose,
    Kind,
    Open,
)
from bot.render.figures import figures_card
from bot.render.markup import characters, discord_block
from bot.render.posts import post_card
from bot.render.questions import nothing_for
from bot.render.quotes import around_card, quotes_card
from bot.render.search import search_card
from bot.render.summaries import summary_card, why_card
from tests import builders as build

HOSTILE = [
    "@everyone @here <@1> <#2> <@&3> </summary:4> <:x:5> <t:1:R>",
    "[masked](https://evil.example) [again](https://evil.example) ![i](x)",
    "**bold** __under__ ~~strike~~ ||spoiler|| `code` ```block```",
    "> quote\n# head\n- list\n1. list\n-# small",
    "discord.gg/abc discord.com/invite/abc https://evil.example :smile:",
    "\u202eright to left\u202c zero\u200bwidth \x00\x07 e" + "\u0301" * 300,
    "\ud800 lone surrogate",
    "👩‍👩‍👧‍👦" * 900,
    "x" * 1_000_000,
    "漢字" * 3000,
    "*" * 5000,
    "",
]


def all_cards(text: str) -> list[Card]:
    """Every kind of card, with one text everywhere that an article's words can stand."""
    five = range(5)
    ref = build.article_ref(text, url="https://a.example/" + "p" * 150, outlet=text)
    also = tuple(replace(ref, outlet=f"{text}{number}") for number in five)
    headlines = [
        replace(build.headline(text, outlet=text, number=n, url=ref.url), also=also) for n in five
    ]
    hits = [replace(build.hit(text), also=also) for _ in five]
    return [
        headlines_card(HeadlineQuery(topic=text, feed=text), build.page(*headlines, total=99)),
        summary_card(SummaryQuery(1), build.summary(*[text] * 6, title=text)),
        quotes_card(
            QuoteQuery(topic=text, speaker=text),
            build.page(*(build.quote(text, text or None, text) for _ in five), total=99),
        ),
        why_card(SummaryQuery(1), build.summary(*[text] * 6, title=text, around=text)),
        around_card(QuoteQuery(), build.page(*(build.quote(text, text, text) for _ in five))),
        quotes_card(QuoteQuery(article=1), build.page(*(build.quote(text) for _ in five))),
        figures_card(
            FigureQuery(topic=text, kind=FigureKind.PEOPLE),
            build.page(*(build.figure(text, text, text) for _ in five), total=99),
        ),
        search_card(SearchQuery(text), build.page(*hits, total=99)),
        post_card(headlines[0]),
        Card(Kind.NEWS, summary_card(SummaryQuery(ref.id), build.summary(text)).blocks),
    ]


def keeps_limits(card: Card) -> None:
    assert sum(map(characters, card.blocks)) <= MOST_CHARACTERS
    assert len(card.rows) <= 5
    for row in card.rows:
        assert 1 <= len(row) <= 5
        for control in row:
            if isinstance(control, Ask | Open):
                assert 1 <= len(control.label) <= MOST_LABEL
            if isinstance(control, Choose):
                assert len(control.placeholder) <= MOST_PLACEHOLDER
                assert 1 <= len(control.options) <= MOST_CHOICES
                for option in control.options:
                    assert option.label.strip()
                    assert len(option.label.encode("utf-16-le", "replace")) <= 2 * MOST_OPTION


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_every_card_keeps_every_limit_whatever_the_article_says(text: str) -> None:
    for card in all_cards(text):
        keeps_limits(card)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=2500))
def test_every_card_keeps_every_limit_for_any_text(text: str) -> None:
    for card in all_cards(text):
        keeps_limits(card)


@pytest.mark.parametrize("text", HOSTILE[:6], ids=range(6))
def test_no_markup_of_an_article_works(text: str) -> None:
    own_link = re.compile(r"\[[^\[\]]*\]\(https://(?:haldenpost|a)\.example[^)]*\)")
    for card in all_cards(text):
        drawn = "\n".join(discord_block(block) for block in card.blocks)
        bare = own_link.sub("", re.sub(r"\\.", "", drawn))
        bare = re.sub(r"<t:\d+:[Rf]>", "", bare).replace("**", "")
        assert not re.search(r"[*_~`|\[\]<]", bare)
        assert "://" not in bare
        assert not re.search(r"@(?:everyone|here)|\.gg/|:\w+:", bare)
        assert "\u202e" not in drawn
        assert "\u200b" not in drawn
        assert "\x00" not in drawn


def test_a_text_is_cut_at_a_word_and_never_inside_a_letter() -> None:
    card = summary_card(SummaryQuery(1), build.summary("word " * 2000))
    sentence = card.blocks[1].lines[0].runs[0]
    assert re.fullmatch(r"(?:word )*word… ?", sentence.text)  # type: ignore[union-attr]


def test_what_an_article_does_not_have_is_left_off_its_receipt() -> None:
    answer = build.quote("We will rebuild")
    bare = type(answer.article)(1, "T", None, None, None, None)
    answer = type(answer)(bare, answer.quote, answer.words, None, answer.sentence, answer.place)
    card = quotes_card(QuoteQuery(), build.page(answer))
    drawn = discord_block(card.blocks[1])
    assert drawn == "> “We will rebuild”\n**Mara Lind**\n-# T"


def kind_of(answer: SummaryAnswer, kind: ArticleKind) -> SummaryAnswer:
    """The same answer, of another sort of article."""
    return replace(answer, article=replace(answer.article, kind=kind))


def test_what_is_no_ordinary_text_is_marked_beside_its_receipt() -> None:
    live = kind_of(build.summary("It rose."), ArticleKind.LIVE)
    drawn = discord_block(summary_card(SummaryQuery(1), live).blocks[0])
    assert "live\u00a0blog" in drawn
    plain = discord_block(summary_card(SummaryQuery(1), build.summary("It rose.")).blocks[0])
    assert "article" not in plain


def test_an_article_that_may_not_be_read_has_no_summary_and_says_why() -> None:
    teaser = kind_of(build.summary("It rose."), ArticleKind.TEASER)
    card = summary_card(SummaryQuery(1), teaser)
    drawn = "\n".join(map(discord_block, card.blocks))
    assert "It rose." in drawn
    assert "There is no summary" in drawn
    assert "word for word" not in drawn
    bare = summary_card(SummaryQuery(1), replace(teaser, lines=()))
    assert "what its feed says" not in "\n".join(map(discord_block, bare.blocks))


def test_the_name_stands_once_over_quotes_that_are_all_of_one_person() -> None:
    quotes = [build.quote("We will rebuild", name) for name in ("Mara J. Lind", "Mara Lind")]
    card = quotes_card(QuoteQuery(speaker="lind"), build.page(*quotes, person="Mara Lind"))
    drawn = [discord_block(block) for block in card.blocks]
    assert drawn[0].startswith("## Mara Lind\n")
    assert not any("Lind" in block for block in drawn[1:])
    several = quotes_card(QuoteQuery(speaker="lind"), build.page(*quotes))
    assert "Mara J. Lind" in discord_block(several.blocks[1])


def test_a_quote_without_a_speaker_says_so() -> None:
    card = quotes_card(QuoteQuery(), build.page(build.quote("We will rebuild", None)))
    assert "does not settle who says this" in discord_block(card.blocks[1])


def test_a_figure_leads_with_the_number_as_written_and_names_its_source() -> None:
    answer = build.figure("over 1,900", "people wounded", "Halden health ministry")
    drawn = discord_block(figures_card(FigureQuery(), build.page(answer)).blocks[1])
    assert drawn.startswith("## over 1,900 people wounded\n")
    assert "says **Halden health ministry**" in drawn
    assert "[in\u00a0its\u00a0place](https://haldenpost.example/flood#:~:text=" in drawn


def test_numbers_stand_out_in_a_summary() -> None:
    answer = build.summary("It killed 248 people.")
    line = type(answer.lines[0])("It killed 248 people.", (build.Span(10, 13),), (), None, None)
    answer = type(answer)(answer.article, (line,), 14, 8, 4)
    assert "It killed **248** people." in discord_block(
        summary_card(SummaryQuery(1), answer).blocks[1]
    )


@pytest.mark.parametrize(
    ("draw", "told"),
    [
        (lambda: nothing_for(QuoteQuery(speaker="Lind")), "No quotes by “Lind”"),
        (lambda: nothing_for(FigureQuery(topic="flood", kind=FigureKind.MONEY)), "money"),
        (lambda: nothing_for(SearchQuery("tide gate")), "all the words of “tide gate”"),
        (lambda: nothing_for(SearchQuery(" ")), "There are no words to look for."),
        (lambda: nothing_for(SummaryQuery("Nowhere")), "No article fits “Nowhere”"),
        (lambda: nothing_for(HeadlineQuery(since=build.NOON)), "since 14 September 2026"),
        (lambda: nothing_for(QuoteQuery(article=3)), "in this article"),
    ],
)
def test_an_empty_answer_says_what_was_searched_and_what_to_try(
    draw: Callable[[], str], told: str
) -> None:
    assert told in draw()
    assert draw().count(".") >= 2 or "Try" in draw()
