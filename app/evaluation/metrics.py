"""Measures of an evaluation, each with the paper it comes from. Standard library only."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

# Two-sided 95 % of the normal distribution.
Z = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion:
    """n of N with its 95 % Wilson interval; `share` and the ends are None where N is 0."""

    hits: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def proportion(hits: int, of: int) -> Proportion:
    """Give a proportion with Wilson's interval (Wilson, J Am Stat Assoc 1927;22:209)."""
    if of == 0:
        return Proportion(hits=0, of=0, share=None, low=None, high=None)
    share = hits / of
    centre = (share + Z * Z / (2 * of)) / (1 + Z * Z / of)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of)) / (1 + Z * Z / of)
    return Proportion(
        hits=hits, of=of, share=share, low=max(0.0, centre - half), high=min(1.0, centre + half)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A bin of a reliability plot."""

    low: float
    high: float
    count: int
    mean_probability: float | None
    observed: float | None


def reliability(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> list[Bin]:
    """Sort predicted probabilities into equal bins, each with the share that came true."""
    found: list[Bin] = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        last = number == bins - 1
        inside = [pair for pair in pairs if low <= pair[0] < high or (last and pair[0] == high)]
        count = len(inside)
        found.append(
            Bin(
                low=low,
                high=high,
                count=count,
                mean_probability=fsum(pair[0] for pair in inside) / count if count else None,
                observed=fsum(pair[1] for pair in inside) / count if count else None,
            )
        )
    return found


def expected_calibration_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float | None:
    """Give the mean gap between probability and outcome, weighed by bin (Naeini, AAAI 2015)."""
    if not pairs:
        return None
    return fsum(
        one.count / len(pairs) * abs(one.mean_probability - one.observed)
        for one in reliability(pairs, bins)
        if one.mean_probability is not None and one.observed is not None
    )
