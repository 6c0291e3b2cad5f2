"""What a reader of a list would wonder at in a deadline, in a few words."""

from datetime import date

from nazorg.dossier import Actie
from nazorg.termijnen import Deadline


def remark(deadline: Deadline | None, niet_voor: Deadline | None, actie: Actie, peildatum: date) -> str:
    """The remarks about ``deadline`` and ``niet_voor`` of ``actie`` as they stand on ``peildatum``; mostly none."""
    parts = [] if deadline is None else _about(deadline, actie)
    if niet_voor is not None and niet_voor.onbepaald:
        parts.append(f"niet voor een dag die niet te berekenen is: {niet_voor.onbepaald}")
    elif niet_voor is not None and niet_voor.datum is not None and niet_voor.datum > peildatum:
        parts.append(f"niet voor {niet_voor.datum}")
    return ", ".join(parts)


def _about(deadline: Deadline, actie: Actie) -> list[str]:
    if deadline.vervallen:
        return [f"vervallen bij de vrijlating op {deadline.vervallen}"]
    if deadline.opgeschort:
        return [f"opgeschort sinds {deadline.opgeschort.van}"]
    if deadline.onbepaald:
        return [deadline.onbepaald]
    parts = ["ingekort"] if deadline.ingekort else []
    if deadline.valt_op:
        parts.append(f"valt op {deadline.valt_op}")
    if actie.opschorting and not deadline.opschortbaar:
        parts.append("opschorting telt hier niet")
    if deadline.vervalt_bij_vrijlating:
        parts.append("vervalt bij vrijlating")
    if deadline.regel is not None and deadline.regel.is_onzeker:
        parts.append("termijn niet nagegaan in de wettekst")
    return parts
