"""What a process looks after beside its requests."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from alembic import command
from fastapi import FastAPI
from sqlmodel import Session

from app.live import LiveHolder
from app.main import create_app
from app.migrating import alembic_config
from app.seeding.loader import seed
from app.settings import Settings
from tests.conftest import connect
from tests.partners.conftest import SECRET, made_key
from tests.redis import redis_server
from tests.seeding.world import write_seed

pytestmark = pytest.mark.anyio


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings for an empty database, that look twenty times a second."""
    return Settings(
        database_url=database_url, snapshot_path=tmp_path / "copies", poll_seconds=0.05, key_secret=SECRET
    )


@pytest.fixture
def app(settings: Settings, tmp_path: Path) -> Iterator[FastAPI]:
    """An application on the small world."""
    app = create_app(settings)
    command.upgrade(alembic_config(app.state.engine), "head")
    seed(app.state.engine, write_seed(tmp_path / "seed"), lambda _: None)
    yield app
    app.state.live.close()
    app.state.engine.dispose()


async def until(condition: Any) -> None:
    """Wait until something has come about."""
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.02)


async def state(client: httpx.AsyncClient) -> tuple[str, str]:
    """Give what `/readyz` says."""
    found = (await client.get("/readyz")).json()
    return found["status"], found["output"] or ""


async def test_a_key_that_is_made_while_serving_holds_soon(app: FastAPI) -> None:
    async with app.state.poller.running(), connect(app) as client:
        with Session(app.state.engine) as session:
            made = made_key(session)
            session.commit()

        async def status() -> int:
            headers = {"X-API-Key": made.shown_once}
            return (await client.get("/v1/nutrients", headers=headers)).status_code

        async with asyncio.timeout(20):
            while await status() != 200:
                await asyncio.sleep(0.02)


async def test_one_look_that_fails_is_not_the_last(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks: list[int] = []
    real = LiveHolder.look

    def look(holder: LiveHolder) -> None:
        looks.append(1)
        if len(looks) == 2:
            raise RuntimeError("secret")
        real(holder)

    monkeypatch.setattr(LiveHolder, "look", look)
    async with app.state.poller.running():
        await until(lambda: len(looks) > 4)
    assert "looking for a new release failed: RuntimeError" in caplog.text
    assert "secret" not in caplog.text


async def test_a_redis_that_goes_and_comes_is_told_while_nobody_calls(
    settings: Settings, app: FastAPI
) -> None:
    with redis_server() as server:
        other = create_app(settings.model_copy(update={"redis_url": server.url}))
        async with other.state.poller.running(), connect(other) as client:
            assert await state(client) == ("pass", "")
            assert "rate_limit_shared 1.0" in (await client.get("/metrics")).text
            server.stop()
            await until(lambda: other.state.rates.shared is False)
            status, output = await state(client)
            assert (status, "redis cannot be reached" in output) == ("warn", True)
            assert "rate_limit_shared 0.0" in (await client.get("/metrics")).text
            # Callers are served.
            assert (await client.get("/v1/nutrients")).status_code == 200
            server.start()
            await until(lambda: other.state.rates.shared is True)
            assert await state(client) == ("pass", "")
        await other.state.rates.close()
        other.state.live.close()
        other.state.engine.dispose()
