"""Where the server's secret comes from."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.partners.secret import Secret, SecretError, SecretSource
from app.settings import Settings
from tests.partners.conftest import OTHER_SECRET, SECRET

ON_POSTGRESQL = "postgresql+psycopg://nobody@127.0.0.1:9/nothing"


def embedded(folder: Path) -> SecretSource:
    """Give the source of an embedded database without a setting."""
    return SecretSource.of(Settings(database_url=f"sqlite:///{folder / 'test.db'}"))


def test_an_embedded_database_gets_a_secret_that_only_its_owner_can_read(tmp_path: Path) -> None:
    source = embedded(tmp_path)
    assert source.read() == ()
    [made] = source.read_or_make()
    file = tmp_path / "key-secret"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(made.value) == 43
    assert source.read() == source.read_or_make() == embedded(tmp_path).read() == (made,)
    assert list(tmp_path.iterdir()) == [file]


def test_processes_that_make_a_secret_at_once_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: embedded(tmp_path).read_or_make(), range(32)))
    assert len(set(found)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["key-secret"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(SecretError, match="cannot be made"):
        embedded(tmp_path / "nothing").read_or_make()


def test_postgresql_needs_a_secret_that_is_set() -> None:
    source = SecretSource.of(Settings(database_url=ON_POSTGRESQL))
    assert source.read() == ()
    with pytest.raises(SecretError, match=r"all processes share.*APP_KEY_SECRET"):
        source.read_or_make()


@pytest.mark.parametrize("url", ["sqlite:////nothing/test.db", ON_POSTGRESQL])
@pytest.mark.parametrize("text", [f"{SECRET},{OTHER_SECRET}", f"{SECRET}\n{OTHER_SECRET}\n"])
def test_several_secrets_may_be_set_or_stand_in_a_file(url: str, text: str, tmp_path: Path) -> None:
    wanted = Secret.of(SECRET), Secret.of(OTHER_SECRET)
    file = tmp_path / "secret"
    file.write_text(text, encoding="utf-8")
    set_here = SecretSource.of(Settings(database_url=url, key_secret=SecretStr(text)))
    in_file = SecretSource.of(Settings(database_url=url, key_secret_file=file))
    assert set_here.read() == in_file.read() == wanted
    assert set_here.read_or_make() == wanted


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (Settings(key_secret=SecretStr(" ")), "is empty"),
        (Settings(key_secret=SecretStr("x" * 31)), "32 characters or more"),
        (Settings(key_secret=SecretStr(f"{'x' * 40},short")), "32 characters or more"),
        (Settings(key_secret_file=Path("/nothing/here")), "There is no file /nothing/here"),
        (Settings(key_secret_file=Path("/")), "cannot be read"),
        (Settings(key_secret=SecretStr("x" * 40), key_secret_file=Path("/x")), "both set"),
    ],
)
def test_a_secret_that_cannot_be_used_is_told_without_being_told(settings: Settings, words: str) -> None:
    for read in (SecretSource.of(settings).read, SecretSource.of(settings).read_or_make):
        with pytest.raises(SecretError, match=words) as caught:
            read()
        assert "xxx" not in str(caught.value)


def test_settings_do_not_show_the_secret() -> None:
    assert SECRET not in repr(Settings(key_secret=SecretStr(SECRET)))


def test_the_id_of_a_secret_tells_it_from_others() -> None:
    assert Secret.of(SECRET).id == Secret.of(SECRET).id != Secret.of(OTHER_SECRET).id
