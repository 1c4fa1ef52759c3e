"""Understanding words: from free text to ids. Pure: no I/O, no clock, no state.

lexicon = Lexicon(entries)                    # once per content release
parse_symptoms("my lip keeps jumping, but no cramps", lexicon)
match_symptom("pins and needles round my mouth for two weeks", lexicon)
match_name("Prilosec 20 mg", lexicon, Kind.MEDICATION)
"""

from app.language.lexicon import Lexicon, LexiconEntry, LexiconPhrase, PhraseSource
from app.language.match import match_name, match_names, match_symptom
from app.language.parse import parse_symptoms
from app.language.results import (
    Kind,
    Mention,
    NameMatch,
    ParseResult,
    Reason,
    Suggestion,
    Unmatched,
)

__all__ = [
    "Kind",
    "Lexicon",
    "LexiconEntry",
    "LexiconPhrase",
    "Mention",
    "NameMatch",
    "ParseResult",
    "PhraseSource",
    "Reason",
    "Suggestion",
    "Unmatched",
    "match_name",
    "match_names",
    "match_symptom",
    "parse_symptoms",
]
