"""What a key looks like: `nsk_` (secret) or `nsp_` (publishable), 8 characters to name it, `_`, 43 random.

The first 12 characters are its id, told everywhere; the whole is told once. The fixed form lets
scanners find keys that were published by mistake: `ns[kp]_[a-z2-7]{8}_[A-Za-z0-9_-]{43}`.
"""

import re
import secrets
from urllib.parse import urlsplit

from app.partners.models import KeyKind

PREFIXES = {KeyKind.SECRET: "nsk_", KeyKind.PUBLISHABLE: "nsp_"}
ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
ID_LENGTH = 12
SECRET_BYTES = 32
KEY_LENGTH = ID_LENGTH + 1 + 43
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\]")
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
DEFAULT_PORTS = {"http": 80, "https": 443}


def new_key(kind: KeyKind) -> str:
    """Make a key of 32 random bytes."""
    name = "".join(secrets.choice(ID_ALPHABET) for _ in range(8))
    return f"{PREFIXES[kind]}{name}_{secrets.token_urlsafe(SECRET_BYTES)}"


def key_id(key: str) -> str:
    """Give the part of a key that names it."""
    return key[:ID_LENGTH]


def origin_of(text: str) -> str:
    """Give an origin as browsers send it: scheme, host, and port where it is not the usual one.

    Raises:
        ValueError: it is no origin; the message says what would do.
    """
    wanted = f"'{text}' is no origin; write https://example.org or http://localhost:3000"
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise ValueError(f"{wanted} ({error})") from None
    scheme, host = parts.scheme.lower(), parts.netloc.lower()
    if port is not None:
        host = host.rpartition(":")[0]
    if "*" in host:
        raise ValueError(f"{wanted} (each origin is named; there are no wildcards)")
    if not host.isascii():
        raise ValueError(f"{wanted} (write a host with other letters as browsers send it: xn--...)")
    if scheme not in DEFAULT_PORTS or not HOST.fullmatch(host):
        raise ValueError(wanted)
    if parts.path or parts.query or parts.fragment:
        raise ValueError(f"{wanted} (without a path, and without a slash at the end)")
    if scheme == "http" and host not in LOOPBACK:
        raise ValueError(f"{wanted} (https; http is for this machine only)")
    return f"{scheme}://{host}" if port in {None, DEFAULT_PORTS[scheme]} else f"{scheme}://{host}:{port}"
