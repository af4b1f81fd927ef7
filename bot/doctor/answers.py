"""An address that gives no feed -> what is wrong, and what a person can do, in words.

What stands in brackets is for those who run sites.
"""

from bot.doctor import Sign
from bot.errors import FetchFault

WHAT_AND_CAN = {
    Sign.BAD_ADDRESS: (
        "This is no web address.",
        "Copy the address from a browser: it begins with http:// or https:// and holds neither "
        "user name nor password.",
    ),
    Sign.INNER_ADDRESS: (
        "The address leads into a private network, or to a port that no public site uses.",
        "Give an address that everybody can open. For a network of their own, the operator of "
        "this bot can allow it (FETCH_ALLOW_HOSTS).",
    ),
    Sign.UNKNOWN_HOST: (
        "There is no site of this name (DNS: no such host).",
        "Check the spelling. If the site has a new name, remove the feed and add it there.",
    ),
    Sign.NO_CONNECTION: (
        "The site does not take our connection (refused, or cut before an answer).",
        "Open the address in a browser. If it does not open there either, wait until the site is "
        "back. If it does, the site keeps us out: ask it not to.",
    ),
    Sign.CERTIFICATE_EXPIRED: (
        "The site's certificate has expired, so that no secure connection is possible (TLS).",
        "Tell the site: it has to renew its certificate.",
    ),
    Sign.CERTIFICATE_OF_ANOTHER: (
        "The site shows a certificate that was made for another name (TLS: wrong host name).",
        "Try the address with www. at its beginning, or without. If that fails too, tell the site.",
    ),
    Sign.CERTIFICATE_UNKNOWN: (
        "The site's certificate is signed by nobody whom browsers trust (TLS: self-signed, or "
        "the issuer is unknown).",
        "Tell the site: it needs a certificate of a public authority.",
    ),
    Sign.NOT_SECURE: (
        "No secure connection to the site is possible (TLS).",
        "Tell the site, or try the address with http:// instead of https://.",
    ),
    Sign.TOO_SLOW: (
        "The site takes longer than {patience} to answer (time-out).",
        "Open the address in a browser. If it is slow there too, wait or tell the site; if not, "
        "look for a shorter feed of the site.",
    ),
    Sign.TOO_LARGE: (
        "The feed is larger than {megabytes} MB, unpacked.",
        "Look for a shorter feed of the site: of its newest items, or of one section.",
    ),
    Sign.REDIRECTS: (
        "The address leads from redirect to redirect and comes to no end (more than {redirects}).",
        "Open it in a browser and add the address that it ends at. If the browser complains too, "
        "tell the site.",
    ),
    Sign.GARBLED: (
        "The site's answer breaks off, or cannot be unpacked (HTTP or gzip is damaged).",
        "Wait: this mostly passes. If it lasts for days, tell the site.",
    ),
    Sign.CHALLENGE: (
        "The site lets only browsers in: it asks for proof of a person (bot challenge{by}).",
        "Ask the site to let feed readers through to its feed, or look for another feed with the "
        "same news.",
    ),
    Sign.PASSWORD: (
        "The site asks for a password ({status}).",
        "Only public addresses can be read. Look for a public feed of the site; some give readers "
        "a private address that needs no password.",
    ),
    Sign.FORBIDDEN: (
        "The site does not let us read this ({status}).",
        "Open the address in a browser. If it opens there, the site keeps feed readers out: ask "
        "it not to. Else look for another address.",
    ),
    Sign.NOT_FOUND: (
        "The site has nothing at this address ({status}).",
        "Look on the site for the new address of its feed, remove this one and add that.",
    ),
    Sign.GONE: (
        "The site has taken this feed down for good ({status}).",
        "Look on the site for another feed; this one will not come back.",
    ),
    Sign.TOO_OFTEN: (
        "The site says that we ask too often ({status}{retry_after}).",
        "Wait: it mostly passes by itself. If it lasts for days, ask the site how often its feed "
        "may be read.",
    ),
    Sign.LEGAL: (
        "The site may not show this where the bot runs, for legal reasons ({status}).",
        "Look for another feed with the same news.",
    ),
    Sign.REFUSED: (
        "The site refuses what we ask for ({status}).",
        "Open the address in a browser, and check that it is written as the site gives it.",
    ),
    Sign.SITE_TROUBLE: (
        "The site has trouble of its own ({status}{retry_after}).",
        "Wait until the site has mended it. If it lasts for days, tell the site.",
    ),
    Sign.UNKNOWN: (
        "{sentence}",
        "Open the address in a browser and see what is there.",
    ),
    Sign.PAGE: (
        "This is a web page, not a feed (HTML).",
        "Look on the site for a link named RSS or Feed, and add the address that it leads to.",
    ),
    Sign.JSON: (
        "What stands there is no feed, but other data for programs (JSON).",
        "Look on the site for the address of its feed, and add that.",
    ),
    Sign.XML: (
        "What stands there is no feed that we know, but another kind of file, or a feed too "
        "damaged to be read (XML).",
        "Look on the site for a feed of the kinds RSS or Atom. If it says that this is one, tell "
        "the site.",
    ),
    Sign.TEXT: (
        "What stands there is no feed, but plain text or a file of another kind.",
        "Look on the site for the address of its feed, and add that.",
    ),
    Sign.NOTHING: (
        "The site's answer is empty.",
        "Open the address in a browser. If it is empty there too, tell the site, or look for "
        "another feed.",
    ),
    Sign.UNSAFE: (
        "The feed is written as attacks are: its entities reach outside of it, or multiply (XML).",
        "Use another feed. If you know the site well, tell it.",
    ),
    Sign.HEAVY: (
        "The feed takes too long to be taken apart.",
        "Look for a shorter feed of the site.",
    ),
    Sign.NO_FEED: (
        "{sentence}",
        "Look on the site for the address of its feed, and add that.",
    ),
}

PAGE_OFFERS = "Follow a feed of the site instead, by its own address."

OF_STATUS = {
    401: Sign.PASSWORD,
    403: Sign.FORBIDDEN,
    404: Sign.NOT_FOUND,
    407: Sign.PASSWORD,
    410: Sign.GONE,
    429: Sign.TOO_OFTEN,
    451: Sign.LEGAL,
}


def sign_of(fault: str, status: int | None) -> Sign:
    """The sign of a reading that failed, by the fault that is kept of it and the HTTP status.

    >>> sign_of("unknown host", None), sign_of(FetchFault.STATUS, 404).value
    (<Sign.UNKNOWN_HOST: 'unknown host'>, 'not found')
    >>> [sign_of(FetchFault.STATUS, status).name for status in (418, 503, 302)]
    ['REFUSED', 'SITE_TROUBLE', 'UNKNOWN']
    >>> sign_of("a fault of another version", None).name
    'UNKNOWN'
    """
    if fault == FetchFault.STATUS and status is not None:
        of_kind = {4: Sign.REFUSED, 5: Sign.SITE_TROUBLE}.get(status // 100, Sign.UNKNOWN)
        return OF_STATUS.get(status, of_kind)
    try:
        sign = Sign(fault)
    except ValueError:
        return Sign.UNKNOWN
    return sign if sign in WHAT_AND_CAN else Sign.UNKNOWN
