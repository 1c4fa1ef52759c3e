"""`/v1/risk-factors`: conditions, medicines, diets, habits, life stages, and what each depletes."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.causes.models import Cause
from app.lists.paging import IdsDep, PagingDep, QueryText
from app.lists.shape import ExpandDep, FieldsDep
from app.live import LiveDep, SessionDep
from app.lookups import known_filter, looked_up
from app.patterns import SLUG
from app.problems import InvalidCursorError
from app.risk_factors import queries
from app.risk_factors.dependencies import RiskFactorDep, RiskFactorNotFoundError
from app.risk_factors.models import RiskEffect, RiskFactor
from app.risk_factors.schemas import (
    EffectRead,
    RiskFactorPage,
    RiskFactorRead,
)
from app.risk_factors.summaries import summary
from app.schemas import LikelihoodRead, Ref
from app.scoring.knowledge import Knowledge
from app.vocabulary import RiskFactorKind

router = APIRouter(tags=["risk factors"])


@router.get(
    "/risk-factors",
    response_model=RiskFactorPage,
    responses=InvalidCursorError.declared(),
    summary="List risk factors",
)
def list_risk_factors(
    session: SessionDep,
    live: LiveDep,
    paging: PagingDep,
    ids: IdsDep,
    expand: ExpandDep,
    q: QueryText = None,
    kind: Annotated[RiskFactorKind | None, Query(description="Of this sort only.")] = None,
    cause: Annotated[
        str | None,
        Query(
            max_length=64,
            pattern=SLUG,
            description="Only those whose own record acts on this cause.",
            examples=["magnesium-deficiency"],
        ),
    ] = None,
) -> RiskFactorPage | Response:
    """Give risk factors by name, or the best match for `q` first (brand names too)."""
    if cause is not None:
        cause = known_filter("cause", "cause", cause, live.knowledge.causes, live)
    rows = queries.risk_factors(session, kind=kind, cause=cause)
    found = ids.pick(live.search.rank(q, "risk-factor", rows), "risk-factor")
    items = [summary(row) for row in paging.slice(found)]
    return paging.page(RiskFactorPage, items, len(found), missing=ids.missing, expanded=expand.of(*items))


@router.get(
    "/risk-factors/{risk_factor}",
    response_model=RiskFactorRead,
    responses=looked_up(RiskFactorNotFoundError),
    summary="Get a risk factor",
)
def get_risk_factor(
    risk_factor: RiskFactorDep, session: SessionDep, live: LiveDep, fields: FieldsDep, expand: ExpandDep
) -> RiskFactorRead | Response:
    """Give one risk factor with the nutrients that it depletes and by how much the odds rise."""
    record = RiskFactorRead(
        **risk_factor.model_dump(),
        member_of=risk_factor.member_of_id,
        members=[Ref(id=row.id, name=row.name) for row in queries.members(session, risk_factor.id)],
        effects=[
            effect_read(risk_factor, effect, cause, holder, live.knowledge)
            for effect, cause, holder in queries.effects(session, risk_factor)
        ],
    )
    record.expanded = expand.of(record)
    return fields.record(record)


def effect_read(
    risk_factor: RiskFactor,
    effect: RiskEffect,
    cause: Cause,
    holder: RiskFactor,
    knowledge: Knowledge,
) -> EffectRead:
    """Tell of one effect, with the odds ratio that the score gives it."""
    used = knowledge.effects[risk_factor.id][cause.id].odds_ratio
    inherited = holder.id != risk_factor.id
    measured = None
    if effect.odds_ratio is not None and effect.low is not None and effect.high is not None:
        measured = LikelihoodRead(value=effect.odds_ratio, low=effect.low, high=effect.high)
    return EffectRead(
        cause=Ref(id=cause.id, name=cause.name),
        cause_kind=cause.kind,
        nutrient=cause.nutrient_id,
        inherited_from=Ref(id=holder.id, name=holder.name) if inherited else None,
        measured_odds_ratio=measured,
        studied=effect.studied,
        effect_class=effect.effect_class,
        odds_ratio=LikelihoodRead(value=used.value, low=used.low, high=used.high),
        pathway=effect.pathway,
        mechanism=effect.mechanism,
        time_to_effect=effect.time_to_effect,
        basis=effect.basis,
        grade=effect.grade,
        sources=effect.sources,
    )
