"""Published cases, told as a caller would tell them, and what a ranking makes of each.

A case is told in words, and understood, ranked and triaged by the same functions as
`POST /v1/assess`; what only tells the answer (questions, texts) is left out, to save time. A case
counts as found at k where one of its nutrients is among the first k deficiencies of the ranking.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.assessment.requests import AssessmentRequest
from app.assessment.understanding import person_of, understand
from app.evaluation.models import Vignette
from app.language.lexicon import Lexicon
from app.language.match import match_symptom
from app.live import Live
from app.scoring.engine import LIKELY_FROM, Request
from app.scoring.findings import merged
from app.scoring.knowledge import Cause, Knowledge
from app.scoring.priors import active_risk_factors
from app.scoring.triage import Circumstances, triage
from app.vocabulary import CauseKind, TriageLevel


class Ranked(NamedTuple):
    """A cause in its place; the probability is None where a way of ranking gives none."""

    cause: Cause
    probability: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A case, understood."""

    vignette: Vignette
    request: Request
    phrases_understood: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a ranking made of one case; `probabilities` has each deficiency and whether it is right."""

    case_set: str
    kind: str
    gold: tuple[str, ...]
    rank_among_nutrients: int | None
    rank_in_list: int | None
    likely_nutrients: tuple[str, ...]
    probabilities: tuple[tuple[float, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the assessment made of one case."""

    id: str
    outcome: Outcome
    first: str | None
    triage: TriageLevel
    expected_triage: TriageLevel | None
    red_flag: bool
    phrases: int
    phrases_understood: int


def request_of(vignette: Vignette) -> AssessmentRequest:
    """Tell a case as a caller would: everything in words."""
    profile: dict[str, Any] = {key: value for key, value in vignette.profile.items() if value is not None}
    symptoms: list[dict[str, Any]] = [{"text": text} for text in vignette.symptoms]
    symptoms += [{"text": text, "present": False} for text in vignette.absent]
    labs = [
        {"test": lab["name"], "value": lab["value"], "unit": lab["unit"] or None} for lab in vignette.labs
    ]
    return AssessmentRequest.model_validate({"symptoms": symptoms, "profile": profile, "labs": labs})


def pose(vignette: Vignette, live: Live) -> Posed:
    """Understand a case."""
    body = request_of(vignette)
    found = understand(body, live.knowledge, live.lexicon)
    return Posed(
        vignette=vignette,
        request=Request(
            findings=tuple(found.findings),
            person=person_of(body.profile),
            risk_factors=frozenset(found.risk_factors),
            labs=tuple(found.labs),
            anything_unmatched=found.anything_unclear,
        ),
        phrases_understood=understood_of(vignette.symptoms, live.lexicon),
    )


def understood_of(texts: Iterable[str], lexicon: Lexicon) -> int:
    """Count the texts of which something is understood as present."""
    return sum(any(one.present for one in match_symptom(text, lexicon).mentions) for text in texts)


def outcome_of(vignette: Vignette, ranking: Sequence[Ranked]) -> Outcome:
    """See where the nutrients of a case stand in a ranking."""
    gold = frozenset(vignette.gold)
    deficiencies = [one for one in ranking if one.cause.kind is CauseKind.DEFICIENCY]
    return Outcome(
        case_set=vignette.set,
        kind=vignette.kind,
        gold=tuple(vignette.gold),
        rank_among_nutrients=best_rank(deficiencies, gold),
        rank_in_list=best_rank(ranking, gold),
        likely_nutrients=tuple(
            one.cause.id
            for one in deficiencies
            if one.probability is not None and one.probability >= LIKELY_FROM
        ),
        probabilities=tuple(
            (one.probability, one.cause.nutrient in gold)
            for one in deficiencies
            if one.probability is not None
        ),
    )


def best_rank(ranking: Sequence[Ranked], gold: frozenset[str]) -> int | None:
    """Give the place of the first deficiency that is right, from 1; None where none is listed."""
    places = (
        place
        for place, one in enumerate(ranking, start=1)
        if one.cause.kind is CauseKind.DEFICIENCY and one.cause.nutrient in gold
    )
    return next(places, None)


def case_of(posed: Posed, ranking: Sequence[Ranked], level: TriageLevel) -> Case:
    """See what the assessment made of a case."""
    vignette = posed.vignette
    return Case(
        id=vignette.id,
        outcome=outcome_of(vignette, ranking),
        first=ranking[0].cause.id if ranking else None,
        triage=level,
        expected_triage=TriageLevel(vignette.expected_triage) if vignette.expected_triage else None,
        red_flag=vignette.gold_red_flag,
        phrases=len(vignette.symptoms),
        phrases_understood=posed.phrases_understood,
    )


def level_of(knowledge: Knowledge, request: Request) -> TriageLevel:
    """Give the triage level of a request, by the same rules as the assessment."""
    circumstances = Circumstances(
        person=request.person,
        risk_factors=active_risk_factors(knowledge, declared=request.risk_factors, person=request.person),
        labs=request.labs,
        anything_unmatched=request.anything_unmatched,
    )
    return triage(knowledge, merged(request.findings), circumstances).level
