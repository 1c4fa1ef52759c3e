"""Laws that hold for any text."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.language import Kind, match_names, parse_symptoms
from app.language.costs import FLOOR, MAX_SUGGESTIONS
from app.language.normalize import tokenize
from tests.language.small import ENTRIES, LEXICON

# Lone surrogates too: Python strings may hold them, and JSON can send them.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
WORDS = st.sampled_from(
    [
        *("no", "not", "never", "denies", "without", "my", "I", "both", "left", "and", "or", "but"),
        *("lip", "feet", "hands", "legs", "hair", "toes", "fingers", "dog", "car", "mother", "has"),
        *(",", ".", ";", "tingling", "numb", "numbness", "twitching", "cramps", "tired", "fever"),
        *("weak", "suddenly", "worse", "for", "2", "weeks", "since", "used", "to", "have", "is"),
        *("gone", "can't", "sleep", "appetite", "energy", "all", "over", "burning", "the", "runs"),
        *("zzzz", "diahrea", "dizzy", "stand", "up", "when", "in", "at", "night", "stop", "lose"),
    ]
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)
FINDINGS = st.sampled_from(
    [
        *("my lip keeps jumping", "no fever", "I have numb toes", "denies vomiting", "can't sleep"),
        *("hair falling out", "no energy", "my feet burn", "I am not dizzy", "the headache is gone"),
    ]
)


@given(text=st.one_of(ANY_TEXT, SENTENCES))
def test_offsets_slice_back_to_the_text(text: str) -> None:
    result = parse_symptoms(text, LEXICON)
    for start, end, said in [
        *((mention.start, mention.end, mention.text) for mention in result.mentions),
        *((item.start, item.end, item.text) for item in result.unmatched),
    ]:
        assert text[start:end] == said
        assert 0 <= start < end <= len(text)
    for token in tokenize(text):
        assert 0 <= token.start < token.end <= len(text)


@given(text=st.one_of(ANY_TEXT, SENTENCES))
def test_results_keep_their_promises(text: str) -> None:
    result = parse_symptoms(text, LEXICON)
    ids = {entry.id for entry in ENTRIES if entry.kind is Kind.SYMPTOM}
    for mention in result.mentions:
        assert mention.id in ids
        assert FLOOR <= mention.confidence <= 1
        assert mention.duration_days is None or mention.duration_days >= 0
        assert len(set(mention.qualifiers)) == len(mention.qualifiers)
    for item in result.unmatched:
        assert len(item.suggestions) <= MAX_SUGGESTIONS
    assert list(result.mentions) == sorted(result.mentions, key=lambda m: (m.start, m.end, m.id))


@given(text=st.one_of(ANY_TEXT, SENTENCES))
def test_same_text_same_answer(text: str) -> None:
    assert parse_symptoms(text, LEXICON) == parse_symptoms(text, LEXICON)


@given(text=st.one_of(ANY_TEXT, SENTENCES))
def test_names_never_fail(text: str) -> None:
    for match in match_names(text, LEXICON):
        assert (match.id is None) == (match.kind is None) == (match.name is None)


@given(findings=st.lists(FINDINGS, max_size=6), order=st.randoms(use_true_random=False))
def test_the_order_of_sentences_changes_nothing_of_what_is_found(findings: list[str], order: Random) -> None:
    def found(sentences: list[str]) -> set[tuple[str, bool]]:
        mentions = parse_symptoms(". ".join(sentences), LEXICON).mentions
        return {(mention.id, mention.present) for mention in mentions}

    shuffled = list(findings)
    order.shuffle(shuffled)
    assert found(shuffled) == found(findings)


@settings(max_examples=5, deadline=None)
@given(text=st.one_of(ANY_TEXT, SENTENCES))
def test_long_noise(text: str) -> None:
    parse_symptoms((text * 10_000)[:10_000], LEXICON)


def test_long_text_without_full_stops() -> None:
    text = "my lip keeps jumping and tingling toes but no cramps " * 190
    result = parse_symptoms(text, LEXICON)
    assert {mention.id for mention in result.mentions} == {
        "lip-twitching",
        "tingling-feet",
        "muscle-cramps",
    }


def test_nul_and_surrogates() -> None:
    result = parse_symptoms("\x00\ud800 numb\x00 feet \udfff", LEXICON)
    assert [mention.id for mention in result.mentions] == ["numb-feet"]
