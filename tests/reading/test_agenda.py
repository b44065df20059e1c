"""The agenda: numbers in all their forms, headings without numbers, sections, kinds, and how far an item reaches."""

import pytest

from samverkan.reading.items.agenda import read_agenda


def rows(context):
    return [(span.item.number, span.item.title) for span in read_agenda(context)]


def kinds(context):
    return {span.name: span.item.kind for span in read_agenda(context)}


TWO = [("1", "Mötets öppnande"), ("2", "Budget")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Mötets öppnande\nVälkomna.\n\n2. Budget\nEn genomgång.", TWO),
        ("ÄRENDE 1 – Mötets öppnande\nVälkomna.\n\nÄRENDE 2 – Budget\nEn genomgång.", TWO),
        ("1: Mötets öppnande\nVälkomna.\n\n2: Budget\nEn genomgång.", TWO),
        ("1) Mötets öppnande\nVälkomna.\n\n2) Budget\nEn genomgång.", TWO),
        ("1 Mötets öppnande\nVälkomna.\n\n2 Budget\nEn genomgång.", TWO),
        ("1\tMötets öppnande\nVälkomna.\n2\tBudget\nEn genomgång.", TWO),
        ("§ 1 Mötets öppnande\nVälkomna.\n§ 2 Budget\nEn genomgång.", TWO),
        ("§1. Mötets öppnande\nVälkomna.\n§2. Budget\nEn genomgång.", TWO),
        ("1 § Mötets öppnande\nVälkomna.\n2 § Budget\nEn genomgång.", TWO),
        ("§ 1/21 Mötets öppnande\nVälkomna.\n§ 2/21 Budget\nEn genomgång.", TWO),
        ("Sn § 1\nMötets öppnande\nVälkomna.\nSn § 2\nBudget\nEn genomgång.", TWO),
        ("§ 1\tDnr 2021.004.1\nMötets öppnande\nVälkomna.\n§ 2\tDnr 2021.005.1\nBudget\nEn genomgång.", TWO),
        ("1.\nMötets öppnande\nVälkomna.\n\n2.\nBudget\nEn genomgång.", TWO),
        ("1\n\nMötets öppnande\nVälkomna.\n\n2\n\nBudget\nEn genomgång.", TWO),
        ("Punkt 1 Mötets öppnande\nVälkomna.\n\nPunkt 2 Budget\nEn genomgång.", TWO),
        ("Ärende 1: Mötets öppnande\nVälkomna.\n\nÄrende 2: Budget\nEn genomgång.", TWO),
        ("1\tMötets öppnande\tKarin hälsar välkommen.\n2\tBudget\tEn genomgång.\tPer Lund", TWO),
        ("1. Mötets öppnande. Karin hälsar välkommen.\n2. Budget: En kort genomgång gavs.", TWO),
    ],
    ids=[
        "point", "worded", "colon", "bracket", "bare", "tab", "paragraph", "paragraph-stop", "sign-after", "with-year",
        "code-before", "case-number-between", "number-on-its-own-line", "bare-number-on-its-own-line", "punkt",
        "ärende", "table", "prose-on-the-line",
    ],
)  # fmt: skip
def test_an_item_is_a_number_and_a_heading(minutes, text, expected):
    assert rows(minutes(text)) == expected


def test_letters_and_ranges_keep_their_form(minutes):
    text = "2. Ekonomi\n\n2 a. Bokslut\nKlart.\n\n2b) Budget\nPågår.\n\n3. Övrigt\nInget."
    assert [number for number, _ in rows(minutes(text))] == ["2", "2 a", "2 b", "3"]
    text = "§ 83 Val\nEtt val.\n§§ 84-86 Anmälningsärenden\nInga.\n§ 87 Tider\nKlart."
    assert [number for number, _ in rows(minutes(text))] == ["83", "84-86", "87"]


