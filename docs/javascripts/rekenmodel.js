// The page /rekenmodel/: its fields, the sheet beside it, the state in the address, Word and csv.

import { VELDEN, KEUZES, grootsteKost, neem, som } from "./rekenmodel-som.js";

const bij = (id) => document.getElementById(id);
const formulier = bij("reken-formulier");
const blad = bij("reken-blad");
const woord = (naam, woorden = {}) => bij("reken-teksten").getAttribute(`data-${naam}`)
  .replace(/\{(\w+)\}/g, (_, sleutel) => woorden[sleutel] ?? "");
const invoer = (veld) => bij(`reken-${veld}`);
const namen = Object.keys(VELDEN);
const aangeraakt = new Set();
const leeg = new Map([...blad.querySelectorAll("[data-vul]")].map((plek) => [plek.dataset.vul, [...plek.childNodes]]));

const meld = (tekst) => { bij("reken-status").textContent = tekst; };

// --- numbers as they are written here

const duizend = (getal) => String(getal).replace(/\B(?=(\d{3})+$)/g, ".");
/** Hundredths with two decimals: 1.234,50, or without decimals where `kort` and there are none. */
function schrijf(honderdsten, kort = false) {
  const [min, getal] = honderdsten < 0n ? ["−", -honderdsten] : ["", honderdsten];
  const rest = String(getal % 100n).padStart(2, "0");
  return min + duizend(getal / 100n) + (kort && rest === "00" ? "" : `,${rest}`);
}

// --- the sheet

/** Fills a place of the sheet; without text its blank comes back. */
function vul(naam, tekst) {
  blad.querySelector(`[data-vul="${naam}"]`).replaceChildren(...(tekst ? [tekst] : leeg.get(naam)));
}

function waarde(veld, getal) {
  const [soort] = VELDEN[veld];
  if (soort === "keuze") return invoer(veld).selectedOptions[0].textContent;
  if (soort === "aantal") return duizend(getal);
  return schrijf(getal, soort !== "bedrag") + (soort === "procent" ? "%" : "");
}

function vulGegevens(getallen, fouten) {
  for (const veld of namen) {
    if (veld === "eenheid") vul(veld, woord(`eenheid-${getallen.eenheid}`));
    else if (veld in fouten) vul(`v-${veld}`, "");
    else vul(`v-${veld}`, getallen[veld] === null ? woord("niet-ingevuld") : waarde(veld, getallen[veld]));
  }
}

/** Every step with the numbers of the reader. */
function formules(g, u) {
  const [geld, uur] = [schrijf, (getal) => schrijf(getal, true)];
  const samen = g["overhead-wijze"] === "samen";
  const procent = `${uur(g.overhead)}%`;
  const keer = (post) => (g[`${post}-per`] === "leerling" ? ` × ${duizend(g.leerlingen)}` : "");
  const bpv = (wie) => `${uur(g[`bpv-${wie}`])} × ${geld(g["bpv-tarief"])}${keer("bpv")}`;
  const af = [...(samen ? [u.overhead] : []), u.examen, u.administratie, u["bpv-school"] + u["bpv-mbo"]];
  const les = (wie) => {
    const deel = `${geld(u.rest > 0n ? u.rest : 0n)} × ${uur(g[`lesuren-${wie}`])} / ${uur(g["lesuren-school"] + g["lesuren-mbo"])}`;
    return samen ? deel : `${deel} − ${geld(u[`overhead-${wie}`])}`;
  };
  return {
    totaal: `${uur(g.gewogen)} × ${geld(g.input)} + ${uur(g["output-aantal"] ?? g.gewogen)} × ${geld(g.output)}`,
    overhead: samen ? `${procent} × ${geld(u.totaal)}` : `${procent} × ${geld(u["rest-school"])} + ${procent} × ${geld(u["rest-mbo"])}`,
    examen: geld(g.examen) + keer("examen"),
    administratie: geld(g.administratie) + keer("administratie"),
    bpv: `${bpv("school")} + ${bpv("mbo")}`,
    rest: [u.totaal, ...af].map((bedrag) => geld(bedrag)).join(" − "),
    "lessen-school": les("school"),
    "lessen-mbo": les("mbo"),
  };
}

