// A Word file is a zip of XML. This fills the places of a template that was stored without compression.

const TABEL = Uint32Array.from({ length: 256 }, (_, nummer) => {
  let rest = nummer;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

export function crc32(inhoud) {
  let rest = 0xffffffff;
  for (const deel of inhoud) rest = TABEL[(rest ^ deel) & 255] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

/** The files in a zip without compression, as [name, bytes]. */
export function pakUit(buffer) {
  const kijk = new DataView(buffer);
  const bestanden = [];
  for (let plek = 0; kijk.getUint32(plek, true) === 0x04034b50;) {
    if (kijk.getUint16(plek + 8, true) !== 0) throw new Error("zip");
    const [naam, extra] = [kijk.getUint16(plek + 26, true), kijk.getUint16(plek + 28, true)];
    const [begin, lengte] = [plek + 30 + naam + extra, kijk.getUint32(plek + 18, true)];
    const tekst = new TextDecoder().decode(new Uint8Array(buffer, plek + 30, naam));
    bestanden.push([tekst, new Uint8Array(buffer, begin, lengte)]);
    plek = begin + lengte;
  }
  return bestanden;
}

/** The 26 bytes that a file has both before its contents and in the list at the end; 1 January 1980. */
function gegevens(naam, inhoud) {
  const kijk = new DataView(new ArrayBuffer(26));
  [[0, 20], [8, 33], [22, naam.length]].forEach(([plek, getal]) => kijk.setUint16(plek, getal, true));
  [[10, crc32(inhoud)], [14, inhoud.length], [18, inhoud.length]].forEach(([plek, getal]) => kijk.setUint32(plek, getal, true));
  return new Uint8Array(kijk.buffer);
}

/** The parts of a zip that holds these files as they are. */
export function pakIn(bestanden) {
  const [inhoudsopgave, delen] = [[], []];
  let plek = 0;
  for (const [tekst, inhoud] of bestanden) {
    const naam = new TextEncoder().encode(tekst);
    const kop = gegevens(naam, inhoud);
    const slot = new DataView(new ArrayBuffer(14));
    slot.setUint32(10, plek, true);
    inhoudsopgave.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), kop, new Uint8Array(slot.buffer), naam);
    delen.push(Uint8Array.of(0x50, 0x4b, 3, 4), kop, naam, inhoud);
    plek += 30 + naam.length + inhoud.length;
  }
  const slot = new DataView(new ArrayBuffer(22));
  const lang = inhoudsopgave.reduce((som, deel) => som + deel.length, 0);
  [[0, 0x06054b50], [12, lang], [16, plek]].forEach(([waar, getal]) => slot.setUint32(waar, getal, true));
  [8, 10].forEach((waar) => slot.setUint16(waar, bestanden.length, true));
  return [...delen, ...inhoudsopgave, new Uint8Array(slot.buffer)];
}

const ENTITEIT = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as it may stand in XML: marks escaped, and no character that XML forbids. */
export function ontsnap(tekst) {
  return tekst.replace(/\r\n?/g, "\n").replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (teken) => ENTITEIT[teken]);
}

const regels = (tekst) => ontsnap(tekst).replace(/\t/g, " ").split("\n").join('</w:t><w:br/><w:t xml:space="preserve">');

const PLEK = /<w:bookmarkStart [^>]*w:name="veld_(\w+)"\/>(<w:r>.*?)<w:t(?: [^>]*)?>[^<]*<\/w:t><\/w:r><w:bookmarkEnd [^>]*\/>/gs;
const ALINEA = /<w:p>(?:(?!<\/w:p>).)*?w:name="veld_(\w+)"(?:(?!<\/w:p>).)*<\/w:p>/gs;
const vulPlek = (xml, zoek) => xml.replace(PLEK, (leeg, plek, begin) => {
  const waarde = zoek(plek.replaceAll("_", "-"));
  return waarde?.trim() ? `${begin.replace(/<w:highlight [^>]*\/>/, "")}<w:t xml:space="preserve">${regels(waarde)}</w:t></w:r>` : leeg;
});

/** Every run within a bookmark `veld_…` gets the text of that name; a list of texts gets a paragraph per item. */
export function vulDocument(xml, waarden) {
  return vulPlek(xml.replace(ALINEA, (alinea, plek) => {
    const lijst = waarden[plek.replaceAll("_", "-")];
    return Array.isArray(lijst) && lijst.length ? lijst.map((tekst) => vulPlek(alinea, () => tekst)).join("") : alinea;
  }), (plek) => (Array.isArray(waarden[plek]) ? "" : waarden[plek]));
}

/** The filled file; `waarden` holds a text or a list of texts per place. */
export function maakWord(sjabloon, waarden) {
  const bestanden = pakUit(sjabloon).map(([naam, inhoud]) => [naam, naam !== "word/document.xml" ? inhoud
    : new TextEncoder().encode(vulDocument(new TextDecoder().decode(inhoud), waarden))]);
  return new Blob(pakIn(bestanden), { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
}
