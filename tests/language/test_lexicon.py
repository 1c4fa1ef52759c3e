from itertools import permutations

from app.language import Kind, Lexicon, LexiconEntry, LexiconPhrase, parse_symptoms
from tests.language.small import ENTRIES, LEXICON


def test_the_order_of_entries_changes_nothing() -> None:
    text = "lip jumping, no fever, tingly toes and the runs"
    for order in (ENTRIES[::-1], ENTRIES[20:] + ENTRIES[:20]):
        assert parse_symptoms(text, Lexicon(order)) == parse_symptoms(text, LEXICON)


def test_lone_body_parts_and_vague_words_are_never_phrases() -> None:
    entries = [
        LexiconEntry(Kind.SYMPTOM, "a", "Foot"),
        LexiconEntry(Kind.SYMPTOM, "b", "Often"),
        LexiconEntry(Kind.SYMPTOM, "c", "Hands and feet"),
    ]
    lexicon = Lexicon(entries)
    for text in ("foot", "my foot", "often", "hands and feet"):
        assert parse_symptoms(text, lexicon).mentions == ()


def test_a_phrase_of_two_records_is_less_sure() -> None:
    entries = [
        LexiconEntry(Kind.SYMPTOM, "first", "One", (LexiconPhrase("glorping toes"),)),
        LexiconEntry(Kind.SYMPTOM, "second", "Two", (LexiconPhrase("glorping toes"),)),
    ]
    for order in permutations(entries):
        mentions = parse_symptoms("glorping toes", Lexicon(order)).mentions
        assert [(m.id, m.confidence) for m in mentions] == [("first", 0.9)]


def test_an_empty_lexicon_understands_nothing() -> None:
    result = parse_symptoms("headache", Lexicon([]))
    assert result.mentions == ()
    assert [item.text for item in result.unmatched] == ["headache"]


def test_suggestions_come_best_first_and_at_most_three() -> None:
    suggestions = LEXICON.suggest("tingling in the earlobe", (Kind.SYMPTOM,))
    assert 1 <= len(suggestions) <= 3
    scores = [suggestion.score for suggestion in suggestions]
    assert scores == sorted(scores, reverse=True)
