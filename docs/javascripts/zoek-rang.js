// Ranks the pages for a question. The index was made by macros/zoekindex.py: words are folded, stemmed and taken apart
// there; here they are looked up, also when they are begun, bent or misspelt. `laad(naam)` brings a file of the index.

import { afstand, buigingen, stukVan, woordenVan } from "./zoek-woorden.js";

const GEWICHT = { heel: 1, begin: 0.45, langer: 0.25, buiging: 0.9, tikfout: 0.6, deel: 0.5 };
const HELFT = 0.4; // of a long question about half of the words will do
const WEINIG = 5; // with fewer pages that have the words, pages with some of them follow
const TITEL = 2; // how much more a page counts whose title is the question
const ZELDZAAM = 1; // pages
const MISSCHIEN = 0.5; // how surely a word stands in a term that its list, which is full, does not name: terms are short
const [KORTST_DEEL, MINST_DEEL] = [5, 0.6]; // letters, and part of a compound, that must be left of it
const MEEST_BEGIN = 12; // longer words that a beginning may stand for

const fouten = (woord) => (woord.length < 4 ? 0 : woord.length < 8 ? 1 : 2);

export class Zoeker {
  constructor(hoofd, laad) {
    Object.assign(this, hoofd);
    this.laad = laad;
    this.stop = new Set(hoofd.stop);
    this.begrippen = new Set(Object.values(hoofd.uitleg));
    this.delen = new Map(); // two letters → promise of what `lees` reads
  }

  deel(naam) {
    if (!this.delen.has(naam)) this.delen.set(naam, this.lees(naam));
    return this.delen.get(naam);
  }

  /** A part of the index: {vormen: Map word → stem, posten: Map stem → [page, worth, …], heel: Set of words}. */
  async lees(naam) {
    const vormen = new Map();
    const posten = new Map();
    const heel = new Set(); // words, not stems that may be none
    const ruw = this.stukken.includes(naam) ? await this.laad(`t-${naam}.json`) : {};
    for (const [stam, [anders, lijst]] of Object.entries(ruw)) {
      posten.set(stam, lijst);
      for (const vorm of [stam, ...anders]) vormen.set(vorm, stam);
      for (const vorm of anders.length ? anders : [stam]) heel.add(vorm);
    }
    return { vormen, posten, heel };
  }

  async posten(stam) {
    return (await this.deel(stukVan(stam))).posten.get(stam) ?? [];
  }

  /** The stems that a word of the question may stand for: stem → what it counts; `via` says how it was found. */
  async termen(woord) {
    const { vormen } = await this.deel(stukVan(woord));
    const gevonden = new Map();
    const neem = (stam, weegt) => gevonden.set(stam, Math.max(weegt, gevonden.get(stam) ?? 0));
    if (vormen.has(woord)) neem(vormen.get(woord), GEWICHT.heel);
    if (woord.length > 2) {
      const langer = [...vormen.keys()].filter((vorm) => vorm !== woord && vorm.startsWith(woord)).sort((a, b) => a.length - b.length);
      for (const vorm of langer.slice(0, MEEST_BEGIN)) neem(vormen.get(vorm), vormen.has(woord) ? GEWICHT.langer : GEWICHT.begin);
    }
    if (vormen.has(woord)) {
      // a word that stands on few pages may be an odd spelling there: then also what it is nearly
      if ((await this.posten(vormen.get(woord))).length <= 2 * ZELDZAAM) await this.misspeld(woord, neem, true);
      return { gevonden, via: woord };
    }
    for (const vorm of buigingen(woord)) if (vormen.has(vorm)) neem(vormen.get(vorm), GEWICHT.buiging);
    if (gevonden.size) return { gevonden, via: woord };
    const via = await this.misspeld(woord, neem);
    if (via) return { gevonden, via };
    const delen = await this.samengesteld(woord, neem);
    return { gevonden, via: delen.at(-1) ?? woord, als: delen.join(" + ") };
  }

  /** The parts in which a misspelt word may stand: the first letter is taken to be right, or the first two swapped. */
  rondom(woord) {
    return [...new Set([...this.stukken.filter((naam) => naam[0] === stukVan(woord)[0]), stukVan(woord[1] + woord[0])])];
  }

