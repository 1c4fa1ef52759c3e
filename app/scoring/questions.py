"""What to ask next: the symptom whose answer is expected to teach most.

For each leading candidate the expected information gain of "do you have this?" is the entropy of
its probability now, less the expected entropy after the answer (Shannon; as Gorry & Barnett chose
tests in Comput Biomed Res 1968;1:490). The bits are added up over candidates. Where a candidate
already has evidence of the same group, an answer adds less, and its bits count with the group's
share. Symptoms that would raise the triage level come first, whatever their bits.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import log2

from app.scoring.evidence import share_of
from app.scoring.findings import Finding
from app.scoring.knowledge import GRAVE, Answers, Knowledge, RedFlag
from app.scoring.likelihood import odds
from app.scoring.triage import URGENCY, Circumstances, conditions_of
from app.vocabulary import SymptomKind, TriageLevel

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
    """Where one candidate stands when questions are chosen, and the groups of what bears on it."""

    cause: str
    probability: float
    groups: frozenset[str]


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

    `standings` are the leading candidates, best first.
    """
    settled = _settled_by(knowledge, case.findings)
    person = case.circumstances.person
    # What makes no sense to ask this person is taken for settled too.
    settled |= {one.id for one in knowledge.not_for_all if not one.asked_of.includes(person)}
    bits = expected_bits(knowledge, standings, settled=settled)
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
            settled.update(knowledge.narrower[finding.symptom])
    return frozenset(settled)


def expected_bits(
    knowledge: Knowledge, standings: Iterable[Standing], *, settled: frozenset[str]
) -> dict[str, float]:
    """Give the expected information gain of each unasked symptom, added up over candidates."""
    bits: dict[str, float] = defaultdict(float)
    for standing in standings:
        asked, groups = knowledge.askable[standing.cause], standing.groups
        for links, gain in zip(asked.values(), information_gains(standing.probability, asked), strict=True):
            for symptom, group in links:
                bits[symptom] += share_of(group) * gain if group in groups else gain
    return {symptom: gain for symptom, gain in bits.items() if symptom not in settled}


def information_gains(probability: float, links: Iterable[Answers]) -> Iterator[float]:
    """Give how many bits each answer is expected to teach about one candidate; never below 0."""
    other, before, now = 1 - probability, odds(probability), entropy(probability)
    for background, with_cause, present, absent in links:
        yes = probability * with_cause + other * background
        after_yes, after_no = before * present, before * absent
        gain = (
            now - yes * entropy(after_yes / (1 + after_yes)) - (1 - yes) * entropy(after_no / (1 + after_no))
        )
        yield max(0.0, gain)


def entropy(probability: float) -> float:
    """Give the entropy of a yes-or-no question in bits."""
    if probability <= 0 or probability >= 1:
        return 0.0
    other = 1 - probability
    return -probability * log2(probability) - other * log2(other)


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

    raising = _raising(knowledge, case)
    reported = {finding.symptom for finding in case.findings if finding.present}
    completing = set()
    for rule in knowledge.rules_of_several:
        missing = [unmet for unmet in _missing(knowledge, rule, reported) - settled if unmet in raising]
        if missing:
            completing.add(min(missing, key=worth))
    thinkable = {
        symptom
        for symptom, gain in bits.items()
        if gain >= FLAG_BITS
        and symptom in raising
        and knowledge.symptoms[symptom].kind is SymptomKind.COMPLAINT
    }
    found = {symptom: raising[symptom] for symptom in completing | thinkable}
    best = sorted(found, key=lambda s: (-URGENCY[found[s]], s not in completing, worth(s)))
    return {symptom: found[symptom] for symptom in best[:FLAG_QUESTIONS]}


def _missing(knowledge: Knowledge, rule: RedFlag, reported: Set[str]) -> frozenset[str]:
    """Give the one group that keeps a partly matched rule from firing, if it is but one."""
    unmet = [
        group
        for group, matches in zip(rule.all_of, knowledge.matches[rule.id], strict=True)
        if matches.isdisjoint(reported)
    ]
    return unmet[0] if len(unmet) == 1 else frozenset()


def _raising(knowledge: Knowledge, case: Case) -> dict[str, TriageLevel]:
    """Give the level, urgent or more, to which a report of each symptom would raise triage.

    A report sets it by itself, or it is all that a rule waits for. Nothing is said of it but that it
    is there, so what else a rule wants must hold already.
    """
    present = [finding for finding in case.findings if finding.present]
    reported = {finding.symptom for finding in present}
    raising: dict[str, TriageLevel] = {}
    for level in GRAVE:
        if URGENCY[level] > URGENCY[case.level]:
            raising.update(dict.fromkeys(knowledge.grave_symptoms[level], level))
            for rule in knowledge.grave_rules[level]:
                matches = knowledge.matches[rule.id]
                unmet = [group for group in matches if group.isdisjoint(reported)]
                # Most rules wait for more than one answer could give: what else they want matters not.
                awaited = unmet[0].intersection(*unmet[1:]) if unmet else frozenset()
                if awaited and conditions_of(knowledge, rule, present, case.circumstances) is not None:
                    raising.update(dict.fromkeys(awaited, level))
    return raising
