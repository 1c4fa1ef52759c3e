"""What reported and denied symptoms say of each cause.

A report counts towards what a cause lists at the report's own level or above, once, at the most
specific listed level: a twitching lip towards "twitching of the face" if that is what is listed. A
link that was tested and failed at the specific level stands in the way of what a wider level lists.
A denial speaks of the symptom and of all its narrower forms, unless one of those was reported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from app.scoring.evidence import Evidence, Piece
from app.scoring.knowledge import CompiledLink, Knowledge, Reading
from app.scoring.likelihood import (
    Estimate,
    capped_log,
    present_ratio_of,
    raised_background,
    rescaled,
    shrinkage,
)
from app.vocabulary import Qualifier, Stance


class ConflictingFindingsError(ValueError):
    """One symptom was said to be there and not to be there."""

    def __init__(self, symptom: str) -> None:
        self.symptom = symptom
        super().__init__(f"'{symptom}' is both reported and denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A symptom that is there or was denied; what was not asked is left out."""

    symptom: str
    present: bool = True
    qualifiers: frozenset[Qualifier] = frozenset()
    duration_days: float | None = None


# Gives the background rate of a link's symptom, raised by what the person declared.
Leak = Callable[[CompiledLink], Estimate]


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Count duplicates once: qualifiers are put together, the longest duration is kept.

    Raises:
        ConflictingFindingsError: a symptom is both reported and denied.
    """
    found: dict[str, Finding] = {}
    for finding in findings:
        other = found.get(finding.symptom)
        if other is None:
            found[finding.symptom] = finding
            continue
        if other.present is not finding.present:
            raise ConflictingFindingsError(finding.symptom)
        durations = [days for days in (other.duration_days, finding.duration_days) if days is not None]
        found[finding.symptom] = Finding(
            symptom=finding.symptom,
            present=finding.present,
            qualifiers=other.qualifiers | finding.qualifiers,
            duration_days=max(durations, default=None),
        )
    return tuple(found[symptom] for symptom in sorted(found))


def symptom_evidence(
    knowledge: Knowledge, findings: Iterable[Finding], *, leak: Leak | None = None
) -> dict[str, list[Evidence]]:
    """Give, by cause, what the (merged) findings say of it, before groups are settled."""
    pieces = symptom_pieces(knowledge, findings, leak=leak)
    return {cause: [piece.tell() for piece in found] for cause, found in pieces.items()}


def symptom_pieces(
    knowledge: Knowledge, findings: Iterable[Finding], *, leak: Leak | None = None
) -> defaultdict[str, list[Piece]]:
    """Give the same as far as ranking reads it; without a leak all backgrounds are the usual ones."""
    findings = list(findings)
    present = [finding.symptom for finding in findings if finding.present]
    absent = [finding.symptom for finding in findings if not finding.present]
    lineage = knowledge.lineage
    pieces: defaultdict[str, list[Piece]] = defaultdict(list)
    for compiled, piece in _each_link_once(knowledge.reported, present, lineage):
        background = compiled.background if leak is None else leak(compiled)
        usual = background is compiled.background
        pieces[compiled.cause].append(piece if usual else _leaked(compiled, piece, background))
    levels = {level for symptom in present for level in lineage[symptom]}
    for compiled, piece in _each_link_once(knowledge.denied, absent, lineage):
        if piece.counted_as not in levels:
            pieces[compiled.cause].append(piece)
    return pieces


def _each_link_once(
    table: Mapping[str, tuple[Reading, ...]],
    symptoms: Sequence[str],
    lineage: Mapping[str, tuple[str, ...]],
) -> list[Reading]:
    """Follow the symptoms to links; where several lead to one, the nearest to it counts.

    Only symptoms of one family can lead to the same link.
    """
    families: dict[str, list[str]] = {}
    for symptom in symptoms:
        families.setdefault(lineage[symptom][-1], []).append(symptom)
    readings: list[Reading] = []
    for family in families.values():
        if len(family) == 1:
            readings += table[family[0]]
            continue
        found: dict[tuple[str, str], Reading] = {}
        for symptom in family:
            for compiled, piece in table[symptom]:
                key = (compiled.cause, piece.counted_as)
                other = found.get(key)
                if other is None or _distance(piece, lineage) < _distance(other[1], lineage):
                    found[key] = (compiled, piece)
        readings += found.values()
    return readings


def _distance(piece: Piece, lineage: Mapping[str, tuple[str, ...]]) -> tuple[int, str]:
    """Give how far what was said is from the level at which it counts; ties go by name."""
    return (abs(len(lineage[piece.id]) - len(lineage[piece.counted_as])), piece.id)


def _leaked(compiled: CompiledLink, piece: Piece, background: Estimate) -> Piece:
    """Fit a report to the background rate that the person's own triggers raise."""
    link = compiled.link
    usual = compiled.background
    if background.value <= usual.value or link.stance is Stance.CONTRADICTS:
        return piece
    if link.frequency is not None:
        ratio = present_ratio_of(frequency=link.frequency.value, background=background.value)
    else:
        ratio = rescaled(compiled.present.value, shrinkage(usual=usual, raised=background))
    weight = capped_log(log(ratio) * compiled.factor)
    _, kind, counted_as, symptom, group, record, _, _ = piece
    return Piece(weight, kind, counted_as, symptom, group, record, background)


def trigger_chance(knowledge: Knowledge, *, trigger: str, symptom: str, probability: float) -> float:
    """Give the chance that a declared trigger gives a symptom.

    What the trigger lists at the symptom or a narrower form of it gives the symptom. What it lists
    only at a wider level is taken to give the narrower form in the same proportion as in everyone.
    """
    frequency, factor, proportion = knowledge.given[symptom].get(trigger, (0.0, 1.0, 1.0))
    return probability * frequency * factor * proportion


def raised_by(background: Estimate, chances: Iterable[float]) -> Estimate:
    """Raise a background rate by what declared triggers give; unchanged where there are none."""
    present = [chance for chance in chances if chance > 0]
    return raised_background(background, present) if present else background
