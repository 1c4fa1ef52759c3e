"""What a key and an origin look like."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.partners.keys import KEY_LENGTH, key_id, new_key, origin_of
from app.partners.models import KeyKind

# What the documentation gives to scanners.
SCANNED = re.compile(r"ns[kp]_[a-z2-7]{8}_[A-Za-z0-9_-]{43}")


@pytest.mark.parametrize(("kind", "prefix"), [(KeyKind.SECRET, "nsk_"), (KeyKind.PUBLISHABLE, "nsp_")])
def test_a_key_is_found_by_scanners_and_tells_its_kind(kind: KeyKind, prefix: str) -> None:
    key = new_key(kind)
    assert SCANNED.fullmatch(key)
    assert key.startswith(prefix)
    assert len(key) == KEY_LENGTH
    assert key.startswith(key_id(key) + "_")


def test_no_two_keys_are_alike() -> None:
    keys = [new_key(KeyKind.SECRET) for _ in range(1_000)]
    assert len({key[13:] for key in keys}) == len({key_id(key) for key in keys}) == 1_000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTPS://Example.ORG:443", "https://example.org"),
        ("https://example.org:8443", "https://example.org:8443"),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://[::1]:3000", "http://[::1]:3000"),
        (" https://example.org ", "https://example.org"),
    ],
)
def test_an_origin_is_written_as_browsers_send_it(text: str, wanted: str) -> None:
    assert origin_of(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "*",
        "example.org",
        "https://",
        "https://*.example.org",
        "https://example.org/",
        "https://example.org/path",
        "https://example.org?query",
        "https://example.org#part",
        "https://user@example.org",
        "https://example.org:99999",
        "https://example.org:port",
        "https://example.org:",
        "https://bücher.example",
        "https://[::1",
        "https://exa mple.org",
        "https://-example.org",
        "http://example.org",
        "http://192.0.2.1",
        "file:///tmp",
        "chrome-extension://abc",
    ],
)
def test_what_is_no_origin_is_refused_with_one_that_is(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no origin; write https://example\.org"):
        origin_of(text)


@given(text=st.text(max_size=60) | st.from_regex(r"https?://.{0,30}", fullmatch=True))
def test_an_origin_stays_what_it_is_or_is_refused(text: str) -> None:
    try:
        origin = origin_of(text)
    except ValueError:
        return
    assert origin_of(origin) == origin
