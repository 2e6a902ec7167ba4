// Which kinds of route fit a wish. The answer equals macros/wijzer.py (tests/gevallen/wijzer.json); what it is made of
// stands on the page in data-… attributes. The wish stands in the address, so that it can be mailed.

const GEWICHT = { leerweg: 3, niveau: 3, diploma: 2, stadsdeel: 1 };
const MEEST = 3; // and those as much alike as the last of them
const STIL = ["nooit-gestart", "beeindigd"]; // come after the routes that run
const DIPLOMA = { ja: "behouden", nee: "vervalt" };
const woorden = (tekst) => tekst.split(" ").filter(Boolean);

/** The answer to a wish: {leerweg, niveau, diploma, leerlingen, stadsdeel} over what the page holds. */
export function antwoord({ vormen, routes, minima, vertrekpunten }, vraag) {
  const wens = { ...vraag, diploma: DIPLOMA[vraag.diploma] ?? "" };
  const lijkt = routes
    .map((route) => [route, Object.keys(GEWICHT).filter((naam) => wens[naam] && woorden(route[naam]).includes(wens[naam]))])
    .filter(([, redenen]) => redenen.includes("leerweg") || redenen.includes("niveau"))
    .map(([{ id, actualiteit }, redenen]) => ({
      id, redenen, stil: STIL.includes(actualiteit), punten: redenen.reduce((som, naam) => som + GEWICHT[naam], 0),
      niveau: !redenen.includes("leerweg"),
    }))
    .sort((a, b) => a.stil - b.stil || b.punten - a.punten || a.niveau - b.niveau || (a.id < b.id ? -1 : 1))
    .filter(({ punten }, plek, beste) => plek < MEEST || punten >= beste[MEEST - 1].punten);
  const genoeg = (minimum) => (vraag.leerlingen === null ? "geen-aantal" : vraag.leerlingen >= minimum ? "genoeg" : "te-weinig");
  const past = ({ leerwegen, niveaus }) =>
    (!leerwegen || woorden(leerwegen).includes(vraag.leerweg)) && (!niveaus || woorden(niveaus).includes(vraag.niveau));
  return {
    vormen: Object.fromEntries(vormen
      .filter(({ paren }) => woorden(paren).includes(`${vraag.leerweg}-${vraag.niveau}`))
      .map(({ vorm, diploma }) => [vorm, vraag.diploma === "ja" && diploma === "mag-vervallen" ? "let-op" : "past"])),
    lijkt: Object.fromEntries(lijkt.map(({ id, redenen }) => [id, redenen])),
    minima: Object.fromEntries([...new Set(minima)].map((minimum) => [minimum, genoeg(minimum)])),
    vertrekpunten: vertrekpunten.filter(past).map(({ vertrek }) => vertrek),
  };
}

function begin() {
  const formulier = document.getElementById("wijzer-formulier");
  const teksten = document.getElementById("wijzer-teksten").dataset;
  const veld = (naam) => document.getElementById(`wijzer-${naam}`);
  const delen = (kiezer) => [...document.querySelectorAll(kiezer)];
  const tekst = (naam) => teksten[naam.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];
  const NAMEN = ["leerweg", "niveau", "diploma", "leerlingen", "stadsdeel"];
  const gegevens = {
    vormen: delen("[data-vorm]").map(({ dataset }) => dataset),
    routes: delen("#wijzer-routes > li").map(({ dataset }) => dataset),
    minima: delen("[data-minimum]").map(({ dataset }) => Number(dataset.minimum)),
    vertrekpunten: delen("[data-vertrek]").map(({ dataset }) => dataset),
  };

  const alle = delen("#wijzer-routes > li");
  let staat = false; // whether an answer is shown

  function toon(vraag) {
    const uit = antwoord(gegevens, vraag);
    staat = true;
    for (const deel of delen("[data-vorm]")) {
      const oordeel = uit.vormen[deel.dataset.vorm];
      deel.hidden = !oordeel;
      deel.querySelector(".kb-wijzer-reden").textContent = oordeel ? tekst(oordeel) : "";
    }
    veld("geen-vorm").hidden = Object.keys(uit.vormen).length > 0;
    const lijst = veld("routes");
    const volgorde = Object.keys(uit.lijkt);
    for (const deel of delen("#wijzer-routes > li")) {
      const redenen = uit.lijkt[deel.dataset.id];
      deel.hidden = !redenen;
      deel.querySelector(".kb-wijzer-reden").textContent = redenen
        ? tekst("lijkt").replace("{redenen}", redenen.map((naam) => tekst(`reden-${naam}`)).join(", ")) : "";
    }
    lijst.append(...volgorde.map((id) => lijst.querySelector(`[data-id="${id}"]`)));
    veld("niets").hidden = volgorde.length > 0;
    for (const deel of delen("[data-minimum]")) {
      deel.querySelector(".kb-wijzer-reden").textContent = tekst(uit.minima[deel.dataset.minimum])
        .replace("{aantal}", vraag.leerlingen).replace("{minimum}", deel.dataset.minimum);
    }
    for (const deel of delen("[data-vertrek]")) deel.hidden = !uit.vertrekpunten.includes(deel.dataset.vertrek);
    veld("status").textContent = tekst("klaar")
      .replace("{vormen}", Object.keys(uit.vormen).length).replace("{routes}", volgorde.length);
  }

  /** All there is to choose from, as before the first answer: an answer holds for the choices it was given on. */
  function wis() {
    if (!staat) return;
    staat = false;
    for (const reden of delen(".kb-wijzer-reden")) reden.textContent = "";
    for (const deel of delen("[data-vorm], #wijzer-routes > li, [data-vertrek]")) deel.hidden = false;
    for (const naam of ["geen-vorm", "niets"]) veld(naam).hidden = true;
    veld("routes").append(...alle);
    veld("status").textContent = tekst("veranderd");
    history.replaceState(null, "", location.pathname);
  }

  function vraag() {
    const waarden = Object.fromEntries(NAMEN.map((naam) => [naam, veld(naam).value.trim()]));
    const fout = waarden.leerlingen !== "" && !/^\d{1,4}$/.test(waarden.leerlingen);
    veld("fout").textContent = fout ? tekst("getal") : "";
    veld("leerlingen").setAttribute("aria-invalid", String(fout));
    if (fout) veld("leerlingen").focus();
    return fout ? null : { ...waarden, leerlingen: waarden.leerlingen === "" ? null : Number(waarden.leerlingen) };
  }

  formulier.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const wens = vraag();
    if (!wens) return;
    const gevuld = Object.entries(wens).filter(([, waarde]) => waarde !== "" && waarde !== null);
    history.replaceState(null, "", `?${new URLSearchParams(gevuld)}`);
    toon(wens);
  });
  formulier.addEventListener("input", wis);
  const adres = new URLSearchParams(location.search);
  for (const naam of NAMEN) if (adres.has(naam)) veld(naam).value = adres.get(naam);
  if (adres.has("leerweg") && veld("leerweg").value && veld("niveau").value) {
    const wens = vraag();
    if (wens) toon(wens);
  }
}

if (typeof document !== "undefined") begin();
