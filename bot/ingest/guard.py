"""address -> yes or no: only public hosts may be read, and what the operator allows besides.

The name in an address proves nothing, so the word that counts is said in ``open_socket``, about
the very address that a connection is about to be made to.
"""

import re
import socket
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from bot.errors import FetchFailed, FetchFault

Target = tuple[int, int, int, str, tuple[object, ...]]
"""Where a connection is about to lead, as ``getaddrinfo`` gives it."""

PORTS = frozenset({80, 443, 8080, 8443})

# The IANA registries of special-purpose addresses; the standard library's own idea of what is
# public changed between patch releases.
INNER_IPV4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host; Linux connects 0.0.0.0 to itself
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT; metadata of one cloud
        "127.0.0.0/8",
        "168.63.129.16/32",  # looks public, is the inner platform service of one cloud
        "169.254.0.0/16",  # link-local; metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments; metadata of one cloud
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays, given up
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
PUBLIC_IPV6 = IPv6Network("2000::/3")  # all that is handed out so far
INNER_IPV6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments; Teredo carries an IPv4 address inside
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, given up; carries an IPv4 address inside
        "3fff::/20",  # documentation
    )
)
NAT64 = IPv6Network("64:ff9b::/96")  # how a network without IPv4 reaches public IPv4 hosts
ISATAP = frozenset({0x00005EFE, 0x02005EFE})  # an interface of this name carries an IPv4 address

INNER_NAME = re.compile(
    r"""
      [^.]+                                     # no dot: a name of the local network
    | (?: .* \. )? (?:
          local | localhost | localdomain | internal | intranet | lan | home | corp | private
        | home\.arpa
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
NUMBER = re.compile(r"(?: .* \. )? (?: \d+ | 0x[0-9a-f]* )", re.VERBOSE | re.IGNORECASE)


class AddressRefused(OSError):
    """A connection would lead to where nobody may be led."""


class Guard:
    """Knows which hosts may be read.

    ``allowed`` holds host names, and networks in CIDR notation, that the operator lets through
    though they are not public, at any port.

    >>> Guard().check_host("harbour.example", 443)
    >>> Guard(("127.0.0.0/8", "feeds.lan")).check_host("127.0.0.1", 9000)
    >>> Guard().check_host("127.0.0.1", 80)
    Traceback (most recent call last):
    bot.errors.FetchFailed: This address does not lead to a public web site. Give one that does, \
on port 80, 443, 8080 or 8443.
    """

    def __init__(self, allowed: tuple[str, ...] = ()) -> None:
        networks = {host: find_network(host) for host in allowed}
        self._networks = tuple(network for network in networks.values() if network)
        self._names = frozenset(
            fold_host(host) for host, network in networks.items() if not network
        )

    def allows_name(self, host: str) -> bool:
        """Whether the operator lets this very name through, wherever it leads.

        >>> Guard(("feeds.lan",)).allows_name("Feeds.LAN."), Guard().allows_name("feeds.lan")
        (True, False)
        """
        return fold_host(host) in self._names

    def allows_host(self, host: str) -> bool:
        """Whether the operator lets this host through as it is written, by name or by network.

        >>> Guard(("10.1.0.0/16",)).allows_host("10.1.2.3"), Guard().allows_host("10.1.2.3")
        (True, False)
        """
        address = find_network(host)
        return self.allows_name(host) or (
            address is not None and self.allows_address(address.network_address)
        )

    def allows_address(self, address: IPv4Address | IPv6Address) -> bool:
        """Whether the operator lets this address through though it may not be public.

        >>> Guard(("10.1.0.0/16",)).allows_address(ip_address("10.1.2.3"))
        True
        """
        return any(address in network for network in self._networks)

    def check_host(self, host: str, port: int) -> None:
        """Raise FetchFailed where the host as written already shows that it is not public.

        A name that passes may still lead inside; ``open_socket`` sees to that.

        >>> for host in ("localhost", "printer", "0x7f.1", "2130706433", "[::1]", "db.internal"):
        ...     try:
        ...         Guard().check_host(host, 80)
        ...     except FetchFailed as failure:
        ...         print(host, failure.fault)
        localhost refused address
        printer refused address
        0x7f.1 refused address
        2130706433 refused address
        [::1] refused address
        db.internal refused address
        """
        name = fold_host(host)
        if self.allows_name(name):
            return
        try:
            address = ip_address(name)
        except ValueError:
            # An inner name may lead to a network that the operator allows.
            is_inner = INNER_NAME.fullmatch(name) and not self._networks
            if is_inner or NUMBER.fullmatch(name):
                raise FetchFailed(FetchFault.REFUSED) from None
            return
        if not self.may_connect(address, port):
            raise FetchFailed(FetchFault.REFUSED)

    def open_socket(self, target: Target) -> socket.socket:
        """A socket for a target; AddressRefused where it must not go."""
        family, kind, protocol, _, place = target
        address = ip_address(str(place[0]))
        if not self.may_connect(address, int(str(place[1]))):
            raise AddressRefused("the address is not public")
        return socket.socket(family, kind, protocol)

    def may_connect(self, address: IPv4Address | IPv6Address, port: int) -> bool:
        """Whether a connection may lead to this address.

        >>> [Guard().may_connect(ip_address(host), 443) for host in ("9.9.9.9", "10.0.0.1")]
        [True, False]
        """
        return self.allows_address(address) or (port in PORTS and is_public(address))


def find_network(host: str) -> IPv4Network | IPv6Network | None:
    """The network that is meant, None for a name.

    >>> find_network("10.0.0.1/8"), find_network("::1"), find_network("feeds.lan")
    (IPv4Network('10.0.0.0/8'), IPv6Network('::1/128'), None)
    """
    try:
        return ip_network(host.strip("[]"), strict=False)
    except ValueError:
        return None


def fold_host(host: str) -> str:
    """A host as it is compared.

    >>> fold_host("Harbour.Example."), fold_host("[::1]")
    ('harbour.example', '::1')
    """
    return host.strip("[]").rstrip(".").lower()


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the open internet's, and no other dressed up as one.

    >>> [is_public(ip_address(address)) for address in ("9.9.9.9", "2620:fe::fe")]
    [True, True]
    >>> [is_public(ip_address(address)) for address in ("10.0.0.1", "fd00::1", "::ffff:10.0.0.1")]
    [False, False, False]
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in INNER_IPV4)
    carried = carried_address(address)
    if carried is not None and not is_public(carried):
        return False
    if address.ipv4_mapped is not None or address in NAT64:
        return carried is not None
    return address in PUBLIC_IPV6 and not any(address in network for network in INNER_IPV6)


def carried_address(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address is a form of (mapped, NAT64, ISATAP).

    >>> carried_address(IPv6Address("64:ff9b::a00:1")), carried_address(IPv6Address("2620:fe::fe"))
    (IPv4Address('10.0.0.1'), None)
    """
    number = int(address)
    carries = (
        address.ipv4_mapped is not None or address in NAT64 or (number >> 32) & 0xFFFFFFFF in ISATAP
    )
    return IPv4Address(number & 0xFFFFFFFF) if carries else None
