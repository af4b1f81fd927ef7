"""words before a number -> whether it is less than nothing."""

from bot.analysis.figures.grammar.words import Passage

_DASHES = ("-", "–", "—", "‑", "−")


def read_sign(passage: Passage, index: int) -> tuple[int, bool]:
    """Where the digits begin behind a minus, and whether there is one.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> [read_sign(read_passage(text), 1) for text in ("by -3 %", "by minus 3 %", "by 3 %")]
    [(2, True), (2, True), (1, False)]
    """
    sign = passage.lower(index)
    if sign == "minus" and passage.lower(index - 1) != "or":
        dash = passage.lower(index + 1) in _DASHES
        return index + 1 + dash, True
    opened = not passage.glued(index) or passage.lower(index - 1) in ("(", "[")
    dash = sign in ("-", "−", "–") and opened and passage.glued(index + 1)
    if dash and not _is_closed(passage, index):
        return index + 1, True
    return index, False


def _is_closed(passage: Passage, index: int) -> bool:
    """Whether a dash opens what another closes: "guardó todo -6,3 millones- en casa".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> _is_closed(read_passage("todo -6,3 euros- en"), 1), _is_closed(read_passage("a -9 °C"), 1)
    (True, False)
    """
    return any(
        word.text == passage.words[index].text and word.glued and not _is_tied(passage, place + 1)
        for place, word in enumerate(passage.words)
        if place > index + 1
    )


def _is_tied(passage: Passage, index: int) -> bool:
    """Whether a word, not a mark, follows the one before without a space."""
    return passage.glued(index) and passage.words[index].text[0].isalnum()
