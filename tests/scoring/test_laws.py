"""The laws of the score (shared/design/ASSESS.md), over generated worlds and requests."""

from dataclasses import replace
from itertools import pairwise
from math import isclose, log
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.scoring.engine import PROBABILITY_CEILING, Assessment, Candidate, Request, assess
from app.scoring.findings import Finding
from app.scoring.labs import LabResult, lab_evidence
from app.scoring.triage import URGENCY
from app.scoring.wording import plain_sentence
from app.vocabulary import CauseKind, Grade
from tests.scoring.worlds import LAB_RESULTS, RISKS, SEEDS, SYMPTOMS, requests, world

thorough = settings(max_examples=300, deadline=None)


def by_cause(assessment: Assessment) -> dict[str, Candidate]:
    return {candidate.cause.id: candidate for candidate in assessment.candidates}


def log_odds(candidate: Candidate) -> float:
    return candidate.prior.log_odds + sum(piece.weight.value for piece in candidate.evidence)


def with_finding(request: Request, symptom: str, *, present: bool) -> Request:
    added = Finding(symptom=symptom, present=present)
    return replace(request, findings=(*request.findings, added))


def assert_not_lower(before: Assessment, after: Assessment, cause: str) -> None:
    was, now = by_cause(before).get(cause), by_cause(after).get(cause)
    if was is not None:
        assert now is not None
        assert now.probability >= was.probability - 1e-12


@thorough
@given(seed=SEEDS, request=requests())
def test_the_sum_can_be_redone_and_everything_in_it_is_graded_and_sourced(
    seed: int, request: Request
) -> None:
    knowledge = world(seed)
    for candidate in assess(knowledge, request).candidates:
        probability = candidate.probability
        assert 0 < probability <= PROBABILITY_CEILING + 1e-12
        assert isclose(log(probability / (1 - probability)), log_odds(candidate), abs_tol=1e-6)
        assert candidate.low <= probability <= candidate.high
        assert 0 <= candidate.measured_share <= 1
        for piece in candidate.evidence:
            assert piece.grade in Grade
            assert piece.sources
            assert isclose(log(piece.ratio), piece.weight.value, abs_tol=1e-9)
            assert plain_sentence(knowledge, candidate.cause, piece)
        for reason in candidate.prior.reasons:
            assert reason.grade in Grade
            assert reason.sources
        assert candidate.prior.prior.sources


@thorough
@given(seed=SEEDS, request=requests(), random=st.randoms(use_true_random=False))
def test_order_changes_nothing_and_duplicates_count_once(seed: int, request: Request, random: Random) -> None:
    knowledge = world(seed)
    findings, labs = [*request.findings, *request.findings], [*request.labs, *request.labs]
    random.shuffle(findings)
    random.shuffle(labs)
    other = replace(request, findings=tuple(findings), labs=tuple(labs))
    assert repr(assess(knowledge, other)) == repr(assess(knowledge, request))


@thorough
@given(seed=SEEDS, request=requests(), added=st.sampled_from(SYMPTOMS))
def test_a_finding_that_no_record_ties_to_a_cause_leaves_its_odds_exactly(
    seed: int, request: Request, added: str
) -> None:
    knowledge = world(seed)
    assume(all(finding.symptom != added for finding in request.findings))
    before = by_cause(assess(knowledge, request))
    for present in (True, False):
        table = knowledge.reported if present else knowledge.denied
        tied = {compiled.cause for compiled, _ in table[added]}
        # A report also withdraws a denial that it contradicts.
        tied |= {one.cause for wider in knowledge.lineage[added] for one, _ in knowledge.denied[wider]}
        after = by_cause(assess(knowledge, with_finding(request, added, present=present)))
        for cause, candidate in before.items():
            if cause not in tied:
                assert after[cause].probability == candidate.probability
                assert after[cause].prior.log_odds == candidate.prior.log_odds


@thorough
@given(seed=SEEDS, request=requests(), added=st.sampled_from(SYMPTOMS))
def test_more_support_never_lowers_a_cause(seed: int, request: Request, added: str) -> None:
    knowledge = world(seed)
    assume(all(finding.symptom != added for finding in request.findings))
    before = assess(knowledge, request)
    after = assess(knowledge, with_finding(request, added, present=True))
    for compiled, _ in knowledge.reported[added]:
        if compiled.present.value >= 1:
            assert_not_lower(before, after, compiled.cause)


