"""Everyday words that are complaints only in the right surroundings.

"I feel cold" is a complaint and "a cold beer" none; "the runs" is one, "he runs" none.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.language.lexicon import PhraseSource, Sense, is_vague
from app.language.normalize import Token
from app.language.results import Kind
from app.language.sentences import Break, Sentence
from app.language.thesaurus import THESAURUS
from app.language.units import Unit
from app.language.words import (
    AMBIGUOUS,
    CHATTER,
    COLORING,
    DETERMINERS,
    DOSES,
    EVERYDAY,
    FILLERS,
    GIVEN_UP,
    LEFT_OUT,
    NEGATIONS,
    PEOPLE,
    RELATIVES,
    STATES,
    THINGS,
    plain_words,
    stems,
)

# A person who is or feels it: then even an ambiguous word may be a complaint ("I feel cold").
_PERSON = frozenset(("i", "she", "he", "we", "me"))
_COPULAS = frozenset(("be", "feel", "get", "look", "seem", "becom"))
_POSSESSIVES = frozenset(("my", "the", "his", "her"))
# "Feeling weak" is no more than "weak".
_TRIVIAL = frozenset(("feel", "have", "get", "keep", "i", "me"))
_PARTICLES = frozenset(("down", "up", "off", "over", "low"))
_I_AM = frozenset(("i'm", "im"))
_OBJECTS = frozenset(("him", "her", "it", "them", "the", "you"))
# A person does or fails to do these, and so do a rash, a phone and a tent.
_OF_LIVING = stems("respond responding unresponsive responsive collapse collapsed collapsing")
_HOW = stems("fine well better normal strange weird funny odd bad problem problems issue issues trouble")
# These only say how bad a complaint is: "a nasty cough".
_HOW_BAD = stems(
    """nasty horrible terrible dreadful awful horrid bad rotten filthy stinking constant weird strange odd
    nagging annoying stubborn big massive huge real proper serious severe strong slight funny"""
)
_PINS = "pin "
_SEWING = stems("sew sewing kit desk fabric craft knit knitting tailor drawer box haberdashery cushion")
_PLACES_NAMED = stems("town village city argument")
_DONE_TO_THINGS = stems("exhausted drained exhaust drain")
_TIMES = stems("time day week night morning evening month year whole past last next moment entire rest")
# To have one is an illness, to be it is none.
_NO_STATE = frozenset(("fit",))
_WORDED_SO = ({"no", "sense"}, {"not", "sense"}, {"not", "breath"}, {"stop", "breath"})
_ORDINARY = AMBIGUOUS | EVERYDAY
_OF_LIVING_IF_DENIED = frozenset(("sense", "breath"))
_NO_PERSON = frozenset(("it", "they", "this", "that", "which"))
_PASSED_OVER = LEFT_OUT | CHATTER | NEGATIONS | frozenset(("stop", "cannot", "quit"))
# One may answer, or not, to these; a rash answers, or not, to a cream.
_ANSWERED = stems("me us voice voices name anything anyone pain touch him her call calls shout loud question")
# Said of these, the words below are no complaint of their own.
_PRODUCTS = frozenset(
    ("STOOL", "URINE", "HAIR", "NAIL", "PERIOD", "TOOTH", "TONGUE", "BLADDER", "VOICE", "HEART")
)
_DESCRIBING = frozenset(("PALE", "YELLOW", "DARK", "RED", "WHITE", "WEAK"))

_ARTICLES = frozenset(("a", "an", "the", "this", "that", "our", "their", "these", "those", "some"))
SIZE_OF_SUBJECT = 3
# Adjectives of how people are; said of a thing they are a figure of speech.
_DESCRIBES_PEOPLE = plain_words(
    """
    shaky breathless feverish stiff restless irritable irritated numb dizzy tired weary pale thirsty
    hungry anxious nervous itchy painful swollen weak bloated sore dry faint sleepy drowsy jumpy jittery
    edgy tense cold hot sick queasy nauseous giddy wobbly unsteady clumsy confused forgetful foggy
    depressed miserable tearful moody snappy grumpy sweaty clammy shivery wheezy constipated yellow red
    puffy cramped cramping tingly tingling burning deaf blind paralysed paralyzed exhausted drained
    shattered aching achy twitchy trembling shaking lethargic sluggish listless apathetic gassy hoarse
    parched starving ravenous floppy bleeding throbbing crippling hysterical manic
    """
)
# What these are aimed at is no part of the body: hunger for success, numbness to the news.
_AIMS = {
    "for": frozenset(("thirsty", "hungry", "starving", "anxious", "itchy", "parched")),
    "to": frozenset(("numb", "deaf", "blind", "anxious")),
    "of": frozenset(("sick", "tired", "weary")),
    "with": frozenset(("sick", "drunk", "giddy")),
}
# A word that ends so is hardly the noun that an adjective ahead of it describes.
_NO_NOUN = ("ly", "ing", "ed", "ish")
_ABOUT_TIME_AND_PLACE = stems(
    """
    upstairs downstairs indoors outdoors monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december christmas weekend weekends
    spring autumn noon midnight lunchtime bedtime anywhere everywhere somewhere nowhere inside outside away
    back together apart alone already almost soon later early late instead maybe perhaps against despite due
    unless whether via per among beside behind below above beyond across along except hence thus
    """
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence in which a reading has to prove itself."""

    sentence: Sentence
    tokens: Sequence[Token]
    kind: Kind
    known: AbstractSet[str] = frozenset()
    """Every word that a phrase of this kind holds."""

    def stands_out(self, sense: Sense, units: Sequence[Unit]) -> bool:
        """Accept an everyday word as a complaint where its surroundings make it one.

        All words of its phrase stand side by side ("the runs"); or it is all that is said; or a
        person is or feels it ("I feel cold"); or, unless it is quite ambiguous, it is an item of a
        list by itself ("tired, weak, dizzy").
        """
        if _is_of_living(units):
            return self._is_of_person(units)
        if self._is_about_things(units) or self._is_said_of_thing(units):
            return False
        if sense.source is PhraseSource.VERBATIM and not self._holds_all_words(sense):
            return False
        if units[0].own.split()[-1] in _PARTICLES and units[0].concept in STATES and self._goes_on(units):
            return False  # "ridges running down my nails"
        return self._stands_out(sense, units)

    def _stands_out(self, sense: Sense, units: Sequence[Unit]) -> bool:
        word = units[0]
        everyday = len(units) == 1 and word.own in _ORDINARY
        if not everyday and not is_vague(unit.concept for unit in units):
            # "On fire" is no fever, though "burning up" is: that phrase holds for its own words.
            return sense.own == (word.own,) or not _is_shortened(sense)
        if sense.own != tuple(unit.own for unit in units):
            return everyday and len(sense.own) == 1 and self._is_persons_state(word)
        if word.own in _PARTICLES and self._goes_on(units):
            return False
        if self._holds_all_words(sense):
            return True
        if self.kind is not Kind.SYMPTOM:
            return self._is_all_there_is(units)
        return everyday and self._is_said_as_complaint(sense, word)

    def _is_of_person(self, units: Sequence[Unit]) -> bool:
        """Tell "he is not responding" from "the rash is not responding to cream".

        The nearest subject ahead of the words is a person, or there is none; and what follows is no
        treatment.
        """
        first, last = units[0].first, units[-1].last
        if units[-1].concept == "BREATH" and self._goes_on_with_how(last):
            return False
        after = [token.stem for token in self.tokens[last + 1 : self.sentence.end]][:4]
        if after[:1] == ["to"] and not _ANSWERED & set(after):
            return False
        joined = False
        for at in range(first - 1, self.sentence.first - 1, -1):
            token = self.tokens[at]
            if token.stem in PEOPLE:
                return True
            if token.stem in _NO_PERSON:
                return False
            joined = joined or token.stem == "and" or "," in self.tokens[at + 1].gap
            if not joined and not _is_adverb(token) and token.stem not in _PASSED_OVER:
                return False
        return self.tokens[self.sentence.first].stem not in _POSSESSIVES

    def _goes_on_with_how(self, last: int) -> bool:
        """Tell "not breathing fast" and "no breathing problems" from "not breathing"."""
        units, breaks = self.sentence.units, self.sentence.breaks
        return any(
            unit.first > last and strength is Break.NONE and unit.own not in CHATTER - _HOW
            for unit, strength in zip(units, breaks, strict=True)
        )

    def _is_about_things(self, units: Sequence[Unit]) -> bool:
        """Tell "shaky wifi", "drained the pasta" and needles on a desk from complaints."""
        if len(units) > 1 or self.kind is not Kind.SYMPTOM:
            return False
        word = units[0]
        after = self.tokens[word.last + 1 : self.sentence.end]
        if word.own.startswith(_PINS):
            return any(
                token.stem in _SEWING for token in self.tokens[self.sentence.first : self.sentence.end]
            )
        if not after or after[0].gap != " ":
            return False
        if after[0].stem in THINGS or any(token.stem in _PLACES_NAMED for token in after[:2]):
            return True
        if word.own not in _DONE_TO_THINGS:
            return False
        behind = [token.stem for token in after if token.stem != "all"][:2]
        return (
            bool(behind)
            and behind[0] in DETERMINERS
            and not (set(behind) | {token.stem for token in after[1:3]}) & _TIMES
        )

    def _is_said_of_thing(self, units: Sequence[Unit]) -> bool:
        """Tell "shaky alibi", "thirsty for knowledge" and "the crowd was restless" from complaints.

        A word that describes people is no finding as the attribute of a noun that no phrase knows, nor
        said of such a noun, nor aimed at one ("numb to the news").
        """
        word = units[-1]
        if self.kind is not Kind.SYMPTOM or len(units) > 1 or word.is_phrase:
            return False
        told = self.tokens[word.first]
        if told.surface not in _DESCRIBES_PEOPLE:
            return False
        before = self.tokens[self.sentence.first : word.first]
        after = self.tokens[word.last + 1 : self.sentence.end]
        if self._is_of_strange_subject(before):
            return True
        if not after or after[0].gap != " ":
            return False
        return self._is_aimed(told, after) or self._is_attribute(before, after[0])

    def _is_aimed(self, told: Token, after: Sequence[Token]) -> bool:
        """Tell "hungry for success" from "hungry for ice"."""
        if told.surface not in _AIMS.get(after[0].surface, frozenset()):
            return False
        aimed = next((token for token in after[1:] if token.stem not in DETERMINERS), None)
        return aimed is not None and self._is_strange(aimed)

    def _is_attribute(self, before: Sequence[Token], noun: Token) -> bool:
        """Tell "a stiff penalty" and "an irritable boss" from "I'm stiff Monday to Friday"."""
        ahead = before[-1] if before else None
        if ahead is not None and (ahead.stem in _COPULAS or ahead.surface in _I_AM):
            return False
        if ahead is not None and ahead.surface in _ARTICLES and noun.stem in RELATIVES:
            return True
        return self._is_strange(noun) and not noun.surface.endswith(_NO_NOUN)

    def _is_of_strange_subject(self, before: Sequence[Token]) -> bool:
        """Tell whether the words ahead are an article, a noun that no phrase knows, and "is"."""
        words = [token for token in before if token.stem not in COLORING and not token.surface.endswith("ly")]
        return (
            len(words) == SIZE_OF_SUBJECT
            and words[0].surface in _ARTICLES
            and self._is_strange(words[1])
            and words[1].stem not in PEOPLE
            and words[2].stem in _COPULAS
        )

    def _is_strange(self, token: Token) -> bool:
        """Tell a word that neither a phrase, the thesaurus nor ordinary talk of complaints knows."""
        stem = token.stem
        if not token.surface.isalpha() or stem in PEOPLE or stem in FILLERS | LEFT_OUT | CHATTER:
            return False
        if stem in _ABOUT_TIME_AND_PLACE or stem in NEGATIONS:
            return False
        return stem in THINGS or not (
            stem in self.known or stem in THESAURUS.strong or stem in THESAURUS.weak
        )

    def _is_all_there_is(self, units: Sequence[Unit]) -> bool:
        """Ask of a name of one everyday word to be alone, apart from figures, doses and denials."""
        said = {unit.own for unit in units} | NEGATIONS | GIVEN_UP | DOSES
        return all(unit.own in said or unit.own.isdigit() for unit in self.sentence.units)

    def _is_said_as_complaint(self, sense: Sense, word: Unit) -> bool:
        if _is_shortened(sense):
            return False
        if self.sentence.end - self.sentence.first == 1:
            return len(sense.words) == 1
        if word.own in _NO_STATE:
            return False
        if _is_said_of_person(self.tokens[self.sentence.first : word.first]):
            after = self.tokens[word.last + 1].stem if word.last + 1 < self.sentence.end else ""
            return after not in {"of", "to", "at"}
        return word.own not in AMBIGUOUS and (
            self._is_item(word) or self._is_at_body(word) or self._is_done(word)
        )

    def _is_persons_state(self, word: Unit) -> bool:
        """Tell "I'm wrecked" and "completely wiped" from "I wrecked it": a synonym of a complaint."""
        if word.concept not in STATES:
            return False
        before = self.tokens[self.sentence.first : word.first]
        after = self.tokens[word.last + 1].stem if word.last + 1 < self.sentence.end else ""
        if after in {"of", "to", "at", *_OBJECTS, *DETERMINERS}:
            return False
        return _is_said_of_person(before) or (bool(before) and all(_is_adverb(token) for token in before))

    def _is_done(self, word: Unit) -> bool:
        """Tell "I shake" from "I shake him": a person does it, to nobody and nothing."""
        after = self.tokens[word.last + 1].stem if word.last + 1 < self.sentence.end else ""
        if after in _OBJECTS:
            return False
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

    def _holds_all_words(self, sense: Sense) -> bool:
        """Tell whether all words of a longer phrase stand side by side, small words aside."""
        within = [token.stem for token in self.tokens[self.sentence.first : self.sentence.end]]
        plain = [stem for stem in within if stem not in LEFT_OUT]
        words = tuple(stem for stem in sense.words if stem not in LEFT_OUT)
        return _runs_through(within, sense.words) or _runs_through(plain, words)

    def _goes_on(self, units: Sequence[Unit]) -> bool:
        """Tell "feeling down my back" from "feeling down": the small word belongs to what follows."""
        after = units[-1].last + 1
        return after < self.sentence.end and self.tokens[after].stem in _POSSESSIVES

    def _is_item(self, word: Unit) -> bool:
        """Tell an item of a list, by itself but for how much, when, or its denial."""
        units, breaks = self.sentence.units, self.sentence.breaks
        place = units.index(word)
        first, last = place, place + 1
        while first > 0 and breaks[first] is Break.NONE:
            first -= 1
        while last < len(units) and breaks[last] is Break.NONE:
            last += 1
        return all(
            other is word or is_vague((other.concept,)) or other.own in _HOW_BAD
            for other in units[first:last]
        )

    def is_of_product(self, place: int) -> bool:
        """Tell whether a colour is said of what the body gives off: "poo is pale" is no pallor."""
        units, breaks = self.sentence.units, self.sentence.breaks
        if units[place].concept not in _DESCRIBING:
            return False
        after = place + 1 < len(units) and breaks[place + 1] is Break.NONE
        if after and units[place + 1].concept in THESAURUS.body:
            return units[place + 1].concept in _PRODUCTS
        for earlier in range(place - 1, -1, -1):
            if breaks[earlier + 1] >= Break.COMMA:
                return False
            if units[earlier].concept in THESAURUS.body:
                return units[earlier].concept in _PRODUCTS
        return False


