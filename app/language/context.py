"""Is a finding there, denied, gone, long past, somebody else's?

Negation follows NegEx (Chapman et al., 2001, doi:10.1006/jbin.2001.1029): a cue ("no", "denies",
"without") reaches forward to the end of its clause, to a word such as "but", or to a new subject; a
few cues reach back ("... is gone"); and some that look like cues are none ("not only", "no change
in"). The other questions follow ConText (Harkema et al., 2009, doi:10.1016/j.jbi.2009.05.002). Two
things differ from both. A cue that is part of a curated phrase ("no energy", "not sleeping") is no
cue. And a comma ends the reach of "no" unless what follows is plainly the rest of a list.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from app.language.normalize import Token
from app.language.readings import Reading
from app.language.results import Reason
from app.language.sentences import Break, Sentence
from app.language.thesaurus import THESAURUS
from app.language.units import Unit
from app.language.words import (
    DETERMINERS,
    FILLERS,
    LEFT_OUT,
    PETS,
    RELATIVES,
    THINGS,
    plain_words,
    stem_phrases,
    stems,
)

_CUES = stems("no not never without deny neither nor non zero")
# Cues that carry on over commas: what follows is a list of what was asked and denied.
_LIST_CUES = stems("no without deny neither nor")
_CUES_IN_PHRASES = frozenset(
    " ".join(words)
    for words in stem_phrases("free of", "negative for", "absence of", "rule out", "ruled out")
)

MAX_CLOSE = 2
_INABILITY = frozenset(" ".join(words) for words in stem_phrases("can't", "unable", "not able"))

# A cue followed by one of these denies nothing about the finding.
_PSEUDO: dict[str, frozenset[str]] = {
    "no": stems(
        """matter change improvement relief doubt wonder reason idea cause apparent obvious clear
        clue warning trigger explanation particular injury trauma luck question one better end"""
    ),
    "not": stems(
        """only just sure certain go gone stop let improve improved improving help helping helped
        resolve normal right know understand tell matter care because cause caused related long as
        that all always every good end subside ease better leave quit disappear settle clear
        explain going away usual nice fun believe severe bad intense
        strong terrible constant serious major extreme touch fix"""
    ),
    "never": stems("end stop go gone felt feel experience happen let quit seem"),
    "without": stems(
        """reason cause warning apparent obvious doing trying exercise exercising exertion effort
        help stopping being moving injury trauma explanation clear touching even medication meds"""
    ),
}
# May stand between a cue and the word that makes it a pseudo-cue.
_BETWEEN_PSEUDO = LEFT_OUT | stems("seem to appear get have be want would")

_GONE = stems("gone resolve stop subside disappear absent negative vanish none nil denied cleared")
_GONE_PHRASES = stem_phrases("go away", "gone away", "clear up", "not present")
_BEFORE_GONE = stems(
    "be have it they now all completely finally totally also then since just has get that both too"
)

_GOES_ON_AFTER_GONE = stems("eating drinking taking working me")
_FIRST_PERSON = stems("i me my we myself")
# Right behind a relative these tell of a lasting or past trait: "my mother has migraines".
_TRAIT_VERBS = frozenset(("has", "have", "had", "was", "suffers", "gets", "takes", "always"))
# "My husband has stopped breathing" is no trait.
_HAPPENED = stems("stop collapse gone fall turn become pass faint black drop droop")
# Verbs that tell what is happening; besides them any verb in -s does.
_HAPPENING = (
    stems(
        """is isn't can't cannot won't doesn't not unable keeps just seems feels looks sounds starting
    suddenly unresponsive unconscious"""
    )
    | _HAPPENED
)
# Illnesses that bring urgent findings for years; somebody who has one is not ill now.
_LASTING = stems("epilepsy angina asthma copd dementia alzheimers parkinsons")
# Who says when, tells of somebody who is ill now.
_ILL_NOW = stems(
    """lately recently suddenly sudden now tonight today just currently collapse minute minutes hour hours
    morning"""
)
_PAST_VERBS = frozenset(("had", "died"))
# People nobody asks for, unless it is urgent.
_BYSTANDERS = stems("colleague coworker boss neighbor neighbour classmate teacher")
# Right behind a relative these tell of what is seen these days.
_SHOWING = plain_words("isn't can't cannot won't doesn't hardly barely never always just often suddenly")
_LONG_AGO = stems("history died die dead funeral used inherit hereditary runs")
_THESE_DAYS = frozenset(stem_phrases("this week", "this month", "these days"))
_YEARS_AGO = frozenset(stem_phrases("years ago", "months ago", "year ago", "last year"))
_RELATIVE_VERBS = stems("who has have had suffers suffer gets diagnosed")
_PAST_PHRASES = stem_phrases(
    *("in the past", "in past", "as a child", "as a kid", "as a teenager", "as a teen", "as a baby"),
    *("when i was", "in childhood", "years ago", "months ago", "in my twenties", "previously"),
    *("last winter", "last spring", "last summer", "last autumn", "last christmas"),
    *("formerly", "back then", "long ago"),
)
_STILL_GOING = stems("start started begin began since still now again onset develop first noticed")
_TIME_WORDS = stems("day week month year hour long wk")
_HYPOTHETICAL = stem_phrases(
    *("risk of", "in case of", "what if", "afraid of", "scared of", "prevent", "avoid"),
    *("if i get", "if i develop", "if i ever", "so i don't get", "worried about getting"),
    *("chance of", "want to lose", "wants to lose", "trying to lose", "tried to lose", "hope to lose"),
    *("will i get", "will i develop", "could i get", "can i get", "might i get", "would i get"),
    *("do i know if", "can i tell if", "do you know if", "can you tell if", "i know whether"),
    *("how do i avoid", "how to avoid", "how can i avoid", "signs of", "symptoms of"),
    *("if i don't", "when i don't", "unless i"),
)
# "If I get up too fast" tells of what happens.
_REAL = stems("up out off too")
# Who asks so wants to know something in general, unless the question is about somebody.
_ASKING = stems("can could does do is are what which how why will would should")
_ASKED_OF = stems(
    """normal cause causes caused make makes sign signs symptom symptoms prevent treat cure mean lead help
    stop fix ease relieve reduce worsen"""
)
_OWN = stems("i me my we our mine he she his her him son daughter baby child kid")


def _by_lead(phrases: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    filed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        filed.setdefault(phrase[0], []).append(phrase)
    return filed


_PAST_BY_LEAD = _by_lead(_PAST_PHRASES)
_HYPOTHETICAL_BY_LEAD = _by_lead(_HYPOTHETICAL)
# The words that those phrases begin with.
_LEADS = frozenset((*_PAST_BY_LEAD, *_HYPOTHETICAL_BY_LEAD))
_WORRIES = stem_phrases(
    *("worried about", "worry about", "scared of", "afraid of", "fear of", "terrified of")
)
_MAY_HAPPEN = stems("having getting developing")
# What people fear that might come; "worried about twitching" tells of twitching that is there.
_MISHAPS = stems("faint pass collapse choke fall black vomit throw suffocate")
MAX_WORDS_BEFORE_THING = 2
_PREPOSITIONS = stems("of in on at to from with by for into onto over under through like after when")
_MAKES = stems("make makes made give gives gave cause causes caused trigger triggers hurt hurts")


# Words from a finding to what it prevents.
MAX_TO_EFFECT = 5
_SUBJECTS_OF_EFFECT = frozenset(("i", "he", "she", "we", "they"))
# Who is so tired that he cannot think has two complaints.
_OF_THE_MIND = plain_words("CONCENTRATE THINKING MEMORY FORGET FOGGY CONFUSE INSOMNIA")
_PREVENTED = ("can", "could", "hardly", "barely", "struggle")
_WHILE = frozenset(("when", "while", "whenever", "as"))
# "To dry my hair" is what arms are lifted for.
_AIMS_OF_HANDS = frozenset(("dry", "brush", "wash", "comb", "clean", "cut", "do", "scratch", "bend"))
# "When I was sick" dates the matter to these days.
_WHEN_I_WAS_SO = stems("sick vomiting coughing lying sitting walking eating brushing cleaning wiping")
_COSTLY = stems("price prices bank budget government market economy stock stocks traffic")
_GIVES = stems("give gives gave giving leave leaves left")
# Films and songs move people, and make nobody ill.
_SHOWN = stems("film movie song book album")


def negated_units(
    sentence: Sentence,
    tokens: Sequence[Token],
    readings: Sequence[Reading],
    said_of_time: Collection[int],
) -> list[bool]:
    """Tell for each unit whether a cue reaches it.

    `said_of_time` holds the tokens of durations and qualifiers: who dates a finding has it.
    """
    consumed = {place for reading in readings for place in reading.units}
    found = {place for place in consumed if sentence.units[place].own not in _CUES}
    reach: list[bool] = []
    cue: str | None = None
    hit = False
    for place, unit in enumerate(sentence.units):
        if hit and place and _sets_apart(tokens[sentence.units[place - 1].last + 1 : unit.first]):
            cue = None
        if cue is not None and _ends_reach(sentence, place, cue, hit, found, said_of_time):
            cue = None
        own_cue = _cue_of(unit.own, tokens, unit.first)
        if own_cue == "without" and _is_unable(sentence, place):
            own_cue = None  # "cannot walk without pain": there is pain
        if own_cue is not None and place not in consumed and not _is_pseudo(tokens, unit, own_cue):
            cue, hit = own_cue, False
        hit = hit or (cue is not None and place in found)
        # Whoever "can't lose weight" has not lost any.
        reach.append(cue is not None or _is_striven_for(sentence, place))
    return reach


def _is_striven_for(sentence: Sentence, place: int) -> bool:
    """Tell the words "lose weight" right behind an inability, given the place of either."""
    units = sentence.units
    first = place - 1 if units[place].concept == "WEIGHT" else place
    return (
        first > 0
        and [unit.concept for unit in units[first : first + 2]] == ["LOST", "WEIGHT"]
        and units[first - 1].own in _INABILITY
        and _follows_closely(sentence, first)
    )


def is_out_of_reach(sentence: Sentence, reading: Reading) -> bool:
    """Tell "cannot nod off" and "cannot lose weight": neither there nor denied, but not achieved.

    Inability reaches no further than the words right behind it.
    """
    place = min(reading.units)
    if place == 0 or _is_striven_for(sentence, place):
        return False
    return sentence.units[place - 1].own in _INABILITY and _follows_closely(sentence, place)


def _sets_apart(between: Sequence[Token]) -> bool:
    """Tell "no chest pain just tired": said without a comma, but set apart all the same."""
    return any(token.stem in {"just", "only", "instead"} for token in between)


def _is_unable(sentence: Sentence, place: int) -> bool:
    """Tell whether something cannot be done, ahead of a unit in its clause."""
    for at in range(place - 1, -1, -1):
        if sentence.units[at].own in _INABILITY or sentence.units[at].own in {"not", "hardly", "barely"}:
            return True
        if sentence.breaks[at] is not Break.NONE:
            return False
    return False


def _follows_closely(sentence: Sentence, place: int) -> bool:
    """Tell whether at most one small word parts a unit from the one before it."""
    between = sentence.units[place].first - sentence.units[place - 1].last
    return sentence.breaks[place] is Break.NONE and between <= MAX_CLOSE


def _cue_of(own: str, tokens: Sequence[Token], first: int) -> str | None:
    if own in _CUES:
        return own
    pair = " ".join(token.stem for token in tokens[first : first + 2])
    if own in _CUES_IN_PHRASES or pair in _CUES_IN_PHRASES:
        return "deny"
    return None


def _is_pseudo(tokens: Sequence[Token], unit: Unit, cue: str) -> bool:
    pseudo = _PSEUDO.get(cue, frozenset())
    after = unit.last + 1
    while after < len(tokens) and tokens[after].stem in _BETWEEN_PSEUDO - pseudo:
        after += 1
    return after < len(tokens) and tokens[after].stem in pseudo


def _ends_reach(
    sentence: Sentence,
    place: int,
    cue: str,
    hit: bool,
    found: Collection[int],
    said_of_time: Collection[int],
) -> bool:
    """Tell whether a cue's reach ends before the unit at `place`."""
    strength = sentence.breaks[place]
    if strength is Break.NONE:
        return False
    if strength >= Break.FRESH:
        return True
    alternative = _is_alternative(sentence, place)
    if sentence.fresh[place] and not alternative:
        return True
    if strength is Break.COORDINATE:
        return not (hit or alternative)
    if cue == "deny" or alternative:
        return False
    return not (hit and cue in _LIST_CUES and _is_bare_list(sentence, place, found, said_of_time))


