"""The region's own terms, and those of its gemeenten."""

import pytest

from .fabriek import REGIO, check_regio, only, places

_HEAD = "nazorg: 1\nregio: Voorbeeld\n"


def termijnen(rule: str):
    """What the rules say of settings with one own term, on line 3."""
    return check_regio(f"{_HEAD}termijnen: {{{rule}}}\n")


def gemeente(terms: str):
    """What the rules say of settings in which Leiden, on line 3, set these terms."""
    return check_regio(
        f"{_HEAD}gemeenten: {{Leiden: {{termijnen: {{{terms}}}}}}}\ntermijnen: {{besluit: {{per_gemeente: ja}}}}\n"
    )


def test_settings_that_name_a_term_of_their_own_are_sound():
    assert check_regio(REGIO) == []


@pytest.mark.parametrize("naam", ["wgs-4-1", "pbw-18a", "wgs-4a-3"])
def test_name_of_a_rule_of_the_law_is_the_laws(naam):
    assert places("NZ609", termijnen(f"{naam}: {{termijn: 6w}}")) == ["3:13"]


@pytest.mark.parametrize(
    ("duur", "reported"), [("8w", []), ("6w", []), ("9w", ["3:44"]), ("56d", []), ("57d", ["3:44"]), ("2m", ["3:44"])]
)
def test_term_of_a_gemeente_is_not_longer_than_the_law_allows(duur, reported):
    assert places("NZ610", gemeente(f"wgs-4a-3: {duur}")) == reported


def test_finding_says_how_long_the_term_may_be():
    assert only("NZ610", gemeente("wgs-4a-3: 9w")).message.endswith("hooguit 8 weken.")


@pytest.mark.parametrize("naam", ["wgs-4-1", "pw-41-4", "verzonnen"])
def test_gemeente_sets_no_term_that_is_not_its_own(naam):
    found = only("NZ611", gemeente(f"{naam}: 2w"))
    assert "wgs-4a-3" in found.remedy
    assert "verzonnen" not in found.message + found.remedy


def test_term_that_a_gemeente_left_empty_is_not_set():
    assert gemeente("wgs-4a-3: ") == []


def test_gemeente_sets_an_agreement_that_is_left_to_the_gemeenten():
    assert gemeente("besluit: 20w") == []


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("intake: ", "3:13"),
        ("intake: {naam: Intake}", "3:13"),
        ("intake: {termijn: 3w, versies: [{termijn: 2w}]}", "3:35"),
        ("intake: {per_gemeente: ja, termijn: 3w}", "3:13"),
        ("intake: {versies: [{termijn: 2w, geldig_van: 2026-02-01, geldig_tot: 2026-01-01}]}", "3:82"),
        ("intake: {versies: [{termijn: 2w, geldig_tot: 2026-02-01}, {termijn: 3w, geldig_van: 2026-02-01}]}", "3:72"),
        ("intake: {versies: [{termijn: 2w}, {termijn: 3w, geldig_van: 2026-02-01}]}", "3:48"),
    ],
)
def test_agreement_with_which_nothing_can_be_counted_is_reported(rule, place):
    assert places("NZ612", termijnen(rule)) == [place]


@pytest.mark.parametrize(
    "rule",
    [
        "intake: {termijn: 3w}",
        "intake: {per_gemeente: ja, hooguit: 8w}",
        "intake: {versies: [{termijn: 2w, geldig_tot: 2026-01-31}, {termijn: 3w, geldig_van: 2026-02-01}]}",
        "intake: {versies: [{termijn: 3w, geldig_van: 2026-02-01}, {termijn: 2w, geldig_tot: 2026-01-01}]}",
        "intake: {termijn: 3w, soort: wachttijd, richting: terug, bindt: partners, opschortbaar: nee, bron: Plan}",
    ],
)
def test_agreement_with_which_can_be_counted_is_sound(rule):
    assert termijnen(rule) == []
