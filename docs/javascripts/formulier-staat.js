// What the form at /meewerken/formulier/ knows: the file that is open, what was changed in it, and how a value reads.
// What is not handed in yet is kept in this browser under `leerroutes-formulier`.

import { haal, lang, splits } from "./formulier-splits.js";

const SLEUTEL = "leerroutes-formulier";
export const LEEG = "_leeg";
export const BIJ = ["bron", "plaats", "schooljaar", "gecontroleerd_op"];
export const bij = (id) => document.getElementById(id);
export const woord = (naam, woorden = {}) => bij("formulier-teksten").getAttribute(`data-${naam}`)
  .replace(/\{(\w+)\}/g, (_, sleutel) => woorden[sleutel] ?? "");
export const bericht = (code) => bij("formulier-berichten").getAttribute(`data-${code.replaceAll("_", "-")}`);
export const vorm = (rij) => JSON.parse(rij.dataset.vorm);
export const vandaag = () => new Date().toISOString().slice(0, 10);

/** `rijen`: path → its row; `wijzigingen`: path → {soort, waarde, waar}. The kinds: feit and veld (a row), item and weg
 *  (an item of a list, at `list.0`), erbij (new items, at `list.+`). `waar`: source and day of what has no place in the file. */
export const staat = { id: "", bestand: null, rijen: new Map(), wijzigingen: new Map() };

// --- what is kept

const heel = ([pad, deel]) => typeof pad === "string" && ["feit", "veld", "item", "weg", "erbij"].includes(deel?.soort);

/** {laatst, routes: {id: {basis, wijzigingen}}}: the work per route, and the text of the file it was done in. */
function alles() {
  try {
    const { laatst, routes } = JSON.parse(localStorage.getItem(SLEUTEL));
    return { laatst, routes: Object.fromEntries(Object.entries(routes).filter(([, werk]) => werk.wijzigingen.every(heel))) };
  } catch {
    return { laatst: "", routes: {} };
  }
}

export const laatst = () => alles().laatst;
export const bewaard = (id) => alles().routes[id];

export function bewaar() {
  const { id, bestand, wijzigingen } = staat;
  const { routes } = alles();
  delete routes[id];
  if (wijzigingen.size) routes[id] = { basis: bestand.tekst, wijzigingen: [...wijzigingen] };
  try {
    if (Object.keys(routes).length) localStorage.setItem(SLEUTEL, JSON.stringify({ laatst: id, routes }));
    else localStorage.removeItem(SLEUTEL);
  } catch {
    // the browser keeps nothing; the work stays on the page
  }
}

// --- values

export const oud = (pad) => haal(staat.bestand.waarden, pad);
/** The value of a row as it becomes. */
export const huidig = (pad) => staat.wijzigingen.get(pad)?.waarde ?? oud(pad);

/** The source by which a fact or item goes when it names none: that of its section, or of the route. */
export function bronVan(pad) {
  for (let boven = pad; ; boven = boven.slice(0, boven.lastIndexOf("."))) {
    const deel = boven.includes(".") ? oud(boven.slice(0, boven.lastIndexOf("."))) : null;
    if (deel?.bron) return deel.bron;
    if (!boven.includes(".")) return staat.bestand.waarden.bronnen?.[0]?.bron;
  }
}

export const naamVanBron = (id) => [...bij("formulier-bronnen").content.children].find((optie) => optie.value === id)?.textContent ?? id;

// --- in words

export const keuzes = (rij) => [...rij.querySelector("template").content.querySelectorAll("option")];
const naamVan = (rij, waarde) => keuzes(rij).find((optie) => optie.value === String(waarde))?.textContent ?? String(waarde);
export const inWoorden = (rij, waarde) => [waarde].flat().map((deel) => naamVan(rij, deel)).join("; ");

const jaarVan = ({ schooljaar }) => (schooljaar ? ` (${schooljaar === "onbekend" ? woord("jaar-onbekend") : schooljaar})` : "");

export function lees(rij, waarde) {
  if (waarde === undefined) return woord("niets");
  if (rij.dataset.soort === "veld") return inWoorden(rij, waarde);
  const feit = lang(waarde);
  const jaar = jaarVan(feit);
  if (feit.onbekend) return woord("onbekend", { reden: feit.onbekend });
  const kern = (deel) => ("van" in deel ? `${deel.van}–${deel.tot}` : inWoorden(rij, deel.waarde));
  if (feit.waarden) return woord("verschillen", { lezingen: feit.waarden.map((deel) => kern(lang(deel))).join(" / "), keuze: feit.keuze });
  return [feit.aanduiding, kern(feit), rij.dataset.eenheid].filter(Boolean).join(" ") + jaar;
}

/** The fields of an item of a list on one line. */
export function leesItem(reeks, item) {
  const delen = [...reeks.velden.values()].filter((rij) => rij.dataset.soort === "veld" && item[rij.dataset.plek] !== undefined)
    .map((rij) => `${rij.dataset.label}: ${inWoorden(rij, item[rij.dataset.plek])}`);
  return delen.join("; ") + jaarVan(item);
}

// --- the file

/** The changes as the splicer takes them: all that happens to one list together. */
function ingrepen(reeksen) {
  const lijsten = new Map();
  const gewoon = [];
  for (const [pad, { soort, waarde }] of staat.wijzigingen) {
    const lijst = pad.slice(0, pad.lastIndexOf("."));
    if (soort === "weg" || soort === "erbij") {
      const deel = lijsten.get(lijst) ?? { pad: lijst, weg: [], erbij: [], verplicht: reeksen.get(lijst).verplicht };
      if (soort === "weg") deel.weg.push(Number(pad.slice(lijst.length + 1)));
      else deel.erbij = waarde;
      lijsten.set(lijst, deel);
    } else if (soort === "item") gewoon.push({ pad, item: waarde, namen: reeksen.get(lijst).namen });
    else gewoon.push({ pad, waarde, feit: soort === "feit" });
  }
  return [...gewoon, ...[...lijsten.values()].map((deel) => ({ ...deel, weg: deel.weg.sort((a, b) => a - b) }))];
}

export const tekst = (reeksen) => splits(staat.bestand, ingrepen(reeksen));
