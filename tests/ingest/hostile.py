"""Bodies that are made to cost a parser minutes, gigabytes or its life, of any size."""

RSS = b"<rss version='2.0'><channel><title>Tide</title>"
ITEM = RSS + b"<item><title>Tide</title><link>https://h.example/1</link>"
ATOM = b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Tide</title><entry><title>Tide</title>"
LAUGHS = b"".join(b"<!ENTITY %c '%s'>" % (n + 1, b"&%c;" % n * 10) for n in range(97, 112))
DATED = b"<item><pubDate>Mon, 14 Sep 2026 10:00:00 GMT</pubDate></item>"

BODIES = {
    "external entity": (
        b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + ITEM,
        b"&x;",
        b"",
    ),
    "billion laughs": (
        b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>" + LAUGHS + b"]>" + ITEM,
        b"&p;",
        b"",
    ),
    "one long entity": (
        b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a '" + b"a" * 50_000 + b"'>]>" + ITEM,
        b"&a;",
        b"",
    ),
    "deep tags": (ITEM + b"<description>", b"<a>", b""),
    "deep items": (RSS, b"<item>", b""),
    "deep xhtml": (ATOM + b"<content type='xhtml'>", b"<div>", b""),
    "deep unknown elements": (ITEM, b"<x:y>", b""),
    "one tag": (ITEM + b"<x ", b"a='b' ", b"/>"),
    "one tag in a description": (ITEM + b"<description><![CDATA[<a ", b"a='b' ", b">]]>"),
    "one tag name": (ITEM + b"<", b"a", b"/>"),
    "one attribute": (ITEM + b"<x y='", b"a", b"'/>"),
    "open quotes": (ITEM, b"<a b='", b""),
    "items": (RSS, b"<item><title>Tide</title></item>", b""),
    "dated items": (RSS, DATED, b""),
    "links of one entry": (ATOM, b"<link href='/a'/>", b""),
    "authors of one entry": (ITEM, b"<dc:creator>A</dc:creator>", b""),
    "namespaces": (RSS, b"<a xmlns:n='u'/>", b""),
    "NULs": (b"", b"\0", b""),
    "NULs between": (b"", b"<\0r\0s\0s\0>\0", b""),
    "lone surrogates": (b"\xff\xfe", b"\x00\xd8", b""),
    "surrogates in JSON": (b'{"items":[{"title":"', b"\\ud800", b'"}]}'),
    "numbered characters": (ITEM + b"<description>", b"&#x41;", b""),
    "forbidden characters": (ITEM + b"<description>", b"&#xD800;&#0;", b""),
    "ampersands": (ITEM + b"<description>", b"&", b""),
    "less-than signs": (ITEM, b"<", b""),
    "open CDATA": (ITEM, b"<![CDATA[", b""),
    "open comments": (ITEM, b"<!--", b""),
    "open instructions": (ITEM, b"<?x", b""),
    "open declarations": (ITEM, b"<!x", b""),
    "document types": (b"", b"<!DOCTYPE a ", RSS),
    "white space": (b"<?xml version='1.0'?>", b" \n", RSS),
    "white space inside": (ITEM + b"<description>", b" \n", b"x</description>"),
    "a long date": (ITEM + b"<pubDate>", b"9 ", b"</pubDate></item>"),
    "a long link": (RSS + b"<item><link>", b"a ", b"</link></item>"),
    "deep JSON": (b'{"items":', b"[", b""),
    "open texts of JSON": (b'{"items":[', b'"\\"', b""),
    "a number of JSON": (b'{"items":[', b"9", b"]}"),
    "odd bytes": (b"", bytes(range(1, 256)), b""),
    "high bytes": (RSS, b"\xa4\xe9\xd0\xf1 ", b""),
    "a page": (b"<!DOCTYPE html><html><body>", b"<p>Tide</p>", b""),
}
"""How each begins, what is repeated in it, and how it ends."""


def make_body(name: str, size: int) -> bytes:
    """One of them, of about so many bytes."""
    begin, piece, end = BODIES[name]
    return begin + piece * ((size - len(begin) - len(end)) // len(piece)) + end