def _is_alternative(sentence: Sentence, place: int) -> bool:
    """Tell whether "or" or "nor" stands here or later in the same list."""
    for later in range(place, len(sentence.units)):
        if sentence.breaks[later] >= Break.FRESH:
            return False
        if later in sentence.alternatives:
            return True
        if later > place and sentence.fresh[later]:
            return False
    return False


def _is_bare_list(
    sentence: Sentence, place: int, found: Collection[int], said_of_time: Collection[int]
) -> bool:
    """Tell whether all that follows is findings and nothing else, as in "no fever, rash, cough"."""
    rest = range(place, len(sentence.units))
    if any(sentence.fresh[at] for at in rest):
        return False
    first = sentence.units[place].first
    if any(first <= position < sentence.end for position in said_of_time):
        return False
    return all(at in found for at in rest)


def is_mere_effect(
    sentence: Sentence, tokens: Sequence[Token], reading: Reading, chosen: Sequence[Reading]
) -> bool:
    """Tell "so dry I can hardly talk" from a loss of speech, and arms lifted "to dry my hair" from dry hair.

    What a finding is so bad as to prevent, and what somebody cannot do because of it, are no findings of
    their own, unless they are urgent.
    """
    first = sentence.units[min(reading.units)].first
    before = [
        other for other in chosen if other is not reading and sentence.units[max(other.units)].last < first
    ]
    said = {sentence.units[place].concept for place in reading.units}
    if not before or said & _OF_THE_MIND:
        return False
    ahead = [token.surface for token in tokens[max(sentence.first, first - 2) : first]]
    if ahead[-1] == "to" or (ahead[0] in _WHILE and ahead[-1] in _SUBJECTS_OF_EFFECT):
        return tokens[first].surface in _AIMS_OF_HANDS
    for other in before:
        is_dry = any(sentence.units[place].concept == "DRY" for place in other.units)
        if reading.sense.entry.urgent and not (is_dry and "SPEECH" in said):
            continue
        start = sentence.units[min(other.units)].first
        end = sentence.units[max(other.units)].last
        words = [token.surface for token in tokens[max(sentence.first, start - 2) : first + 1]]
        degree = any(
            word == "so" and following not in _SUBJECTS_OF_EFFECT for word, following in pairwise(words)
        )
        between = [token.surface for token in tokens[end + 1 : first + 1]]
        if degree and len(between) <= MAX_TO_EFFECT and "and" not in between:
            return any(word in _SUBJECTS_OF_EFFECT for word in between) and any(
                word.startswith(_PREVENTED) for word in between
            )
    return False