def test_decimals_are_numbers_below_a_number(minutes):
    text = "1. Start\nHej.\n2. Rapporter\n2.1 Skolan\nEn text.\n2.2 Vården\nEn text.\n3. Slut\nHej då."
    assert [number for number, _ in rows(minutes(text))] == ["1", "2", "2.1", "2.2", "3"]


def test_lone_letters_are_items_below_the_numbered_one(minutes):
    text = "§ 7 Delegationer\na) Skolskjuts\nb) Bibliotek\nNämnden noterar.\n§ 8 Slut\nHej."
    assert rows(minutes(text)) == [
        ("7", "Delegationer"), ("7 a", "Skolskjuts"), ("7 b", "Bibliotek"), ("8", "Slut"),
    ]  # fmt: skip


def test_clauses_with_letters_are_no_items(minutes):
    text = "§ 7 Delegationer\nNämnden beslutar\na) att godkänna listan.\nb) att avslå resten.\n§ 8 Slut\nHej."
    assert rows(minutes(text)) == [("7", "Delegationer"), ("8", "Slut")]


def test_a_numbered_list_inside_an_item_is_no_agenda(minutes):
    text = (
        "1. Start\nHej.\n\n2. Beslut om plan\nGruppen enas om tre steg:\n1. Kartlägg läget.\n2. Skriv planen.\n"
        "3. Följ upp.\n\n3. Nästa möte\nI maj."
    )
    assert rows(minutes(text)) == [("1", "Start"), ("2", "Beslut om plan"), ("3", "Nästa möte")]


def test_the_body_of_the_minutes_is_read_rather_than_its_list_of_contents(minutes):
    text = "Dagordning\n1. Start\n2. Plan\n3. Slut\n\n1. Start\nVälkomna.\n\n2. Plan\nEn text.\n\n3. Slut\nHej då."
    spans = read_agenda(minutes(text))
    assert [span.item.title for span in spans] == ["Start", "Plan", "Slut"]
    assert text[spans[1].body : spans[1].end].strip() == "En text."


def test_paragraphs_far_apart_are_one_series(minutes):
    text = "RS § 99 Film\nEn text.\nRS § 104 Livsmedel\nEn text.\nRS § 132 Vaccin\nEn text."
    assert [number for number, _ in rows(minutes(text))] == ["99", "104", "132"]


def test_paragraphs_of_those_present_are_no_items(minutes):
    text = "Omfattning\n§§ 7-8\nBeslutande\nKarin Ek (S) §§ 7-8\n\n§ 7 Val\nEtt val.\n§ 8 Slut\nHej."
    assert rows(minutes(text)) == [("7", "Val"), ("8", "Slut")]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Målbild (bilaga utskickad)", "Målbild"),
        ("Samverkansgrupp Äldre (20 min)", "Samverkansgrupp Äldre"),
        ("Budget 2021 Dnr 2020-12", "Budget 2021"),
        ("Budget (dnr KS 2020/145)", "Budget"),
        ("Lokaler kl. 10.15-10.30", "Lokaler"),
        ("Lokaler ............ 14", "Lokaler"),
        ("Lokaler, bilaga 2", "Lokaler"),
        ("Lokaler – beslut:", "Lokaler – beslut"),
        ("Lokaler (Karin Ek)", "Lokaler"),
        ("Lokaler – Karin Ek", "Lokaler"),
        ("Lokaler, Karin Ek", "Lokaler"),
        ("Val av justerare: Bo Strand", "Val av justerare"),
        ("Ny chef, Bo Strand", "Ny chef, Bo Strand"),
        ("Lokaler (Storby)", "Lokaler (Storby)"),
        ("Regional utvecklingsstrategi (RUS)", "Regional utvecklingsstrategi (RUS)"),
        ("Yttrande över Trygg skola (SOU 2019:7)", "Yttrande över Trygg skola (SOU 2019:7)"),
        ("Verksamhetsplan 2019-2021", "Verksamhetsplan 2019-2021"),
        ("Remiss. Energiplan för Ovanbygden", "Remiss. Energiplan för Ovanbygden"),
    ],
)
def test_remarks_hours_and_case_numbers_are_not_title(minutes, heading, title):
    assert rows(minutes(f"1. Start\nHej.\n\n2. {heading}\nEn text.\n"))[1] == ("2", title)


