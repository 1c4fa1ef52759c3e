"""`/v1/triggers`: what is not a nutrient and gives the same symptoms."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.causes import queries
from app.causes.dependencies import TriggerDep, TriggerNotFoundError
from app.causes.schemas import CauseSummary, TriggerPage, TriggerRead
from app.live import LiveDep, SessionDep
from app.pagination import PagingDep, QueryText
from app.problems import InvalidCursorError
from app.vocabulary import CauseKind, TriggerCategory

router = APIRouter(tags=["triggers"])


@router.get(
    "/triggers",
    response_model=TriggerPage,
    responses=InvalidCursorError.declared(),
    summary="List triggers and diseases to rule out",
)
def list_triggers(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    q: QueryText = None,
    kind: Annotated[CauseKind | None, Query(description="`trigger`, `rule-out` or `benign` only.")] = None,
    category: Annotated[TriggerCategory | None, Query(description="Of this family only.")] = None,
) -> TriggerPage | Response:
    """Give stress, caffeine, dehydration, medicines, diseases and the like, by name."""
    found = live.search.rank(q, "trigger", queries.triggers(session, kind=kind, category=category))
    items = [CauseSummary.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(TriggerPage, items, len(found))


@router.get(
    "/triggers/{trigger}",
    responses=TriggerNotFoundError.declared(),
    summary="Get a trigger or disease to rule out",
)
def get_trigger(trigger: TriggerDep, session: SessionDep, live: LiveDep) -> TriggerRead:
    """Give one trigger with the symptoms that it explains."""
    return TriggerRead(
        **queries.cause_texts(session, trigger).model_dump(),
        symptoms=queries.links(session, live.knowledge, cause_ids=[trigger.id]),
    )
