"""What the score knows, frozen: symptoms, causes, risk factors, tests and triage rules.

`Knowledge.build` compiles the look-ups once; a request then only follows them. Everything is keyed
by id. Ids that lead nowhere and chains that come back to themselves are refused here, loudly.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from app.scoring.likelihood import Estimate, absent_ratio, present_ratio
from app.vocabulary import (
    Basis,
    CauseKind,
    Grade,
    Interpretation,
    Qualifier,
    RiskFactorKind,
    Sex,
    Stance,
    SymptomKind,
    TriageLevel,
)

# A symptom this common is reported together with others by most healthy people: of 3,325 Norwegians
# 46.7 % had six or more at once (doi 10.3109/02813432.2012.751697), and symptoms cluster in 36,163
# Danes (doi 10.1371/journal.pone.0150664). Such symptoms form one group.
EVERYDAY_BACKGROUND = 0.10
EVERYDAY_GROUP = "everyday"
# Laboratory results, whether told as a number or as a finding ("anemia").
LAB_GROUP = "lab"
# One finding never counts for more than this, however rare it is said to be: own rule.
RATIO_CEILING = 300.0
# "Partly" supported links count with half their weight: own rule.
PARTLY_FACTOR = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The person asked about; None is "not said"."""

    age_years: float | None = None
    sex: Sex | None = None
    pregnant: bool | None = None
    lactating: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Whom a figure is about; None is "anybody". The upper age is exclusive."""

    sex: Sex | None = None
    age_min_years: float | None = None
    age_max_years: float | None = None
    pregnant: bool | None = None
    lactating: bool | None = None

    def includes(self, person: Person) -> bool:
        """Tell whether the person is known to be in the group."""
        return (
            (self.sex is None or person.sex is self.sex)
            and (self.pregnant is None or person.pregnant is self.pregnant)
            and (self.lactating is None or person.lactating is self.lactating)
            and self._includes_age(person.age_years)
        )

    def _includes_age(self, age: float | None) -> bool:
        if age is None:
            return self.age_min_years is None and self.age_max_years is None
        return (self.age_min_years is None or self.age_min_years <= age) and (
            self.age_max_years is None or age < self.age_max_years
        )

    def criteria(self) -> frozenset[str]:
        """Name what the group is narrowed by."""
        named = {
            "sex": self.sex is not None,
            "age": self.age_min_years is not None or self.age_max_years is not None,
            "pregnant": self.pregnant is not None,
            "lactating": self.lactating is not None,
        }
        return frozenset(name for name, given in named.items() if given)

    def years(self) -> float:
        """Give the width of the age band; the narrower of two is the more specific."""
        low = 0.0 if self.age_min_years is None else self.age_min_years
        high = 200.0 if self.age_max_years is None else self.age_max_years
        return high - low


ANYBODY = Person()
EVERYBODY = Group()
# A likelihood ratio that moves nothing.
NEUTRAL = Estimate(value=1.0, low=1.0, high=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    """A complaint or sign; `parent` is the next wider one, `asked_of` whom it makes sense to ask."""

    id: str
    name: str
    background: Estimate
    asked_of: Group = EVERYBODY
    kind: SymptomKind = SymptomKind.COMPLAINT
    parent: str | None = None
    base_level: TriageLevel = TriageLevel.SELF_CARE
    question: str = ""
    background_sources: tuple[str, ...] = ()
    background_basis: Basis = Basis.STATED_RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One claim "this cause gives this symptom": a frequency, a recorded ratio, or refuted."""

    symptom: str
    grade: Grade
    basis: Basis
    mechanism: str
    sources: tuple[str, ...]
    stance: Stance = Stance.SUPPORTS
    frequency: Estimate | None = None
    ratio: Estimate | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """How common a cause is in a group, as a fraction."""

    prevalence: Estimate
    grade: Grade
    basis: Basis
    sources: tuple[str, ...]
    population: str = ""
    group: Group = EVERYBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Something that can explain symptoms."""

    id: str
    kind: CauseKind
    name: str
    priors: tuple[Prior, ...]
    nutrient: str | None = None
    links: tuple[Link, ...] = ()
    requires_risk_factor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """How a risk factor changes the odds of a cause."""

    cause: str
    odds_ratio: Estimate
    pathway: str
    grade: Grade
    basis: Basis
    sources: tuple[str, ...]
    mechanism: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFactor:
    """A condition, medicine, diet, habit or life stage; a member inherits its class's effects."""

    id: str
    kind: RiskFactorKind
    name: str
    member_of: str | None = None
    applies_to: Group | None = None
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A range of results (min inclusive, max exclusive) and what it says about a cause."""

    cause: str
    interpretation: Interpretation
    ratio: Estimate
    grade: Grade
    basis: Basis
    sources: tuple[str, ...]
    min: float | None = None
    max: float | None = None
    group: Group = EVERYBODY
    note: str | None = None

    def holds(self, value: float) -> bool:
        """Tell whether a result in the canonical unit falls into the band."""
        return (self.min is None or self.min <= value) and (self.max is None or value < self.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabTest:
    """A laboratory test: canonical unit, other units with their factor, and its bands."""

    id: str
    name: str
    unit: str
    plausible_min: float
    plausible_max: float
    conversions: tuple[tuple[str, float], ...] = ()
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabCondition:
    """A bound, in the canonical unit, that fires a triage rule."""

    test: str
    below: float | None = None
    above: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A triage rule; see `app.scoring.triage` for when it fires."""

    id: str
    name: str
    level: TriageLevel
    advice: str
    sources: tuple[str, ...]
    all_of: tuple[frozenset[str], ...] = ()
    qualifiers: frozenset[Qualifier] = frozenset()
    min_duration_days: float | None = None
    risk_factors_any: frozenset[str] = frozenset()
    labs: tuple[LabCondition, ...] = ()
    group: Group = EVERYBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledLink:
    """A link with what the score needs of it worked out.

    `group` says which links speak of the same thing and so don't multiply as if independent.
    `present` and `absent` are likelihood ratios at the usual background rate; `absent` is 1 where
    a denial says nothing (refuted links, and ratios recorded without their frequency).
    """

    cause: str
    link: Link
    group: str
    background: Estimate
    present: Estimate
    absent: Estimate
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything the score knows of one content release, with its look-ups."""

    symptoms: Mapping[str, Symptom]
    causes: Mapping[str, Cause]
    risk_factors: Mapping[str, RiskFactor]
    lab_tests: Mapping[str, LabTest]
    red_flags: tuple[RedFlag, ...]
    # Compiled: the symptom itself and then each wider one.
    lineage: Mapping[str, tuple[str, ...]]
    # Compiled: what a report of the symptom counts for, one link a cause, by cause.
    reported: Mapping[str, tuple[CompiledLink, ...]]
    # Compiled: what a denial of the symptom counts against, by cause and symptom.
    denied: Mapping[str, tuple[CompiledLink, ...]]
    # Compiled: links of each cause by symptom.
    links: Mapping[str, Mapping[str, CompiledLink]]
    # Compiled: effects of each risk factor by cause, those of its classes included.
    effects: Mapping[str, Mapping[str, Effect]]
    # Compiled: the triage rules in which a report of the symptom plays a part.
    rules: Mapping[str, tuple[RedFlag, ...]]

    @classmethod
    def build(
        cls,
        *,
        symptoms: Iterable[Symptom],
        causes: Iterable[Cause],
        risk_factors: Iterable[RiskFactor] = (),
        lab_tests: Iterable[LabTest] = (),
        red_flags: Iterable[RedFlag] = (),
    ) -> "Knowledge":
        """Compile the look-ups.

        Raises:
            ValueError: an id leads nowhere, or a chain of parents or classes comes back to itself.
        """
        by_symptom = {symptom.id: symptom for symptom in sorted(symptoms, key=lambda s: s.id)}
        by_cause = {cause.id: cause for cause in sorted(causes, key=lambda c: c.id)}
        by_risk = {risk.id: risk for risk in sorted(risk_factors, key=lambda r: r.id)}
        by_test = {test.id: test for test in sorted(lab_tests, key=lambda t: t.id)}
        lineage = _lineage({symptom.id: symptom.parent for symptom in by_symptom.values()})
        links = {cause.id: _compiled_links(cause, by_symptom, lineage) for cause in by_cause.values()}
        flags = tuple(sorted(red_flags, key=lambda flag: flag.id))
        return cls(
            symptoms=by_symptom,
            causes=by_cause,
            risk_factors=by_risk,
            lab_tests=by_test,
            red_flags=flags,
            lineage=lineage,
            reported={symptom: tuple(_reported(lineage[symptom], links)) for symptom in by_symptom},
            denied=_denied(lineage, links),
            links=links,
            effects=_effects(by_risk),
            rules={symptom: tuple(_rules(chain, flags)) for symptom, chain in lineage.items()},
        )

    def nested(self, one: str, other: str) -> bool:
        """Tell whether one of two symptoms is the other or a narrower form of it."""
        return one in self.lineage.get(other, (other,)) or other in self.lineage.get(one, (one,))


def _lineage(parents: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Follow each chain of parents to its end."""
    chains: dict[str, tuple[str, ...]] = {}
    for start in parents:
        chain: list[str] = []
        current: str | None = start
        while current is not None:
            if current in chain:
                raise ValueError(f"the chain of parents of '{start}' comes back to '{current}'")
            if current not in parents:
                raise ValueError(f"'{chain[-1]}' has the unknown parent '{current}'")
            chain.append(current)
            current = parents[current]
        chains[start] = tuple(chain)
    return chains