def test_a_heading_broken_over_two_lines_is_one_title(minutes):
    text = (
        "1. Start\nHej.\n\n2. Gemensam upphandling av skyddsutrustning till kommunerna\nsamt till regionen\nEn text.\n"
    )
    assert rows(minutes(text))[1][1] == "Gemensam upphandling av skyddsutrustning till kommunerna samt till regionen"


def test_a_sentence_below_a_heading_is_not_drawn_into_it(minutes):
    assert rows(minutes("1. Start\nHej.\n\n2. Godkännande av dagordning\nDagordningen godkänns.\n"))[1][1] == (
        "Godkännande av dagordning"
    )


def test_headings_run_into_the_text_of_a_page_that_is_one_line(minutes):
    filler = "Gruppen hade ett långt samtal om detta och flera synpunkter lämnades under mötets gång. " * 4
    text = f"2 1 Justerare Till justerare utses Karin Ek. 2 Samtal om skolan Det går bra. {filler}"
    text += "3 Övriga frågor Inga frågor togs upp."
    assert rows(minutes(text)) == [("1", "Justerare"), ("2", "Samtal om skolan"), ("3", "Övriga frågor")]


def test_paragraphs_inside_a_page_that_is_one_line_are_items(minutes):
    text = (
        "1 1(2) PROTOKOLL Plats Folkets hus § 12 Mötets öppnande Ordföranden hälsar alla välkomna. § 13 Val av "
        "justerare Till justerare utses Karin Ek. § 14 Information från Region Skåne Direktören informerar om läget. "
        "§ 15 Övriga frågor Inga frågor. § 16 Nästa möte Den 5 juni."
    )
    assert rows(minutes(text)) == [
        ("12", "Mötets öppnande"), ("13", "Val av justerare"), ("14", "Information från Region Skåne"),
        ("15", "Övriga frågor"), ("16", "Nästa möte"),
    ]  # fmt: skip


def test_a_case_number_or_a_name_does_not_end_a_heading_run_into_the_text(minutes):
    text = (
        "1 Protokoll Kommunhuset i Storby den 4 mars 2021 Sn § 7 Dnr 2021.004.1 Ekonomisk redovisning Samordnaren "
        "redovisar läget. Sn § 8 Remissvar Trygghetsplanen Ett förslag finns. Sn § 9 Övriga frågor Inga."
    )
    assert rows(minutes(text)) == [
        ("7", "Ekonomisk redovisning"), ("8", "Remissvar Trygghetsplanen"), ("9", "Övriga frågor"),
    ]  # fmt: skip


def test_points_below_a_paragraph_are_items(minutes):
    text = "§ 34 Ansökningar\n34.1 Projekt Framåt\nBeviljas.\n34.2 Projekt Uppåt\nAvslås.\n§ 35 Slut\nHej."
    assert [number for number, _ in rows(minutes(text))] == ["34", "34.1", "34.2", "35"]


def test_a_paragraph_in_the_head_does_not_outweigh_the_points(minutes):
    text = "Paragrafer\n§§ 1-3\nUnderskrifter\n\n1. Start\nHej.\n\n2. Plan\nText.\n\n3. Slut\nHej då."
    assert rows(minutes(text)) == [("1", "Start"), ("2", "Plan"), ("3", "Slut")]


def test_capitals_gather_items_in_a_table_that_lost_its_lines(minutes):
    text = (
        "INFORMATION FRÅN VÄRDEN\nÄrende\n1. Läget i Storby\nAnteckningar\nBra.\n\nEKONOMI\nÄrende\n2. Budget\n"
        "Anteckningar\nKlar.\n\nNÄSTA MÖTE\n27 maj i Storby.\n"
    )
    assert [(span.name, span.item.kind) for span in read_agenda(minutes(text))] == [
        ("INFORMATION FRÅN VÄRDEN", "information"), ("1", "information"), ("EKONOMI", None), ("2", None),
        ("NÄSTA MÖTE", None),
    ]  # fmt: skip


