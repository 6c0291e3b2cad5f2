"""The shape of a model: which keys may stand where, what is free text, and which items lack an id."""

import dataclasses

import pytest

from nazorg.begrippen.keuzes import Status
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg
from nazorg.reading import is_free_text, items_without_id
from nazorg.reading.shape import Leaf, shape_at, shape_of
from nazorg.yamltext import walk_scalars

from .fabriek import KOP, lees, ontwerp


def test_shape_has_the_fields_of_the_model_in_their_order():
    for model in (Dossier, Overleg, Instellingen):
        assert list(shape_of(model).fields) == [field.name for field in dataclasses.fields(model)]


def test_choice_knows_what_there_is_to_choose():
    assert shape_at(shape_of(Dossier), ("status",)) == Leaf(keuzes=tuple(str(one) for one in Status))


def test_shape_beyond_the_model_is_none():
    assert shape_at(shape_of(Dossier), ("foo",)) is None
    assert shape_at(shape_of(Dossier), ("status", "foo")) is None


FREE = [
    ("leefgebieden", "onderdak", "situatie"),
    ("leefgebieden", "eigen", "geen_actie"),
    ("leefgebieden", "zorg", "acties", 3, "wat"),
    ("leefgebieden", "zorg", "acties", 0, "resultaat"),
    ("leefgebieden", "zorg", "bewijs", "wat"),
    ("doelen", 0, "wens"),
    ("logboek", 0, "kort"),
    ("besluiten", 0, "besluit"),
    ("afsluiting", "reden"),
    ("conflicten", 0, "hier"),
    ("veld_dat_niet_bestaat",),
]
NOT_FREE = [
    ("dossier",),
    ("status",),
    ("gemeente",),
    ("leefgebieden", "zorg", "stand"),
    ("leefgebieden", "zorg", "acties", 0, "uiterlijk"),
    ("leefgebieden", "zorg", "acties", 0, "id"),
    ("detentie", "ontslag", "verwacht"),
]


@pytest.mark.parametrize("route", FREE)
def test_where_people_write_what_they_want_is_free_text(route):
    assert is_free_text(Dossier, route)


@pytest.mark.parametrize("route", NOT_FREE)
def test_dates_choices_and_names_of_the_settings_are_no_free_text(route):
    assert not is_free_text(Dossier, route)


def test_free_texts_of_the_dossier_of_the_design():
    root = lees(ontwerp("dossier")).document.root
    assert [scalar.text for route, scalar in walk_scalars(root) if scalar.text and is_free_text(Dossier, route)] == [
        "p-4q9x2m",
        "Weer bij mijn oom in de zaak",
        "ID-kaart",
        "Huur opgezegd per 1 juli; geen adres na vrijlating.",
        "Urgentieverklaring aanvragen",
        "betrokkene",
    ]


def missing(rest):
    return items_without_id(lees(KOP + rest).document.root)


def test_dossier_of_the_design_lacks_no_id():
    assert items_without_id(lees(ontwerp("dossier")).document.root) == ([], {"b2xk", "b7wd", "d2m8", "w4hn"})


def test_item_without_id_is_found_in_every_list_that_people_add_to():
    rest = (
        "betrokken: [{partner: a}]\n"
        "detentie: {fasering: [{soort: pp}], ontslag_historie: [{op: 2026-05-01}]}\n"
        "doelen: [{wens: a}]\n"
        "leefgebieden: {zorg: {acties: [{wat: a, opschorting: [{van: 2026-05-01}]}]}}\n"
        "toestemmingen: [{partner: a}]\n"
        "verstrekkingen: [{op: 2026-05-01, aan: a}]\n"
        "besluiten: [{besluit: a}]\n"
        "logboek: [{op: 2026-05-01, kort: a}]\n"
    )
    routes, taken = missing(rest)
    assert set(routes) == {
        ("betrokken", 0),
        ("detentie", "fasering", 0),
        ("detentie", "ontslag_historie", 0),
        ("doelen", 0),
        ("leefgebieden", "zorg", "acties", 0),
        ("leefgebieden", "zorg", "acties", 0, "opschorting", 0),
        ("toestemmingen", 0),
        ("verstrekkingen", 0),
        ("besluiten", 0),
        ("logboek", 0),
    }
    assert taken == set()


def test_list_of_words_has_no_ids():
    assert missing("toestemmingen: [{id: t2ab, partner: a, leefgebieden: [zorg]}]\n") == ([], {"t2ab"})
