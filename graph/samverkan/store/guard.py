"""What an outsider's query may be: short, not too deeply nested, only reading, and calling no other server.

A query is looked at before any parser sees it, since a few kilobytes of brackets end the process that parses them.
What passes may still be no SPARQL at all, or take too long: that is for the engine and for the limits around it.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, get_args

from samverkan.errors import QueryError

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

MAX_BYTES: Final = 65_536
# Engines seen so far fail from some 800 levels on; people and query builders stay below thirty.
MAX_DEPTH: Final = 100

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_PROLOGUE = ("BASE", "PREFIX", "VERSION")

_DOUBLE, _SINGLE = r"\"", r"\'"
_NAME = r"[\w\-\u0080-\U0010ffff]"
_SPACE = r"(?:[ \t\r\n]|\#[^\r\n]*)*"
_IRI = r"""<[^<>"{}|^`\\\x00-\x20]*>"""
_VARIABLE = r"[?$][\w\u0080-\U0010ffff]+"

# What SPARQL text is made of, as far as it matters here. A name stops at a dot; only the grammar knows better.
_TOKEN = re.compile(
    rf"""
    (?P<string> {_DOUBLE * 3}(?:[^"\\]|\\.|"(?!""))*{_DOUBLE * 3}
              | {_SINGLE * 3}(?:[^'\\]|\\.|'(?!''))*{_SINGLE * 3}
              | {_DOUBLE}(?:[^"\\\n\r]|\\.)*{_DOUBLE}
              | {_SINGLE}(?:[^'\\\n\r]|\\.)*{_SINGLE} )
    | (?P<iri> {_IRI} )
    | (?P<comment> \#[^\r\n]* )
    | (?P<variable> {_VARIABLE} )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<prefix> {_NAME}* ) : (?:{_NAME}|[:%])*
    | (?P<word> {_NAME}+ )
    | (?P<open> [(\[{{]|<< ) | (?P<close> [)\]}}]|>> ) | (?P<not> ! )
    | (?P<space> [ \t\r\n]+ )
    | \\. | .
    """,
    re.VERBOSE | re.DOTALL,
)
_IRI_OR_VARIABLE = rf"(?:{_VARIABLE}|{_IRI}|{_NAME}*:(?:{_NAME}|[:%.]|\\.)*)"
# The call of another server as the grammar has it. Keywords need no space around: `1SERVICEex:a{` is one too.
_SERVICE = re.compile(
    rf"SERVICE{_SPACE}(?:SILENT{_SPACE})?{_IRI_OR_VARIABLE}{_SPACE}\{{",
    re.IGNORECASE,
)
# How queries usually begin: prefixes on lines of their own, then their form; whatever begins otherwise is read slowly.
_USUAL: Final = re.compile(
    rf"(?>[ \t\r\n]+|\#[^\r\n]*|(?:BASE|PREFIX[ \t]+[a-z]*:)[ \t]*{_IRI})*+"
    rf"({'|'.join(get_args(Form))})(?=[ \t\r\n{{*?])",
    re.IGNORECASE,
)
_LEVELS = "([{<!"  # no level without one of these
_SERVICE_SOMEWHERE = re.compile("service", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check(query: str) -> Form:
    """The form of an outsider's `query` once it may be asked; otherwise a `QueryError` with the reason.

    >>> check("PREFIX ex: <http://example.org/> SELECT * { ?s ex:service ?o }")
    'SELECT'
    >>> check("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    ...
    samverkan.errors.QueryError: line 1, column 7: SERVICE is not allowed: queries here call no other server
    """
    _check_size(query)
    plain = _ESCAPE.sub(_unescaped, query) if "\\" in query else query
    for text in dict.fromkeys((query, plain)):  # engines differ in where they read \\u0053 as S
        _check_depth(text)
        _refuse_service(text)
    return form(query)


def form(query: str) -> Form:
    """Which of the four forms a query has; `QueryError` for an update or anything else."""
    if usual := _USUAL.match(query):
        return usual[1].upper()  # type: ignore[return-value]
    prologue = False  # within BASE or PREFIX, up to its IRI: a prefix may look like words, as in `x.y:`
    for token in _TOKEN.finditer(query):
        word = (token["word"] or "").upper()
        prologue = (prologue or word in _PROLOGUE) and token.lastgroup not in ("iri", "string")
        if not word or prologue:
            continue
        for each in get_args(Form):
            if word.startswith(each):
                return each  # type: ignore[no-any-return]
        if word.startswith(_UPDATES):
            raise QueryError(f"{_place(query, token.start())}: {word} is an update; only queries are answered here")
        break
    raise QueryError("line 1, column 1: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, after its prefixes")


def _check_size(query: str) -> None:
    try:
        size = len(query.encode())
    except UnicodeEncodeError as error:
        raise QueryError(f"{_place(query, error.start)}: half a character; send the query as UTF-8") from None
    if size > MAX_BYTES:
        raise QueryError(f"the query has {size} bytes, more than the limit of {MAX_BYTES}; ask for less at a time")


def _check_depth(text: str) -> None:
    """Refuse brackets within brackets beyond the limit; each ! before an expression is a level too."""
    if sum(map(text.count, _LEVELS)) <= MAX_DEPTH:
        return
    depth = negations = 0
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth, negations = max(0, depth - 1), 0
            case "not":
                negations += 1
            case "space" | "comment":
                pass
            case _:
                negations = 0
        if depth + negations > MAX_DEPTH:
            where = _place(text, token.start())
            raise QueryError(f"{where}: nested more than {MAX_DEPTH} levels deep; write the query flatter")


def _refuse_service(text: str) -> None:
    if "serv" not in text.casefold() or not _SERVICE_SOMEWHERE.search(text):  # the first is the quicker look
        return
    for token in _readings(text):
        start, end = token.span("prefix" if token.lastgroup == "prefix" else "word")
        for place in range(start, end) if start >= 0 else ():
            if _SERVICE.match(text, place):
                where = _place(text, place)
                raise QueryError(f"{where}: SERVICE is not allowed: queries here call no other server")


def _readings(text: str) -> Iterator[re.Match[str]]:
    """The tokens of every way to read `text`: only the grammar could tell whether `<` opens an IRI or means less than.

    In `FILTER(?a<?b&&?c='>')` it is no IRI, though it could be, and the quotes after it depend on that.
    """
    seen: set[int] = set()
    starts = [0]
    while starts:
        place = starts.pop()
        while place < len(text) and place not in seen:
            seen.add(place)
            token = _TOKEN.match(text, place)
            assert token is not None  # the last alternative takes any letter
            yield token
            if token.lastgroup == "iri":
                starts.append(place + 1)
            place = token.end()


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else " "


def _place(text: str, offset: int) -> str:
    """Where an offset is, for people."""
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return f"line {line}, column {column}"
