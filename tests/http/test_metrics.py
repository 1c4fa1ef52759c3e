"""Metrics: of one process, and of several that share a port."""

import re
from pathlib import Path

import pytest

from app.http.metrics import Metrics, shared_folder

ONE = ("get_nutrient", "GET", 200, "open", True)


def value(metrics: Metrics, name: str) -> float:
    """Give the sum of the values of a metric."""
    text = metrics.render("").decode()
    return sum(map(float, re.findall(rf"^{name}(?:\{{[^}}]*\}})? (\S+)$", text, re.MULTILINE)))


def test_requests_are_counted_with_their_times() -> None:
    metrics = Metrics()
    for seconds in (0.00005, 0.004, 0.3, 9.0):
        metrics.observe(ONE, seconds)
    text = metrics.render("0123").decode()
    assert (
        'http_requests_total{method="GET",operation="get_nutrient",plan="open",ready="true",status="200"} 4.0'
        in text
    )
    for bound, count in (("0.0001", 1.0), ("0.005", 2.0), ("0.5", 3.0), ("+Inf", 4.0)):
        assert f'_bucket{{le="{bound}",operation="get_nutrient",plan="open"}} {count}' in text
    assert 'content_release_info{release="0123"} 1.0' in text
    assert value(metrics, "http_request_duration_seconds_sum") == pytest.approx(9.30405)


def test_plans_are_told_apart() -> None:
    metrics = Metrics()
    metrics.observe(ONE, 0.1)
    metrics.observe((*ONE[:3], "large", False), 0.1)
    text = metrics.render("").decode()
    for plan in ("open", "large"):
        assert f'_count{{operation="get_nutrient",plan="{plan}"}} 1.0' in text


def test_a_release_that_is_not_served_any_more_is_not_told() -> None:
    metrics = Metrics()
    metrics.render("old")
    assert 'release="old"' not in metrics.render("new").decode()


def test_processes_add_up_what_they_counted(tmp_path: Path) -> None:
    one, other = Metrics(str(tmp_path)), Metrics(str(tmp_path))
    for _ in range(3):
        one.observe(ONE, 0.1)
    other.observe(ONE, 0.2)
    other.shed()
    assert value(one, "http_requests_total") == 3
    one.share()
    other.share()
    other.share()
    for metrics in (one, other):
        assert value(metrics, "http_requests_total") == 4
        assert value(metrics, "http_request_duration_seconds_sum") == pytest.approx(0.5)
        assert value(metrics, "requests_shed_total") == 1
    # Counters never fall: what a process counted stays when it is gone.
    del one
    assert value(other, "http_requests_total") == 4


def test_counts_that_cannot_be_left_stop_nobody(tmp_path: Path) -> None:
    metrics = Metrics(str(tmp_path / "nowhere"))
    metrics.observe(ONE, 0.1)
    metrics.share()
    assert value(metrics, "http_requests_total") == 1


def test_one_process_needs_no_folder() -> None:
    with shared_folder(1) as folder:
        assert folder == ""
    with shared_folder(2) as folder:
        assert Path(folder).is_dir()
    assert not Path(folder).exists()
