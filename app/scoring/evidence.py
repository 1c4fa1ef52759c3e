"""A piece of evidence: what it weighs, and all that is told of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp, log
from typing import NamedTuple, Protocol

from app.scoring.likelihood import Estimate, capped_log
from app.vocabulary import Basis, Grade


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

    def tell(self, piece: "Piece") -> "Evidence":
        """Tell of the piece: the same with the shares with which it counts."""
        return scaled(self, piece.shares)


# Shares with which a piece counts, one after the other.
Shares = tuple[float, ...]


class Record(Protocol):
    """What a piece of evidence comes from."""

    def tell(self, piece: "Piece") -> Evidence:
        """Tell all of a piece that comes from here, as it counts."""


class Piece(NamedTuple):
    """A piece of evidence as far as ranking reads it; its record tells the rest, for what is shown.

    `weight` is as it counts, `shares` are those that led to it, in their order. `raised` is the
    background rate where what the person declared raises it.
    """

    weight: float
    kind: EvidenceKind
    counted_as: str
    id: str
    group: str
    record: Record
    raised: Estimate | None = None
    shares: Shares = ()

    def part(self, share: float) -> "Piece":
        """Let it count with a share of its weight."""
        _, kind, counted_as, name, group, record, raised, shares = self
        return Piece(self.weight * share, kind, counted_as, name, group, record, raised, (*shares, share))

    def tell(self) -> Evidence:
        """Tell of the piece as it counts."""
        return self.record.tell(self)


def piece_of(evidence: Evidence) -> Piece:
    """Give what ranking reads of a piece that is told already."""
    return Piece(
        evidence.weight.value, evidence.kind, evidence.counted_as, evidence.id, evidence.group, evidence
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
