// The explorer of descent: a ball on a loss of one or two weights, what pushes it, and the path it takes. A path is a
// function of the settings alone (rollers.js), so it follows every control at once, whether the ball plays or rests.

import { button, legend, make, mount, nice, pointer, ROLES, show, snap } from "./shared.js";
import { brief, namedSelect, player, rangeSlider, row } from "./controls.js";
import { startFits, SURFACES } from "./surfaces.js";
import { rollTo, ROLLERS, startRun } from "./rollers.js";
import { groundKeeper } from "./ground.js";
import { BALL, drawDescent, pixelOf } from "./descent_picture.js";

const MOST_STEPS = 500; // steps; descent.py says the same
const SLIDER = 100; // steps that the slider reaches
const STILL = 1e-3; // a gradient shorter than this moves nothing that could be seen

export function render({ model, el }) {
  const traits = ["surface", "optimizer", "learning_rate", "momentum", "start", "noise", "seed", "steps", "speed"];
  const app = mount({ model, el, traits, shape: (width) => Math.max(0.86, 330 / width), draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const ground = groundKeeper();
  let [view, run, runKey, progress] = [null, null, "", 0];
  const list = (table) => Object.entries(table).map(([name, { label }]) => [name, label]);
  const here = () => SURFACES[state.surface];
  const startNow = () => (startFits(state.surface, state.start) ? state.start : here().start); // a cell may set the surface alone
  const settings = () => ({ surface: state.surface, optimizer: state.optimizer, rate: state.learning_rate,
    momentum: state.momentum, start: startNow(), noise: state.noise, seed: state.seed });
  const rolled = () => {
    const key = JSON.stringify(settings());
    if (key !== runKey) [runKey, run] = [key, startRun(settings())];
    return rollTo(run, state.steps + 1);
  };
  const made = () => Math.min(state.steps, rolled().places.length - 1); // fewer than asked if the ball was gone before
  const goTo = (steps) => { progress = steps; set({ steps }); };

  const buttons = row(readout); // under the picture, so that both are seen on a telephone
  const start = button(buttons, "Play", () => play.toggle());
  button(buttons, "One step", () => { play.pause(); goTo(Math.min(MOST_STEPS, made() + 1)); });
  button(buttons, "Back to start", () => { play.pause(); goTo(0); });
  const surface = namedSelect(panel, "Loss", list(SURFACES), state.surface, (name) => {
    play.pause();
    set({ surface: name, start: SURFACES[name].start, steps: 0 });
  });
  const optimizer = namedSelect(panel, "Optimiser", list(ROLLERS), state.optimizer, (name) => set({ optimizer: name }));
  const rate = rangeSlider(panel, { label: "learning rate", value: state.learning_rate, low: 0.001, high: 10, log: true,
    text: (v) => brief(v), change: (v) => set({ learning_rate: v }) });
  const momentum = rangeSlider(panel, { label: "momentum", value: state.momentum, low: 0, high: 0.99, step: 0.01,
    change: (v) => set({ momentum: v }) });
  const steps = rangeSlider(panel, { label: "steps made", value: state.steps, low: 0, high: SLIDER, step: 1, text: (v) => show(v, 0),
    change: (v) => { play.pause(); goTo(v); } });
  const speed = rangeSlider(panel, { label: "steps a second", value: state.speed, low: 1, high: 60, step: 1, text: (v) => show(v, 0),
    change: (v) => set({ speed: v }) });
  const noise = rangeSlider(panel, { label: "noise in the gradient, as from mini-batches", value: state.noise, low: 0, high: 3, step: 0.1,
    text: (v) => show(v, 1), change: (v) => set({ noise: v }) });
  legend(panel, [
    ["o", ROLES.weights, "the ball: the weights now; its orange arrow: the next step"],
    ["D", ROLES.gradients, "purple: the gradient, which way is uphill and how steep"],
    ["ring", "none", "the start: drag it, or click elsewhere"],
    ["*", "#ffffff", "the bottom of a dip"],
  ]);
  panel.append(make("div", { className: "dlx-muted" }, "Keys in the picture: arrows move the start, Space plays, Page Down makes one step, Page Up takes it back."));
  const told = readout.appendChild(make("div", { className: "dlx-strong dlx-two" }));
  const slope = readout.appendChild(make("div", { className: "dlx-two" }));
  const rule = readout.appendChild(make("div", { className: "dlx-muted" }));
  const verdict = readout.appendChild(make("div", { className: "dlx-strong" }));

  const play = player(canvas, (seconds) => {
    if (made() < Math.floor(progress) || Math.floor(progress) !== state.steps) progress = made(); // moved by somebody else
    progress += seconds * state.speed;
    const whole = Math.min(MOST_STEPS, Math.floor(progress));
    if (whole > state.steps) set({ steps: Math.min(whole, rollTo(run, whole).places.length - 1) });
    else if (!calm.matches) app.redraw();
    return !(state.steps >= MOST_STEPS || (run.gone && state.steps >= run.places.length - 1));
  }, (on) => {
    if (on && (rolled().gone || state.steps >= MOST_STEPS) && made() >= run.places.length - 1) set({ steps: 0 }); // from the start again
    progress = made();
    start.textContent = on ? "Pause" : "Play";
    app.redraw();
  });

  const pixel = (w) => pixelOf(view, here(), w);
  const inside = ([x, y]) => x >= view.box.left && x <= view.box.right && y >= view.box.top && y <= view.box.bottom;

  function draw(context, { width, height }, theme) {
    const { places } = rolled();
    const now = made();
    const between = play.playing() && !calm.matches && places[now + 1] ? Math.min(1, Math.max(0, progress - now)) : 0;
    view = drawDescent(context, { width, height }, { name: state.surface, run, now, between, ground }, theme);
    write(now);
  }

  function write(now) {
    const { places, gradients, changes, gone } = run;
    const [w, felt, change] = [places[now], gradients[now], changes[now]];
    const lost = gone && now >= places.length - 1;
    const loss = here().loss(w);
    const tuple = (values) => (values.length > 1 ? `(${values.map((v) => brief(v)).join(", ")})` : brief(values[0]));
    const rests = !lost && Math.hypot(...here().gradient(w)) < STILL;
    headline.value = `${now} ${now === 1 ? "step" : "steps"}: ${lost ? "the ball is gone" : `loss ${brief(loss, 4)}`}`;
    told.textContent = `${w.length > 1 ? "(w1, w2)" : "w"} = ${tuple(w)}, loss = ${here().formula} = ${brief(loss, 4)}`;
    slope.textContent = felt ? `gradient ${tuple(felt)}${state.noise ? " (with noise)" : ""}, next change ${tuple(change)}` : "";
    rule.textContent = `${ROLLERS[state.optimizer].label}: ${ROLLERS[state.optimizer].rule}`;
    const leaves = places.findIndex((place) => !inside(pixel(place)));
    const lowest = here().minima.some((m) => Math.hypot(...m.map((v, axis) => v - w[axis])) < 0.05);
    verdict.textContent = lost ? `The ball left the picture at step ${leaves}: the learning rate is too large.`
      : rests ? `The gradient is almost 0 here${lowest ? ": the bottom of a dip." : ", and yet it is no bottom of a dip."}`
        : inside(pixel(w)) ? "\u00a0" : "The ball is outside the picture; it may come back.";
    canvas.setAttribute("aria-label", `${here().label}. ${headline.value}. ${verdict.textContent}`.trim());
    surface.value(state.surface);
    optimizer.value(state.optimizer);
    momentum.visible(state.optimizer === "momentum");
    [[rate, state.learning_rate], [momentum, state.momentum], [steps, now], [speed, state.speed], [noise, state.noise]].forEach(([one, v]) => one.value(v));
  }

  const moveStart = (to) => {
    const place = here().range.map(([low, high], axis) => Math.max(low, Math.min(high, snap(to[axis], nice((high - low) / 500)))));
    set({ start: place });
  };
  const pick = (x, y, reach) => {
    if (!view) return null;
    const [a, b] = pixel(startNow());
    if (Math.hypot(a - x, b - y) < reach + BALL) return "start";
    return reach < 20 && inside([x, y]) ? "start" : null; // the mouse may begin anywhere; a finger would scroll
  };
  pointer(canvas, { pick, hover() {}, move: (what, x, y) => moveStart(view.data(x, y)) });
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch" && pick(event.offsetX, event.offsetY, 12)) moveStart(view.data(event.offsetX, event.offsetY));
  });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (way) moveStart(startNow().map((v, axis) => v + (way[axis] * (here().range[axis][1] - here().range[axis][0])) / 50));
    else if (event.key === " ") play.toggle();
    else if (event.key === "PageDown") goTo(Math.min(MOST_STEPS, made() + 1));
    else if (event.key === "PageUp") goTo(Math.max(0, made() - 1));
    else return;
    event.preventDefault();
  });
  return () => { play.pause(); app.dispose(); };
}

export default { render };
