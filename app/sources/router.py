"""`/v1/sources`: every source that is cited anywhere."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field
from sqlmodel import col, select
from sqlmodel._compat import SQLModelConfig

from app.live import LiveDep, SessionDep
from app.pagination import Page, PagingDep, QueryText
from app.problems import InvalidCursorError, NotFoundError
from app.schemas import ReadModel, SlugPath
from app.sources.models import Citation, Source, SourceBase
from app.vocabulary import SourceKind

router = APIRouter(tags=["sources"])


class SourceSummary(SourceBase):
    """A source as lists show it; what is not known is null, and still there."""

    model_config = SQLModelConfig(json_schema_serialization_defaults_required=True)


class CitedBy(ReadModel):
    """A record that cites a source."""

    kind: str = Field(description="Sort of record.")
    id: str = Field(description="Id of the record.")


class SourceRead(SourceSummary):
    """A source with what cites it."""

    cited_by: list[CitedBy] = Field(
        description="Records that cite it; data sets are cited by the figures they hold as well."
    )


class SourcePage(Page[SourceSummary]):
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
    q: QueryText = None,
    kind: Annotated[SourceKind | None, Query(description="Of this sort only.")] = None,
) -> SourcePage | Response:
    """Give sources by id, or the best match in their titles first."""
    query = select(Source).order_by(Source.id)
    if kind is not None:
        query = query.where(Source.kind == kind)
    found = live.search.rank(q, "source", session.exec(query).all())
    items = [SourceSummary.model_validate(row, from_attributes=True) for row in paging.slice(found)]
    return paging.page(SourcePage, items, len(found))


@router.get(
    "/sources/{source}",
    responses=SourceNotFoundError.declared(),
    summary="Get a source",
)
def get_source(source: SlugPath, session: SessionDep, live: LiveDep) -> SourceRead:
    """Give one source with the records that cite it."""
    found = session.get(Source, source)
    if found is None:
        raise SourceNotFoundError.of("source", source, live.search.near(source, "source"))
    rows = session.exec(
        select(Citation)
        .where(Citation.source_id == source)
        .order_by(col(Citation.record_kind), col(Citation.record_id))
    ).all()
    return SourceRead(
        **found.model_dump(),
        cited_by=[CitedBy(kind=row.record_kind, id=row.record_id) for row in rows],
    )
