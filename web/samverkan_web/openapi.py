"""The JSON API in the terms of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), from the headers of the queries."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from samverkan import __version__, queries
from samverkan.queries import Parameter, Query
from samverkan_web.entities import KINDS

TITLES: Final[Mapping[int, str]] = {
    400: "The request could not be understood",
    404: "There is no such thing",
    405: "That cannot be done here",
    410: "It was removed",
    500: "Something went wrong here",
    503: "The graph does not answer right now",
}
_JSON: Final = "application/json"
_ERRORS: Final = (400, 404, 503)
_EXAMPLES: Final = {"body": "Centralt samverkansorgan", "date": "2019-01-30"}

Schema = dict[str, Any]


def query_string(values: Mapping[str, str]) -> str:
    """Parameters as they stand in an address."""
    return urlencode(values)


def document(site: str) -> Schema:
    """The whole description, for the API of the site at an address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Samverkan",
            "version": __version__,
            "summary": "Who sits on which body of Swedish regional collaboration, with the sentence that says it",
            "license": {"name": "CC0 1.0 (data)", "identifier": "CC0-1.0"},
        },
        "servers": [{"url": f"{site}/api"}],
        "paths": {
            "/questions": {"get": _questions()},
            **{f"/questions/{each.name}": {"get": _question(each)} for each in queries.catalogue().values()},
            "/search": {"get": _search()},
            "/things/{path}": {"get": _thing()},
        },
        "components": {"schemas": _schemas(), "responses": {str(each): _problem(each) for each in _ERRORS}},
    }


def _operation(name: str, summary: str, answer: Schema, parameters: list[Schema], media: str = _JSON) -> Schema:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "The answer", "content": {media: {"schema": answer}}},
            **{str(each): {"$ref": f"#/components/responses/{each}"} for each in _ERRORS},
        },
    }


def _questions() -> Schema:
    answer = _object({"questions": {"type": "array", "items": {"$ref": "#/components/schemas/Question"}}})
    return _operation("questions", "All questions with their parameters", answer, [])


def _question(asked: Query) -> Schema:
    own = [_parameter(each) for each in asked.parameters if each.type != "language"]
    made = _operation(asked.name, asked.title["en"], _answer(asked), [*own, _LANGUAGE, _PAGE, _LIMIT])
    return made | {"description": asked.summary["en"], "tags": ["questions"]}


def _parameter(parameter: Parameter) -> Schema:
    schema: Schema = {"type": "string", "minLength": 1} if parameter.required else {"type": "string"}
    if parameter.type == "date":
        schema |= {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    elif parameter.type == "integer":
        schema = {"type": "integer"}
    made = {"name": parameter.name, "in": "query", "required": parameter.required, "schema": schema}
    example = {"example": _EXAMPLES[parameter.type]} if parameter.type in _EXAMPLES else {}
    return made | {"description": parameter.help["en"]} | example


def _answer(asked: Query) -> Schema:
    """A page of rows, each cell of which is there where something is stated."""
    cell = {"$ref": "#/components/schemas/Cell"}
    row = {"type": "object", "properties": dict.fromkeys(asked.columns, cell), "additionalProperties": False}
    column = _object({"name": _TEXT, "title": _TEXT})
    return _object(
        {
            "question": _TEXT,
            "title": _TEXT,
            "columns": {"type": "array", "items": column},
            "rows": {"type": "array", "items": row},
            "complete": {
                "type": "boolean",
                "description": "false where there are more rows than a visitor gets",
            },
            **_PAGES,
        }
    )


def _search() -> Schema:
    kind = {"name": "kind", "in": "query", "schema": {"enum": list(KINDS)}, "description": "a kind of thing"}
    text = {"name": "q", "in": "query", "schema": _TEXT, "description": "words of the name", "example": "vård"}
    hit = _object({"iri": _TEXT, "label": _TEXT, "kind": _TEXT, "county": _TEXT})
    counts = {"type": "object", "additionalProperties": _COUNT}
    answer = _object({"hits": {"type": "array", "items": hit}, "counts": counts, **_PAGES})
    return _operation("find", "Things by name, or all of a kind", answer, [text, kind, _PAGE])


def _thing() -> Schema:
    path = {
        "name": "path", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1},
        "description": "the IRI of the thing after the base", "example": "region/12",
    }  # fmt: skip
    answer = {"type": "object", "required": ["@context", "id"], "properties": {"id": _TEXT}}
    return _operation("thing", "What is known of a thing, as JSON-LD", answer, [path], "application/ld+json")


def _problem(status: int) -> Schema:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": TITLES[status], "content": content}


def _object(properties: Mapping[str, Schema]) -> Schema:
    """An object that has all of these and nothing else."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_PAGES: Final[Schema] = {
    "page": {"type": "integer", "minimum": 1}, "pages": {"type": "integer", "minimum": 1}, "total": _COUNT,
    "limit": _COUNT, "next": {"type": ["string", "null"]},
}  # fmt: skip
_LANGUAGE: Final[Schema] = {
    "name": "language", "in": "query", "schema": {"enum": ["sv", "en"], "default": "sv"}, "description": "of the words",
}  # fmt: skip
_PAGE: Final[Schema] = {
    "name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1},
    "description": "which page of the rows",
}  # fmt: skip
_LIMIT: Final[Schema] = {
    "name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 1_000, "default": 100},
    "description": "rows on a page",
}  # fmt: skip


def _schemas() -> Schema:
    both = _object({"sv": _TEXT, "en": _TEXT})
    parameter = _object({"name": _TEXT, "type": _TEXT, "required": {"type": "boolean"}, "help": both})
    question = {
        "name": _TEXT, "title": both, "summary": both, "answer": _TEXT,
        "parameters": {"type": "array", "items": parameter},
    }  # fmt: skip
    cell = {
        "type": "object", "properties": {"text": _TEXT, "iri": _TEXT}, "required": ["text"],
        "additionalProperties": False, "description": "a value in words; `iri` where it is a thing",
    }  # fmt: skip
    problem = _object({"type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT})
    return {"Question": _object(question), "Cell": cell, "Problem": problem}