def is_mere_worry(sentence: Sentence, tokens: Sequence[Token], reading: Reading) -> bool:
    """Tell "worried about fainting", which may never happen, from "worried about my hair loss"."""
    first = sentence.units[min(reading.units)].first
    ahead = [token.stem for token in tokens[max(sentence.first, first - 4) : first]]
    rest = tuple(ahead[-3:])
    for lead in _WORRIES:
        for size in range(len(lead), 4):
            if rest[-size:][: len(lead)] == lead and not set(rest[-size:][len(lead) :]) - _MAY_HAPPEN:
                return bool(set(rest[-size:]) & _MAY_HAPPEN) or tokens[first].stem in _MISHAPS
    return False


def is_gone(sentence: Sentence, tokens: Sequence[Token], reading: Reading) -> bool:
    """Tell whether the words right after a finding say that it is over or was not there."""
    after = sentence.units[max(reading.units)].last + 1
    while after < sentence.end and tokens[after].stem in _BEFORE_GONE:
        if "," in tokens[after].gap:
            return False
        after += 1
    # What is gone is no complaint in "my eyebrows have vanished".
    if after >= sentence.end or "," in tokens[after].gap or not reading.heads:
        return False
    window = tuple(token.stem for token in tokens[after : min(after + 2, sentence.end)])
    if window[0] == "no" and after == sentence.end - 1:
        return True  # "Fever: no"
    if window in _GONE_PHRASES:
        return True
    if window[1:] in (("for",), ("then",), ("off",)):
        return False  # "My heart stops for a second", "the milk had gone off"
    # "Bad wind that clears the room" is there.
    follows = set(window[1:]) - (FILLERS - DETERMINERS)
    return window[0] in _GONE and not follows & (_GOES_ON_AFTER_GONE | DETERMINERS)


