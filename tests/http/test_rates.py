"""Rates: what is admitted, what is said of it, and what happens without Redis."""

import asyncio
import time

import pytest
from limits import RateLimitItemPerMinute, RateLimitItemPerSecond, parse

from app.http import rates as module
from app.http.rates import Rates, window
from tests.redis import redis_server

pytestmark = pytest.mark.anyio


async def sent(rates: Rates, caller: str, rate: str, times: int) -> list[bool]:
    """Send requests in sequence; tell which were admitted."""
    item = parse(rate)
    found = []
    for _ in range(times):
        lease = rates.at_hand(caller, item) or await rates.take(caller, item)
        found.append(not lease.refused)
    return found


@pytest.mark.parametrize("rate", ["3/day", "1/hour", "600/hour", "1200/hour", "20000/hour"])
async def test_a_rate_admits_as_many_as_it_says(rate: str) -> None:
    amount = parse(rate).amount
    admitted = await sent(Rates(None), "a", rate, amount + 50)
    assert admitted == [True] * amount + [False] * 50


async def test_callers_are_counted_apart() -> None:
    rates = Rates(None)
    for caller in ("a", "b"):
        assert await sent(rates, caller, "2/day", 3) == [True, True, False]


async def test_requests_at_once_are_counted_each() -> None:
    rates, item = Rates(None), parse("50/day")
    leases = await asyncio.gather(*(rates.take("a", item) for _ in range(50)))
    assert not any(lease.refused for lease in leases)
    assert (await rates.take("a", item)).refused


@pytest.mark.parametrize("rate", ["100000/day", "60000/hour", "6000/minute", "60000/minute"])
async def test_a_slow_caller_is_not_refused_for_what_it_left_unused(
    monkeypatch: pytest.MonkeyPatch, rate: str
) -> None:
    # Every request comes after the lease of the one before has run out, for a whole window.
    item = parse(rate)
    now = 1_000_000.0 * item.get_expiry()
    monkeypatch.setattr(time, "time", lambda: now)
    monkeypatch.setattr(time, "monotonic", lambda: now)
    rates = Rates(None)
    step = max(2.0, item.get_expiry() / 500)
    while now < 1_000_002.0 * item.get_expiry():
        lease = rates.at_hand("a", item) or await rates.take("a", item)
        assert not lease.refused
        now += step


async def test_what_is_left_is_told() -> None:
    rates, item = Rates(None), parse("5/day")
    left = [(await rates.take("a", item)).remaining for _ in range(6)]
    assert left == [4, 3, 2, 1, 0, 0]
    assert rates.at_last("nobody") is None


@pytest.mark.parametrize("item", [RateLimitItemPerSecond(3), RateLimitItemPerSecond(5, 2)])
async def test_who_waits_as_told_is_admitted(item: RateLimitItemPerMinute) -> None:
    rates = Rates(None)
    lease = await rates.take("a", item)
    while not lease.refused:
        lease = await rates.take("a", item)
    await asyncio.sleep(lease.seconds)
    assert not (await rates.take("a", item)).refused


@pytest.mark.parametrize(
    ("counted", "remaining", "seconds"),
    [
        # (before, ends of the window before, now, ends of this one as the store counts)
        ((0, 0.0, 0, 90.0), 10, 30),
        ((0, 0.0, 4, 90.0), 6, 30),
        # Used up in this window: at its end what was sent begins to count less.
        ((0, 0.0, 10, 90.0), 0, 30),
        # Twenty in the window before count for ten while half of it still counts.
        ((20, 30.0, 0, 90.0), 0, 0),
        ((20, 45.0, 5, 105.0), 0, 30),
    ],
)
def test_the_wait_is_worked_out(
    counted: tuple[int, float, int, float], remaining: int, seconds: float
) -> None:
    found = window(RateLimitItemPerMinute(10), True, counted)
    assert (found.remaining, round(found.seconds)) == (remaining, seconds)


async def test_callers_that_are_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_LEASES", 100)
    rates, item = Rates(None), parse("5/day")
    for number in range(1_000):
        await rates.take(str(number), item)
    assert len(rates._leases) <= 100


async def test_two_processes_count_together() -> None:
    with redis_server() as server:
        one, other = Rates(server.url), Rates(server.url)
        assert await sent(one, "a", "6/day", 3) == [True] * 3
        assert await sent(other, "a", "6/day", 4) == [True, True, True, False]
        assert await sent(one, "a", "6/day", 1) == [False]
        assert one.shared is True
        await one.close()
        await other.close()


async def test_without_redis_a_process_counts_by_itself_and_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with redis_server() as server:
        rates = Rates(server.url)
        assert await sent(rates, "a", "4/day", 1) == [True]
        server.stop()
        began = time.monotonic()
        assert await sent(rates, "a", "4/day", 5) == [True] * 4 + [False]
        # Nobody waits for a Redis that is not there.
        assert time.monotonic() - began < 2
        assert [rates.shared] == [False]
        assert caplog.text.count("redis failed") == 1
        await rates.probe()
        server.start()
        await rates.probe()
        assert [rates.shared] == [True]
        # A Redis that lost everything counts anew.
        assert await sent(rates, "b", "2/day", 3) == [True, True, False]
        await rates.close()


async def test_a_redis_that_was_never_there_is_known_before_anybody_calls() -> None:
    rates = Rates("redis://127.0.0.1:9/0")
    await rates.probe()
    assert rates.shared is False
    assert await sent(rates, "a", "2/day", 3) == [True, True, False]
    await rates.close()


async def test_without_redis_nothing_is_said_of_it() -> None:
    rates = Rates(None)
    await rates.probe()
    assert rates.shared is None
