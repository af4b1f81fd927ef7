"""Full text: where words stand. FTS5; with ``index`` the only SQL of one database alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    case,
    func,
    literal,
    literal_column,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.queries import COUNTED
from bot.store.index import ARTICLE, PASSAGE, SPEAKER, TITLE, VOICE, name_speakers, to_indexed
from bot.store.schema import PASSAGES, feed_articles, quotes
from bot.store.scope import EVERY_ONE, LISTED, NAMED, Visible, is_in, is_visible

WINDOW = COUNTED + 1
"""Matches that are looked at, newest first: a word that stands everywhere must not take seconds."""

COMMON = 20_000
"""Texts with a word, beyond which it tells too little to rank them by, and takes long to count."""

LONGEST_QUESTION = 32
"""Words of a question that are used; nobody types more."""

SHORTEST_BEGINNING = 3
"""Letters of a word's beginning: fewer begin so many words that they tell nothing, slowly."""

SEARCHED = {
    ARTICLE: "{title standfirst text}",
    PASSAGE: "{words title counts}",
    TITLE: "{title}",
    SPEAKER: "{name role}",
    VOICE: "{speakers}",
}
"""The columns that hold words; ``feeds`` holds the feeds of the article, a word each."""

WORTH = {ARTICLE: (8.0, 3.0, 1.0, 0.0), TITLE: (1.0, 0.0)}
"""What a word is worth in each column, where matches are ranked."""


class Ends(Enum):
    """Which of the words of a question may be beginnings of words."""

    WHOLE = "none"
    LAST_OPEN = "the last"
    OPEN = "all"


@dataclass(frozen=True, slots=True)
class Question:
    """Words that must all stand in the same text, as FTS5 is asked for them."""

    words: tuple[str, ...]
    ends: Ends = Ends.WHOLE
    is_common: bool = False  # whether more than COMMON texts have them all, as far as was asked

    @property
    def terms(self) -> tuple[str, ...]:
        """The words as FTS5 takes them, each by itself.

        >>> Question(("mayor", "hal"), Ends.LAST_OPEN).terms
        ('"mayor"', '"hal"*')
        """
        quoted = [f'"{word}"' for word in self.words]
        whole = {Ends.WHOLE: len(quoted), Ends.LAST_OPEN: len(quoted) - 1, Ends.OPEN: 0}[self.ends]
        return (*quoted[:whole], *(f"{word}*" for word in quoted[whole:]))


def express(columns: str, terms: Sequence[str], visible: Visible | None = None) -> str:
    """The FTS5 expression for all of these terms, in the texts of these feeds.

    Each feed takes a search of its own.

    >>> express("{title}", ('"u.s."', '"say"'), Visible((1, 7)))
    '{title} : ("u.s." AND "say") AND feeds : ("f1" OR "f7")'
    >>> express("{title}", ('"say"*',))
    '{title} : ("say"*)'
    """
    asked = f"{columns} : ({' AND '.join(terms)})"
    if visible is None:
        return asked
    named = " OR ".join(f'"f{feed}"' for feed in visible.ids)
    return f"{asked} AND feeds : ({named})"


def parse_question(typed: str) -> Question | None:
    """The words of what somebody typed; None where nothing in it can be searched.

    Every word is quoted, so that FTS5 finds no operator, column or syntax error in it.

    >>> question = parse_question('-gaza "AND" what\\'s')
    >>> question.words if question else None
    ('-gaza', 'AND', "what's")
    >>> parse_question('" 🙂'), parse_question("")
    (None, None)
    """
    words = (word.replace('"', "") for word in to_indexed(typed).split())
    found = dict.fromkeys(word for word in words if any(map(str.isalnum, word)))
    return Question(tuple(found)[:LONGEST_QUESTION]) if found else None


async def find_question(
    connection: AsyncConnection, table: str, typed: str, visible: Visible
) -> Question | None:
    """How to ask a table for what was typed; None where nothing in these feeds has all its words.

    Where no text has them all, the last may be the beginning of a word.
    """
    question = parse_question(typed)
    if question is None:
        return None
    is_long = len(question.words[-1]) >= SHORTEST_BEGINNING
    for ends in (Ends.WHOLE, Ends.LAST_OPEN) if is_long else (Ends.WHOLE,):
        question = Question(question.words, ends)
        if await connection.scalar(newest_matches(table, question, visible, limit=1)) is not None:
            return await _weigh(connection, table, question, visible)
    return None


async def _weigh(
    connection: AsyncConnection, table: str, question: Question, visible: Visible
) -> Question:
    """The question, and whether its words are common, where it matters how they are looked up."""
    if len(visible.ids) <= NAMED:
        return question
    is_common = await _has_more(connection, table, question.terms, COMMON)
    return replace(question, is_common=is_common)


def newest_matches(
    table: str,
    question: Question,
    visible: Visible,
    *,
    limit: int = WINDOW,
    columns: str | None = None,
) -> Select[int]:
    """The ids of what matches in these feeds, the latest stored first."""
    named = len(visible.ids) <= NAMED or (question.is_common and visible.may_be_named(NAMED))
    columns = columns or SEARCHED[table]
    return _newest(table, columns, question.terms, visible, named=named).limit(limit)


