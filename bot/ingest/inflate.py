"""packed bytes -> bytes, never more than were asked for."""

import zlib
from typing import Protocol

from bot.errors import FetchFailed, FetchFault

STEP = 65_536  # bytes unpacked at once: what a bomb can cost before it is seen
MOST_MEMBERS = 16  # of one gzip file; some servers send two, an attack sends thousands
GZIP_MAGIC = b"\x1f\x8b"
UNKNOWN = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip"})
"""Ways to pack that we do not ask for; other names, as "utf-8" or "none", are mistakes."""


class _Stream(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class Inflater:
    """Takes a body in pieces as they come, gives it whole at the end.

    ``encoding`` is the Content-Encoding header; both the packed and the unpacked body may have
    ``most_bytes`` bytes. Raises FetchFailed for what is larger, damaged, or packed in another way
    than we asked for. With ``cut``, what is larger is cut off there instead.

    >>> inflater = Inflater("gzip", 100)
    >>> inflater.feed(zlib.compress(b"The tide rose.", wbits=31))
    >>> inflater.finish()
    b'The tide rose.'
    """

    def __init__(self, encoding: str | None, most_bytes: int, *, cut: bool = False) -> None:
        self._encoding = (encoding or "").strip(" ,\t").lower()
        if self._encoding in UNKNOWN or "," in self._encoding:
            raise FetchFailed(FetchFault.GARBLED)
        self._most_bytes = most_bytes
        self._cut = cut
        self.is_full = False
        self._taken = 0
        self._kept = bytearray()
        self._first = b""
        self._started = False
        self._stream: _Stream | None = None
        self._members = 0

    def feed(self, piece: bytes) -> None:
        """Take the next bytes as they came over the wire.

        >>> Inflater("identity", 3).feed(b"tide")
        Traceback (most recent call last):
        bot.errors.FetchFailed: What the site sends is too large to read. Look for a shorter feed.
        >>> first = Inflater("identity", 3, cut=True)
        >>> first.feed(b"tide")
        >>> first.is_full, first.finish()
        (True, b'tid')
        """
        piece = self._take(piece, self._most_bytes - self._taken)
        self._taken += len(piece)
        if not self._started:
            piece = self._first = self._first + piece
            if len(piece) < 2:
                return
            self._start(piece)
        self._unpack(piece)

    def finish(self) -> bytes:
        """The whole body.

        >>> broken = Inflater("deflate", 100)
        >>> broken.feed(zlib.compress(b"The tide rose.")[:-4])
        >>> broken.finish()
        Traceback (most recent call last):
        bot.errors.FetchFailed: The site's answer broke off or cannot be unpacked. Try again later.
        """
        if not self._started:
            return self._first
        if self.is_full:
            return bytes(self._kept)
        if self._stream is not None and not self._stream.eof:
            raise FetchFailed(FetchFault.GARBLED)
        return bytes(self._kept)

    @property
    def so_far(self) -> bytes:
        """What has been unpacked until now."""
        return bytes(self._kept)

    def _start(self, beginning: bytes) -> None:
        self._started = True
        window = choose_window(self._encoding, beginning)
        self._stream = zlib.decompressobj(window) if window is not None else None

    def _unpack(self, piece: bytes) -> None:
        if self._stream is None:
            self._keep(piece)
            return
        try:
            while not self.is_full and (piece or not self._stream.eof):
                unpacked = self._stream.decompress(piece, STEP)
                self._keep(unpacked)
                piece = self._stream.unconsumed_tail
                if self._stream.eof:
                    piece = self._next_member()
                    if not piece:
                        return
                elif not piece and len(unpacked) < STEP:
                    return
        except zlib.error:
            raise FetchFailed(FetchFault.GARBLED) from None

    def _next_member(self) -> bytes:
        """What follows the end of a gzip member: another one, or bytes that mean nothing."""
        assert self._stream is not None
        rest = self._stream.unused_data
        if not rest.startswith(GZIP_MAGIC):
            return b""
        self._members += 1
        if self._members >= MOST_MEMBERS:
            raise FetchFailed(FetchFault.GARBLED)
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return rest

    def _keep(self, piece: bytes) -> None:
        self._kept += self._take(piece, self._most_bytes - len(self._kept))

    def _take(self, piece: bytes, room: int) -> bytes:
        if len(piece) <= room:
            return piece
        if not self._cut:
            raise FetchFailed(FetchFault.TOO_LARGE)
        self.is_full = True
        return piece[:room]


def choose_window(encoding: str, beginning: bytes) -> int | None:
    """The window bits that zlib needs to unpack a body that begins so; None: it is not packed.

    Some servers say gzip and send the plain body, some send a file that is packed and do not say
    so, and "deflate" is both zlib (RFC 1950) and bare deflate (RFC 1951) in the wild.

    >>> choose_window("gzip", b"<rss"), choose_window("gzip", b"\\x1f\\x8b")
    (None, 31)
    >>> choose_window("identity", b"\\x1f\\x8b")
    31
    >>> choose_window("deflate", b"\\x78\\x9c"), choose_window("deflate", b"\\x2b\\xc9")
    (15, -15)
    """
    if encoding == "deflate":
        head = int.from_bytes(beginning[:2], "big")
        is_zlib = beginning[0] & 0x0F == 8 and head % 31 == 0
        return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
    return zlib.MAX_WBITS | 16 if beginning.startswith(GZIP_MAGIC) else None
