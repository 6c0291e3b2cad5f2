"""What belongs to this clone: what git was told of us, what it calls, where it leads, and what was left half done."""

import os
from collections.abc import Iterator

from nazorg.errors import NazorgError
from nazorg.gitrepo.configuratie import is_harmless
from nazorg.gitrepo.haken import Haak, Stand, install_haak, read_haken
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.registratie import is_found, register, unregistered
from nazorg.gitrepo.tak import current_tak
from nazorg.gitrepo.verbinding import find_verbinding
from nazorg.gitrepo.werkboom import refuse_links
from nazorg.transactie.attributen import ATTRIBUTEN, add_attributes, lacks_attributes
from nazorg.zelftest.punt import Kloon, Oordeel, Punt, good

_HERSTEL = "nazorg zelftest --herstel"
_DUURZAAM = "committed,loose-object,reference,index"


def check_settings(kloon: Kloon) -> Iterator[Punt]:
    """Settings of this clone that could start a program: nazorg then writes nothing here."""
    listed = git(kloon.werkboom.top, "config", "--list", "--show-scope", "--includes", "-z").stdout.split("\0")
    found = False
    for scope, entry in zip(listed[::2], listed[1::2], strict=False):
        name, _, value = entry.partition("\n")
        if scope in ("local", "worktree") and not is_harmless(name, value):
            found = True
            doe = f"Hoort dat er niet: git config --local --unset-all {name}. Hoort het er wel, vraag uw beheerder."
            yield Punt(
                "instellingen", Oordeel.MIS, f"{name} kan een programma starten; nazorg schrijft hier niet.", doe
            )
    if not found:
        yield good("instellingen", "niets dat een programma kan starten")


def check_driver(kloon: Kloon) -> Iterator[Punt]:
    """Whether git merges dossiers by field when it is asked to merge itself."""
    missing = unregistered(kloon.werkboom.top)
    if not missing and is_found():
        yield good("samenvoegen", "git voegt dossiers per veld samen")
        return
    if not missing:
        wat = "git vindt nazorg niet, en voegt bij git pull en git merge regel voor regel samen; bijwerken niet."
        yield Punt("samenvoegen", Oordeel.LET_OP, wat, "Zet de map van nazorg in het zoekpad (PATH).")
        return

    def mend() -> str:
        register(kloon.werkboom.top)
        return "git weet nu hoe dossiers samengevoegd worden."

    wat = "git voegt dossiers hier regel voor regel samen, en niet per veld (bij git pull of git merge)."
    yield Punt("samenvoegen", Oordeel.MIS, wat, _HERSTEL, mend)


def check_attributes(kloon: Kloon) -> Iterator[Punt]:
    """Whether the werkmap says which files are ours, and how their lines end."""
    if not lacks_attributes(kloon.root):
        yield good("attributen", f"{ATTRIBUTEN} is volledig")
        return

    def mend() -> str:
        add_attributes(kloon.root)
        return f"{ATTRIBUTEN} is aangevuld. Leg het vast met: nazorg bewaar {ATTRIBUTEN}"

    yield Punt(
        "attributen", Oordeel.MIS, f"In {ATTRIBUTEN} ontbreken regels: git kent de dossiers niet.", _HERSTEL, mend
    )


def check_hooks(kloon: Kloon) -> Iterator[Punt]:
    """Whether git has everything checked that it commits or pushes."""
    haken = list(read_haken(kloon.werkboom))
    wrong = [haak for haak in haken if haak.stand is not Stand.GOED]
    if not wrong:
        yield good("haken", "git laat nakijken wat het vastlegt en deelt")
    for haak in wrong:
        yield _hook(haak)


