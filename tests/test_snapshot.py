"""The local copy of a release: whole or not there, and of nothing but content."""

import resource
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect, select, text
from sqlmodel import Session

from app.causes.models import Cause
from app.database import make_engine
from app.live import load_live
from app.migrating import alembic_config
from app.models import TABLES
from app.seeding.loader import seed
from app.settings import ROOT, Settings
from app.snapshot import CopyError, Snapshot, copy, remove_unused, take_snapshot
from app.tables import plain_rows
from tests.partners.conftest import made_key
from tests.seeding.world import write_seed

CONTENT = [model.__table__ for model in TABLES]  # type: ignore[attr-defined]
COPYING = """
import sys
from pathlib import Path
from app.database import make_engine
from app.settings import Settings
from app.snapshot import take_snapshot
print(take_snapshot(make_engine(Settings(database_url=sys.argv[1])), Path(sys.argv[2])))
"""


def copying(url: str, folder: Path) -> list[str]:
    """Give the command that copies in a process of its own."""
    return [sys.executable, "-c", COPYING, url, str(folder)]


def rows(engine: object) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of content."""
    found = {}
    with engine.connect() as connection:  # type: ignore[attr-defined]
        for table in CONTENT:
            keys = list(table.primary_key.columns)
            read = connection.execute(select(table).order_by(*keys))
            # PostgreSQL tells the zone of a time, SQLite does not; all are of UTC.
            found[table.name] = [
                tuple(value.replace(tzinfo=UTC) if isinstance(value, datetime) else value for value in row)
                for row in read
            ]
    return found


@pytest.fixture
def path(small_url: str, tmp_path: Path) -> Path:
    """A copy of the small world."""
    engine = make_engine(Settings(database_url=small_url))
    found = take_snapshot(engine, tmp_path)
    engine.dispose()
    assert found is not None
    return found


def test_the_copy_has_every_row(small_url: str, path: Path) -> None:
    engine, snapshot = make_engine(Settings(database_url=small_url)), Snapshot(path)
    original = rows(engine)
    assert sum(map(len, original.values())) > 90
    copied = rows(snapshot.engine)
    for name, expected in original.items():
        assert sorted(map(repr, copied[name])) == sorted(map(repr, expected)), name
    snapshot.close()
    engine.dispose()


def test_the_copy_has_nothing_but_content(path: Path) -> None:
    snapshot = Snapshot(path)
    assert set(inspect(snapshot.engine).get_table_names()) == {table.name for table in CONTENT}
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    snapshot.close()


def test_the_copy_has_the_indexes_of_the_models(path: Path) -> None:
    snapshot = Snapshot(path)
    found = {index["name"] for table in CONTENT for index in inspect(snapshot.engine).get_indexes(table.name)}
    assert found == {index.name for table in CONTENT for index in table.indexes}
    snapshot.close()


def test_a_plain_row_says_what_its_record_says(path: Path) -> None:
    snapshot = Snapshot(path)
    with Session(snapshot.engine) as session:
        records = {cause.id: cause for cause in session.scalars(select(Cause))}
        rows = list(plain_rows(session, Cause))
        assert len(rows) == len(records) > 0
        for row in rows:
            for name in Cause.model_fields:
                assert getattr(row, name) == getattr(records[row.id], name), name
        assert {row.id: row.name for row in plain_rows(session, Cause, "id", "name")} == {
            record.id: record.name for record in records.values()
        }
    snapshot.close()


def test_nothing_of_partners_is_in_the_bytes_of_the_copy(database_url: str, tmp_path: Path) -> None:
    engine = make_engine(Settings(database_url=database_url))
    command.upgrade(alembic_config(engine), "head")
    seed(engine, write_seed(tmp_path / "seed"), lambda _: None)
    with Session(engine) as session:
        made = made_key(session, "zebra-health", name="Zebrafish Ltd")
        session.commit()
        marks = [b"zebra-health", b"Zebrafish", made.row.hash.encode(), made.row.id.encode()]
    found = take_snapshot(engine, tmp_path / "copies")
    engine.dispose()
    assert found is not None
    content = found.read_bytes()
    assert [mark for mark in marks if mark in content] == []


def test_the_copy_cannot_be_written(path: Path) -> None:
    snapshot = Snapshot(path)
    with snapshot.engine.connect() as connection, pytest.raises(Exception, match="readonly"):
        connection.execute(text("DELETE FROM source"))
    snapshot.close()


def test_what_is_there_is_not_copied_again(small_url: str, path: Path) -> None:
    before = path.stat()
    engine = make_engine(Settings(database_url=small_url))
    assert take_snapshot(engine, path.parent) == path
    engine.dispose()
    # The same file; only the time at which it was served last is new.
    assert path.stat().st_ino == before.st_ino


def test_processes_that_copy_at_once_end_with_one_whole_copy(small_url: str, tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(copying(small_url, tmp_path), cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = {process.communicate(timeout=60)[0].strip() for process in processes}
    assert len(told) == 1
    [found] = tmp_path.iterdir()
    assert {str(found)} == told
    assert sqlite3.connect(found).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_threads_that_copy_at_once_end_with_one_whole_copy(small_url: str, tmp_path: Path) -> None:
    engine = make_engine(Settings(database_url=small_url))
    failed: list[BaseException] = []

    def work() -> None:
        try:
            take_snapshot(engine, tmp_path)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine.dispose()
    assert not failed
    assert len(list(tmp_path.iterdir())) == 1


def test_a_full_disk_is_told_and_leaves_nothing_behind(small_url: str, tmp_path: Path) -> None:
    limit = 50_000
    found = subprocess.run(
        copying(small_url, tmp_path),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert found.returncode == 1
    assert f"CopyError: the content cannot be copied to {tmp_path}" in found.stderr
    assert "APP_SNAPSHOT_PATH" in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(small_url: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    engine = make_engine(Settings(database_url=small_url))
    with pytest.raises(CopyError, match="cannot be copied to"):
        take_snapshot(engine, tmp_path / "file" / "folder")
    engine.dispose()


def test_a_copy_that_is_killed_is_no_copy_and_is_cleaned_up(small_url: str, tmp_path: Path) -> None:
    stopping = COPYING.replace(
        "print(",
        "import app.snapshot, os, signal\n"
        "def stop(*_): print('half', flush=True); os.kill(os.getpid(), signal.SIGSTOP)\n"
        "app.snapshot.os.fsync = stop\n"
        "print(",
    )
    command = [sys.executable, "-c", stopping, small_url, str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "half\n"
    [half] = tmp_path.iterdir()
    assert half.suffix == ".part"
    # Somebody is at work on it.
    remove_unused(tmp_path, tmp_path / "other")
    assert half.exists()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    engine = make_engine(Settings(database_url=small_url))
    found = take_snapshot(engine, tmp_path)
    engine.dispose()
    assert [found] == list(tmp_path.iterdir())


def test_a_copy_that_is_in_use_is_not_deleted(path: Path) -> None:
    snapshot, other = Snapshot(path), path.with_name("content-other.db")
    remove_unused(path.parent, other)
    assert path.exists()
    snapshot.close()
    snapshot.close()
    remove_unused(path.parent, path)
    assert path.exists()
    remove_unused(path.parent, other)
    assert not path.exists()


def test_a_copy_that_nobody_holds_any_more_is_let_go(path: Path) -> None:
    snapshot = Snapshot(path)
    del snapshot
    remove_unused(path.parent, path.with_name("content-other.db"))
    assert not path.exists()


def test_a_damaged_copy_is_made_anew(small_url: str, path: Path) -> None:
    size = path.stat().st_size
    path.write_bytes(b"damaged" * 1_000)
    engine = make_engine(Settings(database_url=small_url))
    with pytest.raises(Exception, match="was damaged, and is made anew"):
        load_live(engine, path.parent)
    live = load_live(engine, path.parent)
    assert path.stat().st_size == size
    live.snapshot.close()
    engine.dispose()


def test_a_folder_with_odd_characters_is_read(small_url: str, tmp_path: Path) -> None:
    engine, folder = make_engine(Settings(database_url=small_url)), tmp_path / "a b%20?c#d"
    live = load_live(engine, folder)
    assert live.release
    live.snapshot.close()
    engine.dispose()


def test_a_source_that_fails_is_not_taken_for_a_full_disk(small_url: str, tmp_path: Path) -> None:
    if small_url.startswith("sqlite"):
        pytest.skip("a file is copied page by page")
    engine = make_engine(Settings(database_url=small_url))
    with engine.connect() as connection:
        connection.execute(text("BEGIN"))
        connection.execute(text("SET LOCAL search_path TO nowhere"))
        with pytest.raises(Exception, match="UndefinedTable"):
            copy(connection, tmp_path / "content-x.db")
    engine.dispose()
    assert list(tmp_path.iterdir()) == []
