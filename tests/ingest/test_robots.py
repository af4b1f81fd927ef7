"""What robots.txt may say, and what we make of it (the numbers are sections of RFC 9309)."""

import pytest

from bot.ingest.robots import parse_robots

SITE = "https://harbour.example"


@pytest.mark.parametrize(
    ("lines", "allowed", "forbidden"),
    [
        (["User-agent: *", "Disallow: /a"], "/b", "/a/1"),
        (["User-agent: *", "Disallow: /a", "Allow: /a/b"], "/a/b/1", "/a/c"),  # 2.2.2: longest
        (["User-agent: *", "Allow: /a", "Disallow: /a"], "/a", None),  # 2.2.2: a tie allows
        (["User-agent: *", "Disallow:"], "/a", None),
        (["User-agent: *", "Disallow: /*.pdf$"], "/a.pdf?x", "/b/a.pdf"),  # 2.2.3
        (["User-agent: *", "Disallow: /*?print="], "/a?p=1", "/a?print=1"),
        (["User-agent: *", "Disallow: /a%C3%A9"], "/a", "/aé"),  # 2.2.2: encoded or not
        (["User-agent: *", "Disallow: /%7eme"], "/me", "/~me"),
        (["User-agent: Other", "Disallow: /"], "/a", None),  # 2.2.1: no group is ours
        (["User-agent: newsROOM/2.0", "Disallow: /a", "User-agent: *"], "/b", "/a"),
        (["User-agent: *", "Disallow: /", "User-agent: Newsroom", "Allow: /"], "/a", None),
        (["User-agent: Newsroom", "User-agent: Other", "Disallow: /a"], "/b", "/a"),
        (["User-agent: Newsroom", "Disallow: /a", "User-agent: Newsroom", "Disallow: /b"],
         "/c", "/b"),  # 2.2.1: groups that name the same are one
        (["User-agent: *", "Crawl-delay: 9", "User-agent: Other", "Disallow: /"], "/a", None),
        (["user-agent : *  # all", "DISALLOW:/a # this", "Sitemap: /s"], "/b", "/a"),
        (["Disallow: /", "User-agent: *"], "/a", None),  # a rule before any name is nobody's
        (["User-agent: *", "Disallow: /"], "/robots.txt", "/"),
        (["<html>", "<p>User-agent: *</p>", "Disallow: /"], "/a", None),
    ],
)  # fmt: skip
def test_a_page_may_be_read_as_robots_txt_says(
    lines: list[str], allowed: str, forbidden: str | None
) -> None:
    for end in ("\n", "\r\n", "\r"):
        robots = parse_robots(end.join(lines).encode())
        assert robots.allows(SITE + allowed)
        assert forbidden is None or not robots.allows(SITE + forbidden)


def test_a_hostile_pattern_takes_no_longer_than_another() -> None:
    robots = parse_robots(b"User-agent: *\nDisallow: /" + b"*a" * 5000 + b"$")
    assert robots.allows(f"{SITE}/{'a' * 4000}b")
    many = b"User-agent: newsroom\n" * 20_000 + b"Disallow: /a\n" * 5000
    assert not parse_robots(many).allows(f"{SITE}/a")


def test_what_is_no_text_asks_for_nothing() -> None:
    assert parse_robots(bytes(range(256)) * 40).allows(f"{SITE}/a")
    assert parse_robots(b"").allows(f"{SITE}/a")
