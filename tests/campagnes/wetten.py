"""The laws of a merge, by hypothesis: three texts of a dossier by chance, and what must hold of the result.

python -m tests.campagnes.wetten [--aantal N] [--processen N] [--seed N]

Exits with 1 when a law does not hold, with the smallest three texts for which it does not.
"""

import argparse
import multiprocessing
import sys
import time
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.merging.ingrepen import GEWICHTEN, INGREPEN, apply
from tests.merging.wetten import broken_laws

_WORTEL = Path(__file__).parents[2]
KORT = """\
# yaml-language-server: $schema=../../.nazorg/dossier.schema.json
dossier: NZ-2026-k7f3mq         # = the file's name
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: in_detentie
gemeente: Leiden                # sinds mei
regisseur: m.bakker
kader: vrijwillig
detentie:
  # uit de brief
  inrichting: PI Alphen
  ontslag:
    verwacht: 2026-12-18
leefgebieden:
  # eerst dit
  onderdak:
    hulpvraag: ja
    stand: loopt
    acties:
      - id: w4hn
        wat: Urgentieverklaring aanvragen   # met spoed
        uiterlijk: buiten - 8w
      # dan deze
      - id: h8sb
        wat: Briefadres
        na: [w4hn]
      - wat: Kennismaken
        uiterlijk: 2026-11-23
  schulden: {hulpvraag: nee, stand: nvt}
toestemmingen:
  - {id: t6gh, partner: pi-alphen, leefgebieden: [onderdak, zorg], gegeven: 2026-05-01}
logboek:
  - {id: g9pq, op: 2026-05-02, kort: Kennisgemaakt}
  - {op: 2026-06-01, kort: Gebeld}
"""
ZONDER_IDS = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: aangemeld
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
leefgebieden:
  zorg:
    hulpvraag: onbekend
    acties:
      - wat: Huisarts bellen
        eigenaar: m.bakker
      - wat: Verzekering nakijken
        uiterlijk: ontslag - 4w
        status: bezig
logboek:
  - op: 2026-05-02
    kort: Aangemeld
"""
CRLF = KORT.replace("\n", "\r\n")
BASES = [KORT.encode(), KORT.encode(), ZONDER_IDS.encode(), CRLF.encode()]

_STAP = st.tuples(
    st.sampled_from([one for one, much in zip(INGREPEN, GEWICHTEN, strict=True) for _ in range(much)]),
    st.integers(0, 2**20),
)


def a_day(least: int, most: int) -> st.SearchStrategy:
    return st.lists(_STAP, min_size=least, max_size=most)


def try_laws(aantal: int, zaad: int) -> tuple[int, str]:
    """How many examples were merged of the ``aantal`` asked for, and what went wrong; empty when every law held."""
    held = 0

    @seed(zaad)
    @settings(
        max_examples=aantal,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(BASES), a_day(0, 2), a_day(1, 5), a_day(1, 5))
    def law(start, before, hier, daar):
        basis = apply(before, start)
        here, there = apply(hier, basis), apply(daar, basis)
        nonlocal held
        broken = broken_laws(basis, here, there)
        held += not broken
        assert not broken, "\n".join([*broken, *(text.decode() for text in (basis, here, there))])

    try:
        law()
    except AssertionError as error:
        return held, str(error)
    return held, ""


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.wetten", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=50_000, help="how many examples (50000)")
    parser.add_argument("--processen", type=int, default=2, help="in how many processes (2)")
    parser.add_argument("--seed", type=int, default=1, help="which examples (1)")
    chosen = parser.parse_args()
    started = time.monotonic()
    share = -(-chosen.aantal // chosen.processen)
    work = [(share, Random(chosen.seed * 1000 + proces).randrange(2**32)) for proces in range(chosen.processen)]
    with multiprocessing.get_context("spawn").Pool(chosen.processen) as pool:
        done = pool.starmap(try_laws, work)
    held, wrong = sum(number for number, _ in done), [one for _, one in done if one]
    if not wrong and held < chosen.aantal:
        wrong.append(f"only {held} of {chosen.aantal} were tried")
    print("\n\n".join(wrong))
    print(
        f"{held} merges (asked: {chosen.aantal}) held to 11 laws in {time.monotonic() - started:.0f} s; "
        f"{len(wrong)} failures",
        file=sys.stderr,
    )
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
