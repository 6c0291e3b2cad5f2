"""A new werkmap: its files out of a few answers, and a copy of the example."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from nazorg.begrippen.ids import LENGTE_DOSSIER, new_id
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, OVERLEGGEN, TRAJECTEN
from nazorg.editing import as_scalar
from nazorg.errors import UsageError, WriteError, in_words
from nazorg.gitrepo.registratie import with_attributes
from nazorg.reading import MODELLEN
from nazorg.reading.schema import json_schema
from nazorg.transactie.attributen import ATTRIBUTEN
from nazorg.werkmap import builtin_folder, check_inside, replace_file

VOORBEELD_PEILDATUM = "2026-11-23"
"""The day to which the example belongs."""

SCHEMAS = ".nazorg"


@dataclass(frozen=True)
class Antwoorden:
    """What must be known to start: the region, its municipalities, and the first regisseur."""

    regio: str
    gemeenten: tuple[str, ...]
    sleutel: str
    naam: str
    mail: str


def new_werkmap(antwoorden: Antwoorden, vandaag: date, random: Random) -> dict[str, str]:
    """The files of a new werkmap, by path; the dossier to begin with has a fresh number and is of ``vandaag``."""
    return {
        INSTELLINGEN: _instellingen(antwoorden),
        ".gitignore": "# Afgeleid; altijd opnieuw te maken\nagendas/\n.nazorg/\n",
        ATTRIBUTEN: with_attributes(""),
        ".vscode/settings.json": _vscode(),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        "LEESMIJ.md": _leesmij(antwoorden, vandaag, random),
        f"{DOSSIERS}/.gitkeep": "",
        f"{OVERLEGGEN}/.gitkeep": "",
        **schema_files(),
    }


def schema_files() -> dict[str, str]:
    """The JSON Schemas for editors, by path; ignored by git, made again at will."""
    return {f"{SCHEMAS}/{name}.schema.json": _json(json_schema(name)) for name in MODELLEN}


def write_files(folder: Path, files: dict[str, str], *, overwrite: Iterable[str] = ()) -> list[str]:
    """Write ``files`` below ``folder`` and return the paths that were written; a file that is there already stays.

    Raises ``WriteError``.
    """
    replaced = set(overwrite)
    written = []
    for path, text in files.items():
        target = folder / path
        if target.exists() and path not in replaced:
            continue
        check_inside(target, folder)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(f"De map {target.parent} kon niet gemaakt worden ({in_words(error)}).") from error
        replace_file(target, text.encode("utf-8"), within=folder)
        written.append(path)
    return written


def copy_example(target: Path) -> None:
    """Copy the example werkmap to ``target``. Raises ``UsageError`` when that folder holds something already."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} bestaat al en is niet leeg.", "Kies een andere map.")
    try:
        shutil.copytree(builtin_folder("cases-example"), target, dirs_exist_ok=True)
    except OSError as error:
        raise WriteError(f"Het voorbeeld kon niet naar {target} gekopieerd worden ({in_words(error)}).") from error
    write_files(target, schema_files())


def _instellingen(antwoorden: Antwoorden) -> str:
    gemeenten = "".join(f"  {as_scalar(gemeente)}:\n" for gemeente in antwoorden.gemeenten)
    own = ", ".join(as_scalar(gemeente) for gemeente in antwoorden.gemeenten)
    return f"""\
# yaml-language-server: $schema=.nazorg/instellingen.schema.json
# De instellingen van de regio. Wat hier niet staat, kent 'nazorg controleer' niet.
nazorg: 1
regio: {as_scalar(antwoorden.regio)}

gemeenten:
{gemeenten}
regisseurs:
  {antwoorden.sleutel}:
    naam: {as_scalar(antwoorden.naam)}
    mail: {as_scalar(antwoorden.mail) if antwoorden.mail else ""}
    gemeenten: [{own}]

# Organisaties waarmee u samenwerkt. 'soort' is verplicht; 'grondslagen' zegt op welke gronden er hooguit
# gedeeld mag worden.
partners:
#  corporatie-voorbeeld:
#    naam: Corporatie Voorbeeld
#    soort: woningcorporatie
#    mail: loket@corporatie.example.org
#    grondslagen: [toestemming]

# Leefgebieden naast de zes vaste, bijvoorbeeld [scholing, verslaving]
leefgebieden: []

# Zoveel tijd is er minstens als een termijn bij het afspreken al voorbij is
inkorting: 2wd

# De bewaartermijn stelt de regio zelf vast, met een besluit; er is geen standaard.
bewaren:
"""


def _vscode() -> str:
    schemas = {
        f"./{SCHEMAS}/dossier.schema.json": f"/{DOSSIERS}/**/*.yaml",
        f"./{SCHEMAS}/overleg.schema.json": f"/{OVERLEGGEN}/**/*.yaml",
        f"./{SCHEMAS}/instellingen.schema.json": f"/{INSTELLINGEN}",
        f"./{SCHEMAS}/traject.schema.json": f"/{TRAJECTEN}/**/*.yaml",
    }
    editor = {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.autoIndent": "full"}
    return _json({"yaml.schemas": schemas, "files.encoding": "utf8", "files.eol": "\n", "[yaml]": editor})


def _leesmij(antwoorden: Antwoorden, vandaag: date, random: Random) -> str:
    nummer = f"NZ-{vandaag.year}-{new_id(random, (), LENGTE_DOSSIER)}"
    pseudoniem = f"p-{new_id(random, (), LENGTE_DOSSIER)}"
    return f"""\
# Werkmap nazorg: {antwoorden.regio}

Eén bestand per dossier, in `dossiers/<jaar>/`. Overleggen staan in `overleggen/`, de instellingen van de regio in
`nazorg.yaml`.

- `nazorg` laat zien wat er vandaag moet.
- `nazorg controleer` kijkt alles na.
- `nazorg te-laat` toont wat te laat is.
- `nazorg nieuw` maakt een dossier; `nazorg gedaan` zegt dat een actie klaar is.
- `nazorg bewaar` legt vast wat u met de hand in de bestanden gewijzigd hebt.
- `nazorg schema --schrijf` maakt de hulpbestanden voor uw editor opnieuw.

## Het eerste dossier

`nazorg nieuw` maakt het, met een eigen nummer. Of bewaar dit als `{DOSSIERS}/{vandaag.year}/{nummer}.yaml` en vul het
aan:

```yaml
# yaml-language-server: $schema=../../.nazorg/dossier.schema.json
dossier: {nummer}
betrokkene: {pseudoniem}
aanmelding: {vandaag}
status: aangemeld
gemeente: {as_scalar(antwoorden.gemeenten[0])}
regisseur: {antwoorden.sleutel}
kader: vrijwillig
leefgebieden:
  id_bewijs:
    hulpvraag: onbekend
  onderdak:
    hulpvraag: ja
    stand: niet_op_orde
    acties:
      - wat: Kennismaken en vragen waar de betrokkene terechtkan
        eigenaar: {antwoorden.sleutel}
        uiterlijk: aanmelding + 5wd
  werk_inkomen:
    hulpvraag: onbekend
  schulden:
    hulpvraag: onbekend
  zorg:
    hulpvraag: onbekend
```

## Privacy

Namen, geboortedatums, adressen en burgerservicenummers horen hier niet in. Ook zonder naam blijven dit
persoonsgegevens: deel deze map alleen op een plek die uw gemeente daarvoor heeft aangewezen, nooit op een openbare.
"""


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
