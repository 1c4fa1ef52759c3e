"""Upper levels, and what of the listed foods counts towards them.

Some upper levels cover only a part of what is eaten: supplements (magnesium), or added forms (niacin,
folate, vitamin E), or one form (vitamin A: retinol). They are compared with that part where food data
tell it apart, and else not at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.assessment.eaten import Eaten
from app.assessment.shelf import Figure, Shelf
from app.scoring.knowledge import Person
from app.units import MONTHS_A_YEAR

# The part that counts, as a nutrient of the food data.
COUNTED_PART = {"vitamin-a": "retinol", "folate": "folic-acid"}
# So begins the note of an upper level that does not cover all sources.
PARTIAL = "UL applies to"
MEASURES = ("UL", "CDRR")
# Nobody is advised to eat more salt; water and fluoride come from the tap rather than from foods.
NOT_ADVISED = frozenset(("sodium", "chloride", "water", "fluoride"))
# What an infant eats is not for a list of foods.
LEAST_MONTHS = 12
# Where a level is passed already, a food may still add this share of it.
NEGLIGIBLE_SHARE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """An upper level of a person; `value` and `eaten` are amounts of `part` in the unit of the foods."""

    nutrient: str
    figure: Figure
    # What is counted in foods; None where they do not tell it apart.
    part: str | None
    value: float | None
    eaten: float | None

    @property
    def exceeded(self) -> bool | None:
        """Tell whether the listed foods are above it; None where that can't be compared."""
        if self.value is None or self.eaten is None:
            return None
        return self.eaten > self.value

    def allows(self, added: float) -> bool:
        """Tell whether an amount more of `part` may be advised."""
        if self.value is None or (self.eaten or 0.0) + added <= self.value:
            return True
        return bool(self.exceeded) and added <= NEGLIGIBLE_SHARE * self.value


def all_allow(limits: Iterable[Limit], content: Mapping[str, float], grams: float) -> bool:
    """Tell whether so much of a food stays below all upper levels; `content` is per 100 g, by nutrient."""
    return all(limit.allows(content.get(limit.part or "", 0.0) * grams / 100) for limit in limits)


def may_be_advised(person: Person) -> bool:
    """Tell whether foods are suggested to a person of this age."""
    return person.age_years is None or person.age_years * MONTHS_A_YEAR >= LEAST_MONTHS


def limits_of(nutrient: str, shelf: Shelf, person: Person, listed: Eaten) -> dict[str, Limit]:
    """Give the upper levels of a nutrient by measure; the lowest where several may hold."""
    found = {}
    for measure in MEASURES:
        figures = shelf.figures_of(nutrient, person, (measure,))
        if figures:
            figure = min(figures, key=lambda one: one.value)
            found[measure] = _limit(nutrient, figure, shelf, listed)
    return found


def all_limits(shelf: Shelf, person: Person, listed: Eaten) -> Iterator[Limit]:
    """Give every upper level that can be compared with foods."""
    for nutrient in sorted(shelf.figures):
        for limit in limits_of(nutrient, shelf, person, listed).values():
            if limit.value is not None:
                yield limit


def _limit(nutrient: str, figure: Figure, shelf: Shelf, listed: Eaten) -> Limit:
    part: str | None = nutrient
    if (figure.note or "").startswith(PARTIAL):
        part = COUNTED_PART.get(nutrient)
    value = None if part is None else shelf.in_food_unit(part, figure.value, figure.unit, figure.unit_basis)
    given = None if part is None or value is None else listed.given(part)
    return Limit(
        nutrient=nutrient,
        figure=figure,
        part=part,
        value=value,
        eaten=None if given is None else given.value,
    )
