"""A small graph of invented documents: a council, two days of minutes, a news item, and one that tries to break out."""

from samverkan import facts, triples
from samverkan.facts import Evidence, Facts
from samverkan.register import shipped
from samverkan.store.oxigraph import OxigraphStore

BASE = "https://example.org/id/"

COMPOSITION = """Vårdrådet Söder

Rådet består av företrädare för Region Skåne och kommunerna.
Karin Lundberg, ordförande
Erik Sandell, Eslöv, vice ordförande
Maja Holm (M), Svalöv
Vakant
Vakant
Rådet är part i Söderavtalet. Beredningsgrupp Söder bereder rådets ärenden.
"""
MINUTES = """Anteckningar Vårdrådet Söder 5–6 mars 2024

Närvarande: Karin Lundberg, Maja Holm (5 mars), Olle Vikström (adjungerad, kl 13-15)
Frånvarande: Erik Sandell

1 Öppnande
2 a Plan för nära vård
Rådet ställer sig bakom planen.
Olle Vikström får i uppdrag att skriva ett yttrande till den 30 april.
Planen är på remiss hos Eslöv till den 1 juni 2024.
Övrigt: nästa möte hålls i höst.
"""
NEWS = "Nytt om samverkan\n\nIngela Strand, Region Skåne, berättade om Söderavtalet.\n"

# Text that would do something if any page let it.
SCRIPT = "<script>alert(1)</script>"
TURNED = "Anna \u202e\u2066dnargilab"
HOSTILE = f"""Hostile {SCRIPT}
{SCRIPT} och "><img src=x onerror=alert(2)> och {TURNED} och javascript:alert(3)
{{{{ 7 * 7 }}}} {{% raw %}} ' " ` & </textarea></title>
"""


def said(text: str, quote: str, rule: str = "test.rule", confidence: float = 0.95) -> Evidence:
    """The evidence of a quote that stands in a text."""
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote, rule, confidence)


def composition() -> Facts:
    """A page that says who sits on a council."""

    def seat(
        person: str, role: facts.Role, organisation: str, quote: str, party: str | None = None
    ) -> facts.Membership:
        return facts.Membership(
            person, "Vårdrådet Söder", role, organisation, party, evidence=said(COMPOSITION, quote, "composition.list")
        )

    return Facts(
        document=facts.Document("Vårdrådet Söder", "composition"),
        body=facts.Body("Vårdrådet Söder", "political", ("Region Skåne", "kommunerna")),
        memberships=(
            seat("Maja Holm", "member", "Svalöv", "Maja Holm (M), Svalöv", "M"),
            seat("Karin Lundberg", "chair", "Region Skåne", "Karin Lundberg, ordförande"),
            seat("Erik Sandell", "vice chair", "Eslöv", "Erik Sandell, Eslöv, vice ordförande"),
        ),
        vacancies=(
            facts.Vacancy("Vårdrådet Söder", "kommunerna", 2, said(COMPOSITION, "Vakant", "composition.vacant")),
        ),
        relations=(
            facts.Relation(
                "Vårdrådet Söder", "party to", "Söderavtalet",
                evidence=said(COMPOSITION, "Rådet är part i Söderavtalet"),
            ),
            facts.Relation(
                "Beredningsgrupp Söder", "prepares for", "Vårdrådet Söder",
                evidence=said(COMPOSITION, "Beredningsgrupp Söder bereder rådets ärenden"),
            ),
        ),
        mentions=(
            facts.Mention("Söderavtalet", "agreement", evidence=said(COMPOSITION, "Söderavtalet")),
            facts.Mention("Beredningsgrupp Söder", "body", evidence=said(COMPOSITION, "Beredningsgrupp Söder")),
        ),
    )  # fmt: skip


