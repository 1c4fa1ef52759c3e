"""Search over the names of everything: typos forgiven, best match first, built once a release.

Each record has phrases (name, aliases, lay names; a food its description). A query is cut into
stems as symptoms are (`app.language.normalize`). Each stem finds the words of the index that are
equal to it, start with it, mean the same, or are near it by Jaro-Winkler similarity; a phrase scores
by how much of the query it covers, each word weighed by how rare it is (inverse document frequency,
Spärck Jones 1972), and by how little else it says. One index a kind, so that rarity means the same
in foods and in symptoms.

Foods are named in parts: "Fish, salmon, sockeye, raw". What a food is stands first, or second after a
class such as "Fish" or "Nuts"; later parts, and what stands in brackets in any name, say what kind of
it. So the later words count a little less, and only the first are asked to say little else: "Fish,
salmon" is nearer to "salmon" than "Salmon nuggets" is. Everyday foods come before others that match
about as well, and among equals those that USDA numbered first: it began with the plain ones.

The phrases of a word are kept as the bits of a whole number, so that one operation parts thousands of
phrases by whether the word stands in them. Words that leave too little of the query covered are not
followed further ("raw" without "salmon" in "salmon raw"; compare MaxScore, Turtle and Flood 1995), and
single phrases are looked at only for the hits that are asked for.
"""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush, heapreplace, merge
from itertools import islice, pairwise
from math import log
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeAlias, TypeVar, overload

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from app.language.normalize import stem, tokenize

# A hit must cover this much of the query, weighed by rarity; below it the match would be a guess.
LEAST_COVER = 0.55
# A word that only begins with what was typed, or is near it, counts for less than an equal one.
PREFIX_FACTOR = 0.9
NEAR_FACTOR = 0.95
LEAST_SIMILARITY = 0.84
NEAR_WORDS = 8
# Short words are not corrected: too many others are near.
SHORTEST_CORRECTED = 4
EDITS_ALLOWED = 2
SHORTEST_TWO_EDITS = 7
# Words that mean the same to readers; the second is the one that USDA writes.
SAME_MEANING = (
    ("aubergine", "eggplant"),
    ("beetroot", "beets"),
    ("cilantro", "coriander"),
    ("courgette", "zucchini"),
    ("fortified", "added"),
    ("haricot", "navy"),
    ("maize", "corn"),
    ("porridge", "oats"),
    ("oatmeal", "oats"),
    ("prawn", "shrimp"),
    ("rocket", "arugula"),
    ("swede", "rutabagas"),
    ("vit", "vitamin"),
    ("yoghurt", "yogurt"),
)
# What kind of food it is, and its class where that stands first, count for less than what it is.
LATER_PART = 0.85
CLASSES = (
    "alcoholic beverage",
    "beverages",
    "candies",
    "cereals ready-to-eat",
    "cereals",
    "crustaceans",
    "fish",
    "game meat",
    "mollusks",
    "nuts",
    "seeds",
    "snacks",
    "spices",
)
# The words that say what something is: up to a bracket; for a food up to a comma too, after its class.
HEAD = re.compile(r"(?P<head>[^(]+)")
FOOD_HEAD = re.compile(rf"(?:(?:{'|'.join(CLASSES)}), )?(?P<head>[^,(]+)", re.IGNORECASE)
# How much the words of a phrase that were not asked for take away.
BREVITY_SHARE = 0.3
# What is not plain (a brand, a dish, a raw ingredient) counts for this much of what is.
NOT_PLAIN = 0.85
# Kinds in the order in which equally good hits are given.
KINDS_FIRST = ("nutrient", "symptom", "trigger", "risk-factor", "lab-test", "food")
SUGGESTIONS = 3
# Scores that differ less are equal.
DIGITS = 4
UNITS = 10**DIGITS
# Sums in another order may differ in the last bits: what is this near to covering enough is looked at.
ROUNDING = 1e-9


SYNONYMS: dict[str, list[str]] = defaultdict(list)
for _said, _written in SAME_MEANING:
    SYNONYMS[stem(_said)].append(stem(_written))


