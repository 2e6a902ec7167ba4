// The rekenmodel as arithmetic, in whole cents: no money in floating point, so BigInt.
// It answers what macros/rekenmodel_som.py answers (tests/gevallen/rekenmodel.json).

/** Field → its kind and whether it must be filled in, in the order of the form. */
export const VELDEN = {
  eenheid: ["keuze", false],
  leerlingen: ["aantal", true],
  gewogen: ["getal", true],
  input: ["bedrag", true],
  output: ["bedrag", true],
  "output-aantal": ["getal", false],
  overhead: ["procent", true],
  "overhead-wijze": ["keuze", false],
  "overhead-school": ["procent", false],
  examen: ["bedrag", true],
  "examen-per": ["keuze", false],
  administratie: ["bedrag", true],
  "administratie-per": ["keuze", false],
  "bpv-tarief": ["bedrag", true],
  "bpv-school": ["uren", true],
  "bpv-mbo": ["uren", true],
  "bpv-per": ["keuze", false],
  "lesuren-school": ["uren", true],
  "lesuren-mbo": ["uren", true],
  leskosten: ["bedrag", false],
  "per-leerling": ["bedrag", false],
};
/** Choice → its options; the first holds when nothing was chosen. */
const PER = ["groep", "leerling"];
export const KEUZES = {
  eenheid: ["euro", "rekeneenheden"],
  "overhead-wijze": ["samen", "elk"],
  "examen-per": PER,
  "administratie-per": PER,
  "bpv-per": PER,
};
const HOOGSTE = 999_999_999n;
const MEESTE = 10_000n;
const HEEL = /^(\d+|\d{1,3}(\.\d{3})+)$/;

function begrensd(getal, soort) {
  if (soort === "aantal" && getal === 0n) return "nul";
  if (soort === "procent" && getal > 10_000n) return "procent";
  return getal > (soort === "aantal" ? MEESTE : HOOGSTE) ? "groot" : getal;
}

/** A number as it is written in Dutch, in hundredths (pupils: whole); null when empty; else a word: why not. */
export function lees(tekst, soort) {
  let kaal = tekst.trim();
  if (soort === "bedrag") kaal = kaal.replace(/^€\s*/, "");
  if (soort === "procent") kaal = kaal.replace(/\s*%$/, "");
  kaal = kaal.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "."); // 1 000 is 1.000
  if (!kaal) return null;
  if ("-−–".includes(kaal[0])) return "negatief";
  if (!/^[\d.,]+$/.test(kaal)) return "letters";
  if (/,.*[,.]/.test(kaal)) return "engels";
  const [heel, rest] = kaal.split(",");
  if (!HEEL.test(heel) || rest === "") return "punt";
  const getal = BigInt(heel.replaceAll(".", ""));
  if (soort === "aantal") return rest === undefined ? begrensd(getal, soort) : "heel";
  if (rest?.length > 2) return "decimalen";
  return begrensd(getal * 100n + BigInt(`${rest ?? ""}00`.slice(0, 2)), soort);
}

/** Every field that was read, and per field why it was refused. */
export function neem(getypt) {
  const [getallen, fouten] = [{}, {}];
  for (const [veld, [soort, verplicht]] of Object.entries(VELDEN)) {
    const tekst = getypt[veld] ?? "";
    if (soort === "keuze") {
      getallen[veld] = KEUZES[veld].includes(tekst) ? tekst : KEUZES[veld][0];
      continue;
    }
    const gelezen = lees(tekst, soort);
    if (typeof gelezen === "string") fouten[veld] = gelezen;
    else if (gelezen === null && verplicht) fouten[veld] = "leeg";
    else getallen[veld] = gelezen;
  }
  if (getallen.gewogen === 0n) fouten.gewogen = "nul";
  if (getallen["lesuren-school"] === 0n && getallen["lesuren-mbo"] === 0n) fouten["lesuren-school"] = "uren";
  return [getallen, fouten];
}

/** a / b in whole numbers, half upwards; a may be negative, b may not. */
function rond(a, b) {
  const [teller, noemer] = [2n * a + b, 2n * b];
  const deel = teller / noemer;
  return teller % noemer < 0n ? deel - 1n : deel;
}

/** An amount in two parts that add up to it; the last cent goes to the largest remainder. */
function verdeel(bedrag, teller, noemer) {
  const eerste = rond(bedrag * teller, noemer);
  return [eerste, bedrag - eerste];
}