def test_usual_headings_need_only_a_line_of_their_own(minutes):
    text = "Föregående protokoll\nKlart.\n\nPlan för skolan\nEn text om planen.\n\nNästa möte\n4 maj\n"
    assert [title for _, title in rows(minutes(text))] == ["Föregående protokoll", "Plan för skolan", "Nästa möte"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Information från regionen", "information"),
        ("Rektorn informerar", "information"),
        ("Lägesrapport bredband", "information"),
        ("Rapporter", "information"),
        ("Delårsrapport per augusti", None),
        ("Informationssäkerhet", None),
        ("Beslut om arvoden", "decision"),
        ("Anmälan av delegationsbeslut", None),
        ("Uppföljning av beslut", None),
        ("Budget (beslut)", "decision"),
        ("Diskussion om lokaler", "dialogue"),
        ("Dialog med högskolan", "dialogue"),
        ("Övriga frågor och kommande möten", "other"),
        ("Övrigt", "other"),
        ("Godkännande av dagordning, övriga frågor", None),
        ("Budget", None),
    ],
)
def test_the_words_of_a_heading_give_its_kind(minutes, heading, kind):
    assert kinds(minutes(f"1. Start\nHej.\n\n2. {heading}\nEn text.\n"))["2"] == kind


def test_a_numbered_section_gives_its_kind_to_its_items_only(minutes):
    text = "1. Beslutspunkter\n1 a. Plan\nEn text.\n2. Information\n2 a. Läget\nEn text.\n3. Budget\nEn text."
    assert kinds(minutes(text)) == {
        "1": "decision", "1 a": "decision", "2": "information", "2 a": "information", "3": None,
    }  # fmt: skip


def test_an_unnumbered_section_gives_its_kind_until_the_next(minutes):
    text = "1. Start\nHej.\n\nInformationspunkter\n\n2. Läget\nText.\n\nBeslutspunkter\n\n3. Plan\nText.\n\n"
    text += "4. Övriga frågor\nInga."
    assert kinds(minutes(text)) == {
        "1": None, "Informationspunkter": "information", "2": "information", "Beslutspunkter": "decision",
        "3": "decision", "4": "other",
    }  # fmt: skip


def test_sections_with_letters_are_rows_with_their_letter(minutes):
    text = "A\tBeredning\n\n§ 4\tPlan\nText.\n\nB\tInformation\n\n§ 5\tLäget\nText.\n"
    assert [(span.item.number, span.item.kind) for span in read_agenda(minutes(text))] == [
        ("A", None), ("4", None), ("B", "information"), ("5", "information"),
    ]  # fmt: skip


def test_the_headings_inside_a_paragraph_are_no_items(minutes):
    text = (
        "§ 4 Plan\n\nBakgrund\n\nEn längre text om hur planen kom till.\n\nBeslut\n\nPlanen antas.\n\n§ 5 Slut\nHej.\n"
    )
    assert rows(minutes(text)) == [("4", "Plan"), ("5", "Slut")]


def test_an_unnumbered_heading_inside_a_numbered_item_is_an_item(minutes):
    text = (
        "1. Start\n\nHej och välkomna.\n\n2. Stående punkter\n\nLäget i skolan\n\n"
        "En lång berättelse om skolan följde.\n\n"
        "Ur diskussionen:\n\n- Bra att höra.\n\n3. Slut\n\nHej då."
    )
    assert rows(minutes(text)) == [("1", "Start"), ("2", "Stående punkter"), (None, "Läget i skolan"), ("3", "Slut")]


def test_headings_that_stand_alone_are_the_items_of_minutes_without_numbers(minutes):
    text = (
        "Styrgruppen för Ovanbygden\n\nKollektivtrafik\n\nPer Lund berättade om läget i trafiken.\n\n"
        "Kompetensförsörjning\n\n- En arbetsgrupp startar.\n\nVid anteckningarna\n\nLena Åberg\n"
    )
    assert rows(minutes(text)) == [(None, "Kollektivtrafik"), (None, "Kompetensförsörjning")]


