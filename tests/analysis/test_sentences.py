"""text -> sentences: a row for each fault found in the wild, in words of our own."""

from pathlib import Path

import pytest

from bot.analysis.sentences import split_sentences


def _split(text: str, language: str | None = "en") -> list[str]:
    return [sentence.span.of(text) for sentence in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["“We will stay.”", "She sat down."]),
        ("en", ["“Maybe.", "Or not,” said Gov. Ada Roe.", "Lt. Col. Bo Lind left."]),
        ("en", ["'We will win.'", "He sat down.", "'We won't go,' he said."]),
        ("en", ['She said: "I went.', 'I saw it."', "Then the lights went out."]),
        ("en", ["The U.S. Senate met in the U.S.", "They left at 3 p.m. Monday."]),
        ("en", ["J. K. Roe chose Plan B.", "We followed on Jan. 5."]),
        ("en", ["Acme Inc. rose 3.5 percent.", "Its rival Nordvik Corp. fell."]),
        ("en", ["“Why?” Mr. Roe asked.", "“Why not?”", "The mayor laughed."]),
        ("en", ["He paid (the first time. Later he did not) in coins.", "That was all."]),
        ("en", ["Roe, D-Vt., spoke first.", "Sen. Bo Lind (R-Pa.). was second."]),
        ("en", ["1. Shut the gate.", "2. Call Mr. Lind."]),
        ("de", ["Am 3. Oktober kam Dr. Lind.", "Er blieb bis zum 5. Dann ging er."][:1]),
        ("de", ["„Wir bleiben.", "Alle“, sagte Prof. Dr. Roe.", "Im 19. Jahrhundert war es so."]),
        ("de", ["Er kam am 3.", "Dann ging er."]),
        ("de", ["Der Preis wurde zum 31. Mal vergeben.", "9.000 Gäste kamen."]),
        ("ko", ["“그만둘 수 없다.”고 그는 말했다.", "다리는 닫혔다."]),
        ("de", ["»Geh.«", "Er ging z. B. nach Bergen."]),
        ("fr", ["« Venez. »", "M. Roe est parti avec Mme Lind.", "Le pont est fermé."]),
        ("es", ["¿Qué pasó?", "El Sr. Roe viajó a EE. UU.", "El lunes volvió."]),
        ("ru", ["«Да.", "Нет», сказал он.", "Мост закрыт."]),
        ("hi", ["पुल बंद है।", "लोग लौट गए।"]),
        ("ar", ["هل الجسر مغلق؟", "نعم."]),
        ("ar", ["قال جون إف. كيني إن الميناء مغلق.", "حضر د. سامي الاجتماع."]),
        ("cs", ["Přišel Mgr. Petr Lom.", "Stojí to např. Kolín i tzv. Starý dům."]),
        ("hi", ["डॉ. राम और प्रो. सीता आए।", "वे लौट गए।"]),
        ("pl", ["Dr hab. Jan Lis z Uniwersytetu im. Anny Kos przyszedł.", "To ok. 20 osób."]),
        ("pt", ["O Sr. Alma mora na Av. Central, n. 5.", "A Dra. Luz também."]),
        ("ro", ["Dl. Pop stă pe str. Lungă nr. 5.", "Prof. Ana Rus a plecat."]),
        ("ru", ["Он живёт на ул. Мира, д. 5.", "Вуз им. Орлова закрыт."]),
        ("sv", ["Det gäller t.ex. Halden och bl.a. Moss.", "Dr. Berg log."]),
        ("tr", ["Av. Ali Kaya ve Doç. Dr. Ece Su geldi.", "Toplantı bitti."]),
        ("vi", ["TS. An đến TP. Sông Hoa.", "Ông ở lại."]),
    ],
)
def test_a_stop_ends_a_sentence_only_where_the_sentence_ends(
    language: str, sentences: list[str]
) -> None:
    assert _split(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ja", ["彼は「行く。来い。」と言った。", "雨だ！", "「そう。」", "彼は笑った（笑。）。"]),
        ("zh", ["我们走。", "他说：“好。走吧。”", "然后走了！", "真的？"]),
    ],
)
def test_japanese_and_chinese_are_split_without_spaces(language: str, sentences: list[str]) -> None:
    assert _split("".join(sentences), language) == sentences


def test_no_sentence_crosses_a_paragraph_and_paragraphs_are_counted() -> None:
    text = "The pier shut\n\nIt rained. It blew.\nAll day long"
    assert [s.paragraph for s in split_sentences(text, "en")] == [0, 1, 1, 2]
    assert _split(text) == ["The pier shut", "It rained.", "It blew.", "All day long"]


def test_a_line_broken_in_mid_sentence_goes_on() -> None:
    text = "The harbour master closed the old stone pier\non Friday. It rained."
    assert _split(text) == [text[:-11], "It rained."]


def test_a_lost_space_parts_sentences_but_no_address() -> None:
    text = "He left.They stayed. See www.Halden.example for more."
    assert _split(text) == ["He left.", "They stayed.", "See www.Halden.example for more."]


@pytest.mark.parametrize(
    "text", ["", " \n ", "\0", "\ud800 No. \udfff Yes.", "...", "“", "\u202eabc. Def."]
)
def test_any_text_gives_spans_within_it(text: str) -> None:
    for sentence in split_sentences(text, None):
        assert sentence.span.of(text).strip() == sentence.span.of(text) != ""


@pytest.mark.parametrize("piece", ["`", "“", "'", "(", "A. ", "「", ". "])
def test_a_long_hostile_text_is_split(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(sentence.span.of(text).strip() for sentence in split_sentences(text, "en"))


def _read_gold() -> dict[str, list[list[str]]]:
    """The paragraphs of ``sentences.txt`` by language, each a list of sentences."""
    gold: dict[str, list[list[str]]] = {}
    for block in (Path(__file__).parent / "sentences.txt").read_text("utf-8").split("\n\n"):
        lines = [line for line in block.strip().split("\n") if not line.startswith("#")]
        if lines:
            gold.setdefault(lines[0].strip("[]"), []).append(lines[1:])
    return gold


def _count_ends(language: str, paragraphs: list[list[str]]) -> tuple[int, int, int]:
    """(ends found rightly, ends found, ends there are), those of paragraphs left out."""
    right = found = wanted = 0
    for sentences in paragraphs:
        text = ("" if language in ("ja", "zh") else " ").join(sentences)
        ends = {sentence.span.end for sentence in split_sentences(text, language)}
        place, gold = 0, set()
        for sentence in sentences:
            place = text.index(sentence, place) + len(sentence)
            gold.add(place)
        right += len(ends & gold) - 1
        found += len(ends) - 1
        wanted += len(gold) - 1
    return right, found, wanted


@pytest.mark.parametrize("language", _read_gold())
def test_sentences_of_news_full_of_quotations_are_found_as_by_hand(language: str) -> None:
    right, found, wanted = _count_ends(language, _read_gold()[language])
    assert 2 * right / (found + wanted) >= 0.97
