from dataclasses import replace
from math import isclose, log

import pytest

from app.scoring.engine import (
    MODEL_VERSION,
    PROBABILITY_CEILING,
    TEMPERED_SHARE,
    Assessment,
    Candidate,
    Request,
    assess,
    likelihood_of,
)
from app.scoring.findings import ConflictingFindingsError
from app.scoring.intake import Intake, NutrientIntake
from app.scoring.knowledge import Group, Knowledge, LabTest, Person
from app.scoring.labs import LabResult
from app.scoring.likelihood import logit, probability_of
from app.scoring.settling import GROUP_SHARE
from app.vocabulary import Basis, CauseKind, Interpretation, Sex
from tests.scoring.worlds import (
    SERUM,
    about,
    ask,
    band,
    cause,
    effect,
    link,
    prior,
    risk,
    small_world,
    symptom,
)


def candidate(assessment: Assessment, name: str) -> Candidate:
    return next(one for one in assessment.candidates if one.cause.id == name)


def probability(request: Request, name: str, knowledge: Knowledge | None = None) -> float:
    return candidate(assess(knowledge or small_world(), request), name).probability


def test_a_lone_twitch_is_benign_and_self_care() -> None:
    assessment = assess(small_world(), ask("lip-twitch"))
    assert assessment.candidates[0].cause.kind is CauseKind.BENIGN
    assert assessment.triage.level == "self-care"
    assert assessment.model_version == MODEL_VERSION


def test_benign_falls_when_signs_are_there_that_healthy_people_do_not_have() -> None:
    alone = probability(ask("lip-twitch"), "benign")
    assert probability(ask("lip-twitch", "weakness"), "benign") < 0.5 * alone


def test_only_what_something_supports_is_listed_and_benign_always_is() -> None:
    names = {one.cause.id for one in assess(small_world(), ask("cramp")).candidates}
    assert names == {"metal", "benign"}
    names = {one.cause.id for one in assess(small_world(), ask(absent=("cramp",))).candidates}
    assert names == {"benign"}


def test_nothing_understood_gives_an_empty_ranking() -> None:
    assessment = assess(small_world(), Request(anything_unmatched=True))
    assert assessment.candidates == ()
    assert assessment.questions == ()
    assert assessment.triage.level == "routine"


def test_a_contradiction_is_refused() -> None:
    with pytest.raises(ConflictingFindingsError):
        assess(small_world(), ask("cramp", absent=("cramp",)))


def test_a_declared_trigger_explains_a_finding_away_from_other_causes() -> None:
    plain = ask("lip-twitch")
    coffee = ask("lip-twitch", risk_factors=frozenset({"ten-coffees"}))
    assert probability(coffee, "metal") < probability(plain, "metal")
    assert probability(coffee, "coffee") > probability(plain, "coffee")
    assert probability(coffee, "benign") == probability(plain, "benign")


def test_a_factor_that_raises_a_cause_does_not_explain_its_findings_away() -> None:
    both = risk("ten-coffees", effect("coffee", 30.0), effect("metal", 1.1, "loss"))
    knowledge = small_world(risk_factors=[both])
    plain = ask("lip-twitch")
    coffee = ask("lip-twitch", risk_factors=frozenset({"ten-coffees"}))
    assert probability(coffee, "metal", knowledge) > probability(plain, "metal", knowledge)
    # It explains them away from others.
    assert probability(coffee, "disease", knowledge) < probability(plain, "disease", knowledge)


def test_laboratory_results_and_intake_enter_the_same_sum() -> None:
    request = ask(
        "cramp",
        labs=(LabResult(test="serum", value=0.5),),
        intake=Intake(energy_kcal=2000, nutrients=(NutrientIntake(nutrient="metal", amount=1, ear=100),)),
    )
    found = candidate(assess(small_world(), request), "metal")
    assert {piece.kind.value for piece in found.evidence} == {"symptom", "lab", "intake"}
    assert found.probability > 0.8


def test_a_laboratory_result_alone_is_enough_to_rank() -> None:
    request = Request(labs=(LabResult(test="serum", interpretation=Interpretation.LOW),))
    names = [one.cause.id for one in assess(small_world(), request).candidates]
    assert names == ["benign", "metal"]


