"""What of a nutrient's interactions concerns one person: their medicines, conditions and life stage.

An interaction is recorded with a class of medicines (`loop-diuretics`); a person names one of it
(`furosemide`). So what a person declares stands for all that it is a member of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.assessment import texts
from app.foods.avoidance import Avoided
from app.foods.models import FoodDiet
from app.schemas import Ref
from app.scoring.knowledge import Knowledge, Person
from app.scoring.priors import active_risk_factors
from app.vocabulary import Diet, Grade, InteractionKind, Severity

MOST_SEVERE_FIRST = (Severity.MAJOR, Severity.MODERATE, Severity.MINOR)
# People to whom no foods rich in a nutrient are named: their own records say that a food, or a change
# of what they eat, can harm, or that their care team sets the diet. Our own rule.
WITHHELD: dict[str, frozenset[str]] = {
    "copper": frozenset({"wilson-disease-diagnosed"}),
    "iron": frozenset({"hemochromatosis"}),
    "phosphorus": frozenset({"chronic-kidney-disease-diagnosed", "dialysis", "refeeding"}),
    "potassium": frozenset({"chronic-kidney-disease-diagnosed", "dialysis"}),
    "protein": frozenset({"chronic-kidney-disease-diagnosed", "dialysis", "phenylketonuria", "refeeding"}),
    "vitamin-k": frozenset({"vitamin-k-antagonists", "anticoagulants-unspecified"}),
}

# Foods that are not named, by what a person declares.
AVOIDED_WITH: dict[str, Avoided] = {
    "celiac-disease-diagnosed": Avoided.GLUTEN,
    "diet-gluten-free": Avoided.GLUTEN,
    "diet-dairy-free": Avoided.MILK,
    "lactose-intolerance": Avoided.MILK,
    "milk-allergy": Avoided.MILK,
}
NOT_CHECKED = frozenset((Diet.KETOGENIC, Diet.LOW_SALT, Diet.RESTRICTIVE))
# Diets that foods are known to fit or not, the strictest first; a person may name one among their habits.
FOOD_DIETS: dict[Diet, FoodDiet] = {
    Diet.VEGAN: "vegan",
    Diet.VEGETARIAN: "vegetarian",
    Diet.PESCATARIAN: "pescatarian",
}
# Younger people are told that portions are those of adults; our own judgement.
PORTIONS_FROM_YEARS = 14
# Younger children can choke on whole nuts and seeds.
WHOLE_NUTS_FROM_YEARS = 5


def named(records: Iterable[Ref]) -> str:
    """Give the names of records, as a sentence holds them."""
    return " and ".join(record.name for record in records)


def diet_of(given: Diet | None, declared: Iterable[str]) -> Diet | None:
    """Give the diet by which foods are picked: the one given, or one named among the habits."""
    if given not in {None, Diet.OMNIVORE}:
        return given
    names = set(declared)
    return next((diet for diet in FOOD_DIETS if f"diet-{diet.value}" in names), given)


def avoided_by(person: Person, diet: Diet | None, declared: Iterable[str]) -> frozenset[Avoided]:
    """Give what foods named to a person must not hold."""
    names = {*declared, *(() if diet is None else (f"diet-{diet.value}",))}
    found = {avoided for name, avoided in AVOIDED_WITH.items() if name in names}
    if person.age_years is not None and person.age_years < WHOLE_NUTS_FROM_YEARS:
        found.add(Avoided.WHOLE_NUTS)
    return frozenset(found)


def food_notes(diet: Diet | None, avoided: frozenset[Avoided]) -> Iterator[str]:
    """Say what the choice of foods does not look at."""
    for one in (Avoided.GLUTEN, Avoided.MILK):
        if one in avoided:
            yield texts.LEFT_OUT.format(what=one.value)
    if diet in NOT_CHECKED:
        yield texts.NOT_CHECKED_DIET


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """How a nutrient and a medication, condition or life stage act on one another."""

    kind: InteractionKind
    other: str
    effect: str
    advice: str
    severity: Severity
    grade: Grade
    spacing_hours: float | None
    sources: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """An interaction with what the person declared that it concerns."""

    interaction: Interaction
    because: list[Ref]

    @property
    def caution(self) -> str:
        """Tell it in a line."""
        return f"{named(self.because)}: {self.interaction.effect} {self.interaction.advice}"


class Declared:
    """What is known of a person, by all that it is a member of."""

    def __init__(self, knowledge: Knowledge, person: Person, risk_factors: Iterable[str]) -> None:
        self.by_id: dict[str, list[Ref]] = defaultdict(list)
        for declared in sorted(active_risk_factors(knowledge, declared=risk_factors, person=person)):
            named = Ref(id=declared, name=knowledge.risk_factors[declared].name)
            current: str | None = declared
            while current is not None:
                self.by_id[current].append(named)
                current = knowledge.risk_factors[current].member_of

    def concerned_by(self, interactions: Iterable[Interaction]) -> list[Personal]:
        """Give the interactions that concern the person, the gravest first."""
        found = [
            Personal(interaction=one, because=self.by_id[one.other])
            for one in interactions
            if one.other in self.by_id
        ]
        return sorted(
            found,
            key=lambda one: (MOST_SEVERE_FIRST.index(one.interaction.severity), one.interaction.other),
        )

    def withheld_for(self, nutrient: str) -> list[Ref]:
        """Give why foods rich in a nutrient are not named to the person; empty where they are."""
        held = sorted(WITHHELD.get(nutrient, frozenset()) & self.by_id.keys())
        return list({one.id: one for other in held for one in self.by_id[other]}.values())
