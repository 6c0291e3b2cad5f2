"""A text as HTML and as a document: every value is text in it, and nothing in it reaches anything."""

import io
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics.tekst import visible
from nazorg.errors import UsageError
from nazorg.output.opmaak import as_html, read_blocks, title_of
from nazorg.output.opmaak.briefpapier import PAD, base_document
from nazorg.output.opmaak.word import as_docx
from nazorg.output.sjabloon import escape_markdown
from nazorg.output.vorm import in_form

VIJANDIG = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "<http://example.org>",
    "http://example.org",
    "# kop",
    "{{ 7*7 }}",
    "[bold]x[/bold]",
    "\x1b[31mrood",
    "=cmd|' /C calc'!A0",
    "\u202eomgekeerd",
    "&lt;b&gt; &#x3c;",
    "**vet** _schuin_ `code`",
    "| a | b |",
    "</main></body>",
    "regel\n\n# kop",
]
VRIJ = st.text() | st.sampled_from(VIJANDIG)
MAGER = "# Titel\n\n- **{0}** en {0}\n  - {0}\n\n| a | b |\n|---|---|\n| {0} | x |\n\n> {0}\n\n## {0}\n\n{0}\n"
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "li",
}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td", "blockquote", "pre", "code", "strong", "em", "a", "br", "hr"}
VOID = {"meta", "br", "hr"}


class Lezer(HTMLParser):
    """What a browser makes of a page: its tags, their attributes, and the words."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.words, self.open = set(), [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.words.append(data)


def shown(text):
    """``text`` as a person sees it: on one line, without spaces at its ends."""
    return " ".join(visible(text).split())


def filled(value):
    return MAGER.format(escape_markdown(value))


def document_words(data):
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


@given(VRIJ)
def test_every_value_is_text_on_the_page(value):
    page = Lezer(as_html(read_blocks(filled(value))))
    assert page.open == []
    assert page.tags <= TAGS - {"a"}
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href", "style")]
    assert " ".join("".join(page.words).split()).count(shown(value)) >= 7 or not shown(value)


@settings(max_examples=40, deadline=None)
@given(VRIJ)
def test_every_value_is_text_in_a_document(value):
    data = as_docx(read_blocks(filled(value)), None)
    assert " ".join(document_words(data).split()).count(shown(value)) >= 7 or not shown(value)
    with ZipFile(io.BytesIO(data)) as packed:
        body = packed.read("word/document.xml")
        assert not re.search(rb"<w:(hyperlink|fldSimple|instrText|object|altChunk)\b", body)
        assert not any(b"External" in packed.read(name) for name in packed.namelist() if name.endswith(".rels"))


@settings(max_examples=40, deadline=None)
@given(st.text() | st.text(alphabet="\x00\x0b\x1b\ud800\uffff#*- \n|`>a"))
def test_whatever_a_template_gives_makes_a_document(text):
    docx.Document(io.BytesIO(as_docx(read_blocks(text), None)))


@given(st.text() | st.text(alphabet="\x00\x0b\x1b\ud800\uffff#*- \n|`>a"))
def test_whatever_a_template_gives_comes_out_closed_and_from_here(text):
    page = Lezer(as_html(read_blocks(text)))
    assert page.open == []
    assert page.tags <= TAGS
    for name, value in page.attributes:
        assert name not in ("src", "style", "action")
        assert name != "href" or value.lower().startswith(("http://", "https://", "mailto:"))


def test_page_allows_its_own_style_and_nothing_else():
    page = as_html(read_blocks("# Agenda\n"))
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)[1]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in page
    assert "<title>Agenda</title>" in page
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize(("sjabloon", "taal"), [("", "nl"), ("casusoverleg.en", "en"), ("kort", "nl"), ("a.b.c", "nl")])
def test_the_name_of_the_template_tells_the_language(sjabloon, taal):
    assert f'<html lang="{taal}">' in in_form("# x\n", "html", Papier(None), sjabloon)


def test_structure_of_a_text_is_kept():
    text = "# Titel\n\n3. drie\n4. vier\n   - binnen\n\n| a |\n|---|\n| b |\n\n---\n\n`code`, [hier](https://example.org)\n"
    page = as_html(read_blocks(text))
    assert (
        '<ol start="3">\n<li><p>drie</p></li>\n<li><p>vier</p>\n<ul>\n<li><p>binnen</p></li>\n</ul></li>\n</ol>' in page
    )
    assert '<th scope="col">a</th>' in page
    assert '<a href="https://example.org" rel="noreferrer">hier</a>' in page
    words = document_words(as_docx(read_blocks(text), None))
    assert all(word in words for word in ("3.\tdrie", "4.\tvier", "•\tbinnen", "hier", "code"))
    assert title_of(read_blocks(text)) == "Titel"


# The region's own paper


class Papier:
    """A werkmap with this base document, or none."""

    name = "proef"

    def __init__(self, data, problem="niet_gevonden"):
        self._bestand = Bestand(PAD, data, "" if data is not None else problem)

    def read(self, path):
        assert path == PAD
        return self._bestand


def papier(**extra):
    """A document of Word with a letterhead, and these files packed in it too."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    out = io.BytesIO()
    document.save(out)
    with ZipFile(out, "a") as packed:
        for name, content in extra.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def test_what_announces_a_list_and_a_point_with_points_of_its_own_stay_with_what_follows():
    document = docx.Document(
        io.BytesIO(as_docx(read_blocks("# Kop\n\nAlinea.\n\nSindsdien:\n\n- een\n  - deel\n- twee\n\nEinde.\n"), None))
    )
    kept = {one.text.removeprefix("•\t") for one in document.paragraphs if one.paragraph_format.keep_with_next}
    assert kept == {"Sindsdien:", "een"}
    after = {one.text.removeprefix("•\t"): one.paragraph_format.space_after for one in document.paragraphs}
    assert after["twee"] > after["een"]


