"""Speakers: the names and roles that were quoted, and which of them somebody means."""

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import QuoteKind
from bot.store import index, search
from bot.store.people import NAME_WORD, fold, is_surname, merge_names, name_words, surname
from bot.store.rows import among
from bot.store.schema import quotes, speakers
from bot.store.scope import Visible
from bot.store.search import is_quoted
from bot.store.types import clean

BEGUN = 2_000
"""Speakers that are compared with what was typed; more would hold up the event loop."""


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
    """The speakers whom somebody means by any part of a name or a role, as far as feeds quote them.

    A full name, also with more before it ("Secretary of State Antonia Verhoeven"), finds the
    person under each of her names; under her bare surname only where these feeds quote nobody
    else who bears it.
    """
    words = set(name_words(typed))
    found = await _find_meant(connection, typed, visible)
    if len(words) > 1:
        found |= await _find_by_surname(connection, typed, visible)
    return found


async def _find_meant(connection: AsyncConnection, typed: str, visible: Visible) -> set[int]:
    """Of the speakers of whose name and role words begin so, those who are meant."""
    begun = begun_speakers(typed)
    if begun is None:
        return set()
    voices = await _read_voices(connection, speakers.c.id.in_(begun))
    for meant in rank_meant(set(name_words(typed)), voices):
        quoted = search.newest_of_speakers(meant, visible).limit(1)
        if meant and await connection.scalar(quoted) is not None:
            return set(meant)
    return set()


def rank_meant(words: set[str], begun: Mapping[int, Voice]) -> tuple[Set[int], ...]:
    """The voices that may be meant, of those that have words beginning so: who first, who else.

    Whoever bears the words as a name goes before those in whose role they stand, and whole words
    go before beginnings.

    >>> begun = {1: Voice("Ann Roe", ""), 2: Voice("Anna Roe", ""), 3: Voice("Lio", "aide of Ann")}
    >>> rank_meant({"ann"}, begun)
    ({1}, {1, 3}, {1, 2, 3})
    >>> rank_meant({"aide", "ann"}, begun)[:2]
    (set(), {3})
    """
    by_name = {id for id, voice in begun.items() if words <= {*name_words(voice.name)}}
    by_role = {
        id for id, voice in begun.items() if words <= {*_words(voice.name), *_words(voice.role)}
    }
    return by_name, by_role, set(begun)


async def _read_voices(connection: AsyncConnection, which: ColumnElement[bool]) -> dict[int, Voice]:
    rows = await connection.execute(
        select(speakers.c.id, speakers.c.name, speakers.c.role).where(which)
    )
    return {id: Voice(name, role) for id, name, role in rows}


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
    chosen = frozenset(await connection.scalars(ids))
    if not chosen:
        return {}
    kind = quotes.c.kind.in_(kinds)
    heard, is_all = frozenset[int](), False
    if search.is_little_heard(visible):
        heard, is_all = await _find_heard(connection, chosen, visible, kind)
    quoted = among(speakers.c.id, heard)
    if not is_all:  # each of the others is asked for a quote of these feeds
        quoted |= among(speakers.c.id, chosen - heard) & is_quoted(speakers.c.id, visible, kind)
    return await _read_voices(connection, quoted)


async def _find_heard(
    connection: AsyncConnection, ids: Set[int], visible: Visible, kind: ColumnElement[bool]
) -> tuple[frozenset[int], bool]:
    """Those of some speakers who speak in the latest passages of feeds, and whether that is all."""
    theirs = search.newest_of_speakers(ids, visible).limit(search.WINDOW).subquery()
    heard = func.json_group_array(quotes.c.speaker_id.distinct()).filter(kind)
    looked_at = func.count(quotes.c.passage_id.distinct())
    found = select(heard, looked_at).where(
        quotes.c.passage_id.in_(select(theirs.c.id)), among(quotes.c.speaker_id + 0, ids)
    )
    listed, passages = (await connection.execute(found)).one()
    return frozenset(json.loads(listed)), passages < search.WINDOW


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
