"""Text to words that can be compared, each with its place in the original text.

Three steps. *Folding*: compatibility forms, accents and case go (NFKD per character, marks dropped,
case-folded), quotes and dashes become plain. It works character by character, so that every folded
character knows the code point it came from. *Cutting* into words: letters, or a number; a hyphen
separates. *Stemming*: British spelling becomes American, contractions are opened, then a few suffix
rules in the manner of Snowball's first steps bring "cramps", "cramping" and "cramped" together.
Stems are keys to compare, never shown.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

# Characters that look like an apostrophe or a hyphen and have no useful decomposition.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u00b5": "u",
        "\u03bc": "u",
    }
)

# Letters, letters with an apostrophe inside, or a number. "b12" gives "b" and "12", as "b-12" does.
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*")

# A sentence ends at these, but not at the point of "1.5" (inside a word) or of an initialism.
SENTENCE_ENDS = frozenset(".!?;\n\r\u2022")


class Token(NamedTuple):
    """A word: folded `surface`, `stem` to compare by, place in the original (code points).

    `gap` is what stood between the previous word and this one, folded: a comma, a full stop.
    """

    surface: str
    stem: str
    start: int
    end: int
    gap: str


def fold(text: str) -> tuple[str, list[int] | None]:
    """Fold a text; give it with the source index of each character (None: one to one)."""
    if text.isascii():
        return text.lower().replace("`", "'"), None
    folded: list[str] = []
    source: list[int] = []
    for index, character in enumerate(text.translate(_PLAIN)):
        for part in unicodedata.normalize("NFKD", character).casefold():
            # Casefolding may bring decomposable characters back, so marks are dropped after it.
            for piece in unicodedata.normalize("NFKD", part):
                if not unicodedata.combining(piece):
                    folded.append(piece)
                    source.append(index)
    return "".join(folded), source


def tokenize(text: str, stem_of: Callable[[str], str] | None = None) -> list[Token]:
    """Cut a text into words with their places in the original.

    Who cuts thousands of texts gives a `stem` that remembers: their words come again and again.
    """
    stem_of = stem_of or stem
    folded, source = fold(text)
    tokens: list[Token] = []
    previous = 0
    for match in _WORD.finditer(folded):
        first, last = start, end = match.span()
        if source is not None:
            first, last = source[start], source[end - 1] + 1
        word = match[0]
        tokens.append(Token(word, stem_of(word), first, last, folded[previous:start]))
        previous = end
    return tokens


# British spellings that seed files and readers use, as (pattern, replacement) on a whole word.
_SPELLING = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"aem", "em"),  # anaemia, haemorrhage, ischaemic, hypoglycaemia
        (r"aesth", "esth"),  # paraesthesia, anaesthetic
        (r"(^|orthop)paed|^paed", "ped"),
        (r"orthopaed", "orthoped"),
        (r"([fc])aec", r"\1ec"),  # faeces, caecum
        (r"gynaec", "gynec"),
        (r"oede", "ede"),
        (r"rrhoe", "rrhe"),  # diarrhoea, amenorrhoea
        (r"^oe(s|str)", r"e\1"),  # oesophagus, oestrogen
        (r"coeli", "celi"),
        (r"^foet", "fet"),
        (r"leuco", "leuko"),
        (r"sulph", "sulf"),
        (r"(col|od|tum|behavi|flav|vap|hum|lab|rum|fav)our", r"\1or"),
        (r"^grey", "gray"),
        (r"(.{3}[lrntdm])is(e|es|ed|ing|ation)$", r"\1iz\2"),  # generalised, hospitalised
        (r"(lit|fib|cent)re(s?)$", r"\1er\2"),
        (r"aluminium", "aluminum"),
        (r"yse(d?)$", r"yze\1"),
    )
)

# Most words hold none of them: one look tells.
_ANY_SPELLING = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _SPELLING))

# Irregular forms, contractions without an apostrophe, and short forms. Values are stems already.
_IRREGULAR = {
    "feet": "foot",
    "teeth": "tooth",
    "toothes": "tooth",
    "fell": "fall",
    "fallen": "fall",
    "lost": "los",
    "loss": "los",
    "losing": "los",
    "loosing": "los",
    "loses": "los",
    "lose": "los",
    "slept": "sleep",
    "felt": "feel",
    "went": "go",
    "gone": "gone",
    "going": "go",
    "goes": "go",
    "came": "come",
    "coming": "come",
    "threw": "throw",
    "thrown": "throw",
    "woke": "wake",
    "woken": "wake",
    "bled": "bleed",
    "broke": "break",
    "broken": "break",
    "shook": "shake",
    "shaken": "shake",
    "swelled": "swell",
    "swollen": "swell",
    "ate": "eat",
    "eaten": "eat",
    "drank": "drink",
    "drunk": "drunk",
    "bit": "bit",
    "lying": "lie",
    "laying": "lie",
    "lay": "lie",
    "lies": "lie",
    "dying": "die",
    "died": "die",
    "dies": "die",
    "got": "get",
    "gotten": "get",
    "getting": "get",
    "has": "have",
    "had": "have",
    "having": "have",
    "is": "be",
    "are": "be",
    "am": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "im": "i",
    "ive": "i",
    "ill": "ill",
    "its": "its",
    "does": "do",
    "did": "do",
    "done": "do",
    "doing": "do",
    "dont": "not",
    "doesnt": "not",
    "didnt": "not",
    "isnt": "not",
    "arent": "not",
    "aint": "not",
    "wasnt": "not",
    "werent": "not",
    "havent": "not",
    "hasnt": "not",
    "hadnt": "not",
    "wont": "not",
    "wouldnt": "not",
    "shouldnt": "not",
    "cant": "cannot",
    "couldnt": "cannot",
    "could": "could",
    "better": "better",
    "worse": "worse",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "left": "left",
    "during": "during",
    "thing": "thing",
    "things": "thing",
    "something": "something",
    "anything": "anything",
    "nothing": "nothing",
    "everything": "everything",
    "morning": "morning",
    "mornings": "morning",
    "evening": "evening",
    "need": "need",
    "needs": "need",
    "bleeding": "bleed",
    "breed": "breed",
    "news": "news",
    "gas": "gas",
    "gases": "gas",
    "yes": "yes",
    "aching": "ache",
    "aches": "ache",
    "ached": "ache",
    "quit": "quit",
    "quite": "quite",
    "quitting": "quit",
    "always": "always",
    "pregnancies": "pregnancy",
    "calves": "calf",
    "this": "this",
    "hives": "hives",
    "colds": "colds",
    "sores": "sores",
    "drained": "drained",
    "draining": "drained",
    "chills": "chills",
    "sobbing": "sobbing",
    "wring": "wring",
    "winded": "winded",
    "string": "string",
    "spring": "spring",
    "ageing": "aging",
    "tied": "tie",
    "diabetes": "diabetes",
    "rabies": "rabies",
    "dizzyness": "dizzy",
    "dizziness": "dizzy",
    "yrs": "year",
    "yr": "year",
    "wks": "week",
    "wk": "week",
    "hrs": "hour",
    "hr": "hour",
    "mins": "minute",
    "min": "minute",
    "mths": "month",
    "mth": "month",
    "w": "w",
    "fitting": "fitting",
    "depressing": "depressing",
    "sickening": "sickening",
    "nappies": "diaper",
    "nappy": "diaper",
    "paralysed": "paralyz",
    "shrunk": "shrink",
    "shrunken": "shrink",
    "whippets": "whippet",
}

_NEGATED = re.compile(r"(.+)n't$")
_CLITIC = re.compile(r"'(?:s|m|ve|re|ll|d)$")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_SIBILANT_PLURAL = re.compile(r"(?:x|ch|sh|ss|zz)es$")
_SHORT = re.compile(r"[^aeiouy][aeiou][^aeiouwxy]")
_MIN_STEM = 3


def stem(word: str) -> str:
    """Give the key by which a folded word is compared.

    >>> [stem(word) for word in ("cramps", "cramping", "oedema", "numbness", "don't", "bodies")]
    ['cramp', 'cramp', 'edema', 'numb', 'not', 'body']
    """
    if "'" in word:
        negated = _NEGATED.match(word)
        if negated:
            return "cannot" if negated.group(1) in {"ca", "could"} else "not"
        word = _CLITIC.sub("", word).replace("'", "")
    irregular = _IRREGULAR.get(word)
    if irregular is not None:
        return irregular
    if len(word) <= _MIN_STEM or not word.isascii():
        return word
    if _ANY_SPELLING.search(word):
        for pattern, replacement in _SPELLING:
            word = pattern.sub(replacement, word)
    word = _without_plural(word)
    return _IRREGULAR.get(word) or _without_suffix(word)


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > _MIN_STEM + 1:
        return word[:-3] + "y"
    if _SIBILANT_PLURAL.search(word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_suffix(word: str) -> str:
    """Take off -ness, -ing or -ed where a stem with a vowel remains; then a final e of a long word."""
    if word.endswith("ier") and len(word) > _MIN_STEM + 1:  # drier, itchier
        return word[:-3] + "y"
    if word.endswith("ness") and len(word) >= _MIN_STEM + 4:
        word = word[:-4]
        word = word[:-1] + "y" if word.endswith("i") else word
    for suffix in ("ing", "ed"):
        rest = word[: -len(suffix)]
        if word.endswith(suffix) and len(rest) >= _MIN_STEM and _VOWEL.search(rest):
            word = rest[:-1] if _DOUBLED.search(rest) else rest
            if word.endswith("i"):  # worried, and worry
                word = word[:-1] + "y"
            elif _SHORT.fullmatch(rest):  # tired, and tire
                word = rest + "e"
            break
    return word[:-1] if word.endswith("e") and len(word) > _MIN_STEM + 1 else word
