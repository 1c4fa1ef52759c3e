"""Which records the words of a sentence can mean, and which of these readings stand together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from app.language import costs
from app.language.lexicon import (
    SOFT,
    Index,
    Pattern,
    PhraseSource,
    Sense,
    is_head,
    is_vague,
    worth_of,
)
from app.language.normalize import Token, stem
from app.language.results import Kind
from app.language.sentences import Break, Sentence
from app.language.thesaurus import THESAURUS
from app.language.units import Unit
from app.language.words import (
    AMBIGUOUS,
    COLORING,
    DETERMINERS,
    DOSES,
    EVERYDAY,
    FILLERS,
    GIVEN_UP,
    LEFT_OUT,
    TELLING_FILLERS,
    stems,
)

# "no energy" is a complaint, "no vision problems" is none: only the want of these is one.
WANTED = frozenset(
    (
        *("APPETITE", "LIBIDO", "INTEREST", "CONCENTRATE", "HUNGRY", "TASTE", "SMELL", "BALANCE"),
        *stems("energy strength stamina motivation drive power desire coordination grip sleep"),
    )
)
_NEGATIONS = frozenset(("no", "not", "never", "without"))
# A person who is or feels it: then even an ambiguous word may be a complaint ("I feel cold").
_PERSON = frozenset(("i", "she", "he", "we", "me"))
_COPULAS = frozenset(("be", "feel", "get"))
_I_AM = frozenset(("i'm", "im"))
# Words that only name a complaint in general; alone they make no second reading.
_GENERAL = frozenset(("PAIN", "SORE", "PROBLEM", "WEAK", "COLD", "HOT", "BURN", "RED", "WHITE"))
_COLORS = frozenset(("PALE", "YELLOW", "DARK", "RED", "WHITE", "WEAK"))
_PRODUCTS = frozenset(
    ("STOOL", "URINE", "HAIR", "NAIL", "PERIOD", "TOOTH", "TONGUE", "BLADDER", "VOICE", "HEART")
)
_COUNTS = {
    **{"two": 2, stem("three"): 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "dozen": 12, "several": 4},
}
# So many drinks or coffees a day are many; so many times as many in a week.
MANY = 4
_DAYS_IN = {"week": 7, "weekend": 7, "month": 30, "year": 365}
MAX_DIGITS = 2
# Words that must be shared with one record's phrases, and beyond which a chunk is another story.
MIN_TELLING = 2
MAX_TELLING = 4
_NEGATIVE = frozenset((*_NEGATIONS, "WITHOUT_ANY", "DIFFICULT", "LITTLE"))
MIN_OWN_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """A concept that a unit may stand for, and at what price; `sure` if not by a weak synonym."""

    unit: int
    cost: float
    sure: bool
    widened: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """Units of a sentence taken as a record."""

    sense: Sense
    confidence: float
    worth: float
    units: tuple[int, ...]
    """Positions of the units used, in order."""
    heads: frozenset[int]
    """Those of them that say a complaint (not a body part, not how much)."""
    bodies: frozenset[int]
    shares_head: bool = False
    """The complaint is said once for several body parts, or each of several for each part."""
    borrowed: bool = False
    """The complaint stands in another chunk, with a body part of its own."""

    @property
    def rank(self) -> tuple[bool, float, float, tuple[int, ...], tuple[int, str]]:
        """Order readings: the fuller and surer first, and a complaint's own body part first."""
        score = self.worth * self.confidence**costs.CONFIDENCE_POWER
        return (self.borrowed, -round(score, 9), -self.confidence, self.units, self.sense.order)


