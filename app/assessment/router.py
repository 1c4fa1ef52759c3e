"""`/v1/assess`: rank what could be behind symptoms, with triage."""

from fastapi import APIRouter, Request, Response

from app.assessment import service
from app.assessment.batch import answer_batch
from app.assessment.errors import ContradictorySymptomsError, UnknownSymptomError
from app.assessment.requests import AssessmentRequest, BatchRequest
from app.assessment.schemas import AssessmentRead, BatchRead
from app.database import SessionDep
from app.live import LiveDep
from app.problems import InvalidJsonError, InvalidRequestError, UnsupportedMediaTypeError

router = APIRouter(tags=["assessment"])


@router.post(
    "/assess",
    responses=InvalidRequestError.declared(
        UnknownSymptomError,
        ContradictorySymptomsError,
        InvalidJsonError,
        UnsupportedMediaTypeError,
    ),
    summary="Assess symptoms",
)
def assess(body: AssessmentRequest, session: SessionDep, live: LiveDep, response: Response) -> AssessmentRead:
    """Give a triage level and one ranked, explained list of what could be behind the symptoms.

    Nutrients, everyday triggers, what must be ruled out and "nothing is missing" share the list.
    Stateless: what is sent is scored and forgotten.
    """
    response.headers["Cache-Control"] = "no-store"
    return service.answer(body, session=session, live=live)


@router.post(
    "/assess/batch",
    responses=InvalidRequestError.declared(InvalidJsonError, UnsupportedMediaTypeError),
    summary="Assess up to 100 sets of symptoms",
)
def assess_batch(
    body: BatchRequest, session: SessionDep, live: LiveDep, request: Request, response: Response
) -> BatchRead:
    """Answer each item as `/v1/assess` would, alone.

    An item that doesn't fit the contract, names an unknown symptom or contradicts itself gives a
    problem document in its place; the others are answered. Stateless, as `/v1/assess`.
    """
    response.headers["Cache-Control"] = "no-store"
    request_id = request.scope.get("state", {}).get("request_id", "")
    return BatchRead(
        items=list(
            answer_batch(
                body.items, session=session, live=live, path=request.scope["path"], request_id=request_id
            )
        )
    )