class HasId(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str | int | None:
        """Id of the row."""


R = TypeVar("R", bound=HasId)

# Takes a query for symptoms, as the language of symptoms does: ids with how sure it is of each.
Understand = Callable[[str], Sequence[tuple[str, float]]]
UNDERSTOOD_KIND = "symptom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record that can be found, with what it is called."""

    kind: str
    id: str
    name: str
    phrases: tuple[str, ...]
    # Whether the name is made of parts with commas between, as USDA's descriptions are.
    by_parts: bool = False
    # Whether it is what most readers mean by its words; others come later.
    plain: bool = True
    # Place among equally good hits of its kind.
    order: int = 0


class Hit(NamedTuple):
    """A record that was found; `score` is from 0 to 1."""

    kind: str
    id: str
    name: str
    matched: str
    score: float


# Numbers of phrases, in order.
Numbers: TypeAlias = "array[int]"
# The phrases in which a word stands: a bit a phrase, or their numbers where that is shorter.
Phrases: TypeAlias = "int | Numbers"
# Numbers are kept for a word that stands in fewer than one phrase of so many.
RARE = 128
# Up to so many bits are found one by one.
FEW_BITS = 48


class Level(NamedTuple):
    """Phrases in which a word of a query gains the same."""

    fit: float
    # Rarity of the index's word where it stands among the words that say what something is; else 0.
    share: float
    phrases: int


NOT_THERE = Level(0.0, 0.0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A word of a query: phrases in which it stands, best fit first, none of them twice."""

    levels: list[Level]
    rarity: float

    @property
    def most(self) -> float:
        """Give the most that the word can gain."""
        return self.levels[0].fit * self.rarity if self.levels else 0.0


class Class(NamedTuple):
    """Phrases in which every word of a query stands alike, plain or not: they cover as much of it."""

    score: float
    used: float
    phrases: int


class Found(NamedTuple):
    """A phrase that matches; they sort best first. Equals: by place, then by exact score, name first."""

    units: int
    place: int
    score: float
    phrase: int


class KindIndex:
    """The phrases of one kind of record, by word."""

    def __init__(self, entries: Iterable[tuple[int, Entry]], stem_of: Callable[[str], str] = stem) -> None:
        """Index entries in the order of equally good hits, each with its place in it."""
        # Of each phrase: the place of its entry, that entry's first phrase, its words that were weighed.
        self.owner, self.name, self.length = array("I"), array("I"), array("d")
        self.phrases: list[str] = []
        # Bits of the phrases that are names, and of those of plain entries.
        self.names = self.plain = 0
        first: dict[str, Numbers] = defaultdict(lambda: array("I"))
        later: dict[str, Numbers] = defaultdict(lambda: array("I"))
        names, plain = array("I"), array("I")
        for place, entry in entries:
            names.append(len(self.phrases))
            for phrase in dict.fromkeys((entry.name, *entry.phrases)):
                number = len(self.phrases)
                parts = FOOD_HEAD if entry.by_parts and phrase == entry.name else HEAD
                words = weighed(phrase, parts, stem_of)
                for word, is_first in words.items():
                    (first if is_first else later)[word].append(number)
                if entry.plain:
                    plain.append(number)
                self.phrases.append(phrase)
                self.owner.append(place)
                self.name.append(names[-1])
        self._finish(first, later)
        self.names, self.plain = bits_of(names), bits_of(plain)

    def _finish(self, first: Mapping[str, Numbers], later: Mapping[str, Numbers]) -> None:
        count = max(1, len(self.phrases))
        nowhere = array("I")
        self.vocabulary = sorted(first.keys() | later.keys())
        self.rarity = {
            word: log(1 + count / (len(first.get(word, nowhere)) + len(later.get(word, nowhere))))
            for word in self.vocabulary
        }
        self.longest_rarity = log(1 + count)
        self.length = array("d", [0.0]) * len(self.phrases)
        for word, numbers in first.items():
            for number in numbers:
                self.length[number] += self.rarity[word]

        def stored(numbers: Numbers) -> Phrases:
            return numbers if len(numbers) * RARE < count else bits_of(numbers)

        self.words: dict[str, tuple[Phrases, Phrases]] = {
            word: (stored(first.get(word, nowhere)), stored(later.get(word, nowhere)))
            for word in self.vocabulary
        }
        self._of_length: dict[int, list[str]] = defaultdict(list)
        for word in self.vocabulary:
            self._of_length[len(word)].append(word)

    def near(self, typed: str, *, last: bool) -> dict[str, float]:
        """Give the index's words that a typed word may mean, each with how well it fits."""
        found: dict[str, float] = {typed: 1.0} if typed in self.words else {}
        for word in SYNONYMS.get(typed, ()):
            if word in self.words:
                found[word] = NEAR_FACTOR
        if last and len(typed) > 1:
            found |= {word: PREFIX_FACTOR for word in self._starting_with(typed) if word not in found}
        if not found and len(typed) >= SHORTEST_CORRECTED and not typed.isdigit():
            edits = EDITS_ALLOWED if len(typed) >= SHORTEST_TWO_EDITS else 1
            reached: list[str] = []
            for length in range(len(typed) - edits, len(typed) + edits + 1):
                reached += self._of_length.get(length, ())
            for word, score, _ in process.extract(
                typed,
                reached,
                scorer=JaroWinkler.similarity,
                score_cutoff=LEAST_SIMILARITY,
                limit=NEAR_WORDS,
            ):
                if OSA.distance(typed, word, score_cutoff=edits) <= edits:
                    found.setdefault(word, NEAR_FACTOR * score)
        return found

    def _starting_with(self, start: str) -> list[str]:
        first = bisect_left(self.vocabulary, start)
        last = bisect_left(self.vocabulary, start + "\U0010ffff")
        return self.vocabulary[first:last]

    def _asked(self, stems: Sequence[str]) -> list[Asked]:
        """Give what the words of a query may mean; those that mean nothing known too."""
        joined = [left + right for left, right in pairwise(stems)]
        asked = []
        for position, typed in enumerate(stems):
            words = self.near(typed, last=position == len(stems) - 1)
            # "soy milk" is "soymilk" too.
            for compound in joined[max(0, position - 1) : position + 1]:
                if compound in self.words:
                    words.setdefault(compound, 1.0)
            rarity = max((self.rarity[word] for word in words), default=self.longest_rarity)
            asked.append(Asked(levels=self._levels(words), rarity=rarity))
        return asked

    def _levels(self, words: Mapping[str, float]) -> list[Level]:
        """Give the phrases of some words by how well they fit; what fits twice stands where it fits best."""
        together: dict[tuple[float, float, str], int] = {}
        for word, fit in words.items():
            first, later = self.words[word]
            gains = ((fit, self.rarity[word], word), first), ((fit * LATER_PART, 0.0, ""), later)
            for gained, phrases in gains:
                bits = phrases if isinstance(phrases, int) else bits_of(phrases)
                together[gained] = together.get(gained, 0) | bits
        levels, seen = [], 0
        for (fit, share, _), bits in sorted(together.items(), key=lambda one: -one[0][0]):
            if bits & ~seen:
                levels.append(Level(fit, share, bits & ~seen))
                seen |= bits
        return levels

    def find(self, stems: Sequence[str]) -> tuple[int, Iterator[Found]]:
        """Give how many entries match, and for each its best phrase, best first, made when asked for."""
        classes = sorted(self._classes(self._asked(stems)), reverse=True)
        matching = 0
        for one in classes:
            matching |= one.phrases
        others = {self.owner[other]: self.name[other] for other in positions(matching & ~self.names)}
        total = (matching & self.names).bit_count()
        total += sum(not matching >> name & 1 for name in others.values())
        return total, self._best_first(classes)

    def _classes(self, asked: Sequence[Asked]) -> Iterator[Class]:
        """Part the phrases by which words of the query stand in them, and how; leave out what covers little.

        The rarest word goes first: without it the others are soon known not to be enough.
        """
        whole = 0.0
        for one in asked:
            whole += one.rarity
        needed = LEAST_COVER * whole - ROUNDING
        order = sorted(range(len(asked)), key=lambda number: -asked[number].most)
        # The most that words from here on can gain.
        most = [sum(asked[number].most for number in order[step:]) for step in range(len(order) + 1)]
        chosen = [NOT_THERE] * len(asked)

        def part(step: int, phrases: int, reached: float) -> Iterator[Class]:
            if reached + most[step] < needed:
                return
            if step == len(order):
                yield from self._class(asked, chosen, whole, phrases)
                return
            number = order[step]
            for level in asked[number].levels:
                chosen[number] = level
                if inside := phrases & level.phrases:
                    phrases ^= inside
                    yield from part(step + 1, inside, reached + level.fit * asked[number].rarity)
            chosen[number] = NOT_THERE
            if phrases:
                yield from part(step + 1, phrases, reached)

        if asked:
            yield from part(0, (1 << len(self.phrases)) - 1, 0.0)

    def _class(
        self, asked: Sequence[Asked], chosen: Sequence[Level], whole: float, phrases: int
    ) -> Iterator[Class]:
        """Score phrases in which the words of a query stand as chosen: plain entries, and others."""
        covered = used = 0.0
        for one, level in zip(asked, chosen, strict=True):
            covered += level.fit * one.rarity
            used += level.share
        cover = covered / whole
        if cover >= LEAST_COVER:
            if plain := phrases & self.plain:
                yield Class(cover, used, plain)
            if rest := phrases & ~self.plain:
                yield Class(cover * NOT_PLAIN, used, rest)

    def _best_first(self, classes: Iterable[Class]) -> Iterator[Found]:
        """Give the best phrase of each entry, best first; a class is looked through when its turn comes."""
        waiting: list[tuple[Found, int, Iterator[Found]]] = []
        given: set[int] = set()
        streams = 0
        for one in (*classes, None):
            # None of the classes to come holds a phrase that is better.
            bound = units(one.score) if one else 1
            while waiting and waiting[0][0].units < bound:
                best, number, stream = waiting[0]
                following = next(stream, None)
                if following is None:
                    heappop(waiting)
                else:
                    heapreplace(waiting, (following, number, stream))
                if best.place not in given:
                    given.add(best.place)
                    yield best
            for stream in self._by_length(one) if one else ():
                streams += 1
                heappush(waiting, (next(stream), streams, stream))

    def _by_length(self, one: Class) -> Iterator[Iterator[Found]]:
        """Give the phrases of a class by how much else they say; each stream has one score."""
        if not one.used:
            yield self._alike(one.score, positions(one.phrases))
            return
        groups: dict[float, list[int]] = defaultdict(list)
        for phrase in positions(one.phrases):
            groups[self.length[phrase]].append(phrase)
        for length, phrases in groups.items():
            brevity = 1 - BREVITY_SHARE * (1 - min(1.0, one.used / length))
            yield self._alike(one.score * brevity, phrases)

    def _alike(self, score: float, phrases: Iterable[int]) -> Iterator[Found]:
        """Give phrases of one score, in the order of their entries."""
        rounded, owner = units(score), self.owner
        for phrase in phrases:
            yield Found(rounded, owner[phrase], -score, phrase)


def weighed(phrase: str, parts: re.Pattern[str], stem_of: Callable[[str], str] = stem) -> dict[str, bool]:
    """Give the words of a phrase, each with whether it stands in the part that says what something is."""
    match = parts.match(phrase)
    first, last = match.span("head") if match else (0, len(phrase))
    words: dict[str, bool] = {}
    for token in tokenize(phrase, stem_of):
        words[token.stem] = words.get(token.stem, False) or first <= token.start < last
    return words


def bits_of(numbers: Numbers) -> int:
    """Give a whole number with these bits set."""
    if not numbers:
        return 0
    packed = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        packed[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(packed, "little")


def positions(bits: int) -> Iterator[int]:
    """Give the places of the bits that are set, lowest first."""
    if bits.bit_count() <= FEW_BITS:
        while bits:
            lowest = bits & -bits
            yield lowest.bit_length() - 1
            bits ^= lowest
        return
    text = bin(bits)[:1:-1]
    place = text.find("1")
    while place >= 0:
        yield place
        place = text.find("1", place + 1)


def units(score: float) -> int:
    """Give a score as a whole number that sorts best first; scores that round alike are equal."""
    rounded: float = round(score, DIGITS)
    return -int(rounded * UNITS + 0.5)


# A hit to be: its score (`units`), its place among equals, the record, what matched.
Coming = tuple[int, int, Entry, str]


def hit_of(coming: Coming) -> Hit:
    """Make a hit."""
    negated, _, entry, matched = coming
    return Hit(entry.kind, entry.id, entry.name, matched, -negated / UNITS)


class Hits(Sequence[Hit]):
    """What was found, best first; each hit is made when it is looked at."""

    def __init__(self, total: int, coming: Iterator[Coming]) -> None:
        self._total, self._coming = total, coming
        self._come: list[Coming] = []

    def __len__(self) -> int:
        """Give how many there are."""
        return self._total

    @overload
    def __getitem__(self, which: int) -> Hit: ...

    @overload
    def __getitem__(self, which: slice) -> list[Hit]: ...

    def __getitem__(self, which: int | slice) -> Hit | list[Hit]:
        """Give one hit, or those of a page."""
        places = range(self._total)[which]
        self._wait_for((max(places, default=-1) if isinstance(places, range) else places) + 1)
        if isinstance(places, range):
            return [hit_of(self._come[place]) for place in places]
        return hit_of(self._come[places])

    def first(self, count: int) -> list[str]:
        """Give the ids of the best, up to so many."""
        self._wait_for(count)
        return [entry.id for _, _, entry, _ in self._come[:count]]

    def _wait_for(self, count: int) -> None:
        self._come += islice(self._coming, max(0, count - len(self._come)))


class SearchIndex:
    """Everything that can be found, by kind."""

    def __init__(self, entries: Iterable[Entry], understand: Understand | None = None) -> None:
        self.understand = understand
        # In the order of equally good hits.
        self.entries = sorted(entries, key=order_of)
        grouped: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            grouped[entry.kind].append((place, entry))
        stem_of = cache(stem)
        self.kinds = {kind: KindIndex(group, stem_of) for kind, group in sorted(grouped.items())}
        self.understood = {entry.id: place for place, entry in grouped.get(UNDERSTOOD_KIND, ())}

    def search(self, query: str, kinds: Iterable[str] | None = None) -> Hits:
        """Give every record that matches, best first; equals by kind, then by place and name."""
        stems = [token.stem for token in tokenize(query)]
        total, streams = 0, []
        for kind in self.kinds if kinds is None else kinds:
            if kind in self.kinds:
                matching, coming = self._of_kind(kind, stems, query)
                total += matching
                streams.append(coming)
        return Hits(total, streams[0] if len(streams) == 1 else merge(*streams))

    def _of_kind(self, kind: str, stems: Sequence[str], query: str) -> tuple[int, Iterator[Coming]]:
        """Give how many records of a kind match, and these, best first."""
        index = self.kinds[kind]
        total, found = index.find(stems)
        coming = ((one.units, one.place, self.entries[one.place], index.phrases[one.phrase]) for one in found)
        if self.understand is None or kind != UNDERSTOOD_KIND:
            return total, coming
        ranked = self._understood_first(query, self.understand(query), list(coming))
        return len(ranked), iter(ranked)

    def _understood_first(
        self, query: str, meant: Sequence[tuple[str, float]], ranked: Sequence[Coming]
    ) -> list[Coming]:
        """Put what the language of symptoms takes the words for before other symptoms."""
        best = ranked[0][0] if ranked else 0
        understood = {
            place: (min(units(confidence), best), self.entries[place])
            for symptom, confidence in meant
            if (place := self.understood.get(symptom)) is not None
        }
        # Places below zero stand before all others.
        first = [
            (negated, order - len(understood), entry, query)
            for order, (negated, entry) in enumerate(understood.values())
        ]
        return sorted([*first, *(one for one in ranked if one[1] not in understood)], key=itemgetter(0, 1))

    def rank(self, query: str | None, kind: str, rows: Sequence[R]) -> Sequence[R]:
        """Give the rows that match a query, best first; all rows as they are without one."""
        if query is None:
            return rows
        by_id = {str(row.id): row for row in rows}
        return [by_id[hit.id] for hit in self.search(query, [kind]) if hit.id in by_id]

    def near(self, wrong_id: str, kind: str) -> list[str]:
        """Give up to three ids of a kind that an unknown id may mean."""
        hits = self.search(wrong_id.replace("-", " "), [kind])
        return [hit.id for hit in hits[:SUGGESTIONS]]


def order_of(entry: Entry) -> tuple[int, int, int, str, str]:
    """Give what equally good hits are sorted by."""
    place = KINDS_FIRST.index(entry.kind) if entry.kind in KINDS_FIRST else len(KINDS_FIRST)
    return place, entry.order, len(entry.name), entry.id, entry.kind
