"""From nodes to plain values: what is left out, and what is said about it."""

from nazorg.dossier import Dossier
from nazorg.reading.shape import shape_of
from nazorg.reading.values import plain_values

from .fabriek import lees


def values(text):
    found, findings = plain_values(lees(text).document.root, shape_of(Dossier))
    return found, [(one.code, one.where) for one in findings]


def test_every_value_is_text_and_the_shape_is_kept():
    text = "dossier: 012\nbetrokken: [{partner: nee}]\nleefgebieden: {zorg: {stand: loopt}}\n"
    plain = {"dossier": "012", "betrokken": [{"partner": "nee"}], "leefgebieden": {"zorg": {"stand": "loopt"}}}
    assert values(text) == (plain, [])


def test_key_without_value_is_left_out_and_a_leefgebied_without_value_is_kept():
    assert values("dossier:\nleefgebieden: {zorg: , schulden: {stand: }}\n") == (
        {"leefgebieden": {"zorg": {}, "schulden": {}}},
        [],
    )


def test_what_does_not_fit_is_left_out_and_said():
    assert values("dossier: [a]\nfoo: b\nbetrokken: c\ndetentie: d\nkader: ~\n") == (
        {},
        [
            ("NZ106", ("dossier",)),
            ("NZ101", ("foo",)),
            ("NZ106", ("betrokken",)),
            ("NZ106", ("detentie",)),
            ("NZ110", ("kader",)),
        ],
    )
