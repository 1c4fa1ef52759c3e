"""`/v1/assess`: rank what could be behind symptoms, with triage."""

from fastapi import APIRouter, Response

from app.assessment import service
from app.assessment.errors import ContradictorySymptomsError, UnknownSymptomError
from app.assessment.requests import AssessmentRequest
from app.assessment.schemas import AssessmentRead
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
    return service.answer(
        body,
        session=session,
        knowledge=live.knowledge,
        lexicon=live.lexicon,
        release=live.release,
    )
