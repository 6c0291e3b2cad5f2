"""What a partner's agenda tells on which ground, and what it leaves out and why: for the coordinator alone."""

from nazorg.agenda.partner import Partneragenda

KOP = "Verantwoording (alleen voor u, niet voor de partner)"


def render_verantwoording(made: Partneragenda) -> str:
    """The account of one partner's agenda, as markdown; every value is text in it."""
    from nazorg.output.sjabloon import escape_markdown as text

    lines = [f"# {KOP}", "", f"Agenda {text(made.agenda.overleg)} voor {text(made.naam)}.", "", "## Wat erop staat", ""]
    for one in made.verstrekt:
        domains = ", ".join(map(text, one.leefgebieden)) or "alleen gegevens die bij geen leefgebied horen"
        verified = " (inhoud niet nagegaan in de wettekst; geldt als afspraak van uw regio)" if one.afspraak else ""
        lines.append(f"- {text(one.dossier)}: {text(one.grondslag)}{verified}: {domains}")
    if not made.verstrekt:
        lines.append("Niets: deze partner krijgt geen enkel dossier te zien.")
    lines += ["", "## Wat eraf is gelaten, en waarom", ""]
    lines += [f"- {text(one.dossier)}: {text(one.wat)}; {text(one.reden)}" for one in made.weggelaten]
    if not made.weggelaten:
        lines.append("Niets.")
    return "\n".join(lines) + "\n"
