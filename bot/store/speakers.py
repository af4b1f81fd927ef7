"""Speakers: the names and roles that were quoted, and which of them somebody means."""

from collections.abc import Set
from dataclasses import dataclass

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import search
from bot.store.people import NAME_WORD, fold, merge_names, name_words, surname
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
    words = name_words(typed)
    if not words:
        return set()
    found = await _find_by_words(connection, words, visible)
    if len(words) > 1:
        found |= await _find_by_surname(connection, typed, visible)
    return found


async def _find_by_words(
    connection: AsyncConnection, words: tuple[str, ...], visible: Visible
) -> set[int]:
    """Speakers with all these words in name or role; where nobody has them, with words so begun."""
    expression = search.Question(words, search.Ends.OPEN).within(search.SPEAKER, None)
    matching = search.newest_matches(search.SPEAKER, expression).subquery()
    begun = await _find_quoted(connection, speakers.c.id.in_(select(matching.c.id)), visible)
    whole = {
        id for id, voice in begun.items() if {*words} <= {*_words(voice.name), *_words(voice.role)}
    }
    return whole or set(begun)


async def _find_by_surname(connection: AsyncConnection, typed: str, visible: Visible) -> set[int]:
    """Speakers whose person is called so in full."""
    same_surname = speakers.c.surname == surname(typed)
    bearers = await _find_quoted(connection, same_surname, visible)
    # what was typed takes part as a name, so that it finds its person
    merged = merge_names({typed: 0} | {voice.name: 1 for voice in bearers.values()})
    meant = {id for id, voice in bearers.items() if merged[voice.name] == merged[typed]}
    in_full = any(len(name_words(bearers[id].name)) > 1 for id in meant)
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
