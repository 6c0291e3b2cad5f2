"""``Kader``: what the words in minutes can mean: the dossiers on the agenda, their actions, and who there is."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.instellingen import BETROKKENE
from nazorg.overleg import Overleg
from nazorg.register import Onleesbaar, Register


@dataclass(frozen=True)
class Kader:
    """What there is to speak of in minutes.

    ``acties``: by dossier the leefgebied of each action that has an id. ``leefgebieden``, ``wie`` (who can own an
    action) and ``tafel`` (who can have been there) give the key that a word in lower case stands for.
    """

    overleg: str
    acties: dict[str, dict[str, str]]
    leefgebieden: dict[str, str]
    wie: dict[str, str]
    tafel: dict[str, str]


def kader_of(register: Register, overleg: Overleg) -> Kader:
    """What can be meant in minutes of ``overleg``; a dossier that cannot be read has no actions."""
    region = register.instellingen
    paths = {PurePosixPath(path).stem: path for path in register.dossier_paths}
    acties: dict[str, dict[str, str]] = {}
    for punt in overleg.dossiers:
        acties[punt.dossier] = {}
        gelezen = register.lijstdossier(paths[punt.dossier]) if punt.dossier in paths else None
        if gelezen is not None and not isinstance(gelezen, Onleesbaar) and gelezen.waarde is not None:
            acties[punt.dossier] = {actie.id: naam for naam, _, actie in gelezen.waarde.acties() if actie.id}
    everyone = (*region.partners, *region.regisseurs)
    tafel = {word.casefold(): naam for naam in everyone for word in (region.naam_van(naam), naam)}
    return Kader(
        overleg=overleg.overleg,
        acties=acties,
        leefgebieden={
            word.casefold(): naam
            for naam in region.alle_leefgebieden
            for word in (LEEFGEBIEDEN.get(naam, naam.replace("_", " ")), naam)
        },
        wie=tafel | {BETROKKENE: BETROKKENE},
        tafel=tafel,
    )
