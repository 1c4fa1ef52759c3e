"""One plain sentence for each piece of evidence, with the figures behind it."""

from app.scoring.evidence import Evidence, EvidenceKind
from app.scoring.knowledge import Cause, CompiledLink, Knowledge

# A ratio this close to 1 is told as "hardly changes".
HARDLY = 0.05
# Figures from here on are told without decimals.
ROUND_FROM = 10


def plain_sentence(knowledge: Knowledge, cause: Cause, piece: Evidence) -> str:
    """Tell what a piece of evidence says of a cause, in one sentence."""
    if piece.kind is EvidenceKind.LAB:
        test = knowledge.lab_tests[piece.id].name
        result = (piece.note or "").replace("-", " ")
        return f"A {result} result of {test} {effect(piece.ratio, cause.name)}."
    if piece.kind is EvidenceKind.INTAKE:
        return f"The usual intake from the foods listed {effect(piece.ratio, cause.name)}."
    said = knowledge.symptoms[piece.id].name
    compiled = knowledge.links[cause.id][piece.counted_as]
    if piece.refuted:
        return f"{said}: a link with {cause.name} was tested and not found."
    by_way = f" by way of {knowledge.causes[piece.via].name}" if piece.via else ""
    start = said if piece.kind is EvidenceKind.SYMPTOM else f"Not having this ({said})"
    return f"{start} {effect(piece.ratio, cause.name)}{by_way}{_figures(knowledge, compiled)}."


def effect(ratio: float, name: str) -> str:
    """Tell what a likelihood ratio does to the odds of a cause."""
    if abs(ratio - 1) < HARDLY:
        return f"hardly changes the odds of {name}"
    if ratio > 1:
        return f"raises the odds of {name} about {_figure(ratio)} times"
    return f"lowers the odds of {name} to about {_figure(ratio)} of what they were"


def share_of_people(fraction: float) -> str:
    """Tell a fraction as "3 in 100", or of more people where it is small."""
    for people in (100, 1_000, 10_000):
        if fraction * people >= 1:
            return f"{fraction * people:.0f} in {people:,}"
    return "fewer than 1 in 10,000"


def _figures(knowledge: Knowledge, compiled: CompiledLink) -> str:
    frequency = compiled.link.frequency
    if frequency is None:
        return ""
    listed = knowledge.symptoms[compiled.link.symptom].name.lower()
    return (
        f": about {share_of_people(frequency.value)} people with it have {listed}, "
        f"against {share_of_people(compiled.background.value)} people in general"
    )


def _figure(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= ROUND_FROM else f"{ratio:.2g}"
