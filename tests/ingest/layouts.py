"""Our own articles, set as the pages of outlets are: what is read there has to be the article."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from itertools import product

from bot.ingest.extract import parse_text
from bot.model import Article
from tests.gold import SEEDS

NAMES = (
    *("bruecke-gesperrt", "criee-rachetee", "embalse-almedra", "court-paper-shellfish"),
    *("flood-1-first-night", "health-walking-lessons", "markets-port-warning", "library-ladders"),
)
AROUND = {  # what an outlet sets around an article, by language
    "en": (
        *("Sign up to our morning newsletter and never miss a story", "Read more: Ferry runs late"),
        *("By Mara Lind, chief reporter", "Published 14 September 2026, 12:30 BST", "3 min read"),
        *("The quay on Monday. Photograph: Tor Ek/Halden Post", "Share", "Advertisement"),
        *("This story has been updated.", "Follow us on WhatsApp", "All rights reserved."),
    ),
    "de": (
        *("Melden Sie sich für unseren Newsletter an", "Lesen Sie auch: Fähre kommt zu spät"),
        *("Von Mara Lind, Halden", "Stand: 14.09.2026, 12:30 Uhr", "Lesezeit: 3 Min"),
        *("Der Kai am Montag. Foto: Tor Ek/dpa", "Teilen", "Anzeige"),
        *("Dieser Artikel wurde aktualisiert.", "Folgen Sie uns auf WhatsApp"),
    ),
    "fr": (
        *("Inscrivez-vous à notre newsletter du matin", "À lire aussi : le bac est en retard"),
        *("Par Mara Lind", "Publié le 14 septembre 2026 à 12h30", "Temps de lecture : 3 min"),
        *("Le quai, lundi. Photo : Tor Ek/AFP", "Partager", "Publicité"),
        *("Cet article a été mis à jour.", "Suivez-nous sur WhatsApp"),
    ),
    "es": (
        *("Suscríbete a nuestro boletín de la mañana", "Lee también: el transbordador tarda"),
        *("Por Mara Lind", "Publicado el 14 de septiembre de 2026, 12:30", "3 min de lectura"),
        *("El muelle, el lunes. Foto: Tor Ek/EFE", "Compartir", "Publicidad"),
        *("Esta noticia ha sido actualizada.", "Síguenos en WhatsApp"),
    ),
}
LANGUAGES = {"bruecke-gesperrt": "de", "criee-rachetee": "fr", "embalse-almedra": "es"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be read, and the article that stands on it."""

    name: str
    html: str
    article: Article
    around: tuple[str, ...]


def make_sheets() -> tuple[Sheet, ...]:
    """Each of our articles in each layout."""
    return tuple(
        _make_sheet(name, layout) for name, layout in product(NAMES, (plain, hashed, cards, old))
    )


def measure(wanted: str, found: str) -> float:
    """F1 of the runs of four words, as the article extraction benchmark counts them."""
    one, other = _runs(wanted), _runs(found)
    shared = (one & other).total()
    return 2 * shared / max(1, one.total() + other.total())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def _make_sheet(name: str, layout: "Layout") -> Sheet:
    article = parse_text((SEEDS / "articles" / f"{name}.txt").read_bytes(), name)
    around = AROUND[LANGUAGES.get(name, "en")]
    paragraphs = [f"<p>{escape(text)}</p>" for text in article.text.split("\n\n")]
    return Sheet(f"{name}-{layout.__name__}", layout(article, paragraphs, around), article, around)


Layout = Callable[[Article, list[str], tuple[str, ...]], str]


def plain(article: Article, paragraphs: list[str], around: tuple[str, ...]) -> str:
    """Names that say what they name; what is not the article stands inside it."""
    offer, link, byline, date, minutes, caption, share, advert, *end = around
    middle = len(paragraphs) // 2
    return _page(
        article,
        f"""<article><h1>{escape(article.title)}</h1>
        <p class="standfirst">{_standfirst(article)}</p>
        <div class="byline">{byline}</div><time>{date}</time><span>{minutes}</span>
        <figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>
        {"".join(paragraphs[:middle])}<aside class="newsletter"><p>{offer}</p></aside>
        <p>{link.partition(":")[0]}: <a href="/b">{link.partition(":")[2]}</a></p>
        <div class="ad">{advert}</div>{"".join(paragraphs[middle:])}
        <button>{share}</button>{"".join(f"<p>{line}</p>" for line in end)}</article>""",
    )


def hashed(article: Article, paragraphs: list[str], around: tuple[str, ...]) -> str:
    """Names without a meaning, a paragraph a div: only the words tell."""
    first, *rest = (one.replace("<p>", '<p class="css-1a2b">') for one in paragraphs)
    _, link, byline, date, minutes, caption, share, advert, *end = around
    lines = "".join(
        f'<div class="css-9"><p class="css-1a2b">{line}</p></div>' for line in rest[:-1]
    )
    said = "".join(
        f'<div class="css-8"><p class="css-1a2b">{line}</p></div>' for line in (link, advert)
    )
    return _page(
        article,
        f"""<main class="css-0"><h1 class="css-7">{escape(article.title)}</h1>
        <p class="css-6">{byline}</p><p class="css-6">{date}</p><p class="css-6">{minutes}</p>
        {first}<p class="css-5">{caption}</p>{said}{lines}{rest[-1]}
        <p class="css-4">{share}</p>{"".join(f"<p>{line}</p>" for line in end)}</main>""",
    )


def cards(article: Article, paragraphs: list[str], around: tuple[str, ...]) -> str:
    """An article above cards of other stories, an offer in its middle."""
    offer, *_, share, advert = around[:8]
    card = "<li class='card'><a href='/c'><h3>Ferry runs late again</h3><p>It was the fog.</p></a>"
    middle = len(paragraphs) // 3
    return _page(
        article,
        f"""<div class="wrap"><div class="story-body"><h1>{escape(article.title)}</h1>
        <div class="c-share">{share}</div>{"".join(paragraphs[:middle])}
        <div class="box"><h4>{offer}</h4><form><input type="email"><button>OK</button></form></div>
        <p>{advert}</p>{"".join(paragraphs[middle:])}</div><ul>{card * 9}</ul></div>""",
    )


def old(article: Article, paragraphs: list[str], around: tuple[str, ...]) -> str:
    """A table, and breaks for paragraphs."""
    _, _, byline, date, _, caption, *_ = around
    text = "<br><br>".join(one.removeprefix("<p>").removesuffix("</p>") for one in paragraphs)
    menu = "".join(f"<tr><td><a href='/{n}'>Part {n}</a></td></tr>" for n in range(20))
    return _page(
        article,
        f"""<table><tr><td><table>{menu}</table></td><td><h1>{escape(article.title)}</h1>
        {byline}<br>{date}<br><br><img src="a.jpg"><br><i>{caption}</i><br><br>{text}
        </td></tr></table>""",
    )


def _page(article: Article, body: str) -> str:
    said = {"@type": "NewsArticle", "headline": article.title, "author": {"name": "Mara Lind"}}
    return f"""<!doctype html><html><head><title>{escape(article.title)} | Halden Post</title>
    <meta property="og:site_name" content="Halden Post">
    <script type="application/ld+json">{json.dumps(said)}</script></head><body>
    <header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>{body}
    <footer><p>© Halden Post</p><a href="/imprint">Imprint</a></footer></body></html>"""


def _standfirst(article: Article) -> str:
    return escape(article.standfirst or "The short of it.")
