"""Terms: a date, an anchor with a duration, or a rule with its begin."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.begrippen.ids import SLEUTEL
from nazorg.begrippen.keuzes import Anker
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde
from nazorg.begrippen.termen import Duur, Eenheid, Regelterm, Term, read_ankerterm, read_duur, read_uiterlijk
from nazorg.diagnostics.taal import phrase, phrase_typed

DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))
DUREN = st.builds(Duur, st.integers(0, 9999), st.sampled_from(Eenheid))
TERMEN = st.builds(Term, st.sampled_from(Anker), st.booleans(), DUREN)
REGELTERMEN = st.builds(Regelterm, st.from_regex(SLEUTEL, fullmatch=True).filter(lambda key: len(key) < 60), DATES)
UITERLIJK = st.one_of(DATES, TERMEN, REGELTERMEN)


def refused(text, read=read_uiterlijk):
    with pytest.raises(OngeldigeWaarde) as caught:
        read(text)
    return caught.value.soort, caught.value.feiten


@given(DUREN)
def test_duur_reads_back_as_it_is_written(duur):
    assert read_duur(str(duur)) == duur


@given(UITERLIJK)
def test_every_uiterlijk_reads_back_as_it_is_written(uiterlijk):
    assert read_uiterlijk(str(uiterlijk)) == uiterlijk


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("ontslag - 3w", Term(Anker.ONTSLAG, True, Duur(3, Eenheid.WEEK))),
        ("ontslag-3w", Term(Anker.ONTSLAG, True, Duur(3, Eenheid.WEEK))),
        ("buiten  -  8 w", Term(Anker.BUITEN, True, Duur(8, Eenheid.WEEK))),
        ("aanmelding + 5wd", Term(Anker.AANMELDING, False, Duur(5, Eenheid.WERKDAG))),
        ("ingesloten + 1m", Term(Anker.INGESLOTEN, False, Duur(1, Eenheid.MAAND))),
        ("binnenkomst + 0d", Term(Anker.BINNENKOMST, False, Duur(0, Eenheid.DAG))),
        ("pbw-18a vanaf 2026-04-17", Regelterm("pbw-18a", date(2026, 4, 17))),
        ("intake  vanaf  2026-04-17", Regelterm("intake", date(2026, 4, 17))),
        ("ontslag vanaf 2026-04-17", Regelterm("ontslag", date(2026, 4, 17))),
    ],
)
def test_every_form_of_uiterlijk_is_read(text, term):
    assert read_uiterlijk(text) == term


@pytest.mark.parametrize("duur", ["3", "w", "3 weken", "-3w", "3W", "3wk", "1.5w", "12345d", "³w", "٣w", ""])
def test_anything_else_is_no_duur(duur):
    assert refused(duur, read_duur) == ("geen_duur", {"waarde": duur})


@pytest.mark.parametrize(
    ("text", "anker", "meant"),
    [
        ("onslag - 3w", "onslag", "ontslag"),
        ("buitn - 8w", "buitn", "buiten"),
        ("aanmeldingen + 5wd", "aanmeldingen", "aanmelding"),
        ("ingeslotn", "ingeslotn", "ingesloten"),
        ("binnekomst + 3 weken", "binnekomst", "binnenkomst"),
    ],
)
def test_misspelt_anker_gets_the_one_that_was_meant(text, anker, meant):
    soort, feiten = refused(text)
    assert (soort, feiten["waarde"]) == ("geen_anker", anker)
    assert phrase(soort, **feiten).remedy.startswith(f"Bedoelt u '{meant}'? Kies uit: aanmelding, ingesloten,")


@pytest.mark.parametrize(
    ("text", "waarde"),
    [
        ("ontslag - 3 weken", "3 weken"),
        ("ontslag - 3x", "3x"),
        ("ontslag + drie weken", "drie weken"),
        ("ontslag -", "ontslag -"),
    ],
)
def test_known_anker_without_a_duur_says_what_a_duur_is(text, waarde):
    assert refused(text) == ("geen_duur", {"waarde": waarde})


def test_anker_alone_is_told_from_a_duur():
    assert refused("ontslag") == ("kaal_anker", {"waarde": "ontslag"})


@pytest.mark.parametrize("text", ["", "over 3 weken", "2 weken voor ontslag", "z.s.m.", "1 dag na vrijlating", "3w"])
def test_other_words_are_neither_date_nor_term(text):
    assert refused(text) == ("geen_term", {"waarde": text})


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("5-1-2026", "bijna_datum"),
        ("5 januari 2026", "bijna_datum"),
        ("2026-02-30", "datum_bestaat_niet"),
        ("intake vanaf 5-1-2026", "bijna_datum"),
        ("intake vanaf 2026-02-30", "datum_bestaat_niet"),
        ("intake vanaf maandag", "geen_datum"),
    ],
)
def test_date_in_a_term_is_read_as_strictly_as_a_date(text, soort):
    assert refused(text)[0] == soort


@given(st.text())
def test_any_text_is_an_uiterlijk_or_refused_in_words_of_the_catalogue(text):
    try:
        found = read_uiterlijk(text)
    except OngeldigeWaarde as error:
        zin = phrase_typed(error.soort, **error.feiten)
        assert "{" not in zin.remedy  # every fact that the sentence asks for was given
    else:
        assert isinstance(found, date | Term | Regelterm)


@pytest.mark.parametrize(
    ("duur", "words"),
    [
        ("1d", "1 dag"),
        ("2d", "2 dagen"),
        ("1w", "1 week"),
        ("8w", "8 weken"),
        ("6m", "6 maanden"),
        ("3wd", "3 werkdagen"),
    ],
)
def test_duur_in_words(duur, words):
    assert read_duur(duur).in_words() == words


@given(TERMEN)
def test_term_from_an_anchor_reads_back_as_it_is_written(term):
    assert read_ankerterm(str(term)) == term


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("2026-12-01", "geen_ankerterm"),
        ("2026-02-31", "geen_ankerterm"),
        ("5-1-2026", "geen_ankerterm"),
        ("pbw-18a vanaf 2026-04-17", "geen_ankerterm"),
        ("ontslga - 3w", "geen_ankerterm"),
        ("", "geen_ankerterm"),
        ("ontslag - 3x", "geen_duur"),
    ],
)
def test_a_plan_for_everyone_has_no_date_and_no_rule_with_one(text, soort):
    assert refused(text, read_ankerterm)[0] == soort
