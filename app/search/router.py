"""`/v1/search`: all kinds at once, as one types."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field
from typing_extensions import TypeAliasType

from app.lists.pages import Page
from app.lists.paging import PagingDep
from app.live import LiveDep
from app.patterns import NO_NUL
from app.problems import InvalidCursorError
from app.schemas import ReadModel

router = APIRouter(tags=["search"])
HitKind = TypeAliasType(
    "HitKind",
    Annotated[
        Literal[
            "nutrient",
            "symptom",
            "trigger",
            "risk-factor",
            "food",
            "lab-test",
            "red-flag",
            "conflict",
            "source",
        ],
        Field(description="A sort of record that can be found."),
    ],
)
# Where the record of a hit can be read.
PATHS: dict[str, str] = {
    "nutrient": "/v1/nutrients/{id}",
    "symptom": "/v1/symptoms/{id}",
    "trigger": "/v1/triggers/{id}",
    "risk-factor": "/v1/risk-factors/{id}",
    "food": "/v1/foods/{id}",
    "lab-test": "/v1/lab-tests/{id}",
    "red-flag": "/v1/red-flags/{id}",
    "conflict": "/v1/conflicts",
    "source": "/v1/sources/{id}",
}


class HitRead(ReadModel):
    """A record that was found."""

    kind: HitKind = Field(description="Sort of record.")
    id: str = Field(description="Id of the record; a food's is its FDC id, as text.")
    name: str = Field(description="Name of the record.")
    matched: str = Field(description="The name, alias or lay name that matched.")
    score: float = Field(ge=0, le=1, description="How well it matches.")
    href: str = Field(description="Path of the record.")


class HitPage(Page[HitRead]):
    """A page of hits."""


@router.get(
    "/search",
    response_model=HitPage,
    responses=InvalidCursorError.declared(),
    summary="Search everything",
)
def search_everything(
    live: LiveDep,
    paging: PagingDep,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=100,
            pattern=NO_NUL,
            description="What to look for, in everyday words, as one types; typos are forgiven.",
            examples=["magnezium"],
        ),
    ],
    kind: Annotated[HitKind | None, Query(description="Of this kind only.")] = None,
) -> HitPage | Response:
    """Give nutrients, symptoms, triggers, risk factors, foods and more, best match first."""
    hits = live.search.search(q, None if kind is None else [kind])
    items = [
        HitRead(
            kind=hit.kind,
            id=hit.id,
            name=hit.name,
            matched=hit.matched,
            score=hit.score,
            href=PATHS[hit.kind].format(id=hit.id),
        )
        for hit in paging.slice(hits)
    ]
    return paging.page(HitPage, items, len(hits))
