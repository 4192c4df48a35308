// The explorer of layers: choose how many and how wide, and see the shapes, the parameters, and what such a network can
// draw. The training is in trainer.js, the picture in netview.js.

import { button, make, mount, show } from "./shared.js";
import { row } from "./controls.js";
import { parametersOf } from "./network.js";
import { featureTable } from "./points.js";
import { unitName } from "./netdrawing.js";
import { architecture, classLegend, SQUARES_AND_LINES, watchedPlayer } from "./netcontrols.js";
import { deadWords, newTrainer, scalingOf } from "./trainer.js";
import { chooseUnits, netShape, netView, textTable } from "./netview.js";

const STEPS = 1000; // of one press of the button
const [RATE, BATCH, MOMENTUM] = [0.1, 20, 0.9];
const PATIENT = 8; // milliseconds of each frame that training may take
const WORDS = 50; // pixels below the network for the shapes
const INPUTS = ["x1", "x2"];

export function render({ model, el }) {
  const traits = ["hidden", "activation", "seed", "points", "labels", "names", "class_names", "shift", "scale"];
  const app = mount({ model, el, traits, shape: netShape(0, WORDS), draw });
  const { state, set, headline, canvas, readout, panel } = app;
  canvas.closest(".dlx").classList.add("dlx-wide");
  const picture = netView(0, WORDS);
  let [trainer, built, cross] = [null, {}, null];

  const actions = row(readout); // under the picture, so that both are seen on a telephone
  const train = button(actions, "", () => player.toggle());
  button(actions, "Other start", () => set({ seed: state.seed + 1 }));
  button(actions, "Back to this start", () => { built = {}; app.redraw(); });
  const showArchitecture = architecture(panel, state, set);
  classLegend(readout, state.class_names);
  panel.append(make("div", { className: "dlx-muted dlx-across" }, SQUARES_AND_LINES
    + "Point at a unit to see it large, click to keep it. Keys on the picture: Page Up and Down for another unit, arrows "
    + "move the cross."));
  const told = readout.appendChild(make("div", { className: "dlx-strong" }));
  const table = readout.appendChild(make("div"));
  const player = watchedPlayer(canvas, tick, () => app.redraw());

  const settings = () => ({ ...state, data: "own", inputs: INPUTS,
    own: { points: state.points, labels: state.labels, test_points: [], test_labels: [] } });

  function sync() {
    const key = JSON.stringify([state.hidden, state.activation, state.seed, state.shift, state.scale]);
    if (key === built.key && state.points === built.points && state.labels === built.labels) return;
    if (state.points.length !== state.labels.length) return; // a cell sets both, one after the other
    player.pause();
    built = { key, points: state.points, labels: state.labels };
    if (trainer && trainer.train.points !== state.points) cross = null;
    trainer = newTrainer(settings());
    units.forget();
    writeTable();
  }

  function tick() {
    const began = performance.now();
    do trainer.step(RATE, BATCH, MOMENTUM);
    while (trainer.stopped === null && trainer.steps % STEPS && performance.now() - began < PATIENT);
    app.redraw();
    return trainer.stopped === null && trainer.steps % STEPS !== 0;
  }

  function draw(context, size, theme) {
    sync();
    const { points } = trainer.train;
    cross ??= [0, 1].map((axis) => 0.75 * Math.max(...points.map((p) => p[axis])) + 0.25 * Math.min(...points.map((p) => p[axis])));
    const below = trainer.counts.map((count) => `(batch, ${count})`);
    const scaling = scalingOf(settings());
    picture.draw(context, size, theme, { trainer, inputs: INPUTS, scaling, names: state.names, shown: units.shown(), below, cross });
    write(scaling);
  }

  function write(scaling) {
    const { steps, stopped, counts } = trainer;
    const now = trainer.measure().train;
    headline.value = stopped === null ? `${parametersOf(counts)} parameters, ${now.wrong} of ${now.count} points wrong`
      : `Stopped at step ${stopped}: a number has run away; the usual cause is a learning rate that is too large`;
    const places = picture.places();
    const place = places[units.shown() ?? places.length - 1];
    const value = trainer.outputAt(featureTable([cross], INPUTS, scaling), place);
    told.textContent = `${steps ? `After ${steps.toLocaleString("en")} steps of training` : "Not trained yet"}. ${
      unitName(trainer.network, place, INPUTS)} at the cross (${cross.map((v) => show(v)).join(", ")}): ${[show(value), deadWords(trainer)].filter(Boolean).join(". ")}`;
    canvas.setAttribute("aria-label", `A network whose arrays have the shapes ${
      counts.map((count) => `(batch, ${count})`).join(", ")}, and the plane it decides. ${headline.value}.`);
    train.textContent = player.playing() ? "Pause" : `Train ${STEPS.toLocaleString("en")} steps`;
    showArchitecture();
  }

  function writeTable() {
    const { counts, network } = trainer;
    const each = network.map(({ inputs, units: count }) => (inputs + 1) * count);
    const lines = network.map(({ inputs, units: count, activation }, l) => [
      `${l === network.length - 1 ? "output" : `hidden ${l + 1}`}, ${activation}`, `(batch, ${count})`,
      `${inputs} × ${count} weights + ${count} ${count === 1 ? "bias" : "biases"} = ${each[l]}`]);
    const sum = `${each.length > 1 ? `${each.join(" + ")} = ` : ""}${parametersOf(counts)}`;
    table.replaceChildren(textTable(["layer", "its array", "its parameters"],
      [["inputs", "(batch, 2)", "none"], ...lines, ["all layers", "", sum]]));
  }

  const units = chooseUnits(app, picture, {
    pick: (x, y, reach) => // by mouse the whole plane, by finger only the cross: elsewhere a finger scrolls
      (picture.near(x, y, cross) < reach || (reach < 20 && picture.onPlane(x, y)) ? "cross" : null),
    move(what, x, y) { if (what === "cross") { cross = picture.held(x, y); app.redraw(); } },
    click(x, y) { cross = picture.onPlane(x, y) ?? cross; },
    key({ key }) {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
      const view = picture.plane();
      if (way) cross = view.data(...view.pixel(cross).map((v, axis) => v + 6 * way[axis]));
      return Boolean(way);
    },
  });
  return () => { player.dispose(); app.dispose(); };
}

export default { render };
