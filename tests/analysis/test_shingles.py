"""A copy of a text is known again, whatever a house made of it; a text of its own is none."""

import pytest

from bot.analysis.shingles import find_likeness
from bot.likeness import Likeness, is_copy
from bot.model import Quote, QuoteKind, Span
from tests.agency import APART, COPIES, LOCAL, STORY, forecast

HARBOUR = "港の灯台の近くで貨物船が座礁し、乗客四十八人が小舟で岸に運ばれた。けが人はなかった。"
STRAIT = (
    "県によると、島の店にはパンと牛乳が五日分ある。水曜日からは小さな船が食料と薬を運ぶ予定だ。"
)


def like(text: str, *quotes: Quote) -> Likeness:
    found = find_likeness(text, quotes)
    assert found
    return found


def are_copies(one: str, other: str, *, same_outlet: bool = False) -> bool:
    mine, theirs = like(one), like(other)
    meet = not set(mine.bands).isdisjoint(theirs.bands)
    return meet and is_copy(mine, theirs, same_outlet=same_outlet)


@pytest.mark.parametrize("copy", COPIES)
def test_what_a_house_makes_of_an_agency_text_is_a_copy(copy: str) -> None:
    assert are_copies(STORY, copy)


def test_another_report_of_the_same_event_is_no_copy() -> None:
    assert not are_copies(STORY, APART)
    assert not are_copies(STORY, LOCAL)


def test_an_outlet_that_goes_on_with_its_own_story_makes_no_copy() -> None:
    follow_up = f"{APART}\n\n{LOCAL}\n\n{STORY[-420:]}"
    assert not are_copies(STORY, follow_up, same_outlet=True)
    assert are_copies(STORY, STORY.replace("48", "49"), same_outlet=True)


def test_a_form_with_the_numbers_of_another_day_is_no_copy() -> None:
    monday, tuesday = (
        forecast("Monday", 14, 6, 11, 25, 40, 9),
        forecast("Tuesday", 17, 8, 13, 31, 65, 10),
    )
    assert not are_copies(monday, tuesday)
    assert are_copies(monday, monday.replace("Halden", "the city"))


FORMS = {
    "draw": """The numbers of {}'s draw in the county lottery are {}, {} and {}, and the bonus ball
is {}. Nobody took the first prize, so that it rolls over to the next draw. The draw was held in
Halden under the eyes of a notary, as the rules of the lottery demand. Tickets are sold at kiosks
and post offices until noon of the day of the draw, and winners have a year to come forward with
their tickets before the money goes to the clubs of the county.""",
    "rate": """The crown was traded at {1} cents on {0} evening, after {2} cents the day before. The
bank of issue had set the reference rate at noon. Traders spoke of a quiet market in which few
wanted to move before the figures on prices, which the office of statistics publishes at the end of
the week. Importers gain from a strong crown, while the yards and the fishing fleet sell abroad and
lose by it, as the chamber of trade in Halden has pointed out before.""",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_that_two_outlets_fill_in_on_two_days_is_no_copy(form: str) -> None:
    monday, tuesday = form.format("Monday", 3, 17, 28, 41), form.format("Tuesday", 9, 12, 33, 8)
    assert not are_copies(monday, tuesday)
    assert are_copies(monday, f"HALDEN. {monday.replace('The ', 'Our ', 1)} By our own staff.")


def test_half_of_a_text_in_another_style_among_as_much_of_our_own_is_a_copy() -> None:
    half = STORY[: len(STORY) // 2].replace("“", '"').replace("”", '"').replace("'", "’")
    ours = " ".join(f"Harbour{number} tells of quay{number}." for number in range(40))
    assert are_copies(STORY, f"{ours}\n\n{half}")


def test_a_short_text_proves_nothing() -> None:
    assert find_likeness(STORY[:200]) is None
    assert find_likeness("") is None
    assert find_likeness("tide " * 500) is None


def test_words_that_others_heard_too_prove_nothing() -> None:
    said = f"“{STORY}”"
    quote = Quote(Span(1, len(said) - 1), QuoteKind.DIRECT)
    assert find_likeness(f"{said} she said.", (quote,)) is None
    assert like(
        f"{LOCAL} {said}", Quote(Span(len(LOCAL) + 2, len(LOCAL) + len(said)), QuoteKind.DIRECT)
    )


def test_an_item_is_no_copy_of_a_page_with_twenty_items() -> None:
    page = " ".join(f"word{number} of item {number % 20}" for number in range(900))
    assert not are_copies(STORY, f"{page} {STORY} {page[::-1]}")


def test_a_script_without_spaces_is_read_in_pairs_of_characters() -> None:
    text = HARBOUR + STRAIT
    assert are_copies(text, STRAIT + HARBOUR)
    assert not are_copies(text, text[::-1])


def test_a_likeness_is_the_same_in_every_process_and_version() -> None:
    found = like(STORY)
    assert len(found.bands) == 48
    assert (found.bands[0], found.shingles[0]) == (228559804817997, 3894742)
