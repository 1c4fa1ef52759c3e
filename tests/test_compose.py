"""compose.yaml and deploy/nginx.conf agree with each other and with the settings."""

import re
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from app.settings import ROOT, Settings


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """The services of compose.yaml."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    return found


@pytest.fixture(scope="module")
def proxy() -> str:
    """The configuration of the proxy."""
    return (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")


def test_every_variable_is_a_setting(services: dict[str, Any]) -> None:
    for name in ("app-1", "app-2"):
        variables = services[name]["environment"]
        assert {variable.removeprefix("APP_").lower() for variable in variables} <= set(Settings.model_fields)


def test_the_proxy_asks_the_two_that_there_are(services: dict[str, Any], proxy: str) -> None:
    asked = set(re.findall(r"server (\S+):8000", proxy))
    assert asked == {name for name in services if name.startswith("app-")}
    assert set(services["proxy"]["depends_on"]) == asked


def test_the_proxy_alone_is_believed_and_reached(services: dict[str, Any]) -> None:
    address = services["proxy"]["networks"]["inside"]["ipv4_address"]
    for name, service in services.items():
        assert ("ports" in service) == (name == "proxy")
        if name.startswith("app-"):
            assert service["environment"]["APP_TRUSTED_PROXIES"] == f'["{address}"]'


def test_the_proxy_holds_no_body_on_disk(proxy: str) -> None:
    sizes = dict(re.findall(r"(client_max_body_size|client_body_buffer_size) (\w+);", proxy))
    # A body above its buffer would go to a file.
    assert sizes["client_body_buffer_size"] == sizes["client_max_body_size"]
    assert "proxy_max_temp_file_size 0;" in proxy
    assert "$request_uri" not in proxy.split("log_format", 1)[1].split(";", 1)[0]
    assert "$args" not in proxy


def test_the_proxy_takes_the_largest_body_that_the_service_takes(proxy: str) -> None:
    most = int(re.findall(r"client_max_body_size (\d+)m;", proxy)[0]) * 1_048_576
    assert most == Settings.model_fields["max_batch_body_bytes"].default
