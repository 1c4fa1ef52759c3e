"""Content codings: which one a client takes, and the packing itself (RFC 9110, section 12.5.3)."""

import gzip
from collections.abc import Callable
from functools import lru_cache

import brotli
import zstandard

# Below this many bytes packing gains nothing.
LEAST_BYTES = 512
# Longest Accept-Encoding that is read; a longer one gets plain bytes.
LONGEST_HEADER = 200
PACKERS: dict[bytes, Callable[[bytes], bytes]] = {
    b"br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    b"zstd": lambda body: zstandard.ZstdCompressor(level=6).compress(body),
    b"gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


@lru_cache(maxsize=512)
def chosen(accept_encoding: bytes | None) -> bytes:
    """Give the coding that a client takes, the smallest of those it likes best; empty for plain bytes."""
    if accept_encoding is None or len(accept_encoding) > LONGEST_HEADER:
        return b""
    weights: dict[bytes, float] = {}
    for part in accept_encoding.lower().split(b","):
        name, _, parameter = part.strip().partition(b";")
        weights[name.strip()] = weight(parameter.strip())
    others = weights.get(b"*", 0.0)
    best = max(PACKERS, key=lambda coding: weights.get(coding, others))
    wanted = weights.get(best, others)
    return best if wanted > 0 and wanted >= weights.get(b"identity", 0.0) else b""


def weight(parameter: bytes) -> float:
    """Read `q=0.5`; 1 where nothing is said, 0 where it cannot be read."""
    if not parameter:
        return 1.0
    name, _, value = parameter.partition(b"=")
    try:
        return min(1.0, max(0.0, float(value))) if name.strip() == b"q" else 0.0
    except ValueError:
        return 0.0


def pack(body: bytes, coding: bytes) -> bytes:
    """Pack a body in one of `PACKERS`; equal bytes give equal bytes."""
    return PACKERS[coding](body)
