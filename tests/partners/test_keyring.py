"""Which keys are found, and when they are no more."""

import logging
import string
import sys
import timeit
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event, insert, select, text
from sqlmodel import Session

from app.database import make_engine
from app.models import PARTNER_TABLES, metadata
from app.partners import service
from app.partners.keyring import RELOAD_SECONDS, Keyring
from app.partners.keys import key_id, new_key
from app.partners.models import KeyKind, Partner, PartnerKey, PartnerStatus
from app.partners.plans import FREE, PLANS
from app.partners.secret import Secret, SecretSource
from app.settings import Settings
from tests.partners.conftest import OTHER_SECRET, SECRET, Clock, Make, partner, source


def test_a_key_is_found_with_what_it_allows(session: Session, keyring: Keyring, make: Make) -> None:
    made = make("acme", plan="standard")
    assert keyring.find(made.shown_once) is None
    assert keyring.refresh(session)
    access = keyring.find(made.shown_once)
    assert access is not None
    assert (access.partner, access.key_id, access.kind) == ("acme", made.row.id, "secret")
    assert (access.scopes, access.origins) == (frozenset({"read", "assess"}), frozenset())
    plan = PLANS["standard"]
    assert (access.plan, access.rate, access.monthly_quota) == (plan.name, plan.rate, plan.monthly_quota)
    assert access.expires_at is None
    # The second time it comes from memory.
    assert keyring.find(made.shown_once) is access


def test_unknown_malformed_revoked_expired_and_suspended_are_alike(
    session: Session, keyring: Keyring, make: Make, clock: Clock
) -> None:
    good = make().shown_once
    revoked, expired, suspended = make(), make(valid_for=timedelta(minutes=1)), make("other")
    keyring.refresh(session)
    wrong = good[:-1] + ("A" if good[-1] != "A" else "B")
    assert all(keyring.find(one.shown_once) for one in (revoked, expired, suspended))
    service.revoke(session, revoked.row)
    service.set_status(session, partner(session, "other"), PartnerStatus.SUSPENDED)
    clock.move(minutes=2)
    keyring.refresh(session)
    refused = [
        revoked.shown_once, expired.shown_once, suspended.shown_once, wrong, new_key(KeyKind.SECRET),
        good.upper(), good + " ", " " + good, good[:-1], good.replace("nsk_", "nsp_"), "", "\0" * 56,
        "ä" * 56, "\ud800" * 56,
    ]  # fmt: skip
    assert {keyring.find(key) for key in refused} == {None}
    assert keyring.find(good)
    service.set_status(session, partner(session, "other"), PartnerStatus.ACTIVE)
    keyring.refresh(session)
    assert keyring.find(suspended.shown_once)


def test_a_key_ends_at_its_moment_without_a_refresh(
    session: Session, keyring: Keyring, make: Make, clock: Clock
) -> None:
    key = make(valid_for=timedelta(hours=1)).shown_once
    page = make(origins=("https://example.org",), valid_for=timedelta(hours=1)).shown_once
    keyring.refresh(session)
    clock.move(minutes=59)
    assert keyring.find(key)
    assert keyring.find(page)
    assert keyring.allows_origin("https://example.org")
    clock.move(minutes=2)
    assert keyring.find(key) is keyring.find(page) is None
    assert not keyring.allows_origin("https://example.org")


def test_a_key_holds_again_where_the_clock_ran_ahead_and_is_put_back(
    session: Session, keyring: Keyring, make: Make, clock: Clock
) -> None:
    key = make(valid_for=timedelta(days=7)).shown_once
    keyring.refresh(session)
    clock.move(days=30)
    keyring.refresh(session)
    assert keyring.find(key) is None
    clock.move(days=-30)
    keyring.refresh(session)
    assert keyring.find(key)


def test_no_key_is_called_wrong_before_the_tables_were_read(session: Session, keyring: Keyring) -> None:
    assert not keyring.is_read
    keyring.refresh(session)
    assert keyring.is_read


