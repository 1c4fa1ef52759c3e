"""Tables of partners, their keys and their counts. Seeding leaves them alone."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field

from app.tables import Instant, TableBase, by_value


class KeyKind(StrEnum):
    """Who holds a key: a server, which can keep it secret, or pages in browsers, which cannot."""

    SECRET = "secret"  # nosec B105  a kind, and no password
    PUBLISHABLE = "publishable"


class Scope(StrEnum):
    """What a key may be used for."""

    READ = "read"
    ASSESS = "assess"


class PartnerStatus(StrEnum):
    """Whether the keys of a partner hold."""

    ACTIVE = "active"
    SUSPENDED = "suspended"


class Partner(TableBase, table=True):
    """Somebody who calls the service under a name."""

    __tablename__ = "partner"

    id: str = Field(primary_key=True)
    name: str
    contact: str
    # The name of a plan in `app.partners.plans`.
    plan: str
    status: PartnerStatus = Field(sa_type=by_value(PartnerStatus))
    created_at: datetime = Field(sa_type=Instant)
    note: str
    # Grows with each change of the row; the sum over all rows tells a running service that something changed.
    version: int


class PartnerKey(TableBase, table=True):
    """A key, known by its readable prefix; of the key itself only a keyed hash is kept."""

    __tablename__ = "partner_key"

    id: str = Field(primary_key=True)
    partner_id: str = Field(foreign_key="partner.id", index=True)
    kind: KeyKind = Field(sa_type=by_value(KeyKind))
    hash: str
    # Fingerprint of the server's secret that the hash was made with.
    secret_id: str
    scopes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    origins: list[str] = Field(sa_column=Column(JSON, nullable=False))
    label: str
    created_at: datetime = Field(sa_type=Instant)
    expires_at: datetime | None = Field(default=None, sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)
    version: int


class PartnerUsage(TableBase, table=True):
    """How many requests came with a key on a day (UTC): a count and nothing else.

    Points at no other table: a count must find its place even where a key is gone from a restored copy.
    """

    __tablename__ = "partner_usage"

    # The day comes first: what is asked for is a month.
    day: date = Field(primary_key=True)
    partner_id: str = Field(primary_key=True)
    key_id: str = Field(primary_key=True)
    requests: int = Field(sa_type=BigInteger)
