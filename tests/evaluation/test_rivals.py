"""Other ways to rank, on a world of round numbers."""

from math import isclose

import pytest

from app.evaluation.cases import Ranked, level_of
from app.evaluation.rivals import (
    Rival,
    by_model,
    model,
    naive_bayes,
    prevalence_only,
    rivals,
    symptom_count,
    without_grade_d,
    without_labs,
    without_risk_factors,
)
from app.scoring.engine import Request, assess
from app.scoring.knowledge import Knowledge
from app.scoring.labs import LabResult
from app.scoring.likelihood import logit
from app.vocabulary import Grade
from tests.scoring.worlds import ask, cause, link, prior, small_world

WORLD = small_world()
REQUESTS = (
    ask("tired", "cramp"),
    ask("lip-twitch", absent=("cramp",), risk_factors=frozenset({"bad-gut", "ten-coffees"})),
    ask("weakness", "seizure", labs=(LabResult(test="serum", value=0.5),)),
    ask("unlisted"),
    ask(),
)


def named(ranking: list[Ranked]) -> list[str]:
    return [one.cause.id for one in ranking]


@pytest.mark.parametrize("request_", REQUESTS)
def test_the_model_is_the_assessment(request_: Request) -> None:
    found = assess(WORLD, request_)
    ranking = model(WORLD).ranking(request_)
    assert [(one.cause.id, one.probability) for one in ranking] == [
        (candidate.cause.id, candidate.probability) for candidate in found.candidates
    ]
    assert level_of(WORLD, request_) is found.triage.level


@pytest.mark.parametrize("rival", rivals(WORLD), ids=lambda rival: rival.name)
def test_where_nothing_is_understood_nothing_is_ranked(rival: Rival) -> None:
    assert rival.ranking(ask()) == []


def test_the_count_reads_reported_symptoms_only() -> None:
    ranking = symptom_count(WORLD, ask("tired", "cramp", absent=("weakness",)))
    assert named(ranking) == ["metal", "leaf"]
    assert {one.probability for one in ranking} == {None}


def test_of_equal_counts_the_more_common_cause_goes_first() -> None:
    knowledge = small_world(
        causes=[
            cause("rare", link("tired"), priors=(prior(0.01),)),
            cause("usual", link("tired"), priors=(prior(0.2),)),
        ],
        risk_factors=[],
        lab_tests=[],
    )
    assert named(symptom_count(knowledge, ask("tired"))) == ["usual", "rare"]


def test_prevalence_alone_reads_no_symptom() -> None:
    assert prevalence_only(WORLD, ask("tired")) == prevalence_only(WORLD, ask("cramp"))
    assert named(prevalence_only(WORLD, ask("tired")))[0] == "benign"


def test_naive_bayes_adds_every_weight_in_full() -> None:
    found = {one.cause.id: one.probability for one in naive_bayes(WORLD, ask("tired", "headache"))}
    ratio = WORLD.links["metal"]["tired"].present.value * WORLD.links["metal"]["headache"].present.value
    probability = found["metal"]
    assert probability is not None
    odds = WORLD.causes["metal"].priors[0].prevalence.value
    assert isclose(probability / (1 - probability), odds / (1 - odds) * ratio)
    shrunk = {one.cause.id: one.probability for one in by_model(WORLD, ask("tired", "headache"))}["metal"]
    assert shrunk is not None
    assert logit(shrunk) < logit(probability)


def test_without_risk_factors_they_change_nothing_and_none_is_needed() -> None:
    gated = small_world(
        causes=[*WORLD.causes.values(), cause("gated", link("tired"), requires_risk_factor=True)]
    )
    reduced = without_risk_factors(gated)
    with_factor = ask("tired", risk_factors=frozenset({"bad-gut", "water-pill"}))
    assert by_model(reduced, with_factor) == by_model(reduced, ask("tired"))
    assert chance(by_model(reduced, ask("tired")), "gated") > chance(by_model(gated, ask("tired")), "gated")


def chance(ranking: list[Ranked], name: str) -> float:
    return next(one.probability or 0.0 for one in ranking if one.cause.id == name)


def test_without_grade_d_only_those_links_are_gone() -> None:
    knowledge = small_world(causes=[cause("metal", link("tired", grade=Grade.D), link("cramp"))])
    reduced = without_grade_d(knowledge)
    assert set(reduced.links["metal"]) == {"cramp"}
    assert len(reduced.lab_tests) == len(knowledge.lab_tests)


def test_without_labs_results_change_nothing() -> None:
    reduced: Knowledge = without_labs(WORLD)
    result = (LabResult(test="serum", value=0.5),)
    assert by_model(reduced, ask("tired", labs=result)) == by_model(reduced, ask("tired"))
    assert by_model(WORLD, ask("tired", labs=result)) != by_model(WORLD, ask("tired"))