def test_both_keys_hold_while_one_takes_over_from_the_other(
    session: Session, keyring: Keyring, make: Make, clock: Clock
) -> None:
    old = make(origins=("https://example.org",))
    new = service.rotate(
        session,
        partner(session),
        old.row,
        Secret.of(SECRET),
        overlap=timedelta(days=7),
        valid_for=None,
    )
    keyring.refresh(session)
    clock.move(days=6)
    first, second = keyring.find(old.shown_once), keyring.find(new.shown_once)
    assert first is not None
    assert second is not None
    assert (first.scopes, first.origins, first.kind) == (second.scopes, second.origins, second.kind)
    clock.move(days=2)
    assert keyring.find(old.shown_once) is None
    assert keyring.find(new.shown_once)


def test_rotating_does_not_lengthen_the_life_of_a_key(session: Session, make: Make) -> None:
    old = make(valid_for=timedelta(days=1)).row
    ends = old.expires_at
    service.rotate(
        session, partner(session), old, Secret.of(SECRET), overlap=timedelta(days=7), valid_for=None
    )
    assert old.expires_at == ends


def test_a_change_of_plan_reaches_a_key_in_use(session: Session, keyring: Keyring, make: Make) -> None:
    key = make().shown_once
    keyring.refresh(session)
    assert keyring.find(key)
    service.set_plan(session, partner(session), "large")
    keyring.refresh(session)
    access = keyring.find(key)
    assert access is not None
    assert (access.plan, access.monthly_quota) == ("large", None)


def test_a_plan_that_this_code_does_not_know_counts_as_the_smallest(
    session: Session, keyring: Keyring, make: Make
) -> None:
    key = make().shown_once
    row = partner(session)
    row.plan = "of-a-later-version"
    session.commit()
    keyring.refresh(session)
    access = keyring.find(key)
    assert access is not None
    assert access.rate == FREE.rate


def test_only_origins_of_publishable_keys_that_hold_are_allowed(
    session: Session, keyring: Keyring, make: Make
) -> None:
    made = make(origins=("https://one.example", "http://localhost:3000"))
    make()
    keyring.refresh(session)
    assert keyring.allows_origin("https://one.example")
    assert keyring.allows_origin("http://localhost:3000")
    for other in ("", "null", "https://two.example", "http://one.example", "https://one.example:8443"):
        assert not keyring.allows_origin(other)
    service.revoke(session, made.row)
    keyring.refresh(session)
    assert not keyring.allows_origin("https://one.example")


# --- secrets -----------------------------------------------------------------------------------------


def test_a_secret_can_be_changed_while_old_keys_hold(session: Session, make: Make, clock: Clock) -> None:
    old = make().shown_once
    new = make(secret=OTHER_SECRET).shown_once
    both = Keyring(secret=source(OTHER_SECRET, SECRET), clock=clock)
    both.refresh(session)
    assert both.find(old)
    assert both.find(new)


def test_a_key_under_a_secret_that_is_not_had_is_refused_and_told(
    session: Session, make: Make, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    key = make().shown_once
    keyring = Keyring(secret=source(OTHER_SECRET), clock=clock)
    with caplog.at_level(logging.WARNING, "app"):
        keyring.refresh(session)
    assert keyring.find(key) is None
    assert "1 of 1 partner keys are refused" in caplog.text


def test_a_secret_that_appears_later_is_taken(
    session: Session, make: Make, clock: Clock, tmp_path: Path
) -> None:
    embedded = SecretSource.of(Settings(database_url=f"sqlite:///{tmp_path / 'test.db'}"))
    keyring = Keyring(secret=embedded, clock=clock)
    assert keyring.refresh(session)
    [secret] = embedded.read_or_make()
    key = make(secret=secret.value.decode()).shown_once
    keyring.refresh(session)
    assert keyring.find(key)


# --- the database ------------------------------------------------------------------------------------


def broken() -> Session:
    """Give a session on a server that is not there."""
    return Session(make_engine(Settings(database_url="postgresql+psycopg://nobody@127.0.0.1:9/nothing")))


def test_keys_hold_while_the_database_is_away_and_it_is_told_once(
    session: Session, keyring: Keyring, make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    key = make().shown_once
    keyring.refresh(session)
    with caplog.at_level(logging.WARNING, "app"):
        assert not keyring.refresh(broken())
        assert not keyring.refresh(broken())
    assert keyring.find(key)
    assert len(caplog.records) == 1
    assert keyring.refresh(session)


def test_nothing_is_read_again_where_nothing_changed(
    engine: Engine, session: Session, keyring: Keyring, make: Make, clock: Clock
) -> None:
    first = make().row
    keyring.refresh(session)
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))

    def loaded() -> bool:
        statements.clear()
        keyring.refresh(session)
        return any("hash" in statement for statement in statements)

    assert not loaded()
    make()
    assert loaded()
    assert not loaded()
    service.revoke(session, first)
    assert loaded()
    service.set_plan(session, partner(session), "large")
    assert loaded()
    assert not loaded()
    clock.move(seconds=RELOAD_SECONDS)
    assert loaded()


