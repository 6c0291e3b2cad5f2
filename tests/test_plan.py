"""The page for the person: what was agreed with them, in words they use, and nothing else."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from register.fabriek import KAPOT, REGIO, dossier, open_register

from nazorg.begrippen.keuzes import Actiestatus, DetentieSoort, FaseringSoort, Hulpvraag, Kader, Veiligheidsplan
from nazorg.dossier import Dossier
from nazorg.errors import UsageError
from nazorg.output.plan import render_plan
from nazorg.output.sjabloon import escape_markdown
from nazorg.plan import make_plan
from nazorg.reading import Fields, Items, Leaf, Named, shape_of
from nazorg.register import Onleesbaar

NUMMER = "k7f3mq"
RIJKE_REGIO = REGIO.replace(
    "leefgebieden:", "  politie: {naam: Politie Leiden, soort: politie}\n  zvh: {soort: zvh}\nleefgebieden:"
)

VOORBEELD = """\
veiligheidsplan: ja
detentie:
  soort: gevangenisstraf
  inrichting: PI Alphen
  ontslag: {verwacht: 2026-12-18}
doelen:
  - {id: d2m8, wens: Weer bij mijn oom in de zaak, leefgebied: werk_inkomen, akkoord: ja}
  - {id: d3n8, wens: Rust in huis, akkoord: niet_gevraagd}
  - {id: d4n8, wens: GEHEIM, akkoord: nee}
  - {id: d5n8, wens: GEHEIM, leefgebied: zorg, akkoord: ja}
leefgebieden:
  id_bewijs:
    hulpvraag: ja
    acties:
      - {id: c5rt, wat: ID-kaart aanvragen, eigenaar: pi-alphen, status: gedaan, gedaan_op: 2026-05-13, snel_succes: ja}
      - {id: c6rt, wat: Pasfoto laten maken, eigenaar: betrokkene, status: gedaan, gedaan_op: 2026-11-20}
      - {id: c7rt, wat: GEHEIM, eigenaar: betrokkene, status: gedaan, gedaan_op: 2026-05-20}
  onderdak:
    situatie: GEHEIM
    acties:
      - id: w4hn
        wat: Urgentie aanvragen.
        eigenaar: corporatie-rijnland
        uiterlijk: ontslag - 10w
        status: wacht
        wacht_op: betrokkene
      - {id: w5hn, wat: Een bed zoeken, uiterlijk: ontslag - 1w}
      - {id: w6hn, wat: GEHEIM, eigenaar: politie, uiterlijk: 2026-12-01}
      - {id: w7hn, wat: GEHEIM, eigenaar: m.bakker, in_plan: nee}
      - {id: w8hn, wat: Het veiligheidsplan GEHEIM, eigenaar: m.bakker}
  werk_inkomen:
    acties:
      - {id: k3ym, wat: Bijstand aanvragen, eigenaar: betrokkene, uiterlijk: ontslag - 1d, niet_voor: ontslag - 2w}
      - {id: k4ym, wat: Bellen met je oom, eigenaar: betrokkene}
  scholing:
    acties:
      - {id: s3ym, wat: Inschrijven, eigenaar: betrokkene, uiterlijk: 2026-11-30}
  zorg:
    hulpvraag: geweigerd
    acties:
      - {id: g9tz, wat: GEHEIM, eigenaar: betrokkene}
