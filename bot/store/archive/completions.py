"""What to offer while somebody types."""

import asyncio
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import islice

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.queries import SPOKEN, Choice, Scope
from bot.store import index, search
from bot.store.identity import fold_case
from bot.store.people import fold, is_personal, merge_names
from bot.store.schema import articles, feed_outlets, feeds, quotes, speakers
from bot.store.scope import feeds_in, is_seen, is_visible, newest_in, time_of
from bot.store.speakers import begun_speakers, find_quoted, prefer_names

LONGEST_CHOICE = 100
"""Characters that Discord allows for a choice's name, and for its value."""

RECENT = timedelta(hours=48)
"""How long a name is news."""

RECENT_ARTICLES = 500
"""Articles in which recent names are counted."""

TITLES = 1_000
"""Titles with what was typed, the latest stored, of which the newest are offered."""

LONGEST_MEMORY = 2_000
"""Articles in which the most quoted are counted."""

OLDER = 500
"""Speakers with what was typed that are offered though nobody quoted them of late."""

NAME = re.compile(
    r"""
    [^\W\d_a-z][\w’'.-]*              # a word with a capital ...
    (?:
        [ ](?:(?:of|de|la|von|van|al|bin)[ ])?   # ... and more of them, perhaps after a small one
        [^\W\d_a-z][\w’'.-]*
    )+
    """,
    re.VERBOSE,
)


def shorten(text: str) -> str:
    """The text within what a choice may have; cut at a word where one ends not too early.

    >>> shorten("The tide rose")
    'The tide rose'
    >>> shorten("tide " * 30)[-11:], len(shorten("x" * 200))
    ('tide tide …', 100)
    """
    text = " ".join(text.split())
    if len(text) <= LONGEST_CHOICE:
        return text
    cut = text[: LONGEST_CHOICE - 1]
    at = cut.rfind(" ")
    return f"{cut[: at + 1] if at > LONGEST_CHOICE // 2 else cut}…"


def fits(typed: str, name: str) -> bool:
    """Whether every word typed begins a word of a name.

    >>> fits("ha ti", "The Harbour Times"), fits("arb", "The Harbour Times"), fits("", "Gull")
    (True, False, True)
    """
    folded, parts = fold(name), fold(typed).split()
    if not all(part in folded for part in parts):  # most names are done with here, at little cost
        return False
    words = re.findall(r"\w+", folded)
    return all(any(word.startswith(part) for word in words) for part in parts)


async def complete_article(
    connection: AsyncConnection, scope: Scope, typed: str, limit: int
) -> tuple[Choice, ...]:
    """Titles with all words typed, newest first."""
    visible = await feeds_in(connection, scope)
    if typed.strip():
        question = search.parse_question(typed)
        if question is None:
            return ()
        begun = search.Question(question.words, search.Ends.OPEN)
        matches = search.newest_matches(index.TITLE, begun, visible, limit=TITLES).subquery()
        newest = select(matches.c.id, time_of(matches.c.id).label("time")).subquery()
        chosen = select(newest.c.id).order_by(newest.c.time.desc(), newest.c.id.desc()).limit(limit)
    else:
        chosen = select(newest_in(visible, None, limit).subquery().c.article_id)
    rows = await connection.execute(
        select(articles.c.id, articles.c.title)
        .where(articles.c.id.in_(chosen))
        .order_by(articles.c.effective.desc(), articles.c.id.desc())
        .limit(limit)
    )
    return tuple(Choice(shorten(title) or "…", f"#{id}") for id, title in rows)


async def complete_speaker(
    connection: AsyncConnection, scope: Scope, typed: str, limit: int
) -> tuple[Choice, ...]:
    """People, organisations and roles that have quotes, the most quoted of late first."""
    visible = await feeds_in(connection, scope)
    newest = newest_in(visible, None, LONGEST_MEMORY).subquery()
    statement = (
        select(speakers.c.name, func.count())
        .join_from(quotes, speakers, quotes.c.speaker_id == speakers.c.id)
        .where(quotes.c.article_id.in_(select(newest.c.article_id)), quotes.c.kind.in_(SPOKEN))
        .group_by(speakers.c.name)
    )
    if not typed.strip():
        names: dict[str, int] = dict((await connection.execute(statement)).all())
        return await asyncio.to_thread(_most_frequent, names, limit)
    begun = begun_speakers(typed)
    if begun is None:
        return ()
    # "+ 0": from the newest articles to their speakers, not from all that fit to their quotes
    fitting = statement.where((quotes.c.speaker_id + 0).in_(begun.limit(None)))
    quoted: dict[str, int] = dict((await connection.execute(fitting)).all())
    if len(quoted) < limit:
        older = await find_quoted(connection, begun.limit(OLDER), visible, SPOKEN)
        quoted = {voice.name: 0 for voice in older.values()} | quoted
    return _most_frequent(prefer_names(typed, quoted), limit)


