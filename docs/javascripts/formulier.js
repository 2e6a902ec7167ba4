// The page /meewerken/formulier/: pick a route, change what is wrong, and take the file along. Nothing is sent.

import { openRij, sluit } from "./formulier-editor.js";
import { item, naamVanItem, reeksen, toonReeksen } from "./formulier-reeks.js";
import { lang } from "./formulier-splits.js";
import { bewaar, bewaard, bij, huidig, laatst, LEEG, lees, leesItem, oud, staat, tekst, woord } from "./formulier-staat.js";

const ADRES = 7000; // characters of an address that GitHub still takes
const blok = bij("formulier");
const vast = [...document.querySelectorAll("#formulier-velden dl > .kb-form-rij")].map((rij) => [rij.dataset.pad, rij]);

const zeg = (zin) => { bij("formulier-status").textContent = zin; };

// --- rows

function knopVan(rij) {
  const knop = rij.querySelector("button");
  knop.setAttribute("aria-label", `${knop.textContent}: ${rij.dataset.label}`);
  knop.onclick = () => openRij(rij, knop, klaar);
}

function toonRij(rij) {
  const { pad } = rij.dataset;
  rij.querySelector("[data-waarde]").textContent = lees(rij, huidig(pad));
  rij.classList.toggle("kb-form-gewijzigd", staat.wijzigingen.has(pad));
}

/** A copy of a row for a value within a list. */
function kopie(rij, pad, label) {
  const nieuw = rij.cloneNode(true);
  nieuw.querySelector(".kb-form-editor")?.remove();
  Object.assign(nieuw.dataset, { pad, label, soort: "feit" });
  nieuw.querySelector("dt").textContent = label;
  knopVan(nieuw);
  staat.rijen.set(pad, nieuw);
  toonRij(nieuw);
  return nieuw;
}

/** Below a fact of which the sources differ: a row for each reading. */
function lezingen(rij) {
  const { pad, label } = rij.dataset;
  while (rij.nextElementSibling?.dataset.lezing === pad) rij.nextElementSibling.remove();
  const waarden = lang(huidig(pad)).waarden ?? [];
  const rijen = waarden.map((_, nummer) => kopie(rij, `${pad}.waarden.${nummer}`, woord("lezing", { veld: label, nummer: nummer + 1 })));
  rijen.forEach((deel) => { deel.dataset.lezing = pad; });
  rij.after(...rijen);
}

/** The facts of an item of a list, such as the programme of a leerjaar. */
function feitenVan(reeks, pad) {
  const lijst = document.createElement("dl");
  lijst.className = "kb-form-lijst";
  const rijen = [...reeks.blok.querySelector("[data-feiten]").content.children];
  lijst.append(...rijen.map((rij) => kopie(rij, pad + rij.dataset.pad.slice(reeks.pad.length + 2), rij.dataset.label)));
  [...lijst.children].forEach((rij) => lezingen(rij));
  return lijst;
}

// --- what was changed

const reeksVan = (pad) => reeksen.get(pad.slice(0, pad.lastIndexOf(".")));

/** A change in words, and where it was read. */
function zin(pad, { soort, waarde, waar }) {
  if (soort === "erbij") return waarde.map((deel) => woord("zin-erbij", { veld: reeksVan(pad).label, tekst: leesItem(reeksVan(pad), deel) })).join("; ");
  if (soort === "weg") return woord("zin-weg", { veld: reeksVan(pad).label, tekst: leesItem(reeksVan(pad), oud(pad)) });
  if (soort === "item") return `${reeksVan(pad).label}: ${leesItem(reeksVan(pad), oud(pad))} → ${leesItem(reeksVan(pad), item(pad))}`;
  const rij = staat.rijen.get(pad);
  return `${rij.dataset.label}: ${lees(rij, oud(pad))} → ${lees(rij, waarde)}${waar ? ` (${waar})` : ""}`;
}

const naamVan = (pad) => staat.rijen.get(pad)?.dataset.label ?? naamVanItem(pad);

function toon() {
  sluit();
  for (const pad of staat.rijen.keys()) if (/\.\d+(\.|$)/.test(pad)) staat.rijen.delete(pad);
  for (const [, rij] of vast) toonRij(rij);
  for (const [, rij] of vast) if (rij.dataset.soort === "feit") lezingen(rij);
  toonReeksen(klaar, feitenVan);
  bij("formulier-lijst").replaceChildren(...[...staat.wijzigingen].map(([pad, wijziging]) => {
    const punt = document.createElement("li");
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "kb-knop kb-knop-licht";
    knop.textContent = woord("terug", { veld: naamVan(pad) });
    knop.addEventListener("click", () => { staat.wijzigingen.delete(pad); toon(); bij("formulier-klaar-kop").focus(); });
    punt.append(`${zin(pad, wijziging)} `, knop);
    return punt;
  }));
  bij("formulier-klaar").hidden = !staat.wijzigingen.size;
  bij("formulier-geen").hidden = Boolean(staat.wijzigingen.size);
  if (staat.wijzigingen.size) lever();
  bewaar();
}

