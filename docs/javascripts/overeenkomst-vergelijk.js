// Two sets of answers beside each other, clause by clause.

import { verschillen } from "./overeenkomst-staat.js";
import { bij, blok, kop, maak, meld, naamVan, t, variant } from "./overeenkomst-blad.js";

const keuzeVan = (id) => blok.querySelector(`[data-keuze="${id}"]`);

/** What a difference is about, and in which clause it stands; null when this model has no such place. */
function waar(soort, id) {
  if (soort === "variant") return variant && { naam: blok.querySelector('label[for="variant"]').textContent, deel: null };
  const plek = soort === "keuzes" ? keuzeVan(id) : bij(`veld-${id}`);
  return plek && { naam: soort === "keuzes" ? plek.querySelector("legend").textContent : naamVan(plek), deel: plek.closest("[data-artikel]") };
}

function woorden(soort, id, waarde) {
  if (soort === "keuzes") return keuzeVan(id).querySelector(`[data-optie="${waarde}"] strong`)?.textContent ?? waarde;
  if (soort === "variant") return [...variant.options].find(({ value }) => value === waarde)?.textContent ?? waarde;
  return waarde;
}

/** Shows what differs between two sets, each with its name. */
export function vergelijk([een, mijn], [ander, hun]) {
  const lijst = verschillen(mijn, hun).map((verschil) => [waar(...verschil), ...verschil]).filter(([plek]) => plek);
  const volgorde = ([{ deel }]) => (deel ? [...blok.querySelectorAll("[data-artikel]")].indexOf(deel) : -1);
  lijst.sort((a, b) => volgorde(a) - volgorde(b));
  const soort = { 0: "gelijk", 1: "verschil-een" }[lijst.length] ?? "verschil";
  meld(t(soort, { aantal: lijst.length, een, ander }));
  bij("verschillen").replaceChildren(...lijst.map(([{ naam, deel }, wat, id, oud, nieuw]) => {
    const [regel, inhoud] = [maak("div", "", "kb-rij"), maak("dd", "", "kb-waarde kb-naast")];
    for (const [wie, waarde] of [[een, oud], [ander, nieuw]]) {
      const tekst = maak("p", `${wie[0].toUpperCase()}${wie.slice(1)}: `);
      tekst.append(waarde ? maak("strong", woorden(wat, id, waarde)) : t("geen-verschil"));
      inhoud.append(tekst);
    }
    regel.append(maak("dt", deel ? `${kop(deel)}: ${naam}` : naam), inhoud);
    return regel;
  }));
}
