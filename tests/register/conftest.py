"""A home in which git knows who is at the keyboard, and a werkmap in a repository."""

import pytest
from fabriek_git import commit

from nazorg.register import Register
from nazorg.werkmap import Werkmap

from .fabriek import PEILDATUM, REGIO, dossier, onderdak

NUMMER = "NZ-2026-k7f3mq"
PAD = f"dossiers/2026/{NUMMER}.yaml"
ACTIES = onderdak("id: w4hn, wat: Urgentie, uiterlijk: 2026-12-01", "id: h8sb, wat: Inschrijven")


@pytest.fixture
def thuis(tmp_path, monkeypatch):
    """A home with an address and without a name."""
    home = tmp_path / "thuis"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n  email = m.bakker@example.org\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return home


@pytest.fixture
def inhoud():
    """The text of the one dossier."""
    return dossier("k7f3mq", ACTIES)[1]


@pytest.fixture
def folder(tmp_path, thuis, inhoud):  # noqa: ARG001 - git looks there
    """A werkmap with one dossier, all of it committed."""
    folder = tmp_path / "regio"
    commit(folder, {"nazorg.yaml": REGIO, PAD: inhoud})
    return folder


@pytest.fixture
def register(folder):
    return Register(Werkmap(folder), PEILDATUM)
