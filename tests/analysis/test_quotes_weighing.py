"""Who most likely speaks, of all who could, and how the weights are fitted."""

import json
from pathlib import Path

import pytest

from bot.analysis.quotes import find_quotes
from bot.analysis.quotes.annotations import read_annotations
from bot.analysis.quotes.weighing import Reading
from bot.analysis.quotes.weighing.fitting import (
    Case,
    case_of,
    cross_validate,
    learn,
    learn_trust,
)
from bot.analysis.quotes.weighing.scene import How
from bot.analysis.quotes.weighing.signs import BY_RULES, Signs
from bot.analysis.quotes.weighing.trust import choose, how_sure, signs_of_trust
from bot.analysis.quotes.weighing.weighing import how_likely, merge_weights, read_weights

PLAIN = "Mayor Jane Roe spoke on Monday. “We will rebuild the sea wall by May,” Roe said."
TRIAL = (
    "Vor Gericht stand ein Landwirt. Die Richterin Ida Holm fragte nach dem Zaun.\n\n"
    "Der Landwirt hob die Schultern. „Den hat der Sturm geholt.“"
)


def readings_of(text: str, language: str) -> list[Reading]:
    readings: list[Reading] = []
    find_quotes(text, (), language, readings)
    return readings


def signs(reading: Reading, name: str | None) -> Signs:
    return dict(reading.rows)[name]


def test_everybody_who_could_speak_is_weighed_and_nobody_last() -> None:
    (reading,) = readings_of(TRIAL, "de")
    names = [name for name, _ in reading.rows]
    assert {"Ida Holm", "Landwirt"} <= set(names)
    assert names[-1] is None
    assert "is a person" in signs(reading, "Ida Holm")
    assert {"is nameless", "named 1 back"} <= signs(reading, "Landwirt").keys()


def test_whom_the_rules_name_has_a_sign_of_it() -> None:
    (reading,) = readings_of(PLAIN, "en")
    assert reading.how is How.NAME
    assert reading.rows[reading.rules][0] == reading.speaker == "Jane Roe"
    marked = [name for name, row in reading.rows if BY_RULES in row]
    assert marked == ["Jane Roe"]


def test_a_pronoun_of_the_other_gender_weighs_against_a_person() -> None:
    text = "Mr. Tom Roe met Mrs. Ida Holm at the quay. “The tide is late,” she said."
    (reading,) = readings_of(text, "en")
    assert "gender right" in signs(reading, "Ida Holm")
    assert "gender wrong" in signs(reading, "Tom Roe")


def test_a_role_tells_for_whoever_has_it() -> None:
    text = (
        "Le maire Luc Roy a reçu l’artisane Ana Roc. La salle était pleine.\n\n"
        "« Nous ouvrirons en mai », a promis le maire."
    )
    (reading,) = readings_of(text, "fr")
    assert "has this role" in signs(reading, "Luc Roy")
    assert "another has this role" in signs(reading, "Ana Roc")


def test_what_is_told_without_marks_counts_as_said_last() -> None:
    text = (
        "Ida Holm said that the ferry was old. Tom Roe was listening.\n\n“It leaks at every seam.”"
    )
    (reading,) = readings_of(text, "en")
    assert "was told last to say something" in signs(reading, "Ida Holm")
    assert "another was told last to say something" in signs(reading, "Tom Roe")


def test_speakers_stay_where_the_text_tells_them_plainly() -> None:
    assert [quote.speaker for quote in find_quotes(PLAIN, (), "en")] == ["Jane Roe"]


def test_a_language_without_word_lists_is_not_weighed() -> None:
    text = "Ida Holm sade: ”Vi öppnar i maj.”"
    assert readings_of(text, "sv") == []


def test_somebody_else_must_be_likelier_by_a_margin() -> None:
    assert choose([0.6, 0.2, 0.2], 1, "es") == 0
    assert choose([0.6, 0.2, 0.2], 1, "en") == 1
    assert choose([0.8, 0.1, 0.1], 1, "en") == 0