def _compiled_links(
    cause: Cause, symptoms: Mapping[str, Symptom], lineage: Mapping[str, tuple[str, ...]]
) -> dict[str, CompiledLink]:
    compiled = {}
    for link in cause.links:
        if link.symptom not in symptoms:
            raise ValueError(f"cause '{cause.id}' names the unknown symptom '{link.symptom}'")
        root = symptoms[lineage[link.symptom][-1]]
        background = symptoms[link.symptom].background
        compiled[link.symptom] = CompiledLink(
            cause=cause.id,
            link=link,
            group=_group(link, symptoms[link.symptom], root),
            background=background,
            present=_present(link, background),
            absent=_absent(link),
            factor=PARTLY_FACTOR if link.stance is Stance.PARTLY else 1.0,
        )
    return compiled


def _group(link: Link, symptom: Symptom, root: Symptom) -> str:
    if symptom.kind is SymptomKind.LABORATORY:
        return LAB_GROUP
    if link.via is not None:
        return f"via:{link.via}"
    return EVERYDAY_GROUP if root.background.value >= EVERYDAY_BACKGROUND else root.id


def _present(link: Link, background: Estimate) -> Estimate:
    """Give the ratio of a reported symptom; a refuted link counts 1 unless less was recorded."""
    if link.stance is Stance.CONTRADICTS:
        if link.ratio is not None and link.ratio.value <= 1:
            return link.ratio
        return NEUTRAL
    if link.ratio is not None:
        return link.ratio
    if link.frequency is None:
        raise ValueError(f"the link to '{link.symptom}' has neither frequency nor ratio")
    return present_ratio(frequency=link.frequency, background=background)


