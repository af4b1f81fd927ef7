"""a quotation of several paragraphs -> one speaker for all of them, wherever he is named."""

from dataclasses import dataclass, replace

from bot.analysis.quotes.attributions import Attribution
from bot.model import Quote, QuoteKind


@dataclass(slots=True)
class Run:
    """Where in the quotes found so far one began that no paragraph has ended yet."""

    since: int | None = None

    def note(
        self, found: list[Quote], attribution: Attribution | None, opens: bool, continues: bool
    ) -> bool:
        """Read the last quote found; whoever its paragraph names has said the parts before it too.

        ``opens``: it opens its passage; ``continues``: the next paragraph carries it on. Whether
        the quotation is still open.
        """
        if self.since is not None and opens and attribution:
            parts = found[self.since : -1]
            found[self.since : -1] = [_said_by(found[-1], part) for part in parts]
        if attribution or not continues:
            self.since = None
        elif self.since is None:
            self.since = len(found) - 1
        return self.since is not None


def _said_by(whole: Quote, part: Quote) -> Quote:
    """The part with the speaker of the whole, if it names none itself.

    >>> from bot.model import Span
    >>> part = Quote(Span(0, 9), QuoteKind.DIRECT, "police", None, None, None)
    >>> whole = Quote(Span(10, 19), QuoteKind.DIRECT, "Jane Roe", Span(20, 28), None, None)
    >>> _said_by(whole, part).speaker, _said_by(part, whole).speaker
    ('Jane Roe', 'Jane Roe')
    """
    if whole.mention is None or part.mention or part.kind is QuoteKind.INDIRECT:
        return part
    return replace(part, speaker=whole.speaker, role=whole.role)
