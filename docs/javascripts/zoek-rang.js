// Ranks the pages for a question. The index was made by macros/zoekindex.py: words are folded, stemmed and taken apart
// there; here they are looked up, also when they are begun, bent or misspelt. `laad(naam)` brings a file of the index.

const GEWICHT = { heel: 1, begin: 0.45, buiging: 0.9, tikfout: 0.6, deel: 0.5 };
const ZELDZAAM = 1; // pages
const MEEST_BEGIN = 12; // longer words that a beginning may stand for

export const vouw = (tekst) => tekst.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
export const woordenVan = (vraag) => vouw(vraag).match(/[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu) ?? [];
const letterVan = (woord) => (/^[a-z]/.test(woord) ? woord[0] : "0");

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

/** Endings that a word may carry here and not on the site. */
const BUIGING = ["en", "n", "e", "s", "t", "je", "jes", "ing", "de", "te", "d"];
function* buigingen(woord) {
  for (const eind of BUIGING) {
    if (woord.length - eind.length >= 3 && woord.endsWith(eind)) yield woord.slice(0, -eind.length);
    if (woord.length >= 3) yield woord + eind;
  }
}

const fouten = (woord) => (woord.length < 4 ? 0 : woord.length < 8 ? 1 : 2);

export class Zoeker {
  constructor(hoofd, laad) {
    Object.assign(this, hoofd);
    this.laad = laad;
    this.stop = new Set(hoofd.stop);
    this.delen = new Map(); // letter → {vormen: Map word → stem, posten: Map stem → [page, worth, …]}
  }

  async deel(letter) {
    if (!this.delen.has(letter)) {
      const ruw = this.stukken.includes(letter) ? await this.laad(`t-${letter}.json`) : {};
      const vormen = new Map();
      const posten = new Map();
      for (const [stam, [anders, lijst]] of Object.entries(ruw)) {
        posten.set(stam, lijst);
        for (const vorm of [stam, ...anders]) vormen.set(vorm, stam);
      }
      this.delen.set(letter, { vormen, posten });
    }
    return this.delen.get(letter);
  }

  /** The stems that a word of the question may stand for: stem → what it counts; `via` says how it was found. */
  async termen(woord) {
    const { vormen } = await this.deel(letterVan(woord));
    const gevonden = new Map();
    const neem = (stam, weegt) => gevonden.set(stam, Math.max(weegt, gevonden.get(stam) ?? 0));
    if (vormen.has(woord)) neem(vormen.get(woord), GEWICHT.heel);
    if (woord.length > 2) {
      const langer = [...vormen.keys()].filter((vorm) => vorm !== woord && vorm.startsWith(woord)).sort((a, b) => a.length - b.length);
      for (const vorm of langer.slice(0, MEEST_BEGIN)) neem(vormen.get(vorm), GEWICHT.begin);
    }
    if (vormen.has(woord)) {
      const { posten } = await this.deel(letterVan(woord));
      // a word that stands on one page may be an odd spelling there: then also what it is nearly
      if ((posten.get(vormen.get(woord)) ?? []).length <= 2 * ZELDZAAM) await this.misspeld(woord, neem, true);
      return { gevonden, via: woord };
    }
    for (const vorm of buigingen(woord)) if (vormen.has(vorm)) neem(vormen.get(vorm), GEWICHT.buiging);
    if (gevonden.size) return { gevonden, via: woord };
    const via = await this.misspeld(woord, neem) ?? await this.samengesteld(woord, neem);
    return { gevonden, via: via ?? woord };
  }

  /** The words that differ least from a misspelt one; the first letter is taken to be right, or the first two swapped. */
  async misspeld(woord, neem, ander = false) {
    const hoogste = fouten(woord);
    if (!hoogste) return null;
    let [beste, naast] = [[], hoogste];
    for (const letter of new Set([letterVan(woord), letterVan(woord.slice(1))])) {
      const { vormen } = await this.deel(letter);
      for (const [vorm, stam] of vormen) {
        const ver = afstand(woord, vorm, naast);
        if (ver > naast || (ander && ver === 0)) continue;
        if (ver < naast) beste = [];
        naast = ver;
        beste.push([vorm, stam]);
      }
    }
    for (const [, stam] of beste) neem(stam, GEWICHT.tikfout);
    return beste.length ? beste[0][0] : null;
  }

  /** A compound that the site does not have, by the longest word of the site at its end or its beginning. */
  async samengesteld(woord, neem) {
    for (let plek = 3; plek <= woord.length - 4; plek += 1) {
      const rest = woord.slice(plek);
      const { vormen } = await this.deel(letterVan(rest));
      if (vormen.has(rest)) { neem(vormen.get(rest), GEWICHT.deel); return rest; }
    }
    const { vormen } = await this.deel(letterVan(woord));
    for (let eind = woord.length - 2; eind >= 4; eind -= 1) {
      const begin = woord.slice(0, eind);
      if (vormen.has(begin)) { neem(vormen.get(begin), GEWICHT.deel); return begin; }
    }
    return null;
  }

  /** The words of a question that say what it is about; all of them when nothing else is left. */
  kern(vraag) {
    const alle = woordenVan(vraag);
    const zinvol = alle.filter((woord) => !this.stop.has(woord));
    return zinvol.length ? zinvol : alle;
  }

  /** The pages for a question, best first: {treffers: [number of the page], woorden: to mark, anders: word → as found}. */
  async zoek(vraag) {
    const woorden = [...new Set(this.kern(vraag))];
    const punten = new Map();
    const geraakt = new Map();
    const anders = new Map();
    for (const woord of woorden) {
      const { gevonden, via } = await this.termen(woord);
      if (via !== woord) anders.set(woord, via);
      const hier = new Map();
      for (const [stam, weegt] of gevonden) {
        const lijst = (await this.deel(letterVan(stam))).posten.get(stam) ?? [];
        for (let n = 0; n < lijst.length; n += 2) hier.set(lijst[n], Math.max(hier.get(lijst[n]) ?? 0, lijst[n + 1] * weegt));
      }
      for (const [pagina, waard] of hier) {
        punten.set(pagina, (punten.get(pagina) ?? 0) + waard);
        geraakt.set(pagina, (geraakt.get(pagina) ?? 0) + 1);
      }
    }
    const volledig = (pagina) => (geraakt.get(pagina) / woorden.length) ** 2;
    const bonus = this.bonus(vraag, woorden);
    const score = (pagina) => punten.get(pagina) * volledig(pagina) * (bonus.get(pagina) ?? 1);
    const drempel = woorden.length > 2 ? 0.4 : 1; // of a long question half of the words will do
    const treffers = [...punten.keys()].filter((pagina) => geraakt.get(pagina) / woorden.length >= drempel);
    treffers.sort((a, b) => score(b) - score(a) || a - b);
    return { treffers, woorden: [...woorden, ...anders.values()], anders };
  }

  /** A page whose title is the question, or a term that the question names, comes first. */
  bonus(vraag, woorden) {
    const gevouwen = woordenVan(vraag).join(" ");
    const kern = woorden.join(" ");
    const bonus = new Map();
    this.paginas.forEach(([, titel], nummer) => {
      const eigen = woordenVan(titel).join(" ");
      if (eigen === gevouwen || eigen === kern) bonus.set(nummer, 2);
    });
    const begrip = this.begrip(vraag);
    if (begrip !== null) bonus.set(begrip, Math.max(bonus.get(begrip) ?? 1, 1.5));
    return bonus;
  }

  /** The number of the term that a question is about: the longest way to write one that stands in it. Or null. */
  begrip(vraag) {
    const gevouwen = ` ${woordenVan(vraag).join(" ")} `;
    const vormen = Object.keys(this.uitleg).filter((vorm) => gevouwen.includes(` ${vorm} `));
    const langste = vormen.sort((a, b) => b.length - a.length)[0];
    return langste ? this.uitleg[langste] : null;
  }
}