function slot(g, u) {
  const plus = [u.school, u.mbo].map((deel) => schrijf(deel)).join(" + ");
  const vast = u["vast-school"];
  const woorden = { school: vast === null ? "" : schrijf(vast), mbo: vast === null ? "" : schrijf(u["vast-mbo"]), tekort: vast === null ? "" : schrijf(-u["vast-mbo"]) };
  const grens = u.minimum === null ? "nooit" : g.leskosten === null ? "zonder" : "alles";
  return {
    tekort: u.tekort ? schrijf(u.tekort) : woord("geen-tekort"),
    controle: `${plus}${u.tekort ? ` − ${schrijf(u.tekort)}` : ""} = ${schrijf(u.totaal)}`,
    overdracht: schrijf(u.school),
    minimum: woord(`minimum-${grens}`, { aantal: duizend(u.minimum ?? "") }),
    gesloten: woord("gesloten", { mbo: schrijf(u.totaal) }),
    vast: vast === null ? woord("vast-leeg") : woord(u["vast-mbo"] < 0n ? "vast-tekort" : "vast-ja", woorden),
  };
}

/** A part per pupil, to the cent nearest; it is for reading, nothing is added up from it. */
const perLeerling = (bedrag, aantal) => schrijf((2n * bedrag + aantal) / (2n * aantal));

function vulUitkomst(g, u) {
  const bedragen = { ...u, bpv: u["bpv-school"] + u["bpv-mbo"], ...Object.fromEntries(["school", "mbo"].flatMap((wie) => [[`samen-${wie}`, u[wie]], [`${wie}`, u[wie]]])), "examen-mbo": u.examen, "administratie-mbo": u.administratie };
  const som_ = formules(g, u);
  for (const [regel, tekst] of Object.entries(som_)) {
    vul(`f-${regel}`, tekst);
    vul(`b-${regel}`, schrijf(bedragen[regel]));
  }
  for (const plek of blad.querySelectorAll('[data-vul^="u-"]')) {
    const naam = plek.dataset.vul.slice(2);
    vul(plek.dataset.vul, naam.startsWith("per-leerling-") ? perLeerling(u[naam.slice(13)], g.leerlingen) : schrijf(bedragen[naam]));
  }
  Object.entries(slot(g, u)).forEach(([naam, tekst]) => vul(`s-${naam}`, tekst));
}

// --- mistakes

function toonFout(veld, tekst) {
  const melding = bij(`reken-${veld}-fout`);
  if (!melding) return;
  melding.textContent = tekst;
  if (tekst) invoer(veld).setAttribute("aria-invalid", "true");
  else invoer(veld).removeAttribute("aria-invalid");
}

/** The list above the form, with a link to every field; it takes the focus. */
function vatSamen(kop, velden) {
  const vak = bij("reken-fouten");
  const lijst = document.createElement("ul");
  for (const veld of velden) {
    const link = document.createElement("a");
    link.href = `#reken-${veld}`;
    link.textContent = `${formulier.querySelector(`label[for="reken-${veld}"]`).textContent}: ${bij(`reken-${veld}-fout`).textContent}`;
    link.addEventListener("click", (event) => { event.preventDefault(); invoer(veld).focus(); });
    lijst.appendChild(document.createElement("li")).append(link);
  }
  const regel = document.createElement("p");
  regel.textContent = kop;
  vak.replaceChildren(regel, lijst);
  vak.hidden = !velden.length;
  if (velden.length) vak.focus();
}

// --- from fields to sheet

const getypt = () => Object.fromEntries(namen.map((veld) => [veld, invoer(veld).value]));

/** Fills the sheet from the fields; `alles` shows what is wrong in fields that were not touched yet. */
function toon(alles = false) {
  const [getallen, fouten] = neem(getypt());
  const uitkomst = Object.keys(fouten).length ? null : som(getallen);
  for (const veld of namen) toonFout(veld, fouten[veld] && (alles || aangeraakt.has(veld)) ? woord(`fout-${fouten[veld]}`) : "");
  leeg.forEach((_, naam) => vul(naam, ""));
  // a sheet on which nothing was filled in stays the empty form
  if (adres() !== location.pathname) vulGegevens(getallen, fouten);
  if (uitkomst) vulUitkomst(getallen, uitkomst);
  if (uitkomst?.tekort) toonFout(grootsteKost(uitkomst), woord("fout-tekort", { tekort: schrijf(uitkomst.tekort) }));
  return { fouten: Object.keys(fouten), uitkomst };
}

function controleer(event) {
  event.preventDefault();
  const { fouten, uitkomst } = toon(true);
  fouten.forEach((veld) => aangeraakt.add(veld));
  bewaar();
  if (!uitkomst) {
    meld(woord("onvolledig"));
    vatSamen(woord(fouten.length === 1 ? "fouten-een" : "fouten-meer", { aantal: fouten.length }), fouten);
    return;
  }
  const woorden = { school: schrijf(uitkomst.school), mbo: schrijf(uitkomst.mbo), tekort: schrijf(uitkomst.tekort) };
  meld(woord(uitkomst.tekort ? "klaar-tekort" : "klaar", woorden));
  vatSamen(woord("fouten-tekort", woorden), uitkomst.tekort ? [grootsteKost(uitkomst)] : []);
}

