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

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp, log
from typing import NamedTuple

from app.scoring.knowledge import EVERYDAY_GROUP, LAB_GROUP, Knowledge, capped_log
from app.scoring.likelihood import Estimate
from app.vocabulary import Basis, Grade

# Share of its weight with which every further piece of a group counts: own rule, chosen on the
# open cases (docs/decisions/0002-likelihood-ratios.md).
FURTHER_SHARE = 0.5
EVERYDAY_SHARE = 0.75
LAB_SHARE = 0.75
SHARES = {EVERYDAY_GROUP: EVERYDAY_SHARE, LAB_GROUP: LAB_SHARE}
# Share with which each further group counts, once more for every group before it.
GROUP_SHARE = 0.85
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


# Shares with which a piece counts, one after the other.
Shares = tuple[float, ...]


class Piece(NamedTuple):
    """A piece of evidence as far as ranking reads it.

    `tell` makes the rest, for what is shown, with the shares of its weight with which it counts.
    """

    weight: float
    kind: EvidenceKind
    counted_as: str
    id: str
    group: str
    tell: Callable[[Shares], Evidence]


class Counted(NamedTuple):
    """A piece with its weight as it counts, and the shares that led to it, in their order."""

    weight: float
    piece: Piece
    shares: Shares = ()

    def part(self, share: float) -> "Counted":
        """Let it count with a share of its weight."""
        return Counted(self.weight * share, self.piece, (*self.shares, share))

    def tell(self) -> Evidence:
        """Tell of the piece as it counts."""
        return self.piece.tell(self.shares)


def piece_of(evidence: Evidence) -> Piece:
    """Give what ranking reads of a piece that is told already."""
    return Piece(
        evidence.weight.value,
        evidence.kind,
        evidence.counted_as,
        evidence.id,
        evidence.group,
        lambda shares: scaled(evidence, shares),
    )


def weighed(ratio: Estimate, factor: float = 1.0, shares: Shares = ()) -> tuple[Estimate, float, bool]:
    """Give a ratio's weight as it counts, its plain logarithm, and whether the two differ."""
    plain = log(ratio.value)
    value = capped_log(plain * factor)
    capped = value != plain or bool(shares)
    low, high = capped_log(log(ratio.low) * factor), capped_log(log(ratio.high) * factor)
    return _shared(value, low, high, shares), plain, capped


def scaled(piece: Evidence, shares: Shares) -> Evidence:
    """Let a piece count with shares of its weight, and say so."""
    if not shares:
        return piece
    weight = piece.weight
    return replace(piece, weight=_shared(weight.value, weight.low, weight.high, shares), capped=True)


def _shared(value: float, low: float, high: float, shares: Shares) -> Estimate:
    for share in shares:
        value, low, high = value * share, low * share, high * share
    return Estimate(value=value, low=low, high=high)


def order(piece: Evidence) -> tuple[float, str, str, str]:
    """Sort key: strongest first, then by name, so that the order of the request doesn't matter."""
    return (-abs(piece.weight.value), piece.kind.value, piece.counted_as, piece.id)


def _order(one: Counted) -> tuple[float, str, str, str]:
    return (-abs(one.weight), one.piece.kind, one.piece.counted_as, one.piece.id)


def told(counted: Iterable[Counted]) -> tuple[Evidence, ...]:
    """Tell of the pieces as they count, strongest first."""
    return tuple(sorted((one.tell() for one in sorted(counted, key=_order)), key=order))


def settled(pieces: Sequence[Piece], *, knowledge: Knowledge) -> list[Counted]:
    """Apply the rules for groups to everything that bears on one cause; give what counts."""
    if len(pieces) == 1:
        return [Counted(pieces[0].weight, pieces[0])]
    supporting: dict[str, list[Counted]] = {}
    opposing: dict[str, list[Counted]] = {}
    silent: list[Counted] = []
    for piece in pieces:
        one = Counted(piece.weight, piece)
        if piece.weight == 0:
            silent.append(one)
        else:
            groups = supporting if piece.weight > 0 else opposing
            groups.setdefault(piece.group, []).append(one)
    return [*_stepped(supporting, knowledge), *_stepped(opposing, knowledge), *silent]


def _stepped(groups: Mapping[str, list[Counted]], knowledge: Knowledge) -> list[Counted]:
    """Settle each group; let each after the heaviest count with a smaller share."""
    counted: list[Counted] = []
    felt: list[tuple[float, str, list[Counted]]] = []
    for name, members in sorted(groups.items()):
        chosen = _chosen(members, knowledge) if len(members) > 1 else members
        if name in MEASURED_GROUPS:
            counted += chosen
        else:
            felt.append((-_total(chosen), name, chosen))
    felt.sort()
    for step, (_, _, chosen) in enumerate(felt):
        share = GROUP_SHARE**step
        counted += [one.part(share) for one in chosen] if step else chosen
    return counted


def share_of(group: str) -> float:
    """Give the share with which further pieces of a group count."""
    return SHARES.get(group, FURTHER_SHARE)


def _chosen(members: list[Counted], knowledge: Knowledge) -> list[Counted]:
    """Choose, of one group, the pieces that weigh most; strongest in full, others by its share."""
    members = sorted(members, key=_order)
    share = share_of(members[0].piece.group)
    related = _related(members, knowledge)
    if not related:
        return [members[0], *(one.part(share) for one in members[1:])]
    best: list[Counted] = []
    best_weight = 0.0
    for first in members:
        kin = related.get(first.piece.counted_as, ())
        others = _unrelated(
            [one for one in members if one is not first and one.piece.counted_as not in kin], related
        )
        weight = abs(first.weight) + share * _total(others)
        if weight > best_weight:
            best_weight = weight
            best = [first, *(one.part(share) for one in others)]
    return best


def _related(members: list[Counted], knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Give, of each name that has any in the group, the names that are it, wider or narrower."""
    names = [one.piece.counted_as for one in members]
    related = {}
    for name in names:
        kin = knowledge.family(name).intersection(names)
        if len(kin) > 1 or names.count(name) > 1:
            related[name] = kin
    return related


def _unrelated(members: list[Counted], related: Mapping[str, frozenset[str]]) -> list[Counted]:
    """Choose the heaviest pieces of which none is a narrower form of another.

    Symptoms form trees. So each set of pieces that hang together has one that is nested with all
    others of the set, the widest: either it stands for all of them, or it is left out.
    """
    chosen: list[Counted] = []
    for cluster in _clusters(members, related):
        if len(cluster) == 1:
            chosen += cluster
            continue
        widest = next(
            one
            for one in cluster
            if all(other.piece.counted_as in related[one.piece.counted_as] for other in cluster)
        )
        without = _unrelated([one for one in cluster if one is not widest], related)
        chosen += [widest] if abs(widest.weight) >= _total(without) else without
    return chosen


def _clusters(members: list[Counted], related: Mapping[str, frozenset[str]]) -> list[list[Counted]]:
    """Sort pieces into sets that hang together by being nested, in a steady order."""
    clusters: list[list[Counted]] = []
    for one in members:
        kin = related.get(one.piece.counted_as)
        touching = [
            cluster for cluster in clusters if kin and any(two.piece.counted_as in kin for two in cluster)
        ]
        if touching:
            clusters = [cluster for cluster in clusters if cluster not in touching]
        clusters.append(sorted([one, *(two for cluster in touching for two in cluster)], key=_order))
    return clusters


def _total(pieces: Iterable[Counted]) -> float:
    return sum([abs(one.weight) for one in pieces])
