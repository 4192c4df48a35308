// The playground: choose data, inputs and layers, watch a small network learn, and read its equations with the numbers
// of the moment. The training is in trainer.js, the picture in netview.js, the equations in equations.js.

import { button, checkbox, make, mount, show } from "./shared.js";
import { brief, namedSelect, rangeSlider, row } from "./controls.js";
import { parametersOf, weightsOf } from "./network.js";
import { DATA, FEATURES } from "./points.js";
import { unitName } from "./netdrawing.js";
import { architecture, classLegend, SQUARES_AND_LINES, watchedPlayer } from "./netcontrols.js";
import { countsOf, deadWords, fits, newTrainer, scalingOf } from "./trainer.js";
import { chooseUnits, CURVE, netShape, netView, textTable } from "./netview.js";
import { equationsOf } from "./equations.js";
import { handOver } from "./handover.js";

const NAMES = { clouds: "two clouds", circle: "circle", xor: "XOR", moons: "two moons", spiral: "spiral", own: "your own points" };
const RESTARTING = ["data", "noise", "data_seed", "inputs", "hidden", "activation", "seed"];
const WORSE = 2; // times the loss of the start: then a word about the learning rate
const CALM = 250; // milliseconds between two texts of the equations while the network learns: they are to be read

const stepsInWords = (steps) => `${steps.toLocaleString("en")} step${steps === 1 ? "" : "s"}`;

