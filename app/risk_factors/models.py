"""Tables of risk factors and of what each does to the odds of a cause."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.tables import Document, TableBase, by_value
from app.values import AppliesTo
from app.vocabulary import Basis, EffectClass, Grade, RiskFactorKind


class RiskFactor(TableBase, table=True):
    """A condition, medicine, diet, habit or life stage; a medicine inherits from its class."""

    __tablename__ = "risk_factor"

    id: str = Field(primary_key=True)
    kind: RiskFactorKind = Field(sa_type=by_value(RiskFactorKind), index=True)
    name: str
    aliases: list[str] = Field(sa_column=Column(JSON, nullable=False))
    brand_names: list[str] = Field(sa_column=Column(JSON, nullable=False))
    misspellings: list[str] = Field(sa_column=Column(JSON, nullable=False))
    member_of_id: str | None = Field(default=None, foreign_key="risk_factor.id", index=True)
    atc: list[str] = Field(sa_column=Column(JSON, nullable=False))
    icd10: list[str] = Field(sa_column=Column(JSON, nullable=False))
    mondo: list[str] = Field(sa_column=Column(JSON, nullable=False))
    applies_to: AppliesTo | None = Field(default=None, sa_column=Column(Document(AppliesTo)))
    description: str
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    last_reviewed: date
    review_due: date


class RiskEffect(TableBase, table=True):
    """How a risk factor changes the odds of a cause."""

    __tablename__ = "risk_effect"

    risk_factor_id: str = Field(primary_key=True, foreign_key="risk_factor.id")
    cause_id: str = Field(primary_key=True, foreign_key="cause.id", index=True)
    odds_ratio: float | None = None
    low: float | None = None
    high: float | None = None
    studied: int | None = None
    effect_class: EffectClass | None = Field(default=None, sa_type=by_value(EffectClass))
    pathway: str
    mechanism: str
    time_to_effect: str | None = None
    basis: Basis = Field(sa_type=by_value(Basis))
    grade: Grade = Field(sa_type=by_value(Grade))
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