def _absent(link: Link) -> Estimate:
    if link.stance is Stance.CONTRADICTS or link.frequency is None:
        return NEUTRAL
    return absent_ratio(link.frequency)


def _reported(
    chain: tuple[str, ...], links: Mapping[str, Mapping[str, CompiledLink]]
) -> Iterator[CompiledLink]:
    """Give, for each cause, its link at the most specific level at or above the symptom."""
    for by_symptom in links.values():
        for level in chain:
            if level in by_symptom:
                yield by_symptom[level]
                break


def _denied(
    lineage: Mapping[str, tuple[str, ...]], links: Mapping[str, Mapping[str, CompiledLink]]
) -> dict[str, tuple[CompiledLink, ...]]:
    """Give what each denial bears on: the symptom itself and all narrower ones."""
    found: dict[str, list[CompiledLink]] = {symptom: [] for symptom in lineage}
    for by_symptom in links.values():
        for symptom, compiled in sorted(by_symptom.items()):
            if compiled.absent.value < 1:
                for wider in lineage[symptom]:
                    found[wider].append(compiled)
    return {symptom: tuple(group) for symptom, group in found.items()}


def _rules(chain: tuple[str, ...], flags: Iterable[RedFlag]) -> Iterator[RedFlag]:
    """Give the rules that name the symptom or a wider form of it."""
    for flag in flags:
        if any(not group.isdisjoint(chain) for group in flag.all_of):
            yield flag


def _effects(risks: Mapping[str, RiskFactor]) -> dict[str, dict[str, Effect]]:
    """Give each risk factor's effects; its own figure goes before that of its class."""
    chains = _lineage({risk.id: risk.member_of for risk in risks.values()})
    effects: dict[str, dict[str, Effect]] = {}
    for risk_id, chain in chains.items():
        merged: dict[str, Effect] = {}
        for member in reversed(chain):
            merged.update({effect.cause: effect for effect in risks[member].effects})
        effects[risk_id] = dict(sorted(merged.items()))
    return effects


def capped_log(weight: float) -> float:
    """Hold the log of one finding's ratio within the ceiling, either way."""
    limit = log(RATIO_CEILING)
    return max(-limit, min(limit, weight))
