// The answers to one model agreement: {versie: 1, model, modelversie, variant, velden: {id: text}, keuzes: {id: option},
// route, vooraf: {id: text}}: the route that was chosen to fill from, and which texts are still as it filled them in.
// Kept under one key per page in this browser, sent nowhere.

const KENMERK = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LANGST = 5000;

export const sleutel = (model) => `leerroutes-overeenkomst-${model}`;
/** Whether a text holds anything that can be seen; spaces, also those of no width, are no answer. */
export const gevuld = (tekst) => /[^\s\p{C}\p{Z}]/u.test(tekst ?? "");
export const leeg = (model) => ({ versie: 1, model, variant: "", velden: {}, keuzes: {}, route: "", vooraf: {} });

const isGroep = (waarde) => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);

/** A clean copy of answers from a file or the store; null when they are none, or belong to another model. */
export function valideer(inhoud, model) {
  if (!isGroep(inhoud) || inhoud.versie !== 1 || inhoud.model !== model) return null;
  if (!isGroep(inhoud.velden) || !isGroep(inhoud.keuzes) || typeof inhoud.variant !== "string") return null;
  const delen = [...Object.entries(inhoud.velden), ...Object.entries(inhoud.keuzes), ["variant", inhoud.variant]];
  if (delen.length > 1000) return null;
  const goed = ([id, tekst]) => KENMERK.test(id) && typeof tekst === "string" && tekst.length <= LANGST;
  if (!delen.every(goed) || !Object.values(inhoud.keuzes).every((optie) => KENMERK.test(optie))) return null;
  const modelversie = typeof inhoud.modelversie === "string" ? inhoud.modelversie.slice(0, 20) : "";
  const alleen = (groep) => Object.fromEntries(Object.entries(groep).filter(([, tekst]) => gevuld(tekst)));
  const velden = alleen(inhoud.velden);
  const vooraf = Object.entries(isGroep(inhoud.vooraf) ? inhoud.vooraf : {}).filter(([id, tekst]) => Object.hasOwn(velden, id) && velden[id] === tekst);
  const route = KENMERK.test(inhoud.route) ? inhoud.route : "";
  return { versie: 1, model, modelversie, variant: inhoud.variant, velden, keuzes: alleen(inhoud.keuzes), route, vooraf: Object.fromEntries(vooraf) };
}

/** What differs between two sets of answers, as [kind, id, mine, theirs]. */
export function verschillen(mijn, ander) {
  const gevonden = mijn.variant === ander.variant ? [] : [["variant", "variant", mijn.variant, ander.variant]];
  for (const soort of ["keuzes", "velden"]) {
    for (const id of new Set([...Object.keys(mijn[soort]), ...Object.keys(ander[soort])])) {
      const [een, twee] = [mijn[soort][id] ?? "", ander[soort][id] ?? ""];
      if (een.trim() !== twee.trim()) gevonden.push([soort, id, een, twee]);
    }
  }
  return gevonden;
}

/** Whether an article is complete: every needed blank that counts is filled and every choice is made. Spaces are no answer. */
export const klaar = (artikel, { velden, keuzes }) =>
  artikel.keuzes.every((keuze) => keuzes[keuze.id])
  && [...artikel.velden, ...artikel.keuzes.flatMap((keuze) => keuze.opties[keuzes[keuze.id]] ?? [])]
    .every((veld) => !veld.nodig || gevuld(velden[veld.id]));

/** The letters that the law asks for in this variant and that are not regulated; e only counts when money moves. */
export function nogNiet(artikelen, gevraagd, variant, antwoorden) {
  const geldt = artikelen.filter(({ nietBij }) => !nietBij.includes(variant));
  return gevraagd.filter((letter) => {
    const eigen = geldt.filter(({ onderwerp }) => onderwerp === letter);
    return !eigen.length || !eigen.every((artikel) => klaar(artikel, antwoorden));
  });
}

/** Whether all of a clash is chosen; `als` holds keuze=optie. */
export const botst = (als, variant, keuzes) =>
  als.every((deel) => {
    const [keuze, optie] = deel.split("=");
    return keuze === "variant" ? variant === optie : keuzes[keuze] === optie;
  });

/** How many choices take part in these clashes; the variant of the model is no choice of its own. */
export const botsende = (lijst) =>
  new Set(lijst.flat().map((deel) => deel.split("=")[0]).filter((keuze) => keuze !== "variant")).size;
