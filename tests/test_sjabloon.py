"""Templates: data comes out as text, a template reaches nothing else, a mistake is told with its place."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nazorg.diagnostics.tekst import visible
from nazorg.errors import UsageError
from nazorg.output.sjabloon import Sjablonen, escape_markdown, plain, render
from nazorg.werkmap import Werkmap

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])

VIJANDIG = (
    "# kop",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% for x in punten %}",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "<http://example.org>",
    "**b** _c_ ~~d~~ `e`",
    "a | b | c",
    "- lijst",
    "+ lijst",
    "1. lijst",
    "12) lijst",
    "> aanhaling",
    "===",
    "---",
    "```",
    "&lt;b&gt; &#x3c;",
    "\\[x\\]",
    "[x]: http://example.org",
    "regel\n\n# kop",
    "    ingesprongen",
    "eind\\",
    "eind  ",
)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    (tmp_path / "nazorg.yaml").write_text("nazorg: 1\nregio: Test\n", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    return tmp_path


def rendered(werkmap: Path, source: str, **variables: object) -> str:
    (werkmap / "templates" / "proef.md.j2").write_text(source, encoding="utf-8")
    return render(Sjablonen(Werkmap(werkmap)), "proef.md.j2", plain(variables))


def refused(werkmap: Path, source: str, **variables: object) -> UsageError:
    with pytest.raises(UsageError) as caught:
        rendered(werkmap, source, **variables)
    return caught.value


@pytest.mark.parametrize("hostile", VIJANDIG)
@pytest.mark.parametrize("frame", ["%s", "- %s", "  - wat: %s", "## %s", "Kop\n\n%s", "a %s b"])
def test_hostile_text_is_shown_as_it_was_written(hostile: str, frame: str) -> None:
    markdown = frame % escape_markdown(hostile)
    tokens = MARKDOWN.parse(markdown)
    expected = MARKDOWN.parse(frame % "woord")
    assert [token.type for token in tokens] == [token.type for token in expected]
    last = next(token for token in reversed(tokens) if token.type == "inline")
    assert {child.type for child in last.children or ()} == {"text"}
    assert " ".join(hostile.split()) in last.content.replace("\\", "") or "\\" in hostile


@given(
    st.text() | st.text(alphabet="#*_[]()<>!`~|{}\\&;:/.-+=\n\t 1ax", max_size=12),
    st.sampled_from(["", "- ", "## ", "x\n", "a "]),
)
def test_any_text_comes_out_as_the_same_text(text: str, before: str) -> None:
    shown = " ".join(visible(text).split())
    if not shown:
        return
    escaped = escape_markdown(text)
    inline = [token for token in MARKDOWN.parse(f"{before}{escaped}") if token.type == "inline"]
    assert len(inline) == 1
    assert {child.type for child in inline[0].children or ()} <= {"text", "softbreak"}
    seen = "".join(child.content or " " for child in inline[0].children or ())
    assert seen.split() == f"{before.removeprefix('- ').removeprefix('## ')}{shown}".split()


@pytest.mark.parametrize(
    ("data", "shown"),
    [("a\x1b[31mrood", "a·\\[31mrood"), ("a\u202eb", "a·b"), ("a\u2066b", "a·b"), ("a\r\nb", "a b"), ("a\x00b", "a·b")],
)
def test_control_and_bidi_signs_are_made_visible(data: str, shown: str) -> None:
    assert escape_markdown(data) == shown


def test_plain_dutch_is_left_as_it_is() -> None:
    for text in (
        "D&R-plan",
        "ID-kaart aanvragen, foto's",
        "Café 't Hoekje (3 dagen)",
        "€ 2.000,50",
        "10:00",
        "3 december",
    ):
        assert escape_markdown(text) == text


def test_addresses_do_not_become_links() -> None:
    assert escape_markdown("http://x.nl www.x.nl a@x.nl") == "http\\://x.nl www\\.x.nl a\\@x.nl"


def test_constant_text_of_a_template_is_markdown(werkmap: Path) -> None:
    assert rendered(werkmap, "# Kop\n\n- **{{ x }}**\n", x="*a*") == "# Kop\n\n- **\\*a\\***\n"


def test_a_macro_is_escaped_once(werkmap: Path) -> None:
    source = "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(y) }} {{ m(y) ~ '' }}"
    assert rendered(werkmap, source, y="*") == "**\\*** \\*\\*\\\\\\*\\*\\*\n"


def test_a_block_of_another_template_is_escaped_once(werkmap: Path) -> None:
    (werkmap / "templates" / "_basis.md.j2").write_text("{% block b %}*{{ x }}*{% endblock %}", encoding="utf-8")
    source = '{% extends "_basis.md.j2" %}{% block b %}{{ super() }}!{% endblock %}'
    assert rendered(werkmap, source, x="#") == "*\\#*!\n"


@pytest.mark.parametrize(
    "source", ["{{ x|safe }}", "{{ x|e }}", "{{ x|tojson }}", "{{ x|random }}", "{{ x|attr('y') }}"]
)
def test_filters_that_could_do_harm_do_not_exist(werkmap: Path, source: str) -> None:
    assert "het filter '" in refused(werkmap, source, x="<b>").message


def test_autoescape_of_jinja_opens_no_way_round(werkmap: Path) -> None:
    out = rendered(werkmap, "{% autoescape true %}{{ x }}{{ x ~ '' }}{% endautoescape %}", x="[a](b)<i>")
    assert "[a]" not in out.replace("\\[", "")
    assert "<i>" not in out


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ x.__class__.__mro__ }}",
        "{{ x.upper() }}",
        "{{ x['upper'] }}",
        "{{ lijst.append(1) }}",
        "{{ lijst.__len__ }}",
        "{{ groep.items() }}",
        "{{ groep.clear() }}",
        "{{ groep['__class__'] }}",
        "{{ range.__self__ }}",
        "{{ namespace.__init__ }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{% macro m() %}{% endmacro %}{{ m.__call__ }}",
        "{% macro m() %}{% endmacro %}{{ m._environment }}",
        "{% for i in lijst %}{{ loop._iterable }}{% endfor %}",
        "{% for i in lijst %}{{ loop.cycle }}{% endfor %}",
        "{{ lijst|map(attribute='__class__')|list|first }}",
        "{{ lipsum }}",
        "{{ cycler }}",
        "{{ '%s'|format(x) }}",
        "{{ '%s' % x }}",
        "{{ 'a' * 10000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{{ range(999999999)|list }}",
        "{{ x() }}",
        "{% include '../nazorg.yaml' %}",
        "{% include '/etc/passwd' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ groep }}",
        "{{ lijst }}",
        "{{ x|datum }}",
        "{{ '2026-01-01'|datum('klingon') }}",
        "{{ 1 / 0 }}",
        "{{ groep[x] }}",
        "{{ none[x] }}",
        "{% include x %}",
        "{{ '2026-01-01'|datum(x) }}",
        "{% set lijst.x = 1 %}",
    ],
)
def test_a_template_reaches_only_its_data(werkmap: Path, source: str) -> None:
    error = refused(werkmap, source, x="geheim", lijst=["geheim"], groep={"a": "geheim"})
    assert "templates/proef.md.j2, regel 1: " in error.message
    assert "geheim" not in error.message + error.remedy


def test_what_a_template_normally_does_works(werkmap: Path) -> None:
    source = (
        "{% set som = namespace(n=0) %}{% for k, v in groep|items %}{% set som.n = som.n + v %}{% endfor %}"
        "{{ som.n }} {{ lijst|opsomming }} {{ [1, 2, 3, 5]|nummers }} {{ 1|aantal('dag', 'dagen') }} {{ 6 * 7 }}"
        "{% for x in lijst %} {{ loop.index }}{% endfor %} {{ none }}{{ true }}"
    )
    assert (
        rendered(werkmap, source, groep={"a": 1, "b": 2}, lijst=["p", "q", "r"])
        == "3 p, q en r 1–3 en 5 1 dag 42 1 2 3 ja\n"
    )


def test_days_are_written_in_words(werkmap: Path) -> None:
    source = "{{ d|datum }} / {{ d|datum_kort }} / {{ d|datum('en_GB') }} / {{ d|datum_kort('en_GB') }}"
    expected = "donderdag 26 november 2026 / 26 nov 2026 / Thursday 26 November 2026 / 26 Nov 2026\n"
    assert rendered(werkmap, source, d="2026-11-26") == expected


def test_an_unknown_name_is_named_with_file_and_line_and_what_was_meant(werkmap: Path) -> None:
    error = refused(werkmap, "een\n\n{{ punte }}\n", punten=[], datum="x")
    assert error.message == "Sjabloon templates/proef.md.j2, regel 3: de naam 'punte' bestaat hier niet."
    assert error.remedy == "Bedoelt u 'punten'? Hier bestaan: datum, punten."


def test_a_remark_is_read_with_its_days_as_people_write_them(werkmap: Path) -> None:
    source = "{{ x|datums }} / {{ x|datums('en_GB') }}"
    text = "sinds 2026-11-05, 2026-02-30, 12026-11-05"
    shown = rendered(werkmap, source, x=text)
    assert shown == "sinds 5 nov 2026, 2026-02-30, 12026-11-05 / sinds 5 Nov 2026, 2026-02-30, 12026-11-05\n"


def test_an_unknown_field_is_named_with_the_fields_that_are_there(werkmap: Path) -> None:
    error = refused(
        werkmap, "{% for p in punten %}\n{{ p.dosier }}\n{% endfor %}", punten=[{"dossier": "x", "nummer": 1}]
    )
    assert error.message == "Sjabloon templates/proef.md.j2, regel 2: de naam 'dosier' bestaat hier niet."
    assert error.remedy == "Bedoelt u 'dossier'? Hier bestaan: dossier, nummer."


def test_an_unknown_name_in_an_included_template_is_placed_there(werkmap: Path) -> None:
    (werkmap / "templates" / "_deel.md.j2").write_text("\n\n{{ nergens }}", encoding="utf-8")
    assert "templates/_deel.md.j2, regel 3: " in refused(werkmap, '{% include "_deel.md.j2" %}').message


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a\n{% if x %}", "er staat nog iets open"),
        ("a\n{% fi %}", "de opdracht 'fi' bestaat niet"),
        ("a\n{{ x|dattum }}", "het filter 'dattum' bestaat niet"),
        ("a\n{{ x y }}", "staat 'y' waar iets anders hoort"),
        ("a\n{{ }}", "klopt hier niet"),
        ("a\n{% include 'weg.md.j2' %}", "het sjabloon dat hier gevraagd wordt bestaat niet"),
        ("a\n{{ x is vreemd }}", "de toets 'vreemd' bestaat niet"),
    ],
)
def test_a_slip_in_a_template_is_told_in_dutch_with_its_line(werkmap: Path, source: str, words: str) -> None:
    message = refused(werkmap, source, x=1).message
    assert message.startswith("Sjabloon templates/proef.md.j2, regel 2: ")
    assert words in message


def test_a_template_that_is_no_utf8_is_refused_with_its_line(werkmap: Path) -> None:
    (werkmap / "templates" / "proef.md.j2").write_bytes(b"a\n\xff\n")
    with pytest.raises(UsageError, match="geen UTF-8 \\(regel 2\\)"):
        render(Sjablonen(Werkmap(werkmap)), "proef.md.j2", {})


def test_a_template_with_bom_and_crlf_is_read(werkmap: Path) -> None:
    (werkmap / "templates" / "proef.md.j2").write_bytes(b"\xef\xbb\xbf# a\r\n\r\nb\r\n")
    assert render(Sjablonen(Werkmap(werkmap)), "proef.md.j2", {}) == "# a\n\nb\n"


def test_a_symlink_out_of_the_werkmap_is_not_followed(werkmap: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("elders") / "geheim.md.j2"
    outside.write_text("geheim", encoding="utf-8")
    (werkmap / "templates" / "proef.md.j2").symlink_to(outside)
    with pytest.raises(UsageError, match="kan niet gelezen worden"):
        render(Sjablonen(Werkmap(werkmap)), "proef.md.j2", {})


def test_an_unknown_template_is_refused_with_the_choices(werkmap: Path) -> None:
    (werkmap / "templates" / "eigen.md.j2").write_text("x", encoding="utf-8")
    (werkmap / "templates" / "_deel.md.j2").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        Sjablonen(Werkmap(werkmap)).choose("casusoverlg")
    choices = "casusoverleg, casusoverleg.en, eigen, kort, ontslagoverleg, regieoverleg"
    assert caught.value.remedy == f"Bedoelt u 'casusoverleg'? Kies uit: {choices}."


def test_only_plain_data_goes_into_a_template() -> None:
    with pytest.raises(TypeError):
        plain({"x": object()})


def test_a_dutch_day_reads_as_a_library_for_every_language_has_it() -> None:
    from babel.dates import format_date

    from nazorg.output.sjabloon.filters import datum, datum_kort

    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        assert datum(str(day)) == format_date(day, "EEEE d MMMM y", locale="nl_NL")
        assert datum_kort(str(day)) == format_date(day, "d MMM y", locale="nl_NL")
