"""What an agenda tells of the time since the consultation before it."""

from datetime import date
from pathlib import Path
from textwrap import wrap

import pytest
from fabriek_git import commit

from nazorg.agenda import Agenda, Veranderd, Verandering, Vergeleken, look_back, make_agenda
from nazorg.agenda.verstrekken import agendas_for
from nazorg.begrippen.keuzes import Actiestatus, Gegevenssoort, Hulpvraag, Stand, Status
from nazorg.output.agenda import render_agenda
from nazorg.output.opmaak import read_blocks
from nazorg.output.opmaak.stukken import Lijst
from nazorg.output.sjabloon import Sjablonen, plain, render
from nazorg.register import Register
from nazorg.werkmap import Werkmap

NUMMER = "NZ-2026-k7f3mq"
PAD = f"dossiers/2026/{NUMMER}.yaml"
REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: , Katwijk: }
regisseurs: {m.bakker: {naam: M. Bakker}}
partners:
  corporatie: {naam: Corporatie Rijnland, soort: woningcorporatie}
  opvang: {naam: De Brug, soort: zorgaanbieder}
"""
KOP = f"""\
dossier: {NUMMER}
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: in_detentie
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
"""
TOEN = """\
detentie: {ontslag: {verwacht: 2026-12-18}}
leefgebieden:
  onderdak:
    stand: niet_op_orde
    situatie: Slaapt op de bank bij een vriend.
    acties:
      - {id: w4hn, wat: Urgentieverklaring aanvragen, eigenaar: corporatie, uiterlijk: 2026-11-20}
      - {id: w5hn, wat: Inschrijven, eigenaar: opvang}
"""
NU = """\
detentie: {ontslag: {verwacht: 2026-12-04}}
leefgebieden:
  onderdak:
    stand: loopt
    situatie: Heeft een kamer in zicht.
    acties:
      - {id: w4hn, wat: Urgentieverklaring aanvragen, eigenaar: opvang, uiterlijk: 2026-12-01}
      - {id: w5hn, wat: Inschrijven, eigenaar: opvang, status: gedaan, gedaan_op: 2026-11-16, resultaat: geheim}
      - {id: w6hn, wat: Sleutel halen, eigenaar: betrokkene}
besluiten:
  - {id: b2de, overleg: 2026-11-12-leiden, besluit: Corporatie zoekt mee, leefgebied: onderdak, acties: [w4hn, w5hn]}
  - {id: b3de, overleg: 2026-11-18-casus, besluit: Iedereen belt, leefgebied: onderdak}
