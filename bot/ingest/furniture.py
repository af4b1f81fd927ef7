"""line -> what it is, where it is not the article: reading time, byline, credit, notice ...

Every rule is about a whole line or paragraph. A line in doubt is the article's: a credit that stays
costs less than a sentence that goes.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from bot.ingest.bylines import is_byline
from bot.ingest.characters import fold
from bot.ingest.credits import is_credit
from bot.ingest.fragments import SYNDICATED
from bot.ingest.lexicon import read_choice, read_words
from bot.ingest.paragraphs import ends_sentence


class Furniture(StrEnum):
    """What a line is that is not the article."""

    READING_TIME = "reading time"
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"  # of a picture, or its caption
    BUTTON = "button"
    LINK = "link"  # to another story
    INVITATION = "invitation"  # to subscribe, to follow, to share
    NOTICE = "notice"  # of cookies, of copyright
    ADDRESS = "address"  # of a page, a mailbox, an account
    RULE = "rule"  # a line of dashes or stars


SPEECH = re.compile(r"""["“„«»'‘‚]""")
READING_TIME = re.compile(
    r"""
      (?: (?:estimated\s|average\s)? (?:read(?:ing)?\stime|time\sto\sread|lesezeit|lesedauer
          |temps\sde\slecture|durée\sde\slecture|lecture|tiempo\sde\slectura|lectura
          |tempo\sd[ie]\slett?ura|leestijd|lästid|czas\sczytania|время\sчтения|وقت\sالقراءة
          |阅读时间|閱讀時間) :? \s* )?
      (?: ca\.?\s | about\s | environ\s | unos\s | lecture\s(?:de\s)? | lectura\sde\s | [约約] )?
      \d{1,3} \s* -? \s* (?: min\w{0,5} | мин(?:ут\w?)? | دقائق | دقيقة | 分钟 | 分鐘 ) \.?
      (?: \s* (?:read|reading|read\stime|to\sread|watch|listen|lesezeit|lesedauer|zum\slesen
          |de\slecture|lecture|de\slectura|lectura|de\sleitura|di\slettura|leestijd|lästid
          |czytania|чтения) )?
      (?: \s* [·|•,-] .{0,40} )?                       # and the date, or a button
    """,
    re.VERBOSE,
)
CLOCK = re.compile(  # a time or a year: a day alone ("Am 4.") begins many a sentence
    r"\d{1,2}\s?[:.h]\s?\d\d\b|\d\s?(?:h|uhr)\b|\b(?:19|20)\d\d\b|\d.*\bago\b|\b(?:hace|vor) \d"
)
ADDRESS = re.compile(
    r"""
      (?: https?:// | www\. | pic\.twitter\.com/ ) \S+      # a page
    | [\w.+-]+ @ [\w-]+ (?:\.[\w-]+)+                        # a mailbox
    | (?: (?:twitter|x|instagram|facebook|bluesky|mastodon|threads|tiktok|email|e-mail) : \s* )?
      @ [\w.@-]+ (?: \s+ (?:on|auf|sur|en) \s+ \w+ )?        # an account
    | (?:twitter|instagram|facebook|bluesky|email|e-mail) : \s* \S+ (?: \s \S+ )?
    | (?: \# \w+ \s* )+                                      # hashtags
    """,
    re.VERBOSE | re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))\s?(?:©\s?)?(?:\d{4}|by\b).*|.{0,120}\ball rights reserved\b.{0,80}"
)
BRACKETED = re.compile(r"\[ (?! \s* … | \.\.\. ) [^\[\]]{10,} [^\[\].!?…\s] \s* \]", re.VERBOSE)
COMMENTED = re.compile(
    r"[^.!:]{3,160}\?.{0,120}\b(?:comment|kommentar|comentári|comentario|reactie|коммента)\w*\b.{0,30}"
)
PRICE = re.compile(
    r"""
    (?=.* (?: [€$£] \s? \d | \d \s? (?: € | euro | zł | kr | рубл ) ))
    .{0,90} \b (?: month | week | year | monat | woche | jahr | mois | semaine | an | mes | semana
        | año | mês | ano | mese | anno | maand | jaar | miesiąc | rok | månad | месяц | год ) \b
    .{0,20}
    """,
    re.VERBOSE,
)
QUESTION = re.compile(
    r"[^.!?:]{5,120}\?\s.{0,160}\s[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)  # "News? Write to"
CONTRIBUTION = re.compile(
    r"(?:[^.!?]|\.(?=[,\w])){2,250}\bcontributed (?:reporting )?to this (?:report|story|article)"
)
FOLLOWING = re.compile(
    r"""
      (?:follow|find|like|join|get)\s.{2,60}\son\s
      (?:twitter|x|facebook|instagram|bluesky|mastodon|linkedin|tiktok)\b.*
    | (?:follow|join|folgen\ssie|folge|abonnieren\ssie|suivez|rejoignez|sigue|síguenos|únete|segui
        |siga|volg|obserwuj|följ|подписывайтесь\sна)\s.{0,40}\b(?:whatsapp|telegram|viber|threads)\b.*
    | (?:get|join|try|receive)\s.{0,60}\bnewsletters?\b.*
    | (?:get|have|receive)\s.{0,99}\b(?:by\se-?mail|(?:in|to|into)\syour\s(?:in-?box|e-?mail))\b.*
    | (?:.{2,60}[:!?]\s)?subscribe\s(?:for|now|today|here)\b.{0,60}
    """,
    re.VERBOSE,
)
INITIALS = re.compile(
    rf"\((?:end|ends|[^\W\d_]{{2,4}}(?:\s?[/,]\s?[^\W\d_]{{2,5}}){{0,3}})\)"
    rf"|[^\W\d_]{{2,4}}/{read_choice('agencies')}"
)
DEVELOPING = re.compile(
    r"""
      this\s(?:is\sa\s)?(?:breaking|developing)\s(?:news\s)?story\b.*
    | this\s(?:story|article|page)\s(?:is\sdeveloping|is\sbeing\supdated|will\sbe\supdated).*
    | more\s(?:details\s)?to\sfollow
    """,
    re.VERBOSE,
)
COUNT = re.compile(
    r"""
      \d{1,3}                                             # what a button was pressed
    | \d[\d.,]*[km]? \s
      (?: comments? | shares? | followers | kommentare? | commentaires? | comentarios? )
    """,
    re.VERBOSE,
)
ROW = re.compile(r"\s*[|·•]\s*")
PARTS_OF_ROW, LONGEST_ROW = 6, 160
WORDS_OF_SECTION, WORDS_OF_OFFER = 3, 14
BUTTONS_IN_A_ROW = re.compile(r"\s*[|·•>/]\s*")


def find_furniture(line: str) -> Furniture | None:
    """What a line is that is not the article; None for a line of the article.

    >>> find_furniture("2 min read"), find_furniture("By Mara Lind in Halden")
    (<Furniture.READING_TIME: 'reading time'>, <Furniture.BYLINE: 'byline'>)
    >>> find_furniture("Read more: Halden counts its dead").value
    'link'
    >>> find_furniture("By Monday the river had fallen.") is None
    True
    """
    folded = fold(line)
    if not any(character.isalnum() for character in folded):
        return Furniture.RULE
    for kind, is_kind in WAYS:
        if is_kind(line, folded):
            return kind
    return None


def is_date(line: str, folded: str) -> bool:
    """Whether a line gives nothing but when something was published.

    >>> line = "Published: Mon 14 Sep 2026, 12:30 BST"
    >>> is_date(line, line.casefold()), is_date("In May 2026", "in may 2026")
    (True, False)
    >>> is_date("Am Freitag, den 4.", "am freitag, den 4.")
    False
    """
    if len(folded) > 100 or not CLOCK.search(folded):
        return False
    words = re.findall(r"[^\W\d_]+", folded)
    return all(word in read_words("dates") for word in words)


def is_button(line: str, folded: str) -> bool:
    """Whether a line is a button or a row of them.

    >>> is_button("Share", "share"), is_button("Home | Sport | Arts", "home | sport | arts")
    (True, True)
    >>> is_button("12", "12"), is_button("2.1K followers", "2.1k followers")
    (True, True)
    >>> is_button("Share prices", "share prices")
    False
    """
    if len(folded) > 100:
        return False
    if COUNT.fullmatch(folded):
        return True
    parts = BUTTONS_IN_A_ROW.split(folded.rstrip(" .:!"))
    known = [part for part in parts if part in read_words("buttons")]
    menu = len(parts) > 2 and all(part.count(" ") < 3 for part in parts) and len(known) > 0
    return menu or len(known) == len(parts)


def _opens_with(name: str, words: int, sentences: bool = True) -> Callable[[str, str], bool]:
    """A test whether a line of at most so many words begins as an entry of this list does.

    Without ``sentences``, a line that ends as a sentence does is none.
    """
    opening = re.compile(read_choice(name) + r"(?!\w)")

    def is_kind(line: str, folded: str) -> bool:
        # an entry with a colon may also be a heading of its own, without it
        if SPEECH.match(line) or not opening.match(f"{folded}:"):
            return False
        return folded.count(" ") < words and (sentences or not ends_sentence(line))

    return is_kind


def is_offer(line: str, folded: str) -> bool:
    """Whether a line, no sentence, says what a subscription costs.

    >>> is_offer("Subscribe from £1 a week", "subscribe from £1 a week")
    True
    >>> is_offer("It costs £1 a week.", "it costs £1 a week.")
    False
    """
    short = folded.count(" ") < WORDS_OF_OFFER
    return short and not ends_sentence(line) and PRICE.fullmatch(folded) is not None


def is_row(line: str) -> bool:
    """Whether a line is a row of byline, date and the name of a section.

    >>> is_row("News | Published 4 March 2026 | By Mara Lind"), is_row("News | Sport | Arts")
    (True, False)
    """
    parts = [part for part in ROW.split(line[: LONGEST_ROW + 1]) if part.strip()]
    if not 1 < len(parts) <= PARTS_OF_ROW or len(line) > LONGEST_ROW:
        return False
    known = [part for part in parts if find_furniture(part) in (Furniture.BYLINE, Furniture.DATE)]
    short = all(part in known or part.count(" ") < WORDS_OF_SECTION for part in parts)
    dated = find_furniture(parts[-1]) is Furniture.DATE
    return short and (dated or 2 * len(known) >= len(parts))


def is_address(line: str, folded: str) -> bool:
    """Whether a line is an address of a page, a mailbox or an account, or a row of hashtags.

    >>> is_address("#Halden #flood", ""), is_address("Twitter: @haldenpost", "")
    (True, True)
    """
    return len(line) <= 300 and ADDRESS.fullmatch(line.rstrip(" .")) is not None


def _is_all(*patterns: re.Pattern[str]) -> Callable[[str, str], bool]:
    """A test whether one of the patterns is the whole of a line."""

    def is_kind(line: str, folded: str) -> bool:
        if len(folded) > 300:
            return False
        return any(pattern.fullmatch(folded.rstrip(" .")) for pattern in patterns)

    return is_kind


WAYS: tuple[tuple[Furniture, Callable[[str, str], bool]], ...] = (
    (Furniture.READING_TIME, _is_all(READING_TIME)),
    (Furniture.ADDRESS, is_address),
    (Furniture.DATE, is_date),
    (Furniture.BYLINE, lambda line, folded: is_byline(line)),
    (Furniture.BYLINE, _is_all(CONTRIBUTION, INITIALS)),
    (Furniture.LINK, _is_all(BRACKETED)),
    (Furniture.INVITATION, _is_all(QUESTION, COMMENTED)),
    (Furniture.INVITATION, lambda line, folded: is_offer(line, folded)),
    (Furniture.LINK, _opens_with("links", words=40)),
    (Furniture.LINK, _opens_with("filings", words=40)),
    (Furniture.BUTTON, is_button),
    (Furniture.INVITATION, _opens_with("invitations", words=60)),
    (Furniture.NOTICE, _opens_with("notices", words=100)),
    (Furniture.INVITATION, _is_all(FOLLOWING)),
    (Furniture.NOTICE, _is_all(COPYRIGHT, DEVELOPING, SYNDICATED)),
    (Furniture.CREDIT, _opens_with("credits", words=60)),
    (Furniture.CREDIT, _opens_with("labels", words=30, sentences=False)),
    (Furniture.CREDIT, lambda line, folded: is_credit(line)),
    (Furniture.BYLINE, lambda line, folded: is_row(line)),
)
"""The ways to tell, tried in turn: what is surest comes first."""
