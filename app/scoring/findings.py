"""What reported and denied symptoms say of each cause.

A report counts towards what a cause lists at the report's own level or above, once, at the most
specific listed level: a twitching lip towards "twitching of the face" if that is what is listed. A
link that was tested and failed at the specific level stands in the way of what a wider level lists.
A denial speaks of the symptom and of all its narrower forms, unless one of those was reported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log

from app.scoring.evidence import Evidence, EvidenceKind, Piece, Shares, weighed
from app.scoring.knowledge import CompiledLink, Knowledge, capped_log
from app.scoring.likelihood import (
    Estimate,
    present_ratio,
    present_ratio_of,
    raised_background,
    rescaled,
    rescaled_ratio,
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
    knowledge: Knowledge, findings: Iterable[Finding], *, leak: Leak
) -> dict[str, list[Evidence]]:
    """Give, by cause, what the (merged) findings say of it, before groups are settled."""
    pieces = symptom_pieces(knowledge, findings, leak=leak)
    return {cause: [piece.tell(()) for piece in found] for cause, found in pieces.items()}


def symptom_pieces(
    knowledge: Knowledge, findings: Iterable[Finding], *, leak: Leak
) -> defaultdict[str, list[Piece]]:
    """Give the same as far as ranking reads it."""
    findings = list(findings)
    present = [finding.symptom for finding in findings if finding.present]
    absent = [finding.symptom for finding in findings if not finding.present]
    pieces: defaultdict[str, list[Piece]] = defaultdict(list)
    for (cause, _), (reports, compiled) in _by_link(knowledge.reported, present).items():
        pieces[cause].append(_present_piece(knowledge, reports, compiled, leak))
    levels = {level for symptom in present for level in knowledge.lineage[symptom]}
    for (cause, symptom), (reports, compiled) in _by_link(knowledge.denied, absent).items():
        if symptom not in levels:
            pieces[cause].append(_absent_piece(knowledge, reports, compiled))
    return pieces


def _by_link(
    table: Mapping[str, tuple[CompiledLink, ...]], symptoms: Iterable[str]
) -> dict[tuple[str, str], tuple[list[str], CompiledLink]]:
    """Gather the links that the symptoms lead to, each once, with the symptoms that led to it."""
    found: dict[tuple[str, str], tuple[list[str], CompiledLink]] = {}
    for symptom in symptoms:
        for compiled in table.get(symptom, ()):
            key = (compiled.cause, compiled.link.symptom)
            found.setdefault(key, ([], compiled))[0].append(symptom)
    return found


def _nearest(knowledge: Knowledge, reports: Iterable[str], level: str) -> str:
    """Of several reports that count as one, name the one nearest to the listed level."""
    return min(reports, key=lambda report: (knowledge.lineage[report].index(level), report))


def _present_piece(knowledge: Knowledge, reports: list[str], compiled: CompiledLink, leak: Leak) -> Piece:
    link = compiled.link
    background = leak(compiled)
    raised = background.value > compiled.background.value and link.stance is not Stance.CONTRADICTS
    if not raised:
        weight = compiled.present_weight
    elif link.frequency is not None:
        plain = log(present_ratio_of(frequency=link.frequency.value, background=background.value))
        weight = capped_log(plain * compiled.factor)
    else:
        shrunk = shrinkage(usual=compiled.background, raised=background)
        weight = capped_log(log(rescaled(compiled.present.value, shrunk)) * compiled.factor)
    symptom = reports[0] if len(reports) == 1 else _nearest(knowledge, reports, link.symptom)

    def tell(shares: Shares) -> Evidence:
        ratio = compiled.present
        if raised and link.frequency is not None:
            ratio = present_ratio(frequency=link.frequency, background=background)
        elif raised:
            ratio = rescaled_ratio(ratio, usual=compiled.background, raised=background)
        return _told(EvidenceKind.SYMPTOM, symptom, compiled, ratio, shares)

    return Piece(weight, EvidenceKind.SYMPTOM, link.symptom, symptom, compiled.group, tell)


def _absent_piece(knowledge: Knowledge, reports: list[str], compiled: CompiledLink) -> Piece:
    listed = compiled.link.symptom
    symptom = min(reports, key=lambda report: (knowledge.lineage[listed].index(report), report))
    return Piece(
        compiled.absent_weight,
        EvidenceKind.ABSENT_SYMPTOM,
        listed,
        symptom,
        compiled.group,
        lambda shares: _told(EvidenceKind.ABSENT_SYMPTOM, symptom, compiled, compiled.absent, shares),
    )


def _told(
    kind: EvidenceKind, symptom: str, compiled: CompiledLink, ratio: Estimate, shares: Shares
) -> Evidence:
    link = compiled.link
    weight, listed, capped = weighed(ratio, compiled.factor, shares)
    return Evidence(
        kind=kind,
        id=symptom,
        counted_as=link.symptom,
        group=compiled.group,
        weight=weight,
        listed=listed,
        grade=link.grade,
        basis=link.basis,
        sources=link.sources,
        mechanism=link.mechanism,
        via=link.via,
        capped=capped,
        refuted=kind is EvidenceKind.SYMPTOM and link.stance is Stance.CONTRADICTS,
    )


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
