"""The image is built and started by the same steps as `make` uses."""

import re

from app.settings import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_image_installs_by_the_makefile() -> None:
    assert "RUN make install" in DOCKERFILE
    assert re.search(r"^install: \$\(VENV\)/runtime\.stamp", MAKEFILE, re.MULTILINE)


def test_the_image_serves_by_the_command_of_make_serve() -> None:
    command = re.search(r'^CMD \["\.venv/bin/python", (.+)\]$', DOCKERFILE, re.MULTILINE)
    assert command is not None
    words = re.findall(r'"([^"]+)"', command.group(1))
    assert f"$(BIN)/python {' '.join(words)}" in MAKEFILE


def test_the_image_runs_without_root_and_says_whether_it_is_healthy() -> None:
    last_stage = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    assert re.search(r"^USER \d+$", last_stage, re.MULTILINE)
    assert "HEALTHCHECK" in last_stage


def test_what_the_image_copies_exists() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    assert copied
    for path in " ".join(copied).split():
        assert (ROOT / path).exists(), path
