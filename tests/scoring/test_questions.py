from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scoring.engine import assess
from app.scoring.knowledge import CompiledLink, Group, Knowledge, Person, answers
from app.scoring.likelihood import entropy
from app.scoring.questions import FLAG_QUESTIONS, QUESTIONS, information_gains
from app.vocabulary import CauseKind, Sex, Stance, SymptomKind, TriageLevel
from tests.scoring.worlds import about, ask, cause, flag, link, small_world, symptom


def gain_of(probability: float, compiled: CompiledLink) -> float:
    (gain,) = information_gains(probability, [answers(compiled)])
    return gain


def asked(knowledge: Knowledge, *present: str, absent: tuple[str, ...] = ()) -> list[str]:
    return [one.symptom for one in assess(knowledge, ask(*present, absent=absent)).questions]


def test_nothing_understood_leads_to_no_questions() -> None:
    assert asked(small_world()) == []


def test_what_is_settled_is_not_asked_again() -> None:
    knowledge = small_world()
    assert "twitch" not in asked(knowledge, "lip-twitch")
    assert "face-twitch" not in asked(knowledge, "cramp", absent=("twitch",))
    assert "cramp" not in asked(knowledge, "cramp")


def test_laboratory_findings_and_refuted_links_are_not_asked() -> None:
    knowledge = small_world(
        causes=[cause("metal", link("cramp"), link("anemia"), link("tired", stance=Stance.CONTRADICTS))]
    )
    assert asked(knowledge, "cramp") == []


def test_the_symptom_that_teaches_most_comes_first() -> None:
    knowledge = small_world(
        causes=[
            cause("metal", link("cramp", 0.5), link("tired", 0.3), link("weakness", 0.6)),
            cause("leaf", link("cramp", 0.5), link("headache", 0.3)),
        ]
    )
    assert asked(knowledge, "cramp") == ["weakness", "headache", "tired"]
    questions = assess(knowledge, ask("cramp")).questions
    assert questions[0].text == "Have you weakness?"
    assert questions[0].bits > questions[1].bits > 0
    assert questions[0].raises_to is None


def test_a_symptom_of_a_group_already_told_teaches_less() -> None:
    knowledge = small_world(
        causes=[cause("metal", link("lip-twitch", 0.3), link("leg-twitch", 0.3), link("cramp", 0.3))],
        symptoms=[
            symptom("twitch", 0.05),
            symptom("lip-twitch", 0.02, parent="twitch"),
            symptom("leg-twitch", 0.02, parent="twitch"),
            symptom("cramp", 0.02),
        ],
    )
    assert asked(knowledge, "lip-twitch") == ["cramp", "leg-twitch"]


def test_a_partly_matched_rule_is_asked_about_first() -> None:
    rule = flag({"cramp"}, {"unlisted"})
    knowledge = small_world(red_flags=[rule])
    questions = assess(knowledge, ask("cramp")).questions
    assert (questions[0].symptom, questions[0].raises_to) == ("unlisted", TriageLevel.URGENT)
    assert questions[0].bits == 0.0
    # It tells why it is asked.
    assert (questions[0].rule, questions[0].because) == (rule, ("cramp",))
    # Where nothing matches yet, rules of several groups lead to no question.
    assert "unlisted" not in asked(knowledge, "headache")
    # Once the level is reached nothing is asked to reach it.
    assert all(one.raises_to is None for one in assess(knowledge, ask("cramp", "seizure")).questions)


@pytest.mark.parametrize(
    ("person", "expected"),
    [(Person(), ["headache"]), (Person(sex=Sex.FEMALE), ["tired", "headache"])],
)
def test_nobody_is_asked_what_makes_no_sense(person: Person, expected: list[str]) -> None:
    knowledge = small_world(
        symptoms=[
            symptom("cramp"),
            symptom("headache", 0.05),
            symptom("tired", 0.01, asked_of=Group(sex=Sex.FEMALE)),
        ],
        causes=[cause("metal", link("cramp"), link("headache", 0.3), link("tired", 0.4))],
    )
    questions = assess(knowledge, ask("cramp", person=person)).questions
    assert [one.symptom for one in questions] == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person(), ["twitch", "headache"]),
        (Person(age_years=5), ["twitch", "headache"]),
        (Person(age_years=4.9), ["headache"]),
        (Person(pregnant=True), ["twitch"]),
    ],
)
def test_those_whom_a_question_makes_no_sense_to_are_spared_it_and_all_narrower_ones(
    person: Person, expected: list[str]
) -> None:
    knowledge = small_world(
        symptoms=[
            symptom("cramp"),
            symptom("shaking", 0.01, not_asked_of=(Group(age_max_years=5), Group(sex=Sex.MALE))),
            symptom("twitch", 0.01, parent="shaking"),
            symptom("headache", 0.05, not_asked_of=(Group(pregnant=True),)),
        ],
        causes=[cause("metal", link("cramp"), link("headache", 0.3), link("twitch", 0.4))],
    )
    questions = assess(knowledge, ask("cramp", person=person)).questions
    assert [one.symptom for one in questions] == expected


