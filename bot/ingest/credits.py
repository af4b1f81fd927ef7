"""line -> whether it is the credit or the caption of a picture; and credits cut from its end."""

import re

from bot.ingest.lexicon import read_choice

LONGEST = 600  # characters of a caption; longer is prose that ends in a credit
NEWS = read_choice("agencies")
PICTURES = read_choice("photo_agencies")
ENDED = re.compile(r"[.!?…][\"”’'»“]?$")
IN_BRACKETS = re.compile(r"\s*(?P<open>[\[(])(?P<credit>[^\[\]()]{2,100})[\])][ .]*$")
PICTURE_WORDS = re.compile(
    rf"""
      \b(?:photo|photos|photograph|photographer|picture|pictures|image|images|foto|fotos|bild|imagen
          |credit|crédit|courtesy|handout|file|archiv|archives|archivo|screenshot|screengrab
          |screen\sgrab|illustration|graphic|grafik|cc\sby[\w-]*)\b
    | ©
    | \b{PICTURES}\b
    | \b[\w.'’-]+\s?/\s?(?:{NEWS}|{PICTURES})\b          # Mara Lind/AFP
    | \b(?:{NEWS})\s?/\s?[\w.'’-]+                        # AP/Mara Lind
    | \bvia\s(?:{NEWS}|{PICTURES})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
AT_THE_END = (  # of a line without brackets
    re.compile(  # ... on Monday. Photograph: Mara Lind/Halden Post
        r"""
          (?:^|(?<=[.!?)"”’|\w])\s)
          (?:Фото|Fot|Zdjęcie|Beeld|Immagine|Imagem|تصوير|图|圖|Photo(?:graph|grapher|graphy)?s?|Pictures?|Images?|Fotos?|Bild(?:er)?|Illustration
              |(?:Photo|Picture|Image|Photography)\s(?:[Cc]redit|[Bb]y|[Cc]ourtesy)|PHOTO|PHOTOS
              |Credits?|Crédits?(?:\sphoto)?|Imagen|Fotograf[íi]a|Composite|Getty)
          (?: \s?:\s | ： | \.\s(?<=Fot\.\s) ) [^!?]{2,90} $
        """,
        re.VERBOSE,
    ),
    re.compile(r"\b(?:REUTERS|AFP|AP|EPA|Reuters)\s?/\s?[\w.'’ -]{2,50}$"),  # REUTERS/Mara Lind
    re.compile(rf"(?:/\s?|\|\s?|©\s?|\bvia\s)(?:{NEWS}|{PICTURES})$", re.IGNORECASE),
    re.compile(r"\bGetty Images$|\bShutterstock$|\bAlamy(?: Stock Photo)?$|\biStock$"),
    re.compile(r"©\s?[\w.'’/ -]{2,50}$"),
)
SIGNATURE = re.compile(rf"[\[(]?(?:{NEWS}|{PICTURES})[\])]?", re.IGNORECASE)
SIGNED = re.compile(
    rf"""
      (?<=[.!?…"”’»“])                                         # after the last sentence
      (?: \s* [\[(] (?i:{NEWS}) (?:[/,;\s-][^\[\]()]{{2,30}})? [\])] \.?   # (AFP, dpa/lno)
        | \s+ (?:AFP|AP|APA|ANSA|dpa|EFE|Reuters|Xinhua) )
      $
    """,
    re.VERBOSE,
)
CONTRIBUTED = re.compile(  # ... to them." Mara Lind contributed to this report.
    r"""
      (?<=[.!?…"”’»]) \s+ (?=[A-ZÀ-Þ]) (?: [^.!?"“”] | \.(?=[,\w]) ){2,150}
      \bcontributed\s(?:reporting\s)?to\sthis\s(?:report|story|article)\. $
    """,
    re.VERBOSE,
)
LONGEST_SIGNATURE = 60
LONGEST_CONTRIBUTION = 250


def is_credit(line: str) -> bool:
    """Whether a line is a credit or a caption that ends with one.

    >>> is_credit("The river at Halden on Monday [Getty]"), is_credit("(AP Photo/Mara Lind)")
    (True, True)
    >>> is_credit("The river fell on Monday. (AP)"), is_credit("She had none (as had he)")
    (False, False)
    """
    if len(line) > LONGEST:
        return False
    if SIGNATURE.fullmatch(line):
        return True
    bracketed = IN_BRACKETS.search(line)
    if bracketed:
        return _is_credit_in_brackets(line[: bracketed.start()], bracketed)
    return not ENDED.search(line) and any(pattern.search(line) for pattern in AT_THE_END)


def cut_signature(paragraph: str) -> str:
    """A paragraph without the agency that signs it after its last sentence, or who else wrote.

    >>> cut_signature("The river fell on Monday. (dpa)"), cut_signature("It was read (by AP).")
    ('The river fell on Monday.', 'It was read (by AP).')
    >>> cut_signature("It fell. Mara Lind in Halden contributed to this report.")
    'It fell.'
    """
    tail = paragraph[-LONGEST_CONTRIBUTION:]
    if contributed := CONTRIBUTED.search(tail):
        paragraph = paragraph[: len(paragraph) - len(tail) + contributed.start()]
    end = paragraph[-LONGEST_SIGNATURE:]
    signed = SIGNED.search(end)
    return paragraph[: len(paragraph) - len(end) + signed.start()] if signed else paragraph


def _is_credit_in_brackets(before: str, bracketed: re.Match[str]) -> bool:
    credit = bracketed["credit"].strip()
    if PICTURE_WORDS.search(credit):
        return credit[0].isupper() or credit[0] == "©" or credit.startswith(("file", "archiv"))
    if ENDED.search(before):
        return False
    if bracketed.group().endswith("."):  # (ANSA) as a short form inside a sentence
        return False
    agency = SIGNATURE.fullmatch(credit) is not None
    square = bracketed["open"] == "["
    return agency or (square and credit[0].isupper() and credit.count(" ") < 6)
