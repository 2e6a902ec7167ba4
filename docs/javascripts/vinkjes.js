// Turns the tasks of a checklist into checkboxes, on the page of a step and in the plan of all steps.

import { meld, volg, wijzig } from "./plan-bewaren.js";

function maakVakje(regel, lijst) {
  const vakje = document.createElement("input");
  vakje.type = "checkbox";
  const label = document.createElement("label");
  label.append(vakje, ...regel.childNodes);
  regel.append(label);
  regel.classList.add("kb-met-vakje");
  const { taak } = regel.dataset;
  vakje.addEventListener("change", () => {
    const bewaard = wijzig((plan) => {
      plan.taken = plan.taken.filter((id) => id !== taak).concat(vakje.checked ? taak : []);
    });
    const vakjes = [...lijst.querySelectorAll("input")];
    const klaar = vakjes.filter((een) => een.checked).length;
    meld(`Bij deze stap zijn ${klaar} van ${vakjes.length} taken klaar.`, bewaard);
  });
  return (plan) => {
    vakje.checked = plan.taken.includes(taak);
    regel.classList.toggle("kb-af", vakje.checked);
  };
}

const vakjes = [...document.querySelectorAll(".kb-checklist")].flatMap((lijst) =>
  [...lijst.querySelectorAll("[data-taak]")].map((regel) => maakVakje(regel, lijst)));
volg((plan) => vakjes.forEach((toon) => toon(plan)));
