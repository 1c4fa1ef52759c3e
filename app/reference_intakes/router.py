"""`/v1/rda`: how much a person of this age and sex needs."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from app.live import LiveDep, SessionDep
from app.nutrients.queries import nutrient_by_id
from app.pagination import PagingDep
from app.patterns import SLUG
from app.problems import InvalidCursorError, InvalidRequestError, ProblemPart
from app.reference_intakes import queries
from app.reference_intakes.dependencies import PersonDep
from app.reference_intakes.schemas import LifeStagePage, LifeStageRead, ReferenceIntakePage

router = APIRouter(tags=["reference intakes"])
Measure = Literal["EAR", "RDA", "AI", "UL", "CDRR", "AR", "PRI", "AR_INCREMENT", "PRI_INCREMENT"]


@router.get(
    "/rda",
    response_model=ReferenceIntakePage,
    responses=InvalidCursorError.declared(),
    summary="List dietary reference values of a person",
)
def list_reference_intakes(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    person: PersonDep,
    nutrient: Annotated[
        str | None,
        Query(max_length=64, pattern=SLUG, description="Of this nutrient.", examples=["magnesium"]),
    ] = None,
    authority: Annotated[
        Literal["nasem", "efsa", "all"],
        Query(description="Whose figures: US and Canada, European Union, or both."),
    ] = "nasem",
    measure: Annotated[Measure | None, Query(description="This measure only.")] = None,
    life_stage: Annotated[
        str | None, Query(max_length=64, pattern=SLUG, description="Of this life stage only.")
    ] = None,
) -> ReferenceIntakePage | Response:
    """Give EAR, RDA, AI, UL and CDRR of a person's life stage; without a person, the whole table.

    Where no RDA has been set the AI is given, and said to be one. Pregnancy and lactation count as
    false unless said.
    """
    if nutrient is not None and nutrient_by_id(session, nutrient) is None:
        part = ProblemPart(
            pointer="?nutrient",
            detail="There is no such nutrient; ids are listed by /v1/nutrients.",
            suggestions=live.search.near(nutrient, "nutrient"),
        )
        raise InvalidRequestError("The nutrient is not known.", errors=[part])
    stages = {stage.id for stage in queries.life_stages(session)}
    if life_stage is not None and life_stage not in stages:
        part = ProblemPart(
            pointer="?life_stage",
            detail="There is no such life stage; ids are listed by /v1/life-stages.",
            suggestions=sorted(stage for stage in stages if life_stage[:6] in stage)[:3],
        )
        raise InvalidRequestError("The life stage is not known.", errors=[part])
    rows = queries.reference_intakes(
        session,
        person=person,
        nutrient_id=nutrient,
        authority=None if authority == "all" else authority,
        measure=measure,
        life_stage=life_stage,
    )
    missing = (
        queries.undetermined(session, person=person, nutrient_id=nutrient)
        if authority != "efsa" and measure in {None, "UL"} and life_stage is None
        else []
    )
    return paging.page(
        ReferenceIntakePage,
        paging.slice(rows),
        len(rows),
        ul_not_determined=missing,
        notes=queries.notes_on(person, nutrient, None if authority == "all" else authority),
    )


@router.get(
    "/life-stages",
    response_model=LifeStagePage,
    responses=InvalidCursorError.declared(),
    summary="List life stages",
)
def list_life_stages(
    session: SessionDep,
    paging: PagingDep,
    authority: Annotated[Literal["nasem", "efsa", "all"], Query(description="Whose groups.")] = "nasem",
) -> LifeStagePage | Response:
    """Give the groups of people for whom figures are set."""
    rows = queries.life_stages(session, None if authority == "all" else authority)
    items = [LifeStageRead.model_validate(row, from_attributes=True) for row in paging.slice(rows)]
    return paging.page(LifeStagePage, items, len(rows))
