"""`/v1/intake`: what somebody usually eats against what a person like them needs."""

from fastapi import APIRouter, Response

from app.intake import service
from app.intake.schemas import IntakeRead, IntakeRequest
from app.live import LiveDep, SessionDep
from app.problems import InvalidJsonError, InvalidRequestError, UnsupportedMediaTypeError

router = APIRouter(tags=["intake"])


@router.post(
    "/intake",
    responses=InvalidRequestError.declared(InvalidJsonError, UnsupportedMediaTypeError),
    summary="Judge usual intake",
)
def assess_intake(body: IntakeRequest, session: SessionDep, live: LiveDep, response: Response) -> IntakeRead:
    """Give usual intake, EAR, RDA or AI, UL, probability of adequacy, and foods that close a gap.

    By the method of the DRI committee for one person (IOM 2000). What is unknown of a food is never
    taken for zero. Stateless: what is sent is answered and forgotten.
    """
    response.headers["Cache-Control"] = "no-store"
    return service.answer(body, session=session, live=live)
