"""The calls of the JSON API as a page lists them, each with a form: what OpenAPI says, in the words of the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from samverkan import queries
from samverkan_web import openapi
from samverkan_web.wording import lazy_gettext

_SUMMARIES: Final[Mapping[str, str]] = {
    "questions": lazy_gettext("All questions with their parameters"),
    "find": lazy_gettext("Things by name, or all of a kind"),
    "thing": lazy_gettext("What is known of a thing, as JSON-LD"),
}
_WORDS: Final[Mapping[str, str]] = {
    "language": lazy_gettext("language of the words"),
    "page": lazy_gettext("which page of the rows"),
    "limit": lazy_gettext("rows on a page, at most 1,000"),
    "q": lazy_gettext("words of the name"),
    "kind": lazy_gettext("a kind of thing"),
    "path": lazy_gettext("the address of the thing after the base, such as region/12"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a call; `choices` are all values that it takes, none where it takes any."""

    name: str
    words: str
    value: str
    required: bool
    choices: tuple[str, ...]
    is_number: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A call: its path under the site, what it answers, its parameters.

    `within` names the parameter that is part of the path; the call can then be made as a link to an example only.
    """

    name: str
    path: str
    title: str
    summary: str
    fields: tuple[Field, ...]
    within: str | None
    example: str


def calls(site: str, language: str) -> tuple[Call, ...]:
    """All calls, the questions last, in the words of a language."""
    paths: Mapping[str, Any] = openapi.document(site)["paths"]
    made = [_call(path, operations["get"], language) for path, operations in paths.items()]
    return tuple(sorted(made, key=lambda call: call.path.startswith("/api/questions/")))


def _call(path: str, operation: Mapping[str, Any], language: str) -> Call:
    name = operation["operationId"]
    asked = queries.catalogue().get(name) if path.startswith("/questions/") else None
    words = {each.name: each.help[language] for each in asked.parameters} if asked else {}
    given = operation["parameters"]
    within = next((each for each in given if each["in"] == "path"), None)
    example = path.replace(f"{{{within['name']}}}", within["example"]) if within else path
    return Call(
        name,
        f"/api{path}",
        asked.title[language] if asked else str(_SUMMARIES[name]),
        asked.summary[language] if asked else "",
        tuple(_fields(given, words)),
        within["name"] if within else None,
        f"/api{example}",
    )


def _fields(given: list[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[Field]:
    for each in given:
        name, schema = each["name"], each["schema"]
        required = bool(each.get("required"))
        value = schema.get("default", each.get("example", "") if required else "")
        choices = tuple(schema.get("enum", ()))
        said = words.get(name) or str(_WORDS.get(name, name))
        yield Field(name, said, str(value), required, choices, schema.get("type") == "integer")
