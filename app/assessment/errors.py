"""Problems of an assessment that have a kind of their own."""

from http import HTTPStatus

from app.problems import ProblemError


class UnknownSymptomError(ProblemError):
    """A symptom id that the content does not hold."""

    slug, title = "unknown-symptom", "No such symptom"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    what_to_do = (
        "Use ids of /v1/symptoms; `errors` has suggestions. Or send own words as `text`: words that "
        "are not understood never fail a request."
    )


class ContradictorySymptomsError(ProblemError):
    """One symptom was said to be there and not to be there."""

    slug, title = "contradictory-symptoms", "A symptom is both present and absent"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    what_to_do = "Send each symptom once, as present or as absent; `errors` points at the second."
