"""What a page shows of itself is read where it does not say so, in the languages of news sites."""

from datetime import UTC, datetime

import pytest

from bot.ingest.extract import parse_page
from bot.model import Article

PARAGRAPHS = {
    "en": ("The river at Halden rose by two metres on Monday night.", "Nobody was hurt."),
    "pt": ("O rio em Halden subiu dois metros na noite de segunda-feira.", "Não há feridos."),
    "it": ("Il fiume a Halden è salito di due metri nella notte di lunedì.", "Nessun ferito."),
    "nl": ("De rivier bij Halden steeg maandagnacht met twee meter.", "Niemand raakte gewond."),
    "pl": ("Rzeka w Halden podniosła się w nocy o dwa metry.", "Nikt nie ucierpiał."),
    "sv": ("Floden vid Halden steg två meter natten till tisdagen.", "Ingen skadades."),
    "ru": ("Река у Халдена за ночь поднялась на два метра.", "Никто не пострадал."),
    "ar": ("ارتفع النهر عند هالدن مترين ليلة الاثنين.", "لم يصب أحد."),
    "zh": ("哈尔登的河水星期一夜里上涨了两米，多条道路被淹。", "没有人受伤。"),
}
AROUND = {
    "en": ("Posted by Mara Lind", "Skip advertisement", "An earlier version of this report erred."),
    "pt": ("Por Mara Lind", "Leia também: Ponte fechada", "Todos os direitos reservados"),
    "it": ("di Mara Lind", "Leggi anche: Chiuso il ponte", "Riproduzione riservata"),
    "nl": ("Door Mara Lind", "Lees ook: Brug gesloten", "Volg ons op Instagram"),
    "pl": ("Autorka: Mara Lind", "Czytaj też: Most zamknięty", "Wszelkie prawa zastrzeżone"),
    "sv": ("Av Mara Lind", "Läs också: Bron stängd", "Prenumerera på vårt nyhetsbrev"),
    "ru": ("Автор: Мара Линд", "Читайте также: Мост закрыт", "Все права защищены"),
    "ar": ("بقلم مارا ليند", "اقرأ أيضا: إغلاق الجسر", "تابعونا على فيسبوك"),
    "zh": ("记者：林玛拉", "相关新闻：大桥关闭", "版权所有 © 2026"),
}


def read(body: str, head: str = "") -> Article:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return parse_page(page.encode(), "https://haldenpost.example/flood")


def prose(text: str, times: int = 6) -> str:
    return "".join(f"<p>{text[:-1]}, {number}.</p>" for number in range(times))


@pytest.mark.parametrize("language", AROUND)
def test_what_stands_around_an_article_is_known_in_its_language(language: str) -> None:
    first, last = PARAGRAPHS[language]
    byline, *others = AROUND[language]
    body = "".join(f"<div>{line}</div>" for line in (byline, first, *others, 8 * last))
    article = read(f"<article><h1>Halden</h1>{body}</article>")
    lines = article.text.split("\n\n")
    assert lines[0] == first
    assert [line for line in (byline, *others) if line in article.text] == []


def test_a_page_that_only_shows_its_headline_author_and_time_is_understood() -> None:
    article = read(
        '<h1 class="logo">Halden Post</h1><h3>Flood at the old quay</h3>'
        '<p class="post-date">4. März 2026, 10:30 Uhr MEZ</p>'
        f'<p>Text: <span class="author">Mara Lind</span></p>{prose(PARAGRAPHS["en"][0])}',
        "<title>Halden Post: Flood at the old quay</title>",
    )
    assert article.title == "Flood at the old quay"
    assert article.author == "Mara Lind"
    assert article.published == datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def test_a_first_paragraph_that_is_set_apart_begins_the_article() -> None:
    lead = "Two people were brought to safety from the old quay in Halden on Tuesday."
    rest = "<div class='article-body'>" + prose(PARAGRAPHS["en"][0]) + "</div>"
    article = read(f"<h1>Flood</h1><p class='lead'>{lead}</p><ul><li>Share</li></ul>{rest}")
    assert article.text.startswith(f"{lead}\n\nThe river at Halden rose")
    assert article.text.count(lead) == 1


def test_an_article_inside_of_what_is_called_a_paywall_is_open() -> None:
    article = read(f"<h1>Flood</h1><div class='paywall'>{prose(PARAGRAPHS['en'][0])}</div>")
    assert article.text.startswith("The river at Halden rose")


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<meta name="article_date_original" content="Wednesday, March 4, 2026, 12:06 AM">', None),
        ('<meta name="epoch-publish-date" content="1772582400000">', None),
        ("", "https://halden.example/2026/03/04/flood"),
        ("", "https://halden.example/news/20260304-flood.html"),
    ],
)
def test_the_day_is_read_where_only_an_odd_name_or_the_address_has_it(
    head: str, url: str | None
) -> None:
    later = '<meta name="article_date_updated" content="2026-03-09">'
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS["en"])
    page = f"<html><head>{later}{head}</head><body><article>{body}</article></body></html>"
    published = parse_page(page.encode(), url).published
    assert published
    assert published.date().isoformat() == "2026-03-04"
