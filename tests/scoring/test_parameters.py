from app.scoring.parameters import parameters


def test_every_constant_has_a_name_a_meaning_and_an_origin() -> None:
    found = list(parameters())
    assert len({one.name for one in found}) == len(found) > 25
    assert all(one.meaning.endswith(".") and one.origin for one in found)
