"""What a process serves: one content release, copied, compiled, and changed as a whole.

Content changes only by seeding, as a whole. So what is costly to prepare is prepared once for each
release: the local copy of the tables, the compiled knowledge of the scoring core, the lexicon of the
language of symptoms, the search index, and the texts and figures that answers show beside a score.
A request is answered from one `Live` from its first line to its last.
"""

import gc
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
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
from app.snapshot import CopyError, Snapshot, last_snapshot, remove_unused, take_snapshot
from app.stored import UnreachableError, UnreadyError, known_schemas, look_up, unreachable


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """One content release, ready to be served."""

    release: str
    loaded_at: datetime
    # The local copy of the tables, read-only.
    snapshot: Snapshot
    knowledge: Knowledge
    lexicon: Lexicon
    search: SearchIndex
    shelf: Shelf
    merged: MergedIds
    foods: FoodShelf
    # Results that take long and are asked for again, by name; they go with the release.
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def content(self) -> Engine:
        """Give the engine that reads the local copy."""
        return self.snapshot.engine


def load_live(engine: Engine, folder: Path) -> Live:
    """Copy the content release that the main database holds into `folder`, and prepare it.

    Raises:
        UnreadyError: not migrated, not seeded, not to be reached, or the copy cannot be written.
    """
    try:
        look_up(engine)
        path = take_snapshot(engine, folder)
    except (DBAPIError, PoolTimeoutError) as error:
        raise unreachable(error) from error
    except CopyError as error:
        raise UnreadyError(str(error)) from error
    if path is None:
        raise UnreadyError("the database holds no content: run `python -m app seed`")
    try:
        return prepare(path)
    except CopyError as error:
        raise UnreadyError(str(error)) from error
    except DBAPIError as error:
        path.unlink(missing_ok=True)
        raise UnreadyError(f"the copy {path} was damaged, and is made anew") from error


def load_last(folder: Path) -> Live | None:
    """Prepare the copy that was served last from `folder`, if there is one of this code's tables."""
    path = last_snapshot(folder, known_schemas()[0])
    if path is None:
        return None
    try:
        return prepare(path)
    except (CopyError, DBAPIError):
        return None


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


def prepare(path: Path) -> Live:
    """Open a copy of the tables, and compile all that answers need from it.

    Raises:
        CopyError: it is not there any more.
        DBAPIError: it is no whole copy. It is closed again.
    """
    snapshot = Snapshot(path)
    try:
        return compiled(snapshot)
    except BaseException:
        snapshot.close()
        raise


def compiled(snapshot: Snapshot) -> Live:
    """Compile all that answers need from a copy of the tables."""
    with no_collection(), Session(snapshot.engine) as session:
        release = session.exec(select(ContentRelease)).one()
        # First, as it needs the most room beside what it keeps: what comes after fills that again.
        foods = fill_food_shelf(session)
        knowledge = compile_knowledge(session)
        lexicon = build_lexicon(session)
        return Live(
            release=release.id,
            loaded_at=release.loaded_at.replace(tzinfo=UTC),
            snapshot=snapshot,
            knowledge=knowledge,
            lexicon=lexicon,
            search=build_index(session, lexicon),
            shelf=fill_shelf(session, knowledge),
            merged=merged_ids(session),
            foods=foods,
        )


class LiveHolder:
    """Holds the release that is served, and takes the next one when the main database has it."""

    def __init__(self, engine: Engine, folder: Path, *, retire_seconds: float = 60.0) -> None:
        self._engine, self._folder, self._lock = engine, folder, Lock()
        # A request that began under a release is over by then.
        self.retire_seconds = retire_seconds
        self._live: Live | None = None
        # What was served before, and since when it is not: requests may still be answered from it.
        self._retired: list[tuple[float, Live]] = []
        # Why nothing is served, or why what is served may be out of date; empty while all is well.
        self.reason = "starting"
        # Whether the main database answered when it was asked last, with tables of this code.
        self.database_up = False

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
            # Only the first look is worth waiting for: while it fails, requests don't queue up for another.
            if not self._lock.acquire(blocking=self.reason == "starting"):
                return None
            try:
                if self._live is None:
                    self._look()
            finally:
                self._lock.release()
        return self._live

    def look(self) -> None:
        """Ask the main database for its release, and serve that one from now on.

        What is served stays in service while the database cannot be reached or is not fit.
        """
        with self._lock:
            self._look()

    def _look(self) -> None:
        self.database_up = False
        try:
            found = look_up(self._engine)
            self.database_up = True
            if self._live is None or found.release != self._live.release:
                self._serve(load_live(self._engine, self._folder))
            self.reason = ""
        except UnreadyError as error:
            self._stay(error)
        except (DBAPIError, PoolTimeoutError) as error:
            self._stay(unreachable(error))
        self._let_go()

    def _stay(self, error: UnreadyError) -> None:
        """Go on with what is served; a process that starts now serves what was served here last."""
        self.reason = str(error)
        if self._live is None and isinstance(error, UnreachableError):
            self._live = load_last(self._folder)

    def _serve(self, live: Live) -> None:
        if self._live is not None:
            self._retired.append((time.monotonic(), self._live))
        self._live = live

    def _let_go(self) -> None:
        """Close what no request can be answered from any more, and delete what no process needs."""
        now = time.monotonic()
        before = self._retired
        self._retired = [(since, live) for since, live in before if now - since < self.retire_seconds]
        if len(self._retired) == len(before) or self._live is None:
            return
        for _, live in before[: len(before) - len(self._retired)]:
            live.snapshot.close()
        remove_unused(self._folder, self._live.snapshot.path)
        # What the first release held was taken from the collector's eyes at the start (app/main.py).
        del before, live
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Close all copies, at the end."""
        with self._lock:
            for _, live in self._retired:
                live.snapshot.close()
            if self._live is not None:
                self._live.snapshot.close()


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
