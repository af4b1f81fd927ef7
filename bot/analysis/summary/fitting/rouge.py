"""Sentences and a reference -> ROUGE, the share of words, pairs and sequences that they share.

Chin-Yew Lin, "ROUGE: a package for automatic evaluation of summaries" (2004), in the choices of
the package rouge-score 0.1.2: letters and digits of English, Porter's stems of words longer than
three letters, ROUGE-Lsum with the union of longest common subsequences by line.
"""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from nltk.stem.porter import PorterStemmer

NO_WORD = re.compile(r"[^a-z0-9]+")
SHORT = 3  # letters; such words are not stemmed
STEMMER = PorterStemmer()


def read_words(text: str) -> list[str]:
    """
    >>> read_words("The pier's planks, broken")
    ['the', 'pier', 's', 'plank', 'broken']
    """
    return [_stem(word) for word in NO_WORD.sub(" ", text.lower()).split()]


@cache
def _stem(word: str) -> str:
    return str(STEMMER.stem(word)) if len(word) > SHORT else word


class Rouge:
    """Scores sets of one article's sentences against what people wrote of it.

    >>> rouge = Rouge(["The pier is shut.", "It rained."], ["The pier is shut."])
    >>> round(rouge.score((0,))), round(rouge.score((1,)))
    (100, 0)
    """

    def __init__(self, sentences: list[str], references: list[str]) -> None:
        self.sentences = [read_words(sentence) for sentence in sentences]
        self.references = [_Reference(reference) for reference in references]

    def score(self, chosen: tuple[int, ...]) -> float:
        """The mean of the F1 of ROUGE-1, -2 and -Lsum over all references, times 100."""
        words = [word for number in chosen for word in self.sentences[number]]
        ones, twos = Counter(words), Counter(pairwise(words))
        total = 0.0
        for reference in self.references:
            total += _f1((ones & reference.ones).total(), len(words), reference.size)
            total += _f1(
                (twos & reference.twos).total(), max(0, len(words) - 1), max(0, reference.size - 1)
            )
            shared = reference.sequence(ones, [(n, self.sentences[n]) for n in chosen])
            total += _f1(shared, len(words), reference.size)
        return 100 * total / 3 / len(self.references)


class _Reference:
    def __init__(self, text: str) -> None:
        self.lines = [read_words(line) for line in text.split("\n")]
        words = read_words(text)
        self.size = len(words)
        self.ones, self.twos = Counter(words), Counter(pairwise(words))
        self.kept: dict[tuple[int, int], set[int]] = {}

    def sequence(self, words: Counter[str], sentences: list[tuple[int, list[str]]]) -> int:
        """How many words of the lines are in a longest common subsequence with a sentence."""
        left, wanted, shared = words.copy(), self.ones.copy(), 0
        for line_number, line in enumerate(self.lines):
            found: set[int] = set()
            for number, sentence in sentences:
                key = (line_number, number)
                if key not in self.kept:
                    self.kept[key] = _common(line, sentence)
                found |= self.kept[key]
            for place in found:
                word = line[place]
                if left[word] > 0 and wanted[word] > 0:
                    left[word] -= 1
                    wanted[word] -= 1
                    shared += 1
        return shared


def _common(line: list[str], sentence: list[str]) -> set[int]:
    """The places in ``line`` of a longest common subsequence with ``sentence``.

    >>> sorted(_common(["the", "pier", "is", "shut"], ["the", "old", "pier", "shut"]))
    [0, 1, 3]
    """
    table = [[0] * (len(sentence) + 1) for _ in range(len(line) + 1)]
    for i, word in enumerate(line, 1):
        above, row = table[i - 1], table[i]
        for j, other in enumerate(sentence, 1):
            row[j] = above[j - 1] + 1 if word == other else max(above[j], row[j - 1])
    places, i, j = set(), len(line), len(sentence)
    while i and j:
        if line[i - 1] == sentence[j - 1]:
            i, j = i - 1, j - 1
            places.add(i)
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places


def _f1(shared: int, given: int, wanted: int) -> float:
    return 2 * shared / (given + wanted) if shared else 0.0
