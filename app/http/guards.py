"""What stands between the gateway and the routes: limits of bodies, and an answer for every fault."""

import asyncio
import logging
import re
import traceback
from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import (
    BodyTooLargeError,
    InternalError,
    ProblemError,
    SlowRequestError,
    UnsupportedMediaTypeError,
    overloaded,
    problem_response,
)

log = logging.getLogger("app")
LENGTH = re.compile(r"[0-9]{1,15}")


async def send_problem(scope: Scope, receive: Receive, send: Send, error: ProblemError) -> None:
    """Answer with a problem document from outside the application."""
    request_id = scope.get("state", {}).get("request_id", "")
    response = problem_response(error, path=scope["path"], request_id=request_id)
    await response(scope, receive, send)


class Faults:
    """Answers for what nobody else caught; tells and logs nothing of what was sent.

    The gateway holds an answer back until it is whole, so nothing of a broken one has been sent.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        except Exception as error:
            # Neither the message nor the values: they may hold what the person sent.
            frames = traceback.extract_tb(error.__traceback__)[-5:]
            where = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
            request_id = scope.get("state", {}).get("request_id", "")
            log.error("unexpected %s request_id=%s at %s", type(error).__name__, request_id, where)
            await send_problem(scope, receive, send, InternalError("Something went wrong on our side."))


class Bodies:
    """Refuses a packed body, one that is too large or comes too slowly; bounds what all hold together."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        most_bytes: int,
        other_paths: Mapping[str, int],
        most_bytes_together: int,
        seconds: float,
    ) -> None:
        self.app, self.most_bytes, self.seconds = app, most_bytes, seconds
        # Paths that have a limit of their own.
        self.other_paths = other_paths
        self.most_bytes_together = most_bytes_together
        self.held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        most = self.other_paths.get(scope["path"], self.most_bytes)
        error = self.refused(Headers(scope=scope), most)
        if error is not None:
            await send_problem(scope, receive, send, error)
            return
        body = Body(receive, most, asyncio.get_running_loop().time() + self.seconds, self)
        try:
            await self.app(scope, body.receive, send)
        finally:
            self.held -= body.seen

    def refused(self, headers: Headers, most: int) -> ProblemError | None:
        """Say what is wrong with a body by its headers alone."""
        if headers.get("content-encoding", "identity").strip().lower() != "identity":
            return UnsupportedMediaTypeError("The body must be sent without Content-Encoding.")
        declared = headers.get("content-length", "0")
        if not LENGTH.fullmatch(declared) or int(declared) > most:
            return BodyTooLargeError(f"A body may have {most} bytes.")
        if self.held + int(declared) > self.most_bytes_together:
            return overloaded()
        return None


class Body:
    """The body of one request as it comes in."""

    def __init__(self, receive: Receive, most: int, until: float, bodies: Bodies) -> None:
        self._receive, self._most, self._until, self._bodies = receive, most, until, bodies
        self.seen = 0
        self._whole = False

    async def receive(self) -> Message:
        """Give the next part.

        Raises:
            HTTPException: too large, too slow or too many; the one error that FastAPI lets through
                while it reads a body. The handlers make a problem of it.
        """
        if self._whole:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise HTTPException(SlowRequestError.status) from None
        if message["type"] == "http.request":
            size = len(message.get("body", b""))
            self.seen += size
            self._bodies.held += size
            self._whole = not message.get("more_body", False)
            if self.seen > self._most:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            if self._bodies.held > self._bodies.most_bytes_together:
                raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE)
        return message
