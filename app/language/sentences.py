"""Sentences, clauses and lists: which units of meaning stand together."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from app.language.normalize import SENTENCE_ENDS, Token
from app.language.units import Unit, to_units
from app.language.words import DETERMINERS, stem_phrases, stems

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

# Said of something else: these words are taken out before anything is looked up.
_IDIOMS = stem_phrases(
    *(
        "sick and tired of",
        "tired of",
        "sick of",
        "bored to tears",
        "shake hands with",
        "shake hands on",
        "shake head",
    ),
    *("hay fever", "cabin fever", "yellow fever", "fever pitch", "dengue fever", "hot dog"),
    *("cold beer", "cold drink", "cold weather", "cold coffee", "cold pizza", "cold war"),
    *("cold winter", "cold day", "cold season", "cold feet about", "no matter how much"),
    *("hot chocolate", "hot coffee", "hot tea", "hot water", "hot sauce", "cold water"),
    *("weak signal", "weak password", "weak coffee", "weak tea", "weak argument"),
    *("heart of gold", "broken heart", "heart to heart", "by heart", "burn calories"),
    *("burn fat", "burn bridges", "burn rubber", "burning question", "burning smell"),
    *("itching to", "cold shoulder", "pain in ass", "pain in butt", "pain in arse"),
    *("dry humor", "dry wine", "dry weather", "dry cleaning", "dry spell", "blurred photo"),
    *("blurry picture", "heavy rain", "heavy traffic", "heavy metal", "light rain"),
    *("sore loser", "sore point", "sore subject", "flat battery", "no pain no gain"),
    *("panic buying", "rash decision", "faint hope", "faint smell", "stiff drink"),
    *("stiff competition", "anxious to", "blind date", "skin care", "eye contact"),
    *("memory card", "memory stick", "hair dresser", "nail salon", "nail polish"),
    *("back pack", "head over heels", "cry wolf", "sleep mode"),
    *("all life", "nail on head", "hit nail", "heart on sleeve", "change of heart", "heart sank"),
    *("young at heart", "lose heart", "cross heart", "heart of city", "heart of town", "heart of palm"),
    *("sharp tongue", "slip of tongue", "mother tongue", "tongue in cheek", "tongue twister"),
    *("get it off chest", "get that off chest", "treasure chest", "chest of drawers", "chest freezer"),
    *("cost arm and leg", "costs arm and leg", "twist arm", "lend hand", "hand in hand", "give hand"),
    *("hands full", "out of hand", "by skin of", "skin deep"),
    *("gut feeling", "gut reaction", "watch twitch", "twitch stream", "twitch streamer", "twitch channel"),
    *("tired old", "tired excuse", "like sore thumb", "green thumb", "rule of thumb", "under thumb"),
    *("thumbs up", "throw up hands", "throw up arms", "shaky ground", "shaky start", "shake it off"),
    *("shake bottle", "milk shake", "tight budget", "tight schedule", "tight deadline", "tight jeans"),
    *("bleed money", "bleeding edge", "blood sweat and tears", "blood boil", "blood orange"),
    *("blood moon", "blood money", "blood thicker than water", "breath of fresh air", "save breath"),
    *("take breath away", "under breath", "pale in comparison", "pale ale", "beyond pale"),
    *("fever dream", "gold fever", "spring fever", "election fever", "crushing defeat", "crushing blow"),
    *("killing time", "kill time", "dying to", "died laughing", "dying of laughter", "dying of boredom"),
    *("dead sea", "dead end", "dead battery", "dead ringer", "dead wrong", "pain au chocolat"),
    *("pain point", "weak spot in market", "weak link", "weak excuse", "weak economy", "weak currency"),
    *("burning desire", "burn dinner", "burn toast", "burn candle", "slow cooker", "slow lane"),
    *("slow internet", "slow website", "dizzy heights", "dizzying heights", "dizzying choice"),
    *("dizzying array", "panic room", "panic button", "nervous laughter", "war of nerves"),
    *("turn blind eye", "blind faith", "blind leading blind", "venetian blind"),
    *("eye of storm", "apple of eye", "keep eye on", "eye opener", "face music", "face to face"),
    *("slap in face", "poker face", "face value", "cold call", "cold cuts", "cold turkey", "cold case"),
    *("cold brew", "cold soup", "hot air", "hot topic", "hot tub", "hot potato", "hot seat", "hot soup"),
    *("hot oven", "hot deal", "swollen river", "swollen ego", "fat chance", "loss of data"),
    *("weight of world", "balance sheet", "bank balance", "life balance", "balance bike", "balanced diet"),
    *("memory lane", "memory foam", "in memory of", "sick leave", "sick day", "call in sick"),
    *("sick beat", "sick joke", "sleepy town", "sleepy village", "sleep over it", "sleep on it"),
    *("sleeping bag", "restless crowd", "for crying out loud", "crying shame", "cry over spilled"),
    *(
        "voice mail",
        "rash driving",
        "rash move",
        "rash choice",
        "first sight",
        "dye hair",
        "dyed hair",
        "hair dye",
        "bleach hair",
        "great depression",
        "not hold breath",
        "bone to pick",
    ),
    *("bone dry", "bare bones", "bone china", "spine of book", "break news", "neck and neck"),
    *("pass out flyers", "pass out leaflets", "pass out papers", "pass out cards", "pass out candy"),
    *("heartburn of envy", "wake up once", "wake once"),
    *("see eye to eye", "head in clouds", "cold feet before wedding", "cold feet about", "gives me hives"),
    *("taste in music", "taste in politics", "taste in clothes", "taste in men", "taste in women"),
    *("bad taste in mouth about", "leave bitter taste", "leave bad taste in", "acquired taste"),
    *("give chills", "give me chills", "give us chills"),
    *("break ice", "break even", "break news", "break heart", "broke heart", "broken promise"),
    *("bite bullet", "bite tongue", "bitten off more", "butterfly in garden", "lump sum"),
    *("weak at knees for", "go weak at knees when"),
    *("get under skin", "skin in game", "save skin"),
    *("heart in right place", "heart of stone", "heart in mouth", "learn by heart", "take heart"),
    *("eat heart out", "cry heart out", "pour heart out", "heart bleed for", "heart go out to"),
    *("half hearted", "lose head", "lose mind over"),
    *("lose sleep over", "lose touch", "lose temper with car", "lose face", "lose nerve"),
    *("head and shoulders above", "bury head in sand", "head for heights", "heads will roll"),
    *("make blood run cold", "in cold blood"),
    *("blue blood", "flesh and blood", "blood from stone", "blood on hands"),
    *("stiff upper lip", "lip service", "read my lips", "tight lipped", "loose tongue", "cat got tongue"),
    *("get off back", "stab in back", "pat on back", "back to wall", "break back for", "watch back"),
    *("itchy fingers", "foot in mouth", "foot in door", "two left feet"),
    *("land on feet", "pull leg", "pulling leg", "leg to stand on"),
    *("stretch legs", "bone of contention", "make no bones", "feel it in bones", "work to bone"),
    *("turn stomach upside", "no stomach for", "butterflies at thought", "gut instinct", "hate guts"),
    *("breathing space", "breathing room", "breathe down neck", "breath down neck", "catch breath of"),
    *("waste breath", "bated breath", "second wind", "get wind of", "throw caution to wind"),
    *("cry eyes out", "eyes bigger than", "blind alley"),
    *("ears burning", "ear to ground", "music to ears", "wet behind ears", "all ears"),
    *("throw up questions", "throw up point", "throw up good point", "throw up ideas", "cough up money"),
    *("rash promise", "rash judgment"),
    *("sleep like log", "sleep like baby", "let sleeping dogs", "dream come true", "sweat small stuff"),
    *("sweating over exam", "break sweat", "sweat equity"),
    *("fed up to back teeth", "long in tooth", "by skin of teeth", "teething problems", "kick in teeth"),
    *(
        "deaf ears",
        "sight for sore eyes",
        "rash of burglaries",
        "rash of thefts",
        "rash of complaints",
        "shivers down spine",
        "shiver down spine",
    ),
    *("send shivers", "sends shivers", "sweat bullets", "sweating bullets", "lump in her throat at"),
    *("puzzle make head spin", "numbers make head spin", "fall on deaf ears", "dead on feet for"),
    *("pain to deal with", "pain to use", "pain to install", "growing pains of", "pains to explain"),
)
# These go by their articles too: "she is a pain in the neck", but "I have a pain in the neck".
_WORDED = stem_phrases(
    *("is a pain in the neck", "is a pain in the back", "such a pain in the neck", "a thick skin"),
    *("he a pain in the neck", "she a pain in the neck", "it a pain in the neck", "break a leg tonight"),
    *("real pain in the neck", "right pain in the neck", "bit of a pain in the neck"),
)


def _by_first(phrases: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    filed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        filed.setdefault(phrase[0], []).append(phrase)
    return filed


_IDIOMS_BY_FIRST = _by_first(_IDIOMS)
_WORDED_BY_FIRST = _by_first(_WORDED)


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
                if tuple(tokens[at].stem for at in window) == idiom:
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
