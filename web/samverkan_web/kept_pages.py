"""Pages kept in memory as they were sent: who asks for the same while the graph is the same gets it at once."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final, TypeAlias

from flask import Response, session
from werkzeug.wrappers import Request

Key: TypeAlias = tuple[str, ...]
_LARGEST: Final = 500_000  # bytes of a page


@dataclass(frozen=True, slots=True)
class _Kept:
    body: bytes
    headers: tuple[tuple[str, str], ...]


class KeptPages:
    """The pages asked for last, at most `most` bytes of them; threads may share it."""

    def __init__(self, most: int = 64_000_000) -> None:
        self._left = most
        self._pages: OrderedDict[Key, _Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Response | None:
        """The page as it was sent; None where it is not kept."""
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            self._pages.move_to_end(key)
        return Response(page.body, headers=list(page.headers))

    def keep(self, key: Key, response: Response) -> None:
        """Keep a page, and let go those that were not asked for for longest."""
        if response.is_streamed or response.direct_passthrough or "Set-Cookie" in response.headers or session.modified:
            return
        page = _Kept(response.get_data(), tuple(response.headers.items()))
        if len(page.body) > _LARGEST:
            return
        with self._lock:
            former = self._pages.pop(key, None)
            self._left += len(former.body) if former else 0
            self._pages[key] = page
            self._left -= len(page.body)
            while self._left < 0:
                self._left += len(self._pages.popitem(last=False)[1].body)


def key_of(request: Request, tag: str) -> Key | None:
    """What tells a page from others, given the tag of the graph; None for one that may be for this visitor alone."""
    if request.method != "GET" or request.cookies:
        return None
    zipped = "gzip" if request.accept_encodings.quality("gzip") > 0 else ""
    return tag, zipped, request.host_url, request.path, request.query_string.decode("latin-1")
