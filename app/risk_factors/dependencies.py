"""Look-ups of risk factors, each with its 404."""

from typing import Annotated

from fastapi import Depends

from app.live import LiveDep, SessionDep
from app.lookups import absent
from app.problems import NotFoundError
from app.risk_factors import queries
from app.risk_factors.models import RiskFactor
from app.schemas import SlugPath


class RiskFactorNotFoundError(NotFoundError):
    """No risk factor bears the id asked for."""

    slug, title = "risk-factor-not-found", "No such risk factor"
    what_to_do = "Ids are listed by /v1/risk-factors; /v1/search?q= finds them by name or brand."


def risk_factor_or_404(session: SessionDep, live: LiveDep, risk_factor: SlugPath) -> RiskFactor:
    """Give a risk factor by its id."""
    found = queries.risk_factor_by_id(session, risk_factor)
    if found is None:
        raise absent(RiskFactorNotFoundError, "risk-factor", risk_factor, live)
    return found


RiskFactorDep = Annotated[RiskFactor, Depends(risk_factor_or_404)]
