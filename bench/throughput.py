"""Requests per second of the service beside a bare Starlette route that gives the same bytes.

Both run in turn on one core, uvicorn with one worker, loaded by wrk with 16 connections from another
core. Prints medians over the rounds and the ratio; figures of different machines don't compare.

usage: python bench/throughput.py [--rounds 3] [--seconds 5]        needs wrk, and a seeded database
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 8791
ASSESS = {
    "symptoms": [
        {"id": "lip-twitching"},
        {"id": "fatigue"},
        {"id": "tingling-feet"},
        {"id": "muscle-cramps"},
        {"id": "palpitations", "present": False},
    ],
    "profile": {"age_years": 34, "sex": "female", "diet": "vegan", "lifestyle": ["high-caffeine"]},
}
BARE = """
import sys
from pathlib import Path
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
body = Path(sys.argv[1] if len(sys.argv) > 1 else {path!r}).read_bytes()
async def answer(request):
    await request.body()
    return Response(body, media_type="application/json")
app = Starlette(routes=[Route("/{{rest:path}}", answer, methods=["GET", "POST"])])
"""


def serve(target: str, folder: Path, env: dict[str, str], *extra: str) -> subprocess.Popen[bytes]:
    """Start uvicorn on core 0 and wait until it answers."""
    command = ["taskset", "-c", "0", sys.executable, "-m", "uvicorn", target, "--port", str(PORT)]
    command += ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    process = subprocess.Popen([*command, *extra], cwd=folder, env=env)
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/readyz", timeout=1).read()
        except OSError:
            time.sleep(0.1)
        else:
            return process
    raise SystemExit("the server did not start")


def load(path: str, seconds: int, body: Path | None) -> float:
    """Give requests per second under wrk from core 1."""
    command = ["taskset", "-c", "1", "wrk", "-t1", "-c16", f"-d{seconds}s"]
    if body is not None:
        script = body.with_suffix(".lua")
        text = json.dumps(body.read_text())
        script.write_text(
            f'wrk.method = "POST"\nwrk.body = {text}\nwrk.headers["Content-Type"] = "application/json"\n'
        )
        command += ["-s", str(script)]
    output = subprocess.run(
        [*command, f"http://127.0.0.1:{PORT}{path}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in output:
        raise SystemExit(output)
    found = re.search(r"Requests/sec:\s+([\d.]+)", output)
    assert found is not None, output
    return float(found.group(1))


def memory_mb(process: subprocess.Popen[bytes]) -> float:
    """Give the resident memory of a process in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found.group(1)) / 1024


def main() -> None:
    """Measure ours and the bare route in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    env = {**os.environ, "APP_RATE_LIMIT_ENABLED": "false"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        posted = folder / "assess.json"
        posted.write_text(json.dumps(ASSESS))
        cases = {
            "GET /v1/nutrients/magnesium": ("/v1/nutrients/magnesium", None),
            "POST /v1/assess (5 findings)": ("/v1/assess", posted),
        }
        for title, (path, body) in cases.items():
            ours, bare = [], []
            for _ in range(options.rounds):
                process = serve("app.main:create_app", ROOT, env, "--factory")
                request = urllib.request.Request(
                    f"http://127.0.0.1:{PORT}{path}",
                    data=body.read_bytes() if body else None,
                    headers={"Content-Type": "application/json"},
                )
                answer = folder / "answer.json"
                answer.write_bytes(urllib.request.urlopen(request).read())
                ours.append(load(path, options.seconds, body))
                resident = memory_mb(process)
                process.terminate()
                process.wait()
                (folder / "bare.py").write_text(BARE.format(path=str(answer)))
                process = serve("bare:app", folder, env)
                bare.append(load(path, options.seconds, body))
                process.terminate()
                process.wait()
            ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
            print(
                f"{title}: ours {statistics.median(ours):.0f}/s ({min(ours):.0f}-{max(ours):.0f}), "
                f"bare {statistics.median(bare):.0f}/s, ratio {ratio:.3f}, "
                f"{answer.stat().st_size} bytes, memory {resident:.0f} MB"
            )


if __name__ == "__main__":
    main()
