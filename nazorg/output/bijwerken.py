"""What came in and went out, in words: one's own dossiers in full, the others counted."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import TextIO

from nazorg.begrippen.indeling import Bestandsoort, id_of, kind_of
from nazorg.bijwerken import Bijgewerkt, Binnen, Binnengekomen
from nazorg.diagnostics.tekst import visible
from nazorg.output.bevindingen import place_of
from nazorg.output.gebeurtenissen import sentence
from nazorg.output.tekst import count, listed

BREEDTE = 80
MEESTE = 12
"""So many changes of one dossier are told; ``geschiedenis`` has them all."""
MEESTE_NAMEN = 6


def print_update(out: TextIO, bijgewerkt: Bijgewerkt, *, stil: bool) -> None:
    """What came in from whom, and what went out; nothing of that when ``stil``."""
    if bijgewerkt.hersteld:
        _say(out, [bijgewerkt.hersteld.in_words()])
    if not bijgewerkt.is_verbonden:
        _say(out, _ZONDER_PLEK)
        return
    if stil:
        return
    _say(
        out,
        _incoming(bijgewerkt.binnen, bijgewerkt.open) if bijgewerkt.binnen else ["Er is niets nieuws binnengekomen."],
    )
    known = {(one.path, one.code) for one in bijgewerkt.fouten}
    wrong = [one for one in bijgewerkt.fouten_binnen if (one.path, one.code) not in known]
    if wrong:
        _say(out, ["", f"Let op: in wat binnenkwam {_wrong(len(wrong))}:"])
        _say(out, [f"  {place_of(one)}  {one.code} {one.message}" for one in wrong[:MEESTE]])
        _say(out, ["Herstel het, of vraag het wie het deelde. Meer zegt: nazorg controleer"])
    if bijgewerkt.is_gedeeld:
        _say(out, ["", f"Gedeeld: {_named(bijgewerkt.gedeeld)}."])
    elif not (bijgewerkt.open or bijgewerkt.fouten or bijgewerkt.mislukt):
        _say(out, ["U had zelf niets te delen."])
    if bijgewerkt.onbewaard:
        _say(
            out, ["", f"Nog niet bewaard, dus niet gedeeld: {_named(bijgewerkt.onbewaard)}.", "Bewaren: nazorg bewaar"]
        )


def _wrong(number: int) -> str:
    return "staat een fout" if number == 1 else f"staan {number} fouten"


_ZONDER_PLEK = (
    "Deze werkmap wordt met niemand gedeeld: er is geen adres ingesteld. Wat u vastlegt, staat alleen in deze map.",
    "Hebt u een adres gekregen: git remote add origin ADRES, en daarna: nazorg bijwerken",
)


def _incoming(binnen: Binnengekomen, open_paths: Sequence[str]) -> Iterator[str]:
    yield f"Binnengekomen van {listed(binnen.door) or 'uzelf, van een andere plek'}:"
    own = [one for one in binnen.bestanden if one.is_eigen]
    if own:
        yield ""
        yield "Uw dossiers"
    for one in own:
        waits = any(path.endswith(one.pad) for path in open_paths)
        state = " (wacht op een keuze)" if waits else _state(one)
        yield f"  {one.dossier}{state}  {listed(one.door)}"
        if not (one.is_nieuw or one.is_weg or waits):
            yield from (f"    - {sentence(change, one.soort)}" for change in one.wijzigingen[:MEESTE])
            if len(one.wijzigingen) > MEESTE:
                yield f"    en nog {len(one.wijzigingen) - MEESTE}; zie: nazorg geschiedenis {one.dossier}"
    rest = [one for one in binnen.bestanden if not one.is_eigen]
    if rest or binnen.overig:
        yield ""
        yield f"{'Verder' if own else 'Gewijzigd'}: {_counted(rest, binnen.overig)}."


def _state(one: Binnen) -> str:
    return " (nieuw)" if one.is_nieuw else " (verwijderd)" if one.is_weg else ""


def _counted(rest: Sequence[Binnen], overig: int) -> str:
    parts = []
    dossiers = [one for one in rest if one.soort is Bestandsoort.DOSSIER]
    if dossiers:
        new = sum(one.is_nieuw for one in dossiers)
        gone = sum(one.is_weg for one in dossiers)
        notes = [*([f"{new} nieuw"] if new else []), *([f"{gone} verwijderd"] if gone else [])]
        said = count(len(dossiers), "dossier", "dossiers") + " van collega's"
        parts.append(f"{said} ({', '.join(notes)})" if notes else said)
    for soort, words in _SOORTEN.items():
        number = sum(one.soort is soort for one in rest)
        if number:
            parts.append(words[0] if len(words) == 1 else count(number, *words))
    if overig:
        parts.append(count(overig, "ander bestand", "andere bestanden"))
    return listed(parts)


_SOORTEN: dict[Bestandsoort, tuple[str, ...]] = {
    Bestandsoort.OVERLEG: ("overleg", "overleggen"),
    Bestandsoort.TRAJECT: ("traject", "trajecten"),
    Bestandsoort.INSTELLINGEN: ("de instellingen (nazorg.yaml)",),
}


def _named(paths: Sequence[str]) -> str:
    """The dossiers by number, the first few; other files by name."""
    names = [id_of(path) if kind_of(path) is Bestandsoort.DOSSIER else path for path in paths]
    if len(names) > MEESTE_NAMEN:
        return f"{', '.join(names[:MEESTE_NAMEN])} en nog {len(names) - MEESTE_NAMEN}"
    return listed(names) or "de geschiedenis; de dossiers waren al gelijk"


def _say(out: TextIO, lines: Iterable[str]) -> None:
    for line in lines:
        lead = " " * (len(line) - len(line.lstrip()) + (2 if line.lstrip().startswith("- ") else 0))
        whole = fill(visible(line), BREEDTE, subsequent_indent=lead, break_long_words=False, break_on_hyphens=False)
        out.write(f"{whole}\n")
