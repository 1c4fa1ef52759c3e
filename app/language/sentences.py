"""Sentences, clauses and lists: which units of meaning stand together."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from app.language.idioms import IDIOMS, WORDED
from app.language.normalize import SENTENCE_ENDS, Token
from app.language.units import Unit, to_units
from app.language.words import DETERMINERS, stems

# A sentence longer than this (a text without full stops) is cut, which keeps the work linear.
MAX_SENTENCE_UNITS = 60


class Break(IntEnum):
    """How firmly two neighbouring units are parted."""

    NONE = 0
    COORDINATE = 1  # and, or, a slash
    COMMA = 2  # a comma, bracket, dash, colon or new line
    FRESH = 3  # a new subject: "..., and I ..."
    CONTRAST = 4  # but, except


_COORDINATORS = stems("and or nor plus n")
_CONTRASTS = stems("but however although though except whereas nevertheless otherwise")
# What follows is a clause of its own: "I can't drive because my neck is stiff".
_REASONS = stems("because cos coz cuz")
_SUBJECTS = stems("i he she it they we there")
_EMPTY_SUBJECTS = stems("it there")
_POSSESSIVES = stems("my his her their our")
# After these a subject goes on with what was said: "pain when I walk", "so tired that I".
_LINKS = stems(
    """when if after before because that while since as like where until than time once whenever
    which what how think know feel fear say so why who everytime day everyday lest unless"""
)
_OPENERS = stems("when if after whenever once while everytime time upon as")
# A verb after "and" begins something new: "no cramps and feeling tired".
_VERBS = stems("feel have get be keep start now become seem just only mainly mostly still")


def _by_first(phrases: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    filed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        filed.setdefault(phrase[0], []).append(phrase)
    return filed


_IDIOMS_BY_FIRST = _by_first(IDIOMS)
_WORDED_BY_FIRST = _by_first(WORDED)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of tokens `[first, end)` with its units.

    `breaks[k]` parts unit k from the one before (NONE for the first); `fresh[k]` tells that unit k
    opens with a subject, a possessive or a verb of its own, which ends a negation before it.
    `alternatives` are the units that "or" or "nor" stands before.
    """

    first: int
    end: int
    units: tuple[Unit, ...]
    breaks: tuple[Break, ...]
    fresh: tuple[bool, ...]
    alternatives: frozenset[int]

    def spans(self, weakest: Break) -> list[tuple[int, int]]:
        """Give runs `[start, end)` of units that no break of at least that strength parts."""
        starts = [k for k in range(len(self.units)) if k == 0 or self.breaks[k] >= weakest]
        return list(pairwise([*starts, len(self.units)]))


def split_sentences(tokens: Sequence[Token]) -> list[Sentence]:
    """Cut a text into sentences and say how their units hang together."""
    units = to_units(tokens, skip=_idiom_positions(tokens))
    sentences: list[Sentence] = []
    start = 0
    for first, end in _sentence_ranges(tokens):
        stop = start
        while stop < len(units) and units[stop].first < end:
            stop += 1
        for cut in range(start, max(stop, start + 1), MAX_SENTENCE_UNITS):
            part = units[cut : min(stop, cut + MAX_SENTENCE_UNITS)]
            begins = first if cut == start else part[0].first
            ends = end if cut + MAX_SENTENCE_UNITS >= stop else part[-1].last + 1
            sentences.append(_sentence(tokens, part, begins, ends))
        start = stop
    return sentences


def _idiom_positions(tokens: Sequence[Token]) -> frozenset[int]:
    kept = [at for at, token in enumerate(tokens) if token.stem not in DETERMINERS]
    positions: set[int] = set()
    for places, idioms in ((kept, _IDIOMS_BY_FIRST), (range(len(tokens)), _WORDED_BY_FIRST)):
        for place, index in enumerate(places):
            for idiom in idioms.get(tokens[index].stem, ()):
                window = places[place : place + len(idiom)]
                if tuple(tokens[at].stem for at in window) == idiom and not any(
                    "," in tokens[at].gap or not SENTENCE_ENDS.isdisjoint(tokens[at].gap) for at in window[1:]
                ):
                    positions.update(window)
    return frozenset(positions)


def _sentence_ranges(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    starts = [0] if tokens else []
    starts += [
        at for at in range(1, len(tokens)) if _ends_sentence(tokens[at].gap, after=tokens[at - 1].surface)
    ]
    return list(pairwise([*starts, len(tokens)]))


def _ends_sentence(gap: str, after: str) -> bool:
    """A full stop ends a sentence, and so does an empty line; one new line may be a mere wrap."""
    if gap.startswith(".") and len(after) == 1 and after.isalpha():
        return False  # "h. pylori"
    if gap.count("\n") == 1 and not SENTENCE_ENDS & set(gap.replace("\n", "").replace("\r", "")):
        return False
    return not SENTENCE_ENDS.isdisjoint(gap)


def _sentence(tokens: Sequence[Token], units: Sequence[Unit], first: int, end: int) -> Sentence:
    breaks: list[Break] = []
    fresh: list[bool] = []
    alternatives: set[int] = set()
    opened = False
    for place, unit in enumerate(units):
        after = units[place - 1].last + 1 if place else first
        between = tokens[after : unit.first]
        if not place:
            breaks.append(Break.NONE)
            fresh.append(False)
            opened = any(token.stem in _OPENERS for token in between)
            continue
        gaps = "".join(token.gap for token in tokens[after : unit.first + 1])
        words = [token.stem for token in between]
        strength, is_fresh = _break_between(words, gaps, tokens[after - 1].stem)
        if opened and strength is Break.FRESH:
            strength, opened = Break.NONE, False  # "when I stand up I get dizzy"
        breaks.append(strength)
        fresh.append(is_fresh)
        if {"or", "nor"} & set(words):
            alternatives.add(place)
        if strength >= Break.FRESH:
            opened = any(token.stem in _OPENERS for token in between)
    late = tokens[units[-1].last + 1 : end] if units else ()
    if any(token.stem in _CONTRASTS for token in late):
        # "No chest pain, breathless though": the last item is set against what was said before.
        last = max((place for place, strength in enumerate(breaks) if strength), default=0)
        fresh[last] = last > 0
    return Sentence(first, end, tuple(units), tuple(breaks), tuple(fresh), frozenset(alternatives))


def _break_between(between: Sequence[str], gaps: str, before: str) -> tuple[Break, bool]:
    """Judge the words and punctuation between two units; `before` is the word ahead of them."""
    present = set(between)
    strength = Break.NONE
    if any(mark in gaps for mark in ',()[]:\n"') or " - " in gaps or "--" in gaps:
        strength = Break.COMMA
    elif present & _COORDINATORS or "/" in gaps or "&" in gaps or "+" in gaps:
        strength = Break.COORDINATE
    is_fresh = strength is not Break.NONE and bool(present & (_POSSESSIVES | _VERBS))
    if before not in _LINKS and _has_subject(between):
        strength, is_fresh = Break.FRESH, True
    if present & _REASONS:
        strength, is_fresh = max(strength, Break.FRESH), True
    if present & _CONTRASTS:
        strength, is_fresh = Break.CONTRAST, True
    return strength, is_fresh


def _has_subject(between: Sequence[str]) -> bool:
    """A pronoun begins a new clause unless a word before it ties the clause to the last."""
    for place, word in enumerate(between):
        if word in _LINKS:
            return False
        if word in _SUBJECTS:
            # "it" and "there" after a verb are objects or fillers: "makes it", "is there".
            return place == 0 or word not in _EMPTY_SUBJECTS or between[place - 1] not in _VERBS
    return False
