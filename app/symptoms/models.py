"""Table of symptoms."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import Document, TableBase, by_value
from app.values import Background
from app.vocabulary import BodySystem, SymptomKind, TriageLevel


class Symptom(TableBase, table=True):
    """A complaint or sign; `parent_id` is the next wider one."""

    __tablename__ = "symptom"

    id: str = Field(primary_key=True)
    name: str
    kind: SymptomKind = Field(sa_type=by_value(SymptomKind))
    body_system: BodySystem = Field(sa_type=by_value(BodySystem), index=True)
    parent_id: str | None = Field(default=None, foreign_key="symptom.id", index=True)
    hpo_id: str | None = None
    local_reason: str | None = None
    lay_names: list[str] = Field(sa_column=Column(JSON, nullable=False))
    clinical_names: list[str] = Field(sa_column=Column(JSON, nullable=False))
    spellings: list[str] = Field(sa_column=Column(JSON, nullable=False))
    misspellings: list[str] = Field(sa_column=Column(JSON, nullable=False))
    description: str
    when_to_seek_care: str
    question: str
    base_level: TriageLevel = Field(sa_type=by_value(TriageLevel))
    background: Background = Field(sa_column=Column(Document(Background), nullable=False))
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    last_reviewed: date
    review_due: date
