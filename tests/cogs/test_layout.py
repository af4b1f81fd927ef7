"""A card of any length is laid out within what Discord takes."""

import pytest

from bot.render.card import MOST_COMPONENTS, Card, Kind, Line, Open, Style, Words, block
from cogs.ui.layout import layout


@pytest.mark.parametrize("blocks", range(1, 34))
@pytest.mark.parametrize("rows", range(3))
def test_blocks_stand_apart_only_where_there_is_room_for_it(blocks: int, rows: int) -> None:
    one = block(Line(Style.BODY, (Words("The tide rose."),)))
    row = (Open("Open", "https://halden.example"),)
    view = layout(Card(Kind.NEWS, (one,) * blocks, (row,) * rows), {}, 0)
    assert view.total_children_count <= MOST_COMPONENTS
    assert str(view.to_components()).count("The tide rose.") == blocks