def test_intake_alone_is_enough_to_rank() -> None:
    item = NutrientIntake(nutrient="metal", amount=1, ear=100)
    request = Request(intake=Intake(energy_kcal=2000, nutrients=(item,)))
    assert len(assess(small_world(), request).candidates) == 2


def test_nothing_gets_past_the_ceiling_and_what_was_held_back_says_so() -> None:
    knowledge = small_world(
        causes=[
            cause(
                "metal",
                *(link(one, 0.99) for one in ("weakness", "cramp", "seizure", "tired")),
                link("twitch", 0.5),
                priors=(prior(0.3),),
            ),
            cause("benign", kind=CauseKind.BENIGN),
        ]
    )
    request = ask("weakness", "cramp", "seizure", "tired", absent=("twitch",))
    found = candidate(assess(knowledge, request), "metal")
    assert isclose(found.probability, PROBABILITY_CEILING)
    assert [piece.capped for piece in found.evidence if piece.weight.value > 0] == [True] * 4
    assert [piece.capped for piece in found.evidence if piece.weight.value < 0] == [False]


def test_support_past_the_point_of_tempering_counts_in_part_and_keeps_the_order() -> None:
    rare = cause("metal", link("cramp", None, ratio=about(3)), priors=(prior(0.01),))
    assert isclose(probability(ask("cramp"), "metal", small_world(causes=[rare])), 3 / 102)
    metal = cause("metal", link("cramp", None, ratio=about(9)), priors=(prior(0.3),))
    leaf = cause("leaf", link("cramp", None, ratio=about(8)), priors=(prior(0.3),))
    found = assess(small_world(causes=[metal, leaf]), ask("cramp")).candidates
    assert [one.cause.id for one in found] == ["metal", "leaf"]
    for one, ratio in zip(found, (9, 8), strict=True):
        assert isclose(one.probability, probability_of(logit(0.3) + TEMPERED_SHARE * log(ratio)))
        assert one.evidence[0].capped


def test_a_prior_past_the_ceiling_is_left_alone() -> None:
    sure = cause("metal", link("cramp", 0.9), priors=(prior(0.66),))
    assert probability(ask("cramp"), "metal", small_world(causes=[sure])) < PROBABILITY_CEILING


@pytest.mark.parametrize(
    ("value", "band"), [(0.6, "likely"), (0.5, "likely"), (0.2, "possible"), (0.09, "unlikely")]
)
def test_likelihood_bands(value: float, band: str) -> None:
    assert likelihood_of(value) == band


def test_ties_go_by_kind_and_then_by_id() -> None:
    knowledge = small_world(
        causes=[
            cause("b", link("cramp")),
            cause("a", link("cramp")),
            cause("t", link("cramp"), kind=CauseKind.TRIGGER),
            cause("r", link("cramp"), kind=CauseKind.RULE_OUT),
        ]
    )
    names = [one.cause.id for one in assess(knowledge, ask("cramp")).candidates]
    assert names == ["r", "a", "b", "t"]


def test_a_short_list_keeps_a_place_for_benign_with_its_true_rank() -> None:
    many = [cause(f"c{number}", link("cramp")) for number in range(5)]
    benign = cause("benign", kind=CauseKind.BENIGN, priors=(prior(0.01),))
    knowledge = small_world(causes=[*many, benign])
    short = assess(knowledge, ask("cramp", limit=3)).candidates
    assert [(one.rank, one.cause.id) for one in short] == [(1, "c0"), (2, "c1"), (6, "benign")]
    single = assess(knowledge, ask("cramp", limit=1)).candidates
    assert [one.cause.id for one in single] == ["c0"]


def test_the_counterfactual_takes_the_strongest_reason_away() -> None:
    request = ask("cramp", "tired", risk_factors=frozenset({"bad-gut"}))
    found = candidate(assess(small_world(), request), "metal").counterfactual
    assert found is not None
    assert (found.kind, found.id) == ("symptom", "cramp")
    without = ask("tired", risk_factors=frozenset({"bad-gut"}))
    assert isclose(found.probability, probability(without, "metal"))


def test_the_counterfactual_may_be_a_risk_factor() -> None:
    request = ask("tired", risk_factors=frozenset({"worse-gut", "bad-gut"}))
    found = candidate(assess(small_world(), request), "metal").counterfactual
    assert found is not None
    assert (found.kind, found.id) == ("risk-factor", "worse-gut")
    # The next factor of the same pathway takes its place.
    next_best = ask("tired", risk_factors=frozenset({"bad-gut"}))
    assert isclose(found.probability, probability(next_best, "metal"))


