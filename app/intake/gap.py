"""Everyday foods that would close a gap: they fit the diet, and take nobody above an upper level."""

from sqlmodel import Session

from app.assessment.eaten import Eaten
from app.assessment.limits import NOT_ADVISED, all_allow, all_limits, may_be_advised
from app.assessment.personal import avoided_by
from app.assessment.shelf import Shelf
from app.assessment.telling import grams_of, portion_words
from app.foods.naming import plain_name
from app.foods.queries import RankedFood
from app.foods.schemas import AmountRead
from app.foods.variety import varied
from app.intake.schemas import GapFoodRead
from app.scoring.knowledge import Person
from app.values import told_figure
from app.vocabulary import Diet

# Of the foods richest in a nutrient so many are looked at.
LOOKED_AT = 20


class GapCloser:
    """Finds foods for one person who eats what is listed."""

    def __init__(
        self, session: Session, shelf: Shelf, *, person: Person, diet: Diet | None, listed: Eaten, most: int
    ) -> None:
        self.session, self.shelf, self.diet = session, shelf, diet
        self.avoided = avoided_by(person, diet, ())
        self.most = most if may_be_advised(person) else 0
        self.limits = list(all_limits(shelf, person, listed)) if self.most else []

    def foods(self, nutrient: str, gap: float) -> list[GapFoodRead]:
        """Give foods any one of which holds what is missing, least needed first."""
        if not self.most or nutrient in NOT_ADVISED:
            return []
        rows = self.shelf.foods_of(self.session, nutrient, self.diet, self.avoided)[:LOOKED_AT]
        found = [
            (told_figure(grams / grams_of(row)), row.food.id, row, grams)
            for row in rows
            if (grams := self.grams_needed(row, gap)) is not None and self.is_within_limits(row, grams)
        ]
        found.sort(key=lambda one: one[:2])
        # The fewer portions are needed, the richer; one portion is enough.
        ranked = [(row.food, 1 / portions) for portions, _, row, _ in found]
        return [
            self.food(found[place][2], nutrient, found[place][3])
            for place in varied(ranked, self.most, enough=1.0)
        ]

    @staticmethod
    def grams_needed(row: RankedFood, gap: float) -> float | None:
        """Give how much of a food closes the gap; None where it holds nothing of the nutrient."""
        return 100 * gap / row.counted.per_100_g if row.counted.per_100_g > 0 else None

    def is_within_limits(self, row: RankedFood, grams: float) -> bool:
        """Tell whether so much of a food, or a portion if that is more, stays below all upper levels."""
        if row.portion is not None:
            grams = max(grams, row.portion.gram_weight)
        return all_allow(self.limits, self.shelf.contents[row.food.id], grams)

    def food(self, row: RankedFood, nutrient: str, grams: float) -> GapFoodRead:
        """Tell of one food."""
        unit, basis = self.shelf.counted_in(nutrient) or ("", None)
        portion, energy = row.portion, row.energy_kcal
        return GapFoodRead(
            id=row.food.id,
            name=row.food.description,
            plain_name=plain_name(row.food.description),
            portion=portion_words(portion) if portion is not None else None,
            gram_weight=portion.gram_weight if portion is not None else None,
            per_portion=(
                AmountRead(
                    value=told_figure(row.counted.per_100_g * portion.gram_weight / 100),
                    unit=unit,
                    unit_basis=basis,
                )
                if portion is not None
                else None
            ),
            portions_needed=told_figure(grams / portion.gram_weight) if portion is not None else None,
            grams_needed=told_figure(grams),
            energy_kcal=told_figure(energy * grams / 100) if energy is not None else None,
        )
