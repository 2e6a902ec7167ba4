// A visitor's own plan: kept under one key in this browser, sent nowhere, and written only when the visitor changes it.
// {versie: 1, start: 2027 | null, taken: [task id], stappen: {step id: {datum: "2027-03-15", notitie: "…"}},
//  notitie: {field id: "…" | [id of what was ticked]}}; without a beslisnotitie there is no `notitie`.

import { isDag as bestaat } from "./dagen.js";

export const SLEUTEL = "leerroutes-plan";
const KENMERK = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MEEST = 1000; // tasks or steps; far more than there are
const LANGST = 5000; // characters of a note, as the field allows
const luisteraars = [];
let zonderOpslag = null; // the plan, where the browser refuses to keep anything

export const leeg = () => ({ versie: 1, start: null, taken: [], stappen: {} });

export const isLeeg = (plan) =>
  !plan.start && !plan.taken.length && !Object.keys(plan.stappen).length && !plan.notitie;

/** Whether a text is a day of a plan, as 2027-03-15. */
export const isDag = (tekst) => bestaat(tekst) && tekst.startsWith("20");

const isGroep = (waarde) => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);
const isKenmerk = (waarde) => typeof waarde === "string" && waarde.length <= 100 && KENMERK.test(waarde);

/** The filled fields of a beslisnotitie, or null when it is none. */
function valideerNotitie(notitie) {
  if (!isGroep(notitie)) return null;
  const goed = ([id, inhoud]) => isKenmerk(id) && (Array.isArray(inhoud)
    ? inhoud.length <= MEEST && inhoud.every(isKenmerk)
    : typeof inhoud === "string" && inhoud.length <= LANGST);
  const velden = Object.entries(notitie);
  if (velden.length > MEEST || !velden.every(goed)) return null;
  return Object.fromEntries(velden.filter(([, inhoud]) => inhoud.length));
}

/** A clean copy of a plan from a file or the store, or null when it is none. */
export function valideer(plan) {
  if (!isGroep(plan) || plan.versie !== 1 || !Array.isArray(plan.taken) || !isGroep(plan.stappen)) return null;
  if (plan.start !== null && !(Number.isInteger(plan.start) && plan.start >= 2000 && plan.start <= 2099)) return null;
  if (plan.taken.length > MEEST || !plan.taken.every(isKenmerk)) return null;
  const stappen = Object.entries(plan.stappen);
  const goed = ([id, { datum = "", notitie = "" }]) =>
    isKenmerk(id) && (datum === "" || isDag(datum)) && typeof notitie === "string" && notitie.length <= LANGST;
  if (stappen.length > MEEST || !stappen.every(([, stap]) => isGroep(stap)) || !stappen.every(goed)) return null;
  const notitie = valideerNotitie(plan.notitie ?? {});
  if (!notitie) return null;
  const schoon = stappen.map(([id, { datum = "", notitie = "" }]) => [id, { datum, notitie }]);
  return {
    versie: 1,
    start: plan.start,
    taken: [...new Set(plan.taken)],
    stappen: Object.fromEntries(schoon.filter(([, stap]) => stap.datum || stap.notitie)),
    ...(Object.keys(notitie).length && { notitie }),
  };
}

/** The plan in this browser; what cannot be read counts as no plan. */
export function lees() {
  if (zonderOpslag) return zonderOpslag;
  try {
    return valideer(JSON.parse(localStorage.getItem(SLEUTEL))) ?? leeg();
  } catch {
    return leeg();
  }
}

/** Keeps a plan; false when this browser keeps nothing, and then it lives as long as the page. */
export function bewaar(plan) {
  const schoon = valideer(plan) ?? leeg();
  try {
    if (isLeeg(schoon)) localStorage.removeItem(SLEUTEL);
    else localStorage.setItem(SLEUTEL, JSON.stringify(schoon));
    zonderOpslag = null;
  } catch {
    zonderOpslag = schoon;
  }
  ververs();
  return !zonderOpslag;
}

/** Changes the plan as it is now: another tab may have changed it since this page was opened. */
export function wijzig(doe) {
  const plan = lees();
  doe(plan);
  return bewaar(plan);
}

/** Calls `doe` with the plan, now and after every change, in another tab too. */
export function volg(doe) {
  luisteraars.push(doe);
  doe(lees());
}

const ververs = () => luisteraars.forEach((doe) => doe(lees()));

/** Says something below the checklist or the buttons, and aloud. */
export function meld(tekst, bewaard = true) {
  const waarschuwing = bewaard ? "" : " Let op: uw browser bewaart niets. Bewaar uw plan als bestand.";
  document.getElementById("vinkjes-status").textContent = tekst + waarschuwing;
}

if (typeof window !== "undefined") {
  window.addEventListener("storage", ({ key }) => { if (key === SLEUTEL || key === null) ververs(); });
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) ververs(); });
}
