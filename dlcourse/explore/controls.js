// Controls beside those of shared.js: a slider from low to high on a plain or a logarithmic scale, a choice whose
// options have names and labels, a row of buttons, a player that runs frame by frame, and a curve in a plane.

import { make, select, show } from "./shared.js";

const digits = (value, count) => Number(value.toPrecision(count));

// A number in few characters: up to three significant digits, no trailing zeros.
export function brief(value, count = 3) {
  if (!Number.isFinite(value)) return "too large to write";
  const text = String(digits(Math.abs(value), count)).replace("e-", "e−").replace("e+", "e");
  return value < 0 && Number(text) ? `−${text}` : text;
}

// A labelled range with its value beside it. With log = true equal ways along it are equal factors, 20 to a power of
// ten, and the value is rounded to two digits. `value(v)` moves it without telling anybody; what lies outside is
// written as it is, with the handle at the end.
export function rangeSlider(parent, { label, value, low, high, step, log = false, text = (v) => show(v), change }) {
  const [to, from] = log ? [Math.log10, (at) => digits(10 ** at, 2)] : [(v) => v, (at) => at];
  const id = `dlx-range-${Math.random().toString(36).slice(2)}`;
  const input = make("input", { type: "range", id, min: to(low), max: to(high), step: log ? 0.05 : step });
  const output = make("output", { htmlFor: id });
  const name = make("label", { htmlFor: id }, label);
  const box = parent.appendChild(make("div", { className: "dlx-slider" }, name, output, input));
  const write = (v) => { output.value = text(v); input.setAttribute("aria-valuetext", output.value); };
  const set = (v) => { input.value = to(v); write(v); };
  set(value);
  input.addEventListener("input", () => { const v = from(input.valueAsNumber); write(v); change(v); });
  return { input, value: set, name: (words) => { name.textContent = words; }, visible: (on) => { box.hidden = !on; } };
}

// A select of named things: `options` is a list of [name, label]; `change` gets the name. `value(name)` sets it.
export function namedSelect(parent, label, options, value, change) {
  const labelOf = (name) => options.find((option) => option[0] === name)?.[1];
  const input = select(parent, label, options.map((option) => option[1]), labelOf(value),
    (chosen) => change(options.find((option) => option[1] === chosen)[0]));
  return { input, value: (name) => { input.value = labelOf(name); } };
}

export const row = (parent) => parent.appendChild(make("div", { className: "dlx-row" }));

// Calls `tick(seconds since the last frame)` in every frame between play() and pause(), and stops by itself when tick
// returns false or `element` is no longer on the page. `changed(playing)` hears of every start and stop.
export function player(element, tick, changed = () => {}) {
  let [asked, last] = [null, null];
  const pause = () => {
    if (asked === null) return;
    cancelAnimationFrame(asked);
    asked = null;
    changed(false);
  };
  const run = (now) => {
    asked = requestAnimationFrame(run);
    const seconds = Math.min(0.1, last === null ? 0 : (now - last) / 1000); // a page that was hidden does not jump
    last = now;
    if (!element.isConnected || tick(seconds) === false) pause();
  };
  const play = () => {
    if (asked !== null) return;
    last = null;
    asked = requestAnimationFrame(run);
    changed(true);
  };
  return { play, pause, toggle: () => (asked === null ? play() : pause()), playing: () => asked !== null };
}

// Keeps what `work` draws inside the plane's box.
export function inBox(context, { box }, work) {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  work();
  context.restore();
}

// y = f(x) over the plane, with the context's own line style; a curve that jumps at the places in `jumps` is broken there.
export function drawCurve(context, view, f, jumps = []) {
  const [low, high] = view.x.range;
  const tiny = 1e-9 * (high - low);
  const ends = [low, ...jumps.filter((x) => x > low && x < high).sort((a, b) => a - b).flatMap((x) => [x - tiny, x + tiny]), high];
  inBox(context, view, () => {
    context.beginPath();
    for (let i = 0; i < ends.length; i += 2) {
      const count = Math.max(2, Math.ceil(((ends[i + 1] - ends[i]) * view.x.unit) / 2)); // a point every two pixels
      for (let k = 0; k <= count; k += 1) {
        const x = ends[i] + ((ends[i + 1] - ends[i]) * k) / count;
        const y = Math.min(view.box.bottom + 1e4, Math.max(view.box.top - 1e4, view.y.to(f(x))));
        context[k ? "lineTo" : "moveTo"](view.x.to(x), y);
      }
    }
    context.stroke();
  });
}
