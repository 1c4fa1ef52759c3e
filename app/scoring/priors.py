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
- a cause that needs a risk factor is held at a twentieth of its odds while none is declared, and no
  test has measured it more than thirtyfold as likely: a blood level needs no history to be believed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt
from typing import NamedTuple

from app.scoring.knowledge import (
    Cause,
    CompiledPrior,
    Effect,
    Knowledge,
    Person,
    Prior,
    compiled_priors,
)
from app.scoring.likelihood import EFFECTS, Estimate, logs
from app.vocabulary import Basis, EffectClass, Grade

PATHWAY_SHARE = 0.5
PRODUCT_CEILING = 300.0
GATE_RATIO = Estimate(value=0.05, low=0.01, high=0.2)
GATE_WEIGHT = logs(GATE_RATIO)
GATE_SOURCES = ("own-expert-range",)
# A test that speaks more strongly than the step "very strong" opens the gate: own rule.
GATE_OPENS_ABOVE = EFFECTS[EffectClass.VERY_STRONG].value
NOTHING = Estimate(value=0.0, low=0.0, high=0.0)


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
        for risk in knowledge.life_stages
        if risk.applies_to is not None and risk.applies_to.includes(person)
    )
    return frozenset([*(known for known in declared if known in knowledge.risk_factors), *by_life_stage])


def best_prior(cause: Cause, person: Person) -> Prior:
    """Give the prior of the most specific group that the person is known to be in.

    Raises:
        ValueError: no prior holds for this person; each cause needs one for everybody.
    """
    return _most_specific(cause, compiled_priors(cause), person).prior


def _most_specific(cause: Cause, priors: Iterable[CompiledPrior], person: Person) -> CompiledPrior:
    for compiled in priors:
        if not compiled.criteria or compiled.prior.group.includes(person):
            return compiled
    raise ValueError(f"cause '{cause.id}' has no prior that holds for everybody")


class Factor(NamedTuple):
    """A risk factor with its weight as it counts, and the shares that led to it, in their order."""

    weight: float
    id: str
    effect: Effect
    counted_already: bool
    shares: tuple[float, ...] = ()

    def part(self, share: float) -> "Factor":
        """Let it count with a share of its weight."""
        return self._replace(weight=self.weight * share, shares=(*self.shares, share))


class WeighedPrior(NamedTuple):
    """The prior odds of one cause as far as ranking reads them; `told_prior` gives the rest."""

    compiled: CompiledPrior
    factors: Sequence[Factor]
    gated: bool
    log_odds: float


def prior_odds(
    knowledge: Knowledge, *, cause: Cause, person: Person, risk_factors: Iterable[str]
) -> PriorOdds:
    """Work out the prior odds of a cause for a person with these (active) risk factors."""
    effects = effects_on(knowledge, cause=cause, risk_factors=risk_factors)
    return told_prior(cause, weighed_prior(knowledge, cause=cause, person=person, effects=effects))


def effects_on(
    knowledge: Knowledge, *, cause: Cause, risk_factors: Iterable[str]
) -> list[tuple[str, Effect]]:
    """Give what risk factors do to a cause, by the names of the factors."""
    return [
        (risk, knowledge.effects[risk][cause.id])
        for risk in sorted(set(risk_factors))
        if cause.id in knowledge.effects[risk]
    ]


def effects_by_cause(
    knowledge: Knowledge, risk_factors: Iterable[str]
) -> defaultdict[str, list[tuple[str, Effect]]]:
    """Give the same for all causes at once."""
    found: defaultdict[str, list[tuple[str, Effect]]] = defaultdict(list)
    for risk in sorted(set(risk_factors)):
        for cause, effect in knowledge.effects[risk].items():
            found[cause].append((risk, effect))
    return found