def test_what_is_stored_and_logged_does_not_hold_the_key(
    session: Session, keyring: Keyring, make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        made = make(origins=("https://example.org",))
        keyring.refresh(session)
        assert keyring.find(made.shown_once)
        wrong = made.shown_once[:-2] + "AA"
        keyring.find(wrong)
    secret_part = made.shown_once[13:]
    tables = [metadata.tables[str(table.__tablename__)] for table in PARTNER_TABLES]
    stored = repr([tuple(row) for table in tables for row in session.connection().execute(select(table))])
    assert made.row.id in stored
    assert secret_part not in stored
    assert secret_part not in caplog.text
    assert secret_part[:20] not in caplog.text
    assert made.row.hash not in {made.shown_once, secret_part}
    # Nor does the memory of the process, beyond the object that the test holds.
    assert secret_part not in repr(keyring._ring)
    assert secret_part.encode() not in b"".join(keyring._ring.proven)


def test_the_hash_depends_on_the_secret_and_on_the_whole_key() -> None:
    key = new_key(KeyKind.SECRET)
    hashes = {Secret.of(secret).hash(text) for secret in (SECRET, OTHER_SECRET) for text in (key, key[13:])}
    assert len(hashes) == 4


KEY_LIKE = st.text(string.ascii_letters + string.digits + "_-", min_size=43, max_size=43)


@given(tail=KEY_LIKE, other=st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_nothing_but_the_key_is_found(
    session: Session, keyring: Keyring, make: Make, tail: str, other: str
) -> None:
    made = make()
    keyring.refresh(session)
    assert keyring.find(f"{made.row.id}_{tail}") is None
    assert keyring.find(other) is None


# --- many keys ---------------------------------------------------------------------------------------


def test_ten_thousand_keys_are_read_and_found(session: Session, keyring: Keyring, clock: Clock) -> None:
    secret, now = Secret.of(SECRET), datetime.now(UTC)
    keys = [new_key(KeyKind.SECRET) for _ in range(10_000)]
    columns = {"status": PartnerStatus.ACTIVE, "created_at": now, "version": 1}
    session.execute(
        insert(Partner),
        [
            {"id": f"p-{at}", "name": "", "contact": "", "plan": "free", "note": "", **columns}
            for at in range(1_000)
        ],
    )
    session.execute(
        insert(PartnerKey),
        [
            {
                "id": key_id(key),
                "partner_id": f"p-{at % 1_000}",
                "kind": KeyKind.SECRET,
                "hash": secret.hash(key).hex(),
                "secret_id": secret.id,
                "scopes": ["read"],
                "origins": [],
                "label": "",
                "created_at": now,
                "version": 1,
            }
            for at, key in enumerate(keys)
        ],
    )
    session.commit()
    assert keyring.refresh(session)
    found = [keyring.find(key) for key in keys]
    assert [access and access.key_id for access in found] == [key_id(key) for key in keys]
    # Both are a hundred times below what these bounds allow; they fail where a look-up goes through all keys.
    each = min(timeit.repeat(lambda: keyring.find(keys[-1]), number=1_000, repeat=3)) / 1_000
    assert each < 0.0002
    assert sys.getsizeof(keyring._ring.proven) < 2_000_000


def test_a_row_that_was_changed_by_hand_is_seen_after_a_while(
    session: Session, keyring: Keyring, make: Make, clock: Clock
) -> None:
    made = make()
    keyring.refresh(session)
    session.execute(text("UPDATE partner SET status = 'suspended'"))
    session.commit()
    clock.move(seconds=RELOAD_SECONDS)
    keyring.refresh(session)
    assert keyring.find(made.shown_once) is None
