"""`/v1/triggers`: what is not a nutrient and gives the same symptoms."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from app.causes import queries
from app.causes.dependencies import TriggerDep, TriggerNotFoundError
from app.causes.schemas import TriggerPage, TriggerRead
from app.causes.summaries import CauseSummary
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep, FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import looked_up
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
    ids: IdsDep,
    expand: ExpandDep,
    q: QueryText = None,
    kind: Annotated[
        Literal["trigger", "rule-out", "benign"] | None, Query(description="Of this sort only.")
    ] = None,
    category: Annotated[TriggerCategory | None, Query(description="Of this family only.")] = None,
) -> TriggerPage | Response:
    """Give stress, caffeine, dehydration, medicines, diseases and the like, by name."""
    rows = queries.triggers(session, kind=CauseKind(kind) if kind else None, category=category)
    found = ids.pick(live.search.rank(q, "trigger", rows), "trigger")
    items = [CauseSummary.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(TriggerPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))


@router.get(
    "/triggers/{trigger}",
    response_model=TriggerRead,
    responses=looked_up(TriggerNotFoundError),
    summary="Get a trigger or disease to rule out",
)
def get_trigger(
    trigger: TriggerDep, session: SessionDep, live: LiveDep, fields: FieldsDep, expand: ExpandDep
) -> TriggerRead | Response:
    """Give one trigger with the symptoms that it explains."""
    record = TriggerRead(
        **queries.cause_texts(session, trigger).model_dump(),
        symptoms=queries.links(session, live.knowledge, cause_ids=[trigger.id]),
    )
    record.expanded = expand.of(record)
    return fields.record(record)
