"""text -> who said what: the steps, in order."""

from collections.abc import Sequence

from bot.analysis.quotes.announcements import Announcements
from bot.analysis.quotes.around import Around
from bot.analysis.quotes.continuations import Continuations
from bot.analysis.quotes.echoes import with_echoes, with_heralds
from bot.analysis.quotes.findings import Finding
from bot.analysis.quotes.headings import is_half_quoted, is_quoted_heading
from bot.analysis.quotes.paragraphs import split_paragraphs
from bot.analysis.quotes.passages import find_in_passage, is_silent
from bot.analysis.quotes.quoted import find_quoted
from bot.analysis.quotes.runs import Run
from bot.analysis.quotes.weighing import Reading, Weighing
from bot.analysis.speakers.grammar import Grammar, read_grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.names import Name, common_words, find_names
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.register import find_people
from bot.analysis.speakers.resolve import Resolver, Speaker
from bot.analysis.speakers.tokens import Passage, Token, split_passages
from bot.model import Quote, QuoteKind, Sentence, Span

TURNS = 2
"""So many tokens may hold the word that turns a story to others."""


def find_quotes(
    text: str,
    sentences: tuple[Sentence, ...],
    language: str | None,
    readings: list[Reading] | None = None,
) -> tuple[Quote, ...]:
    """What the text gives as said, in order: direct, mixed and indirect, each with its speaker.

    ``language`` is ISO 639-1. In a language without word lists the speakers stay None. ``readings``
    takes in who seems to speak, before it is weighed, for whoever fits the weights.

    >>> text = "Mayor Jane Roe spoke. “We will rebuild,” she said."
    >>> (quote,) = find_quotes(text, (), "en")
    >>> quote.span.of(text), quote.speaker, quote.mention.of(text), quote.role.of(text)
    ('We will rebuild,', 'Jane Roe', 'she', 'Mayor')
    """
    grammar = read_grammar(language or "en")
    paragraphs = split_paragraphs(text)
    stretches = find_quoted(text, paragraphs, grammar)
    passages = split_passages(text, paragraphs, [s.outer for s in stretches], grammar)
    backwards = range(len(passages) - 1, -1, -1)
    last = next((n for n in backwards if not is_silent(passages[n], grammar)), None)
    if last is None:
        return ()
    common = common_words(passages)
    names = [list(find_names(passage, grammar, common)) for passage in passages]
    people = find_people(passages, names, grammar)
    resolver = Resolver(people, grammar)
    doubles = any(not stretch.single for stretch in stretches)
    found: list[Quote] = []
    run = Run()
    around = (passages, grammar, people, resolver)
    announcements, continuations = Announcements(*around), Continuations(*around)
    weighing = Weighing(Around(*around), text, [] if readings is None else readings)
    for number, passage in enumerate(passages[: last + 1]):
        tokens = passage.tokens
        reader = Reader.of(tokens, grammar, people)
        findings = find_in_passage(text, passage, stretches, reader, doubles)
        above = passages[number - 1].paragraph if number else -1
        resolver.memory.opens = above != passage.paragraph
        if heading := grammar.inverts and _is_quoted_heading(
            text, passage, paragraphs, findings, grammar
        ):
            speaker = announcements.find(number)
            found += [finding.quote(speaker, tokens) for finding in findings]
        elif findings and not findings[0].attribution:
            resolver.memory.last = _opener(findings[0], announcements, continuations, number)
        elif findings and findings[0].is_chained:
            resolver.memory.last = continuations.going_on(number)
        speakers: list[Speaker | None] = []
        half = grammar.inverts and _is_half_quoted(passages, number)
        for finding in () if heading else findings:
            mention, loose = finding.mention, finding.is_loose(grammar)
            if loose and not (_goes_on(passages, resolver, number) and _is_about(resolver, reader)):
                continue
            while (
                mention
                and names[number]
                and _comes_before(names[number][0], mention, tokens, grammar)
            ):
                resolver.note_passage([names[number].pop(0)], None, tokens, number)
            dropped = finding.attribution is not None and finding.attribution.dropped
            several = dropped and finding.is_plural(tokens)
            before = resolver.memory.mark()
            speaker = resolver.follow(mention, tokens, number, dropped=dropped, several=several)
            if finding.names(speaker, tokens, text, grammar):
                speaker = resolver.other_than_last(mention, tokens, number)
            if finding.kind is QuoteKind.INDIRECT and _is_thing(resolver, grammar):
                resolver.memory.last, resolver.memory.last_place, resolver.memory.since = before
            if not grammar.cues:
                speaker = resolver.memory.last = None
            elif finding.turn:
                speaker = resolver.memory.last = resolver.interviewee(finding.turn)
            elif finding.is_left_open(grammar) and not _goes_on(passages, resolver, number):
                speaker = None if half else continuations.told_of(number, finding.place)
            elif (
                (half and not finding.attribution)
                or not finding.is_settled
                or (speaker and speaker.person and finding.is_joint(tokens, grammar))
                or finding.is_captioned(tokens)
            ):
                speaker = None
            speakers.append(speaker)
            if finding.kind is QuoteKind.INDIRECT:
                weighing.note(speaker, number)
            elif grammar.cues:
                speaker = weighing.settle(speaker, finding, number)
            found.append(finding.quote(speaker, tokens))
            resolver.memory.said = number
            resolver.memory.running = run.note(
                found, finding.attribution, finding.place == 0, finding.continues
            )
        if len(speakers) > 1 and (outer := _outer(findings, speakers, grammar)):
            resolver.memory.last = outer
        said = any(not finding.is_left_open(grammar) for finding in findings)
        first = reader.first(len(tokens)) if not said or grammar.inverts else None
        if said and first:
            told = resolver.named(first, tokens) if _is_before(first, findings) else None
            if told:
                resolver.keep_about(told, number)
            first = None
        while first and _is_named_before(names[number], first, tokens, grammar):
            resolver.note_passage([names[number].pop(0)], None, tokens, number)
        subject = resolver.subject(first, tokens, number) if first else None
        if not findings and _turns_to_others(tokens, grammar):
            resolver.memory.last = None
        resolver.note_passage(names[number], subject, tokens, number)
    echoed = with_echoes(found, text, loosely=grammar.inverts)
    return with_heralds(echoed, stretches, text, grammar)