def test_the_first_line_of_a_broken_paragraph_is_no_heading(minutes):
    text = (
        "1. Start\n\nHej och välkomna.\n\n2. Läget\n\nUnder hösten har arbetet med lokaler gått framåt i både\n"
        "Storby och Lillby, men det återstår en hel del att göra innan\nallt är klart för flytten.\n\n"
        "Nya lokaler\nSkolan i Storby flyttar till nya lokaler under våren, sade\nrektorn.\n\n3. Slut\n\nHej då."
    )
    assert [title for _, title in rows(minutes(text))] == ["Start", "Läget", "Nya lokaler", "Slut"]


def test_without_empty_lines_a_heading_ends_early_above_a_new_paragraph(minutes):
    text = (
        "1. Start\nHej och välkomna till ett nytt möte i den här gruppen.\n2. Läget\n"
        "Skolan\nSkolan i Storby flyttar till nya lokaler under våren, sade rektorn.\n3. Slut\nHej då."
    )
    assert rows(minutes(text)) == [("1", "Start"), ("2", "Läget"), (None, "Skolan"), ("3", "Slut")]


def test_a_person_or_a_lead_in_is_no_heading(minutes):
    text = "Plan för skolan\n\nPer Lund berättade om läget.\n\nPer Lund\n\nStyrgruppen beslutar att\n\n- anta planen.\n"
    assert rows(minutes(text)) == [(None, "Plan för skolan")]


def test_a_list_of_contents_announces_the_items(minutes):
    text = (
        "Innehåll\nInledning\nLäget i länet\nSammanfattning\n\nInledning\nVi börjar.\n\n"
        "Läget i länet under våren\nEn text.\n\nSammanfattning\nSlut."
    )
    spans = read_agenda(minutes(text))
    assert [span.item.title for span in spans] == ["Inledning", "Läget i länet", "Sammanfattning"]
    assert text[spans[1].body : spans[1].end].strip() == "under våren\nEn text."


def test_a_list_of_contents_that_lost_its_lines_is_cut_at_capitals(minutes):
    text = "Innehåll Inledning Vård och skola Region i Ovan Sida 1 av 3\n\nInledning Hej.\n\n"
    text += "Vård och skola Nu.\n\nRegion i Ovan Slut."
    assert [title for _, title in rows(minutes(text))] == ["Inledning", "Vård och skola", "Region i Ovan"]


def test_the_hours_of_a_programme_mark_its_items(minutes):
    text = "09.00-09.15 Inledning\nHej.\n09.15–10.00 Information om bad\nText.\nkl. 10.00 Avslut\nHej då."
    assert rows(minutes(text)) == [(None, "Inledning"), (None, "Information om bad"), (None, "Avslut")]


def test_a_composition_has_no_agenda(minutes):
    assert rows(minutes("1. Ledamöter\nKarin Ek\n2. Ersättare\nPer Lund", kind="composition")) == []


def test_a_news_item_has_items_only_where_it_calls_them_so(minutes):
    news = "Skolan i fokus\n\nDet talades länge om skolan i länet.\n"
    assert rows(minutes(news, kind="news")) == []
    assert rows(minutes(news + "\nSkolan var en av punkterna.\n", kind="news")) == [(None, "Skolan i fokus")]


def test_an_item_reaches_to_the_next_and_the_last_to_the_closing_formula(minutes):
    text = "1. Start\nHej.\n\n2. Slut\nHej då.\n\nVid anteckningarna\nLena Åberg\n"
    spans = read_agenda(minutes(text))
    assert [text[span.body : span.end].strip() for span in spans] == ["Hej.", "Hej då."]


