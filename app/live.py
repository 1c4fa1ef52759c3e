"""What a process serves: one content release, copied, compiled, and changed as a whole.

Content changes only by seeding, as a whole. So what is costly to prepare is prepared once for each
release: the local copy of the tables, the compiled knowledge of the scoring core, the lexicon of the
language of symptoms, the search index, and the texts and figures that answers show beside a score.
A request is answered from one `Live` from its first line to its last.
"""

import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Annotated, Any

from alembic.config import Config
from alembic.script import ScriptDirectory
from fastapi import Depends, Request
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select
from starlette.concurrency import run_in_threadpool

from app.assessment.knowledge import compile_knowledge
from app.assessment.shelf import Shelf, fill_shelf
from app.content import ContentRelease
from app.foods.shelf import FoodShelf, fill_food_shelf
from app.language.lexicon import Lexicon
from app.merged.queries import MergedIds, merged_ids
from app.problems import not_ready
from app.scoring.knowledge import Knowledge
from app.search.index import SearchIndex
from app.search.queries import build_index, build_lexicon
from app.snapshot import last_snapshot, open_snapshot, stored, take_snapshot

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


class UnreadyError(RuntimeError):
    """The database is not fit to be served; the message says what to do."""


class UnreachableError(UnreadyError):
    """The database cannot be asked now; it may be fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """One content release, ready to be served."""

    release: str
    loaded_at: datetime
    # The local copy of the tables, read-only.
    content: Engine
    knowledge: Knowledge
    lexicon: Lexicon
    search: SearchIndex
    shelf: Shelf
    merged: MergedIds
    foods: FoodShelf
    # Results that take long and are asked for again, by name; they go with the release.
    kept: dict[str, Any] = field(default_factory=dict)


def alembic_config(engine: Engine | None = None) -> Config:
    """Give Alembic's configuration, bound to an engine."""
    config = Config(toml_file=str(PYPROJECT))
    config.attributes["connection"] = engine
    return config


def wanted_schema() -> str:
    """Give the version of the tables that this code needs."""
    return ", ".join(sorted(ScriptDirectory.from_config(alembic_config()).get_heads()))


def check_schema(engine: Engine) -> None:
    """Make sure that the tables are those of this code.

    Raises:
        UnreadyError: the database has no tables or those of another version.
    """
    with engine.connect() as connection:
        current = stored(connection).schema
    wanted = wanted_schema()
    if current != wanted:
        raise UnreadyError(
            f"the database has {current or 'no schema'}, this code needs {wanted}: "
            "run `python -m app migrate`"
        )


def load_live(engine: Engine, folder: Path) -> Live:
    """Copy the content release that the main database holds into `folder`, and prepare it.

    Raises:
        UnreadyError: not migrated, not seeded, not to be reached, or the copy cannot be written.
    """
    try:
        check_schema(engine)
        path = take_snapshot(engine, folder)
        if path is None:
            raise UnreadyError("the database holds no content: run `python -m app seed`")
        return prepare(open_snapshot(path))
    except DBAPIError as error:
        raise UnreachableError(f"the database cannot be reached ({type(error).__name__})") from error
    except OSError as error:
        raise UnreadyError(f"the content cannot be copied to {folder} ({error.strerror})") from error


def load_last(folder: Path) -> Live | None:
    """Prepare the copy that was served last from `folder`, if there is one of this code's tables."""
    path = last_snapshot(folder, wanted_schema())
    return None if path is None else prepare(open_snapshot(path))


@contextmanager
def no_collection() -> Iterator[None]:
    """Let the garbage collector rest: what is made meanwhile stays, and looking through it takes a third
    of the time that preparing a release does.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def prepare(content: Engine) -> Live:
    """Compile all that answers need from a copy of the tables."""
    with no_collection(), Session(content) as session:
        release = session.exec(select(ContentRelease)).one()
        knowledge = compile_knowledge(session)
        lexicon = build_lexicon(session)
        return Live(
            release=release.id,
            loaded_at=release.loaded_at,
            content=content,
            knowledge=knowledge,
            lexicon=lexicon,
            search=build_index(session, lexicon),
            shelf=fill_shelf(session, knowledge),
            merged=merged_ids(session),
            foods=fill_food_shelf(session),
        )


class LiveHolder:
    """Holds the release that is served, and takes the next one when the main database has it."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine, self._folder, self._lock = engine, folder, Lock()
        self._live: Live | None = None
        # Why nothing is served, or why what is served may be out of date; empty while all is well.
        self.reason = "starting"

    @property
    def release(self) -> str:
        """Give the id of the release that is served, or an empty text."""
        return self._live.release if self._live else ""

    @property
    def live(self) -> Live | None:
        """Give the release that is served, if it is loaded."""
        return self._live

    def try_load(self) -> Live | None:
        """Give the release that is served, loading it if need be; None while not ready."""
        if self._live is None:
            self.look()
        return self._live

    def look(self) -> None:
        """Ask the main database for its release, and serve that one from now on.

        What is served stays in service while the database cannot be reached or is not fit.
        """
        with self._lock:
            try:
                if self._live is None or self._stored_release() != self._live.release:
                    self._live = load_live(self._engine, self._folder)
                self.reason = ""
            except UnreachableError as error:
                self.reason = str(error)
                # A process that starts now serves what was served on this machine last.
                self._live = self._live or load_last(self._folder)
            except UnreadyError as error:
                self.reason = str(error)

    def _stored_release(self) -> str | None:
        """Give the release that the main database holds now."""
        try:
            with self._engine.connect() as connection:
                return stored(connection).release
        except DBAPIError as error:
            raise UnreachableError(f"the database cannot be reached ({type(error).__name__})") from error


async def get_live(request: Request) -> Live:
    """Give the release that this request is answered from."""
    state = request.scope.setdefault("state", {})
    live: Live | None = state.get("live")
    if live is None:
        holder: LiveHolder = request.app.state.live
        live = state["live"] = await run_in_threadpool(holder.try_load)
        if live is None:
            raise not_ready(f"The service is not ready: {holder.reason}.")
    return live


LiveDep = Annotated[Live, Depends(get_live)]


async def get_session(live: LiveDep) -> AsyncIterator[Session]:
    """Give a session on the local copy of the content; nothing can be written."""
    with Session(live.content) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]