/** After something was taken over; the focus goes to the item, which is drawn anew. */
function klaar(label, pad) {
  toon();
  zeg(woord("bewaard", { veld: label }));
  if (pad) document.querySelector(`[data-item="${pad}"] button`)?.focus();
}

// --- handing in

function lever() {
  const yml = tekst(reeksen);
  const nieuw = staat.id === LEEG;
  const naam = nieuw ? `${huidig("id") ?? "nieuw-route"}.yml` : staat.bestand.bestand.split("/").at(-1);
  const kop = woord("uitleg-kop", { naam: oud("naam") || huidig("naam") || woord("nieuw"), bestand: naam });
  const uitleg = [kop, ...[...staat.wijzigingen].map(([pad, wijziging]) => `- ${zin(pad, wijziging)}`)].join("\n");
  bij("formulier-yml").value = yml;
  bij("formulier-uitleg").value = uitleg;
  const op = bij("formulier-op");
  URL.revokeObjectURL(op.href);
  op.href = URL.createObjectURL(new Blob([yml], { type: "text/yaml" }));
  op.download = naam;
  const { repository, postvak } = blok.dataset;
  if (bij("formulier-stuur") && repository) bij("formulier-stuur").href = adres(repository, naam, nieuw, yml);
  if (bij("formulier-mail") && postvak) bij("formulier-mail").href = `mailto:${postvak}?subject=${encodeURIComponent(naam)}&body=${encodeURIComponent(uitleg.slice(0, 1500))}`;
}

/** The editor of the repository; a new file is filled in there when it fits in the address. */
function adres(repository, naam, nieuw, yml) {
  if (!nieuw) return `${repository}/edit/main/${staat.bestand.bestand}`;
  const leeg = `${repository}/new/main/data/routes?filename=${encodeURIComponent(naam)}`;
  const vol = `${leeg}&value=${encodeURIComponent(yml)}`;
  return vol.length > ADRES ? leeg : vol;
}

function kopieer(id) {
  bij(id).select();
  const gelukt = () => zeg(woord("gekopieerd"));
  navigator.clipboard?.writeText(bij(id).value).then(gelukt, () => { document.execCommand("copy"); gelukt(); });
}

async function kies(id) {
  const kept = bewaard(id);
  const antwoord = await fetch(`${encodeURIComponent(id)}.json`).catch(() => null);
  if (!antwoord?.ok) {
    zeg(woord("mislukt"));
    return;
  }
  staat.id = id;
  staat.bestand = await antwoord.json();
  // numbers of items mean nothing any more in a file that became another
  const zelfde = kept?.basis === staat.bestand.tekst;
  const bruikbaar = ([pad, { soort }]) => (soort === "erbij" ? reeksVan(pad) : zelfde || staat.rijen.has(pad));
  staat.wijzigingen = new Map((kept?.wijzigingen ?? []).filter(bruikbaar));
  staat.rijen.get("id").hidden = id !== LEEG;
  bij("formulier-velden").hidden = false;
  toon();
  const naam = bij("formulier-route").selectedOptions[0].textContent;
  zeg(woord(kept && !zelfde ? "anders" : "geopend", { naam }));
}

function keuzeFout(tekst) {
  bij("formulier-route-fout").textContent = tekst;
  if (tekst) bij("formulier-route").setAttribute("aria-invalid", "true");
  else bij("formulier-route").removeAttribute("aria-invalid");
}

function begin() {
  const lijst = bij("formulier-route");
  for (const [pad, rij] of vast) {
    staat.rijen.set(pad, rij);
    knopVan(rij);
  }
  bij("formulier-kies").addEventListener("submit", (event) => {
    event.preventDefault();
    keuzeFout(lijst.value ? "" : woord("kies-eerst"));
    if (lijst.value) kies(lijst.value);
    else lijst.focus();
  });
  lijst.addEventListener("change", () => keuzeFout(""));
  bij("formulier-kopieer").addEventListener("click", () => kopieer("formulier-yml"));
  bij("formulier-kopieer-uitleg").addEventListener("click", () => kopieer("formulier-uitleg"));
  bij("formulier-wis").addEventListener("click", () => { staat.wijzigingen.clear(); toon(); zeg(woord("gewist")); });
  const gevraagd = new URLSearchParams(location.search).get("route");
  const id = [gevraagd, laatst()].find((naam) => naam && [...lijst.options].some((optie) => optie.value === naam));
  if (!id) return;
  lijst.value = id;
  kies(id);
}

begin();
