"""sentences -> the few that tell the article."""

import pytest

from bot.analysis.sentences import split_sentences
from bot.analysis.summary import METHODS, Budget, choose_gist, choose_summary

TITLE = "Halden shuts its old pier after a storm"
STORY = """The harbour town of Halden has shut its old pier after Friday's storm tore 40 metres \
of planks into the sea.

"We cannot risk a single life," harbour master Ada Roe said on Saturday. She added that \
engineers would look at the piles next week.

Advertisement

The pier, built in 1911, brings 90,000 visitors a year to the town and its 300 shops.

But the shopkeepers fear a lost summer.

Bo Lind, who runs the Nordvik Café at the pier's end, said repairs in 2004 had taken 14 months.

The town council of Halden will vote on a repair fund of 2.4 million crowns on Thursday.

Sign up for our newsletter to read more stories like this one.
"""


def _summary(
    text: str = STORY, budget: Budget | None = None, method: str = "newsroom"
) -> list[str]:
    sentences = split_sentences(text, "en")
    summary = choose_summary(text, sentences, "en", TITLE, budget or Budget(sentences=3), method)
    return [sentence.span.of(text) for sentence in summary.sentences]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_sentences_of_the_text_in_their_order(method: str) -> None:
    summary = _summary(method=method)
    assert len(summary) == 3
    assert [STORY.index(sentence) for sentence in summary] == sorted(map(STORY.index, summary))


@pytest.mark.parametrize("method", METHODS)
def test_no_method_chooses_furniture_of_the_page(method: str) -> None:
    whole = " ".join(_summary(TITLE + "\n\n" + STORY, Budget(sentences=20), method))
    assert "newsletter" not in whole
    assert "Advertisement" not in whole
    assert TITLE not in whole


def test_a_sentence_that_points_back_never_stands_without_the_one_before() -> None:
    for count in range(1, 8):
        summary = _summary(budget=Budget(sentences=count))
        for pointer, leaned_on in (("She added", "harbour master"), ("But the", "built in 1911")):
            if any(sentence.startswith(pointer) for sentence in summary):
                assert any(leaned_on in sentence for sentence in summary)


@pytest.mark.parametrize("words", [5, 20, 40, 60, 100])
def test_a_budget_of_words_is_kept(words: int) -> None:
    assert len(" ".join(_summary(budget=Budget(words=words))).split()) <= words


def test_an_unknown_method_is_an_error() -> None:
    with pytest.raises(ValueError, match="lexrank"):
        _summary(method="oracle")


def test_a_gist_is_no_detail_far_behind_the_first_sentences_where_a_headline_says_more() -> None:
    long = (f"Plank {n} {' '.join(f'w{n}x{k}' for k in range(40))}." for n in range(12))
    text = "\n\n".join([*long, "Ada Roe sells tea in Halden on Mondays."])
    sentences = split_sentences(text, "en")
    assert choose_gist(text, sentences, "en", "Ada Roe counts the planks") is None
    gist = choose_gist(text, sentences, "en", "")
    assert gist
    assert gist.of(text).endswith("Mondays.")


def test_a_gist_is_one_sentence_within_its_length() -> None:
    gist = choose_gist(STORY, split_sentences(STORY, "en"), "en", TITLE)
    assert gist is not None
    assert gist.end - gist.start <= 200


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "Halden\n\nThe pier", "1 2 3\n\n4 5 6"])
def test_a_text_without_sentences_has_no_summary(text: str) -> None:
    assert _summary(text) == []
    assert choose_gist(text, split_sentences(text, "en"), "en", "") is None
