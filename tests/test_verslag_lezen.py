"""Minutes as they come back from a table: garbled, hostile, half filled in. What was typed is read, or it is said."""

from hypothesis import example, given
from hypothesis import strategies as st

from nazorg.diagnostics.tekst import visible
from nazorg.wijzigen.verslag import Kader, decode_minutes, read_minutes

NUMMER = "NZ-2026-k7f3mq"
KADER = Kader(
    overleg="2026-11-26-leiden",
    acties={NUMMER: {"w4hn": "onderdak", "w5hn": "zorg"}, "NZ-2026-b4wn7d": {}},
    leefgebieden={"onderdak": "onderdak", "zorg": "zorg", "werk en inkomen": "werk_inkomen"},
    wie={"pi": "pi", "pi alphen": "pi", "betrokkene": "betrokkene"},
    tafel={"pi": "pi", "pi alphen": "pi"},
)
REGELS = [
    "# Verslag 2026-11-26-leiden",
    "aanwezig: PI Alphen",
    "volgende: 2026-12-10",
    f"## 1. {NUMMER}",
    "besluit: De regie blijft bij ons",
    "en daarna kijken we",
    "### onderdak (nu loopt)",
    "stand: niet op orde",
    "gedaan w4hn: Verklaring is binnen",
    "uitstel w5hn: 2026-12-01",
    "vervalt w5hn: ja",
    "eigenaar w5hn: pi",
    "besluit: Zoekt met voorrang",
    "actie: Woning zoeken",
    "  wie: pi",
    "  uiterlijk: ontslag - 1w",
    "  snel succes: ja",
    "### zorg",
    "## 2. NZ-2026-b4wn7d",
    "",
]
WOORD = st.from_regex(r"Kanarie[0-9]{3}", fullmatch=True)
VIJANDIG = [
    "# kop",
    "## 1. NZ-2026-zzzzzz",
    "> aanhaling",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% for x in punten %}",
    "[bold]x[/bold]",
    "\x1b[31mrood",
    "=cmd|' /C calc'!A0",
    "\u202eomgekeerd",
    "besluit: actie: wie:",
    "wie: niemand",
    "a: b # c",
    "- a\t- b",
    "een\u2028twee",
    "een\x0btwee",
    "een\x85twee",
    "\ufffd",
    "'\"",
    "~",
    "a" * 5000,
]
VRIJ = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])) | st.sampled_from(VIJANDIG)


@given(st.text() | st.lists(st.sampled_from(REGELS) | VRIJ, max_size=25).map("\n".join))
def test_whatever_comes_back_from_a_table_is_read_or_every_place_is_told(text):
    _, faults = read_minutes(text, KADER, ["> uitleg"])
    for one in faults:
        assert one.regel >= 1
        assert one.kolom >= 1
        assert one.melding.endswith(".")
        assert one.raad


@given(st.binary() | VRIJ.map(str.encode))
def test_any_bytes_are_a_text_that_can_be_read(data):
    read_minutes(decode_minutes(data), KADER)


@given(st.data())
def test_no_word_that_was_typed_is_passed_over_in_silence(data):
    """Words put in anywhere, in lines in any order: each is in what was read, or its line is told."""
    lines = data.draw(st.lists(st.sampled_from(REGELS), min_size=1, max_size=20) | st.just(REGELS))
    typed = {}
    made = []
    for nth, line in enumerate(lines):
        words = line.split(" ")
        if data.draw(st.integers(0, 3)) == 0:
            word = f"Kanarie{nth}x"
            words.insert(data.draw(st.integers(0, len(words))), word)
            typed[nth + 1] = word
        made.append(" ".join(words))
    verslag, faults = read_minutes("\n".join(made), KADER, ["> uitleg"])
    told = {one.regel for one in faults}
    for regel, word in typed.items():
        assert regel in told or word in repr(verslag), made[regel - 1]


@example(": en dan", "gedaan w4hn")
@example("\f0", "besluit")  # a blank to Python, and no more than a sign that nobody sees
@given(VRIJ, st.sampled_from(["besluit", "actie", "gedaan w4hn"]))
def test_what_is_read_is_what_was_typed(value, field):
    """But for blanks around it, which no one sees."""
    typed = value.replace("\N{NO-BREAK SPACE}", " ").rstrip()
    wanted = typed.strip()
    verslag, faults = read_minutes(f"## {NUMMER}\n### onderdak\n{field}: {value}\n", KADER)
    if faults:
        assert faults[0].regel == 3
        assert typed != visible(typed) or "\ufffd" in typed
        return
    punt = verslag.punten.get(NUMMER)
    if punt is None:
        assert not wanted or wanted.casefold() in ("nee", "n")
        return
    read = [*(one.tekst for one in punt.besluiten), *(one.wat for one in punt.acties), *punt.gedaan.values()]
    assert read == [wanted] or (read == [""] and wanted.casefold() in ("ja", "j", "x"))


def test_two_that_contradict_are_told_and_not_chosen_from():
    for field, one, other in (
        ("stand", "loopt", "acuut"),
        ("wie", "pi", "betrokkene"),
        ("uiterlijk", "2026-12-01", "2026-12-02"),
    ):
        text = f"## {NUMMER}\n### zorg\nactie: Bellen\n{field}: {one}\n{field}: {{}}\n"
        assert not read_minutes(text.format(one), KADER)[1]
        (fault,) = read_minutes(text.format(other), KADER)[1]
        assert (fault.regel, fault.erg) == (5, True)


def test_an_action_that_is_over_does_not_go_on_whichever_of_the_two_stands_first():
    over, goes_on = ("gedaan w4hn: ja", "vervalt w4hn: ja"), ("uitstel w4hn: 2026-12-01", "eigenaar w4hn: pi")
    for one in over:
        for other in goes_on:
            for lines in ((one, other), (other, one)):
                (fault,) = read_minutes("\n".join((f"## {NUMMER}", *lines)), KADER)[1]
                assert (fault.regel, fault.erg) == (3, True)
    assert not read_minutes("\n".join((f"## {NUMMER}", *goes_on)), KADER)[1]


def test_who_was_there_may_take_more_than_one_line():
    kader = Kader(KADER.overleg, {}, {}, {}, {"pi": "pi", "opvang": "opvang"})
    assert read_minutes("aanwezig: pi\naanwezig: opvang", kader)[0].aanwezig == ("pi", "opvang")


def test_what_stands_in_a_heading_beside_it_is_told_and_the_heading_counts():
    text = f"## 1. {NUMMER} moeder belt\n### onderdak (moeder belt)\nbesluit: ja\n"
    verslag, faults = read_minutes(text, KADER)
    assert [(one.regel, one.erg) for one in faults] == [(1, False), (2, False)]
    assert verslag.punten[NUMMER].besluiten[0].leefgebied == "onderdak"


def test_a_reason_why_an_action_lapses_is_not_thrown_away():
    (fault,) = read_minutes(f"## {NUMMER}\nvervalt w4hn: hij is verhuisd\n", KADER)[1]
    assert fault.erg


def test_a_name_that_is_nearly_one_is_answered_with_that_one_and_not_with_the_whole_region():
    (fault,) = read_minutes(f"## {NUMMER}\n### zorg\nactie: Bellen\nwie: PI Alpen\n", KADER)[1]
    assert fault.raad == "Bedoelt u pi? Alle namen staan in nazorg.yaml."
    (fault,) = read_minutes(f"## {NUMMER}\n### zorg\nactie: Bellen\nwie: Jan\n", KADER)[1]
    assert fault.raad == "Kies uit: pi, betrokkene."