const outputAantal = (g) => g["output-aantal"] ?? g.gewogen;
const keer = (g, post) => (g[`${post}-per`] === "leerling" ? g.leerlingen : 1n);

/** The smallest whole n ≥ 1 for which n × erbij ≥ nodig; null when there is none. */
function kleinste(erbij, nodig) {
  if (erbij <= 0n) return erbij >= nodig ? 1n : null;
  const aantal = (nodig + erbij - 1n) / erbij;
  return aantal < 1n ? 1n : aantal;
}

/** The smallest group of the same make-up of which the money covers the costs; everything × 1.000.000 × pupils. */
function minimum(g) {
  const [n, over, lessen] = [g.leerlingen, 10_000n - g.overhead, g.leskosten ?? 0n];
  const schaal = 100n * n;
  const geld = g.gewogen * g.input + outputAantal(g) * g.output;
  const posten = { examen: g.examen * schaal, administratie: g.administratie * schaal, bpv: (g["bpv-school"] + g["bpv-mbo"]) * g["bpv-tarief"] * n };
  const tel = (per) => Object.entries(posten).reduce((som, [post, prijs]) => som + (g[`${post}-per`] === per ? prijs : 0n), 0n);
  const [telkens, vast] = [tel("leerling"), tel("groep")];
  const leskosten = lessen * schaal * 10_000n;
  if (g["overhead-wijze"] === "samen") return kleinste(geld * over - telkens * 10_000n, vast * 10_000n + leskosten);
  const deel = lessen ? over : 10_000n;
  return kleinste((geld - telkens) * deel, vast * deel + leskosten);
}

/** The split, in cents. `tekort` is what the costs exceed the money; nobody's part holds it. */
export function som(g) {
  const samen = g["overhead-wijze"] === "samen";
  const [lessen, alle] = [g["lesuren-school"], g["lesuren-school"] + g["lesuren-mbo"]];
  const u = { input: rond(g.gewogen * g.input, 100n), output: rond(outputAantal(g) * g.output, 100n) };
  u.totaal = u.input + u.output;
  u.examen = g.examen * keer(g, "examen");
  u.administratie = g.administratie * keer(g, "administratie");
  for (const wie of ["bpv-school", "bpv-mbo"]) u[wie] = rond(g[wie] * g["bpv-tarief"] * keer(g, "bpv"), 100n);
  const pot = samen ? rond(u.totaal * g.overhead, 10_000n) : 0n;
  u.rest = u.totaal - pot - u.examen - u.administratie - u["bpv-school"] - u["bpv-mbo"];
  u.tekort = u.rest < 0n ? -u.rest : 0n;
  [u["rest-school"], u["rest-mbo"]] = verdeel(u.rest > 0n ? u.rest : 0n, lessen, alle);
  const eigen = g["overhead-school"];
  if (samen) [u["overhead-school"], u["overhead-mbo"]] = eigen === null ? verdeel(pot, lessen, alle) : verdeel(pot, eigen, 10_000n);
  else for (const wie of ["school", "mbo"]) u[`overhead-${wie}`] = rond(u[`rest-${wie}`] * g.overhead, 10_000n);
  u.overhead = u["overhead-school"] + u["overhead-mbo"];
  for (const wie of ["school", "mbo"]) {
    u[`lessen-${wie}`] = u[`rest-${wie}`] - (samen ? 0n : u[`overhead-${wie}`]);
    u[wie] = u[`lessen-${wie}`] + u[`overhead-${wie}`] + u[`bpv-${wie}`];
  }
  u.mbo += u.examen + u.administratie;
  u.minimum = minimum(g);
  u["vast-school"] = g["per-leerling"] === null ? null : g["per-leerling"] * g.leerlingen;
  u["vast-mbo"] = g["per-leerling"] === null ? null : u.totaal - u["vast-school"];
  return u;
}

/** `fouten` per field, or `uitkomst` in cents. */
export function reken(getypt) {
  const [getallen, fouten] = neem(getypt);
  return Object.keys(fouten).length ? { fouten } : { uitkomst: som(getallen) };
}

/** The field of the largest cost: where the message stands when costs exceed the money. */
export function grootsteKost(u) {
  const kosten = [["overhead", u.overhead], ["examen", u.examen], ["administratie", u.administratie], ["bpv-tarief", u["bpv-school"] + u["bpv-mbo"]]];
  return kosten.reduce((hoogste, kost) => (kost[1] > hoogste[1] ? kost : hoogste))[0];
}
