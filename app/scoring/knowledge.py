"""What the score knows, frozen: symptoms, causes, risk factors, tests and triage rules.

`Knowledge.build` compiles the look-ups once; a request then only follows them. Everything is keyed
by id. Ids that lead nowhere and chains that come back to themselves are refused here, loudly.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from app.scoring.evidence import Evidence, EvidenceKind, Piece, weighed
from app.scoring.likelihood import (
    FREQUENCY_CEILING,
    Estimate,
    absent_ratio,
    capped_log,
    chance_of_finding,
    entropy,
    logit,
    present_ratio,
    rescaled_ratio,
)
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
# "Partly" supported links count with half their weight: own rule.
PARTLY_FACTOR = 0.5
# Levels that questions are asked for, least urgent first.
GRAVE = (TriageLevel.URGENT, TriageLevel.EMERGENCY)
# Causes that, once declared, take their share of the unexplained; see findings.raised_by.
EXPLAINING_KINDS = frozenset((CauseKind.TRIGGER, CauseKind.RULE_OUT))


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
    """A complaint or sign; `parent` is the next wider one.

    Questions about it and its narrower forms are asked of people who are known to be in `asked_of`,
    and not of those who are known to be in one of `not_asked_of`.
    """

    id: str
    name: str
    background: Estimate
    asked_of: Group = EVERYBODY
    not_asked_of: tuple[Group, ...] = ()
    kind: SymptomKind = SymptomKind.COMPLAINT
    parent: str | None = None
    base_level: TriageLevel = TriageLevel.SELF_CARE
    question: str = ""
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

    @property
    def raises(self) -> bool:
        """Tell whether it is recorded to raise the odds."""
        return self.odds_ratio.value > 1


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
    a denial says nothing (refuted links, and ratios recorded without their frequency). Their weights
    are the logarithms as they count.
    """

    cause: str
    link: Link
    group: str
    background: Estimate
    present: Estimate
    absent: Estimate
    factor: float
    present_weight: float
    absent_weight: float

    def piece(self, kind: EvidenceKind, said: str) -> Piece:
        """Give what a report or a denial of a symptom says by this link, at the usual background."""
        weight = self.present_weight if kind is EvidenceKind.SYMPTOM else self.absent_weight
        return Piece(weight, kind, self.link.symptom, said, self.group, self)

    def tell(self, piece: Piece) -> Evidence:
        """Tell all of a piece that comes from this link."""
        link = self.link
        weight, listed, capped = weighed(self._ratio(piece), self.factor, piece.shares)
        return Evidence(
            kind=piece.kind,
            id=piece.id,
            counted_as=link.symptom,
            group=self.group,
            weight=weight,
            listed=listed,
            grade=link.grade,
            basis=link.basis,
            sources=link.sources,
            mechanism=link.mechanism,
            via=link.via,
            capped=capped,
            refuted=piece.kind is EvidenceKind.SYMPTOM and link.stance is Stance.CONTRADICTS,
        )

    def _ratio(self, piece: Piece) -> Estimate:
        if piece.kind is EvidenceKind.ABSENT_SYMPTOM:
            return self.absent
        if piece.raised is None:
            return self.present
        if self.link.frequency is not None:
            return present_ratio(frequency=self.link.frequency, background=piece.raised)
        return rescaled_ratio(self.present, usual=self.background, raised=piece.raised)


# What a symptom says of one cause, where nothing that was declared changes it.
Reading = tuple[CompiledLink, Piece]


