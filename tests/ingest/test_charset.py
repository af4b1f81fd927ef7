"""Feeds in any encoding, rightly declared, wrongly or not at all."""

import pytest

from tests.ingest.feeds import only, rss


@pytest.mark.parametrize(
    ("declared", "content_type", "encoding"),
    [
        (None, None, "utf-8"),
        (None, None, "utf-8-sig"),
        (None, None, "utf-16"),
        (None, None, "utf-16-le"),
        (None, None, "cp1252"),
        ("iso-8859-1", None, "utf-8"),
        ("us-ascii", None, "utf-8"),
        ("utf-8", None, "cp1252"),
        ("iso-8859-1", None, "cp1252"),
        ("x-no-such", None, "utf-8"),
        ("utf-16", None, "utf-8"),
        (None, "text/xml; charset=iso-8859-1", "utf-8"),
        ("utf-8", "text/xml; charset=windows-1252", "cp1252"),
        ("windows-1252", "text/xml; charset=utf-8", "cp1252"),
        (None, "text/xml", "utf-8"),
    ],
)
def test_an_encoding_is_found_though_it_is_wrongly_declared_or_not_at_all(
    declared: str | None, content_type: str | None, encoding: str
) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    feed = head + rss("<item><title>Zoë’s café – “tide”</title></item>")
    assert only(feed.encode(encoding), content_type).title == "Zoë’s café – “tide”"


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        *(("koi8-r", "Прилив"), ("windows-1251", "Прилив"), ("iso-8859-2", "Příliv")),
        *(("shift_jis", "満潮"), ("iso-2022-jp", "満潮"), ("euc-kr", "만조")),
        *(("gb2312", "涨潮"), ("big5", "漲潮")),
    ],
)
def test_a_declared_encoding_is_used(encoding: str, title: str) -> None:
    item = f"<item><title>{title}</title></item>"
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{rss(item)}'.encode(encoding)
    assert only(declared).title == title
    assert only(rss(item).encode(encoding), f"text/xml; charset={encoding}").title == title
