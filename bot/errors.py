"""What can be expected to go wrong, each with the sentence that the user is told."""


class NewsError(Exception):
    """An expected failure. Its text says what went wrong and what to do.

    ``exit_code`` is what a terminal command ends with (sysexits.h where it has a fitting one).
    """

    exit_code = 1


class BadInput(NewsError):
    """The words of the call cannot be used as they are."""

    exit_code = 64


class Unreadable(NewsError):
    """A file or page is no article that we can read."""

    exit_code = 65


class NothingFound(NewsError):
    """The question was fine; nothing answers it."""


class StoreUnavailable(NewsError):
    """The database cannot be opened, read or written now."""

    exit_code = 75


class BadSettings(NewsError):
    """An environment variable has a value that we cannot use."""

    exit_code = 78


class WorkFailed(NewsError):
    """Reading took too long, or killed the process that read."""

    exit_code = 70
