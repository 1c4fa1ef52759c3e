"""`POST /v1/intake`: add up, compare, tell. Nothing of the request is kept.

The probability is that of `app.scoring.intake`, which `/v1/assess` uses as well.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.assessment.eaten import ENERGY, NO_FOOD, Eaten, Given, eaten, unmatched_food
from app.assessment.limits import Limit, limits_of, may_be_advised
from app.assessment.personal import avoided_by, food_notes
from app.assessment.schemas import UnmatchedRead
from app.assessment.shelf import Figure, Shelf
from app.assessment.telling import RECOMMENDATION, plain_note
from app.assessment.texts import DISCLAIMER, INFANT_FOODS
from app.assessment.understanding import person_of
from app.expansion.members import named_ids
from app.expansion.queries import expanded
from app.foods.models import Food, FoodPortion
from app.foods.schemas import AmountRead
from app.intake import texts
from app.intake.gap import GapCloser
from app.intake.schemas import (
    CompletenessRead,
    EnergyRead,
    FigureRead,
    IntakeRead,
    IntakeRequest,
    IntakeStatus,
    LimitRead,
    NutrientIntakeRead,
    UsualIntakeRead,
)
from app.live import Live
from app.problems import InvalidRequestError, ProblemPart, counted
from app.reference_intakes.queries import INTAKE_OF
from app.scoring.engine import MODEL_VERSION
from app.scoring.intake import (
    ENERGY_SHARE_NEEDED,
    NOT_JUDGED,
    Intake,
    energy_need,
    energy_share,
    is_complete,
    shortfall_probability,
)
from app.scoring.knowledge import Person
from app.values import told_figure
from app.vocabulary import Diet

ENOUGH_FROM = 0.85
SHORT_UP_TO = 0.15
WHOLE = 100.0
# The AI of the first months counts preformed niacin only, though its unit says equivalents.
OTHERWISE_COUNTED = "preformed niacin"
PROBABILITY_DIGITS = 4
FEW_DAYS = 3
PLANT_DIETS = frozenset((Diet.VEGAN, Diet.VEGETARIAN))


def answer(body: IntakeRequest, *, session: Session, live: Live) -> IntakeRead:
    """Answer one request.

    Raises:
        InvalidRequestError: a nutrient id is unknown.
    """
    person = person_of(body.profile)
    nutrients = _wanted(body.options.nutrients, live, person)
    listed, unmatched = _listed(body, session)
    judge = Judge(body, session, live.shelf, person, listed)
    need, energy = energy_need(person), listed.energy_kcal
    stages = live.shelf.stages_of(person)
    found = IntakeRead(
        life_stage=stages[0] if len(stages) == 1 else None,
        life_stage_name=live.shelf.stage_names[stages[0]] if len(stages) == 1 else None,
        days=body.days,
        nutrients=[judge.tell(nutrient) for nutrient in nutrients],
        energy=EnergyRead(
            value=told_figure(energy),
            unit="kcal",
            need=need,
            share_of_need=told_figure(energy / need) if need is not None else None,
            foods_unknown=sum(ENERGY not in found for found in listed.amounts.values()),
        ),
        unmatched=unmatched,
        notes=list(_notes(body, person, listed, nutrients, stages)),
        disclaimer=DISCLAIMER,
        content_release=live.release,
        model_version=MODEL_VERSION,
    )
    if body.options.expand:
        found.expanded = expanded(session, named_ids(found, frozenset(body.options.expand)))
    return found


def _wanted(asked: Sequence[str] | None, live: Live, person: Person) -> list[str]:
    """Give the nutrients to tell of: those asked for, or those with a recommendation."""
    shelf = live.shelf
    if asked is None:
        return [
            nutrient
            for nutrient in sorted(shelf.figures)
            if shelf.figures_of(nutrient, person, RECOMMENDATION)
        ]
    asked = [live.merged.current("nutrient", nutrient) for nutrient in asked]
    parts = [
        ProblemPart(
            pointer=f"/options/nutrients/{place}",
            detail="There is no such nutrient; ids are listed by /v1/nutrients and /v1/rda.",
            suggestions=live.search.near(nutrient, "nutrient"),
        )
        for place, nutrient in enumerate(asked)
        if nutrient not in shelf.names
    ]
    if parts:
        raise InvalidRequestError(f"{counted(len(parts), 'nutrient id')} unknown.", errors=parts)
    return sorted(set(asked))


def _listed(body: IntakeRequest, session: Session) -> tuple[Eaten, list[UnmatchedRead]]:
    """Add up the listed foods; give those that could not be counted as well."""
    weights = _portion_weights(session, body)
    grams: list[tuple[int, float]] = []
    reasons: dict[int, str] = {}
    for entry in body.foods:
        weight = weights.get(entry.food)
        if entry.grams_per_day is not None:
            grams.append((entry.food, entry.grams_per_day))
        elif entry.portions_per_day is not None and weight is not None:
            grams.append((entry.food, entry.portions_per_day * weight))
        else:
            reasons[entry.food] = texts.NO_PORTION if entry.food in weights else NO_FOOD
    listed = eaten(session, grams)
    reasons |= dict.fromkeys(listed.unknown, NO_FOOD)
    return listed, [unmatched_food(food, reasons[food]) for food in sorted(reasons)]


def _portion_weights(session: Session, body: IntakeRequest) -> dict[int, float | None]:
    """Give the weight of the typical portion, None where there is none, nothing where there is no food."""
    wanted = sorted({entry.food for entry in body.foods if entry.portions_per_day is not None})
    if not wanted:
        return {}
    query = (
        select(Food.id, FoodPortion.gram_weight)
        .join(
            FoodPortion,
            (col(FoodPortion.food_id) == Food.id) & col(FoodPortion.typical).is_(True),
            isouter=True,
        )
        .where(col(Food.id).in_(wanted))
    )
    return dict(session.exec(query).all())


def _notes(
    body: IntakeRequest, person: Person, listed: Eaten, nutrients: Sequence[str], stages: Sequence[str]
) -> Iterator[str]:
    """Say what to know about the answer as a whole."""
    yield texts.LISTED_ONLY
    if body.days < FEW_DAYS:
        yield texts.FEW_DAYS
    if len(stages) != 1:
        yield texts.ADULT_RANGE
    share = energy_share(Intake(energy_kcal=listed.energy_kcal), person)
    if share is None:
        yield texts.INFANT_ENERGY
    elif share < ENERGY_SHARE_NEEDED:
        yield texts.SMALL_LIST.format(percent=round(100 * share))
    if any(ENERGY not in found for found in listed.amounts.values()):
        yield texts.ENERGY_UNKNOWN
    if not may_be_advised(person):
        yield INFANT_FOODS
    diet = body.profile.diet
    yield from food_notes(diet, avoided_by(person, diet, ()))
    if "iron" in nutrients and diet in PLANT_DIETS:
        yield texts.IRON_DIET
    if "niacin" in nutrients:
        yield texts.NIACIN
    if any(nutrient in INTAKE_OF for nutrient in nutrients):
        yield texts.ALA


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the intake of a nutrient means."""

    status: IntakeStatus
    probability: float | None = None
    lower_bound: bool = False
    reason: str | None = None