class Answers(NamedTuple):
    """What a question about a link reads: the chances of a yes without and with the cause.

    `without` and `given` are the entropies of the answer in both cases, in bits. `ratios` are those
    of yes and no where one was recorded as such.
    """

    background: float
    with_cause: float
    without: float
    given: float
    ratios: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledRule:
    """A triage rule with, of each of its groups, the symptoms that match it, narrower ones included.

    `symptoms` are those of all groups.
    `factors` are the risk factors that it wants one of, with the members of the classes among them.
    `unconditional` tells that it wants nothing beside symptoms.
    """

    flag: RedFlag
    matches: tuple[frozenset[str], ...]
    symptoms: frozenset[str]
    factors: frozenset[str]
    unconditional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledPrior:
    """A prior with its log odds, and what its group is narrowed by."""

    prior: Prior
    base: Estimate
    criteria: frozenset[str]


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
    reported: Mapping[str, tuple[Reading, ...]]
    # Compiled: what a denial of the symptom counts against, by cause and symptom.
    denied: Mapping[str, tuple[Reading, ...]]
    # Compiled: links of each cause by symptom.
    links: Mapping[str, Mapping[str, CompiledLink]]
    # Compiled: effects of each risk factor by cause, those of its classes included.
    effects: Mapping[str, Mapping[str, Effect]]
    # Compiled: the triage rules, and those that name no symptom.
    rules: Mapping[str, CompiledRule]
    rules_without_symptoms: tuple[CompiledRule, ...]
    # Compiled: the rules in which a report of the symptom plays a part, each with the groups that
    # the report leaves unmet, as bits; and by grave level those for which it is enough by itself.
    touched: Mapping[str, tuple[tuple[str, int], ...]]
    enough_for: Mapping[TriageLevel, Mapping[str, tuple[CompiledRule, ...]]]
    # Compiled: the symptom itself and all narrower ones.
    narrower: Mapping[str, frozenset[str]]
    # Compiled: the same with all wider ones.
    families: Mapping[str, frozenset[str]]
    # Compiled: what people feel and can tell of.
    complaints: frozenset[str]
    # Compiled: symptoms that only those in a group are asked about, and that those in it aren't.
    asked_only_of: Mapping[Group, frozenset[str]]
    never_asked_of: Mapping[Group, frozenset[str]]
    # Compiled: what questions may be about, by cause: symptoms and their groups, by what they read.
    askable: Mapping[str, Mapping[Answers, tuple[tuple[str, str], ...]]]
    # Compiled: causes that nothing has to support.
    benign: tuple[str, ...]
    # Compiled: priors of each cause, the most specific first.
    priors: Mapping[str, tuple[CompiledPrior, ...]]
    # Compiled: risk factors that switch themselves on.
    life_stages: tuple[RiskFactor, ...]
    # Compiled: what the group of a life stage is narrowed by.
    narrowed_by: Mapping[str, frozenset[str]]
    # Compiled: how often each trigger or illness gives the symptom, as factors of a product.
    given: Mapping[str, Mapping[str, tuple[float, float, float]]]
    # Compiled: bands of each test by cause.
    bands: Mapping[str, tuple[tuple[str, tuple[Band, ...]], ...]]

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
        narrower = _narrower(lineage)
        rules = _compiled_rules(flags, narrower, by_risk)
        touched = _touched(rules, lineage)
        return cls(
            symptoms=by_symptom,
            causes=by_cause,
            risk_factors=by_risk,
            lab_tests=by_test,
            red_flags=flags,
            lineage=lineage,
            reported={symptom: tuple(_reported(symptom, lineage[symptom], links)) for symptom in by_symptom},
            denied=_denied(lineage, links),
            links=links,
            effects=_effects(by_risk),
            rules=rules,
            rules_without_symptoms=tuple(rule for rule in rules.values() if not rule.matches),
            touched=touched,
            enough_for={level: _enough_for(level, rules, touched) for level in GRAVE},
            complaints=frozenset(one.id for one in by_symptom.values() if one.kind is SymptomKind.COMPLAINT),
            narrower=narrower,
            families={symptom: narrower[symptom].union(chain) for symptom, chain in lineage.items()},
            asked_only_of=_by_group(
                ((one.asked_of, one.id) for one in by_symptom.values() if one.asked_of != EVERYBODY),
                narrower,
            ),
            never_asked_of=_by_group(
                ((group, one.id) for one in by_symptom.values() for group in one.not_asked_of), narrower
            ),
            askable={cause: _askable(by_symptom, links[cause]) for cause in by_cause},
            benign=tuple(cause.id for cause in by_cause.values() if cause.kind is CauseKind.BENIGN),
            priors={cause.id: compiled_priors(cause) for cause in by_cause.values()},
            narrowed_by={
                risk.id: risk.applies_to.criteria()
                for risk in by_risk.values()
                if risk.kind is RiskFactorKind.LIFE_STAGE
                and risk.applies_to is not None
                and risk.applies_to.criteria()
            },
            life_stages=tuple(
                risk
                for risk in by_risk.values()
                if risk.applies_to is not None and risk.applies_to.criteria()
            ),
            given=_given(by_symptom, by_cause, links, lineage),
            bands={test.id: tuple(_bands(test)) for test in by_test.values()},
        )

    def family(self, name: str) -> frozenset[str]:
        """Give a symptom with its wider and narrower forms; anything else is alone."""
        return self.families.get(name) or frozenset((name,))


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
        present, absent = _present(link, background), _absent(link)
        factor = PARTLY_FACTOR if link.stance is Stance.PARTLY else 1.0
        compiled[link.symptom] = CompiledLink(
            cause=cause.id,
            link=link,
            group=_group(link, symptoms[link.symptom], root),
            background=background,
            present=present,
            absent=absent,
            factor=factor,
            present_weight=capped_log(log(present.value) * factor),
            absent_weight=capped_log(log(absent.value) * factor),
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
    symptom: str, chain: tuple[str, ...], links: Mapping[str, Mapping[str, CompiledLink]]
) -> Iterator[Reading]:
    """Give, for each cause, its link at the most specific level at or above the symptom."""
    for by_symptom in links.values():
        for level in chain:
            if level in by_symptom:
                compiled = by_symptom[level]
                yield compiled, compiled.piece(EvidenceKind.SYMPTOM, symptom)
                break