def reasons_of_units(sentence: Sentence, tokens: Sequence[Token]) -> list[Reason | None]:
    """Tell for each unit why it would not be a finding of the reader now, or None."""
    reasons: list[Reason | None] = [None] * len(sentence.units)
    for start, end in sentence.spans(Break.FRESH):
        first = sentence.units[start - 1].last + 1 if start else sentence.first
        last = sentence.units[end].first if end < len(sentence.units) else sentence.end
        words = [token.stem for token in tokens[first:last]]
        for begin, stop, reason in _stretches(words):
            for place in range(start, end):
                at = sentence.units[place].first - first
                if reasons[place] is None and begin <= at < stop:
                    reasons[place] = reason
    return reasons


def is_ill_now(sentence: Sentence, tokens: Sequence[Token], reading: Reading) -> bool:
    """Tell whether a relative's finding is the reason for asking, and no family history.

    People ask for those they look after: "grandma suddenly can't speak", "my husband is not
    responding". It takes a word that says it happens now, or an urgent finding told as happening.
    """
    said = tokens[sentence.first : sentence.end]
    words = [token.stem for token in said]
    if _LONG_AGO & set(words) or any(pair in _YEARS_AGO for pair in pairwise(words)):
        return False
    if _ILL_NOW & set(words) or any(pair in _THESE_DAYS for pair in pairwise(words)):
        return True
    at = next((place for place, word in enumerate(words) if word in RELATIVES), len(words))
    following = [token for token in said[at + 1 : at + 4] if token.stem not in LEFT_OUT or token.stem == "be"]
    if not following or not reading.sense.entry.urgent:
        return not _BYSTANDERS & set(words) and _is_told_of_now(said[at + 1 :])
    if said[at].surface.endswith("'s") and len(following) > 1 and following[0].stem not in _HAPPENING:
        following = following[1:]  # "grandpa's face has dropped"
    verb, behind = following[0], following[1:2]
    before = [token.surface for token in tokens[: sentence.units[min(reading.units)].first]][-2:]
    if "has" in before and not _LASTING & set(words):
        # "My husband has chest pain": rather heard for nothing than not heard.
        return True
    if _TRAIT_VERBS & {verb.surface, *before}:
        return bool(behind) and behind[0].stem in _HAPPENED
    return (
        verb.stem in _HAPPENING
        or verb.surface.endswith("s")
        or any(token.surface == "wants" for token in said)
    )


