"""The lines of a story -> which of them may only stand together, so that none dangles."""

from bot.analysis.summary.lines import Line
from bot.analysis.summary.measures import FULL_NAME
from bot.analysis.summary.phrases import fold, read_set
from bot.analysis.summary.somebody import tells_of_somebody

Group = tuple[int, ...] | None
LONGEST = 3  # sentences that stand or fall together
OWN_VOICE = 0.2  # share of sentences with "I" or "we" from which the writer tells the story
FIRST = 2  # sentences of which one has them where the writer does


def find_groups(lines: list[Line], language: str | None) -> tuple[Group, ...]:
    """For each line the lines, by number, that must stand with it, or None if it may not stand."""
    numbers = {line.place: number for number, line in enumerate(lines)}
    speaks = [line.speaks for line in lines]
    of_the_story = any(speaks[:FIRST]) and sum(speaks) > OWN_VOICE * len(lines)
    return tuple(
        None
        if line.trivial or (line.speaks and not of_the_story)
        else _find_group(line, lines, numbers, language or "en")
        for line in lines
    )


def _find_group(line: Line, lines: list[Line], numbers: dict[int, int], language: str) -> Group:
    """The line with those that it leans on, and with the rest of its quotation.

    None where one of them is not there (furniture, a repetition), or they are too many.
    """
    last = line.place
    while last in numbers and _goes_on_behind(lines[numbers[last]]):
        last += 1
    place = last
    seeking = False  # the person for whom a pronoun stands
    while place in numbers and last - place < LONGEST:
        this = lines[numbers[place]]
        unsaid = _lacks_speaker(this, lines, numbers)
        if this.bond.broken or (unsaid and not _tells_whose(this, lines, numbers, language)):
            return None
        seeking = this.wants or (seeking and not _tells_of_somebody(this, language))
        if place <= line.place and not (this.bond.before or this.leans or unsaid or seeking):
            return tuple(numbers[member] for member in range(place, last + 1))
        place -= 1
    return None


def _goes_on_behind(line: Line) -> bool:
    return line.bond.after or line.text.endswith(":")


def _tells_of_somebody(line: Line, language: str) -> bool:
    return line.voice and tells_of_somebody(line.text, language)


def _lacks_speaker(line: Line, lines: list[Line], numbers: dict[int, int]) -> bool:
    """Whether a quotation begins with this line, and no words beside it say whose it is."""
    place = line.place
    while place in numbers and not lines[numbers[place]].voice:
        if not lines[numbers[place]].bond.after:
            return not line.bond.before
        place += 1
    return False


def _tells_whose(line: Line, lines: list[Line], numbers: dict[int, int], language: str) -> bool:
    """Whether a quotation that begins with a line may be somebody's who is told of.

    Within its marks, as French has it (« Il tient, dit Ada Roe. »), or in the line before.
    """
    if FULL_NAME.search(line.text):
        return True
    if line.place - 1 not in numbers:
        return False
    before = lines[numbers[line.place - 1]].text
    cues = read_set(language, "cues")
    speaks = not (cues and cues.isdisjoint(fold(before)[1]))
    return speaks or before.endswith(":") or bool(FULL_NAME.search(before))
