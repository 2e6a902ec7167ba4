// More measuring functions: what a hand, a hovering mouse, or an eye that sees no colour meets. After in_page.js.

(() => {
  const { contrast, isShown, nameOf, rgba } = window.inPage;
  const SMALLEST = 24; // px, WCAG 2.5.8
  const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const OPERATED = `${PRESSED}, label, option, area[href], [role=button], [role=link], [role=tab], [contenteditable=true]`;

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

  // --- size

  /** Whether a control stands in a line of text, whose height it cannot choose. */
  const inSentence = (element) => {
    if (!getComputedStyle(element).display.startsWith("inline")) return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll("a, button, input, select, option, script").forEach((part) => part.remove());
    return letters(rest.textContent).length > 0;
  };

  const smallTargets = () => all(PRESSED).filter((element) => {
    const boxes = [element, ...(element.labels ?? [])].filter(isShown).map((part) => part.getBoundingClientRect());
    if (!isShown(element) || !boxes.length || element.tabIndex < 0) return false;
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    return (width < SMALLEST - 0.5 || height < SMALLEST - 0.5) && !inSentence(element);
  }).map((element) => {
    const box = element.getBoundingClientRect();
    return `${nameOf(element)} is ${box.width.toFixed(0)} by ${box.height.toFixed(0)} px`;
  });

  // --- colours

  const over = (top, share, under) => [0, 1, 2].map((part) => top[part] * share + under[part] * (1 - share));

  /** The colour behind the text of an element, half-transparent layers mixed in. */
  const behind = (element) => {
    const layers = [];
    let at = element;
    for (; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3]) layers.push(colour);
      if (colour[3] === 255) break;
    }
    return layers.reverse().reduce((under, layer) => over(layer, layer[3] / 255, under), [...rgba("Canvas")]);
  };

  const opacity = (element) => {
    let share = 1;
    for (let at = element; at; at = at.parentElement) share *= parseFloat(getComputedStyle(at).opacity);
    return share;
  };

  const textContrast = (element) => {
    const [style, ground] = [getComputedStyle(element), behind(element)];
    const colour = rgba(style.color);
    return contrast(over(colour, colour[3] / 255 * opacity(element), ground), ground);
  };

  const textNeeds = (element) => {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight, 10) >= 700);
    return large || element.closest(":disabled, [aria-disabled=true]") ? 3 : 4.5;
  };

  /** The edge of a field: its border or its fill must stand out from what is around it. */
  const edge = (element) => {
    const style = getComputedStyle(element);
    const around = behind(element.parentElement);
    const drawn = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none";
    return Math.max(drawn ? contrast(rgba(style.borderTopColor), around) : 0, contrast(behind(element), around));
  };

  /** Text that is too faint in the state that the page is in; of fields the edge too. */
  const faint = () => {
    const said = [];
    for (const element of all("header *, main *, footer *, body > a")) {
      const field = element.matches("input:not([type=checkbox], [type=radio], [type=file], [type=hidden]), select, textarea");
      if (!(field || ownText(element)) || element.closest("svg, .leaflet-container") || !isShown(element)) continue;
      const hidden = getComputedStyle(element).clipPath !== "none" && element.clientWidth <= 1;
      const ratio = textContrast(element);
      if (!hidden && ratio < textNeeds(element) - 0.05) said.push(`${nameOf(element)} has contrast ${ratio.toFixed(2)}`);
      if (field && !element.disabled && edge(element) < 2.95) said.push(`${nameOf(element)} has an edge of ${edge(element).toFixed(2)}`);
    }
    return said;
  };

  /** Lets the style sheets act as if everything is in a state (:hover, :focus); an empty state brings back the real one. */
  const asIf = (state) => {
    const rules = (list) => [...list].flatMap((rule) => [rule, ...(rule.cssRules ? rules(rule.cssRules) : [])]);
    for (const rule of [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules))) {
      if (!rule.selectorText) continue;
      rule.asItWas ??= rule.selectorText;
      // as specific as the state itself, and always true
      const wanted = state ? rule.asItWas.replace(new RegExp(`:${state}(-visible)?(?![-\\w])`, "g"), ":not(.never)") : rule.asItWas;
      if (rule.selectorText !== wanted) rule.selectorText = wanted;
    }
  };

  // Looked at by a person: the coloured words themselves say what the colour says ("nog niet ingevuld").
  const IN_WORDS = ".kb-open";
  const strength = ([r, g, b]) => (Math.max(r, g, b) - Math.min(r, g, b)) / 255;
  const marked = (element) => ["::before", "::after"].some((part) => !/^(none|normal|"")$/.test(getComputedStyle(element, part).content));

  /** What only colour tells: a coloured spot without words, or words that differ from those around them by colour alone. */
  const colourAlone = () => all("main *").filter((element) => {
    if (!isShown(element) || element.closest("svg, .leaflet-container, [aria-hidden=true]") || element.matches(OPERATED)) return false;
    const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
    const named = element.getAttribute("aria-label") || element.title || element.getAttribute("alt");
    const ground = behind(element.parentElement);
    const fill = rgba(style.backgroundColor);
    if (!element.textContent.trim() && !element.children.length) {
      const spot = fill[3] > 128 && strength(fill) > 0.25 && contrast(fill, ground) > 1.2 && Math.max(box.width, box.height) <= 60;
      const holder = element.closest("td, th, li, dd, dt, p, label, figure, div");
      return spot && !named && !marked(element) && !holder?.textContent.trim();
    }
    if (!ownText(element) || element.matches(IN_WORDS) || element.closest(`${OPERATED}, h1, h2, h3, h4, h5, h6`) || strength(rgba(style.color)) < 0.35) return false;
    const parent = getComputedStyle(element.parentElement);
    const same = ["fontWeight", "fontStyle", "fontSize", "textDecorationLine", "textTransform", "borderTopWidth", "borderLeftWidth", "backgroundColor"];
    const alike = same.every((name) => style[name] === parent[name] || (name === "backgroundColor" && !fill[3]));
    return alike && style.color !== parent.color && !marked(element) && letters(element.parentElement.textContent) !== letters(element.textContent);
  }).map(nameOf);

  // --- use

  /** What shows a hand, so that a mouse can press it, and is no control. A map is looked at apart. */
  const pretenders = () => all("header *, main *, footer *").filter((element) =>
    isShown(element) && getComputedStyle(element).cursor === "pointer" && !element.closest(`${OPERATED}, .leaflet-container`)
    && getComputedStyle(element.parentElement).cursor !== "pointer").map(nameOf);

  const parts = () => all("main :is(tr, li, section, article, details, [data-route])").map((part) => isShown(part));
  const spoken = () => all("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output")
    .filter(isShown).map((part) => part.innerText).join("\n");
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });

  /** One control of each group in the content: what chooses what is shown. */
  const choosers = () => {
    const seen = new Set();
    return all("main :is(select, input[type=checkbox], input[type=search], input[type=radio])").filter((one) => {
      const group = `${one.type} ${one.closest("fieldset, details, form, table, ul")?.id || one.name}`;
      return !one.disabled && !seen.has(group) && seen.add(group);
    });
  };

  /** Uses each chooser; when other rows or items are shown after it, words in a live region must have changed within a second. */
  const silentChoosers = async () => {
    const said = [];
    for (const one of choosers()) {
      if (!one.isConnected) continue;
      const [before, words, name] = [parts(), spoken(), nameOf(one)];
      const [index, value, checked] = [one.selectedIndex, one.value, one.checked];
      const set = (wanted) => {
        Object.assign(one, wanted);
        for (const event of ["input", "change"]) one.dispatchEvent(new Event(event, { bubbles: true }));
      };
      if (one.type === "select-one") set({ selectedIndex: one.options.length - 1 });
      else set(one.type === "search" ? { value: "qqqq" } : { checked: !checked });
      const end = performance.now() + 1000;
      await frame();
      await frame();
      const after = parts();
      const changed = after.length !== before.length || after.some((shown, n) => shown !== before[n]);
      while (changed && spoken() === words && performance.now() < end) await frame();
      if (changed && spoken() === words) said.push(`${name} changes what is shown and nothing tells it`);
      set(one.type === "select-one" ? { selectedIndex: index } : one.type === "search" ? { value } : { checked });
    }
    return said;
  };

  Object.assign(window.inPage, { asIf, colourAlone, faint, pretenders, silentChoosers, smallTargets, textContrast });
})();
