"""text -> its language.

A script that one language owns settles it; so do the small words of English, German, French and
Spanish. Only what is left goes to py3langid, whose model costs half a second and 50 MB.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache

from bot.analysis.lexicon import read_words

SAMPLE = 4000  # characters that are looked at
FEWEST_LETTERS = 12  # below, nothing is told in scripts that several languages share
FEWEST_SMALL_WORDS = 6
LONG = 80  # characters
SURE, SURE_ENOUGH = 0.6, 0.3  # py3langid's probability, in short text and in long

TUNED = ("de", "en", "es", "fr")
# What py3langid may answer: languages with newspapers on the web, without the small relatives
# that short texts are mistaken for.
CANDIDATES = frozenset(
    """
    af ar bg bn bs ca cs da de el en es et fa fi fr gu he hi hr hu hy id is it ja ka kk km kn ko
    lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk
    ur uz vi zh
    """.split()  # noqa: SIM905 (seventy strings are harder to read)
)

# The first word of a letter's Unicode name is its script; these scripts have one language of news.
OWN_SCRIPTS = {
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KHMER": "km",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str) -> str | None:
    """The language of a text (ISO 639-1), None where it is too short to tell.

    >>> find_language("The ferry was late again, and the harbour was full of people.")
    'en'
    >>> find_language("Die Fähre kam wieder zu spät, und am Hafen war es voll von Menschen.")
    'de'
    >>> find_language("港は朝から閉まっていた。"), find_language("Oslo 3-2"), find_language("")
    ('ja', None, None)
    """
    sample = text[:SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    if not letters:
        return None
    by_script = _tell_by_script(letters)
    if by_script:
        return by_script
    if len(letters) < FEWEST_LETTERS:
        return None
    return _tell_by_small_words(sample) or _tell_by_model(sample)


def _tell_by_script(letters: list[str]) -> str | None:
    """The language that owns the script of most letters; kana make it Japanese among Han.

    >>> [_tell_by_script(list(word)) for word in ("ελληνικά", "東京で", "a")]
    ['el', 'ja', None]
    """
    scripts = Counter(unicodedata.name(letter, "UNKNOWN").split()[0] for letter in letters)
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana + scripts["CJK"] > 0.5 * len(letters):
        return "ja" if kana > 0.1 * len(letters) else "zh"
    script, count = scripts.most_common(1)[0]
    return OWN_SCRIPTS.get(script) if count > 0.5 * len(letters) else None


def _tell_by_small_words(text: str) -> str | None:
    """English, German, French or Spanish, where its small words are many and clearly the most.

    >>> [_tell_by_small_words(text) for text in ("hij is er niet", "it is for him to be in it")]
    [None, 'en']
    """
    words = [word.casefold() for word in WORD.findall(text)]
    counts = {language: sum(word in _small_words(language) for word in words) for language in TUNED}
    best = max(counts, key=counts.__getitem__)
    second = max(count for language, count in counts.items() if language != best)
    enough = counts[best] >= max(FEWEST_SMALL_WORDS, 0.25 * len(words))
    return best if enough and counts[best] > 2 * second else None


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(read_words(language, "small_words"))


def _tell_by_model(text: str) -> str | None:
    language, probability = _model()(text)
    return language if probability >= (SURE_ENOUGH if len(text) >= LONG else SURE) else None


@cache
def _model() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    # Let go of the tables of the other languages: a third of the memory.
    identifier._full_model = (identifier.nb_ptc, identifier.nb_pc, identifier.nb_classes)

    def classify(text: str) -> tuple[str, float]:
        language, probability = identifier.classify(text)
        return str(language), float(probability)

    return classify
