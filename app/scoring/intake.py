"""Usual intake against the Estimated Average Requirement, for one person.

The method of the DRI committee (Institute of Medicine 2000, Dietary Reference Intakes: Applications
in Dietary Assessment, chapter 3 and appendix B; <http://www.nap.edu/openbook.php?record_id=9956&page=54>):

    z = (mean intake - EAR) / sqrt(SD_requirement^2 + SD_within^2 / n)

and the probability that the intake falls short is the normal distribution's at -z. Limits that the
committee sets and that are kept: a nutrient with an Adequate Intake only gets no probability; iron
needs are skewed; vitamins A, B12, C and E vary too much from day to day (page 46). Of the rest,
`SD_requirement` is the published coefficient of variation times the EAR (Essential Guide 2006,
appendix H). `SD_within` was not found for every nutrient and age, so one rule of our own stands in:
40 % of the EAR a day, over n = 7 days. The committee's example has 86 mg for magnesium against an
EAR of 265 mg, which is 32 %.

A list of foods is seldom all that somebody eats. It counts as low intake only where it adds up to
60 % of the energy that a sedentary person of that age and sex needs (Dietary Guidelines for
Americans 2015-2020, appendix 2), and where nearly all of that energy comes from foods whose content
is known. What is enough already counts as enough whatever else is eaten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import erf, log, sqrt

from app.scoring.evidence import Evidence, EvidenceKind
from app.scoring.knowledge import Knowledge, Person
from app.scoring.likelihood import Estimate
from app.scoring.settling import INTAKE_GROUP
from app.vocabulary import Basis, CauseKind, Grade, Sex

# Coefficient of variation of the requirement; 10 % where nothing else was found.
USUAL_VARIATION = 0.10
REQUIREMENT_VARIATION: Mapping[str, float] = {
    "niacin": 0.15,
    "copper": 0.15,
    "molybdenum": 0.15,
    "iodine": 0.20,
    "protein": 0.12,
    # Half the way from EAR to RDA, which is two standard deviations: 100 and 130 g (IOM 2005).
    "carbohydrate": 0.15,
    # The same: 10 and 15 ug (IOM 2011).
    "vitamin-d": 0.25,
}
NOT_JUDGED = frozenset(("iron", "vitamin-a", "vitamin-b12", "vitamin-c", "vitamin-e"))
WITHIN_VARIATION = 0.40
DAYS = 7
ENERGY_SHARE_NEEDED = 0.60
EVEN = 0.5
KNOWN_SHARE_NEEDED = 0.80
# Certainly short, or certainly enough, is worth this odds ratio: that of the class "moderate".
CERTAIN_ODDS_RATIO = Estimate(value=3.0, low=1.5, high=5.0)
SOURCES = ("own-expert-range",)
# Energy need in kcal a day of sedentary people: (from age, female, male).
ENERGY_NEEDS: tuple[tuple[float, float, float], ...] = (
    (2, 1000, 1000),
    (4, 1200, 1200),
    (6, 1200, 1400),
    (9, 1400, 1600),
    (12, 1600, 1800),
    (14, 1800, 2000),
    (16, 1800, 2400),
    (19, 2000, 2600),
    (21, 2000, 2400),
    (26, 1800, 2400),
    (41, 1800, 2200),
    (51, 1600, 2200),
    (61, 1600, 2000),
)
ENERGY_NEED_UNKNOWN_PERSON = 2000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NutrientIntake:
    """Usual daily intake of one nutrient from the listed foods, in the unit of its EAR.

    `known_share` is the share of the listed energy that comes from foods whose content of this
    nutrient is known; `ear` is None where none is set for the person's life stage.
    """

    nutrient: str
    amount: float
    ear: float | None
    known_share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What the listed foods give in a day."""

    energy_kcal: float
    nutrients: tuple[NutrientIntake, ...] = ()


