"""A home of one's own, in which git knows who is at the keyboard."""

import pytest


@pytest.fixture(autouse=True)
def thuis(tmp_path, monkeypatch):
    home = tmp_path / "thuis"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n  name = M. Bakker\n  email = m.bakker@example.org\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return home
