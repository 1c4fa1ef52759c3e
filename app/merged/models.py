"""Table of ids that are no longer used, because their records were merged into others."""

from datetime import date

from sqlmodel import Field

from app.tables import TableBase


class MergedId(TableBase, table=True):
    """An id that once named a record, and the id of the record that took it in."""

    __tablename__ = "merged_id"

    kind: str = Field(primary_key=True)
    old_id: str = Field(primary_key=True)
    new_id: str
    merged_on: date
    why: str
