"""`POST /v1/assess/batch`: requests one by one, each with its answer or its problem."""

from collections.abc import Iterator, Sequence

from pydantic import ValidationError
from sqlmodel import Session

from app.assessment.requests import AssessmentRequest
from app.assessment.schemas import BatchItemRead
from app.assessment.service import answer
from app.live import Live
from app.problems import ProblemError, misfit, problem_of


def answer_batch(
    items: Sequence[object], *, session: Session, live: Live, path: str, request_id: str
) -> Iterator[BatchItemRead]:
    """Answer each item; one that is wrong gives a problem in its place.

    Args:
        items: The parts of a JSON body, not checked yet.
        session: Where foods are read.
        live: The content release.
        path: Path of the request, for the problems.
        request_id: Id of the request, for the problems.
    """
    for index, item in enumerate(items):
        try:
            found = answer(_checked(item), session=session, live=live)
        except ProblemError as error:
            for part in error.errors:
                part.pointer = f"/items/{index}{part.pointer}"
            problem = problem_of(error, path=path, request_id=request_id)
            yield BatchItemRead(index=index, assessment=None, problem=problem)
        else:
            yield BatchItemRead(index=index, assessment=found, problem=None)


def _checked(item: object) -> AssessmentRequest:
    """Check one item against the contract.

    Raises:
        InvalidRequestError: it does not fit.
    """
    try:
        return AssessmentRequest.model_validate(item)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
    # Outside of the handler: what was sent must not hang on to the problem.
    raise misfit([{**one, "loc": ("body", *one["loc"])} for one in found], item)
