"""Which pages of other origins may call (the Fetch standard's CORS protocol).

Origins that the settings name may; so may the origins of any publishable key, since a browser asks
beforehand without the key. Whether a key is used from one of its own origins is looked at with the
request itself. No answer rests on cookies, so credentials are never allowed.
"""

from collections.abc import Callable, Sequence

from app.http.head import Head
from app.http.ready import Header

METHODS = "GET, HEAD, POST"
REQUEST_HEADERS = "Accept, Authorization, Content-Type, If-None-Match, traceparent, X-API-Key, X-Request-ID"
# Headers of an answer that a page of another origin may read.
EXPOSED_HEADERS = (
    "Deprecation",
    "ETag",
    "Link",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "Sunset",
    "X-Content-Release",
    "X-Request-ID",
    "X-Total-Count",
)
MAX_AGE = "86400"
EXPOSED: Header = (b"access-control-expose-headers", ", ".join(EXPOSED_HEADERS).encode())


class Cors:
    """The rules on origins."""

    def __init__(self, origins: Sequence[str], of_keys: Callable[[str], bool]) -> None:
        self.everybody = "*" in origins
        self._origins, self._of_keys = frozenset(origins), of_keys

    def headers(self, head: Head) -> list[Header]:
        """Give the headers that let a page read an answer; none for a page that may not."""
        if self.everybody:
            return [(b"access-control-allow-origin", b"*"), EXPOSED]
        origin = head.get(b"origin")
        if origin is not None and self.knows(origin.decode("latin-1")):
            return [(b"access-control-allow-origin", origin), EXPOSED]
        return []

    def knows(self, origin: str) -> bool:
        """Tell whether pages of an origin may call."""
        return self.everybody or origin in self._origins or self._of_keys(origin)

    def preflight(self, head: Head) -> list[Header]:
        """Give the answer to what a browser asks beforehand."""
        return [
            *self.headers(head),
            (b"access-control-allow-methods", METHODS.encode()),
            (b"access-control-allow-headers", REQUEST_HEADERS.encode()),
            (b"access-control-max-age", MAX_AGE.encode()),
        ]