  /** The words that differ least from a misspelt one. Of a word that is known only those nearby, so as to fetch little. */
  async misspeld(woord, neem, bekend = false) {
    const hoogste = fouten(woord);
    if (!hoogste) return null;
    let [beste, naast] = [[], hoogste];
    const namen = bekend ? [stukVan(woord), stukVan(woord[1] + woord[0])] : this.rondom(woord);
    for (const { vormen } of await Promise.all(namen.map((naam) => this.deel(naam)))) {
      for (const [vorm, stam] of vormen) {
        const ver = afstand(woord, vorm, naast);
        if (ver > naast || ver === 0) continue;
        if (ver < naast) beste = [];
        naast = ver;
        beste.push([vorm, stam]);
      }
    }
    for (const [, stam] of beste) neem(stam, GEWICHT.tikfout);
    return beste.length ? beste[0][0] : null;
  }

  /** A compound that the site does not have: by both its parts, or by the longest word of the site at its end or start
   * where that is most of it; returns what it was found by. */
  async samengesteld(woord, neem) {
    const plekken = [...Array(Math.max(0, woord.length - 6)).keys()].map((n) => n + 3);
    const eigen = await this.deel(stukVan(woord));
    const einden = await Promise.all(plekken.map((plek) => this.deel(stukVan(woord.slice(plek)))));
    const begin = (plek) => [woord.slice(0, plek), woord.slice(0, plek).replace(/s$/, "")].find((deel) => eigen.vormen.has(deel));
    const einde = (plek) => einden[plek - 3].vormen.get(woord.slice(plek));
    const genoeg = (deel) => deel.length >= KORTST_DEEL && deel.length >= MINST_DEEL * woord.length;
    const heel = (plek) => begin(plek) && einde(plek) && (plek > 3 || genoeg(woord.slice(plek)));
    const beide = plekken.find(heel) ?? plekken.find((plek) => einde(plek) && genoeg(woord.slice(plek)));
    if (beide) neem(einde(beide), GEWICHT.deel);
    const voor = begin(beide ?? plekken.findLast((plek) => begin(plek) && genoeg(begin(plek))));
    if (voor) neem(eigen.vormen.get(voor), GEWICHT.deel);
    return [voor, beide && woord.slice(beide)].filter(Boolean);
  }

  /** Words of the site that look like one for which there is no hit: few other letters. */
  async nabij(vraag) {
    const gevonden = [];
    for (const woord of this.kern(vraag).filter((deel) => deel.length > 2)) {
      const grens = Math.min(4, Math.ceil(woord.length / 2));
      for (const { heel } of await Promise.all(this.rondom(woord).map((naam) => this.deel(naam)))) {
        for (const vorm of heel) {
          const ver = vorm.length > 3 ? afstand(woord, vorm, grens) : grens;
          if (ver < grens) gevonden.push([ver, vorm]);
        }
      }
    }
    return gevonden.sort(([een, a], [ander, b]) => een - ander || (a < b ? -1 : 1)).slice(0, 4).map(([, vorm]) => vorm);
  }

  /** The words of a question that say what it is about; all of them when nothing else is left. */
  kern(vraag) {
    const alle = woordenVan(vraag);
    const zinvol = alle.filter((woord) => !this.stop.has(woord));
    return [...new Set(zinvol.length ? zinvol : alle)];
  }

  /** One word of the question: which pages it touches, how much each, and how much it matters (a rare word more). */
  async weeg(woord) {
    const { gevonden, via, als = via } = await this.termen(woord);
    const hier = new Map();
    const merk = [];
    let vol = false; // a list that is full names the best pages only: on the others the word may stand too
    for (const [stam, weegt] of gevonden) {
      const { posten, vormen } = await this.deel(stukVan(stam));
      const lijst = posten.get(stam) ?? [];
      vol ||= weegt >= GEWICHT.tikfout && lijst.length >= 2 * this.meest;
      for (let n = 0; n < lijst.length; n += 2) hier.set(lijst[n], Math.max(hier.get(lijst[n]) ?? 0, lijst[n + 1] * weegt));
      for (const [vorm, van] of vormen) if (van === stam) merk.push(vorm);
    }
    const { vormen } = await this.deel(stukVan(via));
    const eigen = vormen.get(via) ?? [...gevonden.keys()][0] ?? woord;
    const zelfde = new Set([woord, ...[...vormen].filter(([, stam]) => stam === eigen).map(([vorm]) => vorm)]);
    return { woord, via, als, eigen, zelfde, hier, vol, merk, belang: hier.size ? Math.log(1 + this.paginas.length / hier.size) : 0 };
  }

