"""`POST /v1/assess`: understand, compute, tell. Nothing of the request is kept."""

from collections.abc import Iterable, Iterator, Sequence

from sqlmodel import Session, col, select

from app.assessment import texts
from app.assessment.requests import AssessmentRequest, IntakeEntry
from app.assessment.schemas import AssessmentRead, MatchedRead, UnmatchedRead
from app.assessment.shelf import FOOD_DIETS, Shelf, Shelves
from app.assessment.telling import Teller, tell_questions, tell_triage
from app.assessment.understanding import Understood, person_of, understand
from app.foods.models import FoodAmount
from app.language.lexicon import Lexicon
from app.scoring.engine import Assessment, Request, assess
from app.scoring.intake import Intake, NutrientIntake
from app.scoring.knowledge import Knowledge, Person
from app.units import convert_mass
from app.vocabulary import Diet

ENERGY = "energy"
SHELVES = Shelves()


def answer(
    body: AssessmentRequest,
    *,
    session: Session,
    knowledge: Knowledge,
    lexicon: Lexicon,
    release: str,
) -> AssessmentRead:
    """Answer one request.

    Raises:
        UnknownSymptomError: a symptom id is unknown.
        ContradictorySymptomsError: a symptom is both present and absent.
    """
    shelf = SHELVES.of(session, release, knowledge)
    person = person_of(body.profile)
    understood = understand(body, knowledge, lexicon)
    intake = _intake(body.intake, session, shelf, person, understood)
    assessment = assess(
        knowledge,
        Request(
            findings=tuple(understood.findings),
            person=person,
            risk_factors=frozenset(understood.risk_factors),
            labs=tuple(understood.labs),
            intake=intake,
            anything_unmatched=understood.anything_unclear,
            limit=body.options.limit,
        ),
    )
    teller = Teller(
        session,
        shelf,
        knowledge,
        person=person,
        diet=body.profile.diet,
        explain=body.options.explain,
    )
    reported = {finding.symptom for finding in understood.findings if finding.present}
    return AssessmentRead(
        triage=tell_triage(assessment.triage, reported, shelf),
        candidates=[teller.tell(candidate) for candidate in assessment.candidates],
        next_questions=tell_questions(assessment.questions),
        coverage=list(_coverage(body, knowledge, understood, assessment)),
        matched=_matched(understood.matched),
        unmatched=_unmatched(understood.unmatched),
        disclaimer=texts.DISCLAIMER,
        content_release=release,
        model_version=assessment.model_version,
    )


def _matched(rows: Iterable[MatchedRead]) -> list[MatchedRead]:
    """Give each once, in an order that doesn't depend on that of the request."""
    unique = {(row.kind, row.text, row.id, row.present): row for row in rows}
    return [unique[key] for key in sorted(unique)]


def _unmatched(rows: Iterable[UnmatchedRead]) -> list[UnmatchedRead]:
    unique = {(row.kind, row.text, row.reason): row for row in rows}
    return [unique[key] for key in sorted(unique)]


def _coverage(
    body: AssessmentRequest, knowledge: Knowledge, understood: Understood, assessment: Assessment
) -> Iterator[str]:
    """Say what the answer does not cover."""
    if not understood.findings:
        yield texts.NOTHING_UNDERSTOOD
    if body.profile.years() is None and body.profile.sex is None:
        yield texts.NO_PERSON
    for symptom in sorted(understood.both_said):
        yield texts.BOTH_SAID.format(name=knowledge.symptoms[symptom].name)
    for symptom in sorted({finding.symptom for finding in understood.findings}):
        if not knowledge.reported[symptom] and not knowledge.denied[symptom]:
            yield texts.UNTIED.format(name=knowledge.symptoms[symptom].name)
    if body.intake:
        yield texts.FOODS_ONLY
    yield from assessment.notes
    diet = body.profile.diet
    if diet is not None and diet is not Diet.OMNIVORE and diet not in FOOD_DIETS:
        yield texts.NOT_CHECKED_DIET


def _intake(
    entries: Sequence[IntakeEntry],
    session: Session,
    shelf: Shelf,
    person: Person,
    understood: Understood,
) -> Intake | None:
    """Add up what the listed foods give in a day; unknown foods go to `unmatched`."""
    grams: dict[int, float] = {}
    for entry in entries:
        grams[entry.food] = grams.get(entry.food, 0.0) + entry.grams_per_day
    amounts: dict[int, dict[str, float]] = {}
    query = select(FoodAmount).where(col(FoodAmount.food_id).in_(sorted(grams)))
    for row in session.exec(query) if grams else ():
        amounts.setdefault(row.food_id, {})[row.nutrient_id] = row.amount * grams[row.food_id] / 100
    for food in grams:
        if food not in amounts:
            understood.unmatched.append(
                UnmatchedRead(text=str(food), kind="food", reason="there is no such food", suggestions=[])
            )
    if not amounts:
        return None
    energy = {food: found.get(ENERGY, 0.0) for food, found in sorted(amounts.items())}
    nutrients = sorted({nutrient for found in amounts.values() for nutrient in found})
    return Intake(
        energy_kcal=sum(energy.values()),
        nutrients=tuple(_nutrient_intake(nutrient, amounts, energy, shelf, person) for nutrient in nutrients),
    )


def _nutrient_intake(
    nutrient: str,
    amounts: dict[int, dict[str, float]],
    energy: dict[int, float],
    shelf: Shelf,
    person: Person,
) -> NutrientIntake:
    total = sum(energy.values())
    known = sum(kcal for food, kcal in energy.items() if nutrient in amounts[food])
    return NutrientIntake(
        nutrient=nutrient,
        amount=sum(amounts[food][nutrient] for food in sorted(amounts) if nutrient in amounts[food]),
        ear=_ear(nutrient, shelf, person),
        known_share=known / total if total else 0.0,
    )


def _ear(nutrient: str, shelf: Shelf, person: Person) -> float | None:
    """Give the EAR in the unit of the foods, where it is one figure that counts the same thing."""
    figures = shelf.figures_of(nutrient, person, ("EAR",))
    if len({figure.value for figure in figures}) != 1 or nutrient not in shelf.units:
        return None
    unit, basis = shelf.units[nutrient]
    figure = figures[0]
    if figure.unit_basis != basis:
        return None
    try:
        return convert_mass(figure.value, figure.unit, unit)
    except ValueError:
        return None
