"""Which traject a dossier asks for, and that it is one that exists."""

import pytest
from register.fabriek import dossier, open_register

from nazorg.register import find_traject
from nazorg.wijzigen import suggest


@pytest.mark.parametrize(
    ("rest", "velden", "found"),
    [
        ("", {}, ["standaard-vrijwillig"]),
        ("", {"kader": "justitieel"}, ["justitieel-kader"]),
        ("detentie: {soort: isd}\n", {"kader": "justitieel"}, ["isd-laatste-fase"]),
        ("detentie: {fasering: [{soort: pp}]}\n", {"kader": "justitieel"}, ["penitentiair-programma"]),
        ("detentie: {ingesloten: 2026-11-20, ontslag: {verwacht: 2026-12-18}}\n", {}, ["kort-gestraft"]),
        ("detentie: {ingesloten: 2026-11-20, ontslag: {verwacht: 2026-12-19}}\n", {}, ["standaard-vrijwillig"]),
        ("detentie: {ontslag: {verwacht: 2026-12-19}}\n", {}, ["standaard-vrijwillig"]),
        ("veiligheidsplan: ja\n", {}, ["standaard-vrijwillig", "onveilige-terugkeer"]),
        ("veiligheidsplan: nee\n", {}, ["standaard-vrijwillig"]),
    ],
)
def test_suggestion(tmp_path, rest, velden, found):
    pad, text = dossier("k7f3mq", rest, **velden)
    register = open_register(tmp_path, (pad, text))
    names = [naam for naam, _ in suggest(register.dossier(pad).waarde)]
    assert names == found
    assert [find_traject(register, naam).traject.traject for naam in names] == names
