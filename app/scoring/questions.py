"""What to ask next: the symptom whose answer is expected to teach most.

For each leading candidate the expected information gain of "do you have this?" is the entropy of
its probability now, less the expected entropy after the answer (Shannon; as Gorry & Barnett chose
tests in Comput Biomed Res 1968;1:490). The bits are added up over candidates. Where a candidate
already has evidence of the same group, an answer adds less, and its bits count with the group's
share. Symptoms that would raise the triage level come first, whatever their bits.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from app.scoring.evidence import Evidence, share_of
from app.scoring.findings import Finding
from app.scoring.knowledge import CompiledLink, Knowledge, RedFlag
from app.scoring.likelihood import FREQUENCY_CEILING, chance_of_finding, odds
from app.scoring.triage import URGENCY, Circumstances, fired_by, highest, matching
from app.vocabulary import Stance, SymptomKind, TriageLevel

QUESTIONS = 5
FLAG_QUESTIONS = 2
# A grave symptom that no rule waits for is asked about only where a candidate makes it thinkable.
FLAG_BITS = 0.02
CANDIDATES_CONSIDERED = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A symptom worth asking about; `raises_to` is the triage level that a yes would give."""

    symptom: str
    text: str
    bits: float
    raises_to: TriageLevel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one candidate stands when questions are chosen."""

    cause: str
    probability: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What triage has read so far: the merged findings, what goes with them, and the level."""

    findings: tuple[Finding, ...]
    circumstances: Circumstances
    level: TriageLevel


def next_questions(
    knowledge: Knowledge, *, case: Case, standings: Sequence[Standing]
) -> tuple[Question, ...]:
    """Choose what to ask next, best first; nothing that the findings settle is asked again.

    `standings` are the candidates, best first; the leading ones are considered.
    """
    settled = _settled_by(knowledge, case.findings)
    person = case.circumstances.person
    # What makes no sense to ask this person is taken for settled too.
    settled |= {one.id for one in knowledge.symptoms.values() if not one.asked_of.includes(person)}
    bits = expected_bits(knowledge, standings[:CANDIDATES_CONSIDERED], settled=settled)
    flags = _flag_symptoms(knowledge, case, bits=bits, settled=settled) if standings else {}
    ordered = [*flags, *(s for s in sorted(bits, key=lambda s: (-bits[s], s)) if s not in flags)]
    return tuple(
        Question(
            symptom=symptom,
            text=knowledge.symptoms[symptom].question,
            bits=bits.get(symptom, 0.0),
            raises_to=flags.get(symptom),
        )
        for symptom in ordered[:QUESTIONS]
        if symptom in flags or bits[symptom] > 0
    )


def _settled_by(knowledge: Knowledge, findings: Iterable[Finding]) -> frozenset[str]:
    """Give what needs no asking: a report implies all wider forms, a denial rules out narrower."""
    settled: set[str] = set()
    for finding in findings:
        if finding.present:
            settled.update(knowledge.lineage[finding.symptom])
        else:
            settled.update(
                symptom for symptom, chain in knowledge.lineage.items() if finding.symptom in chain
            )
    return frozenset(settled)


def expected_bits(
    knowledge: Knowledge, standings: Iterable[Standing], *, settled: frozenset[str]
) -> dict[str, float]:
    """Give the expected information gain of each unasked symptom, added up over candidates."""
    bits: dict[str, float] = defaultdict(float)
    for standing in standings:
        groups = {piece.group for piece in standing.evidence if piece.weight.value != 0}
        for symptom, compiled in knowledge.links[standing.cause].items():
            askable = knowledge.symptoms[symptom].kind is not SymptomKind.LABORATORY
            if symptom in settled or not askable or compiled.link.stance is Stance.CONTRADICTS:
                continue
            share = share_of(compiled.group) if compiled.group in groups else 1.0
            bits[symptom] += share * information_gain(standing.probability, compiled)
    return dict(bits)


