"""Look-ups of nutrients, each with its 404."""

from typing import Annotated

from fastapi import Depends

from app.live import LiveDep, SessionDep
from app.lookups import absent
from app.nutrients import queries
from app.nutrients.models import Nutrient
from app.problems import NotFoundError
from app.schemas import SlugPath


class NutrientNotFoundError(NotFoundError):
    """No nutrient bears the id asked for."""

    slug, title = "nutrient-not-found", "No such nutrient"
    what_to_do = "Ids are listed by /v1/nutrients; /v1/search?q= finds them by name."


def nutrient_or_404(session: SessionDep, live: LiveDep, nutrient: SlugPath) -> Nutrient:
    """Give a nutrient by its id."""
    found = queries.nutrient_by_id(session, nutrient)
    if found is None:
        raise absent(NutrientNotFoundError, "nutrient", nutrient, live)
    return found


NutrientDep = Annotated[Nutrient, Depends(nutrient_or_404)]
