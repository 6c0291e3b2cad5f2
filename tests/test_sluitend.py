"""The sluitende aanpak of a region: every gap with its place, in the order of the work."""

from register.fabriek import KAPOT, acties, dossier, open_register

from nazorg.register import Filter
from nazorg.sluitend import list_gaps

GEVRAAGD = "".join(
    f"  {naam}: {{hulpvraag: nee, stand: nvt}}\n" for naam in ("id_bewijs", "werk_inkomen", "schulden", "zorg")
)
DOSSIER = (
    "leefgebieden:\n"
    + GEVRAAGD
    + acties("onderdak", "id: a1aa, wat: A", "id: a2aa, wat: B, eigenaar: pi-alphen")
    + acties("netwerk", "id: b1aa, wat: C, eigenaar: betrokkene, uiterlijk: ontslag - 3w")
)


def gaps(tmp_path, *files, **keuze):
    found = Filter(**{name: frozenset(values) for name, values in keuze.items()})
    return list_gaps(open_register(tmp_path, *files), found)


def test_every_gap_has_its_place(tmp_path):
    found = gaps(tmp_path, dossier("k7f3mq", DOSSIER))
    text = dossier("k7f3mq", DOSSIER)[1].splitlines()
    assert [(row.soort, row.leefgebied, row.actie, row.eigenaar) for row in found.gaten] == [
        ("hulpvraag", "onderdak", None, None),
        ("eigenaar", "onderdak", "a1aa", None),
        ("termijn", "onderdak", "a2aa", "pi-alphen"),
        ("termijn", "netwerk", "b1aa", "betrokkene"),
    ]
    assert found.gaten[3].opmerking == "de ontslagdatum is niet bekend"
    for row in found.gaten:
        assert (row.actie or row.leefgebied) in text[row.regel - 1]


def test_gaps_of_a_kind_stand_together(tmp_path):
    found = gaps(tmp_path, dossier("bbbbb2", DOSSIER), dossier("aaaaa1", DOSSIER))
    assert [(row.soort, row.dossier[-6:]) for row in found.gaten] == [
        ("hulpvraag", "aaaaa1"),
        ("hulpvraag", "bbbbb2"),
        ("eigenaar", "aaaaa1"),
        ("eigenaar", "bbbbb2"),
        *[("termijn", "aaaaa1")] * 2,
        *[("termijn", "bbbbb2")] * 2,
    ]


def test_filters_narrow_the_list(tmp_path):
    file = dossier("k7f3mq", DOSSIER)
    assert [row.actie for row in gaps(tmp_path, file, eigenaar={"pi-alphen"}).gaten] == ["a2aa"]
    assert [row.actie for row in gaps(tmp_path, file, leefgebied={"netwerk"}).gaten] == ["b1aa"]
    assert [row.soort for row in gaps(tmp_path, file, leefgebied={"onderdak"}).gaten] == [
        "hulpvraag",
        "eigenaar",
        "termijn",
    ]
    assert gaps(tmp_path, file, gemeente={"katwijk"}).gaten == ()


def test_dossier_that_cannot_be_read_is_named(tmp_path):
    assert [one.pad for one in gaps(tmp_path, KAPOT).onleesbaar] == [KAPOT[0]]