def test_a_row_stays_whole_and_the_head_of_a_table_stands_on_every_page():
    (table,) = docx.Document(
        io.BytesIO(as_docx(read_blocks("| a | b |\n|---|---|\n| c | d |\n| e | f |\n"), None))
    ).tables
    rows = [{one.tag.rpartition("}")[2] for one in row._tr.trPr} for row in table.rows]
    assert rows == [{"cantSplit", "tblHeader"}, {"cantSplit"}, {"cantSplit"}]


def test_document_stands_on_the_paper_of_the_region():
    data = in_form("# Agenda\n\nTekst\n", "docx", Papier(papier()))
    document = docx.Document(io.BytesIO(data))
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Voorbeeld"
    assert [one.style.name for one in document.paragraphs] == ["Heading 1", "Normal"]


EXTERN = (
    '<Relationships><Relationship Id="r1" Type="http://x/relationships/{}" Target="http://example.org/x"'
    ' TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"geen zip", "is geen Word-bestand"),
        (b"", "is geen Word-bestand"),
        (papier(word__vbaProject_dot_bin=b"x"), "bevat een macro"),
        (papier(word___rels__settings_dot_xml_dot_rels=EXTERN.format("attachedTemplate")), "haalt iets van buiten op"),
        (papier(word___rels__x_dot_xml_dot_rels=EXTERN.format("image")), "haalt iets van buiten op"),
    ],
    ids=["no_zip", "empty", "macro", "template", "picture"],
)
def test_paper_that_is_none_or_would_do_something_is_refused(data, words):
    with pytest.raises(UsageError, match=words):
        in_form("# x\n", "docx", Papier(data))


def test_paper_with_a_link_in_its_footer_is_fine_and_one_without_a_document_is_not():
    base = papier(word___rels__x_dot_xml_dot_rels=EXTERN.format("hyperlink"))
    assert base_document(Papier(base)) == base
    out = io.BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("leeg.txt", "x")
    with pytest.raises(UsageError, match="niet te openen"):
        in_form("# x\n", "docx", Papier(out.getvalue()))


def test_paper_that_unpacks_to_very_much_is_refused():
    out = io.BytesIO()
    with ZipFile(out, "w", compression=8) as packed:
        packed.writestr("word/document.xml", b"0" * (40 * 1024 * 1024))
    with pytest.raises(UsageError, match="is te groot"):
        base_document(Papier(out.getvalue()))


def test_paper_that_cannot_be_read_is_refused():
    with pytest.raises(UsageError, match="kan niet gelezen worden"):
        base_document(Papier(None, "geen_bestand"))
