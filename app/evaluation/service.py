"""Runs the published cases through the assessment as a caller would, and measures the answers.

A case counts as found at k where one of its nutrients is among the first k deficiencies of the
answer; the rank in the whole list, triggers and diseases included, is told beside it. Cases whose
source names no nutrient ("negative") must keep every deficiency below "likely".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from app.assessment.requests import AssessmentRequest
from app.assessment.schemas import AssessmentRead
from app.assessment.service import answer
from app.evaluation.metrics import (
    Bin,
    Proportion,
    expected_calibration_error,
    proportion,
    reliability,
)
from app.evaluation.models import Vignette
from app.live import Live
from app.vocabulary import CauseKind, TriageLevel

LIST_LENGTH = 100
LEVELS = {level: position for position, level in enumerate(TriageLevel)}
TOP = (1, 3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the assessment made of one case."""

    id: str
    kind: str
    gold: list[str]
    rank_among_nutrients: int | None
    rank_in_list: int | None
    first: str | None
    likely_nutrients: list[str]
    triage: TriageLevel
    expected_triage: TriageLevel | None
    red_flag: bool
    phrases: int
    phrases_understood: int
    probabilities: list[tuple[float, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All measures over all cases."""

    cases: list[Case]
    top: dict[int, Proportion]
    top_in_list: dict[int, Proportion]
    per_nutrient: dict[str, Proportion]
    triage_recall: Proportion
    emergencies_at_least_urgent: Proportion
    over_triage: Proportion
    negatives_quiet: Proportion
    abstentions: int
    phrases_understood: Proportion
    calibration_error: float | None
    reliability: list[Bin]


def evaluate(session: Session, live: Live) -> Evaluation:
    """Run and measure every case that the tables hold."""
    vignettes = session.exec(select(Vignette).order_by(Vignette.id)).all()
    return measure([run(vignette, session, live) for vignette in vignettes])


def request_of(vignette: Vignette) -> AssessmentRequest:
    """Tell a case as a caller would: everything in words."""
    profile: dict[str, Any] = {key: value for key, value in vignette.profile.items() if value is not None}
    symptoms: list[dict[str, Any]] = [{"text": text} for text in vignette.symptoms]
    symptoms += [{"text": text, "present": False} for text in vignette.absent]
    labs = [
        {"test": lab["name"], "value": lab["value"], "unit": lab["unit"] or None} for lab in vignette.labs
    ]
    return AssessmentRequest.model_validate(
        {
            "symptoms": symptoms,
            "profile": profile,
            "labs": labs,
            "options": {"limit": LIST_LENGTH, "explain": False},
        }
    )


def run(vignette: Vignette, session: Session, live: Live) -> Case:
    """Assess one case."""
    found = answer(
        request_of(vignette),
        session=session,
        knowledge=live.knowledge,
        lexicon=live.lexicon,
        release=live.release,
    )
    deficiencies = [one for one in found.candidates if one.kind is CauseKind.DEFICIENCY]
    gold = set(vignette.gold)
    ranks = [place for place, one in enumerate(deficiencies, start=1) if one.nutrient in gold]
    overall = [
        one.rank for one in found.candidates if one.kind is CauseKind.DEFICIENCY and one.nutrient in gold
    ]
    return Case(
        id=vignette.id,
        kind=vignette.kind,
        gold=vignette.gold,
        rank_among_nutrients=min(ranks, default=None),
        rank_in_list=min(overall, default=None),
        first=found.candidates[0].id if found.candidates else None,
        likely_nutrients=[one.id for one in deficiencies if one.likelihood == "likely"],
        triage=found.triage.level,
        expected_triage=TriageLevel(vignette.expected_triage) if vignette.expected_triage else None,
        red_flag=vignette.gold_red_flag,
        phrases=len(vignette.symptoms),
        phrases_understood=understood(vignette.symptoms, found),
        probabilities=[(one.probability, one.nutrient in gold) for one in deficiencies],
    )


def understood(texts: Sequence[str], found: AssessmentRead) -> int:
    """Count the symptom texts of which something was understood as present."""
    said = {row.text for row in found.matched if row.kind == "symptom" and row.present}
    return sum(text in said for text in texts)


def measure(cases: list[Case]) -> Evaluation:
    """Measure what the assessment made of the cases."""
    with_gold = [case for case in cases if case.gold]
    urgent = [case for case in cases if case.red_flag and case.expected_triage is not None]
    emergencies = [case for case in cases if case.expected_triage is TriageLevel.EMERGENCY]
    calm = [case for case in cases if not case.red_flag]
    negatives = [case for case in cases if not case.gold]
    pairs = [pair for case in cases for pair in case.probabilities]
    nutrients = sorted({nutrient for case in with_gold for nutrient in case.gold})
    return Evaluation(
        cases=cases,
        top={k: found_at(k, [case.rank_among_nutrients for case in with_gold]) for k in TOP},
        top_in_list={k: found_at(k, [case.rank_in_list for case in with_gold]) for k in TOP},
        per_nutrient={
            nutrient: found_at(3, [case.rank_among_nutrients for case in with_gold if nutrient in case.gold])
            for nutrient in nutrients
        },
        triage_recall=proportion(
            sum(at_least(case.triage, case.expected_triage) for case in urgent), len(urgent)
        ),
        emergencies_at_least_urgent=proportion(
            sum(at_least(case.triage, TriageLevel.URGENT) for case in emergencies), len(emergencies)
        ),
        over_triage=proportion(sum(case.triage is TriageLevel.EMERGENCY for case in calm), len(calm)),
        negatives_quiet=proportion(sum(not case.likely_nutrients for case in negatives), len(negatives)),
        abstentions=sum(case.rank_among_nutrients is None for case in with_gold),
        phrases_understood=proportion(
            sum(case.phrases_understood for case in cases), sum(case.phrases for case in cases)
        ),
        calibration_error=expected_calibration_error(pairs),
        reliability=reliability(pairs),
    )


def found_at(k: int, ranks: Sequence[int | None]) -> Proportion:
    """Give the share of ranks that are k or better."""
    return proportion(sum(rank is not None and rank <= k for rank in ranks), len(ranks))


def at_least(level: TriageLevel, wanted: TriageLevel | None) -> bool:
    """Tell whether a level is as urgent as the one wanted, or more so."""
    return wanted is not None and LEVELS[level] <= LEVELS[wanted]


def told(found: Evaluation) -> Iterator[str]:
    """Tell of an evaluation in lines for a terminal: the measures, then the cases that were missed."""
    measures = {
        **{f"top-{k} among nutrients": one for k, one in found.top.items()},
        **{f"top-{k} in the whole list": one for k, one in found.top_in_list.items()},
        "triage at or above the right level": found.triage_recall,
        "emergencies at least urgent": found.emergencies_at_least_urgent,
        "other cases raised to emergency": found.over_triage,
        "negatives kept from likely": found.negatives_quiet,
        "symptom texts understood": found.phrases_understood,
    }
    for name, one in measures.items():
        if one.share is not None and one.low is not None and one.high is not None:
            yield f"{name:36} {one.share:6.1%}  {one.hits}/{one.of}  ({one.low:.1%} to {one.high:.1%})"
    error = found.calibration_error
    yield f"{'calibration error':36} {error:.3f}" if error is not None else "no prediction"
    yield ""
    for case in found.cases:
        missed = bool(case.gold) and case.rank_among_nutrients not in {1, 2, 3}
        loud = not case.gold and bool(case.likely_nutrients)
        low = case.red_flag and case.expected_triage and not at_least(case.triage, case.expected_triage)
        if missed or loud or low:
            yield (
                f"{case.id} gold={','.join(case.gold) or 'none'} rank={case.rank_among_nutrients} "
                f"first={case.first} likely={','.join(case.likely_nutrients) or 'none'} "
                f"triage={case.triage.value} expected={case.expected_triage} "
                f"phrases={case.phrases_understood}/{case.phrases}"
            )
