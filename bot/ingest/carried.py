"""HTML -> the paragraphs of its article that its scripts carry, where a browser would set them.

Such pages come empty: what they show stands in their data, as Next.js and others write it. How it
is nested differs from site to site; that an article is a run of sentences does not.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from bot.ingest.characters import fold
from bot.ingest.density import best_run
from bot.ingest.live import split_body
from bot.ingest.paragraphs import ends_sentence

STRING = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)', re.DOTALL)  # the last may be cut off
MARKED = re.compile(r"<(?:p|br)\b[^<>]*>", re.IGNORECASE)
MOST_STRINGS = 50_000  # of a page
FEWEST_WORDS = 8  # of a paragraph; names and labels have fewer
FEWEST_LINES, LEAST_TEXT = 3, 500  # paragraphs and characters, below which nothing is proved
KEY, GAP = 3, 30  # characters of a paragraph that a key or a phrase between two of them is worth
DEEPEST = 2  # JSON in a string of JSON
SHORTEST_WORD = 4  # letters of a word by which a headline and its text are told to be of one


def find_carried(tree: Any, title: str) -> tuple[str, ...]:
    """The longest run of sentences in the scripts of a page (an lxml tree), a paragraph a line.

    Empty where it is short, or has no word of the page's title: then it is something else's.

    >>> from trafilatura import load_html
    >>> told = ["The tide rose by %d metres in Halden on Monday night." % n for n in range(12)]
    >>> page = f"<html><script>let x = {json.dumps({'body': told})}</script></html>"
    >>> find_carried(load_html(page), "High tide in Halden") == tuple(told)
    True
    >>> find_carried(load_html(page), "Gulls")
    ()
    """
    strings = list(islice(_find_strings(tree), MOST_STRINGS))
    runs = [split_body(one) for one in strings if MARKED.search(one)]
    values = [len(one) if _is_paragraph(one) else -GAP if " " in one else -KEY for one in strings]
    start, end = best_run(values)
    runs.append(tuple(one for one in strings[start:end] if _is_paragraph(one)))
    best = max(runs, key=lambda lines: sum(map(len, lines)))
    words = " ".join(best)
    proves = len(best) >= FEWEST_LINES and len(words) >= LEAST_TEXT
    return best if proves and _share_a_word(title, words) else ()


def _find_strings(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):  # that says what it is
            yield from _strings_in(script.text or "")


def _strings_in(words: str, deep: int = DEEPEST) -> Iterator[str]:
    """The strings in what may be JSON or a script; of one that holds such itself, those in it.

    >>> list(_strings_in('push([1,"Tide", 7, "It \\\\"rose\\\\"."])'))
    ['Tide', 'It "rose".']
    """
    for found in STRING.finditer(words):
        try:
            string = json.loads(found[0], strict=False) if "\\" in found[1] else found[1]
        except ValueError:
            string = ""
        if deep and len(string) > LEAST_TEXT and '"' in string and not MARKED.search(string):
            yield from _strings_in(string, deep - 1)
        else:
            yield string


def _is_paragraph(string: str) -> bool:
    plain = "<" not in string and "{" not in string
    return plain and string.count(" ") >= FEWEST_WORDS and ends_sentence(string)


def _share_a_word(title: str, words: str) -> bool:
    long = (word for word in re.findall(r"\w+", fold(title)) if len(word) >= SHORTEST_WORD)
    text = fold(words)
    return any(word in text for word in long)
