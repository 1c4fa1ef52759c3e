"""The commands for partners, as an operator uses them: what they say, and how they end."""

import gc
import importlib
import json
import logging
import re
import tomllib
from datetime import UTC, datetime
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session
from typer.testing import CliRunner, Result

from app.cli import cli
from app.partners.keyring import Keyring
from app.partners.keys import new_key
from app.partners.models import KeyKind
from app.partners.secret import SecretSource
from app.partners.usage import UsageCounter
from app.settings import ROOT, Settings
from tests.partners.conftest import OTHER_SECRET, SECRET
from tests.partners.test_keys import SCANNED

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture(autouse=True)
def environment(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database of the test as that of the settings, and a secret."""
    monkeypatch.setenv("APP_DATABASE_URL", migrated_url)
    monkeypatch.setenv("APP_KEY_SECRET", SECRET)
    # Wide enough that no message is broken.
    monkeypatch.setenv("COLUMNS", "400")


def run(*arguments: str) -> Result:
    """Run a command; whatever ends it is told in words, never in a traceback."""
    result = CliRunner().invoke(cli, ["partners", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result


def done(*arguments: str) -> str:
    """Run a command that succeeds; give what it says."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def record(*arguments: str) -> Any:
    """Run a command that succeeds; give what it tells scripts."""
    return json.loads(done(*arguments, "--json"))


def found(key: str, session: Session) -> bool:
    """Tell whether a service that starts now takes a key."""
    keyring = Keyring(secret=SecretSource.of(Settings()))
    assert keyring.refresh(session)
    return keyring.find(key) is not None


def test_the_command_is_one_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    # The file of commands sets the garbage collector to rest, which is not for tests.
    monkeypatch.setattr(gc, "disable", lambda: None)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entry = EntryPoint("nutrient-signs", project["scripts"]["nutrient-signs"], "console_scripts")
    assert entry.load() is importlib.import_module("app.__main__").main


def test_a_new_partner_gets_a_key_that_holds(session: Session) -> None:
    told = done("add", "acme", "--name", "Acme Health")
    [key] = set(SCANNED.findall(told))
    assert "new, plan free" in told
    assert f"curl -H 'Authorization: Bearer {key}'" in told
    assert told.rstrip().endswith("http://127.0.0.1:8000/v1/nutrients/magnesium")
    assert found(key, session)
    assert "Acme Health" in done("show", "acme")


def test_the_key_is_shown_once(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        key = record("add", "acme")["key"]["shown_once"]
        later = "".join(
            done(*command)
            for command in (
                ["list"],
                ["keys"],
                ["show", "acme"],
                ["keys", "--json"],
                ["show", "acme", "--json"],
            )
        )
    assert key[:12] in later
    assert key[13:] not in later
    assert key[13:] not in caplog.text
    assert "hash" not in later


def test_a_publishable_key_is_bound_to_its_origins() -> None:
    asked = [
        "--kind",
        "publishable",
        "--origin",
        "HTTPS://Example.org:443",
        "--origin",
        "http://localhost:3000",
    ]
    key = record("add", "acme", *asked, "--label", "site")["key"]
    assert key["id"].startswith("nsp_")
    assert key["origins"] == ["https://example.org", "http://localhost:3000"]
    assert (key["scopes"], key["label"], key["expires_at"]) == (["read", "assess"], "site", None)
    told = done("add", "acme", *asked)
    assert "-H 'Origin: https://example.org'" in told
    assert "new" not in told


def test_scopes_and_life_of_a_key_can_be_narrowed() -> None:
    key = record("add", "acme", "--scope", "assess", "--scope", "assess", "--expires", "2d")["key"]
    assert key["scopes"] == ["assess"]
    assert key["state"] == "expiring"
    left = datetime.fromisoformat(key["expires_at"]) - datetime.now(UTC)
    assert 1.9 < left.total_seconds() / 86_400 <= 2


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["add", "acme", "--name", "Other"], 1, "there is a partner 'acme' already"),
        (["add", "acme", "--plan", "large"], 1, "nutrient-signs partners plan acme PLAN"),
        (["add", "new", "--plan", "huge"], 1, "there are free, standard, large"),
        (["add", "new", "--kind", "publishable"], 1, "--origin https://example.org"),
        (["add", "new", "--origin", "https://example.org"], 1, "--kind publishable"),
        (["add", "new", "--kind", "publishable", "--origin", "https://a.example/x"], 2, "without a path"),
        (["add", "new", "--kind", "publishable", "--origin", "*"], 2, "is no origin"),
        (["add", "Not A Slug"], 2, "is no id"),
        (["add", "new", "--name", "two\nlines"], 2, "one line"),
        (["add", "new", "--expires", "soon"], 2, "write 30m, 12h or 7d"),
        (["add", "new", "--expires", "999999d"], 2, "write 30m, 12h or 7d"),
        (["add", "new", "--scope", "write"], 2, "'write' is not one of"),
        (["show", "nobody"], 1, "there is no partner 'nobody'"),
        (["keys", "nobody"], 1, "there is no partner 'nobody'"),
        (["usage", "nobody"], 1, "there is no partner 'nobody'"),
        (["plan", "nobody", "free"], 1, "there is no partner 'nobody'"),
        (["plan", "acme", "huge"], 1, "there are free, standard, large"),
        (["suspend", "nobody"], 1, "there is no partner 'nobody'"),
        (["rotate", "nsk_unknown2"], 1, "there is no key of this id"),
        (["revoke", "nsk_unknown2"], 1, "there is no key of this id"),
        (["usage", "--month", "November"], 2, "write 2026-11"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(arguments: list[str], code: int, words: str) -> None:
    run("add", "acme")
    before = done("list", "--json"), done("keys", "--json")
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert words in result.stderr
    assert result.stdout == ""
    assert (done("list", "--json"), done("keys", "--json")) == before


def test_a_whole_key_given_in_place_of_its_id_is_not_repeated() -> None:
    key = new_key(KeyKind.SECRET)
    assert key[13:] not in run("revoke", key).output


def test_rotating_leaves_the_old_key_a_week(session: Session) -> None:
    old = record("add", "acme", "--kind", "publishable", "--origin", "https://example.org")["key"]
    told = done("rotate", old["id"])
    [new] = set(SCANNED.findall(told))
    assert re.search(rf"{old['id']}, the old key, holds until \d{{4}}-\d\d-\d\d \d\d:\d\d UTC", told)
    assert found(old["shown_once"], session)
    assert found(new, session)
    first, second = record("keys", "acme")
    left = datetime.fromisoformat(first["expires_at"]) - datetime.now(UTC)
    assert 6.9 < left.total_seconds() / 86_400 <= 7
    assert (first["state"], second["state"]) == ("expiring", "active")
    assert first["origins"] == second["origins"] == ["https://example.org"]


def test_rotating_without_overlap_ends_the_old_key_at_once(session: Session) -> None:
    old = record("add", "acme")["key"]
    told = record("rotate", old["id"], "--overlap", "0m")
    assert told["old_key"]["state"] == "expired"
    assert not found(old["shown_once"], session)
    assert found(told["key"]["shown_once"], session)
    result = run("rotate", old["id"])
    assert result.exit_code == 1
    assert f"{old['id']} is expired" in result.stderr


def test_a_revoked_key_holds_no_more_and_revoking_again_changes_nothing(session: Session) -> None:
    key = record("add", "acme")["key"]
    assert "is revoked" in done("revoke", key["id"])
    assert not found(key["shown_once"], session)
    before = record("keys")
    assert "was revoked on" in done("revoke", key["id"])
    assert record("keys") == before
    assert before[0]["state"] == "revoked"
    assert "is revoked; make a new key" in run("rotate", key["id"]).stderr


def test_a_suspended_partner_has_no_key_until_it_is_resumed(session: Session) -> None:
    key = record("add", "acme")["key"]
    done("suspend", "acme")
    done("suspend", "acme")
    assert not found(key["shown_once"], session)
    for refused in (["add", "acme"], ["rotate", key["id"]]):
        result = run(*refused)
        assert result.exit_code == 1
        assert "nutrient-signs partners resume acme" in result.stderr
    done("resume", "acme")
    assert found(key["shown_once"], session)


def test_partners_are_listed_with_what_they_have() -> None:
    assert "no partners yet" in done("list")
    done("add", "beta", "--plan", "standard")
    key = record("add", "alpha")["key"]
    done("add", "alpha")
    done("revoke", key["id"])
    assert [(one["id"], one["plan"], one["keys"]) for one in record("list")] == [
        ("alpha", "free", 1),
        ("beta", "standard", 1),
    ]
    assert [line.split()[0] for line in done("list").splitlines()] == ["PARTNER", "alpha", "beta"]
    done("plan", "alpha", "large")
    assert record("show", "alpha")["plan"] == "large"


def test_usage_is_told_by_month_and_key(engine: Engine, session: Session) -> None:
    one, two = (record("add", "acme")["key"] for _ in range(2))
    keyring = Keyring(secret=SecretSource.of(Settings()))
    keyring.refresh(session)
    moment = datetime(2026, 11, 30, 23, tzinfo=UTC).timestamp()
    for key, times in ((one, 3), (two, 1_500)):
        access = keyring.find(key["shown_once"])
        assert access is not None
        counter = UsageCounter(clock=lambda: moment)
        for _ in range(times):
            counter.count(access)
        assert counter.flush(session)
    told = done("usage", "acme", "--month", "2026-11")
    lines = [line.split() for line in told.splitlines()]
    assert ["acme", one["id"], "3", "-"] in lines
    assert ["acme", "all", "keys", "1,503", "500,000"] in lines
    assert {"partner": "acme", "key": two["id"], "day": "2026-11-30", "requests": 1_500} in record(
        "usage", "--month", "2026-11"
    )
    assert done("usage", "--month", "2026-12") == "no requests with a key in 2026-12\n"


def test_plans_are_told_with_what_is_had_without_a_key() -> None:
    assert [plan["name"] for plan in record("plans")] == ["free", "standard", "large"]
    assert "Without a key: 600/minute" in done("plans")


def test_keys_made_under_a_new_secret_and_the_old_hold(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = record("add", "acme")["key"]["shown_once"]
    monkeypatch.setenv("APP_KEY_SECRET", f"{OTHER_SECRET},{SECRET}")
    new = record("add", "acme")["key"]["shown_once"]
    assert found(old, session)
    assert found(new, session)
    monkeypatch.setenv("APP_KEY_SECRET", OTHER_SECRET)
    assert not found(old, session)
    assert found(new, session)


def test_without_a_secret_postgresql_says_what_is_missing_and_sqlite_makes_one(
    migrated_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("APP_KEY_SECRET")
    result = run("add", "acme")
    if migrated_url.startswith("postgresql"):
        assert result.exit_code == 1
        assert "APP_KEY_SECRET" in result.stderr
        assert record("list") == []
    else:
        assert result.exit_code == 0
        assert (Path(migrated_url.removeprefix("sqlite:///")).parent / "key-secret").exists()


def test_a_database_without_tables_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    result = run("list")
    assert result.exit_code == 1
    assert "run `python -m app migrate`" in result.stderr


def test_a_server_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_DATABASE_URL", "postgresql+psycopg://nobody:hunter2@127.0.0.1:9/nothing")
    result = run("list")
    assert result.exit_code == 1
    assert "the database failed (OperationalError)" in result.stderr
    assert "hunter2" not in result.output


@pytest.mark.parametrize(
    ("host", "port", "address"),
    [
        ("127.0.0.1", "8460", "http://127.0.0.1:8460/"),
        ("0.0.0.0", "9000", "http://127.0.0.1:9000/"),
        ("::", "8000", "http://[::1]:8000/"),
        ("api.local", "80", "http://api.local:80/"),
    ],
)
def test_the_first_request_goes_where_the_service_is(
    host: str, port: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("PORT", port)
    assert f"  {address}v1/nutrients/magnesium" in done("add", "nearby-health", "--name", "Nearby Health")
