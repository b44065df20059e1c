"""The names of one document: each is read once, by register, by the document's own words for it, by its form."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from samverkan.facts import Facts, Relation
from samverkan.identity.county import UNKNOWN, county_of
from samverkan.identity.entities import WORKS, Entity, EntityKind, folded, path_of, path_part
from samverkan.identity.lookup import Index
from samverkan.identity.merging import merged
from samverkan.identity.words import (
    is_body,
    is_collective,
    is_generic,
    is_municipal,
    is_national,
    is_own_work,
    is_post,
    report_number,
    scope,
    work_kind,
)
from samverkan.judgements import NONE, Judgements

# What stands on either side of a relation where nothing else tells.
_SIDES: Final[dict[str, tuple[EntityKind, EntityKind]]] = {
    "prepares for": ("body", "body"),
    "part of": ("body", "organisation"),
    "replaces": ("body", "body"),
    "appoints": ("body", "body"),
    "reports to": ("body", "body"),
    "party to": ("organisation", "agreement"),
    "responsible for": ("body", "work"),
    "member of": ("organisation", "organisation"),
    "chairs": ("organisation", "body"),
}

# The form of a name tells its kind: the first that fits.
_FORMS: Final[tuple[tuple[Callable[[str], object], EntityKind], ...]] = (
    (is_collective, "collective"),
    (is_generic, "body"),
    (scope, "organisation"),
    (is_post, "post"),
)


class Names:
    """What the names in the facts of one document mean. A name means one thing throughout a document.

    What naming gives is then merged by `judgements`; `replaced` has the paths of those that another one stands for.
    """

    def __init__(self, facts: Facts, key: str, index: Index, judgements: Judgements = NONE) -> None:
        self.facts = facts
        self.index = index
        self.replaced: dict[str, str] = {}
        self._judgements = judgements
        self.county = county_of(facts, index)
        self._key = key
        self._document = f"document/{path_part(key)}"
        self._kinds = _stated_kinds(facts)
        self._implied = _implied_kinds(facts)
        self._agents: dict[str, Entity] = {}
        self._people: dict[str, Entity] = {}

    def person(self, name: str) -> Entity:
        """The person of a name, by the county of the document."""
        return self._merged(self._person(name))

    def agent(self, name: str) -> Entity:
        """Who or what a name means: by the register, the document's own words, its form; else an organisation."""
        return self._merged(self._agent(name))

    def body_of(self, name: str, organisation: str | None) -> Entity:
        """The body of a name, on which somebody sits for an organisation: its own where every municipality has one."""
        return self._merged(self._agent(name, self._agent(organisation) if organisation else None))

    def work(self, name: str) -> Entity:
        """The strategy, agreement, plan, project or law of a name."""
        kind = self._kinds.get(folded(name))
        return self._merged(self._mint_work(name, kind if kind in WORKS and kind else work_kind(name) or "work"))

    def mentioned(self, name: str, kind: EntityKind) -> Entity:
        """What a mention of a kind means."""
        if kind == "person":
            return self.person(name)
        return self._merged(self._mint_work(name, kind)) if kind in WORKS else self.agent(name)

    def sides(self, relation: Relation) -> tuple[Entity, Entity]:
        """The two that a relation holds between."""
        return self.agent(relation.subject), self.agent(relation.object)

    @cached_property
    def body(self) -> Entity | None:
        """The document's body; one without a name is known by its document."""
        return self._body and self._merged(self._body)

    @cached_property
    def meeting_path(self) -> str:
        """The path of the document's meeting: body and day, or else the document."""
        named, now = self._meeting_of(self._body), self._meeting_of(self.body)
        if named != now:
            self.replaced[named] = now
        return now

    def _merged(self, entity: Entity) -> Entity:
        now = merged(entity, self._judgements, self.index)
        if now.path != entity.path:
            self.replaced[entity.path] = now.path
        return now

    def _person(self, name: str) -> Entity:
        key = folded(name)
        if key not in self._people:
            self._people[key] = Entity(path_of("person", self.county, name), "person", name, self._own_county)
        return self._people[key]

    def _agent(self, name: str, owner: Entity | None = None) -> Entity:
        """What a name means, before judgements; `owner` is whose body it is where every municipality has one."""
        key = folded(name)
        if owner and owner.kind == "municipality" and is_municipal(name) and not self._is_own_body(key):
            return self._mint_body(name, owner)
        if key not in self._agents:
            self._agents[key] = self._settle(name, key)
        return self._agents[key]

    @cached_property
    def _body(self) -> Entity | None:
        if self.facts.body is None:
            return None
        if self.facts.body.name is None:
            name = f"Organ utan namn ({self.facts.document.title or self._key})"
            return Entity(f"body/{self._document}", "body", name, self._own_county)
        return self._agent(self.facts.body.name)

    def _meeting_of(self, body: Entity | None) -> str:
        start = self.facts.meeting and self.facts.meeting.start
        if not start or body is None or self.facts.body is None or self.facts.body.name is None:
            return f"meeting/{self._document}"
        if body.kind == "body":
            return f"meeting/{body.path.removeprefix('body/')}/{start}"
        return f"{path_of('meeting', self.county, body.name)}/{start}"

    @property
    def _own_county(self) -> str:
        return "" if self.county == UNKNOWN else self.county

    def _is_own_body(self, key: str) -> bool:
        return self.facts.body is not None and folded(self.facts.body.name or "") == key

    def _settle(self, name: str, key: str) -> Entity:
        stated = self._kinds.get(key)
        if stated == "person":
            return self._person(name)
        if stated in WORKS:
            return self._mint_work(name, stated)
        known = self._known(name, stated)
        if known:
            return known
        if stated is None or (stated != "body" and (is_collective(name) or is_generic(name))):
            return self._mint(name, self._kind(name, key))
        return self._mint(name, stated)

    def _known(self, name: str, stated: EntityKind | None) -> Entity | None:
        """What the register has for a name; a county only where the document does not say what the name is."""
        if stated is None:
            return self.index.find(name, self.county)
        if stated == "region":
            area = self.index.find(name, self.county, ("county",))
            known = self.index.region(area.county) if area and area.kind == "county" else None
            return self.index.find(name, self.county, ("region",)) if known is None else known
        known = self.index.find(name, self.county, (stated,))
        return None if known and known.kind == "county" else known

    def _kind(self, name: str, key: str) -> EntityKind:
        """The kind of a name that neither register nor document states: by its form, else by what is said of it."""
        for fits, kind in _FORMS:
            if fits(name):
                return kind
        implied = self._implied.get(key, "organisation")
        if implied in WORKS:
            return work_kind(name) or implied
        return "body" if is_body(name) else implied

    def _mint(self, name: str, kind: EntityKind) -> Entity:
        if kind == "person":
            return self._person(name)
        if kind in WORKS:
            return self._mint_work(name, kind)
        if kind == "body":
            return self._mint_body(name)
        if kind == "organisation":
            return self._mint_organisation(name)
        if kind in ("collective", "post"):
            return self._mint_beside(name, kind, owned=kind == "post" or folded(name).startswith("medlems"))
        return Entity(path_of(kind, name), kind, name)

    def _mint_body(self, name: str, owner: Entity | None = None) -> Entity:
        return self._mint_beside(name, "body", owned=owner is not None or is_generic(name), owner=owner)

    def _mint_organisation(self, name: str) -> Entity:
        beside = scope(name)
        if not beside:
            return Entity(path_of("organisation", name), "organisation", name)
        return self._mint_beside(name, "organisation", owned=beside == "owner")

    def _mint_beside(self, name: str, kind: EntityKind, *, owned: bool, owner: Entity | None = None) -> Entity:
        """An entity whose path holds its county and, where the name needs it, its owner."""
        if not owned:
            return Entity(path_of(kind, self.county, name), kind, name, self._own_county)
        owner = owner or self._owner(name)
        beside = owner.name if owner else f"document/{self._key}"
        return Entity(path_of(kind, self.county, beside, name), kind, name, self._own_county, owner)

    def _mint_work(self, name: str, kind: EntityKind) -> Entity:
        report = report_number(name)
        known = self.index.find(name, self.county, ("law",)) if kind == "law" else None
        if known and known.kind == "law":
            return known
        if kind == "law" or report:
            return Entity(path_of("law", report or name), kind, name)
        if is_national(name):
            return Entity(path_of(kind, UNKNOWN, name), kind, name)
        return self._mint_beside(name, kind, owned=is_own_work(name))

    def _owner(self, name: str) -> Entity | None:
        """Beside whom a name means something in this document."""
        return next((owner for owner in self._owners(name) if owner.owner is None), None)

    def _owners(self, name: str) -> Iterator[Entity]:
        key = folded(name)
        wholes = (
            row.object for row in self.facts.relations if row.relation == "part of" and folded(row.subject) == key
        )
        body = self.facts.body
        for whole in (*wholes, *(body.organisations if body else ())):
            if folded(whole) != key and not is_collective(whole) and not _needs_owner(whole):
                yield self._agent(whole)
        if body and body.name and folded(body.name) != key and not _needs_owner(body.name):
            yield self._agent(body.name)


