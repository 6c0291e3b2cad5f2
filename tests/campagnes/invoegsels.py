"""What is put into files: signs that mean something, signs that look like nothing, and values of every kind.

Written one behind another, with a sign for what would part them: ``␣`` a space, ``»`` a tab, ``↵`` a line feed, ``␍`` a
carriage return, ``∅`` nothing.
"""

from .pijp import KANARIE

_SIGNS = str.maketrans({"␣": " ", "»": "\t", "↵": "\n", "␍": "\r", "∅": None})


def _pieces(written: str) -> tuple[str, ...]:
    return tuple(piece.translate(_SIGNS) for piece in written.split())


def _numbered(written: str) -> tuple[str, ...]:
    return tuple("".join(chr(int(number, 16)) for number in piece.split("+")) for piece in written.split())


TEKENS = (
    *_pieces(r"""
        &a␣ *a * & ! !!str␣ !!python/name:os␣ <<:␣ << %YAML␣1.2↵ % ---↵ ↵---␣ ...↵ ↵...↵
        | > |-↵ >+2↵ |9↵ -␣ - ?␣ ? :␣ : , [ ] { } [] {} [[ {{ }} [{ # ␣# ␣#␣
        ' " '' "\ \ \x00 "\u202e" "\ud800" » »-␣ ␍ ␍↵ ↵ ↵↵ ␣ ␣␣
        ` @ ~ null = [/x] [bold] ${x} {0} %s ;
    """),
    *("<" * 7 + " HEAD\n", "\n" + "=" * 7 + "\n", "\n" + ">" * 7 + " anders\n", "\0"),
)
"""What means something to YAML, to git or to what prints."""

VREEMD = _numbered("""
    FEFF 200B 200D 202E 2066 2028 2029 85 A0 AD 1B+5B+33+31+6D 7 7F 9B E9 65+301 FB01 DF 130 131 17F 661+662+663 B2
    2167 6F22+5B57 3000 1F600 1F468+200D+1F469 E0041 FFFD FFFE 10FFFF D7FF E000 FF41 1D482 BC FF0D 2013 2014 2018 201C
    2026 212A 212B 338 627+644
""")
"""Signs that a program may count, fold, show or compare otherwise than one thinks."""

WAARDEN = (
    *_pieces("""
        ∅ ~ null nee ja Nee true 0 -1 012 1e9 0x1F 12:30 24:00 .inf .nan 999999999999999999999999999999
        2026-04-20 2026-02-30 2026-4-2 20-4-2026 20260420 0000-00-00 9999-12-31 1899-12-31 2199-12-31 2026-04-20T10:00
        1␣mei␣2026 31/12/26 ٢٠٢٦-٠٤-٢٠ ontslag␣-␣3w ontslag-3w buiten␣+␣9999wd aanmelding␣-␣9999m buiten␣-␣9999w ontslag
        ontslag␣-␣ ontslg␣-␣3w zitting␣-␣3w intake␣vanaf␣2026-05-01 intake␣vanaf␣gisteren 6m 9999m 3 0d 2␣w
        in_detentie afgesloten overgedragen geen_nazorg justitieel vast op_orde gedaan wacht betrokkene m.bakker
        pi-alphen pi-alfen Leiden leiden NZ-2026-k7f3mq NZ-2026-illo00 p-4q9x2m w4hn abcd onderdak onderdka sport
        [] {} [a,␣b] [a,␣[b]] {a:␣b} [2026-04-20] [w4hn,␣w4hn] {op:␣2026-04-20} [{}] [{id:␣w4hn}] [~] [,] ' "
        123456782 1234.56.782 06-12345678 a@example.org geb.␣1-1-1980 1980-01-01
        Kamer␣#12,␣2e␣etage Let␣op:␣bellen -␣bellen |␣a >␣a 't␣Zand 50% a:␣b:␣c *␣vet␣* @home =1+1 [/red] {{␣x␣}}
    """),
    *(KANARIE, KANARIE, f'"{KANARIE}"', f"[{KANARIE}]"),
)
"""Values of every kind, to be put where another kind belongs."""