def weighed_prior(
    knowledge: Knowledge,
    *,
    cause: Cause,
    person: Person,
    effects: Iterable[tuple[str, Effect]],
    measured: bool = False,
) -> WeighedPrior:
    """Work out the prior odds as far as ranking reads them; `measured` says that a test opens the gate."""
    compiled = _most_specific(cause, knowledge.priors[cause.id], person)
    base = compiled.base.value
    factors = [_factor(knowledge, risk, effect, compiled) for risk, effect in effects]
    if factors:
        factors = _settled(factors, base=base)
    gated = cause.requires_risk_factor and not measured and not _gate_is_open(compiled, factors)
    if not factors and not gated:
        return WeighedPrior(compiled, factors, gated=False, log_odds=base)
    weights = [base, *(factor.weight for factor in factors)]
    if gated:
        weights.append(GATE_WEIGHT.value)
    return WeighedPrior(compiled, factors, gated=gated, log_odds=fsum(weights))


def told_prior(cause: Cause, weighed: WeighedPrior) -> PriorOdds:
    """Tell of the prior odds with every reason."""
    reasons = [_told(factor) for factor in weighed.factors]
    if weighed.gated:
        reasons.append(_gate(cause))
    return PriorOdds(prior=weighed.compiled.prior, base=weighed.compiled.base, reasons=tuple(reasons))


def _factor(knowledge: Knowledge, risk_id: str, effect: Effect, compiled: CompiledPrior) -> Factor:
    narrowed_by = knowledge.narrowed_by.get(risk_id)
    counted_already = narrowed_by is not None and narrowed_by <= compiled.criteria
    weight = 0.0 if counted_already else log(effect.odds_ratio.value)
    return Factor(weight, risk_id, effect, counted_already)


def _told(factor: Factor) -> Reason:
    effect = factor.effect
    weight = NOTHING if factor.counted_already else logs(effect.odds_ratio)
    for share in factor.shares:
        weight = Estimate(value=weight.value * share, low=weight.low * share, high=weight.high * share)
    return Reason(
        kind="risk-factor",
        id=factor.id,
        odds_ratio=effect.odds_ratio.value,
        weight=weight,
        grade=effect.grade,
        basis=effect.basis,
        sources=effect.sources,
        pathway=effect.pathway,
        mechanism=effect.mechanism,
        capped=factor.counted_already or bool(factor.shares),
    )


def _settled(factors: list[Factor], *, base: float) -> list[Factor]:
    """Shrink factors that travel together, then hold the product within its ceiling."""
    up = _shrunk([factor for factor in factors if factor.weight > 0])
    down = _shrunk([factor for factor in factors if factor.weight < 0])
    neutral = [factor for factor in factors if factor.weight == 0]
    ceiling = min(log(PRODUCT_CEILING), max(0.0, -base))
    total = fsum(factor.weight for factor in up)
    if total > ceiling:
        up = [factor.part(ceiling / total) for factor in up]
    return sorted([*up, *down, *neutral], key=_order)


def _shrunk(factors: list[Factor]) -> list[Factor]:
    """Let the strongest of each pathway count: the first in full, further ones with a share."""
    shrunk: list[Factor] = []
    pathways: set[str] = set()
    for factor in sorted(factors, key=_order):
        pathway = factor.effect.pathway
        if pathway in pathways:
            shrunk.append(factor.part(0.0))
        else:
            shrunk.append(factor.part(PATHWAY_SHARE) if pathways else factor)
        pathways.add(pathway)
    return shrunk


def _order(factor: Factor) -> tuple[float, str]:
    return (-abs(factor.weight), factor.id)


def _gate_is_open(compiled: CompiledPrior, factors: Sequence[Factor]) -> bool:
    """A factor that raises the odds opens it, and so does a prior for a narrower group."""
    return bool(compiled.criteria) or any(factor.effect.raises for factor in factors)


def _gate(cause: Cause) -> Reason:
    return Reason(
        kind="gate",
        id=cause.id,
        odds_ratio=GATE_RATIO.value,
        weight=GATE_WEIGHT,
        grade=Grade.D,
        basis=Basis.STATED_RULE,
        sources=GATE_SOURCES,
        mechanism="Hardly occurs without a strong risk factor, and none was named.",
    )
