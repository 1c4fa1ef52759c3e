"""Findings in free text: what is there, what is denied, what was not understood.

Each sentence is read by itself, so the order of sentences changes nothing of what is found. In a
sentence the fullest reading of the words wins (`readings`), then its surroundings say whether it
holds (`context`) and how it behaves (`qualifiers`).
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from app.language.choice import choose
from app.language.context import (
    is_gone,
    is_ill_now,
    is_mere_effect,
    is_mere_worry,
    is_of_others,
    is_out_of_reach,
    negated_units,
    reasons_of_units,
    things_of_units,
)
from app.language.lexicon import Lexicon
from app.language.normalize import Token, tokenize
from app.language.partial import telling_parts
from app.language.qualifiers import Said, find_durations, find_qualifiers
from app.language.readings import Reader, Reading
from app.language.results import Kind, Mention, ParseResult, Reason, Suggestion, Unmatched
from app.language.sentences import Break, Sentence, split_sentences
from app.language.thesaurus import THESAURUS
from app.language.vitals import find_vitals, readings_of, units_of
from app.language.words import CHATTER, FILLERS, LEFT_OUT, RELATIVES
from app.vocabulary import Qualifier

# Suggestions cost a look at all n-grams; a long text full of unknown words gets this many.
MAX_SUGGESTED = 12


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading in its sentence, with what is said of it."""

    reading: Reading
    first: int
    last: int
    present: bool
    reason: Reason | None
    qualifiers: tuple[Qualifier, ...]
    days: float | None


def parse_symptoms(text: str, lexicon: Lexicon) -> ParseResult:
    """Find every symptom that a text says is there or denies. Never raises on any string."""
    tokens = lexicon.indexes[Kind.SYMPTOM].with_set_phrases(lexicon.compounds.canonical(tokenize(text)))
    mentions: list[Mention] = []
    unmatched: list[Unmatched] = []
    previous: list[int] = []
    for sentence in split_sentences(tokens):
        found, leftovers, said = _read_sentence(sentence, tokens, lexicon)
        if previous and said and not found and not leftovers:
            # "It is getting worse." tells of the sentence before.
            _add_to(mentions, previous, said)
        start = len(mentions)
        mentions.extend(_mention(text, tokens, item) for item in found if item.reason is None)
        if len(mentions) > start:
            previous = list(range(start, len(mentions)))
        unmatched.extend(
            _unmatched(text, tokens, item.first, item.last, item.reason, (_suggestion(item),))
            for item in found
            if item.reason is not None
        )
        of_others = bool(leftovers) and is_of_others(sentence, tokens)
        for first, last in leftovers:
            if of_others:
                unmatched.append(_unmatched(text, tokens, first, last, Reason.OTHER_PERSON, ()))
                continue
            piece = text[tokens[first].start : tokens[last].end]
            room = len(unmatched) < MAX_SUGGESTED
            suggestions = lexicon.suggest(piece, (Kind.SYMPTOM,)) if room else ()
            unmatched.append(_unmatched(text, tokens, first, last, _reason_for(suggestions), suggestions))
    mentions.sort(key=lambda mention: (mention.start, mention.end, mention.id))
    unmatched.sort(key=lambda item: (item.start, item.end))
    return ParseResult(mentions=tuple(mentions), unmatched=tuple(unmatched))


def _read_sentence(
    sentence: Sentence, tokens: Sequence[Token], lexicon: Lexicon
) -> tuple[list[_Found], list[tuple[int, int]], list[Said]]:
    """Give what a sentence says, the stretches not understood, and what it says of how and when."""
    said = [
        *find_qualifiers(tokens, sentence.first, sentence.end),
        *find_durations(tokens, sentence.first, sentence.end),
    ]
    if not sentence.units:
        return [], [], said
    things = things_of_units(sentence, tokens)
    lasting = frozenset(at for item in said if item.qualifier is None for at in range(item.first, item.end))
    reader = Reader(sentence, tokens, lexicon.indexes[Kind.SYMPTOM], lasting)
    about_body = [reading for reading in reader.readings() if not _is_of_thing(sentence, reading, things)]
    vitals = find_vitals(sentence, tokens)
    measured = {place for vital in vitals for place in units_of(vital, sentence)}
    worded = [reading for reading in about_body if not measured & set(reading.units)]
    chosen, used = choose([*readings_of(vitals, sentence, reader.index), *worded], sentence)
    used = used | measured
    for reading in telling_parts(sentence, reader.index, lasting, used):
        if not _is_of_thing(sentence, reading, things):
            chosen.append(reading)
            used = used | set(reading.units)
    if not used and len(sentence.spans(Break.COORDINATE)) > 1:
        for reading in reader.across(0, len(sentence.units))[:1]:
            if not _is_of_thing(sentence, reading, things):
                chosen.append(reading)
                used = used | set(reading.units)
    for reading in reader.of_pronouns(used):
        chosen.append(reading)
        used = used | set(reading.units)
    if len(chosen) > 1:
        chosen = [reading for reading in chosen if not is_mere_effect(sentence, tokens, reading, chosen)]
    times = {at for item in said for at in range(item.first, item.end)}
    negated = negated_units(sentence, tokens, chosen, times)
    reasons = reasons_of_units(sentence, tokens)
    found = []
    for reading in chosen:
        telling = min(reading.heads) if reading.heads else min(reading.units)
        denied = all(negated[place] for place in reading.heads or reading.units)
        spans = [sentence.units[place] for place in reading.units]
        found.append(
            _Found(
                reading=reading,
                first=min(unit.first for unit in spans),
                last=max(unit.last for unit in spans),
                present=not denied and not is_gone(sentence, tokens, reading),
                reason=_reason(sentence, tokens, reading, reasons[telling]),
                qualifiers=_qualifiers_of(sentence, reading, said),
                days=_days_of(sentence, reading, said),
            )
        )
    return found, _leftovers(sentence, used, times), said


