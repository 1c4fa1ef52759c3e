"""SQL of risk factors and their effects."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.causes.models import Cause
from app.risk_factors.models import RiskEffect, RiskFactor
from app.vocabulary import RiskFactorKind


def risk_factor_by_id(session: Session, risk_factor_id: str) -> RiskFactor | None:
    """Give a risk factor."""
    return session.get(RiskFactor, risk_factor_id)


def risk_factors(
    session: Session, *, kind: RiskFactorKind | None = None, cause: str | None = None
) -> Sequence[RiskFactor]:
    """Give risk factors by name; with `cause`, those whose own record names it."""
    query = select(RiskFactor).order_by(RiskFactor.name, RiskFactor.id)
    if kind is not None:
        query = query.where(RiskFactor.kind == kind)
    if cause is not None:
        acting = select(RiskEffect.risk_factor_id).where(RiskEffect.cause_id == cause)
        query = query.where(col(RiskFactor.id).in_(acting))
    return session.exec(query).all()


def members(session: Session, risk_factor_id: str) -> Sequence[RiskFactor]:
    """Give the members of a class of medicines, by name."""
    return session.exec(
        select(RiskFactor).where(RiskFactor.member_of_id == risk_factor_id).order_by(RiskFactor.name)
    ).all()


def effects(session: Session, risk_factor: RiskFactor) -> list[tuple[RiskEffect, Cause, RiskFactor]]:
    """Give the effects of a risk factor and of its classes; its own figure goes first."""
    found: dict[str, tuple[RiskEffect, Cause, RiskFactor]] = {}
    holder: RiskFactor | None = risk_factor
    while holder is not None:
        rows = session.exec(
            select(RiskEffect, Cause)
            .join(Cause, col(Cause.id) == RiskEffect.cause_id)
            .where(RiskEffect.risk_factor_id == holder.id)
            .order_by(RiskEffect.cause_id)
        ).all()
        for effect, cause in rows:
            found.setdefault(cause.id, (effect, cause, holder))
        holder = session.get(RiskFactor, holder.member_of_id) if holder.member_of_id else None
    return [found[cause_id] for cause_id in sorted(found)]
