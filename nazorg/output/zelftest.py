"""What was looked at in a clone and on a machine: a line each, what is wrong with what to do, or as JSON."""

from collections.abc import Sequence
from textwrap import fill
from typing import TextIO

from nazorg.diagnostics.tekst import visible
from nazorg.output.gegevens import write_json
from nazorg.output.tekst import count
from nazorg.zelftest import Oordeel, Punt

BREEDTE = 80
_INSPRONG = 9


def print_examination(out: TextIO, punten: Sequence[Punt], *, stil: bool) -> None:
    """Each thing with how it stands; when ``stil`` only what is not in order."""
    for punt in punten:
        if punt.oordeel is Oordeel.GOED and not punt.gedaan:
            out.write("" if stil else _filled(f"{punt.naam}: {punt.wat}", "goed     "))
        elif punt.oordeel is Oordeel.GOED:
            out.write(_filled(f"{punt.naam}: {punt.gedaan}", "hersteld "))
        else:
            out.write(_filled(f"{punt.naam}: {punt.wat}", f"{punt.oordeel:<{_INSPRONG}}"))
            out.writelines(_filled(f"→ {words}", " " * _INSPRONG) for words in (punt.gedaan, punt.doe) if words)
    wrong = sum(punt.oordeel is Oordeel.MIS for punt in punten)
    minded = sum(punt.oordeel is Oordeel.LET_OP for punt in punten)
    if stil:
        return
    said = f"{count(wrong, 'ding is', 'dingen zijn')} mis" if wrong else "Er is niets mis"
    out.write(f"\n{said}{f', op {minded} moet u letten' if minded else ''}.\n")
    if any(punt.herstel for punt in punten):
        out.write("Wat hersteld kan worden, herstelt: nazorg zelftest --herstel\n")


def write_examination_json(out: TextIO, punten: Sequence[Punt], gewist: Sequence[str]) -> None:
    """The same as JSON, form ``nazorg.zelftest/1``."""
    rows = [
        {
            "naam": punt.naam,
            "oordeel": str(punt.oordeel),
            "wat": visible(punt.wat),
            "doe": visible(punt.doe) or None,
            "herstelbaar": punt.herstel is not None,
            "gedaan": visible(punt.gedaan) or None,
        }
        for punt in punten
    ]
    write_json(out, "nazorg.zelftest/1", {"punten": rows, "gewist": list(gewist)})


def _filled(text: str, lead: str) -> str:
    whole = fill(
        visible(text),
        BREEDTE,
        initial_indent=lead,
        subsequent_indent=" " * _INSPRONG,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"{whole}\n"
