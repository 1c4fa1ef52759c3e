"""What an operator does with partners and keys. Each function is one change, stored whole or not at all."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from app.partners import queries
from app.partners.keys import key_id, new_key
from app.partners.models import KeyKind, Partner, PartnerKey, PartnerStatus, Scope
from app.partners.plans import PLANS
from app.partners.secret import Secret


class PartnerError(ValueError):
    """What was asked for cannot be done; the message says why, and what would do."""


class KeyState(StrEnum):
    """Whether a key holds, and if not, why."""

    ACTIVE = "active"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeKey:
    """A new key as it is stored, and the one copy of what is told to the partner."""

    row: PartnerKey
    shown_once: str


def state_of(key: PartnerKey) -> KeyState:
    """Tell whether a key holds now."""
    if key.revoked_at is not None:
        return KeyState.REVOKED
    if key.expires_at is None:
        return KeyState.ACTIVE
    return KeyState.EXPIRING if key.expires_at > datetime.now(UTC) else KeyState.EXPIRED


def partner_or_error(session: Session, partner_id: str) -> Partner:
    """Give a partner.

    Raises:
        PartnerError: there is none of this id.
    """
    partner = queries.partner_by_id(session, partner_id)
    if partner is None:
        raise PartnerError(f"there is no partner '{partner_id}'; `nutrient-signs partners list` names them")
    return partner


def key_or_error(session: Session, wanted: str) -> PartnerKey:
    """Give a key by its readable prefix.

    Raises:
        PartnerError: there is none of this id.
    """
    key = queries.key_by_id(session, wanted)
    if key is None:
        # What was typed is not repeated: it may be a whole key.
        raise PartnerError(
            "there is no key of this id; `nutrient-signs partners keys` names them, like nsk_a2b3c4d5"
        )
    return key


def new_partner(partner_id: str, *, name: str, contact: str, plan: str, note: str) -> Partner:
    """Make a partner; it is not stored yet."""
    return Partner(
        id=partner_id,
        name=name or partner_id,
        contact=contact,
        plan=checked_plan(plan),
        status=PartnerStatus.ACTIVE,
        created_at=datetime.now(UTC),
        note=note,
        version=0,
    )


def checked_plan(name: str) -> str:
    """Give the name of a plan that there is.

    Raises:
        PartnerError: there is no such plan.
    """
    if name not in PLANS:
        raise PartnerError(f"there is no plan '{name}'; there are {', '.join(PLANS)}")
    return name


def make_key(
    session: Session,
    partner: Partner,
    secret: Secret,
    *,
    kind: KeyKind,
    scopes: list[Scope],
    origins: list[str],
    label: str,
    valid_for: timedelta | None,
) -> MadeKey:
    """Make a key, and store it with its partner where that one is new.

    Raises:
        PartnerError: kind and origins do not go together, or the partner is suspended.
    """
    _must_be_active(partner)
    if kind is KeyKind.PUBLISHABLE and not origins:
        raise PartnerError("a publishable key needs the origin of the pages: --origin https://example.org")
    if kind is KeyKind.SECRET and origins:
        raise PartnerError("only publishable keys are bound to origins: --kind publishable")
    made = _made(
        session,
        secret,
        partner_id=partner.id,
        kind=kind,
        scopes=[scope.value for scope in scopes],
        origins=list(dict.fromkeys(origins)),
        label=label,
        expires_at=_end(valid_for),
    )
    queries.save(session, *([] if partner.version else [partner]), made.row)
    return made


def rotate(
    session: Session,
    partner: Partner,
    old: PartnerKey,
    secret: Secret,
    *,
    overlap: timedelta,
    valid_for: timedelta | None,
) -> MadeKey:
    """Make a key like another one of the partner, which goes on to hold for a while.

    Raises:
        PartnerError: the old one does not hold any more, or the partner is suspended.
    """
    _must_be_active(partner)
    state = state_of(old)
    if state in {KeyState.REVOKED, KeyState.EXPIRED}:
        raise PartnerError(
            f"{old.id} is {state}; make a new key: nutrient-signs partners add {old.partner_id}"
        )
    made = _made(
        session,
        secret,
        partner_id=partner.id,
        kind=old.kind,
        scopes=old.scopes,
        origins=old.origins,
        label=old.label,
        expires_at=_end(valid_for),
    )
    ends = made.row.created_at + overlap
    old.expires_at = ends if old.expires_at is None else min(ends, old.expires_at)
    queries.save(session, old, made.row)
    return made


def _must_be_active(partner: Partner) -> None:
    if partner.status is PartnerStatus.SUSPENDED:
        raise PartnerError(f"{partner.id} is suspended; first: nutrient-signs partners resume {partner.id}")


def _end(valid_for: timedelta | None) -> datetime | None:
    return None if valid_for is None else datetime.now(UTC) + valid_for


def _made(
    session: Session,
    secret: Secret,
    *,
    partner_id: str,
    kind: KeyKind,
    scopes: list[str],
    origins: list[str],
    label: str,
    expires_at: datetime | None,
) -> MadeKey:
    key = new_key(kind)
    while queries.key_by_id(session, key_id(key)) is not None:
        key = new_key(kind)
    row = PartnerKey(
        id=key_id(key),
        partner_id=partner_id,
        kind=kind,
        hash=secret.hash(key).hex(),
        secret_id=secret.id,
        scopes=scopes,
        origins=origins,
        label=label,
        created_at=datetime.now(UTC),
        expires_at=expires_at,
        version=0,
    )
    return MadeKey(row=row, shown_once=key)


def revoke(session: Session, key: PartnerKey) -> bool:
    """Let a key hold no more; tell whether it did until now."""
    if key.revoked_at is not None:
        return False
    key.revoked_at = datetime.now(UTC)
    queries.save(session, key)
    return True


def set_status(session: Session, partner: Partner, status: PartnerStatus) -> None:
    """Let all keys of a partner hold, or not."""
    if partner.status is not status:
        partner.status = status
        queries.save(session, partner)


def set_plan(session: Session, partner: Partner, plan: str) -> None:
    """Put a partner on another plan.

    Raises:
        PartnerError: there is no such plan.
    """
    if partner.plan != checked_plan(plan):
        partner.plan = plan
        queries.save(session, partner)
