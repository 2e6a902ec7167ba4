// Puts changed values in the text of a YAML file, and leaves every other character as it was. There is no YAML reader
// here: where each value stands came with the file (macros/ligging.py). A file is
// {tekst, bom, waarden, stukken: {"pad.naam": [begin, eind, soort, sleutel]}}; soort as in ligging.py.

const RAND = 118; // characters a line
// What can stand without quotes: an id, a year, a day. Everything else gets quotes, or is a number.
const KAAL = /^([a-z][a-z0-9]*(-[a-z0-9]+)*|\d{4}-\d{4}|\d{4}-\d{2}-\d{2})$/;
const ANDERS = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** The value at a path; undefined where there is none. */
export const haal = (waarden, pad) => pad.split(".").reduce((deel, naam) => deel?.[naam], waarden);

/** A value as YAML on one line. */
export function yaml(waarde) {
  if (Array.isArray(waarde)) return `[${waarde.map(yaml).join(", ")}]`;
  if (typeof waarde === "object") return `{${Object.entries(waarde).map(([naam, deel]) => `${naam}: ${yaml(deel)}`).join(", ")}}`;
  if (typeof waarde === "number") return String(waarde);
  return KAAL.test(waarde) && !ANDERS.test(waarde) ? waarde : JSON.stringify(waarde);
}

/** Free text over lines that begin with `marge`; `kop` is >- or what stood there. */
function blok(kop, tekst, marge, eind) {
  const regels = [""];
  for (const woord of tekst.split(/\s+/)) {
    const laatste = regels.length - 1;
    if (regels[laatste] && marge.length + regels[laatste].length + woord.length >= RAND) regels.push(woord);
    else regels[laatste] += (regels[laatste] && " ") + woord;
  }
  return [kop, ...regels.map((regel) => marge + regel)].join(eind);
}

const isGroep = (waarde) => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);
const isReeks = (waarde) => Array.isArray(waarde) && waarde.some(isGroep);
const gelijk = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** A fact in its long form. */
export const lang = (feit) => (feit === undefined ? {} : isGroep(feit) ? feit : { waarde: feit });
const ouder = (pad) => (pad.includes(".") ? pad.slice(0, pad.lastIndexOf(".")) : "");
const naamVan = (pad) => pad.slice(pad.lastIndexOf(".") + 1);

class Splitser {
  constructor(bestand) {
    Object.assign(this, bestand);
    this.eind = this.tekst.includes("\r\n") ? "\r\n" : "\n";
    this.ingrepen = []; // [begin, eind, new text, depth]
    this.nieuw = {}; // groups that are not there yet → their fields
  }

  ruil(begin, eind, tekst, diepte = 0) { this.ingrepen.push([begin, eind, tekst, diepte]); }