logboek: [{id: j2de, op: 2026-11-16, kort: geheim logboek}]
doelen: [{id: d2de, wens: geheime wens}]
"""
NAAR = {
    Veranderd.ONTSLAG: "2026-12-04",
    Veranderd.STAND: "loopt",
    Veranderd.ACTIE_EIGENAAR: "De Brug",
    Veranderd.ACTIE_TERMIJN: "2026-12-01",
    Veranderd.ACTIE_STATUS: "gedaan",
    Veranderd.ACTIE_NIEUW: "betrokkene",
    Veranderd.SITUATIE: None,
    Veranderd.BESLUIT: None,
}
"""What the dossier came to, by what changed."""


def overleg(datum: str, naam: str = "leiden", rest: str = "") -> tuple[str, str]:
    text = f"overleg: {datum}-{naam}\nsoort: regieoverleg\ndatum: {datum}\ngemeenten: [Leiden]\n{rest}"
    return f"overleggen/{datum}-{naam}.yaml", text + f"dossiers: [{{dossier: {NUMMER}}}]\n"


def agenda_of(map_: Path, naam: str = "2026-11-26", peildatum: date = date(2026, 11, 23)) -> Agenda:
    register = Register(Werkmap(map_), peildatum)
    found = register.overleg(register.find_overleg(naam)).waarde
    assert found is not None
    return make_agenda(register, found, terugblik=look_back(register, found, map_))


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """A region with a consultation that was held on 12 November, and one that is to come."""
    vorige, volgende = overleg("2026-11-12"), overleg("2026-11-26")
    files: dict[str, str | bytes | None] = {"nazorg.yaml": REGIO, PAD: KOP + TOEN, **dict((vorige, volgende))}
    commit(tmp_path, files, op="2026-11-11T12:00:00")
    commit(tmp_path, {PAD: KOP + NU}, op="2026-11-17T12:00:00")
    return tmp_path


def test_what_changed_since_the_consultation_before_is_told_once_and_by_what_it_came_to(werkmap: Path) -> None:
    (punt,) = agenda_of(werkmap).punten
    assert {one.soort: one.naar for one in punt.veranderingen} == NAAR
    assert len(punt.veranderingen) == len(NAAR)


def test_each_change_tells_its_dossier_its_leefgebied_and_what_kind_of_data_it_is(werkmap: Path) -> None:
    (punt,) = agenda_of(werkmap).punten
    assert {one.dossier for one in punt.veranderingen} == {NUMMER}
    kinds = {(one.leefgebied, one.gegeven) for one in punt.veranderingen}
    soort = Gegevenssoort
    own = {("onderdak", one) for one in (soort.STAND, soort.SITUATIE, soort.ACTIES, soort.BESLUITEN)}
    assert kinds == own | {(None, soort.DETENTIE)}


def test_of_a_decision_is_told_what_came_of_it(werkmap: Path) -> None:
    (punt,) = agenda_of(werkmap).punten
    (besluit,) = punt.besluiten
    assert (besluit.besluit, besluit.leefgebied, besluit.stand) == ("Corporatie zoekt mee", "onderdak", "loopt")
    assert [(one.actie, one.status, one.moment) for one in besluit.acties] == [
        ("w4hn", "open", "binnenkort"),
        ("w5hn", "gedaan", None),
    ]


def test_nothing_of_a_logboek_a_goal_a_result_or_a_situation_is_told(werkmap: Path) -> None:
    page = render_agenda(agenda_of(werkmap), Werkmap(werkmap))
    assert "geheim" not in page
    assert "kamer in zicht" not in page
    assert "de situatie is bijgewerkt" in page


UITKOMST = "Urgentieverklaring aanvragen: open, De Brug, uiterlijk 1 dec 2026; Inschrijven: gedaan op 16 nov 2026"


def test_the_page_says_it_in_plain_sentences(werkmap: Path) -> None:
    page = render_agenda(agenda_of(werkmap), Werkmap(werkmap))
    for sentence in (
        "Wat er veranderde, is geteld vanaf het vorige overleg van deze soort, op donderdag 12 november 2026.",
        "- De verwachte dag van vrijlating is nu 4 dec 2026 (was 18 dec 2026).",
        "- Onderdak: stand nu loopt (was niet op orde).",
        "- Onderdak: nu bij De Brug (was Corporatie Rijnland): Urgentieverklaring aanvragen",
        "- Onderdak: termijn nu 1 dec 2026 (was 20 nov 2026): Urgentieverklaring aanvragen",
        "- Onderdak: gedaan: Inschrijven",
        "- Onderdak: nieuwe actie: Sleutel halen — betrokkene",
        f"- Onderdak: Corporatie zoekt mee → {UITKOMST}",
    ):
        assert f"{sentence}\n" in page


@pytest.mark.parametrize(
    ("sjabloon", "words"), [("casusoverleg", "Zo staat het nu:"), ("casusoverleg.en", "As it stands now:")]
)
def test_what_changed_and_how_it_stands_are_two_lists(werkmap: Path, sjabloon: str, words: str) -> None:
    page = render_agenda(agenda_of(werkmap), Werkmap(werkmap), sjabloon)
    lists = [block for block in read_blocks(page) if isinstance(block, Lijst)]
    assert len(lists) == 3
    assert page.count(f"\n\n{words}\n\n- ") == 1
    first = render_agenda(agenda_of(werkmap, "2026-11-12"), Werkmap(werkmap), sjabloon)
    assert words not in first


def test_the_english_page_says_it_in_english(werkmap: Path) -> None:
    page = render_agenda(agenda_of(werkmap), Werkmap(werkmap), "casusoverleg.en")
    came = "Urgentieverklaring aanvragen: open, De Brug, due 1 Dec 2026; Inschrijven: done on 16 Nov 2026"
    for sentence in (
        "What changed is counted from the previous consultation of this kind, on Thursday 12 November 2026.",
        "Decided on 12 Nov 2026, and what came of it:",
        f"- Housing: Corporatie zoekt mee → {came}",
        "Changed since 12 Nov 2026:",
        "- The expected day of release is now 4 Dec 2026 (was 18 Dec 2026).",
        "- Housing: now in progress (was not in order).",
        "- Housing: the situation was updated.",
        "- Housing: now with De Brug (was Corporatie Rijnland): Urgentieverklaring aanvragen",
        "- Housing: now due 1 Dec 2026 (was 20 Nov 2026): Urgentieverklaring aanvragen",
        "- Housing: done: Inschrijven",
        "- Housing: new action: Sleutel halen — the person",
        "- Housing: decided: Iedereen belt",
    ):
        assert f"{sentence}\n" in page
    for word in ("besloten", "sinds", "Onderdak", "gedaan", "stand nu", "betrokkene", "uiterlijk", "nog toe te delen"):
        assert word not in page


def test_every_change_has_a_sentence_in_both_languages(werkmap: Path) -> None:
    parts = {"_delen.md.j2": "verandering", "_delen.en.md.j2": "change"}
    for file, macro in parts.items():
        (werkmap / "templates").mkdir(exist_ok=True)
        source = f'{{% from "{file}" import {macro} %}}{{% for een in alle %}}- {{{{ {macro}(een) }}}}\n{{% endfor %}}'
        (werkmap / "templates/alle.md.j2").write_text(source, encoding="utf-8")
        alle = [Verandering(NUMMER, None, None, one, wat="woord", van="toen", naar="nu") for one in Veranderd]
        told = render(Sjablonen(Werkmap(werkmap)), "alle.md.j2", plain({"alle": alle})).splitlines()
        assert len(set(told)) == len(Veranderd)
        unknown = [
            one.soort
            for one, line in zip(alle, told, strict=True)
            if line in ("- bijgewerkt: woord", "- updated: woord")
        ]
        assert unknown == [Veranderd.ACTIE_ANDERS]


@pytest.mark.parametrize(
    ("table", "choices"), [("state", Stand), ("help", Hulpvraag), ("status", Status), ("progress", Actiestatus)]
)
def test_every_choice_that_can_change_has_an_english_word(
    werkmap: Path, table: str, choices: type[Stand | Hulpvraag | Status | Actiestatus]
) -> None:
    (werkmap / "templates").mkdir()
    source = f'{{% from "_delen.en.md.j2" import {table} %}}{{{{ {table}|list|join(" ") }}}}'
    (werkmap / "templates/woorden.md.j2").write_text(source, encoding="utf-8")
    words = render(Sjablonen(Werkmap(werkmap)), "woorden.md.j2", {})
    assert words.replace("\\", "").split() == [str(one) for one in choices]


def test_what_was_recorded_as_minutes_is_no_change_since(werkmap: Path) -> None:
    path, text = overleg("2026-11-12", rest="verslag: 2026-11-13\n")
    commit(werkmap, {path: text}, op="2026-11-18T12:00:00")
    assert agenda_of(werkmap).punten[0].veranderingen == ()


def test_what_is_not_saved_yet_counts(werkmap: Path) -> None:
    (werkmap / PAD).write_text(KOP + NU.replace("stand: loopt", "stand: acuut"), encoding="utf-8")
    (punt,) = agenda_of(werkmap).punten
    assert "acuut" in [one.naar for one in punt.veranderingen]


def test_a_dossier_that_was_not_there_yet_is_new(werkmap: Path) -> None:
    other = "NZ-2026-b4wn7d"
    (werkmap / PAD.replace(NUMMER, other)).write_text((KOP + TOEN).replace(NUMMER, other), encoding="utf-8")
    path, text = overleg("2026-11-26")
    (werkmap / path).write_text(text.replace(NUMMER, other), encoding="utf-8")
    (punt,) = agenda_of(werkmap).punten
    assert [one.soort for one in punt.veranderingen] == [Veranderd.NIEUW]


def test_without_git_it_says_so(werkmap: Path, tmp_path: Path) -> None:
    (werkmap / ".git").rename(tmp_path / "git-weg")
    found = agenda_of(werkmap)
    assert found.vergeleken is Vergeleken.GEEN_GIT
    page = render_agenda(found, Werkmap(werkmap))
    assert "niet te zeggen: deze werkmap ligt niet in git." in page
    assert found.punten[0].besluiten, "a decision stands in the dossier, not in git"


def test_a_history_that_does_not_go_back_that_far_says_so(werkmap: Path) -> None:
    path, text = overleg("2026-11-10")
    (werkmap / overleg("2026-11-12")[0]).unlink()
    (werkmap / path).write_text(text, encoding="utf-8")
    found = agenda_of(werkmap)
    assert found.vergeleken is Vergeleken.TE_VER
    assert "zo ver gaat de geschiedenis in git niet terug." in render_agenda(found, Werkmap(werkmap))


@pytest.mark.parametrize("rest", ["soort: casusoverleg", "gemeenten: [Katwijk]", "datum: 2026-11-27"])
def test_the_consultation_before_is_of_the_same_kind_and_gemeente_and_was_held(werkmap: Path, rest: str) -> None:
    path, text = overleg("2026-11-12")
    veld = rest.partition(":")[0]
    lines = [rest if line.startswith(f"{veld}:") else line for line in text.splitlines()]
    (werkmap / path).write_text("\n".join(lines), encoding="utf-8")
    assert agenda_of(werkmap).vergeleken is Vergeleken.GEEN_VORIG


def test_what_is_due_before_the_next_consultation_is_told_apart(werkmap: Path) -> None:
    def moments() -> dict[str, str]:
        return {one.wat: str(one.moment) for one in agenda_of(werkmap).punten[0].acties}

    assert moments()["Urgentieverklaring aanvragen"] == "binnenkort"
    path, text = overleg("2026-11-26", rest="volgende: 2026-11-30\n")
    (werkmap / path).write_text(text, encoding="utf-8")
    assert moments()["Urgentieverklaring aanvragen"] == "later"
    assert agenda_of(werkmap).volgende == date(2026, 11, 30)


def test_the_next_consultation_may_follow_from_its_file(werkmap: Path) -> None:
    path, text = overleg("2026-12-10")
    (werkmap / path).write_text(text, encoding="utf-8")
    assert agenda_of(werkmap).volgende == date(2026, 12, 10)


def test_points_without_minutes_are_given_the_time_there_is(werkmap: Path) -> None:
    path, text = overleg("2026-11-26", rest="tijd: 10:00\neindtijd: 10:25\n")
    (werkmap / path).write_text(text, encoding="utf-8")
    found = agenda_of(werkmap)
    assert (found.punten[0].minuten, found.te_lang) == (25, 0)
    (werkmap / path).write_text(text.replace(f"{NUMMER}}}", f"{NUMMER}, minuten: 40}}"), encoding="utf-8")
    found = agenda_of(werkmap)
    assert found.te_lang == 15
    page = render_agenda(found, Werkmap(werkmap))
    assert "**De punten duren samen 40 minuten; dat is 15 minuten meer dan er is.**" in page


# for a partner

KRING = """\
  pi: {naam: PI Alphen, soort: pi, grondslagen: [pm-20d]}
  werkgever: {naam: De Linde, soort: werkgever, grondslagen: [toestemming]}
