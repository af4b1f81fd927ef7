"""What the bot can do, by example; what it stores; its greeting -> cards."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.render.card import Block, Card, Command, Kind, Line, Open, Style, Words, block
from bot.render.markup import web_link
from bot.render.receipts import name, small
from bot.render.words import count

_ROOM = 60
_LEAST_THEME = 5
"""Letters of a word that may be a theme; shorter ones are mostly grammar."""

CommandIds = Mapping[str, int]
"""The ids that Discord gave to commands; with one a command's name can be pressed."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Words that find something here; None where there is none.

    ``since`` is a time since when there are articles about the topic.
    """

    speaker: str | None = None
    topic: str | None = None
    title: str | None = None
    since: str | None = None


def choose_themes(titles: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Words that may be a theme of these titles, the most frequent first; names are none.

    A word that is always written with a capital comes after the others: it may be a name too.

    >>> choose_themes(["Flood toll in Halden", "Lind visits flood in Halden"], ["Mara Lind"])
    ('flood', 'visits', 'halden')
    """
    unwanted = {word.casefold() for each in names for word in re.findall(r"\w+", each)}
    seen: Counter[str] = Counter()
    small: set[str] = set()
    for title in titles:
        words = dict.fromkeys(re.findall(r"[^\W\d_]+", title))
        small.update(word for word in words if word.islower())
        seen.update({word.casefold() for word in words})
    themes = [w for w, _ in seen.most_common() if len(w) >= _LEAST_THEME and w not in unwanted]
    return tuple(sorted(themes, key=lambda word: word not in small))


def choose_title(titles: Sequence[str]) -> str | None:
    """The first title that can be shown whole, and is not taken for an address.

    >>> choose_title(["Read https://halden.example now", "Tide rises " * 20, "Tide rises"])
    'Tide rises'
    """
    fitting = (title for title in titles if len(title) <= _ROOM and "://" not in title)
    return next(fitting, None)


def help_card(examples: Examples, ids: CommandIds, *, server: bool, manager: bool) -> Card:
    """The commands by example, for this member in this place.

    ``server``: whether the bot is a member of the server where it is asked; ``manager``: whether
    the member may manage that server.
    """
    speaker = name(examples.speaker or "Mara Lind", _ROOM)
    topic = name(examples.topic or "flood", _ROOM)
    title = name(examples.title or "some words of a headline", _ROOM)
    since = f" since:{examples.since}" if examples.since else ""
    told = (
        ("headlines", "the newest articles", f"topic:{topic}{since}"),
        ("summary", "the few sentences that tell one", f"article:{title}"),
        ("quotes", "who said what", f"speaker:{speaker}"),
        ("figures", "how many, of what, according to whom", f"topic:{topic}"),
        ("search", "where words stand", f"text:{topic}"),
    )
    head = block(
        Line(Style.TITLE, (Words("Ask the newsroom"),)),
        small("Every answer is word for word, with a link to its place."),
    )
    examples_of = [_example(Command(c, ids.get(c)), what, typed) for c, what, typed in told]
    place = block(small(_place(server=server, manager=manager)))
    return Card(Kind.SETTINGS, (head, *examples_of, place))


def _example(command: Command, what: str, typed: str) -> Block:
    return block(
        Line(Style.BODY, (command, Words(f" · {what}"))),
        Line(Style.SMALL, (Words(f"/{command.name} {typed}"),)),
    )


def _place(*, server: bool, manager: bool) -> str:
    if not server:
        return "Here I answer from the articles that my operator has loaded."
    if manager:
        return "Members see the answers; what goes wrong, only whoever asked sees."
    return "Everybody here sees the answers; what you press under them answers you alone."


def about_card(version: str, homepage: str | None, articles: int) -> Card:
    """What this is, and what it stores."""
    head = block(
        Line(Style.TITLE, (Words("Newsroom"),)),
        small(f"version {version}", f"{count(articles, 'article')} to ask about here"),
    )
    what = (
        "Reads the news and answers with headlines, summaries, quotes and figures: "
        "word for word, each with its receipt. No language model."
    )
    stored = (
        "articles, the questions behind the buttons of its answers, and ids and settings "
        "of servers and channels."
    )
    never = "messages, and names of members."
    link = web_link(homepage)
    return Card(
        Kind.SETTINGS,
        (
            head,
            block(Line(Style.BODY, (Words(what),))),
            block(
                Line(Style.BODY, (Words("Stores ", bold=True), Words(stored))),
                Line(Style.BODY, (Words("Never stores ", bold=True), Words(never))),
            ),
        ),
        ((Open("Homepage", link),),) if link else (),
    )


def greeting_card(ids: CommandIds) -> Card:
    """What is said once, when the bot joins a server."""
    asks = (
        Words("Ask for "),
        Command("headlines", ids.get("headlines")),
        Words(", or see "),
        Command("help", ids.get("help")),
        Words(" for all that can be asked."),
    )
    head = block(
        Line(Style.TITLE, (Words("Newsroom is here"),)),
        small("It reads the news for this server: headlines, summaries, quotes and figures."),
    )
    return Card(Kind.NEWS, (head, block(Line(Style.BODY, asks))))
