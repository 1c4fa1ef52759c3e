"""Prior odds: how common a cause is in people like this one, and what their risk factors change.

Odds ratios of risk factors come from separate studies, each adjusted for other things, and the
factors travel together (older age, several medicines, poor diet). Multiplying them all overstates
what is known. The rules, all our own:

- the prior of the most specific group that the person is known to be in is taken;
- of the factors that act by one pathway only the strongest counts;
- the pathway that counts most counts in full, every further one with half its logarithm;
- factors that raise and factors that lower are settled apart;
- together they raise the odds at most 300-fold, and never past even odds: a history alone, without
  a finding, makes nothing more likely than not;
- a life stage that the prior's own group already stands for isn't counted again;
- a cause that needs a risk factor is held at a twentieth of its odds while none is declared.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import exp, fsum, log, sqrt

from app.scoring.knowledge import Cause, Effect, Knowledge, Person, Prior
from app.scoring.likelihood import Estimate, logit, logs
from app.vocabulary import Basis, Grade, RiskFactorKind

PATHWAY_SHARE = 0.5
PRODUCT_CEILING = 300.0
GATE_RATIO = Estimate(value=0.05, low=0.01, high=0.2)
GATE_SOURCES = ("own-expert-range",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the prior odds are what they are.

    `kind` is "prevalence", "risk-factor" or "gate". `odds_ratio` is the recorded figure and
    `weight` the logarithm of what was used of it; `capped` tells that the two differ.
    """

    kind: str
    id: str
    odds_ratio: float
    weight: Estimate
    grade: Grade
    basis: Basis
    sources: tuple[str, ...]
    pathway: str | None = None
    mechanism: str = ""
    capped: bool = False

    @property
    def used(self) -> float:
        """Give the odds ratio as used."""
        return exp(self.weight.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorOdds:
    """The prior odds of one cause, with the record behind them and every factor."""

    prior: Prior
    base: Estimate
    reasons: tuple[Reason, ...]

    @property
    def log_odds(self) -> float:
        """Give the natural logarithm of the prior odds."""
        return fsum([self.base.value, *(reason.weight.value for reason in self.reasons)])

    @property
    def odds(self) -> float:
        """Give the prior odds."""
        return exp(self.log_odds)

    def squares(self) -> tuple[float, float]:
        """Give the squared distances to the low and the high end, added up, in log odds."""
        parts = [self.base, *(reason.weight for reason in self.reasons)]
        return (
            fsum((part.value - part.low) ** 2 for part in parts),
            fsum((part.high - part.value) ** 2 for part in parts),
        )

    @property
    def range(self) -> tuple[float, float]:
        """Give the low and the high end of the log odds."""
        down, up = self.squares()
        return self.log_odds - sqrt(down), self.log_odds + sqrt(up)


def active_risk_factors(knowledge: Knowledge, *, declared: Iterable[str], person: Person) -> frozenset[str]:
    """Give the declared risk factors that are known, and the life stages the person is in."""
    by_life_stage = (
        risk.id
        for risk in knowledge.risk_factors.values()
        if risk.applies_to is not None and risk.applies_to.criteria() and risk.applies_to.includes(person)
    )
    return frozenset([*(known for known in declared if known in knowledge.risk_factors), *by_life_stage])


def best_prior(cause: Cause, person: Person) -> Prior:
    """Give the prior of the most specific group that the person is known to be in.

    Raises:
        ValueError: no prior holds for this person; each cause needs one for everybody.
    """
    fitting = [prior for prior in cause.priors if prior.group.includes(person)]
    if not fitting:
        raise ValueError(f"cause '{cause.id}' has no prior that holds for everybody")
    return min(
        fitting,
        key=lambda prior: (
            -len(prior.group.criteria()),
            prior.group.years(),
            -prior.prevalence.value,
            prior.population,
        ),
    )


def prior_odds(
    knowledge: Knowledge, *, cause: Cause, person: Person, risk_factors: Iterable[str]
) -> PriorOdds:
    """Work out the prior odds of a cause for a person with these (active) risk factors."""
    prior = best_prior(cause, person)
    base = Estimate(
        value=logit(prior.prevalence.value),
        low=logit(prior.prevalence.low),
        high=logit(prior.prevalence.high),
    )
    reasons = [
        _reason(knowledge, risk, knowledge.effects[risk][cause.id], prior)
        for risk in sorted(set(risk_factors))
        if cause.id in knowledge.effects[risk]
    ]
    settled = _settled(reasons, base=base.value)
    if cause.requires_risk_factor and not _gate_is_open(prior, settled):
        settled = [*settled, _gate(cause)]
    return PriorOdds(prior=prior, base=base, reasons=tuple(settled))


def raises(knowledge: Knowledge, *, risk_factor: str, cause: str) -> bool:
    """Tell whether a risk factor is recorded to raise the odds of a cause."""
    effect = knowledge.effects[risk_factor].get(cause)
    return effect is not None and effect.odds_ratio.value > 1


def _reason(knowledge: Knowledge, risk_id: str, effect: Effect, prior: Prior) -> Reason:
    risk = knowledge.risk_factors[risk_id]
    counted_already = (
        risk.kind is RiskFactorKind.LIFE_STAGE
        and risk.applies_to is not None
        and bool(risk.applies_to.criteria())
        and risk.applies_to.criteria() <= prior.group.criteria()
    )
    nothing = Estimate(value=0.0, low=0.0, high=0.0)
    return Reason(
        kind="risk-factor",
        id=risk_id,
        odds_ratio=effect.odds_ratio.value,
        weight=nothing if counted_already else logs(effect.odds_ratio),
        grade=effect.grade,
        basis=effect.basis,
        sources=effect.sources,
        pathway=effect.pathway,
        mechanism=effect.mechanism,
        capped=counted_already,
    )


def _settled(reasons: list[Reason], *, base: float) -> list[Reason]:
    """Shrink factors that travel together, then hold the product within its ceiling."""
    up = _shrunk([reason for reason in reasons if reason.weight.value > 0])
    down = _shrunk([reason for reason in reasons if reason.weight.value < 0])
    neutral = [reason for reason in reasons if reason.weight.value == 0]
    ceiling = min(log(PRODUCT_CEILING), max(0.0, -base))
    total = fsum(reason.weight.value for reason in up)
    if total > ceiling:
        up = [_shared(reason, ceiling / total) for reason in up]
    return sorted([*up, *down, *neutral], key=_order)


def _shrunk(reasons: list[Reason]) -> list[Reason]:
    """Let the strongest of each pathway count: the first in full, further ones with a share."""
    shrunk: list[Reason] = []
    pathways: set[str | None] = set()
    for reason in sorted(reasons, key=_order):
        if reason.pathway in pathways:
            shrunk.append(_shared(reason, 0.0))
        else:
            shrunk.append(_shared(reason, PATHWAY_SHARE) if pathways else reason)
        pathways.add(reason.pathway)
    return shrunk


def _shared(reason: Reason, share: float) -> Reason:
    weight = Estimate(
        value=reason.weight.value * share,
        low=reason.weight.low * share,
        high=reason.weight.high * share,
    )
    return replace(reason, weight=weight, capped=True)


def _order(reason: Reason) -> tuple[float, str]:
    return (-abs(reason.weight.value), reason.id)


def _gate_is_open(prior: Prior, reasons: list[Reason]) -> bool:
    """A factor that raises the odds opens it, and so does a prior for a narrower group."""
    return bool(prior.group.criteria()) or any(reason.odds_ratio > 1 for reason in reasons)


def _gate(cause: Cause) -> Reason:
    return Reason(
        kind="gate",
        id=cause.id,
        odds_ratio=GATE_RATIO.value,
        weight=logs(GATE_RATIO),
        grade=Grade.D,
        basis=Basis.STATED_RULE,
        sources=GATE_SOURCES,
        mechanism="Hardly occurs without a strong risk factor, and none was named.",
    )