def test_the_text_below_a_list_of_letters_belongs_to_the_item_above_it(minutes):
    text = "§ 7 Rapporter\na) Skola\nb) Vård\nNämnden noterar dem.\n§ 8 Slut\nHej."
    reach = {span.name: text[span.body : span.end].strip() for span in read_agenda(minutes(text))}
    assert reach == {"7": "Nämnden noterar dem.", "7 a": "", "7 b": "", "8": "Hej."}


def test_the_evidence_of_an_item_is_its_title(minutes):
    text = "1. Start\nHej.\n\n2. Målbild (bilaga)\nText."
    for span in read_agenda(minutes(text)):
        proof = span.item.evidence
        assert text[proof.start : proof.end] == proof.quote == span.item.title


def test_an_empty_text_has_no_items(minutes):
    assert rows(minutes("")) == []


def test_roman_numbers_are_numbers_and_a_letter_alone_opens_no_section(minutes):
    text = "".join(
        f"{number} {title}\nHej på er.\n\n"
        for number, title in (("I.", "Start"), ("II.", "Budget"), ("III.", "Val"), ("IV.", "Skolor"), ("V.", "Övrigt"))
    )
    context = minutes(text + "VI. Avslutning\nTack.")
    assert [number for number, _ in rows(context)] == ["I", "II", "III", "IV", "V", "VI"]
    assert kinds(context)["VI"] is None


def test_a_short_heading_may_be_broken_too(minutes):
    text = "1. Start\nHej.\n\n2. Gemensam\nupphandling av bilar\nEn genomgång.\n\n3. Slut\nHej då."
    assert rows(minutes(text))[1] == ("2", "Gemensam upphandling av bilar")


def test_an_announced_title_keeps_the_letters_of_the_list(minutes):
    text = (
        "Innehåll Inledning Arbetsordning och mål Slutord\n\nInledning Karin Ek hälsar välkommen.\n\n"
        "Rådets arbetsordning och mål Per Lund visar den.\n\nSlutord Tack."
    )
    assert [title for _, title in rows(minutes(text))] == ["Inledning", "Arbetsordning och mål", "Slutord"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Bokslut per den 30 april 2020 Per Lund visar det. Det noteras.", "Bokslut per"),
        ("Insatsen Goda Vägar Samordnare Karin Ek visar den. Den noteras.", "Insatsen Goda Vägar"),
        ("Nästa möte Torsdagen den 3 maj kl 13.", "Nästa möte"),
    ],
)
def test_a_heading_ends_before_whoever_presents_it(minutes, heading, title):
    page = "Karin Ek öppnar mötet och hälsar alla välkomna till Storby, där rådet träffas för första gången i år."
    text = f"§ 1 Mötets öppnande {page} § 2 {heading} § 3 Mötets avslutande {page}"
    assert rows(minutes(text))[1][1].startswith(title)
    assert "Karin" not in rows(minutes(text))[1][1]
    assert "Torsdagen" not in rows(minutes(text))[1][1]


def test_a_summary_is_an_item_where_the_document_has_but_one(minutes):
    part = "Skolorna\nKarin Ek berättade länge om dem.\n\n"
    end = "Sammanfattning\nPer Lund tackade alla för dagen.\n\n"
    assert [title for _, title in rows(minutes(part + end))] == ["Skolorna", "Sammanfattning"]
    assert "Sammanfattning" not in [title for _, title in rows(minutes(part + end + part + end))]


def test_the_next_meeting_below_other_matters_has_no_kind(minutes):
    text = "1. Start\nHej på er.\n\n2. Övrigt\nInget.\n\nNästa möte\n3 maj i Storby."
    assert kinds(minutes(text)) == {"1": None, "2": "other", "Nästa möte": None}


def test_a_link_between_paragraphs_does_not_close_a_page(minutes):
    prose = "Karin Ek berättade om arbetet med de nya vägarna och om hur kommunerna kan hjälpas åt med dem under året."
    text = f"Två punkter\n\nSkolor\n\n{prose} {prose}\n\nLäs mer om dem\n\nVägar\n\n{prose} {prose}\n"
    assert [title for _, title in rows(minutes(text, kind="news"))] == ["Skolor", "Vägar"]