def _needs_owner(name: str) -> bool:
    return is_generic(name) or is_municipal(name) or scope(name) == "owner" or is_post(name)


def _stated_kinds(facts: Facts) -> dict[str, EntityKind]:
    """What the document itself says that its names are; what is mentioned by kind comes first."""
    kinds: dict[str, EntityKind] = {}
    if facts.body and facts.body.name:
        kinds[folded(facts.body.name)] = "body"
    for mention in facts.mentions:
        kinds.setdefault(folded(mention.name), mention.kind)
    people = [row.person for row in facts.attendance] + [row.person for row in facts.memberships]
    if facts.meeting:
        people += filter(None, (facts.meeting.chair, facts.meeting.secretary))
    for person in people:
        kinds.setdefault(folded(person), "person")
    bodies = [row.body for row in facts.memberships] + [row.body for row in facts.vacancies]
    bodies += [row.body for row in facts.announced if row.body is not None]
    for body in bodies:
        kinds.setdefault(folded(body), "body")
    return kinds


def _implied_kinds(facts: Facts) -> dict[str, EntityKind]:
    """What names must be for the relations that they stand in."""
    kinds: dict[str, EntityKind] = {}
    for row in facts.relations:
        for name, kind in zip((row.subject, row.object), _SIDES[row.relation], strict=True):
            kinds.setdefault(folded(name), kind)
    return kinds
