"""Which coding an answer has."""

import gzip

import brotli
import pytest
import zstandard

from app.http.encodings import PACKERS, chosen, pack


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        (None, b""),
        (b"", b""),
        (b"identity", b""),
        (b"gzip", b"gzip"),
        (b"GZIP", b"gzip"),
        (b"gzip, deflate, br, zstd", b"br"),
        (b"gzip, zstd", b"zstd"),
        (b"br;q=0.1, gzip;q=0.9", b"gzip"),
        (b"br;q=0, *", b"zstd"),
        (b"*", b"br"),
        (b"*;q=0", b""),
        (b"gzip;q=0", b""),
        (b"gzip;q=0.5, identity;q=0.8", b""),
        (b"gzip;q=0.5, identity;q=0.2", b"gzip"),
        (b"gzip;q=nan", b""),
        (b"gzip;q=no", b""),
        (b"gzip;q=1e999", b"gzip"),
        (b"gzip ; q=1.0 ", b"gzip"),
        (b"deflate, compress", b""),
        (b";;;,,,", b""),
        (b"gzip" + b" " * 300, b""),
    ],
)
def test_the_smallest_of_those_liked_best_is_taken(header: bytes | None, coding: bytes) -> None:
    assert chosen(header) == coding


@pytest.mark.parametrize("coding", PACKERS)
def test_what_is_packed_can_be_unpacked_and_is_the_same_each_time(coding: bytes) -> None:
    body = b'{"words": "and more words"}' * 100
    packed = pack(body, coding)
    unpack = {b"br": brotli.decompress, b"gzip": gzip.decompress, b"zstd": zstandard.decompress}
    assert unpack[coding](packed) == body
    assert pack(body, coding) == packed
    assert len(packed) < len(body) / 5