def energy_need(person: Person) -> float | None:
    """Give a low estimate of the person's energy need in kcal a day; None below two years."""
    if person.age_years is None:
        return ENERGY_NEED_UNKNOWN_PERSON
    need = None
    for from_age, female, male in ENERGY_NEEDS:
        if person.age_years >= from_age:
            by_sex = {Sex.FEMALE: female, Sex.MALE: male, None: (female + male) / 2}
            need = by_sex[person.sex]
    return need


def energy_share(intake: Intake, person: Person) -> float | None:
    """Give the share of the energy need that the listed foods cover; None where it isn't known."""
    need = energy_need(person)
    return None if need is None else intake.energy_kcal / need


def shortfall_probability(*, nutrient: str, amount: float, ear: float, days: int = DAYS) -> float:
    """Give the probability that a usual intake is below the person's own requirement.

    Args:
        nutrient: Its id, for the variation of its requirement.
        amount: Mean intake in the unit of `ear`.
        ear: Estimated Average Requirement of the person's life stage.
        days: How many days of records the mean is of.
    """
    requirement = REQUIREMENT_VARIATION.get(nutrient, USUAL_VARIATION) * ear
    within = WITHIN_VARIATION * ear
    z = (amount - ear) / sqrt(requirement**2 + within**2 / days)
    return (1 - erf(z / sqrt(2))) / 2


def intake_evidence(
    knowledge: Knowledge, intake: Intake, *, person: Person
) -> Iterator[tuple[str, Evidence]]:
    """Give what the usual intake says, as pairs of cause and evidence."""
    deficiencies = {
        cause.nutrient: cause.id for cause in knowledge.causes.values() if cause.kind is CauseKind.DEFICIENCY
    }
    for item in sorted(intake.nutrients, key=lambda item: item.nutrient):
        cause = deficiencies.get(item.nutrient)
        if cause is None or item.ear is None or item.nutrient in NOT_JUDGED:
            continue
        chance = shortfall_probability(nutrient=item.nutrient, amount=item.amount, ear=item.ear)
        if chance < EVEN or is_complete(item, intake, person):
            yield cause, _piece(item.nutrient, chance)


def is_complete(item: NutrientIntake, intake: Intake, person: Person) -> bool:
    """Tell whether what the listed foods give of a nutrient can be taken for all that is eaten of it."""
    share = energy_share(intake, person)
    return share is not None and share >= ENERGY_SHARE_NEEDED and item.known_share >= KNOWN_SHARE_NEEDED


def _piece(nutrient: str, chance: float) -> Evidence:
    """Between "certainly enough" and "certainly short" the weight runs in a straight line."""
    lean = 2 * chance - 1
    ends = sorted((lean * log(CERTAIN_ODDS_RATIO.low), lean * log(CERTAIN_ODDS_RATIO.high)))
    weight = Estimate(value=lean * log(CERTAIN_ODDS_RATIO.value), low=ends[0], high=ends[1])
    return Evidence(
        kind=EvidenceKind.INTAKE,
        id=nutrient,
        counted_as=nutrient,
        group=INTAKE_GROUP,
        weight=weight,
        listed=weight.value,
        grade=Grade.D,
        basis=Basis.STATED_RULE,
        sources=SOURCES,
        mechanism=(
            f"The foods listed leave a chance of {round(100 * chance)} in 100 that usual intake is "
            "below what this person needs."
        ),
        note=f"{chance:.3f}",
    )


def intake_notes(intake: Intake, *, person: Person) -> Iterator[str]:
    """Say what of the foods listed could not be judged."""
    share = energy_share(intake, person)
    if share is None:
        yield "The foods listed were not judged: there is no energy need for ages below two here."
    elif share < ENERGY_SHARE_NEEDED:
        yield (
            f"The foods listed cover about {round(100 * share)} % of a day's energy. "
            "They were not taken as low intake of anything."
        )
    left_out = sorted({item.nutrient for item in intake.nutrients} & NOT_JUDGED)
    if left_out:
        yield f"Usual intake of {', '.join(left_out)} was not scored: the method does not fit."
