"""The words of a sentence -> its phrases behind articles, and where its clauses open."""

from collections.abc import Iterator

from bot.analysis.summary.names import CLOSING, OPENING

LONGEST = 4  # words behind an article that are looked at
LATER = 16  # words, before which a clause ends that tells of its subject


def find_phrases(
    tokens: list[str], articles: frozenset[str]
) -> Iterator[tuple[int, str, list[str]]]:
    """The place of each article, itself folded, and the words behind it, up to the first mark.

    >>> list(find_phrases("“The old pier, a ruin, fell.".split(), frozenset({"a", "the"})))
    [(0, 'the', ['old', 'pier']), (3, 'a', ['ruin'])]
    """
    for position, token in enumerate(tokens):
        if token in articles:
            yield position, token, _read_phrase(tokens[position + 1 : position + 1 + LONGEST])
        elif not token.islower() and (article := token.lstrip(OPENING).lower()) in articles:
            yield position, article, _read_phrase(tokens[position + 1 : position + 1 + LONGEST])


def opens_clause(tokens: list[str], position: int) -> bool:
    """Whether what stands there comes first, or first behind a comma and is no apposition.

    >>> opens_clause("In May, the boat sank".split(), 2)
    True
    >>> opens_clause("Ada, the skipper, fell".split(), 1)
    False
    """
    if not position:
        return True
    behind = tokens[position : position + 1 + LONGEST]
    return tokens[position - 1].endswith(",") and not any(word.endswith(",") for word in behind)


def ends_first_clause(tokens: list[str], position: int) -> bool:
    """Whether the first comma stands before a place, and what it ends tells no more than when.

    >>> ends_first_clause("Founded in 1970 by one Ada Roe, the firm fell".split(), 7)
    True
    """
    return (
        tokens[position - 1].endswith(",")
        and position < LATER
        and tokens[0].endswith(("ed", "ing"))
        and not any(token.endswith(",") for token in tokens[: position - 1])
    )


def _read_phrase(tokens: list[str]) -> list[str]:
    """The words up to the first mark.

    >>> _read_phrase(["old", "pier,", "a"]), _read_phrase(["“Roe”", "is"])
    (['old', 'pier'], [])
    """
    words = []
    for token in tokens:
        if token.isalpha():
            words.append(token)
            continue
        if token[0] in OPENING:
            break
        words.append(token.rstrip(CLOSING).rstrip("."))
        if words[-1] != token:
            break
    return words


def is_named_behind(tokens: list[str], position: int, phrase: list[str]) -> bool:
    """Whether a comma behind a phrase opens the name of what it tells of, or says who that is.

    >>> tokens = "The mayor, Ada Roe, fell; the cook, who fell, and the baker, too".split()
    >>> [is_named_behind(tokens, place, [tokens[place + 1]]) for place in (0, 5, 10)]
    [True, True, False]
    """
    end = position + len(phrase)
    after = tokens[end + 1 : end + 2]
    return tokens[end].endswith(",") and (
        after[0][0].isupper() or after == ["who"] if after else False
    )
