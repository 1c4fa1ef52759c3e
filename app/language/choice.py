"""Which readings of a sentence stand together."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from app.language.readings import Reading
from app.language.sentences import Break, Sentence
from app.language.words import GENERAL, STATES


def choose(readings: Sequence[Reading], sentence: Sentence) -> tuple[list[Reading], AbstractSet[int]]:
    """Take readings, the fullest first, that each add a complaint not yet accounted for.

    Give them in the order of the text, and the units that they account for.
    """
    chosen: list[Reading] = []
    used: set[int] = set()
    paired: set[tuple[int, int]] = set()
    for reading in readings:
        pairs = {(head, body) for head in reading.heads for body in reading.bodies}
        if not _adds(reading, sentence, used, paired, pairs):
            continue
        # "Dry, cracked lips" is one finding said twice; its words are accounted for all the same.
        if not any(
            other.sense.entry.id == reading.sense.entry.id and set(other.units) & set(reading.units)
            for other in chosen
        ):
            chosen.append(reading)
        used |= set(reading.units)
        paired |= pairs
    kept = [
        reading
        for reading in chosen
        if not _is_shade_of_another(sentence, reading, chosen)
        and not _is_crossed(reading, chosen)
        and not _is_said_of_another(sentence, reading, chosen)
    ]
    return sorted(kept, key=lambda reading: (reading.units, reading.sense.order)), used


def _is_shade_of_another(sentence: Sentence, reading: Reading, chosen: Sequence[Reading]) -> bool:
    """Tell "painful muscle" in "painful muscle cramps": only pain beside a fuller complaint."""
    if not reading.heads or any(sentence.units[at].concept not in GENERAL for at in reading.heads):
        return False
    return any(
        other is not reading
        and set(other.bodies) & set(reading.bodies)
        and other.heads - reading.heads
        and not other.shares_head
        and not _is_parted(sentence, min(reading.heads | other.heads), max(reading.heads | other.heads))
        and any(sentence.units[at].concept not in GENERAL for at in other.heads)
        for other in chosen
    )


def _is_crossed(reading: Reading, chosen: Sequence[Reading]) -> bool:
    """Tell a swollen throat in "sore throat and swollen glands": each word leads a part of its own."""
    runs = {run for other in chosen if other is not reading for run in pairwise(other.units)}
    pairs = [(head, body) for head in reading.heads for body in reading.bodies]
    return bool(pairs) and all(
        head > body and {(head, head + 1), (body - 1, body)} <= runs for head, body in pairs
    )


def _is_said_of_another(sentence: Sentence, reading: Reading, chosen: Sequence[Reading]) -> bool:
    """Tell "popping up" in "bruises keep popping up on my arms": loose words about a sure complaint.

    An indirect telling is believed where nothing surer is said in the same breath.
    """
    if reading.shares_head or not (reading.loose or reading.is_told):
        return False
    return any(
        other.heads
        and not other.loose
        and (not other.is_told or other.rank < reading.rank)
        and not _is_parted(sentence, min(reading.units + other.units), max(reading.units + other.units))
        for other in chosen
        if other is not reading
    )


def _is_parted(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.breaks[at] is not Break.NONE for at in range(first + 1, last + 1))


def _adds(
    reading: Reading,
    sentence: Sentence,
    used: AbstractSet[int],
    paired: AbstractSet[tuple[int, int]],
    pairs: AbstractSet[tuple[int, int]],
) -> bool:
    """Tell whether a reading says something that the readings taken so far do not."""
    new = set(reading.units) - used
    if len(new) == len(reading.units):
        return not _repeats(reading, sentence, used)
    if reading.loose and not reading.shares_head:
        return False
    if reading.shares_head and pairs and not pairs & paired:
        # A body part not spoken for, or one that only other complaints have claimed.
        return bool(new) or all(any(head == other for other, _ in paired) for head in reading.heads)
    if not reading.heads & new:
        return _is_coordinate(sentence, reading, new)
    if _is_behind_its_own(sentence, reading, new, paired):
        return False
    return _is_no_mere_shade(sentence, reading, reading.heads & new)


def _repeats(reading: Reading, sentence: Sentence, used: AbstractSet[int]) -> bool:
    """Tell "icy" in "icy cold feet": the word beside it has said the same already."""
    if len(reading.units) > 1:
        return False
    units, place = sentence.units, reading.units[0]
    return any(
        other in used
        and sentence.breaks[max(other, place)] is Break.NONE
        and units[other].concept == units[place].concept
        for other in (place - 1, place + 1)
        if 0 <= other < len(units)
    )


def _is_coordinate(sentence: Sentence, reading: Reading, new: AbstractSet[int]) -> bool:
    """Tell "fast" in "breathing fast and noisy": how a body part works, one of two in a list."""
    return (
        not reading.heads
        and bool(new)
        and any(
            sentence.breaks[at] is Break.COORDINATE
            for place in new
            for at in (place, place + 1)
            if at < len(sentence.breaks)
        )
    )


def _is_behind_its_own(
    sentence: Sentence, reading: Reading, new: AbstractSet[int], paired: AbstractSet[tuple[int, int]]
) -> bool:
    """Tell "dry eyes tired": eyes have their word ahead of them, and what follows is another matter."""
    units = sentence.units
    return any(
        (body - 1, body) in paired
        and new == {body + 1}
        and units[body + 1].concept in STATES
        and units[body + 1].first == units[body].last + 1
        and not reading.shares_head
        for body in reading.bodies - new
    )


def _is_no_mere_shade(sentence: Sentence, reading: Reading, new_heads: Iterable[int]) -> bool:
    """Keep "burning pain in my feet" from giving a second reading for "pain in my feet"."""
    return any(sentence.units[at].concept not in GENERAL for at in new_heads) or any(
        sentence.breaks[at] is not Break.NONE for at in range(min(reading.units) + 1, max(reading.units) + 1)
    )
