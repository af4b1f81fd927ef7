"""What the bot can do, by example; what it stores; its greeting -> cards."""

from dataclasses import dataclass

from bot.render.card import Block, Card, Kind, Line, Open, Style, Words, block
from bot.render.markup import web_link
from bot.render.receipts import name, small

_ROOM = 60


@dataclass(frozen=True, slots=True)
class Examples:
    """Words that find something here: a speaker, a topic, a headline; None where there is none."""

    speaker: str | None
    topic: str | None
    title: str | None


def help_card(examples: Examples, *, server: bool, manager: bool) -> Card:
    """The commands by example, for this member in this place.

    ``server``: whether the bot is a member of the server where it is asked; ``manager``: whether
    the member may manage that server.
    """
    speaker = name(examples.speaker or "Mara Lind", _ROOM)
    topic = name(examples.topic or "flood", _ROOM)
    title = name(examples.title or "some words of a headline", _ROOM)
    blocks = [
        block(
            Line(Style.TITLE, (Words("Ask the newsroom"),)),
            Line(Style.BODY, (Words("Answers are word for word, each with a link to its place."),)),
        ),
        _example("/headlines", "the newest articles", f"/headlines topic:{topic} since:3 days"),
        _example("/summary", "the few sentences that tell one", f"/summary article:{title}"),
        _example("/quotes", "who said what", f"/quotes speaker:{speaker}"),
        _example("/figures", "how many, of what, according to whom", f"/figures topic:{topic}"),
        _example("/search", "where words stand", f"/search text:{topic}"),
    ]
    return Card(Kind.SETTINGS, (*blocks, block(small(_place(server=server, manager=manager)))))


def _example(command: str, what: str, typed: str) -> Block:
    return block(
        Line(Style.BODY, (Words(command, bold=True), Words(f" · {what}"))),
        Line(Style.SMALL, (Words(typed),)),
    )


def _place(*, server: bool, manager: bool) -> str:
    if not server:
        return "Here I answer from the articles that my operator has loaded."
    if manager:
        return "Members see the answers; what goes wrong, only whoever asked sees."
    return "Everybody here sees the answers; press what stands under them to ask further."


def about_card(version: str, homepage: str | None, articles: int) -> Card:
    """What this is, and what it stores."""
    return Card(
        Kind.SETTINGS,
        (
            block(
                Line(Style.TITLE, (Words("Newsroom"),)),
                small(f"version {version}", f"{articles:,} articles in reach"),
            ),
            block(
                Line(
                    Style.BODY,
                    (
                        Words(
                            "It reads the news and answers with headlines, summaries, quotes and "
                            "figures: word for word, each with its receipt. No language model."
                        ),
                    ),
                )
            ),
            block(
                Line(
                    Style.BODY,
                    (
                        Words("It stores ", bold=True),
                        Words(
                            "articles, and the questions behind the buttons of its answers. "
                            "It reads and stores no messages, and no names of members."
                        ),
                    ),
                )
            ),
        ),
        ((Open("Homepage", link),),) if (link := web_link(homepage)) else (),
    )


def greeting_card() -> Card:
    """What is said once, when the bot joins a server."""
    return Card(
        Kind.NEWS,
        (
            block(
                Line(Style.TITLE, (Words("Newsroom is here"),)),
                Line(
                    Style.BODY,
                    (
                        Words("Ask for "),
                        Words("/headlines", bold=True),
                        Words(", or see "),
                        Words("/help", bold=True),
                        Words(" for all that it answers."),
                    ),
                ),
            ),
        ),
    )
