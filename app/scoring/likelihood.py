"""Figures of the knowledge base turned into likelihood ratios, each with a low and a high end.

A finding counts by the leaky noisy-OR model of QMR-DT (Shwe et al., Methods Inf Med 1991;30:241):
somebody with a cause shows the finding because of it (frequency f) or for any other reason
(background rate b), so that P(finding | cause) = 1 - (1 - f)(1 - b) and P(finding | no cause) = b.
The quotient is shown to the reader as LIRICAL does (Robinson et al., Am J Hum Genet 2020;107:403).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log, log2, prod, sqrt

from app.vocabulary import EffectClass, FrequencyClass

# No finding is so constant that its absence would be proof: f is held below 1.
FREQUENCY_CEILING = 0.99
# One finding never counts for more than this, however rare it is said to be: own rule.
RATIO_CEILING = 300.0
WEIGHT_CEILING = log(RATIO_CEILING)
# 97.5th percentile of the standard normal distribution, for 95 % intervals.
Z_95 = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure with the range in which it may well lie; `low <= value <= high`."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            got = f"{self.low}, {self.value}, {self.high}"
            raise ValueError(f"need low <= value <= high, got {got}")


# Classes of the Human Phenotype Ontology (HP:0040280 to HP:0040284; Gargano et al., Nucleic Acids
# Res 2024;52:D1333). The range is the class's own; the value is its middle. "Obligate" is not 1.
FREQUENCIES: Mapping[FrequencyClass, Estimate] = {
    FrequencyClass.OBLIGATE: Estimate(value=0.98, low=0.95, high=FREQUENCY_CEILING),
    FrequencyClass.VERY_FREQUENT: Estimate(value=0.90, low=0.80, high=0.99),
    FrequencyClass.FREQUENT: Estimate(value=0.55, low=0.30, high=0.79),
    FrequencyClass.OCCASIONAL: Estimate(value=0.15, low=0.05, high=0.29),
    FrequencyClass.VERY_RARE: Estimate(value=0.025, low=0.01, high=0.04),
}

# Odds ratios of risk factors that were graded, not measured: our own rule. The first three steps
# lie near the 1.68, 3.47 and 6.71 that Chen, Cohen & Chen (Commun Stat Simul Comput 2010;39:860)
# set equal to a small, medium and large difference; the upper two are for near-certain routes only.
EFFECTS: Mapping[EffectClass, Estimate] = {
    EffectClass.PROTECTIVE: Estimate(value=0.3, low=0.1, high=0.8),
    EffectClass.WEAK: Estimate(value=1.5, low=1.1, high=2.0),
    EffectClass.MODERATE: Estimate(value=3.0, low=2.0, high=5.0),
    EffectClass.STRONG: Estimate(value=8.0, low=5.0, high=15.0),
    EffectClass.VERY_STRONG: Estimate(value=30.0, low=15.0, high=100.0),
    EffectClass.DECISIVE: Estimate(value=300.0, low=100.0, high=1000.0),
}

# Background rates where no survey figure was found: our own rule, share of people in a month.
# Surveys for scale: fatigue 36 %, headache 35 % in a week (Petrie et al., BMJ Open 2014;4:e005374).
BACKGROUND_RULES: Mapping[str, Estimate] = {
    "very-common": Estimate(value=0.25, low=0.15, high=0.40),
    "common": Estimate(value=0.10, low=0.05, high=0.15),
    "uncommon": Estimate(value=0.03, low=0.01, high=0.05),
    "rare": Estimate(value=0.005, low=0.001, high=0.01),
    "very-rare": Estimate(value=0.0005, low=0.0001, high=0.001),
}


def wilson_interval(*, cases: int, of: int) -> tuple[float, float]:
    """Give the 95 % score interval of a proportion (Wilson, J Am Stat Assoc 1927;22:209)."""
    if of <= 0 or not 0 <= cases <= of:
        raise ValueError(f"need 0 <= cases <= of and of > 0, got {cases} of {of}")
    share = cases / of
    square = Z_95 * Z_95
    centre = (share + square / (2 * of)) / (1 + square / of)
    half = Z_95 * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))


def measured_frequency(
    *, percent: float | None = None, cases: int | None = None, of: int | None = None
) -> Estimate:
    """Turn a published percentage, or n of N, into a frequency.

    With N the range is Wilson's interval. Without it, the range of the HPO class around the
    percentage, since a bare percentage says nothing of its precision.
    """
    if cases is not None and of is not None:
        low, high = wilson_interval(cases=cases, of=of)
        return ceiled(Estimate(value=cases / of, low=low, high=high))
    if percent is None:
        raise ValueError("give percent, or cases and of")
    share = percent / 100
    for known in FREQUENCIES.values():
        if known.low <= share <= known.high:
            return ceiled(Estimate(value=share, low=known.low, high=known.high))
    return ceiled(Estimate(value=share, low=share * 0.5, high=min(1.0, share * 1.5)))


def ceiled(frequency: Estimate) -> Estimate:
    """Hold a frequency below the ceiling."""
    return Estimate(
        value=min(frequency.value, FREQUENCY_CEILING),
        low=min(frequency.low, FREQUENCY_CEILING),
        high=min(frequency.high, FREQUENCY_CEILING),
    )


def chance_of_finding(*, frequency: float, background: float) -> float:
    """Give P(finding | cause) by noisy-OR: from the cause, or for any other reason."""
    return 1 - (1 - frequency) * (1 - background)


def present_ratio(*, frequency: Estimate, background: Estimate) -> Estimate:
    """Give the likelihood ratio of a finding that is there; never below 1.

    The low end takes the low frequency with the high background rate, the high end the reverse.
    """
    return Estimate(
        value=present_ratio_of(frequency=frequency.value, background=background.value),
        low=present_ratio_of(frequency=frequency.low, background=background.high),
        high=present_ratio_of(frequency=frequency.high, background=background.low),
    )


def present_ratio_of(*, frequency: float, background: float) -> float:
    """Give the likelihood ratio of a finding that is there, of single figures."""
    # The same as chance_of_finding / background, written so that f = 0 gives exactly 1.
    return 1 + frequency * (1 - background) / background


def absent_ratio(frequency: Estimate) -> Estimate:
    """Give the likelihood ratio of a finding that was denied: 1 - f, whatever the background."""
    return Estimate(value=1 - frequency.value, low=1 - frequency.high, high=1 - frequency.low)


def raised_background(background: Estimate, chances: Iterable[float]) -> Estimate:
    """Raise the leak by noisy-OR: each declared trigger gives the finding with its own chance.

    QMR-DT has one leak for all that is not modelled (Henrion, Uncertainty in AI 1989); what the
    person declares takes its share out of the unknown.
    """
    silent = prod(1 - chance for chance in chances)

    def raised(rate: float) -> float:
        return 1 - (1 - rate) * silent

    return Estimate(value=raised(background.value), low=raised(background.low), high=raised(background.high))


def rescaled_ratio(ratio: Estimate, *, usual: Estimate, raised: Estimate) -> Estimate:
    """Fit a ratio that was recorded as such to a raised background.

    LR - 1 = f (1 - b) / b, so LR - 1 shrinks as the background odds grow; f need not be known.
    A ratio of 1 or less stays as it is: it does not say that the finding comes from the cause.
    """
    factor = shrinkage(usual=usual, raised=raised)
    return Estimate(
        value=rescaled(ratio.value, factor),
        low=rescaled(ratio.low, factor),
        high=rescaled(ratio.high, factor),
    )


def shrinkage(*, usual: Estimate, raised: Estimate) -> float:
    """Give the factor by which a raised background shrinks what a ratio has above 1."""
    return 0.0 if raised.value >= 1 else odds(usual.value) / odds(raised.value)


def rescaled(ratio: float, factor: float) -> float:
    """Shrink what a ratio has above 1."""
    return ratio if ratio <= 1 else 1 + (ratio - 1) * factor


def odds(probability: float) -> float:
    """Turn a probability below 1 into odds."""
    return probability / (1 - probability)


def logit(probability: float) -> float:
    """Give the natural logarithm of the odds of a probability between 0 and 1."""
    return log(probability) - log(1 - probability)


def entropy(probability: float) -> float:
    """Give the entropy of a yes-or-no question in bits."""
    if probability <= 0 or probability >= 1:
        return 0.0
    other = 1 - probability
    return -probability * log2(probability) - other * log2(other)


def probability_of(log_odds: float) -> float:
    """Turn log odds into a probability; safe at both ends."""
    if log_odds >= 0:
        return 1 / (1 + exp(-log_odds))
    power = exp(log_odds)
    return power / (1 + power)


def logs(ratio: Estimate) -> Estimate:
    """Take the natural logarithm of a ratio and of both its ends."""
    return Estimate(value=log(ratio.value), low=log(ratio.low), high=log(ratio.high))


def capped_log(weight: float) -> float:
    """Hold the log of one finding's ratio within the ceiling, either way."""
    return max(-WEIGHT_CEILING, min(WEIGHT_CEILING, weight))
