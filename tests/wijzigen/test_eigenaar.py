"""Who a role is in a dossier: nobody is made up, and of two nobody is chosen."""

import pytest
from register.fabriek import REGIO, dossier, open_register

from nazorg.wijzigen.eigenaar import owner_of

TWEE = REGIO.replace("leefgebieden", "  pi-ver: {naam: PI Ver, soort: pi}\n  rec: {soort: reclassering}\nleefgebieden")


@pytest.mark.parametrize(
    ("rol", "rest", "regio", "found"),
    [
        (None, "", REGIO, ""),
        ("betrokkene", "", REGIO, "betrokkene"),
        ("regisseur", "", REGIO, "m.bakker"),
        ("pi", "", REGIO, "pi-alphen"),
        ("pi", "", TWEE, ""),
        ("pi", "betrokken: [{partner: pi-ver}]\n", TWEE, "pi-ver"),
        ("pi", "betrokken: [{partner: pi-ver}, {partner: pi-alphen}]\n", TWEE, ""),
        ("pi", "betrokken: [{partner: pi-ver}, {partner: pi-ver}]\n", TWEE, "pi-ver"),
        ("pi", "detentie: {inrichting: pi VER}\n", TWEE, "pi-ver"),
        ("pi", "detentie: {inrichting: Elders}\n", TWEE, ""),
        ("pi", "betrokken: [{partner: pi-alphen}]\ndetentie: {inrichting: PI Ver}\n", TWEE, "pi-ver"),
        ("reclassering", "", REGIO, ""),
        ("reclassering", "toezicht: {door: rec}\n", TWEE, "rec"),
        ("s.yilmaz", "", REGIO, "s.yilmaz"),
        ("corporatie-rijnland", "", REGIO, "corporatie-rijnland"),
        ("onbekend", "", REGIO, ""),
        ("pi", "", None, ""),
    ],
)
def test_owner_of_a_role(tmp_path, rol, rest, regio, found):
    pad, text = dossier("k7f3mq", rest)
    register = open_register(tmp_path, (pad, text), regio=regio)
    assert owner_of(rol, register.dossier(pad).waarde, register.instellingen) == found
