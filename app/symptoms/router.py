"""`/v1/symptoms`: all that a partner needs to render a page, and the language of symptoms."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from starlette.convertors import StringConvertor, register_url_convertor

from app.causes import queries as cause_queries
from app.content import faq, key_points
from app.language.parse import parse_symptoms
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep, FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import known_filter, looked_up
from app.patterns import SLUG
from app.problems import (
    InvalidCursorError,
    InvalidJsonError,
    MethodNotAllowedError,
    UnsupportedMediaTypeError,
)
from app.schemas import Ref
from app.symptoms import queries
from app.symptoms.dependencies import SymptomDep, SymptomNotFoundError
from app.symptoms.schemas import (
    Mention,
    ParseRead,
    ParseRequest,
    SuggestionRead,
    SymptomPage,
    SymptomRead,
    UnmatchedText,
)
from app.symptoms.summaries import summary
from app.vocabulary import BodySystem, SymptomKind

router = APIRouter(tags=["symptoms"])


class SymptomIdConvertor(StringConvertor):
    """Takes what may be an id, and not `parse`: else that path would seem to be there for GET too."""

    regex = "(?!parse$)[^/]+"


register_url_convertor("symptom_id", SymptomIdConvertor())


@router.get(
    "/symptoms",
    response_model=SymptomPage,
    responses=InvalidCursorError.declared(),
    summary="List symptoms",
)
def list_symptoms(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    expand: ExpandDep,
    q: QueryText = None,
    body_system: Annotated[BodySystem | None, Query(description="Of this body system.")] = None,
    kind: Annotated[SymptomKind | None, Query(description="Felt, seen or measured.")] = None,
    parent: Annotated[
        str | None,
        Query(
            max_length=64,
            pattern=SLUG,
            description="Only those directly below this wider symptom.",
        ),
    ] = None,
) -> SymptomPage | Response:
    """Give symptoms by name, or the best match for everyday words first."""
    if parent is not None:
        parent = known_filter("parent", "symptom", parent, live.knowledge.symptoms, live)
    rows = queries.symptoms(session, body_system=body_system, kind=kind, parent=parent)
    found = ids.pick(live.search.rank(q, "symptom", rows), "symptom")
    items = [summary(row) for row in paging.slice(found)]
    return paging.page(SymptomPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))


@router.post(
    "/symptoms/parse",
    responses=InvalidJsonError.declared(UnsupportedMediaTypeError),
    summary="Understand everyday words",
)
def parse_text(body: ParseRequest, live: LiveDep, response: Response) -> ParseRead:
    """Find symptoms in a text: lay language, typos and negation. Nothing is stored."""
    response.headers["Cache-Control"] = "no-store"
    result = parse_symptoms(body.text, live.lexicon)
    return ParseRead(
        mentions=[
            Mention(
                text=mention.text,
                start=mention.start,
                end=mention.end,
                symptom=Ref(id=mention.id, name=mention.name),
                present=mention.present,
                confidence=round(mention.confidence, 3),
                qualifiers=list(mention.qualifiers),
                duration_days=mention.duration_days,
            )
            for mention in result.mentions
        ],
        unmatched=[
            UnmatchedText(
                text=part.text,
                start=part.start,
                end=part.end,
                reason=part.reason.value,
                suggestions=[SuggestionRead(id=s.id, name=s.name) for s in part.suggestions],
            )
            for part in result.unmatched
        ],
    )


@router.get(
    "/symptoms/{symptom:symptom_id}",
    response_model=SymptomRead,
    # `parse` stands where an id would, and takes POST only.
    responses=looked_up(SymptomNotFoundError, MethodNotAllowedError),
    summary="Get a symptom",
)
def get_symptom(
    symptom: SymptomDep, session: SessionDep, live: LiveDep, fields: FieldsDep, expand: ExpandDep
) -> SymptomRead | Response:
    """Give everything that a page about a symptom needs."""
    links = cause_queries.links_of_symptom(session, live.knowledge, symptom.id)
    record = SymptomRead(
        **symptom.model_dump(),
        parent=symptom.parent_id,
        wider=[Ref(id=row.id, name=row.name) for row in queries.wider(session, symptom)],
        narrower=[Ref(id=row.id, name=row.name) for row in queries.narrower(session, symptom.id)],
        background_rate=live.knowledge.symptoms[symptom.id].background.value,
        key_points=key_points(session, "symptom", symptom.id),
        faq=faq(session, "symptom", symptom.id),
        nutrients=[link for link in links if link.nutrient is not None],
        other_triggers=[link for link in links if link.nutrient is None],
    )
    record.expanded = expand.of(record)
    return fields.record(record)
