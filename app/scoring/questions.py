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
from typing import NamedTuple

from app.scoring.findings import Finding
from app.scoring.knowledge import GRAVE, Answers, CompiledRule, Knowledge, Person, RedFlag
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
    """A symptom worth asking about; `raises_to` is the triage level that a yes would give.

    `rule` is the triage rule that a yes would fire together with what was reported, `because`; None
    where a yes is enough by itself, or would not raise the level.
    """

    symptom: str
    text: str
    bits: float
    raises_to: TriageLevel | None = None
    rule: RedFlag | None = None
    because: tuple[str, ...] = ()


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
    settled = _settled_by(knowledge, case.findings) | _out_of_place(knowledge, case.circumstances.person)
    bits = expected_bits(knowledge, standings, settled=settled)
    flags = _flag_questions(knowledge, case, bits=bits, settled=settled) if standings else []
    asked = {question.symptom for question in flags}
    telling = [one for one in _most_telling(bits, QUESTIONS + len(flags)) if one not in asked]
    return (*flags, *(_question(knowledge, symptom, bits) for symptom in telling[: QUESTIONS - len(flags)]))


def _out_of_place(knowledge: Knowledge, person: Person) -> set[str]:
    """Give what makes no sense to ask this person."""
    found: set[str] = set()
    for group, symptoms in knowledge.asked_only_of.items():
        if not group.includes(person):
            found |= symptoms
    for group, symptoms in knowledge.never_asked_of.items():
        if group.includes(person):
            found |= symptoms
    return found


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


class Raise(NamedTuple):
    """What a report of one more symptom raises triage to, and by which rule; None is by itself."""

    level: TriageLevel
    rule: CompiledRule | None


class _Raising:
    """What a report of one more symptom would raise triage to."""

    def __init__(self, knowledge: Knowledge, case: Case) -> None:
        self.knowledge, self.circumstances = knowledge, case.circumstances
        self.present = [finding for finding in case.findings if finding.present]
        self.reported = frozenset(finding.symptom for finding in self.present)
        self.above = [level for level in reversed(GRAVE) if URGENCY[level] > URGENCY[case.level]]
        self._held: dict[str, bool] = {}
        # Rules that would raise the level and of which one group is missing, with its place.
        self.begun: list[tuple[CompiledRule, int]] = []
        # What rules wait for, by level, each with the first of them.
        self._awaited: dict[TriageLevel, dict[str, CompiledRule]] = {level: {} for level in self.above}
        for name, unmet in unmet_groups(knowledge, self.present).items():
            rule = knowledge.rules[name]
            awaited = self._awaited.get(rule.flag.level)
            if unmet and awaited is not None and self._holds(rule):
                first, *others = (place for place in range(unmet.bit_length()) if unmet >> place & 1)
                if not others:
                    self.begun.append((rule, first))
                for symptom in rule.matches[first].intersection(*(rule.matches[one] for one in others)):
                    awaited.setdefault(symptom, rule)

    def by(self, symptom: str) -> Raise | None:
        """Give the level, urgent or more, if it is above that of the case.

        The report sets it by itself, or it is all that a rule waits for. Nothing is said of it but
        that it is there, so what else a rule wants must hold already.
        """
        own = self.knowledge.symptoms[symptom].base_level
        for level in self.above:
            if own is level:
                return Raise(level, None)
            rule = self._awaited[level].get(symptom) or next(
                (one for one in self.knowledge.enough_for[level].get(symptom, ()) if self._holds(one)), None
            )
            if rule is not None:
                return Raise(level, rule)
        return None

    def is_named(self, rule: CompiledRule) -> bool:
        """Tell whether a rule names a symptom that is reported: itself, not only a wider form."""
        return any(not group.isdisjoint(self.reported) for group in rule.flag.all_of)

    def _holds(self, rule: CompiledRule) -> bool:
        name = rule.flag.id
        if name not in self._held:
            self._held[name] = conditions_of(rule, self.present, self.circumstances) is not None
        return self._held[name]


def _flag_questions(
    knowledge: Knowledge, case: Case, *, bits: Mapping[str, float], settled: Set[str]
) -> list[Question]:
    """Ask about symptoms that would raise the level, most urgent first.

    Considered are rules of which one group only is missing, one symptom each, and grave complaints
    that teach something about a leading candidate; asking everybody everything would help nobody.
    What a rule waits for must be thinkable, too: it teaches of a candidate, or the rule names what
    was reported. That lips twitch is no reason to ask what a rule asks of those who twitch anywhere.
    """

    def worth(symptom: str) -> tuple[bool, float, float, str]:
        """Sort key: what a person feels goes before a sign, what teaches before what is common."""
        is_sign = symptom not in knowledge.complaints
        return (is_sign, -bits.get(symptom, 0.0), -knowledge.symptoms[symptom].background.value, symptom)

    raising = _Raising(knowledge, case)
    completing = set()
    for rule, place in raising.begun:
        named = rule.flag.all_of[place] - settled
        missing = named if raising.is_named(rule) else named & bits.keys()
        if missing:
            completing.add(min(missing, key=worth))
    thinkable = {symptom for symptom, gain in bits.items() if gain >= FLAG_BITS} & knowledge.complaints
    found = {symptom: by for symptom in completing | thinkable if (by := raising.by(symptom))}
    best = sorted(found, key=lambda s: (-URGENCY[found[s].level], s not in completing, worth(s)))
    return [
        _question(knowledge, symptom, bits, found[symptom], raising.reported)
        for symptom in best[:FLAG_QUESTIONS]
    ]


def _question(
    knowledge: Knowledge,
    symptom: str,
    bits: Mapping[str, float],
    raised: Raise | None = None,
    reported: Set[str] = frozenset(),
) -> Question:
    rule = raised.rule if raised else None
    return Question(
        symptom=symptom,
        text=knowledge.symptoms[symptom].question,
        bits=round(bits.get(symptom, 0.0), BITS_DIGITS),
        raises_to=raised.level if raised else None,
        rule=rule.flag if rule else None,
        because=tuple(sorted(rule.symptoms & reported)) if rule else (),
    )
