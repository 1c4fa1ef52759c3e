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

A query is answered without looking at all that its words stand in. Words so common that they cannot
cover enough of the query by themselves ("raw" in "salmon raw") are looked up only in the phrases that a
rarer word found (MaxScore, Turtle and Flood 1995). Hits are kept as whole numbers that sort as the hits
do; a `Hit` is made of one when it is looked at.
"""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import NamedTuple, Protocol, TypeVar, overload

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
# A hit as a number: its score, negated, above these bits; its place among equals in them.
PLACE_BITS = 32
PLACES = (1 << PLACE_BITS) - 1
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


# What a word of a query gains in a phrase: how well it fits there, and the rarity of the index's word
# where it stands among the words that say what something is (else 0).
Gain = tuple[float, float]
NOTHING: Gain = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A word of a query, with the words of the index that it may mean."""

    # Each with the phrases where it stands, and how well it fits.
    words: list[tuple[Mapping[int, Gain], float]]
    rarity: float
    best_fit: float

    def within(self, phrases: set[int]) -> Mapping[int, Gain]:
        """Give what the word gains in some phrases."""
        if len(self.words) == 1 and self.best_fit == 1:
            return self.words[0][0]
        best: dict[int, Gain] = {}
        for found, fit in self.words:
            for phrase in phrases.intersection(found):
                weight, share = found[phrase]
                if fit * weight > best.get(phrase, NOTHING)[0]:
                    best[phrase] = (fit * weight, share)
        return best


class KindIndex:
    """The phrases of one kind of record, by word."""

    def __init__(self, entries: Iterable[tuple[int, Entry]]) -> None:
        """Index entries, each with its place in the order of everything."""
        # Of each phrase: the place of its entry, what that counts for, its words that were weighed.
        self.owner, self.standing, self.length = array("I"), array("d"), array("d")
        self.phrases: list[str] = []
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        for place, entry in entries:
            for phrase in dict.fromkeys((entry.name, *entry.phrases)):
                parts = FOOD_HEAD if entry.by_parts and phrase == entry.name else HEAD
                self._add_words(phrase, parts, weights)
                self.phrases.append(phrase)
                self.owner.append(place)
                self.standing.append(1.0 if entry.plain else NOT_PLAIN)
                self.length.append(0.0)
        count = max(1, len(self.phrases))
        self.rarity = {word: log(1 + count / len(found)) for word, found in weights.items()}
        self.longest_rarity = log(1 + count)
        self.vocabulary = sorted(weights)
        self.words = {word: self._gains(word, found) for word, found in weights.items()}

    def _add_words(self, phrase: str, parts: re.Pattern[str], weights: dict[str, dict[int, float]]) -> None:
        number = len(self.phrases)
        match = parts.match(phrase)
        first, last = match.span("head") if match else (0, len(phrase))
        for token in tokenize(phrase):
            weight = 1.0 if first <= token.start < last else LATER_PART
            known = weights[token.stem].get(number, 0.0)
            weights[token.stem][number] = max(known, weight)

    def _gains(self, word: str, weights: Mapping[int, float]) -> dict[int, Gain]:
        """Give what a word gains where it stands; two tuples for all, since there may be thousands."""
        first, later = (1.0, self.rarity[word]), (LATER_PART, 0.0)
        gains = {}
        for phrase, weight in weights.items():
            gains[phrase] = first if weight == 1 else later
            if weight == 1:
                self.length[phrase] += self.rarity[word]
        return gains

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
            for word, score, _ in process.extract(
                typed,
                self.vocabulary,
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
        """Give the words of a query that may mean words of the index, and what is not known too."""
        joined = [left + right for left, right in pairwise(stems)]
        asked = []
        for position, typed in enumerate(stems):
            words = self.near(typed, last=position == len(stems) - 1)
            # "soy milk" is "soymilk" too.
            for compound in joined[max(0, position - 1) : position + 1]:
                if compound in self.words:
                    words.setdefault(compound, 1.0)
            asked.append(
                Asked(
                    words=[(self.words[word], fit) for word, fit in words.items()],
                    rarity=max((self.rarity[word] for word in words), default=self.longest_rarity),
                    best_fit=max(words.values(), default=0.0),
                )
            )
        return asked

    def scores(self, stems: Sequence[str]) -> dict[int, tuple[float, int]]:
        """Give the score and the best phrase of each entry that matches, by place."""
        asked = self._asked(stems)
        whole = 0.0
        for one in asked:
            whole += one.rarity
        phrases = candidates(asked, LEAST_COVER * whole)
        gains = [(one.within(phrases), one.rarity) for one in asked if one.words]
        owner, standing, length = self.owner, self.standing, self.length
        found: dict[int, tuple[float, int]] = {}
        for phrase in phrases:
            covered = used = 0.0
            for gained, rarity in gains:
                fit, share = gained.get(phrase, NOTHING)
                covered += fit * rarity
                used += share
            if covered / whole < LEAST_COVER:
                continue
            score = covered / whole * standing[phrase]
            if used:
                score *= 1 - BREVITY_SHARE * (1 - min(1.0, used / length[phrase]))
            # Of phrases that match equally well the first is told: the name before an alias.
            place = owner[phrase]
            best = found.get(place)
            if best is None or score > best[0] or (score == best[0] and phrase < best[1]):
                found[place] = (score, phrase)
        return found


def candidates(asked: Sequence[Asked], needed: float) -> set[int]:
    """Give the phrases that may cover as much as is needed: those with a word that is not too common."""
    found: set[int] = set()
    reached = 0.0
    for one in sorted(asked, key=lambda one: one.best_fit * one.rarity):
        reached += one.best_fit * one.rarity
        # All words up to here together are not enough: a phrase needs one of the rarer ones as well.
        if reached < needed - ROUNDING:
            continue
        for phrases, _ in one.words:
            found.update(phrases)
    return found


class Hits(Sequence[Hit]):
    """What was found, best first; each hit is made when it is looked at."""

    def __init__(
        self, index: "SearchIndex", first: Sequence[Hit], found: Mapping[int, tuple[float, int]]
    ) -> None:
        """Sort what was found by score, then place; of equals, the hits given as `first` come first."""
        self._index, self._first, self._found = index, first, found
        known: dict[float, int] = {}
        keys = [units(hit.score, known) + number for number, hit in enumerate(first)]
        keys += [units(score, known) + place + len(first) for place, (score, _) in found.items()]
        self._keys = sorted(keys)

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self._keys)

    @overload
    def __getitem__(self, which: int) -> Hit: ...

    @overload
    def __getitem__(self, which: slice) -> list[Hit]: ...

    def __getitem__(self, which: int | slice) -> Hit | list[Hit]:
        """Give one hit, or those of a page."""
        if isinstance(which, slice):
            return [self._hit(key) for key in self._keys[which]]
        return self._hit(self._keys[which])

    def _hit(self, key: int) -> Hit:
        number = key & PLACES
        if number < len(self._first):
            return self._first[number]
        place = number - len(self._first)
        entry = self._index.entries[place]
        return Hit(
            kind=entry.kind,
            id=entry.id,
            name=entry.name,
            matched=self._index.kinds[entry.kind].phrases[self._found[place][1]],
            score=-(key >> PLACE_BITS) / UNITS,
        )


