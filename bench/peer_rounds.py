"""Rounds through all servers, case by case."""

import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from bench import world
from bench.cases import Case, cases
from bench.load import Asking, Outcome, load, write
from bench.servers import Server, free_port, serving

PEERS = world.ROOT / ".venv-bench" / "bin"
HIGH_RATE = "100000000/minute"
OURS, UNLIMITED = "ours", "ours, no limit"


def serve_ours(
    stack: ExitStack, database: Path, folder: Path, name: str = OURS, *, workers: int = 1, **settings: str
) -> Server:
    """Start the service as operators do, quiet, with a rate that is counted and never reached."""
    port = free_port()
    environment = {
        "APP_DATABASE_URL": f"sqlite:///{database}",
        "APP_SNAPSHOT_PATH": str(folder / "snapshots"),
        "APP_RATE_LIMIT": HIGH_RATE,
        "APP_LOG_LEVEL": "warning",
        "PORT": str(port),
        "WORKERS": str(workers),
        **settings,
    }
    return stack.enter_context(
        serving(
            name,
            [sys.executable, "-m", "app", "serve"],
            port=port,
            log=folder / f"{name.replace(' ', '-')}.log",
            ready="/readyz",
            environment=environment,
            cores="0" if workers == 1 else "0,1",
        )
    )


def serve_peers(stack: ExitStack, tables: Path, answers: Path, folder: Path) -> list[Server]:
    """Start all peers."""
    found = []
    for name, factory in (("starlette", "bare"), ("fastapi", "fast")):
        port = free_port()
        command = [str(PEERS / "python"), "-m", "uvicorn", "--factory", f"bench.peers:{factory}"]
        command += ["--port", str(port), "--loop", "uvloop", "--http", "httptools", "--no-access-log"]
        command += ["--no-server-header", "--no-proxy-headers", "--app-dir", str(world.ROOT)]
        environment = {"BENCH_ANSWERS": str(answers)}
        log = folder / f"{name}.log"
        server = serving(name, command, port=port, log=log, ready="/", environment=environment)
        found.append(stack.enter_context(server))
    port = free_port()
    command = [str(PEERS / "datasette"), "serve", "-i", str(tables), "--port", str(port)]
    ready, log = "/-/versions.json", folder / "datasette.log"
    found.append(stack.enter_context(serving("datasette", command, port=port, log=log, ready=ready)))
    port = free_port()
    command = [str(PEERS / "roapi"), "--addr-http", f"127.0.0.1:{port}"]
    command += [
        "--addr-postgres",
        f"127.0.0.1:{free_port()}",
        "--addr-flight-sql",
        f"127.0.0.1:{free_port()}",
    ]
    for table in ("food", "nutrient"):
        command += ["--table", f"{table}=sqlite://{tables}"]
    ready, log = "/api/schema", folder / "roapi.log"
    found.append(stack.enter_context(serving("roapi", command, port=port, log=log, ready=ready)))
    return found


