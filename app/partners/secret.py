"""The server's secret, under which keys are hashed: where it is had from, and how it is changed.

Several may hold at once, the newest first: new keys are hashed under the first, old ones are still
found under the others.
"""

import hmac
import os
import re
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

from app.settings import Settings

LEAST_LENGTH = 32
HOW = (
    "Make one with `python3 -c 'import secrets; print(secrets.token_urlsafe(32))'`, and give the same to "
    "each process as APP_KEY_SECRET, or as a file that APP_KEY_SECRET_FILE names."
)


class SecretError(ValueError):
    """The server's secret is missing or cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret of the server; `id` tells it from others and tells nothing of it."""

    id: str
    value: bytes

    @classmethod
    def of(cls, text: str) -> "Secret":
        """Take a secret as it was given.

        Raises:
            SecretError: it is too short to be one.
        """
        if len(text) < LEAST_LENGTH:
            raise SecretError(f"A key secret has {LEAST_LENGTH} characters or more. {HOW}")
        value = text.encode()
        return cls(hmac.digest(value, b"id of this secret", "sha256").hex()[:8], value)

    def hash(self, key: str) -> bytes:
        """Give the keyed hash of a key."""
        return hmac.digest(self.value, key.encode(), "sha256")


@dataclass(frozen=True, slots=True)
class SecretSource:
    """Where the secret is had from: a value, a file, or a file that may be made."""

    value: str | None
    file: Path | None
    may_make: bool

    @classmethod
    def of(cls, settings: Settings) -> "SecretSource":
        """Take the secret that is set; with none, the embedded database keeps one beside itself."""
        value = settings.key_secret.get_secret_value() if settings.key_secret else None
        if value is not None or settings.key_secret_file is not None:
            return cls(value, settings.key_secret_file, may_make=False)
        url = make_url(settings.database_url)
        if url.drivername == "sqlite" and url.database:
            return cls(None, Path(url.database).parent / "key-secret", may_make=True)
        return cls(None, None, may_make=False)

    def read(self) -> tuple[Secret, ...]:
        """Give the secrets, newest first; none where there is none yet.

        Raises:
            SecretError: what is set cannot be used.
        """
        if self.value is not None and self.file is not None:
            raise SecretError("APP_KEY_SECRET and APP_KEY_SECRET_FILE are both set; set one of them.")
        text = self.value
        if text is None and self.file is not None:
            try:
                text = self.file.read_text(encoding="utf-8")
            except FileNotFoundError:
                if self.may_make:
                    return ()
                raise SecretError(f"There is no file {self.file} (APP_KEY_SECRET_FILE). {HOW}") from None
            except (OSError, UnicodeDecodeError) as error:
                raise SecretError(f"{self.file} cannot be read ({type(error).__name__}).") from None
        if text is None:
            return ()
        # Commas or line ends stand between secrets.
        found = tuple(Secret.of(part) for part in map(str.strip, re.split(r"[,\n]", text)) if part)
        if not found:
            raise SecretError(f"The key secret is empty. {HOW}")
        return found

    def read_or_make(self) -> tuple[Secret, ...]:
        """Give the secrets; for an embedded database that has none, make one.

        Raises:
            SecretError: there is none and none may be made, or what is set cannot be used.
        """
        if found := self.read():
            return found
        if not self.may_make or self.file is None:
            raise SecretError(f"Keys on PostgreSQL need a secret that all processes share. {HOW}")
        try:
            make_file(self.file)
        except OSError as error:
            raise SecretError(f"{self.file} cannot be made ({type(error).__name__}).") from None
        return self.read()


def make_file(path: Path) -> None:
    """Write a new secret for the owner's eyes only; leave one alone that another process made first."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".key-secret-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            # A link appears whole or not at all, and never over another.
            path.hardlink_to(name)
        except FileExistsError:
            return
    finally:
        Path(name).unlink()
