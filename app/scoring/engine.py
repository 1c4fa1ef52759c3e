"""`assess`: triage first, then one ranked list of everything that may explain the findings.

Each cause is its own question ("is this there?"), so probabilities need not add up to one:

    logit(probability) = ln(prior odds) + sum of the weights of the evidence

holds for every candidate as given. A cause is listed where at least one piece of evidence supports
it; the explanation that nothing is missing is always listed. Rank goes by probability; ties by the
score before the ceiling, then by kind (rule-out, deficiency, excess, trigger, benign), then by id.

The interval follows from the low and high ends of every input by the square-and-add method (MOVER;
Zou & Donner, Stat Med 2008;27:1693): the distances to the ends, squared, added, and the root taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt

from app.scoring.evidence import Evidence, EvidenceKind, Piece, piece_of
from app.scoring.findings import (
    Finding,
    Leak,
    merged,
    raised_by,
    symptom_pieces,
    trigger_chance,
)
from app.scoring.intake import Intake, intake_evidence, intake_notes
from app.scoring.knowledge import (
    ANYBODY,
    EXPLAINING_KINDS,
    Cause,
    CompiledLink,
    Effect,
    Knowledge,
    Person,
)
from app.scoring.labs import LabResult, lab_evidence, unread_tests
from app.scoring.likelihood import Estimate, logit, probability_of
from app.scoring.priors import (
    GATE_OPENS_ABOVE,
    PriorOdds,
    WeighedPrior,
    active_risk_factors,
    effects_by_cause,
    told_prior,
    weighed_prior,
)
from app.scoring.questions import CANDIDATES_CONSIDERED, Case, Question, Standing, next_questions
from app.scoring.settling import settled, share_of, told
from app.scoring.triage import Circumstances, Triage, triage
from app.vocabulary import Basis, CauseKind

MODEL_VERSION = "1.1.0"
# Symptoms and tests told over a form never make anything certain: own rule.
PROBABILITY_CEILING = 0.99
CEILING = logit(PROBABILITY_CEILING)
# Log odds past this point count with a share: what is left of dependence makes high probabilities too
# high, and this keeps the order. Own rule, chosen on the open cases (docs/decisions/0002).
TEMPERED_FROM = -1.0
TEMPERED_SHARE = 0.5
GATE_OPENING_WEIGHT = log(GATE_OPENS_ABOVE)
LIKELY_FROM = 0.5
POSSIBLE_FROM = 0.1
KIND_ORDER: dict[CauseKind, int] = {
    CauseKind.RULE_OUT: 0,
    CauseKind.DEFICIENCY: 1,
    CauseKind.EXCESS: 2,
    CauseKind.TRIGGER: 3,
    CauseKind.BENIGN: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is known of one person. Ids must be known ones; `limit` is 1 or more."""

    findings: tuple[Finding, ...] = ()
    person: Person = ANYBODY
    risk_factors: frozenset[str] = frozenset()
    labs: tuple[LabResult, ...] = ()
    intake: Intake | None = None
    anything_unmatched: bool = False
    limit: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterfactual:
    """What would be left of a candidate without its strongest reason."""

    kind: str
    id: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible explanation. `rank` counts in the whole list, also where it was cut short."""

    rank: int
    cause: Cause
    probability: float
    low: float
    high: float
    likelihood: str
    prior: PriorOdds
    evidence: tuple[Evidence, ...]
    counterfactual: Counterfactual | None
    measured_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The answer: triage, ranking, what to ask next, and what could not be judged."""

    triage: Triage
    candidates: tuple[Candidate, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    model_version: str = MODEL_VERSION


@dataclass(slots=True, kw_only=True)
class Score:
    """A cause with its prior and evidence, before it has a rank: plain figures, nothing told yet.

    `pieces` is the evidence as found, `counted` the same as it counts; `uncapped` is the log odds
    that would follow without tempering and ceiling, `log_odds` what follows from prior and evidence as
    used; `held` is the share of all support that these two rules leave.
    """

    cause: Cause
    prior: WeighedPrior
    pieces: Sequence[Piece]
    counted: Sequence[Piece]
    uncapped: float
    log_odds: float
    held: float

    @property
    def probability(self) -> float:
        """Give the probability that follows from prior and evidence as used."""
        return probability_of(self.log_odds)


def assess(knowledge: Knowledge, request: Request) -> Assessment:
    """Assess one request.

    Raises:
        ConflictingFindingsError: a symptom is both reported and denied.
    """
    findings = merged(request.findings)
    active = active_risk_factors(knowledge, declared=request.risk_factors, person=request.person)
    circumstances = Circumstances(
        person=request.person,
        risk_factors=active,
        labs=request.labs,
        anything_unmatched=request.anything_unmatched,
    )
    urgency = triage(knowledge, findings, circumstances)
    understood = bool(findings or request.labs or request.intake)
    scores = ranked(knowledge, request, findings=findings, active=active) if understood else []
    candidates = tuple(
        _candidate(knowledge, request.person, score, rank)
        for rank, score in _shown(scores, limit=request.limit)
    )
    return Assessment(
        triage=urgency,
        candidates=candidates,
        questions=next_questions(
            knowledge,
            case=Case(findings=findings, circumstances=circumstances, level=urgency.level),
            standings=[
                Standing(
                    cause=score.cause.id,
                    probability=score.probability,
                    shares={one.group: share_of(one.group) for one in score.counted if one.weight != 0},
                )
                for score in scores[:CANDIDATES_CONSIDERED]
            ],
        ),
        notes=_notes(knowledge, request),
    )


def ranked(
    knowledge: Knowledge,
    request: Request,
    *,
    findings: tuple[Finding, ...],
    active: frozenset[str],
) -> list[Score]:
    """Score and rank every cause that something supports, and the benign explanation."""
    effects = effects_by_cause(knowledge, active)
    leak = declared_leak(knowledge, effects=effects, person=request.person)
    pieces = symptom_pieces(knowledge, findings, leak=leak)
    for cause_id, evidence in lab_evidence(knowledge, request.labs, person=request.person):
        pieces[cause_id].append(piece_of(evidence))
    if request.intake is not None:
        for cause_id, evidence in intake_evidence(knowledge, request.intake, person=request.person):
            pieces[cause_id].append(piece_of(evidence))
    supported = {cause for cause, found in pieces.items() if _supports(found)}
    scores = []
    for cause_id in supported.union(knowledge.benign):
        cause = knowledge.causes[cause_id]
        prior = weighed_prior(
            knowledge,
            cause=cause,
            person=request.person,
            effects=effects.get(cause_id, ()),
            measured=_is_measured(cause, pieces[cause_id]),
        )
        scores.append(score_of(knowledge, cause=cause, prior=prior, pieces=pieces[cause_id]))
    return sorted(scores, key=_rank_key)


def _is_measured(cause: Cause, pieces: Iterable[Piece]) -> bool:
    """Tell whether a test shows a lack or an excess so strongly that no history is needed."""
    return (
        cause.requires_risk_factor
        and cause.nutrient is not None
        and any(one.kind is EvidenceKind.LAB and one.weight > GATE_OPENING_WEIGHT for one in pieces)
    )


def _supports(pieces: Iterable[Piece]) -> bool:
    for piece in pieces:  # noqa: SIM110
        if piece.weight > 0:
            return True
    return False


def score_of(knowledge: Knowledge, *, cause: Cause, prior: WeighedPrior, pieces: Sequence[Piece]) -> Score:
    """Settle the evidence of one cause, temper a high sum, and hold it within the ceiling."""
    counted = settled(pieces, knowledge=knowledge)
    uncapped = fsum([prior.log_odds, *[one.weight for one in counted]])
    log_odds, ceiling, share = uncapped, _ceiling(uncapped, prior.log_odds), 1.0
    if uncapped > ceiling:
        support = fsum(one.weight for one in counted if one.weight > 0)
        share = (support - (uncapped - ceiling)) / support
        counted = [one.part(share) if one.weight > 0 else one for one in counted]
        log_odds = fsum([prior.log_odds, *(one.weight for one in counted)])
    return Score(
        cause=cause,
        prior=prior,
        pieces=pieces,
        counted=counted,
        uncapped=uncapped,
        log_odds=log_odds,
        held=share,
    )


def _ceiling(uncapped: float, prior: float) -> float:
    """Give the log odds that are let stand; neither rule takes what the prior alone gives."""
    base = max(TEMPERED_FROM, prior)
    tempered = uncapped if uncapped <= base else base + TEMPERED_SHARE * (uncapped - base)
    return min(tempered, max(CEILING, prior))


def declared_leak(
    knowledge: Knowledge, *, effects: Mapping[str, list[tuple[str, Effect]]], person: Person
) -> Leak | None:
    """Give the background rates, raised by the triggers and illnesses that the person declared.

    None where nothing is raised.

    A risk factor that itself raises a cause is not used to explain that cause's findings away, nor
    does anything explain away the benign explanation.

    Args:
        knowledge: What is known.
        effects: What the active risk factors do, by cause.
        person: Whose prior odds the triggers have.
    """
    raising = {
        cause: frozenset(risk for risk, effect in found if effect.raises) for cause, found in effects.items()
    }
    raisers = {
        cause
        for cause, risks in raising.items()
        if risks and knowledge.causes[cause].kind in EXPLAINING_KINDS
    }
    if not raisers:
        return None
    givers: dict[str, list[str]] = {}
    chances: dict[tuple[str, frozenset[str]], float] = {}
    raised: dict[tuple[str, frozenset[str], str], Estimate] = {}

    def probability(trigger: str, apart: frozenset[str]) -> float:
        key = (trigger, apart)
        if key not in chances:
            odds = weighed_prior(
                knowledge,
                cause=knowledge.causes[trigger],
                person=person,
                effects=[(risk, effect) for risk, effect in effects[trigger] if risk in apart],
            )
            chances[key] = probability_of(odds.log_odds)
        return chances[key]

    def leak(compiled: CompiledLink) -> Estimate:
        cause, symptom = compiled.cause, compiled.link.symptom
        found = givers.get(symptom)
        if found is None:
            found = givers[symptom] = [one for one in knowledge.given[symptom] if one in raisers]
        if not found or cause in knowledge.benign:
            return compiled.background
        own = raising.get(cause, frozenset())
        key = (symptom, own, cause if cause in raisers else "")
        if key not in raised:
            raised[key] = raised_by(
                compiled.background,
                [
                    trigger_chance(
                        knowledge,
                        trigger=trigger,
                        symptom=symptom,
                        probability=probability(trigger, raising[trigger] - own),
                    )
                    for trigger in found
                    if trigger != cause and not raising[trigger] <= own
                ],
            )
        return raised[key]

    return leak


def _rank_key(score: Score) -> tuple[float, float, int, str]:
    return (
        -round(score.log_odds, 9),
        -round(score.uncapped, 9),
        KIND_ORDER[score.cause.kind],
        score.cause.id,
    )


def _shown(scores: list[Score], *, limit: int) -> list[tuple[int, Score]]:
    """Cut the list; the benign explanation keeps a place, and its rank, unless there is but one."""
    numbered = list(enumerate(scores, start=1))
    shown = numbered[:limit]
    left = [entry for entry in numbered[limit:] if entry[1].cause.kind is CauseKind.BENIGN]
    if left and limit > 1:
        return [*shown[: max(1, limit - len(left))], *left[: limit - 1]]
    return shown


def _candidate(knowledge: Knowledge, person: Person, score: Score, rank: int) -> Candidate:
    prior, evidence = told_prior(score.cause, score.prior), told(score.counted)
    down, up = prior.squares()
    down = fsum([down, *((one.weight.value - one.weight.low) ** 2 for one in evidence)])
    up = fsum([up, *((one.weight.high - one.weight.value) ** 2 for one in evidence)])
    probability = score.probability
    return Candidate(
        rank=rank,
        cause=score.cause,
        probability=probability,
        low=min(probability, probability_of(score.log_odds - sqrt(down))),
        high=max(probability, probability_of(score.log_odds + sqrt(up))),
        likelihood=likelihood_of(probability),
        prior=prior,
        evidence=evidence,
        counterfactual=_counterfactual(knowledge, person, score),
        measured_share=_measured_share(prior, evidence),
    )


def likelihood_of(probability: float) -> str:
    """Name the band of a probability."""
    if probability >= LIKELY_FROM:
        return "likely"
    return "possible" if probability >= POSSIBLE_FROM else "unlikely"


def _counterfactual(knowledge: Knowledge, person: Person, score: Score) -> Counterfactual | None:
    """Take the strongest reason away and score again what is left."""
    found = [
        (-one.weight / score.held, one.kind.value, one.counted_as, one.id)
        for one in score.counted
        if one.weight > 0
    ]
    found += [(-factor.weight, "risk-factor", factor.id, factor.id) for factor in score.prior.factors]
    weight, kind, name, shown = min(found, default=(0.0, "", "", ""))
    if weight >= 0:
        return None
    factors, pieces = score.prior.factors, score.pieces
    if kind == "risk-factor":
        factors = [one for one in factors if one.id != name]
    else:
        pieces = [
            piece for piece in pieces if piece.weight <= 0 or (piece.kind, piece.counted_as) != (kind, name)
        ]
    prior = weighed_prior(
        knowledge,
        cause=score.cause,
        person=person,
        effects=sorted(((one.id, one.effect) for one in factors), key=lambda one: one[0]),
        measured=_is_measured(score.cause, pieces),
    )
    left = score_of(knowledge, cause=score.cause, prior=prior, pieces=pieces)
    return Counterfactual(kind=kind, id=shown, probability=left.probability)


def _measured_share(prior: PriorOdds, evidence: Iterable[Evidence]) -> float:
    """Give the share of all weights, for and against, that rests on measured figures."""
    weights = [
        *((piece.weight.value, piece.basis) for piece in evidence),
        *((reason.weight.value, reason.basis) for reason in prior.reasons),
    ]
    total = fsum(abs(weight) for weight, _ in weights)
    measured = fsum(abs(weight) for weight, basis in weights if basis is Basis.MEASURED)
    return measured / total if total else 0.0


def _notes(knowledge: Knowledge, request: Request) -> tuple[str, ...]:
    notes = [
        f"{knowledge.lab_tests[test].name}: this number can't be read without age and sex."
        for test in unread_tests(knowledge, request.labs, person=request.person)
    ]
    if request.intake is not None:
        notes += intake_notes(request.intake, person=request.person)
    return tuple(notes)
