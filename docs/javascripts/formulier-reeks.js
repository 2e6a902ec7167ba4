// Lists of groups in the form for a route, such as its phases: change an item, add one, take one away.

import { invoerVoor, leesHerkomst, lijstOfEen, openEditor, toonFouten, vulHerkomst } from "./formulier-editor.js";
import { BIJ, bij, leesItem, oud, staat, woord } from "./formulier-staat.js";

/** path → the list on the page: its element, its fields by name, and the names of all fields of an item that are no fact. */
export const reeksen = new Map([...document.querySelectorAll(".kb-form-reeks")].map((blok) => {
  const { pad, verplicht, minst, herkomst, label } = blok.dataset;
  const velden = new Map([...blok.querySelector("[data-velden]").content.querySelectorAll("[data-plek]")].map((veld) => [veld.dataset.plek, veld]));
  const plat = [...velden.values()].filter((veld) => veld.dataset.soort === "veld").map((veld) => veld.dataset.plek);
  const namen = [...plat, ...(herkomst === "ja" ? BIJ : [])];
  return [pad, { pad, blok, velden, namen, label, herkomst: herkomst === "ja", verplicht: verplicht === "ja", minst: Number(minst) }];
}));

const nieuwe = (reeks) => staat.wijzigingen.get(`${reeks.pad}.+`)?.waarde ?? [];
const isWeg = (pad) => staat.wijzigingen.get(pad)?.soort === "weg";
/** What an item is called: Fasen 2. */
export function naamVanItem(pad) {
  const [lijst, nummer] = [pad.slice(0, pad.lastIndexOf(".")), pad.slice(pad.lastIndexOf(".") + 1)];
  return `${reeksen.get(lijst).label}: ${nummer === "+" ? woord("erbij") : Number(nummer) + 1}`;
}
/** An item as it becomes. */
export const item = (pad) => ({ ...oud(pad), ...(staat.wijzigingen.get(pad)?.waarde ?? {}) });

function knop(tekst, omschrijving, doe) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "kb-knop kb-knop-licht";
  element.textContent = tekst;
  element.setAttribute("aria-label", `${tekst}: ${omschrijving}`);
  element.addEventListener("click", () => doe(element));
  return element;
}

/** Every list as it becomes. `klaar` is told what was taken over; `feiten` makes the rows of the facts of an item. */
export function toonReeksen(klaar, feiten) {
  for (const reeks of reeksen.values()) {
    const staan = (oud(reeks.pad) ?? []).map((_, nummer) => punt(reeks, `${reeks.pad}.${nummer}`, klaar, feiten));
    const erbij = nieuwe(reeks).map((waarde, nummer) => nieuwPunt(reeks, waarde, nummer, klaar));
    const lijst = reeks.blok.querySelector("ul");
    lijst.replaceChildren(...staan, ...erbij);
    lijst.hidden = !lijst.children.length;
    reeks.blok.querySelector("[data-niets]").hidden = Boolean(lijst.children.length);
    const erbijKnop = reeks.blok.querySelector("[data-erbij]");
    erbijKnop.onclick = () => openItem(reeks, "", {}, reeks.blok, erbijKnop, klaar);
  }
}

function punt(reeks, pad, klaar, feiten) {
  const element = document.createElement("li");
  element.dataset.item = pad;
  const wat = leesItem(reeks, item(pad));
  const tekst = document.createElement(isWeg(pad) ? "del" : "span");
  tekst.textContent = wat;
  element.append(tekst, " ");
  element.classList.toggle("kb-form-gewijzigd", staat.wijzigingen.has(pad));
  if (isWeg(pad)) {
    element.append(knop(woord("toch"), wat, () => { staat.wijzigingen.delete(pad); klaar(reeks.label, pad); }));
    return element;
  }
  element.append(knop(woord("wijzig"), wat, (zelf) => openItem(reeks, pad, item(pad), element, zelf, klaar)), " ");
  const over = oud(reeks.pad).filter((_, nummer) => !isWeg(`${reeks.pad}.${nummer}`)).length + nieuwe(reeks).length;
  if (over > reeks.minst) element.append(knop(woord("weg"), wat, () => haalWeg(reeks, pad, klaar)));
  if (reeks.blok.querySelector("[data-feiten]").content.children.length) element.append(feiten(reeks, pad));
  return element;
}

function haalWeg(reeks, pad, klaar) {
  for (const onder of [...staat.wijzigingen.keys()]) if (onder.startsWith(`${pad}.`)) staat.wijzigingen.delete(onder);
  staat.wijzigingen.set(pad, { soort: "weg", waarde: {} });
  klaar(reeks.label, pad);
}

function nieuwPunt(reeks, waarde, nummer, klaar) {
  const element = document.createElement("li");
  element.className = "kb-form-gewijzigd";
  const wat = leesItem(reeks, waarde);
  const weg = knop(woord("weg"), wat, () => {
    const over = nieuwe(reeks).filter((_, ander) => ander !== nummer);
    if (over.length) staat.wijzigingen.set(`${reeks.pad}.+`, { soort: "erbij", waarde: over });
    else staat.wijzigingen.delete(`${reeks.pad}.+`);
    klaar(reeks.label);
    reeks.blok.querySelector("[data-erbij]").focus();
  });
  element.append(wat, " ", weg);
  return element;
}

/** The editor of an item; without a path it is a new one, which also asks for its facts. */
function openItem(reeks, pad, nu, plek, opener, klaar) {
  const editor = bij("formulier-item").content.firstElementChild.cloneNode(true);
  editor.querySelector("legend").textContent = naamVanItem(pad || `${reeks.pad}.+`);
  const velden = [...reeks.velden.values()].filter((veld) => !pad || veld.dataset.soort === "veld");
  editor.querySelector("[data-hier]").append(...velden.map((veld) => {
    const kopie = veld.cloneNode(true);
    kopie.querySelector(".kb-plan-hulp").after(invoerVoor(veld, nu[veld.dataset.plek], veld.dataset.plek));
    return kopie;
  }));
  if (reeks.herkomst) vulHerkomst(editor, pad || `${reeks.pad}.0`, nu, true);
  else editor.querySelector("[data-herkomst]").remove();
  openEditor(editor, plek, opener, () => neem(reeks, pad, velden, editor, klaar));
}

function neem(reeks, pad, velden, editor, klaar) {
  const fouten = new Map();
  const gelezen = {};
  for (const veld of velden) {
    const naam = veld.dataset.plek;
    const leeg = ![...editor.querySelector(`[name="${naam}"]`).value].some((teken) => teken.trim());
    if (leeg && veld.dataset.verplicht === "nee") continue;
    gelezen[naam] = lijstOfEen(veld, editor, fouten, naam);
  }
  if (reeks.herkomst) Object.assign(gelezen, leesHerkomst(editor, pad ? oud(pad) : {}, fouten));
  if (toonFouten(editor, fouten, (plek) => (plek.dataset.vorm ? plek : null))) return;
  if (!pad) staat.wijzigingen.set(`${reeks.pad}.+`, { soort: "erbij", waarde: [...nieuwe(reeks), gelezen] });
  else if (zelfde(reeks, oud(pad), gelezen)) staat.wijzigingen.delete(pad);
  else staat.wijzigingen.set(pad, { soort: "item", waarde: gelezen });
  klaar(reeks.label, pad);
  if (!pad) reeks.blok.querySelector("[data-erbij]").focus();
}

const zelfde = (reeks, eerst, nieuw) => reeks.namen.every((naam) => JSON.stringify(eerst[naam]) === JSON.stringify(nieuw[naam]));
