"""Vital signs told by their figures: "heart rate of 160", "temp 39.5", "BP 200 over 120".

A figure beyond its limit is the finding of that name; one within its limits is none, and then the words
around it are none either ("temperature is 36.8"). Limits:

- fast pulse above 100, low body temperature below 35 C, pressure 140/90 and 90/60: as the seed defines
  these findings (MedlinePlus). Slow pulse: it says "about 60, normal in sleep and in trained people",
  so we ask for less than 50.
- fever: 38 C (100.4 F), what the NHS calls a high temperature.
- low blood sugar: below 70 mg/dL (American Diabetes Association, doi:10.2337/dc24-S006); high: 200 mg/dL
  at any time of day, its criterion of diabetes with symptoms (doi:10.2337/dc24-S002, table 2.2).

Breathing rates are left out, for their limits depend on age, and so is oxygen: no finding stands for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.language.lexicon import Index, is_head
from app.language.normalize import Token
from app.language.readings import Reading
from app.language.sentences import Sentence
from app.language.thesaurus import THESAURUS
from app.language.words import plain_words, stems

CONFIDENCE = 0.95
# Above any reading of the words alone: who gives a figure means the figure.
WORTH = 9.0
MAX_BETWEEN = 6
MAX_NAME = 2


class Sign(StrEnum):
    """What was measured."""

    PULSE = "pulse"
    TEMPERATURE = "temperature"
    SUGAR = "sugar"
    PRESSURE = "pressure"


# Written together, for compounds may have been joined ("bloodsugar").
_NAMES = {
    **dict.fromkeys(("heartrate", "pulse", "hr", "bpm"), Sign.PULSE),
    **dict.fromkeys(("temperature", "temp", "fever"), Sign.TEMPERATURE),
    **dict.fromkeys(("bloodsugar", "bloodsugars", "bloodglucose", "glucose"), Sign.SUGAR),
    **dict.fromkeys(("bloodpressure", "bp"), Sign.PRESSURE),
}
# May stand between a name and its figure.
_BETWEEN = plain_words(
    """
    is was of at about around reads read reading now today just only up to below above over almost nearly
    rate level went goes dropped fell rose hit hits reached currently resting running s measured showing
    dropping falling rising shows
    says has been down even still and a
    """
)
_EFFORT = stems("run running exercise exercising workout gym treadmill jog jogging climb climbing cycling")
FAST_PULSE = 100
SLOW_PULSE = 50
FEVER = 38.0
TOO_COLD = 35.0
LOW_SUGAR = 70
HIGH_SUGAR = 200
HIGH_PRESSURE = (140, 90)
LOW_PRESSURE = (90, 60)
# Figures outside these were no such measurement.
_FAHRENHEIT = range(90, 111)
_CELSIUS = range(30, 44)
_PULSES = range(20, 301)
# Blood sugar up to here is in mmol/L, from there on in mg/dL.
_MOST_MILLIMOLES = 35
_MG_PER_MILLIMOLE = 18
_PRESSURES = range(40, 301)


@dataclass(frozen=True, slots=True)
class Vital:
    """A figure in a sentence, tokens `[first, end)`, with the symptom it stands for, if any."""

    first: int
    end: int
    symptom: str | None


def find_vitals(sentence: Sentence, tokens: Sequence[Token]) -> list[Vital]:
    """Find every measured vital sign of a sentence."""
    found: list[Vital] = []
    at = sentence.first
    while at < sentence.end:
        vital = _vital_at(sentence, tokens, at)
        if vital is not None:
            found.append(vital)
        at = vital.end if vital is not None else at + 1
    return found


def readings_of(vitals: Sequence[Vital], sentence: Sentence, index: Index) -> list[Reading]:
    """Give the findings that the figures stand for, as far as the records know them."""
    readings: list[Reading] = []
    for vital in vitals:
        sense = index.named.get(vital.symptom or "")
        units = units_of(vital, sentence)
        if sense is not None and units:
            concepts = {place: sentence.units[place].concept for place in units}
            readings.append(
                Reading(
                    sense=sense,
                    confidence=CONFIDENCE,
                    worth=WORTH,
                    units=units,
                    heads=frozenset(place for place in units if is_head(concepts[place])),
                    bodies=frozenset(place for place in units if concepts[place] in THESAURUS.body),
                )
            )
    return readings


def units_of(vital: Vital, sentence: Sentence) -> tuple[int, ...]:
    """Give the units that a figure and its name take up."""
    return tuple(
        place
        for place, unit in enumerate(sentence.units)
        if unit.first < vital.end and unit.last >= vital.first
    )


def _vital_at(sentence: Sentence, tokens: Sequence[Token], at: int) -> Vital | None:
    for size in range(MAX_NAME, 0, -1):
        sign = _NAMES.get("".join(token.surface for token in tokens[at : at + size]))
        if sign is None:
            continue
        place = at + size
        while place < min(sentence.end, at + size + MAX_BETWEEN) and tokens[place].surface in _BETWEEN:
            place += 1
        if place < sentence.end and _number(tokens[place]) is not None:
            return _judge(sign, sentence, tokens, at, place)
    return None


def _number(token: Token) -> float | None:
    text = token.surface.replace(",", ".")
    return float(text) if text.replace(".", "", 1).isdigit() and text.isascii() else None


def _judge(sign: Sign, sentence: Sentence, tokens: Sequence[Token], first: int, place: int) -> Vital | None:
    value = _number(tokens[place]) or 0.0
    if sign is Sign.PRESSURE:
        return _pressure(sentence, tokens, first, place, value)
    if sign is Sign.PULSE:
        words = {token.stem for token in tokens[sentence.first : sentence.end]}
        return _pulse(first, place, value, at_rest=not words & _EFFORT)
    if sign is Sign.TEMPERATURE:
        return _temperature(first, place, value)
    return _sugar(first, place, value)


def _pulse(first: int, place: int, value: float, *, at_rest: bool) -> Vital | None:
    if round(value) not in _PULSES:
        return None
    if value > FAST_PULSE and at_rest:
        return Vital(first, place + 1, "fast-heartbeat")
    return Vital(first, place + 1, "slow-heartbeat" if value < SLOW_PULSE else None)


def _temperature(first: int, place: int, value: float) -> Vital | None:
    if int(value) in _FAHRENHEIT:
        value = (value - 32) / 1.8
    elif int(value) not in _CELSIUS:
        return None
    value = round(value, 1)
    if value >= FEVER:
        return Vital(first, place + 1, "fever")
    return Vital(first, place + 1, "low-body-temperature" if value < TOO_COLD else None)


def _sugar(first: int, place: int, value: float) -> Vital | None:
    milligrams = value * _MG_PER_MILLIMOLE if value <= _MOST_MILLIMOLES else value
    if milligrams < LOW_SUGAR:
        return Vital(first, place + 1, "low-blood-sugar")
    return Vital(first, place + 1, "high-blood-sugar" if milligrams >= HIGH_SUGAR else None)


def _pressure(
    sentence: Sentence, tokens: Sequence[Token], first: int, place: int, upper: float
) -> Vital | None:
    """Read "200 over 120" and "200/120"; the upper figure alone will do."""
    after = place + 1
    if after < sentence.end and tokens[after].surface in {"over", "on"}:
        after += 1
    lower = _number(tokens[after]) if after < sentence.end else None
    if round(upper) not in _PRESSURES:
        return None
    if lower is None or lower >= upper:
        after, lower = place, None
    return Vital(first, after + 1, _pressure_finding(upper, lower))


def _pressure_finding(upper: float, lower: float | None) -> str | None:
    if upper >= HIGH_PRESSURE[0] or (lower is not None and lower >= HIGH_PRESSURE[1]):
        return "high-blood-pressure"
    if upper < LOW_PRESSURE[0] or (
        upper == LOW_PRESSURE[0] and lower is not None and lower <= LOW_PRESSURE[1]
    ):
        return "low-blood-pressure"
    return None
