"""Where a body met, as the head tells it, and which body a page or a sentence names."""

import pytest

from samverkan.facts import Facts
from samverkan.reading import read
from samverkan.register import shipped


def _headed(head: str) -> Facts:
    people = "Närvarande\nAnna Ek, Sala\nBo Alm, Heby"
    text = f"Minnesanteckningar Styrgruppen för kultur\n{head}\n\n{people}\n\n1. Inledning\nMötet öppnas.\n"
    return read(text, shipped()).facts


@pytest.mark.parametrize(
    ("head", "place", "mode"),
    [
        ("3 maj 2022\nResidenset, Karlstad", "Residenset, Karlstad", "in person"),
        ("Styrgruppen möttes i Sala den 3 maj 2022.", "Sala", "in person"),
        (
            "Gruppen samlades den 3 maj 2022 på Hotell Kung Karl i Karlstad.",
            "Hotell Kung Karl i Karlstad",
            "in person",
        ),
        (
            "Rådet sammanträdde fredagen den 3 maj 2022 klockan 10.00–12.00 i sessionssalen, Heby kommunhus.",
            "sessionssalen, Heby kommunhus",
            "in person",
        ),
        (
            "Nämnden sammanträdde den 3 maj 2022 kl. 13 i lokal Björken, Regionens hus, Falun.",
            "lokal Björken, Regionens hus, Falun",
            "in person",
        ),
        ("Mötet ägde rum på Stiftsgården i Rättvik 3 maj 2022.", "Stiftsgården i Rättvik", "in person"),
        (
            "Direktionen samlades i Heby kommunhus den 3 maj 2022 för årets andra sammanträde.",
            "Heby kommunhus",
            "in person",
        ),
        ("Den 3 maj 2022 samlades beredningen i Ludvika.", "Ludvika", "in person"),
        ("Styrelsen träffades på Gamla Skolan i Kil torsdagen den 3 maj 2022.", "Gamla Skolan i Kil", "in person"),
        (
            "Tid\n3 maj 2022 kl 9\nSammanträdesrum\nGula rummet, Falu kommunhus",
            "Gula rummet, Falu kommunhus",
            "in person",
        ),
        (
            "Datum: 2022-05-03\nPlats: Kommunhuset i Mora, med möjlighet att delta via Teams",
            "Kommunhuset i Mora",
            "hybrid",
        ),
        ("Datum: 2022-05-03\nPlats: Rådhuset, Sala, via Teams för den som så önskar", "Rådhuset, Sala", "hybrid"),
        ("Datum: 2022-05-03\nPlats: Hälsocentralen Sala, med videolänk till Heby", "Hälsocentralen Sala", "hybrid"),
        ("Vi sågs på distans den 3 maj 2022.", None, "online"),
        ("3 maj 2022\nKarin Holm, Sala", None, None),
        ("3 maj 2022\nKulturnämnden, Sala", None, None),
        ("3 maj 2022\nKommunerna i länet träffas nästa gång i Sala.", None, None),
    ],
)
def test_a_head_tells_where_they_met(head: str, place: str | None, mode: str | None) -> None:
    meeting = _headed(head).meeting
    assert meeting is not None
    assert (meeting.place, meeting.mode) == (place, mode)


_PEOPLE = "Anna Ek (S), Sala, ordförande\nBo Alm (M), Heby\nEva Öst (C), Tierp"


@pytest.mark.parametrize(
    ("page", "body"),
    [
        (f"Styrgrupp och arbetsgrupper\n\nStyrgruppen\n\n{_PEOPLE}\n", "Styrgruppen"),
        (
            f"Styrgrupp och arbetsgrupper\n\nStyrgruppen\n\n{_PEOPLE}\n\nBo Alm sitter i styrgruppen för Norra länets "
            "vuxenutbildning.\n",
            "Styrgruppen",
        ),
        (
            f"Direktion och revisorer\n\nFörbundet är nytt. Förbundsdirektionen är dess högsta organ.\n\n{_PEOPLE}\n",
            "Förbundsdirektionen",
        ),
        (f"Bygdens råd och dess presidium\n\nRådet träffas ofta.\n\n{_PEOPLE}\n", "Bygdens råd"),
        (f"Rådet för vård och omsorg\n\nRådet träffas ofta.\n\n{_PEOPLE}\n", "Rådet för vård och omsorg"),
        (
            "Kulturplan på remiss\n\nKulturnämnden i Region Dalarna beslutade den 3 maj 2024 att skicka Kulturplan "
            "2025–2028 på remiss till länets kommuner.\n",
            "Kulturnämnden",
        ),
        (
            "Länsplan på remiss\n\nNämnden för trafik, infrastruktur och miljö skickade den 3 maj 2024 ut Länsplan "
            "2026–2037 på remiss.\n",
            "Nämnden för trafik, infrastruktur och miljö",
        ),
        (
            "PROTOKOLL FRÅN STYRELSEMÖTE\n\nStyrelsen för Samordningsförbundet Sala, Heby, Tierp (SHT) sammanträdde "
            "den 3 maj 2022 i Sala.\n\n§ 1 Mötet öppnas\nStyrelsen beslutar\natt öppna mötet.\n",
            "Styrelsen för Samordningsförbundet Sala, Heby, Tierp",
        ),
    ],
)  # fmt: skip
def test_a_page_or_a_sentence_names_its_body(page: str, body: str) -> None:
    found = read(page, shipped()).facts.body
    assert found is not None
    assert found.name == body
