"""Each fact with the source that holds for it: the nearest of fact, section and record."""

from __future__ import annotations

from typing import Any

from macros.model import BronRecord, Herkomst, Model


def met_herkomst(record: Any) -> Any:
    """A record of which every fact names its source, place, year and check date; the nearest wins."""
    return _erf(record, Herkomst.model_construct(bron=None, plaats=None, schooljaar=None, gecontroleerd_op=None))


def _erf(waarde: Any, verder: Herkomst) -> Any:
    if isinstance(waarde, list):
        return [_erf(deel, verder) for deel in waarde]
    if not isinstance(waarde, Model):
        return waarde
    nieuw: dict[str, Any] = {}
    if isinstance(waarde, BronRecord):
        verder = van_record(waarde)
    elif isinstance(waarde, Herkomst):
        verder = _dichtstbij(waarde, verder)
        nieuw = {naam: getattr(verder, naam) for naam in Herkomst.model_fields}
    for naam in type(waarde).model_fields:
        if naam not in nieuw:
            nieuw[naam] = _erf(getattr(waarde, naam), verder)
    return waarde.model_copy(update=nieuw)


def van_record(record: BronRecord) -> Herkomst:
    """What holds for all of a record: its first source, its school year and its check date."""
    eerste = record.bronnen[0]
    return Herkomst.model_construct(
        bron=eerste.bron, plaats=eerste.plaats, schooljaar=record.schooljaar, gecontroleerd_op=record.gecontroleerd_op
    )


def _dichtstbij(hier: Herkomst, verder: Herkomst) -> Herkomst:
    """What stands here, completed from further away. Another source starts afresh: place and year are not its own."""
    if hier.bron and hier.bron != verder.bron:
        verder = Herkomst.model_construct(
            bron=None, plaats=None, schooljaar=None, gecontroleerd_op=verder.gecontroleerd_op
        )
    return Herkomst.model_construct(
        **{naam: getattr(hier, naam) or getattr(verder, naam) for naam in Herkomst.model_fields}
    )
