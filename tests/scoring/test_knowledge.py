from dataclasses import replace

import pytest

from app.scoring.knowledge import (
    ANYBODY,
    EVERYDAY_GROUP,
    NEUTRAL,
    Group,
    Knowledge,
    Person,
)
from app.vocabulary import Sex, Stance
from tests.scoring.worlds import about, cause, effect, flag, link, risk, small_world, symptom


def test_lineage_runs_from_the_symptom_to_its_widest_form() -> None:
    knowledge = small_world()
    assert knowledge.lineage["lip-twitch"] == ("lip-twitch", "face-twitch", "twitch")
    assert knowledge.lineage["twitch"] == ("twitch",)


def test_a_report_leads_to_the_most_specific_listed_level_of_each_cause() -> None:
    knowledge = small_world()
    found = {one.cause: one.link.symptom for one, _ in knowledge.reported["lip-twitch"]}
    assert found == {
        "metal": "face-twitch",
        "coffee": "twitch",
        "disease": "twitch",
        "benign": "twitch",
    }
    assert knowledge.reported["unlisted"] == ()


def test_a_denial_bears_on_the_symptom_and_its_narrower_forms() -> None:
    knowledge = small_world()
    assert {(one.cause, one.link.symptom) for one, _ in knowledge.denied["twitch"]} == {
        ("metal", "face-twitch"),
        ("coffee", "twitch"),
        ("disease", "twitch"),
    }
    assert knowledge.denied["lip-twitch"] == ()


def test_links_are_grouped_by_root_by_everyday_complaint_and_by_pathway() -> None:
    knowledge = small_world(
        causes=[
            cause(
                "metal",
                link("cramp"),
                link("tired"),
                link("headache"),
                link("lip-twitch"),
                link("seizure", via="salt"),
                link("anemia"),
            )
        ]
    )
    groups = {name: one.group for name, one in knowledge.links["metal"].items()}
    assert groups == {
        "cramp": "cramp",
        "tired": EVERYDAY_GROUP,
        "headache": EVERYDAY_GROUP,
        "lip-twitch": EVERYDAY_GROUP,
        "seizure": "via:salt",
        "anemia": "lab",
    }


def test_a_refuted_link_counts_nothing_unless_less_was_recorded() -> None:
    knowledge = small_world(
        causes=[
            cause(
                "metal",
                link("cramp", None, stance=Stance.CONTRADICTS),
                link("tired", 0.5, stance=Stance.CONTRADICTS),
                link("headache", None, stance=Stance.CONTRADICTS, ratio=about(0.5, 1.2)),
            )
        ]
    )
    links = knowledge.links["metal"]
    assert links["cramp"].present == links["tired"].present == NEUTRAL
    assert links["headache"].present.value == 0.5
    assert all(one.absent == NEUTRAL for one in links.values())


def test_a_denial_says_nothing_where_only_a_ratio_was_recorded() -> None:
    knowledge = small_world(causes=[cause("metal", link("cramp", None, ratio=about(5)))])
    assert knowledge.denied["cramp"] == ()


def test_members_inherit_the_effects_of_their_class_unless_they_have_their_own() -> None:
    knowledge = small_world(
        risk_factors=[
            risk("acid-pills", effect("metal", 2.0), effect("leaf", 3.0)),
            risk("one-acid-pill", effect("leaf", 5.0), member_of="acid-pills"),
        ]
    )
    ratios = {name: one.odds_ratio.value for name, one in knowledge.effects["one-acid-pill"].items()}
    assert ratios == {"leaf": 5.0, "metal": 2.0}


def test_rules_are_found_by_the_symptoms_they_name_and_narrower_ones() -> None:
    rule = flag({"twitch"}, {"cramp", "face-twitch"}, {"tired"})
    knowledge = small_world(red_flags=[rule])
    # The bits are the groups left: the second and the third, or the third only.
    assert knowledge.touched["twitch"] == (("flag", 0b110),)
    assert knowledge.touched["lip-twitch"] == (("flag", 0b100),)
    assert knowledge.touched["headache"] == ()


def test_a_family_is_a_symptom_with_its_wider_and_narrower_forms() -> None:
    knowledge = small_world()
    assert knowledge.family("lip-twitch") == {"lip-twitch", "face-twitch", "twitch"}
    assert knowledge.family("face-twitch") == {"face-twitch", "twitch", "lip-twitch", "eyelid-twitch"}
    assert knowledge.family("no-symptom") == {"no-symptom"}


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"symptoms": [symptom("a", parent="b")]}, "unknown parent 'b'"),
        (
            {"symptoms": [symptom("a", parent="b"), symptom("b", parent="a")]},
            "comes back to 'a'",
        ),
        ({"symptoms": [symptom("a")], "causes": [cause("c", link("x"))]}, "unknown symptom 'x'"),
        (
            {"symptoms": [symptom("a")], "causes": [cause("c", link("a", None))]},
            "neither frequency nor ratio",
        ),
    ],
)
def test_knowledge_that_does_not_hold_together_is_refused(
    parts: dict[str, list[object]], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Knowledge.build(**{"symptoms": [], "causes": [], **parts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("group", "person", "expected"),
    [
        (Group(), ANYBODY, True),
        (Group(sex=Sex.FEMALE), Person(sex=Sex.FEMALE), True),
        (Group(sex=Sex.FEMALE), ANYBODY, False),
        (Group(age_min_years=15, age_max_years=50), Person(age_years=15), True),
        (Group(age_min_years=15, age_max_years=50), Person(age_years=50), False),
        (Group(age_min_years=15), Person(age_years=14.9), False),
        (Group(age_max_years=1), ANYBODY, False),
        (Group(pregnant=True), Person(pregnant=True), True),
        (Group(pregnant=False), ANYBODY, False),
        (Group(lactating=True), Person(lactating=False), False),
    ],
)
def test_a_group_holds_those_who_are_known_to_be_in_it(group: Group, person: Person, expected: bool) -> None:
    assert group.includes(person) is expected


def test_criteria_and_width_tell_how_specific_a_group_is() -> None:
    group = Group(sex=Sex.MALE, age_min_years=65, pregnant=False, lactating=False)
    assert group.criteria() == {"sex", "age", "pregnant", "lactating"}
    assert Group().criteria() == frozenset()
    assert Group(age_max_years=1).years() < replace(group).years() < Group().years()
