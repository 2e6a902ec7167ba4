"""The teaching in a route: leerjaar by leerjaar, lessons, stage and examination."""

from __future__ import annotations

from macros.model import FeitTekst, Herkomst
from macros.model_waarden import Leerjaarnummer


class Leerjaar(Herkomst):
    """What happens in one school year of the route."""

    leerjaar: Leerjaarnummer
    """Het leerjaar, geteld vanaf de brugklas: 3, 4 of 5."""
    programma: FeitTekst
    """Wat leerlingen dit jaar doen."""
    docenten: FeitTekst
    """Wie de lessen geeft en waar."""
    stage: FeitTekst
    """Of leerlingen stage lopen, en vanaf wanneer."""


class Lessen(Herkomst):
    """Who teaches and guides, and where."""

    mbo_lessen: FeitTekst | None = None
    """Wie de mbo-lessen geeft."""
    aansluiting: FeitTekst | None = None
    """Hoe het programma van het vmbo en dat van het mbo op elkaar aansluiten."""
    plaats_lessen: FeitTekst | None = None
    """Waar de mbo-lessen zijn."""
    keuzedelen: FeitTekst | None = None
    """Waar de keuzedelen zijn en hoe dat wordt afgesproken."""
    mentor: FeitTekst | None = None
    """Van welke school de mentor komt."""
    loopbaan: FeitTekst | None = None
    """Hoe leerlingen leren kiezen (lob) en zich voorbereiden op het mbo."""
    samenvoegen: FeitTekst | None = None
    """Of klassen of leerjaren samengaan, en wat dat vraagt."""
    ervaring: FeitTekst | None = None
    """Wat de school leerde over het programma of het team."""


class Stage(Herkomst):
    """Beroepspraktijkvorming: learning at a recognised company."""

    begeleiding: FeitTekst | None = None
    """Wie de stage begeleidt."""
    wanneer: FeitTekst | None = None
    """Wanneer de stage begint, en waarom dan."""
    stageplaatsen: FeitTekst | None = None
    """Hoe lastig het is om stageplaatsen te vinden."""
    intern: FeitTekst | None = None
    """Of stage binnen de school mogelijk is."""


class Examens(Herkomst):
    """Examination and diploma."""

    vmbo_examens: FeitTekst | None = None
    """Wanneer de vmbo-examens zijn en wie ze afneemt."""
    mbo_examens: FeitTekst | None = None
    """Wanneer de mbo-examens zijn en wie ze afneemt."""
    plaats_examens: FeitTekst | None = None
    """Waar de examens zijn."""
    regels: FeitTekst | None = None
    """Welk examenplan en welke diploma-eisen gelden."""
    beoordeling: FeitTekst | None = None
    """Wie resultaten bewaakt, beoordeelt en vaststelt."""
    bewijs: FeitTekst | None = None
    """Wat een leerling in handen krijgt over de vmbo-vakken."""
    reden_diploma: FeitTekst | None = None
    """Waarom het vmbo-diploma blijft of vervalt."""