// --- the address

function adres() {
  const delen = Object.entries(getypt()).filter(([veld, tekst]) => tekst.trim() && tekst !== KEUZES[veld]?.[0]);
  const vraag = new URLSearchParams(delen).toString();
  return `${location.pathname}${vraag ? `?${vraag}` : ""}`;
}

function bewaar(nieuw = false) {
  if (adres() !== location.pathname + location.search) history[nieuw ? "pushState" : "replaceState"](null, "", adres());
}

function uitAdres() {
  const vraag = new URLSearchParams(location.search);
  for (const veld of namen) zet(veld, vraag.get(veld) ?? "");
  aangeraakt.clear();
  // what stands in the address was typed once, so what is wrong with it may be said; what is empty is not
  namen.filter((veld) => vraag.get(veld)).forEach((veld) => aangeraakt.add(veld));
  bij("reken-fouten").hidden = true;
  toon();
}

function zet(veld, tekst) {
  invoer(veld).value = KEUZES[veld] && !KEUZES[veld].includes(tekst) ? KEUZES[veld][0] : tekst;
}

/** Other contents for every field; the browser's Back brings the former ones back. */
function vervang(waarden, melding) {
  bewaar();
  namen.forEach((veld) => zet(veld, waarden(veld)));
  aangeraakt.clear();
  bewaar(true);
  bij("reken-fouten").hidden = true;
  toon();
  meld(melding);
}

// --- files

function download(blob, naam) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const tekstVan = (element) => element.textContent.replace(/\s+/g, " ").trim();

async function word({ currentTarget: knop }) {
  try {
    const { maakWord } = await import("./notitie-word.js");
    const sjabloon = await fetch(knop.dataset.bestand);
    if (!sjabloon.ok) throw new Error(sjabloon.status);
    const plekken = [...blad.querySelectorAll("[data-vul]")].map((plek) => [plek.dataset.vul, plek.querySelector(".kb-leeg") ? "" : tekstVan(plek)]);
    download(maakWord(await sjabloon.arrayBuffer(), Object.fromEntries(plekken)), "rekenmodel-bijlage.docx");
    meld(woord("word"));
  } catch {
    meld(woord("word-fout"));
  }
}

/** The sheet as a table: names and values, the steps, the division. */
function csv() {
  const cel = (tekst) => (/^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst);
  const haal = (plek) => (plek.querySelector(".kb-leeg") ? "" : tekstVan(plek));
  const paren = [...blad.querySelectorAll("dl > div")].filter((rij) => rij.querySelector("[data-vul]")).map((rij) => [...rij.children].map(haal));
  const tabellen = [...blad.querySelectorAll("tr")].map((rij) => [...rij.children].map((deel) => haal(deel.querySelector("[data-vul]") ?? deel)));
  const gegevens = paren.slice(0, namen.length);
  const regels = [...gegevens, ...tabellen, ...paren.slice(namen.length)]
    .map((cellen) => cellen.map((tekst) => `"${cel(tekst).replaceAll('"', '""')}"`).join(";"));
  download(new Blob([`\ufeff${regels.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }), "rekenmodel.csv");
  meld(woord("csv"));
}

async function kopieer() {
  bewaar();
  try {
    await navigator.clipboard.writeText(location.href);
    meld(woord("gekopieerd"));
  } catch {
    meld(woord("niet-gekopieerd"));
  }
}

function begin() {
  document.querySelectorAll(".kb-rekenmodel .kb-zonder-script").forEach((deel) => deel.remove());
  formulier.addEventListener("input", () => toon());
  formulier.addEventListener("change", ({ target }) => { aangeraakt.add(target.name); toon(); bewaar(); });
  formulier.addEventListener("submit", controleer);
  bij("reken-voorbeeld").addEventListener("click", () => vervang((veld) => invoer(veld).dataset.voorbeeld, woord("geladen")));
  bij("reken-wis").addEventListener("click", () => vervang(() => "", woord("gewist")));
  bij("reken-word").addEventListener("click", word);
  bij("reken-csv").addEventListener("click", csv);
  bij("reken-adres").addEventListener("click", kopieer);
  addEventListener("popstate", uitAdres);
  uitAdres();
}

begin();
