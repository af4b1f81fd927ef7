"""words -> rough tags, in languages whose verbs we do not know."""

from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Word, word_set


def tag_plainly(words: tuple[Word, ...], language: str) -> list[Tag]:
    """Tags that tell apart numbers, times, marks, the words that end a phrase, and the rest.

    >>> from bot.analysis.figures.grammar.words import split_words
    >>> words = split_words("37 Menschen wurden im März verletzt")
    >>> [tag.value for tag in tag_plainly(words, "de")]
    ['number', 'name', 'preposition', 'preposition', 'time', 'noun']
    """
    return [_tag_alone(word, language) for word in words]


def _tag_alone(word: Word, language: str) -> Tag:
    if not word.is_letters:
        return Tag.NUMBER if word.is_digits else Tag.MARK
    if word.lower in word_set(language, "grammar_function_words"):
        return Tag.PREPOSITION
    if word.lower in word_set(language, "figure_months"):
        return Tag.TIME
    return Tag.NAME if word.capital else Tag.NOUN
