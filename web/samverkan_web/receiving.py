"""The body of a request as ASGI hands it on."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


async def body_of(receive: Receive, most: int, seconds: float) -> bytes:
    """The body of a request; ValueError where it is longer than `most`, TimeoutError where it does not come in time.

    What is too long is read to its end too, since who still sends cannot hear.
    """
    parts: list[bytes] = []
    length = 0
    async with asyncio.timeout(seconds):
        while True:
            message = await receive()
            if message["type"] != "http.request":
                raise TimeoutError
            part = message.get("body", b"")
            length += len(part)
            if length <= most:
                parts.append(part)
            if not message.get("more_body"):
                break
    if length > most:
        raise ValueError
    return b"".join(parts)
