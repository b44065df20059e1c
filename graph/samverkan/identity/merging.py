"""What judgements make of the entities that naming gives: those that were merged become the one that is kept.

Naming itself knows no judgements: an identifier is the same whatever is judged, and a verdict can be taken back.
"""

from dataclasses import replace
from typing import cast

from samverkan.identity.entities import Entity, EntityKind
from samverkan.identity.lookup import Index
from samverkan.judgements import Judgements


def merged(entity: Entity, judgements: Judgements, index: Index) -> Entity:
    """The entity that stands for one, by judgements: the register's where it has it, else by its path and name."""
    if not judgements.kept:
        return entity
    path = judgements.kept.get(entity.path, entity.path)
    name = judgements.names.get(path, entity.name)
    if path == entity.path:
        return replace(entity, name=name, owner=entity.owner and merged(entity.owner, judgements, index))
    if path in index.paths:
        return index.paths[path]
    kind, *parts = path.split("/")
    county = parts[0] if len(parts) > 1 and parts[0].isdigit() else ""
    return Entity(path, cast(EntityKind, kind), name, county)
