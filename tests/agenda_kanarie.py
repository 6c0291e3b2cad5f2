"""Dossiers with a canary in every field, and who may hear it: said apart from the program's own rules."""

import io
import re
from datetime import date

import docx
from hypothesis import strategies as st

LEEFGEBIEDEN = ("id_bewijs", "onderdak", "werk_inkomen", "schulden", "zorg", "netwerk", "verslaving")
DAG = date(2026, 11, 23)
VORIG = "2026-11-01-leiden"
"""The consultation before, in which most was decided."""

KOMEND = "2026-11-26-leiden"
NUMMERS = ("NZ-2026-a2bcde", "NZ-2026-b2cdef")

PARTNERS = {
    "pi": ("pi", ["pm-20d"]),
    "reclassering": ("reclassering", ["pm-20d", "wjsg-51c", "toestemming"]),
    "corporatie": ("woningcorporatie", ["toestemming"]),
    "corporatie-fout": ("woningcorporatie", ["pm-20d"]),
    "kredietbank": ("schuldhulp", ["wgs-8a", "toestemming"]),
    "zvh": ("zvh", ["wgsv-zvh"]),
    "zorg": ("zorgaanbieder", ["toestemming"]),
    "niets": ("overig", []),
}
_LIJST = {"id_bewijs", "onderdak", "werk_inkomen", "schulden", "zorg", "netwerk"}


def regio():
    """The settings."""
    partners = "".join(
        f"  {naam}: {{soort: {soort}, grondslagen: [{', '.join(gronden)}]}}\n"
        for naam, (soort, gronden) in PARTNERS.items()
    )
    return (
        "nazorg: 1\nregio: Voorbeeld\ngemeenten: {Leiden: }\nregisseurs: {m.bakker: {mail: m.bakker@example.org}}\n"
        f"partners:\n{partners}leefgebieden: [verslaving]\n"
    )


def dossier(nummer, nth, *, eigenaren, toestemmingen):
    """A dossier whose every free text is ``KANARIE.<nth>.<leefgebied>.<soort>``."""

    def canary(leefgebied, soort):
        return f"KANARIE.{nth}.{leefgebied}.{soort}."

    domains = ""
    for place, naam in enumerate(LEEFGEBIEDEN):
        owner = eigenaren[place % len(eigenaren)] if eigenaren else ""
        domains += (
            f"  {naam}:\n    hulpvraag: ja\n    stand: niet_op_orde\n    situatie: {canary(naam, 'situatie')}\n"
            f"    bewijs: {{wat: {canary(naam, 'bewijs')}}}\n    acties:\n"
            f"      - id: a{place + 2}b{nth + 2}\n        wat: {canary(naam, 'acties')}\n        eigenaar: {owner}\n"
            f"        uiterlijk: 2026-11-1{place}\n        status: wacht\n        wacht_op: {canary(naam, 'wacht')}\n"
            f"        resultaat: {canary(naam, 'resultaat')}\n"
            f"      - id: b{place + 2}b{nth + 2}\n        wat: {canary(naam, 'acties')}\n"
            f"        uiterlijk: ontslag - 4w\n        niet_voor: 2026-12-1{place}\n"
        )
    consents = "".join(
        f"  - {{partner: {partner}, leefgebieden: [{', '.join(namen)}], richting: {richting}"
        f", gegeven: 2026-07-0{gegeven}"
        f"{f', ingetrokken: 2026-10-0{ingetrokken}' if ingetrokken else ''}, vastgelegd_in: {canary('-', 'geheim')}}}\n"
        for partner, namen, richting, gegeven, ingetrokken in toestemmingen
    )
    decisions = "".join(
        f"  - {{overleg: {overleg}, besluit: {canary(naam, 'besluiten')}, leefgebied: {naam}"
        f", acties: [a{place + 2}b{nth + 2}, b{(place + 1) % len(LEEFGEBIEDEN) + 2}b{nth + 2}]}}\n"
        for place, naam in enumerate(LEEFGEBIEDEN)
        for overleg in (VORIG, "2026-11-18-elders")[: 1 + place % 2]
    )
    return (
        f"dossier: {nummer}\nbetrokkene: p-4q9x2{'mnpqrst'[nth]}\naanmelding: 2026-06-01\nstatus: in_detentie\n"
        "gemeente: Leiden\nregisseur: m.bakker\nkader: justitieel\n"
        f"toezicht: {{door: reclassering}}\nveiligheidsplan: ja\nbeoordeling: {{reden: {canary('-', 'geheim')}}}\n"
        "betrokken:\n"
        + "".join(
            f"  - {{partner: {naam}, kenmerk: KENMERK.{nth}.{naam}., rol: {canary('-', 'geheim')}}}\n"
            for naam in PARTNERS
        )
        + f"detentie: {{soort: gevangenisstraf, inrichting: {canary('-', 'geheim')}, "
        "ontslag: {verwacht: 2027-01-19, vroegst: 2027-01-11}}\n"
        + f"doelen: [{{wens: {canary('-', 'geheim')}, leefgebied: onderdak}}]\n"
        + f"leefgebieden:\n{domains}"
        + (f"toestemmingen:\n{consents}" if consents else "")
        + f"besluiten:\n{decisions}  - {{overleg: {VORIG}, besluit: {canary('-', 'geheim')}}}\n"
        + f"logboek: [{{op: 2026-07-01, kort: {canary('-', 'geheim')}}}]\n"
    )