def newest_of_speakers(speakers: Collection[int], visible: Visible) -> Select[int]:
    """The ids of passages of these feeds in which one of these speaks, the latest stored first.

    Each speaker, and each feed that is named, takes a search of a hundredth of a millisecond.
    """
    anyone = " OR ".join(f'"{name_speakers((one,))}"' for one in sorted(speakers))
    named = is_little_heard(visible)
    return _newest(VOICE, SEARCHED[VOICE], (f"({anyone})",), visible, named=named)


def is_little_heard(visible: Visible) -> bool:
    """Whether feeds are so few, or hold so little, that they are named to find who speaks there."""
    return len(visible.ids) <= NAMED or visible.held <= LISTED


def newest_titled(title: str, visible: Visible, limit: int) -> Select[int] | None:
    """The ids of articles in whose titles all of these words stand as they stand here.

    The latest stored come first; None where nothing in the title can be searched.
    """
    question = parse_question(title)
    if question is None:
        return None
    phrase = '"' + " ".join(question.words) + '"'
    named = len(visible.ids) <= NAMED
    return _newest(TITLE, SEARCHED[TITLE], (phrase,), visible, named=named).limit(limit)


def _newest(
    table: str, columns: str, terms: Sequence[str], visible: Visible, *, named: bool
) -> Select[int]:
    """The ids of what matches in these feeds, the latest stored first.

    Feeds are named where that is quick: where they are few, or hold little of what a common word
    finds. Otherwise matches are looked up in a list of their articles, or each is asked for its
    feed where such a list would be long: then many matches are theirs.
    """
    expression = express(columns, terms, visible if named else None)
    found = _matches(table, expression).order_by(literal_column("rowid").desc())
    if named:
        return found
    number: ColumnElement[int] = literal_column(f"{table}.rowid", Integer)
    article = number.op(">>")(PASSAGES) if table in (PASSAGE, VOICE) else number + 0
    if visible.held > LISTED:
        return found.where(is_in(article, visible))
    theirs = select(feed_articles.c.article_id).where(is_visible(feed_articles.c.feed_id, visible))
    return found.where(article.in_(theirs))


def is_quoted(
    speaker: ColumnElement[int],
    visible: Visible | None = None,
    only: ColumnElement[bool] = EVERY_ONE,
) -> ColumnElement[bool]:
    """Whether these feeds, or any, have a quote of a speaker; ``only`` says which quotes count."""
    passage: ColumnElement[int] = literal_column(f"{VOICE}.rowid", Integer)
    heard = literal_column(VOICE).op("MATCH", is_comparison=True)(literal("s").concat(speaker))
    found = (
        select(quotes.c.id)
        .select_from(text(VOICE))
        .where(heard, quotes.c.passage_id == passage, quotes.c.speaker_id == speaker, only)
    )
    if visible is not None:
        found = found.where(is_in(passage.op(">>")(PASSAGES), visible))
    # from the latest back, as at the beginning are what is left of those taken out
    return found.order_by(passage.desc()).limit(1).exists()


def first_matches(table: str, question: Question, limit: int) -> Select[int]:
    """The ids of what matches anywhere, the first stored first."""
    expression = express(SEARCHED[table], question.terms)
    return _matches(table, expression).order_by(literal_column("rowid")).limit(limit)


def _matches(table: str, expression: str) -> Select[int]:
    """The ids of what matches an expression."""
    number: ColumnElement[int] = literal_column("rowid", Integer).label("id")
    return select(number).select_from(text(table)).where(_match(table, expression))


def _match(table: str, expression: str) -> ColumnElement[bool]:
    return literal_column(table).op("MATCH", is_comparison=True)(expression)


async def _has_more(
    connection: AsyncConnection, table: str, terms: Sequence[str], count: int
) -> bool:
    """Whether more than so many texts have all the terms.

    They are counted from the latest back, as at the beginning are what is left of those taken out.
    """
    latest_first = _matches(table, express(SEARCHED[table], terms)).order_by(
        literal_column("rowid").desc()
    )
    return await connection.scalar(latest_first.limit(1).offset(count)) is not None


async def best_matches(
    connection: AsyncConnection,
    table: str,
    question: Question,
    visible: Visible,
    columns: str | None = None,
) -> Select[int, float]:
    """The ids of the newest matches, and how well each fits: lower is better.

    That is BM25 by the words that are not COMMON; where all of them are, whether the title has
    them.
    """
    newest = newest_matches(table, question, visible, columns=columns)
    telling = [
        term for term in question.terms if not await _has_more(connection, table, (term,), COMMON)
    ]
    if not telling:
        found = newest.cte()  # once, though it is asked twice
        oldest = select(func.min(found.c.id)).scalar_subquery()
        titled = _matches(table, express("{title}", question.terms)).where(
            literal_column(f"{table}.rowid") >= oldest
        )
        in_title = case((found.c.id.in_(titled), -1.0), else_=0.0)
        return select(found.c.id, in_title.label("score"))
    listed = ", ".join(map(str, WORTH[table]))
    score: ColumnElement[float] = literal_column(f"bm25({table}, {listed})", Float)
    expression = express(columns or SEARCHED[table], telling)
    matches = newest.subquery()
    return (
        _matches(table, expression)
        .add_columns(score.label("score"))
        .where((literal_column(f"{table}.rowid") + 0).in_(select(matches.c.id)))
    )
