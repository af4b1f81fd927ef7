"""Voices: who speaks where stands in an index of words, not in one with a place for each speaker;
texts stand in their own tables alone, and titles are found by their words."""

from alembic import op

revision = "0014"
down_revision = "0013"

TOKENIZE = ", tokenize"
WITHOUT_TEXTS = ", content = '', tokenize"
REFERENCE = "FOREIGN KEY(speaker_id) REFERENCES speakers (id)"

VOICES = """
    CREATE VIRTUAL TABLE passage_voices USING fts5(
        speakers, feeds, content = '', detail = column, columnsize = 0, tokenize = 'unicode61'
    )
"""

FILL = """
    INSERT INTO passage_voices (rowid, speakers, feeds)
    SELECT
        passage_id,
        group_concat(DISTINCT 's' || speaker_id),
        (
            SELECT group_concat('f' || feed_id, ' ')
            FROM feed_articles WHERE feed_articles.article_id = quotes.article_id
        )
    FROM quotes WHERE speaker_id IS NOT NULL
    GROUP BY passage_id ORDER BY passage_id
"""


def upgrade() -> None:
    words = ("article_words", "passage_words", "title_words")
    # Neither change touches what is written on disk, for which SQLite tells how to make it: "Making
    # Other Kinds Of Table Schema Changes", https://sqlite.org/lang_altertable.html
    op.execute("PRAGMA writable_schema = ON")
    for name in words:
        _replace(name, TOKENIZE, WITHOUT_TEXTS)
    _replace("quotes", f", \n\t{REFERENCE}", "")
    op.execute("PRAGMA writable_schema = RESET")
    for name in words:
        op.execute(f"DROP TABLE {name}_content")
    op.execute(VOICES)
    op.execute(FILL)
    op.drop_index("quotes_by_speaker", "quotes")
    op.drop_index("articles_by_title", "articles")


def _replace(table: str, former: str, new: str) -> None:
    """Put other words into the statement that made a table; exactly one table must have them."""
    changed = op.get_bind().exec_driver_sql(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) "
        "WHERE type = 'table' AND name = ? AND instr(sql, ?)",
        (former, new, table, former),
    )
    if changed.rowcount != 1:
        raise RuntimeError(f"{table} was made by another statement than was expected")
