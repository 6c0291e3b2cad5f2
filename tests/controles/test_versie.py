"""The version of the files."""

from .fabriek import REGIO, check_regio, places


def test_version_one_is_read():
    assert check_regio(REGIO) == []


def test_another_version_is_reported_at_its_number():
    assert places("NZ607", check_regio(REGIO.replace("nazorg: 1", "nazorg: 2"))) == ["1:9"]