def _denied(
    lineage: Mapping[str, tuple[str, ...]], links: Mapping[str, Mapping[str, CompiledLink]]
) -> dict[str, tuple[Reading, ...]]:
    """Give what each denial bears on: the symptom itself and all narrower ones."""
    found: dict[str, list[Reading]] = {symptom: [] for symptom in lineage}
    for by_symptom in links.values():
        for symptom, compiled in sorted(by_symptom.items()):
            if compiled.absent.value < 1:
                for wider in lineage[symptom]:
                    found[wider].append((compiled, compiled.piece(EvidenceKind.ABSENT_SYMPTOM, wider)))
    return {symptom: tuple(group) for symptom, group in found.items()}


def _compiled_rules(
    flags: Iterable[RedFlag], narrower: Mapping[str, frozenset[str]], risks: Mapping[str, RiskFactor]
) -> dict[str, CompiledRule]:
    classes = _lineage({risk.id: risk.member_of for risk in risks.values()})
    rules = {}
    for flag in flags:
        matches = tuple(group.union(*(narrower.get(one, ()) for one in group)) for group in flag.all_of)
        wanted = flag.risk_factors_any
        wants_words = bool(flag.qualifiers) or flag.min_duration_days is not None
        rules[flag.id] = CompiledRule(
            flag=flag,
            matches=matches,
            symptoms=frozenset().union(*matches),
            factors=frozenset(risk for risk, chain in classes.items() if not wanted.isdisjoint(chain)),
            unconditional=not (wanted or flag.labs or flag.group.criteria() or wants_words),
        )
    return rules


