// Measuring functions for the browser tests; they run in the page under test and are no part of the site.

(() => {
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };

  /** A short name for an element that a person can find back. */
  const nameOf = (element) => {
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    const text = (element.innerText || element.getAttribute("aria-label") || "").trim().slice(0, 40);
    const parent = element.parentElement ? `${element.parentElement.localName}${element.parentElement.className ? `.${element.parentElement.className}` : ""} > ` : "";
    return `${parent}${element.localName}${element.id ? `#${element.id}` : ""}${classes} “${text}”`;
  };

  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (known.has(colour)) return known.get(colour);
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const { data } = pen.getImageData(0, 0, 1, 1);
    // a name like Canvas is another colour in another scheme
    if (/^rgba?\(/.test(colour)) known.set(colour, data);
    return data;
  };

  /** The colour that shows behind an element: the first opaque background on the way up. */
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba("Canvas");
  };

  const light = (colour) => {
    const [r, g, b] = [...colour].slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  /** Whether a point is inside the window and inside every ancestor that cuts off what sticks out. */
  const isInSight = (x, y, element) => {
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflow === "visible") continue;
      const box = at.getBoundingClientRect();
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
    }
    return true;
  };

  /** The part of a box that is inside the window. */
  const inWindow = (box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    return { left, right, top, bottom, width: Math.max(right - left, 0), height: Math.max(bottom - top, 0) };
  };

  /** The focus ring of an element: width, contrast with what is behind it, and how many of its four sides show. */
  const ring = (element) => {
    const found = { width: 0, contrast: 0, sides: 0, needed: 3 };
    for (const pseudo of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (style.outlineStyle === "none" || (pseudo && style.content === "none")) continue;
      const width = parseFloat(style.outlineWidth);
      if (width <= found.width) continue;
      const offset = parseFloat(style.outlineOffset);
      const owner = pseudo && style.position === "absolute" ? element.offsetParent : element;
      const box = owner.getBoundingClientRect();
      const out = offset + width / 2;
      const seen = inWindow(box);
      const [midX, midY] = [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2];
      const sides = [[midX, box.top - out], [midX, box.bottom + out], [box.left - out, midY], [box.right + out, midY]];
      const behind = ground(out > 0 ? owner.parentElement : owner);
      const colour = rgba(style.outlineColor);
      found.width = width;
      found.contrast = colour[3] < 128 ? 0 : contrast(colour, behind);
      // Of a ring taller or wider than the window no more than two sides can be in sight.
      found.needed = box.height + 2 * out > innerHeight || box.width + 2 * out > innerWidth ? 2 : 3;
      found.sides = sides.filter(([x, y]) => isInSight(x, y, owner)).length;
    }
    return found;
  };

  /** The share of an element, or of the window when that is smaller, in which it is really the thing on top. */
  const shareOnTop = (element) => {
    const box = element.getClientRects()[0];
    const seen = inWindow(box);
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));
    const onTop = points.filter(([x, y]) => {
      const top = document.elementFromPoint(seen.left + seen.width * x, seen.top + seen.height * y);
      return top && (element.contains(top) || (top.contains(element) && top.closest("main, header, footer")));
    });
    const possible = Math.min(box.width, innerWidth) * Math.min(box.height, innerHeight);
    return (onTop.length / points.length) * (seen.width * seen.height / possible);
  };

  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";

  /** Of a group of radio buttons one is a stop: the one that is chosen, or the first. */
  const stands = (radio) => {
    const group = [...document.getElementsByName(radio.name)].filter((one) =>
      one.type === "radio" && one.form === radio.form && !one.disabled && isShown(one));
    return (group.find((one) => one.checked) ?? group[0]) === radio;
  };

  /** What the Tab key must reach, in the order of the page. */
  const controls = () => [...document.querySelectorAll(CONTROLS)].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && isShown(element) && (element.type !== "radio" || stands(element)));

  /** What has the focus, or null for the page itself. */
  const stop = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    return {
      number: [...document.querySelectorAll("*")].indexOf(element), name: nameOf(element), shown: isShown(element),
      onTop: isShown(element) ? shareOnTop(element) : 0, ring: ring(element),
    };
  };

  /** Brings the focus before the first stop: what was done on the page may have left it half-way. */
  const toTop = () => {
    const start = document.createElement("span");
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
    scrollTo(0, 0);
  };

  const stops = [];

  /** Notes where the focus is each time the Tab key comes up: by then it has moved and the page has scrolled. */
  const follow = () => addEventListener("keyup", (event) => { if (event.key === "Tab") stops.push(stop()); }, true);

  /** The stops noted since the last time. */
  const followed = () => stops.splice(0);

  /** Whether a link looks like one without its colour: underlined, or drawn as a button. */
  const looksLikeLink = (link) => {
    const underlined = [link, ...link.querySelectorAll("*")].some(
      (part) => getComputedStyle(part).textDecorationLine.includes("underline"));
    const style = getComputedStyle(link);
    const filled = rgba(style.backgroundColor)[3] === 255 && contrast(rgba(style.backgroundColor), ground(link.parentElement)) >= 3;
    const framed = ["Top", "Right", "Bottom", "Left"].every((side) =>
      style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
    return underlined || filled || framed;
  };

  /** Elements in which text is cut off. */
  const clipped = () => [...document.querySelectorAll("header *, main *, footer *")].filter((element) => {
    const style = getComputedStyle(element);
    const cut = (axis, inner, outer) => ["hidden", "clip"].includes(style[`overflow${axis}`]) && inner > outer + 1;
    // a legend is as wide as its words, also when it is there for a screen reader only
    const forScreenReaders = style.clipPath !== "none" && (element.clientWidth <= 1 || element.localName === "legend");
    // a map is a window on a larger picture, a field on a longer text
    return isShown(element) && !forScreenReaders && !element.closest(".leaflet-container, input")
      && (cut("X", element.scrollWidth, element.clientWidth) || cut("Y", element.scrollHeight, element.clientHeight));
  }).map(nameOf);

  /** What scrolls sideways in the page and is not a table in a region of its own. */
  const slides = () => [...document.querySelectorAll("body *")].filter((element) => {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const table = element.querySelector(":scope > table");
    return scrolls && isShown(element) && element.scrollWidth > Math.max(element.clientWidth, table?.offsetWidth ?? 0) + 1;
  }).map(nameOf);

  // What is no use on paper: what is chosen with, filled in, pressed, or leads through the site. And by a person's verdict:
  // a fact sheet is paper itself, what an old model said is no part of what is signed, the h1 stands above the sheet.
  const FOR_THE_SCREEN = "nav, [role=search], label:has(+ :is(input, select, textarea)), select, textarea, button:not(.kb-woord, th button), .kb-acties, .kb-met-script, "
    + "[role=status], .kb-kern-factsheet, .kb-toen, .kb-notitie-titel";
  const plain = (text) => text.replace(/[\s\u00ad\u200b]+/g, " ").trim();

  /** Every piece of text and every link that shows in the content. A form that fills a sheet of paper is on paper that sheet. */
  const told = () => {
    const content = document.querySelector(".kb-notitie:not(.kb-notitie-proef)") ?? document.querySelector("article");
    const counts = (element) => isShown(element) && !element.closest(`${FOR_THE_SCREEN}, .kb-verborgen, .leaflet-container`);
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (plain(node.data) && counts(node.parentElement)) texts.push(plain(node.data));
    }
    return [...texts, ...[...content.querySelectorAll("a[href]")].filter(counts).map((link) => link.href)];
  };

  window.inPage = { clipped, contrast, controls, follow, followed, ground, isShown, looksLikeLink, nameOf, rgba, slides, stop, toTop, told };
})();