@thorough
@given(seed=SEEDS, request=requests(), added=st.sampled_from(SYMPTOMS))
def test_a_denied_finding_never_raises_a_cause(seed: int, request: Request, added: str) -> None:
    knowledge = world(seed)
    assume(all(finding.symptom != added for finding in request.findings))
    before = assess(knowledge, request)
    after = by_cause(assess(knowledge, with_finding(request, added, present=False)))
    for candidate in before.candidates:
        assert after[candidate.cause.id].probability <= candidate.probability + 1e-12


@thorough
@given(seed=SEEDS, request=requests(), added=st.sampled_from(RISKS))
def test_a_risk_factor_that_raises_a_cause_never_lowers_it(seed: int, request: Request, added: str) -> None:
    knowledge = world(seed)
    before = assess(knowledge, request)
    more = replace(request, risk_factors=request.risk_factors | {added})
    after = assess(knowledge, more)
    for cause, effect in knowledge.effects[added].items():
        if effect.raises:
            assert_not_lower(before, after, cause)


@thorough
@given(seed=SEEDS, request=requests(), added=LAB_RESULTS)
def test_a_supporting_laboratory_result_never_lowers_a_cause(
    seed: int, request: Request, added: LabResult
) -> None:
    knowledge = world(seed)
    before = assess(knowledge, request)
    after = assess(knowledge, replace(request, labs=(*request.labs, added)))
    for cause, piece in lab_evidence(knowledge, [added], person=request.person):
        if piece.weight.value >= 0:
            assert_not_lower(before, after, cause)


@thorough
@given(seed=SEEDS, request=requests(), added=st.sampled_from(SYMPTOMS))
def test_one_more_finding_never_lowers_triage(seed: int, request: Request, added: str) -> None:
    knowledge = world(seed)
    assume(all(finding.symptom != added for finding in request.findings))
    before = URGENCY[assess(knowledge, request).triage.level]
    for present in (True, False):
        more = with_finding(request, added, present=present)
        assert URGENCY[assess(knowledge, more).triage.level] >= before
    unclear = replace(request, anything_unmatched=True)
    assert URGENCY[assess(knowledge, unclear).triage.level] >= before


@thorough
@given(seed=SEEDS, request=requests())
def test_the_list_is_ranked_and_the_benign_explanation_is_on_it(seed: int, request: Request) -> None:
    knowledge = world(seed)
    whole = assess(knowledge, request)
    probabilities = [candidate.probability for candidate in whole.candidates]
    assert all(one >= two - 1e-9 for one, two in pairwise(probabilities))
    assert [candidate.rank for candidate in whole.candidates] == [*range(1, len(whole.candidates) + 1)]
    understood = request.findings or request.labs or request.intake
    assert bool(whole.candidates) == bool(understood)
    for limit in (1, 2, 3):
        short = assess(knowledge, replace(request, limit=limit)).candidates
        assert len(short) == min(limit, len(whole.candidates))
        if short and limit > 1:
            assert any(candidate.cause.kind is CauseKind.BENIGN for candidate in short)
        assert all(whole.candidates[candidate.rank - 1] == candidate for candidate in short)


@thorough
@given(seed=SEEDS, request=requests())
def test_questions_teach_something_or_would_raise_the_level_and_ask_nothing_twice(
    seed: int, request: Request
) -> None:
    knowledge = world(seed)
    assessment = assess(knowledge, request)
    said = {finding.symptom for finding in request.findings}
    urgency = URGENCY[assessment.triage.level]
    for question in assessment.questions:
        assert question.symptom not in said
        assert question.bits > 0 or question.raises_to is not None
        if question.raises_to is not None:
            more = with_finding(request, question.symptom, present=True)
            after = assess(knowledge, more).triage.level
            assert URGENCY[after] >= URGENCY[question.raises_to] > urgency


@thorough
@given(seed=SEEDS, request=requests())
def test_the_counterfactual_is_never_above_the_candidate(seed: int, request: Request) -> None:
    knowledge = world(seed)
    for candidate in assess(knowledge, request).candidates:
        if candidate.counterfactual is not None:
            assert candidate.counterfactual.probability <= candidate.probability + 1e-12


@thorough
@given(seed=SEEDS, request=requests())
def test_declared_factors_alone_make_nothing_more_likely_than_not(seed: int, request: Request) -> None:
    knowledge = world(seed)
    for candidate in assess(knowledge, request).candidates:
        prior = candidate.prior
        assert prior.log_odds <= max(0.0, prior.base.value) + 1e-9