def _most_frequent(names: dict[str, int], limit: int) -> tuple[Choice, ...]:
    """One choice a person, the most frequent first."""
    merged = merge_names(names)
    total: Counter[str] = Counter()
    for name, count in names.items():
        total[merged[name]] += count
    ranked = sorted(total, key=lambda name: (-total[name], name))
    # a name that does not fit would not be found again by its beginning
    return tuple(Choice(n, n) for n in ranked if 0 < len(n) <= LONGEST_CHOICE)[:limit]


async def complete_feed(
    connection: AsyncConnection, scope: Scope, typed: str, limit: int
) -> tuple[Choice, ...]:
    """The names of outlets and feeds in scope, by the alphabet."""
    visible = await feeds_in(connection, scope)
    outlets = await connection.scalars(
        select(feed_outlets.c.outlet).where(is_visible(feed_outlets.c.feed_id, visible))
    )
    titles = await connection.scalars(select(feeds.c.title).where(is_seen(scope)))
    names = {fold_case(name): name for name in (*titles, *outlets) if name}
    fitting = (
        name
        for _, name in sorted(names.items())
        if 0 < len(name) <= LONGEST_CHOICE and fits(typed, name)
    )
    return tuple(Choice(name, name) for name in islice(fitting, limit))


async def complete_topic(
    connection: AsyncConnection, scope: Scope, typed: str, now: datetime, limit: int
) -> tuple[Choice, ...]:
    """Names that stand in the titles of the last 48 hours, or of whom their articles have quotes.

    Those of most articles come first.
    """
    visible = await feeds_in(connection, scope)
    newest = newest_in(visible, now - RECENT, RECENT_ARTICLES).subquery()
    titles = await connection.execute(
        select(articles.c.id, articles.c.title).where(
            articles.c.id.in_(select(newest.c.article_id))
        )
    )
    quoted = await connection.execute(
        select(quotes.c.article_id, speakers.c.name)
        .join_from(quotes, speakers, quotes.c.speaker_id == speakers.c.id)
        .where(quotes.c.article_id.in_(select(newest.c.article_id)))
        .distinct()
    )
    count = partial(_count_names, titles.all(), quoted.all(), typed)
    return await asyncio.to_thread(lambda: _most_frequent(count(), limit))  # of many articles


def _count_names(
    titles: Sequence[Row[int, str]], quoted: Sequence[Row[int, str]], typed: str
) -> dict[str, int]:
    """In how many articles names stand; each title and each quoted name with its article."""
    named = {(id, name) for id, title in titles for name in find_names(title)}
    named |= {(id, name) for id, name in quoted if " " in name and is_personal(name)}
    told = drop_first_words(Counter(name for _, name in named))
    return {name: number for name, number in told.items() if fits(typed, name)}


def drop_first_words(counted: Mapping[str, int]) -> Counter[str]:
    """Names counted without a first word that only the beginning of a title made part of them.

    >>> sorted(drop_first_words({"Now Antonia Verhoeven": 1, "Antonia Verhoeven": 1}).items())
    [('Antonia Verhoeven', 2)]
    """
    told: Counter[str] = Counter()
    for name, count in counted.items():
        rest = name.partition(" ")[2]
        told[rest if rest in counted else name] += count
    return told


def find_names(title: str) -> tuple[str, ...]:
    """Names of several words in a title.

    In one that has capitals throughout they cannot be told from other words.

    >>> find_names("Ferries stop as Bank of Halden and Antonia Verhoeven disagree")
    ('Bank of Halden', 'Antonia Verhoeven')
    >>> find_names("Ferries Stop As Bank Closes Doors")
    ()
    """
    words = [word for word in title.split() if word[0].isalpha() and len(word) > 3]
    if sum(word[0].isupper() for word in words) > 0.8 * len(words):
        return ()
    return tuple(name.strip(".'’-") for name in NAME.findall(title) if name[0].isupper())
