// Words: folding, comparing, and where they stand in a text. The twin of the first part is macros/zoekindex.py.

export const vouw = (tekst) => tekst.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const WOORD = /[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu;
const LETTERS = /(?<![\p{L}\p{N}])(\p{L}) ?(?:&| en ) ?(\p{L})(?![\p{L}\p{N}])/gu; // h & b and h en b are h&b
export const woordenVan = (vraag) => vouw(vraag).replace(LETTERS, "$1&$2").match(WOORD) ?? [];
/** The part of the index in which a word stands. */
export const stukVan = (woord) => [...woord.padEnd(2).slice(0, 2)].map((teken) => (/[a-z]/.test(teken) ? teken : "0")).join("");

/** How many letters differ (Damerau-Levenshtein: a swap is one), or more than `hoogste`. */
export function afstand(a, b, hoogste) {
  if (Math.abs(a.length - b.length) > hoogste) return hoogste + 1;
  let [voor, vorig] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    const rij = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const gelijk = a[i - 1] === b[j - 1] ? 0 : 1;
      rij[j] = Math.min(vorig[j] + 1, rij[j - 1] + 1, vorig[j - 1] + gelijk);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rij[j] = Math.min(rij[j], voor[j - 2] + 1);
    }
    if (Math.min(...rij) > hoogste) return hoogste + 1;
    [voor, vorig] = [vorig, rij];
  }
  return vorig[b.length];
}

/** Where the words stand that answer a question: [[begin, end, folded word], …]; a part of a compound counts too. */
export function plekken(tekst, { merk, woorden }) {
  const lang = woorden.filter((woord) => woord.length > 3);
  const raak = (woord) => merk.has(woord) || lang.some((deel) => woord.startsWith(deel) || woord.endsWith(deel));
  return [...tekst.matchAll(/[\p{L}\p{M}\p{N}]+(?:&[\p{L}\p{M}\p{N}]+)*/gu)]
    .map((gevonden) => [gevonden.index, gevonden.index + gevonden[0].length, vouw(gevonden[0])])
    .filter(([, , woord]) => raak(woord));
}

/** The stretch of `lengte` characters with the most different words that answer the question. */
export function fragment(tekst, antwoord, lengte) {
  const alle = plekken(tekst, antwoord).slice(0, 40); // more are not weighed: who types does not wait
  const rijk = alle.map(([begin]) => new Set(alle.filter(([b, e]) => b >= begin && e <= begin + lengte - 60).map(([, , w]) => w)).size);
  const plek = alle.length ? alle[rijk.indexOf(Math.max(...rijk))][0] : 0;
  const begin = plek < 60 ? 0 : tekst.indexOf(" ", plek - 60) + 1;
  if (begin + lengte >= tekst.length) return (begin ? "… " : "") + tekst.slice(begin);
  const stuk = tekst.slice(begin, begin + lengte);
  return `${begin ? "… " : ""}${stuk.slice(0, stuk.lastIndexOf(" "))} …`;
}

/** Endings that a word may carry here and not on the site. */
const BUIGING = ["en", "n", "e", "s", "t", "je", "jes", "ing", "de", "te", "d"];
export function* buigingen(woord) {
  for (const eind of BUIGING) {
    if (woord.length - eind.length >= 3 && woord.endsWith(eind)) yield woord.slice(0, -eind.length);
    if (woord.length >= 3) yield woord + eind;
  }
}
