"""One plain sentence for each piece of evidence, with the figures behind it."""

from app.scoring.evidence import Evidence, EvidenceKind
from app.scoring.knowledge import Cause, CompiledLink, Knowledge
from app.scoring.priors import Reason
from app.vocabulary import Interpretation

# A ratio this close to 1 is told as "hardly changes".
HARDLY = 0.05
# How a sentence calls a result.
RESULTS = {
    Interpretation.SEVERELY_LOW: "a very low",
    Interpretation.LOW: "a low",
    Interpretation.BORDERLINE: "a borderline",
    Interpretation.NORMAL: "a normal",
    Interpretation.HIGH: "a high",
    Interpretation.VERY_HIGH: "a very high",
}
# Figures from here on are told without decimals.
ROUND_FROM = 10


def plain_sentence(knowledge: Knowledge, cause: Cause, piece: Evidence) -> str:
    """Tell in one sentence what a piece of evidence says of the cause that it stands under."""
    if piece.kind is EvidenceKind.LAB:
        result = RESULTS[Interpretation(piece.note or "")]
        return f'With {result} result of "{knowledge.lab_tests[piece.id].name}", {effect(piece.ratio)}.'
    if piece.kind is EvidenceKind.INTAKE:
        return f"With the usual intake from the foods listed, {effect(piece.ratio)}."
    said = knowledge.symptoms[piece.id].name
    if piece.refuted and piece.weight.value == 0:
        return f'"{said}": a link with this was tested and not found.'
    compiled = knowledge.links[cause.id][piece.counted_as]
    by_way = f', by way of "{knowledge.causes[piece.via].name}"' if piece.via else ""
    start = "With" if piece.kind is EvidenceKind.SYMPTOM else "Without"
    return f'{start} "{said}", {effect(piece.ratio)}{by_way}.{_figures(knowledge, compiled)}'


def prior_sentence(name: str, reason: Reason) -> str:
    """Tell in one sentence what something known before any finding does to the odds of a cause."""
    if reason.kind == "gate":
        return f"Without anything known to bring it on, {effect(reason.used)}."
    if abs(reason.used - 1) < HARDLY:
        return f'"{name}" is in the starting figure or another reason already, so it adds nothing.'
    return f'With "{name}", {effect(reason.used)}, before any finding is counted.'


def counterfactual_sentence(name: str, *, without: float, whole: float) -> str:
    """Tell in one sentence what the probability would be without the strongest reason."""
    return (
        f'Without "{name}", this would be so for {share_of_people(without)} people like you, '
        f"not for {share_of_people(whole)}."
    )


def effect(ratio: float) -> str:
    """Tell what a likelihood ratio does to the odds of a cause."""
    if abs(ratio - 1) < HARDLY:
        return "the odds of this hardly change"
    if ratio > 1:
        return f"the odds of this become about {_figure(ratio)} times as high"
    return f"the odds of this fall to {_percent(ratio)} of what they were"


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
    name, background = knowledge.symptoms[compiled.link.symptom].name, compiled.background.value
    if frequency.value <= background:
        # Counted on top of what everybody has: "15 against 30" would read as if it spoke against.
        return (
            f' About {share_of_people(frequency.value)} people with it get "{name}" from it; '
            f"{share_of_people(background)} people in general have that anyway."
        )
    return (
        f' About {share_of_people(frequency.value)} people with it have "{name}", '
        f"against {share_of_people(background)} people in general."
    )


def _figure(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= ROUND_FROM else f"{ratio:.2g}"


def _percent(ratio: float) -> str:
    """Tell a ratio below 1 in per cent."""
    return f"about {100 * ratio:.0f} percent" if 100 * ratio >= 1 else "less than 1 percent"