def test_there_is_no_counterfactual_where_nothing_supports() -> None:
    assert candidate(assess(small_world(), ask("weakness")), "benign").counterfactual is None


def test_the_share_of_measured_figures_counts_weights_for_and_against() -> None:
    guess = Basis.EXPERT_RANGE
    knowledge = small_world(
        causes=[
            cause(
                "metal",
                link("cramp", None, ratio=about(4)),
                link("weakness", None, ratio=about(4), basis=guess),
            ),
            cause("benign", kind=CauseKind.BENIGN),
        ]
    )
    assessment = assess(knowledge, ask("cramp", "weakness"))
    # The second group counts in part.
    assert isclose(candidate(assessment, "metal").measured_share, 1 / (1 + GROUP_SHARE))
    assert candidate(assessment, "benign").measured_share == 0.0


def test_the_interval_grows_by_the_root_of_squares() -> None:
    metal = cause("metal", link("cramp", None, ratio=about(4)), priors=(prior(0.01),))
    knowledge = small_world(causes=[metal])
    found = candidate(assess(knowledge, ask("cramp")), "metal")
    down = found.prior.base.value - found.prior.base.low
    expected = found.prior.log_odds + log(4) - (down**2 + log(2) ** 2) ** 0.5
    assert isclose(log(found.low / (1 - found.low)), expected)


def test_notes_tell_of_tests_and_intake_that_could_not_be_read() -> None:
    by_sex = LabTest(
        id="blood",
        name="Blood",
        unit="g/dL",
        plausible_min=1,
        plausible_max=30,
        bands=(band("metal", Interpretation.LOW, 4, max=12, group=Group(sex=Sex.FEMALE)),),
    )
    knowledge = small_world(lab_tests=[SERUM, by_sex])
    request = ask("cramp", labs=(LabResult(test="blood", value=9),), intake=Intake(energy_kcal=100))
    notes = assess(knowledge, request).notes
    assert notes[0].startswith("Blood:")
    assert "5 %" in notes[1]


def test_specific_priors_make_persons_differ() -> None:
    knowledge = small_world(
        causes=[cause("metal", link("cramp"), priors=(prior(0.1), prior(0.3, Group(sex=Sex.FEMALE))))]
    )
    woman = ask("cramp", person=Person(sex=Sex.FEMALE))
    assert probability(woman, "metal", knowledge) > probability(ask("cramp"), "metal", knowledge)


def test_the_order_of_knowledge_changes_nothing() -> None:
    knowledge = small_world()
    turned = Knowledge.build(
        symptoms=[*knowledge.symptoms.values()][::-1],
        causes=[*knowledge.causes.values()][::-1],
        risk_factors=[*knowledge.risk_factors.values()][::-1],
        lab_tests=[*knowledge.lab_tests.values()][::-1],
    )
    request = ask("lip-twitch", "tired", "cramp", risk_factors=frozenset({"bad-gut"}))
    assert assess(turned, request) == assess(knowledge, request)


def test_a_symptom_without_links_is_taken_and_moves_nothing() -> None:
    knowledge = small_world(symptoms=[symptom("lonely")], causes=[])
    assert assess(knowledge, ask("lonely")).candidates == ()


def test_a_test_that_shows_a_lack_needs_no_history_and_without_it_the_gate_is_shut() -> None:
    bands = (
        band("metal", Interpretation.SEVERELY_LOW, 80, max=1),
        band("metal", Interpretation.LOW, 8, min=1, max=2),
    )
    knowledge = small_world(
        causes=[cause("metal", link("cramp", 0.4), requires_risk_factor=True), cause("other")],
        lab_tests=[replace(SERUM, bands=bands)],
    )

    def asked(value: float) -> Candidate:
        request = ask("cramp", labs=(LabResult(test="serum", value=value),))
        return candidate(assess(knowledge, request), "metal")

    assert [one.kind for one in asked(1.5).prior.reasons] == ["gate"]
    shown = asked(0.5)
    assert shown.prior.reasons == ()
    assert shown.counterfactual is not None
    assert shown.counterfactual.id == "serum"
    alone = probability(ask("cramp"), "metal", knowledge)
    assert isclose(shown.counterfactual.probability, alone)
