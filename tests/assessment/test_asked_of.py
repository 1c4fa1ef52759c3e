import pytest

from app.assessment.asked_of import NEVER, ONLY
from app.assessment.knowledge import knowledge_of_content
from app.scoring.engine import Request, assess
from app.scoring.findings import Finding
from app.scoring.knowledge import Knowledge, Person
from app.seeding.reader import read_files
from app.settings import ROOT
from app.vocabulary import Sex

BABY = Person(age_years=0.5)
MAN = Person(age_years=40, sex=Sex.MALE)
PREGNANT = Person(age_years=30, sex=Sex.FEMALE, pregnant=True)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    content, _ = read_files(ROOT / "seed")
    return knowledge_of_content(content)


def test_all_that_is_named_is_known(knowledge: Knowledge) -> None:
    for table in (ONLY, NEVER):
        for symptoms in table.values():
            assert knowledge.symptoms.keys() >= set(symptoms)


@pytest.mark.parametrize(
    ("person", "odd"),
    [
        (PREGNANT, {"missed-periods", "heavy-periods", "infertility", "bleeding-past-menopause"}),
        (MAN, {"missed-periods", "heavy-periods", "infertility", "refusing-to-feed", "laboured-breathing"}),
        (
            BABY,
            {
                "breathlessness-on-exertion",
                "difficulty-climbing-stairs",
                "erectile-dysfunction",
                "numb-feet",
                "restless-legs",
                "tension-headache",
                "tingling-hands",
            },
        ),
        (Person(age_years=70, sex=Sex.FEMALE), {"missed-periods", "premenstrual-complaints"}),
    ],
)
def test_nobody_is_asked_what_makes_no_sense(knowledge: Knowledge, person: Person, odd: set[str]) -> None:
    for symptom in knowledge.symptoms:
        questions = assess(knowledge, Request(findings=(Finding(symptom=symptom),), person=person)).questions
        assert odd.isdisjoint(one.symptom for one in questions)


def test_the_unknown_is_not_taken_for_a_baby(knowledge: Knowledge) -> None:
    questions = assess(knowledge, Request(findings=(Finding(symptom="muscle-weakness"),))).questions
    never_of_babies = {symptom for group, found in NEVER.items() if group.age_max_years for symptom in found}
    assert not never_of_babies.isdisjoint(one.symptom for one in questions)
