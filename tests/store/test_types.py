"""What is kept comes back as it was."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from bot.store.types import ExactDecimal, UtcTime, Words
from tests.store.conftest import Room

kept = Table(
    "kept",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("time", UtcTime),
    Column("value", ExactDecimal),
    Column("words", Words),
)


async def there_and_back(room: Room, name: str, value: object) -> object:
    async with room.database.writing() as connection:
        await connection.run_sync(kept.metadata.create_all)
        await connection.execute(insert(kept).values({name: value}))
        return (await connection.execute(select(kept.c[name]))).scalar_one()


@pytest.mark.parametrize(
    "time",
    [
        datetime(2031, 5, 9, 12, 30, 1, 999_999, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 1, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(2031, 5, 9, 12, 30, tzinfo=timezone(timedelta(hours=-9, minutes=-30))),
    ],
)
async def test_a_time_comes_back_to_the_microsecond_and_in_utc(room: Room, time: datetime) -> None:
    back = await there_and_back(room, "time", time)
    assert isinstance(back, datetime)
    assert (back, back.tzinfo) == (time, UTC)


async def test_a_naive_time_is_refused(room: Room) -> None:
    with pytest.raises((StatementError, ValueError), match="no time zone"):
        await there_and_back(room, "time", datetime(2031, 5, 9))  # noqa: DTZ001


@pytest.mark.parametrize(
    "digits", ["456.78", "0.1", "1E+400", "-3", "0.00", "1900", "123456789012345678901234567890.1"]
)
async def test_a_decimal_comes_back_digit_for_digit(room: Room, digits: str) -> None:
    back = await there_and_back(room, "value", Decimal(digits))
    assert isinstance(back, Decimal)
    assert str(back) == digits


@pytest.mark.parametrize("name", ["time", "value", "words"])
async def test_nothing_comes_back_as_nothing(room: Room, name: str) -> None:
    assert await there_and_back(room, name, None) is None


async def test_words_keep_their_length_and_lose_only_what_utf8_cannot_hold(room: Room) -> None:
    assert await there_and_back(room, "words", "a\0b\ud83dc\u202e") == "a\0b\ufffdc\u202e"