  /** Puts a value in the place of another. */
  vervang(pad, waarde) {
    const [begin, eind, soort] = this.stukken[pad];
    if (soort === "lijst" && Array.isArray(waarde) && waarde.length) return this.reeks(pad, waarde);
    if (soort === "blok" && typeof waarde === "string") {
      const oud = this.tekst.slice(begin, eind).split(/\r?\n/);
      const marge = oud.slice(1).find((regel) => regel.trim()).match(/^ */)[0];
      return this.ruil(begin, eind, blok(oud[0].replace(/\s*#.*$/, ""), waarde, marge, this.eind));
    }
    const los = !this.stukken[ouder(pad)]?.[2].endsWith("-regel") && !this.tekst.slice(eind, this.regeleinde(eind)).trim();
    return this.ruil(begin, eind, los ? this.opRegel(waarde, this.kolom(begin), `${this.marge(pad)}  `) : yaml(waarde));
  }

  /** A list of texts: what both have at the beginning and the end stays, and only what differs is changed. */
  reeks(pad, nieuw) {
    const oud = haal(this.waarden, pad);
    let voor = 0;
    while (voor < Math.min(oud.length, nieuw.length) && gelijk(oud[voor], nieuw[voor])) voor += 1;
    let achter = 0;
    while (achter < Math.min(oud.length, nieuw.length) - voor && gelijk(oud.at(-1 - achter), nieuw.at(-1 - achter))) achter += 1;
    const [tot, totNieuw] = [oud.length - achter, nieuw.length - achter];
    for (let nummer = voor; nummer < Math.min(tot, totNieuw); nummer += 1) this.vervang(`${pad}.${nummer}`, nieuw[nummer]);
    for (let nummer = totNieuw; nummer < tot; nummer += 1) this.haalOnderdeelWeg(`${pad}.${nummer}`);
    if (totNieuw > tot) this.zetBij(pad, tot - 1, nieuw.slice(tot, totNieuw));
  }

  kolom(plek) { return plek - (this.tekst.lastIndexOf("\n", plek - 1) + 1); }

  /** How far the name of a field, or the dash of an item, stands from the edge. */
  marge(pad) {
    const sleutel = this.stukken[pad][3];
    const streepje = /^\d+$/.test(naamVan(pad));
    return " ".repeat(this.kolom(streepje ? this.tekst.lastIndexOf("-", sleutel - 1) : sleutel));
  }

  /** Where the line ends on which a value ends: a remark behind it stays in its place. */
  regeleinde(plek) {
    const eind = this.tekst.indexOf("\n", plek);
    return eind < 0 ? this.tekst.length : this.tekst[eind - 1] === "\r" ? eind - 1 : eind;
  }

  kinderen(pad) {
    const voor = pad ? `${pad}.` : "";
    return Object.entries(this.stukken).filter(([naam]) => naam && naam.startsWith(voor) && !naam.slice(voor.length).includes("."))
      .sort(([, a], [, b]) => a[0] - b[0]);
  }

  /** Adds a field to the group at `pad`; below the last one that stands there. */
  voegToe(pad, naam, waarde) {
    const groep = this.stukken[pad];
    if (!groep) return (this.nieuw[pad] ??= {})[naam] = waarde;
    const kinderen = this.kinderen(pad);
    if (groep[2] === "groep-regel") {
      const plek = kinderen.length ? kinderen.at(-1)[1][1] : groep[0] + 1;
      return this.ruil(plek, plek, `${kinderen.length ? ", " : ""}${naam}: ${yaml(waarde)}`);
    }
    const marge = " ".repeat(this.kolom(kinderen[0][1][3]));
    const plek = this.regeleinde(Math.max(...kinderen.map(([, stuk]) => stuk[1])));
    return this.ruil(plek, plek, `${this.eind}${marge}${this.veld(naam, waarde, marge)}`, marge.length);
  }

  /** A field with its name, as it stands on lines of its own. */
  veld(naam, waarde, marge) {
    if (isReeks(waarde)) return `${naam}:${this.items(waarde, `${marge}  `)}`;
    return `${naam}: ${this.opRegel(waarde, marge.length + naam.length + 2, `${marge}  `)}`;
  }

  /** Items of a list, each on a line with a dash; a group that is too long for one takes a line a field. */
  items(lijst, marge) {
    return lijst.map((deel) => {
      const regel = yaml(deel);
      if (!isGroep(deel)) return `${this.eind}${marge}- ${this.opRegel(deel, marge.length + 2, `${marge}  `)}`;
      if (marge.length + 2 + regel.length <= RAND) return `${this.eind}${marge}- ${regel}`;
      const velden = Object.entries(deel).map(([naam, waarde]) => this.veld(naam, waarde, `${marge}  `));
      return `${this.eind}${marge}- ${velden.join(`${this.eind}${marge}  `)}`;
    }).join("");
  }

  /** A value behind its name: free text that does not fit on the line becomes a block. */
  opRegel(waarde, kolom, marge) {
    const tekst = yaml(waarde);
    return typeof waarde === "string" && kolom + tekst.length > RAND ? blok(">-", waarde, marge, this.eind) : tekst;
  }

  /** Takes a field away: its lines, or its part between the brackets. */
  haalWeg(pad) {
    const [, eind, , sleutel] = this.stukken[pad];
    const [, , soort] = this.stukken[ouder(pad)];
    const kinderen = this.kinderen(ouder(pad));
    const nummer = kinderen.findIndex(([naam]) => naam === pad);
    if (kinderen.length === 1 && ouder(pad)) return this.haalWeg(ouder(pad)); // a group without fields is a mistake
    if (soort.endsWith("-regel")) {
      if (nummer) return this.ruil(kinderen[nummer - 1][1][1], eind, "");
      return this.ruil(sleutel, kinderen.length > 1 ? kinderen[1][1][3] : eind, "");
    }
    const begin = this.tekst.lastIndexOf("\n", sleutel - 1) + 1;
    // the first field of an item stands behind its dash: what follows takes its place
    if (this.tekst.slice(begin, sleutel).includes("-")) return this.ruil(sleutel, kinderen[nummer + 1][1][3], "");
    return this.haalRegelsWeg(begin, eind);
  }

  haalRegelsWeg(begin, eind) {
    const na = this.tekst.indexOf("\n", eind);
    return this.ruil(begin, na < 0 ? this.tekst.length : na + 1, "");
  }

  haalOnderdeelWeg(pad) {
    const [, eind, , sleutel] = this.stukken[pad];
    this.haalRegelsWeg(this.tekst.lastIndexOf("\n", this.tekst.lastIndexOf("-", sleutel - 1)) + 1, eind);
  }

  /** Adds items to a list on lines, behind the item with this number; -1 is before all. */
  zetBij(pad, na, nieuw) {
    const stuk = this.stukken[`${pad}.${Math.max(na, 0)}`];
    const marge = this.marge(`${pad}.0`);
    const tekst = this.items(nieuw, marge);
    if (na >= 0) return this.ruil(...Array(2).fill(this.regeleinde(stuk[1])), tekst, marge.length);
    const streepje = this.tekst.lastIndexOf("-", stuk[3] - 1);
    return this.ruil(streepje, streepje, `${tekst.slice(this.eind.length + marge.length)}${this.eind}${marge}`);
  }

  /** A list of groups: the items with these numbers go, new ones come at the end; an empty list stays when it must. */
  lijst(pad, weg, erbij, verplicht) {
    const stuk = this.stukken[pad];
    if (!stuk) return erbij.length ? this.voegToe(ouder(pad), naamVan(pad), erbij) : null;
    const aantal = haal(this.waarden, pad).length;
    const laatste = Array.from({ length: aantal }, (_, nummer) => nummer).findLast((nummer) => !weg.includes(nummer));
    if (laatste === undefined && (erbij.length || aantal)) {
      if (!erbij.length && !verplicht) return this.haalWeg(pad);
      const plek = this.tekst.indexOf(":", stuk[3] + naamVan(pad).length) + 1;
      const regel = this.stukken[ouder(pad)][2] === "groep-regel" || !erbij.length;
      return this.ruil(plek, stuk[1], regel ? ` ${yaml(erbij)}` : this.items(erbij, `${this.marge(pad)}  `));
    }
    if (stuk[2] === "lijst-regel") {
      const stukken = Array.from({ length: aantal }, (_, nummer) => this.stukken[`${pad}.${nummer}`]);
      const eerste = stukken.findIndex((_, nummer) => !weg.includes(nummer));
      this.ruil(stukken[0][0], stukken[eerste][0], "");
      weg.filter((nummer) => nummer > eerste).forEach((nummer) => this.ruil(stukken[nummer - 1][1], stukken[nummer][1], ""));
      const plek = this.stukken[`${pad}.${laatste}`]?.[1];
      return erbij.length ? this.ruil(plek, plek, `, ${erbij.map(yaml).join(", ")}`) : null;
    }
    weg.forEach((nummer) => this.haalOnderdeelWeg(`${pad}.${nummer}`));
    return erbij.length ? this.zetBij(pad, laatste, erbij) : null;
  }

  /** The fields of an item of a list, as they become; a name that is not among them goes. */
  item(pad, velden, namen) {
    const oud = haal(this.waarden, pad);
    const weg = namen.filter((naam) => naam in oud && !(naam in velden));
    if (weg.length && this.stukken[pad][2] === "groep-regel") {
      const blijft = Object.fromEntries(Object.entries(oud).filter(([naam]) => !weg.includes(naam)));
      return this.ruil(...this.stukken[pad].slice(0, 2), yaml({ ...blijft, ...velden }));
    }
    weg.forEach((naam) => this.haalWeg(`${pad}.${naam}`));
    for (const [naam, waarde] of Object.entries(velden)) this.zet(`${pad}.${naam}`, waarde, false);
    return null;
  }

  /** One field: a plain value, or a fact in its long form. */
  zet(pad, waarde, isFeit) {
    const oud = haal(this.waarden, pad);
    if (oud === undefined) return this.voegToe(ouder(pad), naamVan(pad), isFeit ? kort(waarde) : waarde);
    if (!isFeit) return gelijk(oud, waarde) ? null : this.vervang(pad, waarde);
    return this.feit(pad, oud, waarde);
  }

  feit(pad, oud, nieuw) {
    if (gelijk(lang(oud), nieuw)) return;
    if (!isGroep(oud)) {
      if (Object.keys(nieuw).length === 1 && "waarde" in nieuw) this.vervang(pad, nieuw.waarde);
      else this.ruil(...this.stukken[pad].slice(0, 2), yaml(nieuw));
      return;
    }
    const [eerst, daarna] = [Object.keys(oud), Object.keys(nieuw)];
    const soort = (feit) => ["waarde", "van", "waarden", "onbekend"].find((vorm) => vorm in feit);
    const weg = eerst.filter((naam) => !(naam in nieuw));
    const regel = this.stukken[pad][2] === "groep-regel";
    if (soort(oud) !== soort(nieuw) || (regel && weg.length)) {
      this.heel(pad, nieuw);
      return;
    }
    weg.forEach((naam) => this.haalWeg(`${pad}.${naam}`));
    for (const naam of daarna) {
      if (!(naam in oud)) this.voegToe(pad, naam, nieuw[naam]);
      else if (!gelijk(oud[naam], nieuw[naam])) this.vervang(`${pad}.${naam}`, nieuw[naam]);
    }
  }

  /** Another form of a fact: written anew, a field a line where it was so, else between brackets. */
  heel(pad, nieuw) {
    const [begin, eind, soort] = this.stukken[pad];
    if (soort === "groep-regel") return this.ruil(begin, eind, yaml(nieuw));
    const marge = " ".repeat(this.kolom(begin));
    const regels = Object.entries(nieuw).map(([naam, deel]) => this.veld(naam, deel, marge));
    return this.ruil(begin, eind, regels.join(this.eind + marge));
  }

  klaar() {
    for (const [pad, velden] of Object.entries(this.nieuw)) {
      const plek = this.regeleinde(this.stukken[""][1]);
      const regels = Object.entries(velden).map(([naam, deel]) => `  ${this.veld(naam, deel, "  ")}`);
      this.ruil(plek, plek, [``, `${pad}:`, ...regels].join(this.eind));
    }
    // what comes behind lines that go, comes before them
    const weg = this.ingrepen.filter(([begin, eind]) => eind > begin);
    for (const ingreep of this.ingrepen.filter(([begin, eind, tekst]) => begin === eind && tekst.startsWith(this.eind))) {
      for (let deel; (deel = weg.find(([begin, eind]) => begin < ingreep[0] && ingreep[0] < eind));) {
        ingreep[0] = ingreep[1] = deel[0] - this.eind.length;
      }
    }
    // in one place what is indented further comes first: it belongs to the group that ends there
    const volgorde = this.ingrepen.sort((a, b) => a[0] - b[0] || b[3] - a[3]);
    let [uit, tot] = ["", 0];
    for (const [begin, eind, tekst] of volgorde) {
      uit += this.tekst.slice(tot, begin) + tekst;
      tot = Math.max(tot, eind);
    }
    return (this.bom ? "\uFEFF" : "") + uit + this.tekst.slice(tot);
  }
}

/** A fact as short as it can be written. */
const kort = (feit) => (Object.keys(feit).length === 1 && "waarde" in feit ? feit.waarde : feit);

/** The text of the file with these changes; without any it is the same text. A change is {pad, waarde, feit}, or of an
 *  item of a list {pad, item, namen}, or of a list {pad, weg: [numbers], erbij: [items], verplicht}. */
export function splits(bestand, wijzigingen) {
  const splitser = new Splitser(bestand);
  for (const { pad, waarde, feit, item, namen, weg, erbij, verplicht } of wijzigingen) {
    if (item) splitser.item(pad, item, namen);
    else if (weg) splitser.lijst(pad, weg, erbij, verplicht);
    else splitser.zet(pad, waarde, feit);
  }
  return splitser.klaar();
}