def _reason(
    sentence: Sentence, tokens: Sequence[Token], reading: Reading, reason: Reason | None
) -> Reason | None:
    """Give why a reading is no finding of the reader, all things considered."""
    if reason is Reason.OTHER_PERSON and any(
        tokens[at].stem in RELATIVES
        for place in reading.units
        for at in range(sentence.units[place].first, sentence.units[place].last + 1)
    ):
        return None  # "Aunt Flo" is nobody
    if reason is None and is_out_of_reach(sentence, reading):
        return Reason.UNSURE
    if reason is Reason.OTHER_PERSON and is_ill_now(sentence, tokens, reading):
        return None
    if reason is None and is_mere_worry(sentence, tokens, reading):
        return Reason.HYPOTHETICAL
    return reason


def _is_of_thing(sentence: Sentence, reading: Reading, things: Sequence[int | None]) -> bool:
    """Tell "the room is cold" from "the room spins", where the room is part of the complaint."""
    spans = [sentence.units[place] for place in reading.units]
    return any(
        thing is not None and not any(unit.first <= thing <= unit.last for unit in spans)
        for thing in (things[place] for place in reading.units)
    )


def _clause_of(sentence: Sentence, place: int) -> tuple[int, int]:
    """Give the token range of the clause that a unit stands in."""
    for start, end in sentence.spans(Break.FRESH):
        if start <= place < end:
            first = sentence.units[start - 1].last + 1 if start else sentence.first
            last = sentence.units[end].first if end < len(sentence.units) else sentence.end
            return first, last
    return sentence.first, sentence.end


def _concerns(sentence: Sentence, reading: Reading, item: Said) -> bool:
    """Tell whether something is said in the clause of a finding, or in one without findings."""
    first, last = _clause_of(sentence, min(reading.units))
    _, last = max((first, last), _clause_of(sentence, max(reading.units)))
    return first <= item.first < last


def _qualifiers_of(sentence: Sentence, reading: Reading, said: Iterable[Said]) -> tuple[Qualifier, ...]:
    found = {
        item.qualifier for item in said if item.qualifier is not None and _concerns(sentence, reading, item)
    }
    return tuple(qualifier for qualifier in Qualifier if qualifier in found)


def _days_of(sentence: Sentence, reading: Reading, said: Iterable[Said]) -> float | None:
    """Give the length of time said nearest after a finding in its clause, or else before it."""
    last = sentence.units[max(reading.units)].last
    durations = [item for item in said if item.qualifier is None and _concerns(sentence, reading, item)]
    after = [item for item in durations if item.first > last]
    if after:
        return after[0].days
    return durations[-1].days if durations else None


def _leftovers(sentence: Sentence, used: AbstractSet[int], times: AbstractSet[int]) -> list[tuple[int, int]]:
    """Give stretches of tokens, list item by list item, in which nothing was understood."""
    stretches: list[tuple[int, int]] = []
    for start, end in sentence.spans(Break.FRESH):
        if used & set(range(start, end)):
            pieces = [
                (max(first, start), min(last, end))
                for first, last in sentence.spans(Break.COORDINATE)
                if first < end and last > start
            ]
        else:
            pieces = [(start, end)]
        for first, last in pieces:
            if used & set(range(first, last)):
                continue
            units = [
                unit
                for unit in sentence.units[first:last]
                if not set(range(unit.first, unit.last + 1)) <= times and _is_content(unit.own)
            ]
            if units:
                stretches.append((sentence.units[first].first, sentence.units[last - 1].last))
    return stretches


def _is_content(own: str) -> bool:
    if own.isdigit() or own in CHATTER or own in FILLERS or own in LEFT_OUT:
        return False
    return own not in THESAURUS.body


def _reason_for(suggestions: Sequence[Suggestion]) -> Reason:
    return Reason.UNSURE if suggestions else Reason.UNKNOWN


def _suggestion(item: _Found) -> Suggestion:
    entry = item.reading.sense.entry
    return Suggestion(kind=entry.kind, id=entry.id, name=entry.name, score=round(item.reading.confidence, 3))


def _mention(text: str, tokens: Sequence[Token], item: _Found) -> Mention:
    start, end = tokens[item.first].start, tokens[item.last].end
    entry = item.reading.sense.entry
    return Mention(
        text=text[start:end],
        start=start,
        end=end,
        id=entry.id,
        name=entry.name,
        present=item.present,
        confidence=round(item.reading.confidence, 3),
        qualifiers=item.qualifiers,
        duration_days=item.days,
    )


def _unmatched(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    reason: Reason | None,
    suggestions: tuple[Suggestion, ...],
) -> Unmatched:
    start, end = tokens[first].start, tokens[last].end
    return Unmatched(
        text=text[start:end],
        start=start,
        end=end,
        reason=reason or Reason.UNKNOWN,
        suggestions=suggestions,
    )


def _add_to(mentions: list[Mention], places: Iterable[int], said: Iterable[Said]) -> None:
    """Add what a sentence says of how and when to the mentions of the sentence before."""
    more = {item.qualifier for item in said if item.qualifier is not None}
    days = next((item.days for item in said if item.qualifier is None), None)
    for place in places:
        mention = mentions[place]
        together = more | set(mention.qualifiers)
        mentions[place] = replace(
            mention,
            qualifiers=tuple(qualifier for qualifier in Qualifier if qualifier in together),
            duration_days=days if mention.duration_days is None else mention.duration_days,
        )
