"""The commands to begin with: demo, init, schema."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from nazorg.begrippen.ids import read_sleutel
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_choice, read_value
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.opzetten import Antwoorden

GOED = 0
REGELS_VAN_AGENDA = 24


def demo(globaal: Globaal) -> int:
    """Een voorbeeldregio om mee te oefenen: nakijken, wat is te laat, en de agenda van een overleg.

    Het voorbeeld is verzonnen en hoort bij maandag 23 november 2026. Het komt in een tijdelijke map, of in een
    (nieuwe) map
    die u aanwijst met --map MAP; daarbuiten verandert er niets.
    """
    import tempfile

    from nazorg.opzetten import VOORBEELD_PEILDATUM, copy_example

    folder = globaal.map if globaal.map != Path() else Path(tempfile.mkdtemp(prefix="nazorg-demo-"))
    copy_example(folder)
    agenda = folder / "agendas" / "2026-11-26-leiden.md"
    steps = (
        (
            "Kijk alle dossiers na. Waarschuwingen zijn werk dat nog moet; fouten zijn er niet.",
            ["controleer", "--vorm", "kort"],
        ),
        ("Wat is er te laat in Leiden?", ["te-laat", "--gemeente", "Leiden", "--vorm", "tabel"]),
        ("Maak de agenda van het regie- en toedelingsoverleg.", ["agenda", "2026-11-26-leiden", "-o", str(agenda)]),
    )
    print(f"Het voorbeeld staat in {folder}\n")
    worst = GOED
    for number, (why, command) in enumerate(steps, 1):
        worst = max(worst, _step(number, why, ["-C", str(folder), "--peildatum", VOORBEELD_PEILDATUM, *command]))
    lines = agenda.read_text(encoding="utf-8").splitlines()
    print("\n".join(lines[:REGELS_VAN_AGENDA]))
    if len(lines) > REGELS_VAN_AGENDA:
        print(f"… nog {len(lines) - REGELS_VAN_AGENDA} regels in {agenda}")
    print(f"\nVerder oefenen: nazorg -C {folder} --peildatum {VOORBEELD_PEILDATUM}")
    print("Zelf beginnen:  nazorg init MAP")
    return worst


def _step(number: int, why: str, command: list[str]) -> int:
    """Say why, show the command as a person would type it, and run it."""
    from nazorg.cli.grens import main

    print(f"{number}. {why}\n   $ nazorg {shlex.join(command)}\n")
    sys.stdout.flush()
    code = main(command)
    print()
    return code


def init(
    globaal: Globaal,
    plek: Annotated[str, Argument(metavar="MAP", help="Waar de werkmap komt.")],
    regio: Annotated[str, Option("--regio", metavar="NAAM", help="Naam van de regio.")] = "",
    gemeente: Annotated[list[str] | None, Option("--gemeente", metavar="NAAM", help="Een gemeente; mag vaker.")] = None,
    regisseur: Annotated[
        str, Option("--regisseur", metavar="NAAM", help="Uw naam, zoals die op een agenda staat.")
    ] = "",
    mail: Annotated[str, Option("--mail", metavar="ADRES", help="Uw e-mailadres; zo herkent git u.")] = "",
) -> int:
    """Een werkmap voor uw eigen regio maken: instellingen, mappen, git en hulp voor uw editor.

    Vraagt op een terminal wat ontbreekt. Bestanden die er al staan, blijven zoals ze zijn; een .gitattributes krijgt
    er regels bij.
    """
    from random import SystemRandom

    from nazorg.begrippen.indeling import INSTELLINGEN
    from nazorg.gitrepo import init_repository, user_email
    from nazorg.opzetten import new_werkmap, write_files
    from nazorg.transactie.attributen import ATTRIBUTEN, add_attributes

    naar = Path(plek)
    if (naar / INSTELLINGEN).exists():
        raise UsageError(
            f"{naar} is al een werkmap: er staat een {INSTELLINGEN}.", "Kies een andere map, of pas dat bestand aan."
        )
    if naar.exists() and not naar.is_dir():
        raise UsageError(f"{naar} is een bestand.", "Kies een map.")
    found = user_email(naar if naar.is_dir() else Path()) or ""
    antwoorden = _ask(regio, tuple(gemeente or ()), regisseur, mail, found)
    files = new_werkmap(antwoorden, globaal.peildatum, SystemRandom())
    written = write_files(naar, files)
    if add_attributes(naar):
        written.append(ATTRIBUTEN)
    in_git = init_repository(naar)
    _put_hooks(naar)
    _register(naar)
    _report(naar, written, in_git=in_git, unsaved=_save(naar, globaal) if in_git else "")
    return GOED


def _put_hooks(folder: Path) -> None:
    """Let git have everything checked that it commits or pushes here; where that cannot be, ``zelftest`` says so."""
    from contextlib import suppress

    from nazorg.errors import NazorgError
    from nazorg.gitrepo.haken import install_haak, read_haken
    from nazorg.gitrepo.werkboom import open_werkboom

    with suppress(NazorgError):
        for haak in read_haken(open_werkboom(folder)):
            install_haak(haak)


def _register(folder: Path) -> None:
    """Let git merge the dossiers by field, where the werkmap lies in git and git is there."""
    from contextlib import suppress

    from nazorg.errors import RepositoryError
    from nazorg.gitrepo.registratie import register
    from nazorg.werkmap import find_git

    if find_git(folder) is not None:
        with suppress(RepositoryError):
            register(folder)


def _save(folder: Path, globaal: Globaal) -> str:
    """Commit the new werkmap as it is; why that could not be done, in words."""
    from nazorg.errors import NazorgError
    from nazorg.gitrepo.padfilters import write_path_filters
    from nazorg.register import Register
    from nazorg.register.wijziging import save
    from nazorg.werkmap import Werkmap

    try:
        save(Register(Werkmap(folder), globaal.peildatum), None, verwijderd=False)
    except NazorgError as error:
        return f"{error.message} {error.remedy}"
    write_path_filters(folder)
    return ""


def _ask(regio: str, gemeenten: tuple[str, ...], regisseur: str, mail: str, known_mail: str) -> "Antwoorden":
    """The answers: given as options, else asked on a terminal, else defaults that a person changes in the file."""
    from nazorg.opzetten import Antwoorden
    from nazorg.output.vragen import ask, can_ask

    if can_ask():
        regio = regio or ask("Hoe heet de regio?")
        if not gemeenten:
            answer = ask("Welke gemeenten? (komma ertussen)")
            gemeenten = tuple(part.strip() for part in answer.split(",") if part.strip())
        regisseur = regisseur or ask("Uw naam, zoals die op een agenda staat?")
        mail = mail or ask("Uw e-mailadres?", known_mail)
    given = {"--regio": (regio,), "--gemeente": gemeenten, "--regisseur": (regisseur,), "--mail": (mail or known_mail,)}
    clean = {option: tuple(_clean(option, text) for text in texts) for option, texts in given.items()}
    places = tuple(dict.fromkeys(place for place in clean["--gemeente"] if place)) or ("Mijn gemeente",)
    naam = clean["--regisseur"][0] or "Regisseur"
    sleutel = read_value("--regisseur", _key(naam), read_sleutel)
    return Antwoorden(clean["--regio"][0] or "Mijn regio", places, sleutel, naam, clean["--mail"][0])


def _clean(option: str, text: str) -> str:
    """``text`` without blanks around it. Raises ``UsageError`` for what a file may not hold."""
    if not text.isprintable():
        raise UsageError(f"{option}: er staat een onzichtbaar teken in.", "Typ het over in plaats van het te plakken.")
    return text.strip()


def _key(naam: str) -> str:
    """``M. Bakker-Öztürk`` becomes ``m.bakker-ozturk``."""
    import re
    import unicodedata

    ascii_name = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().casefold()
    parts = [part for part in re.split(r"[^a-z0-9-]+", ascii_name) if part.strip("-")]
    if len(parts) > 1:
        parts = [parts[0][0], "".join(parts[1:])]
    return ".".join(part.strip("-") for part in parts) or "regisseur"


def _report(folder: Path, written: list[str], *, in_git: bool, unsaved: str) -> None:
    print(f"De werkmap staat in {folder}:")
    for path in written:
        if not path.endswith(".gitkeep"):
            print(f"  {path}")
    print("  (een git-map)" if in_git else "  (geen nieuwe git-map: git ontbreekt, of deze map hoort er al bij een)")
    if unsaved:
        print(f"Nog niet vastgelegd: {unsaved}")
    print("\nHierna:")
    print(f"  1. Kijk {folder / 'nazorg.yaml'} na en zet uw partners erin.")
    print(f"  2. Maak het eerste dossier: nazorg -C {shlex.quote(str(folder))} nieuw")
    print(f"     In {folder / 'LEESMIJ.md'} staat er een om te kopiëren.")
    print(f"  3. nazorg -C {shlex.quote(str(folder))} controleer")


def schema(
    globaal: Globaal,
    soort: Annotated[
        str,
        Argument(metavar="[dossier|overleg|instellingen|traject]", help="Van welk bestand; anders van een dossier."),
    ] = "dossier",
    schrijf: Annotated[bool, Option("--schrijf", help="Zet alle schema's in de map .nazorg van de werkmap.")] = False,
) -> int:
    """Het schema (JSON Schema) waarmee een editor meehelpt bij het invullen."""
    import json

    from nazorg.reading import MODELLEN
    from nazorg.reading.schema import json_schema

    chosen = read_choice("SOORT", soort, MODELLEN)
    if schrijf:
        from nazorg.opzetten import schema_files, write_files

        files = schema_files()
        for path in write_files(globaal.werkmap.root, files, overwrite=files):
            print(path)
        return GOED
    print(json.dumps(json_schema(chosen), ensure_ascii=False, indent=2))
    return GOED
