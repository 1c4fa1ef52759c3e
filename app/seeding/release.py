"""The name of content: a digest of the seed files and of the code that derives rows from them, so that
equal content has an equal name on every machine.
"""

import hashlib
from pathlib import Path

RELEASE_LENGTH = 16
SEEDING = Path(__file__).resolve().parent
FOODS = SEEDING.parent / "foods"
DERIVATION = sorted(
    [*SEEDING.glob("*.py"), *(FOODS / f"{name}.py" for name in ("diets", "everyday", "portions"))]
)


def content_release(root: Path) -> str:
    """Give the id of the content that the seed files in `root` make up."""
    digest = hashlib.sha256()
    files = sorted(path for path in root.rglob("*") if path.suffix in {".toml", ".csv", ".gz", ".jsonl"})
    for path in [*files, *DERIVATION]:
        name = str(path.relative_to(root)) if path.is_relative_to(root) else path.name
        data = path.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:RELEASE_LENGTH]
