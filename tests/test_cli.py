"""The commands: what they say, and how they end."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from sqlalchemy import create_engine, text
from typer.testing import CliRunner, Result

from app import cli as commands
from app.cli import cli
from app.database import make_engine
from app.live import load_live
from app.seeding.release import content_release
from app.settings import ROOT, Settings
from tests.seeding.world import changed, write_seed

SECRET = "hunter2"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small seed, as the seed of the settings."""
    root = write_seed(tmp_path / "seed")
    monkeypatch.setenv("APP_SEED_PATH", str(root))
    return root


@pytest.fixture
def database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty database, as the database of the settings."""
    monkeypatch.setenv("APP_DATABASE_URL", database_url)
    return database_url


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What uvicorn is started with, in place of a server."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda *_, **more: calls.append(more))
    return calls


def run(*arguments: str) -> Result:
    """Run a command; whatever ends it is told in words, never in a traceback."""
    result = CliRunner().invoke(cli, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result


def test_a_sound_seed_is_valid(root: Path) -> None:
    result = run("validate")
    assert (result.exit_code, result.stdout) == (0, "seed is valid\n")


def test_each_fault_is_a_line(root: Path) -> None:
    write_seed(root, changed("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "feeling"'))
    write_seed(root, {"sources/more.toml": "source = 1"})
    result = run("validate")
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == [
        "seed/sources/more.toml",
        "seed/symptoms/twitch.toml",
    ]
    assert result.stderr == "2 fault(s) shown of 2\n"


def test_faults_of_some_files_can_be_asked_for(root: Path) -> None:
    write_seed(root, changed("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "feeling"'))
    write_seed(root, {"sources/more.toml": "source = 1"})
    result = run("validate", "--only", "symptoms/")
    assert result.exit_code == 1
    assert result.stdout.startswith("seed/symptoms/twitch.toml: ")
    assert result.stderr == "1 fault(s) shown of 2\n"


def test_a_folder_without_seed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_SEED_PATH", str(tmp_path / "nothing"))
    result = run("validate")
    assert result.exit_code == 1
    assert "cannot be read" in result.stdout


def test_seeding_needs_tables(root: Path, database: str) -> None:
    result = run("seed")
    assert result.exit_code == 1
    assert "run `python -m app migrate`" in result.stderr


def test_migrating_and_seeding_make_a_database_ready(root: Path, database: str) -> None:
    assert run("migrate").exit_code == 0
    first = run("seed")
    assert first.exit_code == 0, first.output
    release = content_release(root)
    assert f"content release {release} is loaded" in first.stdout
    settings = Settings()
    engine = make_engine(settings)
    assert load_live(engine, settings.snapshot_path).release == release
    engine.dispose()
    assert f"content release {release} is loaded already" in run("seed").stdout
    forced = run("seed", "--force")
    assert forced.exit_code == 0
    assert "loading symptom: 3 rows" in forced.stdout


def test_a_broken_seed_is_told_and_not_loaded(root: Path, database: str) -> None:
    assert run("migrate").exit_code == 0
    write_seed(root, changed("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "feeling"'))
    result = run("seed")
    assert result.exit_code == 1
    assert "seed/symptoms/twitch.toml: kind: " in result.stderr
    assert result.stderr.endswith("1 fault(s); the tables are as they were\n")


@pytest.mark.parametrize("command", ["migrate", "seed", "serve"])
@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        f"mysql://root:{SECRET}@localhost/app",
        f"postgresql+asyncpg://root:{SECRET}@localhost/app",
        f"postgresql+psycopg2://root:{SECRET}@localhost/app",
        f"nosuch://root:{SECRET}@localhost/app",
        f"postgresql+psycopg://root:{SECRET}@localhost:port/app",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite+aiosqlite:///a.db",
    ],
)
def test_a_database_that_cannot_be_used_is_refused_in_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, served: list[dict[str, Any]], command: str, url: str
) -> None:
    monkeypatch.setenv("APP_DATABASE_URL", url)
    result = run(command)
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "APP_DATABASE_URL must be sqlite:///path/to/file or postgresql+psycopg://..."
    )
    assert SECRET not in result.output
    assert served == []


@pytest.mark.parametrize("command", ["migrate", "seed", "serve"])
@pytest.mark.parametrize(
    "url",
    [f"postgresql+psycopg://nobody:{SECRET}@127.0.0.1:9/nothing", "sqlite:////proc/nowhere/test.db"],
)
def test_a_database_that_cannot_be_reached_is_told_in_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, served: list[dict[str, Any]], command: str, url: str
) -> None:
    monkeypatch.setenv("APP_DATABASE_URL", url)
    result = run(command)
    assert result.exit_code == 1
    assert "database" in result.stderr
    assert SECRET not in result.output
    assert served == []


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_either_name(scheme: str) -> None:
    engine = make_engine(Settings(database_url=f"{scheme}://nobody@127.0.0.1:9/nothing"))
    assert engine.driver == "psycopg"
    engine.dispose()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("APP_POOL_SIZE", "many"),
        ("APP_POOL_SIZE", "0"),
        ("APP_MAX_BODY_BYTES", "10"),
        ("APP_RATE_LIMIT", "lots"),
        ("APP_RATE_LIMIT_ENABLED", "perhaps"),
        ("APP_CORS_ORIGINS", "*"),
        ("APP_LOG_LEVEL", "chatty"),
    ],
)
@pytest.mark.parametrize("command", ["validate", "migrate", "seed", "serve", "openapi"])
def test_a_setting_that_cannot_be_used_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, served: list[dict[str, Any]], command: str, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    result = run(command)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{name}: ")
    assert served == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", "80.0"),
        ("WORKERS", "0"),
        ("WORKERS", "-1"),
        ("WORKERS", "two"),
        ("WORKERS", ""),
    ],
)
def test_a_place_that_cannot_be_served_is_refused(
    root: Path,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    served: list[dict[str, Any]],
    name: str,
    value: str,
) -> None:
    monkeypatch.setenv(name, value)
    result = run("serve")
    assert result.exit_code == 1
    assert name in result.stderr
    assert served == []


def test_serving_migrates_seeds_and_starts(
    root: Path, database: str, monkeypatch: pytest.MonkeyPatch, served: list[dict[str, Any]]
) -> None:
    monkeypatch.setenv("HOST", "192.0.2.1")
    monkeypatch.setenv("PORT", "8123")
    monkeypatch.setenv("WORKERS", "2")
    result = run("serve")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "serving on http://192.0.2.1:8123 (API pages: /docs)"
    [call] = served
    assert (call["host"], call["port"], call["workers"]) == ("192.0.2.1", 8123, 2)
    assert (call["loop"], call["http"], call["access_log"]) == ("uvloop", "app.http.protocol:Protocol", False)
    assert call["log_config"]["loggers"]["app"]["level"] == "INFO"
    engine = create_engine(database)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT id FROM content_release")).scalar() == content_release(root)
    engine.dispose()


def test_nothing_is_run_apart_where_all_is_done(
    root: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("migrate").exit_code == 0
    assert run("seed").exit_code == 0
    apart: list[str] = []
    monkeypatch.setattr(commands, "run_apart", apart.append)
    commands.ready(Settings())
    assert apart == []
    write_seed(root, {"sources/more.toml": "# another release"})
    commands.ready(Settings())
    assert apart == ["seed"]


def test_tables_of_a_newer_version_are_not_served(
    root: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("migrate").exit_code == 0
    engine = make_engine(Settings())
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'newer'"))
    engine.dispose()
    monkeypatch.setattr(commands, "run_apart", pytest.fail)
    done = run("serve")
    assert done.exit_code == 1
    assert "the database has newer" in done.stderr
    assert "start the version of the service that made it" in done.stderr


def test_a_broken_seed_is_not_served(root: Path, database: str, served: list[dict[str, Any]]) -> None:
    write_seed(root, changed("symptoms/twitch.toml", 'kind = "complaint"', 'kind = "feeling"'))
    assert run("serve").exit_code == 1
    assert served == []


def test_asking_for_health_where_nothing_listens_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PORT", str(free.getsockname()[1]))
        result = run("health")
    assert result.exit_code == 1
    assert "is not ready" in result.stderr


def test_the_document_needs_no_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("APP_DATABASE_URL", f"sqlite:///{tmp_path / 'nothing.db'}")
    result = run("openapi")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["openapi"] == "3.1.0"
    assert not (tmp_path / "nothing.db").exists()


def test_without_a_command_help_is_shown() -> None:
    result = CliRunner().invoke(cli, [])
    for name in ("validate", "migrate", "seed", "serve", "health", "openapi", "evaluate"):
        assert name in result.output


def test_the_default_database_is_in_the_folder_that_is_not_committed() -> None:
    assert Settings.model_fields["database_url"].default == f"sqlite:///{ROOT}/data/nutrient-signs.db"
    assert "data/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()