@dataclass(slots=True)
class Reader:
    """Reads one sentence with one index."""

    sentence: Sentence
    tokens: Sequence[Token]
    index: Index
    times: AbstractSet[int] = frozenset()
    """Tokens that say how long: they take part in curated phrases only, word for word."""
    offers: list[list[tuple[str, Offer]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        units = self.sentence.units
        self.offers = [
            self._offers_of(place, unit, units[place + 1] if place + 1 < len(units) else None)
            for place, unit in enumerate(units)
        ]

    def readings(self) -> list[Reading]:
        """Give every reading above the floor, best first."""
        found = [*self._exact(), *self._by_chunks()]
        sure = [reading for reading in found if reading.confidence >= costs.FLOOR]
        return sorted(sure, key=lambda reading: reading.rank)

    def telling_parts(self, used: AbstractSet[int]) -> list[Reading]:
        """Read chunks that nothing else explains by words that only one record's phrases share.

        "Hair all over my pillow" is no curated phrase, but hair and pillow stand together in the
        phrases of one symptom alone. What a phrase says of how much, and its negations, must be
        said too, and at most one word may be left over.
        """
        if self.index.kind is not Kind.SYMPTOM:
            return []
        found: list[Reading] = []
        for start, end in self.sentence.spans(Break.COORDINATE):
            if used & set(range(start, end)):
                continue
            reading = self._telling_part(start, end)
            if reading is not None:
                found.append(reading)
        return found

    def _telling_part(self, start: int, end: int) -> Reading | None:
        units = self.sentence.units
        places = [at for at in range(start, end) if units[at].first not in self.times]
        said = [at for at in places if not is_vague((units[at].concept,))]
        vague = {units[at].concept for at in places} - {units[at].concept for at in said}
        if not MIN_TELLING <= len(said) <= MAX_TELLING:
            return None
        for left_over in (None, *said):
            parts = [at for at in said if at != left_over]
            concepts = {units[at].concept for at in parts}
            if len(concepts) < MIN_TELLING or not _is_telling(concepts):
                continue
            sense = self._only_record_with(concepts, vague)
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

    def _only_record_with(self, concepts: AbstractSet[str], vague: AbstractSet[str]) -> Sense | None:
        """Give the record all of whose rivals lack one of these concepts."""
        sets = [self.index.containing.get(concept, frozenset()) for concept in concepts]
        holders = frozenset.intersection(*sets)
        senses = sorted(
            {sense.entry.id: sense for pattern in holders for sense in pattern.senses}.values(),
            key=lambda sense: sense.order,
        )
        if len(senses) != 1:
            return None
        worth = sum(map(worth_of, concepts))
        fits = any(
            worth >= costs.PARTIAL_WORTH * pattern.worth
            and {concept for concept in pattern.concepts if is_vague((concept,))} <= vague
            and not (vague & _NEGATIVE) - set(pattern.concepts)
            for pattern in holders
        )
        return senses[0] if fits else None

    def _offers_of(self, place: int, unit: Unit, following: Unit | None) -> list[tuple[str, Offer]]:
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
            loose = costs.WEAK_SYNONYM * (2 if concept in self.index.alone else 1)
            for weak in THESAURUS.weak.get(own, ()):
                offer(weak, cost + loose, False)

        offer_with_relatives(unit.own, unit.concept, 0.0)
        if unit.is_phrase and unit.own not in THESAURUS.strong:
            for own in unit.own.split():
                if len(own) >= MIN_OWN_LENGTH:
                    offer(THESAURUS.strong.get(own, own), costs.PART_OF_PHRASE, False)
        elif unit.own in _COUNTS or unit.own.isdigit():
            rest = self.sentence.units[place + 1 :]
            if following is not None and _is_many(unit.own, [other.own for other in rest]):
                offer("MUCH", costs.STRONG_SYNONYM, True)
        elif unit.own in _NEGATIONS:
            if following is not None and following.concept in WANTED:
                offer("LITTLE", costs.STRONG_SYNONYM, True)
                offer("LOST", costs.STRONG_SYNONYM, True)
        else:
            for own, cost in self.index.corrections(self.tokens[unit.first]):
                offer_with_relatives(own, THESAURUS.strong.get(own, own), cost)
        return list(found.items())

    def _exact(self) -> Iterator[Reading]:
        """Look up every run of units word for word, across commas but not clauses."""
        units = self.sentence.units
        for start in range(len(units)):
            crossed = 0
            for end in range(start + 1, min(len(units), start + self.index.longest) + 1):
                if end - 1 > start:
                    if self.sentence.breaks[end - 1] >= Break.FRESH:
                        break
                    crossed += self.sentence.breaks[end - 1] is not Break.NONE
                own = tuple(unit.own for unit in units[start:end])
                senses = self.index.exact.get(own)
                if senses:
                    cost = costs.ACROSS_BOUNDARY * (crossed > 0)
                    span = tuple(range(start, end))
                    concepts = tuple(unit.concept for unit in units[start:end])
                    yield from self._read_as(senses, span, concepts, cost, exact=True)

    def _read_as(
        self,
        senses: Sequence[Sense],
        span: tuple[int, ...],
        concepts: Sequence[str],
        cost: float,
        *,
        exact: bool,
        widened: int = 0,
        shares_head: bool = False,
        borrowed: bool = False,
    ) -> Iterator[Reading]:
        """Give the reading of one set of units by the sense that fits its words best."""
        units = [self.sentence.units[place] for place in span]
        allowed = [
            sense
            for sense in senses
            if (exact or sense.source is not PhraseSource.MISSPELLING)
            and self._stands_out(sense, units)
            and not (len(units) == 1 and self._is_of_product(span[0]))
        ]
        if not allowed:
            return
        said = {unit.own for unit in units}
        fits = {sense: self._fit(sense, said) for sense in allowed}
        best = min(allowed, key=lambda sense: (fits[sense], sense.order))
        overlap = len(said & set(best.own))
        rivals = {sense.entry.id for sense in allowed if fits[sense] == fits[best]}
        cost += costs.MISSPELLING if best.source is PhraseSource.MISSPELLING else 0
        if len(rivals) > 1:
            cost += costs.AMBIGUOUS
        if len(best.own) == 1:
            cost += costs.LOST_FILLER * len(self._lost_fillers(best))
        if not exact and overlap < len(said):
            cost += costs.STRONG_SYNONYM
        yield Reading(
            sense=best,
            confidence=round(max(0.0, 1 - cost), 6),
            worth=sum(map(worth_of, concepts)) - widened * costs.WORTH_LOST_WIDENING,
            units=tuple(sorted(span)),
            heads=frozenset(place for place, concept in zip(span, concepts, strict=True) if is_head(concept)),
            bodies=frozenset(
                place for place, concept in zip(span, concepts, strict=True) if concept in THESAURUS.body
            ),
            shares_head=shares_head,
            borrowed=borrowed,
        )

    def _is_of_product(self, place: int) -> bool:
        """Tell whether a colour is said of what the body gives off: "poo is pale" is no pallor."""
        units, breaks = self.sentence.units, self.sentence.breaks
        if units[place].concept not in _COLORS:
            return False
        before = place > 0 and breaks[place] is Break.NONE and units[place - 1].concept
        after = place + 1 < len(units) and breaks[place + 1] is Break.NONE and units[place + 1].concept
        return before in _PRODUCTS or after in _PRODUCTS

    def _lost_fillers(self, sense: Sense) -> AbstractSet[str]:
        around = {token.stem for token in self.tokens[self.sentence.first : self.sentence.end]}
        inside = {stem for own in sense.own for stem in own.split()}
        return (set(sense.words) & TELLING_FILLERS) - around - inside

    def _fit(self, sense: Sense, said: AbstractSet[str]) -> tuple[int, int, int]:
        """Measure how far a phrase is from what is said: units alike, words missing, words alike.

        "Feel faint" fits "feeling faint" better than it fits "fainting".
        """
        around = {token.stem for token in self.tokens[self.sentence.first : self.sentence.end]}
        words = set(sense.words) - LEFT_OUT
        return (-len(said & set(sense.own)), len(words - around), -len(words & around))

    def _stands_out(self, sense: Sense, units: Sequence[Unit]) -> bool:
        """Accept an everyday word as a complaint where its surroundings make it one.

        All words of its phrase stand side by side ("the runs"); or it is all that is said; or a
        person is or feels it ("I feel cold"); or, unless it is quite ambiguous, it is an item of a
        list by itself ("tired, weak, dizzy").
        """
        sentence, word = self.sentence, units[0]
        everyday = len(units) == 1 and word.own in AMBIGUOUS | EVERYDAY
        if not everyday and not is_vague(unit.concept for unit in units):
            # "On fire" is no fever, though "burning up" is: that phrase holds for its own words.
            return sense.own == (word.own,) or not _is_shortened(sense)
        if sense.own != tuple(unit.own for unit in units):
            return False
        around = [token.stem for token in self.tokens[sentence.first : sentence.end]]
        size = len(sense.words)
        if size > 1 and any(
            tuple(around[at : at + size]) == sense.words and not _goes_on(around[at + size :])
            for at in range(len(around) - size + 1)
        ):
            return True
        if self.index.kind is not Kind.SYMPTOM:
            # A name of one everyday word must be all there is, apart from figures and doses.
            said = {unit.own for unit in units} | _NEGATIONS | GIVEN_UP
            return all(unit.own in said or unit.own.isdigit() or unit.own in DOSES for unit in sentence.units)
        if not everyday:
            return False
        if len(around) == 1:
            return size == 1
        if _is_said_of_person(self.tokens[sentence.first : word.first]):
            after = self.tokens[word.last + 1].stem if word.last + 1 < sentence.end else ""
            return after not in {"of", "to", "at"}
        if word.own in AMBIGUOUS:
            return False
        return self._is_item(word) or self._is_at_body(word) or self._is_done(word)

    def _is_done(self, word: Unit) -> bool:
        """Tell "I shake": a person does it."""
        before = self.tokens[word.first - 1].stem if word.first > self.sentence.first else ""
        return before in _PERSON and word.concept.isupper()

    def _is_at_body(self, word: Unit) -> bool:
        """Tell "pale lips" and "knees are weak": a body part stands next to the word."""
        units, breaks = self.sentence.units, self.sentence.breaks
        place = units.index(word)
        return any(
            0 <= other < len(units)
            and breaks[max(other, place)] is Break.NONE
            and units[other].concept in THESAURUS.body
            and word.concept.isupper()
            for other in (place - 1, place + 1)
        )

    def _is_item(self, word: Unit) -> bool:
        place = self.sentence.units.index(word)
        breaks = self.sentence.breaks
        last = place + 1 == len(breaks)
        before = place - 1
        while before >= 0 and self.sentence.units[before].own in _NEGATIONS:
            before -= 1
        begins = before < 0 or any(breaks[at] is not Break.NONE for at in range(before + 1, place + 1))
        return begins and (last or breaks[place + 1] is not Break.NONE)

    def _by_chunks(self) -> Iterator[Reading]:
        """Look up sets of concepts inside each chunk, and in chunks that share a word."""
        for start, end in self.sentence.spans(Break.FRESH):
            chunks = [list(range(first, last)) for first, last in self._chunks(start, end)]
            for number, chunk in enumerate(chunks):
                yield from self._sets(chunk)
                yield from self._shared(chunks, number)

    def _chunks(self, start: int, end: int) -> list[tuple[int, int]]:
        return [
            (max(first, start), min(last, end))
            for first, last in self.sentence.spans(Break.COORDINATE)
            if first < end and last > start
        ]

    def _says_body_only(self, chunk: Sequence[int]) -> bool:
        concepts = [self.sentence.units[place].concept for place in chunk]
        return any(concept in THESAURUS.body for concept in concepts) and not self._heads(chunk)

    def _bodies(self, chunk: Sequence[int]) -> list[int]:
        return [at for at in chunk if self.sentence.units[at].concept in THESAURUS.body]

    def _heads(self, chunk: Sequence[int]) -> list[int]:
        units = self.sentence.units
        return [at for at in chunk if is_head(units[at].concept)]

    def _shared(self, chunks: list[list[int]], number: int) -> Iterator[Reading]:
        """Share a complaint among body parts, or a body part among complaints, in a list."""
        chunk = chunks[number]
        if self._says_body_only(chunk):
            donor = self._donor_of_complaint(chunks, number)
            if donor is not None:
                others = [at for at in donor if at not in self._bodies(donor)]
                yield from self._sets([*others, *chunk], shared=set(others))
                yield from self._sets([*donor, *chunk], need=(set(donor), set(chunk)))
        elif self._heads(chunk) and not self._bodies(chunk):
            for bodies in self._donors_of_body(chunks, number):
                lent = set(bodies)
                yield from self._sets([*chunk, *bodies], need=(set(chunk), lent), lists=True)

    def _donor_of_complaint(self, chunks: list[list[int]], number: int) -> list[int] | None:
        """Give the chunk whose complaint a bare body part belongs to: the last before, or next."""
        for other in range(number - 1, -1, -1):
            if self._heads(chunks[other]):
                return chunks[other]
        for other in range(number + 1, len(chunks)):
            if self._heads(chunks[other]):
                return chunks[other]
        return None

    def _donors_of_body(self, chunks: list[list[int]], number: int) -> Iterator[list[int]]:
        """Give the body parts that a bare complaint may belong to.

        "Numbness and tingling in both feet": those of the next chunk, which names them last. "My
        feet burn and tingle": those of the chunk before, which names them first.
        """
        for other in range(number + 1, len(chunks)):
            heads, bodies = self._heads(chunks[other]), self._bodies(chunks[other])
            if bodies:
                if heads and max(heads) < max(bodies) and self._is_one_list(chunks, number, other):
                    yield bodies
                break
        for other in range(number - 1, -1, -1):
            heads, bodies = self._heads(chunks[other]), self._bodies(chunks[other])
            if bodies:
                if not heads or min(bodies) < min(heads):
                    earlier = chunks[other - 1] if other else []
                    yield bodies
                    if earlier and self._says_body_only(earlier):
                        yield self._bodies(earlier)
                break

    def _is_one_list(self, chunks: list[list[int]], number: int, other: int) -> bool:
        """Tell "numbness, tingling and burning in my feet" and "dry, cracked lips" from others.

        The list ends in "and" or "or", or complaint and body part stand side by side.
        """
        units, donor = self.sentence.units, chunks[other]
        between = [at for chunk in chunks[number : other + 1] for at in chunk]
        if any(units[at].own in _NEGATIONS for at in between):
            return False
        if self.sentence.breaks[donor[0]] is Break.COORDINATE:
            return True
        return other == number + 1 and units[donor[0]].last + 1 == units[donor[-1]].first

    def _sets(
        self,
        pool: Sequence[int],
        shared: set[int] | None = None,
        need: tuple[set[int], set[int]] | None = None,
        *,
        lists: bool = False,
    ) -> Iterator[Reading]:
        """Give readings of a pool of units by sets of concepts, in any order.

        `shared` units are lent by another chunk; `need` asks for a unit of each of two sets, and
        `lists` says that the first of them may be used once more, with the second.
        """
        available: dict[str, list[Offer]] = {}
        for place in pool:
            if self.sentence.units[place].first in self.times:
                continue
            for concept, offer in self.offers[place]:
                available.setdefault(concept, []).append(offer)
        for concept in available:
            for pattern in self.index.by_anchor.get(concept, ()):
                assigned = _assign(pattern, available)
                if assigned is None:
                    continue
                used = {offer.unit for offer in assigned}
                if shared is not None and not (used & shared and used - shared):
                    continue
                if need is not None and not (used & need[0] and used & need[1]):
                    continue
                if not _is_certain_enough(pattern, assigned):
                    continue
                cost = self._cost(pattern, assigned, pool)
                cost += costs.SHARED if shared is not None or need is not None else 0
                if 1 - cost >= costs.FLOOR:
                    span = tuple(offer.unit for offer in assigned)
                    widened = sum(offer.widened for offer in assigned)
                    yield from self._read_as(
                        pattern.senses,
                        span,
                        pattern.concepts,
                        cost,
                        exact=False,
                        widened=widened,
                        shares_head=shared is not None or lists,
                        borrowed=shared is not None,
                    )

    def _may_be_denied(self, pattern: Pattern, assigned: Sequence[Offer], inside: Sequence[int]) -> bool:
        """Tell "my legs do not hurt", a leg pain denied, from "sore muscles without exercise"."""
        cues = [at for at in inside if self.sentence.units[at].own in _NEGATIONS]
        if not cues:
            return True
        heads = [
            offer.unit for concept, offer in zip(pattern.concepts, assigned, strict=True) if is_head(concept)
        ]
        return bool(heads) and min(heads) > max(cues)

    def _cost(self, pattern: Pattern, assigned: Sequence[Offer], pool: Sequence[int]) -> float:
        places = [offer.unit for offer in assigned]
        cost = sum(offer.cost for offer in assigned)
        inside = [at for at in pool if min(places) < at < max(places) and at not in places]
        if not self._may_be_denied(pattern, assigned, inside):
            return 1.0
        meaningful = [at for at in inside if self.sentence.units[at].concept not in SOFT]
        cost += costs.GAP * len(meaningful)
        if len(meaningful) > costs.MAX_GAP:
            return 1.0
        said = tuple(self.sentence.units[at].own for at in sorted(places))
        if len(places) > 1 and not any(sense.own == said for sense in pattern.senses):
            cost += costs.ORDER
        return cost


def _assign(pattern: Pattern, available: Mapping[str, list[Offer]]) -> list[Offer] | None:
    """Give each concept of a pattern a unit of its own, cheap ones first; None if one lacks."""
    options = []
    for concept in pattern.concepts:
        offers = available.get(concept)
        if offers is None:
            return None
        options.append(offers)
    chosen: list[Offer | None] = [None] * len(options)
    taken: set[int] = set()
    for number in sorted(range(len(options)), key=lambda at: (len(options[at]), at)):
        free = [offer for offer in options[number] if offer.unit not in taken]
        if not free:
            return None
        best = min(free, key=lambda offer: (offer.cost, _distance(offer.unit, taken), offer.unit))
        chosen[number] = best
        taken.add(best.unit)
    return [offer for offer in chosen if offer is not None]


def _goes_on(after: Sequence[str]) -> bool:
    """Tell "feeling down my back" from "feeling down": the small word belongs to what follows."""
    return bool(after) and after[0] in DETERMINERS


def _is_shortened(sense: Sense) -> bool:
    """Tell whether a phrase of several words came down to one everyday word."""
    return (
        len(sense.own) == 1 and len(set(sense.words) - LEFT_OUT) > 1 and sense.own[0] in AMBIGUOUS | EVERYDAY
    )


def _is_said_of_person(before: Sequence[Token]) -> bool:
    """Tell whether the words ahead end in "I am", "I feel", "feeling", with fillers at most."""
    near = [token for token in before[-6:] if token.stem not in COLORING]
    while near and near[-1].stem in FILLERS - _COPULAS and near[-1].surface not in _I_AM:
        near.pop()
    if not near:
        return False
    if near[-1].surface in _I_AM or near[-1].stem == "feel":
        return True
    return near[-1].stem in _COPULAS and any(token.stem in _PERSON for token in near[-3:])


def _is_many(number: str, rest: Sequence[str]) -> bool:
    """Tell whether a count of drinks, a day or in the time that `rest` names, is much."""
    count = _COUNTS.get(number, 0)
    if number.isascii() and number.isdigit() and len(number) <= MAX_DIGITS:
        count = int(number)
    days = next((_DAYS_IN[word] for word in rest if word in _DAYS_IN), 1)
    return count >= MANY * days


def _distance(unit: int, taken: Iterable[int]) -> int:
    return min((abs(unit - other) for other in taken), default=0)


def _is_telling(concepts: AbstractSet[str]) -> bool:
    """Ask for a body part and a complaint that is more than pain, or two complaints we know."""
    heads = {concept for concept in concepts if is_head(concept) and concept not in EVERYDAY} - _GENERAL
    known = {concept for concept in heads if concept.isupper()}
    return bool(heads) and (bool(concepts & THESAURUS.body - {"BODY"}) or len(known) >= MIN_TELLING)


def _is_certain_enough(pattern: Pattern, assigned: Sequence[Offer]) -> bool:
    """Ask for a head or body part that is said outright: weak synonyms alone prove nothing."""
    return any(
        offer.sure and concept not in SOFT for concept, offer in zip(pattern.concepts, assigned, strict=True)
    ) or all(offer.sure for offer in assigned)


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
    kept = [reading for reading in chosen if not _is_shade_of_another(sentence, reading, chosen)]
    return sorted(kept, key=lambda reading: (reading.units, reading.sense.order)), used


def _is_shade_of_another(sentence: Sentence, reading: Reading, chosen: Sequence[Reading]) -> bool:
    """Tell "painful muscle" in "painful muscle cramps": only pain beside a fuller complaint."""
    if any(sentence.units[at].concept not in _GENERAL for at in reading.heads):
        return False
    return any(
        other is not reading
        and set(other.bodies) & set(reading.bodies)
        and other.heads - reading.heads
        and not other.shares_head
        and not _is_parted(sentence, min(reading.heads | other.heads), max(reading.heads | other.heads))
        and any(sentence.units[at].concept not in _GENERAL for at in other.heads)
        for other in chosen
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
        return True
    if reading.shares_head and pairs and not pairs & paired:
        # A body part not spoken for, or one that only other complaints have claimed.
        return bool(new) or all(any(head == other for other, _ in paired) for head in reading.heads)
    if not reading.heads & new:
        return False
    return _is_no_mere_shade(sentence, reading, reading.heads & new)


def _is_no_mere_shade(sentence: Sentence, reading: Reading, new_heads: Iterable[int]) -> bool:
    """Keep "burning pain in my feet" from giving a second reading for "pain in my feet"."""
    return any(sentence.units[at].concept not in _GENERAL for at in new_heads) or any(
        sentence.breaks[at] is not Break.NONE for at in range(min(reading.units) + 1, max(reading.units) + 1)
    )
