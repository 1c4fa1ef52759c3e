"""Every table, so that the metadata is whole wherever this is imported."""

from app.causes.models import Cause, CausePrior, CauseSymptom
from app.conflicts.models import Conflict
from app.content import ContentRelease, FaqEntry, KeyPoint
from app.evaluation.models import Vignette
from app.foods.models import (
    Food,
    FoodAmount,
    FoodPortion,
    FoodValueFlag,
    SupplementaryAmount,
    SupplementaryFood,
)
from app.lab_tests.models import LabBand, LabTest
from app.merged.models import MergedId
from app.nutrients.models import Interaction, Nutrient
from app.partners import models as partners
from app.red_flags.models import RedFlag
from app.reference_intakes.models import DailyValue, LifeStage, ReferenceIntake, UlNotDetermined
from app.risk_factors.models import RiskEffect, RiskFactor
from app.sources.models import Citation, Source
from app.symptoms.models import Symptom
from app.tables import TableBase

# The tables of content, which seeding empties and fills, in the order in which rows can be inserted: what
# is pointed at comes first.
TABLES: tuple[type[TableBase], ...] = (
    ContentRelease,
    Source,
    Nutrient,
    LifeStage,
    ReferenceIntake,
    UlNotDetermined,
    DailyValue,
    Symptom,
    Cause,
    CausePrior,
    CauseSymptom,
    RiskFactor,
    RiskEffect,
    Interaction,
    LabTest,
    LabBand,
    RedFlag,
    Conflict,
    FaqEntry,
    KeyPoint,
    Citation,
    Food,
    FoodAmount,
    FoodPortion,
    FoodValueFlag,
    SupplementaryFood,
    SupplementaryAmount,
    Vignette,
    MergedId,
)

# What partners have: never touched by seeding, and no part of a content release.
PARTNER_TABLES: tuple[type[TableBase], ...] = (partners.Partner, partners.PartnerKey, partners.PartnerUsage)

metadata = TableBase.metadata
