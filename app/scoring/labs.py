"""Laboratory results: units converted and never guessed, cut-offs looked up, words understood."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf, log, nextafter

from app.scoring.evidence import Evidence, EvidenceKind, weighed
from app.scoring.knowledge import LAB_GROUP, Band, Group, Knowledge, LabTest, Person
from app.vocabulary import Interpretation

# What laboratories and patients write for a result, in lower case. "Positive" and "negative" are
# left out: which of them is the healthy one depends on the test.
PURE_NUMBER = "1"
WORDS: Mapping[str, Interpretation] = {
    "undetectable": Interpretation.SEVERELY_LOW,
    "severely low": Interpretation.SEVERELY_LOW,
    "severely reduced": Interpretation.SEVERELY_LOW,
    "severely decreased": Interpretation.SEVERELY_LOW,
    "severe deficiency": Interpretation.SEVERELY_LOW,
    "strongly decreased": Interpretation.SEVERELY_LOW,
    "very low": Interpretation.SEVERELY_LOW,
    "extremely low": Interpretation.SEVERELY_LOW,
    "critically low": Interpretation.SEVERELY_LOW,
    "low": Interpretation.LOW,
    "lowered": Interpretation.LOW,
    "too low": Interpretation.LOW,
    "moderately low": Interpretation.LOW,
    "decreased": Interpretation.LOW,
    "reduced": Interpretation.LOW,
    "deficient": Interpretation.LOW,
    "below normal": Interpretation.LOW,
    "below range": Interpretation.LOW,
    "mildly low": Interpretation.LOW,
    "slightly low": Interpretation.LOW,
    "mildly decreased": Interpretation.LOW,
    "borderline": Interpretation.BORDERLINE,
    "borderline low": Interpretation.BORDERLINE,
    "low normal": Interpretation.BORDERLINE,
    "normal": Interpretation.NORMAL,
    "ok": Interpretation.NORMAL,
    "fine": Interpretation.NORMAL,
    "unremarkable": Interpretation.NORMAL,
    "within range": Interpretation.NORMAL,
    "within normal limits": Interpretation.NORMAL,
    "in range": Interpretation.NORMAL,
    "high": Interpretation.HIGH,
    "too high": Interpretation.HIGH,
    "elevated": Interpretation.HIGH,
    "increased": Interpretation.HIGH,
    "raised": Interpretation.HIGH,
    "prolonged": Interpretation.HIGH,
    "long": Interpretation.HIGH,
    "above normal": Interpretation.HIGH,
    "above range": Interpretation.HIGH,
    "mildly elevated": Interpretation.HIGH,
    "slightly high": Interpretation.HIGH,
    "moderately elevated": Interpretation.HIGH,
    "very high": Interpretation.VERY_HIGH,
    "severely elevated": Interpretation.VERY_HIGH,
    "strongly elevated": Interpretation.VERY_HIGH,
    "markedly elevated": Interpretation.VERY_HIGH,
    "markedly raised": Interpretation.VERY_HIGH,
    "extremely high": Interpretation.VERY_HIGH,
}
# Where a test has no band for an extreme, the milder band on the same side stands in: it says less.
MILDER: Mapping[Interpretation, Interpretation] = {
    Interpretation.SEVERELY_LOW: Interpretation.LOW,
    Interpretation.LOW: Interpretation.BORDERLINE,
    Interpretation.VERY_HIGH: Interpretation.HIGH,
}


class UnknownUnitError(ValueError):
    """A result came in a unit that the test has no conversion for."""


class ImplausibleValueError(ValueError):
    """A result lies outside what the test can give in a living person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabResult:
    """A result of a known test: a value in the canonical unit, or what was said of it."""

    test: str
    value: float | None = None
    interpretation: Interpretation | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.interpretation is None):
            raise ValueError("a result has either a value or an interpretation")


def interpretation_of(words: str) -> Interpretation | None:
    """Understand a result told in words, or give None."""
    plain = " ".join(words.casefold().replace("-", " ").replace("_", " ").split())
    return WORDS.get(plain)


def units_of(test: LabTest) -> tuple[str, ...]:
    """Give the units in which a result is understood, the canonical one first."""
    return (test.unit, *(unit for unit, _ in test.conversions))


