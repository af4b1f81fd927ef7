"""Card -> the terminal, in its width and colours."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from babel.dates import format_datetime, format_timedelta
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.render.card import Block, Card, Command, Kind, Line, Look, Moment, Pages, Run, Style, Words
from bot.render.words import visible

_COLOURS = {
    Kind.NEWS: "blue",
    Kind.QUOTES: "yellow",
    Kind.FIGURES: "green",
    Kind.SETTINGS: "bright_black",
    Kind.TROUBLE: "red",
}
_STYLES = {
    Style.TITLE: "bold",
    Style.HEADING: "bold",
    Style.BODY: "",
    Style.QUOTE: "italic",
    Style.SMALL: "dim",
}
_AGO_UNTIL = timedelta(days=7)
_WIDEST = 100
"""Columns; longer lines are hard to read."""


def show(console: Console, card: Card, now: datetime) -> None:
    """Print a card; ``now`` (aware) is what "4 hours ago" counts from."""
    head, *blocks = card.blocks
    parts: list[RenderableType] = [_block(head, now)]
    for block in blocks:
        parts += [Text(), _block(block, now)]
    for row in card.rows:
        for control in row:
            if isinstance(control, Pages):
                page = f"page {control.query.page} of {control.pages}"
                parts += [Text(), Text(page, style="dim")]
    colour = _COLOURS[card.kind]
    console.print(
        Panel(
            Group(*parts),
            border_style=colour,
            width=min(console.width, _WIDEST),
            padding=(0, 1),
        )
    )


def _block(block: Block, now: datetime) -> Group:
    return Group(*(_line(line, now) for line in block.lines))


def _line(line: Line, now: datetime) -> RenderableType:
    text = Text(style=_STYLES[line.style])
    for run in line.runs:
        text.append_text(_run(run, now))
    return Padding(text, (0, 0, 0, 2)) if line.style is Style.QUOTE else text


def _run(run: Run, now: datetime) -> Text:
    if isinstance(run, Moment):
        return Text(time_in_words(run, now))
    if isinstance(run, Command):
        return Text(f"/{run.name}", style="bold")
    style = " ".join(_run_styles(run))
    return Text(visible(run.text), style=style)


def _run_styles(run: Words) -> Iterator[str]:
    if run.bold:
        yield "bold"
    if run.link:
        yield f"link {run.link}"


def time_in_words(moment: Moment, now: datetime) -> str:
    """A moment as a reader says it.

    >>> from datetime import UTC
    >>> now = datetime(2026, 9, 14, 20, 0, tzinfo=UTC)
    >>> time_in_words(Moment(datetime(2026, 9, 14, 16, 0, tzinfo=UTC)), now)
    '4 hours ago'
    >>> time_in_words(Moment(datetime(2026, 9, 14, 20, 10, tzinfo=UTC)), now)
    'in 10 minutes'
    >>> time_in_words(Moment(datetime(2026, 8, 14, 16, 5, tzinfo=UTC)), now)
    '14 August 2026, 16:05 UTC'
    """
    since = now - moment.at
    if moment.look is Look.AGO and -_AGO_UNTIL < since < _AGO_UNTIL:
        return format_timedelta(-since, add_direction=True, locale="en")
    return format_datetime(moment.at, "d MMMM y, HH:mm", locale="en") + " UTC"
