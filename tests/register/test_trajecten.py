"""Which trajecten there are: built in, the region's own, and what is not to be trusted."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.errors import UsageError
from nazorg.register import Onleesbaar, find_traject, list_trajecten

from .fabriek import open_register

EIGEN = """\
traject: {naam}
naam: Van ons
voor: Onze mensen.
stappen:
  bellen: {{leefgebied: zorg, wat: Bellen, eigenaar: corporatie-rijnland, waarom: Zo doen wij het.}}
"""


def own(naam, text=EIGEN, map_="trajecten"):
    return f"{map_}/{naam}.yaml", text.format(naam=naam) if text is EIGEN else text


def names(register):
    return [one.traject.traject for one in list_trajecten(register)[0]]


def test_own_traject_stands_beside_the_built_in_ones(tmp_path):
    found, left_out = list_trajecten(open_register(tmp_path, own("vrouwen")))
    assert [(one.traject.traject, one.pad) for one in found if one.pad] == [("vrouwen", "trajecten/vrouwen.yaml")]
    assert len(found) == 8
    assert left_out == ()


def test_own_traject_wins_over_the_built_in_one_of_that_name(tmp_path):
    chosen = find_traject(open_register(tmp_path, own("kort-gestraft")), "kort-gestraft")
    assert (chosen.traject.naam, chosen.pad) == ("Van ons", "trajecten/kort-gestraft.yaml")
    assert names(open_register(tmp_path)).count("kort-gestraft") == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("traject: [\n", "NZ004"),
        ("", "NZ013"),
        (EIGEN.format(naam="anders"), "NZ201"),
        (EIGEN.format(naam="kort-gestraft").replace("zorg", "zorgje"), "NZ605"),
        (EIGEN.format(naam="kort-gestraft").replace("corporatie-rijnland", "corporatie"), "NZ601"),
        (EIGEN.format(naam="kort-gestraft").replace("waarom", "na: [mailen], waarom"), "NZ901"),
        (EIGEN.format(naam="kort-gestraft").replace("waarom", "na: [bellen], waarom"), "NZ902"),
        (EIGEN.format(naam="kort-gestraft").replace("waarom", "uiterlijk: ontslag - 3x, waarom"), "NZ105"),
        (EIGEN.format(naam="kort-gestraft").replace("waarom", "uiterlijk: 2026-02-31, waarom"), "NZ105"),
        (EIGEN.format(naam="kort-gestraft").replace("Bellen", "Mail jan@voorbeeld.nl"), "NZ702"),
        (EIGEN.format(naam="kort-gestraft").replace("Bellen", "123456782 bellen"), "NZ701"),
    ],
)
def test_own_traject_with_a_fout_is_named_and_makes_no_room_for_the_built_in_one(tmp_path, text, code):
    register = open_register(tmp_path, own("kort-gestraft", text))
    found, (left_out,) = list_trajecten(register)
    assert "kort-gestraft" not in [one.traject.traject for one in found]
    assert code in [one.code for one in left_out.bevindingen]
    with pytest.raises(UsageError, match="zo niet te gebruiken"):
        find_traject(register, "kort-gestraft")


def test_own_traject_that_stands_there_twice_is_not_used(tmp_path):
    register = open_register(tmp_path, own("van-ons"), own("van-ons", map_="trajecten/oud"))
    _, (left_out,) = list_trajecten(register)
    assert [one.code for one in left_out.bevindingen] == ["NZ903"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_link_that_leads_out_of_the_werkmap_is_not_followed(tmp_path):
    (tmp_path / "buiten.yaml").write_text(EIGEN.format(naam="binnen"), encoding="utf-8")
    register = open_register(tmp_path / "map", own("iets"))
    (tmp_path / "map/trajecten/binnen.yaml").symlink_to(tmp_path / "buiten.yaml")
    _, (left_out,) = list_trajecten(register)
    assert left_out.pad == "trajecten/binnen.yaml"


def test_region_without_settings_still_has_the_built_in_ones(tmp_path):
    assert len(names(open_register(tmp_path, regio=None))) == 7


def test_name_may_be_shortened_as_long_as_it_is_one(tmp_path):
    register = open_register(tmp_path)
    assert find_traject(register, " Kort ").traject.traject == "kort-gestraft"
    with pytest.raises(UsageError, match="Er is geen traject") as caught:
        find_traject(register, "kort-gestrafd")
    assert caught.value.remedy.startswith("Bedoelt u 'kort-gestraft'?")
    with pytest.raises(UsageError, match="past op 2 trajecten"):
        find_traject(open_register(tmp_path, own("kort-ons")), "kort")
    with pytest.raises(UsageError):
        find_traject(register, "")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_traject_or_are_left_out(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("map")
    register = open_register(folder, own("kort-gestraft", "x"))
    (folder / "trajecten/kort-gestraft.yaml").write_bytes(data)
    found, left_out = list_trajecten(register)
    assert len(found) + len(left_out) == 7
    assert all(isinstance(one, Onleesbaar) and one.bevindingen for one in left_out)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), st.lists(st.sampled_from("abcde"), max_size=3), min_size=1))
def test_any_web_of_steps_is_used_only_without_a_circle_and_without_strangers(tmp_path_factory, web):
    lines = "".join(
        f"  {naam}: {{leefgebied: zorg, wat: x, waarom: y, na: [{', '.join(na)}]}}\n" for naam, na in web.items()
    )
    text = f"traject: web\nnaam: W\nvoor: W\nstappen:\n{lines}"
    _, left_out = list_trajecten(open_register(tmp_path_factory.mktemp("map"), own("web", text)))
    assert bool(left_out) is (not _is_sound(web))


def _is_sound(web):
    """Slowly: every name is known, and taking away what waits for nothing takes away all."""
    if any(one not in web for na in web.values() for one in na):
        return False
    left = dict(web)
    while free := [naam for naam, na in left.items() if not set(na) & set(left)]:
        for naam in free:
            del left[naam]
    return not left
