"""Search over the names of everything: typos forgiven, best match first, built once a release.

Each record has phrases (name, aliases, lay names; a food its description). A query is cut into
stems as symptoms are (`app.language.normalize`). Each stem finds the words of the index that are
equal to it, start with it, or are near it by Jaro-Winkler similarity; a phrase scores by how much
of the query it covers, each word weighed by how rare it is (inverse document frequency, Spärck
Jones 1972), and by how little else it says. One index a kind, so that rarity means the same in
foods and in symptoms.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from app.language.normalize import tokenize

# A hit must cover this much of the query, weighed by rarity; below it the match would be a guess.
LEAST_COVER = 0.6
# A word that only begins with what was typed, or is near it, counts for less than an equal one.
PREFIX_FACTOR = 0.9
NEAR_FACTOR = 0.95
LEAST_SIMILARITY = 0.84
NEAR_WORDS = 8
# Short words are not corrected: too many others are near.
SHORTEST_CORRECTED = 4
EDITS_ALLOWED = 2
SHORTEST_TWO_EDITS = 7
# Words after the first comma of a food's description are what kind of it: they count for less.
LATER_PART = 0.6
# How much the words of a phrase that were not asked for take away.
BREVITY_SHARE = 0.3
SUGGESTIONS = 3


class HasId(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str | int | None:
        """Id of the row."""


R = TypeVar("R", bound=HasId)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record that can be found, with what it is called."""

    kind: str
    id: str
    name: str
    phrases: tuple[str, ...]
    by_parts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
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
                self._add(number, phrase, by_parts=entry.by_parts)
        count = max(1, len(self.phrases))
        self.rarity = {word: log(1 + count / len(found)) for word, found in self.words.items()}
        self.vocabulary = sorted(self.words)
        self.longest_rarity = log(1 + count)
        for word, found in self.words.items():
            for phrase_number, weight in found.items():
                self.length[phrase_number] += weight * self.rarity[word]

    def _add(self, owner: int, phrase: str, *, by_parts: bool) -> None:
        number = len(self.phrases)
        self.phrases.append(phrase)
        self.owner.append(owner)
        self.length.append(0.0)
        comma = phrase.find(",") if by_parts else -1
        for token in tokenize(phrase):
            weight = LATER_PART if 0 <= comma < token.start else 1.0
            known = self.words[token.stem].get(number, 0.0)
            self.words[token.stem][number] = max(known, weight)

    def near(self, stem: str, *, last: bool) -> dict[str, float]:
        """Give the index's words that a typed word may mean, each with how well it fits."""
        found: dict[str, float] = {stem: 1.0} if stem in self.words else {}
        if last and len(stem) > 1:
            found |= {word: PREFIX_FACTOR for word in self._starting_with(stem) if word not in found}
        if stem not in self.words and len(stem) >= SHORTEST_CORRECTED and not stem.isdigit():
            edits = EDITS_ALLOWED if len(stem) >= SHORTEST_TWO_EDITS else 1
            for word, score, _ in process.extract(
                stem,
                self.vocabulary,
                scorer=JaroWinkler.similarity,
                score_cutoff=LEAST_SIMILARITY,
                limit=NEAR_WORDS,
            ):
                if OSA.distance(stem, word, score_cutoff=edits) <= edits:
                    found.setdefault(word, NEAR_FACTOR * score)
        return found

    def _starting_with(self, stem: str) -> list[str]:
        first = bisect_left(self.vocabulary, stem)
        last = bisect_left(self.vocabulary, stem + "\U0010ffff")
        return self.vocabulary[first:last]

    def scores(self, query: str) -> dict[int, tuple[float, int]]:
        """Give the score and the best phrase of each entry that matches, by entry number."""
        stems = [token.stem for token in tokenize(query)]
        covered: dict[int, float] = defaultdict(float)
        used: dict[int, float] = defaultdict(float)
        asked = 0.0
        for position, stem in enumerate(stems):
            words = self.near(stem, last=position == len(stems) - 1)
            rarity = max((self.rarity[word] for word in words), default=self.longest_rarity)
            asked += rarity
            best: dict[int, tuple[float, float]] = {}
            for word, fit in words.items():
                for phrase, weight in self.words[word].items():
                    gained = fit * weight
                    if gained > best.get(phrase, (0.0, 0.0))[0]:
                        best[phrase] = (gained, weight * self.rarity[word])
            for phrase, (gained, share) in best.items():
                covered[phrase] += gained * rarity
                used[phrase] += share
        found: dict[int, tuple[float, int]] = {}
        for phrase, gained in covered.items():
            cover = gained / asked
            if cover < LEAST_COVER * LATER_PART:
                continue
            brevity = min(1.0, used[phrase] / self.length[phrase])
            score = cover * (1 - BREVITY_SHARE + BREVITY_SHARE * brevity)
            owner = self.owner[phrase]
            if score > found.get(owner, (0.0, 0))[0]:
                found[owner] = (score, phrase)
        return found


class SearchIndex:
    """Everything that can be found, by kind."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        grouped: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            grouped[entry.kind].append(entry)
        self.kinds = {
            kind: KindIndex(sorted(group, key=lambda entry: entry.id))
            for kind, group in sorted(grouped.items())
        }

    def search(self, query: str, kinds: Iterable[str] | None = None) -> list[Hit]:
        """Give every record that matches, best first; ties by kind and id."""
        hits = []
        for kind in self.kinds if kinds is None else kinds:
            index = self.kinds.get(kind)
            if index is None:
                continue
            for number, (score, phrase) in index.scores(query).items():
                entry = index.entries[number]
                hits.append(
                    Hit(
                        kind=kind,
                        id=entry.id,
                        name=entry.name,
                        matched=index.phrases[phrase],
                        score=round(score, 6),
                    )
                )
        return sorted(hits, key=lambda hit: (-hit.score, hit.kind, len(hit.name), hit.id))

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

    def did_you_mean(self, wrong_id: str, kind: str) -> str:
        """Give a sentence that names near ids, or nothing."""
        near = self.near(wrong_id, kind)
        return f" Did you mean {', '.join(near)}?" if near else ""
