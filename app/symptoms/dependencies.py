"""Look-ups of symptoms, each with its 404."""

from typing import Annotated

from fastapi import Depends

from app.live import LiveDep, SessionDep
from app.lookups import absent
from app.problems import NotFoundError
from app.schemas import SlugPath
from app.symptoms import queries
from app.symptoms.models import Symptom


class SymptomNotFoundError(NotFoundError):
    """No symptom bears the id asked for."""

    slug, title = "symptom-not-found", "No such symptom"
    what_to_do = "Ids are listed by /v1/symptoms; /v1/search?q= finds them by everyday words."


def symptom_or_404(session: SessionDep, live: LiveDep, symptom: SlugPath) -> Symptom:
    """Give a symptom by its id."""
    found = queries.symptom_by_id(session, symptom)
    if found is None:
        raise absent(SymptomNotFoundError, "symptom", symptom, live)
    return found


SymptomDep = Annotated[Symptom, Depends(symptom_or_404)]