def _is_named_before(
    names: Sequence[Name], subject: Mention, tokens: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether a name acts before the pronoun of its English sentence: When Roe came, he was late.

    Not: Unlike Roe, he came. A phrase may mean anybody before it: To Roe, the singer was kind.
    """
    if grammar.language != "en" or subject.kind is MentionKind.NAME or not names:
        return False
    if subject.kind is MentionKind.PHRASE:
        return names[0].end < subject.start
    start, end = names[0].start, names[0].end
    before = tokens[start - 1].lower if start else ""
    led = before in grammar.prepositions and before not in grammar.conjunctions
    return end < subject.start and tokens[end].word and not led


def _comes_before(name: Name, mention: Mention, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a name before a mention may be whom it means; not in German: Roe wirft er vor ...

    Nor in English: Talking to Roe, the mayor said ...; In a note to Roe, the mayor said; Asked by
    Roe, she said ...
    """
    if name.start >= mention.start or mention.kind is MentionKind.NAME:
        return name.start < mention.start
    if grammar.language == "en":
        first, heard = tokens[0].lower, ("to", "with")
        opens = first.endswith("ing") and tokens[1].lower in heard
        opens = opens or (first in grammar.askings and tokens[1].lower == "by")
        led = first in grammar.prepositions and tokens[name.start - 1].lower in heard
        opens = opens or (led and first != "according" and mention.kind is MentionKind.PHRASE)
        return not opens or any(not token.word for token in tokens[: name.start])
    pronoun = grammar.language == "de" and mention.kind is MentionKind.PRONOUN
    return not (pronoun and name.end == mention.start - 1)


def _is_quoted_heading(
    text: str,
    passage: Passage,
    paragraphs: Sequence[Span],
    findings: Sequence[Finding],
    grammar: Grammar,
) -> bool:
    """Whether the only thing in a line is a heading in marks."""
    if len(findings) != 1 or findings[0].turn or findings[0].attribution:
        return False
    paragraph = paragraphs[passage.paragraph].of(text)
    shown, exclaims = findings[0].span.of(text), grammar.language == "fr"
    return is_quoted_heading(passage, paragraph, shown, exclaims=exclaims)


def _is_half_quoted(passages: Sequence[Passage], number: int) -> bool:
    """Whether a passage that is all its paragraph is a heading partly in marks."""
    if not is_half_quoted(passages[number].tokens):
        return False
    around = (*passages[max(0, number - 1) : number], *passages[number + 1 : number + 2])
    return all(passage.paragraph != passages[number].paragraph for passage in around)


def _outer(
    findings: Sequence[Finding], speakers: Sequence[Speaker | None], grammar: Grammar
) -> Speaker | None:
    """Who says all the rest of a passage: Holm habe es „seltsam“ genannt, sagt Roe.

    In English only behind it: He told them he was cold, Roe said.
    """
    if grammar.language not in ("de", "en") or findings[0].kind is not QuoteKind.INDIRECT:
        return None
    cue = findings[0].attribution.cue if findings[0].attribution else None
    if grammar.language == "en" and (cue is None or cue < findings[-1].place):
        return None
    whole, last = findings[0].span, findings[-1].span
    return speakers[0] if whole.start <= last.start < whole.end else None


def _is_before(subject: Mention, findings: Sequence[Finding]) -> bool:
    """Whether all that is said stands behind the subject, and somebody else says it."""
    mentions = [finding.mention for finding in findings]
    return all(mention is not None and mention.start >= subject.end for mention in mentions)


def _is_thing(resolver: Resolver, grammar: Grammar) -> bool:
    """Whether English text only tells what a thing shows, which does not speak on: an MRI."""
    last = resolver.memory.last
    if grammar.language != "en" or last is None or last.person or not last.phrase:
        return False
    short = last.name.isupper() and resolver.memory.last_article in grammar.indefinites
    return short or last.phrase[-1] in grammar.media


def _is_about(resolver: Resolver, reader: Reader) -> bool:
    """Whether a German passage is about no other person than whoever spoke last."""
    subject = reader.first(len(reader.tokens))
    named = resolver.named(subject, reader.tokens) if subject else None
    return named is None or named is (resolver.memory.last and resolver.memory.last.person)


def _goes_on(passages: Sequence[Passage], resolver: Resolver, number: int) -> bool:
    """Whether somebody has spoken in the paragraph of a passage before it.

    In French also right before it, where nobody else has spoken or is named.
    """
    memory = resolver.memory
    last = memory.last_place
    if last < 0 or passages[last].paragraph == passages[number].paragraph:
        return last >= 0
    alone = memory.last is not None and memory.spoken == {memory.last.person}
    near = resolver.grammar.language == "fr" and last == number - 1
    return near and alone and not resolver.only_person(passages[number].tokens)


def _turns_to_others(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a sentence is about anybody else: Still others joked; not: Viele Firmen zogen um."""
    for index, token in enumerate(tokens[:TURNS]):
        if token.lower in grammar.anybody:
            if grammar.drops_subjects and index:
                return tokens[0].lower not in grammar.prepositions  # Ante otras preguntas calló
            noun = next((t for t in tokens[index + 1 :] if not _describes(t, grammar)), None)
            thing = noun is not None and noun.capital and noun.lower not in grammar.speakers
            if grammar.language == "fr":
                return noun is None or not _is_thing_of_many(noun, grammar)
            return grammar.language != "de" or not thing
    return False


def _is_thing_of_many(noun: Token, grammar: Grammar) -> bool:
    """Whether a French plural is of no human beings: certains projets; not: certains votent."""
    plural = noun.lower.endswith(("s", "x")) and noun.lower not in grammar.closed
    return plural and noun.lower not in grammar.speakers and not noun.lower.endswith("ants")


def _describes(token: Token, grammar: Grammar) -> bool:
    """Whether the word may be a German adjective: eine | seltsame Entscheidung."""
    verb = token.lower in grammar.verbs or token.lower in grammar.finites
    return token.text.islower() and token.lower.endswith(("e", "en", "er", "es")) and not verb


def _opener(
    finding: Finding, announcements: Announcements, continuations: Continuations, number: int
) -> Speaker | None:
    """Who speaks what opens a passage without a verb of saying."""
    resolver, grammar = announcements.resolver, announcements.grammar
    last = resolver.memory.last
    if finding.place == 0 and (announced := announcements.find(number)):
        return announced
    if last is None and continuations.is_asked(number):
        return resolver.interviewee()
    return last if finding.is_left_open(grammar) else continuations.going_on(number)