def test_a_german_name_behind_what_its_bearer_leads_is_the_speaker() -> None:
    text = (
        "Ida Holm kam zu spät. Die Chefin des Vereins Ulmer Ruder Ida Holm sagte: „Wir beginnen.“"
    )
    assert [reading.speaker for reading in readings_of(text, "de")] == ["Ida Holm"]


def test_doubts_count_where_the_rules_are_followed() -> None:
    chances = [0.7, 0.2, 0.1]
    followed = signs_of_trust(chances, 0, 0, 0.3, "es", How.NAME)
    other = signs_of_trust(chances, 0, 1, 0.3, "es", How.NAME)
    alone = signs_of_trust(chances, 0, 2, None, "es", How.NAME)
    assert "doubted" in followed
    assert "the rules name another" in other
    assert "the rules name nobody" in alone
    weights = read_weights().trust
    assert how_sure(followed, weights) > how_sure(alone, weights)


def case(article: str, right: tuple[bool, ...], *, seen: bool = False, rules: int = 0) -> Case:
    """Two and nobody: the first one near, the second one far, and the rules name one of them."""
    rows: tuple[Signs, ...] = ({"near": 1.0}, {"far": 1.0}, {"nobody": 1.0})
    rows[rules][BY_RULES] = 1.0
    return Case(article, seen, "en", How.PRONOUN, rows, right, True, rules, 0.2, 1.0)


FIRST, SECOND = (True, False, False), (False, True, False)


def test_a_sign_of_the_right_ones_weighs_for_a_candidate() -> None:
    cases = [case(str(n), FIRST, rules=n % 2) for n in range(40)]
    kept = learn(cases)
    weights = merge_weights(kept).candidates[How.PRONOUN]
    assert weights["near"] > 0 > weights["far"]
    assert all(likely[0] > 0.5 for likely in cross_validate(cases))
    assert how_likely(cases[1].rows, weights)[0] > 0.7


def test_articles_that_the_rules_have_seen_do_not_flatter_them() -> None:
    unseen = [case(f"new {n}", FIRST if n % 2 else SECOND, rules=0) for n in range(40)]
    seen = [case(f"old {n}", FIRST, seen=True, rules=0) for n in range(400)]
    flattered = learn([*unseen, *[one._replace(seen=False) for one in seen]])
    weights = learn([*unseen, *seen])
    assert weights["always"][BY_RULES] < flattered["always"][BY_RULES]
    assert not any(name.startswith("seen") for own in weights.values() for name in own)


def test_trust_falls_with_the_odds() -> None:
    likely, unlikely = [0.9, 0.05, 0.05], [0.4, 0.3, 0.3]
    cases = [case(str(n), FIRST if n < 60 else SECOND) for n in range(80)]
    weights = learn_trust(cases, [likely if n < 60 else unlikely for n in range(80)])
    sure = [
        how_sure(signs_of_trust(chances, 0, 0, 0.2, "en", How.PRONOUN), weights)
        for chances in (likely, unlikely)
    ]
    assert sure[0] > 0.5 > sure[1]


def test_articles_are_read_with_everybody_who_may_say_it(tmp_path: Path) -> None:
    start = PLAIN.index("We")
    quote = {"start": start, "end": PLAIN.index("”"), "speakers": ["Jane Roe", "the mayor"]}
    article = {"id": "1", "text": PLAIN, "language": "en", "seen": False, "quotes": [quote]}
    slogan = article | {"id": "2", "quotes": [quote | {"speakers": []}]}
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(article) + "\n" + json.dumps(slogan), "utf-8")
    said, unsaid = map(case_of, read_annotations(file))
    assert said.right[said.rules]
    assert said.spoken
    assert unsaid.right[-1]
    assert not any(unsaid.right[:-1])
    assert not unsaid.spoken


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("notes", "utf-8")
    with pytest.raises(ValueError, match="Expecting value"):
        list(read_annotations(tmp_path / "notes.jsonl"))
