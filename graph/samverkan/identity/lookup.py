"""The register by name: every form of a known name, exactly as written or in the genitive, leads to its entity."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

from samverkan.identity.entities import Entity, EntityKind, folded, path_of
from samverkan.identity.words import is_generic
from samverkan.register import KnownName, Law, Register

# How well a form stands for its entity: the lower, the better.
_NAME, _FORM, _SHORT = 0, 1, 2


class Index:
    """The entities of a register by the forms of their names."""

    def __init__(self, register: Register) -> None:
        self._entries: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
        self._regions: dict[str, Entity] = {}
        self._paths: dict[str, Entity] = {}
        self.longest = 1
        for entity, form, rank in _forms(register):
            key = folded(form)
            self._paths[entity.path] = entity
            if entity.kind == "region":
                self._regions[entity.county] = entity
            if (rank, entity) not in self._entries[key]:
                self._entries[key].append((rank, entity))
            self.longest = max(self.longest, key.count(" ") + 1)

    def find(self, name: str, county: str = "-", kinds: Container[EntityKind] = ()) -> Entity | None:
        """The entity that a name means in a document of a county (`-`: unknown); None where there is none or several.

        A short form holds in its own county or, of a national organisation, everywhere; a body's name in its own county
        or where the county is not known. Entities of `kinds` come first.
        """
        found = [
            (entity.kind not in kinds, bool(entity.county) and entity.county != county, rank, entity.path, entity)
            for rank, entity in self._entries.get(folded(name), ())
            if _holds(rank, entity, county)
        ]
        found.sort(key=lambda each: each[:4])
        best = [each for each in found if each[:3] == found[0][:3]]
        return best[0][-1] if len(best) == 1 else None

    @property
    def paths(self) -> Mapping[str, Entity]:
        """The entities by their paths."""
        return self._paths

    def region(self, county: str) -> Entity | None:
        """The region that governs a county."""
        return self._regions.get(county)

    def within(self, text: str) -> Iterator[Entity]:
        """The municipalities, regions and counties named in a text, by its words."""
        words = text.split()
        for start in (place for place, word in enumerate(words) if word[0].isupper()):
            for end in range(start + 1, min(start + self.longest, len(words)) + 1):
                entity = self.find(" ".join(words[start:end]), kinds=("region", "county"))
                if entity and entity.kind in ("municipality", "region", "county"):
                    yield entity


def _holds(rank: int, entity: Entity, county: str) -> bool:
    near = entity.county in ("", county)
    if entity.kind == "body":
        return near or county == "-"
    return near or rank != _SHORT


@lru_cache(maxsize=4)
def index_of(register: Register) -> Index:
    """The index of a register, made once."""
    return Index(register)


def _forms(register: Register) -> Iterator[tuple[Entity, str, int]]:
    for county in register.counties:
        entity = Entity(f"county/{county.code}", "county", county.name, county.code)
        yield entity, county.name, _NAME
        yield entity, county.name.removesuffix(" län").removesuffix("s"), _FORM
        yield entity, county.name.removesuffix(" län"), _FORM
    for region in register.regions:
        entity = Entity(f"region/{region.code}", "region", region.name, region.code)
        yield from _with_genitives(entity, region.name, region.forms)
    for municipality in register.municipalities:
        entity = municipality_entity(municipality.code, municipality.name, municipality.county_code)
        name = municipality.name
        forms = (municipality.official_name, *municipality.forms, f"{name} kommun", f"{genitive(name)} kommun")
        yield from _with_genitives(entity, name, (*forms, f"{name} stad", f"{genitive(name)} stad"))
    for law in register.laws:
        entity = law_entity(law)
        for form in (law.name, *law.short_forms):
            yield entity, form, _NAME
    for known in register.organisations:
        yield from _known(organisation_entity(known), known)
    for known in register.bodies:
        yield from _known(body_entity(known), known)


def municipality_entity(code: str, name: str, county: str) -> Entity:
    """The entity of a municipality in the register."""
    return Entity(f"municipality/{code}", "municipality", name, county)


def law_entity(law: Law) -> Entity:
    """The entity of a law in the register."""
    return Entity(path_of("law", law.name), "law", law.name)


def organisation_entity(known: KnownName) -> Entity:
    """The entity of an organisation in the register."""
    return Entity(path_of("organisation", known.name), "organisation", known.name, known.county_code)


def body_entity(known: KnownName) -> Entity:
    """The entity of a body in the register; the owner stands in the path of a name that means nothing without it."""
    owner = known.part_of if is_generic(known.name) else ""
    return Entity(path_of("body", known.county_code or "-", owner, known.name), "body", known.name, known.county_code)


def _with_genitives(entity: Entity, name: str, forms: tuple[str, ...]) -> Iterator[tuple[Entity, str, int]]:
    yield entity, name, _NAME
    yield entity, genitive(name), _FORM
    for form in forms:
        yield entity, form, _FORM
        yield entity, genitive(form), _FORM


def _known(entity: Entity, known: KnownName) -> Iterator[tuple[Entity, str, int]]:
    yield from _with_genitives(entity, known.name, known.former_names)
    for form in known.short_forms:
        if not is_generic(form):
            yield entity, form, _SHORT
            yield entity, genitive(form), _SHORT


def genitive(name: str) -> str:
    """The genitive of a name: names in s, x and z stay as they are, abbreviations take a colon.

    >>> genitive("Malmö"), genitive("Borås"), genitive("VGR")
    ('Malmös', 'Borås', 'VGR:s')
    """
    if name[-1:].lower() in ("s", "x", "z"):
        return name
    return f"{name}:s" if name.isupper() else f"{name}s"
