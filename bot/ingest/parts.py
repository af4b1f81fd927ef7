"""the XML of a feed -> the same with its parts closed."""

import re

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
