// The peers of our search, on the same pages: node tests/zoekpeers.mjs SITE FOLDER lunr|pagefind|material|material-met
// lunr, pagefind: FOLDER has the packages, for this only: npm install lunr lunr-languages pagefind (in a folder of your own).
// material: FOLDER is …/site-packages/material/templates/assets/javascripts; its own worker, out of the box (`material`)
// or with a separator and our search words in the text (`material-met`).
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, extname } from "node:path";
import { tmpdir } from "node:os";
import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { createContext, runInContext } from "node:vm";

const [site, map, welke] = process.argv.slice(2);
const vraag = createRequire(`${map}/package.json`);
// Parts of compounds before which a word is cut, as an editor would list them by hand.
const HOOFDEN = ("overeenkomst examen bedrijf bedrijven tijd begeleiding regel programma dossier gezag bevoegdheid recht " +
  "docent gemeenschap advies pakket verklaring organisatie groep lijn traject richting vak deel weg").split(" ");
const vragen = JSON.parse(readFileSync(0, "utf8"));
const hoofd = JSON.parse(readFileSync(`${site}/zoeken/index.json`, "utf8"));
const paginas = hoofd.paginas.map(([adres, titel], nummer) => ({
  adres, titel, tekst: JSON.parse(readFileSync(`${site}/zoeken/p/${nummer}.json`, "utf8"))[0],
  namen: JSON.parse(readFileSync(`${site}/zoeken/p/${nummer}.json`, "utf8"))[1] }));

function metLunr() {
  const lunr = vraag("lunr");
  vraag("lunr-languages/lunr.stemmer.support")(lunr);
  vraag("lunr-languages/lunr.nl")(lunr);
  const index = lunr(function bouw() {
    this.use(lunr.nl);
    this.ref("adres");
    this.field("titel", { boost: 10 });
    this.field("tekst");
    for (const pagina of paginas) this.add(pagina);
  });
  const bytes = gzipSync(JSON.stringify(index)).length + gzipSync(JSON.stringify(paginas)).length; // index and texts
  const antwoorden = vragen.map((v) => index.search(v.replace(/[:~^+-]/g, " ")).slice(0, 10).map((gevonden) => gevonden.ref));
  return { antwoorden, bytes };
}

async function metMaterial(aangevuld) {
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const separator = `[\\s\\-.,:;!?()"'/]+${aangevuld ? `|(?=${HOOFDEN.join("|")})` : ""}`;
  const config = { lang: ["nl"], separator, pipeline: ["stopWordFilter"], fields };
  const docs = paginas.map(({ adres, titel, tekst, namen }) => ({ location: adres, title: titel, text: aangevuld ? `${tekst} ${namen}` : tekst }));
  const [werker] = readdirSync(`${map}/workers`).filter((naam) => /^search.*\.js$/.test(naam));
  const gelezen = [];
  const lees = (naam) => { const tekst = readFileSync(naam, "utf8"); gelezen.push(tekst); return tekst; };
  let luister;
  let antwoord;
  const self = { console: { ...console, warn() {} }, addEventListener: (soort, doe) => { luister = doe; }, postMessage: (bericht) => antwoord(bericht) };
  createContext(Object.assign(self, { self, importScripts: (...namen) => namen.forEach((naam) => runInContext(lees(join(map, "workers", naam)), self)) }));
  runInContext(lees(`${map}/workers/${werker}`), self);
  const stuur = (data) => new Promise((klaar) => { antwoord = klaar; luister({ data }); });
  await stuur({ type: 0, data: { config, docs, options: { suggest: false } } });
  const antwoorden = [];
  for (const v of vragen) {
    const { data } = await stuur({ type: 2, data: v });
    antwoorden.push(data.items.map((groep) => groep[0].location).slice(0, 10));
  }
  const bytes = [JSON.stringify({ config, docs }), ...gelezen].reduce((som, tekst) => som + gzipSync(tekst).length, 0);
  return { antwoorden, bytes };
}

async function metPagefind() {
  const doel = mkdtempSync(join(tmpdir(), "pagefind-"));
  const bin = `${map}/node_modules/.bin/pagefind`;
  execFileSync(bin, ["--site", site, "--output-path", doel, "--root-selector", "article", "--force-language", "nl"], { stdio: "ignore" });
  const server = createServer((verzoek, antwoord) => {
    const pad = join(doel, new URL(verzoek.url, "http://x").pathname);
    if (!existsSync(pad)) { antwoord.writeHead(404).end(); return; }
    const soort = { ".js": "text/javascript", ".wasm": "application/wasm" }[extname(pad)] ?? "application/octet-stream";
    antwoord.writeHead(200, { "content-type": soort }).end(readFileSync(pad));
  });
  await new Promise((klaar) => { server.listen(0, "127.0.0.1", klaar); });
  const basis = `http://127.0.0.1:${server.address().port}/`;
  const echt = globalThis.fetch;
  let gehaald = 0;
  globalThis.fetch = async (adres, opties) => {
    const url = new URL(adres, basis);
    gehaald += gzipSync(readFileSync(join(doel, url.pathname))).length;
    return echt(url, opties);
  };
  const pagefind = await import(join(doel, "pagefind.js"));
  await pagefind.options({ basePath: basis, baseUrl: "/" });
  await pagefind.init();
  const bytes = [];
  const antwoorden = [];
  for (const v of vragen) {
    const eerst = gehaald;
    const { results } = await pagefind.search(v);
    const tien = await Promise.all(results.slice(0, 10).map((r) => r.data()));
    bytes.push(gehaald - eerst);
    antwoorden.push(tien.map((r) => r.url.replace(/^\//, "").replace(/index\.html$/, "")));
  }
  server.close();
  const grootte = (waar) => readdirSync(waar).reduce((som, naam) => som + (statSync(join(waar, naam)).isDirectory() ? grootte(join(waar, naam)) : statSync(join(waar, naam)).size), 0);
  return { antwoorden, bytes: Math.max(...bytes), wasm: grootte(doel) };
}

const PEERS = { lunr: metLunr, pagefind: metPagefind, material: () => metMaterial(false), "material-met": () => metMaterial(true) };
console.log(JSON.stringify(await PEERS[welke]()));
process.exit(0);
