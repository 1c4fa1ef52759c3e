"""SQL of life stages and dietary reference values."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from app.reference_intakes.dependencies import PersonQuery
from app.reference_intakes.models import DailyValue, LifeStage, ReferenceIntake, UlNotDetermined
from app.reference_intakes.schemas import ReferenceIntakeRead, UlNotDeterminedRead

# No authority sets an intake for omega-3 as such; alpha-linolenic acid is its essential part.
INTAKE_OF = {"omega-3": "alpha-linolenic-acid"}
# The recommendation itself: an RDA or, where none has been set, an AI.
RECOMMENDATION = {"nasem": ("RDA", "AI"), "efsa": ("PRI", "AI")}
ADULT_MONTHS = 19 * 12
# The age bands of pregnancy and lactation end here; older (or younger) women get the nearest band.
REPRODUCTIVE_MONTHS = (168, 611)
# EFSA's bands of pregnancy and lactation start here and have no end.
EFSA_MONTHS = 216
ADULTS_DAILY_VALUES = "adults-and-children-4-plus"


def life_stages(session: Session, authority: str | None = None) -> Sequence[LifeStage]:
    """Give life stages in order of age."""
    query = select(LifeStage).order_by(col(LifeStage.position))
    if authority is not None:
        query = query.where(LifeStage.authority == authority)
    return session.exec(query).all()


def of_person(person: PersonQuery) -> list[Any]:
    """Give the conditions on life stages that a person meets."""
    if not person.given:
        return []
    conditions: list[Any] = []
    pregnant = bool(person.pregnant)
    lactating = bool(person.lactating) and not pregnant
    conditions += [col(LifeStage.pregnancy) == pregnant, col(LifeStage.lactation) == lactating]
    if person.sex is not None:
        conditions.append(col(LifeStage.sex).in_([person.sex.value, "any"]))
    if person.age_months is not None:
        months = person.age_months
        if pregnant or lactating:
            nasem = max(REPRODUCTIVE_MONTHS[0], min(months, REPRODUCTIVE_MONTHS[1]))
            conditions.append(
                ((col(LifeStage.authority) == "nasem") & covers(nasem))
                | ((col(LifeStage.authority) == "efsa") & covers(max(months, EFSA_MONTHS)))
            )
        else:
            conditions.append(covers(months))
    return conditions


def covers(months: int) -> Any:
    """Give the condition that a life stage covers an age."""
    youngest, oldest = col(LifeStage.age_min_months), col(LifeStage.age_max_months)
    return (youngest <= months) & (oldest.is_(None) | (oldest >= months))


def notes_on(
    person: PersonQuery, nutrient_id: str | None, authority: str | None = "nasem", *, by_sex: bool
) -> list[str]:
    """Say what was assumed to answer for this person; `by_sex`: figures of one sex are among them."""
    notes = []
    if person.given:
        if person.pregnant and person.lactating:
            notes.append("Pregnant and breast-feeding: the figures for pregnancy are given.")
        months = person.age_months
        special = person.pregnant or person.lactating
        if special and months is not None:
            low, high = REPRODUCTIVE_MONTHS
            if authority != "efsa" and not low <= months <= high:
                notes.append(
                    "Figures for pregnancy and lactation exist for 14 to 50 years only; those of the "
                    "nearest age are given."
                )
            if authority != "nasem" and months < EFSA_MONTHS:
                notes.append(
                    "European figures for pregnancy and lactation start at 18 years; those are given."
                )
        if person.sex is None and by_sex:
            notes.append("No sex was given: figures for both are listed where they differ.")
    if nutrient_id in INTAKE_OF:
        notes.append(
            f"No intake is set for {nutrient_id} as such; the figures are those of "
            f"{INTAKE_OF[nutrient_id]}, its essential part."
        )
    return notes


def reference_intakes(
    session: Session,
    *,
    person: PersonQuery,
    nutrient_id: str | None = None,
    authority: str | None = None,
    measure: str | None = None,
    life_stage: str | None = None,
) -> list[ReferenceIntakeRead]:
    """Give figures in the order of the reference tables."""
    query = select(ReferenceIntake, LifeStage.label).join(
        LifeStage, col(LifeStage.id) == ReferenceIntake.life_stage_id
    )
    for condition in of_person(person):
        query = query.where(condition)
    if nutrient_id is not None:
        query = query.where(ReferenceIntake.nutrient_id == INTAKE_OF.get(nutrient_id, nutrient_id))
    if authority is not None:
        query = query.where(ReferenceIntake.authority == authority)
    if measure is not None:
        query = query.where(ReferenceIntake.measure == measure)
    if life_stage is not None:
        query = query.where(ReferenceIntake.life_stage_id == life_stage)
    rows = session.exec(query.order_by(col(ReferenceIntake.id))).all()
    return [
        ReferenceIntakeRead(
            nutrient=row.nutrient_id,
            life_stage=row.life_stage_id,
            life_stage_label=label,
            measure=row.measure,
            value=row.value,
            unit=row.unit,
            unit_basis=row.unit_basis,
            note=row.note,
            authority=row.authority,
            sources=[row.source_id],
        )
        for row, label in rows
    ]


def undetermined(
    session: Session, *, person: PersonQuery, nutrient_id: str | None
) -> list[UlNotDeterminedRead]:
    """Give the life stages without a UL for one nutrient, one person, or both."""
    if nutrient_id is None and not person.given:
        return []
    query = select(UlNotDetermined).join(LifeStage, col(LifeStage.id) == UlNotDetermined.life_stage_id)
    for condition in of_person(person):
        query = query.where(condition)
    if nutrient_id is not None:
        query = query.where(UlNotDetermined.nutrient_id == INTAKE_OF.get(nutrient_id, nutrient_id))
    rows = session.exec(query.order_by(UlNotDetermined.nutrient_id, col(LifeStage.position))).all()
    return [
        UlNotDeterminedRead(nutrient=row.nutrient_id, life_stage=row.life_stage_id, reason=row.reason)
        for row in rows
    ]


def recommended_intakes(
    session: Session, nutrient_id: str, person: PersonQuery, authority: str = "nasem"
) -> list[ReferenceIntakeRead]:
    """Give the RDA, or the AI where no RDA is set, of a person's life stage, or of adults."""
    found = reference_intakes(session, person=person, nutrient_id=nutrient_id, authority=authority)
    wanted = [row for row in found if row.measure in RECOMMENDATION[authority]]
    if person.given:
        return wanted
    adults = {
        stage.id
        for stage in life_stages(session, authority)
        if stage.age_min_months >= ADULT_MONTHS and not stage.pregnancy and not stage.lactation
    }
    return [row for row in wanted if row.life_stage in adults]


def daily_values(session: Session, population: str = ADULTS_DAILY_VALUES) -> dict[str, DailyValue]:
    """Give the Daily Values of a population by nutrient."""
    rows = session.exec(select(DailyValue).where(DailyValue.population == population)).all()
    return {row.nutrient_id: row for row in rows}
