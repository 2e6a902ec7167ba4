// Reads [{bestand, wijzigingen}, …] from standard input and prints what the form makes of each file.
import { readFileSync } from "node:fs";
import { splits } from "../docs/javascripts/formulier-splits.js";

const gevallen = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(gevallen.map(({ bestand, wijzigingen }) => splits(bestand, wijzigingen))));
