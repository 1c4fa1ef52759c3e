"""The copy of one content release that a process reads from: a read-only SQLite file.

Content is immutable within a release. So a process copies it once from the main database, in one
transaction, and answers from the copy: every answer is of one release, whatever is seeded meanwhile,
and goes on while the main database cannot be reached. Processes of one machine share the file, and
delete it when the last of them has turned to the next release.
"""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Any
from urllib.parse import quote
from weakref import finalize

from sqlalchemy import (
    JSON,
    Connection,
    Date,
    DateTime,
    Dialect,
    Engine,
    NullPool,
    Table,
    TypeDecorator,
    create_engine,
    event,
    inspect,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateTable

from app.models import TABLES
from app.stored import stored

CONTENT = [model.__table__ for model in TABLES]  # type: ignore[attr-defined]
ROWS_AT_ONCE = 10_000
# Name of a copy that is not locked yet; what begins so is nobody's to delete.
NEW = ".new-"
# Pages come from the page cache of the machine, which processes share; a connection keeps few itself.
CACHE_KIB = 256


class CopyError(Exception):
    """The copy cannot be written or opened; the message says where and what to do."""


def begin_reading(connection: Connection) -> None:
    """Let everything that is read from now on be of one moment."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
        # Copying takes longer than a statement of a request may.
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        # SQLite keeps times without a zone; ours are of UTC, whatever the server's is.
        connection.execute(text("SET LOCAL timezone = 'UTC'"))
    else:
        # pysqlite opens no transaction for reading by itself.
        connection.exec_driver_sql("BEGIN")


def take_snapshot(engine: Engine, folder: Path) -> Path | None:
    """Give the copy of the release that the main database holds, making it if need be.

    Returns:
        The file, or None where the database holds no content.

    Raises:
        DBAPIError: the database cannot be read.
        CopyError: the copy cannot be written; no half copy is left under its name.
    """
    with engine.connect() as connection:
        begin_reading(connection)
        schema, release = stored(connection)
        if release is None:
            return None
        path = folder / f"content-{schema}-{release}.db"
        if not path.exists():
            copy(connection, path)
        with writing(folder):
            # The newest is the one that was served last, though an older release may have come back.
            path.touch()
    return path


def last_snapshot(folder: Path, schema: str) -> Path | None:
    """Give the copy that was served last from tables of a version; None where there is none."""
    return max(folder.glob(f"content-{schema}-*.db"), key=lambda path: path.stat().st_mtime, default=None)


def copy(source: Connection, path: Path) -> None:
    """Copy all content into a new file, which has its name only when it is whole."""
    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_unused(path.parent, path)
        # Only its owner may read it: on the way it may hold more than content.
        number, name = mkstemp(prefix=NEW, dir=path.parent)
        # Tells other processes that somebody is at work on it, before they can see it as a half copy.
        fcntl.flock(number, fcntl.LOCK_SH)
        unfinished = path.with_name(f"{path.stem}-{Path(name).name.removeprefix(NEW)}.part")
        Path(name).rename(unfinished)
    target = create_engine(f"sqlite:///{unfinished}", hide_parameters=True, poolclass=NullPool)
    event.listen(target, "connect", _without_journal)
    try:
        with target.connect() as connection:
            if source.dialect.name == "sqlite":
                copy_file(source, connection)
            else:
                copy_rows(source, connection)
        with writing(path.parent):
            os.fsync(number)
            # Another process may have been faster, and serve from its file already.
            if not path.exists():
                unfinished.rename(path)
    finally:
        os.close(number)
        unfinished.unlink(missing_ok=True)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Tell apart what fails when writing the copy from what fails when reading the main database."""
    try:
        yield
    except (OSError, sqlite3.Error, DBAPIError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise CopyError(
            f"the content cannot be copied to {folder} ({reason}): make room there, or set APP_SNAPSHOT_PATH "
            "to a folder that can be written"
        ) from error


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy table by table, row by row as the drivers give and take them.

    Nearly all rows are amounts in foods, which need no conversion; those that do are converted by column.
    """
    folder = Path(str(target.engine.url.database)).parent
    with writing(folder):
        for table in CONTENT:
            target.execute(CreateTable(table))
    for table in CONTENT:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        marks = ", ".join("?" * len(table.columns))
        # The names are those of our own tables.
        into = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # nosec B608
        rows = source.execution_options(yield_per=ROWS_AT_ONCE).execute(
            text(f'SELECT {names} FROM "{table.name}"')  # nosec B608
        )
        conversions = list(conversions_of(table, target.dialect))
        for part in rows.partitions(ROWS_AT_ONCE):
            columns = list(zip(*part, strict=True))
            for place, convert in conversions:
                columns[place] = tuple(map(convert, columns[place]))
            with writing(folder):
                target.exec_driver_sql(into, list(zip(*columns, strict=True)))
    with writing(folder):
        # Sorted once, and not with each row.
        for index in {index for table in CONTENT for index in table.indexes}:
            target.execute(CreateIndex(index))
        target.commit()


def conversions_of(table: Table, target: Dialect) -> Iterator[tuple[int, Callable[[Any], Any]]]:
    """Give the places of columns that SQLite keeps as text and PostgreSQL does not, with what makes it."""
    for place, column in enumerate(table.columns):
        kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
        write = kind.dialect_impl(target).bind_processor(target)
        if isinstance(kind, JSON | Date | DateTime) and write is not None:
            yield place, write


def copy_file(source: Connection, target: Connection) -> None:
    """Copy an SQLite file page by page, and take out what is not content."""
    original: Any = source.connection.driver_connection
    with writing(Path(str(target.engine.url.database)).parent):
        original.backup(target.connection.driver_connection)
        # The mode of the journal is part of the file; a copy needs none beside it.
        target.exec_driver_sql("PRAGMA journal_mode=OFF")
        for table in set(inspect(target).get_table_names()) - {table.name for table in CONTENT}:
            target.exec_driver_sql(f'DROP TABLE "{table}"')
        target.commit()
        # What was dropped is still in the file until it is written anew.
        target.exec_driver_sql("VACUUM")


def remove_unused(folder: Path, current: Path) -> None:
    """Delete the copies, whole or half, that no process has in use; `current` stays in any case."""
    for path in folder.glob("content-*"):
        if path == current:
            continue
        with suppress(OSError):
            number = os.open(path, os.O_RDONLY)
            try:
                # Each process holds a lock on the copy that it serves from.
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
            finally:
                os.close(number)


class Snapshot:
    """A copy that is open for reading; no process deletes it until it is closed."""

    def __init__(self, path: Path) -> None:
        """Open a copy.

        Raises:
            CopyError: it is not there any more.
        """
        with writing(path.parent):
            number = os.open(path, os.O_RDONLY)
            self._let_go = finalize(self, os.close, number)
            fcntl.flock(number, fcntl.LOCK_SH)
        self.path = path
        self.engine = create_engine(
            f"sqlite:///file:{quote(str(path))}?mode=ro&immutable=1&uri=true",
            hide_parameters=True,
            connect_args={"check_same_thread": False},
            pool_size=8,
            max_overflow=-1,
        )
        event.listen(self.engine, "connect", _for_reading)

    def close(self) -> None:
        """Close it, when nobody reads from it any more; may be called twice."""
        self.engine.dispose()
        self._let_go()


def _without_journal(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=OFF")
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


def _for_reading(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    cursor.close()
