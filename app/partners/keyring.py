"""The keys that hold, in the memory of a process: asked for each request, without SQL."""

import hashlib
import hmac
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import inf

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from app.partners import queries
from app.partners.keys import KEY_LENGTH, key_id
from app.partners.models import KeyKind
from app.partners.plans import plan_named
from app.partners.queries import UsableKey
from app.partners.secret import Secret, SecretError, SecretSource

# Read anew after this many seconds, whatever the versions say: somebody may have changed a row by hand.
RELOAD_SECONDS = 300
log = logging.getLogger("app")


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a request that bears a valid key may do, and under which name it is counted."""

    partner: str
    key_id: str
    kind: KeyKind
    scopes: frozenset[str]
    origins: frozenset[str]
    plan: str
    rate: str
    monthly_quota: int | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Entry:
    access: Access
    secret: Secret
    hash: bytes
    expires: float


@dataclass(frozen=True, slots=True)
class _Ring:
    """One reading of the tables. `proven` grows: a digest of each key that was found right."""

    entries: dict[str, _Entry]
    origins: dict[str, float]
    proven: dict[bytes, _Entry] = field(default_factory=dict)


# Stands in for a key that is not there, so that unknown and wrong keys take the same way.
_NOBODY = _Entry(
    Access(
        partner="",
        key_id="",
        kind=KeyKind.SECRET,
        scopes=frozenset(),
        origins=frozenset(),
        plan="",
        rate="1/day",
        monthly_quota=0,
        expires_at=None,
    ),
    Secret("", b"\0"),
    b"",
    -inf,
)


class Keyring:
    """Finds who a key belongs to; empty until it is refreshed."""

    def __init__(self, *, secret: SecretSource, clock: Callable[[], float] = time.time) -> None:
        self._secret, self._clock = secret, clock
        self._ring = _Ring({}, {})
        self._state: object = None
        self._read_at = -inf
        self._fault = ""
        # Whether the tables were read, or are of no use without a secret: before, no key can be told wrong.
        self.is_read = False

    def refresh(self, session: Session) -> bool:
        """Read the keys anew where something changed; tell whether the tables could be asked.

        While they cannot, the keys that were read last go on to hold: a key that is revoked
        meanwhile is refused as soon as the database is back.
        """
        try:
            secrets = self._secret.read()
            state = (secrets, *queries.state(session))
            now = self._clock()
            # Either way: a clock that was put back must not keep out keys that hold again.
            if state != self._state or abs(now - self._read_at) >= RELOAD_SECONDS:
                rows = queries.usable_keys(session, datetime.fromtimestamp(now, UTC))
                self._ring = _ring(rows, secrets)
                self._state, self._read_at = state, now
        except SQLAlchemyError as error:
            session.rollback()
            return self._failed(f"partner keys cannot be read ({type(error).__name__}); those read last hold")
        except SecretError as error:
            self.is_read = True
            return self._failed(f"partner keys cannot be checked; those read last hold: {error}")
        self._fault, self.is_read = "", True
        return True

    def _failed(self, fault: str) -> bool:
        """Log a fault once and not with each refresh."""
        if fault != self._fault:
            log.warning(fault)
        self._fault = fault
        return False

    def find(self, presented: str) -> Access | None:
        """Give what a key allows; None where it is unknown, malformed, revoked or expired alike."""
        if len(presented) != KEY_LENGTH or not presented.isascii():
            return None
        ring = self._ring
        # An unkeyed digest of 32 random bytes cannot be turned back, so no key stays in memory; only keys
        # that were found right are remembered, so there are never more than keys; a refresh forgets them.
        digest = hashlib.sha256(presented.encode()).digest()
        entry = ring.proven.get(digest)
        if entry is None:
            entry = ring.entries.get(key_id(presented), _NOBODY)
            if not hmac.compare_digest(entry.secret.hash(presented), entry.hash):
                return None
            ring.proven[digest] = entry
        return entry.access if entry.expires > self._clock() else None

    def allows_origin(self, origin: str) -> bool:
        """Tell whether some publishable key that holds names this origin."""
        return self._ring.origins.get(origin, -inf) > self._clock()


def _ring(rows: list[UsableKey], secrets: tuple[Secret, ...]) -> _Ring:
    """Prepare keys for being found."""
    by_id = {secret.id: secret for secret in secrets}
    entries = {row.id: _entry(row, by_id[row.secret_id]) for row in rows if row.secret_id in by_id}
    if len(entries) < len(rows):
        log.warning(
            "%d of %d partner keys are refused: they are hashed under a secret that this process does not "
            "have (APP_KEY_SECRET, APP_KEY_SECRET_FILE)",
            len(rows) - len(entries),
            len(rows),
        )
    origins: dict[str, float] = {}
    for entry in entries.values():
        for origin in entry.access.origins:
            origins[origin] = max(entry.expires, origins.get(origin, -inf))
    return _Ring(entries, origins)


def _entry(row: UsableKey, secret: Secret) -> _Entry:
    plan = plan_named(row.plan)
    access = Access(
        partner=row.partner_id,
        key_id=row.id,
        kind=row.kind,
        scopes=frozenset(row.scopes),
        origins=frozenset(row.origins),
        plan=plan.name,
        rate=plan.rate,
        monthly_quota=plan.monthly_quota,
        expires_at=row.expires_at,
    )
    expires = inf if row.expires_at is None else row.expires_at.timestamp()
    return _Entry(access, secret, bytes.fromhex(row.hash), expires)
