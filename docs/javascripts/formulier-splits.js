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
    this.weg = new Set();
    this.nieuw = {}; // groups that are not there yet → their fields
  }

  ruil(begin, eind, tekst, diepte = 0) { this.ingrepen.push([begin, eind, tekst, diepte]); }

  /** Puts a value in the place of another. */
  vervang(pad, waarde) {
    const [begin, eind, soort] = this.stukken[pad];
    if (soort !== "blok" || typeof waarde !== "string") return this.ruil(begin, eind, yaml(waarde));
    const oud = this.tekst.slice(begin, eind).split(/\r?\n/);
    const marge = oud.slice(1).find((regel) => regel.trim()).match(/^ */)[0];
    return this.ruil(begin, eind, blok(oud[0].replace(/\s*#.*$/, ""), waarde, marge, this.eind));
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
    const eerste = kinderen[0][1][3];
    const marge = " ".repeat(eerste - (this.tekst.lastIndexOf("\n", eerste - 1) + 1));
    const blijft = kinderen.filter(([kind]) => !this.weg.has(kind)).map(([, stuk]) => stuk[1]);
    const plek = this.regeleinde(Math.max(...blijft));
    const tekst = this.opRegel(waarde, marge.length + naam.length + 2, `${marge}  `);
    return this.ruil(plek, plek, `${this.eind}${marge}${naam}: ${tekst}`, marge.length);
  }

  /** A value behind its name: free text that does not fit on the line becomes a block. */
  opRegel(waarde, kolom, marge) {
    const tekst = yaml(waarde);
    return typeof waarde === "string" && kolom + tekst.length > RAND ? blok(">-", waarde, marge, this.eind) : tekst;
  }

  /** Takes a field away: its lines, or its part between the brackets. */
  haalWeg(pad) {
    this.weg.add(pad);
    const [, eind, , sleutel] = this.stukken[pad];
    if (this.stukken[ouder(pad)][2] === "groep-regel") {
      const kinderen = this.kinderen(ouder(pad));
      const nummer = kinderen.findIndex(([naam]) => naam === pad);
      if (nummer) return this.ruil(kinderen[nummer - 1][1][1], eind, "");
      return this.ruil(sleutel, kinderen.length > 1 ? kinderen[1][1][3] : eind, "");
    }
    const begin = this.tekst.lastIndexOf("\n", sleutel - 1) + 1;
    const na = this.tekst.indexOf("\n", eind);
    return this.ruil(begin, na < 0 ? this.tekst.length : na + 1, "");
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
    const marge = " ".repeat(begin - (this.tekst.lastIndexOf("\n", begin - 1) + 1));
    const regels = Object.entries(nieuw).map(([naam, deel]) => `${naam}: ${this.opRegel(deel, marge.length + naam.length + 2, `${marge}  `)}`);
    return this.ruil(begin, eind, regels.join(this.eind + marge));
  }

  klaar() {
    for (const [pad, velden] of Object.entries(this.nieuw)) {
      const plek = this.regeleinde(this.stukken[""][1]);
      const regels = Object.entries(velden).map(([naam, deel]) => `  ${naam}: ${this.opRegel(deel, naam.length + 4, "    ")}`);
      this.ruil(plek, plek, [``, `${pad}:`, ...regels].join(this.eind));
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

/** The text of the file with these changes: [{pad, waarde, feit: true | false}]. Without changes it is the same text. */
export function splits(bestand, wijzigingen) {
  const splitser = new Splitser(bestand);
  for (const { pad, waarde, feit } of wijzigingen) splitser.zet(pad, waarde, feit);
  return splitser.klaar();
}