def is_of_others(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Tell words that are not understood of a pet, or of what a relative had: "my mum had gout".

    Only what is plainly past or no person's: what befalls somebody now must not be passed over.
    """
    words = [token.surface for token in tokens[sentence.first : sentence.end]]
    stemmed = [token.stem for token in tokens[sentence.first : sentence.end]]
    if _FIRST_PERSON - {"my"} & set(stemmed):
        return False
    if words[0] in {"my", "our", "the"} and set(stemmed[1:3]) & PETS:
        return True
    at = next((place for place, word in enumerate(stemmed) if word in RELATIVES), len(words))
    return set(words[at + 1 : at + 3]) & _PAST_VERBS != set() and not _ILL_NOW & set(stemmed)


def _is_told_of_now(behind: Sequence[Token]) -> bool:
    """Tell "mum is losing weight" and "dad keeps falling" from "my mother has migraines"."""
    words = [token.surface for token in behind[:4]]
    if not words or {"had", "was"} & set(words):
        return False
    if words[0] in {"is", "has"}:
        return words[1:2] == ["been"] or (words[0] == "is" and words[1:2] not in (["a"], ["an"]))
    return words[0] in _SHOWING or (words[0].endswith("s") and words[0] not in _TRAIT_VERBS)


def _is_general_question(words: Sequence[str]) -> bool:
    """Tell "can low iron cause hair loss" from "can low iron cause my hair loss"."""
    if not words or words[0] not in _ASKING or _OWN & set(words):
        return False
    return bool(_ASKED_OF & set(words[1:]))


def _stretches(words: Sequence[str]) -> list[tuple[int, int, Reason]]:
    """Give stretches `[begin, stop)` of a clause that are not about the reader now."""
    size = len(words)
    found: list[tuple[int, int, Reason]] = []
    if _is_general_question(words):
        return [(0, size, Reason.HYPOTHETICAL)]
    for at, word in enumerate(words):
        if word in RELATIVES and _is_subject(words, at):
            stop = next((place for place in range(at + 1, size) if words[place] in _FIRST_PERSON), size)
            found.append((at, stop, Reason.OTHER_PERSON))
        if word == "family" and ("history" in words[at:] or "run" in words[:at]):
            found.append((0, size, Reason.OTHER_PERSON))
        if tuple(words[at : at + 2]) == ("used", "to") and not _is_getting_used(words, at):
            found.append((at, size, Reason.PAST))
        if tuple(words[at : at + 2]) == ("history", "of") and not (
            set(words[max(0, at - 4) : at]) & _TIME_WORDS
        ):
            found.append((at, size, Reason.PAST))
        if word not in _LEADS:
            continue
        if (
            _starts_with_any(words, at, _HYPOTHETICAL_BY_LEAD.get(word, ()))
            and not _REAL & set(words[at + 3 : at + 4])
            and words[at - 1 : at] != ["no"]  # "No sign of periods" denies them.
        ):
            found.append((0 if words[0] == "if" else at, size, Reason.HYPOTHETICAL))
        if (
            _starts_with_any(words, at, _PAST_BY_LEAD.get(word, ()))
            and not _STILL_GOING & set(words)
            and not {"than", "like"} & set(words[max(0, at - 1) : at])
            and not (word == "when" and set(words[at + 3 : at + 4]) & _WHEN_I_WAS_SO)
        ):
            found.append((0, size, Reason.PAST))
    return found


def _starts_with_any(words: Sequence[str], at: int, phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in phrases)


def _is_subject(words: Sequence[str], at: int) -> bool:
    """Tell whether a relative is who the clause is about, and not whom the reader met."""
    following = words[at + 1] if at + 1 < len(words) else ""
    before = [word for word in words[:at] if word != "my"]
    return following in _RELATIVE_VERBS or not _FIRST_PERSON & set(before)


def _is_getting_used(words: Sequence[str], at: int) -> bool:
    """Tell "I am used to it" and "like I used to" from "I used to have cramps"."""
    before = set(words[max(0, at - 2) : at])
    return bool(before & stems("be get not become like as than what"))


def things_of_units(sentence: Sentence, tokens: Sequence[Token]) -> list[int | None]:
    """Give for each unit the token of the thing or animal its clause is about ("my car shakes")."""
    about: list[int | None] = [None] * len(sentence.units)
    for start, end in sentence.spans(Break.FRESH):
        first = sentence.units[start - 1].last + 1 if start else sentence.first
        last = sentence.units[end].first if end < len(sentence.units) else sentence.end
        words = [token.stem for token in tokens[first:last]]
        if _is_about_thing(words) and not _touches_body(sentence, start, end, words):
            thing = next(at for at, word in enumerate(words) if word in THINGS)
            about[start:end] = [first + thing] * (end - start)
    return about


def _is_about_thing(words: Sequence[str]) -> bool:
    """Look for a thing as the subject, in the first few words: "my old tomato plants"."""
    seen = 0
    if words and words[0] not in THINGS and not DETERMINERS & set(words[:MAX_WORDS_BEFORE_THING]):
        return False
    for word in words:
        if word in _SHOWN:
            return True  # "that film gave me chills"
        if word in THINGS:
            # "The price of eggs gives me palpitations" is a manner of speech.
            costly = word in _COSTLY and bool(_GIVES & set(words))
            return costly or not ({"me", "i", "myself"} | _MAKES) & set(words)
        if word in _FIRST_PERSON - {"my"} or word in THESAURUS.strong or word in _PREPOSITIONS:
            return False
        seen += word not in FILLERS | LEFT_OUT
        if seen > MAX_WORDS_BEFORE_THING:
            return False
    return False


def _touches_body(sentence: Sentence, start: int, end: int, words: Sequence[str]) -> bool:
    if PETS & set(words):
        return False
    return any(sentence.units[place].concept in THESAURUS.body for place in range(start, end)) and bool(
        {"my", "his", "her"} & set(words[1:])
    )