def canonical_value(test: LabTest, *, value: float, unit: str) -> float:
    """Convert a result into the test's canonical unit.

    Raises:
        UnknownUnitError: the test has no conversion from this unit; none is guessed.
        ImplausibleValueError: the result can't be right; most often the unit is another.
    """
    factors = {_plain_unit(test.unit): 1.0}
    for other, factor in test.conversions:
        factors.setdefault(_plain_unit(other), factor)
    # A ratio or a count is a pure number: its unit is 1, also where none is written.
    factor_used = factors.get(_plain_unit(unit) or PURE_NUMBER)
    if factor_used is None:
        raise UnknownUnitError(f"give {test.name} in {' or '.join(units_of(test))}")
    converted = value * factor_used
    if not test.plausible_min <= converted <= test.plausible_max:
        raise ImplausibleValueError(f"a {test.name} of {value:g} {unit} can't be right; check value and unit")
    return converted


def bounded_value(text: str) -> float | None:
    """Read "<2.2" as just below 2.2 and ">50" as just above 50; give None for anything else."""
    plain = text.strip()
    sign, digits = plain[:1], plain[1:].strip()
    if sign not in {"<", ">"} or not digits.replace(".", "", 1).isdecimal():
        return None
    return nextafter(float(digits), -inf if sign == "<" else inf)


def _plain_unit(unit: str) -> str:
    """Write a unit so that spelling doesn't matter: micro signs, capitals, spaces, brackets."""
    plain = unit.replace("µ", "u").replace("μ", "u").replace("mcg", "ug")
    return "".join(plain.casefold().replace("[iu]", "iu").split())


def lab_evidence(
    knowledge: Knowledge, results: Iterable[LabResult], *, person: Person
) -> Iterator[tuple[str, Evidence]]:
    """Give what the results say, as pairs of cause and evidence; duplicates count once."""
    for result in sorted(set(results), key=_key):
        test = knowledge.lab_tests[result.test]
        for cause, bands in knowledge.bands[result.test]:
            band = _band(bands, result, person)
            if band is not None:
                yield cause, _piece(test, band)


def _key(result: LabResult) -> tuple[str, float, str]:
    return (result.test, result.value or 0.0, result.interpretation or "")


def _band(bands: tuple[Band, ...], result: LabResult, person: Person) -> Band | None:
    if result.value is not None:
        fitting = [band for band in bands if band.group.includes(person)]
        if not fitting:
            return None
        group = _most_specific(fitting)
        holding = [band for band in fitting if band.group == group and band.holds(result.value)]
        return min(holding, key=_strength) if holding else None
    return _band_in_words(bands, result.interpretation, person)


def _band_in_words(
    bands: tuple[Band, ...], interpretation: Interpretation | None, person: Person
) -> Band | None:
    """Find the band of that name; the laboratory has already minded age and sex.

    Where the person's own group has none, the band that says least is taken.
    """
    while interpretation is not None:
        named = [band for band in bands if band.interpretation is interpretation]
        own = [band for band in named if band.group.includes(person)]
        if own:
            group = _most_specific(own)
            return min((band for band in own if band.group == group), key=_strength)
        if named:
            return min(named, key=_strength)
        interpretation = MILDER.get(interpretation)
    return None


def _most_specific(bands: Iterable[Band]) -> Group:
    return min(
        (band.group for band in bands),
        key=lambda group: (-len(group.criteria()), group.years(), str(group.age_min_years)),
    )


def _strength(band: Band) -> float:
    return abs(log(band.ratio.value))


def _piece(test: LabTest, band: Band) -> Evidence:
    weight, listed, capped = weighed(band.ratio)
    return Evidence(
        kind=EvidenceKind.LAB,
        id=test.id,
        counted_as=test.id,
        group=LAB_GROUP,
        weight=weight,
        listed=listed,
        grade=band.grade,
        basis=band.basis,
        sources=band.sources,
        mechanism=band.note or f"This result counts as {band.interpretation.value.replace('-', ' ')}.",
        note=band.interpretation.value,
        capped=capped,
    )


def unread_tests(knowledge: Knowledge, results: Iterable[LabResult], *, person: Person) -> tuple[str, ...]:
    """Name the tests whose numbers can't be read without knowing age or sex."""
    unread = set()
    for result in results:
        bands = knowledge.lab_tests[result.test].bands
        readable = any(band.group.includes(person) for band in bands)
        if result.value is not None and bands and not readable:
            unread.add(result.test)
    return tuple(sorted(unread))
