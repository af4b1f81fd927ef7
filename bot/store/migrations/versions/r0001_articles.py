"""Articles, what was found in them, feeds and who follows them: the first tables there are."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

STEMMED = "tokenize = 'porter unicode61 remove_diacritics 2'"
AS_TYPED = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"
WORDS = {
    "article_words": f"title, standfirst, text, feeds, {STEMMED}",
    "passage_words": f"words, title, counts, feeds, {STEMMED}",
    "title_words": f"title, feeds, {AS_TYPED}",
    "speaker_words": f"name, role, {AS_TYPED}",
}


def upgrade() -> None:
    _feeds()
    _articles()
    _analyses()
    _quotes()
    _figures()
    for name, columns in WORDS.items():
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({columns})")


def _to(target: str) -> sa.ForeignKey:
    return sa.ForeignKey(target, ondelete="CASCADE")


def _feeds() -> None:
    feeds = op.create_table(
        "feeds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False, unique=True),
        sa.Column("title", sa.Text),
        sa.Column("library", sa.Boolean, nullable=False),
    )
    op.bulk_insert(feeds, [{"id": 1, "url": "", "title": None, "library": True}])
    op.create_table(
        "follows",
        sa.Column("guild_id", sa.BigInteger, primary_key=True),
        sa.Column("feed_id", sa.Integer, _to("feeds.id"), primary_key=True),
        sa.Column("channel_id", sa.BigInteger),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("identity", sa.Text, nullable=False, unique=True),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("stored", sa.BigInteger, nullable=False),
        sa.Column("effective", sa.BigInteger, nullable=False),
        sa.Column("rules", sa.Integer, nullable=False),
        sa.Column("failure", sa.Text),
        sa.Column("failed", sa.BigInteger),
        sa.Column("outlet_key", sa.Text),
        sa.Column("title_key", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("published", sa.BigInteger),
        sa.Column("language", sa.Text),
        sa.Column("standfirst", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("articles_by_digest", "articles", ["digest"])
    op.create_index("articles_by_rules", "articles", ["rules", "id"])
    op.create_index("articles_by_stored", "articles", ["stored"])
    op.create_index("articles_by_title", "articles", ["title_key"])
    op.create_index("articles_by_outlet", "articles", ["outlet_key", "effective"])
    op.create_table(
        "revisions",
        sa.Column("article_id", sa.Integer, _to("articles.id"), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("standfirst", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("replaced", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "feed_articles",
        sa.Column("feed_id", sa.Integer, _to("feeds.id"), primary_key=True),
        sa.Column("effective", sa.BigInteger, primary_key=True),
        sa.Column("article_id", sa.Integer, _to("articles.id"), primary_key=True),
        sa.Column("shared", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("feed_articles_by_article", "feed_articles", ["article_id", "feed_id"])
    op.create_index(
        "feed_articles_shared", "feed_articles", ["shared", "feed_id", "effective", "article_id"]
    )
    op.create_table(
        "feed_outlets",
        sa.Column("feed_id", sa.Integer, _to("feeds.id"), primary_key=True),
        sa.Column("outlet_key", sa.Text, primary_key=True),
        sa.Column("outlet", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _analyses() -> None:
    op.create_table(
        "analyses",
        sa.Column("article_id", sa.Integer, _to("articles.id"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("analysed", sa.BigInteger, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("gist_start", sa.Integer),
        sa.Column("gist_end", sa.Integer),
        sa.Column("quotes", sa.Integer, nullable=False),
        sa.Column("figures", sa.Integer, nullable=False),
        sa.Column("sentences", sa.JSON, nullable=False),
        sa.Column("summaries", sa.JSON, nullable=False),
    )
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.Integer, _to("articles.id"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_index("passages_by_article", "passages", ["article_id"])


def _quotes() -> None:
    op.create_table(
        "speakers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("surname", sa.Text, nullable=False),
        sa.UniqueConstraint("name", "role"),
    )
    op.create_index("speakers_by_surname", "speakers", ["surname"])
    op.create_table(
        "quotes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.Integer, _to("articles.id"), nullable=False),
        sa.Column("passage_id", sa.Integer, _to("passages.id"), nullable=False),
        sa.Column("effective", sa.BigInteger, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id")),
        sa.Column("mention_start", sa.Integer),
        sa.Column("mention_end", sa.Integer),
        sa.Column("cue_start", sa.Integer),
        sa.Column("cue_end", sa.Integer),
        sa.Column("role_start", sa.Integer),
        sa.Column("role_end", sa.Integer),
        sa.Column("same", sa.String, nullable=False),
    )
    op.create_index("quotes_by_article", "quotes", ["article_id", "start"])
    op.create_index("quotes_by_passage", "quotes", ["passage_id"])
    op.create_index("quotes_by_speaker", "quotes", ["speaker_id", "effective"])
    op.create_index("quotes_by_words", "quotes", ["same"])


def _figures() -> None:
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.Integer, _to("articles.id"), nullable=False),
        sa.Column("passage_id", sa.Integer, _to("passages.id"), nullable=False),
        sa.Column("effective", sa.BigInteger, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("low", sa.String),
        sa.Column("high", sa.String),
        sa.Column("unit", sa.Text),
        sa.Column("modifier", sa.String, nullable=False),
        sa.Column("counts", sa.Text),
        sa.Column("direction", sa.String),
        sa.Column("source", sa.Text),
        sa.Column("minor", sa.Boolean, nullable=False),
        sa.Column("same", sa.String),
    )
    op.create_index("figures_by_article", "figures", ["article_id", "start"])
    op.create_index("figures_by_passage", "figures", ["passage_id"])
    op.create_index("figures_by_meaning", "figures", ["same"])
