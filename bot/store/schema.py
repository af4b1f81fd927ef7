"""The tables, each column grouped by where it comes from: the feed, the web, us."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from bot.store.types import ExactDecimal, UtcTime, Words

SHELF = 1  # the feed without an address: the articles that the operator loaded by hand
PASSAGES = 20  # bits of a passage's id that count it in its article; before them is the article's
metadata = MetaData()


def _to(target: str) -> ForeignKey:
    return ForeignKey(target, ondelete="CASCADE")


feeds = Table(
    "feeds",
    metadata,
    Column("id", Integer, primary_key=True),
    # the feed
    Column("url", Words, nullable=False, unique=True),
    Column("title", Words),
    # us
    Column("library", Boolean, nullable=False),  # the operator's own: everybody sees it
    # the web
    Column("etag", Words),
    Column("modified", Words),
    Column("interval", Integer),  # seconds between two readings, as the feed itself wants it
    Column("moved_to", Words),  # where the last readings were redirected to for good
    Column("moves", Integer, nullable=False, default=0),  # and how many they were
    # us
    Column("added", UtcTime),
    Column("first_read", UtcTime),  # None: the next reading is the first, and posts nothing
    Column("last_read", UtcTime),
    Column("asked", UtcTime),  # last, whatever came of it
    Column("next_due", UtcTime),  # None: at once
    Column("failures", Integer, nullable=False, default=0),  # in a row, as are the next two
    Column("failing_since", UtcTime),
    Column("times_gone", Integer, nullable=False, default=0),  # answers of 410
    Column("fault", String),
    Column("status", Integer),
    Column("sentence", Words),  # the fault, in words for whoever follows the feed
    Column("paused", Words),  # why it is not read until a person looks at it
)

follows = Table(
    "follows",
    metadata,
    Column("guild_id", BigInteger, primary_key=True),
    Column("feed_id", _to("feeds.id"), primary_key=True),
    Column("channel_id", BigInteger),  # where its news are posted; None: nowhere
    Column("since", UtcTime),  # what the feed carried before is no news here
    Index("follows_by_feed", "feed_id"),
    Index("follows_by_channel", "channel_id"),
)

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
    Index("articles_by_digest", "digest"),
    Index("articles_by_rules", "rules", "id"),
    Index("articles_by_stored", "stored"),
    Index("articles_by_title", "title_key"),
    Index("articles_by_outlet", "outlet_key", "effective"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("article_id", _to("articles.id"), primary_key=True),
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
    Column("feed_id", _to("feeds.id"), primary_key=True),
    Column("effective", UtcTime, primary_key=True),  # the article's: newest first without a sort
    Column("article_id", _to("articles.id"), primary_key=True),
    Index("feed_articles_by_article", "article_id", "feed_id"),
    Index("feed_articles_by_time", "effective", "article_id"),
    sqlite_with_rowid=False,
)

feed_outlets = Table(
    "feed_outlets",
    metadata,
    Column("feed_id", _to("feeds.id"), primary_key=True),
    Column("outlet_key", Words, primary_key=True),
    Column("outlet", Words, nullable=False),
    sqlite_with_rowid=False,
)

analyses = Table(
    "analyses",
    metadata,
    Column("article_id", _to("articles.id"), primary_key=True),
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
    Column("article_id", _to("articles.id"), nullable=False),
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
    Column("article_id", _to("articles.id"), nullable=False),
    Column("passage_id", _to("passages.id"), nullable=False),
    Column("effective", UtcTime, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("speaker", Words),  # as the article gives it
    Column("speaker_id", ForeignKey("speakers.id")),  # by whose fullest name
    Column("mention_start", Integer),
    Column("mention_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("role_start", Integer),
    Column("role_end", Integer),
    Column("same", String, nullable=False),  # equal for equal words
    Index("quotes_by_article", "article_id", "start"),
    Index("quotes_by_passage", "passage_id"),
    Index("quotes_by_speaker", "speaker_id", "effective", "article_id", "kind", "passage_id"),
    Index("quotes_by_words", "same"),
)

figures = Table(
    "figures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", _to("articles.id"), nullable=False),
    Column("passage_id", _to("passages.id"), nullable=False),
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
    Index("figures_by_meaning", "same"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Words, nullable=False, unique=True),
    Column("asked", UtcTime, nullable=False),  # when it was last offered
)

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed_id", _to("feeds.id"), nullable=False),
    # us: what it is known again by (model.Seen)
    Column("guid", Words),
    Column("page", Words),
    Column("title_key", Words, nullable=False),
    Column("published", UtcTime),
    Column("digest", String, nullable=False),
    # us
    Column("seen", UtcTime, nullable=False),  # first
    Column("news", Boolean, nullable=False),  # to be posted as soon as its article is analysed
    Column("article_id", ForeignKey("articles.id", ondelete="SET NULL")),
    Column("waits_from", UtcTime),
    Column("due", UtcTime),  # when its article is to be read; None: it was read or given up
    Column("failures", Integer, nullable=False),
    Column("reason", Words),  # why it could not be read
    # the feed
    Column("title", Words, nullable=False),
    Column("url", Words),
    Column("author", Words),
    Column("updated", UtcTime),
    Column("summary", Words),
    Column("content", Words),  # the whole article, until it is read
    Column("met", UtcTime, nullable=False),  # us: when the feed last had it, within a day
    Index("entries_by_guid", "feed_id", "guid"),
    Index("entries_by_page", "feed_id", "page"),
    Index("entries_by_title", "feed_id", "title_key"),
    Index("entries_by_article", "article_id"),
    Index("entries_by_due", "due"),
    Index("entries_by_meeting", "feed_id", "met"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", _to("articles.id"), nullable=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("effective", UtcTime, nullable=False),  # the article's
    Column("nonce", String, nullable=False),  # by which Discord knows a second try
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("made", UtcTime, nullable=False),
    Column("attempted", UtcTime),  # last
    Column("doubted", UtcTime),  # the first attempt that may have been carried out unheard
    Column("settled", UtcTime),  # when it was delivered, given up or dropped
    Column("message_id", BigInteger),
    Column("reason", Words),
    UniqueConstraint("article_id", "channel_id"),
    Index("deliveries_by_state", "state", "channel_id", "effective"),
    Index("deliveries_by_guild", "guild_id"),
    sqlite_autoincrement=True,  # an id that a message shows is never given again
)

channels = Table(
    "channels",
    metadata,
    Column("channel_id", BigInteger, primary_key=True),
    Column("waits_from", UtcTime),
    Column("waits_until", UtcTime),
    Column("paused", UtcTime),  # since when nothing can be posted there
    Column("reason", Words),
    Column("told", UtcTime),  # when moderators were told
)

state = Table(
    "state",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Words, nullable=False),
)
