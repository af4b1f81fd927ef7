"""Speakers: the names and roles that were quoted, and which of them somebody means."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Select, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import QuoteKind
from bot.store import index, search
from bot.store.people import NAME_WORD, fold, is_surname, merge_names, name_words, surname
from bot.store.rows import among
from bot.store.schema import quotes, speakers
from bot.store.scope import NAMED, Visible
from bot.store.search import is_quoted
from bot.store.types import clean

BEGUN = 2_000
"""Speakers that are compared with what was typed; more would hold up the event loop."""

HEARD = 2_000
"""Passages in which some speakers are looked for together."""


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """A name, and the role in which its bearer spoke; "" where the article gives none."""

    name: str
    role: str


def to_voice(name: str, role: str | None) -> Voice:
    """A voice as it can be kept: its spaces single.

    >>> to_voice("Lio  Marsh ", None)
    Voice(name='Lio Marsh', role='')
    """
    return Voice(" ".join(clean(name).split()), " ".join(clean(role or "").split()))


async def keep_voices(connection: AsyncConnection, voices: Set[Voice]) -> dict[Voice, int]:
    """Write down the voices that are not known yet; gives the ids of all, and of others."""
    known = await _find_voices(connection, voices)
    missing = sorted(voices - known.keys())
    if missing:
        rows = [
            {"name": voice.name, "role": voice.role, "surname": surname(voice.name)}
            for voice in missing
        ]
        await connection.execute(insert(speakers), rows)
        known = await _find_voices(connection, voices)
        await index.put(
            connection,
            index.SPEAKER,
            [
                index.Entry(known[voice], {"name": fold(voice.name), "role": fold(voice.role)})
                for voice in missing
            ],
        )
    return known


async def _find_voices(connection: AsyncConnection, voices: Set[Voice]) -> dict[Voice, int]:
    names = {voice.name for voice in voices}
    rows = await connection.execute(
        select(speakers.c.name, speakers.c.role, speakers.c.id).where(speakers.c.name.in_(names))
    )
    return {Voice(name, role): id for name, role, id in rows.all()}


async def find_speakers(connection: AsyncConnection, typed: str, visible: Visible) -> set[int]:
    """The speakers of these feeds that somebody means by any part of a name or a role.

    A full name, also with more before it ("Secretary of State Antonia Verhoeven"), finds the
    person under each of her names; under her bare surname only where these feeds quote nobody
    else who bears it.
    """
    begun = await _find_begun(connection, typed, visible)
    words = set(name_words(typed))
    found = choose_meant(words, begun)
    if len(words) > 1:
        found |= await _find_by_surname(connection, typed, visible)
    return found


def choose_meant(words: set[str], begun: Mapping[int, Voice]) -> set[int]:
    """The voices that are meant, of those that have words beginning so.

    Whoever bears the words as a name goes before those in whose role they stand, and whole words
    go before beginnings.

    >>> begun = {1: Voice("Ann Roe", ""), 2: Voice("Anna Roe", ""), 3: Voice("Lio", "aide of Ann")}
    >>> [choose_meant(words, begun) for words in ({"ann"}, {"aide", "ann"}, {"an"})]
    [{1}, {3}, {1, 2, 3}]
    """
    by_name = {id for id, voice in begun.items() if words <= {*name_words(voice.name)}}
    by_role = {
        id for id, voice in begun.items() if words <= {*_words(voice.name), *_words(voice.role)}
    }
    return by_name or by_role or set(begun)


async def _find_begun(
    connection: AsyncConnection, typed: str, visible: Visible
) -> dict[int, Voice]:
    """The speakers of whose name and role words begin with all the words typed."""
    begun = begun_speakers(typed)
    return {} if begun is None else await find_quoted(connection, begun, visible)


def begun_speakers(typed: str, limit: int = BEGUN) -> Select[int] | None:
    """The ids of speakers of whose name and role words begin with all those typed; None: of none.

    They are the first that were written down: under those names people were quoted most.
    """
    words = name_words(typed)
    if not words:
        return None
    begun = search.Question(words, search.Ends.OPEN)
    return search.first_matches(index.SPEAKER, begun, limit)


async def _find_by_surname(connection: AsyncConnection, typed: str, visible: Visible) -> set[int]:
    """Speakers whose person is called so in full."""
    same_surname = speakers.c.surname == surname(typed)
    bearers = await find_quoted(
        connection, select(speakers.c.id).where(same_surname).limit(BEGUN), visible
    )
    # what was typed takes part as a name, so that it finds its person
    merged = merge_names({typed: 0} | {voice.name: 1 for voice in bearers.values()})
    meant = {id for id, voice in bearers.items() if merged[voice.name] == merged[typed]}
    in_full = any(not is_surname(bearers[id].name) for id in meant)
    return meant if in_full else set()


async def find_quoted(
    connection: AsyncConnection,
    ids: Select[int],
    visible: Visible,
    kinds: Set[QuoteKind] = frozenset(QuoteKind),
) -> dict[int, Voice]:
    """Those of some speakers of whom these feeds have a quote of one of these kinds."""
    chosen = (await connection.scalars(ids)).all()
    quoted = await _find_heard(connection, chosen, visible, kinds) if chosen else ()
    columns = speakers.c.id, speakers.c.name, speakers.c.role
    named = select(*columns).where(among(speakers.c.id, chosen if quoted is None else quoted))
    if quoted is None:
        named = named.where(is_quoted(speakers.c.id, visible, quotes.c.kind.in_(kinds)))
    return {id: Voice(name, role) for id, name, role in await connection.execute(named)}


async def _find_heard(
    connection: AsyncConnection, ids: Sequence[int], visible: Visible, kinds: Set[QuoteKind]
) -> Sequence[int] | None:
    """The same where these feeds have little of them: who speaks in what they have.

    None where they have so much that each speaker is sooner asked for a quote of theirs.
    """
    if not visible.may_be_named(NAMED):
        return None
    theirs = search.newest_of_speakers(ids, visible).limit(HEARD)
    passages = (await connection.scalars(theirs)).all()
    if len(passages) == HEARD:
        return None
    said = select(quotes.c.speaker_id).where(
        among(quotes.c.passage_id, passages), among(quotes.c.speaker_id + 0, ids)
    )
    return (await connection.scalars(said.where(quotes.c.kind.in_(kinds)).distinct())).all()


def _words(text: str) -> list[str]:
    return NAME_WORD.findall(fold(text).replace("’", "'"))


def prefer_names(typed: str, names: Mapping[str, int]) -> dict[str, int]:
    """Those of some names of which words begin with all those typed; where none do, all of them.

    >>> prefer_names("verh", {"Antonia Verhoeven": 3, "Lio Marsh": 1})
    {'Antonia Verhoeven': 3}
    """
    words = name_words(typed)
    fitting = {
        name: count
        for name, count in names.items()
        if all(any(own.startswith(word) for own in _words(name)) for word in words)
    }
    return fitting or dict(names)
