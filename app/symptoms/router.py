"""`/v1/symptoms`: all that a partner needs to render a page, and the language of symptoms."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from starlette.convertors import StringConvertor, register_url_convertor

from app.causes import queries as cause_queries
from app.content import faq, key_points
from app.database import SessionDep
from app.language.parse import parse_symptoms
from app.live import LiveDep
from app.pagination import PagingDep, QueryText
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
from app.symptoms.models import Symptom
from app.symptoms.schemas import (
    Mention,
    ParseRead,
    ParseRequest,
    SuggestionRead,
    SymptomPage,
    SymptomRead,
    SymptomSummary,
    UnmatchedText,
)
from app.vocabulary import BodySystem, SymptomKind

router = APIRouter(tags=["symptoms"])


class SymptomIdConvertor(StringConvertor):
    """Takes what may be an id, and not `parse`: else that path would seem to be there for GET too."""

    regex = "(?!parse$)[^/]+"


register_url_convertor("symptom_id", SymptomIdConvertor())


def summary(symptom: Symptom) -> SymptomSummary:
    """Tell of a symptom as lists do."""
    return SymptomSummary(**symptom.model_dump(), parent=symptom.parent_id)


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
    rows = queries.symptoms(session, body_system=body_system, kind=kind, parent=parent)
    found = live.search.rank(q, "symptom", rows)
    return paging.page(SymptomPage, [summary(row) for row in paging.slice(found)], len(found))


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
    # `parse` stands where an id would, and takes POST only.
    responses=SymptomNotFoundError.declared(MethodNotAllowedError),
    summary="Get a symptom",
)
def get_symptom(symptom: SymptomDep, session: SessionDep, live: LiveDep) -> SymptomRead:
    """Give everything that a page about a symptom needs."""
    links = cause_queries.links_of_symptom(session, live.knowledge, symptom.id)
    return SymptomRead(
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
