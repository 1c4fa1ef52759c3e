"""`/v1/rda`: how much a person of this age and sex needs."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from app.lists.paging import IdsDep, PagingDep
from app.lists.shape import ExpandDep
from app.live import LiveDep, SessionDep
from app.lookups import known_filter
from app.patterns import SLUG
from app.problems import InvalidCursorError, InvalidRequestError, ProblemPart
from app.reference_intakes import queries
from app.reference_intakes.dependencies import PersonDep
from app.reference_intakes.schemas import LifeStagePage, ReferenceIntakePage
from app.reference_intakes.summaries import LifeStageRead

router = APIRouter(tags=["reference intakes"])
MEASURES = {
    "nasem": ("EAR", "RDA", "AI", "UL", "CDRR"),
    "efsa": ("AR", "PRI", "AI", "AR_INCREMENT", "PRI_INCREMENT"),
}
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
    expand: ExpandDep,
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
    if nutrient is not None:
        nutrient = known_filter("nutrient", "nutrient", nutrient, live.shelf.names, live)
    stages = {stage.id: stage for stage in queries.life_stages(session)}
    if life_stage is not None:
        life_stage = known_filter("life_stage", "life-stage", life_stage, stages, live)
        check_authority("life_stage", life_stage, stages[life_stage].authority, authority)
    if measure is not None:
        theirs = [name for name, measures in MEASURES.items() if measure in measures]
        check_authority("measure", measure, "all" if len(theirs) > 1 else theirs[0], authority)
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
    shown = paging.slice(rows)
    return paging.page(
        ReferenceIntakePage,
        shown,
        len(rows),
        expanded=expand.of(*shown),
        ul_not_determined=missing,
        notes=queries.notes_on(
            person,
            nutrient,
            None if authority == "all" else authority,
            by_sex=any(stages[row.life_stage].sex != "any" for row in rows),
        ),
    )


def check_authority(parameter: str, value: str, theirs: str, asked: str) -> None:
    """Refuse what only another authority has: the answer would be empty.

    Raises:
        InvalidRequestError: naming the authority to ask for.
    """
    if theirs in {"all", asked} or asked == "all":
        return
    raise InvalidRequestError(
        f"The authority asked for has no '{value}'.",
        errors=[
            ProblemPart(
                pointer=f"?{parameter}",
                detail=f"'{value}' is of another authority: ask with authority={theirs} as well.",
            ),
            ProblemPart(
                pointer="?authority", detail=f"{asked} has no '{value}'.", suggestions=[theirs, "all"]
            ),
        ],
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
    ids: IdsDep,
    authority: Annotated[Literal["nasem", "efsa", "all"], Query(description="Whose groups.")] = "nasem",
) -> LifeStagePage | Response:
    """Give the groups of people for whom figures are set."""
    rows = ids.pick(queries.life_stages(session, None if authority == "all" else authority), "life-stage")
    items = [LifeStageRead.model_validate(row, from_attributes=True) for row in paging.slice(rows)]
    return paging.page(LifeStagePage, items, len(rows), missing=ids.missing)
