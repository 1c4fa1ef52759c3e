"""The words we know, compiled once per content release.

`Lexicon(entries)` turns every phrase into units of meaning (`app.language.units`) and keeps, for
each kind of record, one `Index`: exact sequences of units, sets of concepts for phrases in another
order or with synonyms, the spelling of every word for typing errors, and character n-grams for
suggestions. Nothing depends on the order of sets or dictionaries of text: ties are broken by
source, then id.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from itertools import accumulate, pairwise
from math import log, sqrt
from sys import intern

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.language import costs
from app.language.compositions import COMPOSED
from app.language.normalize import Token, stem, tokenize
from app.language.results import Kind, Suggestion
from app.language.tellings import TELLINGS
from app.language.thesaurus import THESAURUS
from app.language.units import Compounds, Unit, learn_compounds, to_units
from app.language.words import CHATTER, EVERYDAY, FILLERS, GENERAL, LEFT_OUT, stems

# Concepts that only say how much, when or where: no complaint by themselves.
SOFT = frozenset(
    (
        *("MUCH", "LITTLE", "DIFFICULT", "PROBLEM", "NIGHT", "ONESIDED", "WIDESPREAD", "EXERTION"),
        *("EASY", "FAST", "SLOW", "HEAVY", "MISS", "STOP"),
        *("HIGH", "INFANT", "THINKING", "RISE", "CLIMB", "NEARLY", "ABNORMAL"),
        *("MORNING", "DISEASE", "FAILURE", "PILL", "WITHOUT_ANY", "all", "no", "not", "never", "without"),
        *stems("evening afternoon meal eat food work school winter summer shower bed sit walk"),
        *stems("up off over out still left right"),
        *stems("car computer screen drive reading talk weather old day week month year"),
    )
)

_BROAD_PARTS = frozenset(("MUSCLE", "BODY", "SKIN"))
_PLACES = frozenset(("ONESIDED", "WIDESPREAD"))

_GRAM_SIZES = (3, 4)
_MIN_TYPO_LENGTH = 4
# From this length on two wrong letters are forgiven; one more where only vowels, doubled letters or
# the order of letters differ ("diarreah").
_TWO_TYPOS_LENGTH = 8
_MIN_SOUND_LENGTH = 6
# Medicines have look-alikes (prednisone, prednisolone): one wrong letter, two in very long names.
_MEDICINE_TWO_TYPOS_LENGTH = 11
_MAX_TYPO_CANDIDATES = 3


class PhraseSource(StrEnum):
    """Where a phrase comes from."""

    NAME = "name"
    CLINICAL = "clinical"
    LAY = "lay"
    MISSPELLING = "misspelling"
    COMPOSED = "composed"
    TOLD = "told"
    VERBATIM = "verbatim"


_RANK = {source: rank for rank, source in enumerate(PhraseSource)}
_CURATED = _RANK[PhraseSource.MISSPELLING]
"""Sources up to this rank are of the seed; those beyond it give way to them."""


@dataclass(frozen=True, slots=True)
class LexiconPhrase:
    """One way to say a record."""

    text: str
    source: PhraseSource = PhraseSource.LAY


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A record with all its phrases; `name` counts as a phrase without being listed.

    `urgent` marks a finding that calls for care soon, or at once: of a relative it is believed more readily.
    """

    kind: Kind
    id: str
    name: str
    phrases: tuple[LexiconPhrase, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """What a phrase stands for. `words` are the stems of all its words, fillers included.

    Compared by identity: a hash of its value would go through all phrases of its record.
    """

    entry: LexiconEntry
    source: PhraseSource
    own: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def order(self) -> tuple[int, str]:
        return (_RANK[self.source], self.entry.id)


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A set of concepts that stands for one or more records."""

    concepts: tuple[str, ...]
    worth: float
    senses: tuple[Sense, ...]


@dataclass(slots=True)
class Index:
    """All phrases of one kind of record."""

    kind: Kind
    exact: dict[tuple[str, ...], tuple[Sense, ...]] = field(default_factory=dict)
    longest: int = 0
    by_anchor: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)
    containing: dict[str, frozenset[Pattern]] = field(default_factory=dict)
    """For each concept the patterns that hold it."""
    named: dict[str, Sense] = field(default_factory=dict)
    """For each record the sense of its name."""
    alone: frozenset[str] = frozenset()
    """Concepts that are a phrase by themselves."""
    known: frozenset[str] = frozenset()
    spellings: list[str] = field(default_factory=list)
    stem_of: dict[str, str] = field(default_factory=dict)
    grams: "Grams" = field(default_factory=lambda: Grams([]))

    def corrections(self, token: Token) -> list[tuple[str, float]]:
        """Give stems that a word nobody knows may be a misspelling of, each with its cost."""
        word = token.surface
        if len(word) < _MIN_TYPO_LENGTH or token.stem in self.known or token.stem in _NOT_TYPOS:
            return []
        allowed = self._typos_allowed(len(word))
        extracted = process.extract(
            word, self.spellings, scorer=OSA.distance, score_cutoff=allowed + 1, limit=24
        )
        near = [
            (found, distance)
            for found, distance, _ in extracted
            if _begins_alike(word, found)
            and (distance <= allowed or (self.kind is Kind.SYMPTOM and _sounds_alike(word, found)))
        ]
        if not near:
            return []
        least = min(distance for _, distance in near)
        found_stems = sorted({self.stem_of[found] for found, distance in near if distance == least})
        concepts = {THESAURUS.strong.get(stem, stem) for stem in found_stems}
        cost = costs.TYPO + costs.TYPO_SHARE * least / len(word)
        cost += costs.TYPO_UNCLEAR if len(concepts) > 1 else 0
        return [(stem, cost) for stem in found_stems[:_MAX_TYPO_CANDIDATES]]

    def with_set_phrases(self, tokens: Sequence[Token]) -> list[Token]:
        """Mend misspelled words that make a set phrase with a neighbour: "whiped out", "zero enrgy"."""
        mended = list(tokens)
        for at, token in enumerate(tokens):
            if token.stem in self.known or token.stem in _NOT_TYPOS or len(token.surface) < _MIN_TYPO_LENGTH:
                continue
            beside = {other.stem for other in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])}
            if beside.isdisjoint(_IN_PHRASES):
                continue
            near = {
                THESAURUS.spellings[word]
                for word in frozenset().union(*(_IN_PHRASES.get(other, frozenset()) for other in beside))
                if _begins_alike(token.surface, word)
                and OSA.distance(token.surface, word) <= self._typos_allowed(len(token.surface))
            }
            if len(near) == 1:
                mended[at] = token._replace(stem=near.pop())
        return mended

    def _typos_allowed(self, length: int) -> int:
        if self.kind is Kind.MEDICATION:
            return 1 if length < _MEDICINE_TWO_TYPOS_LENGTH else 2
        return 1 if length < _TWO_TYPOS_LENGTH else 2


def _partners() -> dict[str, frozenset[str]]:
    """Give for each word of a set phrase, by its stem, the words that stand right beside it in one."""
    written: dict[str, set[str]] = {}
    for word, root in THESAURUS.spellings.items():
        if len(word) >= _MIN_TYPO_LENGTH:
            written.setdefault(root, set()).add(word)
    found: dict[str, set[str]] = {}
    for phrases in THESAURUS.phrases.values():
        for parts in phrases:
            for first, second in pairwise(parts):
                found.setdefault(first, set()).update(written.get(second, ()))
                found.setdefault(second, set()).update(written.get(first, ()))
    return {word: frozenset(partners) for word, partners in found.items() if partners}


_IN_PHRASES = _partners()
_NOT_TYPOS = EVERYDAY | FILLERS | LEFT_OUT


def _begins_alike(word: str, known: str) -> bool:
    """Typing errors rarely hit the first letter; allow it swapped with the second."""
    return word[0] == known[0] or word[:2] == known[1::-1]


def _sounds_alike(word: str, known: str) -> bool:
    """Tell whether two words have the same letters, or the same consonants in the same order."""
    if len(word) < _MIN_SOUND_LENGTH:
        return False
    return sorted(word) == sorted(known) or _consonants(word) == _consonants(known)


def _consonants(word: str) -> str:
    kept = [letter for letter in word.replace("ph", "f").replace("ck", "k") if letter not in "aeiouyh"]
    return "".join(letter for at, letter in enumerate(kept) if at == 0 or kept[at - 1] != letter)


class Grams:
    """Character n-grams of phrases, weighted by rarity (TF-IDF), compared by cosine.

    There are hundreds of thousands of pairs of a phrase and one of its n-grams. They lie one after
    the other in two flat arrays, those of an n-gram together: an object for each n-gram would take
    several times the room.
    """

    __slots__ = ("_count", "_numbers", "_owners", "_slots", "_starts", "_weights")

    def __init__(self, phrases: Sequence[tuple[str, LexiconEntry]]) -> None:
        self._owners = [entry for _, entry in phrases]
        self._count = len(phrases)
        # Which n-grams each phrase has, and how often, phrase by phrase.
        self._slots: dict[str, int] = {}
        held, times, ends = array("I"), array("H"), array("I")
        for text, _ in phrases:
            for gram, n in _gram_counts(text).items():
                held.append(self._slots.setdefault(gram, len(self._slots)))
                times.append(n)
            ends.append(len(held))
        spread = array("I", bytes(4 * len(self._slots)))
        for slot in held:
            spread[slot] += 1
        # The place of n-gram `slot` is from `_starts[slot]` to `_starts[slot + 1]`.
        self._starts = array("I", [0, *accumulate(spread)])
        rarity = [self._rarity(slot) for slot in range(len(self._slots))]
        free = array("I", self._starts)
        numbers = self._numbers = array("I", bytes(4 * len(held)))
        weights = self._weights = array("f", bytes(4 * len(held)))
        start = 0
        for number, end in enumerate(ends):
            slots = held[start:end]
            raw = [n * rarity[slot] for slot, n in zip(slots, times[start:end], strict=True)]
            norm = sqrt(sum(weight * weight for weight in raw))
            for slot, weight in zip(slots, raw, strict=True):
                place = free[slot]
                free[slot] = place + 1
                numbers[place] = number
                weights[place] = weight / norm
            start = end

    def _rarity(self, slot: int) -> float:
        """Give the weight of an n-gram: the more, the fewer phrases have it."""
        return log((1 + self._count) / (1 + self._starts[slot + 1] - self._starts[slot])) + 1

    def nearest(self, text: str, limit: int) -> list[tuple[float, LexiconEntry]]:
        """Give the records whose phrases look most like a text, best first."""
        known = [
            (slot, n * self._rarity(slot))
            for gram, n in _gram_counts(text).items()
            if (slot := self._slots.get(gram)) is not None
        ]
        norm = sqrt(sum(weight * weight for _, weight in known))
        scores: dict[int, float] = {}
        for slot, weight in known:
            for place in range(self._starts[slot], self._starts[slot + 1]):
                number = self._numbers[place]
                scores[number] = scores.get(number, 0.0) + weight / norm * self._weights[place]
        best: dict[str, tuple[float, LexiconEntry]] = {}
        for number, score in scores.items():
            if score < costs.SUGGEST_FLOOR:
                continue
            entry = self._owners[number]
            rounded = round(score, 6)
            if rounded > best.get(entry.id, (0.0, entry))[0]:
                best[entry.id] = (rounded, entry)
        return sorted(best.values(), key=lambda found: (-found[0], found[1].id))[:limit]


def _gram_counts(text: str) -> Counter[str]:
    padded = f" {text} "
    return Counter(
        padded[start : start + size] for size in _GRAM_SIZES for start in range(len(padded) - size + 1)
    )


class Lexicon:
    """Compiled phrases of all kinds. Immutable after `Lexicon(entries)`; share it freely."""

    def __init__(self, entries: Iterable[LexiconEntry]) -> None:
        phrases = _all_phrases(entries)
        self.compounds = learn_compounds([tokens for _, _, tokens in phrases])
        self.indexes: dict[Kind, Index] = {
            kind: _compile(kind, [row for row in phrases if row[0].kind is kind], self.compounds)
            for kind in Kind
        }

    def suggest(self, text: str, kinds: Iterable[Kind]) -> tuple[Suggestion, ...]:
        """Give up to three records whose phrases look like a text, best first."""
        words = _plain(to_units(self.compounds.canonical(tokenize(text))))
        found = [
            (score, entry)
            for kind in kinds
            for score, entry in self.indexes[kind].grams.nearest(words, costs.MAX_SUGGESTIONS)
        ]
        found.sort(key=lambda row: (-row[0], row[1].kind, row[1].id))
        return tuple(
            Suggestion(kind=entry.kind, id=entry.id, name=entry.name, score=round(score, 3))
            for score, entry in found[: costs.MAX_SUGGESTIONS]
        )


Row = tuple[LexiconEntry, PhraseSource, list[Token]]


def _all_phrases(entries: Iterable[LexiconEntry]) -> list[Row]:
    rows: list[Row] = []
    stem_of = cache(stem)
    for entry in sorted(entries, key=lambda entry: (entry.kind, entry.id)):
        named = [LexiconPhrase(text, PhraseSource.NAME) for text in _names_in(entry.name)]
        if entry.kind is Kind.SYMPTOM:
            made = [
                *(LexiconPhrase(text, PhraseSource.TOLD) for text in TELLINGS.get(entry.id, ())),
                *(LexiconPhrase(text, PhraseSource.COMPOSED) for text in COMPOSED.get(entry.id, ())),
            ]
        else:
            made = []
        phrases = (*named, *entry.phrases, *made)
        # What a phrase stands for needs the record, but not all its phrases with it.
        bare = replace(entry, phrases=())
        rows.extend((bare, phrase.source, tokenize(phrase.text, stem_of)) for phrase in phrases)
    return rows


def _names_in(name: str) -> list[str]:
    """Give a name, and its parts: "Rickets (soft bones in children)" is "Rickets" too."""
    outside, bracket, inside = name.partition("(")
    names = [name, outside.strip(), inside.rstrip(") ")] if bracket else [name]
    first, alternative, _ = outside.partition(" or ")
    if alternative and len(first.split()) > 1:
        names.append(first)
    return [text for text in names if text]


def _plain(units: Sequence[Unit]) -> str:
    return " ".join(unit.own for unit in units)


def _compile(kind: Kind, rows: Sequence[Row], compounds: Compounds) -> Index:
    """Build the index of one kind."""
    exact: dict[tuple[str, ...], list[Sense]] = {}
    sets: dict[tuple[str, ...], list[Sense]] = {}
    texts: list[tuple[str, LexiconEntry]] = []
    spellings: dict[str, str] = {}
    composed: set[str] = set()
    named: dict[str, Sense] = {}
    for entry, source, raw in sorted(rows, key=lambda row: max(_RANK[row[1]], _CURATED)):
        tokens = compounds.canonical(raw)
        units = to_units(tokens)
        own = tuple(unit.own for unit in units)
        concepts = tuple(sorted({intern(unit.concept) for unit in units}))
        if _RANK[source] > _CURATED:
            composed.update(token.stem for token in tokens)
        elif source is not PhraseSource.MISSPELLING:
            spellings.update((token.surface, token.stem) for token in tokens)
        if _RANK[source] <= _CURATED:
            texts.append((_plain(units), entry))
        if not own or (kind is Kind.SYMPTOM and _is_bare_body(concepts)):
            continue
        if _RANK[source] > _CURATED and concepts in sets:
            continue  # a curated phrase says it already, maybe of another symptom
        said = _told_as(source, tokens, concepts)
        own = tuple(map(intern, own))
        # There are thousands that were told: they share what they can.
        lean = said is PhraseSource.TOLD and len(own) > 1
        words = own if lean else tuple(intern(token.stem) for token in tokens)
        sense = Sense(entry, said, own, words)
        named.setdefault(entry.id, sense)
        if kind is not Kind.SYMPTOM or _says_something(concepts):
            if not lean:
                exact.setdefault(own, []).append(sense)
            if said is not PhraseSource.VERBATIM and (
                len(own) == 1 or concepts[0] not in GENERAL or len(concepts) > 1
            ):
                # "Aches and pains" holds word for word: as a set it is any pain.
                sets.setdefault(concepts, []).append(sense)
        elif len(set(sense.words) - LEFT_OUT) > 1:
            # "Worked up" says nothing as a set of words, but it does word for word.
            exact.setdefault(own, []).append(sense)
    if kind is Kind.SYMPTOM:
        spellings = {**THESAURUS.spellings, **spellings}
    targets = {
        word: stem
        for word, stem in spellings.items()
        if len(word) >= _MIN_TYPO_LENGTH and word.isalpha() and _may_be_meant(stem)
    }
    by_anchor = _anchored(sets)
    return Index(
        kind=kind,
        exact={own: _by_order(senses) for own, senses in exact.items()},
        longest=max((len(own) for own in exact), default=0),
        named=named,
        by_anchor=by_anchor,
        containing=_holders(by_anchor),
        alone=frozenset(concepts[0] for concepts in sets if len(concepts) == 1),
        known=frozenset(composed) | frozenset(spellings.values()) | frozenset(THESAURUS.spellings.values()),
        spellings=sorted(targets),
        stem_of=targets,
        grams=Grams(
            sorted(
                {(text, entry.id): (text, entry) for text, entry in texts}.values(),
                key=lambda row: (row[1].id, row[0]),
            )
        ),
    )


def _may_be_meant(stem: str) -> bool:
    """Tell whether a typing error may be corrected to a word: not to an everyday one."""
    if stem in FILLERS or stem in LEFT_OUT:
        return False
    concept = THESAURUS.strong.get(stem)
    return stem not in EVERYDAY or (concept is not None and concept not in SOFT)


def _by_order(senses: Iterable[Sense]) -> tuple[Sense, ...]:
    return tuple(sorted(senses, key=lambda sense: sense.order))


def _is_bare_body(concepts: Sequence[str]) -> bool:
    """Refuse lone body parts."""
    return all(concept in THESAURUS.body for concept in concepts)


def _says_something(concepts: Sequence[str]) -> bool:
    """Refuse single words that only say how much or when."""
    return len(concepts) > 1 or concepts[0] not in SOFT


def _told_as(source: PhraseSource, tokens: Sequence[Token], concepts: Sequence[str]) -> PhraseSource:
    """Ask for all its words of a telling that says little."""
    if source is PhraseSource.TOLD and len(tokens) > 1 and _says_little(concepts):
        return PhraseSource.VERBATIM
    return source


def _says_little(concepts: Sequence[str]) -> bool:
    """Tell phrases of everyday words alone ("turn the key"): as a set of words they may be anything."""
    return len(concepts) == 1 or not any(
        concept in THESAURUS.body or (is_head(concept) and concept not in EVERYDAY) for concept in concepts
    )


def _anchored(sets: dict[tuple[str, ...], list[Sense]]) -> dict[str, tuple[Pattern, ...]]:
    """File each set of concepts under its rarest one."""
    spread = Counter(concept for concepts in sets for concept in concepts)
    filed: dict[str, list[Pattern]] = {}
    for concepts, senses in sorted(sets.items()):
        anchor = min(concepts, key=lambda concept: (spread[concept], concept))
        pattern = Pattern(concepts, sum(map(worth_of, concepts)), _by_order(senses))
        filed.setdefault(anchor, []).append(pattern)
    return {anchor: tuple(patterns) for anchor, patterns in filed.items()}


def _holders(by_anchor: dict[str, tuple[Pattern, ...]]) -> dict[str, frozenset[Pattern]]:
    holders: dict[str, set[Pattern]] = {}
    for patterns in by_anchor.values():
        for pattern in patterns:
            if _RANK[pattern.senses[0].source] > _CURATED:
                continue  # such a phrase is as short as can be: a part of it tells nothing
            for concept in pattern.concepts:
                holders.setdefault(concept, set()).add(pattern)
    return {concept: frozenset(patterns) for concept, patterns in holders.items()}


def is_head(concept: str) -> bool:
    """Tell whether a concept says a complaint: no body part, number, or how much and when."""
    if concept in THESAURUS.body or concept in SOFT or concept[0].isdigit():
        return False
    return concept not in CHATTER


def worth_of(concept: str) -> float:
    """Tell how much a concept says: where and what most, how much or when least."""
    if concept in _BROAD_PARTS:
        return costs.WORTH_BROAD_PART
    if concept in THESAURUS.body or concept in _PLACES:
        return costs.WORTH_BODY
    return costs.WORTH_HEAD if is_head(concept) else costs.WORTH_SOFT


def is_vague(concepts: Iterable[str]) -> bool:
    """Tell whether concepts name neither complaint nor body part, only how, when and how much."""
    return not any(is_head(concept) or concept in THESAURUS.body for concept in concepts)
