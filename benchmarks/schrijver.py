"""The text of one invented dossier, line by line."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from acties import Actie, Acties, Ids, Rollen
from levensloop import LAATSTE_FEIT, Levensloop, days, live

from nazorg.begrippen.ids import LETTERS, TEKENS

HIER = Path(__file__).parent
SCHEMA = "# yaml-language-server: $schema=../../.nazorg/dossier.schema.json"
IDS_FROM_NUMBER = 10 * len(TEKENS) ** 3
"""So many dossiers have ids of their own; beyond it they would repeat."""

_FLOW_SIGNS = frozenset(",[]{}")
_LEADING_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@` ")


@cache
def load(name: str) -> dict[str, Any]:
    """The data in ``name``, a YAML file beside this module."""
    with (HIER / name).open(encoding="utf-8") as file:
        loaded: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader)
    return loaded


@cache
def _regisseurs(gemeente: str) -> tuple[str, ...]:
    regisseurs = load("regio.yaml")["regisseurs"].items()
    return tuple(key for key, regisseur in regisseurs if gemeente in regisseur["gemeenten"])


def scalar(text: str, flow: bool = False) -> str:
    """``text`` as YAML: quoted only where it would otherwise be something else."""
    unsafe = not text or text[0] in _LEADING_SIGNS or ": " in text or " #" in text or text.endswith(":")
    if unsafe or (flow and not _FLOW_SIGNS.isdisjoint(text)):
        return "'" + text.replace("'", "''") + "'"
    return text


def numbered(number: int, factor: int) -> str:
    """A digit and three characters that belong to ``number`` alone; ``factor`` (coprime to 330) scrambles them."""
    rest = number * factor % IDS_FROM_NUMBER
    signs = []
    for _ in range(3):
        rest, place = divmod(rest, len(TEKENS))
        signs.append(TEKENS[place])
    return f"{rest}{''.join(signs)}"


class Schrijver:
    """Builds the lines of one dossier; holds what its parts share."""

    def __init__(self, random: Random, number: int) -> None:
        self.random = random
        self.loop: Levensloop = live(random)
        self.texts = load("teksten.yaml")
        self.ids = Ids(random)
        self.gemeente = random.choice(tuple(load("regio.yaml")["gemeenten"]))
        self.pi = random.choice(("pi-alphen", "pi-alphen", "pi-haaglanden", "pi-krimpen"))
        self.who = Rollen(random.choice(_regisseurs(self.gemeente)), self.pi)
        own = random.choice(LETTERS) + random.choice(TEKENS)
        self.dossier = f"NZ-{self.loop.aanmelding.year}-{own}{numbered(number, 7919)}"
        self.betrokkene = f"p-{random.choice(LETTERS)}{random.choice(TEKENS)}{numbered(number, 6007)}"
        self.acties = Acties(random, self.loop, self.texts, self.ids, self.who).draw()
        self.count = sum(len(acties) for acties in self.acties.values())
        self.justitieel = random.random() < 0.35

    def write(self) -> tuple[str, str]:
        """Id and text."""
        head = [*self._top(), *self._betrokken(), *self._detentie(), *self._doelen()]
        head += [*self._leefgebieden(), *self._delen()]
        tail = list(self._einde())
        target = min(4600, max(3300, self.random.gauss(3850, 250)))
        room = target - sum(len(line) + 1 for line in (*head, *tail))
        return self.dossier, "\n".join((*head, *self._logboek(room), *tail, ""))

    def _comment(self, chance: float) -> str:
        """Now and then a comment at the end of a line."""
        return f"  # {self.random.choice(self.texts['commentaar']['regel'])}" if self.random.random() < chance else ""

    def _day(self, first: date, last: date) -> date:
        return first + days(self.random.randint(0, max(0, (last - first).days)))

    def _top(self) -> Iterable[str]:
        random, loop = self.random, self.loop
        yield SCHEMA
        if random.random() < 0.5:
            yield f"# {random.choice(self.texts['commentaar']['kop'])}"
        yield f"dossier: {self.dossier}"
        yield f"betrokkene: {self.betrokkene}"
        yield f"aanmelding: {loop.aanmelding}{self._comment(0.2)}"
        yield f"status: {loop.status}"
        yield f"gemeente: {self.gemeente}"
        yield f"regisseur: {self.who.regisseur}"
        yield f"kader: {'justitieel' if self.justitieel else 'vrijwillig'}"
        if self.justitieel:
            yield f"toezicht: {{door: reclassering-rijnduin, tot: {loop.laatste_dag + days(random.randint(90, 700))}}}"
        plan = random.choice(("nee", "nee", "nee", "onbekend", "in_voorbereiding", "ja"))
        yield f"veiligheidsplan: {plan}{self._comment(0.1)}"
        if loop.beoordeling is not None:
            refused = loop.status == "geen_nazorg"
            yield "beoordeling:"
            yield f"  op: {loop.beoordeling}"
            yield f"  uitkomst: {'geen_nazorg' if refused else 'nazorg'}"
            if refused:
                yield f"  reden: {scalar(random.choice(self.texts['geen_nazorg']))}"

    def _betrokken(self) -> Iterable[str]:
        keys = dict.fromkeys((self.pi, *(["reclassering-rijnduin"] if self.justitieel else [])))
        keys.update(dict.fromkeys(self._eigenaren()))
        yield "betrokken:"
        for key in tuple(keys)[:5]:
            role = self.texts["rollen"].get("pi" if key == self.pi else key)
            parts = [f"id: {self.ids.new()}", f"partner: {key}", *([f"rol: {role}"] if role else [])]
            if self.random.random() < 0.3:
                parts.append(f"kenmerk: {self.random.choice('RKVD')}-{self.random.randint(100, 999)}")
            yield f"  - {{{', '.join(parts)}}}"

    def _eigenaren(self) -> list[str]:
        """The partners that own an action, each once, in the order of the file."""
        owners = (actie.velden["eigenaar"] for acties in self.acties.values() for actie in acties)
        return [key for key in dict.fromkeys(owners) if key in load("regio.yaml")["partners"]]

    def _detentie(self) -> Iterable[str]:
        loop = self.loop
        yield "detentie:"
        yield f"  soort: {loop.soort}"
        yield f"  inrichting: {load('regio.yaml')['partners'][self.pi]['naam']}"
        yield f"  ingesloten: {loop.ingesloten}"
        yield f"  binnenkomst: {loop.binnenkomst}"
        if loop.zitting:
            yield f"  zitting: {loop.zitting}{self._comment(0.3)}"
        if loop.dr_plan:
            yield f"  dr_plan_ontvangen: {loop.dr_plan}"
        yield "  ontslag:"
        for key in ("verwacht", "vroegst", "zekerheid", "feitelijk"):
            if value := getattr(loop, key):
                yield f"    {key}: {value}{self._comment(0.1)}"
        if loop.fasering:
            yield "  fasering:"
            for soort, vanaf, tot in loop.fasering:
                yield f"    - {{id: {self.ids.new()}, soort: {soort}, vanaf: {vanaf}, tot: {tot}}}"
        if loop.verwacht and loop.dr_plan and self.random.random() < 0.3:
            yield "  ontslag_historie:"
            yield f"    - id: {self.ids.new()}"
            yield f"      op: {self._day(loop.dr_plan, loop.feitelijk or loop.laatste_dag)}"
            yield f"      van: {loop.verwacht + days(self.random.choice((-14, -7, 5, 21)))}"
            yield f"      naar: {loop.verwacht}"
            yield f"      reden: {scalar(self.random.choice(self.texts['ontslag_historie']))}"
        if loop.nazorg_tot:
            yield f"nazorg_tot: {loop.nazorg_tot}"

    def _doelen(self) -> Iterable[str]:
        yield "doelen:"
        for doel in self.random.sample(self.texts["wensen"], self.random.randint(1, 2 if self.count < 8 else 1)):
            yield f"  - id: {self.ids.new()}"
            yield f"    wens: {scalar(doel['wens'])}"
            yield f"    leefgebied: {doel['leefgebied']}"
            yield f"    akkoord: {self.random.choice(('ja', 'ja', 'ja', 'niet_gevraagd'))}"

    def _leefgebieden(self) -> Iterable[str]:
        yield "leefgebieden:"
        for name, text in self.texts["leefgebieden"].items():
            acties = self.acties.get(name, [])
            if acties:
                yield f"  {name}:"
                yield from self._leefgebied(text, acties)
            elif name not in ("scholing", "verslaving"):
                yield f"  {name}:"
                yield from self._quiet(text)

    def _leefgebied(self, text: dict[str, Any], acties: list[Actie]) -> Iterable[str]:
        random = self.random
        finished = [actie for actie in acties if actie.status in ("gedaan", "vervallen", "niet_mogelijk")]
        done = len(finished) == len(acties)
        stand = "op_orde" if done else "loopt" if finished else random.choice(("niet_op_orde", "niet_op_orde", "acuut"))
        yield "    hulpvraag: ja"
        yield f"    stand: {stand}{self._comment(0.1)}"
        if random.random() < 4 / self.count:
            yield f"    situatie: {scalar(random.choice(text['situatie']))}"
        if done:
            yield from self._bewijs(text)
        if random.random() < 0.4:
            yield f"    metingen: {{binnenkomst: {random.choice(('niet_op_orde', 'niet_op_orde', 'acuut', 'loopt'))}}}"
        yield "    acties:"
        for actie in acties:
            yield from self._actie(actie)

    def _quiet(self, text: dict[str, Any]) -> Iterable[str]:
        """A leefgebied without actions."""
        hulpvraag = self.random.choice(("nee", "nee", "onbekend", "geweigerd"))
        yield f"    hulpvraag: {hulpvraag}"
        if hulpvraag == "nee":
            yield "    stand: op_orde"
            yield f"    geen_actie: {scalar(self.random.choice(text['geen_actie']))}"
            yield from self._bewijs(text)
        else:
            yield "    stand: onbekend"

    def _bewijs(self, text: dict[str, Any]) -> Iterable[str]:
        yield "    bewijs:"
        yield f"      wat: {scalar(self.random.choice(text['bewijs']))}"
        yield f"      gezien: {self._day(self.loop.aanmelding, self.loop.laatste_dag)}"
        if text is self.texts["leefgebieden"]["id_bewijs"]:
            yield f"      geldig_tot: {LAATSTE_FEIT + days(self.random.randint(200, 3000))}"

    def _actie(self, actie: Actie) -> Iterable[str]:
        if self.random.random() < 0.06:
            yield f"      # {self.random.choice(self.texts['commentaar']['regel'])}"
        velden = {"id": actie.id} | actie.velden
        if len(velden) < 7 and not (actie.na or actie.opschorting) and self.random.random() < self.count / 16:
            inside = ", ".join(f"{key}: {scalar(value, flow=True)}" for key, value in velden.items() if value)
            yield f"      - {{{inside}}}"
            return
        sign = "- "
        for key, value in velden.items():
            yield f"      {sign}{key}: {scalar(value)}".rstrip() if value else f"      {sign}{key}:"
            sign = "  "
        if actie.na:
            yield f"        na: [{actie.na}]"
        if actie.opschorting:
            item, van, hervat, reden = actie.opschorting
            yield "        opschorting:"
            yield f"          - id: {item}"
            yield f"            van: {van}"
            if hervat:
                yield f"            hervat: {hervat}"
            yield f"            reden: {scalar(reden)}"

    def _delen(self) -> Iterable[str]:
        """Consent for partners outside the circle, and what was disclosed to whom."""
        partners = load("regio.yaml")["partners"]
        first, last = self.loop.beoordeling or self.loop.aanmelding, self.loop.laatste_dag
        owners = [key for key in self._eigenaren() if partners[key]["soort"] not in ("pi", "gemeente")]
        given = {key: self._day(first, min(last, first + days(20))) for key in owners[: 2 if self.count < 8 else 1]}
        if given:
            yield "toestemmingen:"
        for key, day in given.items():
            yield f"  - id: {self.ids.new()}"
            yield f"    partner: {key}"
            yield f"    leefgebieden: [{', '.join(self._leefgebieden_of(key))}]"
            yield f"    richting: {self.random.choice(('aan', 'beide'))}"
            yield f"    gegeven: {day}"
        if given and self.random.random() < 0.5:
            key, day = next(iter(given.items()))
            parts = [f"id: {self.ids.new()}", f"op: {self._day(day, last)}", f"aan: {key}"]
            parts += [f"leefgebieden: [{', '.join(self._leefgebieden_of(key))}]"]
            parts += ["grondslag: toestemming", f"door: {self.who.regisseur}"]
            yield "verstrekkingen:"
            yield f"  - {{{', '.join(parts)}}}"

    def _leefgebieden_of(self, eigenaar: str) -> list[str]:
        return [name for name, acties in self.acties.items() if any(a.velden["eigenaar"] == eigenaar for a in acties)]

    def _logboek(self, room: float) -> Iterable[str]:
        """Log lines, oldest first, until ``room`` (characters) is filled; at least one."""
        with_whom = ("betrokkene", "betrokkene", self.pi, self.who.regisseur, *self._eigenaren())
        lines: list[str] = []
        while not lines or (room > 0 and len(lines) < 20):
            parts = f"id: {self.ids.new()}, op: %s, met: {self.random.choice(with_whom)}"
            lines.append(f"  - {{{parts}, kort: {scalar(self.random.choice(self.texts['logboek']), flow=True)}}}")
            room -= len(lines[-1]) + 9
        dates = sorted(self._day(self.loop.aanmelding, self.loop.laatste_dag) for _ in lines)
        yield "logboek:"
        yield from (line.replace("%s", str(day)) for line, day in zip(lines, dates, strict=True))

    def _einde(self) -> Iterable[str]:
        loop, random = self.loop, self.random
        if loop.status == "overgedragen" and loop.einde:
            others = [name for name in load("regio.yaml")["gemeenten"] if name != self.gemeente]
            yield "overdracht:"
            yield f"  naar: {random.choice(others)}"
            yield f"  op: {loop.einde}"
            if random.random() < 0.5:
                yield f"  bevestigd: {self._day(loop.einde, LAATSTE_FEIT)}"
        if loop.status == "afgesloten":
            yield "afsluiting:"
            yield f"  op: {loop.einde}"
            yield f"  reden: {scalar(random.choice(self.texts['afsluiting']))}"
            yield f"  terug_in_detentie: {random.choice(('nee', 'nee', 'nee', 'ja'))}"
