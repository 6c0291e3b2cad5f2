"""What changed, and what came of decisions, is told to a partner as far as its grounds go; with a real past in git."""

import io

import docx
import pytest
from agenda_kanarie import DAG, LEEFGEBIEDEN, PARTNERS, VROEGER, before, dossier, heard, may_hear, references, regio
from fabriek_git import commit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nazorg.agenda import look_back, make_agenda
from nazorg.agenda.verstrekken import agendas_for
from nazorg.output.agenda import render_agenda
from nazorg.output.verantwoording import render_verantwoording
from nazorg.output.vorm import in_form
from nazorg.register import Register
from nazorg.werkmap import Werkmap

NUMMERS = ("NZ-2026-a2bcde", "NZ-2026-b2cdef")
SJABLONEN = ("regieoverleg", "casusoverleg", "ontslagoverleg", "casusoverleg.en", "kort")
TOESTEMMING = st.tuples(
    st.sampled_from(sorted(PARTNERS)),
    st.lists(st.sampled_from(LEEFGEBIEDEN), min_size=1, max_size=3, unique=True),
    st.sampled_from(["aan", "van", "beide"]),
    st.integers(1, 9),
    st.sampled_from([0, 0, 1]),
)
VERLEDEN = st.lists(st.sampled_from(sorted(VROEGER)), max_size=6, unique=True)


def overleg(naam, soort, nummers):
    points = "".join(f"  - {{dossier: {nummer}, aanleiding: gewijzigd}}\n" for nummer in nummers)
    return (
        f"overleg: {naam}\nsoort: {soort}\ndatum: {naam[:10]}\ngemeenten: [Leiden]\n"
        f"partners: [{', '.join(PARTNERS)}]\ndossiers:\n{points}"
    )


@pytest.fixture
def agenda_na(tmp_path_factory):
    """The agenda of an overleg with one of the same kind before it; the dossiers were otherwise when that was held."""

    def make(texts, pasts, soort):
        folder = tmp_path_factory.mktemp("regio")
        paths = [f"dossiers/2026/{nummer}.yaml" for nummer in NUMMERS[: len(texts)]]
        then = {path: before(text, past) for path, text, past in zip(paths, texts, pasts, strict=True)}
        nummers = NUMMERS[: len(texts)]
        first = {path: text for path, text in then.items() if text}
        first |= {
            "nazorg.yaml": regio(),
            "overleggen/2026-11-01-leiden.yaml": overleg("2026-11-01-leiden", soort, nummers),
        }
        commit(folder, first, op="2026-11-01T12:00:00")
        now = {"overleggen/2026-11-26-leiden.yaml": overleg("2026-11-26-leiden", soort, nummers)}
        commit(folder, now | dict(zip(paths, texts, strict=True)), op="2026-11-20T12:00:00")
        register = Register(Werkmap(folder), DAG)
        found = register.overleg("overleggen/2026-11-26-leiden.yaml").waarde
        assert found is not None
        return register, make_agenda(register, found, terugblik=look_back(register, found, folder))

    return make


def in_words(data):
    """What can be read in a text, a page or a document."""
    if isinstance(data, str):
        return data
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.data())
def test_what_changed_holds_nothing_that_the_grounds_of_the_partner_do_not_give(agenda_na, data):
    consents = data.draw(st.lists(st.lists(TOESTEMMING, max_size=4), min_size=1, max_size=2))
    owners = data.draw(st.lists(st.sampled_from([*PARTNERS, "betrokkene", "m.bakker"]), max_size=3))
    texts = [dossier(NUMMERS[nth], nth, eigenaren=owners, toestemmingen=own) for nth, own in enumerate(consents)]
    sjabloon = data.draw(st.sampled_from(SJABLONEN))
    soort = sjabloon.partition(".")[0].replace("kort", "regieoverleg")
    register, agenda = agenda_na(texts, [data.draw(VERLEDEN) for _ in texts], soort)
    partner = data.draw(st.sampled_from(sorted(PARTNERS)))
    (made,) = agendas_for(register, agenda, [partner])
    markdown = render_agenda(made.agenda, register.bron, sjabloon)
    for form in ("markdown", "html", "docx"):
        text = in_words(in_form(markdown, form, register.bron, sjabloon))
        for nth, naam, kind in heard(text):
            assert naam != "-"
            assert may_hear(partner, naam, kind, consents[nth])
        assert references(text) <= {partner}
    for punt in made.agenda.punten:
        nth = NUMMERS.index(punt.dossier)
        for change in punt.veranderingen:
            if change.leefgebied is not None:
                assert any(may_hear(partner, change.leefgebied, kind, consents[nth]) for kind in ("situatie", "acties"))
        for decision in punt.besluiten:
            assert may_hear(partner, decision.leefgebied, "besluiten", consents[nth])
    assert not heard(render_verantwoording(made))


@pytest.mark.parametrize("partner", ["pi", "reclassering", "kredietbank", "niets"])
def test_partner_with_grounds_is_told_what_changed_and_what_was_decided(agenda_na, partner):
    text = dossier(NUMMERS[0], 0, eigenaren=["pi"], toestemmingen=[])
    register, agenda = agenda_na([text], [["stand", "uiterlijk", "ontslag"]], "regieoverleg")
    (made,) = agendas_for(register, agenda, [partner])
    leefgebieden = {one.leefgebied for punt in made.agenda.punten for one in punt.veranderingen if one.leefgebied}
    decided = {one.leefgebied for punt in made.agenda.punten for one in punt.besluiten}
    known = {naam for naam in LEEFGEBIEDEN if may_hear(partner, naam, "acties", [])}
    assert leefgebieden == known
    assert decided == {naam for naam in LEEFGEBIEDEN if may_hear(partner, naam, "besluiten", [])}
