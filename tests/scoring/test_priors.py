from dataclasses import replace
from math import isclose, log

import pytest

from app.scoring.knowledge import ANYBODY, Group, Knowledge, Person
from app.scoring.likelihood import logit
from app.scoring.priors import (
    GATE_RATIO,
    PATHWAY_SHARE,
    PRODUCT_CEILING,
    PriorOdds,
    active_risk_factors,
    best_prior,
    prior_odds,
)
from app.vocabulary import RiskFactorKind, Sex
from tests.scoring.worlds import cause, effect, prior, risk, small_world

WOMAN = Person(sex=Sex.FEMALE, age_years=30)


def odds_of(knowledge: Knowledge, *risks: str, name: str = "metal", person: Person = ANYBODY) -> PriorOdds:
    return prior_odds(knowledge, cause=knowledge.causes[name], person=person, risk_factors=risks)


def used(odds: PriorOdds) -> dict[str, float]:
    return {reason.id: round(reason.used, 9) for reason in odds.reasons}


def test_without_factors_the_prior_is_the_prevalence() -> None:
    odds = odds_of(small_world())
    assert isclose(odds.log_odds, logit(0.1))
    assert isclose(odds.odds, 1 / 9)
    assert odds.reasons == ()
    low, high = odds.range
    assert low < odds.log_odds < high


def test_the_most_specific_group_wins() -> None:
    women = Group(sex=Sex.FEMALE)
    young_women = Group(sex=Sex.FEMALE, age_min_years=15, age_max_years=50)
    younger_women = Group(sex=Sex.FEMALE, age_min_years=25, age_max_years=35)
    one = cause(
        "iron",
        priors=(prior(0.1), prior(0.2, women), prior(0.3, young_women), prior(0.4, younger_women)),
    )
    assert best_prior(one, ANYBODY).prevalence.value == 0.1
    assert best_prior(one, Person(sex=Sex.FEMALE)).prevalence.value == 0.2
    assert best_prior(one, replace(WOMAN, age_years=40)).prevalence.value == 0.3
    assert best_prior(one, WOMAN).prevalence.value == 0.4


def test_a_cause_needs_a_prior_for_everybody() -> None:
    one = cause("iron", priors=(prior(0.2, Group(sex=Sex.FEMALE)),))
    with pytest.raises(ValueError, match="no prior"):
        best_prior(one, ANYBODY)


def test_one_factor_counts_in_full() -> None:
    assert used(odds_of(small_world(), "bad-gut")) == {"bad-gut": 4.0}


def test_of_one_pathway_only_the_strongest_counts() -> None:
    odds = odds_of(small_world(), "bad-gut", "worse-gut")
    assert used(odds) == {"worse-gut": 5.0, "bad-gut": 1.0}
    assert [reason.capped for reason in odds.reasons] == [False, True]


def test_further_pathways_count_in_part() -> None:
    rare = cause("metal", priors=(prior(0.01),))
    odds = odds_of(small_world(causes=[rare]), "worse-gut", "water-pill")
    assert used(odds) == {"worse-gut": 5.0, "water-pill": round(4**PATHWAY_SHARE, 9)}


def test_protective_factors_are_settled_apart() -> None:
    odds = odds_of(small_world(), "worse-gut", "good-diet")
    assert used(odds) == {"worse-gut": 5.0, "good-diet": 0.5}


def test_factors_never_lead_past_even_odds() -> None:
    knowledge = small_world(risk_factors=[risk("strong", effect("metal", 100.0))])
    odds = odds_of(knowledge, "strong")
    assert isclose(odds.log_odds, 0.0, abs_tol=1e-9)
    assert odds.reasons[0].capped
    assert odds.reasons[0].odds_ratio == 100.0


def test_factors_raise_odds_at_most_to_the_ceiling() -> None:
    knowledge = small_world(
        causes=[cause("metal", priors=(prior(0.00001),))],
        risk_factors=[risk("strong", effect("metal", 5000.0))],
    )
    odds = odds_of(knowledge, "strong")
    assert isclose(odds.log_odds - odds.base.value, log(PRODUCT_CEILING))


def test_factors_cannot_raise_what_is_past_even_odds_already() -> None:
    knowledge = small_world(
        causes=[cause("metal", priors=(prior(0.6),))],
        risk_factors=[risk("strong", effect("metal", 5.0))],
    )
    assert isclose(odds_of(knowledge, "strong").log_odds, logit(0.6))


def test_a_life_stage_in_the_priors_own_group_is_not_counted_again() -> None:
    old = Group(age_min_years=65)
    stage = risk("old-age", effect("metal", 3.0), kind=RiskFactorKind.LIFE_STAGE, applies_to=old)
    person = Person(age_years=70)
    plain = small_world(risk_factors=[stage])
    assert used(odds_of(plain, "old-age", person=person)) == {"old-age": 3.0}
    specific = small_world(
        causes=[cause("metal", priors=(prior(0.1), prior(0.3, old)))], risk_factors=[stage]
    )
    odds = odds_of(specific, "old-age", person=person)
    assert used(odds) == {"old-age": 1.0}
    assert odds.reasons[0].capped


def test_a_factor_of_ratio_one_is_shown_and_moves_nothing() -> None:
    knowledge = small_world(risk_factors=[risk("nothing", effect("metal", 1.0))])
    odds = odds_of(knowledge, "nothing")
    assert used(odds) == {"nothing": 1.0}
    assert isclose(odds.log_odds, logit(0.1))


def test_a_cause_that_needs_a_risk_factor_is_held_back_without_one() -> None:
    gated = cause(
        "metal",
        requires_risk_factor=True,
        priors=(prior(0.1), prior(0.1, Group(age_max_years=1))),
    )
    knowledge = small_world(causes=[gated])
    closed = odds_of(knowledge)
    (gate,) = closed.reasons
    assert gate.kind == "gate"
    assert isclose(gate.used, GATE_RATIO.value)
    assert gate.sources
    assert used(odds_of(knowledge, "good-diet")) == {"good-diet": 0.5, "metal": 0.05}
    assert used(odds_of(knowledge, "bad-gut")) == {"bad-gut": 4.0}
    assert odds_of(knowledge, person=Person(age_years=0.5)).reasons == ()


def test_life_stages_switch_themselves_on_and_unknown_factors_are_left_out() -> None:
    stages = [
        risk("pregnancy", kind=RiskFactorKind.LIFE_STAGE, applies_to=Group(pregnant=True)),
        risk("anybody", kind=RiskFactorKind.LIFE_STAGE, applies_to=Group()),
        risk("bad-gut"),
    ]
    knowledge = small_world(risk_factors=stages)
    person = Person(pregnant=True)
    found = active_risk_factors(knowledge, declared=["bad-gut", "unheard-of"], person=person)
    assert found == {"pregnancy", "bad-gut"}


def test_raises_tells_of_recorded_effects_above_one() -> None:
    knowledge = small_world()
    assert knowledge.effects["bad-gut"]["metal"].raises
    assert not knowledge.effects["good-diet"]["metal"].raises
    assert "leaf" not in knowledge.effects["water-pill"]
