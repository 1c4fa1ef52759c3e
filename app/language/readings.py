"""Which records the words of a sentence can mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.language import costs
from app.language.everyday import Surroundings
from app.language.lexicon import SOFT, Index, Pattern, PhraseSource, Sense, is_head, worth_of
from app.language.normalize import Token
from app.language.offers import WANTED, Offer, offers_of
from app.language.results import Kind
from app.language.sentences import Break, Sentence
from app.language.thesaurus import THESAURUS
from app.language.units import Unit
from app.language.words import LEFT_OUT, NEGATIONS, TELLING_FILLERS, stems

_TOLD = frozenset((PhraseSource.TOLD, PhraseSource.VERBATIM))
_BOTH = "both"
_PAIRS = frozenset(("feet", "teeth"))
_ONESELF = stems("i")
_DEGREES = stems("most ever one")
_LITTLE = "LITTLE"
_WAKING = frozenset(("WAKE", "NIGHT"))
_WITH_A_BACK = stems("tooth teeth row seat pocket")
_DONE_TO = frozenset(("him", "her", "it", "them", "my", "his"))
_ALONG = stems("with feeling")
# So short a telling holds in its own words only: "worn out by shopping", but not "the shop was dead".
MAX_TOLD_STRICTLY = 2


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
    loose: bool = False
    """One of its words only may mean what it is taken for."""

    @property
    def is_told(self) -> bool:
        return self.sense.source in _TOLD

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
    offers: list[list[tuple[str, Offer]]] = field(init=False)
    surroundings: Surroundings = field(init=False)
    around: frozenset[str] = field(init=False)
    """The stems of all words of the sentence."""

    def __post_init__(self) -> None:
        self.around = frozenset(token.stem for token in self.tokens[self.sentence.first : self.sentence.end])
        self.surroundings = Surroundings(self.sentence, self.tokens, self.index.kind, self.index.known)
        self.offers = [
            offers_of(self.sentence, place, self.tokens, self.index)
            for place in range(len(self.sentence.units))
        ]

    def readings(self) -> list[Reading]:
        """Give every reading above the floor, best first."""
        found = [*self._exact(), *self._by_chunks()]
        sure = [reading for reading in found if reading.confidence >= costs.FLOOR]
        return sorted(sure, key=lambda reading: reading.rank)

    def _exact(self) -> Iterator[Reading]:
        """Look up every run of units word for word, across commas but not clauses."""
        units = self.sentence.units
        for start in range(len(units)):
            crossed, parted = 0, False
            for end in range(start + 1, min(len(units), start + self.index.longest) + 1):
                if end - 1 > start:
                    parted = parted or self.sentence.breaks[end - 1] >= Break.CONTRAST
                    crossed += self.sentence.breaks[end - 1] is not Break.NONE
                own = tuple(unit.own for unit in units[start:end])
                senses = self.index.exact.get(own, ())
                if parted:  # "need to pee but can't" holds its own "but"
                    senses = tuple(sense for sense in senses if "but" in sense.words)
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
        loose: bool = False,
    ) -> Iterator[Reading]:
        """Give the reading of one set of units by the sense that fits its words best."""
        units = [self.sentence.units[place] for place in span]
        allowed = [
            sense
            for sense in senses
            if (exact or sense.source is not PhraseSource.MISSPELLING)
            and self.surroundings.stands_out(sense, units)
            and not (len(units) == 1 and self.surroundings.is_of_product(span[0]))
            and not ("BACK" in concepts and self._is_mere_side(sense, units))
            and not ("SHAKE" in concepts and self._is_done_to_something(sense, units))
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
        cost += costs.LOST_FILLER * (len(self._lost_degrees(best)) + self._is_only_one(best, units))
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
            loose=loose,
        )

    def _is_mere_side(self, sense: Sense, units: Sequence[Unit]) -> bool:
        """Tell the back in "round the back teeth" and "the back of my head" from a person's back."""
        if "of" in sense.words or len({unit.concept for unit in units} & THESAURUS.body) > 1:
            return False
        back = next((unit for unit in units if unit.concept == "BACK" and unit.own == "back"), None)
        if back is None or back.last + 1 >= self.sentence.end:
            return False
        after = self.tokens[back.last + 1]
        return after.stem == "of" or (after.gap == " " and after.stem in _WITH_A_BACK)

    def _is_done_to_something(self, sense: Sense, units: Sequence[Unit]) -> bool:
        """Tell "shaking them helps" and "I shake my hand to wake it up" from a hand that shakes."""
        if self.index.kind is not Kind.SYMPTOM or len(sense.own) > MAX_TOLD_STRICTLY:
            return False
        for unit in units:
            if unit.concept == "SHAKE" and unit.last + 1 < self.sentence.end:
                after = self.tokens[unit.last + 1]
                if after.gap == " " and after.surface in _DONE_TO:
                    return True
        return False

    def _lost_degrees(self, sense: Sense) -> AbstractSet[str]:
        """Give what makes "the most painful headache ever" of a painful one, and is not said."""
        degrees = _DEGREES.intersection(sense.words)
        return degrees - self.around

    def _is_only_one(self, sense: Sense, units: Sequence[Unit]) -> bool:
        """Tell "my left leg is numb" from "both legs are numb"."""
        if _BOTH not in sense.words:
            return False
        said = [self.tokens[unit.last].surface for unit in units if unit.concept in THESAURUS.body]
        return (
            bool(said)
            and not any(word.endswith("s") or word in _PAIRS for word in said)
            and _BOTH not in self.around
        )

    def _lost_fillers(self, sense: Sense) -> AbstractSet[str]:
        inside = {stem for own in sense.own for stem in own.split()}
        return (set(sense.words) & TELLING_FILLERS) - self.around - inside

    def _fit(self, sense: Sense, said: AbstractSet[str]) -> tuple[int, int, int]:
        """Measure how far a phrase is from what is said: units alike, words missing, words alike.

        "Feel faint" fits "feeling faint" better than it fits "fainting".
        """
        words = set(sense.words) - LEFT_OUT
        return (-len(said & set(sense.own)), len(words - self.around), -len(words & self.around))

    def _by_chunks(self) -> Iterator[Reading]:
        """Look up sets of concepts inside each chunk, and in chunks that share a word."""
        for start, end in self.sentence.spans(Break.FRESH):
            chunks = [list(range(first, last)) for first, last in self._chunks(start, end)]
            for number, chunk in enumerate(chunks):
                yield from self._sets(chunk)
                yield from self._shared(chunks, number)

    def across(self, start: int, end: int) -> list[Reading]:
        """Give readings of the units `[start, end)` by sets of concepts, over breaks, best first.

        For what holds together though it is told in two clauses: "I wake at 2 and my nightshirt is
        drenched".
        """
        pool = [at for at in range(start, end) if self.sentence.units[at].first not in self.times]
        crossing = [
            reading
            for reading in self._sets(pool)
            if not reading.loose and reading.confidence - costs.ACROSS_CLAUSES >= costs.FLOOR
        ]
        return sorted(
            (replace(reading, confidence=reading.confidence - costs.ACROSS_CLAUSES) for reading in crossing),
            key=lambda reading: reading.rank,
        )

    def of_pronouns(self, used: AbstractSet[int]) -> list[Reading]:
        """Read "they hurt" in "my knees are swollen and they hurt": of the parts in the clause before."""
        found: list[Reading] = []
        spans = self.sentence.spans(Break.FRESH)
        for (before, start), (_, end) in pairwise(spans):
            clause = [at for at in range(start, end) if self.sentence.units[at].first not in self.times]
            opening = self.tokens[self.sentence.units[start - 1].last + 1 : self.sentence.units[start].first]
            bodies = self._bodies(range(before, start))
            if used & set(clause) or not bodies or not {"they", "it"} & {token.stem for token in opening}:
                continue
            if not self._heads(clause) or self._bodies(clause):
                continue
            readings = self._sets([*bodies, *clause], need=(set(clause), set(bodies)), lists=True)
            sure = [item for item in readings if item.confidence >= costs.FLOOR and not item.loose]
            found.extend(sorted(sure, key=lambda item: item.rank)[:1])
        return found

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
        elif self._is_wanted(chunk):
            for lender in self._lenders_of_want(chunks, number):
                yield from self._sets([lender, chunk[0]], shared={lender})
        elif self._heads(chunk) and not self._bodies(chunk):
            for bodies in self._donors_of_body(chunks, number):
                lent = set(bodies)
                yield from self._sets([*chunk, *bodies], need=(set(chunk), lent), lists=True)

    def _is_wanted(self, chunk: Sequence[int]) -> bool:
        return self.sentence.units[chunk[0]].concept in WANTED

    def _lenders_of_want(self, chunks: list[list[int]], number: int) -> Iterator[int]:
        """Give the word that denies or takes away both of two: "no taste or smell"."""
        if not number or self.sentence.breaks[chunks[number][0]] is not Break.COORDINATE:
            return
        for place in chunks[number - 1]:
            if {"LITTLE", "LOST"} & {concept for concept, _ in self.offers[place]}:
                yield place

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
        if any(units[at].own in NEGATIONS for at in between):
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
                if not _is_certain_enough(pattern, assigned) or self._is_of_parent(pattern, assigned):
                    continue
                if self._is_denied_late(pattern, assigned) or self._wakes_with_more(pattern, assigned):
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
                        loose=not all(offer.sure for offer in assigned),
                    )

    def _is_of_parent(self, pattern: Pattern, assigned: Sequence[Offer]) -> bool:
        """Tell "I'm too tired to play with my children" from a tired child."""
        child = next(
            (
                offer.unit
                for concept, offer in zip(pattern.concepts, assigned, strict=True)
                if concept == "INFANT"
            ),
            None,
        )
        if child is None or child == min(offer.unit for offer in assigned):
            return False
        first = self.sentence.units[min(offer.unit for offer in assigned)].first
        return any(token.stem in _ONESELF for token in self.tokens[self.sentence.first : first + 1])

    def _is_denied_late(self, pattern: Pattern, assigned: Sequence[Offer]) -> bool:
        """Tell "periods are not heavy" from "no period": what a phrase denies first comes first."""
        if pattern.senses[0].own[0] not in NEGATIONS or len(assigned) == 1:
            return False
        if not all(sense.own[0] in NEGATIONS for sense in pattern.senses):
            return False
        return self.sentence.units[max(offer.unit for offer in assigned)].own in NEGATIONS

    def _wakes_with_more(self, pattern: Pattern, assigned: Sequence[Offer]) -> bool:
        """Tell "I wake up with an aching jaw at night" from "I wake up at night"."""
        if not _WAKING.issuperset(pattern.concepts):
            return False
        for offer in assigned:
            unit = self.sentence.units[offer.unit]
            if unit.concept == "WAKE" and unit.last + 1 < self.sentence.end:
                return self.tokens[unit.last + 1].stem in _ALONG
        return False

    def _may_be_denied(self, pattern: Pattern, assigned: Sequence[Offer], inside: Sequence[int]) -> bool:
        """Tell "my legs do not hurt", a leg pain denied, from "sore muscles without exercise"."""
        cues = [at for at in inside if self.sentence.units[at].own in NEGATIONS]
        if not cues:
            return True
        heads = [
            offer.unit for concept, offer in zip(pattern.concepts, assigned, strict=True) if is_head(concept)
        ]
        return bool(heads) and min(heads) > max(cues)

    def _cost(self, pattern: Pattern, assigned: Sequence[Offer], pool: Sequence[int]) -> float:
        places = [offer.unit for offer in assigned]
        cost = sum(offer.cost for offer in assigned)
        if pattern.senses[0].source is PhraseSource.TOLD:
            liberties = sum(not offer.sure or offer.widened > 0 for offer in assigned)
            if liberties and len(assigned) <= MAX_TOLD_STRICTLY:
                return 1.0
            cost += costs.TOLD_LIBERTY * liberties
        if (
            _LITTLE in pattern.concepts
            and not all(offer.sure for offer in assigned)
            and all(concept == _LITTLE or concept in THESAURUS.body for concept in pattern.concepts)
        ):
            return 1.0  # "My ankles disappear" is no loss of feeling
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


def _distance(unit: int, taken: Iterable[int]) -> int:
    return min((abs(unit - other) for other in taken), default=0)


def _is_certain_enough(pattern: Pattern, assigned: Sequence[Offer]) -> bool:
    """Ask for a head or body part that is said outright: weak synonyms alone prove nothing."""
    return any(
        offer.sure and concept not in SOFT for concept, offer in zip(pattern.concepts, assigned, strict=True)
    ) or all(offer.sure for offer in assigned)
