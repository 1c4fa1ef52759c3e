"""Answers that are made from memory in less time than it takes to find the route of a request.

A search may be one that nobody made before, so that no ready bytes help. What is plain enough is made by
a function of its own as soon as the request has come; all else, and every fault, takes the whole route.
Both give the same bytes and headers.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from app.http.ready import Header
from app.live import Live


class Made(NamedTuple):
    """An answer in JSON, and the headers that are its own."""

    body: bytes
    headers: list[Header]


# Makes an answer of the content that is served.
Make: TypeAlias = Callable[[Live], Made]


class Shortcut(NamedTuple):
    """How the plain requests to a path are answered."""

    operation: str
    # Reads a query string; None for what is to take the whole route.
    plan: Callable[[bytes], Make | None]
