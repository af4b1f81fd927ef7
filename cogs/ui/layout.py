"""Card -> discord.ui.LayoutView, the only place where text becomes a Discord object.

What can be pressed carries the number of a remembered question, never the question itself: a custom
id has 100 characters, and the buttons work for months and over restarts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import discord
from discord import ui

from bot.queries import Query, SummaryQuery
from bot.render.card import (
    MOST_COMPONENTS,
    Ask,
    Card,
    Choose,
    Closer,
    Control,
    Follow,
    FollowOption,
    Kind,
    Open,
    Option,
    Pages,
)
from bot.render.markup import discord_block

COLOURS = {
    Kind.NEWS: discord.Colour(0x2F6FDE),
    Kind.QUOTES: discord.Colour(0xC8A24A),
    Kind.FIGURES: discord.Colour(0x3C9A6B),
    Kind.SETTINGS: discord.Colour(0x8A8F98),
    Kind.TROUBLE: discord.Colour(0xC9473D),
}

Numbers = Mapping[Query, int]


def asked(card: Card) -> tuple[Query, ...]:
    """The further questions that a card offers, each once."""
    return tuple(dict.fromkeys(query for row in card.rows for c in row for query in _queries(c)))


def _queries(control: Control) -> Iterator[Query]:
    match control:
        case Ask(query=query) | Closer(query=query) | Pages(query=query):
            yield query
        case Choose(options=options):
            yield from (option.query for option in options)


def layout(card: Card, numbers: Numbers, asker: int, mark: str = "") -> ui.LayoutView:
    """The view of a card; ``numbers`` are those of its remembered questions.

    ``mark`` is written on its buttons, by which a post is known again.

    The view is stopped at once: its buttons are answered by ``cogs.ui.buttons``, and discord.py
    would otherwise keep every view ever sent.
    """
    view = ui.LayoutView(timeout=None)
    rows: list[ui.Item[ui.LayoutView]] = [
        ui.ActionRow(*(item for control in row for item in _items(control, numbers, asker, mark)))
        for row in card.rows
    ]
    texts = list(_texts(card, spaced=_has_room(card, rows)))
    line: list[ui.Item[ui.LayoutView]] = (
        [ui.Separator(spacing=discord.SeparatorSpacing.small)] if rows else []
    )
    view.add_item(ui.Container(*texts, *line, *rows, accent_colour=COLOURS[card.kind]))
    view.stop()
    return view


def _has_room(card: Card, rows: Sequence[ui.Item[ui.LayoutView]]) -> bool:
    """Whether a space between all blocks keeps within the components that Discord takes."""
    controls = sum(len(row.children) for row in rows if isinstance(row, ui.ActionRow))
    container, line = 1, 1 if rows else 0
    shown = container + len(card.blocks) + line + len(rows) + controls
    return shown + len(card.blocks) - 1 <= MOST_COMPONENTS


def _texts(card: Card, *, spaced: bool) -> Iterator[ui.Item[ui.LayoutView]]:
    for number, block in enumerate(card.blocks):
        if number and spaced:
            yield ui.Separator(visible=False)
        yield ui.TextDisplay(discord_block(block))


def _items(
    control: Control, numbers: Numbers, asker: int, mark: str
) -> Iterator[ui.Item[ui.LayoutView]]:
    match control:
        case Ask():
            style = (
                discord.ButtonStyle.primary if control.primary else discord.ButtonStyle.secondary
            )
            custom_id = f"news:ask:{numbers[control.query]}" + (f":{mark}" if mark else "")
            yield ui.Button(label=control.label, style=style, custom_id=custom_id)
        case Closer(label=label, query=query):
            page = 1 if isinstance(query, SummaryQuery) else query.page
            custom_id = f"news:closer:{numbers[query]}:{page}"
            yield ui.Button(label=label, custom_id=custom_id)
        case Open():
            yield ui.Button(label=control.label, url=control.url)
        case Choose():
            picked = [numbers[option.query] for option in control.options]
            yield _select(control, f"news:pick:{min(picked)}", map(str, picked))
        case Follow():
            addresses = (option.url for option in control.options)
            yield _select(control, f"news:follow:{control.channel}", addresses)
        case Pages():
            yield from _turning(control, numbers[control.query], asker)


def _select(
    control: Choose | Follow, custom_id: str, values: Iterable[str]
) -> ui.Select[ui.LayoutView]:
    """A menu of the options; ``values`` is what each stands for."""
    shown: Sequence[Option | FollowOption] = control.options
    options = [
        discord.SelectOption(label=option.label, description=option.description, value=value)
        for option, value in zip(shown, values, strict=True)
    ]
    return ui.Select(placeholder=control.placeholder, custom_id=custom_id, options=options)


def _turning(control: Pages, number: int, asker: int) -> Iterator[ui.Button[ui.LayoutView]]:
    page = control.query.page
    for label, to in (("‹", page - 1), (f"{page} of {control.pages}", page), ("›", page + 1)):
        yield ui.Button(
            label=label,
            custom_id=f"news:turn:{number}:{to}:{asker}" + (":here" if to == page else ""),
            disabled=to == page or not 1 <= to <= control.pages,
        )
