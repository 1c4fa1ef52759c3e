"""Tables of nutrients and of what they interact with."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import Document, TableBase, by_value
from app.values import Absorption, ComparisonRow, LevelFigure, Sourced, SupplementForm, Toxicity
from app.vocabulary import Grade, InteractionKind, NutrientKind, Severity


class Nutrient(TableBase, table=True):
    """A nutrient: its identifiers for all of the reference data, its profile for those with one."""

    __tablename__ = "nutrient"

    id: str = Field(primary_key=True)
    name: str
    kind: NutrientKind = Field(sa_type=by_value(NutrientKind))
    unit: str | None = None
    unit_basis: str | None = None
    aliases: list[str] = Field(sa_column=Column(JSON, nullable=False))
    codes: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    has_profile: bool = Field(index=True)
    summary: str | None = None
    roles: list[Sourced] = Field(sa_column=Column(Document(list[Sourced]), nullable=False))
    mechanism: str | None = None
    short_role: str | None = None
    short_sources: str | None = None
    short_mechanism: str | None = None
    absorption: Absorption | None = Field(default=None, sa_column=Column(Document(Absorption)))
    toxicity: Toxicity | None = Field(default=None, sa_column=Column(Document(Toxicity)))
    food_vs_supplement: list[ComparisonRow] = Field(
        sa_column=Column(Document(list[ComparisonRow]), nullable=False)
    )
    supplement_forms: list[SupplementForm] = Field(
        sa_column=Column(Document(list[SupplementForm]), nullable=False)
    )
    supplement_caution: str | None = None
    levels: list[LevelFigure] = Field(sa_column=Column(Document(list[LevelFigure]), nullable=False))
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    last_reviewed: date
    review_due: date


class Interaction(TableBase, table=True):
    """How a nutrient and another nutrient, a medication or a condition act on one another."""

    __tablename__ = "interaction"

    nutrient_id: str = Field(primary_key=True, foreign_key="nutrient.id")
    kind: InteractionKind = Field(
        sa_column=Column(by_value(InteractionKind), primary_key=True, nullable=False)
    )
    # A nutrient or a risk factor, by `kind`; checked at seeding.
    other_id: str = Field(primary_key=True)
    effect: str
    advice: str
    severity: Severity = Field(sa_type=by_value(Severity))
    grade: Grade = Field(sa_type=by_value(Grade))
    spacing_hours: float | None = None
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
