"""The store of ready answers: bounded, fair, and never another question's answer."""

import random

import pytest

from app.http.ready import OVERHEAD, TRIAL, Key, Ready, ReadyBytes, normalised


def ready(body: bytes = b"x" * 1_000) -> Ready:
    """Make an answer."""
    return Ready(body, media_type=b"application/json", headers=[], operation="x")


def key(name: object) -> Key:
    """Make a key."""
    return "/v1/x", f"q={name}".encode(), "json"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (b"", b""),
        (b"b=1", b"b=1"),
        (b"b=1&a=2", b"a=2&b=1"),
        (b"b=1&&a=2&", b"a=2&b=1"),
        # Of one name the last holds, so they are not moved past each other.
        (b"a=2&a=1", b"a=2&a=1"),
        (b"b=1&a=2&a=1", b"a=2&a=1&b=1"),
        # `%61` is `a`: were it sorted before, another one would be last.
        (b"a=2&%61=1", b"a=2&%61=1"),
        (b"%61=1&a=2", b"%61=1&a=2"),
        (b"b=%26&a=1", b"a=1&b=%26"),
    ],
)
def test_only_equal_questions_have_equal_keys(query: bytes, expected: bytes) -> None:
    assert normalised(query) == expected


def test_long_queries_are_put_in_order_too() -> None:
    assert normalised(b"b=" + b"x" * 5_000 + b"&a=1") == b"a=1&b=" + b"x" * 5_000


def test_what_is_held_is_never_more_than_may_be() -> None:
    store, chance = ReadyBytes(200_000), random.Random(1)
    store.serve("r")
    for _ in range(5_000):
        one = key(chance.randrange(300))
        found = store.get(one, "r")
        if found is None:
            found = ready(bytes(chance.randrange(256) for _ in range(chance.randrange(20_000))))
            store.put(one, found)
        if chance.random() < 0.3:
            found.make(chance.choice((b"gzip", b"br")))
            store.grown(one, found)
        held = {**store._trial, **store._proven}
        assert store.size == sum(entry.accounted for entry in held.values()) <= 200_000
    assert len(store) > 5


def test_made_up_addresses_push_out_nothing_but_each_other() -> None:
    store = ReadyBytes(100_000)
    store.serve("r")
    asked = [key(number) for number in range(10)]
    for one in asked:
        store.put(one, ready())
        assert store.get(one, "r") is not None
    for number in range(10_000):
        store.put(key(f"made-up-{number}"), ready())
    assert all(store.get(one, "r") is not None for one in asked)
    assert store.size <= 100_000


def test_what_is_long_not_asked_for_makes_room() -> None:
    room = int(100_000 * (1 - TRIAL)) // (OVERHEAD + 1_000 + 20)
    store = ReadyBytes(100_000)
    store.serve("r")
    for number in range(room + 5):
        store.put(key(number), ready())
        store.get(key(number), "r")
        store.get(key(0), "r")
    assert store.get(key(0), "r") is not None
    assert store.get(key(1), "r") is None


def test_a_long_address_counts_with_its_length() -> None:
    store = ReadyBytes(1_000_000)
    store.serve("r")
    store.put(key("y" * 8_000), ready(b""))
    assert store.size >= OVERHEAD + 8_000


def test_an_answer_that_takes_all_the_room_is_not_kept() -> None:
    store = ReadyBytes(10_000)
    store.serve("r")
    store.put(key(1), ready(b"x" * 9_000))
    assert (len(store), store.size) == (0, 0)


def test_two_who_pack_at_once_count_their_bytes_once() -> None:
    store, one = ReadyBytes(100_000), ready(random.Random(1).randbytes(1_000) * 2)
    store.serve("r")
    store.put(key(1), one)
    before = store.size
    one.make(b"gzip")
    one.make(b"br")
    packed = sum(len(one.make(coding).body) for coding in (b"gzip", b"br"))
    store.grown(key(1), one)
    store.grown(key(1), one)
    assert store.size == before + packed


def test_what_grows_after_it_was_dropped_counts_nothing() -> None:
    store, one = ReadyBytes(100_000), ready()
    store.serve("r")
    store.put(key(1), one)
    store.serve("next")
    store.put(key(1), ready(b"y"))
    before = store.size
    one.make(b"gzip")
    store.grown(key(1), one)
    assert store.size == before


def test_a_new_release_leaves_nothing_of_the_one_before() -> None:
    store = ReadyBytes(100_000)
    store.serve("r")
    store.put(key(1), ready())
    assert store.get(key(1), "next") is None
    store.serve("next")
    assert (len(store), store.size) == (0, 0)
    store.serve("r")
    assert store.get(key(1), "r") is None


def test_equal_bytes_have_equal_tags_in_every_process() -> None:
    assert ready(b"{}").form(b"") is not None
    # Written down, so that another process, and another day, is held to it.
    assert ready(b"{}").stem == b"44136fa355b3678a1146ad16f7e8649e"


@pytest.mark.parametrize("coding", [b"gzip", b"br", b"zstd"])
def test_a_tag_of_another_coding_is_not_of_what_would_be_sent(coding: bytes) -> None:
    one = ready(b"word " * 1_000)
    tag = one.make(coding).tag
    assert one.matching(tag, coding) == tag
    assert one.matching(b"W/" + tag, coding) == tag
    assert one.matching(tag, b"") is None
    other = b"br" if coding == b"gzip" else b"gzip"
    assert one.matching(tag, other) is None
    plain = one.make(b"").tag
    # Plain bytes can be read by everybody.
    assert one.matching(plain, coding) == plain


def test_packing_that_gains_nothing_is_left_out() -> None:
    one = ready(random.Random(1).randbytes(2_000))
    assert one.make(b"gzip") is one.make(b"")
    assert one.size == OVERHEAD + 2_000
