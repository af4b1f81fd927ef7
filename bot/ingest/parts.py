"""the XML of a feed -> the same with its parts closed, and none named as another."""

import re
from itertools import pairwise

from bot.ingest.newest import find_items

PARTS = r"""(?: title | link | guid | id | pubDate | description | summary | content (?: :encoded )?
    | published | updated | issued | modified | created | author | category | comments | enclosure
    | source | language | image | item | entry | dc:\w+ | media:\w+ | itunes:\w+ )"""
OPEN = re.compile(  # the words of a part, and then no closing tag of it
    rf"""
    < (?P<name> title | link | guid | id | pubDate | published | updated | issued | modified
        | dc:date | dc:creator | dc:title ) (?: \s [^<>]* )? (?<! / ) >
    (?: [^<]++ | <!\[CDATA\[ (?: (?! \]\]> | <!\[CDATA\[ ) . )*+ \]\]> )++
    (?: </ (?! (?P=name) [\s>] ) (?! {PARTS} \s* > | (?: channel | feed | rss ) > ) [\w:]+ \s* >
      | (?= </? {PARTS} [\s/>] ) (?! </ (?P=name) [\s>] ) )
    """,
    re.VERBOSE | re.DOTALL,
)
LAST_TAG = re.compile(r"<([a-z][\w:.-]*)[^<>]*>\s*$", re.IGNORECASE)
LONGEST_TAG = 500  # characters
EMPTY_LINK = re.compile(r"<link\s*/>\s*(https?://[^\s<>]+)\s*(?=<(?!/link))")
CAPTION = r"<\1media:caption"
OF_MEDIA = re.compile(r"<(/?)media:(?:title|description|text)(?=[\s/>])", re.IGNORECASE)
DESCRIPTION = re.compile(r"<(/?)media:description(?=[\s/>])", re.IGNORECASE)
DUBLIN = re.compile(r"<(/?)dc:title(?=[\s/>])")
OTHER_TITLE = re.compile(r"<(/?)(?:media|itunes):title(?=[\s/>])", re.IGNORECASE)
ID = re.compile(r"<(/?)((?:\w+:)?)id(?=[\s/>])", re.IGNORECASE)
TITLE = re.compile(r"<(?:atom:|a:|rss:)?title[\s>]", re.IGNORECASE)
WORDS = re.compile(
    r"<(?:atom:|a:|rss:|content:|itunes:)?(?:description|summary|content|encoded)[\s>]",
    re.IGNORECASE,
)
OF_PICTURE = re.compile(r"""(?:medium|type)\s*=\s*["']image""", re.IGNORECASE)


def close_parts(xml: str) -> str:
    """The same feed, with the parts closed that hold nothing but words.

    >>> close_parts("<title>Tide<link>https://harbour.example/</link>")
    '<title>Tide</title><link>https://harbour.example/</link>'
    >>> close_parts("<title>Tide</titel><id>7</id>"), close_parts("<title>A <b>tide</b></title>")
    ('<title>Tide</title><id>7</id>', '<title>A <b>tide</b></title>')
    >>> close_parts("<link/>https://harbour.example/<guid>7</guid>")
    '<link>https://harbour.example/</link><guid>7</guid>'
    """
    cut_off = xml.rfind("<![CDATA[")
    if cut_off > xml.rfind("]]>"):
        holder = LAST_TAG.search(xml, max(0, cut_off - LONGEST_TAG), cut_off)
        xml += f"]]></{holder[1]}>" if holder else "]]>"
    return EMPTY_LINK.sub(r"<link>\1</link>", OPEN.sub(_close, xml))


def _close(part: re.Match[str]) -> str:
    words, mark, _ = part[0].rpartition("</")
    is_closed = mark and part[0].endswith(">") and not part[0].endswith("]]>")
    return f"{words if is_closed else part[0]}</{part['name']}>"


def name_parts(xml: str) -> str:
    """The same feed, with the titles of pictures named otherwise than those of its articles.

    feedparser takes the words of a picture for those of the article, the title in Dublin Core for
    the title where both are given, and an id for an address. What stands on a picture or a film
    serves where an item says nothing else.

    >>> name_parts("<title>Tide</title><dc:title>T</dc:title><media:title/><id>7</id>")
    '<title>Tide</title><media:caption>T</media:caption><media:caption/><guid \
isPermaLink="false">7</guid>'
    >>> name_parts("<dc:title>Tide</dc:title>")
    '<dc:title>Tide</dc:title>'
    >>> name_parts("<item><media:title>Tide</media:title></item>")
    '<item><title>Tide</title></item>'
    """
    xml = ID.sub(_name_id, xml)
    if not ("media:" in xml or "itunes:title" in xml or "dc:title" in xml):
        return xml
    places = find_items(xml)
    edges = (0, *(edge for place in places for edge in place), len(xml))
    parts = [xml[start:end] for start, end in pairwise(edges)]
    return "".join(_name_in(part, is_item=number % 2 == 1) for number, part in enumerate(parts))


def _name_id(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{tag[2]}guid" + ("" if tag[1] else ' isPermaLink="false"')


def _name_in(part: str, *, is_item: bool) -> str:
    """A part of a feed, an item or what stands between two, with its other titles renamed."""
    if TITLE.search(part):
        part = DUBLIN.sub(CAPTION, part)
    elif is_item and not DUBLIN.search(part):
        part = OTHER_TITLE.sub(r"<\1title", part, count=2)
    if is_item and not WORDS.search(part) and not OF_PICTURE.search(part):
        part = DESCRIPTION.sub(r"<\1description", part, count=2)
    return OF_MEDIA.sub(CAPTION, part)