def minutes() -> Facts:
    """The minutes of a meeting of two days."""

    def there(person: str, status: facts.Status = "present", **more: object) -> facts.Attendance:
        return facts.Attendance(
            person=person,
            status=status,
            evidence=said(MINUTES, person, "roster.comma-list"),
            **more,  # type: ignore[arg-type]
        )

    plan = "Plan för nära vård"
    return Facts(
        document=facts.Document("Anteckningar Vårdrådet Söder", "minutes", "2024-03-05"),
        body=facts.Body("Vårdrådet Söder", "political", ("Region Skåne",)),
        meeting=facts.Meeting("2024-03-05", "2024-03-06", "Eslövs stadshus", "in person", "Karin Lundberg"),
        attendance=(
            there("Karin Lundberg", role="chair", organisation="Region Skåne"),
            there("Maja Holm", organisation="Svalöv", dates=("2024-03-05",)),
            there("Olle Vikström", role="guest", time="kl 13-15"),
            there("Erik Sandell", "absent", organisation="Eslöv"),
        ),
        agenda=(
            facts.AgendaItem("Öppnande", "1", evidence=said(MINUTES, "1 Öppnande")),
            facts.AgendaItem(plan, "2 a", "decision", said(MINUTES, "2 a Plan för nära vård")),
        ),
        announced=(
            facts.Announced(
                "2024-09-10", "meeting", "2024-09-11", "Vårdrådet Söder", "budget", "2 a", said(MINUTES, "Övrigt")
            ),
        ),
        decisions=(
            facts.Decision(
                "endorsed", "Rådet ställer sig bakom planen", "2 a", said(MINUTES, "Rådet ställer sig bakom planen")
            ),
            facts.Decision("deferred", "nästa möte hålls i höst", None, said(MINUTES, "nästa möte hålls i höst")),
        ),
        assignments=(
            facts.Assignment(
                ("Olle Vikström",), "skriva ett yttrande", "2 a", "2024-04-30", said(MINUTES, "skriva ett yttrande")
            ),
        ),
        referrals=(
            facts.Referral(plan, ("Eslöv",), "2024-06-01", said(MINUTES, "Planen är på remiss hos Eslöv")),
        ),
    )  # fmt: skip


def news() -> Facts:
    """A news item without a day."""
    return Facts(
        document=facts.Document("Nytt om samverkan", "news"),
        body=facts.Body("Vårdrådet Söder", organisations=("Region Skåne",)),
        mentions=(
            facts.Mention(
                "Ingela Strand", "person", "Region Skåne", evidence=said(NEWS, "Ingela Strand, Region Skåne")
            ),
            facts.Mention("Söderavtalet", "agreement", evidence=said(NEWS, "Söderavtalet", confidence=0.6)),
        ),
    )


def hostile() -> Facts:
    """A document whose every text tries to break out."""
    at = said(HOSTILE, SCRIPT)
    return Facts(
        document=facts.Document(f'Hostile {SCRIPT} "quoted"', "minutes", "2024-05-01"),
        body=facts.Body(f"Nämnden {SCRIPT}", "board", ("Region Skåne",)),
        meeting=facts.Meeting("2024-05-01", "2024-05-01", f"javascript:alert(1) {SCRIPT}"),
        attendance=(
            facts.Attendance(
                TURNED, organisation=f"Bolaget {SCRIPT}", party="'\"><b>", title=SCRIPT, time=SCRIPT, evidence=at
            ),
        ),
        memberships=(facts.Membership(f"Eva {SCRIPT}", f"Nämnden {SCRIPT}", "chair", evidence=at),),
        agenda=(facts.AgendaItem(f"Punkt {SCRIPT}", "1", evidence=at),),
        decisions=(facts.Decision("approved", f"Beslut </textarea></title>{SCRIPT}", "1", evidence=at),),
        assignments=(facts.Assignment((f"Eva {SCRIPT}",), f"uppdrag {SCRIPT}", "1", evidence=at),),
        referrals=(facts.Referral(f"Förslag {SCRIPT}", evidence=at),),
        mentions=(facts.Mention(f"Avtalet {SCRIPT}", "agreement", evidence=at),),
        relations=(facts.Relation(f"Nämnden {SCRIPT}", "party to", f"Avtalet {SCRIPT}", evidence=at),),
    )  # fmt: skip


def load(store: OxigraphStore) -> None:
    """Load them all."""
    for key, found, text in (
        ("radet", composition(), COMPOSITION),
        ("radet-2024-03-05", minutes(), MINUTES),
        ("nytt", news(), NEWS),
        ("hostile", hostile(), HOSTILE),
    ):
        store.bulk_load(
            triples.document_quads(found, key=key, text=text, digest="0" * 64, register=shipped(), base=BASE)
        )