def vroeger(nummer, nth, hoe):
    """What ``dossier`` said before: ``hoe`` tells of each leefgebied whether it was otherwise, not there, or as now.

    What stands there no more is a canary, a date and a choice too: what a text of long ago holds, nobody checks.
    """

    def canary(leefgebied, soort):
        return f"KANARIE.{nth}.{leefgebied}.{soort}."

    domains = ""
    for place, (naam, how) in enumerate(zip(LEEFGEBIEDEN, hoe, strict=True)):
        gone = canary(naam, "veranderingen")
        if how == "weg":
            continue
        domains += (
            f"  {naam}:\n    hulpvraag: {gone}\n    stand: {gone}\n    situatie: {canary(naam, 'geheim')}\n"
            f"    bewijs: {{wat: {canary(naam, 'geheim')}}}\n    acties:\n"
            f"      - id: a{place + 2}b{nth + 2}\n        wat: {gone}\n        eigenaar: {gone}\n"
            f"        uiterlijk: {gone}\n        status: {gone}\n        wacht_op: {canary(naam, 'geheim')}\n"
            f"        resultaat: {canary(naam, 'geheim')}\n"
            f"      - {{id: c{place + 2}b{nth + 2}, wat: {gone}, eigenaar: {gone}, uiterlijk: {gone}}}\n"
        )
        if how == "verhuisd":
            domains += f"      - {{id: b{(place + 1) % len(LEEFGEBIEDEN) + 2}b{nth + 2}, wat: {gone}}}\n"
    return (
        f"dossier: {nummer}\nbetrokkene: p-4q9x2{'mnpqrst'[nth]}\naanmelding: 2026-06-01\n"
        f"status: {canary('-', 'detentie')}\ngemeente: {canary('-', 'geheim')}\nregisseur: {canary('-', 'geheim')}\n"
        f"kader: {canary('-', 'geheim')}\ntoezicht: {{door: {canary('-', 'geheim')}}}\nveiligheidsplan: nee\n"
        f"detentie: {{soort: {canary('-', 'geheim')}, inrichting: {canary('-', 'geheim')}, "
        f"ontslag: {{verwacht: {canary('-', 'detentie')}, vroegst: {canary('-', 'detentie')}}}}}\n"
        f"doelen: [{{wens: {canary('-', 'geheim')}, leefgebied: onderdak}}]\n"
        + (f"leefgebieden:\n{domains}" if domains else "")
        + f"besluiten:\n  - {{overleg: 2026-10-01-elders, besluit: {canary('zorg', 'geheim')}, leefgebied: zorg}}\n"
        + f"logboek: [{{op: 2026-07-01, kort: {canary('-', 'geheim')}}}]\n"
    )


def past_of(soort, owners, cases, met_verslag):
    """The commits of a region, each with its moment: the past of these dossiers, and how they are now.

    ``cases`` are of each dossier its consents and, of every commit before the last, how it was then. An overleg of the
    kind ``soort`` was held, with minutes or without, and one is to come.
    """

    def overleg(naam, rest=""):
        punten = "".join(f"  - {{dossier: {nummer}}}\n" for nummer in NUMMERS[: len(cases)])
        text = f"overleg: {naam}\nsoort: {soort}\ndatum: {naam[:10]}\ntijd: 10:00\ngemeenten: [Leiden]\n{rest}"
        return {f"overleggen/{naam}.yaml": f"{text}partners: [{', '.join(PARTNERS)}]\ndossiers:\n{punten}"}

    for step in range(max(len(history) for _, history in cases)):
        files = {"nazorg.yaml": regio(), **overleg(VORIG)}
        for nth, (_, history) in enumerate(cases):
            hoe = history[step] if step < len(history) else None
            if hoe is not None:
                files[f"dossiers/2026/{NUMMERS[nth]}.yaml"] = vroeger(NUMMERS[nth], nth, hoe)
        yield files, f"2026-10-{20 + step}T12:00:00"
    if met_verslag:
        yield overleg(VORIG, "verslag: 2026-11-02\n"), "2026-11-02T12:00:00"
    now = {
        f"dossiers/2026/{NUMMERS[nth]}.yaml": dossier(NUMMERS[nth], nth, eigenaren=owners, toestemmingen=consents)
        for nth, (consents, _) in enumerate(cases)
    }
    yield now | overleg(KOMEND), "2026-11-20T12:00:00"


