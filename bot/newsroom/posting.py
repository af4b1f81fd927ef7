"""analysis -> post: which posts are due, and what became of each. Exactly once, and in order.

Sending is an outbox: the row is there before anything is sent, the attempt is written down, the
post is sent with the row's nonce, then recorded. While Discord remembers the nonce, an attempt of
which nobody knows how it ended is simply made again; later it is settled by looking for the row's
reference among our own recent messages in the channel.
"""

from datetime import datetime, timedelta

from bot.model import Delivery, Trouble
from bot.queries import HeadlineAnswer, Scope
from bot.store.archive import Archive
from bot.store.deliveries import Deliveries

FIRST_WAIT = timedelta(seconds=3)
LONGEST_WAIT = timedelta(minutes=5)


class Posting:
    """What is to be posted where."""

    def __init__(self, archive: Archive, deliveries: Deliveries) -> None:
        self._archive = archive
        self._deliveries = deliveries

    async def due(self, now: datetime) -> tuple[Delivery, ...]:
        """The posts to be sent now: oldest first, few a channel."""
        return await self._deliveries.due(now)

    async def unsettled(self, now: datetime) -> tuple[Delivery, ...]:
        """Attempts of which nobody knows how they ended, and whose nonce may be forgotten."""
        return await self._deliveries.unsettled(now)

    async def article(self, delivery: Delivery) -> HeadlineAnswer | None:
        """What is posted; None where the article has gone."""
        return await self._archive.headline(delivery.article_id, Scope(delivery.guild))

    async def attempt(self, delivery: Delivery, now: datetime) -> bool:
        """Write down that a post is about to be sent; False where it must not be."""
        return await self._deliveries.attempt(delivery.id, now)

    async def delivered(self, delivery: Delivery, message: int, now: datetime) -> None:
        """Write down that it stands in the channel."""
        await self._deliveries.delivered(delivery.id, message, now)

    async def uncertain(self, delivery: Delivery, now: datetime) -> None:
        """An answer was lost: send it again while its nonce lives, else leave it to be settled."""
        await self._deliveries.doubt(delivery.id, now + wait_after(delivery.tries), now)

    async def not_there(self, delivery: Delivery, now: datetime) -> None:
        """It was looked for and not found: it may be sent anew."""
        await self._deliveries.not_found(delivery.id, now)

    async def never(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Give it up for good."""
        await self._deliveries.give_up(delivery.id, reason, now)

    async def pause(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Its channel takes no posts: keep them, and send nothing until it is resumed."""
        await self._deliveries.pause(delivery.channel, reason, now)

    async def refused(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Its channel did not take this one: pause, and send it when the channel is resumed."""
        await self._deliveries.pause(delivery.channel, reason, now)
        await self._deliveries.retry(delivery.id, now, now)

    async def untold(self) -> tuple[Trouble, ...]:
        """The paused channels of which the moderators have not been told."""
        return await self._deliveries.troubles()

    async def told(self, trouble: Trouble, now: datetime) -> None:
        """Write down that the moderators were told."""
        await self._deliveries.trouble_told(trouble.channel, now)

    async def paused(self) -> tuple[Trouble, ...]:
        """Every paused channel."""
        return await self._deliveries.paused()

    async def resume(self, trouble: Trouble) -> None:
        """Send again what waits for a channel."""
        await self._deliveries.resume(trouble.channel)


def wait_after(tries: int) -> timedelta:
    """How long to wait after so many attempts.

    >>> [wait_after(n).seconds for n in (0, 1, 2, 20)]
    [3, 6, 12, 300]
    """
    return min(FIRST_WAIT * (1 << min(tries, 10)), LONGEST_WAIT)
