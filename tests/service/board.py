"""A channel of our own: it keeps what is posted, knows a nonce for a while, and has faults."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import discord
from aiohttp import ClientSession, web
from discord import ui

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NONCE_LIFE = timedelta(seconds=120)
ME, GUILD, CHANNEL = 99, 1, 5

Moment = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Post:
    """A message as it stands in the channel."""

    id: int
    nonce: str
    marks: tuple[str, ...]
    words: str
    at: datetime


class Board:
    """The messages of a channel; ``meet`` is told of each moment of a post, and may raise."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.posts: list[Post] = []
        self.tries = 0
        self.meet: Moment = _nothing
        self._now = now

    async def post(self, nonce: str, marks: tuple[str, ...], words: str) -> int:
        """Put up a message, unless its nonce is known; gives the message's number."""
        self.tries += 1
        await self.meet("post asked")
        number = self._known(nonce) or self._put_up(nonce, marks, words)
        await self.meet("post carried out")
        return number

    def _known(self, nonce: str) -> int | None:
        since = self._now() - NONCE_LIFE
        return next((p.id for p in self.posts if p.nonce == nonce and p.at > since), None)

    def _put_up(self, nonce: str, marks: tuple[str, ...], words: str) -> int:
        self.posts.append(Post(len(self.posts) + 1, nonce, marks, words, self._now()))
        return len(self.posts)


async def _nothing(_: str) -> None:
    """No fault."""


class Channel(discord.TextChannel):
    """A channel over a board, as the publisher sees it."""

    __slots__ = ("allowed", "board")

    def __init__(self, board: Any, guild: Any, id: int = CHANNEL) -> None:
        self.board, self.guild, self.id, self.name = board, guild, id, "quay"
        self.allowed = discord.Permissions.all()

    async def send(self, *, view: ui.LayoutView, nonce: str = "", **_: Any) -> Any:
        marks = tuple(part.custom_id for part in view.walk_children() if hasattr(part, "custom_id"))
        texts = (p.content for p in view.walk_children() if isinstance(p, ui.TextDisplay))
        return SimpleNamespace(id=await self.board.post(nonce, marks, "\n".join(texts)))

    async def history(self, **_: Any) -> AsyncIterator[Any]:
        for post in reversed(await read_posts(self.board)):
            parts = [SimpleNamespace(custom_id=mark) for mark in post.marks]
            yield SimpleNamespace(id=post.id, author=SimpleNamespace(id=ME), components=parts)

    def permissions_for(self, _: Any, /) -> discord.Permissions:
        return self.allowed


async def read_posts(board: Any) -> list[Post]:
    """The messages of a board, here or elsewhere."""
    if isinstance(board, Board):
        await board.meet("history asked")
        return board.posts
    return await board.read()


class Discord:
    """What the publisher sees of Discord: one server with one channel, and one for moderators."""

    def __init__(self, board: Any) -> None:
        self.user = SimpleNamespace(id=ME)
        self.guild: Any = SimpleNamespace(id=GUILD, unavailable=False, me=None, owner_id=7)
        self.channel: Channel | None = Channel(board, self.guild)
        self.moderators = Board(lambda: EPOCH)
        self.guild.get_channel = lambda _: self.channel
        self.guild.public_updates_channel = Channel(self.moderators, self.guild, 6)
        self.guild.system_channel = None
        self.ready = True

    def is_ready(self) -> bool:
        return self.ready

    def get_guild(self, _: int) -> Any:
        return self.guild


def refusal(status: int, code: int = 0) -> discord.HTTPException:
    """An answer of Discord that is none."""
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    response: Any = SimpleNamespace(status=status, reason="refused")
    return kind(response, {"code": code, "message": "refused"})


class FarBoard:
    """A board in another process, over HTTP."""

    def __init__(self, session: ClientSession, origin: str) -> None:
        self._session = session
        self._origin = origin

    async def post(self, nonce: str, marks: tuple[str, ...], words: str) -> int:
        told = {"nonce": nonce, "marks": marks, "words": words}
        async with self._session.post(f"{self._origin}/posts", json=told) as answer:
            if answer.status != 200:
                raise refusal(answer.status)
            return int(await answer.text())

    async def read(self) -> list[Post]:
        async with self._session.get(f"{self._origin}/posts") as answer:
            told = await answer.json()
        return [Post(one["id"], "", tuple(one["marks"]), "", EPOCH) for one in told]


def routes(board: Board) -> Iterator[web.AbstractRouteDef]:
    """The board as a web site."""

    async def post(request: web.Request) -> web.Response:
        told = await request.json()
        number = await board.post(told["nonce"], tuple(told["marks"]), told["words"])
        return web.Response(text=str(number))

    async def read(_: web.Request) -> web.Response:
        return web.json_response([{"id": p.id, "marks": p.marks} for p in board.posts])

    yield web.post("/posts", post)
    yield web.get("/posts", read)