def _hook(haak: Haak) -> Punt:
    if haak.stand is Stand.ELDERS:
        doe = f'Zet daarin zelf: nazorg haak {haak.naam} "$@"'
        wat = f"git gebruikt voor al uw mappen de haken in {haak.plek.parent}; daar zet nazorg niets in."
        return Punt("haken", Oordeel.LET_OP, f"{haak.naam}: {wat}", doe)
    wat = {
        Stand.ONTBREEKT: "ontbreekt",
        Stand.VEROUDERD: "is van een andere versie van nazorg",
        Stand.VAN_EEN_ANDER: "is van een ander en roept nazorg niet aan; bij herstel blijft die, en wordt aangeroepen",
    }[haak.stand]

    def mend() -> str:
        install_haak(haak)
        return f"{haak.naam} staat er."

    return Punt(
        "haken", Oordeel.MIS, f"{haak.naam} {wat}: met git zelf kan een fout vastgelegd worden.", _HERSTEL, mend
    )


def check_durability(kloon: Kloon) -> Iterator[Punt]:
    """Whether what git itself commits is on disk when it says so; what we commit always is."""
    chosen = git(kloon.werkboom.top, "config", "--get", "core.fsync").stdout.strip()
    if chosen and ("all" in chosen.split(",") or set(_DUURZAAM.split(",")) <= set(chosen.split(","))):
        yield good("stroomuitval", "ook wat git zelf vastlegt, staat op de schijf")
        return

    def mend() -> str:
        git(kloon.werkboom.top, "config", "--local", "core.fsync", _DUURZAAM)
        return "git wacht nu tot de schijf klaar is."

    wat = "Wat u met git zelf vastlegt, kan bij stroomuitval verloren gaan. Wat nazorg vastlegt niet."
    yield Punt("stroomuitval", Oordeel.LET_OP, wat, _HERSTEL, mend)


def check_line_ends(kloon: Kloon) -> Iterator[Punt]:
    """Whether files came out of git with other line ends than they are kept with."""
    listed = git(kloon.werkboom.top, "ls-files", "--eol", "--", f"{kloon.werkboom.prefix}*.yaml").stdout.splitlines()
    mixed = [line.partition("\t")[2] for line in listed if line.startswith(("i/crlf", "i/mixed"))]
    if mixed:
        doe = "Zet ze om met: git add --renormalize . en daarna: nazorg bewaar"
        wat = f"{len(mixed)} bestanden staan met regeleinden van Windows in git, zoals {mixed[0]}."
        yield Punt("regeleinden", Oordeel.LET_OP, wat, doe)
    else:
        yield good("regeleinden", "zoals git ze bewaart")


def check_place(kloon: Kloon) -> Iterator[Punt]:
    """Where changes are shared, and whether the branch can take one."""
    try:
        tak = current_tak(kloon.werkboom)
        refuse_links(kloon.werkboom, tak.ref)
        verbinding = find_verbinding(kloon.werkboom, tak)
    except NazorgError as error:
        yield Punt("git-map", Oordeel.MIS, error.message, error.remedy)
        return
    yield good("git-map", f"op de tak {tak.ref.removeprefix('refs/heads/')}")
    if verbinding is None:
        doe = "Hebt u een adres: git remote add origin ADRES"
        yield Punt(
            "delen", Oordeel.LET_OP, "Deze werkmap wordt met niemand gedeeld; er is ook geen tweede exemplaar.", doe
        )
    else:
        yield good("delen", f"met {verbinding.naam}")


def check_ignored(kloon: Kloon) -> Iterator[Punt]:
    """Whether what is derived stays out of git."""
    shared = [
        name
        for name in ("agendas", ".nazorg")
        if git(kloon.werkboom.top, "ls-files", "--", f"{kloon.werkboom.prefix}{name}").stdout
    ]
    for name in shared:
        place = os.path.join(kloon.root, name)
        doe = f"git rm -r --cached {name}, en zet {name}/ in .gitignore"
        yield Punt("afgeleid", Oordeel.LET_OP, f"{place} is afgeleid, maar staat in git en wordt gedeeld.", doe)
