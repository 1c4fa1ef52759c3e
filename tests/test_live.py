"""What is served while the content changes, and while it cannot."""

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from alembic import command
from fastapi import FastAPI
from sqlalchemy import text

from app.live import load_live
from app.main import create_app
from app.migrating import alembic_config
from app.seeding.loader import seed
from app.settings import Settings
from app.stored import UnreadyError
from tests.conftest import connect, listening
from tests.seeding.world import FILES, write_seed

MEMBERS = ("name", "name,kind", "name,unit", "name,kind,unit", "name,aliases", "name,roles")
RELEASES = 4
METAL = "Metal"


def text_of(number: int) -> dict[str, str]:
    """Give the files of a release whose nutrient and source bear its number."""
    nutrient = next(name for name in FILES if name.endswith("metal.toml"))
    assert f'name = "{METAL}"' in FILES[nutrient]
    return {
        **FILES,
        nutrient: FILES[nutrient].replace(f'name = "{METAL}"', f'name = "{METAL} {number}"', 1),
        "sources/all.toml": FILES["sources/all.toml"].replace(
            "A Book of Round Numbers", f"A Book of {number}"
        ),
    }


def load(app: FastAPI, folder: Path, number: int) -> str:
    """Load a release into the main database; give its id."""
    engine = app.state.engine
    seed(engine, write_seed(folder / f"seed-{number}", text_of(number)), lambda _: None)
    with engine.connect() as connection:
        found: str = connection.execute(text("SELECT id FROM content_release")).scalar_one()
    return found


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[FastAPI]:
    """An application on an empty database with tables."""
    settings = Settings(
        database_url=database_url,
        snapshot_path=tmp_path / "copies",
        rate_limit_enabled=False,
        poll_seconds=0.05,
        log_level="warning",
    )
    app = create_app(settings)
    command.upgrade(alembic_config(app.state.engine), "head")
    yield app
    app.state.live.close()
    app.state.engine.dispose()


def copies(app: FastAPI) -> list[str]:
    """Give the releases that have a copy, of whole ones the id and of others the name."""
    folder: Path = app.state.settings.snapshot_path
    return sorted(path.stem.rpartition("-")[2] + path.suffix.removesuffix(".db") for path in folder.iterdir())


def test_no_answer_is_of_two_releases(app: FastAPI, tmp_path: Path) -> None:
    released = {load(app, tmp_path, 0): 0}
    seen: list[tuple[str, str, str]] = []
    faults: list[str] = []
    stop = threading.Event()

    def hammer(base: str, path: str, coding: str) -> None:
        with httpx.Client(base_url=base, headers={"Accept-Encoding": coding}) as client:
            number = 0
            while not stop.is_set():
                number += 1
                # Many questions are asked for the first time, so that their answers aren't ready.
                answer = client.get(
                    path.format(limit=20 + number % 80, members=MEMBERS[number % len(MEMBERS)])
                )
                if answer.status_code != 200:
                    faults.append(f"{answer.status_code} {answer.text[:200]}")
                    return
                seen.append((path, answer.headers["X-Content-Release"], answer.text))

    with listening(app) as (host, port):
        base = f"http://{host}:{port}"
        # A list and a page, of several queries each.
        paths = (
            "/v1/nutrients?limit={limit}",
            "/v1/nutrients/metal?fields=id,{members}",
            "/v1/sources?limit={limit}",
            "/v1/search?q=metal&limit={limit}",
        )
        threads = [
            threading.Thread(target=hammer, args=(base, path, coding))
            for path in paths
            for coding in ("identity", "gzip")
        ]
        for thread in threads:
            thread.start()
        for number in range(1, RELEASES):
            release = load(app, tmp_path, number)
            released[release] = number
            for _ in range(200):
                if app.state.live.release == release:
                    break
                stop.wait(0.05)
            stop.wait(0.3)
        stop.set()
        for thread in threads:
            thread.join()
    assert not faults
    assert {release for _, release, _ in seen} == set(released)
    for path, release, body in seen:
        name = f"A Book of {released[release]}" if "sources" in path else f"{METAL} {released[release]}"
        assert name in body, (path, release)
        others = set(range(RELEASES)) - {released[release]}
        assert not any(f"{METAL} {other}" in body or f"A Book of {other}" in body for other in others)


