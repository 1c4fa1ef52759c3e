"""Parts of curated phrases that tell one record from all others."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from app.language import costs
from app.language.lexicon import Index, Sense, is_head, is_vague, worth_of
from app.language.readings import Reading
from app.language.sentences import Break, Sentence
from app.language.thesaurus import THESAURUS
from app.language.words import EVERYDAY, GENERAL, NEGATIONS

# Words that must be shared with one record's phrases, and beyond which a chunk is another story.
MIN_TELLING = 2
MAX_TELLING = 4
_NEGATIVE = frozenset((*NEGATIONS, "WITHOUT_ANY", "DIFFICULT", "LITTLE"))


def telling_parts(
    sentence: Sentence, index: Index, times: AbstractSet[int], used: AbstractSet[int]
) -> list[Reading]:
    """Read chunks that nothing else explains by words that only one record's phrases share.

    "Hair all over my pillow" is no curated phrase, but hair and pillow stand together in the
    phrases of one symptom alone. What a phrase says of how much, and its negations, must be
    said too, and at most one word may be left over.
    """
    found: list[Reading] = []
    for start, end in sentence.spans(Break.COORDINATE):
        if used & set(range(start, end)):
            continue
        reading = _telling_part(
            sentence, index, [at for at in range(start, end) if sentence.units[at].first not in times]
        )
        if reading is not None:
            found.append(reading)
    return found


def _telling_part(sentence: Sentence, index: Index, places: Sequence[int]) -> Reading | None:
    units = sentence.units
    said = [at for at in places if not is_vague((units[at].concept,))]
    vague = {units[at].concept for at in places} - {units[at].concept for at in said}
    if not MIN_TELLING <= len(said) <= MAX_TELLING:
        return None
    for left_over in (None, *said):
        parts = [at for at in said if at != left_over]
        concepts = {units[at].concept for at in parts}
        if len(concepts) < MIN_TELLING or not _is_telling(concepts):
            continue
        sense = _only_record_with(index, concepts, vague)
        if sense is not None:
            cost = costs.PARTIAL + costs.GAP * (left_over is not None)
            return Reading(
                sense=sense,
                confidence=round(1 - cost, 6),
                worth=sum(map(worth_of, concepts)),
                units=tuple(parts),
                heads=frozenset(at for at in parts if is_head(units[at].concept)),
                bodies=frozenset(at for at in parts if units[at].concept in THESAURUS.body),
            )
    return None


def _only_record_with(index: Index, concepts: AbstractSet[str], vague: AbstractSet[str]) -> Sense | None:
    """Give the record all of whose rivals lack one of these concepts."""
    sets = [index.containing.get(concept, frozenset()) for concept in concepts]
    holders = frozenset.intersection(*sets)
    senses = sorted((sense for pattern in holders for sense in pattern.senses), key=lambda sense: sense.order)
    if len({sense.entry.id for sense in senses}) != 1:
        return None
    worth = sum(map(worth_of, concepts))
    fits = any(
        worth >= costs.PARTIAL_WORTH * pattern.worth
        and {concept for concept in pattern.concepts if is_vague((concept,))} <= vague
        and not (vague & _NEGATIVE) - set(pattern.concepts)
        for pattern in holders
    )
    return senses[0] if fits else None


def _is_telling(concepts: AbstractSet[str]) -> bool:
    """Ask for a body part and a complaint that is more than pain, or two complaints we know."""
    heads = {concept for concept in concepts if is_head(concept) and concept not in EVERYDAY} - GENERAL
    known = {concept for concept in heads if concept.isupper()}
    return bool(heads) and (bool(concepts & THESAURUS.body - {"BODY"}) or len(known) >= MIN_TELLING)
