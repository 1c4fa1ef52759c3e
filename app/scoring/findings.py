"""What reported and denied symptoms say of each cause.

A report counts towards what a cause lists at the report's own level or above, once, at the most
specific listed level: a twitching lip towards "twitching of the face" if that is what is listed. A
link that was tested and failed at the specific level stands in the way of what a wider level lists.
A denial speaks of the symptom and of all its narrower forms, unless one of those was reported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.scoring.evidence import Evidence, EvidenceKind, weighed
from app.scoring.knowledge import CompiledLink, Knowledge
from app.scoring.likelihood import (
    Estimate,
    present_ratio,
    raised_background,
    rescaled_ratio,
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
    findings = list(findings)
    present = [finding.symptom for finding in findings if finding.present]
    absent = [finding.symptom for finding in findings if not finding.present]
    pieces: dict[str, list[Evidence]] = defaultdict(list)
    for (cause, _), (reports, compiled) in _by_link(knowledge.reported, present).items():
        pieces[cause].append(_present_piece(knowledge, reports, compiled, leak))
    for (cause, symptom), (reports, compiled) in _by_link(knowledge.denied, absent).items():
        if not any(symptom in knowledge.lineage[reported] for reported in present):
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


def _present_piece(knowledge: Knowledge, reports: list[str], compiled: CompiledLink, leak: Leak) -> Evidence:
    link = compiled.link
    background = leak(compiled)
    ratio = compiled.present
    if background.value > compiled.background.value and link.stance is not Stance.CONTRADICTS:
        if link.frequency is not None:
            ratio = present_ratio(frequency=link.frequency, background=background)
        else:
            ratio = rescaled_ratio(ratio, usual=compiled.background, raised=background)
    weight, listed, capped = weighed(ratio, compiled.factor)
    return Evidence(
        kind=EvidenceKind.SYMPTOM,
        id=_nearest(knowledge, reports, link.symptom),
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
        refuted=link.stance is Stance.CONTRADICTS,
    )


def _absent_piece(knowledge: Knowledge, reports: list[str], compiled: CompiledLink) -> Evidence:
    link = compiled.link
    weight, listed, capped = weighed(compiled.absent, compiled.factor)
    return Evidence(
        kind=EvidenceKind.ABSENT_SYMPTOM,
        id=min(reports, key=lambda report: (knowledge.lineage[link.symptom].index(report), report)),
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
    )


def trigger_chance(knowledge: Knowledge, *, trigger: str, symptom: str, probability: float) -> float:
    """Give the chance that a declared trigger gives a symptom.

    What the trigger lists at the symptom or a narrower form of it gives the symptom. What it lists
    only at a wider level is taken to give the narrower form in the same proportion as in everyone.
    """
    links = knowledge.links[trigger]
    frequencies = [
        compiled.link.frequency.value * compiled.factor
        for listed, compiled in links.items()
        if symptom in knowledge.lineage[listed] and _gives(compiled)
        if compiled.link.frequency is not None
    ]
    if frequencies:
        return probability * max(frequencies)
    for wider in knowledge.lineage[symptom][1:]:
        compiled = links.get(wider)
        if compiled is None:
            continue
        if not _gives(compiled) or compiled.link.frequency is None:
            return 0.0
        usual = knowledge.symptoms[symptom].background.value / compiled.background.value
        return probability * compiled.link.frequency.value * compiled.factor * min(1.0, usual)
    return 0.0


def _gives(compiled: CompiledLink) -> bool:
    return compiled.link.stance is not Stance.CONTRADICTS


def raised_by(background: Estimate, chances: Iterable[float]) -> Estimate:
    """Raise a background rate by what declared triggers give; unchanged where there are none."""
    present = [chance for chance in chances if chance > 0]
    return raised_background(background, present) if present else background
