"""Table of questions on which sources disagree."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import Document, TableBase
from app.values import Position


class Conflict(TableBase, table=True):
    """A question on which sources disagree, and how the service handles it."""

    __tablename__ = "conflict"

    id: str = Field(primary_key=True)
    question: str
    positions: list[Position] = Field(sa_column=Column(Document(list[Position]), nullable=False))
    our_handling: str
    causes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    symptoms: list[str] = Field(sa_column=Column(JSON, nullable=False))
    nutrients: list[str] = Field(sa_column=Column(JSON, nullable=False))
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    last_reviewed: date
    review_due: date
