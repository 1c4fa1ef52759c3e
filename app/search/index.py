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
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeVar

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


class KindIndex:
    """The phrases of one kind of record, by word."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.owner: list[int] = []
        self.phrases: list[str] = []
        self.length: list[float] = []
        self.words: dict[str, dict[int, float]] = defaultdict(dict)
        self.by_id = {entry.id: entry for entry in entries}
        for number, entry in enumerate(entries):
            for phrase in dict.fromkeys((entry.name, *entry.phrases)):
                parts = FOOD_HEAD if entry.by_parts and phrase == entry.name else HEAD
                self._add(number, phrase, parts)
        count = max(1, len(self.phrases))
        self.rarity = {word: log(1 + count / len(found)) for word, found in self.words.items()}
        self.vocabulary = sorted(self.words)
        self.longest_rarity = log(1 + count)
        for word, found in self.words.items():
            for phrase_number, weight in found.items():
                if weight == 1:
                    self.length[phrase_number] += self.rarity[word]

    def _add(self, owner: int, phrase: str, parts: re.Pattern[str]) -> None:
        number = len(self.phrases)
        self.phrases.append(phrase)
        self.owner.append(owner)
        self.length.append(0.0)
        match = parts.match(phrase)
        first, last = match.span("head") if match else (0, len(phrase))
        for token in tokenize(phrase):
            weight = 1.0 if first <= token.start < last else LATER_PART
            known = self.words[token.stem].get(number, 0.0)
            self.words[token.stem][number] = max(known, weight)

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

    def scores(self, query: str) -> dict[int, tuple[float, int]]:
        """Give the score and the best phrase of each entry that matches, by entry number."""
        stems = [token.stem for token in tokenize(query)]
        joined = [left + right for left, right in pairwise(stems)]
        covered: dict[int, float] = defaultdict(float)
        used: dict[int, float] = defaultdict(float)
        asked = 0.0
        for position, typed in enumerate(stems):
            words = self.near(typed, last=position == len(stems) - 1)
            # "soy milk" is "soymilk" too.
            for compound in joined[max(0, position - 1) : position + 1]:
                if compound in self.words:
                    words.setdefault(compound, 1.0)
            rarity = max((self.rarity[word] for word in words), default=self.longest_rarity)
            asked += rarity
            best: dict[int, tuple[float, float]] = {}
            for word, fit in words.items():
                for phrase, weight in self.words[word].items():
                    gained = fit * weight
                    if gained > best.get(phrase, (0.0, 0.0))[0]:
                        best[phrase] = (gained, self.rarity[word] if weight == 1 else 0.0)
            for phrase, (gained, share) in best.items():
                covered[phrase] += gained * rarity
                used[phrase] += share
        found: dict[int, tuple[float, int]] = {}
        for phrase, gained in covered.items():
            cover = gained / asked
            if cover < LEAST_COVER:
                continue
            owner = self.owner[phrase]
            score = cover if self.entries[owner].plain else cover * NOT_PLAIN
            if used[phrase]:
                score *= 1 - BREVITY_SHARE * (1 - min(1.0, used[phrase] / self.length[phrase]))
            if score > found.get(owner, (0.0, 0))[0]:
                found[owner] = (score, phrase)
        return found


class SearchIndex:
    """Everything that can be found, by kind."""

    def __init__(self, entries: Iterable[Entry], understand: Understand | None = None) -> None:
        self.understand = understand
        grouped: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            grouped[entry.kind].append(entry)
        self.kinds = {
            kind: KindIndex(sorted(group, key=lambda entry: entry.id))
            for kind, group in sorted(grouped.items())
        }

    def search(self, query: str, kinds: Iterable[str] | None = None) -> list[Hit]:
        """Give every record that matches, best first; equals by kind, then by place and name."""
        hits: list[tuple[tuple[float, int, int, int, str], Hit]] = []
        kinds = list(self.kinds if kinds is None else kinds)
        for kind in kinds:
            index = self.kinds.get(kind)
            if index is None:
                continue
            place = KINDS_FIRST.index(kind) if kind in KINDS_FIRST else len(KINDS_FIRST)
            for number, (exact, phrase) in index.scores(query).items():
                entry, score = index.entries[number], round(exact, DIGITS)
                hit = Hit(
                    kind=kind,
                    id=entry.id,
                    name=entry.name,
                    matched=index.phrases[phrase],
                    score=score,
                )
                hits.append(((-score, place, entry.order, len(entry.name), entry.id), hit))
        ranked = [hit for _, hit in sorted(hits, key=itemgetter(0))]
        if self.understand is None or UNDERSTOOD_KIND not in kinds:
            return ranked
        return self._understood_first(query, self.understand(query), ranked)

    def _understood_first(
        self, query: str, meant: Sequence[tuple[str, float]], ranked: list[Hit]
    ) -> list[Hit]:
        """Put what the language of symptoms takes the words for before other symptoms."""
        known = self.kinds[UNDERSTOOD_KIND].by_id if UNDERSTOOD_KIND in self.kinds else {}
        best = max((hit.score for hit in ranked if hit.kind == UNDERSTOOD_KIND), default=0.0)
        understood = {
            symptom: Hit(
                kind=UNDERSTOOD_KIND,
                id=symptom,
                name=known[symptom].name,
                matched=query,
                score=round(max(confidence, best), DIGITS),
            )
            for symptom, confidence in meant
            if symptom in known
        }
        rest = [hit for hit in ranked if hit.kind != UNDERSTOOD_KIND or hit.id not in understood]
        # The sort keeps the order of equals: what was understood stands before them.
        return sorted([*understood.values(), *rest], key=lambda hit: -hit.score)

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
