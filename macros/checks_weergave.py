"""Rules about weergave.yml: every field, choice and status has its words, and no word is left over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from macros.families import FAMILIES
from macros.inlezen import Inlezing
from macros.model import Feit, Model
from macros.regel import melding
from macros.verslag import Melding, bedoelt, kort
from macros.vorm import is_model, kaal

# The filters of the table of routes, with the word for what is not known.
FILTERS = (
    "stadsdeel school bestuur instelling leerweg niveau diploma richting type vorm fase actualiteit onbekend".split()
)
# What the wijzer says.
WIJZER = (
    "past let-op geen-vorm genoeg te-weinig geen-aantal lijkt niets-lijkt getal klaar "
    "reden-leerweg reden-niveau reden-diploma reden-stadsdeel"
).split()
# What the fact sheets say, and the page that lists them.
FACTSHEET = (
    "site soort status-vraag proefversie school stadsdeel opleidingen voor-wie mbo duur diploma diploma-behouden "
    "diploma-vervalt diploma-onbekend vangnet uitkomsten opbouw leerjaar geen-opbouw meer ruimte contact open-dag "
    "stempel bronnen standaard gecontroleerd gemaakt lees qr inhoud uitgever"
).split()
FACTSHEETS = "alle stadsdeel niveau kop-alle kop-stadsdeel kop-niveau klaar geen bezig mislukt".split()
LEERLING = (
    "soort concept jaar nooit-gestart beeindigd wat-kop wat van-naar van-niveau op in-het waar school geen-school "
    "adres mbo geen-mbo leren hoelang duur duur-traject diploma behouden vervalt kiezen iedereen-doet-mee "
    "vrije-keuze vragen onbekend verschilt vraag-1 vraag-2 vraag-3 vraag-4 vraag-5 vraag-6"
).split()
# What the page of a model agreement says while it is filled in.
FORMULIER = (
    "zonder-script stap-kies stap-wijzig stap-klaar route kies nieuw open geopend anders mislukt wijzig voeg-toe erbij "
    "weg toch mag-leeg niets onbekend verschillen verschillen-uitleg lezing soort soort-waarde soort-bereik "
    "soort-verschillen soort-onbekend waarde waarde-lijst van tot keuze aanduiding precies reden toelichting waar bron "
    "bron-zelfde bron-gelijk bron-mist plaats schooljaar dag zin-erbij zin-weg bewaar annuleer fouten fout bewaard "
    "geen terug bestand-kop download kopieer gekopieerd wis gewist bekijk uitleg kopieer-uitleg stuur-kop stuur-github "
    "stuur-github-link stuur-mail stuur-nergens"
).split()
RONDE = (
    "uitleg hoe geen-namen terug-mail terug functie alles dag gegeven wij-hebben klopt nu vul-in vul-dag-in leeg "
    "word geen-route"
).split()
ONDERHOUD = (
    "beurt beurt-uitleg niemand nooit laatst word nagekeken nagekeken-uitleg wet wet-uitleg onbekend "
    "onbekend-uitleg verschil tel-beurt tel-onbekend tel-verschillen"
).split()
OPENDATA = (
    "geen-licentie naamsvermelding bestanden bestand inhoud records csv geojson index routes scholen "
    "instellingen besturen opleidingen stadsdelen typen bronnen stappen kaders begrippen lessen overeenkomst "
    "tijdlijn opbrengsten verschillen convenant rekenmodel stappenplan"
).split()
ZOEKEN = "een meer niets anders alle soorten wegen weg-routes weg-stappen weg-kaders".split()
LOGBOEK = "geen alles een meer volgen".split()
OVEREENKOMST = (
    "geregeld nog klaar niet-nodig bewaart-niet gewist gelezen gelezen-anders vervallen mislukt verschil verschil-een "
    "gelijk geen-verschil hier bestand stap stap-klaar stap-open volgende controle antwoord-leeg wijzig vraag-wissen "
    "word-fout concept"
).split()
REKENMODEL = (
    "concept leeg voorbehoud bijlage partij-school partij-mbo schooljaar bedragen gegevens berekening verdeling "
    "afspraak bestemming betaling verschil wie-tekort tekenen kop-stap kop-formule kop-bedrag kop-post school mbo "
    "u-lessen u-bpv u-overhead u-examen u-administratie u-samen u-per-leerling slot-tekort slot-controle "
    "slot-overdracht slot-minimum slot-gesloten slot-vast geen-tekort niet-ingevuld eenheid-euro eenheid-rekeneenheden "
    "minimum-alles minimum-zonder minimum-nooit gesloten vast-ja vast-tekort vast-leeg fout-leeg fout-letters "
    "fout-engels fout-punt fout-decimalen fout-heel fout-negatief fout-nul fout-groot fout-procent fout-uren "
    "fout-tekort fouten-een fouten-meer fouten-tekort klaar klaar-tekort onvolledig niet-getypt geladen gewist "
    "gekopieerd niet-gekopieerd word word-fout csv"
).split()
# Words that the views ask for by name.
VAST = {
    "status": (
        "bevestigd",
        "niet-bevestigd",
        "nooit-gestart",
        "beeindigd",
        "lang-niet-bevestigd",
        "lang-niet-gecontroleerd",
    ),
    "teksten": (
        "niet-in-bronnen",
        "bron-meer-plaatsen",
        "opleidingen-gepland",
        "gewijzigd-ja",
        "gewijzigd-nee",
        "gewijzigd-onbekend",
        "kader-gelezen",
        "kader-niet-gelezen",
        *(f"filter-{naam}" for naam in FILTERS),
        *(f"filters-{naam}" for naam in "kop telling gekozen weg wis csv leeg blokkeert".split()),
        *(f"filters-{naam}" for naam in "sorteer omkeer kies kieskort gekozenroutes vergelijk print".split()),
        *(f"cijfers-{naam}" for naam in "niveau richting type stadsdeel nagebouwd eigen".split()),
        *(f"wijzer-{naam}" for naam in WIJZER),
        *(f"factsheet-{naam}" for naam in FACTSHEET),
        *(f"factsheets-{naam}" for naam in FACTSHEETS),
        *(f"leerling-{naam}" for naam in LEERLING),
        *(f"formulier-{naam}" for naam in FORMULIER),
        *(f"ronde-{naam}" for naam in RONDE),
        *(f"onderhoud-{naam}" for naam in ONDERHOUD),
        *(f"opendata-{naam}" for naam in OPENDATA),
        *(f"zoeken-{naam}" for naam in ZOEKEN),
        *(f"logboek-{naam}" for naam in LOGBOEK),
        *(f"overeenkomst-{naam}" for naam in OVEREENKOMST),
        *(f"convenant-{naam}" for naam in "ambitie waarom begrip stand onbekend niet-geteld".split()),
        *(f"kaart-{naam}" for naam in "alles telling geen een meer sluit toon groter kleiner kaart mbo".split()),
        *(f"kaart-precisie-{naam}" for naam in ("adres", "postcode6", "onbekend")),
        *(
            f"vergelijk-{naam}"
            for naam in "verschilt gelijk deels onbekend telling te-weinig dubbel alleen kies geen".split()
        ),
        *(f"urencheck-{naam}" for naam in "genoeg te-weinig leeg getal som goed niet-goed onvolledig".split()),
        *(f"rekenmodel-{naam}" for naam in REKENMODEL),
        *(f"notitie-{naam}" for naam in "titel concept leeg datum tekenen klaar voorbehoud".split()),
        *(f"notitie-{naam}" for naam in "grens boven precies onder".split()),
    ),
    "kort": ("aangeboden-ja", "aangeboden-nee", "aangeboden-plan"),
}
# Lists that are printed below a heading of their own.
LIJSTEN = {
    "stap": ("vragen", "afspraken", "cijfers", "succes", "valkuilen", "voorbeelden", "wet", "taken"),
    "kader": ("moet", "mag", "afspraak", "toen", "nu", "praktijk", "onzeker", "artikelen", "urennormen", "geldt_voor"),
}
# Lists that are printed as a table, with their columns.
KOLOMMEN = {
    "route.start.fasen": ("van", "tot"),
    "route.momenten": ("stand",),
    "route.opleidingen": ("niveau", "profiel", "aangeboden", "naam_in_bron"),
    "route.opbouw": ("programma", "docenten", "stage"),
    "route.inschrijving": ("vmbo", "mbo"),
    "kader.urennormen": ("jaren", "totaal", "begeleid", "bpv"),
    "route.cohorten": ("gestart", "door", "naar_entree", "gedoubleerd", "vertrokken", "toelichting"),
}


def feitvelden(model: type[Model], pad: str) -> Iterator[str]:
    """The path of every field that is printed with a heading: facts, and the columns of a table."""
    yield from (f"{pad}.{naam}" for naam in LIJSTEN.get(pad, ()))
    for naam, veld in model.model_fields.items():
        soort = kaal(veld.annotation)
        deel = kaal(get_args(soort)[0]) if get_origin(soort) is list else None
        if is_model(soort, Feit):
            yield f"{pad}.{naam}"
        elif is_model(soort):
            yield from feitvelden(soort, f"{pad}.{naam}")
        elif is_model(deel) and f"{pad}.{naam}" in KOLOMMEN:
            yield from (f"{pad}.{naam}.{kolom}" for kolom in KOLOMMEN[f"{pad}.{naam}"])


def opschriften(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Every fact of the model has a heading in weergave.yml, and every heading a fact."""
    weergave = inlezing.losse.get("weergave")
    if not weergave:
        return
    nodig = {pad for familie in FAMILIES.values() for pad in feitvelden(familie.model, familie.model.__name__.lower())}
    for veld in sorted(nodig - weergave.record.velden.keys()):
        yield melding(
            weergave, ("velden", veld), "label", veld=veld, groep="velden", goed=f"{veld}: …", staat=kort(None)
        )
    for veld in sorted(weergave.record.velden.keys() - nodig):
        yield melding(weergave, ("velden", veld), "label_over", nabij=bedoelt(veld, nodig))


