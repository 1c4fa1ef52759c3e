"""`/v1/model` and `/v1/evaluation`: what the scoring knows, and how well it does."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Query
from sqlmodel import Session

from app.causes.dependencies import CauseNotFoundError
from app.evaluation.cases import Case
from app.evaluation.measures import UNSEEN, Evaluation, Measures, RankingMeasures
from app.evaluation.metrics import Proportion
from app.evaluation.schemas import (
    BinRead,
    CaseRead,
    EvaluationRead,
    FigureShareRead,
    InputRead,
    KindRead,
    ModelCauseRead,
    ModelLinkRead,
    ModelPriorRead,
    ModelRead,
    NutrientRecallRead,
    ParameterRead,
    ProportionRead,
    RivalRead,
    RivalSetRead,
    SetRead,
    TopRead,
)
from app.evaluation.service import evaluate
from app.live import Live, LiveDep
from app.lookups import alike
from app.patterns import SLUG
from app.problems import ProblemPart
from app.report.model_card import InputFigures, Share, model_card
from app.schemas import LikelihoodRead
from app.scoring.engine import MODEL_VERSION
from app.scoring.knowledge import Cause, Knowledge
from app.scoring.likelihood import Estimate
from app.scoring.parameters import parameters
from app.values import told_figure
from app.vocabulary import Basis, Grade

router = APIRouter(tags=["model"])
FORMULA = (
    "logit(probability) = ln(prior odds) + sum of weights; prior odds = odds of the group x odds ratios "
    "of risk factors (one a pathway, capped); weight of a finding = ln((1-(1-f)(1-b))/b) when present, "
    "ln(1-f) when denied, with f its frequency with the cause and b its background rate. What goes together "
    "counts in part, and so does support past log odds of -1; see the parameters."
)
# It takes seconds, once a release: a thread of its own, so that requests keep theirs (app/main.py).
EVALUATING = CapacityLimiter(1)
CAUTION = (
    "Published cases are clearer and rarer than what people ask about, and they are few for a nutrient. The "
    "set `dev` was open while the content was written. In the other sets some cases are written from "
    "reference pages, and where a source names no urgency the level is our own judgement. `held-out`, "
    "`second-held-out` and `third-held-out` were closed at first; on 2026-11-22 they were opened, and model "
    "and content were mended after looking at their misses. `fourth-held-out` is unseen: collected by "
    "somebody who had not seen the rules, committed before they were changed. The figures compare "
    "releases; they don't say how often an answer to a reader is right."
)


@router.get("/model", responses=CauseNotFoundError.declared(), summary="Get what the scoring knows")
def get_model(
    live: LiveDep,
    cause: Annotated[
        str | None,
        Query(
            max_length=64,
            pattern=SLUG,
            description="Only this cause.",
            examples=["magnesium-deficiency"],
        ),
    ] = None,
) -> ModelRead:
    """Give version, constants, priors, frequencies, likelihood ratios and their sources."""
    knowledge = live.knowledge
    if cause is not None:
        cause = live.merged.current("cause", cause)
    if cause is not None and cause not in knowledge.causes:
        near = alike(cause, knowledge.causes)
        part = ProblemPart(pointer="?cause", detail="No cause has this id.", suggestions=near)
        raise CauseNotFoundError(f"There is no cause with id '{cause}'.", errors=[part])
    wanted = knowledge.causes.values() if cause is None else [knowledge.causes[cause]]
    card = model_card(knowledge)
    return ModelRead(
        model_version=MODEL_VERSION,
        content_release=live.release,
        formula=FORMULA,
        parameters=[
            ParameterRead(name=one.name, value=estimate(one.value), meaning=one.meaning, origin=one.origin)
            for one in parameters()
        ],
        inputs=[
            input_read(name, figures) for name, figures in (*card.inputs.items(), ("together", card.together))
        ],
        causes=[cause_read(one, knowledge) for one in wanted],
    )


def estimate(value: Estimate) -> LikelihoodRead:
    """Tell of a figure with its range."""
    return LikelihoodRead(value=value.value, low=value.low, high=value.high)


def input_read(kind: str, figures: InputFigures) -> InputRead:
    """Tell what one kind of input rests on."""
    return InputRead(
        kind=kind,
        total=figures.total,
        by_basis=shares(figures.by_basis),
        by_grade=shares(figures.by_grade),
    )


def shares(found: Mapping[Basis, Share] | Mapping[Grade, Share]) -> list[FigureShareRead]:
    """Tell of shares by name."""
    return [
        FigureShareRead(name=str(name), count=share.count, fraction=told_figure(share.fraction))
        for name, share in found.items()
    ]


def cause_read(cause: Cause, knowledge: Knowledge) -> ModelCauseRead:
    """Tell everything that the score knows of one cause."""
    return ModelCauseRead(
        id=cause.id,
        kind=cause.kind.value,
        nutrient=cause.nutrient,
        name=cause.name,
        requires_risk_factor=cause.requires_risk_factor,
        priors=[
            ModelPriorRead(
                population=prior.population,
                prevalence=estimate(prior.prevalence),
                grade=prior.grade.value,
                basis=prior.basis.value,
                sources=list(prior.sources),
            )
            for prior in cause.priors
        ],
        links=[
            ModelLinkRead(
                symptom=symptom,
                stance=compiled.link.stance.value,
                frequency=(
                    estimate(compiled.link.frequency) if compiled.link.frequency is not None else None
                ),
                present=estimate(compiled.present),
                absent=estimate(compiled.absent),
                grade=compiled.link.grade.value,
                basis=compiled.link.basis.value,
                sources=list(compiled.link.sources),
            )
            for symptom, compiled in sorted(knowledge.links[cause.id].items())
        ],
    )


@router.get("/evaluation", summary="Get how well the assessment does")
async def get_evaluation(live: LiveDep) -> EvaluationRead:
    """Give top-1/3/5, triage recall and calibration on the public cases, for this release."""
    return await run_sync(evaluated, live, limiter=EVALUATING)


def evaluated(live: Live) -> EvaluationRead:
    """Evaluate a release; the answer is kept with it, as it takes seconds to make."""
    if "evaluation" not in live.kept:
        with Session(live.content) as session:
            live.kept["evaluation"] = evaluation_read(evaluate(session, live), live)
    found: EvaluationRead = live.kept["evaluation"]
    return found


def evaluation_read(found: Evaluation, live: Live) -> EvaluationRead:
    """Tell of an evaluation."""
    return EvaluationRead(
        content_release=live.release,
        model_version=MODEL_VERSION,
        **measures_of(found.overall),
        sets=[SetRead(set=name, **measures_of(one)) for name, one in found.sets.items()],
        kinds=[KindRead(kind=name, **measures_of(one)) for name, one in found.kinds.items()],
        baselines=[
            RivalRead(
                name=rival.name,
                meaning=rival.meaning,
                sets=[RivalSetRead(set=name, **ranking_of(one)) for name, one in rival.sets.items()],
            )
            for rival in found.rivals
        ],
        per_nutrient=[
            NutrientRecallRead(nutrient=nutrient, top_3=proportion_read(recall))
            for nutrient, recall in found.per_nutrient.items()
        ],
        reliability=[BinRead(**asdict(one)) for one in found.reliability],
        results=[case_read(case) for case in found.cases if case.outcome.case_set not in UNSEEN],
        caution=CAUTION,
    )


def measures_of(found: Measures) -> dict[str, Any]:
    """Give the fields of the measures of a group of cases."""
    return {
        **ranking_of(found.ranking),
        "triage_recall": proportion_read(found.triage_recall),
        "emergencies_at_least_urgent": proportion_read(found.emergencies_at_least_urgent),
        "over_triage": proportion_read(found.over_triage),
        "phrases_understood": proportion_read(found.phrases_understood),
    }


def ranking_of(found: RankingMeasures) -> dict[str, Any]:
    """Give the fields of the measures of a way to rank."""
    return {
        "cases": found.cases,
        "top": [
            TopRead(
                k=k,
                among_nutrients=proportion_read(found.top[k]),
                in_whole_list=proportion_read(found.top_in_list[k]),
            )
            for k in found.top
        ],
        "negatives_quiet": proportion_read(found.negatives_quiet) if found.negatives_quiet else None,
        "abstentions": found.abstentions,
        "calibration_error": found.calibration_error,
    }


def proportion_read(found: Proportion) -> ProportionRead:
    """Tell of a proportion."""
    return ProportionRead(**asdict(found))


def case_read(case: Case) -> CaseRead:
    """Tell of what the assessment made of a case."""
    return CaseRead(
        id=case.id,
        set=case.outcome.case_set,
        kind=case.outcome.kind,
        gold=list(case.outcome.gold),
        rank_among_nutrients=case.outcome.rank_among_nutrients,
        rank_in_list=case.outcome.rank_in_list,
        first=case.first,
        likely_nutrients=list(case.outcome.likely_nutrients),
        triage=case.triage,
        expected_triage=case.expected_triage,
    )
