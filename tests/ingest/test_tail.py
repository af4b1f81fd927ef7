"""What stands under an article: links to others, what readers say."""

import pytest

from bot.ingest.lines import label_lines
from bot.ingest.tail import cut_tail

TOLD = tuple(
    f"The water rose by {number} metres in the night, the harbour master of Halden said, and the "
    "boats were brought behind the second gate before the morning came and the wind turned."
    for number in range(3)
)


def left_of(*paragraphs: str) -> tuple[str, ...]:
    lines = cut_tail(label_lines((one,) for one in paragraphs))
    return tuple(line.text for line in lines)


@pytest.mark.parametrize(
    "opening",
    [
        "Comments are moderated.",
        "Die Kommentare geben nicht die Meinung der Redaktion wieder.",
        "El contenido de los comentarios es de los lectores.",
        "Les commentaires sont fermés.",
    ],
)
def test_what_readers_say_is_not_the_article(opening: str) -> None:
    assert left_of(*TOLD, opening, "I never liked that harbour.", "Nor did I!") == TOLD


def test_comments_that_begin_before_there_is_an_article_end_nothing() -> None:
    paragraphs = ("Comments are closed.", *TOLD)
    assert left_of(*paragraphs) == paragraphs


def test_a_last_list_of_links_goes_and_one_within_the_article_stays() -> None:
    links = ("More stories from the harbour", "Mayor resigns", "Is the ferry too dear?")
    assert left_of(*TOLD, *links) == TOLD
    assert left_of(TOLD[0], *links, TOLD[1]) == (TOLD[0], *links, TOLD[1])
