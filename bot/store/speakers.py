"""Speakers: the names and roles that were quoted, and which of them somebody means."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import search
from bot.store.people import NAME_WORD, fold, is_surname, merge_names, name_words, surname
from bot.store.schema import quotes, speakers
from bot.store.scope import Visible, is_in
from bot.store.types import clean


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
        await search.put(
            connection,
            search.SPEAKER,
            [
                search.Entry(known[voice], {"name": fold(voice.name), "role": fold(voice.role)})
                for voice in missing
            ],
        )
    return known


async def _find_voices(connection: AsyncConnection, voices: Set[Voice]) -> dict[Voice, int]:
    names = [voice.name for voice in voices]
    rows = await connection.execute(
        select(speakers.c.name, speakers.c.role, speakers.c.id).where(speakers.c.name.in_(names))
    )
    return {Voice(name, role): id for name, role, id in rows}


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


async def find_begun_speakers(
    connection: AsyncConnection, typed: str, visible: Visible
) -> set[int]:
    """The speakers of these feeds that somebody may mean who has not typed the whole name yet."""
    begun = await _find_begun(connection, typed, visible)
    words = name_words(typed)
    by_name = {
        id
        for id, voice in begun.items()
        if all(any(own.startswith(word) for own in _words(voice.name)) for word in words)
    }
    return by_name or set(begun)


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
    words = name_words(typed)
    if not words:
        return {}
    expression = search.Question(words, search.Ends.OPEN).within(search.SPEAKER, None)
    matching = search.newest_matches(search.SPEAKER, expression).subquery()
    return await _find_quoted(connection, speakers.c.id.in_(select(matching.c.id)), visible)


async def _find_by_surname(connection: AsyncConnection, typed: str, visible: Visible) -> set[int]:
    """Speakers whose person is called so in full."""
    same_surname = speakers.c.surname == surname(typed)
    bearers = await _find_quoted(connection, same_surname, visible)
    # what was typed takes part as a name, so that it finds its person
    merged = merge_names({typed: 0} | {voice.name: 1 for voice in bearers.values()})
    meant = {id for id, voice in bearers.items() if merged[voice.name] == merged[typed]}
    in_full = any(not is_surname(bearers[id].name) for id in meant)
    return meant if in_full else set()


async def _find_quoted(
    connection: AsyncConnection, condition: ColumnElement[bool], visible: Visible
) -> dict[int, Voice]:
    """The speakers of whom these feeds have a quote."""
    quoted = (
        select(quotes.c.id)
        .where(quotes.c.speaker_id == speakers.c.id, is_in(quotes.c.article_id, visible))
        .exists()
    )
    rows = await connection.execute(
        select(speakers.c.id, speakers.c.name, speakers.c.role).where(condition, quoted)
    )
    return {id: Voice(name, role) for id, name, role in rows}


def _words(text: str) -> list[str]:
    return NAME_WORD.findall(fold(text).replace("’", "'"))
