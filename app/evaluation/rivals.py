"""Other ways to rank, measured beside the model on the same understood cases.

Baselines are what a simpler service would do. Ablations are the model itself with a part of its
knowledge taken away: what is lost is what the part is worth.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import fsum

from app.evaluation.cases import Ranked
from app.scoring.engine import Request, ranked
from app.scoring.findings import merged, symptom_evidence
from app.scoring.knowledge import Cause, Knowledge, LabTest, RiskFactor
from app.scoring.labs import lab_evidence
from app.scoring.likelihood import probability_of
from app.scoring.priors import active_risk_factors, best_prior, prior_odds
from app.vocabulary import CauseKind, Grade, Stance

Ranker = Callable[[Knowledge, Request], list[Ranked]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A way to rank, with the knowledge it ranks by."""

    name: str
    meaning: str
    knowledge: Knowledge
    rank: Ranker

    def ranking(self, request: Request) -> list[Ranked]:
        """Rank the causes for a request; nothing understood gives nothing, as in the assessment."""
        if not (request.findings or request.labs):
            return []
        return self.rank(self.knowledge, request)


def model(knowledge: Knowledge) -> Rival:
    """Give the model itself."""
    return Rival(name="model", meaning="The assessment.", knowledge=knowledge, rank=by_model)


def rivals(knowledge: Knowledge) -> tuple[Rival, ...]:
    """Give the baselines and the ablations."""
    return (
        Rival(
            name="symptom-count",
            meaning="Baseline: the number of reported symptoms that a cause lists; the more common first.",
            knowledge=knowledge,
            rank=symptom_count,
        ),
        Rival(
            name="prevalence-only",
            meaning="Baseline: how common a cause is at this age, sex and life stage; no symptom read.",
            knowledge=knowledge,
            rank=prevalence_only,
        ),
        Rival(
            name="naive-bayes",
            meaning="Baseline: all weights added up as if independent; no families, nothing explained away.",
            knowledge=knowledge,
            rank=naive_bayes,
        ),
        Rival(
            name="without-risk-factors",
            meaning="Ablation: no condition, medicine, diet or habit read, none held back for want of one.",
            knowledge=without_risk_factors(knowledge),
            rank=by_model,
        ),
        Rival(
            name="without-grade-d",
            meaning="Ablation: links that rest on reference works, expert ranges or mechanism left out.",
            knowledge=without_grade_d(knowledge),
            rank=by_model,
        ),
        Rival(
            name="without-labs",
            meaning="Ablation: no laboratory result read.",
            knowledge=without_labs(knowledge),
            rank=by_model,
        ),
    )


def by_model(knowledge: Knowledge, request: Request) -> list[Ranked]:
    """Rank as the assessment does."""
    active = active_risk_factors(knowledge, declared=request.risk_factors, person=request.person)
    scores = ranked(knowledge, request, findings=merged(request.findings), active=active)
    return [Ranked(score.cause, score.probability) for score in scores]


def symptom_count(knowledge: Knowledge, request: Request) -> list[Ranked]:
    """Rank by the number of reported symptoms that a cause lists."""
    counts: dict[str, int] = {}
    for finding in merged(request.findings):
        if finding.present:
            for compiled, _ in knowledge.reported[finding.symptom]:
                if compiled.link.stance is not Stance.CONTRADICTS:
                    counts[compiled.cause] = counts.get(compiled.cause, 0) + 1

    def key(cause: Cause) -> tuple[float, float, str]:
        return (-counts[cause.id], -best_prior(cause, request.person).prevalence.value, cause.id)

    return [Ranked(cause, None) for cause in sorted((knowledge.causes[one] for one in counts), key=key)]


def prevalence_only(knowledge: Knowledge, request: Request) -> list[Ranked]:
    """Rank by how common causes are in people like this one."""
    found = [
        Ranked(cause, best_prior(cause, request.person).prevalence.value)
        for cause in knowledge.causes.values()
    ]
    return sorted(found, key=_likeliest)


def naive_bayes(knowledge: Knowledge, request: Request) -> list[Ranked]:
    """Rank by prior odds and all weights, each in full."""
    active = active_risk_factors(knowledge, declared=request.risk_factors, person=request.person)
    pieces = symptom_evidence(knowledge, merged(request.findings))
    for cause_id, piece in lab_evidence(knowledge, request.labs, person=request.person):
        pieces.setdefault(cause_id, []).append(piece)
    found = []
    for cause in knowledge.causes.values():
        weights = [piece.weight.value for piece in pieces.get(cause.id, [])]
        if cause.kind is CauseKind.BENIGN or any(weight > 0 for weight in weights):
            prior = prior_odds(knowledge, cause=cause, person=request.person, risk_factors=active)
            found.append(Ranked(cause, probability_of(fsum([prior.log_odds, *weights]))))
    return sorted(found, key=_likeliest)


def _likeliest(one: Ranked) -> tuple[float, str]:
    return (-(one.probability or 0.0), one.cause.id)


def without_risk_factors(knowledge: Knowledge) -> Knowledge:
    """Take the effects of risk factors away, and the gate that asks for one."""
    return rebuilt(
        knowledge,
        causes=[replace(cause, requires_risk_factor=False) for cause in knowledge.causes.values()],
        risk_factors=[replace(risk, effects=()) for risk in knowledge.risk_factors.values()],
    )


def without_grade_d(knowledge: Knowledge) -> Knowledge:
    """Take the links of the weakest grade away."""
    return rebuilt(
        knowledge,
        causes=[
            replace(cause, links=tuple(link for link in cause.links if link.grade is not Grade.D))
            for cause in knowledge.causes.values()
        ],
    )


def without_labs(knowledge: Knowledge) -> Knowledge:
    """Take the cut-offs of laboratory tests away."""
    return rebuilt(knowledge, lab_tests=[replace(test, bands=()) for test in knowledge.lab_tests.values()])


def rebuilt(
    knowledge: Knowledge,
    *,
    causes: Iterable[Cause] | None = None,
    risk_factors: Iterable[RiskFactor] | None = None,
    lab_tests: Iterable[LabTest] | None = None,
) -> Knowledge:
    """Compile the same knowledge with some of it replaced."""
    return Knowledge.build(
        symptoms=knowledge.symptoms.values(),
        causes=knowledge.causes.values() if causes is None else causes,
        risk_factors=knowledge.risk_factors.values() if risk_factors is None else risk_factors,
        lab_tests=knowledge.lab_tests.values() if lab_tests is None else lab_tests,
        red_flags=knowledge.red_flags,
    )