  /** [page, {punten: its worth, raak: how many words it has, belang: how much those matter}] for every page with one. */
  tel(delen) {
    const paginas = new Map(delen.flatMap(({ hier }) => [...hier.keys()]).map((pagina) => [pagina, { punten: 0, raak: 0, belang: 0 }]));
    for (const [pagina, telling] of paginas) {
      for (const { hier, vol, belang } of delen) {
        if (!vol && !hier.has(pagina)) continue;
        telling.punten += hier.get(pagina) ?? 0;
        telling.raak += 1;
        telling.belang += belang * (hier.has(pagina) || !this.begrippen.has(pagina) ? 1 : MISSCHIEN);
      }
    }
    return [...paginas];
  }

  /**
   * The pages for a question, best first. {treffers: [number of the page], merk: Set of words to mark, woorden: parts of
   * words to mark, anders: word → as found, zonder: words that the site does not have, begrip: number or null}
   */
  async zoek(vraag) {
    const delen = [];
    for (const woord of this.kern(vraag)) delen.push(await this.weeg(woord));
    const bekend = delen.filter(({ hier }) => hier.size);
    const alle = this.tel(bekend);
    const [begrip, lang] = this.begrip(vraag, new Map(delen.map(({ woord, eigen }) => [woord, eigen])));
    const bonus = this.bonus(delen).set(begrip, 1 + lang / 2);
    const totaal = bekend.reduce((som, deel) => som + deel.belang, 0);
    const score = ([pagina, { punten, belang }]) => punten * (belang / totaal) ** 2 * (bonus.get(pagina) ?? 1);
    const genoeg = ([, { raak }]) => raak / bekend.length >= (bekend.length > 2 ? HELFT : 1);
    const [eerst, daarna] = [alle.filter(genoeg), alle.filter((paar) => !genoeg(paar))].map((lijst) => lijst
      .map((paar) => [paar[0], score(paar)]).sort(([a, x], [b, y]) => y - x || a - b).map(([pagina]) => pagina));
    const treffers = eerst.length < WEINIG ? [...eerst, ...daarna] : eerst;
    return {
      treffers,
      woorden: delen.flatMap(({ woord, via }) => [woord, via]),
      merk: new Set(delen.flatMap((deel) => [deel.woord, ...deel.merk])),
      anders: new Map(delen.filter(({ woord, via }) => via !== woord).map(({ woord, als }) => [woord, als])),
      zonder: bekend.length ? delen.filter(({ hier }) => !hier.size).map(({ woord }) => woord) : [],
      begrip: delen.length === 1 || treffers.slice(0, 10).includes(begrip) ? begrip : null,
    };
  }

  /** A page whose title is the question, in whatever form of its words and with or without the common ones. */
  bonus(delen) {
    const bonus = new Map();
    const soms = [delen, delen.filter(({ vol }) => !vol)];
    this.titels ??= this.paginas.map(([, titel]) => this.kern(titel));
    this.titels.forEach((eigen, nummer) => {
      const isTitel = (lijst) => lijst.length === eigen.length && lijst.every(({ zelfde }) => eigen.some((woord) => zelfde.has(woord)));
      if (soms.some(isTitel)) bonus.set(nummer, TITEL);
    });
    return bonus;
  }

  /** The number of the term that a question is about (the longest way to write one that stands in it) or null, and how
   * many words that is. */
  begrip(vraag, stammen) {
    const gevouwen = ` ${woordenVan(vraag).map((woord) => stammen.get(woord) ?? woord).join(" ")} `;
    const vormen = Object.keys(this.uitleg).filter((vorm) => gevouwen.includes(` ${vorm} `));
    const langste = vormen.sort((a, b) => b.length - a.length)[0];
    return langste ? [this.uitleg[langste], langste.split(" ").length] : [null, 0];
  }
}
