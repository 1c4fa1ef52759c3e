"""What one finding alone makes of the real content: only hallmarks may make a deficiency likely."""

import pytest

from app.assessment.knowledge import knowledge_of_content
from app.scoring.engine import LIKELY_FROM, Candidate, Request, assess
from app.scoring.findings import Finding
from app.scoring.knowledge import ANYBODY, Knowledge, Person
from app.seeding.reader import read_files
from app.settings import ROOT
from app.vocabulary import CauseKind, Sex

# Signs that hardly anything but lack of the nutrient gives.
HALLMARKS = {"rickets", "widened-wrists", "corkscrew-hairs", "bleeding-around-hair-follicles"}
# A report of a blood test, which in women before the menopause mostly means lack of iron.
TESTED = {"microcytic-anemia"}
GRAVE = (
    "ataxia",
    "confusion",
    "delirium",
    "double-vision",
    "eye-movement-paralysis",
    "fainting",
    "foot-drop",
    "hand-foot-spasm",
    "irregular-heartbeat",
    "memory-problems",
    "muscle-wasting",
    "muscle-weakness",
    "nystagmus",
    "one-sided-weakness",
    "reduced-consciousness",
    "seizure",
    "slurred-speech",
    "throat-spasm",
    "unsteady-gait",
)
PEOPLE = (
    ANYBODY,
    Person(sex=Sex.MALE, age_years=45),
    Person(sex=Sex.FEMALE, age_years=30),
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    content, _ = read_files(ROOT / "seed")
    return knowledge_of_content(content)


def of_nutrients(knowledge: Knowledge, symptom: str, person: Person) -> list[Candidate]:
    request = Request(findings=(Finding(symptom=symptom),), person=person, limit=len(knowledge.causes))
    wanted = (CauseKind.DEFICIENCY, CauseKind.EXCESS)
    return [one for one in assess(knowledge, request).candidates if one.cause.kind in wanted]


def test_one_finding_alone_makes_no_deficiency_likely_but_for_hallmarks(knowledge: Knowledge) -> None:
    likely = {
        symptom
        for symptom in knowledge.symptoms
        for person in PEOPLE
        if any(one.probability >= LIKELY_FROM for one in of_nutrients(knowledge, symptom, person))
    }
    assert likely <= HALLMARKS | TESTED


@pytest.mark.parametrize("symptom", GRAVE)
def test_a_grave_finding_alone_points_to_no_nutrient(knowledge: Knowledge, symptom: str) -> None:
    for person in PEOPLE:
        assert all(one.probability < 0.25 for one in of_nutrients(knowledge, symptom, person))


@pytest.mark.parametrize("symptom", ["lip-twitching", "eyelid-twitching", "facial-twitching"])
@pytest.mark.parametrize("sex", [None, Sex.MALE, Sex.FEMALE])
def test_a_twitch_of_the_face_alone_is_benign_at_any_age(
    knowledge: Knowledge, symptom: str, sex: Sex | None
) -> None:
    for age in (None, 2, 8, 15, 25, 40, 55, 66, 80, 95):
        person = Person(sex=sex, age_years=age)
        request = Request(findings=(Finding(symptom=symptom),), person=person)
        assert assess(knowledge, request).candidates[0].cause.kind is CauseKind.BENIGN
        assert all(one.probability <= 0.2 for one in of_nutrients(knowledge, symptom, person))
