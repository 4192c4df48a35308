// The explorer of a comparison: choose data and measure, switch models on and off, point at a mark for its values, and
// read whether there is a clear winner. The arithmetic is in standings.js, the picture in comparison_drawing.js.

import { button, make, markerPath, mount, pointer } from "./shared.js";
import { namedSelect, rangeSlider, row } from "./controls.js";
import { checkGroup, lineLegend, lineSwatch, radioGroup } from "./choices.js";
import { countWords, dataSetsOf, MEASURES, measuresOf, measureWords, modelsOf, ranked, sizesOf, standings, winnerSentence } from "./standings.js";
import { DEEP_DASH, DOT_ROW, drawModelCurves, drawModelDots, modelLooks } from "./comparison_drawing.js";

const FRAME = 76; // pixels above and below the dots: the plane's margins

export function render({ model, el }) {
  const traits = ["table", "data", "measure", "models", "n"];
  const app = mount({ model, el, traits, shape, draw });
  const { state, set, headline, canvas, readout, panel } = app;
  canvas.closest(".dlx").classList.add("dlx-wide");
  const all = modelsOf(state.table);
  const kindOf = (name) => state.table.find((line) => line.model === name).kind;
  const looks = modelLooks(all.map((name) => ({ model: name, kind: kindOf(name) })));
  let [marks, picked] = [[], null];
  const sizes = () => sizesOf(state.table, state.data);
  const size = () => (sizes().includes(state.n) ? state.n : sizes().at(-1)); // a cell may set the data alone
  const here = (n = null) => standings(state.table, { data: state.data, measure: state.measure, models: state.models, n });
  const order = () => ranked(here(size()), state.measure);

  const data = namedSelect(panel, "Data", dataSetsOf(state.table).map((name) => [name, name]), state.data,
    (name) => { const found = sizesOf(state.table, name); set({ data: name, n: found.includes(state.n) ? state.n : found.at(-1) }); });
  const n = rangeSlider(data.input.closest(".dlx-select"), { label: "n, training examples", value: 0, low: 0, high: 1, step: 1,
    text: (i) => countWords(sizes()[i] ?? ""), change: (i) => set({ n: sizes()[i] }) });
  const measure = radioGroup(panel, "Measure", measuresOf(state.table).map((name) => [name, MEASURES[name].label]), state.measure,
    (name) => set({ measure: name }));
  const swatchOf = (name) => lineSwatch(looks[name].colour, 2.5, looks[name].deep ? DEEP_DASH : [], markerPath(looks[name].marker, 6), looks[name].deep);
  const models = checkGroup(panel, "Models", all.map((name) => [name, `${name} (${kindOf(name)})`, swatchOf(name)]), state.models,
    (name, on) => set({ models: all.filter((one) => (one === name ? on : state.models.includes(one))) }));
  const pair = row(models.box);
  button(pair, "All", () => set({ models: all }));
  button(pair, "None", () => set({ models: [] }));
  const about = lineLegend(panel, [[lineSwatch("var(--dlx-muted)", 2.5, [], markerPath("o", 6)), "solid and filled: machine learning (ML)"],
    [lineSwatch("var(--dlx-muted)", 2.5, DEEP_DASH, markerPath("o", 6), true), "dashed and hollow: deep learning (DL)"]]);
  about.classList.add("dlx-across");
  const verdict = readout.appendChild(make("div", { className: "dlx-strong dlx-two" }));
  const kinds = readout.appendChild(make("div", { className: "dlx-two" }));
  const told = readout.appendChild(make("div", { className: "dlx-muted dlx-two" }));
  readout.append(make("div", { className: "dlx-muted" }, "Point at a mark for its numbers, or use the arrow keys on the picture: up and down another model, left and right another n."));

  function shape(width) {
    return sizes().length > 1 ? Math.max(0.52, 300 / width) : (FRAME + DOT_ROW * Math.max(2, order().length)) / width;
  }

  function draw(context, area, theme) {
    const list = order();
    const one = picked && state.models.includes(picked) ? picked : list[0]?.model;
    const shown = { table: state.table, data: state.data, measure: state.measure, sizes: sizes(), looks, chosen: { model: one, n: size() } };
    marks = sizes().length > 1 ? drawModelCurves(context, area, { ...shown, list: here() }, theme)
      : drawModelDots(context, area, { ...shown, list }, theme);
    write(list, list.find((standing) => standing.model === one));
  }

  function write(list, chosen) {
    headline.value = `${state.data}, ${MEASURES[state.measure].label} at n = ${countWords(size())}`;
    verdict.textContent = state.models.length ? winnerSentence(list, state.measure) : "No model is switched on: tick one, or press All.";
    const best = ["ML", "DL"].map((kind) => list.find((one) => one.kind === kind));
    const say = (one) => `${one.model} ${measureWords(state.measure, one.mean)}`;
    kinds.textContent = best[0] && best[1] ? `Best of machine learning: ${say(best[0])}. Best of deep learning: ${say(best[1])}.` : "";
    told.textContent = chosen ? valuesOf(chosen) : "";
    const listed = list.map((one) => `${one.model} (${one.kind}) ${measureWords(state.measure, one.mean)}`).join(", ");
    canvas.setAttribute("aria-label", `${headline.value}. ${listed}${listed && ". "}${verdict.textContent}${chosen ? ` Chosen: ${told.textContent}` : ""}`);
    data.value(state.data);
    measure.value(state.measure);
    models.value(state.models);
    models.show(all.filter((name) => state.table.some((line) => line.data === state.data && line.model === name)));
    n.visible(sizes().length > 1);
    n.input.max = Math.max(1, sizes().length - 1);
    n.value(Math.max(0, sizes().indexOf(size())));
  }

  function valuesOf(one) {
    const line = state.table.find((other) => other.data === state.data && other.model === one.model && other.n === one.n);
    const parts = Object.keys(MEASURES).filter((name) => line[name].length).map((name) =>
      `${MEASURES[name].label}: ${[...line[name]].sort((a, b) => a - b).map((v) => measureWords(name, v)).join(", ")}`);
    return `${one.model} (${one.kind}) at n = ${countWords(one.n)}, each seed: ${parts.join("; ")}.`;
  }

  const choose = ({ model: name, n: at }) => {
    if (name === picked && at === size()) return;
    picked = name;
    if (at !== size()) set({ n: at });
    else app.redraw();
  };
  const nearest = (x, y, reach) => {
    const far = ({ place }) => Math.hypot(place[0] - x, place[1] - y);
    const found = marks.reduce((best, mark) => (best === null || far(mark) < far(best) ? mark : best), null);
    return found && far(found) < reach ? marks.indexOf(found) : null;
  };
  pointer(canvas, { pick: (x, y, reach) => nearest(x, y, reach + 16), hover: (i) => { if (i !== null && marks[i]) choose(marks[i].standing); }, move() {} });
  canvas.addEventListener("keydown", (event) => {
    const [across, up] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const names = order().map((one) => one.model);
    const held = (i, count) => Math.max(0, Math.min(count - 1, i));
    if (up && names.length) choose({ model: names[held(Math.max(0, names.indexOf(picked)) + up, names.length)], n: size() });
    else if (across) set({ n: sizes()[held(sizes().indexOf(size()) + across, sizes().length)] });
    else return;
    event.preventDefault();
  });
  return app.dispose;
}

export default { render };
