"""HTML -> the same HTML without what nobody reads: most of what a large page sends is scripts."""

import re

OPENING = re.compile(r"<(?:(?P<name>script|style|svg)\b[^<>]*>|!--)", re.IGNORECASE)
CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "svg")}


def drop_unread(page: str) -> str:
    """A page without its scripts (but for JSON-LD), styles, drawings and comments.

    >>> drop_unread("<p>It<script>x</script> rose.</p><!-- no --><STYLE>p {}</STYLE>")
    '<p>It rose.</p>'
    >>> drop_unread('<script type="application/ld+json">{}</script><script>')
    '<script type="application/ld+json">{}</script>'
    """
    kept: list[str] = []
    at = 0
    while found := OPENING.search(page, at):
        kept.append(page[at : found.start()])
        at = _end_of(page, found)
        if "ld+json" in found[0]:
            kept.append(page[found.start() : at])
    kept.append(page[at:])
    return "".join(kept)


def _end_of(page: str, opening: re.Match[str]) -> int:
    """Where an element ends; one that is not closed takes the rest, as in a browser."""
    name = (opening["name"] or "").lower()
    if not name:
        end = page.find("-->", opening.end())
        return len(page) if end < 0 else end + 3
    closing = CLOSING[name].search(page, opening.end())
    return closing.end() if closing else len(page)
