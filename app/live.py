"""What a process keeps in memory of the content release that it serves.

Content changes only by seeding, as a whole. So what is costly to prepare is prepared once for each
release: the compiled knowledge of the scoring core, the lexicon of the language of symptoms, the
search index, and the texts and figures that answers show beside a score.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Annotated

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
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
from app.problems import not_ready
from app.scoring.knowledge import Knowledge
from app.search.index import SearchIndex
from app.search.queries import build_index, build_lexicon

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


class UnreadyError(RuntimeError):
    """The database is not fit to be served; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """One content release, ready to be served."""

    release: str
    loaded_at: datetime
    knowledge: Knowledge
    lexicon: Lexicon
    search: SearchIndex
    shelf: Shelf
    foods: FoodShelf


def alembic_config(engine: Engine) -> Config:
    """Give Alembic's configuration, bound to an engine."""
    config = Config(toml_file=str(PYPROJECT))
    config.attributes["connection"] = engine
    return config


def check_schema(engine: Engine) -> None:
    """Make sure that the tables are those of this code.

    Raises:
        UnreadyError: the database has no tables or those of another version.
    """
    with engine.connect() as connection:
        current = set(MigrationContext.configure(connection).get_current_heads())
    wanted = set(ScriptDirectory.from_config(alembic_config(engine)).get_heads())
    if current != wanted:
        have = ", ".join(sorted(current)) or "no schema"
        raise UnreadyError(
            f"the database has {have}, this code needs {', '.join(sorted(wanted))}: "
            "run `python -m app migrate`"
        )


def load_live(engine: Engine) -> Live:
    """Read the content release from the tables and prepare it.

    Raises:
        UnreadyError: not migrated, not seeded, or not to be reached.
    """
    try:
        check_schema(engine)
        with Session(engine) as session:
            release = session.exec(select(ContentRelease)).first()
            if release is None:
                raise UnreadyError("the database holds no content: run `python -m app seed`")
            knowledge = compile_knowledge(session)
            lexicon = build_lexicon(session)
            return Live(
                release=release.id,
                loaded_at=release.loaded_at,
                knowledge=knowledge,
                lexicon=lexicon,
                search=build_index(session, lexicon),
                shelf=fill_shelf(session, knowledge),
                foods=fill_food_shelf(session),
            )
    except DBAPIError as error:
        raise UnreadyError(f"the database cannot be reached ({type(error).__name__})") from error


class LiveHolder:
    """Holds the release that is served; tries again where the database was not fit at start."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._lock = engine, Lock()
        self._live: Live | None = None
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
            with self._lock:
                if self._live is None:
                    try:
                        self._live = load_live(self._engine)
                        self.reason = ""
                    except UnreadyError as error:
                        self.reason = str(error)
        return self._live


async def get_live(request: Request) -> Live:
    """Give the release that is served."""
    holder: LiveHolder = request.app.state.live
    live = holder.live or await run_in_threadpool(holder.try_load)
    if live is None:
        raise not_ready(f"The service is not ready: {holder.reason}.")
    return live


LiveDep = Annotated[Live, Depends(get_live)]
