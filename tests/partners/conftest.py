"""An empty world of partners on each database, a clock that is set by hand, and a secret."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from alembic import command
from pydantic import SecretStr
from sqlalchemy import Engine, delete
from sqlmodel import Session

from app.database import make_engine
from app.migrating import alembic_config
from app.models import PARTNER_TABLES
from app.partners import queries, service
from app.partners.keyring import Keyring
from app.partners.models import KeyKind, Partner, Scope
from app.partners.secret import Secret, SecretSource
from app.partners.service import MadeKey
from app.settings import Settings
from tests.conftest import DATABASES, empty_database

SECRET = "a secret of the tests that is long enough to be one"
OTHER_SECRET = "another secret of the tests that is long enough too"


@dataclass
class Clock:
    """A clock that stands until it is moved; at first it is right."""

    now: float

    def __call__(self) -> float:
        return self.now

    def move(self, **span: float) -> None:
        """Move on."""
        self.now += timedelta(**span).total_seconds()

    def set(self, year: int, month: int, day: int, hour: int = 0) -> None:
        """Set to a moment in UTC."""
        self.now = datetime(year, month, day, hour, tzinfo=UTC).timestamp()


@pytest.fixture
def clock() -> Clock:
    """A clock that is moved by hand."""
    return Clock(datetime.now(UTC).timestamp())


@pytest.fixture(scope="session", params=DATABASES)
def migrated_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with tables, on each kind of server."""
    for url in empty_database(request.param, tmp_path_factory.mktemp(f"partners-{request.param}")):
        engine = make_engine(Settings(database_url=url))
        command.upgrade(alembic_config(engine), "head")
        engine.dispose()
        yield url


@pytest.fixture
def engine(migrated_url: str) -> Iterator[Engine]:
    """A database without partners."""
    engine = make_engine(Settings(database_url=migrated_url))
    with engine.begin() as connection:
        for table in reversed(PARTNER_TABLES):
            connection.execute(delete(table))
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on a database without partners."""
    with Session(engine) as session:
        yield session


def source(*secrets: str) -> SecretSource:
    """Give the secrets, newest first, as settings do."""
    return SecretSource.of(Settings(key_secret=SecretStr(",".join(secrets or (SECRET,)))))


@pytest.fixture
def keyring(clock: Clock) -> Keyring:
    """An empty keyring."""
    return Keyring(secret=source(), clock=clock)


Make = Callable[..., MadeKey]


@pytest.fixture
def make(session: Session) -> Make:
    """Make a key, for a partner that is made where it is not there."""
    return partial(made_key, session)


def made_key(
    session: Session,
    partner_id: str = "acme",
    *,
    name: str = "",
    plan: str = "free",
    secret: str = SECRET,
    origins: tuple[str, ...] = (),
    valid_for: timedelta | None = None,
) -> MadeKey:
    """Make a key, for a partner that is made where it is not there."""
    return service.make_key(
        session,
        partner(session, partner_id, name=name, plan=plan),
        Secret.of(secret),
        kind=KeyKind.PUBLISHABLE if origins else KeyKind.SECRET,
        scopes=list(Scope),
        origins=list(origins),
        label="",
        valid_for=valid_for,
    )


def partner(session: Session, partner_id: str = "acme", *, name: str = "", plan: str = "free") -> Partner:
    """Give a partner, made where it is not there."""
    return queries.partner_by_id(session, partner_id) or service.new_partner(
        partner_id, name=name, contact="", plan=plan, note=""
    )
