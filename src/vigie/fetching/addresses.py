"""Where a URL leads: only to http(s) servers of the public internet, whatever its name resolves to.

A name is resolved once, every address that it has is checked, and the connection goes to a checked one: a name that
resolves to something else a moment later (DNS rebinding) changes nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from ..intake import ReadError, limits

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Policy:
    """What may be fetched, and how: seconds, bytes and counts.

    `inside` is for tests alone: networks that are let through although they are not of the public internet.
    """

    connecting: float = 15.0
    altogether: float = 60.0
    size: int = limits.WHOLE_FILE
    redirects: int = 5
    pause: float = 1.0
    longest_pause: float = 30.0
    inside: tuple[str, ...] = ()

    def allows(self, address: Address) -> bool:
        """Whether the address is one of the public internet."""
        if any(address in ipaddress.ip_network(network) for network in self.inside):
            return True
        if inner := _embedded(address):
            return all(map(self.allows, inner))
        local = address.is_multicast or address.is_reserved or getattr(address, "is_site_local", False)
        return address.is_global and not local


def _embedded(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    nat = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ()), nat]
    return [inner for inner in found if inner is not None]


class Target(NamedTuple):
    """A server's checked address and what to ask it for."""

    url: str
    scheme: str
    host: str
    port: int
    address: str
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port, as robots.txt is for."""
        default = self.port == _PORTS[self.scheme]
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if default else f":{self.port}")


def target(url: str, policy: Policy) -> Target:
    """Where a URL leads; ReadError `bad_address`, `private_address` or `unreachable`."""
    try:
        parts = urlsplit(url.strip())
        host = _host(parts.hostname or "")
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except (ValueError, UnicodeError) as error:
        raise ReadError("bad_address") from error
    if parts.scheme not in _PORTS or not host or parts.username is not None or len(url) > limits.ADDRESS:
        raise ReadError("bad_address")
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe="/?&=%:@!$'()*+,;~-._")
    made = Target(url, parts.scheme, host, port, _checked(host, port, policy), path)
    return made._replace(url=made.site + path)


def _host(name: str) -> str:
    """A host's name in ASCII; an IPv6 address as it is."""
    return name if ":" in name else name.rstrip(".").encode("idna").decode("ascii")


def _checked(host: str, port: int, policy: Policy) -> str:
    """The first of a host's addresses, all of which are allowed."""
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise ReadError("unreachable", error=getattr(error, "strerror", None) or type(error).__name__) from error
    addresses = [ipaddress.ip_address(address) for address in found]
    if not addresses or not all(map(policy.allows, addresses)):
        raise ReadError("private_address", host=host)
    return found[0]
