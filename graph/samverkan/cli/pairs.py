"""Values as people type them on a command line: NAME=VALUE."""

from collections.abc import Iterable

import click


def pairs(given: Iterable[str], where: str) -> dict[str, str]:
    """The values by name; a message that begins with `where` they stand tells one that has no name, or its name again.

    >>> pairs(["body=Rådet", "role="], "--param")
    {'body': 'Rådet', 'role': ''}
    """
    found: dict[str, str] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or not name:
            raise click.BadParameter(f"{each!r} is no NAME=VALUE", param_hint=where)
        if name in found:
            raise click.BadParameter(f"{name} is given twice", param_hint=where)
        found[name] = value
    return found
