"""Tables that belong to no single resource: the content release, questions and key points."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime
from sqlmodel import Field

from app.tables import TableBase


class ContentRelease(TableBase, table=True):
    """The one content release that the tables hold; its id is a digest of the seed files."""

    __tablename__ = "content_release"

    id: str = Field(primary_key=True)
    loaded_at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    counts: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class FaqEntry(TableBase, table=True):
    """A question that readers ask about a record, with its answer."""

    __tablename__ = "faq"

    record_kind: str = Field(primary_key=True)
    record_id: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    question: str
    answer: str
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))


class KeyPoint(TableBase, table=True):
    """One of the few things to remember about a record."""

    __tablename__ = "key_point"

    record_kind: str = Field(primary_key=True)
    record_id: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    text: str
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
