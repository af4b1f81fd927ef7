"""the XML of a feed -> the same with none of its parts named as another.

feedparser takes the words of a picture for those of the article, the title in Dublin Core for the
title where both are given, and an id for an address; it knows parts by their standard names only.
"""

import re
from itertools import pairwise

from bot.ingest.newest import TIME, find_items

CAPTION = r"<\1media:caption"
OF_MEDIA = re.compile(r"<(/?)media:(?:title|description|text)(?=[\s/>])", re.IGNORECASE)
DESCRIPTION = re.compile(r"<(/?)media:description(?=[\s/>])", re.IGNORECASE)
DUBLIN = re.compile(r"<(/?)dc:title(?=[\s/>])")
OTHER_TITLE = re.compile(r"<(/?)(?:media|itunes):title(?=[\s/>])", re.IGNORECASE)
ID = re.compile(r"<(/?)((?:\w+:)?)id(?=[\s/>])", re.IGNORECASE)
TITLE = re.compile(r"<(?:atom:|a:|rss:)?title[\s>]", re.IGNORECASE)
WORDS = re.compile(
    r"""
    < (?:atom:|a:|rss:|content:|itunes:)? (?:description|summary|content|encoded)
    (?: \s [^<>]* )? (?<!/) >
    """,
    re.VERBOSE | re.IGNORECASE,
)
EMPTY = re.compile(
    r"""
    < (title | description | summary | content:encoded) (?: \s [^<>]* )?
    (?: /> | (?<!/) > \s*+ (?: <!\[CDATA\[ \s*+ \]\]> \s*+ )? </ \1 \s* > )
    """,
    re.VERBOSE | re.IGNORECASE,
)
OF_PICTURE = re.compile(r"""(?:medium|type)\s*=\s*["']image""", re.IGNORECASE)
TYPED = re.compile(r"""(<\w+:date)\s+(?:rdf:datatype|xsi:type)\s*=\s*["'][^"'<>]*["'](?=\s*>)""")
OF_ATOM = re.compile(r"<(/?)(?:atom|a)\d*:(?=[a-z])")
ATOM = "http://www.w3.org/2005/Atom"
OTHER_NAMES = (  # a part, how one knows that it is there, how else it is called
    (
        "pubDate",
        TIME,
        r"(?:\w+:)?(?:publi(?:shed|cation|sh)_?date|pub_date|date_?published|timestamp)",
    ),
    ("author", re.compile(r"<(?:(?:\w+:)?author|\w+:creator)[\s>]", re.I), r"creator|byline"),
    ("title", TITLE, r"headline"),
    ("fullitem", re.compile(r"<(?:content|fullitem)[\s:>]", re.I), r"(?:\w+:)?full-?text|encoded"),
)
OTHER_NAME = re.compile(rf"</(?:{'|'.join(other for *_, other in OTHER_NAMES)})\s*>", re.IGNORECASE)

UNKNOWN = re.compile(  # CDATA, or a tag that no feed needs
    r"""
    (?P<whole> <!\[CDATA\[ .*? (?: \]\]> | \Z ) )
    | < textinput [\s>] .{0,2000}? </textinput\s*>
    | </? (?! (?: \w+: )? (?: rss | feed | rdf | channel | item | entry | title | link | guid | id
          | description | summary | content | encoded | pubDate | published | updated | date
          | issued | author | creator | name | language | enclosure ) [\s/>] ) [a-z] [^<>]* >
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def keep_known(xml: str) -> str:
    """The same feed with nothing but the parts that are read: feedparser stumbles over others.

    >>> keep_known("<item><gml:pos>1 2</gml:pos><title><![CDATA[<b>Tide</b>]]></title></item>")
    '<item>1 2<title><![CDATA[<b>Tide</b>]]></title></item>'
    """
    return UNKNOWN.sub(lambda found: found["whole"] or "", xml)


def name_parts(xml: str) -> str:
    """The same feed, with what it names otherwise than the standards do named as they do.

    What stands on a picture or a film serves where an item says nothing else.

    >>> name_parts("<title>Tide</title><dc:title>T</dc:title><media:title/><id>7</id>")
    '<title>Tide</title><media:caption>T</media:caption><media:caption/><guid \
isPermaLink="false">7</guid>'
    >>> name_parts("<dc:title>Tide</dc:title>")
    '<dc:title>Tide</dc:title>'
    >>> name_parts("<item><title/><media:title>Tide</media:title></item>")
    '<item><title>Tide</title></item>'
    >>> name_parts("<item><creator>Mara Lind</creator></item>")
    '<item><author>Mara Lind</author></item>'
    """
    xml = ID.sub(_name_id, xml)
    if "<atom:" in xml or "<a10:" in xml:
        xml = xml if ATOM in xml else OF_ATOM.sub(r"<\1", xml)
    if ":date " in xml:
        xml = TYPED.sub(r"\1", xml)
    is_odd = any(name in xml for name in ("media:", "itunes:title", "dc:title"))
    if not is_odd and not OTHER_NAME.search(xml):
        return xml
    places = find_items(xml)
    edges = (0, *(edge for place in places for edge in place), len(xml))
    parts = [xml[start:end] for start, end in pairwise(edges)]
    return "".join(_name_in(part, is_item=number % 2 == 1) for number, part in enumerate(parts))


def _name_id(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{tag[2]}guid" + ("" if tag[1] else ' isPermaLink="false"')


def _name_in(part: str, *, is_item: bool) -> str:
    """A part of a feed, an item or what stands between two, with its parts named."""
    if is_item:
        part = _name_others(EMPTY.sub("", part))
    if TITLE.search(part):
        part = DUBLIN.sub(CAPTION, part)
    elif is_item and not DUBLIN.search(part):
        part = OTHER_TITLE.sub(r"<\1title", part, count=2)
    if is_item and not WORDS.search(part) and not OF_PICTURE.search(part):
        part = DESCRIPTION.sub(r"<\1description", part, count=2)
    return OF_MEDIA.sub(CAPTION, part)


def _name_others(item: str) -> str:
    """An item with those of its parts renamed that it has under another name only.

    >>> _name_others("<pub_date>1 Mar 2026</pub_date>")
    '<pubDate>1 Mar 2026</pubDate>'
    >>> _name_others("<pubDate>1 Mar 2026</pubDate><timestamp>7</timestamp>")
    '<pubDate>1 Mar 2026</pubDate><timestamp>7</timestamp>'
    """
    for name, known, other in OTHER_NAMES:
        if not known.search(item):
            item = re.sub(rf"<(/?)(?:{other})(?=[\s/>])", rf"<\1{name}", item, flags=re.IGNORECASE)
    return item
