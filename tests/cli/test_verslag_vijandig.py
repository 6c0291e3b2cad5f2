"""Hostile text in minutes: it lands in the dossier as it was typed, and comes out of it as text in every form."""

import csv
import io
import json
from html.parser import HTMLParser

import docx
import pytest
from fabriek_git import git
from markdown_it import MarkdownIt

from nazorg.cli.grens import main

DAG = "2026-11-26"
K7 = "NZ-2026-k7f3mq"
VIJANDIG = (
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "&lt;b&gt; &#x3c;",
    "[x](javascript:alert(1)) ![y](http://example.org/y.png) <http://example.org>",
    "# kop",
    "- **vet** _schuin_ `code` ~~weg~~",
    "1. | a | b |",
    "{{ 7*7 }} {% for x in punten %} {# weg #}",
    "[bold red]x[/bold red] [link=http://example.org]y[/link]",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "'enkel' \"dubbel\" \\ terug \\n \\x1b[31m",
    "~",
    "null",
    "ja: nee # weg",
    "*anker &anker !tag %YAML",
    "2026-12-01",
    "--- ...",
    "Zoë 👩\u200d👧 e\u0301",
)
VERBODEN = ("\x1b[31mrood", "om\u202ekeer", "\x00", "een\u2028twee", "een\x85twee", "een\x0btwee", "\u200b", "\ufffd")
VELDEN = ("besluit", "actie", "gedaan w4hn")


def nazorg(werkmap, *words):
    return main(["-C", str(werkmap), "--peildatum", DAG, *words])


def record(werkmap, lines):
    text = f"# Verslag {DAG}-leiden\n## 1. {K7}\n### onderdak\n" + "".join(f"{one}\n" for one in lines)
    (werkmap / "verslag.txt").write_bytes(text.encode())
    return nazorg(werkmap, "overleg", "verslag", DAG, "--uit", str(werkmap / "verslag.txt"))


def in_dossier(werkmap, capsys):
    capsys.readouterr()
    assert nazorg(werkmap, "toon", K7, "--vorm", "json") == 0
    return json.loads(capsys.readouterr().out)["dossier"]


class Pagina(HTMLParser):
    """The text of a page, and the tags in it."""

    def __init__(self, page):
        super().__init__()
        self.text, self.tags, self.links = "", set(), []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data):
        self.text += data


def pages(werkmap):
    """The minutes in every form, as what a person reads of them; the forms hold nothing but text."""
    for form in ("md", "html", "docx"):
        assert nazorg(werkmap, "overleg", "verslag", DAG, "--toon", "-o", str(werkmap / f"agendas/v.{form}")) == 0
    tokens = [
        child for one in MarkdownIt().parse((werkmap / "agendas/v.md").read_text()) for child in one.children or ()
    ]
    assert {one.type for one in tokens} <= {"text", "softbreak", "text_special", "strong_open", "strong_close"}
    yield "".join(" " if one.type == "softbreak" else one.content for one in tokens)
    page = Pagina((werkmap / "agendas/v.html").read_text(encoding="utf-8"))
    assert not page.tags & {"script", "svg", "img", "b", "a", "code", "del", "iframe"}
    assert page.links == []
    yield page.text
    document = docx.Document(io.BytesIO((werkmap / "agendas/v.docx").read_bytes()))
    yield "\n".join(one.text for one in document.paragraphs)


def test_hostile_text_lands_as_it_was_typed_and_comes_out_as_text_in_every_form(werkmap, capsys):
    lines = [f"besluit: {one}\nactie: A {one}" for one in VIJANDIG]
    lines += [f"gedaan w4hn: {' / '.join(VIJANDIG[:8])}"]
    assert record(werkmap, lines) == 0
    shown = in_dossier(werkmap, capsys)
    onderdak = shown["leefgebieden"]["onderdak"]
    here = [one["besluit"] for one in shown["besluiten"] if one["overleg"] == f"{DAG}-leiden"]
    assert here == list(VIJANDIG)
    agreed = [one["wat"] for one in onderdak["acties"] if one.get("afgesproken") == DAG]
    assert agreed == [f"A {one}" for one in VIJANDIG]
    assert next(one for one in onderdak["acties"] if one["id"] == "w4hn")["resultaat"] == " / ".join(VIJANDIG[:8])
    for page in pages(werkmap):
        seen = " ".join(page.split())
        for one in VIJANDIG:
            assert seen.count(one.replace("\u200d", "·")) >= 2 or seen.count(one) >= 2, one
    capsys.readouterr()
    assert nazorg(werkmap, "lijst", "--vorm", "csv") in (0, 3)
    for row in csv.reader(io.StringIO(capsys.readouterr().out), delimiter=";"):
        assert not any(cell.startswith(("=", "@", "+", "\t")) for cell in row)


@pytest.mark.parametrize("sort", VELDEN)
def test_a_sign_that_no_file_may_hold_is_told_with_its_line_and_nothing_is_written(werkmap, capsys, sort):
    for hostile in VERBODEN:
        assert record(werkmap, [f"{sort}: a {hostile} b"]) == 1
        out = capsys.readouterr().out
        assert "verslag.txt:4:1: Hier staat een onzichtbaar, onleesbaar of verboden teken." in out
        assert all(sign.isprintable() for sign in out.replace("\n", ""))
    assert git(werkmap, "log", "--format=%s").split() == ["begin"]


def test_what_an_action_came_to_is_kept_where_it_was_done_before(werkmap, capsys):
    assert record(werkmap, ["gedaan w4hn: Kaart is binnen"]) == 0
    assert record(werkmap, ["gedaan w4hn: Ook de kopie"]) == 0
    done = [one for one in in_dossier(werkmap, capsys)["leefgebieden"]["onderdak"]["acties"] if one["id"] == "w4hn"]
    assert done[0]["resultaat"] == "Kaart is binnen Ook de kopie"
    assert record(werkmap, ["gedaan w4hn: Kaart is binnen"]) == 0
    assert "staat al in de dossiers" in capsys.readouterr().out
