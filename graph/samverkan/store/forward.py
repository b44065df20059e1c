"""Outsiders' queries on a remote endpoint: looked at as ever, sent on, and the answer held to the same limits."""

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results, serialize

from samverkan.store.answers import DEFAULT_FORMATS, WHOLE, Answer, Dataset, Limits, fitting, too_long, too_many
from samverkan.store.connection import Stream
from samverkan.store.formats import GRAPHS, TABLES, XML_FORMATS, readable_xml
from samverkan.store.guard import check
from samverkan.store.remote import RemoteStore, readable
from samverkan.vocabulary import PREFIXES


class ForwardedQueries:
    """Answers outsiders' queries by the endpoint at `query_url` (see `Answers`).

    How long a query goes on burning there after its time here is up depends on the endpoint's own limits.
    """

    def __init__(self, query_url: str, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._url = query_url
        self._store = RemoteStore(query_url, "", self._limits.seconds)

    def answer(
        self,
        query: str,
        formats: Sequence[str] = DEFAULT_FORMATS,
        dataset: Dataset = WHOLE,
        rows: int | None = None,
    ) -> Answer:
        """The answer in the first of `formats` that fits the form of the query; see `Answers` for the errors."""
        limits = self._limits if rows is None else replace(self._limits, rows=rows)
        kind = check(query)
        form = fitting(kind, formats)
        body = _whole(self._store.fetch(query, kind, dataset), limits)
        with readable(self._url):
            written = _table(body, form, limits) if form in TABLES else _graph(body, form, limits)
        return Answer(readable_xml(written) if form in XML_FORMATS else written, form, "")

    def close(self) -> None:
        """Nothing to do: no connection outlives its answer."""


def _table(body: bytes, form: str, limits: Limits) -> bytes:
    rows = parse_query_results(body, QueryResultsFormat.JSON)
    if not isinstance(rows, QueryBoolean) and sum(1 for _ in islice(rows, limits.rows + 1)) > limits.rows:
        raise too_many(limits)
    return parse_query_results(body, QueryResultsFormat.JSON).serialize(format=TABLES[form].engine) or b""


def _graph(body: bytes, form: str, limits: Limits) -> bytes:
    quads = parse(body, RdfFormat.N_TRIPLES)
    triples = [quad.triple for quad in islice(quads, limits.rows + 1)]
    if len(triples) > limits.rows:
        raise too_many(limits)
    return serialize(triples, format=GRAPHS[form].engine, prefixes=PREFIXES) or b""


def _whole(body: Stream, limits: Limits) -> bytes:
    """All of an answer, unless it is too long."""
    whole = io.BytesIO()
    while part := body.read(1 << 16):
        if whole.tell() + len(part) > limits.answer_bytes:
            raise too_long(limits)
        whole.write(part)
    return whole.getvalue()
