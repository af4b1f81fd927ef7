"""The lines of a story -> which of them may only stand together, so that none dangles."""

from bot.analysis.summary.lines import Line
from bot.analysis.summary.measures import FULL_NAME
from bot.analysis.summary.persons import tells_of_somebody
from bot.analysis.summary.phrases import fold, read_set

Group = tuple[int, ...] | None
LONGEST = 3  # sentences that stand or fall together
OWN_VOICE = 0.2  # share of sentences with "I" or "we" from which the writer tells the story


def find_groups(lines: list[Line], language: str | None) -> tuple[Group, ...]:
    """For each line the lines, by number, that must stand with it, or None if it may not stand."""
    numbers = {line.place: number for number, line in enumerate(lines)}
    of_the_story = sum(line.speaks for line in lines) > OWN_VOICE * len(lines)
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
    wanted, todo = {line.place}, [line.place]
    while todo:
        place = todo.pop()
        if place not in numbers or len(wanted) > LONGEST:
            return None
        this = lines[numbers[place]]
        if this.bond.broken:
            return None
        unsaid = _lacks_speaker(this, lines, numbers)
        if unsaid and not _tells_whose(place - 1, lines, numbers, language):
            return None
        before = this.bond.before or this.leans or unsaid
        if not before and line.wants and place < line.place:
            before = not tells_of_somebody(this.text, language)
        needed = {place - 1} if before else set()
        needed |= {place + 1} if this.bond.after or this.text.endswith(":") else set()
        todo.extend(needed - wanted)
        wanted |= needed
    return tuple(sorted(numbers[place] for place in wanted))


def _lacks_speaker(line: Line, lines: list[Line], numbers: dict[int, int]) -> bool:
    """Whether a quotation begins with this line, and no words beside it say whose it is."""
    place = line.place
    while place in numbers and not lines[numbers[place]].voice:
        if not lines[numbers[place]].bond.after:
            return not line.bond.before
        place += 1
    return False


def _tells_whose(place: int, lines: list[Line], numbers: dict[int, int], language: str) -> bool:
    """Whether the quotation behind a line may be somebody's of whom the line tells."""
    if place not in numbers:
        return False
    text = lines[numbers[place]].text
    cues = read_set(language, "cues")
    tells = not (cues and cues.isdisjoint(fold(text)[1]))
    return tells or text.endswith(":") or bool(FULL_NAME.search(text))
