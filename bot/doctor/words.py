"""lengths of time and numbers -> words."""

from datetime import timedelta

UNITS = (
    ("year", timedelta(days=365)),
    ("month", timedelta(days=30)),
    ("day", timedelta(days=1)),
    ("hour", timedelta(hours=1)),
    ("minute", timedelta(minutes=1)),
    ("second", timedelta(seconds=1)),
)


def lasting(time: timedelta) -> str:
    """How long a time is, in its largest unit of which there are two, else in the next.

    >>> lasting(timedelta(minutes=90)), lasting(timedelta(days=1)), lasting(timedelta(days=75))
    ('90 minutes', '24 hours', '2 months')
    >>> lasting(timedelta(seconds=1)), lasting(timedelta(0))
    ('1 second', 'a moment')
    """
    for name, unit in UNITS:
        if time >= 2 * unit:
            return f"{time // unit} {name}s"
    return "1 second" if time >= UNITS[-1][1] else "a moment"


def times(number: int) -> str:
    """How often.

    >>> times(1), times(2), times(7)
    ('once', 'twice', '7 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
