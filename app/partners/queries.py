"""All SQL on partners, keys and counts."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import func
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, or_, select

from app.partners.models import KeyKind, Partner, PartnerKey, PartnerStatus, PartnerUsage

# Partner, key, day.
Counted = tuple[str, str, date]


class UsableKey(NamedTuple):
    """What a running service needs to know of a key."""

    id: str
    partner_id: str
    kind: KeyKind
    hash: str
    secret_id: str
    scopes: list[str]
    origins: list[str]
    expires_at: datetime | None
    plan: str


def state(session: Session) -> tuple[int, ...]:
    """Give numbers that differ whenever a partner or a key was added or changed."""
    partners = session.exec(select(func.count(), func.sum(Partner.version)).select_from(Partner)).one()
    keys = session.exec(select(func.count(), func.sum(PartnerKey.version)).select_from(PartnerKey)).one()
    return tuple(int(number or 0) for number in (*partners, *keys))


def usable_keys(session: Session, now: datetime) -> list[UsableKey]:
    """Give the keys that hold now."""
    rows = session.execute(
        select(  # type: ignore[call-overload]
            PartnerKey.id,
            PartnerKey.partner_id,
            PartnerKey.kind,
            PartnerKey.hash,
            PartnerKey.secret_id,
            PartnerKey.scopes,
            PartnerKey.origins,
            PartnerKey.expires_at,
            Partner.plan,
        )
        .join(Partner, col(Partner.id) == col(PartnerKey.partner_id))
        .where(
            col(Partner.status) == PartnerStatus.ACTIVE,
            col(PartnerKey.revoked_at).is_(None),
            or_(col(PartnerKey.expires_at).is_(None), col(PartnerKey.expires_at) > now),
        )
    )
    return [UsableKey(*row) for row in rows]


def save(session: Session, *rows: Partner | PartnerKey) -> None:
    """Store rows that were made or changed, and let running services see that something changed."""
    for row in rows:
        row.version += 1
        session.add(row)
        # In the order given: a key points at its partner.
        session.flush()
    session.commit()


def partner_by_id(session: Session, partner_id: str) -> Partner | None:
    """Give a partner."""
    return session.get(Partner, partner_id)


def all_partners(session: Session) -> Sequence[Partner]:
    """Give every partner, by id."""
    return session.exec(select(Partner).order_by(col(Partner.id))).all()


def key_by_id(session: Session, key_id: str) -> PartnerKey | None:
    """Give a key by its readable prefix."""
    return session.get(PartnerKey, key_id)


def keys_of(session: Session, partner_id: str | None = None) -> Sequence[PartnerKey]:
    """Give the keys of one partner, or of all, oldest first."""
    query = select(PartnerKey).order_by(
        col(PartnerKey.partner_id), col(PartnerKey.created_at), col(PartnerKey.id)
    )
    if partner_id is not None:
        query = query.where(PartnerKey.partner_id == partner_id)
    return session.exec(query).all()


def add_counts(session: Session, counts: Mapping[Counted, int]) -> None:
    """Add counts to what the table holds; the caller commits."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    # In one order everywhere, so that processes that write at once wait and don't lock each other out.
    rows: list[dict[str, Any]] = [
        {"partner_id": partner, "key_id": key, "day": day, "requests": requests}
        for (partner, key, day), requests in sorted(counts.items())
    ]
    if rows:
        statement = insert(PartnerUsage)
        session.connection().execute(
            statement.on_conflict_do_update(
                index_elements=["day", "partner_id", "key_id"],
                set_={"requests": col(PartnerUsage.requests) + statement.excluded.requests},
            ),
            rows,
        )


def requests_by_partner(session: Session, first: date, last: date) -> dict[str, int]:
    """Give how many requests each partner sent on the days from `first` to `last`, both included."""
    rows = session.exec(
        select(PartnerUsage.partner_id, func.sum(PartnerUsage.requests))
        .where(col(PartnerUsage.day) >= first, col(PartnerUsage.day) <= last)
        .group_by(col(PartnerUsage.partner_id))
    )
    return {partner: int(requests) for partner, requests in rows}


def usage(session: Session, first: date, last: date, partner_id: str | None = None) -> Sequence[PartnerUsage]:
    """Give the counts of some days, by partner, key and day."""
    query = (
        select(PartnerUsage)
        .where(col(PartnerUsage.day) >= first, col(PartnerUsage.day) <= last)
        .order_by(col(PartnerUsage.partner_id), col(PartnerUsage.key_id), col(PartnerUsage.day))
    )
    if partner_id is not None:
        query = query.where(PartnerUsage.partner_id == partner_id)
    return session.exec(query).all()
