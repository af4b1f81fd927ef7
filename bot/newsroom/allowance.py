"""How many addresses a member may have fetched a minute."""

from collections import defaultdict, deque
from datetime import datetime, timedelta

from bot.errors import TooMany

MOST = 5
WITHIN = timedelta(minutes=1)


class Allowance:
    """Counts what each member had fetched lately."""

    def __init__(self, most: int = MOST, within: timedelta = WITHIN) -> None:
        self._most = most
        self._within = within
        self._spent: defaultdict[int, deque[datetime]] = defaultdict(deque)

    def spend(self, member: int, now: datetime) -> None:
        """Count one address. Raises TooMany where the member had enough of them fetched.

        >>> from datetime import UTC
        >>> noon = datetime(2026, 9, 14, 12, tzinfo=UTC)
        >>> allowance = Allowance(most=1)
        >>> allowance.spend(7, noon)
        >>> allowance.spend(7, noon + timedelta(seconds=20))
        Traceback (most recent call last):
        bot.errors.TooMany: Five addresses a minute are enough for one. Try again in 40 seconds.
        """
        self._forget(now)
        spent = self._spent[member]
        if len(spent) >= self._most:
            wait = spent[0] + self._within - now
            raise TooMany(
                "Five addresses a minute are enough for one. "
                f"Try again in {max(1, round(wait.total_seconds()))} seconds."
            )
        spent.append(now)

    def _forget(self, now: datetime) -> None:
        for member, spent in list(self._spent.items()):
            while spent and not now - self._within < spent[0] <= now:
                spent.popleft()
            if not spent:
                del self._spent[member]