@pytest.mark.anyio
async def test_what_was_ready_is_forgotten_with_its_release(app: FastAPI, tmp_path: Path) -> None:
    load(app, tmp_path, 1)
    app.state.live.look()
    async with connect(app) as client:
        first = await client.get("/v1/nutrients/metal")
        tag = {"If-None-Match": first.headers["ETag"]}
        assert (await client.get("/v1/nutrients/metal", headers=tag)).status_code == 304
        load(app, tmp_path, 2)
        # Until the process has seen it, the one before is right.
        assert (await client.get("/v1/nutrients/metal", headers=tag)).status_code == 304
        app.state.live.look()
        second = await client.get("/v1/nutrients/metal", headers=tag)
        assert second.status_code == 200
        assert second.json()["name"] == f"{METAL} 2"
        assert second.headers["X-Content-Release"] != first.headers["X-Content-Release"]


def test_the_old_copy_is_removed_when_no_request_needs_it(app: FastAPI, tmp_path: Path) -> None:
    holder = app.state.live
    first = load(app, tmp_path, 1)
    holder.look()
    old = holder.live
    assert copies(app) == [first]
    second = load(app, tmp_path, 2)
    holder.look()
    assert copies(app) == sorted([first, second])
    # A request that began before goes on.
    with old.content.connect() as connection:
        assert connection.execute(text("SELECT id FROM content_release")).scalar() == first
    holder.retire_seconds = 0
    holder.look()
    assert copies(app) == [second]


def test_a_copy_that_another_process_serves_stays(app: FastAPI, tmp_path: Path) -> None:
    first = load(app, tmp_path, 1)
    other = create_app(app.state.settings)
    app.state.live.look()
    other.state.live.look()
    second = load(app, tmp_path, 2)
    app.state.live.retire_seconds = other.state.live.retire_seconds = 0
    app.state.live.look()
    app.state.live.look()
    assert copies(app) == sorted([first, second])
    with other.state.live.live.content.connect() as connection:
        assert connection.execute(text("SELECT id FROM content_release")).scalar() == first
    other.state.live.look()
    other.state.live.look()
    assert copies(app) == [second]
    other.state.live.close()
    other.state.engine.dispose()


@pytest.mark.parametrize(
    ("version", "todo"), [("6d7d6bc64d19", "python -m app migrate"), ("newer", "start the version")]
)
@pytest.mark.anyio
async def test_tables_of_another_version_are_refused_while_running(
    app: FastAPI, tmp_path: Path, version: str, todo: str
) -> None:
    release = load(app, tmp_path, 1)
    app.state.poller.look()
    with app.state.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    app.state.poller.look()
    async with connect(app) as client:
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.json()["status"]) == (200, "warn")
        assert version in ready.json()["output"]
        assert todo in ready.json()["output"]
        # What was copied is of this code, and is right.
        assert (await client.get("/v1/nutrients/metal")).headers["X-Content-Release"] == release
        assert "database_up 0.0" in (await client.get("/metrics")).text
    # At the start there is nothing to go on with.
    with pytest.raises(UnreadyError, match=todo):
        load_live(app.state.engine, tmp_path / "elsewhere")


@pytest.mark.anyio
async def test_a_release_that_cannot_be_copied_leaves_the_one_before_in_service(
    app: FastAPI, tmp_path: Path
) -> None:
    first = load(app, tmp_path, 1)
    holder = app.state.live
    holder.look()
    second = load(app, tmp_path, 2)
    (tmp_path / "full").write_text("")
    holder._folder = tmp_path / "full" / "folder"
    app.state.poller.look()
    async with connect(app) as client:
        ready = (await client.get("/readyz")).json()
        assert ready["status"] == "warn"
        assert "cannot be copied" in ready["output"]
        assert (await client.get("/v1/nutrients/metal")).headers["X-Content-Release"] == first
    # The database is there: keys and counts go on.
    assert holder.database_up
    holder._folder = app.state.settings.snapshot_path
    app.state.poller.look()
    assert (holder.release, holder.reason) == (second, "")


def test_while_nothing_can_be_served_requests_do_not_queue_for_a_look(app: FastAPI) -> None:
    holder = app.state.live
    assert holder.try_load() is None
    assert "holds no content" in holder.reason
    with holder._lock:
        # Somebody looks already, and may have to wait for a database that does not answer.
        assert holder.try_load() is None


def test_the_time_of_a_release_is_of_utc_wherever_the_service_runs(
    app: FastAPI, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(app, tmp_path, 1)
    monkeypatch.setenv("PGTZ", "Asia/Kolkata")
    app.state.engine.dispose()
    live = load_live(app.state.engine, tmp_path / "elsewhere")
    with app.state.engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        stored = connection.execute(text("SELECT loaded_at FROM content_release")).scalar_one()
    if not isinstance(stored, str):
        assert live.loaded_at == stored
    assert live.loaded_at.utcoffset() is not None
    live.snapshot.close()
