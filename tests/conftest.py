"""Fixtures: the real application on real databases, migrated and seeded as in production.

SQLite always; PostgreSQL too where a server is found at APP_TEST_POSTGRES_URL (by default the one
on this machine). CI sets APP_TEST_REQUIRE_POSTGRES=1, so that a missing server fails there.
"""

import os
import socket
import tempfile
import threading
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from alembic import command
from fastapi import FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError

from app.database import make_engine
from app.http.protocol import Protocol
from app.main import create_app
from app.migrating import alembic_config
from app.seeding.loader import seed
from app.settings import ROOT, Settings
from tests.seeding.world import write_seed

# Copies of the content that tests serve from; the folder goes with the process.
SNAPSHOTS = tempfile.TemporaryDirectory(prefix="nutrient-signs-")
os.environ["APP_SNAPSHOT_PATH"] = SNAPSHOTS.name
POSTGRES = os.environ.get("APP_TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")
DATABASES = ("sqlite", "postgresql")


def connect(application: FastAPI) -> httpx.AsyncClient:
    """Give a client of an application; faults come back as answers, as they do over a socket."""
    transport = httpx.ASGITransport(app=application, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://test")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run async tests on asyncio, as uvicorn does."""
    return "asyncio"


def settings_of(url: str, **more: Any) -> Settings:
    """Give settings for a database: each kind of server has its own copies of the content."""
    folder = Path(SNAPSHOTS.name) / url.partition(":")[0]
    return Settings(**{"database_url": url, "snapshot_path": folder, **more})


def postgres_server() -> URL:
    """Give the address of the PostgreSQL server, or skip where there is none."""
    url = make_url(POSTGRES)
    engine = create_engine(url, connect_args={"connect_timeout": 2})
    try:
        engine.connect().close()
    except DBAPIError:
        if os.environ.get("APP_TEST_REQUIRE_POSTGRES") == "1":
            raise
        pytest.skip("no PostgreSQL server found at APP_TEST_POSTGRES_URL")
    finally:
        engine.dispose()
    return url


def empty_database(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of a new, empty database, and remove it afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'test.db'}"
        return
    server = postgres_server()
    name = f"nutrient_signs_test_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    yield server.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


@contextmanager
def listening(application: FastAPI) -> Iterator[tuple[str, int]]:
    """Let a real server serve an application for a while; give its address."""
    config = uvicorn.Config(application, port=0, log_config=None, log_level="trace", http=Protocol, ws="none")
    server = uvicorn.Server(config)
    ready = threading.Event()
    startup = server.startup

    async def tell_when_ready(sockets: list[socket.socket] | None = None) -> None:
        await startup(sockets)
        ready.set()

    server.startup = tell_when_ready  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert ready.wait(60)
        host, port = server.servers[0].sockets[0].getsockname()
        yield host, port
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database for one test, on each kind of server."""
    yield from empty_database(request.param, tmp_path)


@pytest.fixture(scope="session", params=DATABASES)
def seeded_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with the real content, on each kind of server; tests only read it."""
    for url in empty_database(request.param, tmp_path_factory.mktemp(request.param)):
        engine = make_engine(Settings(database_url=url))
        command.upgrade(alembic_config(engine), "head")
        seed(engine, ROOT / "seed", lambda _: None)
        engine.dispose()
        yield url


@pytest.fixture(scope="session", params=DATABASES)
def small_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with a small world (tests/seeding/world.py), on each kind of server; only read."""
    folder = tmp_path_factory.mktemp(f"small-{request.param}")
    for url in empty_database(request.param, folder):
        engine = make_engine(Settings(database_url=url))
        command.upgrade(alembic_config(engine), "head")
        seed(engine, write_seed(folder / "seed"), lambda _: None)
        engine.dispose()
        yield url


@pytest.fixture(scope="session")
def small_app(small_url: str) -> Iterator[FastAPI]:
    """The application on the small world, without a rate limit."""
    application = create_app(settings_of(small_url, rate_limit_enabled=False))
    # A server does so at its start.
    assert application.state.live.try_load() is not None
    yield application
    application.state.engine.dispose()


@pytest.fixture
async def small_client(small_app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application on the small world."""
    async with connect(small_app) as session:
        yield session


@pytest.fixture(scope="session")
def app(seeded_url: str) -> Iterator[FastAPI]:
    """The application on the real content, without a rate limit."""
    application = create_app(settings_of(seeded_url, rate_limit_enabled=False))
    # A server does so at its start.
    assert application.state.live.try_load() is not None
    yield application
    application.state.engine.dispose()


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application on the real content."""
    async with connect(app) as session:
        yield session
