// What the page of a model agreement knows: its articles, blanks, choices and words. Read once from the page itself.

export const bij = (id) => document.getElementById(id);
export const vul = (tekst, woorden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => woorden[naam] ?? "");
export const blok = bij("overeenkomst");
export const t = (naam, woorden = {}) => vul(blok.getAttribute(`data-t-${naam}`), woorden);
export const velden = [...blok.querySelectorAll("[data-veld]")];
export const knoppen = [...blok.querySelectorAll('[name^="keuze-"]')];
export const variant = bij("variant");
export const nu = () => variant?.value ?? "";

export const naamVan = (veld) => blok.querySelector(`label[for="${veld.id}"]`).textContent;
export const kop = (deel) => deel.querySelector("h3").textContent.replace(/\s+/g, " ").trim();
/** An element with a text and, if given, a class. */
export const maak = (soort, tekst = "", klasse = "") =>
  Object.assign(document.createElement(soort), { textContent: tekst }, klasse && { className: klasse });
/** Sets a text only where it differs, so that a live region does not say the same twice. */
export const zeg = (plek, tekst) => { if (plek.textContent !== tekst) plek.textContent = tekst; };
export const meld = (tekst) => zeg(bij("melding"), tekst);

const veldVan = (element) => ({ id: element.dataset.veld, nodig: element.dataset.nodig === "True" });
const keuzeVan = (keuze) => ({
  id: keuze.dataset.keuze,
  opties: Object.fromEntries([...keuze.querySelectorAll("[data-optie]")].map((optie) =>
    [optie.dataset.optie, [...optie.querySelectorAll("[data-veld]")].map(veldVan)])),
});

export const artikelen = [...blok.querySelectorAll("[data-artikel]")].map((deel) => ({
  deel,
  id: deel.dataset.artikel,
  onderwerp: deel.dataset.onderwerp ?? "",
  nietBij: (deel.dataset.nietBij ?? "").split(" ").filter(Boolean),
  keuzes: [...deel.querySelectorAll("[data-keuze]")].map(keuzeVan),
  velden: [...deel.querySelectorAll("[data-veld]")].filter((veld) => !veld.closest("[data-optie]")).map(veldVan),
}));
export const geldt = ({ nietBij }) => !nietBij.includes(nu());
export const naamVanOnderwerp = (letter) => `${letter}. ${blok.getAttribute(`data-onderwerp-${letter}`)}`;

export function geef(blob, naam) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: naam });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