def ask(server: Server, asking: Asking) -> tuple[int, dict[str, str], bytes]:
    """Send one request."""
    headers = {}
    if asking.body != "-":
        headers["Content-Type"] = "application/json"
    if asking.etag != "-":
        headers["If-None-Match"] = asking.etag
    body = None if asking.body == "-" else asking.body.encode()
    request = Request(server.url + asking.path, body, headers, method=asking.method)
    try:
        with urlopen(request, timeout=30) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def keep_answer(case: Case, server: Server, folder: Path) -> None:
    """Keep an answer of ours of usual size, which the peers then give."""
    given = [ask(server, asking) for asking in case.ours[:25]]
    status, headers, body = sorted(given, key=lambda one: len(one[2]))[len(given) // 2]
    (folder / f"{case.name}.json").write_text(json.dumps({"status": status, "headers": headers}))
    (folder / f"{case.name}.body").write_bytes(body)


def requests_of(case: Case, server: str) -> Sequence[Asking]:
    """Give what a server is asked in a case; nothing where it has no such thing."""
    if server in {OURS, UNLIMITED}:
        return case.ours
    if server in case.like_ours:
        return [one._replace(path=f"/{case.name}") for one in case.ours[:500]]
    known: dict[str, Sequence[Asking]] = {
        "datasette": case.datasette,
        "datasette, SQL": case.datasette_sql,
        "roapi": case.roapi,
    }
    return known.get(server, ())


def run(folder: Path, *, seconds: int, rounds: int, only: Sequence[str]) -> dict[str, Any]:
    """Measure all cases, and print what came of them."""
    database = world.content()
    tables = world.with_full_text(database).rename(folder / "content.db")
    answers = folder / "answers"
    answers.mkdir()
    measured: dict[str, Any] = {}
    with ExitStack() as stack:
        ours = serve_ours(stack, database, folder)
        free = serve_ours(stack, database, folder, UNLIMITED, APP_RATE_LIMIT_ENABLED="false")
        print(f"{ours.name}: ready in {ours.start_seconds:.1f} s, {ours.memory()[0]:.0f} MB")
        wanted = [
            case
            for case in cases(database, lambda path: ask(ours, Asking("GET", path))[1]["etag"])
            if not only or case.name in only
        ]
        for case in wanted:
            keep_answer(case, ours, answers)
        servers = [ours, free, *serve_peers(stack, tables, answers, folder)]
        for case in wanted:
            measured[case.name] = measure(case, servers, folder, seconds=seconds, rounds=rounds)
        print("\nmemory after the load, MB (VmRSS, PSS):")
        for server in servers:
            rss, pss = server.memory()
            measured.setdefault("memory", {})[server.name] = {"rss": rss, "pss": pss}
            print(f"  {server.name:16}{rss:8.0f}{pss:8.0f}")
    return measured


def measure(
    case: Case, servers: Sequence[Server], folder: Path, *, seconds: int, rounds: int
) -> dict[str, list[dict[str, Any]]]:
    """Measure one case: each round loads every server that can answer it, in turn."""
    targets = []
    for server in servers:
        for name in (server.name, "datasette, SQL") if server.name == "datasette" else (server.name,):
            if requests := requests_of(case, name):
                file = write(requests, folder / f"{case.name}-{name.replace(' ', '-')}.tsv")
                targets.append((name, server, file))
    for server in servers:
        if server.name in {OURS, UNLIMITED}:
            for asking in case.warm:
                ask(server, asking)
    found: dict[str, list[Outcome]] = defaultdict(list)
    sent: dict[str, int] = defaultdict(int)
    for number in range(rounds):
        # Each second round goes the other way, so that no server always follows the same one.
        for name, server, file in targets if number % 2 == 0 else targets[::-1]:
            first = sent[name] if case.ever_new else 0
            outcome = load(server.url, file, seconds=seconds, first=first)
            sent[name] += outcome.requests
            found[name].append(outcome)
    show(case.name, found)
    return {name: [asdict(one) for one in outcomes] for name, outcomes in found.items()}


def spread(values: Sequence[float], form: str = ",.0f") -> str:
    """Write the median with the least and the greatest."""
    return f"{statistics.median(values):{form}} [{min(values):{form}} to {max(values):{form}}]"


def show(title: str, found: dict[str, list[Outcome]]) -> None:
    """Print one case."""
    print(
        f"\n{title}\n  {'':16}{'requests/s':>30}{'p50 ms':>9}{'p99 ms':>9}{'faults':>8}"
        "   ours is so many times that"
    )
    for name, outcomes in found.items():
        middle = [statistics.median(getattr(one, at) for one in outcomes) for at in ("p50_ms", "p99_ms")]
        faults = sum(one.faults for one in outcomes)
        ratios = [a.per_second / b.per_second for a, b in zip(found[OURS], outcomes, strict=True)]
        told = "" if name == OURS else spread(ratios, ".2f")
        rate = spread([one.per_second for one in outcomes])
        print(f"  {name:16}{rate:>30}{middle[0]:9.2f}{middle[1]:9.2f}{faults:8}   {told}", flush=True)
