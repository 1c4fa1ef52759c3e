"""SQL of merged ids, and the look-up that is made of them once a release."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlmodel import Session, select

from app.merged.models import MergedId

# A trigger is a cause; the ids of causes are one set.
SAME_IDS = {"trigger": "cause"}


class Merge(NamedTuple):
    """What became of an id."""

    new_id: str
    merged_on: date
    why: str


class MergedIds:
    """The ids that were merged into others. Ids are never used anew, so an old one stays known."""

    def __init__(self, found: Mapping[tuple[str, str], Merge]) -> None:
        self._found = found

    def __bool__(self) -> bool:
        return bool(self._found)

    def of(self, kind: str, record_id: str) -> Merge | None:
        """Give what became of an id; None where it was never merged."""
        return self._found.get((SAME_IDS.get(kind, kind), record_id))

    def current(self, kind: str, record_id: str) -> str:
        """Give the id that a record has now."""
        found = self.of(kind, record_id)
        return record_id if found is None else found.new_id


def merged_ids(session: Session) -> MergedIds:
    """Read every merged id."""
    rows = session.exec(select(MergedId)).all()
    return MergedIds({(row.kind, row.old_id): Merge(row.new_id, row.merged_on, row.why) for row in rows})
