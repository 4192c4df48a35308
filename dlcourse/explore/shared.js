// What every explorer stands on: a sharp canvas in a page's own theme, native labelled controls, pointers, and the
// link to the widget's model; with it come the drawing helpers. No explorer's own subject lives here.
// Python joins the files that an explorer imports into one module text (explore/base.py); node imports them as they are.

import { decimalsOf, luminance, markerPath, nice, show, TEXT, THEMES } from "./drawing.js";
export * from "./drawing.js";

// ---------------------------------------------------------------- time

// Runs `work` at once, and again at the next frame if it was asked for in between: never more than once a frame
// late, never twice for the same state.
export function perFrame(work, frame = (callback) => requestAnimationFrame(callback)) {
  let waiting = false;
  let again = false;
  return function run() {
    if (waiting) { again = true; return; }
    waiting = true;
    frame(() => { waiting = false; if (again) { again = false; run(); } });
    work();
  };
}

// A plain copy of the model's traits that follows the hand at once and tells the model at most once a frame.
// `changed` is called after every change, whoever made it.
export function link(model, names, changed, frame) {
  const state = Object.fromEntries(names.map((name) => [name, model.get(name)]));
  let unsent = {};
  const send = perFrame(() => {
    const news = Object.entries(unsent);
    unsent = {};
    for (const [name, value] of news) model.set(name, value);
    if (news.length) model.save_changes();
  }, frame);
  const ears = names.map((name) => {
    const hear = () => {
      if (name in unsent || state[name] === model.get(name)) return; // the hand's newer value wins over an echo
      state[name] = model.get(name);
      changed(name);
    };
    model.on(`change:${name}`, hear);
    return () => model.off(`change:${name}`, hear);
  });
  const set = (news) => { Object.assign(state, news); Object.assign(unsent, news); changed(null); send(); };
  return { state, set, dispose: () => ears.forEach((stop) => stop()) };
}

// ---------------------------------------------------------------- the page

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// The page's theme, whatever set it (JupyterLab, VS Code, Colab, the system): read from the colour the page really
// gives the element. The stylesheet asks for each host's background in turn.
function themeOf(element) {
  const background = getComputedStyle(element).backgroundColor;
  const name = luminance(background) > 0.3 ? "light" : "dark";
  return { ...THEMES[name], name, background };
}

function watchTheme(changed) {
  const observer = new MutationObserver(changed);
  const attributeFilter = ["class", "style", "theme", "data-jp-theme-light", "data-jp-theme-name", "data-theme"];
  for (const node of [document.documentElement, document.body]) observer.observe(node, { attributes: true, attributeFilter });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  return () => { observer.disconnect(); system.removeEventListener("change", changed); };
}

let counter = 0;
const seed = Math.random().toString(36).slice(2, 8);
const freshId = () => `dlx-${seed}-${(counter += 1)}`;

// A labelled range with its value beside it. `range(limit, step)` and `value(v)` move it without telling anybody.
export function slider(parent, { label, value, limit, step, change }) {
  const id = freshId();
  const input = make("input", { type: "range", id });
  const output = make("output", { htmlFor: id });
  parent.append(make("div", { className: "dlx-slider" }, make("label", { htmlFor: id }, label), output, input));
  let top = 0;
  const reach = (most) => Object.assign(input, { min: -most, max: most, step }) && (top = most);
  reach(limit);
  const set = (v) => {
    if (Math.abs(v) > top) reach(nice(Math.abs(v) * 1.2)); // set or dragged to more than the range holds
    input.value = v;
    output.value = show(v, decimalsOf(step));
    input.setAttribute("aria-valuetext", output.value);
  };
  set(value);
  input.addEventListener("input", () => { set(input.valueAsNumber); change(input.valueAsNumber); });
  return { input, value: set };
}

export function button(parent, label, click) {
  const element = make("button", { type: "button", className: "dlx-button" }, label);
  element.addEventListener("click", click);
  parent.append(element);
  return element;
}

export function checkbox(parent, label, checked, change) {
  const input = make("input", { type: "checkbox", checked });
  input.addEventListener("change", () => change(input.checked));
  parent.append(make("label", { className: "dlx-check" }, input, label));
  return input;
}

export function select(parent, label, options, value, change) {
  const id = freshId();
  const input = make("select", { id }, ...options.map((option) => make("option", { value: option }, option)));
  input.value = value;
  input.addEventListener("change", () => change(input.value));
  parent.append(make("div", { className: "dlx-select" }, make("label", { htmlFor: id }, label), input));
  return input;
}

// A marker as a small picture in the text beside it.
export function swatch(marker, fill, r = 6) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of [["viewBox", "-10 -10 20 20"], ["aria-hidden", "true"], ["class", "dlx-swatch"]]) svg.setAttribute(name, value);
  shape.setAttribute("d", markerPath(marker, r));
  shape.setAttribute("fill", fill);
  svg.append(shape);
  return svg;
}