class Judge:
    """Judges what one person eats, nutrient by nutrient."""

    def __init__(
        self, body: IntakeRequest, session: Session, shelf: Shelf, person: Person, listed: Eaten
    ) -> None:
        self.shelf, self.person, self.listed, self.days = shelf, person, listed, body.days
        self.diet = body.profile.diet
        self.closer = GapCloser(
            session,
            shelf,
            person=person,
            diet=body.profile.diet,
            listed=listed,
            most=body.options.foods_to_close_gap,
        )

    def tell(self, asked: str) -> NutrientIntakeRead:
        """Tell of one nutrient."""
        nutrient = INTAKE_OF.get(asked, asked)
        given = self.listed.given(nutrient)
        figures = self.shelf.figures_of(nutrient, self.person, RECOMMENDATION)
        whole = self.comparable(nutrient, figures, max)
        percent = 100 * given.value / whole if given is not None and whole else None
        limits = limits_of(nutrient, self.shelf, self.person, self.listed)
        verdict = self.verdict(nutrient, given, percent, limits)
        missing = whole - given.value if given is not None and whole is not None else 0.0
        ul, cdrr = limits.get("UL"), limits.get("CDRR")
        return NutrientIntakeRead(
            nutrient=asked,
            name=self.shelf.names[asked],
            intake=self.usual_intake(nutrient, given),
            ear=_figure(self.shelf.figures_of(nutrient, self.person, ("EAR",))),
            recommended=_figure(figures),
            ul=self.limit(ul) if ul is not None else None,
            cdrr=self.limit(cdrr) if cdrr is not None else None,
            percent_of_recommended=told_figure(percent) if percent is not None else None,
            probability_of_adequacy=(
                round(verdict.probability, PROBABILITY_DIGITS) if verdict.probability is not None else None
            ),
            probability_is_lower_bound=verdict.lower_bound,
            not_judged_because=verdict.reason,
            status=verdict.status,
            explanation=_explanation(verdict.status, limits, percent),
            completeness=self.completeness(given),
            gap=self.amount(nutrient, missing) if missing > 0 else None,
            foods=self.closer.foods(nutrient, missing) if missing > 0 else [],
        )

    def comparable(
        self, nutrient: str, figures: Sequence[Figure], pick: Callable[[Iterable[float]], float]
    ) -> float | None:
        """Give the highest or lowest figure in the unit of the foods; None where it counts something else."""
        values = [
            None
            if (figure.note or "").startswith(OTHERWISE_COUNTED)
            else self.shelf.in_food_unit(nutrient, figure.value, figure.unit, figure.unit_basis)
            for figure in figures
        ]
        known = [value for value in values if value is not None]
        return pick(known) if known and len(known) == len(values) else None

    def verdict(
        self, nutrient: str, given: Given | None, percent: float | None, limits: dict[str, Limit]
    ) -> Verdict:
        """Judge an intake: first limits, then probability, then the requirement and the recommendation."""
        if given is None:
            return Verdict(status=IntakeStatus.UNKNOWN, reason=texts.EXPLANATION[IntakeStatus.UNKNOWN])
        ear = self.shelf.ear_of(nutrient, self.person)
        reason = self.no_probability(nutrient, ear)
        intake = Intake(energy_kcal=self.listed.energy_kcal)
        complete = is_complete(self.listed.item(nutrient, given, ear), intake, self.person)
        probability = None
        if ear is not None and reason is None:
            probability = 1 - shortfall_probability(
                nutrient=nutrient, amount=given.value, ear=ear, days=self.days
            )
        if any(limit.exceeded for limit in limits.values()):
            status = IntakeStatus.ABOVE_LIMIT
        elif probability is not None:
            status = _status(probability, complete)
        elif percent is not None and percent >= WHOLE * self.factor(nutrient):
            status = IntakeStatus.MEETS_RECOMMENDATION
        elif self.is_below_ear(nutrient, given):
            status = IntakeStatus.BELOW_EAR if complete else IntakeStatus.INCOMPLETE
        elif self.shelf.figures_of(nutrient, self.person, RECOMMENDATION):
            status = IntakeStatus.NOT_JUDGED
        else:
            status = IntakeStatus.NO_REFERENCE
        return Verdict(
            status=status,
            probability=probability,
            lower_bound=probability is not None and not (complete and self.is_whole(given)),
            reason=reason,
        )

    def factor(self, nutrient: str) -> float:
        """Give by how much more of a nutrient is needed with the person's diet than is recommended."""
        return texts.IRON_FACTOR if nutrient == "iron" and self.diet in PLANT_DIETS else 1.0

    def is_below_ear(self, nutrient: str, given: Given) -> bool:
        """Tell whether an intake is below every EAR that may hold."""
        figures = self.shelf.figures_of(nutrient, self.person, ("EAR",))
        lowest = self.comparable(nutrient, figures, min)
        return lowest is not None and given.value < lowest

    def no_probability(self, nutrient: str, ear: float | None) -> str | None:
        """Say why there is no probability of adequacy; None where there is one."""
        figures = self.shelf.figures_of(nutrient, self.person, ("EAR",))
        if not figures:
            recommended = self.shelf.figures_of(nutrient, self.person, RECOMMENDATION)
            return texts.AI_ONLY if recommended else texts.NO_REFERENCE
        if nutrient in NOT_JUDGED:
            return texts.NO_NORMAL.get(nutrient, texts.METHOD)
        if ear is not None:
            return None
        if any(figure.unit == "g/kg" for figure in figures):
            return texts.PER_WEIGHT
        return texts.DEPENDS if len({figure.value for figure in figures}) > 1 else texts.OTHER_UNIT

    def is_whole(self, given: Given) -> bool:
        """Tell whether the amount is known of every listed food."""
        return given.foods_known == len(self.listed.amounts)

    def usual_intake(self, nutrient: str, given: Given | None) -> UsualIntakeRead | None:
        """Tell what the listed foods give."""
        if given is None:
            return None
        amount = self.amount(nutrient, given.value)
        return UsualIntakeRead(**amount.model_dump(), is_lower_bound=not self.is_whole(given))

    def amount(self, nutrient: str, value: float) -> AmountRead:
        """Tell an amount in the unit of the foods."""
        unit, basis = self.shelf.counted_in(nutrient) or ("", None)
        return AmountRead(value=told_figure(value), unit=unit, unit_basis=basis)

    def completeness(self, given: Given | None) -> CompletenessRead:
        """Tell what an amount rests on."""
        share = 0.0 if given is None else given.known_share
        return CompletenessRead(
            share_of_energy=told_figure(share) if self.listed.energy_kcal else None,
            foods_known=given.foods_known if given is not None else 0,
            foods_listed=len(self.listed.amounts),
        )

    def limit(self, limit: Limit) -> LimitRead:
        """Tell of an upper level."""
        figure = limit.figure
        is_ul = figure.measure == "UL"
        return LimitRead(
            measure="UL" if is_ul else "CDRR",
            value=figure.value,
            unit=figure.unit,
            unit_basis=figure.unit_basis,
            covers=plain_note(figure.note) or texts.ALL_SOURCES,
            compared_with=(
                self.amount(limit.part, limit.eaten)
                if limit.part is not None and limit.eaten is not None
                else None
            ),
            exceeded=limit.exceeded,
            sources=[figure.source],
        )


