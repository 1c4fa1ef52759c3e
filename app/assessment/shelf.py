"""What answers show beside the score: texts of causes, recommended intakes, tests and foods.

It changes only with the content release, so `app.live` keeps it with the release; the foods of a
nutrient are read when first asked for. Nothing about a person is kept.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log

from sqlmodel import Session, col, select

from app.assessment.eaten import amounts_of
from app.assessment.personal import FOOD_DIETS, Interaction
from app.causes.models import Cause
from app.foods.avoidance import Avoided, is_avoided
from app.foods.models import FoodDiet
from app.foods.queries import RankedFood, ranked_foods, usual_basis
from app.lab_tests.models import LabTest
from app.nutrients import models as nutrients_tables
from app.nutrients.models import Nutrient
from app.reference_intakes.models import LifeStage, ReferenceIntake
from app.reference_intakes.queries import ADULT_MONTHS, INTAKE_OF, REPRODUCTIVE_MONTHS
from app.schemas import Ref
from app.scoring.knowledge import Knowledge, Person
from app.symptoms.models import Symptom
from app.units import MONTHS_A_YEAR, convert_mass
from app.vocabulary import Diet, InteractionKind, Sex

AUTHORITY = "nasem"
# Foods kept of a nutrient and diet; answers show fewer, of different kinds, and pass some over.
FOODS_KEPT = 200
GRAMS_A_LITRE = 1000
# What food figures count once `foods.queries.counted` has made of them what reference intakes count.
COUNTED_BASIS = {"niacin": "NE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseTexts:
    """What an answer says of a cause beside its score."""

    summary: str
    what_helps: str | None
    ask_doctor: list[str]
    when_to_seek_care: str
    cautions: list[str]
    time_to_improve: str | None
    sources: list[str]
    lab_tests: list[str]
    lab_tests_named: list[Ref]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reference intake of one life stage."""

    life_stage: str
    measure: str
    value: float
    unit: str
    unit_basis: str | None
    note: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A life stage of the authority; ages are completed months."""

    id: str
    sex: str
    age_min_months: int
    age_max_months: int | None
    pregnancy: bool
    lactation: bool


# People whom the same life stages fit: pregnant, lactating, sex, completed months down to a step.
Alike = tuple[bool, bool, Sex | None, int | None]


@dataclass(slots=True, kw_only=True)
class Shelf:
    """What answers of one content release show."""

    causes: dict[str, CauseTexts]
    when_to_seek_care: dict[str, str]
    stages: list[Stage]
    stage_names: dict[str, str]
    figures: dict[str, list[Figure]]
    names: dict[str, str]
    units: dict[str, tuple[str, str | None]]
    # Of each test, what it shows and what misleads.
    tests: dict[str, tuple[str, list[str]]]
    # Of each nutrient, its interactions with medications, conditions and life stages.
    interactions: dict[str, list[Interaction]]
    foods: dict[tuple[str, FoodDiet | None, frozenset[Avoided]], list[RankedFood]] = field(
        default_factory=dict
    )
    # Foods chosen of those, by nutrient, diet, what is avoided and life stages.
    chosen: dict[tuple[str, FoodDiet | None, frozenset[Avoided], tuple[str, ...]], list[RankedFood]] = field(
        default_factory=dict
    )
    # What is in those foods: amounts per 100 g by food and nutrient.
    contents: dict[int, dict[str, float]] = field(default_factory=dict)
    # Months from which on other life stages hold, and the stages of everybody alike between two.
    steps: list[int] = field(init=False)
    stages_by_person: dict[Alike, tuple[str, ...]] = field(init=False)
    # Figures once looked up, by nutrient, life stages and measures.
    figures_kept: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Figure]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        ends = [one.age_max_months + 1 for one in self.stages if one.age_max_months is not None]
        self.steps = sorted({0, *ends, *(one.age_min_months for one in self.stages)})
        self.stages_by_person = {
            (pregnant, lactating, sex, months): tuple(
                stage.id
                for stage in self.stages
                if (stage.pregnancy, stage.lactation) == (pregnant, lactating)
                and _fits_sex(stage, sex)
                and _fits_age(stage, months)
            )
            for pregnant, lactating in ((False, False), (True, False), (False, True))
            for sex in (None, *Sex)
            for months in (None, *self.steps)
        }

    def stages_of(self, person: Person) -> tuple[str, ...]:
        """Give the life stages that a person may be in; all of adults where little is known."""
        pregnant = bool(person.pregnant)
        lactating = bool(person.lactating) and not pregnant
        months = None if person.age_years is None else int(person.age_years * MONTHS_A_YEAR + 1e-9)
        if months is not None and (pregnant or lactating):
            months = max(REPRODUCTIVE_MONTHS[0], min(months, REPRODUCTIVE_MONTHS[1]))
        step = None if months is None else self.steps[bisect_right(self.steps, months) - 1]
        return self.stages_by_person[pregnant, lactating, person.sex, step]

    def figures_of(self, nutrient: str, person: Person, measures: tuple[str, ...]) -> list[Figure]:
        """Give the figures of a nutrient that may hold for a person."""
        stages = self.stages_of(person)
        key = (nutrient, stages, measures)
        if key not in self.figures_kept:
            self.figures_kept[key] = [
                figure
                for figure in self.figures.get(INTAKE_OF.get(nutrient, nutrient), [])
                if figure.life_stage in stages and figure.measure in measures
            ]
        return self.figures_kept[key]

    def counted_in(self, nutrient: str) -> tuple[str, str | None] | None:
        """Give unit and basis of what is counted in foods; None where foods tell nothing."""
        found = self.units.get(nutrient)
        return None if found is None else (found[0], COUNTED_BASIS.get(nutrient, found[1]))

    def in_food_unit(self, nutrient: str, value: float, unit: str, unit_basis: str | None) -> float | None:
        """Give a reference intake in the unit of the foods; None where they count different things."""
        of_foods = self.counted_in(nutrient)
        if of_foods is None or of_foods[1] != unit_basis:
            return None
        if (unit, of_foods[0]) == ("L", "g"):  # water
            return value * GRAMS_A_LITRE
        try:
            return convert_mass(value, unit, of_foods[0])
        except ValueError:
            return None

    def ear_of(self, nutrient: str, person: Person) -> float | None:
        """Give the EAR in the unit of the foods, where it is one figure that counts the same thing."""
        figures = self.figures_of(nutrient, person, ("EAR",))
        if len({(figure.value, figure.unit) for figure in figures}) != 1:
            return None
        figure = figures[0]
        return self.in_food_unit(nutrient, figure.value, figure.unit, figure.unit_basis)

    @staticmethod
    def food_diet(diet: Diet | None) -> FoodDiet | None:
        """Give the diet by which foods are picked; None where any may be eaten, or none is known to fit."""
        return FOOD_DIETS.get(diet) if diet is not None else None

    def foods_of(
        self, session: Session, nutrient: str, diet: Diet | None, avoided: frozenset[Avoided]
    ) -> Sequence[RankedFood]:
        """Give everyday foods rich in a nutrient that fit a diet and hold nothing avoided, richest first."""
        key = (nutrient, self.food_diet(diet), avoided)
        if key not in self.foods:
            if avoided:
                # Of what is read once for all who eat so.
                rows = self.foods_of(session, nutrient, diet, frozenset())
                self.foods[key] = [
                    row for row in rows if not any(is_avoided(row.food, one) for one in avoided)
                ]
            else:
                self.foods[key] = self._read_foods(session, nutrient, self.food_diet(diet))
        return self.foods[key]

    def _read_foods(self, session: Session, nutrient: str, diet: FoodDiet | None) -> list[RankedFood]:
        rows, _ = ranked_foods(
            session,
            nutrient,
            per=usual_basis(session, nutrient),
            diet=diet,
            everyday=True,
            limit=FOODS_KEPT,
        )
        for row in rows:
            # Rows outlive the session that read them.
            session.expunge(row.food)
            if row.portion is not None:
                session.expunge(row.portion)
        self.contents |= amounts_of(session, (row.food.id for row in rows))
        return list(rows)


def _fits_sex(stage: Stage, sex: Sex | None) -> bool:
    return sex is None or stage.sex in {"any", sex.value}


def _fits_age(stage: Stage, months: int | None) -> bool:
    if months is None:
        return stage.age_min_months >= ADULT_MONTHS or stage.pregnancy or stage.lactation
    return stage.age_min_months <= months and (stage.age_max_months is None or months <= stage.age_max_months)


def fill_shelf(session: Session, knowledge: Knowledge) -> Shelf:
    """Read what is shown from the tables."""
    tests = session.exec(select(LabTest).order_by(col(LabTest.id))).all()
    nutrients = session.exec(select(Nutrient).order_by(Nutrient.id)).all()
    figures: dict[str, list[Figure]] = defaultdict(list)
    for row in session.exec(
        select(ReferenceIntake)
        .where(ReferenceIntake.authority == AUTHORITY)
        .order_by(col(ReferenceIntake.id))
    ):
        figures[row.nutrient_id].append(
            Figure(
                life_stage=row.life_stage_id,
                measure=row.measure,
                value=row.value,
                unit=row.unit,
                unit_basis=row.unit_basis,
                note=row.note,
                source=row.source_id,
            )
        )
    stages = session.exec(
        select(LifeStage).where(LifeStage.authority == AUTHORITY).order_by(col(LifeStage.position))
    ).all()
    says: dict[str, dict[str, float]] = defaultdict(dict)
    for compiled in knowledge.lab_tests.values():
        for band in compiled.bands:
            known = says[band.cause].get(compiled.id, 0.0)
            says[band.cause][compiled.id] = max(known, abs(log(band.ratio.value)))
    return Shelf(
        causes={
            cause.id: _texts(
                cause,
                says[cause.id],
                {test.id for test in tests if cause.nutrient_id in test.nutrients},
                {test.id: test.name for test in tests},
            )
            for cause in session.exec(select(Cause))
        },
        when_to_seek_care=dict(session.exec(select(Symptom.id, Symptom.when_to_seek_care)).all()),
        stages=[
            Stage(
                id=stage.id,
                sex=stage.sex,
                age_min_months=stage.age_min_months,
                age_max_months=stage.age_max_months,
                pregnancy=stage.pregnancy,
                lactation=stage.lactation,
            )
            for stage in stages
        ],
        stage_names={stage.id: stage.label for stage in stages},
        figures=dict(figures),
        names={nutrient.id: nutrient.name for nutrient in nutrients},
        units={nutrient.id: (nutrient.unit, nutrient.unit_basis) for nutrient in nutrients if nutrient.unit},
        tests={test.id: (test.what_it_shows, [one.text for one in test.misleads]) for test in tests},
        interactions=_interactions(session),
    )


def _interactions(session: Session) -> dict[str, list[Interaction]]:
    """Read what may concern a person; how nutrients act on one another does not."""
    table = nutrients_tables.Interaction
    found: dict[str, list[Interaction]] = defaultdict(list)
    for row in session.exec(select(table).where(col(table.kind) != InteractionKind.NUTRIENT)):
        found[row.nutrient_id].append(
            Interaction(
                kind=row.kind,
                other=row.other_id,
                effect=row.effect,
                advice=row.advice,
                severity=row.severity,
                grade=row.grade,
                spacing_hours=row.spacing_hours,
                sources=list(row.sources),
            )
        )
    return dict(found)


def _texts(cause: Cause, says: Mapping[str, float], own: Set[str], names: Mapping[str, str]) -> CauseTexts:
    """Tell of a cause; `says` is how much a result can change, by test, `own` are its nutrient's tests."""
    improve = cause.time_to_improve
    # What a result can change most comes first; the nutrient's own tests before others.
    listed = sorted({*says, *own}, key=lambda test: (test not in own, -says.get(test, 0.0), test))
    return CauseTexts(
        summary=cause.summary,
        what_helps=cause.what_helps,
        ask_doctor=list(cause.ask_doctor),
        when_to_seek_care=cause.when_to_seek_care,
        cautions=list(cause.cautions),
        time_to_improve=improve.text if improve else None,
        sources=sorted({*cause.sources, *(improve.sources if improve else [])}),
        lab_tests=listed,
        lab_tests_named=[Ref(id=test, name=names[test]) for test in listed],
    )
