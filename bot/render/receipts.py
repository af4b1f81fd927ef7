"""Where an answer comes from: outlet, time and a link to the very sentence, in one small line."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model import ArticleKind
from bot.queries import COUNTED, Answer, ArticleRef, HeadlineAnswer, Page
from bot.render.card import Block, Line, Moment, Run, Style, Words, block
from bot.render.markup import sentence_link, web_link
from bot.render.words import count, shorten, visible, whole

_MOST_NAME = 120
_MOST_OUTLETS = 45
"""So that the small print stays on one line of a desktop."""

_MOST_OTHERS, _MOST_OTHER = 3, 25
"""Other outlets that are named, and the characters of each."""

_LINKED_FROM = 500
"""Room in which they are linked; where it is scarce, their names have to do."""

_MOST_TITLE = 120
"""Two lines of a desktop; the whole headline is a click away."""


def small(*parts: Sequence[Run] | Run | str | None) -> Line:
    """One line of small print; its parts stand apart by a middle dot, absent ones are left off.

    >>> [run.text for run in small("3 quotes", None, Words("in its place")).runs]
    ['3 quotes', ' · ', 'in its place']
    """
    runs: list[Run] = []
    for part in parts:
        if not part:
            continue
        if runs:
            runs.append(Words(" · "))
        if isinstance(part, str):
            runs.append(Words(part))
        elif isinstance(part, Run):
            runs.append(part)
        else:
            runs.extend(part)
    return Line(Style.SMALL, tuple(runs))


def outlets(article: ArticleRef, room: int, also: Sequence[ArticleRef] = ()) -> str | None:
    """The outlets that carry it, each once; those for which there is no room are counted.

    >>> ref = ArticleRef(1, "T", "Halden Post", None, None, None)
    >>> wire = ArticleRef(2, "T", "Fjord Wire", None, None, None)
    >>> outlets(ref, 99, [wire, ref]), outlets(ref, 22, [wire])
    ('Halden Post, Fjord Wire', 'Halden Post and 1 more')
    """
    names = [*dict.fromkeys(ref.outlet for ref in (article, *also) if ref.outlet)]
    most = min(room, _MOST_OUTLETS)
    for shown in range(len(names), 0, -1):
        rest = f" and {len(names) - shown} more" if shown < len(names) else ""
        told = ", ".join(names[:shown])
        if shown == 1 or len(told + rest) <= most:
            return shorten(told, most - len(rest)) + rest
    return None


def also_in(article: ArticleRef, also: Sequence[ArticleRef], room: int) -> tuple[Words, ...]:
    """The other outlets with its text, each once, linked where there is room.

    >>> ref = ArticleRef(1, "T", "Halden Post", None, None, None)
    >>> gull, wire = (ArticleRef(2, "T", name, None, None, None) for name in ("Gull", "Wire"))
    >>> [words.text for words in also_in(ref, (gull, ref, wire, gull), 99)]
    ['also in ', 'Gull', ', ', 'Wire']
    >>> also_in(ref, (ref,), 99)
    ()
    """
    others: dict[str, ArticleRef] = {}
    for ref in also:
        if ref.outlet and ref.outlet != article.outlet:
            others.setdefault(ref.outlet, ref)
    runs: list[Words] = []
    for outlet, ref in list(others.items())[:_MOST_OTHERS]:
        runs.append(Words(", " if runs else "also in "))
        link = web_link(ref.url) if room >= _LINKED_FROM else None
        runs.append(Words(shorten(outlet, min(room, _MOST_OTHER)), link=link))
    if len(others) > _MOST_OTHERS:
        runs.append(Words(f" and {len(others) - _MOST_OTHERS} more"))
    return tuple(runs)


def origin(article: ArticleRef, room: int, also: Sequence[ArticleRef] = ()) -> str:
    """The outlets that carry it; the headline of an article that has none.

    >>> origin(ArticleRef(1, "Tide rises", None, None, None, None), 99)
    'Tide rises'
    """
    return outlets(article, room, also) or shorten(title_of(article), min(room, _MOST_OUTLETS))


def when(article: ArticleRef) -> Moment | None:
    """When it was published; None where the article does not say."""
    return Moment(article.published) if article.published else None


def mark(article: ArticleRef) -> str | None:
    """What sort of thing it is, in the small print; None for a text like most.

    >>> from dataclasses import replace
    >>> tide = ArticleRef(1, "T", None, None, None, None, ArticleKind.LIVE)
    >>> mark(tide), mark(replace(tide, kind=ArticleKind.ARTICLE))
    ('live\\xa0blog', None)
    """
    return None if article.kind is ArticleKind.ARTICLE else whole(article.kind.value)


def in_its_place(article: ArticleRef, sentence: str) -> Words | None:
    """The link that jumps to the sentence; None where the article has no address."""
    link = sentence_link(article.url, sentence)
    return Words(whole("in its place"), link=link) if link else None


def title_of(article: ArticleRef) -> str:
    """The headline; what stands for one that is empty or cannot be seen.

    >>> title_of(ArticleRef(1, "\\u200b ", None, None, None, None))
    'Untitled'
    """
    return visible(article.title).strip() or "Untitled"


def titled(answer: HeadlineAnswer) -> ArticleRef:
    """The article of a list, under its gist where it has no headline.

    >>> nameless = ArticleRef(1, "", None, None, None, None)
    >>> titled(HeadlineAnswer(nameless, "Halden is dry.", quotes=0, figures=0)).title
    'Halden is dry.'
    """
    article = answer.article
    return article if visible(article.title).strip() else replace(article, title=answer.gist or "")


def headline(article: ArticleRef, room: int) -> Words:
    """The headline, linked to the article."""
    return Words(
        shorten(title_of(article), min(room, _MOST_TITLE)), bold=True, link=web_link(article.url)
    )


def name(text: str, room: int) -> str:
    """A name, a role, a thing counted: never longer than a line or two."""
    return shorten(text, min(room, _MOST_NAME))


def counted(total: int, what: str) -> str:
    """How many answers there are, as far as they are counted.

    >>> counted(10_000, "article"), counted(10_001, "article")
    ('10,000 articles', 'over 10,000 articles')
    """
    most = count(min(total, COUNTED), what)
    return f"over {most}" if total > COUNTED else most


def how_many(what: str, page: Page[Answer]) -> str:
    """How many answers there are, and in how many articles where that was counted.

    >>> how_many("quote", Page(("a", "b"), 1, 2, articles=1)), how_many("quote", Page(("a",), 1, 1))
    ('2 quotes in 1 article', '1 quote')
    """
    found = counted(page.total, what)
    return f"{found} in {count(page.articles, 'article')}" if page.articles else found


def of_article(what: str, article: ArticleRef, total: int, room: int) -> Block:
    """The head of a card whose answers all stand in one article."""
    title = f"{what.capitalize()}s · {name(title_of(article), room)}"
    return block(
        Line(Style.HEADING, (Words(title),)),
        small(outlets(article, room), when(article), mark(article), count(total, what)),
    )
