"""What the main database holds: the version of its tables, and which content release.

Which version this code needs is read from the heads of the migrations themselves: Alembic, which runs
them, is a tenth of the memory of a process that serves, and has nothing to do there.
"""

import re
from ast import literal_eval
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, Engine, inspect, text

from app.settings import ROOT

MIGRATIONS = ROOT / "migrations" / "versions"
HEAD = re.compile(r"^(down_revision|revision) = (.+)$", re.MULTILINE)


class UnreadyError(RuntimeError):
    """The database is not fit to be served; the message says what to do."""


class OlderError(UnreadyError):
    """The tables are older than this code, or not there at all."""


class UnreachableError(UnreadyError):
    """The database does not answer."""


class Stored(NamedTuple):
    """What the main database holds."""

    # Version of the tables, as Alembic names it; empty where there are none.
    schema: str
    # Id of the content release; None where nothing is seeded.
    release: str | None


@cache
def known_schemas() -> tuple[str, frozenset[str]]:
    """Give the newest version of the tables that this code knows, and all that it knows."""
    known, followed = set(), set()
    for path in MIGRATIONS.glob("*.py"):
        head = {name: literal_eval(value) for name, value in HEAD.findall(path.read_text(encoding="utf-8"))}
        known.add(head["revision"])
        followed.add(head["down_revision"])
    return ", ".join(sorted(known - followed)), frozenset(known)


def stored(connection: Connection) -> Stored:
    """Say which schema and which content release a database holds."""
    if not inspect(connection).has_table("alembic_version"):
        return Stored("", None)
    versions = connection.execute(text("SELECT version_num FROM alembic_version")).scalars()
    schema = ", ".join(sorted(versions))
    if not schema:
        return Stored("", None)
    return Stored(schema, connection.execute(text("SELECT id FROM content_release")).scalar())


def look_up(engine: Engine) -> Stored:
    """Ask the main database what it holds.

    Raises:
        OlderError: it has no tables, or older ones than this code needs.
        UnreadyError: it has those of a newer version.
    """
    with engine.connect() as connection:
        found = stored(connection)
    wanted, known = known_schemas()
    if found.schema != wanted:
        older = not found.schema or found.schema in known
        todo = "run `python -m app migrate`" if older else "start the version of the service that made it"
        kind = OlderError if older else UnreadyError
        raise kind(f"the database has {found.schema or 'no schema'}, this code needs {wanted}: {todo}")
    return found


def unreachable(error: Exception) -> UnreachableError:
    """Make the error for a database that does not answer; the driver's text may hold a secret."""
    return UnreachableError(f"the database cannot be reached ({type(error).__name__})")
