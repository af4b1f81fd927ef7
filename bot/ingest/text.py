"""plain text -> article."""

from bot.errors import Unreadable
from bot.ingest.body import clean_body
from bot.ingest.bylines import find_author
from bot.ingest.characters import clean_characters
from bot.ingest.head import split_head
from bot.ingest.headers import split_headers
from bot.ingest.lines import Line, label_lines
from bot.ingest.paragraphs import join_wrapped, split_blocks
from bot.model import Article

SIGNED_WITHIN = 12  # lines: a byline further down is another's


def read_text(text: str, name: str, title: str | None = None) -> Article:
    r"""The article of a plain text; its headline is found in the text where it is not given.

    ``name`` is what an error calls the text. Raises Unreadable where there is nothing but a
    headline.

    >>> article = read_text("Flood\n\nFlood\nIt came.\n2 min read\n\nThe river rose.", "a.txt")
    >>> article.title, article.standfirst, article.text
    ('Flood', 'It came.', 'The river rose.')
    >>> read_text("Flood\n\nFlood", "a.txt")
    Traceback (most recent call last):
    bot.errors.Unreadable: a.txt is only a headline, no text.
    """
    headers, rest = split_headers(clean_characters(text))
    lines = label_lines(join_wrapped(split_blocks(rest)))
    if not lines:
        raise Unreadable(f"{name} is empty.")
    author = headers.author or _find_author(lines)
    head = split_head(lines, title)
    body = clean_body(head.body, [head.title], author)
    if not body:
        wanting = "is only a headline, no text" if head.title else "has no text of an article"
        raise Unreadable(f"{name} {wanting}.")
    return Article(
        title=head.title,
        text="\n\n".join(body),
        standfirst=None if head.standfirst in body else head.standfirst,
        outlet=headers.outlet,
        url=headers.url,
        author=author,
        published=headers.published,
    )


def _find_author(lines: tuple[Line, ...]) -> str | None:
    authors = (find_author(line.text) for line in lines[:SIGNED_WITHIN])
    return next(filter(None, authors), None)
