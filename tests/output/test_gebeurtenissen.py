"""A change as a Dutch sentence."""

import pytest

from nazorg.begrippen.indeling import Bestandsoort
from nazorg.historie import Soort, Wijziging, changes_of
from nazorg.output.gebeurtenissen import field_name, sentence
from nazorg.verschil import Onderdeel

ACTIE = {"id": "w4hn", "wat": "Urgentieverklaring aanvragen", "status": "open", "uiterlijk": "2026-12-01"}


def said(oud, nieuw):
    return [sentence(one) for one in changes_of(oud, nieuw)]


def onderdak(*acties, **rest):
    return {"leefgebieden": {"onderdak": {**rest, "acties": list(acties)}}}


@pytest.mark.parametrize(
    ("oud", "nieuw", "words"),
    [
        (
            onderdak(ACTIE),
            onderdak({**ACTIE, "status": "gedaan"}),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak): status open → gedaan",
        ),
        (
            onderdak(ACTIE),
            onderdak({**ACTIE, "uiterlijk": "2026-12-18"}),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak): uiterlijk 1 december 2026 → 18 december 2026",
        ),
        (
            onderdak({"id": "w4hn", "wat": "Bellen"}),
            onderdak({"id": "w4hn", "wat": "Bellen", "status": "niet_mogelijk"}),
            "Actie w4hn *Bellen* (onderdak): status open → niet mogelijk",
        ),
        (
            onderdak(ACTIE),
            onderdak({**ACTIE, "wacht_op": "de PI"}),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak): wacht op ingevuld: de PI",
        ),
        (
            onderdak({**ACTIE, "eigenaar": "pi-alphen"}),
            onderdak(ACTIE),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak): eigenaar leeggemaakt (was pi-alphen)",
        ),
        (
            onderdak(ACTIE),
            onderdak({**ACTIE, "na": ["k7r2"]}),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak): na k7r2 erbij",
        ),
        (
            onderdak(),
            onderdak(ACTIE),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak) toegevoegd (status open, uiterlijk 1 december 2026)",
        ),
        (
            onderdak(ACTIE),
            onderdak(),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak) verwijderd (status open, uiterlijk 1 december 2026)",
        ),
        (
            onderdak(ACTIE),
            {"leefgebieden": {"werk_inkomen": {"acties": [ACTIE]}}},
            "Actie w4hn *Urgentieverklaring aanvragen* (werk en inkomen): verplaatst van onderdak naar werk en inkomen",
        ),
        (
            onderdak({**ACTIE, "opschorting": [{"id": "p3sc", "van": "2026-10-01"}]}),
            onderdak({**ACTIE, "opschorting": [{"id": "p3sc", "van": "2026-10-01", "hervat": "2026-10-09"}]}),
            "Actie w4hn *Urgentieverklaring aanvragen* (onderdak): opschorting p3sc hervat ingevuld: 9 oktober 2026",
        ),
        (onderdak(stand="loopt"), onderdak(stand="op_orde"), "Onderdak: stand loopt → op orde"),
        ({}, {"leefgebieden": {"zorg": {"stand": "acuut"}}}, "Dossier: leefgebieden toegevoegd (zorg (stand acuut))"),
        ({"status": "aangemeld"}, {"status": "in_detentie"}, "Dossier: status aangemeld → in detentie"),
        (
            {"detentie": {"ontslag": {"verwacht": "2026-12-18"}}},
            {"detentie": {"ontslag": {"verwacht": "2027-01-08"}}},
            "Detentie: verwachte ontslagdatum 18 december 2026 → 8 januari 2027",
        ),
        (
            {"logboek": []},
            {"logboek": [{"id": "x4dp", "op": "2026-09-24", "kort": "Gebeld."}]},
            "Logboekregel x4dp toegevoegd (op 24 september 2026, kort Gebeld.)",
        ),
        ({"a": "x"}, {"a": ["y", "z"]}, "Dossier: a x → (y, z)"),
        ("", {"dossier": "x", "status": "aangemeld"}, "Dossier toegevoegd (status aangemeld)"),
        ({"dossier": "x", "status": "aangemeld"}, "", "Dossier verwijderd (status aangemeld)"),
        ({"op": "2026-02-31"}, {"op": "snake_case en meer"}, "Dossier: op 2026-02-31 → snake_case en meer"),
    ],
)
def test_sentence(oud, nieuw, words):
    assert said(oud, nieuw) == [words]


def test_other_files_are_called_by_what_they_are():
    (one,) = changes_of("", {"regio": "x"})
    assert sentence(one, Bestandsoort.INSTELLINGEN) == "Instellingen toegevoegd (regio x)"
    (two,) = changes_of({"tijd": "10:00"}, {"tijd": "11:00"})
    assert sentence(two, Bestandsoort.OVERLEG) == "Overleg: tijd 10:00 → 11:00"
    number = {"dossier": "NZ-2026-k7f3mq", "minuten": "10"}
    (three,) = changes_of({"dossiers": [number]}, {"dossiers": [{"dossier": "x"}, {**number, "minuten": "15"}]})[1:]
    assert sentence(three, Bestandsoort.OVERLEG) == "Dossier NZ-2026-k7f3mq: minuten 10 → 15"


def test_what_befell_the_file_itself_is_said_too():
    assert sentence(Wijziging(Soort.ONLEESBAAR)) == "Dossier: het bestand is vanaf hier niet te lezen"
    assert sentence(Wijziging(Soort.WEER_LEESBAAR)) == "Dossier: het bestand is weer te lezen"
    assert (
        sentence(Wijziging(Soort.VERPLAATST, (), "a.yaml", "b.yaml"))
        == "Dossier: het bestand heet nu b.yaml (was a.yaml)"
    )


def test_long_things_are_told_in_short_and_single_values_whole():
    long = "heel lang " * 50
    (one,) = changes_of({}, {"doelen": [{"id": "d2m8", "wens": long}]})
    assert long.strip() in sentence(one)
    (whole,) = changes_of("", {f"veld{number}": "x" for number in range(9)})
    assert sentence(whole) == "Dossier toegevoegd (veld0 x, veld1 x, veld2 x, veld3 x, veld4 x, …)"


def test_field_is_named_by_its_whole_way():
    weg = ("leefgebieden", "werk_inkomen", "acties", Onderdeel("w4hn"), "wacht_op")
    assert field_name(weg) == "werk en inkomen, actie w4hn: wacht op"
    assert field_name(("status",)) == "status"
    assert field_name(("detentie", "ontslag", "vroegst")) == "detentie: vroegste ontslagdatum"
