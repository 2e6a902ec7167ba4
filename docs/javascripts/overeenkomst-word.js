// Fills a copy of the model in Word: content controls with the tag of a field take its text; what was not chosen goes out.
// A blank stays a content control, so that it can be filled in Word.

import { pakIn, pakUit } from "./notitie-word.js";
import { gevuld } from "./overeenkomst-staat.js";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const VERBODEN = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu; // what XML does not know
const kind = (element, naam) => [...element.children].find((deel) => deel.localName === naam);

/** The content controls of a document by their tag, the deepest first. */
function houders(xml) {
  const alle = [...xml.getElementsByTagNameNS(W, "sdt")].reverse();
  return alle.map((houder) => {
    const tag = kind(kind(houder, "sdtPr"), "tag")?.getAttributeNS(W, "val") ?? "";
    return [houder, tag.includes(":") ? tag.split(/:(.*)/) : ["veld", tag]];
  });
}

const pakUitHouder = (houder) => houder.replaceWith(...kind(houder, "sdtContent").childNodes);

/** A run with this text in the place of a content control; a new line becomes a break. */
function vulVeld(xml, houder, tekst) {
  const stuk = xml.createElementNS(W, "w:r");
  tekst.replace(/\r\n?/g, "\n").replace(VERBODEN, "").split("\n").forEach((regel, n) => {
    if (n) stuk.append(xml.createElementNS(W, "w:br"));
    const deel = xml.createElementNS(W, "w:t");
    deel.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    deel.textContent = regel.replaceAll("\t", " ");
    stuk.append(deel);
  });
  houder.replaceWith(stuk);
}

/** Below the title: in bold that choices clash, and a paragraph per clash. */
function waarschuw(xml, teksten) {
  const titel = xml.getElementsByTagNameNS(W, "p")[0];
  titel.after(...teksten.map((tekst, n) => {
    const [alinea, stuk, deel] = ["p", "r", "t"].map((naam) => xml.createElementNS(W, `w:${naam}`));
    const vorm = xml.createElementNS(W, n ? "w:pPr" : "w:rPr");
    const soort = xml.createElementNS(W, n ? "w:pStyle" : "w:b");
    if (n) soort.setAttributeNS(W, "w:val", "ListBullet");
    vorm.append(soort);
    deel.textContent = tekst;
    if (n) alinea.append(vorm);
    else stuk.append(vorm);
    stuk.append(deel);
    alinea.append(stuk);
    return alinea;
  }));
}

/** The document with the answers; `valtWeg` are the articles that this variant does not have. */
export function vulDocument(tekst, { variant, velden, keuzes }, valtWeg, waarschuwing) {
  const xml = new DOMParser().parseFromString(tekst, "application/xml");
  for (const [houder, [soort, naam]] of houders(xml)) {
    const [keuze, optie] = naam.split("=");
    if (soort === "veld") {
      if (gevuld(velden[naam])) vulVeld(xml, houder, velden[naam]);
    } else if (soort === "artikel" ? valtWeg.includes(naam) : soort === "variant" ? naam !== variant : false) houder.remove();
    else if (soort === "artikel" || soort === "variant") pakUitHouder(houder);
    else if (soort === "optie" && keuzes[keuze]) {
      if (keuzes[keuze] === optie) pakUitHouder(houder);
      else houder.remove();
    } else if (keuzes[keuze]) houder.remove(); // the question, and what each answer means
  }
  waarschuw(xml, waarschuwing);
  return new XMLSerializer().serializeToString(xml);
}

/** The filled Word file as a Blob. */
export function maakWord(sjabloon, antwoorden, valtWeg, waarschuwing = []) {
  const bestanden = pakUit(sjabloon).map(([naam, inhoud]) => [naam, naam !== "word/document.xml" ? inhoud
    : new TextEncoder().encode(vulDocument(new TextDecoder().decode(inhoud), antwoorden, valtWeg, waarschuwing))]);
  return new Blob(pakIn(bestanden), { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
}