def keuzes(annotatie: Any) -> Iterator[str]:
    """Every value of every fixed list in a model, however deep; how precise a figure is needs no other word."""
    if get_origin(annotatie) is Literal:
        yield from get_args(annotatie)
    elif is_model(annotatie):
        for naam, veld in annotatie.model_fields.items():
            if naam != "aanduiding":
                yield from keuzes(veld.annotation)
    else:
        for deel in get_args(annotatie):
            yield from keuzes(deel)


@cache
def alle_keuzes() -> tuple[str, ...]:
    """Those of every family, in order."""
    return tuple(sorted({keuze for familie in FAMILIES.values() for keuze in keuzes(familie.model)}))


def woorden(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """Every choice that a record can hold has a word, and so has what the views ask for by name."""
    weergave = inlezing.losse.get("weergave")
    if not weergave:
        return
    nodig = {"waarden": alle_keuzes(), **VAST}
    for groep, sleutels in nodig.items():
        for sleutel in sleutels:
            if sleutel not in getattr(weergave.record, groep):
                yield melding(
                    weergave,
                    (groep, sleutel),
                    "label",
                    veld=sleutel,
                    groep=groep,
                    goed=f"{sleutel}: …",
                    staat=kort(None),
                )


def hulpmiddelen(inlezing: Inlezing, vandaag: date) -> Iterator[Melding]:
    """A page that a record points to is a page of this site."""
    weergave = inlezing.losse.get("weergave")
    if weergave is None or not weergave.gaaf:
        return
    bekend = [pagina.id for pagina in weergave.record.paginas]
    for bron in inlezing.records:
        for n, adres in enumerate(getattr(bron.record, "hulpmiddelen", ())):
            if adres not in bekend:
                yield melding(bron, ("hulpmiddelen", n), "pagina", nabij=bedoelt(adres, bekend))
