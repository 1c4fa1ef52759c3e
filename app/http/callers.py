"""Who is calling, and what they may: a partner by its key, or anybody by address."""

import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from limits import RateLimitItem, parse
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.http.head import Head
from app.partners.keyring import Access, Keyring
from app.problems import InvalidKeyError, OriginNotAllowedError, ScopeMissingError, not_ready

OPEN_PLAN = "open"
# An IPv6 customer has a whole network of this length; an address of it is no caller of its own.
IPV6_PREFIX = 64
# Chains of proxies up to so many bytes are remembered; anybody may send a longer one.
SHORT_CHAIN = 100
# Callers that are remembered ready-made, with a key and without.
MOST_REMEMBERED = 20_000


class Caller:
    """Somebody who calls, and the rate that holds for them."""

    __slots__ = ("access", "id", "plan", "policy", "rate", "standing")

    def __init__(self, name: str, plan: str, rate: RateLimitItem, access: Access | None = None) -> None:
        self.id, self.plan, self.rate, self.access = name, plan, rate, access
        # The headers RateLimit-Policy, and RateLimit less the requests left and the seconds.
        self.policy = f'"{plan}";q={rate.amount};w={rate.get_expiry()}'.encode()
        self.standing = f'"{plan}";r=%d;t=%d'.encode()


class Callers:
    """Tells callers apart."""

    def __init__(self, *, keyring: Keyring, open_rate: RateLimitItem, proxies: Sequence[str] = ()) -> None:
        self._keyring = keyring
        # The rules of uvicorn's own middleware, which would have to stand before the gateway.
        self._proxies = ProxyHeadersMiddleware(nobody, list(proxies)).trusted_hosts if proxies else None
        self._behind = lru_cache(MOST_REMEMBERED)(self._client)
        self._by_name: dict[str, Caller] = {}
        self.anonymous = lru_cache(MOST_REMEMBERED)(
            lambda address: Caller(network(address), OPEN_PLAN, open_rate)
        )

    def by_address(self, head: Head, peer: str) -> Caller:
        """Give whoever calls from an address, without looking at keys; a trusted proxy names another one."""
        forwarded = head.get(b"x-forwarded-for")
        if self._proxies is not None and forwarded is not None:
            peer = (self._behind if len(forwarded) <= SHORT_CHAIN else self._client)(peer, forwarded)
        caller: Caller = self.anonymous(peer)
        return caller

    def _client(self, peer: str, forwarded: bytes) -> str:
        """Give the nearest address that no trusted proxy has."""
        if self._proxies is None or peer not in self._proxies:
            return peer
        host, _ = self._proxies.get_trusted_client_address(forwarded.decode("latin-1"))
        return host or peer

    def identify(self, head: Head, peer: str) -> Caller:
        """Say who sends a request over a connection from an address.

        Raises:
            InvalidKeyError, OriginNotAllowedError, ScopeMissingError: a key is sent, and does not hold
                for this request.
            NotReadyError: a key is sent, and this process has not read any yet.
        """
        key = presented(head)
        if key is None:
            return self.by_address(head, peer)
        access = self._keyring.find(key)
        if access is None:
            if not self._keyring.is_read:
                raise not_ready("Keys cannot be checked yet: the database cannot be reached.")
            raise InvalidKeyError
        check_origin(access, head)
        check_scope(access, head)
        if access.kind == "publishable":
            # Everybody who reads the partner's pages sends the same key: one reader must not use it up.
            return self._of(access, f"key:{access.key_id}:{self.by_address(head, peer).id}")
        return self._of(access, f"key:{access.key_id}")

    def _of(self, access: Access, name: str) -> Caller:
        known = self._by_name.get(name)
        if known is None or known.access is not access:
            if len(self._by_name) >= MOST_REMEMBERED:
                self._by_name.clear()
            known = self._by_name[name] = Caller(name, access.plan, parse(access.rate), access)
        return known


async def nobody(*_: object) -> None:
    """Stand where a middleware wants an application."""


def presented(head: Head) -> str | None:
    """Give the key that a request bears, empty where it cannot be told; None where it bears none."""
    authorization, given = head.get(b"authorization"), head.get(b"x-api-key")
    if authorization is None:
        return None if given is None else given.strip().decode("latin-1")
    scheme, _, key = authorization.partition(b" ")
    # Another scheme bears no key of ours; of two keys that differ, nobody can say which is meant.
    if scheme.lower() != b"bearer" or (given is not None and given.strip() != key.strip()):
        return ""
    return key.strip().decode("latin-1")


def check_origin(access: Access, head: Head) -> None:
    """Refuse a publishable key from elsewhere than its pages, and a secret key in any page."""
    origin = (head.get(b"origin") or b"").decode("latin-1")
    if access.kind == "publishable":
        if origin not in access.origins:
            raise OriginNotAllowedError(
                "This key is for pages of the origins that it names; the request comes from no such page. "
                "Add the origin to the key, or use a secret key from a server."
            )
    elif origin and origin.partition("://")[2] != (head.get(b"host") or b"").decode("latin-1"):
        raise OriginNotAllowedError(
            "A secret key is for servers, never for a page. Revoke it, and use a publishable key there."
        )


def check_scope(access: Access, head: Head) -> None:
    """Refuse what the key was not made for."""
    scope = "assess" if head.method == "POST" else "read"
    if scope not in access.scopes:
        raise ScopeMissingError(f"This key lacks the scope '{scope}'.")


def network(address: str) -> str:
    """Give the name under which an address is counted: itself, or its network for IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, IPV6_PREFIX), strict=False))
    return address


def seconds_to_next_month(now: datetime) -> int:
    """Give the seconds until the first of the next month, UTC."""
    first = (now.replace(day=1) + timedelta(days=32)).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    return int((first - now).total_seconds()) + 1
