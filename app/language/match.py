"""Names in short texts: one entry of a request, or what someone has, takes and does.

Names are read like findings, with fewer rules: a dose, a number or a frequency around a medicine
says nothing about which it is and is passed over; "8-10 beers daily" counts as much alcohol.
"""

from collections.abc import Iterable, Sequence

from app.language.context import negated_units, reasons_of_units
from app.language.lexicon import Lexicon
from app.language.normalize import Token, tokenize
from app.language.parse import parse_symptoms
from app.language.readings import Reader, Reading
from app.language.results import Kind, NameMatch, ParseResult, Reason
from app.language.sentences import Break, Sentence, split_sentences
from app.language.words import EVERYDAY, GIVEN_UP, stems

NAME_KINDS = tuple(kind for kind in Kind if kind is not Kind.SYMPTOM)
_DESCRIPTIONS = stems(
    "inhaler blocker thinner killer reliever reducer lowering water statin puffer antibiotic"
    " antidepressant antiepileptic steroid diuretic antacid chemo chemotherapy"
)
# What somebody gave up no longer acts; a condition or an operation that was still counts.
_LASTING = frozenset((Kind.CONDITION, Kind.LIFE_STAGE, Kind.LAB_TEST))


def match_symptom(text: str, lexicon: Lexicon) -> ParseResult:
    """Understand one entry of `symptoms` in an assessment.

    The same as `parse_symptoms`: an entry may hold a negation, qualifiers, a duration and several
    findings, and may be no finding at all.
    """
    return parse_symptoms(text, lexicon)


def match_name(text: str, lexicon: Lexicon, *kinds: Kind) -> NameMatch:
    """Understand the name of a condition, medicine, diet, habit or lab test of the given kinds.

    Without kinds, all but symptoms are tried. Where several are named, the surest is given; use
    `match_names` for all.
    """
    found = match_names(text, lexicon, *kinds)
    return min(found, key=lambda match: (-match.confidence, match.id or ""))


def match_names(text: str, lexicon: Lexicon, *kinds: Kind) -> tuple[NameMatch, ...]:
    """Like `match_name`, for a text that may list several ("omeprazole and metformin").

    Never empty: a text in which nothing is understood gives one match without an id.
    """
    wanted = kinds or NAME_KINDS
    tokens = lexicon.compounds.canonical(tokenize(text))
    best: dict[tuple[Kind | None, str | None], NameMatch] = {}
    for sentence in split_sentences(tokens):
        for match in _names_in(text, sentence, tokens, lexicon, wanted):
            known = best.get((match.kind, match.id))
            if known is None or known.confidence < match.confidence:
                best[match.kind, match.id] = match
    if best:
        return tuple(best.values())
    return (NameMatch(text=text, suggestions=lexicon.suggest(text, wanted)),)


def _names_in(
    text: str, sentence: Sentence, tokens: Sequence[Token], lexicon: Lexicon, kinds: Iterable[Kind]
) -> list[NameMatch]:
    """Give what one sentence names, in its order."""
    readings = [
        reading for kind in kinds for reading in Reader(sentence, tokens, lexicon.indexes[kind]).readings()
    ]
    chosen = _without_overlap(sorted(readings, key=lambda reading: reading.rank))
    chosen = _without_descriptions(chosen, sentence)
    denied = negated_units(sentence, tokens, chosen, frozenset())
    reasons = reasons_of_units(sentence, tokens)
    matches = []
    for reading in chosen:
        entry = reading.sense.entry
        first = sentence.units[reading.units[0]].first
        last = sentence.units[reading.units[-1]].last
        if first > sentence.first and tokens[first].stem.isdigit() and tokens[first - 1].stem == "type":
            first -= 1  # "type 2 diabetes"
        start, end = tokens[first].start, tokens[last].end
        negated = (
            any(denied[place] for place in reading.units)
            or _is_gone_without(sentence, reading)
            or reasons[reading.units[0]] is Reason.OTHER_PERSON
            or (entry.kind not in _LASTING and _is_given_up(sentence, tokens, first))
        )
        matches.append(
            NameMatch(
                text=text[start:end],
                id=entry.id,
                name=entry.name,
                kind=entry.kind,
                confidence=round(reading.confidence, 3),
                negated=negated,
            )
        )
    return matches


def _without_overlap(readings: Iterable[Reading]) -> list[Reading]:
    """Take the best readings that share no word, in the order of the text."""
    chosen: list[Reading] = []
    used: set[int] = set()
    for reading in readings:
        if not used & set(reading.units):
            chosen.append(reading)
            used |= set(reading.units)
    return sorted(chosen, key=lambda reading: reading.units)


def _without_descriptions(readings: Sequence[Reading], sentence: Sentence) -> list[Reading]:
    """Drop what only describes a medicine named in the same item: "blood thinner warfarin"."""
    named: set[int] = set()
    item_of = {
        place: number
        for number, (start, end) in enumerate(sentence.spans(Break.COORDINATE))
        for place in range(start, end)
    }
    for reading in readings:
        if _is_proper_name(reading, sentence):
            named |= {item_of[place] for place in reading.units}
    return [
        reading
        for reading in readings
        if _is_proper_name(reading, sentence) or not named & {item_of[place] for place in reading.units}
    ]


def _is_proper_name(reading: Reading, sentence: Sentence) -> bool:
    """Tell a medicine's own name from everyday words for its class."""
    words = [sentence.units[place] for place in reading.units]
    return reading.sense.entry.kind is Kind.MEDICATION and any(
        unit.own == unit.concept and unit.own not in EVERYDAY and unit.own not in _DESCRIPTIONS
        for unit in words
    )


def _is_gone_without(sentence: Sentence, reading: Reading) -> bool:
    """Tell "don't drink alcohol", where the denial is part of a set phrase."""
    place = min(reading.units)
    return (
        place > 0
        and sentence.breaks[place] is Break.NONE
        and sentence.units[place - 1].is_phrase
        and sentence.units[place - 1].concept == "WITHOUT_ANY"
    )


def _is_given_up(sentence: Sentence, tokens: Sequence[Token], first: int) -> bool:
    """Tell "quit smoking" and "used to take it": given up just before it is named."""
    before = tokens[max(sentence.first, first - 3) : first]
    return any(token.stem in GIVEN_UP for token in before)