def _is_of_living(units: Sequence[Unit]) -> bool:
    """Tell words that a person does or is, and things and treatments too: "not responding"."""
    for unit in units:
        if unit.own in _OF_LIVING:
            return True
        if unit.own in _OF_LIVING_IF_DENIED:
            return {unit.own for unit in units} in _WORDED_SO
    return False


def _runs_through(within: Sequence[str], words: tuple[str, ...]) -> bool:
    size = len(words)
    return size > 1 and any(tuple(within[at : at + size]) == words for at in range(len(within) - size + 1))


def _is_shortened(sense: Sense) -> bool:
    """Tell whether a phrase of several words came down to one everyday word."""
    telling = set(sense.words) - LEFT_OUT - _TRIVIAL
    return len(sense.own) == 1 and len(telling) > 1 and sense.own[0] in _ORDINARY


def _is_said_of_person(before: Sequence[Token]) -> bool:
    """Tell whether the words ahead end in "I am", "I feel", "feeling", with fillers at most."""
    near = [token for token in before[-6:] if token.stem not in COLORING]
    while near and _is_adverb(near[-1]):
        near.pop()
    if not near:
        return False
    if near[-1].surface in _I_AM or near[-1].stem == "feel":
        return True
    return near[-1].stem in _COPULAS and any(
        token.stem in _PERSON or token.stem in RELATIVES for token in near[-3:]
    )


def _is_adverb(token: Token) -> bool:
    """Tell a word that may stand between "I am" and what I am: "physically", "always so"."""
    if token.surface in _I_AM or token.stem in _COPULAS:
        return False
    return token.stem in FILLERS or token.surface.endswith("ly")