def _touched(
    rules: Mapping[str, CompiledRule], symptoms: Iterable[str]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Give the rules that each symptom matches a group of, and the groups left then, as bits."""
    found: dict[str, list[tuple[str, int]]] = {symptom: [] for symptom in symptoms}
    for name, rule in rules.items():
        for symptom in rule.symptoms.intersection(found):
            left = sum(1 << place for place, group in enumerate(rule.matches) if symptom not in group)
            found[symptom].append((name, left))
    return {symptom: tuple(touched) for symptom, touched in found.items()}


def _enough_for(
    level: TriageLevel,
    rules: Mapping[str, CompiledRule],
    touched: Mapping[str, tuple[tuple[str, int], ...]],
) -> dict[str, tuple[CompiledRule, ...]]:
    """Give the rules that a lone report, with nothing said of it, may fire."""
    alone = {
        name
        for name, rule in rules.items()
        if rule.flag.level is level and not rule.flag.qualifiers and rule.flag.min_duration_days is None
    }
    found = {
        symptom: tuple(rules[name] for name, left in readings if not left and name in alone)
        for symptom, readings in touched.items()
    }
    return {symptom: enough for symptom, enough in found.items() if enough}


def _narrower(lineage: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {symptom: set() for symptom in lineage}
    for symptom, chain in lineage.items():
        for wider in chain:
            found[wider].add(symptom)
    return {symptom: frozenset(group) for symptom, group in found.items()}


def _by_group(
    asked: Iterable[tuple[Group, str]], narrower: Mapping[str, frozenset[str]]
) -> dict[Group, frozenset[str]]:
    """Gather symptoms, and with each its narrower forms, by the group of people they are for."""
    found: dict[Group, frozenset[str]] = defaultdict(frozenset)
    for group, symptom in asked:
        found[group] |= narrower[symptom]
    return dict(found)


def _askable(
    symptoms: Mapping[str, Symptom], links: Mapping[str, CompiledLink]
) -> dict[Answers, tuple[tuple[str, str], ...]]:
    found: dict[Answers, list[tuple[str, str]]] = defaultdict(list)
    for symptom, compiled in links.items():
        felt_or_seen = symptoms[symptom].kind is not SymptomKind.LABORATORY
        if felt_or_seen and compiled.link.stance is not Stance.CONTRADICTS:
            found[answers(compiled)].append((symptom, compiled.group))
    return {read: tuple(asked) for read, asked in found.items()}


def answers(compiled: CompiledLink) -> Answers:
    """Give what a question about a link reads."""
    frequency, background = compiled.link.frequency, compiled.background.value
    if frequency is not None:
        with_cause = chance_of_finding(frequency=frequency.value, background=background)
    else:
        with_cause = min(FREQUENCY_CEILING, compiled.present.value * background)
    recorded = compiled.link.ratio is not None
    ratios = (compiled.present.value, compiled.absent.value) if recorded else None
    return Answers(background, with_cause, entropy(background), entropy(with_cause), ratios)


def compiled_priors(cause: Cause) -> tuple[CompiledPrior, ...]:
    """Work out the log odds of each prior; the most specific group comes first."""
    compiled = (
        CompiledPrior(
            prior=prior,
            base=Estimate(
                value=logit(prior.prevalence.value),
                low=logit(prior.prevalence.low),
                high=logit(prior.prevalence.high),
            ),
            criteria=prior.group.criteria(),
        )
        for prior in cause.priors
    )
    return tuple(
        sorted(
            compiled,
            key=lambda one: (
                -len(one.criteria),
                one.prior.group.years(),
                -one.prior.prevalence.value,
                one.prior.population,
            ),
        )
    )


def _given(
    symptoms: Mapping[str, Symptom],
    causes: Mapping[str, Cause],
    links: Mapping[str, Mapping[str, CompiledLink]],
    lineage: Mapping[str, tuple[str, ...]],
) -> dict[str, dict[str, tuple[float, float, float]]]:
    """Give how often each trigger or illness gives each symptom; see findings.trigger_chance."""
    given: dict[str, dict[str, tuple[float, float, float]]] = {symptom: {} for symptom in symptoms}
    for cause in causes.values():
        if cause.kind in EXPLAINING_KINDS:
            own = links[cause.id]
            listed = _given_as_listed(own, lineage)
            for symptom, chain in lineage.items():
                share = listed.get(symptom)
                if share is not None:
                    given[symptom][cause.id] = (share, 1.0, 1.0)
                    continue
                wider = next((own[level] for level in chain[1:] if level in own), None)
                if wider is None or wider.link.stance is Stance.CONTRADICTS or wider.link.frequency is None:
                    continue
                usual = symptoms[symptom].background.value / wider.background.value
                given[symptom][cause.id] = (wider.link.frequency.value, wider.factor, min(1.0, usual))
    return given


def _given_as_listed(
    links: Mapping[str, CompiledLink], lineage: Mapping[str, tuple[str, ...]]
) -> dict[str, float]:
    """Give the frequency of what a cause lists, at the symptoms listed and all wider ones."""
    found: dict[str, float] = {}
    for symptom, compiled in links.items():
        if compiled.link.stance is not Stance.CONTRADICTS and compiled.link.frequency is not None:
            share = compiled.link.frequency.value * compiled.factor
            for wider in lineage[symptom]:
                found[wider] = max(share, found.get(wider, share))
    return found


def _bands(test: LabTest) -> Iterator[tuple[str, tuple[Band, ...]]]:
    for cause in sorted({band.cause for band in test.bands}):
        yield cause, tuple(band for band in test.bands if band.cause == cause)


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
