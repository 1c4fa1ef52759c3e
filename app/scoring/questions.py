"""What to ask next: the symptom whose answer is expected to teach most.

For each leading candidate the expected information gain of "do you have this?" is the entropy of
its probability now, less the expected entropy after the answer (Shannon; as Gorry & Barnett chose
tests in Comput Biomed Res 1968;1:490). The bits are added up over candidates. Where a candidate
already has evidence of the same group, an answer adds less, and its bits count with the group's
share. Symptoms that would raise the triage level come first, whatever their bits.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import log2

from app.scoring.findings import Finding
from app.scoring.knowledge import GRAVE, Answers, CompiledRule, Knowledge
from app.scoring.likelihood import entropy, odds
from app.scoring.triage import URGENCY, Circumstances, conditions_of, unmet_groups
from app.vocabulary import TriageLevel

QUESTIONS = 5
FLAG_QUESTIONS = 2
# A grave symptom that no rule waits for is asked about only where a candidate makes it thinkable.
FLAG_BITS = 0.02
CANDIDATES_CONSIDERED = 15
# Decimals of bits: they come of differences of logarithms, so that the last digits mean nothing.
BITS_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A symptom worth asking about; `raises_to` is the triage level that a yes would give."""

    symptom: str
    text: str
    bits: float
    raises_to: TriageLevel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one candidate stands when questions are chosen.

    `shares` has the groups of what bears on it, each with the share with which more of it counts.
    """

    cause: str
    probability: float
    shares: Mapping[str, float]


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
    # What makes no sense to ask this person is taken for settled too.
    for asked_of, symptoms in knowledge.not_for_all:
        if not asked_of.includes(case.circumstances.person):
            settled |= symptoms
    bits = expected_bits(knowledge, standings, settled=settled)
    flags = _flag_symptoms(knowledge, case, bits=bits, settled=settled) if standings else {}
    telling = (symptom for symptom in _most_telling(bits, QUESTIONS + len(flags)) if symptom not in flags)
    return tuple(
        Question(
            symptom=symptom,
            text=knowledge.symptoms[symptom].question,
            bits=round(bits.get(symptom, 0.0), BITS_DIGITS),
            raises_to=flags.get(symptom),
        )
        for symptom in [*flags, *telling][:QUESTIONS]
    )


def _most_telling(bits: Mapping[str, float], count: int) -> list[str]:
    """Give the symptoms of most bits, best first; those of as many bits go by name."""
    least = min(sorted(bits.values(), reverse=True)[:count], default=0.0) - 10**-BITS_DIGITS
    best = sorted((-round(gain, BITS_DIGITS), symptom) for symptom, gain in bits.items() if gain > least)
    return [symptom for gain, symptom in best[:count] if gain < 0]


def _settled_by(knowledge: Knowledge, findings: Iterable[Finding]) -> set[str]:
    """Give what needs no asking: a report implies all wider forms, a denial rules out narrower."""
    settled: set[str] = set()
    for finding in findings:
        if finding.present:
            settled.update(knowledge.lineage[finding.symptom])
        else:
            settled.update(knowledge.narrower[finding.symptom])
    return settled


def expected_bits(
    knowledge: Knowledge, standings: Iterable[Standing], *, settled: Set[str]
) -> dict[str, float]:
    """Give the expected information gain of each unasked symptom, added up over candidates."""
    bits: dict[str, float] = defaultdict(float)
    for standing in standings:
        asked, shares = knowledge.askable[standing.cause], standing.shares
        for links, gain in zip(asked.values(), information_gains(standing.probability, asked), strict=True):
            for symptom, group in links:
                bits[symptom] += shares[group] * gain if group in shares else gain
    for symptom in settled:
        bits.pop(symptom, None)
    return bits


def information_gains(probability: float, links: Iterable[Answers]) -> list[float]:
    """Give how many bits each answer is expected to teach about one candidate; never below 0.

    What the answer teaches of the cause is what the cause teaches of the answer: the entropy of
    the answer less its entropy where the cause is known to be there or not, which is compiled. A
    recorded ratio need not agree with the chances, so that there both answers are tried.
    """
    other, before, now = 1 - probability, odds(probability), entropy(probability)
    gains = []
    for background, with_cause, without, given, ratios in links:
        yes = probability * with_cause + other * background
        no = 1 - yes
        if ratios is None:
            gain = -yes * log2(yes) - no * log2(no) - probability * given - other * without
        else:
            after_yes, after_no = before * ratios[0], before * ratios[1]
            gain = now - yes * entropy(after_yes / (1 + after_yes)) - no * entropy(after_no / (1 + after_no))
        gains.append(gain if gain > 0 else 0.0)
    return gains


class _Raising:
    """What a report of one more symptom would raise triage to."""

    def __init__(self, knowledge: Knowledge, case: Case) -> None:
        self.knowledge, self.circumstances = knowledge, case.circumstances
        self.present = [finding for finding in case.findings if finding.present]
        self._levels: dict[str, TriageLevel | None] = {}
        self._held: dict[str, bool] = {}
        self.above = [level for level in reversed(GRAVE) if URGENCY[level] > URGENCY[case.level]]
        # Rules of which something is reported and something is missing, with the places of what is.
        self.begun = [
            (knowledge.rules[rule], [place for place in range(unmet.bit_length()) if unmet >> place & 1])
            for rule, unmet in unmet_groups(knowledge, self.present).items()
            if unmet
        ]
        # What they wait for, by level.
        self.awaited: dict[TriageLevel, set[str]] = {level: set() for level in self.above}
        for rule, places in self.begun:
            awaited = self.awaited.get(rule.flag.level)
            if awaited is not None and self._holds(rule):
                first, *others = (rule.matches[place] for place in places)
                awaited |= first.intersection(*others)

    def level(self, symptom: str) -> TriageLevel | None:
        """Give the level, urgent or more, if it is above that of the case.

        The report sets it by itself, or it is all that a rule waits for. Nothing is said of it but
        that it is there, so what else a rule wants must hold already.
        """
        if symptom not in self._levels:
            self._levels[symptom] = self._level(symptom)
        return self._levels[symptom]

    def _level(self, symptom: str) -> TriageLevel | None:
        own = self.knowledge.symptoms[symptom].base_level
        for level in self.above:
            if own is level or symptom in self.awaited[level]:
                return level
            for rule in self.knowledge.enough_for[level].get(symptom, ()):
                if self._holds(rule):
                    return level
        return None

    def _holds(self, rule: CompiledRule) -> bool:
        name = rule.flag.id
        if name not in self._held:
            self._held[name] = conditions_of(rule, self.present, self.circumstances) is not None
        return self._held[name]


def _flag_symptoms(
    knowledge: Knowledge, case: Case, *, bits: Mapping[str, float], settled: Set[str]
) -> dict[str, TriageLevel]:
    """Give symptoms that would raise the level, most urgent first, and the level of each.

    Considered are rules of which one group only is missing, one symptom each, and grave complaints
    that teach something about a leading candidate; asking everybody everything would help nobody.
    """

    def worth(symptom: str) -> tuple[bool, float, float, str]:
        """Sort key: what a person feels goes before a sign, what teaches before what is common."""
        is_sign = symptom not in knowledge.complaints
        return (is_sign, -bits.get(symptom, 0.0), -knowledge.symptoms[symptom].background.value, symptom)

    raising = _Raising(knowledge, case)
    if not raising.above:
        return {}
    completing = set()
    for rule, places in raising.begun:
        if len(places) == 1:
            named = rule.flag.all_of[places[0]]
            missing = [one for one in named if one not in settled and raising.level(one)]
            if missing:
                completing.add(min(missing, key=worth))
    thinkable = {
        symptom
        for symptom, gain in bits.items()
        if gain >= FLAG_BITS and symptom in knowledge.complaints and raising.level(symptom)
    }
    found = {symptom: level for symptom in completing | thinkable if (level := raising.level(symptom))}
    best = sorted(found, key=lambda s: (-URGENCY[found[s]], s not in completing, worth(s)))
    return {symptom: found[symptom] for symptom in best[:FLAG_QUESTIONS]}
