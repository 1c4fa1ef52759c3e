"""Runs the published cases through the assessment, and measures what comes out.

Measured by set and by kind of case, with simpler ways to rank beside it. Cases whose source names
no nutrient ("negative") must keep every deficiency below "likely".
"""

from collections.abc import Iterator, Sequence

from sqlmodel import Session, select

from app.evaluation.cases import case_of, level_of, pose
from app.evaluation.measures import UNSEEN, Evaluation, found_at, measure, measure_rival
from app.evaluation.metrics import reliability
from app.evaluation.models import SETS, Vignette
from app.evaluation.rivals import model, rivals
from app.evaluation.telling import compared, missed, table, told_case
from app.live import Live


def evaluate(session: Session, live: Live, sets: Sequence[str] = SETS) -> Evaluation:
    """Run and measure every case of these sets that the tables hold."""
    vignettes = session.exec(select(Vignette).order_by(Vignette.id)).all()
    posed = [pose(vignette, live) for vignette in vignettes if vignette.set in sets]
    itself = model(live.knowledge)
    cases = [
        case_of(one, itself.ranking(one.request), level_of(live.knowledge, one.request)) for one in posed
    ]
    outcomes = [case.outcome for case in cases]
    present = [name for name in sets if any(outcome.case_set == name for outcome in outcomes)]
    return Evaluation(
        cases=cases,
        overall=measure(cases),
        sets={name: measure(case for case in cases if case.outcome.case_set == name) for name in present},
        kinds={
            kind: measure(case for case in cases if case.outcome.kind == kind)
            for kind in sorted({outcome.kind for outcome in outcomes})
        },
        rivals=[measure_rival(rival, posed, present) for rival in rivals(live.knowledge)],
        per_nutrient={
            nutrient: found_at(3, [one.rank_among_nutrients for one in outcomes if nutrient in one.gold])
            for nutrient in sorted({nutrient for outcome in outcomes for nutrient in outcome.gold})
        },
        reliability=reliability([pair for outcome in outcomes for pair in outcome.probabilities]),
    )


def told(found: Evaluation) -> Iterator[str]:
    """Tell of the measures, then of the cases that were missed, those of the unseen sets left out."""
    yield from table({**found.sets, "all": found.overall})
    yield ""
    yield from table(found.kinds)
    yield ""
    yield from compared(found)
    yield ""
    for case in found.cases:
        if case.outcome.case_set not in UNSEEN and missed(case):
            yield told_case(case)
