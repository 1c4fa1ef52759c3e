"""`/v1/nutrients`: what a nutrient does, what its lack does, what it interacts with."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from app.causes import queries as cause_queries
from app.content import faq, key_points
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep, FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import looked_up
from app.nutrients import queries
from app.nutrients.dependencies import NutrientDep, NutrientNotFoundError
from app.nutrients.models import Interaction, Nutrient
from app.nutrients.schemas import (
    ComparedNutrient,
    InteractionPage,
    InteractionRead,
    LinkPage,
    NutrientCodes,
    NutrientComparison,
    NutrientPage,
    NutrientRead,
    SupplementComparison,
)
from app.nutrients.summaries import NutrientSummary
from app.problems import InvalidCursorError, InvalidRequestError, ProblemPart
from app.reference_intakes.dependencies import PersonDep
from app.reference_intakes.queries import recommended_intakes
from app.schemas import LinkRead, Ref
from app.scoring.knowledge import Knowledge
from app.vocabulary import CauseKind, InteractionKind, NutrientKind, Stance

router = APIRouter(tags=["nutrients"])
MAX_COMPARED = 10
SYMPTOMS_COMPARED = 8


@router.get(
    "/nutrients",
    response_model=NutrientPage,
    responses=InvalidCursorError.declared(),
    summary="List nutrients",
)
def list_nutrients(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    expand: ExpandDep,
    q: QueryText = None,
    kind: Annotated[NutrientKind | None, Query(description="Of this class only.")] = None,
    has_profile: Annotated[
        bool | None, Query(description="Only those with, or without, a full record.")
    ] = None,
) -> NutrientPage | Response:
    """Give nutrients, those with a full record first, or the best match for `q` first."""
    rows = queries.nutrients(session, kind=kind, has_profile=has_profile)
    found = ids.pick(live.search.rank(q, "nutrient", rows), "nutrient")
    items = [NutrientSummary.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(NutrientPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))


@router.get(
    "/nutrients/compare",
    responses=NutrientNotFoundError.declared(),
    summary="Compare nutrients side by side",
)
def compare_nutrients(
    session: SessionDep,
    live: LiveDep,
    person: PersonDep,
    ids: Annotated[
        str,
        Query(
            min_length=1,
            max_length=400,
            pattern=r"^[a-z0-9-]+(,[a-z0-9-]+)*$",
            description="Ids of 1 to 10 nutrients with a full record, separated by commas.",
            examples=["magnesium,calcium,vitamin-d,vitamin-b12"],
        ),
    ],
) -> NutrientComparison:
    """Give role, mechanism, commonest symptoms, sources and recommended intake of several nutrients."""
    wanted = list(dict.fromkeys(live.merged.current("nutrient", one) for one in ids.split(",")))
    if len(wanted) > MAX_COMPARED:
        raise InvalidRequestError(
            "Too many nutrients at once.",
            errors=[ProblemPart(pointer="?ids", detail=f"Name at most {MAX_COMPARED} nutrients.")],
        )
    known = queries.nutrients_by_ids(session, wanted)
    missing = [name for name in wanted if name not in known or not known[name].has_profile]
    if missing:
        raise NutrientNotFoundError(
            f"There is no full record of: {', '.join(missing)}.",
            errors=[
                ProblemPart(
                    pointer="?ids",
                    detail=f"'{name}' has no full record.",
                    suggestions=live.search.near(name, "nutrient"),
                )
                for name in missing
            ],
        )
    links = deficiency_links(session, live, wanted)
    return NutrientComparison(
        items=[
            ComparedNutrient(
                nutrient=Ref(id=nutrient.id, name=nutrient.name),
                primary_role=nutrient.short_role or "",
                mechanism=nutrient.short_mechanism or "",
                symptoms=[link.symptom for link in links[nutrient.id][:SYMPTOMS_COMPARED]],
                primary_sources=nutrient.short_sources or "",
                recommended_intakes=recommended_intakes(session, nutrient.id, person),
                sources=nutrient.sources,
            )
            for nutrient in (known[name] for name in wanted)
        ]
    )


def deficiency_links(
    session: SessionDep, live: LiveDep, nutrient_ids: list[str]
) -> dict[str, list[LinkRead]]:
    """Give the supported claims about the deficiency of each nutrient, the commonest symptom first."""
    ids = [f"{nutrient_id}-deficiency" for nutrient_id in nutrient_ids]
    grouped: dict[str, list[LinkRead]] = {nutrient_id: [] for nutrient_id in nutrient_ids}
    for link in cause_queries.links(session, live.knowledge, cause_ids=ids):
        if link.nutrient is not None and link.stance is not Stance.CONTRADICTS:
            grouped[link.nutrient.id].append(link)
    return {
        nutrient_id: sorted(links, key=lambda link: -frequency_of(link, live.knowledge))
        for nutrient_id, links in grouped.items()
    }


def frequency_of(link: LinkRead, knowledge: Knowledge) -> float:
    """Give the share of people with the cause who have the symptom, as the score uses it."""
    compiled = knowledge.links[link.cause.id].get(link.symptom.id)
    frequency = compiled.link.frequency if compiled is not None else None
    return frequency.value if frequency is not None else 0.0


@router.get(
    "/nutrients/{nutrient}",
    response_model=NutrientRead,
    responses=looked_up(NutrientNotFoundError),
    summary="Get a nutrient",
)
def get_nutrient(
    nutrient: NutrientDep, session: SessionDep, fields: FieldsDep, expand: ExpandDep
) -> NutrientRead | Response:
    """Give everything that a page about a nutrient needs; foods, symptoms, intakes have routes."""
    causes = cause_queries.causes_of_nutrient(session, nutrient.id)
    deficiency = next((cause for cause in causes if cause.kind is CauseKind.DEFICIENCY), None)
    record = NutrientRead(
        **NutrientSummary.model_validate(nutrient, from_attributes=True).model_dump(),
        codes=NutrientCodes(**nutrient.codes),
        roles=nutrient.roles,
        mechanism=nutrient.mechanism,
        deficiency=(cause_queries.cause_texts(session, deficiency) if deficiency else None),
        levels=nutrient.levels,
        excesses=[Ref(id=cause.id, name=cause.name) for cause in causes if cause.kind is CauseKind.EXCESS],
        toxicity=nutrient.toxicity,
        absorption=nutrient.absorption,
        time_to_improve=deficiency.time_to_improve if deficiency else None,
        food_vs_supplement=SupplementComparison(
            rows=nutrient.food_vs_supplement,
            forms=nutrient.supplement_forms,
            caution=nutrient.supplement_caution,
        ),
        lab_tests=[Ref(id=test.id, name=test.name) for test in queries.lab_tests(session, nutrient.id)],
        key_points=key_points(session, "nutrient", nutrient.id),
        faq=faq(session, "nutrient", nutrient.id),
    )
    record.expanded = expand.of(record)
    return fields.record(record)


@router.get(
    "/nutrients/{nutrient}/symptoms",
    response_model=LinkPage,
    responses=looked_up(NutrientNotFoundError, InvalidCursorError),
    summary="List symptoms of a nutrient's deficiency",
)
def list_nutrient_symptoms(
    nutrient: NutrientDep,
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    expand: ExpandDep,
    kind: Annotated[
        Literal["deficiency", "excess"],
        Query(description="`deficiency`, or `excess` where one is recorded."),
    ] = "deficiency",
    stance: Annotated[Stance | None, Query(description="Claims of this stance only.")] = None,
) -> LinkPage | Response:
    """Give each claim with frequency, likelihood ratio, mechanism, grade and sources.

    The commonest symptom first; of those that are as common, the one that tells most. Claims that were
    tested and failed are there too, last, with `stance` `contradicts`.
    """
    causes = cause_queries.causes_of_nutrient(session, nutrient.id)
    ids = [cause.id for cause in causes if cause.kind.value == kind]
    found = cause_queries.links(session, live.knowledge, cause_ids=ids)
    links = sorted(
        (link for link in found if stance is None or link.stance is stance),
        key=lambda link: (link.stance is Stance.CONTRADICTS, -frequency_of(link, live.knowledge)),
    )
    shown = paging.slice(links)
    return paging.page(LinkPage, shown, len(links), expanded=expand.of(*shown))


@router.get(
    "/nutrients/{nutrient}/interactions",
    response_model=InteractionPage,
    responses=looked_up(NutrientNotFoundError, InvalidCursorError),
    summary="List interactions of a nutrient",
)
def list_nutrient_interactions(
    nutrient: NutrientDep,
    session: SessionDep,
    paging: PagingDep,
    expand: ExpandDep,
    kind: Annotated[InteractionKind | None, Query(description="With this only.")] = None,
) -> InteractionPage | Response:
    """Give what a nutrient interacts with: nutrients, medications, conditions."""
    rows = queries.interactions(session, nutrient.id, kind=kind)
    items = [interaction_read(nutrient, row, name) for row, name in paging.slice(rows)]
    return paging.page(InteractionPage, items, len(rows), expanded=expand.of(*items))


def interaction_read(nutrient: Nutrient, row: Interaction, other_name: str) -> InteractionRead:
    """Tell of an interaction from the side of `nutrient`."""
    other_id = row.nutrient_id if row.other_id == nutrient.id else row.other_id
    return InteractionRead(
        **row.model_dump(exclude={"nutrient_id", "other_id"}),
        nutrient=Ref(id=nutrient.id, name=nutrient.name),
        other=Ref(id=other_id, name=other_name),
    )
