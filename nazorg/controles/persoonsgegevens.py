"""What in a text looks like a BSN, an e-mail address, a phone number or a date of birth. Knows no dossier.

Each pattern begins with what it can begin with, a literal where that is possible, and looks behind only then: the regex
engine skips to those places (ten times as fast), which makes a text without any of this cheap to search.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

BSN, MAIL, TELEFOON, GEBOORTEDATUM = "NZ701", "NZ702", "NZ703", "NZ704"

EERSTE_GEBOORTEJAAR, LAATSTE_GEBOORTEJAAR = 1925, 2012
"""A date with one of these years is taken for a date of birth; this work has few other dates that old."""


class Vondst(NamedTuple):
    """Something found: the code of its finding, and where it stands. ``iso`` marks a date as a date field writes it."""

    code: str
    start: int
    end: int
    iso: bool = False


# A text that is folded over two lines may break where a space was.
_VOUW = r"[ \t]{0,60}\r?\n[ \t]{0,60}"
_PUNT = rf"(?:[ .\u00a0\u2009\u202f]|{_VOUW})?"
_STREEP = rf"(?: ?[-./\u2013] ?|[ \u00a0]|{_VOUW})?"

_BSN = re.compile(
    rf"[0-9](?<![0-9][0-9])(?:[0-9]{{2}}{_PUNT}[0-9]{{3}}|[0-9]{{3}}{_PUNT}[0-9]{{2}}){_PUNT}[0-9]{{3}}(?![0-9])"
)
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)

_MAIL = re.compile(r"@(?<=[\w.%+'-]@)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_VOOR_APENSTAART = frozenset(".%+'-_")
_LANGSTE_NAAM = 64  # RFC 5321, 4.5.3.1.1

_ABONNEE = rf"6{_STREEP}[0-9](?:{_PUNT}[0-9]){{7}}"
_VAST = rf"[1-578](?:[0-9]\)?{_STREEP}[0-9]|[0-9]{{2}}\)?{_STREEP})(?:[0-9]{_PUNT}){{5}}[0-9]"
_NUMMER = rf"(?:{_ABONNEE}|{_VAST})(?![0-9])"
_LAND = rf"31{_STREEP}(?:\(0\)|0)?{_STREEP}"
_TELEFOON = (
    re.compile(rf"\+{_LAND}{_NUMMER}"),
    re.compile(rf"0(?<![0-9]0)(?<![0-9]-0)(?:0{_LAND})?{_NUMMER}"),
)
_DATUM_MET_NUL = re.compile(r"0[1-9][ .][0-9]{2}[ .](?:19|20)[0-9]{2}(?![0-9])")
_IBAN_ERVOOR = re.compile(r"[A-Z]{2}[0-9]{2} ?[A-Z]{4} ?$")

_MAAND = r"(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,7}\.?"
_DAG_EN_MAAND = rf"[0-9]{{1,2}}(?:\s?[-/.]\s?|\s)(?:[0-9]{{1,2}}(?:\s?[-/.]\s?|\s)|{_MAAND}(?:\s?[-/.,]\s?|\s))'?"
_OUD_JAAR = (
    re.compile(r"19[2-9][0-9](?<![0-9]19..)(?![0-9])"),
    re.compile(r"20(?:0[0-9]|1[0-2])(?<![0-9]20..)(?![0-9])"),
)
_DAG_ERVOOR = re.compile(rf"(?<![0-9]){_DAG_EN_MAAND}$", re.IGNORECASE)
_DAG_ERNA = re.compile(r"[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_LANGSTE_DAG = 24
_GEBOREN_OP = (
    r"(?<![A-Za-z]...)(?i:oren|oorte(?:datum|dag)|\.?\s?dat(?:um|\.)?|\b)\.?\s{0,3}:?[^.;:#]{0,25}?(?<![0-9])"
    rf"((?i:{_DAG_EN_MAAND})(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])|[0-9]{{4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}(?![0-9]))"
)
_GEBOREN = (re.compile(rf"eb(?<=[Gg]eb){_GEBOREN_OP}"), re.compile(rf"EB(?<=GEB){_GEBOREN_OP}"))


def find_persoonsgegevens(text: str) -> Iterator[Vondst]:
    """Everything in ``text`` that looks like what may not stand there, kind by kind, in time linear in its length."""
    yield from _find_bsn(text)
    if "@" in text:
        yield from _find_mail(text)
    yield from _find_telefoon(text)
    yield from _find_geboortedatum(text)


def is_elfproef(digits: str) -> bool:
    """Whether nine digits can be a BSN: 9a + 8b + … + 2h - i is a multiple of eleven, and not all are 0."""
    total = sum(weight * int(digit) for weight, digit in zip(_GEWICHTEN, digits, strict=True))
    return total % 11 == 0 and digits != "000000000"


def _find_bsn(text: str) -> Iterator[Vondst]:
    match = _BSN.search(text)
    while match is not None:
        start, end = match.span()
        found = is_elfproef("".join(sign for sign in match[0] if sign.isdigit())) and not _is_longer(text, start, end)
        if found:
            yield Vondst(BSN, start, end)
        # Groups that do not pass may overlap with groups that do: 100 123 456 782.
        match = _BSN.search(text, end if found else start + 1)


def _is_longer(text: str, start: int, end: int) -> bool:
    """Whether groups with dots go on with a dot and a digit, before or after: an amount, not nine digits."""
    before = start >= 2 and text[start - 1] == "." and text[start - 2].isdigit()
    after = text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()
    return "." in text[start:end] and (before or after)


def _find_mail(text: str) -> Iterator[Vondst]:
    for match in _MAIL.finditer(text):
        start = match.start()
        furthest = max(0, start - _LANGSTE_NAAM)
        while start > furthest and (text[start - 1].isalnum() or text[start - 1] in _VOOR_APENSTAART):
            start -= 1
        yield Vondst(MAIL, start, match.end())


def _find_telefoon(text: str) -> Iterator[Vondst]:
    ends = set()
    for match in _matches(_TELEFOON, text):
        start, end = match.span()
        if _DATUM_MET_NUL.match(text, start) or _IBAN_ERVOOR.search(text[max(0, start - 10) : start]):
            continue
        if end not in ends:  # +31 06: a number with its zero is a number too
            ends.add(end)
            yield Vondst(TELEFOON, start, end)


def _find_geboortedatum(text: str) -> Iterator[Vondst]:
    ends = set()
    for match in _matches(_GEBOREN, text):
        ends.add(match.end(1))
        yield Vondst(GEBOORTEDATUM, match.start(1), match.end(1))
    for match in _matches(_OUD_JAAR, text):
        if not EERSTE_GEBOORTEJAAR <= int(match[0]) <= LAATSTE_GEBOORTEJAAR:
            continue
        start, end = match.span()
        if after := _DAG_ERNA.match(text, end):
            found = Vondst(GEBOORTEDATUM, start, after.end(), iso=True)
        elif before := _DAG_ERVOOR.search(text[max(0, start - _LANGSTE_DAG) : start]):
            found = Vondst(GEBOORTEDATUM, start - len(before[0]), end)
        else:
            continue
        if found.end not in ends:
            yield found


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text)
