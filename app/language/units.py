"""From words to units of meaning: set phrases become one, fillers go, compounds are spelt one way."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from app.language.normalize import SENTENCE_ENDS, Token
from app.language.thesaurus import THESAURUS
from app.language.words import FILLERS, LEFT_OUT

# Shorter compounds than this ("to day") are chance.
MIN_COMPOUND = 6
MIN_COMPOUND_PART = 3
# A set phrase does not go on over these.
_PARTING = SENTENCE_ENDS | frozenset(',:()[]"')
# "Cannot stand up" is no dislike, and "cannot take a breath" none either.
_GOES_ON = {
    "stand": frozenset(("up", "from", "for", "still", "straight", "on", "long")),
    "take": frozenset(("breath", "full", "deep", "off", "out", "thing")),
}
_POSSESSIVES = frozenset(("my", "his", "her", "our", "their"))
_LETTERED = frozenset(("vitamin", "vit", "hepatitis", "influenza"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or set phrase with a meaning of its own.

    `own` is its stems joined by a space, `concept` what the thesaurus takes it for (or `own`).
    `first` and `last` are the positions of its words in the list of tokens, both inclusive.
    """

    own: str
    concept: str
    first: int
    last: int

    @property
    def is_phrase(self) -> bool:
        return " " in self.own


@dataclass(frozen=True, slots=True)
class Compounds:
    """Words that are written together or apart ("light headed"), learnt from all phrases."""

    words: AbstractSet[str] = frozenset()
    apart: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def canonical(self, tokens: Sequence[Token]) -> list[Token]:
        """Spell each compound as the phrases do: together where they know the word."""
        result: list[Token] = []
        for token in tokens:
            previous = result[-1] if result else None
            if previous is not None and self._belong_together(previous, token):
                surface = previous.surface + token.surface
                stem = previous.surface + token.stem
                result[-1] = Token(surface, stem, previous.start, token.end, previous.gap)
            elif token.stem in self.apart and token.stem not in self.words:
                first, second = self.apart[token.stem]
                result.append(Token(first, first, token.start, token.end, token.gap))
                result.append(Token(second, second, token.start, token.end, " "))
            else:
                result.append(token)
        return result

    def _belong_together(self, first: Token, second: Token) -> bool:
        return (
            second.gap in {" ", "-"}
            and len(first.surface) >= MIN_COMPOUND_PART
            and len(second.stem) >= MIN_COMPOUND_PART
            and len(first.surface) + len(second.stem) >= MIN_COMPOUND
            and first.surface + second.stem in self.words
            and not {first.stem, second.stem} & (LEFT_OUT | FILLERS)
        )


def learn_compounds(phrases: Iterable[Sequence[Token]]) -> Compounds:
    """Collect from all phrases which words exist, and which pairs stand side by side."""
    words: set[str] = set()
    pairs: dict[str, tuple[str, str]] = {}
    for tokens in phrases:
        words.update(token.stem for token in tokens)
        for first, second in pairwise(tokens):
            long_enough = len(first.surface) >= MIN_COMPOUND_PART and len(second.stem) >= MIN_COMPOUND_PART
            if long_enough and not {first.stem, second.stem} & (LEFT_OUT | FILLERS):
                pairs.setdefault(first.surface + second.stem, (first.stem, second.stem))
    words.update(key for key in THESAURUS.strong if " " not in key)
    apart = {joined: pair for joined, pair in sorted(pairs.items()) if joined not in words}
    return Compounds(frozenset(words), apart)


def to_units(tokens: Sequence[Token], skip: AbstractSet[int] = frozenset()) -> list[Unit]:
    """Give the units of a text in order, without fillers and the token positions in `skip`."""
    kept = [
        index
        for index, token in enumerate(tokens)
        if index not in skip
        and (token.stem not in LEFT_OUT or _is_letter(tokens, index))
        and not (token.stem == "all" and _is_possessed(tokens, index + 1))
    ]
    units: list[Unit] = []
    position = 0
    while position < len(kept):
        length = _phrase_length(tokens, kept, position)
        first, last = kept[position], kept[position + length - 1]
        own = " ".join(tokens[index].stem for index in kept[position : position + length])
        if length > 1 or own not in FILLERS:
            units.append(Unit(own, THESAURUS.strong.get(own, own), first, last))
        position += length
    return units


def _is_possessed(tokens: Sequence[Token], index: int) -> bool:
    """Tell "all" that only colors ("lost all my strength") from that of "all the time"."""
    return (
        index < len(tokens)
        and tokens[index].surface in _POSSESSIVES
        and _PARTING.isdisjoint(tokens[index].gap)
    )


def _is_letter(tokens: Sequence[Token], index: int) -> bool:
    """Tell the letter of "vitamin A" from the article."""
    return index > 0 and tokens[index].surface == "a" and tokens[index - 1].stem in _LETTERED


def _follows_on(token: Token, words: AbstractSet[str]) -> bool:
    return token.stem in words and _PARTING.isdisjoint(token.gap)


def _phrase_length(tokens: Sequence[Token], kept: Sequence[int], position: int) -> int:
    """Tell how many kept words from `position` make up the longest set phrase (1: none)."""
    for parts in THESAURUS.phrases.get(tokens[kept[position]].stem, ()):
        end = position + len(parts)
        goes_on = _GOES_ON.get(parts[-1])
        if goes_on and end < len(kept) and _follows_on(tokens[kept[end]], goes_on):
            continue
        if end <= len(kept) and all(
            tokens[kept[position + offset]].stem == part
            and (offset == 0 or not _PARTING & set(tokens[kept[position + offset]].gap))
            for offset, part in enumerate(parts)
        ):
            return len(parts)
    return 1
