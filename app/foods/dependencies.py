"""Look-ups of foods, each with its 404, and the checked filters on them."""

from difflib import get_close_matches
from typing import Annotated

from fastapi import Depends, Path, Query

from app.foods import queries
from app.foods.models import Food, FoodDiet
from app.foods.shelf import FoodFilter
from app.live import LiveDep, SessionDep
from app.patterns import NO_NUL
from app.problems import InvalidRequestError, NotFoundError, ProblemPart


class FoodNotFoundError(NotFoundError):
    """No food bears the FDC id asked for."""

    slug, title = "food-not-found", "No such food"
    what_to_do = "Food ids are FDC ids; /v1/foods?q= finds them by name."


def food_or_404(
    session: SessionDep,
    food: Annotated[int, Path(ge=1, le=2**31 - 1, description="FDC id of the food.", examples=[170556])],
) -> Food:
    """Give a food by its FDC id."""
    found = queries.food_by_id(session, food)
    if found is None:
        raise FoodNotFoundError(f"There is no food with FDC id {food}.")
    return found


FoodDep = Annotated[Food, Depends(food_or_404)]


async def food_filter(
    live: LiveDep,
    category: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=64,
            pattern=NO_NUL,
            description="USDA food category, for example `Nut and Seed Products`.",
        ),
    ] = None,
    diet: Annotated[FoodDiet | None, Query(description="Only foods that fit this diet.")] = None,
    everyday: Annotated[
        bool | None,
        Query(description="Only ordinary foods, without brands, restaurant dishes, baby foods."),
    ] = None,
) -> FoodFilter:
    """Read and check the filters."""
    if category is not None:
        known = live.foods.categories
        if category not in known:
            part = ProblemPart(
                pointer="?category",
                detail="There is no such USDA category.",
                suggestions=get_close_matches(category, known, n=3, cutoff=0.3),
            )
            raise InvalidRequestError("The category is not known.", errors=[part])
    return FoodFilter(category=category, diet=diet, everyday=everyday)


FoodFilterDep = Annotated[FoodFilter, Depends(food_filter)]
