"""Evidence, and how pieces that speak of the same thing are kept from counting twice.

Symptoms are not independent given a cause, and a model that multiplies them as if they were pushes
probabilities towards 0 and 1 (Russek, Kronmal & Fisher, Comput Biomed Res 1983;16:537). So pieces
are grouped: narrower forms of one symptom, everyday complaints that travel together, everything
that reaches a cause by one indirect pathway, and laboratory results. Within a group

- of a symptom and a narrower form of it only one counts,
- the strongest counts in full, each other with a fixed share of its weight,
- pieces for and pieces against are settled apart.

The choice that weighs most is taken. Groups of symptoms depend on one another too, if less: the
heaviest counts in full, the next with `GROUP_SHARE` of its weight, the third with the square of
that, and so on; tests and intake, which nobody feels, stand outside of this. In both steps one more
piece can only add, so more support never lowers a cause and more against never raises one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp

from app.scoring.knowledge import EVERYDAY_GROUP, LAB_GROUP, capped_log
from app.scoring.likelihood import Estimate, logs
from app.vocabulary import Basis, Grade

# Share of its weight with which every further piece of a group counts: own rule, chosen on the
# development vignettes (docs/decisions/0002-likelihood-ratios.md).
FURTHER_SHARE = 0.25
EVERYDAY_SHARE = 0.5
LAB_SHARE = 0.5
# Share with which each further group counts, once more for every group before it.
GROUP_SHARE = 0.75
INTAKE_GROUP = "intake"
MEASURED_GROUPS = frozenset((LAB_GROUP, INTAKE_GROUP))


class EvidenceKind(StrEnum):
    """Where a piece of evidence comes from."""

    SYMPTOM = "symptom"
    ABSENT_SYMPTOM = "absent-symptom"
    LAB = "lab"
    INTAKE = "intake"


class EvidenceDirection(StrEnum):
    """Which way a piece of evidence points."""

    SUPPORTS = "supports"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence for or against one cause.

    `id` is what the person said, `counted_as` the level at which it is listed. `weight` is the
    natural logarithm of the ratio as used; `listed` is what the record alone would give, and
    `capped` tells that the two differ.
    """

    kind: EvidenceKind
    id: str
    counted_as: str
    group: str
    weight: Estimate
    listed: float
    grade: Grade
    basis: Basis
    sources: tuple[str, ...]
    mechanism: str
    via: str | None = None
    note: str | None = None
    capped: bool = False
    refuted: bool = False

    @property
    def ratio(self) -> float:
        """Give the likelihood ratio as used."""
        return exp(self.weight.value)

    @property
    def listed_ratio(self) -> float:
        """Give the likelihood ratio that the record alone would give."""
        return exp(self.listed)

    @property
    def direction(self) -> EvidenceDirection:
        """Tell which way it points; a refuted link points nowhere and is shown as against."""
        if self.weight.value > 0:
            return EvidenceDirection.SUPPORTS
        return EvidenceDirection.AGAINST


def weighed(ratio: Estimate, factor: float = 1.0) -> tuple[Estimate, float, bool]:
    """Give a ratio's weight as it counts, its plain logarithm, and whether the two differ."""
    plain = logs(ratio)
    weight = Estimate(
        value=capped_log(plain.value * factor),
        low=capped_log(plain.low * factor),
        high=capped_log(plain.high * factor),
    )
    return weight, plain.value, weight.value != plain.value


def scaled(piece: Evidence, share: float) -> Evidence:
    """Let a piece count with a share of its weight, and say so."""
    weight = Estimate(
        value=piece.weight.value * share,
        low=piece.weight.low * share,
        high=piece.weight.high * share,
    )
    return replace(piece, weight=weight, capped=True)


def order(piece: Evidence) -> tuple[float, str, str, str]:
    """Sort key: strongest first, then by name, so that the order of the request doesn't matter."""
    return (-abs(piece.weight.value), piece.kind.value, piece.counted_as, piece.id)


