"""How a finding behaves (sudden, one-sided, at night) and how long it has been there.

Both are looked up in the stems of a sentence, joined with spaces. A length of time is given only
where the words give one: "since March" needs a calendar and "for ages" has no figure. A plural
without a number is at least two ("for weeks": 14 days); "a few" and "several" are three.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.language.normalize import Token, stem
from app.language.words import stems
from app.vocabulary import Qualifier

_BODY_SIDES = (
    "(?:side|half|arm|leg|hand|foot|face|eye|eyelid|ear|calf|thumb|finger|shoulder|hip|knee|ankle"
    "|cheek|lip|thigh|wrist|elbow|toe|breast|part of|upper|lower)"
)

# Patterns over stems; a stem of a word is what `normalize.stem` gives ("severe" is "sever").
_QUALIFIERS: tuple[tuple[Qualifier, str], ...] = (
    (
        Qualifier.SUDDEN,
        r"sudden|suddenly|abrupt|abruptly|all of a sudden|out of (?:the )?(?:blue|nowher)"
        r"|came on fast|within (?:second|minut)|thunderclap|overnight|acut|acutely",
    ),
    (
        Qualifier.WORSENING,
        r"worse|worsen|(?:get|becom|grow) (?:much |even |steadily |progressively )?"
        r"(?:worse|stronger|weaker|more (?:and more )?\w+)|progressiv|progressively"
        r"|deteriorat|increasingly|progress|more and more|weaker and weaker|escalat",
    ),
    (
        Qualifier.SPREADING,
        r"spread|(?:move|travel|creep|climb|go) up (?:my|the|his|her|both|to)|ascend|rise up"
        r"|radiat\w*",
    ),
    (
        Qualifier.ONE_SIDED,
        rf"(?:one|1|left|right) {_BODY_SIDES}|(?:on|in|to|down) (?:the |my |one )?(?:left|right)"
        r"(?! (?:now|away|after|befor|when|at|befor))|one sid\w*|unilateral|unilaterally"
        r"|half of my (?:body|face)|only (?:on )?one|hemi\w*",
    ),
    (
        Qualifier.WIDESPREAD,
        r"all over|everywher|whol body|entir body|widespread|generaliz|head to toe|throughout"
        r"|different (?:plac|part|muscl|spot)|many (?:plac|part)|various (?:plac|part)"
        r"|random (?:plac|muscl|spot)|body wid|bodywid|diffus",
    ),
    (
        Qualifier.PERSISTENT,
        r"persistent|persistently|constant|constantly|continuous|continuously|nonstop|non stop"
        r"|all (?:the )?(?:time|day)|always|never (?:stop|go away|end)|(?:wont|not|cannot) stop"
        r"|not (?:go|gone) (?:away|down)|not go$|ongo|chronic|day and night|around the clock|24 7|unrelent\w*"
        r"|not let up|every (?:singl )?day|everyday|relentless|not (?:get better|improv)",
    ),
    (
        Qualifier.SEVERE,
        r"sever|severely|excruciat|unbearabl|unbearably|intens|intensely|extrem|extremely"
        r"|terribl|terribly|horribl|horribly|agon\w*|agony|worst|debilitat|crippl|violent"
        r"|violently|10 10|insan|really bad|very bad|awful|profound|crush|incapacitat",
    ),
    (
        Qualifier.WITH_EXERCISE,
        r"(?:when|whil|after|during|with|on|upon|from|if) (?:i |my |the |any |a |i m |physical )*"
        r"(?:exercis\w*|exert|exertion|run|jog|workout|work out|walk|climb|train|physical activity"
        r"|activity|sport|gym|lift|cycl\w*|swim|hik\w*|effort|row|danc\w*)|exertional"
        r"|exercis induc\w*|(?:go|walk) up(?:stair| stair| hill)|climb stair|uphill",
    ),
    (
        Qualifier.AT_NIGHT,
        r"at night|at nighttim|night|nightly|nighttim|nocturnal|in bed|whil (?:i )?sleep"
        r"|during (?:my )?sleep|in (?:the )?middl of (?:the )?night|(?:wake|woke)\w* (?:me|up)|when i sleep"
        r"|in my sleep|when i (?:go to|lie in) bed|befor bed|at bedtim|evening|asleep",
    ),
)
_COMPILED = tuple((qualifier, re.compile(rf"\b(?:{text})\b")) for qualifier, text in _QUALIFIERS)
# "Both" takes back a side.
_BOTH = re.compile(r"\b(?:both|bilateral\w*)\b")

_NUMBERS = {
    **{"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, stem("three"): 3.0, "four": 4.0},
    **{"five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0},
    **{"eleven": 11.0, stem("twelve"): 12.0, "fourteen": 14.0, "fifteen": 15.0, "twenty": 20.0},
    **{"thirty": 30.0, "dozen": 12.0, stem("couple"): 2.0, "few": 3.0, "several": 3.0},
}
_UNITS = {
    **{stem("minute"): 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0},
    **{"week": 7.0, "fortnight": 14.0, "month": 30.0, "year": 365.0, stem("decade"): 3650.0},
}
# Short for a unit, right behind a figure only ("3d", "2 w").
_VAGUE_NUMBERS = stems("couple few")
_SHORT_UNITS = {"h": 1 / 24, "d": 1.0, "w": 7.0, "mo": 30.0, "m": 30.0, "y": 365.0}
# Lead into a length of time that is not counted ("for a week", "the past month").
_LEADS = stems("for since past last over about nearly almost within")
_BETWEEN = stems("of good solid full whole long more or so and")
# Before a number these make it a rate, an age or a span of pauses; after it, too.
_NO_LENGTH_BEFORE = stems("every per each times twice next another aged age than be other in")
_NO_LENGTH_AFTER = stems("old o yo per each apart pregnant postpartum")
_LASTING = stems("last lasts lasted lasting")
_SINCE_WORD = stem("since")
_SINCE: dict[tuple[str, ...], float] = {
    ("yesterday",): 1.0,
    ("last", "night"): 1.0,
    ("this", "morning"): 0.0,
    ("today",): 0.0,
    ("last", "week"): 7.0,
    ("last", "month"): 30.0,
    ("last", "year"): 365.0,
}


@dataclass(frozen=True, slots=True)
class Said:
    """Something said of a finding, with the range `[first, end)` of tokens that say it."""

    first: int
    end: int
    qualifier: Qualifier | None = None
    days: float | None = None


def find_qualifiers(tokens: Sequence[Token], first: int, end: int) -> list[Said]:
    """Find what a sentence says of how its findings behave."""
    line, starts = _line(tokens, first, end)
    said: list[Said] = []
    for qualifier, pattern in _COMPILED:
        if qualifier is Qualifier.ONE_SIDED and _BOTH.search(line):
            continue
        said.extend(
            Said(*_range(match.span(), starts, first), qualifier=qualifier)
            for match in pattern.finditer(line)
            if not _is_improving(line, match)
        )
    return said


def _is_improving(line: str, match: re.Match[str]) -> bool:
    """Tell "not getting worse" and "not severe" from "worse"."""
    before = line[: match.start()].split()[-3:]
    return bool(set(before) & {"not", "no", "never", "without", "nor"}) and not match.group().startswith(
        ("not", "never", "cannot")
    )


def find_durations(tokens: Sequence[Token], first: int, end: int) -> list[Said]:
    """Find how long things have lasted, in days; None where the words give no figure."""
    said: list[Said] = []
    for at in range(first, end):
        found = _since(tokens, at, end) if tokens[at].stem == _SINCE_WORD else _length(tokens, first, at)
        if found is not None and _counts(tokens, first, found, end):
            said.append(found)
    return said


def _since(tokens: Sequence[Token], at: int, end: int) -> Said | None:
    """Read "since yesterday"; "since March" has no figure, "since 3 days" is read elsewhere."""
    after = [token.stem for token in tokens[at + 1 : end][:3]]
    for words, days in _SINCE.items():
        if tuple(after[: len(words)]) == words:
            return Said(at, at + 1 + len(words), days=days)
    if not after or any(_number(word) is not None for word in after[:2]):
        return None
    return Said(at, at + 2, days=None)


def _length(tokens: Sequence[Token], first: int, at: int) -> Said | None:
    """Read a number and a unit of time, the unit being at `at`."""
    unit = _UNITS.get(tokens[at].stem)
    before = at - 1
    if unit is None:
        unit = _SHORT_UNITS.get(tokens[at].stem)
        if unit is None or before < first or not tokens[before].stem[:1].isdigit():
            return None
    while before >= first and tokens[before].stem in _BETWEEN:
        before -= 1
    if before < first:
        return None
    number = _number(tokens[before].stem)
    if number is None:
        return _uncounted(tokens, first, at, unit)
    if tokens[before].stem in {"a", "an", "one"}:
        if before > first and tokens[before - 1].stem == "half":
            number, before = 0.5, before - 1
        elif not _is_led_to(tokens, first, before) and not _is_followed_by_ago(tokens, at):
            return None
    if before - 1 >= first and tokens[before].stem in _VAGUE_NUMBERS:
        before -= tokens[before - 1].stem == "a"
    lower = before - 1 - (tokens[before - 1].stem in {"to", "or"}) if before > first else first - 1
    if lower >= first and (tokens[before].gap == "-" or lower < before - 1):
        least = _number(tokens[lower].stem)
        if least is not None:
            number, before = least, lower  # "2-3 weeks" are at least two
    end = at + 1
    if [token.stem for token in tokens[at + 1 : at + 4]] == ["and", "a", "half"]:
        number, end = number + 0.5, at + 4
    return Said(before, end, days=round(number * unit, 3))


def _uncounted(tokens: Sequence[Token], first: int, at: int, unit: float) -> Said | None:
    """Read "for weeks" (at least two) and "the past week" (one)."""
    before = tokens[at - 1].stem
    if before in {"past", "last"} and at - 2 >= first and tokens[at - 2].stem in {"the", "this"}:
        number = 2.0 if tokens[at].surface.endswith("s") else 1.0
        return Said(at - 2, at + 1, days=round(number * unit, 3))
    if before in {"for", "many"} and tokens[at].surface.endswith("s"):
        return Said(at - 1, at + 1, days=round(2 * unit, 3))
    return None


def _is_led_to(tokens: Sequence[Token], first: int, number_at: int) -> bool:
    return any(token.stem in _LEADS for token in tokens[max(first, number_at - 2) : number_at])


def _is_followed_by_ago(tokens: Sequence[Token], at: int) -> bool:
    return any(token.stem == "ago" for token in tokens[at + 1 : at + 3])


def _number(word: str) -> float | None:
    if word[:1].isdigit():
        try:
            return min(float(word.replace(",", ".")), 1e6)
        except ValueError:
            return None
    return _NUMBERS.get(word)


def _counts(tokens: Sequence[Token], first: int, said: Said, end: int) -> bool:
    """Leave out ages ("3 years old"), rates ("every 2 days") and lengths of one attack."""
    after = tokens[said.end].stem if said.end < end else ""
    before = tokens[said.first - 1].stem if said.first > first else ""
    two_before = tokens[said.first - 2].stem if said.first - 1 > first else ""
    if after in _NO_LENGTH_AFTER or before in _NO_LENGTH_BEFORE:
        return False
    if (after, tokens[said.end + 1].stem if said.end + 1 < end else "") == ("at", "a"):
        return False
    lasting = {before, two_before} & _LASTING
    return not lasting or {before, two_before} & {"the", "past"} != set()


def _line(tokens: Sequence[Token], first: int, end: int) -> tuple[str, list[int]]:
    """Join the stems of a range; give also where each begins."""
    starts: list[int] = []
    length = 0
    for token in tokens[first:end]:
        starts.append(length)
        length += len(token.stem) + 1
    return " ".join(token.stem for token in tokens[first:end]), starts


def _range(span: tuple[int, int], starts: Sequence[int], first: int) -> tuple[int, int]:
    begin = bisect_right(starts, span[0]) - 1
    last = bisect_right(starts, max(span[0], span[1] - 1)) - 1
    return first + begin, first + last + 1