def information_gain(probability: float, compiled: CompiledLink) -> float:
    """Give how many bits the answer is expected to teach about one candidate; never below 0."""
    background = compiled.background.value
    frequency = compiled.link.frequency
    if frequency is not None:
        with_cause = chance_of_finding(frequency=frequency.value, background=background)
    else:
        with_cause = min(FREQUENCY_CEILING, compiled.present.value * background)
    yes = probability * with_cause + (1 - probability) * background
    after_yes = _updated(probability, compiled.present.value)
    after_no = _updated(probability, compiled.absent.value)
    gain = entropy(probability) - yes * entropy(after_yes) - (1 - yes) * entropy(after_no)
    return max(0.0, gain)


def entropy(probability: float) -> float:
    """Give the entropy of a yes-or-no question in bits."""
    if probability <= 0 or probability >= 1:
        return 0.0
    other = 1 - probability
    return -probability * log2(probability) - other * log2(other)


def _updated(probability: float, ratio: float) -> float:
    after = odds(probability) * ratio
    return after / (1 + after)


def _flag_symptoms(
    knowledge: Knowledge, case: Case, *, bits: Mapping[str, float], settled: frozenset[str]
) -> dict[str, TriageLevel]:
    """Give symptoms that would raise the level, most urgent first, and the level of each.

    Considered are rules of which one group only is missing, one symptom each, and grave complaints
    that teach something about a leading candidate; asking everybody everything would help nobody.
    """

    def worth(symptom: str) -> tuple[bool, float, float, str]:
        """Sort key: what a person feels goes before a sign, what teaches before what is common."""
        known = knowledge.symptoms[symptom]
        is_sign = known.kind is not SymptomKind.COMPLAINT
        return (is_sign, -bits.get(symptom, 0.0), -known.background.value, symptom)

    completing = set()
    for rule in knowledge.red_flags:
        missing = _missing(knowledge, rule, case.findings) - settled
        raising = [symptom for symptom in missing if _rises(knowledge, case, symptom)]
        if raising:
            completing.add(min(raising, key=worth))
    thinkable = {
        symptom
        for symptom, gain in bits.items()
        if gain >= FLAG_BITS
        and knowledge.symptoms[symptom].kind is SymptomKind.COMPLAINT
        and _rises(knowledge, case, symptom)
    }
    found = {symptom: _level_with(knowledge, case, symptom) for symptom in completing | thinkable}
    best = sorted(found, key=lambda s: (-URGENCY[found[s]], s not in completing, worth(s)))
    return {symptom: found[symptom] for symptom in best[:FLAG_QUESTIONS]}


def _rises(knowledge: Knowledge, case: Case, symptom: str) -> bool:
    """Tell whether one more symptom would raise the level to urgent or more."""
    least = max(URGENCY[case.level], URGENCY[TriageLevel.ROUTINE])
    return URGENCY[_level_with(knowledge, case, symptom)] > least


def _level_with(knowledge: Knowledge, case: Case, symptom: str) -> TriageLevel:
    """Give the level that one more symptom would set by itself or with those already there."""
    present = [*(finding for finding in case.findings if finding.present), Finding(symptom=symptom)]
    return highest(
        [
            knowledge.symptoms[symptom].base_level,
            *(
                rule.level
                for rule in knowledge.rules[symptom]
                if fired_by(knowledge, rule, present, case.circumstances) is not None
            ),
        ]
    )


def _missing(knowledge: Knowledge, rule: RedFlag, findings: Iterable[Finding]) -> frozenset[str]:
    """Give the one group that keeps a partly matched rule from firing, if it is but one."""
    present = [finding for finding in findings if finding.present]
    unmet = [
        group for group in rule.all_of if not any(matching(knowledge, group, finding) for finding in present)
    ]
    return unmet[0] if len(unmet) == 1 and len(rule.all_of) > 1 else frozenset()