def test_what_a_rule_waits_for_is_asked_only_where_it_is_thinkable() -> None:
    rule = flag({"twitch"}, {"unlisted", "weakness"})
    lists_twitch = cause("metal", link("twitch", 0.4))
    knowledge = small_world(causes=[lists_twitch], red_flags=[rule])
    # The rule names it: all that the rule asks of is thinkable.
    assert asked(knowledge, "twitch") == ["unlisted"]
    # It matches as a narrower form only, and no candidate gives what is missing.
    assert asked(knowledge, "lip-twitch") == []
    knowledge = small_world(
        causes=[cause("metal", link("twitch", 0.4), link("weakness", 0.01))], red_flags=[rule]
    )
    (question,) = assess(knowledge, ask("lip-twitch")).questions
    assert (question.symptom, question.raises_to) == ("weakness", TriageLevel.URGENT)
    assert question.because == ("lip-twitch",)


def test_a_rule_that_a_yes_would_not_fire_leads_to_no_question() -> None:
    rule = flag({"cramp"}, {"unlisted"}, group=Group(sex=Sex.FEMALE))
    knowledge = small_world(red_flags=[rule])
    assert "unlisted" not in asked(knowledge, "cramp")
    women = assess(knowledge, ask("cramp", person=Person(sex=Sex.FEMALE))).questions
    assert women[0].symptom == "unlisted"


def test_of_a_missing_group_one_symptom_is_asked_about_felt_ones_first() -> None:
    rule = flag({"cramp"}, {"a-sign", "rare", "common"})
    knowledge = small_world(
        symptoms=[
            symptom("cramp"),
            symptom("a-sign", 0.3, kind=SymptomKind.SIGN),
            symptom("rare", 0.01),
            symptom("common", 0.2),
        ],
        causes=[cause("metal", link("cramp"))],
        red_flags=[rule],
    )
    assert asked(knowledge, "cramp") == ["common"]


def test_a_grave_symptom_is_asked_about_where_a_candidate_makes_it_thinkable() -> None:
    thinkable = cause("metal", link("cramp", 0.4), link("seizure", 0.4))
    questions = assess(small_world(causes=[thinkable]), ask("cramp")).questions
    assert [(one.symptom, one.raises_to) for one in questions] == [("seizure", TriageLevel.EMERGENCY)]
    hardly = cause("metal", link("cramp", 0.4), link("seizure", 0.001))
    questions = assess(small_world(causes=[hardly]), ask("cramp")).questions
    assert [(one.symptom, one.raises_to) for one in questions] == [("seizure", None)]


def test_there_are_few_questions() -> None:
    names = [f"s{number}" for number in range(12)]
    knowledge = small_world(
        symptoms=[symptom("cramp"), *(symptom(n, base_level=TriageLevel.URGENT) for n in names)],
        causes=[cause("metal", link("cramp"), *(link(name) for name in names))],
    )
    questions = assess(knowledge, ask("cramp")).questions
    assert len(questions) == QUESTIONS
    assert sum(one.raises_to is not None for one in questions) == FLAG_QUESTIONS


@given(probability=st.floats(0.001, 0.99), frequency=st.floats(0, 0.9))
def test_an_answer_is_never_expected_to_teach_less_than_nothing(probability: float, frequency: float) -> None:
    knowledge = small_world(causes=[cause("metal", link("cramp", frequency))])
    gain = gain_of(probability, knowledge.links["metal"]["cramp"])
    assert 0 <= gain <= entropy(probability) + 1e-9


def test_information_gain_of_a_telling_symptom_agrees_with_a_hand_calculation() -> None:
    knowledge = small_world(symptoms=[symptom("cramp", 0.1)], causes=[cause("metal", link("cramp", 0.5))])
    # P(yes | cause) = 0.55, P(yes | not) = 0.1, at a probability of 0.5.
    gain = gain_of(0.5, knowledge.links["metal"]["cramp"])
    yes = 0.325
    expected = 1 - yes * entropy(0.55 / 0.65) - (1 - yes) * entropy(0.45 / 1.35)
    # A denial weighs 1 - f = 0.5 whatever the background: 0.5 / 1.5 after a no.
    assert isclose(gain, expected, rel_tol=1e-9)


@pytest.mark.parametrize("ratio", [0.2, 1.0, 6.0, 5000.0])
def test_a_recorded_ratio_teaches_something_too(ratio: float) -> None:
    knowledge = small_world(
        causes=[cause("metal", link("cramp", None, ratio=about(ratio)), kind=CauseKind.RULE_OUT)]
    )
    assert gain_of(0.3, knowledge.links["metal"]["cramp"]) >= 0
