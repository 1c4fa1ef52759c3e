"""Ready bytes: answers to GET that are kept for as long as their content release is served.

Bounded in bytes, in two parts (segmented LRU, Karedla et al. 1994): an answer is kept on trial until
it is asked for again, and only then takes the place of others. So addresses that somebody makes up
push out nothing but each other.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from app.http.encodings import LEAST_BYTES, pack

Header = tuple[bytes, bytes]
Key = tuple[str, bytes, str]

# Share of the room for answers that were asked for once.
TRIAL = 0.2
# What an entry costs beside its bytes: headers, key, and its place in the order.
OVERHEAD = 2_048
TAG_LENGTH = 32
# Queries up to this length are remembered with their order.
SHORT_QUERY = 200


def normalised(query: bytes) -> bytes:
    """Give a query whose parameters are in order, so that equal questions have equal keys.

    Parameters of one name keep their order, since the last may be the one that holds. Where a name is
    escaped, nothing is moved: it may be the name of another parameter.
    """
    if b"&" not in query:
        return query
    return _ordered_before(query) if len(query) <= SHORT_QUERY else _ordered(query)


def _ordered(query: bytes) -> bytes:
    pairs = [(part.partition(b"=")[0], part) for part in query.split(b"&") if part]
    if any(b"%" in name or b"+" in name for name, _ in pairs):
        return query
    pairs.sort(key=_name)
    return b"&".join([part for _, part in pairs])


_name = itemgetter(0)
_ordered_before = lru_cache(maxsize=2_048)(_ordered)


def lines(headers: Iterable[Header]) -> bytes:
    """Write headers as they go over the wire in HTTP/1.1."""
    return b"".join([b"%s: %s\r\n" % pair for pair in headers])


class Packed:
    """The bytes of an answer in one coding, with its headers as pairs and as lines."""

    __slots__ = ("body", "headers", "lines", "tag")

    def __init__(self, body: bytes, headers: list[Header], tag: bytes) -> None:
        self.body, self.headers, self.tag = body, headers, tag
        self.lines = lines(headers)


class Ready:
    """A whole answer: its bytes in each coding that was asked for, and a strong tag."""

    __slots__ = ("_forms", "_headers", "_lines", "accounted", "media_type", "operation", "stem")

    def __init__(self, body: bytes, *, media_type: bytes, headers: Iterable[Header], operation: str) -> None:
        # The tag is a digest of the bytes: the same in every process and for every caller.
        self.stem = hashlib.sha256(body).hexdigest()[:TAG_LENGTH].encode()
        self.operation, self.media_type = operation, media_type
        self._headers = list(headers)
        self._lines = lines(self._headers)
        self._forms: dict[bytes, Packed] = {}
        # Bytes that the store has counted for it.
        self.accounted = 0
        self._add(b"", body)

    @property
    def size(self) -> int:
        """Give the bytes that it holds, about; a form that is another one's costs nothing."""
        return OVERHEAD + sum({id(form): len(form.body) for form in list(self._forms.values())}.values())

    def form(self, coding: bytes) -> Packed | None:
        """Give the answer in a coding, if it is there already."""
        return self._forms.get(coding)

    @property
    def plain(self) -> bytes:
        """Give the bytes as they are."""
        return self._forms[b""].body

    def make(self, coding: bytes) -> Packed:
        """Give the answer in a coding, packing it if need be; plain where packing gains nothing."""
        found = self._forms.get(coding)
        if found is None:
            body = self.plain
            packed = pack(body, coding) if len(body) >= LEAST_BYTES else body
            if len(packed) < len(body):
                found = self._add(coding, packed)
            else:
                found = self._forms[coding] = self._forms[b""]
        return found

    def _add(self, coding: bytes, body: bytes) -> Packed:
        tag = self._tag(coding)
        headers = [
            (b"content-type", self.media_type),
            (b"content-length", str(len(body)).encode()),
            (b"etag", tag),
            *([(b"content-encoding", coding)] if coding else []),
            *self._headers,
        ]
        self._forms[coding] = Packed(body, headers, tag)
        return self._forms[coding]

    def _tag(self, coding: bytes) -> bytes:
        # Bytes in another coding are another representation, with a tag of its own (RFC 9110, 8.8.3).
        return b'"%s-%s"' % (self.stem, coding) if coding else b'"%s"' % self.stem

    def matching(self, if_none_match: bytes | None, coding: bytes) -> bytes | None:
        """Give the tag of those that a client names under which it has what it would be sent.

        Weak comparison (RFC 9110, 13.1.2). None where there is none; `*` matches. Bytes in a coding that
        the client did not ask for now do not count: a shared cache names the tags of all that it has,
        and would hand out those of the tag that it is told.
        """
        if if_none_match is None:
            return None
        if if_none_match.strip() == b"*":
            return self._forms[b""].tag
        for part in if_none_match.split(b","):
            tag = part.strip().removeprefix(b"W/")
            if tag == self._forms[b""].tag or (coding and tag == self._tag(coding)):
                return tag
        return None

    def unchanged(self, tag: bytes) -> tuple[list[Header], bytes]:
        """Give the headers of a 304, as pairs and as lines."""
        return [(b"etag", tag), *self._headers], b"etag: %s\r\n%s" % (tag, self._lines)


class ReadyBytes:
    """The answers that are kept, of one content release."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.release = ""
        self._trial: OrderedDict[Key, Ready] = OrderedDict()
        self._proven: OrderedDict[Key, Ready] = OrderedDict()
        # Bytes that each part holds.
        self._trial_size = self._proven_size = 0

    @property
    def size(self) -> int:
        """Give the bytes that are held, about."""
        return self._trial_size + self._proven_size

    def __len__(self) -> int:
        return len(self._trial) + len(self._proven)

    def get(self, key: Key, release: str) -> Ready | None:
        """Give the answer of a release to a question, if it is kept."""
        if release != self.release:
            return None
        found = self._proven.get(key)
        if found is not None:
            self._proven.move_to_end(key)
            return found
        found = self._trial.pop(key, None)
        if found is not None:
            self._trial_size -= found.accounted
            self._proven[key] = found
            self._proven_size += found.accounted
            self._make_room()
        return found

    def put(self, key: Key, ready: Ready) -> None:
        """Keep an answer of the release that is served, unless it is too large or there already."""
        size = ready.size + len(key[0]) + len(key[1])
        if size > self.most_bytes * TRIAL or key in self._trial or key in self._proven:
            return
        ready.accounted = size
        self._trial[key] = ready
        self._trial_size += size
        self._make_room()

    def grown(self, key: Key, ready: Ready) -> None:
        """Count what an answer has grown by, if it is kept."""
        by = ready.size + len(key[0]) + len(key[1]) - ready.accounted
        if self._proven.get(key) is ready:
            self._proven_size += by
        elif self._trial.get(key) is ready:
            self._trial_size += by
        else:
            return
        ready.accounted += by
        self._make_room()

    def serve(self, release: str) -> None:
        """Keep answers of this release from now on; those of the one before are dropped."""
        if release != self.release:
            self.release = release
            self._trial.clear()
            self._proven.clear()
            self._trial_size = self._proven_size = 0

    def _make_room(self) -> None:
        while self._trial and self._trial_size > self.most_bytes * TRIAL:
            _, old = self._trial.popitem(last=False)
            self._trial_size -= old.accounted
        while self._proven and self._proven_size > self.most_bytes * (1 - TRIAL):
            _, old = self._proven.popitem(last=False)
            self._proven_size -= old.accounted