def units(score: float, known: dict[float, int]) -> int:
    """Give the part of a hit's number that its score makes up; scores met before are in `known`."""
    found = known.get(score)
    if found is None:
        found = known[score] = -round(round(score, DIGITS) * UNITS) << PLACE_BITS
    return found


class SearchIndex:
    """Everything that can be found, by kind."""

    def __init__(self, entries: Iterable[Entry], understand: Understand | None = None) -> None:
        self.understand = understand
        # In the order of equally good hits.
        self.entries = sorted(entries, key=order_of)
        grouped: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            grouped[entry.kind].append((place, entry))
        self.kinds = {kind: KindIndex(group) for kind, group in sorted(grouped.items())}
        self.understood = {entry.id: place for place, entry in grouped.get(UNDERSTOOD_KIND, ())}

    def search(self, query: str, kinds: Iterable[str] | None = None) -> Hits:
        """Give every record that matches, best first; equals by kind, then by place and name."""
        stems = [token.stem for token in tokenize(query)]
        kinds = list(self.kinds if kinds is None else kinds)
        found: dict[int, tuple[float, int]] = {}
        for kind in kinds:
            if kind in self.kinds:
                found |= self.kinds[kind].scores(stems)
        if self.understand is None or UNDERSTOOD_KIND not in kinds:
            return Hits(self, (), found)
        return Hits(self, self._understood(query, self.understand(query), found), found)

    def _understood(
        self, query: str, meant: Sequence[tuple[str, float]], found: dict[int, tuple[float, int]]
    ) -> list[Hit]:
        """Take out what the language of symptoms takes the words for; it stands before other symptoms."""
        others = [found[place][0] for place in self.understood.values() if place in found]
        best = max(others, default=0.0)
        hits = {}
        for symptom, confidence in meant:
            if symptom in self.understood:
                place = self.understood[symptom]
                found.pop(place, None)
                hits[symptom] = Hit(
                    kind=UNDERSTOOD_KIND,
                    id=symptom,
                    name=self.entries[place].name,
                    matched=query,
                    score=round(max(confidence, best), DIGITS),
                )
        return list(hits.values())

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
