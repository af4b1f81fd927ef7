"""The word lists are as their readers expect them."""

from importlib.resources import files
from pathlib import Path

import pytest

from bot.ingest import lexicon

LISTS = sorted(Path(str(files(lexicon))).glob("*/*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_list_has_a_comment_and_its_words_once_in_order(path: Path) -> None:
    comment, *words = path.read_text("utf-8").splitlines()
    assert comment.startswith("# ")
    assert words == sorted(set(words))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_list_has_its_words_in_small_letters_as_lines_are_compared(path: Path) -> None:
    _, *words = path.read_text("utf-8").splitlines()
    assert [word for word in words if word != word.lower().strip()] == []


def test_every_language_of_the_lists_is_read() -> None:
    assert {path.parent.name for path in LISTS} == set(lexicon.LANGUAGES)