def settled(pieces: Iterable[Evidence], *, nested: Callable[[str, str], bool]) -> tuple[Evidence, ...]:
    """Apply the rules for groups; give what counts, strongest first.

    Args:
        pieces: Everything that bears on one cause, each with its full weight.
        nested: Tells whether one of two ids is the other or a narrower form of it.
    """
    silent: list[Evidence] = []
    groups: dict[tuple[str, bool], list[Evidence]] = defaultdict(list)
    for piece in pieces:
        if piece.weight.value == 0:
            silent.append(piece)
        else:
            groups[piece.group, piece.weight.value > 0].append(piece)
    chosen = {
        key: _chosen(sorted(members, key=order), share=share_of(key[0]), nested=nested)
        for key, members in groups.items()
    }
    counted = [
        piece
        for supports in (True, False)
        for piece in _stepped({key[0]: group for key, group in chosen.items() if key[1] is supports})
    ]
    return tuple(sorted([*counted, *silent], key=order))


def _stepped(groups: Mapping[str, list[Evidence]]) -> Iterator[Evidence]:
    """Let each group after the heaviest count with a smaller share."""
    for group in sorted(MEASURED_GROUPS & groups.keys()):
        yield from groups[group]
    felt = groups.keys() - MEASURED_GROUPS
    heaviest_first = sorted(felt, key=lambda group: (-_total(groups[group]), group))
    for step, group in enumerate(heaviest_first):
        for piece in groups[group]:
            yield scaled(piece, GROUP_SHARE**step) if step else piece


def share_of(group: str) -> float:
    """Give the share with which further pieces of a group count."""
    return {EVERYDAY_GROUP: EVERYDAY_SHARE, LAB_GROUP: LAB_SHARE}.get(group, FURTHER_SHARE)


def _chosen(
    members: Sequence[Evidence], *, share: float, nested: Callable[[str, str], bool]
) -> list[Evidence]:
    """Choose, of one group, the pieces that weigh most; strongest in full, others by `share`."""
    if len(members) == 1:
        return list(members)
    best: list[Evidence] = []
    best_weight = 0.0
    for first in members:
        others = _unrelated(
            [piece for piece in members if not nested(first.counted_as, piece.counted_as)],
            nested=nested,
        )
        weight = abs(first.weight.value) + share * _total(others)
        if weight > best_weight:
            best_weight = weight
            best = [first, *(scaled(piece, share) for piece in others)]
    return best


def _unrelated(members: Sequence[Evidence], *, nested: Callable[[str, str], bool]) -> list[Evidence]:
    """Choose the heaviest pieces of which none is a narrower form of another.

    Symptoms form trees. So each set of pieces that hang together has one that is nested with all
    others of the set, the widest: either it stands for all of them, or it is left out.
    """
    chosen: list[Evidence] = []
    for cluster in _clusters(members, nested=nested):
        if len(cluster) == 1:
            chosen += cluster
            continue
        widest = next(
            piece for piece in cluster if all(nested(piece.counted_as, other.counted_as) for other in cluster)
        )
        without = _unrelated([piece for piece in cluster if piece is not widest], nested=nested)
        chosen += [widest] if abs(widest.weight.value) >= _total(without) else without
    return chosen


def _clusters(members: Sequence[Evidence], *, nested: Callable[[str, str], bool]) -> list[list[Evidence]]:
    """Sort pieces into sets that hang together by being nested, in a steady order."""
    clusters: list[list[Evidence]] = []
    for piece in members:
        touching = [
            cluster
            for cluster in clusters
            if any(nested(piece.counted_as, other.counted_as) for other in cluster)
        ]
        merged = sorted([piece, *(other for cluster in touching for other in cluster)], key=order)
        clusters = [cluster for cluster in clusters if cluster not in touching]
        clusters.append(merged)
    return clusters


def _total(pieces: Iterable[Evidence]) -> float:
    return sum(abs(piece.weight.value) for piece in pieces)
