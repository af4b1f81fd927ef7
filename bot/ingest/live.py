"""live blog -> its updates as lines, the newest first, as its JSON-LD lists them."""

from collections.abc import Iterable

from bot.ingest.characters import clean_characters
from bot.ingest.fragments import plain_text
from bot.ingest.linked import Thing, listed, types_of, words_of
from bot.ingest.times import parse_time

FEWEST = 2  # updates; one alone says less than the page shows


def list_updates(things: Iterable[Thing]) -> tuple[str, ...]:
    """The headline and the paragraphs of each update of a live blog; empty where it lists none.

    >>> first = {"datePublished": "2026-09-14T09:00:00Z", "articleBody": "It rose."}
    >>> last = {"datePublished": "2026-09-14T11:00:00Z", "articleBody": "It fell.\\nSlowly."}
    >>> list_updates([{"@type": "LiveBlogPosting", "liveBlogUpdate": [first, last]}])
    ('It fell.', 'Slowly.', 'It rose.')
    """
    blog = next((one for one in things if "LiveBlogPosting" in types_of(one)), {})
    updates = [one for one in listed(blog.get("liveBlogUpdate")) if isinstance(one, dict)]
    updates = [one for one in updates if words_of(one, "articleBody")]
    if len(updates) < FEWEST:
        return ()
    updates.sort(key=_time_of, reverse=True)
    return tuple(line for update in updates for line in _lines_of(update))


def split_body(body: str) -> tuple[str, ...]:
    """The paragraphs of an article as JSON-LD carries it: plain, or HTML.

    >>> split_body("<p>It rose.</p><p>It <b>fell</b>.</p>"), split_body("It rose.\\n\\nIt fell.")
    (('It rose.', 'It fell.'), ('It rose.', 'It fell.'))
    """
    marked = body.replace("</p>", "</p>\n").replace("<br", "\n<br")
    lines = (clean_characters(plain_text(line)) for line in marked.split("\n"))
    return tuple(filter(None, lines))


def _lines_of(update: Thing) -> tuple[str, ...]:
    headline = words_of(update, "headline")
    return (*split_body(headline or ""), *split_body(words_of(update, "articleBody") or ""))


def _time_of(update: Thing) -> float:
    time = parse_time(words_of(update, "datePublished"))
    return time.timestamp() if time else 0.0
