"""The front doors: any bytes give an article or a sentence that says why not."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Unreadable
from bot.ingest.characters import clean_characters
from bot.ingest.extract import parse_file, parse_page, parse_text

TEXT = "Überschwemmung in Halden\n\nDie Orle ist am Montag in Halden über die Ufer getreten."
PAGE = (
    '<html lang="de"><head><title>Flut in Halden</title></head><body><article><h1>Flut in Halden'
    "</h1><p>Die Orle ist am Montag in Halden über die Ufer getreten, und dreihundert Menschen "
    "mussten ihre Häuser verlassen, wie die Stadt am Abend mitteilte.</p></article></body></html>"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"]
)
def test_a_text_is_read_in_every_encoding_we_know(encoding: str) -> None:
    article = parse_text(TEXT.encode(encoding), "flut.txt")
    assert f"{article.title}\n\n{article.text}" == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "cp1251", "koi8-r"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    russian = encoding in ("cp1251", "koi8-r")
    page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">')
    page = page.translate(str.maketrans("üä", "юя")) if russian else page
    assert ("Hяuser" if russian else "Häuser") in parse_page(page.encode(encoding), None).text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.txt is empty."),
        (b" \n\t\n", "a.txt is empty."),
        (b"\xef\xbb\xbf\n", "a.txt is empty."),
        (b"%PDF-1.7 stream", "a.txt is binary, not text."),
        (b"\x89PNG\r\n\x1a\n", "a.txt is binary, not text."),
        (b"PK\x03\x04 word", "a.txt is binary, not text."),
        (b"a\x00b\x00c\x00" * 50, "a.txt is binary, not text."),
        (bytes(range(0x80, 0x100)), "a.txt is not text in any encoding we know."),
        (b"\xff\xfea\x00b", "a.txt is not text in any encoding we know."),
        (b"Flood in Halden", "a.txt is only a headline, no text."),
        (b"x" * 10_000_001, "a.txt is too large: more than 10 MB."),
    ],
)
def test_what_is_no_article_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_file(content, "a.txt")
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "before", ["", "\n ", "\ufeff", "<!-- made by hand -->\n", '<?xml version="1.0"?>']
)
def test_a_page_is_told_by_its_content_whatever_its_name(before: str) -> None:
    article = parse_file((before + PAGE).encode(), "flut.txt")
    assert article.title == "Flut in Halden"
    assert article.text.startswith("Die Orle ist")


def test_a_text_that_speaks_of_html_is_a_text() -> None:
    content = b"Web turns forty\n\nThe first page began with <html> and had no pictures at all."
    assert parse_file(content, "web.html").title == "Web turns forty"


def test_a_text_of_a_megabyte_on_one_line_is_an_article() -> None:
    line = "The river rose and the town slept on. " * 27_000
    assert parse_text(line.encode(), "a.txt").text == line.strip()


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_refusal(content: bytes) -> None:
    for parse in (lambda: parse_file(content, "a.txt"), lambda: parse_page(content, None)):
        with suppress(Unreadable):
            assert parse().text


@settings(deadline=None)
@given(st.text(max_size=400))
def test_every_paragraph_is_to_the_letter_in_the_text_that_was_read(text: str) -> None:
    try:
        article = parse_text(text.encode("utf-8", "surrogatepass"), "a.txt")
    except Unreadable:
        return
    letters = "".join(clean_characters(text).split())
    for paragraph in article.text.split("\n\n"):
        assert "".join(paragraph.split()) in letters