"""
GEGEVEN = (
    "toestemmingen: [{id: t2de, partner: corporatie, leefgebieden: [onderdak], richting: aan, gegeven: 2026-11-01}]\n"
)


@pytest.fixture
def met_partners(werkmap: Path) -> Path:
    """The same, with partners at the table who may each know something else."""
    regio = REGIO.replace("soort: woningcorporatie", "soort: woningcorporatie, grondslagen: [toestemming]") + KRING
    (werkmap / "nazorg.yaml").write_text(regio, encoding="utf-8")
    (werkmap / PAD).write_text(KOP + NU + GEGEVEN, encoding="utf-8")
    path, text = overleg("2026-11-26", rest="partners: [corporatie, pi, werkgever]\n")
    (werkmap / path).write_text(text, encoding="utf-8")
    return werkmap


def agendas(werkmap: Path) -> dict[str, Agenda]:
    register = Register(Werkmap(werkmap), date(2026, 11, 23))
    made = agendas_for(register, agenda_of(werkmap), ["corporatie", "pi", "werkgever"])
    return {one.partner: one.agenda for one in made}


def test_a_partner_hears_of_changes_and_decisions_no_more_than_its_ground_gives(met_partners: Path) -> None:
    made = agendas(met_partners)
    assert made["werkgever"].punten == ()
    (own,) = made["corporatie"].punten
    assert {one.leefgebied for one in own.veranderingen} == {"onderdak"}
    assert [one.besluit for one in own.besluiten] == ["Corporatie zoekt mee"]
    assert [one.actie for one in own.besluiten[0].acties] == ["w4hn", "w5hn"]
    assert Veranderd.ONTSLAG in {one.soort for one in made["pi"].punten[0].veranderingen}


def test_without_a_ground_a_leefgebied_leaves_no_trace_in_changes_and_decisions(met_partners: Path) -> None:
    text = (KOP + NU + GEGEVEN).replace("leefgebieden: [onderdak], richting", "leefgebieden: [zorg], richting")
    (met_partners / PAD).write_text(text, encoding="utf-8")
    (own,) = agendas(met_partners)["corporatie"].punten
    assert (own.veranderingen, own.besluiten) == ((), ())
    page = render_agenda(agendas(met_partners)["corporatie"], Werkmap(met_partners))
    assert "Corporatie zoekt mee" not in page
    assert "Urgentieverklaring" not in page


def test_a_decision_about_the_dossier_as_a_whole_is_for_no_partner(met_partners: Path) -> None:
    text = (KOP + NU + GEGEVEN).replace(
        "besluit: Corporatie zoekt mee, leefgebied: onderdak", "besluit: Iets over alles"
    )
    (met_partners / PAD).write_text(text, encoding="utf-8")
    assert all(agenda.punten[0].besluiten == () for agenda in agendas(met_partners).values() if agenda.punten)


def test_of_a_dossier_the_short_page_holds_no_more_than_a_page(werkmap: Path) -> None:
    """However much is in it: 50 lines of 90 signs is what fits on a sheet."""
    words = "een hele lange zin over wat er allemaal nog moet " * 6
    ids = [f"{letter}{number}aa" for letter in "abcdefgh" for number in range(2, 8)]
    acties = "".join(f"      - {{id: {one}, wat: {words}, eigenaar: opvang, uiterlijk: 2026-10-01}}\n" for one in ids)
    besluiten = "".join(
        f"  - {{id: {one[:3]}z, overleg: 2026-11-12-leiden, besluit: {words}, leefgebied: onderdak}}\n" for one in ids
    )
    text = f"leefgebieden:\n  onderdak:\n    hulpvraag: ja\n    acties:\n{acties}besluiten:\n{besluiten}"
    (werkmap / PAD).write_text(KOP + text, encoding="utf-8")
    page = render_agenda(agenda_of(werkmap), Werkmap(werkmap), "kort")
    lines = [part for line in page.partition("\n## ")[2].splitlines() for part in wrap(line, 90) or [""]]
    assert len(lines) <= 50, "\n".join(lines)
    assert "- en nog " in page
