"""`POST /v1/assess`: understand, compute, tell. Nothing of the request is kept."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session

from app.assessment import texts
from app.assessment.current_ids import with_current_ids
from app.assessment.eaten import eaten, unmatched_food
from app.assessment.limits import may_be_advised
from app.assessment.personal import PORTIONS_FROM_YEARS, diet_of, food_notes
from app.assessment.requests import AssessmentRequest
from app.assessment.schemas import AssessmentRead, MatchedRead, UnmatchedRead
from app.assessment.telling import Teller, tell_questions, tell_triage
from app.assessment.understanding import Understood, person_of, understand
from app.expansion.members import named_ids
from app.expansion.queries import expanded
from app.live import Live
from app.scoring.engine import Assessment, Request, assess
from app.scoring.intake import Intake
from app.scoring.knowledge import Person


def answer(body: AssessmentRequest, *, session: Session, live: Live) -> AssessmentRead:
    """Answer one request.

    Raises:
        UnknownSymptomError: a symptom id is unknown.
        ContradictorySymptomsError: a symptom is both present and absent.
    """
    body = with_current_ids(body, live.merged)
    shelf, knowledge = live.shelf, live.knowledge
    person = person_of(body.profile)
    understood = understand(body, knowledge, live.lexicon)
    intake = _intake(body, session, live, person, understood)
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
        diet=diet_of(body.profile.diet, understood.risk_factors),
        explain=body.options.explain,
        risk_factors=understood.risk_factors,
    )
    reported = {finding.symptom for finding in understood.findings if finding.present}
    found = AssessmentRead(
        triage=tell_triage(assessment.triage, reported, knowledge=knowledge, shelf=shelf),
        candidates=[teller.tell(candidate) for candidate in assessment.candidates],
        next_questions=tell_questions(assessment.questions, knowledge),
        coverage=list(_coverage(body, teller, understood, assessment)),
        matched=_matched(understood.matched),
        unmatched=_unmatched(understood.unmatched),
        disclaimer=texts.DISCLAIMER,
        content_release=live.release,
        model_version=assessment.model_version,
    )
    if body.options.expand:
        found.expanded = expanded(session, named_ids(found, frozenset(body.options.expand)))
    return found


def _matched(rows: Iterable[MatchedRead]) -> list[MatchedRead]:
    """Give each once, in an order that doesn't depend on that of the request."""
    unique = {(row.kind, row.text, row.id, row.present): row for row in rows}
    return [unique[key] for key in sorted(unique)]


def _unmatched(rows: Iterable[UnmatchedRead]) -> list[UnmatchedRead]:
    unique = {(row.kind, row.text, row.reason): row for row in rows}
    return [unique[key] for key in sorted(unique)]


def _coverage(
    body: AssessmentRequest, teller: Teller, understood: Understood, assessment: Assessment
) -> Iterator[str]:
    """Say what the answer does not cover."""
    knowledge = teller.knowledge
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
    yield from food_notes(teller.diet, teller.avoided)
    age = teller.person.age_years
    if age is not None and age < PORTIONS_FROM_YEARS and may_be_advised(teller.person):
        yield texts.ADULT_PORTIONS


def _intake(
    body: AssessmentRequest, session: Session, live: Live, person: Person, understood: Understood
) -> Intake | None:
    """Add up what the listed foods give in a day; unknown foods go to `unmatched`."""
    listed = eaten(session, ((entry.food, entry.grams_per_day) for entry in body.intake))
    understood.unmatched.extend(map(unmatched_food, listed.unknown))
    if not listed.amounts:
        return None
    return Intake(
        energy_kcal=listed.energy_kcal,
        nutrients=tuple(
            listed.item(nutrient, given, live.shelf.ear_of(nutrient, person))
            for nutrient in listed.nutrients
            if (given := listed.given(nutrient)) is not None
        ),
    )
