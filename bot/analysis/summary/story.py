"""Sentences -> the story as the methods see it."""

from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.summary.anchors import Anchors, find_anchors
from bot.analysis.summary.beginnings import takes_as_told
from bot.analysis.summary.groups import Group, find_groups
from bot.analysis.summary.lines import Line, read_line, split_stems
from bot.analysis.summary.page import Page, read_page
from bot.analysis.summary.quotations import Bond, find_bonds
from bot.model import Sentence

MOST = 80  # lines that a method looks at; the later ones of a long text tell it no more
SEARCHED = 4 * MOST  # sentences among which they are looked for


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A text as the methods see it.

    ``lines`` are in the order of the text. ``groups`` gives, for each line, the lines (by their
    number in ``lines``) that must stand with it, itself among them; None where it may not stand.
    ``anchors`` gives, for each line, tuples of lines of which one must stand with it.
    """

    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    anchors: tuple[Anchors, ...]
    title_stems: tuple[str, ...]
    language: str | None


@lru_cache(maxsize=1)  # the lengths of one article's summary, and its gist, are chosen in turn
def read_story(
    text: str, sentences: tuple[Sentence, ...], language: str | None, title: str
) -> Story:
    """See each sentence once; what is furniture, repeated or beyond the limit is left out."""
    page = read_page(text, sentences[:SEARCHED], language, title)
    lines: list[Line] = []
    seen: set[str] = set()
    for place, bond in enumerate(find_bonds(text, page.sentences)):
        if page.leaves_out(place, bond) or (lines and page.shows_picture(place)):
            continue
        line = _read_line(page, place, bond, first=not (lines or page.is_behind(place)))
        folded = " ".join(line.words).casefold()
        if folded not in seen:
            seen.add(folded)
            lines.append(line)
        if len(lines) == MOST:
            break
    title_stems = split_stems(title[:500], language)
    groups = find_groups(lines, language)
    anchors = find_anchors(lines, groups, title_stems, language)
    return Story(tuple(lines), groups, anchors, title_stems, language)


def _read_line(page: Page, place: int, bond: Bond, *, first: bool) -> Line:
    """See one sentence; what answers a question leans on it, however it reads."""
    sentence = page.words[place]
    span = page.sentences[place].span
    line = read_line(place, span, sentence, bond, page.language, first=first)
    untold = first and not page.title and takes_as_told(sentence)
    leans = line.leans or untold or page.answers(place)
    return line._replace(leans=leans) if leans > line.leans else line