"""

OVERLEG = """\
overleg: 2026-11-26-leiden
soort: regieoverleg
datum: 2026-11-26
tijd: 10:00
plaats: Stadhuis Leiden
dossiers: [{dossier: NZ-2026-k7f3mq}]
"""


def plan_of(tmp_path, rest, *files, regio=RIJKE_REGIO, **velden):
    """The plan of one dossier, and its page."""
    pad, text = dossier(NUMMER, rest, **velden)
    register = open_register(tmp_path, (pad, text), *files, regio=regio)
    made = make_plan(register, pad)
    return made, render_plan(made, register.bron)


def test_the_page_as_the_person_reads_it(tmp_path, snapshot):
    _, page = plan_of(tmp_path, VOORBEELD, ("overleggen/2026-11-26-leiden.yaml", OVERLEG), status="in_detentie")
    assert page == snapshot


def test_nothing_that_is_not_theirs_stands_on_it(tmp_path):
    _, page = plan_of(tmp_path, VOORBEELD)
    for word in ("GEHEIM", "gevangenis", "PI Alphen", "Politie", "veiligheid", "leefgebied", "vrijwillig", "NZ-2026"):
        assert word.casefold() not in page.casefold().replace("dit doet pi alphen", "")


def test_the_most_urgent_comes_first(tmp_path):
    made, _ = plan_of(tmp_path, VOORBEELD)
    assert [one.leefgebied for one in made.zelf] == ["scholing", "werk_inkomen"]
    assert [one.wat for one in made.zelf[1].acties] == ["Bijstand aanvragen", "Bellen met je oom"]
    assert [one.wie for one in made.hulp[0].acties] == ["Corporatie Rijnland", ""]
    assert made.hulp[0].acties[0].te_laat


def test_good_news_is_short_and_the_latest_comes_first(tmp_path):
    lines = "".join(
        f"      - {{id: g{n}aa, wat: Stap {n}, status: gedaan, gedaan_op: 2026-11-{n + 10}}}\n" for n in range(2, 9)
    )
    made, _ = plan_of(tmp_path, f"leefgebieden:\n  zorg:\n    acties:\n{lines}")
    assert made.gelukt == ("Stap 8", "Stap 7", "Stap 6", "Stap 5", "Stap 4")


def test_meeting_is_the_next_one_with_this_dossier_and_its_place_only_where_known(tmp_path):
    past = OVERLEG.replace("2026-11-26", "2026-11-20")
    other = OVERLEG.replace("2026-11-26", "2026-11-24").replace("k7f3mq", "b4wn7d")
    bare = OVERLEG.replace("plaats: Stadhuis Leiden\n", "").replace("tijd: 10:00\n", "")
    files = [("overleggen/a.yaml", past), ("overleggen/b.yaml", other), ("overleggen/c.yaml", bare)]
    made, page = plan_of(tmp_path, "", *files)
    assert made.gesprek.datum == date(2026, 11, 26)
    assert "De plaats is" not in page
    assert " uur" not in page


def test_dossier_that_does_not_run_has_no_plan(tmp_path):
    with pytest.raises(UsageError, match="loopt niet meer"):
        plan_of(tmp_path, "afsluiting: {op: 2026-11-22}\n", status="afgesloten")


def test_dossier_that_cannot_be_read_has_no_plan(tmp_path):
    register = open_register(tmp_path, KAPOT)
    assert isinstance(make_plan(register, KAPOT[0]), Onleesbaar)


def test_own_template_wins(tmp_path):
    own = ("templates/plan.md.j2", "Hallo {{ contact }}: {% for een in zelf %}{{ een.acties[0].wat }} {% endfor %}\n")
    _, page = plan_of(tmp_path, VOORBEELD, own)
    assert page == "Hallo M. Bakker: Inschrijven Bijstand aanvragen\n"


def test_own_template_with_a_slip_is_named_with_its_line(tmp_path):
    with pytest.raises(UsageError, match=r"templates/plan\.md\.j2, regel 2: de naam 'wensjes' bestaat hier niet"):
        plan_of(tmp_path, VOORBEELD, ("templates/plan.md.j2", "\n{{ wensjes }}\n"))


def test_what_people_wrote_is_text_and_no_markup(tmp_path):
    rest = "doelen:\n  - {id: d2m8, wens: '<b>[x](http://y.z)</b> # {{ 7*7 }}', akkoord: ja}\n"
    _, page = plan_of(tmp_path, rest)
    assert escape_markdown("<b>[x](http://y.z)</b> # {{ 7*7 }}") in page
    assert "49" not in page


_WOORD = st.integers(0, 10**9).map(lambda number: f"Kanarie{number}")


def _routes(shape, route=()):
    """The routes of every leaf in a dossier in which people write what they want."""
    if isinstance(shape, Leaf):
        if shape.vrij:
            yield route
    elif isinstance(shape, Fields):
        for name, below in shape.fields.items():
            yield from _routes(below, (*route, name))
    elif isinstance(shape, Items):
        yield from _routes(shape.item, (*route, 0))
    elif isinstance(shape, Named):
        yield from _routes(shape.item, (*route, "onderdak"))


TE_ZIEN = {("doelen", 0, "wens"), ("leefgebieden", "onderdak", "acties", 0, "wat")}
VRIJ = [route for route in _routes(shape_of(Dossier)) if route not in TE_ZIEN and route != ("betrokkene",)]

_NODIG = {
    "betrokken": {"partner": "pi-alphen"},
    "fasering": {"soort": "vi"},
    "doelen": {"wens": "Rust", "akkoord": "ja"},
    "acties": {"wat": "Bellen", "eigenaar": "betrokkene"},
    "opschorting": {"van": "2026-11-01"},
    "toestemmingen": {"partner": "pi-alphen"},
    "verstrekkingen": {"op": "2026-11-01", "aan": "pi-alphen"},
    "besluiten": {"besluit": "x"},
    "logboek": {"op": "2026-11-01", "kort": "x"},
    "conflicten": {"veld": "status"},
}


def _put(tree, route, value):
    """``value`` at ``route`` of a tree of fields; an item of a list gets what it needs besides."""
    here = tree
    for step, after in zip(route, (*route[1:], None), strict=True):
        if after is None:
            here[step] = value
        elif after == 0:
            here = here.setdefault(step, [dict(_NODIG.get(step, {}))])
        elif step == 0:
            here = here[0]
        else:
            here = here.setdefault(step, {})
    return tree


def _flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)


@settings(max_examples=80, deadline=None)
@given(st.data(), st.lists(st.sampled_from(VRIJ), min_size=1, max_size=8, unique=True))
def test_no_free_text_but_wishes_and_actions_reaches_the_page(tmp_path_factory, data, routes):
    tree = {"leefgebieden": {"onderdak": {"acties": [dict(_NODIG["acties"])]}}}
    for route in routes:
        _put(tree, route, data.draw(_WOORD))
    tree["veiligheidsplan"] = data.draw(st.sampled_from(Veiligheidsplan))
    detention = tree.setdefault("detentie", {})
    detention["soort"] = data.draw(st.sampled_from(DetentieSoort))
    detention.setdefault("fasering", [{"soort": data.draw(st.sampled_from(FaseringSoort))}])
    rest = "".join(f"{name}: {_flow(value)}\n" for name, value in tree.items())
    made, page = plan_of(tmp_path_factory.mktemp("map"), rest, kader=data.draw(st.sampled_from(Kader)))
    assert not isinstance(made, Onleesbaar)
    assert "Kanarie" not in page
    kinds = {re.escape(str(one).replace("_", " ")) for one in (*DetentieSoort, *FaseringSoort)}
    assert not re.search(rf"\b(?:{'|'.join(kinds)})\b", page)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(Hulpvraag),
    st.sampled_from(Actiestatus),
    st.sampled_from(["betrokkene", "m.bakker", "pi-alphen", "politie", "zvh", ""]),
    st.sampled_from(["ja", "nee", ""]),
    st.integers(0, 60),
)
def test_an_action_is_told_or_not_by_rule(tmp_path_factory, hulpvraag, status, owner, in_plan, ago):
    day = date(2026, 11, 23) - timedelta(days=ago)
    done = f", gedaan_op: {day}" if status is Actiestatus.GEDAAN else ""
    actie = f"{{id: k3ym, wat: Kanarie, status: {status}, eigenaar: {owner}, in_plan: {in_plan}{done}}}"
    rest = f"leefgebieden:\n  zorg:\n    hulpvraag: {hulpvraag}\n    acties:\n      - {actie}\n"
    _, page = plan_of(tmp_path_factory.mktemp("map"), rest)
    hidden = hulpvraag is Hulpvraag.GEWEIGERD or in_plan == "nee" or owner in ("politie", "zvh")
    lately = status in ("open", "bezig", "wacht") or (status is Actiestatus.GEDAAN and ago <= 28)
    assert ("Kanarie" in page) is (lately and not hidden)
