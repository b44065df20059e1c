"""Virtuoso 7 as it is met over HTTP, and what has to be done so that it answers as the standard says.

Each row of this list was seen on 7.2.5.
- A query sent as `application/sparql-query` is never answered: queries go as forms, as they do to every engine here.
- The answer to ASK is a table of one number. A blank node has a name that none may have, a boolean is 1 or 0.
- An answer is cut after `ResultSetMaxRows` rows. Of a table a header says so, of triples nothing does.
- A query that took too long may give what it had found until then, as 200; only a header says so.
- The default graph holds Virtuoso's own graphs too, some 2,500 triples, and they are among the named ones. What should
  keep them out (`define input:default-graph-exclude`) gives no rows at all for a graph named by a constant.
- DESCRIBE says nothing of a thing without a type, unless it is told how to describe.
- A graph that is put by the Graph Store protocol is empty for others meanwhile, one that an update drops and inserts is
  not. But INSERT DATA knows no blank nodes, and what is long is too much for its compiler: such a graph is put.
- What is put is known as Turtle by its look and not by its media type, and not where a long text comes early.
- Where an OPTIONAL filters by a variable from outside, that is unbound; an order by what SELECT works out is refused;
  sub-SELECTs and transitive paths fail in other ways. Of our 107 questions 30 are refused or not done in time, 27 have
  other rows: so readers are given a snapshot (see `samverkan.store.reads_directly`).
- A syntax error has a line at best, an unknown function is a fault of the server (500).
"""

import re
from collections.abc import Callable
from typing import Final

import pyoxigraph

from samverkan.errors import QueryError, QueryTimeout, ResultTooLarge, StoreError
from samverkan.store.connection import Body, Stream, words
from samverkan.store.guard import Form
from samverkan.store.syntax import query_error

OWN_GRAPHS: Final = frozenset(
    {
        "http://www.openlinksw.com/schemas/virtrdf#",
        "http://www.w3.org/ns/ldp#",
        "http://localuriqaserver/sparql",
        "http://www.w3.org/2002/07/owl#",
        "urn:activitystreams-owl:map",
        "urn:core:services:sparql",
    }
)
"""The graphs that a new Virtuoso holds already, or puts there by itself."""
DESCRIBING: Final = 'define sql:describe-mode "CBD" '
LARGEST_UPDATE: Final = (4_000, 200_000)
"""Triples, and letters in them, that one update may have: 4,990 triples are compiled at most, 3 MB in a minute."""
CUT: Final = "X-SPARQL-MaxRows"  # the header that says after how many rows an answer was cut
HEAD: Final = b"@prefix samv: <https://w3id.org/samverkan/ns#> .\n"
PROBE: Final = "SELECT (1 AS ?x) { ?a ?b ?c . ?d ?e ?f } LIMIT 100001"
"""A query with more rows than most limits allow, of two bytes each as CSV: its header tells the limit."""
_PARTLY: Final = "X-SQL-State"  # the header of an answer that is not the whole one, for lack of time
_MANY: Final = 1_000  # triples from which on an answer may be a cut one; nobody sets the limit lower

# What is written in its own way in JSON; quotes within a value are escaped, so none of these can stand in one.
_TERMS: Final = (
    (b'"type": "bnode", "value": "nodeID://', b'"type": "bnode", "value": "'),
    (b'XMLSchema#boolean", "value": "1"', b'XMLSchema#boolean", "value": "true"'),
    (b'XMLSchema#boolean", "value": "0"', b'XMLSchema#boolean", "value": "false"'),
)
_LONGEST: Final = max(len(written) for written, _ in _TERMS)
_TRUE: Final = re.compile(rb'"__ASK_RETVAL": \{[^}]*"value": "1"')

