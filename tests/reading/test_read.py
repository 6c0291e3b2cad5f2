"""Reading one file: values by their key, what is wrong at its place, and no word of the file or of a library in it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.diagnostics.taal import ZINNEN
from nazorg.yamltext import locate, walk_entries, walk_scalars

from .fabriek import KOP, lees, only, ontwerp, places

BESTANDEN = ["dossier", "nazorg", "overleg"]


def test_smallest_dossier_has_seven_fields():
    assert places(KOP) == []


def test_value_is_decided_by_its_key_and_never_by_how_it_looks():
    text = KOP + (
        "veiligheidsplan: nee\n"
        "betrokken:\n"
        "  - {partner: 012345672, kenmerk: 012, rol: 12:30}\n"
        "leefgebieden:\n"
        "  onderdak: {situatie: nee, geen_actie: 2026-02-30}\n"
        "  zorg: {situatie: 1e3, geen_actie: true}\n"
        "  schulden: {situatie: 0x1F, geen_actie: '~'}\n"
        "logboek: [{op: 2026-05-01, kort: 2026-05-01, met: .5}]\n"
    )
    dossier = lees(text).waarde
    assert dossier.veiligheidsplan == "nee"
    (betrokken,) = dossier.betrokken
    assert (betrokken.partner, betrokken.kenmerk, betrokken.rol) == ("012345672", "012", "12:30")
    found = [(domain.situatie, domain.geen_actie) for domain in dossier.leefgebieden.values()]
    assert found == [("nee", "2026-02-30"), ("1e3", "true"), ("0x1F", "~")]
    assert (dossier.logboek[0].kort, dossier.logboek[0].met) == ("2026-05-01", ".5")


def test_time_and_number_are_read_of_their_text():
    overleg = lees(
        ontwerp("overleg").replace("10:00", "12:30").replace("minuten: 10", "minuten: 012"), "overleg"
    ).waarde
    assert (overleg.tijd.hour, overleg.tijd.minute) == (12, 30)
    assert overleg.dossiers[0].minuten == 12


def test_text_over_several_lines_is_one_value():
    text = (
        KOP
        + "leefgebieden:\n  zorg:\n    situatie: >\n      Eerste\n      tweede.\n    geen_actie: |\n      a\n      b\n"
    )
    zorg = lees(text).waarde.leefgebieden["zorg"]
    assert (zorg.situatie, zorg.geen_actie) == ("Eerste tweede.", "a\nb")


@pytest.mark.parametrize("key", [line.partition(":")[0] for line in KOP.splitlines()])
def test_required_field_that_is_missing_or_empty_is_named(key):
    gone = "".join(line for line in KOP.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    empty = re.sub(rf"(?m)^{key}: .*$", f"{key}:", KOP)
    for text in (gone, empty, re.sub(rf"(?m)^{key}: .*$", f"{key}: ''", KOP)):
        found = lees(text).diagnostics
        assert len(found) == 1, text
        assert lees(text).waarde is None
    assert only(gone).code == only(empty).code == "NZ102"
    assert f"'{key}'" in only(gone).message


def test_missing_field_is_shown_at_the_top_and_an_empty_one_at_its_key():
    assert places(KOP.replace("status: in_detentie\n", "")) == ["NZ102 1:1"]
    assert places(KOP.replace("in_detentie", "")) == ["NZ102 4:1"]


def test_missing_field_of_an_item_is_shown_at_the_item():
    text = KOP + "leefgebieden:\n  onderdak:\n    acties:\n      - id: w4hn\n        eigenaar: betrokkene\n"
    assert places(text) == ["NZ102 11:9"]
    assert "'wat'" in only(text).message


def test_unknown_field_is_refused_at_its_key_with_the_one_that_was_meant():
    found = only(KOP + "regiseur: m.bakker\n")
    assert (found.code, found.span.line, found.span.column) == ("NZ101", 8, 1)
    assert found.message == "Dit veld bestaat hier niet."
    assert found.remedy.startswith("Bedoelt u 'regisseur'? Mogelijke velden: dossier, betrokkene,")


def test_unknown_field_is_refused_however_deep():
    text = KOP + "detentie: {ontslag: {verwagt: 2026-12-01}}\nleefgebieden: {zorg: {acties: [{wat: A, wanneer: b}]}}\n"
    assert places(text) == ["NZ101 8:22", "NZ101 9:41"]


def test_unknown_field_without_value_is_refused_too():
    assert places(KOP + "foo:\n") == ["NZ101 8:1"]


def test_leefgebied_that_the_region_chose_is_no_unknown_field():
    assert places(KOP + "leefgebieden: {scholing: {stand: loopt}, verslaving: }\n") == []


@pytest.mark.parametrize(
    ("rest", "place", "words"),
    [
        ("betrokken: pi-alphen\n", "NZ106 8:12", "een lijst"),
        ("betrokken: {partner: a}\n", "NZ106 8:1", "een lijst"),
        ("detentie: PI Alphen\n", "NZ106 8:11", "velden"),
        ("detentie: [a]\n", "NZ106 8:1", "velden"),
        ("leefgebieden: [zorg]\n", "NZ106 8:1", "velden"),
        ("leefgebieden: {zorg: loopt}\n", "NZ106 8:22", "velden"),
        ("nazorg_tot: [2026-12-01]\n", "NZ106 8:1", "één waarde"),
        ("veiligheidsplan: {ja: nee}\n", "NZ106 8:1", "één waarde"),
        ("betrokken: [pi-alphen]\n", "NZ106 8:13", "velden"),
    ],
)
def test_wrong_shape_is_told_as_what_belongs_there(rest, place, words):
    assert places(KOP + rest) == [place]
    assert words in only(KOP + rest).message


@pytest.mark.parametrize(
    "rest",
    [
        "toezicht:\n",
        "detentie:\n",
        "betrokken:\n",
        "leefgebieden:\n",
        "leefgebieden: {zorg: }\n",
        "detentie: {ontslag: , fasering: }\n",
        "leefgebieden: {zorg: {acties: , stand: , situatie: }}\n",
        "betrokken: []\n",
        "detentie: {}\n",
        "nazorg_tot: # nog niet bekend\n",
    ],
)
def test_optional_field_may_be_left_empty(rest):
    assert places(KOP + rest) == []


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
def test_written_emptiness_is_refused(word):
    assert places(f"{KOP}nazorg_tot: {word}\n") == ["NZ110 8:13"]
    assert places(f"{KOP}leefgebieden: {{zorg: {{situatie: {word}}}}}\n") == ["NZ110 8:33"]
    assert places(f"{KOP}leefgebieden: {{zorg: {{situatie: '{word}'}}}}\n") == []


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ("nazorg_tot: 2026-02-30\n", "NZ104"),
        ("nazorg_tot: 5-1-2026\n", "NZ104"),
        ("nazorg_tot: ''\n", "NZ104"),
        ("kader: vrijwilig\n", "NZ103"),
        ("veiligheidsplan: nee!\n", "NZ103"),
        ("betrokken: [{id: A1, partner: x}]\n", "NZ108"),
        ("leefgebieden: {zorg: {acties: [{wat: A, uiterlijk: straks}]}}\n", "NZ105"),
        ("leefgebieden: {zorg: {acties: [{wat: A, herhaal: 6 maanden}]}}\n", "NZ105"),
        ("leefgebieden: {zorg: {acties: [{wat: A, na: [x]}]}}\n", "NZ108"),
    ],
)
def test_value_that_does_not_fit_its_key_is_refused(rest, code):
    head = KOP.replace("kader: vrijwillig\n", "") if rest.startswith("kader") else KOP
    assert only(head + rest).code == code


def test_date_that_someone_meant_is_the_only_value_that_is_named():
    found = only(KOP + "nazorg_tot: 5-1-2026\n")
    assert found.message == "Deze waarde is geen datum zoals die hier hoort."
    assert found.remedy == "Bedoelt u 2026-01-05? Schrijf het zo."


def test_misspelt_choice_gets_the_one_that_was_meant():
    found = only(KOP.replace("in_detentie", "in detentie"))
    assert found.message == "Deze waarde is geen geldige keuze voor 'status'."
    assert found.remedy.startswith("Bedoelt u 'in_detentie'? Kies uit: aangemeld, in_detentie,")


def test_everything_that_is_wrong_is_said_in_one_reading():
    text = KOP.replace("vrijwillig", "x").replace("2026-04-20", "x") + "foo: x\ndetentie: x\nbetrokken: [{rol: x}]\n"
    codes = sorted(one.code for one in lees(text).diagnostics)
    assert codes == ["NZ101", "NZ102", "NZ103", "NZ104", "NZ106"]


def test_sleutel_in_the_settings_is_checked_at_the_key():
    text = "nazorg: 1\nregio: X\nregisseurs:\n  M. Bakker: {naam: M. Bakker}\n"
    found = only(text, "nazorg")
    assert (found.code, found.span.line, found.span.column) == ("NZ108", 4, 3)


def test_warning_leaves_the_dossier_readable():
    gelezen = lees(KOP + "nazorg_tot: 2026-12-01 #x\nbetrokken: [{partner: kamer #12\n  }]\n")
    assert {one.code for one in gelezen.diagnostics} == {"NZ012"}
    assert gelezen.is_leesbaar


# Laws


SENTENCES = [
    re.compile(
        re.sub(r"\\\{[a-z]+\\\}", ".*", re.escape(words).replace(r"\{\{", r"\{").replace(r"\}\}", r"\}")), re.DOTALL
    )
    for zin in ZINNEN.values()
    for words in (zin.message, zin.remedy)
]
SIGNS = st.text(st.sampled_from("xyz129 -:.'_é"), min_size=1, max_size=12)
VALUES = st.one_of(
    SIGNS.map(lambda text: "'" + text.replace("'", "''") + "'"),
    st.sampled_from(
        ["", "[]", "{}", "[a, b]", "{a: b}", "~", "5-1-2026", "2026-02-30", "nee", "[[a]]", "[{id: 1}]", "''"]
    ),
)


def with_values(text, changes):
    """``text`` with the value at each place (a number of a scalar) replaced."""
    document = lees(text).document
    spans = [scalar.span for _, scalar in walk_scalars(document.root) if not scalar.is_empty]
    for place, value in sorted(changes.items(), reverse=True):
        span = spans[place % len(spans)]
        text = text[: span.start] + value + text[span.end :]
    return text


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(BESTANDEN), st.dictionaries(st.integers(0, 60), VALUES, min_size=1, max_size=4))
def test_whatever_is_wrong_is_told_in_the_words_of_the_catalogue(soort, changes):
    text = with_values(ontwerp(soort), changes)
    gelezen = lees(text, soort)
    for found in gelezen.diagnostics:
        assert any(sentence.fullmatch(found.message) for sentence in SENTENCES), found.message
        assert any(sentence.fullmatch(found.remedy) for sentence in SENTENCES), found.remedy
    assert gelezen.is_leesbaar == (not any(found.severity == "fout" for found in gelezen.diagnostics))


CANARY = st.text(st.sampled_from("qxzwkjQXé79"), min_size=7, max_size=12).map(lambda text: f"kanarie{text}")


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(BESTANDEN), CANARY)
def test_no_value_of_the_file_stands_in_a_message(soort, canary):
    text = ontwerp(soort)
    number = sum(not scalar.is_empty for _, scalar in walk_scalars(lees(text, soort).document.root))
    everywhere = with_values(text, dict.fromkeys(range(number), canary))
    in_turn = [with_values(text, {place: canary}) for place in range(number)]
    for changed in (everywhere, *in_turn):
        for found in lees(changed, soort).diagnostics:
            assert "kanarie" not in found.message.casefold()
            assert "kanarie" not in found.remedy.casefold()


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(BESTANDEN), CANARY.map(lambda text: text.replace("é", "e").lower()))
def test_no_field_that_someone_invented_stands_in_a_message(soort, canary):
    text = ontwerp(soort)
    root = lees(text, soort).document.root
    for _, key, _ in walk_entries(root):
        if key is not None:
            for change in (f"{canary}", f"{canary}: x, {canary}b" if text[key.span.start - 1] == "{" else canary):
                changed = text[: key.span.start] + change + text[key.span.end :]
                for found in lees(changed, soort).diagnostics:
                    assert "kanarie" not in found.message
                    assert "kanarie" not in found.remedy


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BESTANDEN), st.dictionaries(st.integers(0, 60), VALUES, min_size=1, max_size=3))
def test_every_finding_lies_at_a_key_or_value_of_the_file(soort, changes):
    gelezen = lees(with_values(ontwerp(soort), changes), soort)
    root = gelezen.document.root
    if root is None:
        return
    spans = {locate(root, route, at_key=at_key) for route, _, _ in walk_entries(root) for at_key in (True, False)}
    assert {found.span for found in gelezen.diagnostics} <= spans
