"""Takes the program out of a quick start, so that the page that people read is what the test runs.

    python -m scripts.snippets PAGE LANGUAGE PROGRAM OUTPUT

The fenced blocks of LANGUAGE make one program, in their order; the blocks marked `text` are what it must
print. The address in the page is replaced by `BASE_URL` where that is set.
"""

import os
import re
import sys
from pathlib import Path

ADDRESS = "http://127.0.0.1:8000"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> str:
    """Join the fenced blocks of a language; a page that has none is a fault of ours."""
    found = [body for marked, body in FENCE.findall(page) if marked == language]
    if not found:
        raise SystemExit(f"the page has no block marked '{language}'")
    return "\n".join(found) if language != "text" else "".join(found)


def main() -> None:
    """Write the program and what it must print."""
    page, language, program, output = sys.argv[1:]
    text = Path(page).read_text(encoding="utf-8").replace(ADDRESS, os.environ.get("BASE_URL", ADDRESS))
    Path(program).write_text(blocks(text, language), encoding="utf-8")
    Path(output).write_text(blocks(text, "text"), encoding="utf-8")


if __name__ == "__main__":
    main()
