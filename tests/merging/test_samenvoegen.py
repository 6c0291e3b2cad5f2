"""Three versions of a dossier into one."""

import pytest

from nazorg.dossier import Dossier
from nazorg.gitrepo.regelgewijs import merge_lines
from nazorg.merging import merge
from nazorg.overleg import Overleg

from .wetten import boom_of, conflicts, merged

BASIS = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: aangemeld
gemeente: Leiden   # sinds mei
regisseur: m.bakker
kader: vrijwillig
leefgebieden:
  onderdak:
    stand: loopt
    acties:
      - id: w4hn
        wat: Urgentieverklaring   # met spoed
        uiterlijk: 2026-12-01
      - id: h8sb
        wat: Briefadres
        na: [w4hn]
  zorg:
    stand: loopt
toestemmingen:
  - {id: t6gh, partner: pi-alphen, leefgebieden: [onderdak, zorg]}
logboek:
  - {id: g9pq, op: 2026-05-02, kort: Kennisgemaakt}
"""
LOG = "  - {id: g9pq, op: 2026-05-02, kort: Kennisgemaakt}\n"
ACTIE = "leefgebieden.onderdak.acties.w4hn"


def uit(hier, daar, basis=BASIS, door=("", "")):
    return merged(basis.encode(), hier.encode(), daar.encode(), door).data.decode()


def anders(*changes, basis=BASIS):
    for old, new in changes:
        assert basis.count(old) == 1, old
        basis = basis.replace(old, new)
    return basis


def velden(text):
    return [one["veld"] for one in conflicts(boom_of(text.encode()))]


def test_different_fields_of_one_actie_are_both_taken_though_their_lines_touch():
    hier = anders(("uiterlijk: 2026-12-01", "uiterlijk: 2026-12-01\n        eigenaar: betrokkene"))
    daar = anders(("uiterlijk: 2026-12-01", "uiterlijk: 2026-12-08"))
    text = uit(hier, daar)
    assert velden(text) == []
    assert "eigenaar: betrokkene" in text
    assert "uiterlijk: 2026-12-08" in text


def test_what_both_put_at_the_end_of_a_list_is_there_with_the_comments_of_both():
    hier = anders((LOG, f"{LOG}  # van Sanne\n  - {{id: a2aa, op: 2026-11-24, kort: Gebeld}}  # kort\n"))
    daar = anders((LOG, f"{LOG}  # van Yusuf\n  - {{id: b2bb, op: 2026-11-25, kort: Gemaild}}\n"))
    text = uit(hier, daar)
    assert velden(text) == []
    assert all(one in text for one in ("# van Sanne", "kort: Gebeld}  # kort", "# van Yusuf", "kort: Gemaild"))


def test_set_of_texts_takes_what_either_put_in_and_leaves_what_either_took_out():
    hier, daar = (
        anders(("[onderdak, zorg]", "[onderdak, schulden]")),
        anders(("[onderdak, zorg]", "[onderdak, zorg, netwerk]")),
    )
    found = boom_of(uit(hier, daar).encode())["toestemmingen"][0]["leefgebieden"]
    assert sorted(found) == ["netwerk", "onderdak", "schulden"]


def test_field_that_both_changed_keeps_what_stood_there_and_both_are_told():
    hier, daar = anders(("Leiden", "Katwijk")), anders(("Leiden", "Gouda"))
    text = uit(hier, daar, door=("Sanne, 2026-11-24", "Yusuf, 2026-11-25"))
    (one,) = conflicts(boom_of(text.encode()))
    assert one["id"]
    assert {name: value for name, value in one.items() if name != "id"} == {
        "veld": "gemeente",
        "basis": "Leiden",
        "hier": "Katwijk",
        "daar": "Gouda",
        "hier_door": "Sanne, 2026-11-24",
        "daar_door": "Yusuf, 2026-11-25",
    }
    assert "gemeente: Leiden   # sinds mei\n" in text


def test_field_that_one_emptied_and_the_other_changed_is_a_conflict():
    text = uit(anders(("        uiterlijk: 2026-12-01\n", "")), anders(("2026-12-01", "2026-12-08")))
    (one,) = conflicts(boom_of(text.encode()))
    assert (one["veld"], one.get("hier"), one["daar"]) == (f"{ACTIE}.uiterlijk", None, "2026-12-08")


def test_actie_that_one_took_away_and_the_other_changed_stays_until_someone_decides():
    gone = "      - id: w4hn\n        wat: Urgentieverklaring   # met spoed\n        uiterlijk: 2026-12-01\n"
    hier = anders((gone, ""), ("\n        na: [w4hn]", ""))
    text = uit(hier, anders(("2026-12-01", "2026-12-08")))
    (one,) = conflicts(boom_of(text.encode()))
    assert (one["veld"], one["verwijderd"]) == (ACTIE, "hier")
    assert "uiterlijk: 2026-12-08" in text


def test_status_of_one_and_deadline_of_the_other_are_for_them_to_decide():
    hier = anders(
        ("uiterlijk: 2026-12-01", "uiterlijk: 2026-12-01\n        status: gedaan\n        gedaan_op: 2026-11-20")
    )
    text = uit(hier, anders(("2026-12-01", "2026-12-08")))
    assert velden(text) == [f"{ACTIE}.gedaan_op", f"{ACTIE}.status", f"{ACTIE}.uiterlijk"]
    assert "status: gedaan" not in text


def test_status_that_was_only_written_out_is_no_change():
    hier = anders(("uiterlijk: 2026-12-01", "uiterlijk: 2026-12-01\n        status: open"))
    text = uit(hier, anders(("2026-12-01", "2026-12-08")))
    assert velden(text) == []


def test_same_id_for_two_things_stays_with_one_of_them_and_who_waited_goes_along():
    hier = anders((LOG, f"{LOG}  - {{id: a2aa, op: 2026-11-24, kort: Gebeld}}\n"))
    daar = anders(
        (
            "  zorg:\n",
            "      - {id: a2aa, wat: Sleutel halen}\n      - {id: b2bb, wat: Verhuizen, na: [a2aa]}\n  zorg:\n",
        )
    )
    text = uit(hier, daar)
    acties = {one["wat"]: one for one in boom_of(text.encode())["leefgebieden"]["onderdak"]["acties"]}
    log = [one["id"] for one in boom_of(text.encode())["logboek"]]
    assert velden(text) == []
    assert acties["Verhuizen"]["na"] == [acties["Sleutel halen"]["id"]]
    assert acties["Sleutel halen"]["id"] not in log


def test_thing_without_an_id_that_both_gave_one_is_one_thing():
    basis = anders(("id: w4hn\n        wat", "wat"), ("\n        na: [w4hn]", ""))
    hier = anders(("- wat: Urgentieverklaring", "- id: z9zz\n        wat: Urgentieverklaring"), basis=basis)
    daar = anders(
        ("- wat: Urgentieverklaring", "- id: a2aa\n        wat: Urgentieverklaring"),
        ("wat: Briefadres", "wat: Briefadres\n        na: [a2aa]"),
        basis=basis,
    )
    acties = boom_of(uit(hier, daar, basis).encode())["leefgebieden"]["onderdak"]["acties"]
    assert [(one.get("id"), one.get("na")) for one in acties] == [("a2aa", None), ("h8sb", ["a2aa"])]


def test_actie_that_one_moved_takes_what_the_other_changed_along():
    gone = "      - id: h8sb\n        wat: Briefadres\n        na: [w4hn]\n"
    hier = anders((gone, ""), ("  zorg:\n    stand: loopt\n", f"  zorg:\n    stand: loopt\n    acties:\n{gone}"))
    text = uit(hier, anders(("wat: Briefadres", "wat: Briefadres\n        status: bezig")))
    assert velden(text) == []
    assert boom_of(text.encode())["leefgebieden"]["zorg"]["acties"] == [
        {"id": "h8sb", "wat": "Briefadres", "na": ["w4hn"], "status": "bezig"}
    ]


BRIEFADRES = "      - id: h8sb\n        wat: Briefadres\n        na: [w4hn]\n"
TWEE_DOELEN = anders(("    stand: loopt\ntoe", "    stand: loopt\n  netwerk:\n    stand: loopt\ntoe"))


def onder(naam, basis=TWEE_DOELEN):
    """The dossier in which the second action was moved."""
    start = f"  {naam}:\n    stand: loopt\n"
    return anders((BRIEFADRES, ""), (start, f"{start}    acties:\n{BRIEFADRES}"), basis=basis)


def test_actie_that_both_moved_apart_is_one_actie_and_its_leefgebied_is_for_them_to_decide():
    hier, daar = onder("zorg"), onder("netwerk").replace("wat: Briefadres", "wat: Briefadres\n        status: bezig")
    boom = boom_of(uit(hier, daar, TWEE_DOELEN).encode())
    (one,) = conflicts(boom)
    assert (one["veld"], one["basis"], one["hier"], one["daar"]) == (
        "leefgebieden.onderdak.acties.h8sb.leefgebied",
        "onderdak",
        "zorg",
        "netwerk",
    )
    assert {naam: area.get("acties") for naam, area in boom["leefgebieden"].items()} == {
        "onderdak": [
            {"id": "w4hn", "wat": "Urgentieverklaring", "uiterlijk": "2026-12-01"},
            {"id": "h8sb", "wat": "Briefadres", "status": "bezig", "na": ["w4hn"]},
        ],
        "zorg": None,
        "netwerk": None,
    }


def test_actie_that_both_moved_to_one_leefgebied_is_there_with_what_both_changed():
    hier = onder("zorg").replace("wat: Briefadres", "wat: Briefadres\n        eigenaar: betrokkene")
    daar = onder("zorg").replace("wat: Briefadres", "wat: Briefadres\n        status: bezig")
    text = uit(hier, daar, TWEE_DOELEN)
    assert velden(text) == []
    assert boom_of(text.encode())["leefgebieden"]["zorg"]["acties"] == [
        {"id": "h8sb", "wat": "Briefadres", "status": "bezig", "eigenaar": "betrokkene", "na": ["w4hn"]}
    ]


def test_actie_that_one_moved_and_the_other_took_away_stays_where_it_went_until_someone_decides():
    text = uit(onder("zorg"), anders((BRIEFADRES, ""), basis=TWEE_DOELEN), TWEE_DOELEN)
    (one,) = conflicts(boom_of(text.encode()))
    assert (one["veld"], one["verwijderd"]) == ("leefgebieden.zorg.acties.h8sb", "daar")
    assert BRIEFADRES in text


def test_change_that_the_rules_take_back_in_a_thing_without_an_id_leads_to_that_thing():
    basis = anders(
        ("id: w4hn\n        wat", "wat"),
        ("2026-12-01", "2026-12-01\n        status: bezig"),
        ("\n        na: [w4hn]", ""),
    )
    hier = anders(("status: bezig", "status: gedaan\n        gedaan_op: 2026-11-20"), basis=basis)
    daar = anders(("status: bezig", "status: vervallen"), basis=basis)
    text = uit(hier, daar, basis)
    acties = boom_of(text.encode())["leefgebieden"]["onderdak"]["acties"]
    own = next(one["id"] for one in acties if one["wat"] == "Urgentieverklaring")
    assert velden(text) == [f"leefgebieden.onderdak.acties.{own}.{veld}" for veld in ("gedaan_op", "status")]


def test_key_without_a_value_goes_along_to_a_list_between_braces_and_can_still_be_read():
    area = "  zorg:\n    stand: loopt\n"
    goal = "  zorg: {stand: loopt, acties: [{id: h8sb, wat: Briefadres, na: [w4hn]}]}\n"
    hier = anders((BRIEFADRES, ""), (area, goal))
    text = uit(hier, anders(("wat: Briefadres", "wat: Briefadres\n        eigenaar:")))
    assert velden(text) == []
    assert boom_of(text.encode())["leefgebieden"]["zorg"]["acties"][0]["eigenaar"] == ""
    assert "''" not in text


def test_thing_that_both_took_away_is_none_to_decide_about():
    log = "logboek:\n  - {id: g9pq, op: 2026-05-02, kort: Kennisgemaakt}\n"
    hier = anders((log, ""), ("status: aangemeld", "status: afgesloten\nafsluiting: {op: 2026-11-20}"))
    daar = anders((log, ""), ("    stand: loopt\ntoe", "    stand: loopt\n    acties: [{id: c3cc, wat: Bellen}]\ntoe"))
    assert not [veld for veld in velden(uit(hier, daar)) if veld.startswith("logboek")]


def test_comment_in_lines_that_clash_stays_at_what_it_is_about():
    hier = anders(("  zorg:\n    stand: loopt", "  zorg:\n    stand: op_orde"))
    about = "    # belde met de wijk\n    stand: loopt   # nog wel\n    situatie: 'kamer # 12'\n"
    text = uit(hier, anders(("  zorg:\n    stand: loopt\n", f"  zorg:\n{about}")))
    assert about.replace("loopt", "op_orde") in text
    assert uit(anders(("  zorg:\n    stand: loopt\n", f"  zorg:\n{about}")), hier) == text


def test_comment_at_what_the_other_took_away_is_not_lost():
    hier = anders((BRIEFADRES, ""))
    daar = anders(("      - id: h8sb", "      # hier woont zijn oom\n      - id: h8sb"))
    text = uit(hier, daar)
    assert "Briefadres" not in text
    assert "# hier woont zijn oom" in text


@pytest.mark.parametrize(
    ("hier", "daar", "veld"),
    [
        (
            [
                ("status: aangemeld", "status: afgesloten"),
                ("kader: vrijwillig", "kader: vrijwillig\nafsluiting: {op: 2026-11-20}"),
                ("        uiterlijk: 2026-12-01", "        status: vervallen"),
                ("\n        na: [w4hn]", "\n        status: vervallen"),
            ],
            [("  zorg:\n    stand: loopt", "  zorg:\n    stand: loopt\n    acties: [{id: c3cc, wat: Bellen}]")],
            "status",
        ),
        (
            [
                ("wat: Urgentieverklaring   # met spoed", "wat: Urgentieverklaring\n        na: [c3cc]"),
                ("  zorg:", "      - {id: c3cc, wat: Bellen}\n  zorg:"),
            ],
            [("na: [w4hn]", "na: []")],
            None,
        ),
    ],
    ids=["closed while work came", "nothing the matter"],
)
def test_what_no_field_shows_by_itself_is_found_by_the_rules(hier, daar, veld):
    found = velden(uit(anders(*hier), anders(*daar)))
    assert (veld in found) if veld else found == []


def test_what_one_took_away_and_the_other_now_waits_for_stays_until_someone_decides():
    gone = "      - id: w4hn\n        wat: Urgentieverklaring   # met spoed\n        uiterlijk: 2026-12-01\n"
    hier = anders((gone, ""), ("\n        na: [w4hn]", ""))
    daar = anders(("    stand: loopt\ntoe", "    stand: loopt\n    acties: [{id: c3cc, wat: Bellen, na: [w4hn]}]\ntoe"))
    text = uit(hier, daar)
    assert ACTIE in velden(text)
    assert "Urgentieverklaring" in text


def test_name_that_is_all_there_is_comes_and_goes_like_a_value():
    basis = "nazorg: 1\nregio: R\ngemeenten:\n  Leiden:\n  Gouda:\n"
    from nazorg.instellingen import Instellingen

    found = merge(
        basis.encode(),
        f"{basis}  Katwijk:\n".encode(),
        basis.replace("  Gouda:\n", "").encode(),
        Instellingen,
        merge_lines,
    )
    assert found is not None
    assert list(boom_of(found.data)["gemeenten"]) == ["Leiden", "Katwijk"]


def test_line_ends_of_windows_stay():
    hier = anders(("Leiden", "Katwijk")).replace("\n", "\r\n")
    daar = anders(("Leiden", "Gouda")).replace("\n", "\r\n")
    text = uit(hier, daar, BASIS.replace("\n", "\r\n"))
    assert velden(text) == ["gemeente"]
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize("daar", ["a: [", "", "- 1\n", BASIS.replace("zorg:\n    stand: loopt", "zorg: [loopt]")])
def test_texts_that_cannot_be_held_against_each_other_are_left_to_a_merge_of_lines(daar):
    hier = anders(("  zorg:\n    stand: loopt", "  zorg:\n    stand: nvt"))
    assert merge(BASIS.encode(), hier.encode(), daar.encode(), Dossier, merge_lines) is None


def test_conflict_in_another_kind_of_file_is_left_to_a_merge_of_lines():
    basis = "overleg: 2026-11-26-leiden\nsoort: regieoverleg\ndatum: 2026-11-26\n"
    sides = [basis.replace("regieoverleg", one).encode() for one in ("casusoverleg", "ontslagoverleg")]
    assert merge(basis.encode(), *sides, Overleg, merge_lines) is None


def test_dossier_that_both_made_is_one_dossier():
    text = uit(anders(("Leiden", "Katwijk")), anders(("Kennisgemaakt", "Gebeld")), basis="")
    assert velden(text) == ["gemeente", "logboek.g9pq.kort"]
