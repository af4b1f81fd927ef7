"""Feeds in any encoding, rightly declared, wrongly or not at all."""

import pytest

from bot.ingest.charset import decode_feed
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


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Вода в порту поднялась за ночь на два метра.", "cp1251"),
        ("Вода в порту поднялась за ночь на два метра.", "koi8-r"),
        ("港の水位が一晩で二メートル上昇したと市長が述べた。", "cp932"),
        ("港の水位が一晩で二メートル上昇したと市長が述べた。", "euc-jp"),
        ("항구의 물이 하룻밤 사이에 2미터 상승했다고 시장이 말했다.", "cp949"),
        ("港口的水位一夜之间上升了两米，市长说。", "gb18030"),
        ("港口的水位一夜之間上升了兩公尺，市長說。", "big5"),
        ("น้ำในท่าเรือสูงขึ้นสองเมตรในคืนเดียว", "tis-620"),
        ("Le port rôde à Genève, où l'été est arrivé très tôt.", "cp1252"),
        ("Hladina v přístavu stoupla o dva metry, řekla starostka Žofie Říhová.", "cp1250"),
        ("Woda w porcie podniosła się o dwa metry, mówi Łucja Żak.", "cp1250"),
        ("Woda w porcie podniosła się o dwa metry, mówi Łucja Żak.", "iso-8859-2"),
        ("A víz két métert emelkedett az éjjel, mondta Őri Ödön.", "cp1250"),
        ("Limandaki su gece iki metre yükseldi, dedi başkan Ayşe Şahin.", "cp1254"),
        ("Vanduo uoste per naktį pakilo dviem metrais, sakė miesto merė Rūta Žukaitė.", "cp1257"),
        ("Η στάθμη στο λιμάνι ανέβηκε δύο μέτρα τη νύχτα.", "cp1253"),
        ("Вода в порту поднялась за ночь на два метра.", "iso-8859-5"),
        ("Вода у порту піднялася за ніч на два метри.", "koi8-u"),
        ("ارتفع منسوب المياه في الميناء مترين خلال الليل", "cp1256"),
        ("המים בנמל עלו במהלך הלילה בשני מטרים", "cp1255"),
        ("The “tide” — it rose ‘two’ metres…", "cp1252"),
    ],
)
def test_an_encoding_that_nobody_declares_is_guessed(words: str, encoding: str) -> None:
    assert words in decode_feed(f"<rss><title>{words}</title></rss>".encode(encoding))


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "gb18030", "cp1253"])
def test_a_default_of_the_server_is_not_believed_where_it_makes_no_words(encoding: str) -> None:
    words = {
        "gb18030": "港口的水位一夜之间上升了两米，市长说。",
        "cp1253": "Η στάθμη ανέβηκε δύο μέτρα.",
    }
    told = words.get(encoding, "Вода в порту поднялась за ночь на два метра.")
    content = f"<rss><title>{told}</title></rss>".encode(encoding)
    assert told in decode_feed(content, "text/xml; charset=iso-8859-1")


@pytest.mark.parametrize(
    ("name", "encoding", "word"),
    [
        ("x-sjis", "cp932", "港"),
        ("X-GBK", "gbk", "港"),
        ("csmacintosh", "mac-roman", "Zoë"),
        ("x-cp1251", "cp1251", "Вода"),
    ],
)
def test_a_name_that_python_does_not_know_is_known_here(
    name: str, encoding: str, word: str
) -> None:
    told = f"<?xml version='1.0' encoding='{name}'?><rss>{word}"
    assert decode_feed(told.encode(encoding)).endswith(word)
