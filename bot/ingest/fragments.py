"""HTML in a feed -> plain text; and whether it carries a whole article."""

import html
import re

PIECE = re.compile(
    r"""
    < (?:
        (?P<close>/?) (?P<name>[a-z][\w:-]*+)         # a tag
        [^<>=]*+ (?: = (?: "[^"]{0,2000}+" | '[^']{0,2000}+' )?+ [^<>=]*+ )*+ >
      | !-- (?: (?s:.*?) --> | (?s:.*) )             # a comment
      | !doctype [^<>]* > | !\[CDATA\[               # marks of no meaning here
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "head"})
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
SHORTEST_ARTICLE = 600  # characters; teasers are rarely longer
SHORTEST_DESCRIPTION = 1500  # of what is meant to be a teaser but may be all there is
CUT_OFF = re.compile(
    r"""
    (?: … | \.\.\. | [\[(] \s* (?: more \s* )? (?: … | \.{3} | \+ ) \s* [\])]  # [...] (more…)
      | (?: read \s (?: more | the \s (?:full|rest|whole) [\w\s]{0,20} | on )
          | (?:continue|keep) \s reading [\w\s'’“”"-]{0,120}
          | click \s here [\w\s]{0,20} | (?:view \s the \s)? full \s (?:story|article)
          | to \s read \s the \s (?:full|rest|whole) [\w\s]{0,30} (?: , \s subscribe [\w\s]{0,30} )?
          | weiterlesen | mehr \s (?:lesen|dazu)
          | (?:den|zum) \s (?:ganzen|vollständigen|kompletten) \s (?:artikel|beitrag) (?:\s lesen)?
          | lire \s (?:la \s suite | l['’] article) | en \s savoir \s plus
          | seguir \s leyendo | leer \s (?:más | el \s artículo \s completo)
        )
        (?: \s (?:on|at|in|from|via|auf|bei|sur|dans|en) \s              # the name of the site
            (?: [^.!?:]{1,60} | [\w-]+(?:\.[\w-]+)+ )
        )?
        [\s.:…»>→\])]*
    ) \s* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
SYNDICATED = re.compile(  # what blogs add to each entry of their feed
    r"""
    (?: the \s post \s .{1,200} \s (?:appeared \s first|first \s appeared) \s on
      | der \s beitrag \s .{1,200} \s erschien \s zuerst \s auf
      | l['’]article \s .{1,200} \s est \s apparu \s en \s premier \s sur
      | la \s entrada \s .{1,200} \s (?:se \s publicó \s primero|aparece \s primero) \s en
    ) \s .{1,100} \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
ESCAPED = re.compile(
    r"&lt;/(?:p|div|a|b|i|em|strong|span|ul|ol|li|h\d|td)&gt;|&lt;br ?/?&gt;", re.I
)
LETTER = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});", re.IGNORECASE)
MARKED = re.compile(r"<(b|i|em|strong|u|s|span|sub|sup|a|q|cite|small|font)\b[^<>]*>.*?</\1>", re.I)
LONG_TITLE = 2_000  # characters


def plain_text(fragment: str) -> str:
    """The words of a piece of HTML, on one line.

    >>> plain_text("<p>The <b>t</b>ide rose.</p><p>It fell &amp; rose.</p><script>x()</script>")
    'The tide rose. It fell & rose.'
    >>> plain_text("The <img alt='5 > 3 <br>' src=tide.png>tide rose.")
    'The tide rose.'

    What is no tag stays, but for the marks of XML that a site wrote as letters.

    >>> plain_text("3 < 4 and 5 > 4"), plain_text("<![CDATA[Tide]]>")
    ('3 < 4 and 5 > 4', 'Tide')
    """
    kept: list[str] = []
    at, unseen = 0, None  # where we are; the tag whose content nobody sees
    for piece in PIECE.finditer(fragment):
        if unseen is None:
            kept.append(fragment[at : piece.start()])
        at = piece.end()
        name = (piece["name"] or "").lower()
        if unseen is not None:
            unseen = None if piece["close"] and name == unseen else unseen
        elif name in UNSEEN and not piece["close"] and not piece[0].endswith("/>"):
            unseen = name
        elif name and name not in INLINE:
            kept.append(" ")
    if unseen is None:
        kept.append(fragment[at:])
    return one_line(html.unescape("".join(kept).replace("]]>", "")))


def plain_title(title: str, *, is_plain: bool = False) -> str:
    """A title as a reader is to see it: HTML, or plain text in which a site left some of it.

    >>> plain_title("Q&amp;amp;A: <b>Tide</b>"), plain_title("Tide &amp;#8211; <i>live</i>")
    ('Q&A: Tide', 'Tide – live')
    >>> plain_title("The <b> tag", is_plain=True), plain_title("<i>Tide</i> &amp; 7", is_plain=True)
    ('The <b> tag', 'Tide & 7')
    """
    is_plain = is_plain and not MARKED.search(title[:LONG_TITLE])
    words = one_line(title) if is_plain else plain_text(title)
    return LETTER.sub(lambda letter: html.unescape(letter[0]), words)


def unescape_html(fragment: str) -> str:
    """HTML as it was meant that was escaped once too often: it has tags, but only as letters.

    >>> unescape_html("&lt;p&gt;It rose.&lt;/p&gt;"), unescape_html("<p>Use &lt;p&gt;.</p>")
    ('<p>It rose.</p>', '<p>Use &lt;p&gt;.</p>')
    """
    if "&lt;" in fragment and ESCAPED.search(fragment) and not PIECE.search(fragment):
        return html.unescape(fragment)
    return fragment


def one_line(text: str) -> str:
    """The text with every run of white space a single space.

    >>> one_line(" The\\n tide ")
    'The tide'
    """
    return " ".join(text.split())


def carries_article(words: str, shortest: int = SHORTEST_ARTICLE) -> bool:
    """Whether the words of a feed's HTML look like a whole article, not its first lines.

    >>> carries_article("The tide rose in Halden. " * 40)
    True
    >>> carries_article("The tide rose in Halden. " * 40 + "Continue reading Tide")
    False
    >>> blog = "It fell […] The post Tide appeared first on Halden Post."
    >>> carries_article("The tide rose in Halden. " * 40 + blog)
    False
    """
    if len(words) < shortest:
        return False
    end = SYNDICATED.sub("", words[-600:]).rstrip()
    return not CUT_OFF.search(end[-200:])
