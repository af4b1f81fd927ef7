"""text -> its language."""


def find_language(text: str) -> str | None:
    """The language of a text (ISO 639-1), None where it is too short to tell."""
    return "en" if text else None
