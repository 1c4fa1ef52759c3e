"""`/v1/assess`: rank what could be behind symptoms, with triage."""

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter
from sqlmodel import Session

from app.assessment import service
from app.assessment.batch import answer_batch
from app.assessment.errors import ContradictorySymptomsError, UnknownSymptomError
from app.assessment.requests import AssessmentRequest, BatchRequest
from app.assessment.schemas import AssessmentRead, BatchRead
from app.live import LiveDep, SessionDep
from app.problems import InvalidJsonError, InvalidRequestError, UnsupportedMediaTypeError

router = APIRouter(tags=["assessment"])
ANSWER = TypeAdapter(AssessmentRead)


@router.post(
    "/assess",
    response_model=AssessmentRead,
    responses=InvalidRequestError.declared(
        UnknownSymptomError,
        ContradictorySymptomsError,
        InvalidJsonError,
        UnsupportedMediaTypeError,
    ),
    summary="Assess symptoms",
)
def assess(body: AssessmentRequest, live: LiveDep) -> Response:
    """Give a triage level and one ranked, explained list of what could be behind the symptoms.

    Nutrients, everyday triggers, what must be ruled out and "nothing is missing" share the list.
    Stateless: what is sent is scored and forgotten.
    """
    # All in one thread, down to the bytes: handing over between threads would cost more than it does.
    with Session(live.content) as session:
        content = ANSWER.dump_json(service.answer(body, session=session, live=live))
    return Response(content, media_type="application/json", headers={"Cache-Control": "no-store"})


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
