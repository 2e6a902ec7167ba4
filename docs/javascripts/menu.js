// The header menu on narrow screens, the print button, and a word when another script does not arrive. Without this file
// the menu is simply open.

/** Let the button open and close the menu; Escape closes it and gives focus back. */
function startMenu(kop) {
  const knop = kop.querySelector(".kb-menuknop");
  const zet = (open) => {
    kop.dataset.menu = open ? "open" : "dicht";
    knop.setAttribute("aria-expanded", String(open));
  };
  knop.addEventListener("click", () => zet(kop.dataset.menu !== "open"));
  kop.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || kop.dataset.menu !== "open") return;
    zet(false);
    knop.focus();
  });
  zet(false);
}

startMenu(document.querySelector(".kb-kop"));
document.querySelectorAll("button[data-print]").forEach((knop) => knop.addEventListener("click", () => window.print()));
// An error of a script that was not loaded does not bubble; ours come after this one.
addEventListener("error", (event) => {
  if (event.target instanceof HTMLScriptElement) document.querySelector(".kb-hapering")?.removeAttribute("hidden");
}, true);
