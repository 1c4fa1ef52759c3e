"""What a unit of meaning may stand for: itself, its synonyms, a wider body part, a correction."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.language import costs
from app.language.lexicon import Index
from app.language.normalize import Token, stem
from app.language.sentences import Sentence
from app.language.thesaurus import THESAURUS
from app.language.words import NEGATIONS, stems

# "no energy" is a complaint, "no vision problems" is none: only the want of these is one.
WANTED = frozenset(
    (
        *("APPETITE", "LIBIDO", "INTEREST", "CONCENTRATE", "HUNGRY", "TASTE", "SMELL", "BALANCE"),
        *stems("energy strength stamina motivation drive power desire coordination grip sleep"),
    )
)
_COUNTS = {
    **{"two": 2, stem("three"): 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "dozen": 12, "several": 4},
}
# So many drinks or coffees a day are many; so many times as many in a week.
MANY = 4
_DAYS_IN = {"week": 7, "weekend": 7, "month": 30, "year": 365}
MAX_DIGITS = 2
MIN_OWN_LENGTH = 3
_FEEL = "feel "


@dataclass(frozen=True, slots=True)
class Offer:
    """A concept that a unit may stand for, and at what price; `sure` if not by a weak synonym.

    `widened` counts the steps from the body part said to a wider one.
    """

    unit: int
    cost: float
    sure: bool
    widened: int = 0


def offers_of(
    sentence: Sentence, place: int, tokens: Sequence[Token], index: Index
) -> list[tuple[str, Offer]]:
    """Give every concept that the unit at `place` may stand for, with its price."""
    unit, rest = sentence.units[place], sentence.units[place + 1 :]
    found: dict[str, Offer] = {}

    def offer(concept: str, cost: float, sure: bool, widened: int = 0) -> None:
        if concept not in found or cost < found[concept].cost:
            found[concept] = Offer(place, cost, sure, widened)

    def offer_with_relatives(own: str, concept: str, cost: float) -> None:
        offer(concept, cost, True)
        for wider, steps in THESAURUS.wider.get(concept, ()):
            if steps <= costs.MAX_WIDER_STEPS:
                offer(wider, cost + steps * costs.WIDER_PART, True, steps)
        # A word that is a complaint by itself means that one, and no other loosely.
        loose = costs.WEAK_SYNONYM * (2 if concept in index.alone else 1)
        for weak in THESAURUS.weak.get(own, ()):
            offer(weak, cost + loose, False)

    offer_with_relatives(unit.own, unit.concept, 0.0)
    if unit.own.startswith(_FEEL):
        # "Feel rough" is to be unwell, but skin that feels rough is rough.
        own = unit.own.removeprefix(_FEEL)
        offer(THESAURUS.strong.get(own, own), costs.PART_OF_PHRASE, False)
    if unit.is_phrase and unit.own not in THESAURUS.strong:
        for own in unit.own.split():
            if len(own) >= MIN_OWN_LENGTH:
                offer(THESAURUS.strong.get(own, own), costs.PART_OF_PHRASE, False)
    elif unit.own in _COUNTS or unit.own.isdigit():
        if rest and _is_many(unit.own, [other.own for other in rest]):
            offer("MUCH", costs.STRONG_SYNONYM, True)
    elif unit.own in NEGATIONS:
        if rest and rest[0].concept in WANTED:
            offer("LITTLE", costs.STRONG_SYNONYM, True)
            offer("LOST", costs.STRONG_SYNONYM, True)
    else:
        for own, cost in index.corrections(tokens[unit.first]):
            offer_with_relatives(own, THESAURUS.strong.get(own, own), cost)
    return list(found.items())


def _is_many(number: str, rest: Sequence[str]) -> bool:
    """Tell whether a count of drinks, a day or in the time that `rest` names, is much."""
    count = _COUNTS.get(number, 0)
    if number.isascii() and number.isdigit() and len(number) <= MAX_DIGITS:
        count = int(number)
    days = next((_DAYS_IN[word] for word in rest if word in _DAYS_IN), 1)
    return count >= MANY * days
