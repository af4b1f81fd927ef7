"""The sentences of a text -> which of them are matter of its story, and how they stand."""

import re
from dataclasses import dataclass
from itertools import groupby

from bot.analysis.summary.boilerplate import CLOSING, is_furniture, is_stopped
from bot.analysis.summary.captions import shows_picture
from bot.analysis.summary.phrases import read_set
from bot.analysis.summary.quotations import Bond
from bot.analysis.summary.verbless import lacks_verb
from bot.model import Sentence

HEADING = 15  # words that a heading of several sentences has at most
ASKED = 200  # characters of a question that may be a heading
QUESTION_MARKS = ("?", "؟", "？")
NONE = frozenset[str]()
PAST_ENDING = "ed"  # in English; elsewhere the past is told by other signs
# "Waves on the pier. © Ada Roe": who took the picture of which a sentence tells.
CREDIT = re.compile(
    r"""
    [.!?…”»)"] \ ?
    (?: © | \|\ ?[A-ZÀ-Þ]{2} | \(?(?:Bild|Crédit|Foto|Image|Imagen|Photo|Picture)\ ?[:©]
      | (?:Foto|Photo)\ [A-ZÀ-Þ] )
    """,
    re.VERBOSE,
)
LONGEST = 1000  # characters; what is longer is no sentence that a summary can hold


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A text and its sentences, by their number, and what is known of the whole of it."""

    text: str
    sentences: tuple[Sentence, ...]
    words: tuple[str, ...]  # of each sentence
    language: str | None
    title: str
    labels: bool  # whether what ends without a stop is a label
    headings: frozenset[int]  # numbers of paragraphs
    captions: frozenset[str]  # sentences with a credit behind

    def leaves_out(self, place: int, bond: Bond) -> bool:
        """Whether a sentence is furniture, a heading or a label, or longer than any sentence."""
        sentence = self.words[place]
        if len(sentence) > LONGEST or self.sentences[place].paragraph in self.headings:
            return True
        if (self.labels and self._is_asked_alone(place)) or sentence in self.captions:
            return True
        if is_furniture(sentence, self.title, self.language, labels=self.labels):
            return True
        return not (bond.before or bond.after) and lacks_verb(sentence, self.language)

    def shows_picture(self, place: int) -> bool:
        """Whether a sentence tells in the present what is seen, where many tell of the past."""
        if not shows_picture(self.words[place], self.language or "en"):
            return False
        signs = read_set(self.language or "en", "past_signs")
        words = " ".join(self.words).split()
        told = sum(word in signs or word.endswith(PAST_ENDING) for word in words)
        return 2 * told >= len(self.sentences)

    def answers(self, place: int) -> bool:
        """Whether a sentence comes right behind a question of its paragraph."""
        return self.is_behind(place) and self.words[place - 1].rstrip(CLOSING).endswith(
            QUESTION_MARKS
        )

    def is_behind(self, place: int) -> bool:
        """Whether another sentence comes before one in its paragraph."""
        sentences = self.sentences
        return place > 0 and sentences[place - 1].paragraph == sentences[place].paragraph

    def _is_asked_alone(self, place: int) -> bool:
        """Whether a sentence is a short question and all of its paragraph: a heading."""
        sentence = self.words[place]
        return (
            sentence.endswith(QUESTION_MARKS)
            and len(sentence) <= ASKED
            and not self.is_behind(place)
            and not (place + 1 < len(self.sentences) and self.is_behind(place + 1))
        )


def read_page(text: str, sentences: tuple[Sentence, ...], language: str | None, title: str) -> Page:
    """See what is known of the whole text. Where most sentences end with a stop, others are labels.

    >>> from bot.analysis.sentences import split_sentences
    >>> text = "Snow. Then the flood\\n\\nHalden has snow. © Ada Roe\\n\\nBrekke has a flood."
    >>> read_page(text, split_sentences(text, "en"), "en", "").captions
    frozenset({'Halden has snow.'})
    """
    words = tuple(sentence.span.of(text) for sentence in sentences)
    labels = 2 * sum(map(is_stopped, words)) > len(words)
    headings = _find_headings(text, sentences) if labels else frozenset()
    captions = _find_credited(text, sentences)
    return Page(text, sentences, words, language, title, labels, headings, captions)


def _find_credited(text: str, sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The sentences behind which somebody is named for a picture."""
    ends = {found.start() + 1 for found in CREDIT.finditer(text)}
    return frozenset(s.span.of(text) for s in sentences if s.span.end in ends) if ends else NONE


def _find_headings(text: str, sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """The short paragraphs of several sentences without a stop at the end: Snow. Then the flood"""
    headings = set()
    for number, paragraph in groupby(sentences, key=lambda sentence: sentence.paragraph):
        first, *others = paragraph
        words = text[first.span.start : others[-1].span.end] if others else ""
        if words and not is_stopped(words) and words[-1] != ":" and len(words.split()) <= HEADING:
            headings.add(number)
    return frozenset(headings)
