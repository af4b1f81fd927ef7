"""HTML tree -> the same, set so that the extractor finds the paragraphs of its article."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from bot.ingest.characters import is_same
from bot.ingest.paragraphs import ends_sentence
from bot.ingest.shown import read_line

SET_IN_CELL = 3  # paragraphs, or breaks between them
OWN_ELEMENTS = (  # AMP's are known to the extractor
    "/html/body//*[contains(name(), '-')][not(starts-with(name(), 'amp-'))]"
    " | /html/body//span[contains(translate(@style, ' ', ''), 'display:block')]"
)
BESIDE_BARE = (
    "/html/body/descendant-or-self::*[self::div or self::body or self::section][count(p) > 1]"
)
INLINE = frozenset(
    {
        *("a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span"),
        *("strong", "sub", "sup", "time", "u"),
    }
)
SHORTEST_BARE = 60  # characters of bare text that is a paragraph
MOST_HEADINGS = 10  # of an article that are looked at for its headline
SHORTEST_MAIN = 600  # characters of an article beside which others are teasers, or the next one


def set_layout(tree: Any, title: str) -> None:
    """Change a page (an lxml tree): what it shows as paragraphs becomes such, what it shows of
    other articles than that of this title goes.

    >>> from trafilatura import load_html
    >>> bare = "The river rose by two metres in Halden on Monday, the county said."
    >>> page = load_html(f"<html><body><div>{bare}<p>It</p>7<p>fell.</p></div></body></html>")
    >>> set_layout(page, "")
    >>> [paragraph.text == bare for paragraph in page.iter("p")], page.xpath("//text()")[2]
    ([True, False, False], '7')
    """
    _unset_tables(tree)
    _set_own_elements(tree)
    for element in tree.xpath(BESIDE_BARE):
        _set_bare_text(element)
    _drop_others(list(tree.iter("article")), title)


def _unset_tables(tree: Any) -> None:
    """Make parts of the tables in which a page is set, that its paragraphs stay apart."""
    for cell in list(tree.iter("td")):
        if len(cell.findall("p")) + len(cell.findall("br")) >= SET_IN_CELL:
            for element in (cell, *cell.iterancestors("table", "tbody", "tr", "td")):
                element.tag = "div"


def _set_own_elements(tree: Any) -> None:
    """Make parts and spans of the elements that a site has made up, as browsers show them."""
    for element in tree.xpath(OWN_ELEMENTS):
        before = element.getprevious()
        around = (before.tail if before is not None else element.getparent().text, element.tail)
        is_inline = any(text and not text.isspace() for text in around)
        element.tag = "span" if is_inline else "div"


def _set_bare_text(element: Any) -> None:
    """Make paragraphs of the text that stands between the paragraphs of an element, as bare."""
    run: list[Any] = []  # elements in a line, the text behind each with it
    before: Any = None  # the part behind which the line begins; None: at the very beginning
    for child in (*list(element), None):
        if child is not None and child.tag in INLINE:
            run.append(child)
            continue
        text = (element.text if before is None else before.tail) or ""
        words = text + "".join("".join(one.itertext()) + (one.tail or "") for one in run)
        if len(words.strip()) >= SHORTEST_BARE and ends_sentence(words.strip()):
            paragraph = element.makeelement("p")
            paragraph.text = text
            if before is None:
                element.text = None
                element.insert(0, paragraph)
            else:
                before.tail = None
                before.addnext(paragraph)
            paragraph.extend(run)
        run, before = [], child


def _drop_others(articles: Iterable[Any], title: str) -> None:
    """Take out the articles beside the one that has the headline, where that one is whole."""
    found = list(articles)
    main = next((one for one in found if _has_headline(one, title)), None)
    if len(found) < 2 or main is None or len("".join(main.itertext())) < SHORTEST_MAIN:
        return
    kin = {main, *main.iterancestors(), *main.iterdescendants()}
    for other in found:
        if other not in kin and other.getparent() is not None:
            other.drop_tree()


def _has_headline(article: Any, title: str) -> bool:
    headings = islice(article.iter("h1"), MOST_HEADINGS)
    return any(is_same(read_line(heading), title) for heading in headings)
