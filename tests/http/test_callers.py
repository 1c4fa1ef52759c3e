"""Who is calling: keys in headers, origins, scopes, addresses."""

from datetime import UTC, datetime
from typing import Any

import pytest
from limits import parse

from app.http.callers import Callers, network, presented, seconds_to_next_month
from app.http.head import Head
from app.partners.keyring import Access, Keyring
from app.partners.models import KeyKind
from app.problems import InvalidKeyError, OriginNotAllowedError, ProblemError, ScopeMissingError

SECRET, PAGE, READ_ONLY = "nsk_secret", "nsp_page", "nsk_read"
SITE = "https://partner.example"


def access(key_id: str, kind: KeyKind, *scopes: str) -> Access:
    """Make what a key allows."""
    return Access(
        partner="acme",
        key_id=key_id,
        kind=kind,
        scopes=frozenset(scopes),
        origins=frozenset({SITE} if kind is KeyKind.PUBLISHABLE else ()),
        plan="free",
        rate="1200/minute",
        monthly_quota=None,
        expires_at=None,
    )


KEYS = {
    SECRET: access(SECRET, KeyKind.SECRET, "read", "assess"),
    PAGE: access(PAGE, KeyKind.PUBLISHABLE, "read", "assess"),
    READ_ONLY: access(READ_ONLY, KeyKind.SECRET, "read"),
}


@pytest.fixture
def callers(monkeypatch: pytest.MonkeyPatch) -> Callers:
    """Callers with three keys; how a key is checked is told by tests/partners."""
    monkeypatch.setattr(Keyring, "find", lambda _, key: KEYS.get(key))
    ring: Any = Keyring.__new__(Keyring)
    ring.is_read = True
    return Callers(keyring=ring, open_rate=parse("600/minute"))


def head(method: str = "GET", **headers: str) -> Head:
    """Make the head of a request; `x_api_key` is X-API-Key."""
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return Head({"type": "http", "method": method, "path": "/v1/x", "headers": raw})


@pytest.mark.parametrize(
    ("headers", "key"),
    [
        ({}, None),
        ({"authorization": "Bearer k"}, "k"),
        ({"authorization": "bearer   k "}, "k"),
        ({"x_api_key": "k"}, "k"),
        ({"x_api_key": " k "}, "k"),
        ({"authorization": "Bearer k", "x_api_key": "k"}, "k"),
        ({"authorization": "Bearer k", "x_api_key": "other"}, ""),
        ({"authorization": "Basic abc"}, ""),
        ({"authorization": "Basic abc", "x_api_key": "k"}, ""),
        ({"authorization": "Bearer"}, ""),
        ({"authorization": ""}, ""),
        ({"x_api_key": ""}, ""),
        ({"x_api_key": "\xff\xfe"}, "\xff\xfe"),
    ],
)
def test_a_key_is_read_from_either_header(headers: dict[str, str], key: str | None) -> None:
    assert presented(head(**headers)) == key


def test_a_header_that_comes_twice_bears_no_key_that_holds(callers: Callers) -> None:
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"x-api-key", SECRET.encode())] * 2}
    with pytest.raises(InvalidKeyError):
        callers.identify(Head(scope), "192.0.2.1")


@pytest.mark.parametrize("key", ["", "x", "nsk_", "\xff", "a" * 10_000, SECRET + "x", SECRET.upper()])
def test_what_is_no_key_is_refused(callers: Callers, key: str) -> None:
    with pytest.raises(InvalidKeyError):
        callers.identify(head(x_api_key=key), "192.0.2.1")


@pytest.mark.parametrize(
    ("key", "headers", "error"),
    [
        (SECRET, {}, None),
        # Swagger UI of this very service.
        (SECRET, {"origin": "http://api.example", "host": "api.example"}, None),
        (SECRET, {"origin": SITE, "host": "api.example"}, OriginNotAllowedError),
        (SECRET, {"origin": "null", "host": "api.example"}, OriginNotAllowedError),
        (PAGE, {"origin": SITE}, None),
        (PAGE, {}, OriginNotAllowedError),
        (PAGE, {"origin": "null"}, OriginNotAllowedError),
        (PAGE, {"origin": SITE + ".evil.example"}, OriginNotAllowedError),
        (PAGE, {"origin": SITE + ":8443"}, OriginNotAllowedError),
        (PAGE, {"origin": "http://partner.example"}, OriginNotAllowedError),
        (PAGE, {"origin": "https://other.example", "referer": SITE}, OriginNotAllowedError),
    ],
)
def test_a_key_is_for_its_place(
    callers: Callers, key: str, headers: dict[str, str], error: type[ProblemError] | None
) -> None:
    request = head(x_api_key=key, **headers)
    if error is None:
        assert callers.identify(request, "192.0.2.1").access is KEYS[key]
    else:
        with pytest.raises(error):
            callers.identify(request, "192.0.2.1")


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_key_is_for_its_scopes(callers: Callers, method: str) -> None:
    request = head(method, x_api_key=READ_ONLY)
    if method == "POST":
        with pytest.raises(ScopeMissingError):
            callers.identify(request, "192.0.2.1")
    else:
        assert callers.identify(request, "192.0.2.1").plan == "free"


def test_each_reader_of_a_partners_pages_has_a_rate_of_its_own(callers: Callers) -> None:
    request = head(x_api_key=PAGE, origin=SITE)
    one, other = (callers.identify(request, f"192.0.2.{number}").id for number in (1, 2))
    assert one != other
    request = head(x_api_key=SECRET)
    one, other = (callers.identify(request, f"192.0.2.{number}").id for number in (1, 2))
    assert one == other


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "unknown"),
        ("unix:", "unknown"),
        ("<script>", "unknown"),
    ],
)
def test_an_address_is_counted_under_a_name(address: str, name: str) -> None:
    assert network(address) == name


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        (datetime(2026, 1, 31, 23, 59, 59, tzinfo=UTC), 2),
        (datetime(2026, 12, 1, tzinfo=UTC), 31 * 86_400 + 1),
        (datetime(2028, 2, 29, 12, tzinfo=UTC), 43_201),
    ],
)
def test_a_month_ends_on_its_last_day(now: datetime, seconds: int) -> None:
    assert seconds_to_next_month(now) == seconds


def test_callers_that_are_remembered_are_bounded(callers: Callers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.http.callers.MOST_REMEMBERED", 100)
    for number in range(1_000):
        callers.identify(head(x_api_key=PAGE, origin=SITE), f"192.0.{number // 250}.{number % 250}")
    assert len(callers._by_name) <= 100