def _status(probability: float, complete: bool) -> IntakeStatus:
    """Put a probability of adequacy into words; what is enough stays enough whatever else is eaten."""
    if probability >= ENOUGH_FROM:
        return IntakeStatus.ENOUGH
    if not complete:
        return IntakeStatus.INCOMPLETE
    return IntakeStatus.SHORT if probability <= SHORT_UP_TO else IntakeStatus.UNCERTAIN


def _explanation(status: IntakeStatus, limits: dict[str, Limit], percent: float | None) -> str:
    if status is IntakeStatus.ABOVE_LIMIT and not (limits.get("UL") and limits["UL"].exceeded):
        return texts.ABOVE_CDRR
    if status is IntakeStatus.NOT_JUDGED and percent is None:
        return texts.NOT_COMPARED
    if status is IntakeStatus.NOT_JUDGED and percent is not None and percent >= WHOLE:
        return texts.IRON_OF_PLANTS
    return texts.EXPLANATION[status]


def _figure(figures: Sequence[Figure]) -> FigureRead | None:
    """Tell a reference intake, or the range over the life stages that may hold."""
    if not figures:
        return None
    first, values = figures[0], sorted({figure.value for figure in figures})
    return FigureRead(
        measure=first.measure,
        value=values[0] if len(values) == 1 else None,
        low=values[0],
        high=values[-1],
        unit=first.unit,
        unit_basis=first.unit_basis,
        note=plain_note(first.note),
        sources=sorted({figure.source for figure in figures}),
    )