// What each mark means: [marker, fill, words]; the marker "ring" is the ring around a mistake.
export function legend(parent, entries) {
  parent.append(make("ul", { className: "dlx-list" }, ...entries.map(([marker, fill, words]) => {
    const mark = swatch(marker, fill, marker === "ring" ? 8 : 6);
    mark.classList.toggle("dlx-ring", marker === "ring");
    return make("li", {}, mark, make("span", {}, words));
  })));
}

// Mouse, pen and touch on a canvas. `pick(x, y, reach)` names what is under the pointer or null; `move(what, x, y)`
// follows a drag; `hover(what)` what is pointed at. A finger that hits nothing scrolls the page as usual.
export function pointer(canvas, { pick, move, hover, end = () => {} }) {
  let held = null;
  const place = (event) => { const r = canvas.getBoundingClientRect(); return [event.clientX - r.left, event.clientY - r.top]; };
  const reach = (event) => (event.pointerType === "touch" || event.touches ? 24 : 12);
  canvas.addEventListener("touchstart", (event) => {
    if (pick(...place(event.touches[0]), reach(event)) !== null) event.preventDefault();
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    held = pick(...place(event), reach(event));
    if (held === null) return;
    canvas.setPointerCapture(event.pointerId);
    hover(held);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (held !== null) { move(held, ...place(event)); return; }
    const under = pick(...place(event), reach(event));
    canvas.style.cursor = under === null ? "default" : "grab";
    hover(under);
  });
  const release = () => { if (held !== null) { held = null; end(); } };
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) canvas.addEventListener(name, release);
}

// JupyterLab would take arrow keys (and letters) from a focused slider for itself. It leaves them where the focused
// element says so, so say so at each key, before JupyterLab looks, but not for keys like Ctrl+S and Shift+Enter.
function keepKeys(root) {
  const say = (event) => root.contains(event.target) && event.target.toggleAttribute("data-lm-suppress-shortcuts",
    !(event.ctrlKey || event.metaKey || (event.shiftKey && event.key === "Enter")));
  window.addEventListener("keydown", say, true);
  return () => window.removeEventListener("keydown", say, true);
}

// The frame of an explorer: a headline, a canvas, lines of text under it, a panel for the controls; redrawn by
// `draw(context, size, theme)` on every change of the model, the width or the theme. `shape` is the canvas's height over
// its width, or a function that gives it for a width; `least` gives the least width of the canvas for a page's width (an
// explorer that asks for more than there is puts the canvas into a box that scrolls). Returns the parts and the link.
export function mount({ model, el, traits, shape = 0.86, least = () => 0, draw }) {
  const canvas = make("canvas", { className: "dlx-canvas", tabIndex: 0 });
  const headline = make("output", { className: "dlx-headline" });
  const [readout, panel] = ["dlx-readout", "dlx-panel"].map((className) => make("div", { className }));
  const stage = make("div", { className: "dlx-stage" }, headline, canvas, readout);
  const root = make("div", { className: "dlx" }, stage, panel);
  canvas.setAttribute("role", "img");
  el.append(root);
  const context = canvas.getContext("2d");
  let [width, theme, font] = [0, null, ""];
  const redraw = perFrame(() => {
    if (!width) return;
    const wide = Math.max(width, Math.ceil(least(width)));
    const [height, dots] = [Math.round(wide * (typeof shape === "function" ? shape(wide) : shape)), window.devicePixelRatio || 1];
    if (canvas.width !== Math.round(wide * dots) || canvas.height !== Math.round(height * dots)) {
      Object.assign(canvas, { width: Math.round(wide * dots), height: Math.round(height * dots) });
      Object.assign(canvas.style, { width: wide > width ? `${wide}px` : "", height: `${height}px` });
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = theme.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(dots, 0, 0, dots, 0, 0);
    context.font = font; // changing the canvas's size forgets it
    context.save();
    draw(context, { width: wide, height }, theme);
    context.restore(); // the next picture must not depend on what this one set
  });
  const restyle = () => {
    delete root.dataset.theme; // or the last answer would colour the next question
    theme = themeOf(root);
    root.dataset.theme = theme.name;
    font = `${TEXT}px ${getComputedStyle(root).fontFamily}`;
    for (const name of ["text", "muted", "rule", "outline", "alarm", "focus"]) root.style.setProperty(`--dlx-${name}`, theme[name]);
    redraw();
  };
  const resize = new ResizeObserver(() => {
    if (stage.clientWidth === width || !stage.clientWidth) return;
    width = stage.clientWidth;
    restyle();
  });
  const { state, set, dispose } = link(model, traits, redraw);
  const stops = [dispose, watchTheme(restyle), keepKeys(root), () => resize.disconnect()];
  resize.observe(stage);
  return { state, set, headline, canvas, readout, panel, redraw, dispose: () => stops.forEach((stop) => stop()) };
}
