"""Articles, and what is found in them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.store.schema.base import metadata, to
from bot.store.types import ExactDecimal, UtcTime, Words

PASSAGES = 20
"""Bits of a passage's id that count it inside its article; those before are the article's id."""

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    # us, first: a row is read up to the last column asked for, and the text is long
    Column("identity", Words, nullable=False, unique=True),
    Column("digest", String, nullable=False),  # of title and text
    Column("revision", Integer, nullable=False),
    Column("stored", UtcTime, nullable=False),
    Column("effective", UtcTime, nullable=False),  # when it counts as published
    Column("rules", Integer, nullable=False),  # the version that read it last; 0: none yet
    Column("failure", Words),  # why those rules could not read it
    Column("failed", UtcTime),  # and when
    Column("outlet_key", Words),
    Column("title_key", Words, nullable=False),
    # the web
    Column("title", Words, nullable=False),
    Column("outlet", Words),
    Column("url", Words),
    Column("author", Words),
    Column("published", UtcTime),
    Column("language", Words),
    Column("standfirst", Words),
    Column("text", Words, nullable=False),
    Column("kind", String, nullable=False, default="article"),  # model.ArticleKind; came later
    # the others are known by their address
    Index("articles_without_url", "digest", sqlite_where=text("url IS NULL")),
    Index("articles_by_rules", "rules", "id"),
    Index("articles_by_stored", "stored"),
    Index("articles_by_outlet", "outlet_key", "effective"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("article_id", to("articles.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    # the web
    Column("title", Words, nullable=False),
    Column("standfirst", Words),
    Column("text", Words, nullable=False),
    # us
    Column("replaced", UtcTime, nullable=False),
)

feed_articles = Table(
    "feed_articles",
    metadata,
    Column("feed_id", to("feeds.id"), primary_key=True),
    Column("effective", UtcTime, primary_key=True),  # the article's: newest first without a sort
    Column("article_id", to("articles.id"), primary_key=True),
    Index("feed_articles_by_article", "article_id", "feed_id"),
    Index("feed_articles_by_time", "effective", "article_id"),
    sqlite_with_rowid=False,
)

feed_outlets = Table(
    "feed_outlets",
    metadata,
    Column("feed_id", to("feeds.id"), primary_key=True),
    Column("outlet_key", Words, primary_key=True),
    Column("outlet", Words, nullable=False),
    sqlite_with_rowid=False,
)

analyses = Table(
    "analyses",
    metadata,
    Column("article_id", to("articles.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("analysed", UtcTime, nullable=False),
    Column("language", Words),
    Column("gist_start", Integer),
    Column("gist_end", Integer),
    Column("quotes", Integer, nullable=False),  # direct and mixed ones
    Column("figures", Integer, nullable=False),  # without minor ones
    Column("sentences", JSON, nullable=False),  # [[start, end, paragraph], ...]
    Column("summaries", JSON, nullable=False),  # {length: [[start, end, [reason, ...]], ...]}
)

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", to("articles.id"), nullable=False),
    Column("start", Integer, nullable=False),  # whole sentences around a quote or a figure
    Column("end", Integer, nullable=False),
    Index("passages_by_article", "article_id"),
)

speakers = Table(
    "speakers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Words, nullable=False),
    Column("role", Words, nullable=False),  # "" where the article gives none
    Column("surname", Words, nullable=False),
    UniqueConstraint("name", "role"),
    Index("speakers_by_surname", "surname"),
)

quotes = Table(
    "quotes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", to("articles.id"), nullable=False),
    Column("passage_id", to("passages.id"), nullable=False),
    Column("effective", UtcTime, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("speaker", Words),  # as the article gives it
    Column("speaker_id", Integer),  # by whose fullest name; who said what, the index of words has
    Column("mention_start", Integer),
    Column("mention_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("role_start", Integer),
    Column("role_end", Integer),
    Column("same", String, nullable=False),  # equal for equal words
    Index("quotes_by_article", "article_id", "start"),
    Index("quotes_by_passage", "passage_id"),
)

figures = Table(
    "figures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", to("articles.id"), nullable=False),
    Column("passage_id", to("passages.id"), nullable=False),
    Column("effective", UtcTime, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("low", ExactDecimal),  # the value; of a range, its lower end
    Column("high", ExactDecimal),  # of a range, its upper end
    Column("unit", Words),
    Column("modifier", String, nullable=False),
    Column("counts", Words),
    Column("direction", String),
    Column("source", Words),
    Column("minor", Boolean, nullable=False),
    Column("same", String),  # equal for equal value, unit, kind and thing counted
    Index("figures_by_article", "article_id", "start"),
    Index("figures_by_passage", "passage_id"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Words, nullable=False, unique=True),
    Column("asked", UtcTime, nullable=False),  # when it was last offered
)
