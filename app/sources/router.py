"""`/v1/sources`: every source that is cited anywhere."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field
from sqlmodel import col, select

from app.lists.pages import RecordPage
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import absent, looked_up
from app.problems import InvalidCursorError, NotFoundError
from app.schemas import ReadModel, SlugPath
from app.sources.models import Citation, Source
from app.sources.summaries import SourceSummary
from app.vocabulary import SourceKind

router = APIRouter(tags=["sources"])


class CitedBy(ReadModel):
    """A record that cites a source."""

    kind: str = Field(description="Sort of record.")
    id: str = Field(description="Id of the record.")


class SourceRead(SourceSummary):
    """A source with what cites it."""

    cited_by: list[CitedBy] = Field(
        description="Records that cite it; data sets are cited by the figures they hold as well."
    )


class SourcePage(RecordPage[SourceSummary]):
    """A page of sources."""


class SourceNotFoundError(NotFoundError):
    """No source bears the id asked for."""

    slug, title = "source-not-found", "No such source"
    what_to_do = "Ids are listed by /v1/sources."


@router.get(
    "/sources",
    response_model=SourcePage,
    responses=InvalidCursorError.declared(),
    summary="List sources",
)
def list_sources(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    q: QueryText = None,
    kind: Annotated[SourceKind | None, Query(description="Of this sort only.")] = None,
) -> SourcePage | Response:
    """Give sources by id, or the best match in their titles first."""
    query = select(Source).order_by(Source.id)
    if kind is not None:
        query = query.where(Source.kind == kind)
    found = ids.pick(live.search.rank(q, "source", session.exec(query).all()), "source")
    items = [SourceSummary.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(SourcePage, items, len(found), missing=ids.missing)


@router.get(
    "/sources/{source}",
    response_model=SourceRead,
    responses=looked_up(SourceNotFoundError),
    summary="Get a source",
)
def get_source(
    source: SlugPath, session: SessionDep, live: LiveDep, fields: FieldsDep
) -> SourceRead | Response:
    """Give one source with the records that cite it."""
    found = session.get(Source, source)
    if found is None:
        raise absent(SourceNotFoundError, "source", source, live)
    rows = session.exec(
        select(Citation)
        .where(Citation.source_id == source)
        .order_by(col(Citation.record_kind), col(Citation.record_id))
    ).all()
    record = SourceRead(
        **found.model_dump(),
        cited_by=[CitedBy(kind=row.record_kind, id=row.record_id) for row in rows],
    )
    return fields.record(record)