def may_hear(partner, leefgebied, soort, toestemmingen):
    """Whether ``partner`` may hear this canary, by the page on who may know what."""
    if soort not in ("stand", "situatie", "acties", "wacht", "besluiten", "veranderingen"):
        return False
    kind, grounds = PARTNERS[partner]
    if "pm-20d" in grounds and kind in ("pi", "gemeente", "reclassering") and leefgebied in _LIJST:
        return True
    if "wgs-8a" in grounds and leefgebied == "schulden":
        return True
    if "wgsv-zvh" in grounds and soort in ("stand", "acties", "wacht") and leefgebied in _LIJST - {"zorg"}:
        return True
    return "toestemming" in grounds and any(
        naam == partner and leefgebied in namen and richting in ("aan", "beide") and not ingetrokken
        for naam, namen, richting, _, ingetrokken in toestemmingen
    )


def may_know_dates(partner):
    """Whether ``partner`` may hear of detention and release."""
    kind, grounds = PARTNERS[partner]
    return kind in ("pi", "gemeente", "reclassering") and bool({"pm-20d", "wjsg-51c"} & set(grounds))


def heard(text):
    """Every canary in ``text``, as number of the dossier, leefgebied and kind."""
    plain = text.replace("\\_", "_").replace("&#x27;", "'")
    return {
        (int(nth), naam, soort) for nth, naam, soort in re.findall(r"KANARIE\.(\d+)\.([a-z_-]+)\.([a-z]+)\.", plain)
    }


def references(text):
    """Every partner whose reference stands in ``text``."""
    return set(re.findall(r"KENMERK\.\d+\.([a-z-]+)\.", text))


VROEGER = {
    "situatie": (r"(\.situatie\.)", r"\1 toen"),
    "stand": ("stand: niet_op_orde", "stand: loopt"),
    "hulpvraag": ("hulpvraag: ja", "hulpvraag: onbekend"),
    "bewijs": (r"(\.bewijs\.)", r"\1 toen"),
    "wat": (r"(wat: KANARIE\S*\.acties\.)", r"\1 toen"),
    "status": ("status: wacht\n", "status: bezig\n"),
    "uiterlijk": ("uiterlijk: 2026-11-1", "uiterlijk: 2026-10-1"),
    "eigenaar": ("eigenaar: .*", "eigenaar: pi"),
    "actie weg": (r"      - id: b.*\n.*\n.*\n", ""),
    "ontslag": ("verwacht: 2027-01-19", "verwacht: 2027-03-02"),
    "toezicht": ("toezicht: {door: reclassering}", "toezicht: {door: pi}"),
    "status dossier": ("status: in_detentie", "status: aangemeld"),
    "doel": (r"(wens: KANARIE\S*)", r"\1 toen"),
    "logboek": (r"(kort: KANARIE\S*)", r"\1 toen"),
    "besluiten": (r"besluiten:\n(?:  - .*\n)*", ""),
    "alles": (r"(?s).*", ""),
}
"""What a dossier of ``dossier`` may have been before: what is found in its text, and what stood there."""


def before(text, changes):
    """What a dossier said before these ``changes``, each in every place; nothing where it was not there yet."""
    for name in changes:
        text = re.sub(*VROEGER[name], text)
    return text


def in_words(data):
    """What can be read in a text, a page or a document."""
    if isinstance(data, str):
        return data
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


CONSENTS = st.lists(
    st.tuples(
        st.sampled_from(sorted(PARTNERS)),
        st.lists(st.sampled_from(LEEFGEBIEDEN), min_size=1, max_size=3, unique=True),
        st.sampled_from(["aan", "van", "beide"]),
        st.integers(1, 9),
        st.sampled_from([0, 0, 1]),
    ),
    max_size=4,
)