export function render({ model, el }) {
  const traits = [...RESTARTING, "own", "learning_rate", "batch_size", "equations", "handed", "steps", "names",
    "class_names", "shift", "scale", "asked", "answered"];
  const app = mount({ model, el, traits, shape: netShape(CURVE, 0), draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const root = canvas.closest(".dlx");
  root.classList.add("dlx-wide");
  const picture = netView(CURVE, 0);
  let [trainer, built, again] = [null, "", false];
  let [mine, origin] = [null, null]; // the weights last sent or heard; those that a cell has given to begin with
  let [point, tests, pace, said, written] = [null, false, "epoch", "", 0];
  const restart = (news) => set({ ...news, handed: [], steps: 0 });
  const size = () => Math.min(state.batch_size, trainer.train.points.length);

  // ---------------------------------------------------------------- the controls

  const actions = row(canvas.parentElement);
  canvas.before(actions);
  actions.style.marginBottom = "8px";
  const play = button(actions, "Play", () => player.toggle());
  const once = (work) => () => { player.pause(); work(state.learning_rate, size()); app.redraw(); };
  button(actions, "One step", once((rate, batch) => trainer.step(rate, batch)));
  button(actions, "One epoch", once((rate, batch) => trainer.epoch(rate, batch)));
  button(actions, "Reset", () => { again = true; set({ handed: mine = origin ?? [], steps: 0 }); });
  button(actions, "Other start", () => restart({ seed: state.seed + 1 }));
  button(actions, "Hand to Python", hand);
  const python = handOver(set, (words) => { said = words; app.redraw(); });
  const player = watchedPlayer(canvas, tick, (on) => { if (on) said = ""; app.redraw(); });

  const named = [...(state.own.points ? ["own"] : []), ...DATA].map((name) => [name, NAMES[name]]);
  const data = namedSelect(panel, "data", named, state.data, (name) => restart({ data: name }));
  const noise = rangeSlider(panel, { label: "noise", value: state.noise, low: 0, high: 1, step: 0.05, text: (v) => brief(v),
    change: (v) => restart({ noise: v }) });
  const points = row(panel);
  const others = button(points, "Other points", () => restart({ data_seed: state.data_seed + 2 }));
  checkbox(points, "test points", tests, (on) => { tests = on; app.redraw(); });
  const rate = rangeSlider(panel, { label: "learning rate", value: state.learning_rate, low: 0.001, high: 10, log: true,
    text: (v) => brief(v), change: (v) => set({ learning_rate: v }) });
  const batch = rangeSlider(panel, { label: "batch size", value: state.batch_size, low: 1, high: 300, log: true,
    text: (v) => String(Math.round(v)), change: (v) => set({ batch_size: Math.round(v) }) });
  namedSelect(panel, "training between two pictures", [["step", "1 step"], ["epoch", "1 epoch"], ["ten", "10 epochs"]], pace, (name) => { pace = name; });
  const fields = panel.appendChild(make("fieldset", { className: "dlx-row dlx-across dlx-fields" }, make("legend", {}, "inputs of the network")));
  const boxes = Object.keys(FEATURES).map((name) => [name, checkbox(fields, name, false, (on) => {
    const inputs = Object.keys(FEATURES).filter((other) => (other === name ? on : state.inputs.includes(other)));
    if (inputs.length) restart({ inputs });
    else app.redraw(); // the last one stays
  })]);
  const showArchitecture = architecture(panel, state, restart);
  classLegend(readout, state.class_names);
  const told = readout.appendChild(make("div"));
  // The equations come last: whatever their length, the picture and the controls stay where they are.
  const below = row(root.appendChild(make("div", { className: "dlx-below" })));
  const equations = checkbox(below, "show equations", state.equations, (on) => set({ equations: on }));
  const next = button(below, "Make this step", once((rate, batch) => trainer.step(rate, batch)));
  const sums = below.parentElement.appendChild(make("div", { className: "dlx-equations" }));
  root.append(make("div", { className: "dlx-muted dlx-below" }, SQUARES_AND_LINES
    + "Point at a unit to see it large, click to keep it; click a point for its equations. Keys on the picture: Page Up "
    + "and Down for another unit, left and right for another point, Space to play and pause."));

  // ---------------------------------------------------------------- the training

  function sync() {
    const key = JSON.stringify(RESTARTING.map((name) => state[name])) + (state.data === "own" ? state.own.points.length : "");
    const given = state.handed !== mine;
    if (key === built && !given && !again) return;
    player.pause();
    if (key !== built) origin = null;
    [built, again] = [key, false];
    if (given && state.handed.length && fits(state.handed, countsOf(state))) origin = state.handed;
    mine = state.handed;
    trainer = newTrainer(state, origin);
    [point, said] = [null, ""];
    units.forget();
  }

  function tick() {
    const advance = { step: () => trainer.step(state.learning_rate, size()), epoch: () => trainer.epoch(state.learning_rate, size()),
      ten: () => Array.from({ length: 10 }).every(() => trainer.epoch(state.learning_rate, size())) }[pace];
    const alive = advance();
    app.redraw();
    return alive;
  }

  function hand() {
    player.pause();
    if (trainer.stopped !== null) said = "There is nothing to hand over. ";
    else {
      mine = weightsOf(trainer.network);
      python.hand({ handed: mine, steps: trainer.steps }, stepsInWords(trainer.steps), (state.asked ?? 0) + 1);
    }
    app.redraw();
  }

  // ---------------------------------------------------------------- the picture

  function draw(context, boxSize, theme) {
    sync();
    python.hear(state.answered);
    const marked = state.equations ? point ?? trainer.nextBatch(size())[0] : -1;
    const now = trainer.measure();
    const shown = units.shown();
    picture.draw(context, boxSize, theme, { trainer, inputs: state.inputs, scaling: scalingOf(state),
      names: state.data === "own" ? state.names : ["x1", "x2"], shown, marked, tests });
    write(now);
    const due = !player.playing() || performance.now() - written > CALM;
    if (due) { written = performance.now(); writeEquations(shown, marked); }
  }

  function write(now) {
    const epochs = brief(trainer.epochs, trainer.epochs < 100 ? 3 : 6);
    headline.value = trainer.stopped === null
      ? `Epoch ${epochs}: training loss ${show(now.train.loss, 3)}, test loss ${show(now.test.loss, 3)}`
      : `Stopped at step ${trainer.stopped}: a number has run away`;
    told.textContent = trainer.stopped === null
      ? `${said}${stepsInWords(trainer.steps)} so far. Wrong: ${now.train.wrong} of ${now.train.count} training points, ${
        now.test.wrong} of ${now.test.count} test points. ${parametersOf(trainer.counts)} parameters.${
        now.train.loss > WORSE * Math.max(1, trainer.history[0][1]) ? " The loss is far above its start: the learning rate may be too large." : ""} ${deadWords(trainer)}`
      : `${said}The loss or a weight has grown without end, or is no number any more. The usual cause is a learning rate that is too large (here ${
        brief(state.learning_rate)}): take a tenth of it, and Reset.`;
    canvas.setAttribute("aria-label", `A network of ${trainer.counts.join(", ")} units, the plane it decides, and its loss. ${headline.value}.`);
    play.textContent = player.playing() ? "Pause" : "Play";
    data.value(state.data);
    noise.value(state.noise);
    noise.visible(state.data !== "own");
    others.hidden = state.data === "own";
    fields.firstChild.textContent = `inputs of the network${scalingOf(state).scale.some((v) => v !== 1) ? " (x1 and x2 standardised)" : ""}`;
    rate.value(state.learning_rate);
    batch.input.max = Math.log10(trainer.train.points.length);
    batch.value(size());
    boxes.forEach(([name, box]) => { box.checked = state.inputs.includes(name); });
    equations.checked = state.equations;
    showArchitecture();
  }

  const classOf = (label) => `class ${label}${state.class_names[label] === `class ${label}` ? "" : ` (${state.class_names[label]})`}`;

  function writeEquations(shown, marked) {
    sums.hidden = !state.equations || trainer.stopped !== null;
    next.hidden = sums.hidden;
    if (sums.hidden) return;
    const places = picture.places();
    const place = places[shown ?? places.length - 1];
    const unit = place.layer < 0 ? places.length - 1 : shown ?? places.length - 1; // an input has no sum
    const found = equationsOf(trainer, places[unit], marked, state.inputs, state.learning_rate, size());
    const at = trainer.train.points[marked].map((v) => show(v)).join(", ");
    const heading = (text) => make("div", { className: "dlx-strong" }, text);
    const lines = (texts) => texts.map((text) => make("div", {}, text));
    sums.replaceChildren(
      heading(`${unitName(trainer.network, places[unit], state.inputs)} at the ringed point (${at}), ${classOf(trainer.train.labels[marked])}`), ...lines(found.sum),
      heading("Backwards from this point: a unit's blame says how fast the loss grows with its z"), ...lines(found.back),
      heading(`Step ${found.step.toLocaleString("en")}: gradients are averaged over the ${found.batch} points of the next batch; new = old − learning rate × gradient`),
      textTable(["", "old", "gradient", "old − rate × gradient", "new"], found.update));
  }

  // ---------------------------------------------------------------- the hand

  const units = chooseUnits(app, picture, {
    click(x, y) {
      const distances = trainer.train.points.map((other) => picture.near(x, y, other));
      const nearest = Math.min(...distances);
      if (nearest < 24) point = distances.indexOf(nearest);
    },
    key(event) {
      const [other, count] = [{ ArrowLeft: -1, ArrowRight: 1 }[event.key], trainer.train.points.length];
      if (other) point = ((point ?? trainer.nextBatch(size())[0]) + other + count) % count;
      else if (event.key === " ") player.toggle();
      else return false;
      return true;
    },
  });
  return () => { python.dispose(); player.dispose(); app.dispose(); };
}

export default { render };
