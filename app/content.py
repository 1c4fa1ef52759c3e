"""What belongs to no single resource: the content release, and the questions and key points of records."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime
from sqlmodel import Field, Session, col, select

from app.tables import TableBase
from app.values import Faq, Sourced


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


def faq(session: Session, kind: str, record_id: str) -> list[Faq]:
    """Give the questions of a record, in order."""
    rows = session.exec(
        select(FaqEntry)
        .where(FaqEntry.record_kind == kind, FaqEntry.record_id == record_id)
        .order_by(col(FaqEntry.position))
    )
    return [Faq(question=row.question, answer=row.answer, sources=row.sources) for row in rows]


def key_points(session: Session, kind: str, record_id: str) -> list[Sourced]:
    """Give the key points of a record, in order."""
    rows = session.exec(
        select(KeyPoint)
        .where(KeyPoint.record_kind == kind, KeyPoint.record_id == record_id)
        .order_by(col(KeyPoint.position))
    )
    return [Sourced(text=row.text, sources=row.sources) for row in rows]
