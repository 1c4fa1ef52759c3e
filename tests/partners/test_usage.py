"""Counting requests: nothing is lost, nothing else is kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.partners.keyring import Access
from app.partners.models import KeyKind, PartnerUsage
from app.partners.usage import EARLIER_SECONDS, UsageCounter
from tests.partners.conftest import Clock
from tests.partners.test_keyring import broken


def access(partner: str = "acme", key: str = "nsk_a2b3c4d5") -> Access:
    """Give what a key allows."""
    return Access(
        partner=partner,
        key_id=key,
        kind=KeyKind.SECRET,
        scopes=frozenset({"read"}),
        origins=frozenset(),
        plan="free",
        rate="1/second",
        monthly_quota=10,
        expires_at=None,
    )


@pytest.fixture
def counter(clock: Clock) -> UsageCounter:
    """A counter in the middle of a month."""
    clock.set(2026, 11, 22, 12)
    return UsageCounter(clock=clock)


Told = Callable[[], dict[tuple[str, str, date], int]]


@pytest.fixture
def told(session: Session) -> Told:
    """Give what the table holds."""

    def rows() -> dict[tuple[str, str, date], int]:
        session.expire_all()
        return {
            (row.partner_id, row.key_id, row.day): row.requests for row in session.exec(select(PartnerUsage))
        }

    return rows


def test_counts_are_kept_by_partner_key_and_day(
    session: Session, counter: UsageCounter, clock: Clock, told: Told
) -> None:
    one, two = access(), access(key="nsk_bbbbbbbb")
    for which in (one, one, two, access("other")):
        counter.count(which)
    clock.set(2026, 11, 23)
    counter.count(one)
    assert counter.flush(session)
    assert told() == {
        ("acme", "nsk_a2b3c4d5", date(2026, 11, 22)): 2,
        ("acme", "nsk_bbbbbbbb", date(2026, 11, 22)): 1,
        ("other", "nsk_a2b3c4d5", date(2026, 11, 22)): 1,
        ("acme", "nsk_a2b3c4d5", date(2026, 11, 23)): 1,
    }
    assert counter.used_this_month("acme") == 4
    assert counter.used_this_month("nobody") == 0


def test_two_processes_add_up(session: Session, counter: UsageCounter, clock: Clock, told: Told) -> None:
    other = UsageCounter(clock=clock)
    for _ in range(3):
        counter.count(access())
        other.count(access())
        other.count(access())
        assert counter.flush(session)
        assert other.flush(session)
    assert list(told().values()) == [9]
    assert other.used_this_month("acme") == 9
    # The first does not know of the other's last two before it asks again.
    assert counter.used_this_month("acme") == 7
    assert counter.flush(session)
    assert counter.used_this_month("acme") == 9


def test_processes_that_write_at_once_lose_nothing(engine: Engine, clock: Clock, told: Told) -> None:
    clock.set(2026, 11, 22)

    def work(number: int) -> None:
        mine = UsageCounter(clock=clock)
        for turn in range(10):
            for partner in (f"p-{turn % 3}", f"p-{number % 3}", "all"):
                mine.count(access(partner))
            with Session(engine) as session:
                assert mine.flush(session)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert sum(told().values()) == 4 * 10 * 3
    assert told()["all", "nsk_a2b3c4d5", date(2026, 11, 22)] == 40


def test_requests_that_come_while_counts_are_stored_are_counted(
    engine: Engine, counter: UsageCounter, told: Told
) -> None:
    def count() -> None:
        for _ in range(5_000):
            counter.count(access())

    with ThreadPoolExecutor(2) as pool:
        busy = [pool.submit(count) for _ in range(2)]
        while not all(one.done() for one in busy):
            with Session(engine) as session:
                assert counter.flush(session)
            assert counter.used_this_month("acme") <= 10_000
    with Session(engine) as session:
        assert counter.flush(session)
    assert list(told().values()) == [10_000]
    assert counter.used_this_month("acme") == 10_000


def test_counts_outlive_the_database(
    session: Session, counter: UsageCounter, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    counter.count(access())
    assert counter.flush(session)
    for _ in range(3):
        counter.count(access())
        assert not counter.flush(broken())
    assert counter.used_this_month("acme") == 4
    assert len(caplog.records) == 1
    assert counter.flush(session)
    assert list(told().values()) == [4]
    assert counter.used_this_month("acme") == 4
    counter.flush(session)
    assert list(told().values()) == [4]


def test_counts_of_a_day_that_passed_in_an_outage_keep_their_day(
    session: Session, counter: UsageCounter, clock: Clock, told: Told
) -> None:
    assert counter.flush(session)
    counter.count(access())
    clock.set(2026, 11, 23)
    assert not counter.flush(broken())
    counter.count(access())
    assert counter.flush(session)
    assert {day.day: requests for (_, _, day), requests in told().items()} == {22: 1, 23: 1}
    assert counter.used_this_month("acme") == 2


def test_the_count_of_a_month_starts_anew(session: Session, counter: UsageCounter, clock: Clock) -> None:
    counter.count(access())
    counter.flush(session)
    counter.count(access())
    assert counter.used_this_month("acme") == 2
    clock.set(2026, 12, 1)
    assert counter.used_this_month("acme") == 0
    counter.count(access())
    assert counter.flush(session)
    assert counter.used_this_month("acme") == 1


def test_a_process_that_starts_knows_what_the_month_has_seen(
    session: Session, counter: UsageCounter, clock: Clock
) -> None:
    counter.count(access())
    counter.flush(session)
    clock.set(2026, 11, 25)
    counter.count(access())
    counter.flush(session)
    later = UsageCounter(clock=clock)
    assert later.used_this_month("acme") == 0
    later.flush(session)
    assert later.used_this_month("acme") == 2


def test_what_others_add_to_earlier_days_is_seen_after_a_while(
    session: Session, counter: UsageCounter, clock: Clock
) -> None:
    late = UsageCounter(clock=clock)
    late.count(access())
    clock.set(2026, 11, 23)
    counter.flush(session)
    late.flush(session)
    clock.move(seconds=EARLIER_SECONDS)
    counter.flush(session)
    assert counter.used_this_month("acme") == 1


def test_many_counts_are_stored_at_once(session: Session, counter: UsageCounter, told: Told) -> None:
    for at in range(5_000):
        counter.count(access(f"p-{at}"))
    assert counter.flush(session)
    assert len(told()) == 5_000


def test_the_real_clock_is_that_of_utc(session: Session, told: Told) -> None:
    before = datetime.now(UTC).date()
    counter = UsageCounter()
    counter.count(access())
    counter.flush(session)
    [(_, _, day)] = told()
    assert before <= day <= datetime.now(UTC).date()