_CODE: Final = re.compile(r"Virtuoso (\w{5}) Error (\w+?)\.*:")
_TOO_LATE: Final = ("S1T00", "S1TAT")
_NOT_ALLOWED: Final = ("SR186", "SQ070")
_SHORT: Final = 8_192  # characters up to which a query is looked at for where it is wrong
_FLAT: Final = 60  # opening brackets that such a query may have


def mended(body: Body, kind: Form, most: Callable[[], int | None]) -> Stream:
    """An answer as the standard has it; `QueryTimeout` where it is only a part, `ResultTooLarge` where it was cut."""
    if _PARTLY in body.headers:
        body.close()
        said = words(body.headers.get("X-SQL-Message", ""))
        raise QueryTimeout(f"Virtuoso gave up midway ({said}); ask for less, or raise its MaxQueryExecutionTime")
    if kind == "ASK":
        return _Text(b'{"head":{},"boolean":%s}' % (b"true" if _TRUE.search(body.whole()) else b"false"))
    return _Table(body) if kind == "SELECT" else _Triples(body, most)


def too_many(rows: int) -> ResultTooLarge:
    """The error for an answer that was cut."""
    return ResultTooLarge(
        f"Virtuoso gives at most {rows} rows, and this answer has more: ask for less, use LIMIT and OFFSET, or raise "
        "ResultSetMaxRows in its virtuoso.ini"
    )


def refusal(query: str, status: int, text: str) -> Exception | None:
    """What a refusal means by the code that Virtuoso gives; None for one without."""
    found = _CODE.search(text)
    if not found:
        return None
    said = words(text.partition("\n\nSPARQL query:")[0])
    sql_state, code = found.groups()
    if sql_state in _TOO_LATE:
        return QueryTimeout(f"Virtuoso gave up: {said}")
    if code in _NOT_ALLOWED and "SERVICE" not in query.upper():
        return StoreError(
            f"Virtuoso does not let us write: {said}; name a user who may by SAMVERKAN_STORE_USER and "
            "SAMVERKAN_STORE_PASSWORD"
        )
    if code == "SR185":
        return QueryError(f"the engine knows no such function: {said}")
    if status == 400 or sql_state in ("37000", "22023", "42001"):
        return _where(query) or QueryError(said)
    return None


def _where(query: str) -> QueryError | None:
    """Line and column of what is wrong by another engine's parser, which is spared queries that may be hard for it."""
    if not query or len(query) > _SHORT or sum(map(query.count, "({[")) > _FLAT:
        return None
    try:
        pyoxigraph.Store().query(query)
    except SyntaxError as error:
        return query_error(query, str(error))
    except RuntimeError:
        return None  # a function that it lacks, which is not what is wrong here
    return None


class _Text:
    """An answer that is known whole."""

    def __init__(self, text: bytes) -> None:
        self._left = text

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes."""
        end = len(self._left) if size < 0 else size
        part, self._left = self._left[:end], self._left[end:]
        return part


class _Table:
    """JSON results with terms as the standard writes them."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._ready = b""
        self._behind = b""  # what may be the beginning of something to mend
        self._ended = False

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes."""
        while not self._ready and not self._ended:
            part = self._body.read(1 << 16)
            self._ended = not part
            text = self._behind + part
            for written, meant in _TERMS:
                text = text.replace(written, meant)
            end = len(text) if self._ended else max(0, len(text) - _LONGEST)
            self._ready, self._behind = text[:end], text[end:]
        end = len(self._ready) if size < 0 else size
        part, self._ready = self._ready[:end], self._ready[end:]
        return part


class _Triples:
    """N-Triples, with an error at the end where there may be more of them."""

    def __init__(self, body: Body, most: Callable[[], int | None]) -> None:
        self._body = body
        self._most = most
        self._lines = 0

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; `ResultTooLarge` at the end of what was cut."""
        part = self._body.read(size)
        self._lines += part.count(b"\n")
        if not part and self._lines >= _MANY:
            most = self._most()
            if most is not None and self._lines >= most:
                raise too_many(most)
        return part
