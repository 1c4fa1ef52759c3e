"""What stands between the gateway and the routes: limits of request bodies."""

import asyncio
import re
from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import BodyTooLargeError, SlowRequestError, UnsupportedMediaTypeError, overloaded

LENGTH = re.compile(r"[0-9]{1,15}")


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
        """Serve one request.

        Raises:
            ProblemError: the body is refused by what its headers say.
        """
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        most = self.other_paths.get(scope["path"], self.most_bytes)
        self.check(Headers(scope=scope), most)
        body = Body(receive, most, asyncio.get_running_loop().time() + self.seconds, self)
        try:
            await self.app(scope, body.receive, send)
        finally:
            self.held -= body.seen

    def check(self, headers: Headers, most: int) -> None:
        """Look at what the headers say of a body, before any of it is read.

        Raises:
            ProblemError: it is packed or too large, or all bodies together would be.
        """
        # Packed bytes may be a thousand times as many once they are unpacked.
        if headers.get("content-encoding", "identity").strip().lower() != "identity":
            raise UnsupportedMediaTypeError("The body must be sent without Content-Encoding.")
        declared = headers.get("content-length", "0")
        if not LENGTH.fullmatch(declared) or int(declared) > most:
            raise BodyTooLargeError(f"A body may have {most} bytes.")
        if self.held + int(declared) > self.most_bytes_together:
            raise overloaded()


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
