"""Who is told what: every verstrekking has a ground that held, and so has every partner at the table."""

from collections.abc import Iterator

from nazorg.begrippen.keuzes import Grondslag
from nazorg.controles.regel import Dag, Samenhang, Zaak
from nazorg.controles.woorden import in_a_row, leefgebied_in_words
from nazorg.diagnostics import Finding, Route
from nazorg.dossier import Dossier, Verstrekking
from nazorg.grondslagen import Recht, beyond_ground, inzage_of, why_not
from nazorg.instellingen import Instellingen

_RECHT = "Was er wel een grondslag, leg die dan vast. Zo niet, bespreek met uw privacy officer wat er nu moet."
_TOESTEMMING = (
    "Vraag opnieuw toestemming, of geef deze partner niets meer. Bespreek met uw privacy officer wat er nu moet."
)


def check_verstrekkingen(zaak: Zaak) -> Iterator[Finding]:
    """NZ705 and NZ706: what was given rests on a ground that held on that day."""
    if zaak.instellingen is None:
        return
    for place, verstrekking in enumerate(zaak.dossier.verstrekkingen):
        route: Route = ("verstrekkingen", place)
        if verstrekking.grondslag is None:
            yield Finding("NZ705", route, "Bij deze verstrekking staat geen grondslag.", _RECHT)
        elif verstrekking.aan in zaak.instellingen.partners:
            yield from _judge(zaak.dossier, verstrekking, verstrekking.grondslag, route, zaak.instellingen)


def _judge(
    dossier: Dossier, verstrekking: Verstrekking, grondslag: Grondslag, route: Route, instellingen: Instellingen
) -> Iterator[Finding]:
    inzage = inzage_of(dossier, verstrekking.aan, instellingen, verstrekking.op)
    recht = next((one for one in inzage.rechten if one.grondslag is grondslag), None)
    if recht is None:
        if grondslag is Grondslag.TOESTEMMING and (lapsed := _lapsed(dossier, verstrekking, None)):
            yield _used_still((*route, "grondslag"), lapsed)
            return
        refused = [one.reden for one in inzage.afgewezen if one.grondslag is grondslag]
        reason = refused[0] if refused else f"bij {verstrekking.aan} in nazorg.yaml staat deze grondslag niet"
        yield Finding("NZ705", (*route, "grondslag"), f"Deze grondslag gold toen niet: {reason}.", _RECHT)
        return
    yield from _domains(dossier, verstrekking, recht, route)


def _domains(dossier: Dossier, verstrekking: Verstrekking, recht: Recht, route: Route) -> Iterator[Finding]:
    for place, naam in enumerate(verstrekking.leefgebieden):
        if naam in recht.leefgebieden:
            continue
        where = (*route, "leefgebieden", place)
        lapsed = _lapsed(dossier, verstrekking, naam) if recht.grondslag is Grondslag.TOESTEMMING else ""
        if lapsed:
            yield _used_still(where, lapsed)
        else:
            message = f"{recht.grondslag} gaf deze partner toen niets over {leefgebied_in_words(naam)}."
            yield Finding("NZ705", where, message, _RECHT)


def _lapsed(dossier: Dossier, verstrekking: Verstrekking, leefgebied: str | None) -> str:
    """Why a toestemming that there had been did not hold any more; empty where it never was there."""
    day = verstrekking.op
    for one in dossier.toestemmingen:
        over = (one.ingetrokken is not None and one.ingetrokken <= day) or (one.tot is not None and one.tot < day)
        if over and one.partner == verstrekking.aan and (leefgebied is None or leefgebied in one.leefgebieden):
            return why_not(one, day)
    return ""


def _used_still(route: Route, reason: str) -> Finding:
    return Finding("NZ706", route, f"De toestemming waar dit op rust, {reason}.", _TOESTEMMING)


def check_eigenaren(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ706: a partner still has to act on what a toestemming, withdrawn since, was given for."""
    region = zaak.instellingen
    if region is None or not zaak.dossier.loopt:
        return
    withdrawn = {
        (one.partner, naam)
        for one in zaak.dossier.toestemmingen
        if one.ingetrokken is not None and one.ingetrokken <= dag.peildatum
        for naam in one.leefgebieden
    }
    if not withdrawn:
        return
    for naam, place, actie in zaak.dossier.acties():
        owner = actie.eigenaar or ""
        if not actie.is_onaf or (owner, naam) not in withdrawn:
            continue
        if naam not in inzage_of(zaak.dossier, owner, region, dag.peildatum).leefgebieden:
            yield Finding(
                "NZ706",
                ("leefgebieden", naam, "acties", place, "eigenaar"),
                "De toestemming waarmee deze partner dit doet, is ingetrokken.",
                "Deel de actie opnieuw toe, of vraag opnieuw toestemming.",
            )


def check_tafel(samenhang: Samenhang) -> Iterator[tuple[str, Finding]]:
    """NZ805: a partner at the table of a consultation to come, without a ground for a dossier that is discussed."""
    region, today = samenhang.instellingen, samenhang.peildatum
    if region is None or today is None:
        return
    dossiers = {one.dossier: one for one in samenhang.dossiers.values()}
    for path, overleg in samenhang.overleggen.items():
        if overleg.datum < today:
            continue
        for place, punt in enumerate(overleg.dossiers):
            dossier = dossiers.get(punt.dossier)
            present = dict.fromkeys(punt.partners or overleg.partners)
            without = [
                partner
                for partner in present
                if partner in region.partners
                and dossier is not None
                and not inzage_of(dossier, partner, region, overleg.datum)
            ]
            if without:
                yield path, _no_ground(punt.dossier, without, ("dossiers", place), narrowed=bool(punt.partners))


def _no_ground(nummer: str, without: list[str], route: Route, *, narrowed: bool) -> Finding:
    return Finding(
        "NZ805",
        (*route, "partners" if narrowed else "dossier"),
        f"Aan tafel voor {nummer} zonder grondslag: {in_a_row(without)}.",
        "Leg de toestemming vast, of noem bij 'partners' van dit dossier alleen wie er wel bij mag zijn.",
    )


def check_convenanten(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ613: a convenant takes away from a ground, and never adds to it."""
    for naam, convenant in instellingen.convenanten.items():
        for field, place in beyond_ground(convenant):
            yield Finding(
                "NZ613",
                ("convenanten", naam, field, place),
                f"De grondslag {convenant.grondslag} geeft dit niet; een convenant kan alleen beperken.",
                "Haal het weg. Is er een andere grondslag voor, zet die dan bij de partner.",
            )
